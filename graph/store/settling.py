"""The merge across texts, bucket by bucket: only buckets whose claims changed are merged anew.

Each bucket is one transaction's work; a process that is killed leaves the others marked, and the next one goes on.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.identity.claims import Claim, encode_origins
from graph.identity.codes import code_key
from graph.identity.features import features
from graph.identity.merging import Cluster, merge
from graph.identity.verdict import distinguish
from graph.model import Document
from graph.store.database import transaction
from graph.store.ids import id_hash
from graph.store.packing import unpack
from graph.store.words import Words, delete_words, insert_words, words_of

_BATCH = 100
COLUMNS = (
    "id", "id_hash", "bucket", "type", "code", "name", "date", "issuer", "place", "term", "title", "is_source",
    "provisional", "unnumbered", "candidates", "origins", "number", "code_key",
)  # fmt: skip
_SELECT = f"SELECT key, {', '.join(COLUMNS)} FROM document WHERE bucket = ?"
_INSERT = f"INSERT INTO document ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))}) RETURNING key"
_UPDATE = f"UPDATE document SET {', '.join(f'{c} = ?' for c in COLUMNS)} WHERE key = ?"


def pending(connection: sqlite3.Connection) -> int:
    """How many buckets wait to be merged."""
    return int(connection.execute("SELECT count(*) FROM dirty").fetchone()[0])


def settle(connection: sqlite3.Connection, progress: Callable[[int], None] | None = None) -> int:
    """Merge every dirty bucket; how many there were. `progress` is told how many were done since the last call."""
    done = 0
    while True:
        with transaction(connection):
            rows = connection.execute("SELECT bucket FROM dirty ORDER BY bucket LIMIT ?", (_BATCH,)).fetchall()
            for (bucket,) in rows:
                _settle_bucket(connection, bucket)
            again = connection.execute("SELECT bucket FROM dirty ORDER BY bucket LIMIT 1").fetchone()
            if again in rows:  # in a damaged file what is taken out may stay
                raise sqlite3.DatabaseError("database disk image is malformed")
        if not rows:
            return done
        done += len(rows)
        if progress is not None:
            progress(len(rows))


def _settle_bucket(connection: sqlite3.Connection, bucket: str) -> None:
    claims: dict[bytes, tuple[int, int | None, int | None]] = {}  # digest -> key, document, vague
    said: list[Claim] = []
    dead: list[int] = []
    for key, digest, packed, own, cited, document, vague in connection.execute(
        "SELECT key, digest, packed, own, cited, document, vague FROM claim LEFT JOIN meaning ON claim = key"
        " WHERE bucket = ?",
        (bucket,),
    ):
        if own + cited:
            claims[digest] = (key, document, vague)
            said.append(Claim.from_content(*unpack(packed), own=own, cited=cited))
        else:
            dead.append(key)
    clusters = [_with_own_id(connection, bucket, cluster) for cluster in merge(said)]
    old = {row[1]: row for row in connection.execute(_SELECT, (bucket,))}
    for cluster in clusters:
        document = _store(connection, bucket, cluster.document, old.pop(cluster.document.id, None))
        vague = int(cluster.document.provisional)
        moved = [claims[d][0] for d in cluster.claims if claims[d][1:] != (document, vague)]
        connection.executemany(
            "INSERT INTO meaning VALUES (?, ?, ?)"
            " ON CONFLICT (claim) DO UPDATE SET document = excluded.document, vague = excluded.vague",
            ((key, document, vague) for key in moved),
        )
    connection.executemany("DELETE FROM claim WHERE key = ?", ((key,) for key in dead))
    for row in old.values():
        delete_words(connection, row[0], _words(row[1:]))
        connection.execute("DELETE FROM document WHERE key = ?", (row[0],))
    connection.execute("DELETE FROM conflict WHERE bucket = ?", (bucket,))
    findings = [finding for cluster in clusters for finding in cluster.findings]
    connection.executemany(
        "INSERT INTO conflict VALUES (?, ?, ?, ?, ?)",
        ((bucket, ord, f.kind, f.message, json.dumps(f.documents)) for ord, f in enumerate(findings)),
    )
    connection.execute("DELETE FROM dirty WHERE bucket = ?", (bucket,))


def _with_own_id(connection: sqlite3.Connection, bucket: str, cluster: Cluster) -> Cluster:
    """An id that claims of several buckets have belongs to the first of these buckets."""
    id = cluster.document.id
    first = connection.execute(
        "SELECT min(bucket) FROM claim WHERE id_hash = ? AND own + cited > 0", (id_hash(id),)
    ).fetchone()[0]
    if first is None or first == bucket:
        return cluster
    other = distinguish(id, f"{zlib.crc32(bucket.encode()):08x}")
    return replace(
        cluster,
        document=replace(cluster.document, id=other),
        findings=tuple(
            replace(f, documents=tuple(other if d == id else d for d in f.documents)) for f in cluster.findings
        ),
    )


def _store(connection: sqlite3.Connection, bucket: str, document: Document, old: tuple[Any, ...] | None) -> int:
    values = _values(bucket, document)
    if old is not None:
        key = int(old[0])
        if old[1:] == values:
            return key
        connection.execute(_UPDATE, (*values, key))
        if _words(old[1:]) != _words(values):
            delete_words(connection, key, _words(old[1:]))
            insert_words(connection, key, _words(values))
        return key
    # another bucket may still bear this id; it is dirty and will choose anew
    for other, name in connection.execute("SELECT key, bucket FROM document WHERE id_hash = ?", values[1:2]).fetchall():
        passing = f"{document.id}#{other}"
        connection.execute("UPDATE document SET id = ?, id_hash = ? WHERE key = ?", (passing, id_hash(passing), other))
        connection.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (name,))
    key = int(connection.execute(_INSERT, values).fetchone()[0])
    insert_words(connection, key, _words(values))
    return key


def _values(bucket: str, d: Document) -> tuple[Any, ...]:
    """The row of a document, in the order of COLUMNS."""
    candidates = json.dumps(d.candidates, ensure_ascii=False) if d.candidates else None
    origins = encode_origins(d.origins) or None
    number = features(d).number or None
    key = code_key(d.code) if d.code else None
    return (
        d.id, id_hash(d.id), bucket, d.type, d.code, d.name, d.date, d.issuer, d.place, d.term, d.title,
        int(d.is_source), int(d.provisional), int(d.unnumbered), candidates, origins, number, key,
    )  # fmt: skip


def _words(values: tuple[Any, ...]) -> Words:
    row = dict(zip(COLUMNS, values, strict=True))
    names = ("type", "code", "name", "date", "title", "issuer", "place")
    return words_of(**{name: row[name] for name in names})
