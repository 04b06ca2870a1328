"""Search with facets: the documents that have the words and pass the filters, a page of them, and how they divide.

Words are looked for as everywhere (`graph.store.words`: no diacritics needed, the last word may be a beginning). Each
facet counts under the filters of the others, so that its own values show what a change of choice would give.

A `Catalogue` holds, for one state of the graph, what all searches need of every document: a few bytes each. A search
then reads the words' index and nothing else but the page that it shows; what it found is kept for the next page and
the next choice of a facet.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, cast

from graph.model import Document
from graph.queries.postings import Postings, keys
from graph.queries.resolve import resolve
from graph.queries.selecting import EVERYTHING, Selection
from graph.store import rows
from graph.store.ids import key_of
from graph.store.words import query_of

FACETS = ("type", "issuer", "year", "place", "state")
_FACTS = (
    "SELECT d.key, d.id, coalesce(d.type, ''), coalesce(d.issuer, ''), coalesce(substr(d.date, 1, 4), ''),"
    " coalesce(d.place, ''), length(d.name) - length(replace(d.name, ' ', '')) + 1,"
    " length(d.title) - length(replace(d.title, ' ', '')) + 1"
    " FROM document d LEFT JOIN (SELECT m.document AS of, sum(c.cited) AS n FROM claim c CROSS JOIN meaning m"
    " ON m.claim = c.key GROUP BY 1) ON of = d.key"
    " ORDER BY d.provisional, n DESC, d.date IS NULL, d.date DESC, d.id"
)
_KEPT = 16_000_000  # size of what was found lately, in units of four bytes: `_Found.size`
_MOST_NAMED = 50
_LONGEST = 255  # words of a name or title that are counted


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits, the best first; `total` of all that pass the filters, the facets as (value, count) by falling
    count."""

    documents: tuple[Document, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


class _Found(NamedTuple):
    """What words found: documents by their place in the catalogue, the best first; kind -> how many are of it."""

    places: Sequence[int]
    kinds: Mapping[int, int]

    @property
    def size(self) -> int:
        """How much it takes, in units of four bytes: a place is one, a count in a dictionary some hundred bytes."""
        return len(self.places) + 25 * len(self.kinds) + 100


class Catalogue:
    """What searches need of every document, for one state of the graph. `states` is document id -> state of force, the
    facet ``state``; a document that is not in it is ``unknown``. May be asked from several threads, each with its own
    connection; a document that has come since is left out until there is a new catalogue."""

    def __init__(self, connection: sqlite3.Connection, states: Mapping[str, str]) -> None:
        kinds: dict[tuple[str, ...], int] = {}
        self._keys = array("q")  # place -> key; the places are in the order of renown
        self._kinds = array("I")  # place -> kind: which values its facets have
        self._places: dict[int, int] = {}
        self._lengths = {column: bytearray() for column in ("name", "title")}  # place -> words
        for key, id, *values, name, title in connection.execute(_FACTS):
            self._places[key] = len(self._keys)
            self._keys.append(key)
            self._lengths["name"].append(min(name or 0, _LONGEST))
            self._lengths["title"].append(min(title or 0, _LONGEST))
            kind = (*values, states.get(id, "unknown"))
            self._kinds.append(kinds.setdefault(kind, len(kinds)))
        self._postings = Postings(self._places, self._lengths, _LONGEST)
        self._values = list(kinds)  # kind -> a value for each facet
        newest = "SELECT key FROM document ORDER BY date IS NULL, date DESC, id"
        places = array("I", map(self._places.__getitem__, keys(connection, newest)))
        self._all = _Found(places, Counter(self._kinds))
        self._lately: OrderedDict[tuple[str, Selection], _Found] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def search(
        self,
        connection: sqlite3.Connection,
        words: str,
        filters: Mapping[str, str],
        *,
        keep: Selection = EVERYTHING,
        limit: int = 20,
        skip: int = 0,
    ) -> Hits:
        """Documents with all the words (all documents where there are none, the newest first). `filters` are facet ->
        value (`FACETS`; an empty value asks for what is unknown). What `keep` leaves out counts nowhere. The order:
        the document of that number; then those that have all the words in their name or title, the fewer others beside
        them the nearer, or in type, number and date; complete before incomplete ones, and what is cited most first."""
        query = query_of(words)
        if query is None and words.strip():
            return Hits((), 0)
        found = self._found(connection, query, keep)
        wanted = [filters.get(facet) for facet in FACETS]
        passing, total, facets = self._count(found.kinds, wanted)
        named = self._named(connection, words, found) if any(sign.isdigit() for sign in words) else []
        before = set(named)
        listed = (
            place
            for part in (named, found.places)
            for place in part
            if self._kinds[place] in passing and (part is named or place not in before)
        )
        page = [self._keys[place] for place in islice(listed, skip, skip + limit)] if skip < total else []
        return Hits(_documents(connection, page), total, facets)

    def _found(self, connection: sqlite3.Connection, query: str | None, keep: Selection) -> _Found:
        if query is None and not keep:
            return self._all
        with self._lock:
            known = self._lately.get((query or "", keep))
            if known is not None:
                self._lately.move_to_end((query or "", keep))
                return known
        found = self._look(connection, query, keep)
        with self._lock:
            if (query or "", keep) not in self._lately and found.size <= _KEPT // 4:
                self._lately[query or "", keep] = found
                self._size += found.size
                while self._size > _KEPT:
                    self._size -= self._lately.popitem(last=False)[1].size
        return found

    def _look(self, connection: sqlite3.Connection, query: str | None, keep: Selection) -> _Found:
        order: Sequence[int] = self._all.places if query is None else self._postings.ranked(connection, query)
        if keep:
            condition, values = keep.where("d")
            inside = self._at(keys(connection, f"SELECT d.key FROM document d WHERE {condition}", values))
            order = [place for place in order if place in inside]
        return _Found(array("I", order), Counter(map(self._kinds.__getitem__, order)))

    def _at(self, keys: Iterable[int]) -> set[int]:
        """The places of the documents that the catalogue has."""
        found: set[int | None] = set(map(self._places.get, keys))
        found.discard(None)
        return cast("set[int]", found)

    def _named(self, connection: sqlite3.Connection, words: str, found: _Found) -> list[int]:
        """The places of the documents whose number the words are."""
        keys = (key_of(connection, document.id) for document in resolve(connection, words)[:_MOST_NAMED])
        named = sorted(self._at(key for key in keys if key is not None))
        inside = set(found.places).intersection(named) if named else ()
        return [place for place in named if place in inside]

    def _count(
        self, kinds: Mapping[int, int], wanted: Sequence[str | None]
    ) -> tuple[set[int], int, dict[str, tuple[tuple[str, int], ...]]]:
        """The kinds that pass all filters, how many documents do, and each facet's counts under the filters of the
        others."""
        asked = [place for place, value in enumerate(wanted) if value is not None]
        counts: list[Counter[str]] = [Counter() for _ in FACETS]
        passing: set[int] = set()
        total = 0
        for kind, count in kinds.items():
            values = self._values[kind]
            failed = [place for place in asked if values[place] != wanted[place]]
            if not failed:
                passing.add(kind)
                total += count
                for place, value in enumerate(values):
                    counts[place][value] += count
            elif len(failed) == 1:
                counts[failed[0]][values[failed[0]]] += count
        return passing, total, {facet: _sorted(counts[place]) for place, facet in enumerate(FACETS)}


def _documents(connection: sqlite3.Connection, keys: Sequence[int]) -> tuple[Document, ...]:
    query = f"SELECT d.key, {rows.DOCUMENT} FROM json_each(?) CROSS JOIN document d ON d.key = value"
    found = {row[0]: rows.document_of(row[1:]) for row in connection.execute(query, (json.dumps(list(keys)),))}
    return tuple(found[key] for key in keys if key in found)


def _sorted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
