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
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from graph.errors import LuocdoError
from graph.model import Document, Effect, Extraction, Finding, Issuer, Mention, Relation, Snapshot, Source, Status
from graph.opened import OpenGraph
from graph.queries.walk import Found, related
from graph.store.database import connect, reading
from graph.store.trust import Watched, guarded
from graph.store.view import StoreView

if TYPE_CHECKING:
    import networkx
    import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import polars  # type: ignore[import-not-found,unused-ignore]
    import rdflib

    from graph.building import Report
    from graph.queries.changes import Change
    from graph.queries.diagram import Diagram
    from graph.queries.history import History
    from graph.queries.searching import Catalogue, Hits
    from graph.queries.selecting import Selection
    from graph.queries.statistics import Statistics


class NotFoundError(LuocdoError):
    """The graph has no such document; `suggestions` are documents with some of the words."""

    def __init__(self, words: str, suggestions: tuple[Document, ...] = ()) -> None:
        super().__init__(f"không tìm thấy văn bản “{words}” trong đồ thị")
        self.suggestions = suggestions
        _note(self, "có thể là", suggestions)


class AmbiguousError(LuocdoError):
    """Several documents may be meant; `candidates` lists them by id."""

    def __init__(self, words: str, candidates: tuple[Document, ...]) -> None:
        super().__init__(f"“{words}” có thể là {len(candidates)} văn bản, hãy nói rõ hơn (ngày, cơ quan, ký hiệu)")
        self.candidates = candidates
        _note(self, "một trong", candidates)


def _note(error: LuocdoError, heading: str, documents: tuple[Document, ...]) -> None:
    """What a traceback shows below the message."""
    from graph.labels import document as label

    listed = "; ".join(f"{label(d)} <{d.id}>" for d in documents[:10])
    if listed:
        error.add_note(f"{heading}: {listed}")


def open(path: str | os.PathLike[str], *, create: bool = False, write: bool = False) -> KnowledgeGraph:
    """The graph in the file at `path`, for reading; with `write` also for adding, with `create` made when it is
    missing.

    LuocdoError, one line, where the file is missing, is no graph, is of a newer version or cannot be opened.
    """
    return KnowledgeGraph(path, connect(path, create=create, write=write), writable=create or write)


@guarded
class KnowledgeGraph(OpenGraph):
    """A graph file that is open. Implements `graph.model.GraphView`; use it as a context manager, or `close` it.

    Documents may be given as `Document`, by their id or in words (``"Nghị quyết 57-NQ/TW"``); words that mean none, or
    several, raise NotFoundError or AmbiguousError, with the documents that may have been meant. A writable graph merges
    what was ingested before it answers.
    """

    _catalogue: tuple[tuple[int, int], Mapping[str, str] | None, Catalogue] | None = None

    # Writing

    def add(
        self,
        paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
        *,
        workers: int | None = None,
        strict: bool = False,
        forget: bool | None = None,
        progress: Callable[[str, int], None] | None = None,
    ) -> Report:
        """Read, extract and store files, folders and patterns; unchanged files are passed over, and what was read from
        files of the folders that are gone is forgotten (`forget`). Files that cannot be read are listed in the report
        (with `strict` the first one raises LuocdoError). See `graph.building.build`."""
        from graph.building import build

        listed = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        self._unsettled = True
        report = build(self, listed, workers=workers, strict=strict, forget=forget, progress=progress)
        self.settle()
        return report

    # Documents

    def resolve(self, words: str) -> list[Document]:
        """Every document that the words may mean, by id: ``18-NQ/TW``, ``nghi quyet so 18``, ``Luật Đất đai 2024``,
        an id. See `graph.queries.resolve`."""
        from graph.queries.resolve import resolve

        return resolve(self._settled(), words)

    def document(self, words: str) -> Document:
        """The one document that the words mean; NotFoundError or AmbiguousError (with the candidates) otherwise."""
        return self._meant(words)

    def _meant(self, words: str) -> Document:
        from graph.queries.resolve import find, resolve

        found = resolve(self._settled(), words)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(words, tuple(found))
        from graph.queries.guessing import guesses

        raise NotFoundError(words, tuple(find(self._settled(), words, 5) or guesses(self._settled(), words)))

    def _key(self, document: Document | str) -> str:
        """The id of a document that was given as such, by its id or in words."""
        return self._given(document).id

    def _given(self, document: Document | str) -> Document:
        return document if isinstance(document, Document) else self._meant(document)

    def find(self, words: str, limit: int = 20, keep: Selection | None = None) -> list[Document]:
        """Documents with all these words (no diacritics needed) that `keep` (`select`) keeps, the best first."""
        from graph.queries.resolve import find
        from graph.queries.selecting import EVERYTHING

        return find(self._settled(), words, limit, keep or EVERYTHING)

    def select(
        self,
        *,
        types: Iterable[str] = (),
        issuers: Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
    ) -> Selection:
        """Which documents to keep, from what people type: ``select(types=["KH"], issuers=["Quảng Ngãi"],
        since="2021")``. See `graph.queries.selecting`."""
        from graph.queries.selecting import select

        return select(self._settled(), types=types, issuers=issuers, since=since, until=until)

    def selected(self, selection: Selection) -> Iterator[Document]:
        """The documents that a selection keeps, by date."""
        from graph.queries.selecting import selected

        return selected(self._settled(), selection)

    def search(
        self,
        words: str,
        filters: Mapping[str, str] | None = None,
        states: Mapping[str, str] | None = None,
        *,
        keep: Selection | None = None,
        catalogue: Catalogue | None = None,
        limit: int = 20,
        skip: int = 0,
    ) -> Hits:
        """Documents with all the words that pass the filters, a page of them with facets. See
        `graph.queries.searching`. `catalogue` is one of this graph (`catalogue`); without it one is made, and used
        again until the graph or `states` change."""
        from graph.queries.selecting import EVERYTHING

        connection = self._settled()
        if catalogue is None:
            version = connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes
            if self._catalogue is None or self._catalogue[:2] != (version, states):
                self._catalogue = version, states, self.catalogue(states)
            catalogue = self._catalogue[2]
        return catalogue.search(connection, words, filters or {}, keep=keep or EVERYTHING, limit=limit, skip=skip)

    def catalogue(self, states: Mapping[str, str] | None = None) -> Catalogue:
        """What searches need of every document, to be handed to `search`, also of another `KnowledgeGraph` of the same
        file."""
        from graph.queries.searching import Catalogue

        return Catalogue(self._settled(), states or {})

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
        keep: Selection | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> list[Found]:
        """The documents that `document` has a relation to; with `inverse` those that have one to it; with
        `transitive` also through others. Each with its chains of relations and their evidence, the nearest first.
        `types` keeps documents of these types, `keep` what it selects; `skip` and `limit` give a page of the list."""
        return related(
            self._settled(),
            self._texts,
            self._key(document),
            predicate,
            inverse=inverse,
            transitive=transitive,
            types=types,
            keep=keep,
            limit=limit,
            skip=skip,
            watch=partial(Watched, self.file, self._patience),
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

        return relations_of(self._settled(), self._texts, self._key(document))

    def roles(self, document: Document | str) -> list[tuple[str, bool, int]]:
        """How many documents stand in which relation to it: (predicate, whether it is the object, number)."""
        from graph.queries.roles import roles

        return roles(self._settled(), self._key(document))

    def relations_of_kind(
        self, predicate: str, *, subjects: Selection | None = None, objects: Selection | None = None
    ) -> Iterator[Relation]:
        """Every relation with this predicate, its ends among those that the selections keep."""
        from graph.queries.edges import relations_of_kind

        return relations_of_kind(self._settled(), self._texts, predicate, subjects, objects)

    def mentions_of(self, document: Document | str, limit: int | None = None) -> list[Mention]:
        """Where texts mention the document."""
        from graph.queries.edges import mentions_of

        return mentions_of(self._settled(), self._texts, self._key(document), limit)

    def issuers_named(self, words: str) -> list[Issuer]:
        """The issuers that the words name: ``UBND tỉnh Quảng Ngãi``, ``so cong thuong``."""
        from graph.queries.edges import issuers_named

        return issuers_named(self._settled(), words)

    def issuer(self, id: str) -> Issuer:
        """The issuer with this id; one that is only its id where the graph has none."""
        from graph.queries.edges import issuer

        return issuer(self._settled(), id)

    def issuers_of(self, document: Document) -> list[Issuer]:
        """The bodies that issued a document, the one of `Document.issuer` first; several for a joint document."""
        from graph.queries.edges import issuers_of

        return issuers_of(self._settled(), document)

    def issued_by(self, issuer: Issuer | str) -> list[Document]:
        """The documents of an issuer, by date."""
        from graph.queries.edges import issued_by

        return issued_by(self._settled(), issuer if isinstance(issuer, str) else issuer.id)

    def findings_about(self, document: Document | str) -> list[Finding]:
        """Findings of the document's own texts and of the merge that concern it."""
        id = self._key(document)
        return self._view.findings_about([id], self._view.texts_of(id))

    def said_by(self, source: str) -> Extraction:
        """What one source says, in the documents of this graph. See `graph.queries.sources`."""
        from graph.queries.sources import said_by

        return said_by(self._settled(), self._texts, source)

    def written(self, sources: Iterable[str]) -> dict[str, tuple[str, str | None]]:
        """Source -> (id, date) of the document that it is the text of. See `graph.queries.sources`."""
        from graph.queries.sources import written

        return written(self._settled(), sources)

    def texts_of(self, document: Document | str) -> tuple[str, ...]:
        """Names of the sources that are the document's text; empty where it is only cited."""
        return self._view.texts_of(self._key(document))

    def count_mentions(self, document: Document | str) -> tuple[int, int]:
        """How often the document is mentioned, and in how many sources."""
        from graph.queries.edges import count_mentions

        return count_mentions(self._settled(), self._key(document))

    def path(self, start: Document | str, end: Document | str) -> list[Relation]:
        """The relations of a shortest way between two documents, walked in either direction; empty if there is none."""
        from graph.queries.paths import path

        return path(self._settled(), self._texts, self._key(start), self._key(end))

    def status(self, document: Document | str, at: str | None = None) -> Status:
        """Whether the document stands: not yet, in force, in part, replaced, repealed, expired, suspended; since when,
        by whom, by which sentence (`graph.queries.force`). `at`: as of this day (ISO), else as of `as_of`."""
        from graph.queries.status import status

        return status(self._settled(), self._texts, self._key(document), at or self._at)

    def statuses_of(self, ids: Iterable[str], *, quotes: bool = True) -> dict[str, Status]:
        """`status` of the documents with these ids; without `quotes` no sentence is read, and the evidence has none."""
        from graph.queries.status import statuses_of

        return statuses_of(self._settled(), self._texts if quotes else self._texts.unread(), ids, self._at)

    def changes(self, document: Document | str) -> list[Change]:
        """What the document changed and what changed it, a row a change, by date of the document that changes."""
        from graph.queries.changes import changes

        return changes(self._settled(), self._texts, self._key(document))

    def history(self, document: Document | str, at: str | None = None) -> History:
        """What the document took the place of, what took its place, and what happened to each of them, in the order of
        time; `at`: as of this day (ISO), else as of `as_of`. See `graph.queries.history`."""
        from graph.queries.history import history

        return history(self._settled(), self._texts, self._given(document), at or self._at)

    def diagram(self, document: Document | str, *, most: int = 100) -> Diagram:
        """The *lược đồ* of a document: what `graph.export.paper` makes a Word paper of. See `graph.queries.diagram`."""
        from graph.queries.diagram import diagram

        return diagram(self._settled(), self._texts, self._given(document), self._at, most)

    def effects_of(self, document: Document | str) -> list[Effect]:
        """What texts and registers say of when the document takes effect and ends."""
        from graph.queries.edges import effects_of

        return effects_of(self._settled(), self._texts, self._key(document))

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

    def unquoted_relations(self) -> Iterator[Relation]:
        """`relations` without the words that are read from the texts."""
        return self._whole().relations(quotes=False)

    def unquoted_mentions(self) -> Iterator[Mention]:
        """`mentions` without the words that are read from the texts."""
        return self._whole().mentions(quotes=False)

    def chosen_relations(self, only: Callable[[Relation], bool]) -> Iterator[Relation]:
        """The `relations` that `only` wants when it sees them without their words; nothing is read for the others."""
        return self._whole().relations(only=only)

    def chosen_mentions(self, only: Callable[[Mention], bool]) -> Iterator[Mention]:
        """The `mentions` that `only` wants, in the same way."""
        return self._whole().mentions(only=only)

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
            return around(connection, self._texts, self._key(center), 2 if hops is None else hops, self._at)

    def part(self, ids: Iterable[str]) -> Snapshot:
        """These documents and what stands among them, in memory, without mentions and texts."""
        from graph.queries.neighbourhood import among

        connection = self._settled()
        with reading(connection):
            return among(connection, self._texts, ids, self._at)

    def nearest(self, document: Document | str, most: int) -> tuple[list[str], int]:
        """The ids of at most `most` documents in a relation to this one, of each kind of relation some, and how many
        there are. See `graph.queries.neighbourhood`."""
        from graph.queries.neighbourhood import nearest

        return nearest(self._settled(), self._key(document), most)

    # Other forms

    def networkx(self) -> networkx.MultiDiGraph[str]:
        """The graph as a networkx MultiDiGraph: a node for each document and issuer with its facts as attributes, an
        edge for each relation, its key the predicate (with a number where several texts state it)."""
        from graph.queries.networkx_graph import to_networkx

        with self.frozen():
            return to_networkx(self)

    def to_pandas(self, table: str = "relations") -> pandas.DataFrame:
        """The rows of a table (`graph.frames.TABLES`: documents, mentions, relations …) as a pandas data frame; needs
        the extra ``pandas``."""
        from graph.frames import to_pandas

        with self.frozen():
            return to_pandas(self, table)

    def to_polars(self, table: str = "relations") -> polars.DataFrame:
        """As `to_pandas`, for polars (the extra ``polars``)."""
        from graph.frames import to_polars

        with self.frozen():
            return to_polars(self, table)

    def rdf(self) -> rdflib.Dataset | rdflib.Graph:
        """The graph as an rdflib graph."""
        from graph.rdf import to_rdflib

        with self.frozen():
            return to_rdflib(self)

    def akoma_ntoso(self, document: Document | str) -> bytes:
        """The text of a document as Akoma Ntoso 3.0 (`graph.akn`). LuocdoError where no text of it is in the graph."""
        from graph.akn import Text, akoma_ntoso

        id = self._key(document)
        sources = (self.source(name) for name in self.texts_of(id))
        source = next((s for s in sources if s is not None and s.text and "sha256" not in s.metadata), None)
        if source is None:
            raise LuocdoError(f"đồ thị chưa có toàn văn của {id}")
        said, relations = self.said_by(source.name), self.relations_of(id)
        known = self.by_id({id, *(end for r in relations for end in (r.subject, r.object))})
        found = known.get(id) or Document(id)
        by = {r.object for r in relations if r.predicate == "issued_by" and r.subject == id}
        issuers = tuple(i for i in self.issuers() if i.id in by)
        effects = tuple(self.effects_of(id))
        return akoma_ntoso(Text(found, source, said.mentions, tuple(relations), effects, known, issuers))

    def html(
        self,
        path: str | os.PathLike[str],
        *,
        center: Document | str | Iterable[Document | str] = (),
        **options: Any,
    ) -> None:
        """Write the interactive page, opening with `center`, a document or several. Other options are those of
        `graph.explorer.render`: `hops`, `lang` and more."""
        from graph.explorer import render

        listed = [center] if isinstance(center, str | Document) else center
        with self.frozen():
            render(self, path, center=[self._key(document) for document in listed], **options)
