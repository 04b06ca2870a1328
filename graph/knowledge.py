"""A graph file in Python: build it, ask it, hand it on.

    with graph.open("graph.db", create=True) as g:
        g.add(["data/"])
        plan = g.document("18-NQ/TW")
        for found in g.implementers(plan):
            print(found.document.code, [step.evidence.text for step in found.chains[0]])

Every machinery (extraction, networkx, rdflib, the page) loads when a method needs it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from graph.errors import LuocdoError
from graph.model import Document, Effect, Extraction, Finding, Issuer, Mention, Relation, Snapshot, Source, Status
from graph.queries.walk import Found, related
from graph.store.database import connect, reading, translated
from graph.store.texts import Texts
from graph.store.trust import guarded, limit_time, watched
from graph.store.view import StoreView

if TYPE_CHECKING:
    import networkx
    import rdflib

    from graph.building import Report
    from graph.queries.changes import Change
    from graph.queries.searching import Hits
    from graph.queries.statistics import Statistics
    from graph.store.ingest import Entry


class NotFoundError(LuocdoError):
    """The graph has no such document; `suggestions` are documents with some of the words."""

    def __init__(self, words: str, suggestions: tuple[Document, ...] = ()) -> None:
        super().__init__(f"không tìm thấy văn bản “{words}” trong đồ thị")
        self.suggestions = suggestions


class AmbiguousError(LuocdoError):
    """Several documents may be meant; `candidates` lists them by id."""

    def __init__(self, words: str, candidates: tuple[Document, ...]) -> None:
        super().__init__(f"“{words}” có thể là {len(candidates)} văn bản, hãy nói rõ hơn (ngày, cơ quan, ký hiệu)")
        self.candidates = candidates


def open(path: str | os.PathLike[str], *, create: bool = False, write: bool = False) -> KnowledgeGraph:
    """The graph in the file at `path`, for reading; with `write` also for adding, with `create` made when it is
    missing.

    LuocdoError, one line, where the file is missing, is no graph, is of a newer version or cannot be opened.
    """
    return KnowledgeGraph(path, connect(path, create=create, write=write), writable=create or write)


@guarded
class KnowledgeGraph:
    """A graph file that is open. Implements `graph.model.GraphView`; use it as a context manager, or `close` it.

    Documents may be given as `Document` or by their id. A writable graph merges what was ingested before it answers.
    """

    def __init__(self, path: str | os.PathLike[str], connection: sqlite3.Connection, *, writable: bool) -> None:
        self.file = Path(path)
        self.writable = writable
        self._connection = connection
        self._patience = limit_time(connection)
        self._texts = Texts(connection)
        self._view = StoreView(connection, self._texts)
        self._unsettled = writable
        self._at: str | None = None

    def as_of(self, day: str | None) -> KnowledgeGraph:
        """This graph, its statuses from now on as of a day (ISO); None: as far as anything is stated."""
        self._at = day
        return self

    def be_quick(self, seconds: float) -> None:
        """Give up a statement that takes longer than this (LuocdoError), for those who have somebody waiting."""
        self._patience.seconds = seconds

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.settle()
        finally:
            self.close()

    def close(self) -> None:
        """Close the file; what is not merged yet is merged when the graph is next opened for writing."""
        self._connection.close()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """One state of the graph for several calls, whatever another process writes meanwhile."""
        connection = self._settled()
        with ExitStack() as stack:
            with translated(self.file):
                stack.enter_context(reading(connection))
            yield

    # Writing

    def add(
        self,
        paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
        *,
        workers: int | None = None,
        strict: bool = False,
        progress: Callable[[str, int], None] | None = None,
    ) -> Report:
        """Read, extract and store files, folders and patterns; unchanged files are passed over. Files that cannot be
        read are listed in the report (with `strict` the first one raises LuocdoError). See `graph.building.build`."""
        from graph.building import build

        listed = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        self._unsettled = True
        report = build(self, listed, workers=workers, strict=strict, progress=progress)
        self.settle()
        return report

    def ingest(
        self, source: Source, extraction: Extraction | None = None, *, file: str | None = None, reader: str = ""
    ) -> bool:
        """Store what one source says (extracted from its text unless given) in one transaction, instead of what it said
        before; whether anything changed. `file` and `reader`: see `graph.store.ingest.put`."""
        from graph.store.ingest import put

        if extraction is None:
            from graph.pipeline import extract

            extraction = extract(source.text, source=source.name)
        with translated(self.file):
            changed = put(self._writable(), source, extraction, file=file, reader=reader)
        self._unsettled |= changed
        self._texts.forget()
        return changed

    def ingest_all(self, entries: Sequence[Entry]) -> int:
        """Store what many sources say (`graph.store.record.prepare`) in one transaction; how many changed. ValueError,
        with nothing stored, where a record cannot be what a text says."""
        from graph.store.ingest import put_all

        with translated(self.file):
            try:
                changed = put_all(self._writable(), entries)
            except (OverflowError, sqlite3.IntegrityError, sqlite3.DataError) as error:
                raise ValueError(str(error)) from None
        self._unsettled |= changed > 0
        self._texts.forget()
        return changed

    def remove(self, name: str) -> bool:
        """Forget the source of this name and all that only it says; False if there is none."""
        from graph.store.ingest import remove

        with translated(self.file):
            changed = remove(self._writable(), name)
        self._unsettled |= changed
        self._texts.forget()
        return changed

    def finish_container(self, name: str, file: str, reader: str, *, complete: bool) -> None:
        """Every document of an archive or a table is ingested: those that are no longer in it are forgotten. See
        `graph.store.ingest.finish_container`."""
        from graph.store.ingest import finish_container

        with translated(self.file):
            gone = finish_container(self._writable(), name, file, reader, complete=complete)
        self._unsettled |= gone > 0

    def is_current(self, name: str, file: str, reader: str) -> bool:
        """Whether the source of this name was stored from bytes of this digest by this reader."""
        from graph.store.ingest import is_current

        return is_current(self._connection, name, file, reader)

    def has_text(self, source: Source, reader: str) -> bool:
        """Whether this source was stored with this very text by this reader."""
        from graph.store.ingest import is_current_text

        return is_current_text(self._connection, source, reader)

    def settle(self, progress: Callable[[int], None] | None = None) -> int:
        """Merge what was ingested since the last time; how many buckets were merged. Queries do this by themselves."""
        if not self._unsettled or not self.writable:
            return 0
        from graph.store.settling import settle

        self._patience.end()  # merging takes what it takes
        done = settle(self._connection, progress)
        self._unsettled = False
        return done

    def _writable(self) -> sqlite3.Connection:
        if not self.writable:
            raise LuocdoError(f"{self.file}: đồ thị được mở chỉ để đọc")
        return self._connection

    def settled(self) -> sqlite3.Connection:
        """The connection for questions of `graph.queries`, when everything is merged."""
        return self._settled()

    def _settled(self) -> sqlite3.Connection:
        if self._unsettled:
            self.settle()
        return self._connection

    # Documents

    def resolve(self, words: str) -> list[Document]:
        """Every document that the words may mean, by id: ``18-NQ/TW``, ``nghi quyet so 18``, ``Luật Đất đai 2024``,
        an id. See `graph.queries.resolve`."""
        from graph.queries.resolve import resolve

        return resolve(self._settled(), words)

    def document(self, words: str) -> Document:
        """The one document that the words mean; NotFoundError or AmbiguousError (with the candidates) otherwise."""
        found = self.resolve(words)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(words, tuple(found))
        raise NotFoundError(words, tuple(self.find(words, limit=5)))

    def find(self, words: str, limit: int = 20) -> list[Document]:
        """Documents with all these words (no diacritics needed), the best first."""
        from graph.queries.resolve import find

        return find(self._settled(), words, limit)

    def search(
        self,
        words: str,
        filters: Mapping[str, str] | None = None,
        states: Mapping[str, str] | None = None,
        *,
        limit: int = 20,
        skip: int = 0,
    ) -> Hits:
        """Documents with all the words that pass the filters, a page of them with facets. See
        `graph.queries.searching`."""
        from graph.queries.searching import search

        return search(self._settled(), words, filters or {}, states or {}, limit=limit, skip=skip)

    def by_id(self, ids: Iterable[str]) -> dict[str, Document]:
        """The documents with these ids."""
        from graph.queries.resolve import by_ids

        return by_ids(self._settled(), ids)

    def by_codes(self, keys: Iterable[str]) -> list[Document]:
        """The documents whose numbers have these lookup keys (`graph.identity.codes.code_key`), by id."""
        from graph.queries.resolve import by_codes

        return by_codes(self._settled(), keys)

    def by_days(self, days: Iterable[str]) -> list[Document]:
        """The documents issued on these days (ISO), by id."""
        from graph.queries.resolve import by_days

        return by_days(self._settled(), days)

    # Relations

    def related(
        self,
        document: Document | str,
        predicate: str,
        *,
        inverse: bool = False,
        transitive: bool = False,
        types: Iterable[str] | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> list[Found]:
        """The documents that `document` has a relation to; with `inverse` those that have one to it; with
        `transitive` also through others. Each with its chains of relations and their evidence, the nearest first.
        `types` keeps documents of these types; `skip` and `limit` give a page of the list."""
        return related(
            self._settled(),
            self._texts,
            _id(document),
            predicate,
            inverse=inverse,
            transitive=transitive,
            types=types,
            limit=limit,
            skip=skip,
            watch=partial(watched, self.file, self._patience),
        )

    def implementers(
        self,
        document: Document | str,
        *,
        transitive: bool = True,
        types: Iterable[str] | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> list[Found]:
        """Who carries the document out, directly and (`transitive`) through documents that carry it out. `types`,
        `limit` and `skip`: see `related`."""
        return self.related(
            document, "implements", inverse=True, transitive=transitive, types=types, limit=limit, skip=skip
        )

    def replaced_by(self, document: Document | str) -> list[Found]:
        """What replaced the document, what replaced that, and so on."""
        return self.related(document, "replaces", inverse=True, transitive=True)

    def replaces(self, document: Document | str) -> list[Found]:
        """What the document replaced, what that had replaced, and so on."""
        return self.related(document, "replaces", transitive=True)

    def relations_of(self, document: Document | str) -> list[Relation]:
        """Every relation of which the document is subject or object, with its evidence."""
        from graph.queries.edges import relations_of

        return relations_of(self._settled(), self._texts, _id(document))

    def roles(self, document: Document | str) -> list[tuple[str, bool, int]]:
        """How many documents stand in which relation to it: (predicate, whether it is the object, number)."""
        from graph.queries.roles import roles

        return roles(self._settled(), _id(document))

    def relations_of_kind(self, predicate: str) -> Iterator[Relation]:
        """Every relation with this predicate."""
        from graph.queries.edges import relations_of_kind

        return relations_of_kind(self._settled(), self._texts, predicate)

    def mentions_of(self, document: Document | str, limit: int | None = None) -> list[Mention]:
        """Where texts mention the document."""
        from graph.queries.edges import mentions_of

        return mentions_of(self._settled(), self._texts, _id(document), limit)

    def issuers_named(self, words: str) -> list[Issuer]:
        """The issuers that the words name: ``UBND tỉnh Quảng Ngãi``, ``so cong thuong``."""
        from graph.queries.edges import issuers_named

        return issuers_named(self._settled(), words)

    def issuer(self, id: str) -> Issuer:
        """The issuer with this id; one that is only its id where the graph has none."""
        from graph.queries.edges import issuer

        return issuer(self._settled(), id)

    def issued_by(self, issuer: Issuer | str) -> list[Document]:
        """The documents of an issuer, by date."""
        from graph.queries.edges import issued_by

        return issued_by(self._settled(), issuer if isinstance(issuer, str) else issuer.id)

    def findings_about(self, document: Document | str) -> list[Finding]:
        """Findings of the document's own texts and of the merge that concern it."""
        self._settled()
        return self._view.findings_about([_id(document)], self._view.texts_of(_id(document)))

    def said_by(self, source: str) -> Extraction:
        """What one source says, in the documents of this graph. See `graph.queries.sources`."""
        from graph.queries.sources import said_by

        return said_by(self._settled(), self._texts, source)

    def texts_of(self, document: Document | str) -> tuple[str, ...]:
        """Names of the sources that are the document's text; empty where it is only cited."""
        self._settled()
        return self._view.texts_of(_id(document))

    def count_mentions(self, document: Document | str) -> tuple[int, int]:
        """How often the document is mentioned, and in how many sources."""
        from graph.queries.edges import count_mentions

        return count_mentions(self._settled(), _id(document))

    def path(self, start: Document | str, end: Document | str) -> list[Relation]:
        """The relations of a shortest way between two documents, walked in either direction; empty if there is none."""
        from graph.queries.paths import path

        return path(self._settled(), self._texts, _id(start), _id(end))

    def status(self, document: Document | str, at: str | None = None) -> Status:
        """Whether the document stands: not yet, in force, in part, replaced, repealed, expired, suspended; since when,
        by whom, by which sentence (`graph.queries.force`). `at`: as of this day (ISO), else as of `as_of`."""
        from graph.queries.status import status

        return status(self._settled(), self._texts, _id(document), at or self._at)

    def changes(self, document: Document | str) -> list[Change]:
        """What the document changed and what changed it, a row a change, by date of the document that changes."""
        from graph.queries.changes import changes

        return changes(self._settled(), self._texts, _id(document))

    def effects_of(self, document: Document | str) -> list[Effect]:
        """What texts and registers say of when the document takes effect and ends."""
        from graph.queries.edges import effects_of

        return effects_of(self._settled(), self._texts, _id(document))

    def stats(self, top: int = 10) -> Statistics:
        """Figures of the graph."""
        from collections import Counter
        from dataclasses import replace

        from graph.queries.statistics import statistics

        figures = statistics(self._settled(), top)
        states = Counter(status.state for status in self.statuses().values())
        states["unknown"] += figures.documents - states.total()
        listed = sorted(((k, n) for k, n in states.items() if n), key=lambda pair: (-pair[1], pair[0]))
        return replace(figures, states=tuple(listed))

    # The graph as a whole (GraphView)

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""
        return self._whole().documents()

    def issuers(self) -> Iterator[Issuer]:
        """All issuers, by id."""
        return self._whole().issuers()

    def relations(self) -> Iterator[Relation]:
        """All relations, one for each source that states it, by ids, then source and offset."""
        return self._whole().relations()

    def mentions(self) -> Iterator[Mention]:
        """All mentions, by document, source and offset."""
        return self._whole().mentions()

    def findings(self) -> Iterator[Finding]:
        """Contradictions and ambiguities, of the texts and of the merge."""
        return self._whole().findings()

    def sources(self) -> Iterator[Source]:
        """All sources with their texts, by name."""
        return self._whole().sources()

    def source_names(self) -> Iterator[str]:
        """The names of all sources, sorted."""
        return self._whole().source_names()

    def source(self, name: str) -> Source | None:
        """The source of this name, or None."""
        return self._whole().source(name)

    def effects(self) -> Iterator[Effect]:
        """All statements of when documents take effect and end, by document, source and offset."""
        return self._whole().effects()

    def statuses(self) -> Mapping[str, Status]:
        """Documents of which the graph says whether they stand, as of `as_of`."""
        from graph.queries.status import statuses

        return statuses(self._settled(), self._texts, self._at)

    def loaded(self) -> Mapping[str, tuple[str, ...]]:
        """Document id -> names of the sources that are its text."""
        return self._whole().loaded()

    def _whole(self) -> StoreView:
        self._settled()
        return self._view

    def snapshot(self, center: Document | str | None = None, hops: int | None = None) -> Snapshot:
        """The graph in memory; with `center` the documents at most `hops` (2 if not given) relations away from it."""
        from graph.queries.neighbourhood import around, whole

        connection = self._settled()
        with reading(connection):
            if center is None:
                return whole(connection, self._texts, self._at)
            return around(connection, self._texts, _id(center), 2 if hops is None else hops, self._at)

    # Other forms

    def networkx(self) -> networkx.MultiDiGraph[str]:
        """The graph as a networkx MultiDiGraph: a node for each document and issuer with its facts as attributes, an
        edge for each relation, its key the predicate (with a number where several texts state it)."""
        from graph.queries.networkx_graph import to_networkx

        with self.frozen():
            return to_networkx(self)

    def rdf(self) -> rdflib.Dataset | rdflib.Graph:
        """The graph as an rdflib graph."""
        from graph.rdf import to_rdflib

        with self.frozen():
            return to_rdflib(self)

    def akoma_ntoso(self, document: Document | str) -> bytes:
        """The text of a document as Akoma Ntoso 3.0 (`graph.akn`). LuocdoError where no text of it is in the graph."""
        from graph.akn import Text, akoma_ntoso

        id = _id(document)
        sources = (self.source(name) for name in self.texts_of(id))
        source = next((s for s in sources if s is not None and s.text and "sha256" not in s.metadata), None)
        if source is None:
            raise LuocdoError(f"đồ thị chưa có toàn văn của {id}")
        said, relations = self.said_by(source.name), self.relations_of(id)
        known = self.by_id({id, *(end for r in relations for end in (r.subject, r.object))})
        found = known.get(id) or Document(id)
        return akoma_ntoso(Text(found, source, said.mentions, tuple(relations), tuple(self.effects_of(id)), known))

    def html(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Write the interactive page. Options are those of `graph.explorer.render`: `center`, `hops`, `lang` and
        more."""
        from graph.explorer import render

        with self.frozen():
            render(self, path, **options)


def _id(document: Document | str) -> str:
    return document if isinstance(document, str) else document.id
