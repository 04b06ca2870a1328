"""Inputs that went wrong once, beside the checkout (../shared/cases): tables in CSV, Excel, JSON and Word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import run
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Document

Build = Callable[..., KnowledgeGraph]


@pytest.fixture
def cases(shared: Path) -> Path:
    if not (shared / "cases").is_dir():
        pytest.skip("the folder ../shared/cases is not here")
    return shared / "cases"


@pytest.fixture
def build(cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """The graph of one of the files."""
    monkeypatch.chdir(tmp_path)

    def built(name: str) -> KnowledgeGraph:
        if not (cases / name).exists():
            pytest.skip(f"{name} is not here")
        assert run(["build", str(cases / name), "-o", "g.db", "-j", "1", "-q"]) == 0
        return open_graph(tmp_path / "g.db")

    return built


def edges(graph: KnowledgeGraph) -> set[tuple[str | None, str, str | None]]:
    codes = {d.id: d.code or d.name for d in graph.documents()}
    return {(codes[r.subject], r.predicate, codes[r.object]) for r in graph.relations() if r.object in codes}


def one(graph: KnowledgeGraph, code: str) -> Document:
    found = [d for d in graph.documents() if d.code == code]
    assert len(found) == 1, (code, found)
    return found[0]


def test_01_a_register_with_columns_of_its_own(build: Build, cases: Path) -> None:
    graph = build("01-register-unknown-columns.csv")
    lines = (cases / "01-register-unknown-columns.csv").read_text(encoding="utf-8-sig").splitlines()
    for relation in graph.relations():
        words = " ".join(relation.evidence.text.split())
        assert "\n" not in relation.evidence.text.strip() or relation.predicate == "issued_by", words
    titles = [d.title for d in graph.documents() if d.title]
    assert titles and not any('"' in title and ";" in title for title in titles)
    assert len({name for name in graph.source_names() if "#" in name}) <= len(lines) - 1
    acting = {(s, p, o) for s, p, o in edges(graph) if p in ("replaces", "repeals", "amends")}
    for subject, _, object in acting:  # both in one row
        row = [line for line in lines if object and str(object).split("/")[0] in line]
        assert subject is None or any(str(subject).split("/")[0] in line for line in row), (subject, object)


def test_02_a_workbook_with_titles_and_sheets(build: Build) -> None:
    pytest.importorskip("python_calamine")
    graph = build("02-register.xlsx")
    sheets = {name.partition("#")[2].partition("!")[0] for name in graph.source_names()}
    assert len(sheets) == 2
    dates = [d.date for d in graph.documents() if d.code]
    assert dates and all(date and len(date) in (4, 10) for date in dates if date is not None)


def test_03_a_profile_that_maps_nothing(cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register, profile = cases / "01-register-unknown-columns.csv", cases / "03-import-nothing.toml"
    if not profile.exists():
        pytest.skip("the case is not here")
    assert run(["import", "-g", str(tmp_path / "x.db"), "-p", str(profile), str(register)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "0 trong" in err and "dòng" in err
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize(
    ("name", "sources"),
    [("04-crawl-array.json", 2), ("04-crawl-array-ascii.json", 2), ("04-crawl-object.json", 1)],
)
def test_04_dumps_of_crawlers(build: Build, name: str, sources: int) -> None:
    graph = build(name)
    assert len(list(graph.source_names())) == sources
    plan = one(graph, "12/KH-SNV")
    assert (plan.date, plan.issuer, plan.place) == ("2024-03-05", "Sở Nội vụ", "An Giang")
    assert ("12/KH-SNV", "implements", "18-NQ/TW") in edges(graph)
    if sources == 2:
        assert one(graph, "13/QĐ-SNV").date == "2024-03-05"


def test_18_the_list_of_what_has_ended_in_word(build: Build) -> None:
    pytest.importorskip("lxml")
    graph = build("18-list-of-ended-documents.docx")
    resolution, decision, directive = (one(graph, c) for c in ("12/2015/NQ-HĐND", "45/2016/QĐ-UBND", "03/CT-UBND"))
    assert (resolution.date, decision.date, directive.date) == ("2015-12-10", "2016-08-15", "2018-01-12")
    assert resolution.title
    found = edges(graph)
    assert ("20/2024/NQ-HĐND", "replaces", "12/2015/NQ-HĐND") in found
    assert ("31/2024/QĐ-UBND", "repeals", "45/2016/QĐ-UBND") in found


def test_19_a_mail_register_with_the_number_in_two_columns(build: Build) -> None:
    pytest.importorskip("lxml")
    graph = build("19-mail-register-split-number.docx")
    plan, letter = one(graph, "83/KH-UBND"), one(graph, "1127/STC-NS")
    assert (plan.type, plan.date) == ("Kế hoạch", "2023-12-29")
    assert (plan.issuer or "").startswith("Ủy ban nhân dân")
    assert (letter.type, letter.date, letter.issuer) == ("Công văn", "2024-01-02", "Sở Tài chính")
    assert ("83/KH-UBND", "implements", "18-NQ/TW") in edges(graph)
