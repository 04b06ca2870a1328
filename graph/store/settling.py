"""The merge across texts, bucket by bucket: only buckets whose claims changed are merged anew.

Some hundred buckets are one transaction's work; a process that is killed leaves the others marked, and the next goes
on.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.identity.claims import Claim, encode_origins
from graph.identity.codes import code_key
from graph.identity.features import features
from graph.identity.merging import Cluster, merge
from graph.identity.verdict import distinguish
from graph.model import Document, Finding
from graph.store import listing
from graph.store.database import transaction
from graph.store.ids import id_hash
from graph.store.packing import unpack
from graph.store.words import Words, delete_words, insert_all_words, insert_words, words_of

_BATCH = 500  # buckets of one transaction
COLUMNS = (
    "id", "id_hash", "bucket", "type", "code", "name", "date", "issuer", "place", "term", "title", "is_source",
    "provisional", "unnumbered", "candidates", "origins", "number", "code_key",
)  # fmt: skip
_INSERT = f"INSERT INTO document (key, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"
UPDATE = f"UPDATE document SET {', '.join(f'{c} = ?' for c in COLUMNS)} WHERE key = ?"
# The joins are CROSS JOINs, which SQLite takes in the order written.
_CLAIMS = (
    "SELECT c.bucket, c.key, c.digest, c.packed, c.own, c.cited, m.document, m.vague"
    " FROM json_each(?) CROSS JOIN claim c ON c.bucket = value LEFT JOIN meaning m ON m.claim = c.key"
)
_DOCUMENTS = (
    f"SELECT d.key, {', '.join(f'd.{c}' for c in COLUMNS)} FROM json_each(?) CROSS JOIN document d ON d.bucket = value"
)
_FIRST = (
    "SELECT value, min(c.bucket) FROM json_each(?) CROSS JOIN claim c ON c.id_hash = value WHERE c.own + c.cited > 0"
    " GROUP BY value"
)
_BEARERS = "SELECT d.key, d.id_hash, d.bucket FROM json_each(?) CROSS JOIN document d ON d.id_hash = value"


def pending(connection: sqlite3.Connection) -> int:
    """How many buckets wait to be merged."""
    return int(connection.execute("SELECT count(*) FROM dirty").fetchone()[0])


def settle(connection: sqlite3.Connection, progress: Callable[[int], None] | None = None) -> int:
    """Merge every dirty bucket; how many there were. `progress` is told how many were done since the last call."""
    done = 0
    while True:
        with transaction(connection):
            rows = connection.execute("SELECT bucket FROM dirty ORDER BY bucket LIMIT ?", (_BATCH,)).fetchall()
            if rows:
                _settle_buckets(connection, [bucket for (bucket,) in rows])
            again = connection.execute("SELECT bucket FROM dirty ORDER BY bucket LIMIT 1").fetchone()
            if again in rows:  # in a damaged file what is taken out may stay
                raise sqlite3.DatabaseError("database disk image is malformed")
        if not rows:
            listing.make(connection)
            return done
        done += len(rows)
        if progress is not None:
            progress(len(rows))


@dataclass(slots=True)
class _Bucket:
    """A bucket under way: what its claims were, are, and become."""

    claims: dict[bytes, tuple[int, int | None, int | None]] = field(
        default_factory=dict
    )  # digest: key, document, vague
    said: list[Claim] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    old: dict[str, tuple[Any, ...]] = field(default_factory=dict)  # id: the row of the document


@dataclass(slots=True)
class _Changes:
    """What merging some buckets changes, to be written table by table."""

    inserted: list[tuple[Any, ...]] = field(default_factory=list)  # documents: key, values
    updated: list[tuple[tuple[Any, ...], tuple[Any, ...]]] = field(default_factory=list)  # documents: before, after
    gone: list[tuple[Any, ...]] = field(default_factory=list)  # documents
    moved: list[tuple[int, int, int]] = field(default_factory=list)  # claims: key, document, vague
    parted: list[int] = field(default_factory=list)  # those of them that another document had
    dead: list[int] = field(default_factory=list)  # claims that nobody makes any more
    conflicts: list[tuple[Any, ...]] = field(default_factory=list)


def _settle_buckets(connection: sqlite3.Connection, names: Sequence[str]) -> None:
    changes = _Changes()
    buckets = _read(connection, names, changes)
    for bucket in buckets.values():
        bucket.clusters = list(merge(bucket.said))
        bucket.said = []
    owners = _owners(connection, [c.document.id for bucket in buckets.values() for c in bucket.clusters])
    key = int(connection.execute("SELECT coalesce(max(key), 0) FROM document").fetchone()[0])
    for name, bucket in buckets.items():
        findings: list[Finding] = []
        for cluster in bucket.clusters:
            owner = owners.get(cluster.document.id, name)
            own = cluster if owner == name else _with_other_id(cluster, name)
            findings += own.findings
            row = bucket.old.pop(own.document.id, None)
            values = values_of(name, own.document)
            if row is None:
                key += 1
                changes.inserted.append((key, *values))
            elif row[1:] != values:
                changes.updated.append((row, values))
            document, vague = key if row is None else int(row[0]), int(own.document.provisional)
            known = (bucket.claims[digest] for digest in own.claims)
            for claim, before, vaguely in known:
                if (before, vaguely) != (document, vague):
                    changes.moved.append((claim, document, vague))
                if before is not None and before != document:
                    changes.parted.append(claim)
        changes.gone += bucket.old.values()
        changes.conflicts += [(name, ord, f.kind, f.message, json.dumps(f.documents)) for ord, f in enumerate(findings)]
    _make_way(connection, names, changes.inserted)
    _write(connection, names, changes)


def _read(connection: sqlite3.Connection, names: Sequence[str], changes: _Changes) -> dict[str, _Bucket]:
    """The buckets with their claims and the documents that these were merged into; dead claims become changes."""
    buckets = {name: _Bucket() for name in names}
    listed = json.dumps(names)
    for name, key, digest, packed, own, cited, document, vague in connection.execute(_CLAIMS, (listed,)):
        if own + cited:
            buckets[name].claims[digest] = (key, document, vague)
            buckets[name].said.append(Claim.from_content(*unpack(packed), own=own, cited=cited))
        else:
            changes.dead.append(key)
    for row in connection.execute(_DOCUMENTS, (listed,)):
        buckets[row[3]].old[row[1]] = row
    return buckets


def _owners(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """To which bucket an id belongs: the first of those whose claims have it."""
    numbers = {id_hash(id): id for id in ids}
    rows = connection.execute(_FIRST, (json.dumps(list(numbers)),))
    return {numbers[number]: bucket for number, bucket in rows}


def _with_other_id(cluster: Cluster, bucket: str) -> Cluster:
    """The cluster under an id of its own: the one it would have belongs to another bucket."""
    id = cluster.document.id
    other = distinguish(id, f"{zlib.crc32(bucket.encode()):08x}")
    return replace(
        cluster,
        document=replace(cluster.document, id=other),
        findings=tuple(
            replace(f, documents=tuple(other if d == id else d for d in f.documents)) for f in cluster.findings
        ),
    )


def _make_way(connection: sqlite3.Connection, names: Sequence[str], inserted: Sequence[tuple[Any, ...]]) -> None:
    """A bucket that waits may still bear an id that is now another's: it gets a passing one, and will choose anew."""
    numbers = {values[2]: values[1] for values in inserted}
    for key, number, bucket in connection.execute(_BEARERS, (json.dumps(list(numbers)),)).fetchall():
        passing = f"{numbers[number]}#{key}"
        connection.execute("UPDATE document SET id = ?, id_hash = ? WHERE key = ?", (passing, id_hash(passing), key))
        if bucket not in names:
            connection.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (bucket,))


def _write(connection: sqlite3.Connection, names: Sequence[str], changes: _Changes) -> None:
    connection.executemany(UPDATE, ((*after, before[0]) for before, after in changes.updated))
    for before, after in changes.updated:
        if search_words(before[1:]) != search_words(after):
            delete_words(connection, before[0], search_words(before[1:]))
            insert_words(connection, before[0], search_words(after))
    connection.executemany(_INSERT, changes.inserted)
    insert_all_words(connection, ((values[0], search_words(values[1:])) for values in changes.inserted))
    connection.executemany(
        "INSERT INTO meaning VALUES (?, ?, ?)"
        " ON CONFLICT (claim) DO UPDATE SET document = excluded.document, vague = excluded.vague",
        changes.moved,
    )
    connection.executemany("DELETE FROM claim WHERE key = ?", ((key,) for key in changes.dead))
    listing.drop(connection, (row[0] for row in changes.gone))
    for row in changes.gone:
        delete_words(connection, row[0], search_words(row[1:]))
        connection.execute("DELETE FROM document WHERE key = ?", (row[0],))
    connection.executemany("DELETE FROM conflict WHERE bucket = ?", ((name,) for name in names))
    connection.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?, ?)", changes.conflicts)
    connection.executemany("DELETE FROM dirty WHERE bucket = ?", ((name,) for name in names))
    listing.note(connection, names, changes.parted)


def values_of(bucket: str, d: Document) -> tuple[Any, ...]:
    """The row of a document, in the order of COLUMNS."""
    candidates = json.dumps(d.candidates, ensure_ascii=False) if d.candidates else None
    origins = encode_origins(d.origins) or None
    number = features(d).number or None
    key = code_key(d.code) if d.code else None
    return (
        d.id, id_hash(d.id), bucket, d.type, d.code, d.name, d.date, d.issuer, d.place, d.term, d.title,
        int(d.is_source), int(d.provisional), int(d.unnumbered), candidates, origins, number, key,
    )  # fmt: skip


def search_words(values: Sequence[Any]) -> Words:
    """What a document is found by, from its row."""
    row = dict(zip(COLUMNS, values, strict=True))
    names = ("type", "code", "name", "date", "title", "issuer", "place")
    return words_of(**{name: row[name] for name in names})
