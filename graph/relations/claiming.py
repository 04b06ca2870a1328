"""What a text contributes to the graph of the law: its documents, and by when each must have been there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model import Document, Extraction
from graph.relations.authority import SERVICE, VALIDITY, year

_LATER = VALIDITY | SERVICE | {"based_on", "reviews"}  # the subject is younger than the object


def of_the_law(extraction: Extraction) -> Extraction:
    """`extraction` without the text itself where that is no document: an article, a note, a page without words. It has
    neither type, number nor name and does nothing but cite; it stays the source of its mentions and of what it tells of
    others, but is no node of the graph of the law."""
    own = extraction.source_document
    if own is None or own.type or own.code or own.name:
        return extraction
    if any(mention.document == own.id for mention in extraction.mentions):
        return extraction
    if any(own.id in (r.subject, r.object) and r.predicate != "cites" for r in extraction.relations):
        return extraction
    return replace(
        extraction,
        documents=tuple(document for document in extraction.documents if document is not own),
        relations=tuple(relation for relation in extraction.relations if relation.subject != own.id),
        effects=tuple(effect for effect in extraction.effects if own.id not in (effect.document, effect.by)),
        findings=tuple(finding for finding in extraction.findings if own.id not in finding.documents),
    )


def claimed(extraction: Extraction) -> Iterator[tuple[Document, str | None]]:
    """Each document with the day (or year) by which it must have been there, None where nothing tells: that of the text
    which names it, or of the oldest document that is said to rest on it, carry it out, change or end it."""
    own = extraction.source_document
    seen = own.date if own is not None else None
    known = _known_by(extraction)
    for document in extraction.documents:
        yield document, min((day for day in (seen, known.get(document.id)) if day), default=None)


def _known_by(extraction: Extraction) -> dict[str, str]:
    when = {document.id: document.date or str(year(document) or "") for document in extraction.documents}
    found: dict[str, str] = {}
    for relation in extraction.relations:
        day = when.get(relation.subject)
        if day and relation.predicate in _LATER and not (found.get(relation.object, day) < day):
            found[relation.object] = day
    return found
