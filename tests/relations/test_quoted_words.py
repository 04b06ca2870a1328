"""Words quoted as words: what they cite is neither subject nor object; the clause goes on behind them."""

from __future__ import annotations

import pytest
from marked import expected, facts
from test_closing import HEAD, OWN

A, B, C = "[a|Nghị định số 12/2015/NĐ-CP]", "[b|Nghị định số 13/2020/NĐ-CP]", "[c|Quyết định số 09/2023/QĐ-TTg]"
CHANGES = "self amends c (part)"
SENTENCES = [
    (f"2. Thay thế cụm từ “{A}” bằng cụm từ “{B}” tại khoản 3 Điều 5 {C}.", CHANGES),
    (f"2. Quyết định này thay thế cụm từ “quy định tại {A}” bằng cụm từ “quy định tại {B}” tại {C}.", CHANGES),
    (f"2. Thay thế các cụm từ “{A}”, “{B}” bằng cụm từ “văn bản mới” tại Điều 5 {C}.", CHANGES),
    (f'2. Thay thế cụm từ "{A}" thành "{B}" tại khoản 3 Điều 5 {C}.', CHANGES),
    (f"2. Bãi bỏ cụm từ “theo {A}” tại khoản 3 Điều 5 {C}.", CHANGES),
    (f"2. Bãi bỏ nội dung “theo {A}” tại khoản 3 Điều 5 {C}.", CHANGES),
    (f"2. Bổ sung cụm từ “và {A}” vào sau cụm từ “Luật Nhà ở” tại khoản 3 Điều 5 {C}.", CHANGES),
    (f"2. Bãi bỏ thủ tục: *“Đăng ký chế độ kế toán theo {A} hướng dẫn {B}”* tại {C} ngày 29/9/2023.", CHANGES),
    (f"2. Bãi bỏ dòng “{A}” tại Phụ lục I ban hành kèm theo {C}.", CHANGES),
    (f"2. Thay thế “{A}” bằng “{B}” trong các văn bản có liên quan.", ""),
    # marks around something else
    (f"2. Bãi bỏ {C} về việc “thực hiện chính sách”.", "self repeals c"),
    ("2. Bãi bỏ “[c|Quyết định số 09/2023/QĐ-TTg]”.", "self repeals c"),
]


@pytest.mark.parametrize(("article", "found"), SENTENCES)
def test_quoted_words_are_not_said(article: str, found: str) -> None:
    assert facts(OWN, HEAD + article) == expected(found)
