"""Texts of sources in compressed pieces, so that a sentence of a long text is read without the rest of it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph.store.trust import inflate

PIECE = 4_096  # code points
_LEVEL = 4  # a quarter faster than the usual 6, two hundredths larger
_LONGEST = 1 << 27  # code points of a text; nothing is read that is nearly as long
_SPAN = 1 << 24  # pieces a source may have: 7e10 code points


def pieces(text: str) -> Iterator[bytes]:
    """The text as it is stored, in order."""
    for at in range(0, len(text), PIECE):
        yield zlib.compress(text[at : at + PIECE].encode("utf-8", "surrogatepass"), _LEVEL)


def write_texts(connection: sqlite3.Connection, texts: Iterable[tuple[int, Iterable[bytes]]]) -> None:
    """Store the pieces of sources that have none yet."""
    connection.executemany(
        "INSERT INTO block (key, data) VALUES (?, ?)",
        ((source * _SPAN + number, data) for source, stored in texts for number, data in enumerate(stored)),
    )


def delete_text(connection: sqlite3.Connection, source: int) -> None:
    """Forget the text of a source."""
    connection.execute("DELETE FROM block WHERE key BETWEEN ? AND ?", (source * _SPAN, source * _SPAN + _SPAN - 1))


def _unpacked(data: bytes) -> str:
    """A piece as text; ValueError where it is more than one."""
    text = inflate(data, 4 * PIECE).decode("utf-8", "surrogatepass")
    if len(text) > PIECE:
        raise ValueError("too long for a piece of text")
    return text


class Texts:
    """Slices of the texts of one graph; the pieces last read are kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._piece = lru_cache(maxsize=1024)(self._read)

    def _read(self, key: int) -> str:
        row = self._connection.execute("SELECT data FROM block WHERE key = ?", (key,)).fetchone()
        return "" if row is None else _unpacked(row[0])

    def slice(self, source: int, start: int, end: int) -> str:
        """``text[start:end]`` of a source; empty where `start` is negative."""
        if start < 0 or end <= start:
            return ""
        first, last = start // PIECE, (end - 1) // PIECE
        pieces: list[str] = []
        for number in range(first, last + 1):
            pieces.append(self._piece(source * _SPAN + number))
            if len(pieces[-1]) < PIECE:  # the last one of the text, whatever is asked for
                break
        text = "".join(pieces)
        return text[start - first * PIECE : end - first * PIECE]

    def whole(self, source: int) -> str:
        """The text of a source; empty if it has none."""
        rows = self._connection.execute(
            "SELECT data FROM block WHERE key BETWEEN ? AND ? ORDER BY key",
            (source * _SPAN, source * _SPAN + _SPAN - 1),
        )
        found: list[str] = []
        length = 0
        for (data,) in rows:
            found.append(_unpacked(data))
            length += len(found[-1])
            if length > _LONGEST:
                raise ValueError("too long for a text")
        return "".join(found)

    def unread(self) -> Texts:
        """The same without the texts: every slice is empty, and nothing is unpacked."""
        return _Unread(self._connection)

    def forget(self) -> None:
        """Drop what is kept, when sources change."""
        self._piece.cache_clear()


class _Unread(Texts):
    def slice(self, source: int, start: int, end: int) -> str:
        return ""
