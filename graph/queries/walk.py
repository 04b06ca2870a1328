"""Along the edges: who carries a document out, directly and through others; what replaced what.

The graph is walked level by level, one query a level, so that every document is met once, cycles end where they began,
and no planner has to guess: the joins are CROSS JOINs, which SQLite takes in the order written. (A recursive query
would walk twice, once for the documents and once for the edges between; and after ANALYZE SQLite puts a Bloom filter
into its recursive step, which turns a millisecond into forty.)
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.model import Document, Relation
from graph.normalise import fold
from graph.store import rows
from graph.store.ids import key_of
from graph.store.texts import Texts

MOST_CHAINS = 8  # shown of one document; equally short ways through many documents add nothing

_EDGES = (
    "SELECT a.document, b.document, b.vague, r.source, r.ord, r.confidence FROM json_each(:at)"
    " CROSS JOIN meaning a ON a.document = value"
    " CROSS JOIN relation r ON r.{near} = a.claim AND r.predicate = (SELECT key FROM word WHERE name = :predicate)"
    " CROSS JOIN meaning b ON b.claim = r.{far} WHERE b.document <> a.document"
)
_BATCH = 500

# A step of a way: from document, to document, source and ord of the relation that says it best.
_Step = tuple[int, int, int, int]
_Way = tuple[_Step, ...]
_Edge = tuple[int, int, int, int, float]  # to, vague, source, ord, confidence
# Where a walk stands: a document, and for an incomplete one ("Kế hoạch 83") the text that led there. It may not be the
# same document in another text, so the walk goes on from it in that text only.
_State = tuple[int, int | None]


class Found:
    """A document at the other end of one or more equally short chains, `depth` relations away.

    `document` and `chains` are read from the graph when they are asked for, as long as it is open.
    """

    __slots__ = ("_chains", "_document", "_key", "_walk", "_ways", "id")

    def __init__(self, walk: _Walk, key: int, ways: list[_Way]) -> None:
        self._walk = walk
        self._key = key
        self._ways = ways
        self._document: Document | None = None
        self._chains: tuple[tuple[Relation, ...], ...] | None = None
        self.id: str = walk.names[key]

    @property
    def depth(self) -> int:
        """The number of relations in each chain."""
        return len(self._ways[0])

    @property
    def direct(self) -> bool:
        """Whether a text states the relation itself."""
        return self.depth == 1

    @property
    def document(self) -> Document:
        """The document."""
        if self._document is None:
            self._document = self._walk.document(self._key)
        return self._document

    @property
    def chains(self) -> tuple[tuple[Relation, ...], ...]:
        """The chains, at most `MOST_CHAINS`: relations from the subject's end to the object's, each with its
        evidence."""
        if self._chains is None:
            laid = (tuple(self._walk.relation(step) for step in self._walk.oriented(way)) for way in self._ways)
            self._chains = tuple(sorted(laid, key=lambda chain: [(s.subject, s.object) for s in chain]))
        return self._chains

    @property
    def through(self) -> tuple[str, ...]:
        """Ids of the documents between, sorted."""
        return tuple(sorted({self._walk.names[step[1]] for way in self._ways for step in way[:-1]}))


def related(
    connection: sqlite3.Connection,
    texts: Texts,
    id: str,
    predicate: str,
    *,
    inverse: bool,
    transitive: bool = False,
    types: Iterable[str] | None = None,
) -> list[Found]:
    """Documents related to `id`: the objects of its relations, or with `inverse` the subjects of relations to it; with
    `transitive` also through others. `types` keeps documents of these types (full names, folded comparison) at the far
    end; chains may lead through others. The nearest first, then by id."""
    start = key_of(connection, id)
    if start is None:
        return []
    walk = _Walk(connection, texts, predicate, inverse)
    ways = walk.shortest(start, deep=transitive)
    wanted = None if types is None else {fold(name) for name in types}
    kept = [key for key in ways if wanted is None or fold(walk.types[key] or "") in wanted]
    kept.sort(key=lambda key: (len(ways[key][0]), walk.names[key]))
    return [Found(walk, key, ways[key]) for key in kept]


class _Walk:
    """One walk along one kind of relation, and what was read on it."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts, predicate: str, inverse: bool) -> None:
        self.names: dict[int, str] = {}
        self.types: dict[int, str | None] = {}
        self._connection = connection
        self._texts = texts
        self._predicate = predicate
        self._inverse = inverse
        self._sources: dict[int, str] = {}
        self._documents: dict[int, Document] = {}
        self._relations: dict[tuple[int, int], Relation] = {}

    def shortest(self, start: int, *, deep: bool) -> dict[int, list[_Way]]:
        """Document -> the shortest ways to it, at most MOST_CHAINS of them; one step away only unless `deep`."""
        self._name([start])
        ways: dict[int, list[_Way]] = {}
        states: dict[_State, list[_Way]] = {(start, None): [()]}
        seen: set[_State] = set(states)
        while states:
            onward = self._edges({document for document, _ in states})
            following: dict[_State, dict[tuple[int, ...], _Way]] = defaultdict(dict)
            for (at, via), heads in states.items():
                for state, (source, ord) in _best(onward.get(at, ()), via, start).items():
                    if state not in seen:
                        for head in heads:
                            way = (*head, (at, state[0], source, ord))
                            following[state].setdefault(tuple(step[1] for step in way), way)
            states = {state: list(found.values())[:MOST_CHAINS] for state, found in following.items()}
            seen.update(states)
            reached: dict[int, list[_Way]] = defaultdict(list)
            for (document, _), heads in states.items():
                reached[document] += heads
            for document, heads in reached.items():
                ways.setdefault(document, heads[:MOST_CHAINS])
            if not deep:
                break
        return ways

    def _edges(self, documents: Iterable[int]) -> Mapping[int, list[_Edge]]:
        """The edges from these documents, in an order that no insertion decides: by id, then the best stated first."""
        near, far = ("object", "subject") if self._inverse else ("subject", "object")
        values = {"at": json.dumps(sorted(documents)), "predicate": self._predicate}
        found = self._connection.execute(_EDGES.format(near=near, far=far), values).fetchall()
        self._name({row[1] for row in found})
        self._name_sources({row[3] for row in found})
        onward: dict[int, list[_Edge]] = defaultdict(list)
        for at, *edge in found:
            onward[at].append(tuple(edge))
        for edges in onward.values():
            if len(edges) > 1:
                edges.sort(key=lambda e: (self.names[e[0]], -e[4], self._sources[e[2]], e[3]))
        return onward

    def _name(self, keys: Iterable[int]) -> None:
        missing = json.dumps([key for key in keys if key not in self.names])
        query = "SELECT d.key, d.id, d.type FROM json_each(?) CROSS JOIN document d ON d.key = value"
        for key, id, kind in self._connection.execute(query, (missing,)):
            self.names[key] = id
            self.types[key] = kind

    def _name_sources(self, keys: Iterable[int]) -> None:
        missing = json.dumps([key for key in keys if key not in self._sources])
        query = "SELECT source.key, name FROM json_each(?) CROSS JOIN source ON source.key = value"
        self._sources.update(self._connection.execute(query, (missing,)).fetchall())

    def oriented(self, way: _Way) -> list[_Step]:
        """The steps from the subject's end: a way walked against the edges is turned round."""
        return [(to, at, source, ord) for at, to, source, ord in reversed(way)] if self._inverse else list(way)

    def document(self, key: int) -> Document:
        """A document that the walk reached; its neighbours in the list are read with it."""
        if key not in self._documents:
            keys = list(self.names)
            at = keys.index(key) // _BATCH * _BATCH
            query = f"SELECT d.key, {rows.DOCUMENT} FROM json_each(?) CROSS JOIN document d ON d.key = value"
            for row in self._connection.execute(query, (json.dumps(keys[at : at + _BATCH]),)):
                self._documents[row[0]] = rows.document_of(row[1:])
        return self._documents[key]

    def relation(self, step: _Step) -> Relation:
        """The relation of a step, with its evidence."""
        subject, object, source, ord = step
        if (source, ord) not in self._relations:
            query = (
                f"SELECT {rows.EVIDENCE} FROM relation r JOIN source f ON f.key = r.source"
                " JOIN word rule ON rule.key = r.rule WHERE r.source = ? AND r.ord = ?"
            )
            row = self._connection.execute(query, (source, ord)).fetchone()
            self._relations[source, ord] = rows.relation_of(
                self.names[subject], self._predicate, self.names[object], row, self._texts
            )
        return self._relations[source, ord]


def _best(edges: Iterable[_Edge], via: int | None, start: int) -> dict[_State, tuple[int, int]]:
    """Where one can go, and the relation that says it best."""
    best: dict[_State, tuple[int, int]] = {}
    for to, vague, source, ord, _ in edges:
        if (via is None or via == source) and to != start:
            best.setdefault((to, source if vague else None), (source, ord))
    return best
