"""A view of the graph as compact columns: what the page reads besides its picture.

Rows become columns (one array an attribute), repeated words become numbers into tables, and the text of a relation is
an offset into its source wherever the source travels along. A column with few values is an object of its filled places;
the page reads both with ``column[i]``. All offsets are UTF-16 units.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import formatting
from graph import labels as words
from graph.explorer.labels import FAMILIES, short_date, short_names
from graph.explorer.lanes import Seat, lanes, seat_of_document, seat_of_issuer
from graph.explorer.texts import TextIndex, utf16_length
from graph.identity.joint import issuers_by_document
from graph.model import PREDICATES, Document, GraphView, Issuer, Mention, Relation, Source, Status
from graph.store.correcting import RULE as CORRECTION

HIDDEN_AT_FIRST = ("cites", "issued_by")
LOADED, PROVISIONAL, UNNUMBERED, IS_SOURCE = 1, 2, 4, 8  # bits of the documents' `flags`
EVIDENCE_COLUMNS = ("conf", "partial", "pin", "src", "start", "end", "line", "part", "text", "rule", "marks")
_ISO_DATE = re.compile(r"(?<![\w./-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\w/-])")


class Table:
    """Words by number, in the order in which they are first asked for."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self.rows: list[str] = []
        self._numbers: dict[str, int] = {}
        for word in first:
            self.number(word)

    def number(self, word: str | None) -> int:
        """Number of `word`; -1 for none."""
        if not word:
            return -1
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self.rows)
            self.rows.append(word)
        return found


def column(values: Sequence[Any], empty: Any = None) -> list[Any] | dict[str, Any]:
    """`values` as an array, or as an object of the filled places where fewer than a third are."""
    filled = {str(i): value for i, value in enumerate(values) if value != empty}
    return list(values) if len(filled) * 3 > len(values) else filled


@dataclass(slots=True)
class Graph:
    """A view resolved to node numbers: documents first, then issuers; relations that name somebody unknown to the
    view get a bare node for it."""

    documents: list[Document]
    issuers: list[Issuer]
    relations: list[Relation]
    seats: list[Seat]
    ends: list[tuple[int, int]]  # subject and object of each relation
    issuers_of: dict[int, list[int]]  # the bodies of a document, the first one first
    number: dict[str, int]
    view: GraphView
    texts: dict[str, TextIndex] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.documents) + len(self.issuers)

    def is_issuer(self, node: int) -> bool:
        return node >= len(self.documents)


def resolve(view: GraphView) -> Graph:
    """Numbers for everything in `view`, with its lane."""
    documents = list({document.id: document for document in view.documents()}.values())
    issuers = list({issuer.id: issuer for issuer in view.issuers()}.values())
    relations = list(view.relations())
    document_ids = {document.id for document in documents}
    issuer_ids = {issuer.id for issuer in issuers}
    for relation in relations:
        for end, is_issuer in ((relation.subject, False), (relation.object, relation.predicate == "issued_by")):
            if is_issuer and end not in issuer_ids:
                issuer_ids.add(end)
                issuers.append(Issuer(end, end))
            elif not is_issuer and end not in document_ids:
                document_ids.add(end)
                documents.append(Document(end))
    count = len(documents)
    document_number = {document.id: i for i, document in enumerate(documents)}
    issuer_number = {issuer.id: count + i for i, issuer in enumerate(issuers)}
    ends = [
        (document_number[r.subject], (issuer_number if r.predicate == "issued_by" else document_number)[r.object])
        for r in relations
    ]
    issuers_of = {
        document_number[id]: [issuer_number[body.id] for body in bodies]
        for id, bodies in issuers_by_document(documents, relations, issuers).items()
    }
    seats = [
        seat_of_document(document, issuers[issuers_of[i][0] - count] if i in issuers_of else None)
        for i, document in enumerate(documents)
    ]
    seats += [Seat(seat_of_issuer(issuer).lane, "issuer") for issuer in issuers]
    return Graph(documents, issuers, relations, seats, ends, issuers_of, document_number, view)


def build(graph: Graph, *, max_source_bytes: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the page needs for its first picture, and what may come later: the evidence of relations, the mentions,
    and the texts that they point to (sources first, then sentences without a source)."""
    sources = list(graph.view.sources())
    graph.texts = {source.name: TextIndex(source.text) for source in sources}
    total = sum(len(source.text.encode("utf-8", "surrogatepass")) for source in sources)
    kept = total <= max_source_bytes
    texts = Table()
    bodies: list[str] = [source.text if kept else "" for source in sources]
    loaded = graph.view.loaded()
    data = {
        "lanes": [{"id": lane.id, "vi": lane.vi, "en": lane.en} for lane in lanes()],
        "families": [{"id": id, "vi": vi, "en": en} for id, (vi, en) in FAMILIES.items()],
        "predicates": [_predicate(key, graph.relations) for key in _predicates(graph.relations)],
        **_documents(graph, sources, loaded),
        "issuers": _issuers(graph),
        "relations": _triples(graph),
        "sources": {
            "name": short_names([source.name for source in sources]),
            "format": [source.format for source in sources],
            "en": column([_in_english(source) for source in sources], ""),
            "bytes": total,
            "kept": kept,
        },
        "findings": _findings(graph, sources),
    }
    later = {
        "evidence": _evidence(graph, sources, kept, texts),
        "mentions": _mentions(graph, sources) if kept else None,
        "texts": bodies + texts.rows,
        "signs": [_signs(graph.texts[source.name]) if kept else [] for source in sources],
    }
    return data, later


def _predicates(relations: Iterable[Relation]) -> list[str]:
    used = {relation.predicate for relation in relations}
    return [key for key in PREDICATES if key in used] + sorted(used - set(PREDICATES))


def _predicate(key: str, relations: Iterable[Relation]) -> dict[str, Any]:
    return {
        "id": key,
        "vi": words.predicate(key),
        "en": words.predicate(key, "en"),
        "viInverse": words.predicate(key, inverse=True),
        "enInverse": words.predicate(key, "en", inverse=True),
        "off": key in HIDDEN_AT_FIRST,
    }


def _in_english(source: Source) -> str:
    """A correction by hand in English; nothing for what people wrote themselves."""
    return source.metadata.get("en", "") if source.format == CORRECTION else ""


def _documents(graph: Graph, sources: list[Source], loaded: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    types, names, places, terms, statuses = Table(), Table(), Table(), Table(), Table(["unknown"])
    family_ids, lane_ids = list(FAMILIES), [lane.id for lane in lanes()]
    source_number = {source.name: i for i, source in enumerate(sources)}
    state_of = graph.view.statuses()
    documents = graph.documents
    status = [state_of.get(document.id, Status()) for document in documents]
    corrected: dict[str, list[dict[str, str]]] = {}
    for source in sources:
        if source.format == CORRECTION:
            place = source.name.rpartition("/")[2]
            both = {"vi": source.text, "en": _in_english(source) or source.text}
            said = {lang: f"{sentence} [{place}]" for lang, sentence in both.items()}
            for id in filter(None, source.metadata.get("about", "").split("\n")):
                corrected.setdefault(id, []).append(said)
    rows: dict[str, Any] = {
        "id": [document.id for document in documents],
        "code": column([document.code or "" for document in documents], ""),
        "type": [types.number(document.type) for document in documents],
        "name": column([document.name or "" for document in documents], ""),
        "title": column([document.title or "" for document in documents], ""),
        "date": column([document.date or "" for document in documents], ""),
        "issuer": column([names.number(document.issuer) for document in documents], -1),
        "place": column([places.number(document.place) for document in documents], -1),
        "term": column([terms.number(document.term) for document in documents], -1),
        "node": column([graph.issuers_of.get(i, [-1])[0] for i in range(len(documents))], -1),
        "partners": column([graph.issuers_of.get(i, [])[1:] for i in range(len(documents))], []),
        "lane": [lane_ids.index(graph.seats[i].lane) for i in range(len(documents))],
        "family": [family_ids.index(graph.seats[i].family) for i in range(len(documents))],
        "status": column([statuses.number(s.state) for s in status], 0),
        "by": column([[graph.number[id] for id in s.by if id in graph.number] for s in status], []),
        "since": column([s.since or "" for s in status], ""),
        "firstDay": column([s.first_day or "" for s in status], ""),
        "lastDay": column([s.last_day or "" for s in status], ""),
        "flags": column(
            [
                LOADED * (document.id in loaded)
                | PROVISIONAL * document.provisional
                | UNNUMBERED * document.unnumbered
                | IS_SOURCE * document.is_source
                for document in documents
            ],
            0,
        ),
        "candidates": column([list(document.candidates) for document in documents], []),
        "origins": column([{k: v for k, v in d.origins.items() if v != "text"} for d in documents], {}),
        "corrections": column([corrected.get(document.id, []) for document in documents], []),
        "texts": column(
            [[source_number[n] for n in loaded.get(d.id, ()) if n in source_number] for d in documents], []
        ),
    }
    return {
        "documents": rows,
        "types": [{"vi": name, "en": words.document_type(name, "en")} for name in types.rows],
        "issuerNames": names.rows,
        "places": places.rows,
        "terms": terms.rows,
        "statuses": [{"id": key, "vi": words.status(key), "en": words.status(key, "en")} for key in statuses.rows],
    }


def _issuers(graph: Graph) -> dict[str, Any]:
    lane_ids, count = [lane.id for lane in lanes()], len(graph.documents)
    return {
        "id": [issuer.id for issuer in graph.issuers],
        "name": [issuer.name for issuer in graph.issuers],
        "place": [issuer.place or "" for issuer in graph.issuers],
        "level": [issuer.level or "" for issuer in graph.issuers],
        "branch": [issuer.branch or "" for issuer in graph.issuers],
        "lane": [lane_ids.index(graph.seats[count + i].lane) for i in range(len(graph.issuers))],
    }


class _Spans:
    """Where a document is mentioned in a source, found by offset."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_key: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
        for mention in mentions:
            self._by_key.setdefault((mention.source, mention.document), []).append((mention.start, mention.end))
        for spans in self._by_key.values():
            spans.sort()

    def inside(self, source: str | None, document: str, start: int, end: int) -> tuple[int, int] | None:
        """The first mention of `document` within ``start:end`` of `source`."""
        spans = self._by_key.get((source, document), [])
        at = bisect_left(spans, (start, start))
        return spans[at] if at < len(spans) and spans[at][1] <= end else None


def _find_code(code: str, text: str) -> tuple[int, int] | None:
    """Where `text` writes `code`, in any case and with stray blanks (``57 - NQ/TW``)."""
    at = text.find(code)
    if at >= 0:
        return at, at + len(code)
    places = [i for i, character in enumerate(text) if not character.isspace()]
    squeezed = "".join(text[i].lower()[:1] for i in places)
    wanted = "".join(code.lower().split())
    at = squeezed.find(wanted) if wanted else -1
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else None


def _mark(graph: Graph, spans: _Spans, relation: Relation, node: int) -> tuple[int, int] | None:
    """Code points of the words that cite `node` within the relation's sentence, counted from its start."""
    if graph.is_issuer(node):
        return None
    evidence, document = relation.evidence, graph.documents[node]
    found = spans.inside(evidence.source, document.id, evidence.start, evidence.end) if evidence.start >= 0 else None
    if found is not None:
        return found[0] - evidence.start, found[1] - evidence.start
    return _find_code(document.code, evidence.text) if document.code else None


def _cue(relation: Relation) -> tuple[int, int] | None:
    evidence = relation.evidence
    if evidence.start <= evidence.cue_start < evidence.cue_end <= evidence.end and evidence.cue_start >= 0:
        return evidence.cue_start - evidence.start, evidence.cue_end - evidence.start
    at = evidence.text.find(evidence.cue) if evidence.cue else -1
    return (at, at + len(evidence.cue)) if at >= 0 else None


def _triples(graph: Graph) -> dict[str, Any]:
    """Subject, predicate and object of every relation."""
    predicates = {key: number for number, key in enumerate(_predicates(graph.relations))}
    return {
        "s": [subject for subject, _ in graph.ends],
        "p": [predicates[relation.predicate] for relation in graph.relations],
        "o": [object_ for _, object_ in graph.ends],
        "count": len(graph.relations),
    }


def _evidence(graph: Graph, sources: list[Source], kept: bool, texts: Table) -> dict[str, Any]:
    """Where and how surely every relation is said."""
    parts, pins, rules = Table(), Table(), Table()
    source_number = {source.name: i for i, source in enumerate(sources)}
    spans = _Spans(graph.view.mentions())
    rows: dict[str, list[Any]] = {key: [] for key in EVIDENCE_COLUMNS}
    known: dict[tuple[int, int], tuple[int, str]] = {}
    for relation, (subject, object_) in zip(graph.relations, graph.ends, strict=True):
        evidence = relation.evidence
        source = source_number.get(evidence.source or "", -1)
        index = graph.texts[sources[source].name] if source >= 0 else None
        placed = index is not None and 0 <= evidence.start <= evidence.end <= len(index.text)
        signs = formatting.signs(evidence.text)
        shown, shift = formatting.without(evidence.text, signs), formatting.Shift(signs)
        quoted = placed and kept and index is not None and index.text[evidence.start : evidence.end] == shown
        line, part = 0, ""
        if placed and index is not None:
            spot = (source, evidence.start)
            if spot not in known:
                known[spot] = (index.line(evidence.start), index.part(evidence.start))
            line, part = known[spot]
        if relation.provision is not None:  # read with the text's whole outline: more than the headings above
            part = words.provision(relation.provision)
        marks: list[int] = []
        for kind, span in (
            (0, _cue(relation)),
            (1, _mark(graph, spans, relation, object_)),
            (1, _mark(graph, spans, relation, subject)),
        ):
            if span is not None:
                marks += [utf16_length(shown[: shift(span[0])]), utf16_length(shown[: shift(span[1])]), kind]
        rows["conf"].append(round(min(max(evidence.confidence, 0.0), 1.0) * 100))
        rows["partial"].append(int(relation.partial or bool(relation.pinpoints)))
        rows["pin"].append(pins.number("; ".join(str(pin) for pin in relation.pinpoints)))
        rows["src"].append(source)
        rows["start"].append(index.utf16(evidence.start) if placed and index else -1)
        rows["end"].append(index.utf16(evidence.end) if placed and index else -1)
        rows["line"].append(line)
        rows["part"].append(parts.number(part))
        rows["text"].append(-1 if quoted else texts.number(shown))
        rows["rule"].append(rules.number(evidence.rule))
        rows["marks"].append(marks)
    empty = {"partial": 0, "line": 0, "conf": 100, "marks": []}
    columns: dict[str, Any] = {key: column(values, empty.get(key, -1)) for key, values in rows.items()}
    return {**columns, "parts": parts.rows, "pins": pins.rows, "rules": rules.rows}


def _mentions(graph: Graph, sources: list[Source]) -> dict[str, Any]:
    """Mentions in the order of source and offset."""
    source_number = {source.name: i for i, source in enumerate(sources)}
    found = []
    for mention in graph.view.mentions():
        source = source_number.get(mention.source or "", -1)
        node = graph.number.get(mention.document, -1)
        if source >= 0 and node >= 0:
            index = graph.texts[sources[source].name]
            if 0 <= mention.start < mention.end <= len(index.text):
                pins = "; ".join(str(pin) for pin in mention.pinpoints)
                found.append((source, index.utf16(mention.start), index.utf16(mention.end), node, pins))
    found.sort()
    return {
        "src": [row[0] for row in found],
        "start": [row[1] for row in found],
        "end": [row[2] for row in found],
        "doc": [row[3] for row in found],
        "pin": column([row[4] for row in found], ""),
        "first": [bisect_right([row[0] for row in found], i - 1) for i in range(len(sources) + 1)],
    }


def _signs(index: TextIndex) -> list[int]:
    """Signs of the format in a source, which its view leaves out: start, end, start, end …"""
    return [index.utf16(offset) for span in formatting.signs(index.text) for offset in span]


def _findings(graph: Graph, sources: list[Source]) -> list[dict[str, Any]]:
    source_number = {source.name: i for i, source in enumerate(sources)}
    rows = []
    for finding in graph.view.findings():
        source = source_number.get(finding.source or "", -1)
        row: dict[str, Any] = {
            "vi": words.finding(finding.kind),
            "en": words.finding(finding.kind, "en"),
            "message": _ISO_DATE.sub(lambda found: short_date(found[0]), finding.message),
            "documents": [graph.number[id] for id in finding.documents if id in graph.number],
            "text": formatting.words(finding.text),
            "src": source,
        }
        if source >= 0:
            index = graph.texts[sources[source].name]
            if 0 <= finding.start <= finding.end <= len(index.text):
                row |= {
                    "start": index.utf16(finding.start),
                    "end": index.utf16(finding.end),
                    "line": index.line(finding.start),
                }
        rows.append(row)
    return rows
