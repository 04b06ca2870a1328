"""Along the edges: who carries a document out, directly and through others; what replaced what.

One recursive query finds what can be reached, a second the edges between; chains are then laid out in memory. Joins are
CROSS JOINs, which SQLite takes in the order written: statistics (ANALYZE) must not turn a millisecond into forty by a
Bloom filter in the recursive step. Cycles end where they began.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Document, Relation
from graph.normalise import fold
from graph.store import rows
from graph.store.ids import key_of
from graph.store.texts import Texts

MOST_CHAINS = 8  # shown of one document; equally short ways through many documents add nothing


@dataclass(frozen=True, slots=True)
class Found:
    """A document at the other end of one or more equally short chains. Each chain is the relations from the subject's
    end to the object's end, each with its evidence; one relation if the two documents are directly related."""

    document: Document
    chains: tuple[tuple[Relation, ...], ...]

    @property
    def direct(self) -> bool:
        """Whether a text states the relation itself."""
        return len(self.chains[0]) == 1

    @property
    def through(self) -> tuple[str, ...]:
        """Ids of the documents between, by id."""
        return tuple(sorted({step.object for chain in self.chains for step in chain[:-1]}))


# An incomplete document ("Kế hoạch 83") may not be the same in another text: a chain goes on from it in the text that
# led there only; `via` is that text.
_OF_KIND = "r.predicate = (SELECT key FROM word WHERE name = :predicate)"
_STEP_IN = (
    "CROSS JOIN claim a ON a.document = {at} CROSS JOIN relation r ON r.object = a.key AND "
    + _OF_KIND
    + " CROSS JOIN claim b ON b.key = r.subject"
)
_STEP_OUT = (
    "CROSS JOIN claim a ON a.document = {at} CROSS JOIN relation r ON r.subject = a.key AND "
    + _OF_KIND
    + " CROSS JOIN claim b ON b.key = r.object"
)
_REACH = (
    "WITH RECURSIVE reach (doc, via) AS ("
    " SELECT :start, NULL"
    " UNION SELECT b.document, CASE WHEN b.vague THEN r.source END FROM reach {step}"
    " WHERE (reach.via IS NULL OR reach.via = r.source))"
)
_EDGE = "b.document, b.vague, r.source, r.ord, r.confidence"
_EDGES = "SELECT x.doc, " + _EDGE + " FROM (SELECT DISTINCT doc FROM reach) x {step} WHERE b.document <> x.doc"
_DIRECT = "SELECT :start, " + _EDGE + " FROM (SELECT :start AS doc) x {step} WHERE b.document <> x.doc"


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
    """Documents related to `id`: the objects of its relations, or with `inverse` the subjects of relations to it.
    `types` keeps documents of these types (full names, folded comparison) at the far end; chains may lead through
    others.

    The nearest first, then by id.
    """
    step = _STEP_IN if inverse else _STEP_OUT
    start = key_of(connection, id)
    if start is None:
        return []
    values = {"start": start, "predicate": predicate}
    if transitive:
        query = _REACH.format(step=step.format(at="reach.doc")) + _EDGES.format(step=step.format(at="x.doc"))
    else:
        query = _DIRECT.format(step=step.format(at="x.doc"))
    edges = connection.execute(query, values).fetchall()
    if not edges:
        return []
    # Keys and the order of rows depend on what was read first; ids and names of sources do not.
    documents = _documents(connection, {edge[1] for edge in edges})
    names = {start: id} | {key: document.id for key, document in documents.items()}
    places = _source_names(connection, {edge[3] for edge in edges})
    edges.sort(key=lambda e: (names.get(e[0], ""), names[e[1]], -e[5], places[e[3]], e[4]))
    ways = _shortest(start, edges)
    wanted = None if types is None else {fold(name) for name in types}
    kept = [key for key in ways if wanted is None or fold(documents[key].type or "") in wanted]
    evidence = _Evidence(connection, texts, predicate, names)
    found = []
    for key in sorted(kept, key=lambda k: (len(ways[k][0]), names[k])):
        laid = (tuple(evidence.relation(step) for step in _oriented(way, inverse)) for way in ways[key])
        chains = sorted(laid, key=lambda chain: [(s.subject, s.object) for s in chain])
        found.append(Found(documents[key], tuple(chains)))
    return found


# A step of a way: from document, to document, source, ord (of the relation that says it best).
_Way = tuple[tuple[int, int, int, int], ...]


def _shortest(start: int, edges: Sequence[tuple[int, int, int, int, int, float]]) -> dict[int, list[_Way]]:
    """Document -> the shortest ways to it, at most MOST_CHAINS. Of several edges between two documents the first in
    `edges` counts."""
    onward: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    for at, to, vague, source, ord, _ in edges:
        onward[at].append((to, vague, source, ord))
    ways: dict[int, list[_Way]] = {}
    states: dict[tuple[int, int | None], list[_Way]] = {(start, None): [()]}
    seen: set[tuple[int, int | None]] = set(states)
    while states:
        following: dict[tuple[int, int | None], dict[tuple[int, ...], _Way]] = defaultdict(dict)
        for (at, via), heads in states.items():
            best: dict[tuple[int, int | None], tuple[int, int]] = {}
            for to, vague, source, ord in onward.get(at, ()):
                if (via is None or via == source) and to != start:
                    state = (to, source if vague else None)
                    if state not in seen:
                        best.setdefault(state, (source, ord))
            for state, (source, ord) in best.items():
                for head in heads:
                    way = (*head, (at, state[0], source, ord))
                    following[state].setdefault(tuple(s[1] for s in way), way)
        states = {state: list(found.values())[:MOST_CHAINS] for state, found in following.items()}
        seen |= set(states)
        reached: dict[int, list[_Way]] = defaultdict(list)
        for (to, _), heads in states.items():
            reached[to] += heads
        for to, heads in reached.items():
            ways.setdefault(to, heads[:MOST_CHAINS])
    return ways


def _oriented(way: _Way, inverse: bool) -> list[tuple[int, int, int, int]]:
    """The steps from the subject's end: a way walked against the edges is turned round."""
    return [(to, at, source, ord) for at, to, source, ord in reversed(way)] if inverse else list(way)


def _documents(connection: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Document]:
    found: dict[int, Document] = {}
    listed = list(keys)
    for at in range(0, len(listed), 500):
        part = listed[at : at + 500]
        query = f"SELECT d.key, {rows.DOCUMENT} FROM document d WHERE d.key IN ({', '.join('?' * len(part))})"
        found.update((row[0], rows.document_of(row[1:])) for row in connection.execute(query, part))
    return found


def _source_names(connection: sqlite3.Connection, keys: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    listed = list(keys)
    for at in range(0, len(listed), 500):
        part = listed[at : at + 500]
        query = f"SELECT key, name FROM source WHERE key IN ({', '.join('?' * len(part))})"
        found.update(connection.execute(query, part).fetchall())
    return found


class _Evidence:
    """Relations of steps, each read once."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts, predicate: str, names: dict[int, str]) -> None:
        self._connection = connection
        self._texts = texts
        self._predicate = predicate
        self._names = names
        self._known: dict[tuple[int, int], Relation] = {}

    def relation(self, step: tuple[int, int, int, int]) -> Relation:
        subject, object, source, ord = step
        if (source, ord) not in self._known:
            query = (
                f"SELECT {rows.EVIDENCE} FROM relation r JOIN source f ON f.key = r.source"
                " JOIN word rule ON rule.key = r.rule WHERE r.source = ? AND r.ord = ?"
            )
            row = self._connection.execute(query, (source, ord)).fetchone()
            self._known[source, ord] = rows.relation_of(
                self._names[subject], self._predicate, self._names[object], row, self._texts
            )
        return self._known[source, ord]
