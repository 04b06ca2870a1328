"""A part of the graph in memory: a document with what lies around it, or everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

from graph.model import Document, Snapshot, Source, Status
from graph.queries.edges import effects_of, mentions_of
from graph.queries.status import status, statuses
from graph.store import rows
from graph.store.correcting import stored
from graph.store.ids import key_of
from graph.store.texts import Texts
from graph.store.view import StoreView

_BATCH = 400
LOOKED_AT = 2_000  # relations of one document in one direction that `nearest` looks at
_FAR = ("based_on", "cites")


def whole(connection: sqlite3.Connection, texts: Texts, at: str | None = None) -> Snapshot:
    """The whole graph, statuses as of the day `at`. Sources come with their texts: for graphs that fit in memory."""
    view = StoreView(connection, texts)
    return Snapshot(
        tuple(view.documents()),
        tuple(view.issuers()),
        tuple(view.relations()),
        tuple(view.mentions()),
        tuple(view.findings()),
        tuple(view.sources()),
        statuses(connection, texts, at),
        view.loaded(),
        tuple(view.effects()),
    )


def around(connection: sqlite3.Connection, texts: Texts, center: str, hops: int, at: str | None = None) -> Snapshot:
    """The documents at most `hops` relations (of any kind and direction) from `center`, with the relations, mentions,
    effects and findings among them, their issuers, and the sources that say it; statuses as of the day `at`. An unknown
    center gives an empty snapshot."""
    return _among(connection, texts, _keys(connection, center, hops), at, whole=True)


def among(connection: sqlite3.Connection, texts: Texts, ids: Iterable[str], at: str | None = None) -> Snapshot:
    """These documents and what stands among them, as `around` gives it, without what grows with the texts rather than
    with the documents: no mentions, and sources with an empty text."""
    keys = {key for id in ids if (key := key_of(connection, id)) is not None}
    return _among(connection, texts, sorted(keys), at, whole=False)


def nearest(connection: sqlite3.Connection, id: str, most: int) -> tuple[list[str], int]:
    """At most `most` documents in a relation to one, and how many there are (`LOOKED_AT` stands for that and more).
    Each relation in each direction gives its newest ones in turn, those that change or carry out before those that
    only cite, so that the many of one kind do not hide the few of another. Takes no longer for a document that
    everything cites."""
    key = key_of(connection, id)
    kinds: dict[tuple[int, str, str], list[str]] = {}
    for near, far in (("subject", "object"), ("object", "subject")):
        query = (
            f"SELECT DISTINCT p.name, d.id, d.date FROM (SELECT r.predicate, r.{far} AS far FROM meaning a"
            f" CROSS JOIN relation r ON r.{near} = a.claim WHERE a.document = :key LIMIT {LOOKED_AT}) CROSS JOIN word p"
            " ON p.key = predicate CROSS JOIN meaning b ON b.claim = far CROSS JOIN document d ON d.key = b.document"
            " WHERE d.key <> :key ORDER BY d.date DESC, d.id"
        )
        for predicate, other, _ in connection.execute(query, {"key": key}):
            kinds.setdefault((predicate in _FAR, predicate, near), []).append(other)
    found: dict[str, None] = {}
    for weak in (False, True):
        listed = [kinds[kind] for kind in sorted(kinds) if kind[0] == weak]
        found.update(dict.fromkeys(other for turn in zip_longest(*listed) for other in turn if other is not None))
    return list(found)[:most], min(len(found), LOOKED_AT)


def _among(connection: sqlite3.Connection, texts: Texts, keys: list[int], at: str | None, *, whole: bool) -> Snapshot:
    documents = _documents(connection, keys)
    inside = {document.id for document in documents}
    view = StoreView(connection, texts)
    relations = []
    named: set[str] = set()
    for subject, predicate, object, is_issuer, *evidence in _relations(connection, keys):
        if is_issuer or object in inside:
            relations.append(rows.relation_of(subject, predicate, object, evidence, texts))
            if is_issuer:
                named.add(object)

    def bare(name: str) -> Source | None:
        row = connection.execute("SELECT format FROM source WHERE name = ?", (name,)).fetchone()
        return None if row is None else Source(name, "", row[0])

    relations.sort(key=lambda r: (r.subject, r.predicate, r.object, r.evidence.source or "", r.evidence.start))
    mentions = [m for document in documents if whole for m in mentions_of(connection, texts, document.id)]
    loaded = {id: names for id in sorted(inside) if (names := view.texts_of(id))}
    sources = {name for m in mentions if (name := m.source)} | {s for r in relations if (s := r.evidence.source)}
    effects = [e for document in documents for e in effects_of(connection, texts, document.id)]
    effects = [e for e in effects if e.by is None or e.by in inside]
    sources |= {s for e in effects if (s := e.evidence.source)}
    sources |= {name for names in loaded.values() for name in names}
    sources |= {kept.name for kept in stored(connection) if inside.intersection(kept.documents)}
    states: Mapping[str, Status] = {id: status(connection, texts, id, at) for id in sorted(inside)}
    return Snapshot(
        documents,
        tuple(issuer for issuer in view.issuers() if issuer.id in named),
        tuple(relations),
        tuple(mentions),
        tuple(view.findings_about(inside, sources)),
        tuple(source for name in sorted(sources) if (source := view.source(name) if whole else bare(name))),
        {id: state for id, state in states.items() if state != Status()},
        loaded,
        tuple(effects),
    )


def _keys(connection: sqlite3.Connection, center: str, hops: int) -> list[int]:
    start = key_of(connection, center)
    if start is None:
        return []
    seen = {start}
    front = [start]
    for _ in range(hops):
        reached: set[int] = set()
        for part in _parts(front):
            marks = ", ".join("?" * len(part))
            for near, far in (("subject", "object"), ("object", "subject")):
                query = (
                    f"SELECT DISTINCT b.document FROM meaning a CROSS JOIN relation r ON r.{near} = a.claim"
                    f" CROSS JOIN meaning b ON b.claim = r.{far} WHERE a.document IN ({marks})"
                )
                reached.update(key for (key,) in connection.execute(query, part) if key is not None)
        front = sorted(reached - seen)
        seen |= reached
    return sorted(seen)


def _parts(keys: list[int]) -> Iterable[list[int]]:
    return (keys[at : at + _BATCH] for at in range(0, len(keys), _BATCH))


def _documents(connection: sqlite3.Connection, keys: list[int]) -> tuple[Document, ...]:
    found: list[Document] = []
    for part in _parts(keys):
        query = f"SELECT {rows.DOCUMENT} FROM document d WHERE d.key IN ({', '.join('?' * len(part))})"
        found += map(rows.document_of, connection.execute(query, part))
    return tuple(sorted(found, key=lambda d: d.id))


def _relations(connection: sqlite3.Connection, keys: list[int]) -> Iterable[tuple[Any, ...]]:
    for part in _parts(keys):
        query = (
            f"SELECT s.id, p.name, coalesce(o.id, i.id), i.id IS NOT NULL, {rows.EVIDENCE} FROM meaning sc"
            " CROSS JOIN relation r ON r.subject = sc.claim CROSS JOIN word p ON p.key = r.predicate"
            " CROSS JOIN word rule ON rule.key = r.rule CROSS JOIN document s ON s.key = sc.document"
            " CROSS JOIN source f ON f.key = r.source LEFT JOIN meaning oc ON oc.claim = r.object"
            " LEFT JOIN document o ON o.key = oc.document LEFT JOIN issuer i ON i.key = r.issuer"
            f" WHERE sc.document IN ({', '.join('?' * len(part))}) AND s.key IS NOT o.key"
            " AND coalesce(o.id, i.id) IS NOT NULL"
        )
        yield from connection.execute(query, part)
