"""Sources leave the store, or get another name: what only they said goes with them.

A source is named after its file (``texts/a.docx``), or after the archive or table that it came out of and its place in
it (``texts/b.zip/c.docx``, ``texts/d.xlsx#Sheet!12``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.store.database import transaction
from graph.store.ingest import forget_source

# The row of a folder among the containers; no reader has this name.
_PLACE = "place"


class Stored(NamedTuple):
    """A source that was read from a file: its name, the digest of the file's bytes and what read it."""

    name: str
    file: str
    reader: str


def stored_under(connection: sqlite3.Connection, prefix: str) -> Iterator[Stored]:
    """The sources read from files whose names begin with `prefix`, by name (UTF-8); all of them for ``""``."""
    rows = connection.execute(
        "SELECT name, file, reader FROM source WHERE name >= ? AND file IS NOT NULL ORDER BY name", (prefix,)
    )
    for name, file, reader in rows:
        if not name.startswith(prefix):
            return
        yield Stored(name, file, reader)


def names_of(connection: sqlite3.Connection, name: str) -> list[str]:
    """The source of this name and all those that came out of it (an archive, a table, a folder), by name."""
    own = connection.execute("SELECT name FROM source WHERE name = ?", (name,)).fetchall()
    inside = []
    for mark in "/#":
        start = f"{name.rstrip('/')}{mark}"
        rows = connection.execute("SELECT name FROM source WHERE name >= ? ORDER BY name", (start,))
        for (found,) in rows:
            if not found.startswith(start):
                break
            inside.append(found)
    return sorted({*(row[0] for row in own), *inside})


def forget(connection: sqlite3.Connection, names: Iterable[str]) -> int:
    """Forget the sources of these names in one transaction; how many there were. An archive or a table that loses a
    part counts as not read to its end, so that a later build reads it anew."""
    gone = 0
    with transaction(connection):
        for name in names:
            gone += forget_source(connection, name)
            if connection.execute("DELETE FROM correction WHERE name = ?", (name,)).rowcount:
                connection.execute("UPDATE correction SET state = NULL")
            connection.executemany("DELETE FROM container WHERE name = ?", ((holder,) for holder in holders(name)))
    return gone


def holders(name: str) -> Iterator[str]:
    """The name itself, and all that may be the name of what holds it: ``a.zip/b#1`` -> ``a.zip/b``, ``a.zip``."""
    yield name
    for place in range(len(name) - 1, 0, -1):
        if name[place] in "/#":
            yield name[:place]


def rename(connection: sqlite3.Connection, old: str, new: str) -> bool:
    """Give the source `old` the name `new`, in place of what had that name; False if there is no `old`. What a text
    says does not depend on its name."""
    with transaction(connection):
        if connection.execute("SELECT 1 FROM source WHERE name = ?", (old,)).fetchone() is None:
            return False
        for name in names_of(connection, new):
            forget_source(connection, name)
        connection.execute("DELETE FROM container WHERE name = ?", (new,))
        connection.execute("UPDATE source SET name = ? WHERE name = ?", (new, old))
    return True


def note_place(connection: sqlite3.Connection, name: str, place: str) -> None:
    """Keep what the relative name of a folder meant: `place` is the digest of its absolute path."""
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO container VALUES (?, ?, ?)", (f"{name}/", place, _PLACE))


def places(connection: sqlite3.Connection) -> dict[str, str]:
    """Names of folders and the digests of where they were: see `note_place`."""
    rows = connection.execute("SELECT name, file FROM container WHERE reader = ?", (_PLACE,))
    return {name.removesuffix("/"): file for name, file in rows}
