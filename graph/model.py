"""The nouns of luocdo: what is read, what is found in it, and what is kept.

Every class is frozen and slotted. Offsets are code-point offsets into ``Source.text`` exactly as it was read
(no normalisation), half open: ``text[start:end]``. Dates are ISO strings (``2017-10-25``), possibly shortened to
``2017-10`` or ``2017`` where the text says no more. Names of Vietnamese things are Vietnamese; terms (khóa) are Roman.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

# Relations between documents. `cites` (source -> each document it mentions, evidence: the first mention) and
# `issued_by` (document -> issuer) follow from mentions and documents; the pipeline adds them to `Extraction.relations`.
PREDICATES = (
    "implements",
    "replaces",
    "repeals",
    "amends",
    "based_on",
    "guides",
    "reviews",
    "corrects",
    "consolidates",
    "extends",
    "suspends",
    "cites",
    "issued_by",
)


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it was read: `name` is the path (or another label) a user recognises it by."""

    name: str
    text: str
    format: str = "txt"
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues documents. `id` is the URN:LEX authority part, e.g. ``vn;quang.ngai:so.cong.thuong``."""

    id: str
    name: str
    place: str | None = None
    level: str | None = None  # central | provincial | district | commune | unit
    branch: str | None = None  # party | state | front
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A part of a document, largest unit first: ``(("điều", "26"), ("khoản", "2"), ("điểm", "b"))``."""

    path: tuple[tuple[str, str], ...]
    text: str = ""

    def __str__(self) -> str:
        return ", ".join(f"{unit} {label}" for unit, label in reversed(self.path))


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a text is or names.

    `id` is a URN:LEX identifier (RFC 9676); `code` the number and symbol in canonical spelling without blanks
    (``18-NQ/TW``); `issuer` the Vietnamese name without its place; `term` the khóa in Roman numerals.
    `provisional` says that the identity is incomplete (no year, no place, a bare number): another text may
    complete it. `candidates` lists the ids that an ambiguous reference may mean. `origins` tells for each attribute
    where it came from ("text", "symbol", "source", "context", "register", "correction"; "inferred" for the name of an
    issuer that no table holds).
    """

    id: str
    type: str | None = None
    code: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    place: str | None = None
    term: str | None = None
    title: str | None = None
    is_source: bool = False
    provisional: bool = False
    unnumbered: bool = False
    candidates: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text refers to a document; `document` is its id, `rule` names the rule that found it;
    `provision` is the part of the text that the mention stands in (Điều 2, khoản 1), where it has such parts."""

    document: str
    start: int
    end: int
    text: str
    pinpoints: tuple[Pinpoint, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    source: str | None = None
    provision: Pinpoint | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a relation: `text` is ``source[start:end]``, the sentence or clause around both citations;
    `cue` the phrase that decided, at ``cue_start:cue_end`` of the source (where no phrase did, the citation
    stands there); `confidence` in 0..1."""

    start: int
    end: int
    text: str
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    confidence: float = 1.0
    rule: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` —predicate→ `object` (document ids; an issuer id as object of ``issued_by``) with its evidence.

    `pinpoints` non-empty, or `partial`, means that only those parts of the object are meant
    (a repeal of Điều 5 is no repeal of the decree). `provision` is the part of the stating text that says so ("Điều 2,
    khoản 1"), where that text has such parts."""

    subject: str
    predicate: str
    object: str
    evidence: Evidence
    partial: bool = False
    pinpoints: tuple[Pinpoint, ...] = ()
    provision: Pinpoint | None = None


ALL_BUT = "toàn bộ, trừ"  # how the words of a part begin that is all but the provisions named

# What a statement of time says of its document (or of the provisions named): it takes effect on `date`; `date` is its
# last day; from `date` on it no longer stands, or rests; it (or a rule of it) is applied from `date` on; it was passed,
# or published in the gazette, on `date`.
EFFECT_KINDS = ("in-force", "until", "ended", "suspended", "resumed", "applies", "passed", "published")


@dataclass(frozen=True, slots=True)
class Effect:
    """A statement of when a document, or only its `provisions`, takes effect or ends (`kind`: see `EFFECT_KINDS`).

    `date` is None where the statement alone does not tell it. `basis` says what it rests on: ``stated`` (a date stands
    there), ``signing``, ``passing``, ``publication`` (`days` after it), ``document`` (the day on which the document
    `by` takes effect) or ``register``. For ``ended``, ``suspended`` and ``resumed`` (the end of a
    suspension: the first day on which it applies again), `by` is the document that does it."""

    document: str
    kind: str
    date: str | None
    evidence: Evidence
    provisions: tuple[Pinpoint, ...] = ()
    by: str | None = None
    basis: str = "stated"
    days: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: a contradiction or an ambiguity that the tool did not guess away.

    `kind` is a stable word (``conflicting-symbol``, ``impossible-issuer``, ``ambiguous-reference``,
    ``conflicting-date``, ``type-against-symbol`` ...); `message` one Vietnamese sentence; `documents` the ids
    concerned."""

    kind: str
    message: str
    documents: tuple[str, ...] = ()
    start: int = -1
    end: int = -1
    text: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text says: its documents (exactly one, the text itself, has ``is_source``; it is provisional where
    the text does not tell its own identity), mentions and relations in text order, issuers by id, findings."""

    source: str | None
    documents: tuple[Document, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    findings: tuple[Finding, ...] = ()
    effects: tuple[Effect, ...] = ()

    def document(self, id: str) -> Document:
        """The document with this id; KeyError if the text has none."""
        for candidate in self.documents:
            if candidate.id == id:
                return candidate
        raise KeyError(id)

    @property
    def source_document(self) -> Document | None:
        """The document that the text itself is, where one was recognised."""
        return next((d for d in self.documents if d.is_source), None)


@dataclass(frozen=True, slots=True)
class PartStatus:
    """What became of some provisions of a document (none named: of parts that the text does not name). `state` and
    `since` as in `Status`; `by` the document that did it, None where it is the document's own term."""

    provisions: tuple[Pinpoint, ...]
    state: str
    by: str | None
    since: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a document stands, as far as the graph says (`graph.queries.force` says how it is told).

    `state` is one of ``not-yet`` (in force), ``in-force``, ``partly`` (in force but for some parts), ``replaced``,
    ``repealed``, ``expired`` (its own term, or a register says so without naming who ended it), ``suspended``,
    ``unknown``. `by`: the documents that did it. `since`: the day from which the state holds: the day on which the
    ender takes effect, never the day of its issue; None where unknown. `first_day` and `last_day` are the first and the
    last day in force, `parts` what became of single provisions, `evidence` the sentences, the deciding ones first."""

    state: str = "unknown"
    by: tuple[str, ...] = ()
    since: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    parts: tuple[PartStatus, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class GraphView(Protocol):
    """What exports and pages read: every method iterates in a fixed order (ids, then source and offset).

    In a view, documents are merged over all sources, relations carry ``evidence.source``, and a document is *loaded*
    when `loaded()` has its id (its own text is in the graph), *cited only* otherwise."""

    def documents(self) -> Iterable[Document]: ...
    def issuers(self) -> Iterable[Issuer]: ...
    def relations(self) -> Iterable[Relation]: ...
    def mentions(self) -> Iterable[Mention]: ...
    def findings(self) -> Iterable[Finding]: ...
    def effects(self) -> Iterable[Effect]: ...
    def sources(self) -> Iterable[Source]: ...
    def statuses(self) -> Mapping[str, Status]: ...
    def loaded(self) -> Mapping[str, tuple[str, ...]]:
        """Document id -> names of the sources that are its text."""
        ...


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A `GraphView` held in memory: a whole small graph, or the neighbourhood of a document."""

    document_rows: tuple[Document, ...] = ()
    issuer_rows: tuple[Issuer, ...] = ()
    relation_rows: tuple[Relation, ...] = ()
    mention_rows: tuple[Mention, ...] = ()
    finding_rows: tuple[Finding, ...] = ()
    source_rows: tuple[Source, ...] = ()
    status_by_id: Mapping[str, Status] = field(default_factory=dict)
    sources_by_id: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    effect_rows: tuple[Effect, ...] = ()

    def documents(self) -> Iterable[Document]:
        return self.document_rows

    def issuers(self) -> Iterable[Issuer]:
        return self.issuer_rows

    def relations(self) -> Iterable[Relation]:
        return self.relation_rows

    def mentions(self) -> Iterable[Mention]:
        return self.mention_rows

    def findings(self) -> Iterable[Finding]:
        return self.finding_rows

    def effects(self) -> Iterable[Effect]:
        return self.effect_rows

    def sources(self) -> Iterable[Source]:
        return self.source_rows

    def statuses(self) -> Mapping[str, Status]:
        return self.status_by_id

    def loaded(self) -> Mapping[str, tuple[str, ...]]:
        return self.sources_by_id
