"""How a document hangs in the graph, in figures: how many documents stand in which relation to it."""

from __future__ import annotations

import sqlite3

from graph.model import PREDICATES
from graph.store.ids import key_of

_COUNT = (
    "SELECT p.name, count(DISTINCT b.document) FROM meaning a CROSS JOIN relation r ON r.{near} = a.claim"
    " CROSS JOIN meaning b ON b.claim = r.{far} CROSS JOIN word p ON p.key = r.predicate"
    " WHERE a.document = :at AND b.document <> :at GROUP BY p.name"
)


def roles(connection: sqlite3.Connection, id: str) -> list[tuple[str, bool, int]]:
    """(predicate, whether the document is the object, number of documents at the other end), by predicate in the order
    of `graph.model.PREDICATES`, the document as subject first. Issuers are not counted."""
    key = key_of(connection, id)
    found: dict[tuple[str, bool], int] = {}
    for inverse, near, far in ((False, "subject", "object"), (True, "object", "subject")):
        for name, count in connection.execute(_COUNT.format(near=near, far=far), {"at": key}):
            found[name, inverse] = count
    return [(p, inverse, found[p, inverse]) for p in PREDICATES for inverse in (False, True) if (p, inverse) in found]
