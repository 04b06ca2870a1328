"""Words quoted as words: what they cite is neither subject nor object; the clause goes on behind them, over the
semicolons between them."""

from __future__ import annotations

from itertools import product

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


VERBS = ("Thay thế", "Sửa đổi", "Bãi bỏ", "Sửa đổi, bổ sung")
WORDS = (
    "cụm từ “nhà cũ” bằng “nhà”; “Sở” bằng “Chi cục”", "cụm từ “nhà cũ” bằng cụm từ “nhà”; cụm từ “Sở” bằng “Chi cục”",
    "cụm từ “nhà cũ” thành “nhà”; “Sở”, “Vụ” thành “Chi cục”; “Phòng” thành “Ban”", "các cụm từ “nhà cũ”; “Sở”",
    "cụm từ “nhà cũ” bằng “nhà” tại Điều 3; “Sở” bằng “Chi cục”", 'từ "cũ"; từ "Sở"',
    "cụm từ *“nhà cũ”*; cụm từ *“Sở”*",
)  # fmt: skip
MATTERS = (
    "“cấp huyện”", "cấp huyện, cấp xã", "“cấp huyện” và “cấp xã”", "Ủy ban nhân dân cấp huyện",
    "vị trí việc làm đối với “cấp huyện”, “Hội đồng nhân dân huyện”",
)  # fmt: skip
PLACES = ("tại Phụ lục II ban hành kèm theo", "tại khoản 3 Điều 5", "tại")


@pytest.mark.parametrize(("verb", "words", "place"), list(product(VERBS, WORDS, PLACES)))
def test_semicolons_between_words(verb: str, words: str, place: str) -> None:
    assert facts(OWN, f"{HEAD}2. {verb} {words} {place} {C}.") == expected(CHANGES)


@pytest.mark.parametrize(
    ("part", "matter", "place"),
    list(product(("các quy định liên quan đến", "một số nội dung có liên quan đến"), MATTERS, PLACES)),
)
def test_rules_told_by_what_they_are_about(part: str, matter: str, place: str) -> None:
    for verb in VERBS:
        assert facts(OWN, f"{HEAD}2. {verb} {part} {matter} {place} {C}.") == expected(CHANGES)


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (f"2. Thay thế cụm từ “Sở” bằng “Vụ” tại Điều 3 {C}; “Phòng” bằng “Ban” tại Điều 4 {B}.",
         "self amends c (part)\nself amends b (part)"),
        (f"2. Thay thế cụm từ “Sở” bằng “Vụ” tại Điều 3 {C}; “Phòng” được hiểu theo quy định tại {B}.", CHANGES),
        (f"2. Từ “Sở”; “Phòng” được hiểu theo quy định tại {B}.", ""),
        (f"2. Sở Tư pháp lập danh sách “A”; “B” theo mẫu tại {B}.", ""),
        (f"2. Thay thế hồ sơ có liên quan đến cấp huyện theo quy định tại {C}.", ""),
    ],
)  # fmt: skip
def test_other_semicolons(article: str, found: str) -> None:
    assert facts(OWN, HEAD + article) == expected(found)
