"""``--format xlsx`` and ``-o FILE.xlsx``: one sheet of the answer, one of the documents that it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from graph_samples import REPORT, a_graph

from graph.cli import run

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("LUOCDO_GRAPH", "LUOCDO_LANG"):
        monkeypatch.delenv(name, raising=False)
    a_graph(tmp_path / "graph.db", [REPORT]).close()
    return tmp_path


@pytest.fixture
def saved(folder: Path) -> Callable[..., Any]:
    def save(*arguments: str) -> Any:
        for name in ("one.xlsx", "two.xlsx"):
            assert run([*arguments, "-o", name]) in (0, 1)
        assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()
        return openpyxl.load_workbook(folder / "one.xlsx")

    return save


@pytest.mark.parametrize(
    ("words", "sheets", "rows"),
    [
        (["query", "implements", "18-NQ/TW"], ["Kết quả", "Văn bản"], 3),
        (["query", "implements"], ["Kết quả", "Văn bản"], 4),
        (["query", "issued-by", "UBND tỉnh Quảng Ngãi"], ["Kết quả"], 3),
        (["show", "83/KH-UBND"], ["Thuộc tính", "Kết quả", "Văn bản"], 3),
        (["find", "ke hoach"], ["Kết quả"], 3),
        (["changes", "32/2020/QĐ-UBND"], ["Kết quả", "Văn bản"], 1),
        (["history", "40/2015/QĐ-UBND"], ["Kết quả", "Văn bản"], 3),
        (["path", "1127/KH-SCT", "18-NQ/TW"], ["Kết quả", "Văn bản"], 2),
        (["stats"], ["Kết quả"], None),
        (["check"], ["Kết quả"], 0),
        (["sparql", "SELECT ?s WHERE { ?s a eli:LegalResource }"], ["Kết quả"], 7),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_answers_as_workbooks(saved: Callable[..., Any], words: list[str], sheets: list[str], rows: int | None) -> None:
    book = saved(*words)
    assert book.sheetnames == sheets
    found = list(book["Kết quả"].iter_rows(values_only=True))
    assert rows is None or len(found) == 1 + rows


def test_names_lead_to_the_document(saved: Callable[..., Any]) -> None:
    book = saved("query", "implements", "--lang", "en")
    cell = next(c for c in book["Results"]["A"] if c.value == "Plan 1127/KH-SCT")
    sheet, _, place = cell.hyperlink.location.replace("'", "").partition("!")
    assert book[sheet][place].value == "Plan 1127/KH-SCT"
    assert [c.value for c in book[sheet][1]][:4] == ["Document", "Type", "Number", "Date"]


def test_a_workbook_needs_a_file_or_a_pipe(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    import sys

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["stats", "-f", "xlsx"]) == 2
    assert "-o FILE.xlsx" in capsys.readouterr().err
