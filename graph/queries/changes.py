"""What a document changed, and what changed it: the table that EUR-Lex and legislation.gov.uk print.

A row is one change: a provision of the affecting document does something to the affected document or a part of it.
Where the affecting document's own text states the change, that statement is the row, since only there its provision is
known; else the most certain statement of another text (a consolidated text, a later preamble).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.contract import document_dict, relation_dict
from graph.domain.table import match_form, read_table
from graph.model import Document, Pinpoint, Relation
from graph.queries.edges import relations_of
from graph.queries.status import status
from graph.store import rows
from graph.store.ids import key_of
from graph.store.texts import Texts

# What changes the force or the wording of a document, in the order in which changes of one day are listed.
PREDICATES = ("replaces", "repeals", "amends", "corrects", "suspends", "extends", "consolidates")
_UNKNOWN = "9999"  # a document without a date comes last
_OWN = (
    "SELECT f.name FROM meaning c CROSS JOIN assertion a ON a.claim = c.claim CROSS JOIN source f ON f.key = a.source"
    " WHERE a.own AND c.document = ?"
)


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
        the relation says; the row says what became of the provision."""
        relation = self.relation
        if relation.predicate == "amends" and (relation.partial or relation.pinpoints):
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
    for relation in relations_of(connection, texts, id):
        if relation.predicate in PREDICATES:
            stated.setdefault((relation.subject, relation.predicate, relation.object), []).append(relation)
    documents: dict[str, Document] = {}
    own: dict[str, frozenset[str]] = {}
    days: dict[str, str | None] = {}
    found = []
    for (subject, _, object), relations in stated.items():
        for end in (subject, object):
            if end not in documents:
                documents[end] = _document(connection, end)
        if subject not in own:
            own[subject] = frozenset(name for (name,) in connection.execute(_OWN, (key_of(connection, subject),)))
            days[subject] = status(connection, texts, subject).first_day
        by_itself = [r for r in relations if r.evidence.source in own[subject]]
        best = min(by_itself or relations, key=_rank)
        provision = best.provision if by_itself else None
        found.append(Change(documents[subject], documents[object], best, provision, days[subject]))
    return sorted(found, key=_order)


def _document(connection: sqlite3.Connection, id: str) -> Document:
    query = f"SELECT {rows.DOCUMENT} FROM document d WHERE d.key = ?"
    row = connection.execute(query, (key_of(connection, id),)).fetchone()
    return Document(id) if row is None else rows.document_of(row)


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
