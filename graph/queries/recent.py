"""What is new in a graph: the documents issued last, and those that were changed last."""

from __future__ import annotations

import sqlite3

from graph.model import Document
from graph.store import rows

_CHANGING = ("replaces", "repeals", "amends")
_CHANGED = (
    "SELECT o.key, max(s.date) FROM relation r CROSS JOIN meaning sc ON sc.claim = r.subject"
    " CROSS JOIN document s ON s.key = sc.document CROSS JOIN meaning oc ON oc.claim = r.object"
    " CROSS JOIN document o ON o.key = oc.document"
    " WHERE r.predicate IN (SELECT key FROM word WHERE name IN (?, ?, ?)) AND length(s.date) = 10"
    " GROUP BY o.key ORDER BY 2 DESC, o.id LIMIT ?"
)


def issued(connection: sqlite3.Connection, limit: int) -> list[Document]:
    """The documents with the latest dates of issue."""
    query = f"SELECT {rows.DOCUMENT} FROM document d WHERE length(d.date) = 10 ORDER BY d.date DESC, d.id LIMIT ?"
    return list(map(rows.document_of, connection.execute(query, (limit,))))


def changed(connection: sqlite3.Connection, limit: int) -> list[tuple[Document, str]]:
    """Documents that were replaced, repealed or amended by the latest documents, with the date of that one's issue."""
    found = []
    for key, date in connection.execute(_CHANGED, (*_CHANGING, limit)).fetchall():
        row = connection.execute(f"SELECT {rows.DOCUMENT} FROM document d WHERE d.key = ?", (key,)).fetchone()
        found.append((rows.document_of(row), str(date)))
    return found
