"""An import into a graph file: what each source says, as the extraction of that source.

RDF has no texts of sources, only what was quoted from them. The text that is stored is therefore made of the quotations
at their places, with blanks between; the hash that the export had of the real text stays with the source.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Protocol

from graph.identity.attributes import is_unclear
from graph.model import Document, Effect, Extraction, Finding, Issuer, Mention, Relation, Snapshot, Source
from graph.rdf.reading import read
from graph.rdf.survey import FOUND_BEFORE


class Writable(Protocol):
    """A graph that is open for writing (`graph.open(path, write=True)`)."""

    def ingest(self, source: Source, extraction: Extraction | None = None) -> bool: ...
    def settle(self) -> int: ...
    def findings(self) -> Iterable[Finding]: ...


UNNAMED = "rdf"  # the source of what no source says: relations of plain ELI


def load(
    graph: Writable,
    source: str | os.PathLike[str] | IO[bytes] | Snapshot,
    format: str | None = None,
    *,
    base: str | None = None,
) -> int:
    """Put an RDF file (see `read`) into a graph that is open for writing; how many sources it had. A source that the
    graph already has is replaced, as when it is built again."""
    snapshot = source if isinstance(source, Snapshot) else read(source, format, base=base)
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else UNNAMED
    count = 0
    for text, extraction in extractions(snapshot, unnamed=name):
        graph.ingest(text, extraction)
        count += 1
    graph.settle()
    # Merging finds contradictions between sources again, where the merged documents still show them. The others are
    # kept as what was found before: nobody said them.
    again = {(f.kind, f.documents) for f in graph.findings() if f.source is None}
    lost = [f for f in snapshot.finding_rows if f.source is None and (f.kind, f.documents) not in again]
    if lost:
        graph.ingest(*_found_before(snapshot, lost))
        graph.settle()
    return count


def _found_before(snapshot: Snapshot, findings: list[Finding]) -> tuple[Source, Extraction]:
    """Findings that came from comparing sources, under a source of a kind of its own that exports look through."""
    documents = {document.id: document for document in snapshot.document_rows}
    about = sorted({id for finding in findings for id in finding.documents})
    rows = tuple(replace(documents.get(id) or Document(id), is_source=False) for id in about)
    return Source(FOUND_BEFORE, "", FOUND_BEFORE), Extraction(FOUND_BEFORE, rows, findings=tuple(findings))


def extractions(snapshot: Snapshot, *, unnamed: str = UNNAMED) -> Iterator[tuple[Source, Extraction]]:
    """Each source of a graph with what it says, by name; what no source says comes under `unnamed`."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    findings: dict[str, list[Finding]] = defaultdict(list)
    effects: dict[str, list[Effect]] = defaultdict(list)
    for effect in snapshot.effect_rows:
        evidence = replace(effect.evidence, source=None)
        effects[_name(effect.evidence.source, unnamed)].append(replace(effect, evidence=evidence))
    for relation in snapshot.relation_rows:
        evidence = replace(relation.evidence, source=None)
        relations[_name(relation.evidence.source, unnamed)].append(replace(relation, evidence=evidence))
    for mention in snapshot.mention_rows:
        mentions[_name(mention.source, unnamed)].append(replace(mention, source=None))
    for finding in snapshot.finding_rows:
        # Findings without a source come from merging the sources, and will again.
        if finding.source is not None:
            findings[finding.source].append(replace(finding, source=None))
    own: dict[str, list[str]] = defaultdict(list)
    for id, names in snapshot.sources_by_id.items():
        for name in names:
            own[name].append(id)
    documents = {document.id: document for document in snapshot.document_rows}
    issuers = {issuer.id: issuer for issuer in snapshot.issuer_rows}
    known = {source.name: source for source in snapshot.source_rows}
    used: set[str] = set()
    told = {*known, *relations, *mentions, *findings, *effects, *own} - {unnamed}
    # What a reference may mean is of its text where that could not tell. Else merging found it, and will again; a text
    # that brought it along would keep a document of its own.
    for id, document in documents.items():
        if document.candidates and not is_unclear(id):
            documents[id] = replace(document, candidates=())
    for name in sorted(told):
        parts = relations[name], mentions[name], findings[name], effects[name]
        listed = _documents(parts, own[name], documents)
        used |= set(listed)
        yield _source(known.get(name), name, parts), _extraction(name, listed, own[name], parts, issuers, documents)
    rest = [id for id in documents if id not in used]
    parts = relations[unnamed], mentions[unnamed], findings[unnamed], effects[unnamed]
    if rest or any(parts):
        listed = dict.fromkeys([*_documents(parts, [], documents), *rest])
        yield _source(known.get(unnamed), unnamed, parts), _extraction(unnamed, listed, [], parts, issuers, documents)


_Parts = tuple[list[Relation], list[Mention], list[Finding], list[Effect]]


def _name(source: str | None, unnamed: str) -> str:
    return unnamed if source is None else source


def _documents(parts: _Parts, own: list[str], documents: dict[str, Document]) -> dict[str, None]:
    """The ids that a source speaks of, its own first."""
    found = dict.fromkeys(own)
    relations, mentions, findings, effects = parts
    for relation in relations:
        found[relation.subject] = None
        if relation.predicate != "issued_by":
            found[relation.object] = None
    found |= dict.fromkeys(m.document for m in mentions)
    found |= dict.fromkeys(d for f in findings for d in f.documents)
    found |= dict.fromkeys(d for e in effects for d in (e.document, e.by) if d)
    return found


def _extraction(
    name: str,
    listed: dict[str, None],
    own: list[str],
    parts: _Parts,
    issuers: dict[str, Issuer],
    documents: dict[str, Document],
) -> Extraction:
    relations, mentions, findings, effects = parts
    rows = []
    for id in listed:
        document = documents.get(id) or Document(id)
        rows.append(replace(document, is_source=id in own))
    named = sorted({r.object for r in relations if r.predicate == "issued_by"})
    return Extraction(
        name,
        tuple(rows),
        tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        tuple(sorted(relations, key=lambda r: (r.evidence.start, r.evidence.end))),
        tuple(issuers[id] for id in named if id in issuers),
        tuple(findings),
        tuple(sorted(effects, key=lambda e: (e.evidence.start, e.evidence.end))),
    )


def _source(known: Source | None, name: str, parts: _Parts) -> Source:
    """The source with as much of its text as was quoted from it."""
    source = known or Source(name, "")
    if source.text:
        return source
    relations, mentions, findings, effects = parts
    quoted = [r.evidence for r in relations] + [e.evidence for e in effects]
    spans = [(e.start, e.text) for e in quoted] + [(e.cue_start, e.cue) for e in quoted]
    spans += [(m.start, m.text) for m in mentions] + [(f.start, f.text) for f in findings]
    text: list[str] = []
    for start, words in spans:
        if start < 0 or not words:
            continue
        text.extend(" " * (start + len(words) - len(text)))
        text[start : start + len(words)] = words
    return replace(source, text="".join(text))
