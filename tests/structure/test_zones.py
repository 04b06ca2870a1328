"""The parts that speak for a document itself: its title, its preamble, its purposes."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph.structure.parts import annexes, closed, find_zones, next_row

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI\n-------\n\nSố: 12/2026/QĐ-UBND\n\n"
# own type, text, a piece of it, its part
PLACES = [
    ("quyết định", "QUYẾT ĐỊNH\nVề phí @và lệ phí\n\nCăn cứ Luật A;\n\nĐiều 1. Phí.", "title"),
    ("quyết định", "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ @Luật A;\n\nĐiều 1. Phí.", "preamble"),
    ("quyết định", "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ Luật A;\nXét đề nghị @của Sở;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phí.", "preamble"),
    ("quyết định", "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ Luật A;\n\nĐiều 1. @Phí.", "body"),
    ("quyết định", "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ Luật A;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. @Phí.", "body"),
    ("quyết định", "**QUYẾT ĐỊNH**\n\n**Về phí @và lệ phí**\n\nCăn cứ Luật A;\n\nĐiều 1. Phí.", "title"),
    ("quyết định", "QUYẾT\nĐỊNH\nVề phí @và lệ phí\n\nCăn cứ Luật A;\n\nĐiều 1. Phí.", "title"),
    ("quyết định", "QUYẾT ĐỊNH VỀ PHÍ @VÀ LỆ PHÍ\n\nCăn cứ Luật A;\n\nĐiều 1. Phí.", "title"),
    ("nghị quyết", "NGHỊ QUYẾT\nQUY ĐỊNH MỨC CHI @THỰC HIỆN\nCÁC CHÍNH SÁCH\n\nCăn cứ Luật A;\n\nĐiều 1. Chi.", "title"),
    ("nghị quyết", "NGHỊ QUYẾT\nQUY ĐỊNH MỨC CHI THỰC HIỆN\nCÁC CHÍNH @SÁCH\n\nCăn cứ Luật A;\n\nĐiều 1. Chi.", "title"),
    ("kế hoạch", "KẾ HOẠCH\nTriển khai @Luật A\n\nThực hiện Luật A, tỉnh ban hành Kế hoạch:\n\nI. MỤC ĐÍCH\n1. Mục đích\nB", "title"),
    ("kế hoạch", "KẾ HOẠCH\nTriển khai Luật A\n\nThực hiện @Luật A, tỉnh ban hành Kế hoạch:\n\nI. MỤC ĐÍCH\n1. Mục đích\nB", "preamble"),
    ("kế hoạch", "KẾ HOẠCH\nTriển khai Luật A\n\nThực hiện Luật A:\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nTriển khai @Luật B.\n\nII. NHIỆM VỤ\nC", "purpose"),
    ("kế hoạch", "KẾ HOẠCH\nTriển khai Luật A\n\nThực hiện Luật A:\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nTriển khai Luật B.\n\nII. NHIỆM VỤ\n@C", "body"),
    ("kế hoạch", "KẾ HOẠCH\nTriển khai Luật A\n\nThực hiện Luật A:\n\nI. MỤC ĐÍCH\n1. Mục đích\nTriển khai toàn diện, kịp thời Luật B.\n2. Yêu cầu\n@C\n\nII. NHIỆM VỤ\nD", "body"),
    ("công văn", "V/v triển khai @Luật A\n\nKính gửi: Các sở.\n\nThực hiện Luật A, đề nghị:\n\n1. Rà soát.", "title"),
    ("công văn", "V/v triển khai Luật A\n\nKính gửi: Các sở.\n\nThực hiện @Luật A, đề nghị:\n\n1. Rà soát.", "preamble"),
    ("kế hoạch", "KẾ HOẠCH\nXây dựng văn bản\nnăm 2026\n1. Ban hành Quyết định @thay thế Luật A.\n2. Rà soát.", "body"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "marked", "part"), PLACES)
def test_parts(own: str, marked: str, part: str) -> None:
    at = len(HEAD) + marked.index("@")
    zones = find_zones(HEAD + marked.replace("@", ""), own)
    assert zones.of(at) == part


def test_what_stands_before_the_title_is_the_head() -> None:
    assert find_zones(HEAD + "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ Luật A;\n\nĐiều 1. Phí.", "quyết định").of(5) == "head"


def test_a_text_without_a_type_line() -> None:
    text = "Về việc triển khai Luật A\n\nCăn cứ Luật B;\n\nĐiều 1. Phí."
    zones = find_zones(text)
    assert zones.of(text.index("Luật B")) == "preamble"
    assert zones.of(text.index("Phí")) == "body"


@pytest.mark.parametrize("text", ["", "\n", "A", "QUYẾT ĐỊNH", "Căn cứ", "V/v "])
def test_parts_of_hardly_any_text(text: str) -> None:
    zones = find_zones(text)
    for start, end in (zones.title, zones.preamble, zones.purpose):
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize("line", ["Nơi nhận:", "NƠI NHẬN:", "*Nơi nhận* :", "**NƠI NHẬN:**"])
def test_where_a_document_closes(line: str) -> None:
    text = f"Điều 3. Thi hành.\n\n{line}\n- Như trên."
    assert closed(text, 0, len(text)) == text.index("\n" + line)


def test_annexes_with_their_labels() -> None:
    note = "\n(Kèm theo Quyết định số 1/QĐ-UBND)\n"
    text = f"Điều 1. Phụ lục I kèm theo.\n\nPHỤ LỤC I\nDANH MỤC{note}1. A\n\nPhụ lục số 2{note}1. B\n\nDANH MỤC{note}1. C\n"
    found = annexes(text + "D" * 700 + f"\nDANH MỤC{note}1. E", 0)
    assert [annex.label for annex in found] == ["i", "2", ""]
    assert text[found[0].body : found[0].end].strip() == "1. A"
    assert annexes("Điều 1. Phí.\nPHỤ LỤC I\n1. A", 0) == []


@pytest.mark.parametrize(("between", "other"), [("\n11\n", True), (" \n 11. \n", True), (" 11 ", False), ("\n", False)])
def test_the_number_of_the_next_row(between: str, other: bool) -> None:
    text = f"Chương trình số 12{between}Thể chế hóa"
    assert next_row(text, 18, text.index("Thể")) == other
