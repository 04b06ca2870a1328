"""SKOS concept schemes: of the terms that an export uses, and whole code lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graph.rdf.literals import date, english, plain, vietnamese
from graph.rdf.terms import Names, term

_A = term("rdf:type")


class Scheme:
    """A SKOS concept scheme that is filled concept by concept and then written, narrower concepts included."""

    def __init__(self, names: Names, kind: str, vi: str, en: str) -> None:
        self.names = names
        self.kind = kind
        self.node = NamedNode(names.make("scheme", kind))
        self.head = [
            Triple(self.node, _A, term("skos:ConceptScheme")),
            Triple(self.node, term("skos:prefLabel"), vietnamese(vi)),
            Triple(self.node, term("skos:prefLabel"), english(en)),
        ]
        self.concepts: dict[NamedNode, list[Triple]] = {}
        self.narrower: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        self.periods: dict[NamedNode, list[Triple]] = {}
        self.replaced: dict[NamedNode, list[NamedNode]] = defaultdict(list)

    def add(
        self,
        node: NamedNode,
        vi: str,
        en: str | None = None,
        *,
        kind: str | None = None,
        alternatives: Iterable[str] = (),
        hidden: Iterable[str] = (),
        broader: NamedNode | None = None,
        notation: str | None = None,
        period: tuple[str | None, str | None] = (None, None),
        replaced_by: Iterable[NamedNode] = (),
        matches: Iterable[str] = (),
    ) -> None:
        """One concept; adding it again changes nothing. No label is said twice (SKOS S13). `hidden` are forms that
        only searches want; `period` the first and the last day that it existed; `matches` IRIs of the same thing
        elsewhere."""
        if node in self.concepts:
            return
        out = self.concepts[node] = [Triple(node, _A, term("skos:Concept"))]
        if kind:
            out.append(Triple(node, _A, term(kind)))
        out.append(Triple(node, term("skos:prefLabel"), vietnamese(vi)))
        if en and en != vi:
            out.append(Triple(node, term("skos:prefLabel"), english(en)))
        said = {vi}
        for curie, labels in (("skos:altLabel", alternatives), ("skos:hiddenLabel", hidden)):
            for other in labels:
                if other not in said:
                    said.add(other)
                    out.append(Triple(node, term(curie), vietnamese(other)))
        if notation:
            out.append(Triple(node, term("skos:notation"), plain(notation)))
        for match in matches:
            out.append(Triple(node, term("skos:exactMatch"), NamedNode(match)))
        for successor in replaced_by:
            out.append(Triple(node, term("dcterms:isReplacedBy"), successor))
            self.replaced[successor].append(node)
        if any(period):
            out.append(Triple(node, term("dcterms:temporal"), self.period(node, *period)))
        out.append(Triple(node, term("skos:inScheme"), self.node))
        if broader is None:
            out.append(Triple(node, term("skos:topConceptOf"), self.node))
            self.head.append(Triple(self.node, term("skos:hasTopConcept"), node))
        else:
            out.append(Triple(node, term("skos:broader"), broader))
            self.narrower[broader].append(node)

    def period(self, node: NamedNode, start: str | None, end: str | None) -> NamedNode:
        """When it existed, as DCAT says periods: the last day is part of it."""
        period = NamedNode(f"{node.value}#period")
        self.periods[node] = [Triple(period, _A, term("dcterms:PeriodOfTime"))]
        for curie, day in (("dcat:startDate", start), ("dcat:endDate", end)):
            if day is not None:
                self.periods[node].append(Triple(period, term(curie), date(day)))
        return period

    def blocks(self) -> Iterator[list[Triple]]:
        yield self.head
        for node in sorted(self.concepts, key=lambda n: n.value):
            block = self.concepts[node]
            for curie, others in (("skos:narrower", self.narrower), ("dcterms:replaces", self.replaced)):
                below = sorted(others[node], key=lambda n: n.value)
                block = block + [Triple(node, term(curie), child) for child in below]
            yield block + self.periods.get(node, [])
