"""What a text states against the order of time or of rank is a finding (Luật 64/2025/QH15 Điều 8, 57)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph import labels
from graph.model import Document, Finding, Relation
from graph.relations.authority import SERVICE, against


def order_finding(subject: Document, relation: Relation, object: Document) -> Finding | None:
    """The finding for a relation whose subject is older than what it acts on, or of lower rank than what it ends or
    changes; None for one that may be."""
    kind = against(subject, relation.predicate, object)
    if kind is None:
        return None
    e = relation.evidence
    said = f"{_name(subject)} {labels.predicate(relation.predicate)} {_name(object)}"
    why = (
        "văn bản ban hành trước không thể tác động đến văn bản ban hành sau"
        if kind == "time"
        else "cơ quan cấp dưới không thể làm điều đó với văn bản của cấp trên"
    )
    if kind == "rank" and relation.predicate in SERVICE:
        why = "cơ quan cấp trên không triển khai, hướng dẫn văn bản của cấp dưới"
    message = f"{said}: {why}; có thể đọc nhầm văn bản hoặc ngày, tháng"
    return Finding(f"against-{kind}", message, (subject.id, object.id), e.start, e.end, e.text, e.source)


def refusals(refused: Iterable[Relation], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """The findings for what was stated and is no relation, by `documents` of its text."""
    for relation in refused:
        finding = order_finding(documents[relation.subject], relation, documents[relation.object])
        if finding is not None:
            yield finding


def _name(document: Document) -> str:
    day = f" ({'/'.join(reversed(document.date.split('-')))})" if document.date else ""
    return f"{labels.document(document)}{day}"
