"""JSON-LD with short names: the same triples as every other format, whatever reads it, with or without the context."""

from __future__ import annotations

import io
import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from rdf_views import any_view, made_view

from graph.errors import LuocdoError
from graph.export import export
from graph.model import GraphView
from graph.rdf.codelists import write_code_lists
from graph.rdf.jsonld import _names, _short, context, context_text
from graph.rdf.terms import PREFIXES, iri, predicates

ADDRESS = "https://example.org/context.jsonld"


def written(view: GraphView, format: str = "jsonld", **options: object) -> bytes:
    out = io.BytesIO()
    export(view, format, out, **options)
    return out.getvalue()


def triples(data: bytes, format: ox.RdfFormat) -> set[str]:
    return {str(q.triple) for q in ox.parse(data, format=format)}


def test_the_context_is_one_file() -> None:
    assert json.loads(context_text()) == {"@context": context()}
    assert {key: context()[key] for key in PREFIXES} == PREFIXES
    for name, meaning in context().items():
        if isinstance(meaning, dict):
            assert meaning["@id"].partition(":")[0] in PREFIXES and set(meaning) <= {"@id", "@type", "@language"}, name


def test_names_of_the_context_are_of_one_property_each() -> None:
    meant = [meaning["@id"] for meaning in context().values() if isinstance(meaning, dict)]
    assert len(meant) == len(set(meant))


@pytest.mark.parametrize("options", [{}, {"evidence": "none"}, {"profile": "eli"}, {"profile": "schema"}])
def test_rdflib_and_oxigraph_read_what_turtle_says(options: dict[str, str]) -> None:
    data = written(made_view(), **options)
    turtle = written(made_view(), "turtle", **options)
    assert triples(data, ox.RdfFormat.JSON_LD) == triples(turtle, ox.RdfFormat.TURTLE)
    assert set(rdflib.Graph().parse(data=data, format="json-ld")) == set(rdflib.Graph().parse(data=turtle))


@settings(max_examples=80, deadline=None)
@given(any_view())
def test_any_view(view: GraphView) -> None:
    data = written(view)
    assert triples(data, ox.RdfFormat.JSON_LD) == triples(written(view, "ntriples"), ox.RdfFormat.N_TRIPLES)
    assert data == written(view)


def test_rdflib_writes_it_back_without_loss() -> None:
    first = rdflib.Graph().parse(data=written(made_view()), format="json-ld")
    again = first.serialize(format="json-ld", context=context())
    assert set(rdflib.Graph().parse(data=again, format="json-ld")) == set(first)


def test_keys_are_the_short_names_and_values_are_bare() -> None:
    told = json.loads(written(made_view()))
    assert told["@context"] == context()
    nodes = [
        n for n in told["@graph"] if n.get("@type") == "eli:LegalResource" or "eli:LegalResource" in n.get("@type", ())
    ]
    node = next(n for n in nodes if "date_document" in n and "implements" in n)
    assert isinstance(node["id_local"], str) and isinstance(node["label"], str) and len(node["date_document"]) == 10
    assert all(
        isinstance(v, str) for v in (node["type_document"], *[node["implements"]][:1]) if not isinstance(v, list)
    )


def test_all_that_exports_say_has_a_name() -> None:
    known = _names()
    for row in predicates().values():
        for curie in (row.term, *row.also, row.partial, row.part, row.legislation, row.primary, row.eli):
            assert curie is None or iri(curie) in known, curie
    out = io.BytesIO()
    write_code_lists("ntriples", out)
    for data in (out.getvalue(), written(made_view(), "ntriples"), written(made_view(), "ntriples", profile="eli")):
        said = {q.predicate.value for q in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)}
        assert {_short(p) for p in said - known.keys()} <= {"rdf:type"}


def test_by_reference() -> None:
    told = json.loads(written(made_view(), context=ADDRESS))
    assert told["@context"] == ADDRESS
    embedded = json.loads(written(made_view()))
    assert told["@graph"] == embedded["@graph"]
    pyld = pytest.importorskip("pyld").jsonld

    def load(url: str, options: object) -> dict[str, object]:
        assert url == ADDRESS
        document = json.loads(context_text())
        return {"contextUrl": None, "documentUrl": url, "document": document, "contentType": "application/ld+json"}

    quads = pyld.to_rdf(told, {"format": "application/n-quads", "documentLoader": load})
    read = triples(quads.encode(), ox.RdfFormat.N_QUADS)
    assert read == triples(written(made_view(), "turtle"), ox.RdfFormat.TURTLE)


@pytest.mark.parametrize(
    ("format", "address", "said"),
    [("turtle", ADDRESS, "jsonld"), ("jsonld", "nowhere", "https://"), ("jsonld", "", "")],
)
def test_contexts_that_are_none(format: str, address: str, said: str) -> None:
    if not address:
        assert json.loads(written(made_view(), context=None))["@context"] == context()
        return
    with pytest.raises(LuocdoError, match=said):
        written(made_view(), format, context=address)


def test_an_iri_is_shortened_only_to_a_plain_name() -> None:
    assert _short(iri("eli:cites")) == "eli:cites"
    for odd in (PREFIXES["eli"], PREFIXES["eli"] + "a/b", PREFIXES["luocdo"] + "a b", "urn:x:y"):
        assert _short(odd) == odd
