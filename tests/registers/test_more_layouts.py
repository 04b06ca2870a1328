"""Registers as offices have them, made anew after public ones: books of mail that goes out, states in many words, marks
in columns of states, remarks that say what came instead, tables on their side, what Excel hides."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from office_files import sheet

from graph.domain.register_heads import mapped, roles_of
from graph.domain.register_states import state_of
from graph.model import Extraction

pytest.importorskip("python_calamine")
pytest.importorskip("openpyxl")


def own(found: list[Extraction]) -> list[tuple[str | None, ...]]:
    """Of each row the document that is the row's."""
    return [(d.type, d.code, d.date, d.title) for e in found for d in e.documents[:1] if d.origins.get("code")]


def edges(found: list[Extraction]) -> set[tuple[str | None, str, str | None]]:
    codes = {d.id: d.code or d.name for e in found for d in e.documents}
    return {
        (codes[r.subject], r.predicate, codes[r.object])
        for e in found
        for r in e.relations
        if r.predicate not in ("cites", "issued_by")
    }


def states(found: list[Extraction]) -> dict[str | None, tuple[str, str | None, bool]]:
    """The first of each, which is the one with a day where there is one."""
    codes = {d.id: d.code for e in found for d in e.documents}
    return {codes[f.document]: (f.kind, f.date, bool(f.provisions)) for e in found for f in reversed(e.effects)}


@pytest.mark.parametrize(
    ("heads", "number"),
    [
        (("Số đi", "Ngày tháng", "Trích yếu", "Nơi nhận"), 0),
        (("Số đến", "Ngày VB", "CQ ban hành", "Trích yếu"), 0),
        (("Số đến", "Số, ký hiệu", "Ngày VB", "Trích yếu"), 1),
        (("Số đi", "Số hiệu", "Ngày VB", "Trích yếu"), 1),
        (("TT", "Số KH", "Ngày BH", "Nội dung"), 1),
        (("TT", "Số QĐ", "Ngày BH", "Nội dung"), 1),
        (("TT", "Số tờ trình", "Ngày BH", "Nội dung"), 1),
        (("Number", "Date", "Authority", "Title"), 0),
        (("Số đến", "Ngày đến", "Nơi nhận"), None),
        (("Number", "Price", "Total"), None),
        (("Số TT", "Họ tên", "Ngày sinh"), None),
    ],
)
def test_where_the_number_stands(heads: tuple[str, ...], number: int | None) -> None:
    assert mapped(heads).get("number") == number


def test_numbers_of_mail_that_goes_out_and_of_mail_that_comes_in() -> None:
    assert mapped(("Số đi", "Ký hiệu", "Ngày", "Trích yếu"))["count"] == 0
    assert "count" not in mapped(("Số đến", "Ký hiệu", "Ngày", "Trích yếu"))  # counts what came, not who issued it
    assert roles_of("Số lượng") == ()


def test_a_book_of_outgoing_mail(tmp_path: Path) -> None:
    rows = [
        ["SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM 2024"],
        ["Số đi", "Ký hiệu", "Ngày văn bản", "Tên loại và trích yếu", "Người ký", "Nơi nhận", "Ghi chú"],
        [15, "BC-SNV", datetime(2024, 3, 5), "Báo cáo kết quả rà soát", "A", "UBND tỉnh An Giang", ""],
        [16, "SNV-VP", datetime(2024, 3, 6), "V/v cử công chức", "B", "Sở Tài chính", ""],
    ]
    assert own(sheet(tmp_path, rows)) == [
        ("Báo cáo", "15/BC-SNV", "2024-03-05", "kết quả rà soát"),
        ("Công văn", "16/SNV-VP", "2024-03-06", "V/v cử công chức"),
    ]


def test_the_number_of_arrival_is_no_number_of_a_document(tmp_path: Path) -> None:
    rows = [
        ["Số đến", "Ký hiệu", "Ngày văn bản", "Trích yếu"],
        [1, "KH-UBND", "5/3/2024", "Kế hoạch A"],
        [2, "83/KH-UBND", "6/3/2024", "Kế hoạch B"],
    ]
    assert [d[1] for d in own(sheet(tmp_path, rows)) if d[1]] == ["83/KH-UBND"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Còn hiệu lực", "Còn hiệu lực"),
        ("còn HL", "Còn hiệu lực"),
        ("Đang còn hiệu lực thi hành", "Còn hiệu lực"),
        ("In force", "Còn hiệu lực"),
        ("Effective", "Còn hiệu lực"),
        ("Valid", "Còn hiệu lực"),
        ("Hết HL", "Hết hiệu lực"),
        ("Không còn hiệu lực", "Hết hiệu lực"),
        ("No longer in force", "Hết hiệu lực"),
        ("Expired", "Hết hiệu lực"),
        ("REPEALED", "Hết hiệu lực"),
        ("Hết hiệu lực 1 phần", "Hết hiệu lực một phần"),
        ("Hết HL một phần.", "Hết hiệu lực một phần"),
        ("Partially expired", "Hết hiệu lực một phần"),
        ("Đã bị thay thế một phần", "Hết hiệu lực một phần"),
        ("Chưa có hiệu lực", None),
        ("Not yet in force", None),
        ("Không còn phù hợp", None),
        ("Đang xem xét bãi bỏ", None),
        ("Đề nghị hết hiệu lực", None),
        ("in force until 2027", None),
        ("", None),
    ],
)
def test_states_in_the_words_of_offices(words: str, state: str | None) -> None:
    assert state_of(words) == state


def test_states_in_english_are_force(tmp_path: Path) -> None:
    rows = [
        ["Number", "Date", "Authority", "Title", "Status", "Expiry date"],
        ["15/2020/NĐ-CP", "2020-02-03", "Government", "A", "In force", None],
        ["16/2020/NĐ-CP", "2020-02-04", "Government", "B", "Expired", "31/12/2022"],
        ["17/2020/NĐ-CP", "2020-02-04", "Government", "C", "Partly expired", None],
        ["18/2020/NĐ-CP", "2020-02-04", "Government", "D", "Not yet in force", None],
        ["19/2020/NĐ-CP", "2020-02-04", "Government", "E", "Superseded by Decree No. 25/2021/NĐ-CP", None],
    ]
    found = sheet(tmp_path, rows)
    said = states(found)
    assert said["15/2020/NĐ-CP"] == ("in-force", None, False)
    assert said["16/2020/NĐ-CP"][:2] == ("ended", "2022-12-31")
    assert said["17/2020/NĐ-CP"][0] == "ended" and said["17/2020/NĐ-CP"][2]
    assert "18/2020/NĐ-CP" not in said
    assert edges(found) == {("25/2021/NĐ-CP", "replaces", "19/2020/NĐ-CP")}


def test_marks_in_columns_of_states(tmp_path: Path) -> None:
    rows = [
        ["DANH MỤC VĂN BẢN ĐƯỢC RÀ SOÁT"],
        ["TT", "Văn bản được rà soát", None, None, "Kết quả rà soát", None, None],
        [None, "Số, ký hiệu", "Ngày tháng năm ban hành", "Tên gọi", "Còn hiệu lực", "Hết hiệu lực", "Đề nghị bãi bỏ"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1, "5/2020/QĐ-UBND", "03/02/2020", "Giá đất", "x", None, None],
        [2, "6/2020/QĐ-UBND", "04/02/2020", "Giá nước", None, "X", None],
        [3, "7/2020/QĐ-UBND", "04/02/2020", "Giá điện", None, None, "x"],
        [4, "8/2020/QĐ-UBND", "04/02/2020", "Giá rác", None, "không", None],
        [5, "9/2020/QĐ-UBND", "04/02/2020", "Giá xe", "x", "x", None],
    ]
    assert states(sheet(tmp_path, rows)) == {
        "5/2020/QĐ-UBND": ("in-force", None, False),
        "6/2020/QĐ-UBND": ("ended", None, False),
    }


@pytest.mark.parametrize(
    ("note", "right"),
    [
        ("Thay thế bằng QĐ số 99/QĐ-UBND ngày 1/3/2024", {("99/QĐ-UBND", "replaces", "12/QĐ-UBND")}),
        ("Được thay thế bởi Quyết định số 99/QĐ-UBND", {("99/QĐ-UBND", "replaces", "12/QĐ-UBND")}),
        ("Đã bị bãi bỏ bởi QĐ 99/2024/QĐ-UBND", {("99/2024/QĐ-UBND", "repeals", "12/QĐ-UBND")}),
        ("bị sửa đổi, bổ sung bởi Quyết định số 99/QĐ-UBND", {("99/QĐ-UBND", "amends", "12/QĐ-UBND")}),
        ("Replaced by 99/2024/QĐ-UBND", {("99/2024/QĐ-UBND", "replaces", "12/QĐ-UBND")}),
        ("Sẽ được thay thế bằng Quyết định số 99/QĐ-UBND", set()),
        ("Chưa được thay thế bởi Quyết định số 99/QĐ-UBND", set()),
        ("Thay thế Quyết định số 99/QĐ-UBND", set()),
        ("Quyết định số 99/QĐ-UBND được thay thế", set()),
        ("Đề nghị thay thế bằng Quyết định số 99/QĐ-UBND", set()),
    ],
)
def test_a_remark_that_says_what_came_instead(note: str, right: set[Any], tmp_path: Path) -> None:
    rows = [
        ["STT", "Số", "Ký hiệu", "Ngày", "Trích yếu", "Ghi chú"],
        [1, 12, "QĐ-UBND", "5/1/24", "Về việc thành lập Tổ công tác", note],
    ]
    assert edges(sheet(tmp_path, rows)) == right


UPRIGHT = [
    ["Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Bị thay thế bởi"],
    ["5/2020/QĐ-UBND", "3/2/2020", "UBND tỉnh An Giang", "Giá đất", "7/2024/QĐ-UBND"],
    ["6/2020/QĐ-UBND", "4/2/2020", "UBND tỉnh An Giang", "Giá nước", None],
    ["8/2020/QĐ-UBND", "5/2/2020", "UBND tỉnh An Giang", "Học phí", None],
]


def turned(rows: list[list[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("above", [[], [["THÔNG TIN VĂN BẢN"], []]])
def test_a_table_on_its_side(count: int, above: list[list[Any]], tmp_path: Path) -> None:
    right = sheet(tmp_path, UPRIGHT[:count])
    found = sheet(tmp_path, [*above, *turned(UPRIGHT[:count])])
    assert own(found) == own(right) and len(own(found)) == count - 1
    assert edges(found) == edges(right) == {("7/2024/QĐ-UBND", "replaces", "5/2020/QĐ-UBND")}


def test_what_excel_hides_is_read_for_filters_hide_it(tmp_path: Path) -> None:
    rows = [["Số, ký hiệu", "Ngày", "Trích yếu", "Bị thay thế bởi"], *([r[0], r[1], r[3], r[4]] for r in UPRIGHT[1:])]

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["D"].hidden = True

    found = sheet(tmp_path, rows, hide)
    assert [d[1] for d in own(found)] == ["5/2020/QĐ-UBND", "6/2020/QĐ-UBND", "8/2020/QĐ-UBND"]
    assert edges(found) == {("7/2024/QĐ-UBND", "replaces", "5/2020/QĐ-UBND")}


def test_sections_totals_and_sheets(tmp_path: Path) -> None:
    def more(first: Any) -> None:
        first.title = "Bìa"
        second = first.parent.create_sheet("Tổng hợp")
        for row in (["Loại", "Số lượng"], ["Quyết định", 2], ["Cộng", 2]):
            second.append(row)
        third = first.parent.create_sheet("Danh mục")
        for row in (
            ["STT", "Số ký hiệu", "Ngày ban hành", "Trích yếu", "Thời điểm có hiệu lực"],
            ["I", "NGHỊ QUYẾT CỦA HĐND TỈNH AN GIANG", None, None, None],
            [1, "01/2024/NQ-HĐND", "ngày 01 tháng 01 năm 2024", "A", "10/01/2024"],
            ["Cộng I", None, 1],
            ["II. QUYẾT ĐỊNH CỦA UBND TỈNH AN GIANG"],
            [2, "02/2024/QĐ-UBND", "02-01-2024", "B", "12.01.2024"],
            ["Tổng số: 02 văn bản"],
        ):
            third.append(row)

    found = sheet(tmp_path, [["SỔ THEO DÕI"], ["Năm 2024"]], more)
    assert own(found) == [
        ("Nghị quyết", "01/2024/NQ-HĐND", "2024-01-01", "A"),
        ("Quyết định", "02/2024/QĐ-UBND", "2024-01-02", "B"),
    ]
    assert {(d.issuer, d.place) for e in found for d in e.documents} == {
        ("Hội đồng nhân dân tỉnh", "An Giang"), ("Ủy ban nhân dân tỉnh", "An Giang"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        ("Luật", "Luật Hộ tịch", "Luật Hộ tịch"),
        ("Luật", "Luật tố tụng hành chính", "Luật tố tụng hành chính"),
        ("Luật", "Luật sửa đổi, bổ sung một số điều của Luật Công chứng",
         "Luật sửa đổi, bổ sung một số điều của Luật Công chứng"),
        ("Luật", "Hộ tịch", "Luật Hộ tịch"),
        ("Luật", "Luật sư", "Luật Luật sư"),
        ("Pháp lệnh", "Pháp lệnh Cảnh sát môi trường", "Pháp lệnh Cảnh sát môi trường"),
    ],
)  # fmt: skip
def test_a_law_is_not_called_a_law_twice(kind: str, title: str, name: str, tmp_path: Path) -> None:
    rows = [
        ["Số ký hiệu", "Ngày ban hành", "Loại văn bản", "Cơ quan ban hành", "Trích yếu"],
        ["199/2031/QH17", "24/4/2031", kind, "Quốc hội", title],
    ]
    (found,) = sheet(tmp_path, rows)
    assert (found.documents[0].name, found.documents[0].title) == (name, title)
