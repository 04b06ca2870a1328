"""What every plain format says of a document, a body and a relation: the same columns everywhere, values as text.

Views are read as they come: they are in a fixed order (`graph.model.GraphView`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.export.places import names_of_sources
from graph.labels import predicate as predicate_name
from graph.model import Document, GraphView, Issuer, Relation, Status

DOCUMENT_COLUMNS = (
    "id", "label", "type", "code", "name", "date", "issuer", "place", "term", "title", "status", "status_by",
    "status_since", "loaded", "is_source", "provisional", "unnumbered", "candidates", "origins",
)  # fmt: skip
ISSUER_COLUMNS = ("id", "label", "name", "place", "level", "branch", "code")
RELATION_COLUMNS = (
    "subject", "predicate", "object", "label", "sentence", "source", "start", "end", "cue", "cue_start", "cue_end",
    "confidence", "rule", "partial", "pinpoints", "provision",
)  # fmt: skip

Row = dict[str, str]


def label_of(document: Document) -> str:
    """What people call a document: ``Kế hoạch 83/KH-UBND``; its name or title where it has no number."""
    kind = document.type or "Văn bản"
    if document.code and any(map(str.isdigit, document.code)):
        return f"{kind} {document.code}"
    if document.name:
        return document.name
    if document.title:
        return f"{kind} {document.title}"
    if document.code:
        return f"{kind} {document.code}"
    return f"{kind} của {document.issuer}" if document.issuer else kind


def _yes(value: bool) -> str:
    return "true" if value else "false"


def document_row(d: Document, status: Status | None, texts: tuple[str, ...]) -> Row:
    """The columns of a document; empty where nothing is known. Lists are separated by line feeds. `texts`: the names
    under which the texts of the document are published."""
    status = status or Status()
    return {
        "id": d.id,
        "label": label_of(d),
        "type": d.type or "",
        "code": d.code or "",
        "name": d.name or "",
        "date": d.date or "",
        "issuer": d.issuer or "",
        "place": d.place or "",
        "term": d.term or "",
        "title": d.title or "",
        "status": status.state,
        "status_by": "\n".join(status.by),
        "status_since": status.since or "",
        "loaded": "\n".join(texts),
        "is_source": _yes(d.is_source),
        "provisional": _yes(d.provisional),
        "unnumbered": _yes(d.unnumbered),
        "candidates": "\n".join(d.candidates),
        "origins": "\n".join(f"{key}={d.origins[key]}" for key in sorted(d.origins)),
    }


def issuer_row(issuer: Issuer) -> Row:
    """The columns of a body."""
    return {
        "id": issuer.id,
        "label": issuer.name + (f" ({issuer.place})" if issuer.place else ""),
        "name": issuer.name,
        "place": issuer.place or "",
        "level": issuer.level or "",
        "branch": issuer.branch or "",
        "code": issuer.code or "",
    }


def relation_row(r: Relation, public: Mapping[str, str]) -> Row:
    """The columns of a relation with its evidence; offsets are code points, -1 where there is no place. `public`: the
    names of sources that are published under another (`graph.export.places`)."""
    e = r.evidence
    source = e.source or ""
    return {
        "subject": r.subject,
        "predicate": r.predicate,
        "object": r.object,
        "label": predicate_name(r.predicate),
        "sentence": e.text,
        "source": public.get(source, source),
        "start": str(e.start),
        "end": str(e.end),
        "cue": e.cue,
        "cue_start": str(e.cue_start),
        "cue_end": str(e.cue_end),
        "confidence": repr(e.confidence),
        "rule": e.rule,
        "partial": _yes(r.partial),
        "pinpoints": "\n".join(map(str, r.pinpoints)),
        "provision": "" if r.provision is None else str(r.provision),
    }


def documents(view: GraphView) -> Iterator[Row]:
    """All documents as rows."""
    statuses: Mapping[str, Status] = view.statuses()
    loaded = view.loaded()
    public = names_of_sources(view)
    for document in view.documents():
        texts = tuple(public.get(name, name) for name in loaded.get(document.id, ()))
        yield document_row(document, statuses.get(document.id), texts)


def issuers(view: GraphView) -> Iterator[Row]:
    """All bodies as rows, those that a relation names without a row included."""
    known = set()
    for issuer in view.issuers():
        known.add(issuer.id)
        yield issuer_row(issuer)
    named = {r.object for r in view.relations() if r.predicate == "issued_by"}
    for id in sorted(named - known):
        yield issuer_row(Issuer(id, id))


def relations(view: GraphView) -> Iterator[Row]:
    """All relations as rows."""
    public = names_of_sources(view)
    return (relation_row(relation, public) for relation in view.relations())


def missing(view: GraphView) -> list[str]:
    """Ids that a relation names but no document row has, sorted: formats with edges need both ends."""
    known = {document.id for document in view.documents()}
    named = set()
    for relation in view.relations():
        named.add(relation.subject)
        if relation.predicate != "issued_by":
            named.add(relation.object)
    return sorted(named - known)
