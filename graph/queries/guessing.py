"""What somebody may have meant whose words name no document: the nearest numbers, then names, then words."""

from __future__ import annotations

import re
import sqlite3
from difflib import SequenceMatcher

from graph.model import Document
from graph.normalise import fold
from graph.queries.reference import read_reference
from graph.queries.selecting import nearest
from graph.store import rows

_SELECT = f"SELECT {rows.DOCUMENT} FROM document d"
_LEAST = 0.7  # likeness of names, by difflib's measure
_MOST_WORDS = 20  # of what was typed
_SEEN = 200  # documents that have some of them
_WORD = re.compile(r"[a-z0-9]+")


def guesses(connection: sqlite3.Connection, text: str, limit: int = 5) -> list[Document]:
    """At most `limit` documents that `text` comes near to, the nearest first; to show, never to take for what was
    meant."""
    reference = read_reference(text)
    number = reference.number or (reference.code or "").partition("-")[0]
    if number:
        found = connection.execute(f"{_SELECT} WHERE d.number = ? ORDER BY d.provisional, d.id", (number,))
        wanted = _letters(text)
        alike = [(SequenceMatcher(None, wanted, _letters(f"{d.type} {d.code}")).ratio(), d)
                 for d in map(rows.document_of, found)]  # fmt: skip
        return [d for _, d in sorted(alike, key=lambda pair: -pair[0])[:limit]]
    names: dict[str, str] = {}
    for (name,) in connection.execute("SELECT DISTINCT name FROM document WHERE name IS NOT NULL ORDER BY name"):
        names.setdefault(fold(name), name)
    named = [names[key] for key in nearest(fold(text), names, _LEAST)]
    if named:
        listed = []
        for name in named:
            listed += connection.execute(f"{_SELECT} WHERE d.name = ? ORDER BY d.provisional, d.id", (name,)).fetchall()
        return list(map(rows.document_of, listed[:limit]))
    return _some_words(connection, text, limit)


def _some_words(connection: sqlite3.Connection, text: str, limit: int) -> list[Document]:
    """Documents with most of the words, at least half of them."""
    words = {word for word in _WORD.findall(fold(text)) if len(word) > 1}
    if len(words) < 2:
        return []
    asked = " OR ".join(f'"{word}"' for word in sorted(words)[:_MOST_WORDS])
    query = (
        f"{_SELECT} JOIN (SELECT rowid AS hit FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?) ON d.key = hit"
    )
    ranked = []
    for row in connection.execute(query, (asked, _SEEN)):
        d = rows.document_of(row)
        said = fold(" ".join(filter(None, (d.type, d.name, d.title, d.issuer, d.place))))
        common = len(words & set(_WORD.findall(said)))
        if 2 * common >= len(words):
            ranked.append((-common, d.provisional, d.id, d))
    return [d for *_, d in sorted(ranked, key=lambda row: row[:3])[:limit]]


def _letters(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))
