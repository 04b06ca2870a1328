"""Can a query touch the evidence? One that cannot is answered from a copy of the graph without it, much smaller.

The answer is the same by construction: a pattern of the query whose predicate is one of documents, bodies and concepts
matches the same triples in both copies. Where the query does not tell (a variable for a predicate, DESCRIBE, a negated
path, anything that the parser does not know), it is taken to need the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.rdf.terms import PREFIXES, iri

# Classes and predicates of what only the whole copy has; `tests/rdf/test_rdf_evidence.py` holds the exports to it.
CLASSES = frozenset(
    iri(f"{prefix}:{name}")
    for prefix, names in (
        ("rdf", "Statement"),
        ("luocdo", "Reference Pinpoint Finding Effect"),
        ("oa", "Annotation SpecificResource TextPositionSelector TextQuoteSelector"),
    )
    for name in names.split(" ")
)
OWN = frozenset(
    iri(f"{prefix}:{name}")
    for prefix, names in (
        ("rdf", "subject predicate object reifies"),
        ("rdfs", "comment"),
        ("prov", "wasQuotedFrom wasGeneratedBy"),
        ("luocdo", "foundBy passage cue cueStart cueEnd citationStart citationEnd confidence statedIn partial"),
        ("luocdo", "pinpoint part path position kind"),
        ("luocdo", "about order effectOf effectKind effectDate effectBy basis days"),
        ("oa", "exact start end hasSource hasSelector hasBody hasTarget motivatedBy"),
        ("void", "triples"),  # how many there are, the evidence too
    )
    for name in names.split(" ")
)
_TYPE = iri("rdf:type")
_WHOLE = re.compile(r"\bDESCRIBE\b|\bGRAPH\b|\bFROM\b|<<", re.IGNORECASE)


def asks_for_evidence(query: str) -> bool:
    """Whether the answer to a SPARQL query may hang on statements, mentions, findings, effects or their passages."""
    if _WHOLE.search(query):
        return True
    from rdflib.plugins.sparql import prepareQuery

    try:
        algebra = prepareQuery(query, initNs=PREFIXES).algebra
    except Exception:  # rdflib's parser raises what it likes; the store tells the user what is wrong
        return True
    try:
        return any(_needs(*pattern) for pattern in _patterns(algebra))
    except RecursionError:
        return True


def _patterns(node: Any) -> Iterator[tuple[Any, Any]]:
    """The predicate and the object of every triple pattern below a node of the algebra."""
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        for key, value in node.items():
            if key != "triples":
                yield from _patterns(value)
                continue
            for triple in value:  # what is read otherwise needs the whole
                yield (triple[1], triple[2]) if len(triple) == 3 else (None, None)
    elif isinstance(node, list | tuple | set):
        for value in node:
            yield from _patterns(value)


def _needs(predicate: Any, object: Any) -> bool:
    from rdflib import URIRef
    from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath

    if isinstance(predicate, URIRef):
        if str(predicate) == _TYPE:
            return not isinstance(object, URIRef) or str(object) in CLASSES
        return str(predicate) in OWN
    if isinstance(predicate, MulPath):
        # Zero steps lead from every node of the graph to itself: there are more nodes in the whole.
        return (predicate.zero and not isinstance(object, URIRef)) or _needs(predicate.path, None)
    if isinstance(predicate, InvPath):
        return _needs(predicate.arg, None)
    if isinstance(predicate, AlternativePath | SequencePath):
        return any(_needs(step, None) for step in predicate.args)
    return True
