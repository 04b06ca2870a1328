"""Domains and ranges: every subject and object is of the class that the owner of the predicate defines it for.

Of Web Annotation, FOAF, PROV-O, SKOS and ELI as stored copies have them; of ours as vocabulary.ttl says.
"""

from __future__ import annotations

import io
from collections import defaultdict
from functools import cache

import pyoxigraph as ox
import pytest
from rdf_views import REPORT, made_view

import graph
from graph.export import export
from graph.model import GraphView
from graph.rdf import vocabulary
from graph.rdf.terms import PREFIXES, iri

# predicate: classes of its subject / of its object (a literal is not looked at); none: any
DEFINED = """
oa:hasBody oa:Annotation /
oa:hasTarget oa:Annotation /
oa:motivatedBy oa:Annotation /
oa:hasSource oa:SpecificResource /
oa:hasSelector oa:SpecificResource / oa:TextPositionSelector oa:TextQuoteSelector
oa:start oa:TextPositionSelector /
oa:end oa:TextPositionSelector /
prov:used prov:Activity / prov:Entity
prov:wasGeneratedBy / prov:Activity
prov:wasAssociatedWith prov:Activity / prov:Agent
prov:wasAttributedTo / prov:Agent
prov:wasQuotedFrom / prov:Entity
prov:qualifiedAssociation prov:Activity / prov:Association
prov:agent prov:Association / prov:Agent
prov:hadPlan prov:Association / prov:Plan
skos:hasTopConcept skos:ConceptScheme / skos:Concept
skos:topConceptOf skos:Concept / skos:ConceptScheme
skos:inScheme / skos:ConceptScheme
skos:broader skos:Concept / skos:Concept
skos:narrower skos:Concept / skos:Concept
skos:member skos:Collection / skos:Concept skos:Collection
dcterms:spatial / eli:AdministrativeArea
dcterms:isReplacedBy skos:Concept / skos:Concept
eli:is_realized_by eli:LegalResource / eli:LegalExpression
eli:is_embodied_by eli:LegalExpression / eli:Format
eli:language eli:LegalExpression /
eli:title eli:LegalExpression /
eli:version_date eli:LegalExpression /
eli:media_type eli:Format /
eli:legal_value eli:Format /
eli:type_document eli:LegalResource / eli:ResourceType
eli:type_subdivision eli:LegalResourceSubdivision / eli:SubdivisionType
eli:is_part_of eli:LegalResourceSubdivision / eli:LegalResource eli:LegalResourceSubdivision
eli:passed_by eli:LegalResource / eli:Agent
eli:jurisdiction eli:LegalResource / eli:AdministrativeArea
eli:date_document eli:LegalResource /
eli:date_publication eli:LegalResource /
eli:in_force eli:LegalResource /
eli:first_date_entry_in_force eli:LegalResource /
eli:date_no_longer_in_force eli:LegalResource /
eli:repealed_by eli:LegalResource / eli:LegalResource
eli:repeals eli:LegalResource / eli:LegalResource
eli:amends eli:LegalResource / eli:LegalResource
eli:based_on eli:LegalResource / eli:LegalResource
eli:cites eli:LegalResource / eli:LegalResource
rdf:subject rdf:Statement /
rdf:predicate rdf:Statement /
rdf:object rdf:Statement /
"""
# A class and what is above it. What ELI says of legal resources it says of parts of one, too.
ABOVE = {
    "eli:LegalResourceSubdivision": "eli:LegalResource",
    "luocdo:PartyDocument": "eli:LegalResource",
    "prov:SoftwareAgent": "prov:Agent",
    "prov:Person": "prov:Agent",
}
# FOAF: documents are no organisations, organisations no persons. PROV: activities are no entities. SKOS: S9, S37.
DISJOINT = [
    {"foaf:Document", "foaf:Organization"}, {"foaf:Organization", "prov:Person"}, {"prov:Activity", "prov:Entity"},
    {"prov:Activity", "prov:Agent"}, {"skos:Concept", "skos:ConceptScheme"}, {"skos:Concept", "skos:Collection"},
    {"eli:LegalResource", "eli:LegalExpression"}, {"eli:LegalExpression", "eli:Format"},
    {"eli:LegalResource", "luocdo:Text"}, {"eli:Agent", "eli:LegalResource"},
]  # fmt: skip


def short(name: str) -> str:
    return next((f"{p}:{name[len(space) :]}" for p, space in PREFIXES.items() if name.startswith(space)), name)


@cache
def defined() -> dict[str, tuple[set[str], set[str]]]:
    found = {}
    for line in DEFINED.strip().splitlines():
        head, _, objects = line.partition("/")
        name, *subjects = head.split()
        found[name] = (set(subjects), set(objects.split()))
    for quad in ox.parse(vocabulary(), format=ox.RdfFormat.TURTLE):
        where = {iri("rdfs:domain"): 0, iri("rdfs:range"): 1}.get(quad.predicate.value)
        meant = short(getattr(quad.object, "value", ""))
        if where is not None and not meant.startswith(("xsd:", "rdf:langString")):
            found.setdefault(short(quad.subject.value), (set(), set()))[where].add(meant)
    return found


def wrong(triples: list[ox.Triple]) -> set[str]:
    """Predicates whose subject or object is of another class, and resources that are of two that exclude each other."""
    classes: dict[str, set[str]] = defaultdict(set)
    for t in triples:
        if t.predicate.value == iri("rdf:type"):
            own = short(t.object.value)
            classes[t.subject.value] |= {own, ABOVE.get(own, own)}
    found = set()
    for t in triples:
        subjects, objects = defined().get(short(t.predicate.value), (set(), set()))
        if subjects and not subjects & classes[t.subject.value]:
            found.add(f"{short(t.predicate.value)} of {sorted(classes[t.subject.value])}")
        if objects and isinstance(t.object, ox.NamedNode) and not objects & classes[t.object.value]:
            found.add(f"{short(t.predicate.value)} to {sorted(classes[t.object.value])}")
    return found | {str(pair) for pair in map(sorted, DISJOINT) for own in classes.values() if set(pair) <= own}


def triples_of(view: GraphView, **options: object) -> list[ox.Triple]:
    out = io.BytesIO()
    export(view, "ntriples", out, **options)
    return [quad.triple for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)]


@pytest.mark.parametrize("options", [{}, {"base": "https://example.org/"}, {"evidence": "none"}])
def test_the_made_graph(options: dict[str, object]) -> None:
    assert wrong(triples_of(made_view(), **options)) == set()


def test_the_graph_of_the_demonstration(tmp_path) -> None:
    with graph.open(tmp_path / "graph.db", create=True) as g:
        g.add([REPORT], workers=1)
    with graph.open(tmp_path / "graph.db") as g, g.frozen():
        triples = triples_of(g)
    assert wrong(triples) == set()
    used = {short(t.predicate.value) for t in triples}
    assert len(used & set(defined())) > 60


@pytest.mark.parametrize(
    ("s", "p", "o", "said"),
    [
        ("urn:lex:x", "oa:hasTarget", "urn:lex:y", "oa:hasTarget of"),
        ("urn:lex:x", "eli:passed_by", "urn:lex:y", "eli:passed_by to"),
        ("urn:lex:x", "luocdo:statusBy", "urn:lex:y", "luocdo:statusBy of"),
        ("urn:lex:x", "rdf:type", "foaf:Document", "foaf:Organization"),
    ],
)
def test_what_is_of_another_class_is_found(s: str, p: str, o: str, said: str) -> None:
    node = ox.NamedNode(o if o.startswith("urn:") else iri(o))
    made = [
        ox.Triple(ox.NamedNode(s), ox.NamedNode(iri("rdf:type")), ox.NamedNode(iri("foaf:Organization"))),
        ox.Triple(ox.NamedNode(s), ox.NamedNode(iri(p)), node),
    ]
    assert any(said in fault for fault in wrong(made))
