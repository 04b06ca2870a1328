"""All citations of a text: numbered, named and unnumbered ones, with their pinpoints; not what stands apart from it."""

from __future__ import annotations

from bisect import bisect_left

from graph.citations.citation import Citation
from graph.citations.header import Header
from graph.citations.pinpoints import read_pinpoints
from graph.citations.scan import scan
from graph.identity.unnumbered import find_unnumbered
from graph.structure import Outline


def gather(outline: Outline, header: Header) -> list[Citation]:
    """The citations of the text in order, without its own number, the recipients' lists and what a site added."""
    text = outline.text
    kept: list[Citation] = []
    for citation in scan(text):
        if citation.start < header.number_span[1] and citation.end > header.number_span[0]:
            continue
        if header.flat and citation.start < header.title_span[1]:
            continue
        if not outline.is_apart(citation.start):
            kept.append(citation)
    unnumbered, kept = find_unnumbered(text, kept, header.issuer)
    if unnumbered:
        spans = sorted((c.start, c.end) for c in kept)
        kept += [c for c in unnumbered if not _overlaps(c, spans)]
        kept.sort(key=lambda c: (c.start, c.end))
    previous = 0
    for at, citation in enumerate(kept):
        if citation.start >= previous:
            pinpoints = read_pinpoints(text, previous, citation.start)
            if pinpoints:
                kept[at] = citation.leading_to(pinpoints)
            previous = citation.end
    return kept


def _overlaps(citation: Citation, spans: list[tuple[int, int]]) -> bool:
    where = bisect_left(spans, (citation.start, 0))
    return bool(
        (where < len(spans) and spans[where][0] < citation.end) or (where and spans[where - 1][1] > citation.start)
    )
