"""Extractions and documents as plain JSON values: what ``luocdo extract`` prints and other programs read.

``contract.schema.json`` describes them in JSON Schema (draft 2020-12). Who adds a key here adds it there and raises the
minor number of its version; who changes or removes one, the major number.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from graph.model import Document, Effect, Extraction, Finding, Issuer, Mention, Pinpoint, Relation, Status

SCHEMA_VERSION = "1.0"


def schema_text() -> str:
    """The JSON Schema of what the functions below make, as it stands in the file."""
    return files("graph").joinpath("contract.schema.json").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """The JSON Schema as a value: that of an extraction, with one of each of its parts in ``$defs``."""
    parsed: dict[str, Any] = json.loads(schema_text())
    return parsed


def document_status(document: Document) -> str:
    """``complete``, ``ambiguous`` (several documents may be meant) or ``provisional`` (its identity is incomplete)."""
    if document.candidates:
        return "ambiguous"
    return "provisional" if document.provisional else "complete"


def document_dict(document: Document) -> dict[str, Any]:
    """A document with every attribute, null where unknown."""
    return {
        "id": document.id,
        "type": document.type,
        "code": document.code,
        "name": document.name,
        "date": document.date,
        "issuer": document.issuer,
        "place": document.place,
        "term": document.term,
        "title": document.title,
        "is_source": document.is_source,
        "status": document_status(document),
        "unnumbered": document.unnumbered,
        "candidates": list(document.candidates),
        "origins": dict(document.origins),
    }


def mention_dict(mention: Mention) -> dict[str, Any]:
    """A mention; `pinpoint` (the parts meant; several joined by semicolons) and `provision` (the part of the text in
    which it stands) are text or null."""
    found = {
        "document": mention.document,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "pinpoint": _pinpoint(mention.pinpoints),
        "provision": _provision(mention.provision),
        "rule": mention.rule,
        "confidence": mention.confidence,
    }
    return found if mention.source is None else {**found, "source": mention.source}


def relation_dict(relation: Relation) -> dict[str, Any]:
    """A relation with its evidence flattened into it; `provision` is the part of the stating text that says so."""
    e = relation.evidence
    found = {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "start": e.start,
        "end": e.end,
        "text": e.text,
        "cue": e.cue,
        "confidence": e.confidence,
        "partial": relation.partial or bool(relation.pinpoints),
        "pinpoint": _pinpoint(relation.pinpoints),
        "provision": _provision(relation.provision),
        "rule": e.rule,
    }
    return found if e.source is None else {**found, "source": e.source}


def finding_dict(finding: Finding) -> dict[str, Any]:
    """A finding; `start` is -1 where it has no place in a text."""
    return {
        "kind": finding.kind,
        "message": finding.message,
        "documents": list(finding.documents),
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "source": finding.source,
    }


def effect_dict(effect: Effect) -> dict[str, Any]:
    """A statement of time with its evidence flattened into it; `date` and `by` null where unknown, `days` counted from
    `basis`."""
    e = effect.evidence
    found = {
        "document": effect.document,
        "kind": effect.kind,
        "date": effect.date,
        "provisions": _pinpoint(effect.provisions),
        "by": effect.by,
        "basis": effect.basis,
        "days": effect.days,
        "start": e.start,
        "end": e.end,
        "text": e.text,
        "cue": e.cue,
        "confidence": e.confidence,
        "rule": e.rule,
    }
    return found if e.source is None else {**found, "source": e.source}


def issuer_dict(issuer: Issuer) -> dict[str, Any]:
    """An issuer, null where an attribute is unknown."""
    return {
        "id": issuer.id,
        "name": issuer.name,
        "place": issuer.place,
        "level": issuer.level,
        "branch": issuer.branch,
        "code": issuer.code,
    }


def status_dict(status: Status) -> dict[str, Any]:
    """Whether a document stands: since when, by whom, which provisions, and the sentences that say it."""
    return {
        "state": status.state,
        "by": list(status.by),
        "since": status.since,
        "first_day": status.first_day,
        "last_day": status.last_day,
        "parts": [
            {
                "provisions": _pinpoint(part.provisions),
                "state": part.state,
                "by": part.by,
                "since": part.since,
                "text": part.evidence.text,
                "source": part.evidence.source,
            }
            for part in status.parts
        ],
        "evidence": [
            {"text": e.text, "source": e.source, "start": e.start, "end": e.end, "rule": e.rule}
            for e in status.evidence
        ],
    }


def extraction_dict(extraction: Extraction) -> dict[str, Any]:
    """All that one text says."""
    return {
        "source": extraction.source,
        "documents": [document_dict(d) for d in extraction.documents],
        "mentions": [_without_source(mention_dict(m)) for m in extraction.mentions],
        "relations": [_without_source(relation_dict(r)) for r in extraction.relations],
        "issuers": [issuer_dict(i) for i in extraction.issuers],
        "findings": [_without_source(finding_dict(f)) for f in extraction.findings],
        "effects": [_without_source(effect_dict(e)) for e in extraction.effects],
    }


def _without_source(found: dict[str, Any]) -> dict[str, Any]:
    found.pop("source", None)
    return found


def _provision(provision: Pinpoint | None) -> str | None:
    return None if provision is None else str(provision) or provision.text or None


def _pinpoint(pinpoints: tuple[Pinpoint, ...]) -> str | None:
    return "; ".join(str(p) or p.text for p in pinpoints) or None
