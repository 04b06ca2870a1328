"""Import: what was exported comes back without loss, and plain ELI gives documents and relations."""

from __future__ import annotations

import dataclasses
import io

import pytest
from hypothesis import HealthCheck, given, settings
from rdf_views import KH83, ND04, NQ18, QD32, QD40, UBND, VIEWS, any_view, made_view, written

from graph.errors import LuocdoError
from graph.model import PREDICATES, Evidence, Finding, Pinpoint, Relation, Snapshot, Source, Status
from graph.rdf import read
from graph.rdf.forms import pinpoint_path
from graph.rdf.reading import path_of
from graph.rdf.survey import effect_key, finding_key, mention_key, relation_key
from graph.rdf.writing import RDF_FORMATS

BASE = "https://example.org/"


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("base", [None, BASE])
@pytest.mark.parametrize("format", RDF_FORMATS)
def test_export_import_export_is_identical(make, base, format) -> None:
    once = written(make(), format, base=base)
    again = written(read(io.BytesIO(once), format), format, base=base)
    assert again == once


def canonical(view: Snapshot) -> Snapshot:
    """The view in the order of the exports, lists sorted, texts of sources forgotten (RDF has their hashes)."""

    def evidence(e: Evidence) -> Evidence:
        # Without words a place in front of the text is no place; a cue without a place has none.
        gone = e.start < 0 and not e.text
        cue = (-1, -1) if e.cue_start < 0 else (e.cue_start, e.cue_end)
        if gone:
            e = dataclasses.replace(e, start=-1, end=-1)
        return dataclasses.replace(e, cue_start=cue[0], cue_end=cue[1])

    relations = {dataclasses.replace(r, evidence=evidence(r.evidence)) for r in view.relation_rows}
    effects = {dataclasses.replace(e, evidence=evidence(e.evidence)) for e in view.effect_rows}
    return dataclasses.replace(
        view,
        document_rows=tuple(
            sorted(
                (dataclasses.replace(d, candidates=tuple(sorted(set(d.candidates)))) for d in view.document_rows),
                key=lambda d: d.id,
            )
        ),
        issuer_rows=(),
        relation_rows=tuple(sorted(relations, key=relation_key)),
        mention_rows=tuple(sorted(view.mention_rows, key=mention_key)),
        finding_rows=tuple(sorted(view.finding_rows, key=finding_key)),
        source_rows=(),
        effect_rows=tuple(sorted(effects, key=effect_key)),
        status_by_id={id: plain(status) for id, status in view.status_by_id.items()},
    )


def plain(status: Status) -> Status:
    """A status without its sentences, which stand in the graph as references and effects."""
    parts = tuple(
        dataclasses.replace(p, evidence=Evidence(-1, -1, ""), provisions=tuple(Pinpoint(q.path) for q in p.provisions))
        for p in status.parts
    )
    return dataclasses.replace(status, parts=parts, evidence=())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_view())
def test_any_graph_comes_back(view: Snapshot) -> None:
    for format in ("ntriples", "turtle", "rdfxml"):
        data = written(view, format)
        back = read(io.BytesIO(data), format)
        assert canonical(back) == canonical(view)
        assert written(back, format) == data


def test_sources_come_back_with_their_hashes() -> None:
    back = read(io.BytesIO(written(made_view(), "turtle")), "turtle")
    report, other = back.source_rows
    assert other.name == "báo cáo/a b#1.txt" and other.format == "docx"
    assert dict(other.metadata) == {"author": "A=B", "pages": "2", "sha256": other.metadata["sha256"]}
    assert len(report.metadata["sha256"]) == 64 and report.text == ""
    assert back.sources_by_id == made_view().sources_by_id
    assert canonical(back).status_by_id == canonical(made_view()).status_by_id


def test_rdf_1_2_comes_back_too() -> None:
    back = read(io.BytesIO(written(made_view(), "turtle", rdf12=True)), "turtle")
    assert canonical(back) == canonical(made_view())


@pytest.mark.parametrize(
    "path",
    [(), (("điều", "5"),), (("điều", "5"), ("khoản", "2"), ("điểm", "đ")), (("a;b", "c=d%e"), ("%3B", "="))],
)
def test_paths_read_back(path) -> None:
    assert path_of(pinpoint_path(Pinpoint(path))) == path


PLAIN_ELI = f"""
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://gazette.example/eli/1> a eli:LegalResource ;
    eli:id_local "83/KH-UBND" ; eli:date_document "2018-06-04"^^xsd:date ;
    eli:type_document <https://gazette.example/type/plan> ;
    eli:in_force eli:InForce-notInForce ; eli:date_no_longer_in_force "2020-11-16"^^xsd:date ;
    eli:is_realized_by <https://gazette.example/eli/1/vi> ;
    eli:passed_by <https://gazette.example/body/ubnd> ;
    eli:ensures_implementation_of <{NQ18}> ;
    eli:cites <{ND04}>, <{NQ18}> ;
    eli:repeals <{QD40}>, <{ND04}~dieu5> ;
    eli:changes <{ND04}> .
<https://gazette.example/eli/1/vi> a eli:LegalExpression ; eli:title "Plan"@en, "Kế hoạch"@vi .
<https://gazette.example/type/plan> skos:prefLabel "Plan"@en, "Kế hoạch"@vi .
<https://gazette.example/body/ubnd> a eli:Agent ; skos:prefLabel "Ủy ban nhân dân tỉnh"@vi .
<{NQ18}> a eli:LegalResource . <{ND04}> a eli:LegalResource . <{QD40}> a eli:LegalResource .
<{ND04}~dieu5> a eli:LegalResourceSubdivision ; eli:is_part_of <{ND04}> ; eli:number "5" ;
    eli:type_subdivision <https://gazette.example/unit/dieu> .
<https://gazette.example/unit/dieu> skos:prefLabel "điều"@vi .
<{QD32}> a eli:LegalResource ; dcterms:replaces <{QD40}> ; eli:repeals <{QD40}> .
"""


def test_plain_eli() -> None:
    view = read(io.BytesIO(PLAIN_ELI.encode()), "turtle")
    plan = next(d for d in view.document_rows if d.id == "https://gazette.example/eli/1")
    assert (plan.type, plan.code, plan.date, plan.title) == ("Kế hoạch", "83/KH-UBND", "2018-06-04", "Kế hoạch")
    assert plan.issuer == "Ủy ban nhân dân tỉnh"
    assert view.status_by_id[plan.id] == Status("repealed", (), "2020-11-17", None, "2020-11-16")
    nothing = Evidence(-1, -1, "")
    body = "https://gazette.example/body/ubnd"
    assert set(view.relation_rows) == {
        Relation(plan.id, "implements", NQ18, nothing),
        Relation(plan.id, "cites", NQ18, nothing),
        Relation(plan.id, "cites", ND04, nothing),
        Relation(plan.id, "repeals", QD40, nothing),
        Relation(plan.id, "repeals", ND04, nothing, True, (Pinpoint((("điều", "5"),)),)),
        Relation(plan.id, "issued_by", body, nothing),
        Relation(QD32, "replaces", QD40, nothing),
    }
    assert [i.id for i in view.issuer_rows] == [body]
    # and from there on nothing changes any more
    once = written(view, "turtle")
    assert written(read(io.BytesIO(once), "turtle"), "turtle") == once


def test_every_predicate_comes_back_without_evidence() -> None:
    relations = tuple(Relation(KH83, p, UBND if p == "issued_by" else ND04, Evidence(-1, -1, "")) for p in PREDICATES)
    view = dataclasses.replace(made_view(), relation_rows=tuple(sorted(relations, key=relation_key)))
    back = read(io.BytesIO(written(view, "turtle")), "turtle")
    assert [r.predicate for r in back.relation_rows] == sorted(PREDICATES)


def test_paths_and_streams(tmp_path) -> None:
    path = tmp_path / "g.trig"
    path.write_bytes(written(made_view(), "trig"))
    assert read(path) == read(str(path)) == read(io.BytesIO(path.read_bytes()), "trig")


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("missing.ttl", None, "Không đọc được"),
        ("a.ttl", b"<a> <b", "không phải là RDF Turtle hợp lệ"),
        ("a.ttl", b"<a> <b> <c> .", "không phải là RDF Turtle hợp lệ"),
        ("a.ttl", b"\xff\xfe\x00", "không phải là RDF Turtle hợp lệ"),
        ("a.rdf", b"<html>", "không phải là RDF/XML hợp lệ"),
        ("a.jsonld", b"{", "không phải là RDF JSON-LD hợp lệ"),
        ("a.nt", b"", "không có văn bản nào"),
        ("a.nt", b"<a:b> <a:c> <a:d> .", "không có văn bản nào"),
        ("a.graphml", b"<graphml/>", "Không nhập được định dạng graphml"),
        ("a.xyz", b"", "Không rõ định dạng"),
    ],
)
def test_what_is_no_graph_is_refused_in_one_line(tmp_path, name, content, message) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LuocdoError, match=message) as error:
        read(path)
    assert "\n" not in str(error.value)


def test_damaged_statements_are_passed_over() -> None:
    text = written(made_view(), "ntriples").decode()
    lines = [line for line in text.split("\n") if not ("/statement/" in line and "#object>" in line)]
    back = read(io.BytesIO("\n".join(lines).encode()), "ntriples")
    assert {r.evidence.text for r in back.relation_rows} == {""}


def test_findings_keep_their_order() -> None:
    finding = Finding("cycle", "Vòng.", (QD40, KH83, QD40))
    view = dataclasses.replace(made_view(), finding_rows=(finding,))
    assert read(io.BytesIO(written(view, "turtle")), "turtle").finding_rows == (finding,)


def test_a_source_that_nobody_described() -> None:
    view = Snapshot(made_view().document_rows, (), (), (), (), (Source("x", "y"),))
    assert read(io.BytesIO(written(view, "turtle")), "turtle").source_rows[0].name == "x"
