"""``extract(text)``: citations, identity and relations of one text.
Pure, deterministic, linear in the text's length."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from graph.citations.citation import Citation
from graph.structure.furniture import recipients, without_running_heads
from graph.citations.header import Header, read_header
from graph.citations.pinpoints import read_pinpoints
from graph.citations.scan import scan
from graph.effect import read_effects
from graph.identity.attributes import describe
from graph.identity.findings import findings_of
from graph.identity.resolve import AmendingTitle, Resolution, resolve
from graph.identity.unnumbered import find_unnumbered
from graph.model import Document, Evidence, Extraction, Issuer, Mention, Relation
from graph.normalise import Normalised, normalise
from graph.relations import relate

Key = tuple[str, str, str]  # subject, predicate, object
_SENTENCE_LIMIT = 400
_NEAR = 120
_SENTENCE_END = re.compile(r"[.;!?\n](?:(?<=[.;!?])(?=\s)|(?<=\n)[ \t*_|]*\n)")


def extract(text: str, *, source: str | None = None) -> Extraction:
    """Everything that `text` says: its own identity, the documents it names, each mention, each relation with its
    evidence, and findings. `source` is the label (a path) kept in the result and in every evidence. Offsets are code
    points of `text`. Never raises on any string."""
    normalised = normalise(text)
    matched = without_running_heads(normalised.text)
    header = read_header(matched)
    citations = _citations(matched, header)
    resolution = resolve(matched, header, citations)
    documents, issuers = _documents(matched, resolution, header, lambda: _label(source, text))
    mentions = _mentions(matched, resolution, documents)
    relations = _relations(matched, documents, mentions, resolution, issuers)
    findings = findings_of(matched, resolution, {id(g): d for g, d in zip(resolution.all(), documents, strict=True)})
    every = {row.id: row for rows in issuers for row in rows}
    result = Extraction(
        source,
        tuple(documents),
        tuple(mentions),
        tuple(relations),
        tuple(every[key] for key in sorted(every)),
        tuple(findings),
        read_effects(normalised.text, matched, documents, mentions),
    )
    return (
        _map_back(result, text, normalised)
        if normalised.breaks or source is not None or matched is not text
        else result
    )


def _label(source: str | None, text: str) -> str:
    """What stands for a text that does not say what it is: its name, or else its content."""
    if source is not None and any(c.isalnum() for c in source):
        return source
    return "blake2-" + hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _citations(text: str, header: Header) -> list[Citation]:
    """The citations of the text, without its own number and the recipients' list;
    with unnumbered documents and pinpoints."""
    zones = recipients(text)
    starts = [z[0] for z in zones]
    kept: list[Citation] = []
    for citation in scan(text):
        if citation.start < header.number_span[1] and citation.end > header.number_span[0]:
            continue
        if header.flat and citation.start < header.title_span[1]:
            continue
        at = bisect_right(starts, citation.start) - 1
        if at >= 0 and citation.start < zones[at][1]:
            continue
        kept.append(citation)
    unnumbered, kept = find_unnumbered(text, kept, header.issuer)
    if unnumbered:
        spans = sorted((c.start, c.end) for c in kept)
        for citation in unnumbered:
            where = bisect_left(spans, (citation.start, 0))
            if (where < len(spans) and spans[where][0] < citation.end) or (
                where and spans[where - 1][1] > citation.start
            ):
                continue
            kept.append(citation)
        kept.sort(key=lambda c: (c.start, c.end))
    previous = 0
    for at, citation in enumerate(kept):
        if citation.start >= previous:
            pinpoints = read_pinpoints(text, previous, citation.start)
            if pinpoints:
                kept[at] = replace(citation, pinpoints=pinpoints)
            previous = citation.end
    return kept


def _documents(
    text: str, resolution: Resolution, header: Header, label: Callable[[], str]
) -> tuple[list[Document], list[list[Issuer]]]:
    documents: list[Document] = []
    issuers: list[list[Issuer]] = []
    used: dict[str, int] = {}
    ids: dict[int, str] = {}
    for group in resolution.all():
        document, rows = describe(text, group, header, name=label)
        count = used.get(document.id, 0)
        used[document.id] = count + 1
        if count:
            # two documents that the text keeps apart but whose known facts are the same: number them in text order
            document = replace(document, id=f"{document.id}.{count + 1}", provisional=True)
        ids[id(group)] = document.id
        documents.append(document)
        issuers.append(rows)
    for i, group in enumerate(resolution.all()):
        if group.candidates:
            documents[i] = replace(
                documents[i],
                candidates=tuple(
                    sorted({*documents[i].candidates, *(ids[id(c)] for c in group.candidates if id(c) in ids)})
                ),
            )
    return documents, issuers


def _mentions(text: str, resolution: Resolution, documents: list[Document]) -> list[Mention]:
    found = [
        Mention(document.id, c.start, c.end, text[c.start : c.end], c.pinpoints, c.rule, c.confidence)
        for g, document in zip(resolution.all(), documents, strict=True)
        for c in g.citations
    ]
    found.sort(key=lambda m: (m.start, m.end, m.document))
    return found


def _relations(
    text: str, documents: list[Document], mentions: list[Mention], resolution: Resolution, issuers: list[list[Issuer]]
) -> list[Relation]:
    ids = {id(group): document.id for group, document in zip(resolution.all(), documents, strict=True)}
    titles = resolution.amending_titles()
    # an amending act's title is one reference; the acts that it names are no further members of the list around it
    inner = {(c.start, c.end, ids[id(group)]) for title in titles for group, c in title.inner}
    stated = list(relate(text, documents, [m for m in mentions if (m.start, m.end, m.document) not in inner]))
    stated += _title_amendments(text, titles, ids, {(r.subject, r.predicate, r.object) for r in stated})
    source = documents[0]
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.document, mention)
    for document in documents[1:]:
        cited = first.get(document.id)
        if cited is not None:
            start, end = _sentence(text, cited.start, cited.end)
            evidence = Evidence(start, end, text[start:end], "", cited.start, cited.end, 1.0, "mention")
            stated.append(Relation(source.id, "cites", document.id, evidence, pinpoints=cited.pinpoints))
    for group, document, rows in zip(resolution.all(), documents, issuers, strict=True):
        placed = [c for c in group.citations if c.start >= 0]
        stating = [c for c in placed if c.issuers]
        citation = next((c for c in stating if c.issuer_start < 0), None) or next(iter(stating or placed), None)
        for row in rows:
            evidence = _issuer_evidence(text, citation, document)
            stated.append(Relation(document.id, "issued_by", row.id, evidence))
    stated.sort(key=lambda r: (r.evidence.start, r.evidence.end, r.predicate, r.subject, r.object))
    return stated


def _title_amendments(text: str, titles: list[AmendingTitle], ids: dict[int, str], known: set[Key]) -> list[Relation]:
    """The title of an amending act names the acts that it amends
    ("Luật sửa đổi, bổ sung một số điều của Luật A và Luật B")."""
    found = []
    for title in titles:
        start, end = title.citation.span
        cue = text.find("đổi", start, end)
        for group, _ in title.inner:
            key = (ids[id(title.group)], "amends", ids[id(group)])
            if key in known or key[0] == key[2]:
                continue
            known.add(key)
            cue_end = end if cue < 0 else cue + 3
            evidence = Evidence(start, end, text[start:end], "sửa đổi, bổ sung", start, cue_end, 0.95, "amending-title")
            found.append(Relation(key[0], "amends", key[2], evidence, partial=True))
    return found


def _issuer_evidence(text: str, citation: Citation | None, document: Document) -> Evidence:
    if citation is None:
        return Evidence(0, 0, "", "", rule="header", confidence=0.9)
    end = max(citation.tail_end, citation.end)
    origin = document.origins.get("issuer", "symbol")
    if citation.issuer_start >= 0:
        start, cue = citation.issuer_start, "ban hành"
    else:
        start, cue = citation.start, "của" if origin == "text" else ""
    return Evidence(
        start,
        end,
        text[start:end],
        cue,
        citation.start,
        citation.end,
        1.0 if origin == "text" else 0.8,
        f"issuer-{origin}",
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, at most `_SENTENCE_LIMIT` code points to each side."""
    begin = low = max(0, start - _SENTENCE_LIMIT)
    for near in (max(low, start - _NEAR), low):  # most sentences begin near; the last end before the span counts
        ends = [match.end() for match in _SENTENCE_END.finditer(text, near, start)]
        if ends:
            begin = ends[-1]
            break
    found = _SENTENCE_END.search(text, end, min(len(text), end + _SENTENCE_LIMIT))
    stop = (
        found.start() + (1 if found and text[found.start()] in ".;!?" else 0)
        if found
        else min(len(text), end + _SENTENCE_LIMIT)
    )
    while begin < start and text[begin] in " \t\n*|_-–+":
        begin += 1
    while stop > end and text[stop - 1] in " \t\n*|_":
        stop -= 1
    return begin, stop


def _map_back(result: Extraction, text: str, normalised: Normalised) -> Extraction:
    """Offsets and quoted words in terms of the text as read, and the source's label on every evidence."""
    start_of: Callable[[int], int] = normalised.start if normalised.breaks else int
    end_of: Callable[[int], int] = normalised.end if normalised.breaks else int

    label = result.source

    def evidence(old: Evidence) -> Evidence:
        begin, end = start_of(old.start), end_of(old.end)
        cue_start, cue_end = (start_of(old.cue_start), end_of(old.cue_end)) if old.cue_start >= 0 else (-1, -1)
        return Evidence(begin, end, text[begin:end], old.cue, cue_start, cue_end, old.confidence, old.rule, label)

    same_place = not normalised.breaks and label is None
    mentions = []
    for m in result.mentions:
        begin, end = start_of(m.start), end_of(m.end)
        words = text[begin:end]
        mentions.append(
            m
            if same_place and m.text == words
            else Mention(m.document, begin, end, words, m.pinpoints, m.rule, m.confidence, label)
        )
    findings = []
    for f in result.findings:
        begin, end = (start_of(f.start), end_of(f.end)) if f.start >= 0 else (-1, -1)
        findings.append(
            replace(f, start=begin, end=end, text=text[begin:end] if begin >= 0 else f.text, source=result.source)
        )
    return replace(
        result,
        mentions=tuple(mentions),
        relations=tuple(
            r
            if same_place and r.evidence.text == text[r.evidence.start : r.evidence.end]
            else Relation(r.subject, r.predicate, r.object, evidence(r.evidence), r.partial, r.pinpoints)
            for r in result.relations
        ),
        findings=tuple(findings),
        effects=tuple(replace(e, evidence=evidence(e.evidence)) for e in result.effects),
    )
