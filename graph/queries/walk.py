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
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from itertools import pairwise

from graph.model import Document, Relation
from graph.normalise import fold
from graph.queries.selecting import Selection, kept
from graph.store import listing, rows
from graph.store.ids import key_of
from graph.store.texts import Texts

MOST_CHAINS = 8  # shown of one document; equally short ways through many documents add nothing

# Only indexes are read: the evidence of an edge is looked up when somebody looks at it.
_EDGES = (
    "SELECT a.document, b.document, b.vague, r.source FROM json_each(:at) CROSS JOIN meaning a ON a.document = value"
    " CROSS JOIN relation r ON r.{near} = a.claim AND r.predicate = :predicate"
    " CROSS JOIN meaning b ON b.claim = r.{far} WHERE b.document <> a.document"
)
_STATED = (
    f"SELECT {rows.EVIDENCE} FROM meaning a CROSS JOIN relation r ON r.subject = a.claim AND r.predicate = :predicate"
    " CROSS JOIN meaning b ON b.claim = r.object CROSS JOIN source f ON f.key = r.source"
    " CROSS JOIN word rule ON rule.key = r.rule WHERE a.document = :subject AND b.document = :object"
    " AND (:source IS NULL OR r.source = :source) ORDER BY r.confidence DESC, f.name, r.ord LIMIT 1"
)
# Of thousands that are one step away the first by id are sorted out by SQLite, which keeps nothing of the others. Those
# of several texts come several times: to tell them apart there would take as long as to sort them.
_FIRST = (
    "SELECT d.key, d.id FROM meaning a CROSS JOIN relation r ON r.object = a.claim AND r.predicate = :predicate"
    " CROSS JOIN meaning b ON b.claim = r.subject CROSS JOIN document d ON d.key = b.document"
    " WHERE a.document = :start AND b.document <> :start ORDER BY d.id LIMIT :most"
)
_TO_THE_PAGE = (
    "SELECT b.document, b.vague, r.source FROM json_each(:page) CROSS JOIN meaning b ON b.document = value"
    " CROSS JOIN relation r ON r.subject = b.claim AND r.predicate = :predicate"
    " CROSS JOIN meaning a ON a.claim = r.object WHERE a.document = :start"
)
_STEPS = (
    f"SELECT b.document, {rows.EVIDENCE} FROM json_each(:page) CROSS JOIN meaning b ON b.document = value"
    " CROSS JOIN relation r ON r.subject = b.claim AND r.predicate = :predicate CROSS JOIN meaning a"
    " ON a.claim = r.object CROSS JOIN source f ON f.key = r.source CROSS JOIN word rule ON rule.key = r.rule"
    " WHERE a.document = :start ORDER BY r.confidence DESC, f.name, r.ord"
)
_BATCH = 500
_MOST_SORTED = 50_000  # of a page and what is before it; else the walk itself is as quick

Watch = Callable[[], AbstractContextManager[None]]

# Where a walk stands: a document, and for an incomplete one ("Kế hoạch 83") the text that led there, else 0. It may not
# be the same document in another text, so the walk goes on from it in that text only.
_State = tuple[int, int]


class Found:
    """A document at the other end of one or more equally short chains, `depth` relations away.

    `document` and `chains` are read from the graph when they are asked for, as long as it is open.
    """

    __slots__ = ("_chains", "_document", "_states", "_walk", "_ways", "depth", "id")

    def __init__(self, walk: _Walk, id: str, depth: int, states: list[_State]) -> None:
        self.id = id
        self.depth = depth
        self._walk = walk
        self._states = states
        self._document: Document | None = None
        self._ways: list[tuple[_State, ...]] | None = None
        self._chains: tuple[tuple[Relation, ...], ...] | None = None

    @property
    def key(self) -> int:
        """The key of the document in the graph file."""
        return self._states[0][0]

    @property
    def direct(self) -> bool:
        """Whether a text states the relation itself."""
        return self.depth == 1

    @property
    def document(self) -> Document:
        """The document."""
        if self._document is None:
            self._document = self._walk.read.get(self.key)  # with a neighbour in the list
        if self._document is None:
            with self._walk.watch():
                self._document = self._walk.document(self.key)
        return self._document

    @property
    def chains(self) -> tuple[tuple[Relation, ...], ...]:
        """The chains, at most `MOST_CHAINS`: relations from the subject's end to the object's, each with its
        evidence."""
        if self._chains is None and self.depth == 1:
            step = self._walk.steps.get((self._walk.start, min(self._states)))
            self._chains = ((step,),) if step is not None else None  # read with a neighbour in the list
        if self._chains is None:
            with self._walk.watch():
                self._chains = tuple(self._walk.chain(way) for way in self._all_ways())
        return self._chains

    @property
    def through(self) -> tuple[str, ...]:
        """Ids of the documents between, sorted."""
        between = {document for way in self._all_ways() for document, _ in way[1:-1]}
        return tuple(sorted(self._walk.names[document] for document in between))

    def _all_ways(self) -> list[tuple[_State, ...]]:
        if self._ways is None and self.depth == 1:  # through several texts it is one way
            self._ways = [(self._walk.start, min(self._states))]
        elif self._ways is None:
            self._ways = self._walk.ways(self._states)
        return self._ways


def related(
    connection: sqlite3.Connection,
    texts: Texts,
    id: str,
    predicate: str,
    *,
    inverse: bool,
    transitive: bool = False,
    types: Iterable[str] | None = None,
    keep: Selection | None = None,
    limit: int | None = None,
    skip: int = 0,
    watch: Watch = nullcontext,
) -> list[Found]:
    """Documents related to `id`: the objects of its relations, or with `inverse` the subjects of relations to it; with
    `transitive` also through others. `types` keeps documents of these types (full names, folded comparison) at the far
    end, `keep` what the selection keeps; chains may lead through others. The nearest first, then by id; `skip` and
    `limit` give a page of the list, for which the walk goes no further than it must."""
    start = key_of(connection, id)
    if start is None:
        return []
    walk = _Walk(connection, texts, start, predicate, inverse, watch)
    if inverse and limit is not None and skip + limit <= _MOST_SORTED and types is None and not keep:
        nearest = walk.page(limit, skip)
        if nearest:
            return nearest
    enough = None if limit is None or types is not None or keep else skip + limit
    reached = walk.reach(deep=transitive, enough=enough)
    wanted = None if types is None else {fold(name) for name in types}
    found = [
        Found(walk, walk.names[key], depth, states)
        for key, (depth, states) in reached.items()
        if wanted is None or fold(walk.types[key] or "") in wanted
    ]
    if keep:
        inside = kept(connection, reached, keep)
        found = [f for f in found if f.key in inside]
    found.sort(key=lambda f: (f.depth, f.id))
    page = found[skip:] if limit is None else found[skip : skip + limit]
    walk.expect([f.key for f in page])
    walk.expect_steps([f.key for f in page if f.depth == 1])
    return page


class _Walk:
    """One walk along one kind of relation, and what was read on it."""

    def __init__(
        self, connection: sqlite3.Connection, texts: Texts, start: int, predicate: str, inverse: bool, watch: Watch
    ) -> None:
        self.start: _State = (start, 0)
        self.names: dict[int, str] = {}
        self.types: dict[int, str | None] = {}
        self.watch = watch
        self._connection = connection
        self._texts = texts
        self._predicate = predicate
        self._inverse = inverse
        word = connection.execute("SELECT key FROM word WHERE name = ?", (predicate,)).fetchone()
        self._word = word[0] if word else None
        self._parents: dict[_State, set[_State]] = {}
        self.read: dict[int, Document] = {}  # documents, by key
        self._expected: dict[int, list[int]] = {}  # document -> those that are read with it
        self.steps: dict[tuple[_State, _State], Relation] = {}  # relations, by the states that they join
        self._beside: dict[int, list[int]] = {}  # document -> those whose steps from the start are read with it

    def expect(self, keys: list[int]) -> None:
        """The documents that will be asked for, in this order."""
        for at in range(0, len(keys), _BATCH):
            part = keys[at : at + _BATCH]
            self._expected.update(dict.fromkeys(part, part))

    def expect_steps(self, keys: list[int]) -> None:
        """The documents one step away from the start whose step will be asked for."""
        if self._inverse:  # else one of them may be an object of thousands
            for at in range(0, len(keys), _BATCH):
                part = keys[at : at + _BATCH]
                self._beside.update(dict.fromkeys(part, part))

    def _read_steps(self, keys: list[int]) -> None:
        """The relations of these documents to the start, each with the evidence that says it best."""
        values = {"start": self.start[0], "predicate": self._word, "page": json.dumps(sorted(keys))}
        for subject, *row in self._connection.execute(_STEPS, values):
            for to in ((subject, 0), (subject, row[0])):
                if to in self._parents and (self.start, to) not in self.steps:
                    names = self.names[subject], self.names[self.start[0]]
                    relation = rows.relation_of(names[0], self._predicate, names[1], row, self._texts)
                    self.steps[self.start, to] = relation

    def page(self, limit: int, skip: int) -> list[Found]:
        """A page of the documents one step before the start, by id; empty where it is not filled by them."""
        start = self.start[0]
        listed = listing.page(self._connection, start, self._word, skip, limit) if self._word is not None else []
        if len(listed) == limit:
            return self._page(listed)
        nearest: dict[int, str] = {}
        most = read = 0
        while len(nearest) < skip + limit and read == most:
            most = 2 * most or skip + limit + limit // 8
            values = {"start": start, "predicate": self._word, "most": most}
            found = self._connection.execute(_FIRST, values).fetchall()
            nearest, read = dict(found), len(found)
        if len(nearest) < skip + limit:
            return []
        return self._page(list(nearest)[skip : skip + limit])

    def _page(self, keys: list[int]) -> list[Found]:
        """These documents one step before the start."""
        start = self.start[0]
        states: dict[int, dict[_State, None]] = {key: {} for key in keys}
        values = {"start": start, "predicate": self._word, "page": json.dumps(sorted(states))}
        for key, vague, source in self._connection.execute(_TO_THE_PAGE, values):
            state = (key, source if vague else 0)
            states[key][state] = None
            self._parents[state] = {self.start}
        self._name([start, *states])
        self.expect(list(states))
        self.expect_steps(list(states))
        return [Found(self, self.names[key], 1, list(states[key])) for key in keys]

    def reach(self, *, deep: bool, enough: int | None = None) -> dict[int, tuple[int, list[_State]]]:
        """Document -> how many relations away it is, and the states in which the walk gets there first; one step away
        only unless `deep`, and no further than the step on which `enough` are reached."""
        start = self.start[0]
        near, far = ("object", "subject") if self._inverse else ("subject", "object")
        query = _EDGES.format(near=near, far=far)
        found: dict[int, tuple[int, list[_State]]] = {}
        front: dict[int, set[int]] = {start: {0}}  # document -> texts to go on in (0: all)
        parents = self._parents
        depth = 0
        while front and (deep or depth == 0) and (enough is None or len(found) < enough):
            depth += 1
            values = {"at": json.dumps(list(front)), "predicate": self._word}
            ahead: dict[_State, set[_State]] = {}
            for at, to, vague, source in self._connection.execute(query, values).fetchall():
                texts = front[at]
                via = 0 if 0 in texts else source
                if to == start or (via and via not in texts):
                    continue
                state = (to, source if vague else 0)
                if state not in parents:
                    ahead.setdefault(state, set()).add((at, via))
            parents.update(ahead)
            front = defaultdict(set)
            for state in ahead:
                to, via = state
                front[to].add(via)
                if to not in found:
                    found[to] = (depth, [state])
                elif found[to][0] == depth:
                    found[to][1].append(state)
        self._name([start, *found])
        return found

    def ways(self, states: Iterable[_State]) -> list[tuple[_State, ...]]:
        """The shortest ways to any of the states, from the start on, by the ids on them; at most MOST_CHAINS."""
        laid: list[tuple[_State, ...]] = [(state,) for state in states]
        while any(way[0] in self._parents for way in laid):
            longer = {(before, *way) for way in laid for before in self._parents[way[0]]}
            # the same documents through several texts are one way
            distinct: dict[tuple[str, ...], tuple[_State, ...]] = {}
            for way in sorted(longer):
                distinct.setdefault(tuple(self.names[document] for document, _ in way), way)
            laid = [distinct[names] for names in sorted(distinct)[:MOST_CHAINS]]
        return laid

    def chain(self, way: tuple[_State, ...]) -> tuple[Relation, ...]:
        """The relations of a way, from the subject's end: a way walked against the edges is turned round."""
        steps = [self._relation(at, to) for at, to in pairwise(way)]
        return tuple(reversed(steps)) if self._inverse else tuple(steps)

    def _relation(self, at: _State, to: _State) -> Relation:
        """The relation between two states, with the evidence that says it best."""
        if at == self.start and to[0] in self._beside and (at, to) not in self.steps:
            self._read_steps(self._beside[to[0]])
        if (at, to) not in self.steps:
            subject, object = (to[0], at[0]) if self._inverse else (at[0], to[0])
            values = {"subject": subject, "object": object, "predicate": self._word, "source": at[1] or to[1] or None}
            row = self._connection.execute(_STATED, values).fetchone()
            names = self.names[subject], self.names[object]
            self.steps[at, to] = rows.relation_of(names[0], self._predicate, names[1], row, self._texts)
        return self.steps[at, to]

    def _name(self, keys: Iterable[int]) -> None:
        query = "SELECT d.key, d.id, d.type FROM json_each(?) CROSS JOIN document d ON d.key = value"
        for key, id, kind in self._connection.execute(query, (json.dumps(sorted(keys)),)):  # page after page
            self.names[key] = id
            self.types[key] = kind

    def document(self, key: int) -> Document:
        """A document that the walk reached; its neighbours in the list are read with it."""
        if key not in self.read:
            query = f"SELECT d.key, {rows.DOCUMENT} FROM json_each(?) CROSS JOIN document d ON d.key = value"
            for row in self._connection.execute(query, (json.dumps(self._expected.get(key, [key])),)):
                self.read[row[0]] = rows.document_of(row[1:])
        return self.read[key]
