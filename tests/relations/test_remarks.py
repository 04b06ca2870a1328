"""Remarks without a subject: what is said in a row of a table is said of the row's document, what is said in an item of
the item's, and what is said of a provision below a heading of the document that the heading names."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

from graph.relations.abouts import Tables

OWN = "Quyết định 12/2026/QĐ-UBND"
HEAD = "QUYẾT ĐỊNH\nVề một số việc\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Công bố các văn bản trong bảng.\n\n"
A = "[a|Thông tư số 12/2019/TT-BTC] ngày 05/3/2019"
B = "[b|Thông tư số 13/2020/TT-BTC]"
C = "[c|Thông tư số 14/2021/TT-BTC]"


def table(last: str, cell: str) -> str:
    return f"| STT | Văn bản | Tên gọi | {last} |\n|---|---|---|---|\n| 1 | {A} | Quy định về phí | {cell} |\n"


REMARKS = [
    (table("Lý do hết hiệu lực", f"Được thay thế bởi {B}"), "b replaces a"),
    (table("Lý do hết hiệu lực", f"Bị bãi bỏ bởi {B}"), "b repeals a"),
    (table("Ghi chú", f"Đã được thay thế bằng {B}"), "b replaces a"),
    (table("Ghi chú", f"Thay thế bởi {B}"), "b replaces a"),
    (table("Ghi chú", f"Sửa đổi bởi: {B}; {C}"), "b amends a\nc amends a"),
    (table("Ghi chú", f"Hết hiệu lực một phần. Văn bản sửa đổi, bổ sung: {B}"), "b amends a"),
    (table("Văn bản sửa đổi, bổ sung", B), "b amends a"),
    (table("Văn bản thay thế", f"{B}, {C}"), "b replaces a\nc replaces a"),
    (table("Được sửa đổi, bổ sung bởi", B), "b amends a"),
    (f"1. {A} quy định về phí. Lý do hết hiệu lực: được thay thế bởi {B}.", "b replaces a"),
    (f"1. {A} quy định về phí.\n- Văn bản thay thế: {B}.", "b replaces a"),
    (f"28 {A} Quy định về phí 01/5/2019 - Hết hiệu lực một phần - Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần: {B}", "b amends a (part)"),
    (f"Điều 2. Một số điều của {A}\n1. Điều 3 (đã được sửa đổi tại khoản 7 Điều 1 {B}) quy định về phí.", "b amends a (part)"),
    (f"Điều 2. Một số điều của {A}\n1. Khoản 2 Điều 22 được sửa đổi, bổ sung theo {B}.", "b amends a (part)"),
    # another subject, another matter
    (table("Ghi chú", f"Mức phí được điều chỉnh theo {B}"), ""),
    (table("Văn bản liên quan", B), ""),
    (table("Văn bản được hướng dẫn", B), ""),
    (f"Điều 2. Một số điều của {A}\n1. Mức lương được điều chỉnh theo {B}.", ""),
    (f"Điều 2. Một số điều của {A} và {C}\n1. Điều 3 được sửa đổi theo {B}.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("remark", "told"), REMARKS)
def test_of_which_document_a_remark_speaks(remark: str, told: str) -> None:
    assert facts(OWN, HEAD + remark + "\n") == expected(told)


def test_each_table_has_its_own_heads() -> None:
    text = "| a | b |\n| 1 | 2 |\n| 3 | 4 |\n\n| c | d |\n| 5 | 6 |\nWords\n"
    tables = Tables()

    def heads(line: str) -> list[str]:
        return [text[start:end].strip() for start, end in tables.heads(text, text.index(line))]

    assert [heads("| 1"), heads("| 3"), heads("| 5")] == [["", "a", "b", ""], ["", "a", "b", ""], ["", "c", "d", ""]]
