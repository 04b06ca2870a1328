"""Profiles: ELI and nothing else, schema.org and nothing else; JSON-LD for a page."""

from __future__ import annotations

import io
import json

import pyoxigraph as ox
import pytest
from rdf_views import KH83, KH1127, ND04, NQ18, QD32, QD40, made_view

from graph.export import export
from graph.model import Document, Snapshot
from graph.rdf import read
from graph.rdf.literals import from_xml
from graph.rdf.profiles import schema_jsonld
from graph.rdf.terms import PREFIXES
from graph.rdf.writing import RDF_FORMATS


def profile(name: str, format: str = "ntriples", **options: object) -> list[ox.Triple]:
    out = io.BytesIO()
    export(made_view(), format, out, profile=name, **options)
    triples = [q.triple for q in ox.parse(out.getvalue(), format=RDF_FORMATS[format])]
    return [ox.Triple(t.subject, t.predicate, as_it_was(t.object)) for t in triples]


def as_it_was(term):
    return from_xml(term) if isinstance(term, ox.Literal) else term


def said(triples: list[ox.Triple], prefix: str) -> set[tuple[str, str, str]]:
    space = PREFIXES[prefix]
    return {
        (t.subject.value, t.predicate.value.removeprefix(space), t.object.value)
        for t in triples
        if t.predicate.value.startswith(space)
    }


@pytest.mark.parametrize("format", RDF_FORMATS)
def test_a_profile_is_the_same_in_every_format(format) -> None:
    assert set(profile("eli", format)) == set(profile("eli"))


def test_eli_says_it_in_eli() -> None:
    triples = profile("eli")
    spaces = {PREFIXES[p] for p in ("eli", "skos", "foaf", "dcterms", "rdf")}
    assert all(any(t.predicate.value.startswith(s) for s in spaces) for t in triples)
    eli = said(triples, "eli")
    assert (KH83, "related_to", NQ18) in eli  # a plan of the State, a resolution of the Party
    types = {(t.subject.value, t.object.value) for t in triples if t.predicate.value.endswith("#type")}
    assert {o for s, o in types if s == NQ18} == {PREFIXES["foaf"] + "Document"}
    assert not any(s == NQ18 for s, _, _ in eli)
    assert (QD32, "repeals", QD40) in eli
    assert (QD32, "changes", ND04) in eli and (QD32, "repeals", f"{ND04}~dieu5;khoan2") in eli
    assert (QD32, "repeals", ND04) not in eli
    assert (KH1127, "is_realized_by", f"{KH1127}@goc:vi") in eli
    assert (f"{KH1127}@goc:vi", "title", "triển khai, thực hiện “Kế hoạch số 83/KH-UBND”") in eli
    assert (QD40, "in_force", PREFIXES["eli"] + "InForce-notInForce") in eli


def test_eli_says_of_a_provision_that_it_ended_and_by_what() -> None:
    eli = said(profile("eli"), "eli")
    part = f"{ND04}~dieu5;diemdd"
    ended = {(s, p) for s, p, o in eli if p == "repealed_by" and o == QD32}
    assert ended == {(part, "repealed_by")}
    assert (part, "is_part_of", ND04) in eli and (part, "date_no_longer_in_force", "2020-11-30") in eli
    assert (part, "in_force", PREFIXES["eli"] + "InForce-notInForce") in eli
    assert not any(s == ND04 and p == "repealed_by" for s, p, _ in eli)


@pytest.mark.parametrize(
    ("facts", "id_local", "title", "alternatives"),
    [
        ({"code": "4/2015/NĐ-CP", "title": "về A"}, "4/2015/NĐ-CP", "về A", set()),
        ({"code": "4/2015/NĐ-CP", "title": "về A và", "origins": {"title": "text"}},
         "4/2015/NĐ-CP", "Nghị định 4/2015/NĐ-CP", {"về A và"}),
        ({"code": "4", "title": "về A và", "name": "Nghị định A", "origins": {"title": "text"}},
         None, "Nghị định A", {"về A và"}),
        ({"code": "NĐ-CP", "title": "về A", "name": "Nghị định A"}, None, "về A", {"Nghị định A"}),
    ],
)  # fmt: skip
def test_what_others_call_a_document_is_no_title_and_part_of_a_code_no_identifier(
    facts: dict, id_local: str | None, title: str, alternatives: set[str]
) -> None:
    out = io.BytesIO()
    id = "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4-2015-nd-cp"
    export(Snapshot((Document(id, type="Nghị định", **facts),)), "ntriples", out, profile="eli")
    eli = said([q.triple for q in ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)], "eli")
    assert {o for _, p, o in eli if p == "id_local"} == {id_local} - {None}
    assert {o for _, p, o in eli if p == "title"} == {title}
    assert {o for _, p, o in eli if p == "title_alternative"} == alternatives


def test_eli_reads_back_as_plain_eli() -> None:
    out = io.BytesIO()
    export(made_view(), "turtle", out, profile="eli")
    back = read(io.BytesIO(out.getvalue()), "turtle")
    plan = next(d for d in back.document_rows if d.id == KH83)
    assert (plan.type, plan.code, plan.date, plan.place) == ("Kế hoạch", "83/KH-UBND", "2018-06-04", "Quảng Ngãi")
    assert (QD32, "repeals", QD40) in {(r.subject, r.predicate, r.object) for r in back.relation_rows}


def test_schema_says_it_in_schema_org() -> None:
    triples = profile("schema")
    assert {t.predicate.value for t in triples} - {PREFIXES["rdf"] + "type"} <= {
        t.predicate.value for t in triples if t.predicate.value.startswith(PREFIXES["schema"])
    }
    schema = said(triples, "schema")
    types = {
        (t.subject.value, t.object.value.rpartition("/")[2]) for t in triples if t.predicate.value.endswith("#type")
    }
    assert (KH83, "Legislation") in types and (NQ18, "CreativeWork") in types
    assert (KH83, "citation", NQ18) in schema
    assert (QD32, "legislationRepeals", QD40) in schema and (QD32, "legislationChanges", ND04) in schema
    assert (QD32, "legislationRepeals", ND04) not in schema
    assert (QD40, "legislationLegalForce", PREFIXES["schema"] + "NotInForce") in schema
    assert not any(s == NQ18 and p.startswith("legislation") for s, p, _ in schema)


def test_json_ld_for_a_page() -> None:
    text = schema_jsonld(made_view(), base="https://example.org/")
    assert "<" not in text
    data = json.loads(text)
    nodes = {node["@id"]: node for node in data["@graph"]}
    plan = nodes["https://example.org/eli/vn;quang.ngai/uy.ban.nhan.dan/ke.hoach/2018-06-04/83-kh-ubnd"]
    assert plan["@type"] == "Legislation" and plan["legislationIdentifier"] == "83/KH-UBND"
    assert plan["legislationType"] == {"@value": "Kế hoạch", "@language": "vi"}
    few = json.loads(schema_jsonld(made_view(), limit=2))
    assert sum(n.get("@type") in ("Legislation", "CreativeWork") for n in few["@graph"]) == 2


def test_embedded_json_ld_has_the_triples_of_the_profile() -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    quads = jsonld.to_rdf(json.loads(schema_jsonld(made_view())), {"format": "application/n-quads"})
    read_back = {(q.subject.value, q.predicate.value, getattr(q.object, "value", "")) for q in ox.parse(
        quads.encode(), format=ox.RdfFormat.N_QUADS)}  # fmt: skip
    expected = {(t.subject.value, t.predicate.value, t.object.value) for t in profile("schema")}
    assert {r for r in read_back if "\ufffe" not in r[2]} == {e for e in expected if "\ufffe" not in e[2]}
