"""Registers as they lie in offices: heads with slips, in English or none, days in every spelling, merged cells, numbers
in two columns, notes above, below and in a column, objects inside JSON. Nothing is turned round or lost silently."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from office_files import read, sheet

from graph.domain.register_heads import mapped, roles_of
from graph.model import Extraction
from graph.records.mapping import columns_of, entry_of

pytest.importorskip("python_calamine")
pytest.importorskip("openpyxl")


def documents(found: list[Extraction]) -> list[tuple[str | None, ...]]:
    return [(d.type, d.code, d.date, d.issuer, d.place) for e in found for d in e.documents if d.code]


def edges(found: list[Extraction]) -> set[tuple[str | None, str, str | None]]:
    codes = {d.id: d.code or d.name for e in found for d in e.documents}
    hidden = ("cites", "issued_by")
    return {
        (codes[r.subject], r.predicate, codes[r.object])
        for e in found
        for r in e.relations
        if r.predicate not in hidden
    }


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("Cơ quan ban hàng", ("issuer",)),
        ("Trich yếu nội dug", ("title",)),
        ("Ngày bna hành", ("date",)),
        ("soKyHieu", ("number",)),
        ("Document No.", ("number",)),
        ("Date of issue", ("date",)),
        ("Issuing authority", ("issuer",)),
        ("No.", ("ordinal",)),
        ("Nơi bán", ()),
        ("Cơ quan bán hàng hóa", ()),
    ],
)
def test_heads_with_slips_and_in_english(head: str, roles: tuple[str, ...]) -> None:
    assert roles_of(head) == roles


def test_a_number_alone_needs_two_more_columns() -> None:
    assert mapped(("Số", "Ngày", "Trích yếu"))["number"] == 0
    assert mapped(("Số", "Đơn giá", "Ngày")) == {}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1/7/25", "2025-07-01"),
        ("1.7.98", "1998-07-01"),
        ("01-07-2025", "2025-07-01"),
        ("2025/07/01", "2025-07-01"),
        ("2025-07-01T00:00:00", "2025-07-01"),
        ("20250701", "2025-07-01"),
        ("45839", "2025-07-01"),
        ("45839.5", "2025-07-01"),
        ("2025-06-30T17:00:00.000Z", "2025-07-01"),
        ("2025-07-01T00:00:00Z", "2025-07-01"),
        ("2025-07-01T00:00:00+07:00", "2025-07-01"),
        ("1751302800000", "2025-07-01"),
        ("-780364800000", "1945-04-10"),
        ("2025-99-99T00:00:00Z", None),
        ("1 July 2025", "2025-07-01"),
        ("5-Jul-25", "2025-07-05"),
        ("ngày 1 tháng 7 năm 2025", "2025-07-01"),
        ("31/02/2025", None),
        ("13/13/2025", None),
        ("2025", None),
        ("Tháng 7/2025", None),
        ("1/7/2", None),
        ("12345", None),
        ("1/7/25/3", None),
    ],
)
def test_days_as_people_write_them(words: str, day: str | None) -> None:
    heads = ("Số ký hiệu", "Ngày ban hành")
    columns = {role: heads[at] for role, at in columns_of(heads).items()}
    entry = entry_of(dict(zip(heads, ("5/KH-UBND", words), strict=True)), columns)
    assert entry is not None and entry.values.get("date") == day


def test_a_column_with_the_month_in_front(tmp_path: Path) -> None:
    rows = [["Số ký hiệu", "Ngày ban hành"], ["5/KH-UBND", "5/6/2025"], ["6/KH-UBND", "12/31/2024"]]
    assert [d[2] for d in documents(sheet(tmp_path, rows))] == ["2025-05-06", "2024-12-31"]
    rows[2] = ["6/KH-UBND", "31/12/2024"]
    assert [d[2] for d in documents(sheet(tmp_path, rows))] == ["2025-06-05", "2024-12-31"]


def test_an_issuer_keeps_its_place_without_a_day(tmp_path: Path) -> None:
    rows = [["Số ký hiệu", "Ngày ban hành", "Cơ quan ban hành"], ["5/KH-UBND", "", "UBND tỉnh An Giang"]]
    assert documents(sheet(tmp_path, rows)) == [
        ("Kế hoạch", "5/KH-UBND", None, "Ủy ban nhân dân tỉnh", "An Giang"),
    ]


def test_a_mail_register_with_slips_and_the_number_in_two_columns(tmp_path: Path) -> None:
    rows = [
        ["SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"],
        ["Số đến", "Ngày đến", "Sô VB", "Ký hiêu", "Ngày VB", "Cơ quan ban hàng", "Trich yếu nội dug"],
        [1, "07/01/2025", "12", "NĐ-CP", "03/01/2025", "Chính phủ", "Quy định chi tiết Luật Đất đai"],
        [2, "08/01/2025", "1127", "STC-NS", "2/1/25", "Sở Tài chính", "V/v quyết toán"],
    ]
    assert {d[1:4] for d in documents(sheet(tmp_path, rows))} == {
        ("12/NĐ-CP", "2025-01-03", "Chính phủ"), ("1127/STC-NS", "2025-01-02", "Sở Tài chính"),
    }  # fmt: skip


def test_an_english_register(tmp_path: Path) -> None:
    rows = [
        [
            "No.",
            "Document No.",
            "Type",
            "Date of issue",
            "Issuing authority",
            "Subject",
            "Effective date",
            "Replaced by",
        ],
        [1, "15/2020/NĐ-CP", "Decree", "2020-02-03", "Government", "Quy định xử phạt", "15/04/2020", ""],
        [2, "45/2016/QĐ-UBND", "Decision", "15/8/2016", "An Giang People's Committee", "Vỉa hè", "", "31/2024/QĐ-UBND"],
    ]
    found = sheet(tmp_path, rows)
    assert documents(found)[:2] == [
        ("Nghị định", "15/2020/NĐ-CP", "2020-02-03", "Chính phủ", None),
        ("Quyết định", "45/2016/QĐ-UBND", "2016-08-15", "Ủy ban nhân dân tỉnh", "An Giang"),
    ]
    assert edges(found) == {("31/2024/QĐ-UBND", "replaces", "45/2016/QĐ-UBND")}
    assert [(e.kind, e.date) for e in found[0].effects] == [("in-force", "2020-04-15")]


ROWS = [
    ["1", "12/2024/QĐ-UBND", "01/07/2024", "UBND tỉnh An Giang", "Quyết định ban hành Quy chế làm việc"],
    ["2", "13/2024/QĐ-UBND", "02/07/2024", "UBND tỉnh An Giang", "Thay thế Quyết định số 5/2019/QĐ-UBND"],
    ["3", "83/KH-UBND", "5/8/24", "UBND tỉnh An Giang", "Kế hoạch cải cách hành chính"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_without_heads(sign: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(map(sign.join, ROWS)).encode(encoding))
    found = read(path)
    assert [(d[1], d[2], d[4]) for d in documents(found) if d[1] != "5/2019/QĐ-UBND"] == [
        ("12/2024/QĐ-UBND", "2024-07-01", "An Giang"),
        ("13/2024/QĐ-UBND", "2024-07-02", "An Giang"),
        ("83/KH-UBND", "2024-08-05", "An Giang"),
    ]
    assert edges(found) == {("13/2024/QĐ-UBND", "replaces", "5/2019/QĐ-UBND")}


def test_two_columns_of_numbers_without_heads_say_nothing_of_each_other(tmp_path: Path) -> None:
    rows = [["12/2024/QĐ-UBND", "31/2025/QĐ-UBND", "Thay thế"], ["13/2024/QĐ-UBND", "32/2025/QĐ-UBND", "Bãi bỏ"]]
    found = sheet(tmp_path, rows)
    assert len(documents(found)) == 4 and not edges(found)


def test_merged_cells_hold_of_each_row(tmp_path: Path) -> None:
    rows = [
        ["DANH MỤC VĂN BẢN"],
        ["STT", "Văn bản", None, "Cơ quan ban hành"],
        [None, "Số, ký hiệu", "Ngày ban hành", None],
        [1, "5/KH-UBND", "1/2/2025", "UBND tỉnh An Giang"],
        [2, "6/KH-UBND", None, None],
        ["Cộng", 2],
    ]

    def merge(sheet: Any) -> None:
        for cells in ("A1:D1", "A2:A3", "B2:C2", "D2:D3", "C4:C5", "D4:D5"):
            sheet.merge_cells(cells)

    assert [d[1:5] for d in documents(sheet(tmp_path, rows, merge))] == [
        ("5/KH-UBND", "2025-02-01", "Ủy ban nhân dân tỉnh", "An Giang"),
        ("6/KH-UBND", "2025-02-01", "Ủy ban nhân dân tỉnh", "An Giang"),
    ]


def test_notes_above_beside_and_below(tmp_path: Path) -> None:
    rows = [
        ["(Kèm theo Quyết định số 777/QĐ-UBND ngày 5/5/2025 của UBND tỉnh An Giang)"],
        ["Số ký hiệu", "Ngày ban hành", "Trích yếu", "Ghi chú"],
        ["5/KH-UBND", "3/2/2025", "Kế hoạch A", "Quyết định số 6/2024/QĐ-UBND thay thế Quyết định số 7/2020/QĐ-UBND"],
        ["6/KH-UBND", "4/2/2025", "Kế hoạch B", "Thay thế Kế hoạch số 9/KH-UBND"],
        [],
        ["Ghi chú: Quyết định số 8/2024/QĐ-UBND bãi bỏ Quyết định số 10/2018/QĐ-UBND."],
    ]
    found = sheet(tmp_path, rows)
    assert {d[1] for d in documents(found)} == {
        "777/QĐ-UBND", "5/KH-UBND", "6/2024/QĐ-UBND", "7/2020/QĐ-UBND", "6/KH-UBND", "9/KH-UBND", "8/2024/QĐ-UBND",
        "10/2018/QĐ-UBND",
    }  # fmt: skip
    assert edges(found) == {  # a note's own words, never of the row that it stands beside
        ("6/2024/QĐ-UBND", "replaces", "7/2020/QĐ-UBND"), ("8/2024/QĐ-UBND", "repeals", "10/2018/QĐ-UBND"),
    }  # fmt: skip


def test_a_decision_that_issues_provisions_is_a_decision(tmp_path: Path) -> None:
    rows = [["Số ký hiệu", "Trích yếu"], ["5/2024/QĐ-UBND", "Quy định mức chi"], ["37-QĐ/TW", "Quy định về đảng viên"]]
    assert [d[0] for d in documents(sheet(tmp_path, rows))] == ["Quyết định", "Quy định"]


@pytest.mark.parametrize(
    ("date", "listed", "right"),
    [
        ("1/7/2020", "31/2025/QĐ-UBND", {("31/2025/QĐ-UBND", "replaces", "12/2020/QĐ-UBND")}),
        ("1/7/2020", "31/2015/QĐ-UBND", {("12/2020/QĐ-UBND", "replaces", "31/2015/QĐ-UBND")}),
        ("1/7/2020", "31/QĐ-UBND", set()),
    ],
)
def test_which_of_two_replaces_the_other_the_days_tell(date: str, listed: str, right: set[Any], tmp_path: Path) -> None:
    rows = [["Số ký hiệu", "Ngày ban hành", "Văn bản thay thế"], ["12/2020/QĐ-UBND", date, listed]]
    assert edges(sheet(tmp_path, rows)) == right


@pytest.mark.parametrize(
    "row",
    [
        {
            "doc": {"number": "83/NQ-CP", "issued": "2018-06-04T00:00:00", "title": "X"},
            "agency": {"name": "Chính phủ"},
        },
        {"soKyHieu": "83/NQ-CP", "ngayBanHanh": "04/06/2018", "coQuanBanHanh": {"ma": "CP", "ten": "Chính phủ"}},
        {"so_ky_hieu": "83/NQ-CP", "meta": {"a": {"ngay_ban_hanh": "4.6.2018"}}, "co_quan": {"ten": "Chính phủ"}},
        {"van_ban": {"so_ky_hieu": "83/NQ-CP"}, "ngay_ban_hanh": "4/6/18", "co_quan_ban_hanh": ["Chính phủ"]},
    ],
)
def test_objects_inside_rows(row: dict[str, Any], tmp_path: Path) -> None:
    for name, text in (
        ("a.json", json.dumps({"data": {"items": [row]}})),
        ("b.json", json.dumps([row], indent=1)),
        ("c.jsonl", json.dumps(row) + "\n" + json.dumps(row) + "\n"),
    ):
        (tmp_path / name).write_text(text)
        (found, *_) = documents(read(tmp_path / name))
        assert found[1:3] == ("83/NQ-CP", "2018-06-04"), name
        assert found[3] == "Chính phủ", name


def test_lists_inside_rows(tmp_path: Path) -> None:
    row = {
        "soHieu": "12/2020/QĐ-UBND",
        "ngay": "2020-07-01",
        "thayTheBoi": [{"soHieu": "31/2025/QĐ-UBND"}],
        "tags": [1],
    }
    (tmp_path / "a.json").write_text(json.dumps([row]))
    assert edges(read(tmp_path / "a.json")) == {("31/2025/QĐ-UBND", "replaces", "12/2020/QĐ-UBND")}


def test_a_sign_behind_a_backslash_ends_no_cell(tmp_path: Path) -> None:
    lines = ["| Số ký hiệu | Ngày | Trích yếu | Bị thay thế bởi |", "|---|---|---|---|"]
    lines.append("| **12/2020/QĐ-UBND** | 1/7/20 | Mức a \\| b | [31/2025/QĐ-UBND](http://x) |")
    (tmp_path / "a.md").write_text("\n".join(lines) + "\n")
    assert edges(read(tmp_path / "a.md")) == {("31/2025/QĐ-UBND", "replaces", "12/2020/QĐ-UBND")}


TWO = [
    ["I. CÒN HIỆU LỰC"],
    ["STT", "Số ký hiệu", "Ngày ban hành", "Trích yếu"],
    ["1", "5/KH-UBND", "1/2/2025", "Kế hoạch A"],
    ["II. HẾT HIỆU LỰC"],
    ["TT", "Tên loại", "Ngày ban hành", "Số, ký hiệu", "Trích yếu", "Được thay thế bằng"],
    ["1", "Quyết định", "3/2/2016", "6/2016/QĐ-UBND", "Giá đất", "Quyết định số 7/2024/QĐ-UBND"],
]


def test_two_tables_below_each_other(tmp_path: Path) -> None:
    for name, rows in (("sheet", TWO), ("text", [row for row in TWO if len(row) > 1])):
        if name == "sheet":
            found = sheet(tmp_path, [list(row) for row in rows])
        else:
            lines = ["| " + " | ".join(row) + " |" for row in rows]
            (tmp_path / "a.md").write_text(
                "Danh mục.\n\n" + "\n".join([lines[0], "|---|---|---|---|", *lines[1:]]) + "\n"
            )
            found = read(tmp_path / "a.md")
        assert {d[1:3] for d in documents(found)} >= {("5/KH-UBND", "2025-02-01"), ("6/2016/QĐ-UBND", "2016-02-03")}, (
            name
        )
        assert edges(found) == {("7/2024/QĐ-UBND", "replaces", "6/2016/QĐ-UBND")}, name


def test_numbers_of_a_list_and_several_numbers_in_a_cell(tmp_path: Path) -> None:
    rows = [["Số ký hiệu", "Ngày ban hành"], ["1. 5/KH-UBND; 6/KH-UBND", "1/2/2025"], ["Xem thêm: 7/KH-UBND", ""]]
    found = sheet(tmp_path, rows)
    assert [d[1:3] for d in documents(found)] == [
        ("5/KH-UBND", "2025-02-01"), ("6/KH-UBND", None), ("7/KH-UBND", None),
    ]  # fmt: skip
    assert not any(d.code == "7/KH-UBND" and d.origins.get("code") == "register" for e in found for d in e.documents)
