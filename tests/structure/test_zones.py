"""The parts that speak for a document itself: its title, its preamble, its purposes."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph.structure.parts import find_zones

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
