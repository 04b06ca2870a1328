"""Provisions of one document parted by semicolons ("điểm a khoản 1 Điều 3; khoản 2 Điều 5 [Quyết định]"): the verb before
them reaches the document behind them. A line that breaks at such a semicolon begins a unit of its own unless provisions in small
letters follow, wherefore these sentences are no part of the metamorphic tests."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts
from test_closing import HEAD, OWN

A, B = "[a|Quyết định số 09/2023/QĐ-TTg]", "[b|Quyết định số 10/2023/QĐ-TTg]"
BOTH = "self amends a (part)\nself amends b (part)"
SENTENCES = [
    (f"2. Bãi bỏ điểm a khoản 1 Điều 3; khoản 2 Điều 5 {A}.", "self amends a (part)"),
    (f"2. Bãi bỏ khoản 4 Điều 10; các khoản 1, 2 Điều 12; Điều 15 của {A}.", "self amends a (part)"),
    (f"2. Sửa đổi, bổ sung điểm a khoản 1; điểm b, c khoản 2 Điều 5; Điều 6 {A} như sau:", "self amends a (part)"),
    (f"2. Bãi bỏ Phụ lục I; Phụ lục II ban hành kèm theo {A}.", "self amends a (part)"),
    (f"2. Bãi bỏ Chương VIII; Mục 2 Chương X {A}.", "self amends a (part)"),
    (f"2. Quyết định này bãi bỏ Mẫu số 01; Mẫu số 02 và Mẫu số 05 tại Phụ lục II {A}.", "self amends a (part)"),
    (
        f"2. Thay thế cụm từ “sở” bằng cụm từ “ban” tại khoản 1 Điều 2; khoản 3 Điều 7; Điều 9 {A}.",
        "self amends a (part)",
    ),
    (
        f"2. Quyết định này thay thế Danh mục thủ tục có số thứ tự 03, mục A; số thứ tự 01, 02, 03 mục B tại {A} và Quy trình có số thứ tự 03 phần I; số thứ tự 01 phần II tại {B}.",
        BOTH,
    ),
    (f"2. Bãi bỏ khoản 1 Điều 2; khoản 2 Điều 3 {A}; Điều 4 {B}.", BOTH),
    (
        f"2. Điểm a khoản 1 Điều 3; khoản 2 Điều 5 {A} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
        "self amends a (part)",
    ),
    # lists of numbers between the semicolons, and lines that break there
    (
        f"2. Bãi bỏ khoản 1, 2, 4 Điều 1; các khoản 1, 2 và 3 Điều 3; Chương II, Chương III; các Điều 30, 31; Phụ lục I, III và IV {A}.",
        "self amends a (part)",
    ),
    (f"2. Bãi bỏ khoản 2 Điều 1;\ncác khoản 1, 2 Điều 3;\nđiểm a khoản 3 Điều 15 {A}.", "self amends a (part)"),
    (f"2. Bãi bỏ các Điều 4, 5; Phụ lục I\nvà III; điểm a khoản 1 Điều 9 {A}.", "self amends a (part)"),
    # a clause of its own
    (f"2. Bãi bỏ khoản 1 Điều 2; việc thu phí theo khoản 2 Điều 3 {A}.", ""),
    (f"2. Bãi bỏ khoản 1 Điều 2; {A} tiếp tục được áp dụng.", ""),
    # other words of ending
    (f"2. {A} bị hủy bỏ.", "self repeals a"),
    (f"2. {A} hết giá trị pháp lý kể từ ngày Quyết định này có hiệu lực.", "self repeals a"),
    (f"2. Chấm dứt việc thực hiện {A} ngày 05/4/2023 của Thủ tướng Chính phủ.", "self repeals a"),
]


@pytest.mark.parametrize(("article", "found"), SENTENCES)
def test_provisions_of_one_document(article: str, found: str) -> None:
    assert facts(OWN, HEAD + article) == expected(found)
