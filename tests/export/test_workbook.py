"""Workbooks: days are days, names lead to rows, nothing is computed, the same rows give the same bytes."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO
from typing import Any

import pytest

from graph.errors import LuocdoError
from graph.export import workbook
from graph.export.workbook import Sheet, xlsx

openpyxl = pytest.importorskip("openpyxl")

ROWS = [
    {"name": "Kế hoạch 83/KH-UBND", "day": "2018-06-04", "count": 3, "goal": "b", "lines": ("một", "hai")},
    {"name": "Luật Đất đai", "day": "2018", "count": 0.5, "goal": "nowhere", "lines": None},
]
COLUMNS = [("name", "Tên"), ("day", "Ngày"), ("count", "Số lượng"), ("lines", "Dòng")]
GOALS = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]


def book(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(BytesIO(xlsx(sheets)))


def test_values_heads_and_links() -> None:
    found = book(
        Sheet("Kết quả", COLUMNS, ROWS, {"name": "goal"}), Sheet("Văn bản", [("text", "Chữ")], GOALS, anchor="id")
    )
    first = found["Kết quả"]
    assert [[cell.value for cell in row] for row in first] == [
        ["Tên", "Ngày", "Số lượng", "Dòng"],
        ["Kế hoạch 83/KH-UBND", datetime.datetime(2018, 6, 4), 3, "một\nhai"],
        ["Luật Đất đai", "2018", 0.5, None],
    ]
    assert first["B2"].number_format == "dd/mm/yyyy" and first["B2"].is_date
    assert first.freeze_panes == "A2" and first.auto_filter.ref == "A1:D3" and first["A1"].font.bold
    assert first["A2"].hyperlink.location == "'Văn bản'!A3" and first["A3"].hyperlink is None
    assert first.row_dimensions[2].height > first.row_dimensions[3].height
    assert first.page_setup.paperSize == 9 and first.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84 24",
        "-5",
        "@sum",
        '=HYPERLINK("http://x")',
        " =1",
        "|calc",
        "＝1",
        "\t=1",
        "=cmd|' /C calc'!A0",
        "-",
    ],
)
def test_no_text_is_computed(text: str) -> None:
    found = book(Sheet("S", [("t", text)], [{"t": text}, {"t": (text, text)}]))
    for cell in ("A1", "A2", "A3"):
        assert found["S"][cell].data_type == "s" and found["S"][cell].quotePrefix
    assert found["S"]["A2"].value == text
    data = xlsx([Sheet("S", [("t", text)], [{"t": text}])])
    parts = zipfile.ZipFile(BytesIO(data))
    assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x" * 40_000, "\x1b[2J", "a\r\nb"])
def test_what_excel_does_not_take_is_replaced(text: str) -> None:
    value = book(Sheet("S", [("t", "t")], [{"t": text}]))["S"]["A2"].value
    assert len(value) <= 32_767 and not any(sign in value for sign in "\x00\ud800\x1b\r")


@pytest.mark.parametrize("day", ["1899-12-31", "2018-02-30", "2018-06", "18-06-04", "2018-06-04 x"])
def test_what_is_no_day_of_excel_stays_a_text(day: str) -> None:
    assert book(Sheet("S", [("t", "t")], [{"t": day}]))["S"]["A2"].value == day


def test_the_same_sheets_give_the_same_bytes_without_a_clock() -> None:
    one, other = (xlsx([Sheet("S", COLUMNS, ROWS)]) for _ in range(2))
    assert one == other
    parts = zipfile.ZipFile(BytesIO(one))
    assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    year = str(datetime.date.today().year).encode()
    assert b"1980" in parts.read("docProps/core.xml") and year not in parts.read("docProps/core.xml")


def test_names_of_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Quyết định/số [1]: * ? của Ủy ban nhân dân tỉnh"
    names = book(Sheet(long, COLUMNS, []), Sheet(long, COLUMNS, []), Sheet("", COLUMNS, [])).sheetnames
    assert len(set(names)) == 3 and all(0 < len(n) <= 31 and not set("[]:*?/\\") & set(n) for n in names)
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(LuocdoError, match="quá 1 dòng"):
        xlsx([Sheet("S", COLUMNS, ROWS)])
