"""Of documents that very many others have a relation to: those others in the order in which they are listed.

Who carries a document out is listed by id, and ids are long: to tell which of twenty thousand are the first, all of
them had to be read and sorted. So the keys of those of a much named document are kept in that order, some thousand in
a row. A list follows from relations and merged documents alone: what changes them marks the document (`unlisted`), and
its list is made anew behind the merge. A graph with corrections has no lists (they change documents behind the merge);
a question for which there is none sorts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby

from graph.store.database import transaction

MANY = 1_000  # relations of one kind to a document from which on it has a list of their subjects
PART = 1_000  # keys in a row: what a page of the file holds
_BYTES = 4  # of a key
_BATCH = 500  # documents of one transaction

_MUCH_NAMED = (
    "INSERT OR IGNORE INTO unlisted SELECT m.document FROM {} CROSS JOIN meaning m ON m.document = {}"
    " CROSS JOIN relation r ON r.object = m.claim GROUP BY m.document HAVING count(*) >= :many"
)
_IN_BUCKETS = _MUCH_NAMED.format("json_each(:buckets) CROSS JOIN document d ON d.bucket = value", "d.key")
_ALL = _MUCH_NAMED.format("document d", "d.key")
_NOW_FEW = (
    "INSERT OR IGNORE INTO unlisted SELECT DISTINCT l.document FROM json_each(:buckets)"
    " CROSS JOIN document d ON d.bucket = value CROSS JOIN listed l ON l.document = d.key"
)
_OBJECTS = (
    "INSERT OR IGNORE INTO unlisted SELECT DISTINCT m.document FROM json_each(:claims)"
    " CROSS JOIN relation r ON r.subject = value CROSS JOIN meaning m ON m.claim = r.object"
    " WHERE EXISTS (SELECT 1 FROM listed l WHERE l.document = m.document)"
)
# Those of several texts come several times; the sort brings them together.
_SUBJECTS = (
    "SELECT r.predicate, d.key, d.id FROM meaning a CROSS JOIN relation r ON r.object = a.claim"
    " CROSS JOIN meaning b ON b.claim = r.subject CROSS JOIN document d ON d.key = b.document"
    " WHERE a.document = ?1 AND b.document <> ?1 ORDER BY r.predicate, d.id"
)
_HAS_CORRECTIONS = "SELECT 1 FROM correction LIMIT 1"


def note(connection: sqlite3.Connection, buckets: Sequence[str], moved: Iterable[int]) -> None:
    """These buckets are merged, which took these claims from one document to another: mark the documents whose lists
    may have changed. In the transaction of the caller."""
    values = {"buckets": json.dumps(list(buckets)), "many": MANY}
    connection.execute(_IN_BUCKETS, values)
    connection.execute(_NOW_FEW, {"buckets": values["buckets"]})
    claims = list(moved)
    if claims:  # of another bucket may be what a relation of theirs leads to
        connection.execute(_OBJECTS, {"claims": json.dumps(claims)})


def note_all(connection: sqlite3.Connection) -> None:
    """Mark every document that is to have lists. In the transaction of the caller."""
    connection.execute(_ALL, {"many": MANY})


def drop(connection: sqlite3.Connection, documents: Iterable[int] | None = None) -> None:
    """Forget the lists of these documents, or all. In the transaction of the caller."""
    if documents is None:
        connection.execute("DELETE FROM listed")
        connection.execute("DELETE FROM unlisted")
    else:
        keys = [(document,) for document in documents]
        connection.executemany("DELETE FROM listed WHERE document = ?", keys)
        connection.executemany("DELETE FROM unlisted WHERE document = ?", keys)


def make(connection: sqlite3.Connection) -> None:
    """Make the lists of the documents that are marked; everything is merged."""
    if connection.execute("SELECT 1 FROM unlisted LIMIT 1").fetchone() is None:
        return
    if connection.execute(_HAS_CORRECTIONS).fetchone() is not None:
        with transaction(connection):
            drop(connection)
        return
    done = -1
    while True:
        with transaction(connection):
            query = "SELECT document FROM unlisted ORDER BY document LIMIT ?"
            keys = [key for (key,) in connection.execute(query, (_BATCH,))]
            if keys and keys[0] <= done:  # in a damaged file what is taken out may stay
                raise sqlite3.DatabaseError("database disk image is malformed")
            drop(connection, keys)
            for key in keys:
                _make(connection, key)
        if not keys:
            return
        done = keys[-1]


def _make(connection: sqlite3.Connection, document: int) -> None:
    for predicate, rows in groupby(connection.execute(_SUBJECTS, (document,)).fetchall(), key=lambda row: row[0]):
        subjects = [key for _, key, _ in rows]
        if len(subjects) >= MANY:
            parts = enumerate(_parts(list(dict.fromkeys(subjects))))
            connection.executemany(
                "INSERT INTO listed (document, predicate, part, subjects) VALUES (?, ?, ?, ?)",
                (
                    (document, predicate, part, b"".join(key.to_bytes(_BYTES, "big") for key in keys))
                    for part, keys in parts
                ),
            )


def _parts(keys: Sequence[int]) -> Iterable[Sequence[int]]:
    return (keys[at : at + PART] for at in range(0, len(keys), PART))


def page(connection: sqlite3.Connection, document: int, predicate: int, skip: int, limit: int) -> list[int]:
    """The keys of the documents that have this relation (the key of its word) to a document: so many by id, behind
    those to be skipped. Empty where no list says it."""
    if any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in ("dirty", "unlisted")):
        return []
    query = "SELECT subjects FROM listed WHERE document = ? AND predicate = ? AND part BETWEEN ? AND ? ORDER BY part"
    first, last = skip // PART, (skip + limit - 1) // PART
    data = b"".join(part for (part,) in connection.execute(query, (document, predicate, first, last)))
    begin = (skip - first * PART) * _BYTES
    wanted = data[begin : begin + limit * _BYTES]
    return [int.from_bytes(wanted[at : at + _BYTES], "big") for at in range(0, len(wanted), _BYTES)]
