"""Search with facets: the documents that have the words and pass the filters, a page of them, and how they divide.

Words are looked for as everywhere (`graph.store.words`: no diacritics needed, the last word may be a beginning). Each
facet counts under the filters of the others, so that its own values show what a change of choice would give.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model import Document
from graph.queries.resolve import resolve
from graph.queries.selecting import EVERYTHING, Selection
from graph.store import rows
from graph.store.words import query_of

FACETS = ("type", "issuer", "year", "place", "state")
_COLUMNS = {"type": "d.type", "issuer": "d.issuer", "year": "substr(d.date, 1, 4)", "place": "d.place"}
_ALL = "document d"
_FOUND = (
    "(SELECT rowid AS hit, rank AS score FROM search WHERE search MATCH :words"
    " AND rank MATCH 'bm25(8.0, 6.0, 3.0, 2.0)') CROSS JOIN document d ON d.key = hit"
)
_COUNTED = "(SELECT rowid AS hit FROM search WHERE search MATCH :words) CROSS JOIN document d ON d.key = hit"
_BEST = "d.provisional, round(score, 6), d.id"
_NEWEST = "d.date IS NULL, d.date DESC, d.id"


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits, the best first; `total` of all that pass the filters, the facets as (value, count) by falling
    count."""

    documents: tuple[Document, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


def search(
    connection: sqlite3.Connection,
    words: str,
    filters: Mapping[str, str],
    states: Mapping[str, str],
    *,
    keep: Selection = EVERYTHING,
    limit: int = 20,
    skip: int = 0,
) -> Hits:
    """Documents with all the words (all documents where there are none). `filters` are facet -> value (`FACETS`; an
    empty value asks for what is unknown). `states` is document id -> state of force, the facet ``state``; a document
    that is not in it is ``unknown``. What `keep` leaves out counts nowhere."""
    query = query_of(words)
    if query is None and words.strip():
        return Hits((), 0)
    state = "'unknown'"
    if states:
        connection.create_function("luocdo_state", 1, lambda id: states.get(id, "unknown"), deterministic=True)
        state = "luocdo_state(d.id)"
    expressions = [f"coalesce({_COLUMNS[facet]}, '')" for facet in FACETS[:-1]] + [state]
    condition, given = keep.where("d")
    values: dict[str, object] = {
        "words": query, **given, **{facet: filters[facet] for facet in FACETS if facet in filters}
    }  # fmt: skip
    grouped = connection.execute(
        f"SELECT {', '.join(expressions)}, count(*) FROM {_ALL if query is None else _COUNTED}"
        f" WHERE {condition} GROUP BY 1, 2, 3, 4, 5",
        values,
    )
    total, facets = _count(grouped, [filters.get(facet) for facet in FACETS])
    passing = [f"{expressions[at]} = :{facet}" for at, facet in enumerate(FACETS) if facet in filters]
    where = f" WHERE {' AND '.join([condition, *passing])}"
    named = [document.id for document in resolve(connection, words)][:50] if _has_number(words) else []
    first = "".join(f" WHEN :named{at} THEN {at}" for at in range(len(named)))
    order = _NEWEST if query is None else f"CASE d.id{first} ELSE {len(named)} END, {_BEST}" if named else _BEST
    found = connection.execute(
        f"SELECT {rows.DOCUMENT} FROM {_ALL if query is None else _FOUND}{where} ORDER BY {order}"
        " LIMIT :most OFFSET :skip",
        {**values, "most": limit, "skip": skip, **{f"named{at}": id for at, id in enumerate(named)}},
    )
    return Hits(tuple(map(rows.document_of, found)), total, facets)


def _count(
    grouped: Iterable[tuple[Any, ...]], wanted: list[str | None]
) -> tuple[int, dict[str, tuple[tuple[str, int], ...]]]:
    """How many pass all filters, and each facet's counts under the filters of the others."""
    asked = [place for place, value in enumerate(wanted) if value is not None]
    counts: list[Counter[str]] = [Counter() for _ in FACETS]
    total = 0
    for *values, count in grouped:
        failed = [place for place in asked if values[place] != wanted[place]]
        if not failed:
            total += count
            for place, value in enumerate(values):
                counts[place][value] += count
        elif len(failed) == 1:
            counts[failed[0]][values[failed[0]]] += count
    return total, {facet: _sorted(counts[place]) for place, facet in enumerate(FACETS)}


def _has_number(words: str) -> bool:
    """Whether the words may name a document by its number: it comes first then."""
    return any(sign.isdigit() for sign in words)


def _sorted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
