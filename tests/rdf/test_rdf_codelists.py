"""The whole code lists: valid SKOS (the integrity conditions of the SKOS Reference), successors without cycles, labels
that name one concept each."""

from __future__ import annotations

import io
from collections import Counter, defaultdict

import pytest
import rdflib
from rdf_views import made_view
from rdflib import RDF, SKOS, Graph, URIRef
from rdflib.namespace import DCTERMS, VOID

from graph.domain.bodies import issuing_bodies
from graph.domain.document_types import document_types
from graph.domain.linking import AUTHORITIES, divided_into, matches
from graph.domain.places import places
from graph.domain.table import read_table
from graph.errors import LuocdoError
from graph.export import export
from graph.rdf.codelists import write_code_lists
from graph.rdf.terms import ROOT, iri

FORMATS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
END_DATE = URIRef(iri("dcat:endDate"))


def written(format: str, base: str | None = None) -> bytes:
    out = io.BytesIO()
    write_code_lists(format, out, base=base)
    return out.getvalue()


@pytest.fixture(scope="module")
def lists() -> Graph:
    return Graph().parse(data=written("turtle"), format="turtle")


def scheme(name: str) -> URIRef:
    return URIRef(f"{ROOT}scheme/{name}")


@pytest.mark.parametrize(("name", "count"), [("type", 81), ("body", 345 + 6), ("place", 84 + 1)])
def test_every_row_is_a_concept(lists: Graph, name: str, count: int) -> None:
    rows = {"type": document_types, "body": issuing_bodies, "place": places}[name]()
    labels = {str(lists.value(c, SKOS.prefLabel)) for c in lists.subjects(SKOS.inScheme, scheme(name))}
    told = {str(o) for c in lists.subjects(SKOS.inScheme, scheme(name)) for o in lists.objects(c, SKOS.prefLabel)}
    assert {row.name for row in rows} <= told and labels
    assert len(set(lists.subjects(SKOS.inScheme, scheme(name)))) == count


def test_s9_s37_concepts_schemes_and_collections_are_disjoint(lists: Graph) -> None:
    kinds = [set(lists.subjects(RDF.type, kind)) for kind in (SKOS.Concept, SKOS.ConceptScheme, SKOS.Collection)]
    assert all(kinds)
    assert not (kinds[0] & kinds[1] or kinds[0] & kinds[2] or kinds[1] & kinds[2])


def test_s13_labels_of_one_kind_are_none_of_another(lists: Graph) -> None:
    for concept in set(lists.subjects(RDF.type, SKOS.Concept)):
        kinds = [set(lists.objects(concept, p)) for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        assert not (kinds[0] & kinds[1] or kinds[0] & kinds[2] or kinds[1] & kinds[2]), concept


def test_s14_one_preferred_label_a_language_and_always_a_vietnamese_one(lists: Graph) -> None:
    for thing in {*lists.subjects(SKOS.prefLabel, None)}:
        languages = Counter(label.language for label in lists.objects(thing, SKOS.prefLabel))
        assert max(languages.values()) == 1 and languages["vi"] == 1, thing


def test_s27_related_is_not_broader(lists: Graph) -> None:
    assert not list(lists.subject_objects(SKOS.related)), "nothing is related; S27 holds"
    for narrow, broad in lists.subject_objects(SKOS.broader):
        assert (broad, SKOS.narrower, narrow) in lists


def test_s46_one_thing_elsewhere_is_one_concept_here(lists: Graph) -> None:
    elsewhere = Counter(lists.objects(None, SKOS.exactMatch))
    assert elsewhere and max(elsewhere.values()) == 1
    for mapping in (SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch):
        assert not list(lists.subject_objects(mapping))


def test_each_label_names_one_concept_of_its_scheme(lists: Graph) -> None:
    for name in ("type", "body", "place"):
        said = Counter(
            label
            for concept in set(lists.subjects(SKOS.inScheme, scheme(name)))
            for label in lists.objects(concept, SKOS.prefLabel)
        )
        assert {label for label, count in said.items() if count > 1} == set()
        codes = Counter(
            code for c in set(lists.subjects(SKOS.inScheme, scheme(name))) for code in lists.objects(c, SKOS.notation)
        )
        assert {code for code, count in codes.items() if count > 1} == set()


def test_a_concept_is_at_the_top_or_below_one_of_its_scheme(lists: Graph) -> None:
    for concept in set(lists.subjects(RDF.type, SKOS.Concept)):
        at = lists.value(concept, SKOS.inScheme)
        top = list(lists.objects(concept, SKOS.topConceptOf))
        broader = list(lists.objects(concept, SKOS.broader))
        assert (top == [at]) != bool(broader), concept
        assert all((at, SKOS.hasTopConcept, concept) in lists for _ in top)
        assert all((other, SKOS.inScheme, at) in lists for other in broader)


@pytest.mark.parametrize("link", [SKOS.broader, DCTERMS.isReplacedBy])
def test_no_cycles(lists: Graph, link: URIRef) -> None:
    after: dict[object, set[object]] = defaultdict(set)
    for one, other in lists.subject_objects(link):
        after[one].add(other)
    state: dict[object, int] = {}

    def walk(node: object) -> None:
        assert state.get(node) != 1, f"a cycle through {node}"
        if node not in state:
            state[node] = 1
            for other in after[node]:
                walk(other)
            state[node] = 2

    for node in list(after):
        walk(node)
    assert after


def test_successors_are_said_both_ways_and_have_dates(lists: Graph) -> None:
    for old, new in lists.subject_objects(DCTERMS.isReplacedBy):
        assert (new, DCTERMS.replaces, old) in lists
        period = lists.value(old, DCTERMS.temporal)
        assert lists.value(period, RDF.type) == DCTERMS.PeriodOfTime
        assert lists.value(period, END_DATE) is not None, old


def test_sixty_three_provinces_became_thirty_four(lists: Graph) -> None:
    day = rdflib.Literal("2025-06-30", datatype=rdflib.XSD.date)
    ended = [
        place
        for place in set(lists.subjects(SKOS.inScheme, scheme("place")))
        if lists.value(lists.value(place, DCTERMS.temporal), END_DATE) == day
    ]
    assert len(ended) == 29 and all(lists.value(place, DCTERMS.isReplacedBy) for place in ended)
    now = [p for p in set(lists.subjects(SKOS.inScheme, scheme("place"))) if lists.value(p, SKOS.notation)]
    assert len(now) == 34
    kon_tum = URIRef(f"{ROOT}place/vn;kon.tum")
    assert lists.value(kon_tum, DCTERMS.isReplacedBy) == URIRef(f"{ROOT}place/vn;quang.ngai")
    divided = set(lists.objects(URIRef(f"{ROOT}place/vn;nghia.binh"), DCTERMS.isReplacedBy))
    assert divided == {URIRef(f"{ROOT}place/vn;binh.dinh"), URIRef(f"{ROOT}place/vn;quang.ngai")}


def test_matches() -> None:
    names = {"place": {p.name for p in places()}, "body": {b.name for b in issuing_bodies()}}
    seen = set()
    for row in read_table("matches"):
        assert row["name"] in names[row["scheme"]] and row["authority"] in AUTHORITIES
        assert len(row["source"].split("; ")) >= 2, "two sources agree"
        key = (row["scheme"], row["name"], row["authority"])
        assert key not in seen
        seen.add(key)
    assert matches("place", "Kon Tum") == ("https://sws.geonames.org/1565088/",)
    assert matches("place", "Quảng Ngãi") == ("http://www.wikidata.org/entity/Q33304",), "GeoNames has two features"
    assert matches("place", "Bắc Thái") == ()


def test_what_a_place_was_divided_into_are_places() -> None:
    known = {place.name: place for place in places()}
    for row in read_table("divisions"):
        assert known[row["place"]].valid_to and len(divided_into(row["place"])) > 1
        assert set(divided_into(row["place"])) <= known.keys()


@pytest.mark.parametrize("format", FORMATS)
def test_formats_agree(format: str, lists: Graph) -> None:
    data = written(format)
    assert data == written(format)
    read = rdflib.Dataset() if format in ("nquads", "trig") else Graph()
    read.parse(data=data, format=FORMATS[format])
    triples = {tuple(quad[:3]) for quad in read.quads()} if isinstance(read, rdflib.Dataset) else set(read)
    assert triples == set(lists)


def test_void_counts_the_triples(lists: Graph) -> None:
    assert int(lists.value(None, VOID.triples) or next(lists.objects(None, VOID.triples))) == len(lists)


def test_concepts_have_the_names_and_labels_of_exports() -> None:
    """Data and code lists can be loaded side by side: no concept gets a second preferred label (S14)."""
    both = Graph().parse(data=written("turtle"), format="turtle")
    out = io.BytesIO()
    export(made_view(), "turtle", out)
    exported = Graph().parse(data=out.getvalue(), format="turtle")
    shared = {c for c in exported.subjects(RDF.type, SKOS.Concept) if (c, RDF.type, SKOS.Concept) in both}
    assert len(shared) > 5
    both += exported
    for concept in shared:
        languages = Counter(label.language for label in both.objects(concept, SKOS.prefLabel))
        assert max(languages.values()) == 1, concept


def test_base() -> None:
    data = written("ntriples", "https://example.org/").decode()
    assert "<https://example.org/id/place/vn;quang.ngai>" in data and ROOT not in data


def test_only_rdf() -> None:
    with pytest.raises(LuocdoError, match="RDF"):
        write_code_lists("csv", io.BytesIO())
