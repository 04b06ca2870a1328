"""Where a register and the texts of a graph cannot both be right: found by comparing, stored nowhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph import labels
from graph.model import Finding, Relation
from graph.records.facts import RULE
from graph.store.correcting import RULE as CORRECTION

if TYPE_CHECKING:
    from graph.model import GraphView

_ACTING = ("replaces", "repeals", "suspends")
Pair = tuple[str, str]


def contradictions(graph: GraphView) -> list[Finding]:
    """Relations of a register that a text turns round (the replaced replaces), or states of a part where the register
    speaks of the whole, or the other way; ordered by documents."""
    stated: dict[Pair, list[Relation]] = defaultdict(list)
    read: dict[Pair, list[Relation]] = defaultdict(list)
    for relation in graph.relations():
        if relation.predicate in _ACTING and relation.evidence.rule != CORRECTION:  # which stands above both
            group = stated if relation.evidence.rule == RULE else read
            group[relation.subject, relation.object].append(relation)
    names: dict[str, str] = {}
    if stated and read:
        names = {document.id: labels.document(document) for document in graph.documents()}
    found = []
    for pair in sorted(stated):
        for official in stated[pair]:
            for other in read.get((pair[1], pair[0]), ()):
                found.append(_finding(official, other, "ngược chiều", names))
            for other in read.get(pair, ()):
                if _whole(other) != _whole(official):
                    what = "một phần" if _whole(official) else "toàn bộ"
                    found.append(_finding(official, other, what, names))
    return found


def _whole(relation: Relation) -> bool:
    return not relation.partial and not relation.pinpoints


def _finding(official: Relation, other: Relation, what: str, names: dict[str, str]) -> Finding:
    subject, object = names.get(official.subject, official.subject), names.get(official.object, official.object)
    part = "" if _whole(official) else " một phần"
    message = (
        f"Danh mục ghi {subject} {labels.predicate(official.predicate)}{part} {object}"
        f" ({official.evidence.source}), nhưng văn bản nói {what}: “{' '.join(other.evidence.text.split())[:200]}”"
        f" ({other.evidence.source})"
    )
    e = other.evidence
    return Finding(
        "conflicting-register", message, (official.subject, official.object), e.start, e.end, e.text, e.source
    )
