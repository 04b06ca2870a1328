"""What cannot be as it is said: edges against the order of time or of rank, force that is told in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph import labels
from graph.against import order_finding
from graph.model import Document, Effect, Finding

if TYPE_CHECKING:
    from graph.model import GraphView

_LONGEST = 200
_WHOLE_DAY = len("2031-07-01")


def order_findings(graph: GraphView) -> Iterator[Finding]:
    """A finding for each edge whose subject is older than what it acts on, or of lower rank than what it ends or
    changes (Luật 64/2025/QH15 Điều 8, 57); a register's too. One for each pair and predicate."""
    documents = {document.id: document for document in graph.documents()}
    seen: set[tuple[str, str, str]] = set()
    for relation in graph.relations():
        key = (relation.subject, relation.predicate, relation.object)
        subject, object = documents.get(relation.subject), documents.get(relation.object)
        if key in seen or subject is None or object is None:
            continue
        finding = order_finding(subject, relation, object)
        if finding is not None:
            seen.add(key)
            yield finding


def force_findings(graph: GraphView) -> Iterator[Finding]:
    """Documents that are said to take effect before they are issued, or on several days."""
    documents = {document.id: document for document in graph.documents()}
    listed: list[Effect] = []
    for effect in graph.effects():
        if effect.kind != "in-force" or effect.provisions or effect.date is None:
            continue
        if listed and listed[0].document != effect.document:
            yield from _differing(listed, documents)
            listed = []
        listed.append(effect)
    if listed:
        yield from _differing(listed, documents)


def reliance_findings(graph: GraphView) -> Iterator[Finding]:
    """Documents that stand though what they rest on, guide or carry out has ended: as of the day of the view."""
    states = graph.statuses()
    documents = {document.id: document for document in graph.documents()}
    seen: set[tuple[str, str]] = set()
    for relation in graph.relations():
        if relation.predicate not in ("based_on", "guides", "implements"):
            continue
        pair = (relation.subject, relation.object)
        stands, gone = states.get(relation.subject), states.get(relation.object)
        if pair in seen or stands is None or gone is None:
            continue
        if stands.state not in ("in-force", "partly") or gone.state not in ("replaced", "repealed", "expired"):
            continue
        seen.add(pair)
        since = f" từ {_day(gone.since)}" if gone.since else ""
        subject, object = _name(documents[relation.subject]), _name(documents[relation.object])
        said = labels.predicate(relation.predicate)
        message = f"{subject} còn hiệu lực, {said} {object} {labels.status(gone.state)}{since}"
        e = relation.evidence
        yield Finding("rests-on-ended", message, pair, e.start, e.end, e.text, e.source)


def _differing(effects: list[Effect], documents: dict[str, Document]) -> Iterator[Finding]:
    document = documents.get(effects[0].document)
    if document is None:
        return
    first = effects[0]
    issued = document.date or ""
    early = next((e for e in effects if e.date and len(e.date) == len(issued) == _WHOLE_DAY and e.date < issued), None)
    if early is not None:
        message = (
            f"{_name(document)} có hiệu lực từ {_day(early.date)}, trước ngày ban hành {_day(issued)}"
            " (hiệu lực trở về trước, hoặc một trong hai ngày bị đọc nhầm)"
        )
        yield _finding("effect-before-issue", message, early)
    other = next((e for e in effects if e.date and first.date and not _agree(e.date, first.date)), None)
    if other is not None:
        message = (
            f"{_name(document)}: ngày có hiệu lực là {_day(first.date)} ({_where(first)}) hay {_day(other.date)}"
            f" ({_where(other)})"
        )
        yield _finding("conflicting-force", message, other)


def _finding(kind: str, message: str, effect: Effect) -> Finding:
    e = effect.evidence
    return Finding(kind, message, (effect.document,), e.start, e.end, e.text, e.source)


def _agree(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _where(effect: Effect) -> str:
    return f"“{' '.join(effect.evidence.text.split())[-_LONGEST:]}”, {effect.evidence.source}"


def _day(day: str | None) -> str:
    return "/".join(reversed((day or "").split("-")))


def _name(document: Document) -> str:
    day = f" ({_day(document.date)})" if document.date else ""
    return f"{labels.document(document)}{day}"
