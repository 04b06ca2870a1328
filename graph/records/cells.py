"""A row that is no entry of a register: each cell is read on its own, so that nothing that is said leaves its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.model import Document, Extraction, Issuer, Mention, Relation

_ATTRIBUTES = ("type", "code", "name", "date", "issuer", "place", "term", "title")


def extract_cells(
    text: str, spans: Iterable[tuple[int, int]], name: str, extract: Callable[..., Extraction]
) -> Extraction:
    """What the cells ``text[start:end]`` say, as one extraction called `name` with offsets of `text`. A row is no
    document: it cites nothing, and nothing it says is said by itself. Documents named alike in several cells are one,
    with all that the cells say of them."""
    documents: dict[str, Document] = {}
    issuers: dict[str, Issuer] = {}
    mentions: list[Mention] = []
    relations: list[Relation] = []
    for start, end in spans:
        words = text[start:end]
        if sum(map(str.isalpha, words)) < 3:
            continue
        read = extract(words, source=name)
        row = read.source_document
        itself = row.id if row is not None else None
        for document in read.documents:
            if document.id != itself:
                documents[document.id] = _both(documents.get(document.id), replace(document, is_source=False))
        issuers.update((issuer.id, issuer) for issuer in read.issuers)
        mentions += [
            replace(m, start=m.start + start, end=m.end + start) for m in read.mentions if m.document != itself
        ]
        for relation in read.relations:
            if itself not in (relation.subject, relation.object) and relation.predicate != "cites":
                e = relation.evidence
                moved = replace(
                    e, start=e.start + start, end=e.end + start,
                    cue_start=e.cue_start + start if e.cue_start >= 0 else -1,
                    cue_end=e.cue_end + start if e.cue_end >= 0 else -1,
                )  # fmt: skip
                relations.append(replace(relation, evidence=moved, provision=None))
    named = {m.document for m in mentions} | {id for r in relations for id in (r.subject, r.object)}
    kept = tuple(document for id, document in documents.items() if id in named)
    issued = {r.object for r in relations if r.predicate == "issued_by"}
    relations.sort(key=lambda r: (r.evidence.start, r.evidence.end, r.predicate, r.subject, r.object))
    unique = {(r.subject, r.predicate, r.object, r.evidence.start): r for r in relations}
    bodies = tuple(issuer for id, issuer in issuers.items() if id in issued)
    return Extraction(name, kept, tuple(replace(m, provision=None) for m in mentions), tuple(unique.values()), bodies)


def _both(first: Document | None, second: Document) -> Document:
    """A document with what two cells say of it; the first is believed."""
    if first is None:
        return second
    missing = {key: getattr(second, key) for key in _ATTRIBUTES if getattr(first, key) is None}
    missing = {key: value for key, value in missing.items() if value is not None}
    origins = {**{key: second.origins.get(key, "text") for key in missing}, **first.origins}
    return replace(first, **missing, origins=origins)
