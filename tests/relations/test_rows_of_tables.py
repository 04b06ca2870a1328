"""Tables whose cells hold the title of the row's document, or what is noted of it."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from statements import stated

OLD, OTHER = "Quyết định số 10/2016/QĐ-UBND ngày 01/02/2016", "Quyết định số 11/2017/QĐ-UBND"
CELLS = [
    (f"Thay thế {OLD}", "replaces", "10/2016/QĐ-UBND"),
    (f"Thay thế toàn bộ {OLD}", "replaces", "10/2016/QĐ-UBND"),
    (f"Về việc thay thế {OLD}", "replaces", "10/2016/QĐ-UBND"),
    (f"Sửa đổi, bổ sung một số điều của {OLD}", "amends", "10/2016/QĐ-UBND"),
    (f"Về việc sửa đổi, bổ sung {OLD}", "amends", "10/2016/QĐ-UBND"),
    (f"Bãi bỏ {OLD}", "repeals", "10/2016/QĐ-UBND"),
    (f"Đính chính {OLD}", "corrects", "10/2016/QĐ-UBND"),
    (f"Thay thế {OTHER}", "replaces", "11/2017/QĐ-UBND"),
    ("Hướng dẫn thi hành Nghị quyết số 10/2016/NQ-HĐND", "guides", "10/2016/NQ-HĐND"),
    ("Triển khai thực hiện Nghị quyết số 10-NQ/TU ngày 01/02/2016", "implements", "10-NQ/TU"),
    ("Ban hành Kế hoạch thực hiện Nghị quyết số 10-NQ/TU", "implements", "10-NQ/TU"),
]
TABLES = [
    (
        "| STT | Loại | Số hiệu | Ngày | Trích yếu | Cơ quan |\n",
        "| {n} | Quyết định | {code} | 20/3/2023 | {cell} | Sở |\n",
    ),
    ("| TT | Tên văn bản | Ghi chú |\n", "| {n} | Quyết định số {code} ngày 20/3/2023 | {cell} |\n"),
    ("| TT | Văn bản | Tên gọi | Ghi chú |\n", "| {n} | {code} | Quy định về phí | {cell} |\n"),
    ("STT | Loại | Số hiệu | Ngày | **Trích yếu nội dung** |\n", "{n} | Quyết định | {code} | 20/3/2023 | {cell} |\n"),
]
HEADS = [
    "",
    "DANH MỤC VĂN BẢN\n",
    "UBND TỈNH A\nSố: 900/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc công bố danh mục văn bản\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Công "
    "bố danh mục.\nPHỤ LỤC\nDANH MỤC VĂN BẢN\n(Ban hành kèm theo Quyết định số 900/QĐ-UBND)\n",
]
NEXT = "Quy định mức thu học phí"


@pytest.mark.parametrize("table", TABLES, ids=["five", "notes", "titles", "bars"])
@pytest.mark.parametrize("cell", CELLS, ids=[f"{predicate}-{number}" for number, (_, predicate, _) in enumerate(CELLS)])
def test_what_a_cell_says_the_document_of_its_row_does(cell: tuple[str, str, str], table: tuple[str, str]) -> None:
    words, predicate, code = cell
    names, row = table
    for head, ruled in product(HEADS, ("", "|---" * names.count("|") + "\n")):
        text = head + names + ruled + row.format(n=1, code="12/2023/QĐ-UBND", cell=words)
        text += row.format(n=2, code="99/2023/QĐ-UBND", cell=NEXT)
        assert stated(text) == {("12/2023/QĐ-UBND", predicate, code)}


def test_what_was_done_to_the_document_of_a_row() -> None:
    notes = {
        "Thay thế bằng Quyết định số 20/2025/QĐ-UBND": {("20/2025/QĐ-UBND", "replaces", "12/2023/QĐ-UBND")},
        "Được thay thế bởi Quyết định số 20/2025/QĐ-UBND": {("20/2025/QĐ-UBND", "replaces", "12/2023/QĐ-UBND")},
        "Bị bãi bỏ tại Quyết định số 20/2025/QĐ-UBND": {("20/2025/QĐ-UBND", "repeals", "12/2023/QĐ-UBND")},
        "Quyết định số 20/2025/QĐ-UBND ngày 20/9/2025 thay thế": {("20/2025/QĐ-UBND", "replaces", "12/2023/QĐ-UBND")},
        "Quyết định số 20/2025/QĐ-UBND đã bãi bỏ": {("20/2025/QĐ-UBND", "repeals", "12/2023/QĐ-UBND")},
        "Đã có Quyết định số 20/2025/QĐ-UBND thay thế": {("20/2025/QĐ-UBND", "replaces", "12/2023/QĐ-UBND")},
        "Do Quyết định số 20/2025/QĐ-UBND sửa đổi, bổ sung": {("20/2025/QĐ-UBND", "amends", "12/2023/QĐ-UBND")},
        "Quyết định số 20/2025/QĐ-UBND chưa thay thế": set(),
        "Quyết định số 20/2025/QĐ-UBND thay thế mẫu biểu": set(),
        "Đề nghị bãi bỏ Quyết định số 26/2012/QĐ-UBND": set(),
        "Còn hiệu lực, thực hiện theo Quyết định số 26/2012/QĐ-UBND": set(),
    }
    for note, facts in notes.items():
        table = f"| TT | Tên văn bản | Ghi chú |\n|---|---|---|\n| 1 | Quyết định số 12/2023/QĐ-UBND | {note} |\n"
        assert stated(table) == facts, note


@pytest.mark.parametrize("column", ["Kiến nghị", "Nhiệm vụ", "Nội dung công việc", "Cơ quan chủ trì"])
def test_other_columns_tell_nothing_of_the_document_of_the_row(column: str) -> None:
    table = f"| TT | Tên văn bản | {column} |\n|---|---|---|\n| 1 | Luật Đất đai năm 2024 | Sửa đổi {OLD} |\n"
    assert stated(table) == set()


def test_a_row_of_a_plan_is_a_task() -> None:
    text = (
        "UBND TỈNH A\nSố: 90/KH-UBND\nKẾ HOẠCH\nRà soát văn bản\nI. NHIỆM VỤ\n| TT | Tên văn bản | Ghi chú |\n|---|---|---|\n"
        f"| 1 | Quyết định số 12/2023/QĐ-UBND | Thay thế {OLD} |\n"
    )
    assert stated(text) == set()
