"""A view as an `rdflib.Graph`, for those who work with rdflib."""

from __future__ import annotations

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from graph.model import GraphView
from graph.rdf.concepts import Options
from graph.rdf.terms import PREFIXES
from graph.rdf.triples import blocks
from graph.rdf.writing import check_base


def to_rdflib(view: GraphView, *, base: str | None = None) -> rdflib.Graph:
    """The same triples as the exports, as an `rdflib.Graph` with the prefixes bound."""
    check_base(base)
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, space in PREFIXES.items():
        graph.bind(prefix, space)
    known: dict[str, rdflib.URIRef] = {}

    def node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
        if isinstance(term, ox.NamedNode):
            found = known.get(term.value)
            if found is None:
                found = known[term.value] = rdflib.URIRef(term.value)
            return found
        if isinstance(term, ox.Literal):
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            # As rdflib's own parsers have it: a plain string has no datatype, others keep their lexical form.
            if term.datatype.value == PREFIXES["xsd"] + "string":
                return rdflib.Literal(term.value)
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
        raise TypeError(term)

    for _, block in blocks(view, Options(base=base)):
        for triple in block:
            graph.add((node(triple.subject), node(triple.predicate), node(triple.object)))
    return graph
