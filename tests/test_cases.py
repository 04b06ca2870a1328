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


# what each row of the two registers names: number, day, issuer, place, title
COUNCIL = ("Hội đồng nhân dân tỉnh", "An Giang")
OF_THE_ROWS = {
    ("41/2022/NQ-HĐND", "2022-12-12", *COUNCIL, "quy định mức chi đào tạo"),
    ("18/2023/NQ-HĐND", "2023-12-08", *COUNCIL, "quy định mức thu học phí"),
    ("32/2019/NQ-HĐND", "2019-07-26", *COUNCIL, None),
    ("715/SNV-KHTC", "2025-02-02", "Sở Nội vụ", None, None),
    ("814/SNV-LĐVL", "2025-02-06", "Sở Nội vụ", None, None),
    ("194/TTr-SGDĐT", "2025-01-16", "Sở Giáo dục và Đào tạo", None, None),
}
Row = tuple[str, str | None, str | None, str | None, str | None]


def numbered(graph: KnowledgeGraph) -> set[Row]:
    return {(d.code, d.date, d.issuer, d.place, d.title) for d in graph.documents() if d.code}


def test_01_a_register_with_columns_of_its_own(build: Build) -> None:
    graph = build("01-register-unknown-columns.csv")
    assert numbered(graph) == OF_THE_ROWS
    assert [d.name for d in graph.documents() if not d.code] == ["Luật Tố cáo"]
    assert {name.rpartition("#")[2] for name in graph.source_names()} == {"1", "2", "3", "4"}
    # 32/2019 is replaced by a resolution that has no number yet: by nothing of another row
    assert {predicate for _, predicate, _ in edges(graph)} <= {"cites"}
    assert all(graph.status(d).state == "unknown" for d in graph.documents())
    rows = {d.code: {m.source for m in graph.mentions_of(d)} for d in graph.documents()}
    assert {code: len(sources) for code, sources in rows.items()} == dict.fromkeys(rows, 1)


def test_02_a_workbook_with_titles_and_sheets(build: Build) -> None:
    pytest.importorskip("python_calamine")
    graph = build("02-register.xlsx")
    own = ("45/2016/QĐ-UBND", "2016-08-15", "Ủy ban nhân dân tỉnh", None, "Ban hành Quy định quản lý vỉa hè")
    assert numbered(graph) == {*OF_THE_ROWS, own}
    assert {name.partition("#")[2].partition("!")[0] for name in graph.source_names()} == SHEETS
    assert len(list(graph.source_names())) == 5
    assert {predicate for _, predicate, _ in edges(graph)} <= {"cites"}


SHEETS = {"NQ cần xử lý", "QĐ đã xử lý"}


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
