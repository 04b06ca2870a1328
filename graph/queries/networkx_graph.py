"""The graph for networkx."""

from __future__ import annotations

from typing import Any

import networkx

from graph.model import GraphView


def to_networkx(view: GraphView) -> networkx.MultiDiGraph[str]:
    """Documents and issuers as nodes (attribute ``kind``), relations as edges keyed by predicate.

    Unknown attributes are left out, so that every writer of networkx takes the graph. Where several sources state one
    relation its edge has the best stated evidence, and ``count`` tells how many there are.
    """
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    states = view.statuses()
    for document in view.documents():
        facts: dict[str, Any] = {
            "kind": "document",
            "label": document.code or document.name or document.type or document.id,
            "type": document.type,
            "code": document.code,
            "name": document.name,
            "date": document.date,
            "issuer": document.issuer,
            "place": document.place,
            "term": document.term,
            "title": document.title,
            "loaded": document.is_source,
            "provisional": document.provisional,
            "status": states[document.id].state if document.id in states else "unknown",
        }
        graph.add_node(document.id, **{key: value for key, value in facts.items() if value is not None})
    for issuer in view.issuers():
        facts = {"kind": "issuer", "label": issuer.name, "name": issuer.name, "place": issuer.place}
        facts |= {"level": issuer.level, "branch": issuer.branch, "code": issuer.code}
        graph.add_node(issuer.id, **{key: value for key, value in facts.items() if value is not None})
    for relation in view.relations():
        ends = (relation.subject, relation.object, relation.predicate)
        evidence = relation.evidence
        if graph.has_edge(*ends):
            known = graph.edges[ends]
            known["count"] += 1
            if evidence.confidence <= known["confidence"]:
                continue
        graph.add_edge(
            relation.subject,
            relation.object,
            key=relation.predicate,
            predicate=relation.predicate,
            partial=relation.partial,
            evidence=evidence.text,
            cue=evidence.cue,
            confidence=evidence.confidence,
            source=evidence.source or "",
            start=evidence.start,
            end=evidence.end,
            count=graph.edges[ends]["count"] if graph.has_edge(*ends) else 1,
        )
    return graph
