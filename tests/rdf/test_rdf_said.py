"""What the Turtle of the demonstration says, subject by subject: nothing that the definitions of the terms deny."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdf_views import KH83, ND04, NQ18, REPORT, UBND, made_view

import graph
from graph.domain.naming import is_office
from graph.export import export
from graph.model import Document, Effect, Issuer, Snapshot
from graph.rdf import read
from graph.rdf.terms import Names, iri

Said = dict[str, dict[str, list[str]]]


def said(view: object, **options: object) -> Said:
    out = io.BytesIO()
    export(view, "ntriples", out, **options)  # type: ignore[arg-type]
    found: Said = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES):
        found[str(quad.subject).strip("<>")][quad.predicate.value].append(getattr(quad.object, "value", ""))
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Said:
    path = tmp_path_factory.mktemp("demo") / "graph.db"
    with graph.open(path, create=True) as g:
        g.add([REPORT], workers=1)
    with graph.open(path) as g, g.frozen():
        return said(g)


def test_a_cue_stands_where_it_is_said_to_stand(report: Said) -> None:
    """``luocdo:cueStart`` and ``cueEnd`` are the place of the cue; where no phrase decided, the place of the citation
    is said by other terms."""
    text = REPORT.read_text(encoding="utf-8")
    cues, citations = 0, 0
    for facts in report.values():
        if iri("rdf:Statement") not in facts[iri("rdf:type")]:
            continue
        cue = facts[iri("luocdo:cue")]
        assert bool(cue) == bool(facts[iri("luocdo:cueStart")]) and not (cue and facts[iri("luocdo:citationStart")])
        if cue:
            there = text[int(facts[iri("luocdo:cueStart")][0]) : int(facts[iri("luocdo:cueEnd")][0])]
            head, _, tail = cue[0].lower().partition(" … ")  # a phrase in two parts
            assert there.lower().startswith(head) and there.lower().endswith(tail), (cue, there)
            cues += 1
        elif facts[iri("luocdo:citationStart")]:
            citations += 1
    assert cues > 40 and citations > 40


def test_only_a_number_with_its_symbol_is_a_local_identifier(report: Said) -> None:
    """ELI 1.5: ``id_local`` is a unique identifier in a local system. “17” and “BC-SCT” are shared by any number of
    documents."""
    parts = [v for facts in report.values() for v in facts[iri("luocdo:partOfCode")]]
    whole = [v for facts in report.values() for v in facts[iri("eli:id_local")]]
    assert sorted(parts) == ["17", "BC-SCT"]
    assert len(whole) > 30 and all(any(map(str.isdigit, v)) and any(map(str.isalpha, v)) for v in whole)


def test_what_other_texts_call_a_document_is_not_its_title(report: Said) -> None:
    by_document = {s: f for s, f in report.items() if f[iri("luocdo:isSource")]}
    (own,) = by_document.values()
    (expression,) = own[iri("eli:is_realized_by")]
    assert own[iri("dcterms:title")] == report[expression][iri("eli:title")] != []
    cited = [f for f in report.values() if f[iri("luocdo:titleAsCited")]]
    assert len(cited) > 20 and not any(f[iri("dcterms:title")] for f in cited)


def test_titles_of_registers_and_corrections_are_titles() -> None:
    rows = [
        Document(f"urn:lex:vn:chinh.phu:nghi.dinh:2015-01-0{n};0{n}-2015-nd-cp", title="về A", origins=origins)
        for n, origins in enumerate(({}, {"title": "register"}, {"title": "correction"}, {"title": "text"}), start=1)
    ]
    view = Snapshot(tuple(rows), (), (), (), (), ())
    found = said(view)
    assert [bool(found[d.id][iri("dcterms:title")]) for d in rows] == [True, True, True, False]
    assert [bool(found[d.id][iri("luocdo:titleAsCited")]) for d in rows] == [False, False, False, True]
    out = io.BytesIO()
    export(view, "turtle", out)
    assert [d.title for d in read(io.BytesIO(out.getvalue()), "turtle").documents()] == ["về A"] * 4


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Thủ tướng Chính phủ", True), ("Chủ tịch nước", True), ("Chủ tịch Ủy ban nhân dân tỉnh", True),
        ("Giám đốc Sở", True), ("Bộ trưởng Bộ Tài chính", True), ("Viện trưởng Viện kiểm sát nhân dân tối cao", True),
        ("Chính phủ", False), ("Ủy ban nhân dân tỉnh", False), ("Văn phòng Chủ tịch nước", False),
        ("Thanh tra Chính phủ", False), ("Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", False),
    ],
)  # fmt: skip
def test_the_head_of_a_body_is_no_organisation(name: str, office: bool) -> None:
    assert is_office(name) is office
    id = "vn:x"
    facts = said(Snapshot((), (Issuer(id, name),), (), (), (), ()))[Names().issuer(id)]
    assert (iri("foaf:Organization") in facts[iri("rdf:type")]) is not office
    assert iri("eli:Agent") in facts[iri("rdf:type")]


def test_bodies_share_codes_so_these_are_no_notations() -> None:
    facts = said(made_view())[Names().issuer(UBND)]
    assert facts[iri("luocdo:code")] == ["UBND"] and not facts[iri("skos:notation")]


def test_a_space_of_names_is_said_only_where_all_are_in_it() -> None:
    """VoID: a prefix of *all* entities."""
    assert not any(f[iri("void:uriSpace")] for f in said(made_view()).values())
    base = "https://example.org/"
    (space,) = [v for f in said(made_view(), base=base).values() for v in f[iri("void:uriSpace")]]
    assert space == base


def test_parts_are_numbered_as_texts_number_them(report: Said) -> None:
    parts = [f for f in report.values() if iri("eli:LegalResourceSubdivision") in f[iri("rdf:type")]]
    named = {(f[iri("rdfs:label")][0], f[iri("eli:number")][0]) for f in parts}
    assert {("Mục II", "II"), ("khoản 3 Mục II", "3")} <= named


def test_media_types_are_those_of_the_list_that_eli_names(report: Said) -> None:
    types = {v for f in report.values() for v in f[iri("eli:media_type")]}
    assert types == {"http://www.iana.org/assignments/media-types/text/plain"}


def test_every_object_that_is_ours_is_described(report: Said) -> None:
    """No name below our roots leads nowhere, and every document that is named has a label."""
    ours = {
        v
        for f in report.values()
        for vs in f.values()
        for v in vs
        if v.startswith(("https://w3id.org/luocdo/", "urn:lex:"))
    }
    assert len(ours) > 300 and {v for v in ours if v not in report} == set()
    assert all(report[d][iri("rdfs:label")] for d in ours if d.startswith("urn:lex:"))


def test_a_date_of_effect_is_no_date_of_issue() -> None:
    view = made_view()
    found = said(replace(view, effect_rows=(Effect(ND04, "in-force", "2015-02-25", view.relation_rows[0].evidence),)))
    assert found[ND04][iri("eli:date_document")] == ["2015-01-09"]
    assert not found[ND04][iri("eli:first_date_entry_in_force")]  # what one text says is a statement of its own
    assert found[KH83][iri("eli:first_date_entry_in_force")] == ["2018-06-04"] and NQ18 in found
