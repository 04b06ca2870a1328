"""What a document changed, and what changed it: the table that EUR-Lex and legislation.gov.uk print.

A row is one change: a provision of the affecting document does something to the affected document or a part of it.
Where the affecting document's own text states the change, that statement is the row, since only there its provision is
known; else the most certain statement of another text (a consolidated text, a later preamble). Where several provisions
of it change parts of one document ("1. Bãi bỏ Điều 3 …; 2. Bãi bỏ Điều 5 …"), each is a row.
"""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.contract import document_dict, relation_dict
from graph.domain.table import match_form, read_table
from graph.model import Document, Evidence, Mention, Pinpoint, Relation
from graph.normalise import normalise
from graph.queries.edges import relations_of
from graph.queries.resolve import by_ids
from graph.queries.status import first_days
from graph.relations.below import Items
from graph.relations.evidence import clause
from graph.relations.lexicon import Token, lexicon
from graph.store import rows
from graph.store.ids import key_of
from graph.store.texts import Texts
from graph.structure import lay_out
from graph.structure.outline import PARAGRAPH

# What changes the force or the wording of a document, in the order in which changes of one day are listed.
PREDICATES = ("replaces", "repeals", "amends", "corrects", "suspends", "extends", "consolidates")
_WORDS = re.compile(r"[\s:]*(?:(?:các|một số)\s+)?(?:cụm\s+từ|từ\s+ngữ|từ\s+[“\"])", re.IGNORECASE)
_UNKNOWN = "9999"  # a document without a date comes last
_OWN = (
    "SELECT f.name FROM meaning c CROSS JOIN assertion a ON a.claim = c.claim CROSS JOIN source f ON f.key = a.source"
    " WHERE a.own = 1 AND c.document = ?"
)
_MENTIONS = (
    f"SELECT {rows.MENTION} FROM meaning c CROSS JOIN mention m ON m.claim = c.claim"
    " CROSS JOIN word rule ON rule.key = m.rule CROSS JOIN source f ON f.key = m.source"
    " WHERE c.document = ? AND f.name = ? ORDER BY m.start, m.ord"
)
_STARTS = "SELECT start FROM mention WHERE source = ? ORDER BY start"


@cache
def _ends_of_provisions() -> dict[str, str]:
    """Cues that end what they name, by phrase."""
    return {
        match_form(row["phrase"]): row["predicate"]
        for row in read_table("cues")
        if row["predicate"] in ("repeals", "replaces")
    }


@dataclass(frozen=True, slots=True)
class Change:
    """`affecting` does to `affected` what `relation` (predicate, parts of the object, sentence) says.

    `provision` is the part of the affecting document that says so; None where another text tells of the change, or the
    text has no such parts. `date` is the affecting document's date of issue, `in_force` the day on which it takes
    effect (ISO; None where unknown)."""

    affecting: Document
    affected: Document
    relation: Relation
    provision: Pinpoint | None = None
    in_force: str | None = None

    @property
    def date(self) -> str | None:
        """The date of the affecting document."""
        return self.affecting.date

    @property
    def action(self) -> str:
        """The predicate that the words state: to repeal or replace a provision is to amend its document, which is what
        the relation says; the row says what became of the provision. Where only words of it are replaced ("thay thế cụm
        từ …") it is amended."""
        relation, e = self.relation, self.relation.evidence
        if relation.predicate == "amends" and (relation.partial or relation.pinpoints):
            if e.cue_start >= 0 and _WORDS.match(e.text, max(0, e.cue_end - e.start)):
                return "amends"
            return _ends_of_provisions().get(" ".join(match_form(relation.evidence.cue).split()), "amends")
        return relation.predicate


def change_dict(change: Change, id: str) -> dict[str, Any]:
    """A change as plain JSON values; `role` is that of the document `id`. Null where unknown."""
    relation, e = change.relation, change.relation.evidence
    return {
        "role": "affecting" if change.affecting.id == id else "affected",
        "date": change.date,
        "in_force": change.in_force,
        "affecting": document_dict(change.affecting),
        "provision": None if change.provision is None else str(change.provision) or change.provision.text,
        "action": change.action,
        "predicate": relation.predicate,
        "affected": document_dict(change.affected),
        "pinpoint": relation_dict(relation)["pinpoint"],
        "partial": relation.partial or bool(relation.pinpoints),
        "text": e.text,
        "start": e.start,
        "end": e.end,
        "source": e.source,
        "confidence": e.confidence,
    }


def changes(connection: sqlite3.Connection, texts: Texts, id: str) -> list[Change]:
    """Every change that the document makes or undergoes, by date of the affecting document."""
    stated: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in relations_of(connection, texts, id, PREDICATES):
        stated.setdefault((relation.subject, relation.predicate, relation.object), []).append(relation)
    ends = {end for subject, _, object in stated for end in (subject, object)}
    documents = {end: Document(end) for end in ends} | by_ids(connection, ends)
    own: dict[str, frozenset[str]] = {}
    days = first_days(connection, texts, sorted({subject for subject, _, _ in stated}))
    found = []
    for (subject, _, object), relations in stated.items():
        if subject not in own:
            own[subject] = frozenset(name for (name,) in connection.execute(_OWN, (key_of(connection, subject),)))
        by_itself = [r for r in relations if r.evidence.source in own[subject]]
        best = min(by_itself or relations, key=_rank)
        listed = _by_provision(connection, texts, best) if by_itself else [replace(best, provision=None)]
        found += [Change(documents[subject], documents[object], r, r.provision, days[subject]) for r in listed]
    return sorted(found, key=_order)


def _by_provision(connection: sqlite3.Connection, texts: Texts, relation: Relation) -> list[Relation]:
    """The relation once for each provision of its text that names parts of the object, each with the parts named there
    and the words that name them; the relation itself where only one does."""
    if not relation.pinpoints:
        return [relation]
    mentions: list[Mention] = []
    source = -1
    for row in connection.execute(
        _MENTIONS, (key_of(connection, relation.object), relation.evidence.source)
    ).fetchall():
        source = row[0]
        mentions.append(rows.mention_of(relation.object, row, texts))
    where: dict[Pinpoint, Mention] = {}
    for mention in mentions:
        for pinpoint in mention.pinpoints:
            where.setdefault(pinpoint, mention)
    if len(relation.pinpoints) == 1 and relation.pinpoints[0] in where:
        return [relation]
    read = _Text(texts.whole(source), relation.evidence) if source >= 0 else None
    below: dict[Pinpoint, tuple[Pinpoint | None, Evidence]] = {}
    if read is not None and any(pinpoint not in where for pinpoint in relation.pinpoints):
        starts = [start for (start,) in connection.execute(_STARTS, (source,))]
        below = read.below(mentions, starts)
    groups: dict[Pinpoint | None, list[Pinpoint]] = {}
    for pinpoint in relation.pinpoints:
        place = where[pinpoint].provision if pinpoint in where else below.get(pinpoint, (None, None))[0]
        groups.setdefault(place or relation.provision, []).append(pinpoint)
    if read is None or (len(groups) == 1 and not below):
        return [replace(relation, provision=next(iter(groups)))]
    return [
        replace(
            relation,
            evidence=_stating(read, relation, provision, parts[0], where, below),
            pinpoints=tuple(parts),
            provision=provision,
        )
        for provision, parts in groups.items()
    ]


def _stating(
    read: _Text,
    relation: Relation,
    provision: Pinpoint | None,
    part: Pinpoint,
    where: dict[Pinpoint, Mention],
    below: dict[Pinpoint, tuple[Pinpoint | None, Evidence]],
) -> Evidence:
    """The words that say of a part what becomes of it."""
    if part in where:
        return relation.evidence if provision == relation.provision else read.around(where[part])
    return below[part][1] if part in below else relation.evidence


class _Text:
    """A text laid out anew, for the words around further mentions; `like` is the evidence of the first."""

    def __init__(self, text: str, like: Evidence) -> None:
        self._text, self._like = text, like
        self._normalised = normalise(text)
        self._outline = lay_out(self._normalised.text)
        self._flat = self._outline.flat
        self._places = range(len(self._normalised.text))

    def around(self, mention: Mention) -> Evidence:
        """The clause around a mention with the last words before it that change something."""
        outline = self._outline
        at, end = self._at(mention.start), self._at(mention.end)
        first, last = clause(outline, outline.at(at).body, at, max(at, end))
        changing = None
        for token in lexicon().tokens(self._flat, outline.text, first, at):
            if token.cue is not None and token.cue.predicate in PREDICATES:
                changing = token
        return self._evidence(first, last, changing)

    def below(
        self, mentions: Sequence[Mention], starts: Sequence[int]
    ) -> dict[Pinpoint, tuple[Pinpoint | None, Evidence]]:
        """The provisions that the items below the mentions of a document change without naming it: of each the item
        that says so and its words. `starts` are the offsets of all citations of the text, in order."""
        outline = self._outline
        cited = sorted(map(self._at, starts))
        items = Items(
            outline, self._flat, lexicon(), lambda start, end: bisect_left(cited, start) < bisect_left(cited, end)
        )
        found: dict[Pinpoint, tuple[Pinpoint | None, Evidence]] = {}
        named: dict[int, list[Pinpoint]] = {}
        for mention in mentions:
            named.setdefault(outline.index(self._at(mention.start)), []).extend(mention.pinpoints)
        for number, pinpoints in named.items():
            if outline.units[number].level >= PARAGRAPH:
                continue
            for changed in items.below(number, pinpoints):
                path = outline.path(changed.unit)
                first, last = clause(outline, outline.units[changed.unit].body, changed.cue.start, changed.end)
                evidence = self._evidence(first, last, changed.cue)
                for pinpoint in changed.pinpoints:
                    found.setdefault(pinpoint, (Pinpoint(path) if path else None, evidence))
        return found

    def _at(self, offset: int) -> int:
        """An offset of the text as one of its normalised form."""
        return bisect_left(self._places, offset, key=self._normalised.start)

    def _evidence(self, first: int, last: int, changing: Token | None) -> Evidence:
        normalised = self._normalised
        begin, finish = normalised.start(first), normalised.end(last)
        cue_start, cue_end = (normalised.start(changing.start), normalised.end(changing.end)) if changing else (-1, -1)
        return replace(
            self._like, start=begin, end=finish, text=self._text[begin:finish], cue=changing.words if changing else "",
            cue_start=cue_start, cue_end=cue_end,
        )  # fmt: skip


def _rank(relation: Relation) -> tuple[bool, float, str, int]:
    """A statement that stands in a provision before others, then the most certain one."""
    e = relation.evidence
    return relation.provision is None, -e.confidence, e.source or "", e.start


def _order(change: Change) -> tuple[str, str, str, int, int, str]:
    relation = change.relation
    return (
        change.date or _UNKNOWN,
        relation.subject,
        relation.evidence.source or "",
        relation.evidence.start,
        PREDICATES.index(relation.predicate),
        relation.object,
    )
