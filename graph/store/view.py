"""The merged graph as streams in a fixed order, with bounded memory (`graph.model.GraphView` but for the statuses,
which are a conclusion of `graph.queries`).

Wrap several calls in `graph.store.database.reading` to see one state of the graph while another process writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping

from graph.model import Document, Effect, Finding, Issuer, Mention, Relation, Source
from graph.store import rows
from graph.store.ids import id_hash, key_of
from graph.store.texts import Texts
from graph.store.trust import parsed

_LOADED = (
    "SELECT d.id, f.name FROM document d CROSS JOIN meaning c ON c.document = d.key"
    " CROSS JOIN assertion a ON a.claim = c.claim CROSS JOIN source f ON f.key = a.source"
)


class StoreView:
    """Every method reads anew and iterates by ids, then source and offset."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def documents(self) -> Iterator[Document]:
        """All documents, loaded or cited only, by id."""
        query = f"SELECT {rows.DOCUMENT} FROM document d ORDER BY d.id"
        return map(rows.document_of, self._connection.execute(query))

    def issuers(self) -> Iterator[Issuer]:
        """All issuers, by id."""
        return map(rows.issuer_of, self._connection.execute(f"SELECT {rows.ISSUER} FROM issuer i ORDER BY i.id"))

    def relations(self, *, quotes: bool = True, only: Callable[[Relation], bool] | None = None) -> Iterator[Relation]:
        """All relations, one for each source that states it; without `quotes` what is read from the texts is empty.
        `only` is shown each without its quotes; the rest is left out, and nothing read for it."""
        unread = self._texts.unread()
        texts = self._texts if quotes else unread
        query = (
            f"SELECT s.id, p.name, coalesce(o.id, i.id), {rows.EVIDENCE}"
            " FROM relation r JOIN source f ON f.key = r.source"
            " JOIN word p ON p.key = r.predicate JOIN word rule ON rule.key = r.rule"
            " JOIN meaning sc ON sc.claim = r.subject JOIN document s ON s.key = sc.document"
            " LEFT JOIN meaning oc ON oc.claim = r.object LEFT JOIN document o ON o.key = oc.document"
            " LEFT JOIN issuer i ON i.key = r.issuer"
            " WHERE coalesce(o.id, i.id) IS NOT NULL AND s.key IS NOT o.key"
            " ORDER BY 1, 2, 3, f.name, r.start, r.ord"
        )
        for row in self._connection.execute(query):
            if only is None or only(rows.relation_of(row[0], row[1], row[2], row[3:], unread)):
                yield rows.relation_of(row[0], row[1], row[2], row[3:], texts)

    def mentions(self, *, quotes: bool = True, only: Callable[[Mention], bool] | None = None) -> Iterator[Mention]:
        """All mentions, by document; `quotes` and `only` as in `relations`."""
        unread = self._texts.unread()
        texts = self._texts if quotes else unread
        query = (
            f"SELECT d.id, {rows.MENTION} FROM mention m"
            " JOIN source f ON f.key = m.source JOIN word rule ON rule.key = m.rule"
            " JOIN meaning c ON c.claim = m.claim JOIN document d ON d.key = c.document"
            " ORDER BY d.id, f.name, m.start, m.ord"
        )
        for row in self._connection.execute(query):
            if only is None or only(rows.mention_of(row[0], row[1:], unread)):
                yield rows.mention_of(row[0], row[1:], texts)

    def effects(self) -> Iterator[Effect]:
        """All statements of time, by document, source and offset."""
        query = (
            f"SELECT d.id, {rows.EFFECT} FROM effect e CROSS JOIN meaning c ON c.claim = e.claim"
            f" CROSS JOIN document d ON d.key = c.document{rows.EFFECT_ENDS} ORDER BY d.id, f.name, e.start, e.ord"
        )
        for row in self._connection.execute(query):
            yield rows.effect_of(row[0], row[1:], self._texts)

    def findings(self) -> Iterator[Finding]:
        """Findings of the texts, by source and offset, then those of the merge."""
        yield from self._text_findings("ORDER BY f.name, n.start, n.ord")
        yield from self._merge_findings("ORDER BY bucket, ord")

    def findings_about(self, documents: Collection[str], sources: Collection[str]) -> list[Finding]:
        """Findings about any of the documents, looked for in these sources and in the merge."""
        found: list[Finding] = []
        for name in sorted(sources):
            found += self._text_findings("WHERE f.name = ? ORDER BY n.start, n.ord", name)
        buckets: set[str] = set()
        for id in documents:
            query = "SELECT bucket FROM document WHERE id_hash = ?"
            buckets.update(bucket for (bucket,) in self._connection.execute(query, (id_hash(id),)))
        for bucket in sorted(buckets):
            found += self._merge_findings("WHERE bucket = ? ORDER BY ord", bucket)
        return [finding for finding in found if not set(documents).isdisjoint(finding.documents)]

    def _text_findings(self, rest: str, *values: str) -> Iterator[Finding]:
        query = (
            "SELECT f.key, f.name, n.kind, n.message, n.start, n.end, n.text, n.claims FROM source f"
            f" CROSS JOIN finding n ON n.source = f.key {rest}"
        )
        for *row, claims in self._connection.execute(query, values):
            yield rows.finding_of(row, self._documents_of(parsed(claims)), self._texts)

    def _merge_findings(self, rest: str, *values: str) -> Iterator[Finding]:
        for kind, message, documents in self._connection.execute(
            f"SELECT kind, message, documents FROM conflict {rest}", values
        ):
            yield Finding(kind, message, rows.strings(documents))

    def _documents_of(self, claims: list[int]) -> tuple[str, ...]:
        query = "SELECT d.id FROM meaning c JOIN document d ON d.key = c.document WHERE c.claim = ?"
        found = (self._connection.execute(query, (claim,)).fetchone() for claim in claims)
        return tuple(dict.fromkeys(row[0] for row in found if row))

    def sources(self) -> Iterator[Source]:
        """All sources with their texts, by name."""
        query = "SELECT key, name, format, metadata FROM source ORDER BY name"
        for key, name, kind, metadata in self._connection.execute(query):
            yield Source(name, self._texts.whole(key), kind, rows.metadata_of(metadata))

    def source_names(self) -> Iterator[str]:
        """The names of all sources, sorted."""
        return (name for (name,) in self._connection.execute("SELECT name FROM source ORDER BY name"))

    def source(self, name: str) -> Source | None:
        """The source of this name with its text, or None."""
        query = "SELECT key, format, metadata FROM source WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return None if row is None else Source(name, self._texts.whole(row[0]), row[1], rows.metadata_of(row[2]))

    def loaded(self) -> Mapping[str, tuple[str, ...]]:
        """Document id -> names of the sources that are its text, by id."""
        found: dict[str, tuple[str, ...]] = {}
        for id, name in self._connection.execute(f"{_LOADED} WHERE d.is_source AND a.own = 1 ORDER BY d.id, f.name"):
            found[id] = (*found.get(id, ()), name)
        return found

    def texts_of(self, id: str) -> tuple[str, ...]:
        """Names of the sources that are the text of a document."""
        query = f"{_LOADED} WHERE d.key = ? AND a.own = 1 ORDER BY f.name"
        return tuple(name for _, name in self._connection.execute(query, (key_of(self._connection, id),)))
