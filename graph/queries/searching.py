"""Search with facets: the documents that have the words and pass the filters, a page of them, and how they divide.

Words are looked for as everywhere (`graph.store.words`: no diacritics needed, the last word may be a beginning). Each
facet counts under the filters of the others, so that its own values show what a change of choice would give.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Document
from graph.queries.resolve import resolve
from graph.store import rows
from graph.store.words import query_of

FACETS = ("type", "issuer", "year", "place", "state")
MOST_COUNTED = 20_000  # hits that are counted and ranked; more are only told of


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits, the best first; `total` of all that pass the filters, the facets as (value, count) by falling
    count. `capped`: only the first `MOST_COUNTED` hits of the words were looked at."""

    documents: tuple[Document, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    capped: bool = False


def search(
    connection: sqlite3.Connection,
    words: str,
    filters: Mapping[str, str],
    states: Mapping[str, str],
    *,
    limit: int = 20,
    skip: int = 0,
) -> Hits:
    """Documents with all the words (all documents where there are none). `filters` are facet -> value (`FACETS`; an
    empty value asks for what is unknown). `states` is document id -> state of force, the facet ``state``; a document
    that is not in it is ``unknown``."""
    query = query_of(words)
    if query is None and words.strip():
        return Hits((), 0)
    columns = "d.key, d.id, d.type, d.issuer, substr(d.date, 1, 4), d.place"
    if query is None:
        found = connection.execute(
            f"SELECT {columns} FROM document d ORDER BY d.date IS NULL, d.date DESC, d.id LIMIT ?", (MOST_COUNTED,)
        )
    else:
        found = connection.execute(
            f"SELECT {columns} FROM (SELECT rowid AS hit, rank AS score FROM search WHERE search MATCH ?"
            " AND rank MATCH 'bm25(8.0, 6.0, 3.0, 2.0)' ORDER BY rank LIMIT ?) CROSS JOIN document d ON d.key = hit"
            " ORDER BY d.provisional, round(score, 6), d.id",
            (query, MOST_COUNTED),
        )
    wanted = [filters.get(facet) for facet in FACETS]
    asked = [place for place, value in enumerate(wanted) if value is not None]
    counts: list[Counter[str]] = [Counter() for _ in FACETS]
    passing: list[int] = []
    looked_at = 0
    for key, id, *values in found:
        looked_at += 1
        values.append(states.get(id, "unknown"))
        failed = [place for place in asked if (values[place] or "") != wanted[place]]
        if not failed:
            passing.append(key)
            for place, value in enumerate(values):
                counts[place][value or ""] += 1
        elif len(failed) == 1:
            counts[failed[0]][values[failed[0]] or ""] += 1
    exact = [key for key in _exactly(connection, words) if key in set(passing)]
    first = set(exact)
    ordered = exact + [key for key in passing if key not in first]
    return Hits(
        _documents(connection, ordered[skip : skip + limit]),
        len(passing),
        {facet: _sorted(counts[place]) for place, facet in enumerate(FACETS)},
        looked_at == MOST_COUNTED,
    )


def _exactly(connection: sqlite3.Connection, words: str) -> list[int]:
    """Keys of the documents that the words name, where they give a number."""
    if not any(sign.isdigit() for sign in words):
        return []
    ids = [document.id for document in resolve(connection, words)][:50]
    marks = ", ".join("?" * len(ids))
    found = dict(connection.execute(f"SELECT id, key FROM document WHERE id IN ({marks})", ids)) if ids else {}
    return [found[id] for id in ids if id in found]


def _documents(connection: sqlite3.Connection, keys: list[int]) -> tuple[Document, ...]:
    marks = ", ".join("?" * len(keys))
    query = f"SELECT d.key, {rows.DOCUMENT} FROM document d WHERE d.key IN ({marks})"
    found = {row[0]: rows.document_of(row[1:]) for row in connection.execute(query, keys)}
    return tuple(found[key] for key in keys)


def _sorted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
