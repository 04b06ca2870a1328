"""A large graph out of a smaller one: every text once more with other numbers, without reading any.

    python benchmarks/grown.py SMALL LARGE --times 10

Texts of a province and what they say are written again under new keys, names and numbers (the graph of 100,000 texts
that `million.py --keep` leaves, ten times: a million); the acts of the centre stay the same and are cited by all. Then
the claims are merged as after a build. It takes a tenth of the time of a build, and the questions have as much to read.
The text of a sentence that names a local document still has its first number.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sqlite3
import sys
import time
from pathlib import Path

from graph.identity.claims import claim_key
from graph.knowledge import open as open_graph
from graph.store.database import connect, transaction
from graph.store.ids import id_hash
from graph.store.packing import pack, unpack
from graph.store.record import bucket_of

_NUMBER = re.compile(r'(;|")(\d+)(-(?:kh|qd)-ubnd|/(?:KH|QĐ)-UBND)')
_APART = 1_000_000  # between the numbers of one copy and the next
_SPAN = 1 << 24  # between the pieces of one text and the next
_COPIES = (
    "INSERT INTO source SELECT key + :s, :n || '/' || name, format, metadata, content, file, said, reader, length"
    " FROM source WHERE key <= :most",
    f"INSERT INTO block SELECT key + :s * {_SPAN}, data FROM block WHERE key < (:most + 1) * {_SPAN}",
    "INSERT INTO assertion SELECT source + :s, ord, {claim}, own FROM assertion WHERE source <= :most",
    "INSERT INTO issuer_assertion SELECT source + :s, variant FROM issuer_assertion WHERE source <= :most",
    "INSERT INTO mention SELECT source + :s, ord, {claim}, start, end, text, pinpoints, rule, confidence, provision"
    " FROM mention WHERE source <= :most",
    "INSERT INTO relation SELECT source + :s, ord, {subject}, predicate, {object}, issuer, partial, pinpoints, start,"
    " end, text, cue, cue_start, cue_end, rule, confidence, provision FROM relation WHERE source <= :most",
    "INSERT INTO effect SELECT source + :s, ord, {claim}, kind, date, provisions, {by}, basis, days, start, end, text,"
    " cue, cue_start, cue_end, rule, confidence FROM effect WHERE source <= :most",
)


def _moved(column: str) -> str:
    return f"(CASE WHEN {column} IN (SELECT key FROM shared) THEN {column} ELSE {column} + :c END)"


def grow(connection: sqlite3.Connection, times: int) -> None:
    """Write everything that the graph says `times` - 1 times more; it is to be settled then."""
    texts, claims = (connection.execute(f"SELECT max(key) FROM {table}").fetchone()[0] for table in ("source", "claim"))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("CREATE TEMP TABLE shared (key INTEGER PRIMARY KEY)")
    said = []
    for key, packed, own, cited in connection.execute("SELECT key, packed, own, cited FROM claim").fetchall():
        id, content = unpack(packed)
        if _NUMBER.search(id):
            said.append((key, id, content, own, cited))
        else:
            connection.execute("INSERT INTO shared VALUES (?)", (key,))
    columns = {name: _moved(name) for name in ("claim", "subject", "object", "by")}
    for number in range(1, times):
        with transaction(connection):
            values = {"s": number * texts, "c": number * claims, "n": str(number), "most": texts}
            rows = []
            for key, *names, own, cited in said:
                id, content = (
                    _NUMBER.sub(lambda m: f"{m[1]}{int(m[2]) + number * _APART}{m[3]}", name)  # noqa: B023
                    for name in names
                )
                digest, hashed, packed = claim_key(id, content), id_hash(id), pack(id, content)
                bucket = bucket_of(digest, hashed, packed)
                rows.append((key + number * claims, digest, hashed, bucket, packed, own, cited))
            connection.executemany("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            connection.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", ((row[3],) for row in rows))
            for statement in _COPIES:
                named = {key: value for key, value in values.items() if f":{key}" in statement.format(**columns)}
                connection.execute(statement.format(**columns), named)
        print(f"copy {number}", flush=True)
    with transaction(connection):
        connection.execute("UPDATE claim SET cited = cited * ? WHERE key IN (SELECT key FROM shared)", (times,))
        connection.execute("UPDATE issuer_variant SET uses = uses * ?", (times,))
        connection.execute("INSERT OR IGNORE INTO dirty SELECT bucket FROM claim WHERE key IN (SELECT key FROM shared)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--times", type=int, default=10)
    arguments = parser.parse_args()
    if arguments.large.exists():
        sys.exit(f"{arguments.large} is there already")
    shutil.copyfile(arguments.small, arguments.large)
    began = time.perf_counter()
    connection = connect(arguments.large, write=True)
    grow(connection, arguments.times)
    connection.close()
    written = time.perf_counter() - began
    with open_graph(arguments.large, write=True) as graph:
        graph.settle()
    whole = time.perf_counter() - began
    print(f"{written:.0f} s to write, {whole - written:.0f} s to merge, {arguments.large.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
