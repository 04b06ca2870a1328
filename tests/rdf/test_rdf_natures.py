"""What is legislation and what is not, and names that hold for one thing alone."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdf_views import REPORT

import graph
from graph.export import export
from graph.model import Document, Evidence, GraphView, Relation, Snapshot, Source
from graph.rdf import read
from graph.rdf.natures import nature
from graph.rdf.terms import iri

LAW = "urn:lex:vn:quoc.hoi:luat:2025-02-19;64-2025-qh15"
DECREE = "urn:lex:vn:chinh.phu:nghi.dinh:2025-04-01;78-2025-nd-cp"
CIRCULAR = "urn:lex:vn:bo.tu.phap:thong.tu:2025-06-01;1-2025-tt-btp"
PARTY = "urn:lex:vn:bo.chinh.tri:nghi.quyet:2024-12-22;57-nq-tw"
SINGLE = "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:quyet.dinh:2021-01-05;2844-qd-ubnd"
PAGE = "urn:lex:vn:khong.ro:van.ban;tin.tuc.md:khong.ro;lex-1"


def view() -> Snapshot:
    none = Evidence(-1, -1, "")
    documents = [
        Document(LAW, "Luật", "64/2025/QH15", date="2025-02-19", issuer="Quốc hội"),
        Document(DECREE, "Nghị định", "78/2025/NĐ-CP", date="2025-04-01", issuer="Chính phủ"),
        Document(CIRCULAR, "Thông tư", "1/2025/TT-BTP", date="2025-06-01", issuer="Bộ Tư pháp"),
        Document(PARTY, "Nghị quyết", "57-NQ/TW", date="2024-12-22", issuer="Bộ Chính trị"),
        Document(SINGLE, "Quyết định", "2844/QĐ-UBND", date="2021-01-05", issuer="Ủy ban nhân dân tỉnh",
                 place="Quảng Ngãi"),
        Document(PAGE, title="Tin tức", date="2025-07-01", place="Quảng Ngãi", is_source=True),
    ]  # fmt: skip
    relations = [
        Relation(DECREE, "implements", LAW, none),
        Relation(CIRCULAR, "implements", DECREE, none),
        Relation(SINGLE, "implements", PARTY, none),
        Relation(PAGE, "cites", LAW, Evidence(0, 4, "Luật", source="tin/tin.md")),
    ]
    documents.sort(key=lambda d: d.id)
    relations.sort(key=lambda r: (r.subject, r.predicate, r.object))
    source = Source("tin/tin.md", "Luật số 64/2025/QH15")
    return Snapshot(
        tuple(documents), (), tuple(relations), source_rows=(source,), sources_by_id={PAGE: ("tin/tin.md",)}
    )


def said(shown: GraphView | None = None, **options: object) -> set[tuple[str, str, str]]:
    out = io.BytesIO()
    export(shown or view(), "ntriples", out, **options)
    parsed = ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)
    return {(q.subject.value, q.predicate.value, q.object.value) for q in parsed}


def objects(found: set[tuple[str, str, str]], s: str, curie: str) -> set[str]:
    return {o for subject, p, o in found if (subject, p) == (s, iri(curie))}


def test_a_document_is_classified_and_not_its_type_word() -> None:
    kinds = {d.id: nature(d, frozenset()) for d in view().documents()}
    assert kinds == {
        LAW: "primary", DECREE: "secondary", CIRCULAR: "secondary", PARTY: "party", SINGLE: "administrative",
        PAGE: "text",
    }  # fmt: skip
    found = said()
    assert {o.rpartition("/")[2] for o in objects(found, PARTY, "luocdo:nature")} == {"party"}
    assert {o.rpartition("/")[2] for o in objects(found, SINGLE, "luocdo:nature")} == {"administrative"}
    assert not any(p == iri("skos:broader") and "/type/" in s for s, p, _ in found)


def test_a_text_that_is_no_document_is_no_legal_resource() -> None:
    found = said()
    assert objects(found, PAGE, "rdf:type") == {iri("luocdo:Text"), iri("foaf:Document")}
    assert objects(found, PAGE, "dcterms:references") == {LAW}
    assert not any(s == PAGE and p.startswith(iri("eli:")) for s, p, _ in found)
    assert not any(o == iri("eli:LegalExpression") for _, _, o in found)


@pytest.mark.parametrize("options", [{}, {"evidence": "none"}])
def test_a_text_that_is_of_no_document_refers_to_what_it_names(tmp_path: Path, options: dict[str, str]) -> None:
    """An article: nobody cites it, so it is no node, and its source is a document in the wide sense."""
    article = tmp_path / "bai.md"
    article.write_text(
        "# Tin\n\nTheo Luật số 64/2025/QH15 ngày 19/02/2025 thì Nghị định 78/2025/NĐ-CP ngày 01/4/2025 còn đó.\n",
        encoding="utf-8",
    )
    with graph.open(tmp_path / "graph.db", create=True) as g:
        g.add([article, REPORT], workers=1)
    with graph.open(tmp_path / "graph.db") as g, g.frozen():
        found = said(g, **options)
    (page,) = (s for s, p, o in found if p == iri("rdf:type") and o == iri("foaf:Document"))
    assert objects(found, page, "rdf:type") == {iri(c) for c in ("luocdo:Source", "prov:Entity", "foaf:Document")}
    assert objects(found, page, "dcterms:references") == {LAW, DECREE}
    assert not any(o == page and p == iri("eli:is_realized_by") for _, p, o in found)
    assert {s for s, p, _ in found if p == iri("dcterms:references")} == {page}


@pytest.mark.parametrize(
    ("issuer", "place", "where"),
    [
        ("Chính phủ", None, "vn"), ("Quốc hội", None, "vn"), ("Bộ Chính trị", None, "vn"), ("Bộ Tài chính", None, "vn"),
        ("Ủy ban nhân dân tỉnh", "Quảng Ngãi", "vn;quang.ngai"), ("Ủy ban nhân dân tỉnh", None, None),
        ("Hội Người yêu sách", None, None), (None, None, None), (None, "Quảng Ngãi", "vn;quang.ngai"),
    ],
)  # fmt: skip
def test_what_a_central_body_issued_is_of_the_country(issuer: str | None, place: str | None, where: str | None) -> None:
    document = Document("urn:lex:vn:x:nghi.quyet:2020-01-01;1-nq", "Nghị quyết", "1/NQ", issuer=issuer, place=place)
    for profile, term in ((None, "eli:jurisdiction"), ("eli", "eli:jurisdiction")):
        found = objects(said(Snapshot((document,)), profile=profile), document.id, term)
        if profile is None or issuer != "Bộ Chính trị":  # papers of the Party are no legal resources there
            assert found == ({f"https://w3id.org/luocdo/place/{where}"} if where else set())
    out = io.BytesIO()
    export(Snapshot((document,)), "turtle", out)
    assert read(io.BytesIO(out.getvalue()), "turtle").document_rows[0].place == place


def test_what_carries_out_what_in_terms_of_eli() -> None:
    found = said()
    assert objects(found, DECREE, "eli:based_on") == {LAW}
    assert objects(found, DECREE, "eli:ensures_implementation_of") == set()
    assert objects(found, CIRCULAR, "eli:ensures_implementation_of") == {DECREE}
    assert objects(found, SINGLE, "luocdo:implements") == {PARTY}
    assert not any(p.startswith(iri("eli:")) and (s, o) == (SINGLE, PARTY) for s, p, o in found)
    assert not any(p == iri("eli:responsibility_of") for _, p, _ in found)


def test_eli_alone_keeps_papers_of_the_party_as_other_documents() -> None:
    found = said(profile="eli")
    assert objects(found, PARTY, "rdf:type") == {iri("foaf:Document")}
    assert objects(found, SINGLE, "eli:related_to") == {PARTY}
    assert objects(found, PAGE, "dcterms:relation") == {LAW}


def test_only_a_complete_name_is_the_same_as_another() -> None:
    vague = Document("urn:lex:vn:quoc.hoi:luat;thu.do:khong.ro;lex-1", "Luật", name="Luật Thủ đô", issuer="Quốc hội")
    year = Document("urn:lex:vn:chinh.phu:nghi.dinh:2015;4-2015-nd-cp", "Nghị định", "4/2015/NĐ-CP", date="2015")
    whole = Document(DECREE, "Nghị định", "78/2025/NĐ-CP", date="2025-04-01", issuer="Chính phủ")
    found = said(Snapshot((year, whole, vague)), base="https://example.org/")
    assert {o for _, p, o in found if p == iri("owl:sameAs")} == {DECREE}


def test_the_same_text_in_two_folders_makes_the_same_statements(tmp_path: Path) -> None:
    exports = []
    for folder in ("mot", "hai ba"):
        home = tmp_path / folder
        home.mkdir()
        shutil.copy(REPORT, home / "bao-cao.txt")
        with graph.open(tmp_path / f"{folder}.db", create=True) as g:
            g.add([home / "bao-cao.txt"], workers=1)
        with graph.open(tmp_path / f"{folder}.db") as g, g.frozen():
            exports.append(said(g))
    first, second = ({t for t in e if t[1] != iri("luocdo:sourceName")} for e in exports)
    assert first == second and any("/statement/" in s for s, _, _ in first)
    assert not any("tmp" in s or "hai%20ba" in s or "hai ba" in s for t in second for s in t)


def test_a_rule_is_a_plan_and_a_run_the_activity(tmp_path: Path) -> None:
    with graph.open(tmp_path / "g.db", create=True) as g:
        g.add([REPORT], workers=1)
    with graph.open(tmp_path / "g.db") as g, g.frozen():
        found = said(g)
    (run,) = {s for s, p, o in found if p == iri("rdf:type") and o == iri("prov:Activity")}
    plans = {s for s, p, o in found if p == iri("rdf:type") and o == iri("prov:Plan")}
    assert {o for _, p, o in found if p == iri("prov:wasGeneratedBy")} == {run}
    assert {o for _, p, o in found if p == iri("luocdo:foundBy")} <= plans
    assert {o for _, p, o in found if p == iri("prov:hadPlan")} == plans
    (tool,) = objects(found, run, "prov:wasAssociatedWith")
    assert objects(found, tool, "owl:versionInfo") == {graph.__version__}
