"""An RDF file put into a graph file: what is exported again is what was exported."""

from __future__ import annotations

import io

import pytest
from rdf_views import KH83, ND04, NQ18, REPORT, SHARED
from test_rdf_reading import PLAIN_ELI

import graph
from graph.export import export
from graph.rdf import load, read
from graph.rdf.loading import extractions


def exported(path, format: str = "ntriples") -> bytes:
    out = io.BytesIO()
    with graph.open(path) as g, g.frozen():
        export(g, format, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("graph") / "report.db"
    with graph.open(path, create=True) as g:
        g.add([REPORT], workers=1)
    return path


@pytest.mark.parametrize("format", ["turtle", "nquads", "jsonld"])
def test_export_load_export_is_identical(report, tmp_path, format) -> None:
    data = exported(report, format)
    path = tmp_path / "again.db"
    with graph.open(path, create=True) as g:
        assert load(g, io.BytesIO(data), format) == 1
    assert exported(path, format) == data
    with graph.open(path, write=True) as g:  # again: nothing changes
        load(g, io.BytesIO(data), format)
    assert exported(path, format) == data


@pytest.mark.skipif(not (SHARED / "corpus/provincial").exists(), reason="no shared corpus")
@pytest.mark.parametrize("format", ["ntriples", "rdfxml"])
def test_many_sources_with_contradictions_come_back_identical(tmp_path, format) -> None:
    first, second = tmp_path / "1.db", tmp_path / "2.db"
    with graph.open(first, create=True) as g:
        g.add([SHARED / "corpus/provincial", SHARED / "corpus/gazette"], workers=1)
        assert any(f.source is None for f in g.findings())
    data = exported(first, format)
    with graph.open(second, create=True) as g:
        load(g, io.BytesIO(data), format)
    assert exported(second, format) == data


@pytest.mark.parametrize("vague", [1, 2, 3])
def test_a_vague_reference_that_texts_share_stays_one(tmp_path, vague: int) -> None:
    """A number without a year that may mean two decisions: the texts that say it share it, before and after."""
    say = "Thông tư số {}/2025/TT-BTC ngày 01/4/2025. Thực hiện Quyết định số 613/QĐ-TTg{} của Thủ tướng Chính phủ.\n"
    days = [" ngày 06/5/2010", " ngày 02/6/2008", *[""] * vague]
    for n, day in enumerate(days, start=1):
        (tmp_path / f"{n}.txt").write_text(say.format(n, day), encoding="utf-8")
    with graph.open(tmp_path / "one.db", create=True) as g:
        g.add([tmp_path / f"{n}.txt" for n in range(1, len(days) + 1)], workers=1)
    first, again = io.BytesIO(), io.BytesIO()
    with graph.open(tmp_path / "one.db") as g, g.frozen():
        assert len([d for d in g.documents() if d.code == "613/QĐ-TTg"]) == 3
        assert sum(bool(d.candidates) for d in g.documents()) == 1
        export(g, "turtle", first)
    with graph.open(tmp_path / "two.db", create=True) as g:
        load(g, io.BytesIO(first.getvalue()), "turtle")
    with graph.open(tmp_path / "two.db") as g, g.frozen():
        export(g, "turtle", again)
    assert again.getvalue() == first.getvalue()


def test_the_loaded_graph_answers_with_sentences(report, tmp_path) -> None:
    file = tmp_path / "g.ttl"
    file.write_bytes(exported(report, "turtle"))
    with graph.open(tmp_path / "g.db", create=True) as g:
        load(g, file)
        [plan] = [f for f in g.implementers(g.document("18-NQ/TW")) if f.document.code == "83/KH-UBND"]
        assert "83/KH-UBND" in plan.chains[0][-1].evidence.text
        [source] = list(g.sources())
        assert "Nghị quyết số 18-NQ/TW" in source.text


def test_plain_eli_goes_in_under_the_name_of_its_file(tmp_path) -> None:
    file = tmp_path / "gazette.ttl"
    file.write_text(PLAIN_ELI, encoding="utf-8")
    with graph.open(tmp_path / "g.db", create=True) as g:
        assert load(g, file) == 1
        relations = {(r.subject, r.predicate, r.object) for r in g.relations()}
        assert [s.name for s in g.sources()] == [str(file)]
        assert any(p == "implements" for _, p, _ in relations)
        assert len(list(g.documents())) == len(read(file).document_rows)


def test_extractions_are_whole() -> None:
    from rdf_views import made_view

    found = {source.name: extraction for source, extraction in extractions(made_view())}
    assert sorted(found) == ["b.txt", "báo cáo/a b#1.txt", "rdf"]
    for extraction in found.values():
        ids = {d.id for d in extraction.documents}
        for relation in extraction.relations:
            assert relation.subject in ids and (relation.predicate == "issued_by" or relation.object in ids)
    assert {KH83, NQ18, ND04} <= {d.id for d in found["báo cáo/a b#1.txt"].documents}
