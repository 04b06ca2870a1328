"""Ids in indexes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable


def id_hash(id: str) -> int:
    """A signed 64-bit number that stands for an id in an index; rows found by it are compared by their id."""
    return int.from_bytes(hashlib.blake2b(id.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def key_of(connection: sqlite3.Connection, id: str) -> int | None:
    """The key of the document with this id, or None."""
    row = connection.execute("SELECT key, id FROM document WHERE id_hash = ?", (id_hash(id),)).fetchone()
    return int(row[0]) if row and row[1] == id else None


def keys_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """Id -> key of the documents with these ids, those that there are."""
    wanted = set(ids)
    hashes = json.dumps([id_hash(id) for id in sorted(wanted)])
    query = "SELECT d.id, d.key FROM json_each(?) CROSS JOIN document d ON d.id_hash = value"
    return {id: int(key) for id, key in connection.execute(query, (hashes,)) if id in wanted}
