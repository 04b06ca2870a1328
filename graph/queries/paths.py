"""How two documents hang together: a shortest chain of relations, in either direction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from graph.model import PREDICATES, Relation
from graph.store import rows
from graph.store.ids import key_of
from graph.store.texts import Texts

# Stated relations say more than a bare citation: a way of citations is taken only where there is no other.
_STATED = tuple(p for p in PREDICATES if p not in ("cites", "issued_by"))
_BATCH = 400
_NEXT = (
    "SELECT a.document, b.document, p.name, {forward}, r.source, r.ord, r.confidence, t.id, f.name FROM meaning a"
    " CROSS JOIN relation r ON r.{near} = a.claim AND r.predicate IN"
    " (SELECT key FROM word WHERE name IN ({predicates})) CROSS JOIN word p ON p.key = r.predicate"
    " CROSS JOIN meaning b ON b.claim = r.{far} CROSS JOIN document t ON t.key = b.document"
    " CROSS JOIN source f ON f.key = r.source"
    " WHERE a.document IN ({documents}) AND b.document <> a.document"
)

_Step = tuple[int, int, str, int, int, int, float, str, str]


def path(connection: sqlite3.Connection, texts: Texts, start: str, end: str) -> list[Relation]:
    """The relations of a shortest way between two documents, from `start` on, each in its own direction (a relation
    whose subject comes second on the way was walked backwards). Empty if there is no way or both are the same."""
    for predicates in (_STATED, (*_STATED, "cites")):
        steps = _search(connection, start, end, predicates)
        if steps:
            return [_relation(connection, texts, step) for step in steps]
    return []


def _search(connection: sqlite3.Connection, start: str, end: str, predicates: Sequence[str]) -> list[_Step]:
    first, last = key_of(connection, start), key_of(connection, end)
    if first is None or last is None or first == last:
        return []
    came: dict[int, _Step | None] = {first: None}
    front = [first]
    while front and last not in came:
        reached: dict[int, tuple[tuple[int, int, float, str, int], _Step]] = {}
        order = {key: place for place, key in enumerate(front)}
        for begin in range(0, len(front), _BATCH):
            for step in _steps(connection, front[begin : begin + _BATCH], predicates):
                if step[1] not in came:
                    rank = (predicates.index(step[2]), order[step[0]], -step[6], step[8], step[5])
                    if step[1] not in reached or rank < reached[step[1]][0]:
                        reached[step[1]] = (rank, step)
        came.update((key, step) for key, (_, step) in reached.items())
        front = sorted(reached, key=lambda key: reached[key][1][7])
    way: list[_Step] = []
    at = last
    while (reached_by := came.get(at)) is not None:
        way.append(reached_by)
        at = reached_by[0]
    return way[::-1]


def _steps(connection: sqlite3.Connection, documents: Sequence[int], predicates: Sequence[str]) -> list[_Step]:
    marks = ", ".join("?" * len(documents))
    kinds = ", ".join("?" * len(predicates))
    found: list[_Step] = []
    for near, far, forward in (("subject", "object", 1), ("object", "subject", 0)):
        query = _NEXT.format(near=near, far=far, forward=forward, predicates=kinds, documents=marks)
        found += connection.execute(query, (*predicates, *documents)).fetchall()
    return found


def _relation(connection: sqlite3.Connection, texts: Texts, step: _Step) -> Relation:
    near, far, predicate, forward, source, ord, *_ = step
    ids = dict(connection.execute("SELECT key, id FROM document WHERE key IN (?, ?)", (near, far)).fetchall())
    row = connection.execute(
        f"SELECT {rows.EVIDENCE} FROM relation r JOIN source f ON f.key = r.source JOIN word rule ON rule.key = r.rule"
        " WHERE r.source = ? AND r.ord = ?",
        (source, ord),
    ).fetchone()
    subject, object = (near, far) if forward else (far, near)
    return rows.relation_of(ids[subject], predicate, ids[object], row, texts)
