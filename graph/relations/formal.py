"""What follows from mentions and documents alone: the text cites each document that it mentions, and each document is
issued by its issuers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph.citations.citation import Citation
from graph.identity.resolve import Resolution
from graph.model import Document, Evidence, Issuer, Mention, Relation
from graph.relations.words import spaced
from graph.structure import Outline
from graph.structure.sentences import sentence


def cited(outline: Outline, documents: Sequence[Document], mentions: Sequence[Mention]) -> list[Relation]:
    """``cites`` from the source (the first of `documents`) to every other one, with the sentence of its first
    mention."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.document, mention)
    found = []
    for document in documents[1:]:
        mention = first.get(document.id)  # type: ignore[assignment]
        if mention is not None:
            start, end = sentence(outline, mention.start, mention.end)
            words = outline.text[start:end]
            evidence = Evidence(start, end, words, "", mention.start, mention.end, 1.0, "mention")
            found.append(
                Relation(
                    documents[0].id,
                    "cites",
                    document.id,
                    evidence,
                    pinpoints=mention.pinpoints,
                    provision=mention.provision,
                )
            )
    return found


def issued(
    text: str, resolution: Resolution, documents: Sequence[Document], issuers: Sequence[Sequence[Issuer]]
) -> list[Relation]:
    """``issued_by`` from each document to its issuers, with the citation that states them, else the first one."""
    found = []
    for group, document, rows in zip(resolution.all(), documents, issuers, strict=True):
        placed = [c for c in group.citations if c.start >= 0]
        stating = [c for c in placed if c.issuers]
        citation = next((c for c in stating if c.issuer_start < 0), None) or next(iter(stating or placed), None)
        for row in rows:
            found.append(Relation(document.id, "issued_by", row.id, _issuer_evidence(text, citation, document)))
    return found


def _issuer_evidence(text: str, citation: Citation | None, document: Document) -> Evidence:
    if citation is None:
        return Evidence(0, 0, "", "", rule="header", confidence=0.9)
    end = max(citation.tail_end, citation.end)
    origin = document.origins.get("issuer", "symbol")
    cue = None
    if citation.issuer_start >= 0:
        start = citation.issuer_start
        cue = _cue(text, "promulgated", start, citation.start)
    else:
        start = citation.start
        if origin == "text":
            cue = _cue(text, "owner", citation.end, end)
    # Where no word says it (the name or the symbol itself does), the citation is pointed to, as for `cited`.
    words, at, to = cue or ("", citation.start, citation.end)
    confidence = 1.0 if origin == "text" else 0.8
    return Evidence(start, end, text[start:end], words, at, to, confidence, f"issuer-{origin}")


def _cue(text: str, words: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The first of some words of the table in a part of the text, as it is written there, and its place."""
    found = _pattern(words).search(text, start, max(start, end))
    return (found[0], *found.span()) if found else None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced(words)})(?!\w)", re.IGNORECASE)
