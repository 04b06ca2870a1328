"""A document's diagram as a Word paper: page and letters as papers have them, everything said once, no clock."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from graph_samples import KH83, NQ18, QD32, QD40, REPORT, a_graph, text

from graph.cli import run
from graph.export import paper
from graph.knowledge import KnowledgeGraph

word = pytest.importorskip("docx")

PARTS = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

Số: 12/2024/QĐ-UBND
Quảng Ngãi, ngày 15 tháng 3 năm 2024

QUYẾT ĐỊNH
Bãi bỏ một số văn bản

Điều 1. Bãi bỏ khoản 2 Điều 3 Quyết định số 45/2018/QĐ-UBND ngày 02 tháng 8 năm 2018 của Ủy ban nhân dân tỉnh.

Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2024.
"""


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[KnowledgeGraph]:
    more = text("more", QD32, (QD32, "cites", QD40), (QD32, "replaces", QD40), (QD32, "based_on", NQ18))
    (tmp_path / "law.txt").write_text(PARTS, encoding="utf-8")
    with a_graph(tmp_path / "graph.db", [REPORT, more]) as opened:
        opened.add([tmp_path / "law.txt"])
        yield opened


def made(graph: KnowledgeGraph, words: str, at: str | None = "2026-01-31", lang: str = "vi", **given: Any) -> Any:
    diagram = graph.as_of(at).diagram(graph.document(words), **given)
    data = paper.docx(diagram, lang)
    assert data == paper.docx(diagram, lang)
    return word.Document(BytesIO(data))


def lines(file: Any) -> list[str]:
    return [p.text for p in file.paragraphs if p.text]


def cells(file: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in file.tables for row in table.rows]


def test_page_and_letters(graph: KnowledgeGraph) -> None:
    file = made(graph, "32/2020/QĐ-UBND")
    section = file.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(m.mm) for m in (section.left_margin, section.right_margin, section.top_margin)] == [30, 20, 20]
    normal = file.styles["Normal"].font
    assert (normal.name, normal.size.pt) == ("Times New Roman", 13)
    assert section.different_first_page_header_footer and "PAGE" in section.header.paragraphs[0]._p.xml
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in file.tables[2:])


def test_what_the_paper_says(graph: KnowledgeGraph) -> None:
    file = made(graph, "32/2020/QĐ-UBND")
    said = lines(file)
    assert said[:3] == ["LƯỢC ĐỒ VĂN BẢN", "Quyết định 32/2020/QĐ-UBND", "(Hiệu lực tính đến ngày 31/01/2026)"]
    assert [line for line in said if line[:2] in ("I.", "II", "IV", "V.")] == [
        "I. THÔNG TIN CHUNG", "II. HIỆU LỰC", "III. QUAN HỆ VỚI VĂN BẢN KHÁC", "IV. THAY ĐỔI THEO ĐIỀU, KHOẢN",
        "V. NGUỒN",
    ]  # fmt: skip
    assert "1. Thay thế" in said and "2. Căn cứ" in said and not any("Dẫn chiếu" in line for line in said)
    rows = cells(file)
    assert ["Ngày ban hành", "24/11/2020"] in rows
    row = next(r for r in rows if "40/2015" in r[1])
    assert row[1].splitlines() == ["Quyết định 40/2015/QĐ-UBND", "18/08/2015", "Ủy ban nhân dân tỉnh Quảng Ngãi"]
    assert (
        row[3].startswith("“Quyết định số 32/2020/QĐ-UBND replaces Quyết định số 40/2015/QĐ-UBND")
        and "(2 câu)" in row[3]
    )
    assert next(line for line in said if line.startswith("[")) == "[1] more (toàn văn)"
    cue = next(r for p in file.tables[2].rows[1].cells[3].paragraphs for r in p.runs if r.bold)
    assert cue.text == "replaces"


def test_parts_and_changes(graph: KnowledgeGraph) -> None:
    file = made(graph, "45/2018/QĐ-UBND")
    rows = cells(file)
    assert ["khoản 2 Điều 3", "đã bị bãi bỏ từ ngày 01/04/2024 — Quyết định 12/2024/QĐ-UBND"] in rows
    change = rows[-1]
    assert change[0] == "15/03/2024\nhiệu lực: 01/04/2024" and change[2] == "bãi bỏ"
    assert change[1] == "Điều 1\nQuyết định 12/2024/QĐ-UBND"
    assert change[3] == "khoản 2 Điều 3\nQuyết định 45/2018/QĐ-UBND"
    before = cells(made(graph, "45/2018/QĐ-UBND", at="2024-03-31"))
    assert not any("đã bị bãi bỏ" in cell for row in before for cell in row)


def test_in_english_and_cut(graph: KnowledgeGraph) -> None:
    file = made(graph, "18-NQ/TW", lang="en", most=1)
    said = lines(file)
    assert said[0] == "DIAGRAM OF A DOCUMENT" and "Implemented by" in " ".join(said)
    assert "1 more documents are not listed." in said
    assert not any("Văn bản" in cell or "Ngày" in cell for row in cells(file) for cell in row)


def test_texts_of_others_are_only_text(tmp_path: Path) -> None:
    evil = {**KH83, "title": "<w:p/>&\x00\x1b]0;x\x07 ]]> \ufffe"}
    with a_graph(tmp_path / "g.db", [text("a&<b>.txt", evil, (evil, "implements", NQ18))]) as graph:
        file = made(graph, "83/KH-UBND")
    assert any("<w:p/>&" in cell for row in cells(file) for cell in row)
    assert "[1] a&<b>.txt (toàn văn)" in lines(file)


def test_no_clock(graph: KnowledgeGraph) -> None:
    data = paper.docx(graph.diagram(graph.document("18-NQ/TW")))
    parts = zipfile.ZipFile(BytesIO(data))
    assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"1980-01-01" in parts.read("docProps/core.xml") and b"201" not in parts.read("docProps/core.xml")


def test_the_command(
    graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    graph.settle()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)
    assert run(["report", "32/2020/QĐ-UBND", "-o", "a.docx", "--at", "31/1/2026"]) == 0
    assert lines(word.Document("a.docx"))[2] == "(Hiệu lực tính đến ngày 31/01/2026)"
    assert run(["report", "32/2020/QĐ-UBND"]) == 2 and "-o FILE.docx" in capsys.readouterr().err
    assert run(["report", "32/2020/QĐ-UBND", "-o", "a.pdf"]) == 2
    assert run(["report", "99/2020/QĐ-UBND", "-o", "b.docx"]) == 1 and not Path("b.docx").exists()
