"""The *lược đồ* of one document: facts, force, relations both ways with their best sentences, changes, sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import PREDICATES, Document, Issuer, Relation, Status
from graph.queries.changes import Change, changes
from graph.queries.edges import count_mentions, issuers_of, relations_of
from graph.queries.resolve import by_ids
from graph.queries.status import status
from graph.store.texts import Texts
from graph.store.view import StoreView

WEAK = ("cites", "issued_by")  # said only where nothing closer is


@dataclass(frozen=True, slots=True)
class Role:
    """Documents in one relation to the document (`inverse`: it is their object), each with the statement that says it
    best and the number of all that do; `more` of them are not listed."""

    predicate: str
    inverse: bool
    stated: tuple[tuple[Document, Relation, int], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Diagram:
    """What the graph says of `document` as of the day `at` (ISO; None: as far as anything is stated). `named` are the
    documents by id that the status names, `texts` the sources that are its text, `mentions` how often and in how many
    sources it is mentioned."""

    document: Document
    at: str | None
    status: Status
    issuers: tuple[Issuer, ...] = ()
    roles: tuple[Role, ...] = ()
    changes: tuple[Change, ...] = ()
    texts: tuple[str, ...] = ()
    mentions: tuple[int, int] = (0, 0)
    named: Mapping[str, Document] = field(default_factory=dict)


def closer(relations: list[Relation], *, issued: bool = False) -> list[Relation]:
    """The relations without those that others say more closely: what a document does to another it does not cite
    besides; with `issued` its issuers stay."""
    close = {frozenset((r.subject, r.object)) for r in relations if r.predicate not in WEAK}
    return [
        r
        for r in relations
        if r.predicate not in WEAK
        or (r.predicate == "issued_by" and issued)
        or (r.predicate == "cites" and frozenset((r.subject, r.object)) not in close)
    ]


def diagram(
    connection: sqlite3.Connection, texts: Texts, document: Document, at: str | None = None, most: int = 100
) -> Diagram:
    """The diagram of a document, at most `most` documents in a relation."""
    relations = relations_of(connection, texts, document.id)
    relations = closer(relations)
    others = by_ids(connection, {id for r in relations for id in (r.subject, r.object)})
    roles = []
    for predicate in PREDICATES:
        for inverse in (False, True):
            grouped: dict[str, list[Relation]] = {}
            for r in relations:
                if r.predicate == predicate and (r.object == document.id) == inverse:
                    grouped.setdefault(r.subject if inverse else r.object, []).append(r)
            known = sorted((others[id] for id in grouped if id in others), key=lambda d: (d.date or "9", d.id))
            listed = [(d, max(grouped[d.id], key=_rank), len(grouped[d.id])) for d in known[:most]]
            if listed:
                roles.append(Role(predicate, inverse, tuple(listed), len(known) - len(listed)))
    state = status(connection, texts, document.id, at)
    return Diagram(
        document,
        at,
        state,
        tuple(issuers_of(connection, document)),
        tuple(roles),
        tuple(changes(connection, texts, document.id))[:most],
        StoreView(connection, texts).texts_of(document.id),
        count_mentions(connection, document.id),
        by_ids(connection, [*state.by, *document.candidates, *(p.by for p in state.parts if p.by)]),
    )


def _rank(relation: Relation) -> tuple[bool, float, str, int]:
    """A statement that stands in a provision before others, then the most certain one."""
    e = relation.evidence
    return relation.provision is not None, e.confidence, e.source or "", -e.start
