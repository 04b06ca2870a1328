"""What texts say goes into the store, many texts in one transaction; what they said before goes out.

Documents become claims (`graph.identity.claims`), shared by all texts that describe a document alike. The buckets whose
claims changed are noted as dirty; `graph.store.settling` merges them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, repeat
from typing import Any, NamedTuple

from graph.compact import compact
from graph.model import Extraction, Source
from graph.store.database import transaction
from graph.store.record import ISSUER_FIELDS, Record, bucket_of, content_digest, prepare
from graph.store.tables import PLACES, TABLES, Table
from graph.store.texts import delete_text, write_texts
from graph.store.trust import parsed

_OF_A_SOURCE = (*(table.name for table in TABLES), "denied", "assertion", "issuer_assertion")


class Entry(NamedTuple):
    """A record to store. `file` is the digest of the bytes the text came from and `reader` the version that read it:
    with them `is_current` can tell that nothing is to be done."""

    record: Record
    file: str | None = None
    reader: str = ""


def put(
    connection: sqlite3.Connection,
    source: Source,
    extraction: Extraction,
    *,
    file: str | None = None,
    reader: str = "",
) -> bool:
    """Store what `source` says; whether anything changed. `file` and `reader`: see `Entry`.

    ValueError where the extraction refers to a document that it does not list.
    """
    return put_all(connection, [Entry(Record.parse(prepare(source, extraction)), file, reader)]) == 1


def put_all(connection: sqlite3.Connection, entries: Iterable[Entry]) -> int:
    """Store what many sources say, all or nothing, as if one after the other; how many changed.

    ValueError, OverflowError or sqlite3.IntegrityError where a record, well-formed as it is, cannot be stored.
    """
    changed = 0
    with transaction(connection):
        for group in _groups(entries):
            fresh = [entry for entry in group if _is_news(connection, entry)]
            if fresh:
                _insert(connection, fresh)
            changed += len(fresh)
    return changed


def _groups(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Runs of entries of different sources."""
    group: dict[str, Entry] = {}
    for entry in entries:
        if entry.record.name in group:
            yield list(group.values())
            group = {}
        group[entry.record.name] = entry
    if group:
        yield list(group.values())


def _is_news(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Whether the source says something that is not stored; what it said before is forgotten then."""
    record = entry.record
    known = connection.execute(
        "SELECT key, content, said, file, reader FROM source WHERE name = ?", (record.name,)
    ).fetchone()
    if known is None:
        return True
    if (known[1], known[2]) != (record.content, record.said):
        forget_source(connection, record.name)
        return True
    if (known[3], known[4]) != (entry.file, entry.reader):
        connection.execute("UPDATE source SET file = ?, reader = ? WHERE key = ?", (entry.file, entry.reader, known[0]))
    return False


def remove(connection: sqlite3.Connection, name: str) -> bool:
    """Forget the source of this name and all that it says; False if there is none."""
    with transaction(connection):
        return forget_source(connection, name)


def finish_container(connection: sqlite3.Connection, name: str, file: str, reader: str, *, complete: bool) -> int:
    """The documents of an archive or a table (``name/member``, ``name#row``) are all stored: forget those that are no
    longer in it, and how many there were. Only a `complete` one (nothing in it failed) is passed over next time."""
    with transaction(connection):
        gone = connection.execute(
            "SELECT name FROM source WHERE name = ?2 AND (file IS NOT ?1 OR reader IS NOT ?3)"  # was one document
            " UNION SELECT name FROM source WHERE file IS NOT ?1 AND name > ?4 AND name < ?4 || char(1114111)"
            " UNION SELECT name FROM source WHERE file IS NOT ?1 AND name > ?5 AND name < ?5 || char(1114111)",
            (file, name, reader, f"{name}/", f"{name}#"),
        ).fetchall()
        for (member,) in gone:
            forget_source(connection, member)
        connection.execute("DELETE FROM container WHERE name = ?", (name,))
        if complete:
            connection.execute("INSERT INTO container VALUES (?, ?, ?)", (name, file, reader))
    return len(gone)


def is_current(connection: sqlite3.Connection, name: str, file: str, reader: str) -> bool:
    """Whether the source (or the archive) of this name was stored from these bytes by this version."""
    found = connection.execute(
        "SELECT 1 FROM source WHERE name = ?1 AND file = ?2 AND reader = ?3"
        " UNION ALL SELECT 1 FROM container WHERE name = ?1 AND file = ?2 AND reader = ?3",
        (name, file, reader),
    ).fetchone()
    return found is not None


def is_current_text(connection: sqlite3.Connection, source: Source, reader: str) -> bool:
    """Whether this source was stored with this text by this version."""
    found = connection.execute(
        "SELECT 1 FROM source WHERE name = ? AND content = ? AND reader = ?",
        (source.name, content_digest(source), reader),
    ).fetchone()
    return found is not None


def _insert(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Store sources that are not there, table by table."""
    keys = list(range(first := _next_key(connection, "source"), first + len(entries)))
    connection.executemany(
        "INSERT INTO source (key, name, format, metadata, content, file, said, reader, length)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, r.name, r.format, r.metadata, r.content, file, r.said, reader, r.length)
            for key, (r, file, reader) in zip(keys, entries, strict=True)
        ),
    )
    records = [entry.record for entry in entries]
    write_texts(connection, ((key, record.pieces) for key, record in zip(keys, records, strict=True)))
    claims = _claim_keys(connection, records)
    issuers = _issuer_keys(connection, keys, records)
    words = _word_keys(connection, records)
    known = [[claims[digest] for digest, *_ in record.claims] for record in records]
    connection.executemany(
        "INSERT INTO assertion (source, ord, claim, own) VALUES (?, ?, ?, ?)",
        (
            (key, ord, claim, said[3])
            for key, record, listed in zip(keys, records, known, strict=True)
            for ord, (claim, said) in enumerate(zip(listed, record.claims, strict=True))
        ),
    )
    lists: dict[str, list[Sequence[Any]]] = {
        "claim": [*known],
        "issuer?": [[issuers[id] for id, _ in record.issuers] for record in records],
        "pinpoint?": [record.parts["pinpoint?"] for record in records],
        "pinpoints?": [record.parts["pinpoints?"] for record in records],
    }
    for table in TABLES:
        connection.executemany(table.insert, _table_rows(table, keys, records, lists, words))


def _table_rows(
    table: Table,
    keys: Sequence[int],
    records: Sequence[Record],
    lists: Mapping[str, Sequence[Sequence[Any]]],
    words: Mapping[str, int],
) -> Iterator[tuple[Any, ...]]:
    """The rows of all records in one table, column by column: positions replaced by what stands there in the `lists` of
    the record."""
    told = [(number, record.tables[table.name]) for number, record in enumerate(records)]
    told = [(number, columns) for number, columns in told if columns[0]]
    rows = [len(columns[0]) for _, columns in told]
    filled: list[Iterable[Any]] = [
        chain.from_iterable(repeat(keys[number], size) for (number, _), size in zip(told, rows, strict=True)),
        chain.from_iterable(map(range, rows)),
    ]
    for at, kind in enumerate(table.kinds):
        cells = ((columns[at], lists["claim" if kind.startswith("claim") else kind][n]) for n, columns in told)
        if kind == "claim":
            column: Iterable[Any] = [listed[place] for places, listed in cells for place in places]
        elif kind == "claims":
            column = [compact([listed[p] for p in each]) for places, listed in cells for each in places]
        elif kind in ("claim?", "issuer?", "pinpoint?", "pinpoints?"):
            column = [None if p is None else listed[p] for places, listed in cells for p in places]
        else:
            column = list(chain.from_iterable([columns[at] for _, columns in told]))
            if kind == "word":
                column = map(words.__getitem__, column)
        filled.append(column)
    return zip(*filled, strict=True)


def _next_key(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0])


def _claim_keys(connection: sqlite3.Connection, records: Sequence[Record]) -> dict[bytes, int]:
    """The keys of the claims by their digests, new ones made; their counts go up and their buckets are dirty."""
    said = {claim[0]: claim for record in records for claim in record.claims}
    own = Counter(claim[0] for record in records for claim in record.claims if claim[3])
    cited = Counter(claim[0] for record in records for claim in record.claims if not claim[3])
    keys: dict[bytes, int] = {}
    buckets: set[str] = set()
    for digest in said:
        row = connection.execute("SELECT key, bucket FROM claim WHERE digest = ?", (digest,)).fetchone()
        if row is not None:
            keys[digest] = row[0]
            buckets.add(row[1])
    connection.executemany(
        "UPDATE claim SET own = own + ?, cited = cited + ? WHERE key = ?",
        ((own[digest], cited[digest], key) for digest, key in keys.items()),
    )
    first = _next_key(connection, "claim")
    fresh = [claim for digest, claim in said.items() if digest not in keys]
    falls = [bucket_of(digest, number, packed) for digest, number, packed, _ in fresh]
    connection.executemany(
        "INSERT INTO claim (key, digest, id_hash, bucket, packed, own, cited) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (key, digest, number, bucket, packed, own[digest], cited[digest])
            for key, (digest, number, packed, _), bucket in zip(count(first), fresh, falls, strict=False)
        ),
    )
    keys.update((claim[0], key) for key, claim in enumerate(fresh, first))
    buckets.update(falls)
    connection.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", ((bucket,) for bucket in sorted(buckets)))
    _touch(connection, range(first, first + len(fresh)))
    return keys


def _touch(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """A claim that came or went also matters to the other buckets that have its id: the first of them owns the id."""
    connection.executemany(
        "INSERT OR IGNORE INTO dirty SELECT o.bucket FROM claim c JOIN claim o ON o.id_hash = c.id_hash"
        " AND o.bucket <> c.bucket"
        " WHERE c.key = ?",
        ((key,) for key in claims),
    )


def _word_keys(connection: sqlite3.Connection, records: Sequence[Record]) -> dict[str, int]:
    """The keys of the words in the tables, new ones made in the order in which they come: it does not matter how many
    sources are stored together."""
    known = dict(connection.execute("SELECT name, key FROM word"))
    new: dict[str, None] = {}
    for record in records:
        for table, number in PLACES["word"]:
            if not known.keys() >= set(names := record.tables[table][number]):
                new.update((name, None) for name in names if name not in known)
    if not new:
        return known
    connection.executemany("INSERT INTO word (name) VALUES (?)", ((name,) for name in new))
    return dict(connection.execute("SELECT name, key FROM word"))


def _issuer_keys(connection: sqlite3.Connection, sources: Sequence[int], records: Sequence[Record]) -> dict[str, int]:
    """The keys of the issuers by their ids, new ones made, and which source says what about them."""
    uses = Counter(said for record in records for said in record.issuers)
    keys: dict[str, int] = {}
    for id in dict.fromkeys(id for id, _ in uses):
        row = connection.execute("SELECT key FROM issuer WHERE id = ?", (id,)).fetchone()
        if row is None:
            insert = "INSERT INTO issuer (id, name) VALUES (?, '') RETURNING key"
            row = connection.execute(insert, (id,)).fetchone()
        keys[id] = row[0]
    variants = {
        (id, content): connection.execute(
            "INSERT INTO issuer_variant (issuer, content, uses) VALUES (?, ?, ?)"
            " ON CONFLICT (issuer, content) DO UPDATE SET uses = uses + excluded.uses RETURNING key",
            (keys[id], content, number),
        ).fetchone()[0]
        for (id, content), number in uses.items()
    }
    connection.executemany(
        "INSERT INTO issuer_assertion VALUES (?, ?)",
        ((source, variants[said]) for source, record in zip(sources, records, strict=True) for said in record.issuers),
    )
    for key in keys.values():
        _settle_issuer(connection, key)
    return keys


def _settle_issuer(connection: sqlite3.Connection, issuer: int) -> None:
    """The issuer is what most texts say of it; among equals the one that says most, then by letters."""
    variants = connection.execute("SELECT content, uses FROM issuer_variant WHERE issuer = ?", (issuer,)).fetchall()
    if not variants:
        connection.execute("DELETE FROM issuer WHERE key = ?", (issuer,))
        return
    fields = parsed(min(variants, key=lambda v: (-v[1], -len(v[0]), v[0]))[0])
    connection.execute(
        "UPDATE issuer SET name = ?, place = ?, level = ?, branch = ?, code = ? WHERE key = ?",
        (*(fields.get(name) for name in ISSUER_FIELDS), issuer),
    )


def forget_source(connection: sqlite3.Connection, name: str) -> bool:
    """Forget the source of this name, in the transaction of the caller; False if there is none."""
    known = connection.execute("SELECT key FROM source WHERE name = ?", (name,)).fetchone()
    if known:
        _withdraw(connection, known[0])
        connection.execute("DELETE FROM source WHERE key = ?", (known[0],))
    return known is not None


def _withdraw(connection: sqlite3.Connection, source: int) -> None:
    """Take back everything that a source says; its row stays for the caller to delete."""
    said = connection.execute("SELECT claim, own FROM assertion WHERE source = ?", (source,)).fetchall()
    connection.executemany(
        "UPDATE claim SET own = own - ?, cited = cited - ? WHERE key = ?",
        ((own, 1 - own, claim) for claim, own in said),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO dirty SELECT bucket FROM claim WHERE key = ?", ((claim,) for claim, _ in said)
    )
    _touch(connection, (claim for claim, _ in said))
    variants = connection.execute(
        "SELECT v.key, v.issuer FROM issuer_assertion a JOIN issuer_variant v ON v.key = a.variant WHERE a.source = ?",
        (source,),
    ).fetchall()
    for table in _OF_A_SOURCE:
        connection.execute(f"DELETE FROM {table} WHERE source = ?", (source,))
    delete_text(connection, source)
    connection.executemany("UPDATE issuer_variant SET uses = uses - 1 WHERE key = ?", ((key,) for key, _ in variants))
    connection.executemany("DELETE FROM issuer_variant WHERE key = ? AND uses = 0", ((key,) for key, _ in variants))
    for issuer in {issuer for _, issuer in variants}:
        _settle_issuer(connection, issuer)
