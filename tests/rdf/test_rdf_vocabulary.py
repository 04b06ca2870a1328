"""The vocabulary: every term that an export uses is defined, ours by us in both languages, others' by their owners."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdf_views import made_view
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SDO, SKOS, VOID, XSD

from graph.export import export
from graph.model import PREDICATES
from graph.rdf import vocabulary
from graph.rdf.ontology import shapes_turtle
from graph.rdf.terms import NS, PREFIXES, iri, predicate_of, predicates

# Names checked against a stored listing of ELI 1.5 (definitions) and an export of ELI 1.4 (domains, ranges);
# related_to only against ELI 1.1.
ELI = """
LegalResource LegalResourceSubdivision LegalExpression Agent Organization ResourceType SubdivisionType
AdministrativeArea InForce-inForce InForce-notInForce InForce-partiallyInForce type_document type_subdivision
id_local number date_document passed_by jurisdiction in_force first_date_entry_in_force
date_no_longer_in_force is_realized_by is_part_of language title title_alternative
ensures_implementation_of based_on repeals repealed_by amends corrects consolidates cites changes related_to
Format is_embodied_by media_type legal_value LegalValue-official date_publication version_date
"""
# Web Annotation vocabulary (W3C Recommendation 2017), as stored listings have it.
OA = """
Annotation SpecificResource TextPositionSelector TextQuoteSelector hasBody hasTarget hasSource hasSelector
motivatedBy identifying start end exact
"""
# Terms newer than rdflib's lists: schema.org as stored listings have it, RDF 1.2.
NEW = """
schema:legislationEnsuresImplementationOf schema:legislationRepeals schema:legislationAmends
schema:legislationCorrects rdf:reifies
"""
CLOSED = {"dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS,
          "skos": SKOS, "void": VOID, "xsd": XSD, "schema": SDO}  # fmt: skip


def used_terms() -> set[str]:
    """Prefixed names of all predicates, classes, datatypes and fixed values in every kind of export."""
    found = set()
    for options in ({}, {"profile": "eli"}, {"profile": "schema"}, {"rdf12": True}):
        out = io.BytesIO()
        export(made_view(), "nquads", out, licence=None if options else "https://example.org/licence", **options)
        for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.N_QUADS):
            nodes = [quad.predicate, quad.object]
            if isinstance(quad.object, ox.Literal):
                nodes = [quad.predicate, quad.object.datatype]
            for node in nodes:
                for prefix, space in PREFIXES.items():
                    if isinstance(node, ox.NamedNode) and node.value.startswith(space) and node.value != space:
                        found.add(f"{prefix}:{node.value[len(space) :]}")
    for row in predicates().values():
        found |= {
            row.term,
            *row.also,
            row.eli,
            row.schema,
            *filter(None, (row.partial, row.part, row.legislation, row.primary)),
        }
    for path in Path(iri.__code__.co_filename).parent.glob("*.py"):
        found |= set(re.findall(rf'"((?:{"|".join(PREFIXES)}):[A-Za-z][\w-]*)"', path.read_text(encoding="utf-8")))
    found |= set(re.findall(rf"\b((?:{'|'.join(set(PREFIXES) - {'xsd'})}):[A-Za-z][\w-]*)", shapes_turtle()))
    return found - {"schema:legislation"}  # a prefix of names in the code


def test_foreign_terms_exist() -> None:
    unknown = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in used_terms():
            prefix, _, local = name.partition(":")
            if prefix == "eli":
                known = local in ELI.split()
            elif prefix == "oa":
                known = local in OA.split()
            elif prefix == "luocdo" or name in NEW.split():
                known = True
            else:
                known = rdflib.URIRef(iri(name)) in CLOSED[prefix]
            if not known:
                unknown.add(name)
    assert unknown == set()


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=vocabulary(), format="turtle")


def test_our_terms_are_defined_and_nothing_else(ontology) -> None:
    used = {iri(name) for name in used_terms() if name.startswith("luocdo:")} - {NS}
    defined = {str(s) for s in ontology.subjects() if str(s).startswith(NS)}
    assert used - defined == set()
    assert defined - used == set()


def test_every_term_has_labels_and_a_comment(ontology) -> None:
    for s in {s for s in ontology.subjects() if str(s).startswith(NS)}:
        assert {o.language for o in ontology.objects(s, RDFS.label)} == {"vi", "en"}, s
        assert ontology.value(s, RDFS.comment) is not None, s
        assert ontology.value(s, RDF.type) in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty), s


def test_the_header_says_what_is_not_legislation_and_what_is_unverified(ontology) -> None:
    me = rdflib.URIRef("https://w3id.org/luocdo")
    assert any("no legislation" in o for o in ontology.objects(me, RDFS.comment))
    notes = " ".join(ontology.objects(me, SKOS.editorialNote))
    assert "Not checked" in notes and "Checked" in notes and "not registered" in notes


def test_no_claim_about_the_terms_of_others(ontology) -> None:
    assert all(
        str(s).startswith("https://w3id.org/luocdo") for s in ontology.subjects() if isinstance(s, rdflib.URIRef)
    )


def test_the_table_of_predicates_is_whole_and_argued() -> None:
    assert tuple(predicates()) == PREDICATES or set(predicates()) == set(PREDICATES)
    for row in predicates().values():
        assert row.argument.endswith(".")
        assert predicate_of(iri(row.term)) == (row.name, False)
        if row.partial:
            assert predicate_of(iri(row.partial)) == (row.name, True)
    assert predicate_of("http://example.org/x") is None
    implements = predicates()["implements"]
    assert implements.also == () and implements.legislation == "eli:ensures_implementation_of"
    assert implements.primary == "eli:based_on"
    assert "eli:implements" not in {t for row in predicates().values() for t in (row.term, *row.also)}


def test_our_relations_are_under_what_the_table_says(ontology) -> None:
    for row in predicates().values():
        for own in (row.term, row.partial):
            if own and own.startswith("luocdo:"):
                above = ontology.value(rdflib.URIRef(iri(own)), RDFS.subPropertyOf)
                if row.legislation:  # what holds between legislation alone is not entailed
                    assert above is None
                    continue
                assert above is not None, own
                if own == row.term:
                    assert str(above) == iri(row.eli)
