"""The nouns of the walk over a text: citations in order, what governs them, where the walk stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.citations.tail import Tail, read_tail
from graph.model import Document, Mention
from graph.relations import clauses
from graph.relations.authority import type_class, type_of
from graph.relations.cues import CueTable, Hit
from graph.relations.findings import Ledger
from graph.relations.zones import Zones, quotation

_SHORT_QUOTE = 200  # a quoted title, no quoted provisions
_PROVISION = re.compile(r"[\s*_]*(?:Điều\s|Khoản\s|Phụ lục\s|\d{1,2}[a-zđ]?[.)]|[a-zđ]\))")
_LEAD_IN = 400  # how far before a quotation it says whose words it holds
_PREAMBLE_LED = 40
_NOTE = 1500  # … in a footnote with a long title
_NOTE_MARK = re.compile(r"[\s*_|]*(?:\[?\d{1,3}\]?[ *_]*(?:\([ivx]{1,5}\))?|\([ivx]{1,5}\))[\s*_]*")


@dataclass(slots=True, eq=False)
class Slot:
    """One span of citation; more than one document where one span names several."""

    start: int
    end: int
    mentions: list[Mention]
    documents: list[Document]
    governed: bool = False  # object of a relation within its sentence
    listed: bool = False  # goes on with the list of the citation before

    @property
    def kind(self) -> str:
        """The class of types that lists keep together."""
        return type_class(self.documents[0])

    def same_as(self, other: Slot) -> bool:
        """Do both name the same documents?"""
        return {d.id for d in self.documents} == {d.id for d in other.documents}


@dataclass(slots=True, eq=False)
class Governor:
    """A predicate that waits for objects. Without `subjects` it is mute: it only keeps others from taking its objects.

    `base` governors outlive a semicolon, `listing` ones whole items (of `level`). `passive` turns the direction: the
    citations to come act on `subjects`. `part`: only provisions are meant. `fronted` collects what an opening "Thực
    hiện A, B, …" names until a document that does so follows."""

    predicate: str
    hit: Hit | None
    cue: tuple[int, int]
    confidence: float
    rule: str = "active"
    subjects: tuple[Slot, ...] = ()
    base: bool = False
    listing: bool = False
    passive: bool = False
    part: bool = False
    level: int = -1
    last: Slot | None = None
    fronted: list[Slot] | None = None


@dataclass(slots=True)
class State:
    """Where the walk stands in the current clause.

    `head` is the citation before, `clause` all of the clause, `group` those coordinated with the head by bare
    attributes. `floor` is where the clause (or the parenthesis) begins, `blanks` are stretches to be read over.
    `item`: the clause begins a list item or line, with a marker of `level`; `closed`: the clause before ended with a
    semicolon. `shelved` are inner governors, `beyond` the citations, that a semicolon set aside."""

    stack: list[Governor] = field(default_factory=list)
    head: Slot | None = None
    clause: list[Slot] = field(default_factory=list)
    group: list[Slot] = field(default_factory=list)
    floor: int = 0
    blanks: list[tuple[int, int]] = field(default_factory=list)
    colon: bool = False
    level: int = -1
    item: bool = False
    closed: bool = False
    shelved: list[Governor] = field(default_factory=list)
    beyond: list[Slot] = field(default_factory=list)

    def inside(self, at: int) -> State:
        """The state at the beginning of a parenthesis."""
        return State(list(self.stack), self.head, list(self.clause), list(self.group), at)

    def flat(self, text: str, start: int, end: int) -> str:
        """The flat form of a stretch, with what has to be read over as blanks; empty if it ends before it starts."""
        if start >= end:
            return ""
        flat = clauses.flatten(text[start:end])
        for first, last in self.blanks:
            if last > start and first < end:
                first, last = max(first, start) - start, min(last, end) - start
                flat = flat[:first] + " " * (last - first) + flat[last:]
        return flat


@dataclass(slots=True)
class Context:
    """One text with all that is known about it before the walk. `original` is, for a consolidated text, the document
    that its preamble and closing articles speak for."""

    text: str
    slots: Sequence[Slot]
    source: Slot
    zones: Zones
    table: CueTable
    ledger: Ledger
    original: Slot | None = None
    wanted: list[int] | None = None  # headings "… CẦN SỬA ĐỔI", once looked for

    @property
    def own(self) -> Document:
        """The document that the text is."""
        return self.source.documents[0]

    def tail(self, head: Slot) -> Tail:
        """The attributes behind a citation; a joint document has several issuers."""
        kind = type_of(head.documents[0])
        return read_tail(self.text, head.end, joint="liên tịch" in kind or "phối hợp" in kind)

    def between(self, start: int, end: int) -> list[Slot]:
        """The citations that begin between two offsets."""
        return list(self.slots[bisect_left(self.slots, start, key=_start) : bisect_left(self.slots, end, key=_start)])

    def speaker(self, offset: int, predicate: str = "") -> Slot | None:
        """Whose words stand at `offset`: the text's own, or in a quotation those of the document that the lead-in
        names; None where that is open (new wording of an amended document). A quoted preamble speaks for its document
        only with the `predicate` ``based_on``."""
        itself = self.original or self.source
        quote = quotation(self.text, offset)
        if quote is None:
            return itself
        words = clauses.squeeze(clauses.flatten(self.text[max(0, quote - _LEAD_IN) : quote]))
        if not words.rstrip().endswith(":") and "như sau" not in words[-30:]:
            title = offset - quote < _SHORT_QUOTE or "\n" not in self.text[quote:offset].strip()
            return itself if title and not _PROVISION.match(self.text, quote + 1) else None
        if "căn cứ ban hành" in words[-_PREAMBLE_LED:]:
            return self._noted(quote) if predicate == "based_on" else itself
        stop = clauses.last_stop(self.text, max(0, quote - _LEAD_IN), quote)
        named = self.between(stop.resume if stop is not None else quote - _LEAD_IN, quote)
        if not named or "sửa đổi, bổ sung khoản" in words or "sửa đổi, bổ sung điều" in words:
            return None
        return named[0] if "quy định" in words or "căn cứ" in words else None

    def _noted(self, quote: int) -> Slot | None:
        """The document whose preamble is quoted: the nearest one that a footnote begins with, else the first one of the
        sentence."""
        floor = max(0, quote - _NOTE)
        named = self.between(floor, quote)
        for slot in reversed(named):
            line = self.text.rfind("\n", 0, slot.start) + 1
            if _NOTE_MARK.fullmatch(self.text, line, slot.start):
                return slot
        stop = clauses.last_stop(self.text, floor, quote)
        if stop is not None:
            named = [slot for slot in named if slot.start >= stop.resume]
        return named[0] if named else None


def _start(slot: Slot) -> int:
    return slot.start
