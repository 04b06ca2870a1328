"""Emphasis inside a word, number or symbol changes nothing; a mark between two words keeps them apart."""

from __future__ import annotations

import pytest

from graph import extract
from graph.normalise import normalise

# text as read, text as matched
INSIDE = [
    ("C**ă**n cứ", "Căn cứ"),
    ("**TH****Ủ TƯỚNG**", "**THỦ TƯỚNG**"),
    ("**C**ăn cứ", "**Căn cứ"),
    ("số 0**9**/2023/NĐ-CP", "số 09/2023/NĐ-CP"),
    ("Nghị định **1**52/2025/NĐ-CP", "Nghị định **152/2025/NĐ-CP"),
    ("số 18**-NQ/TW**", "số 18-NQ/TW**"),
    ("số 63**/**2010**/**NĐ-CP", "số 63/2010/NĐ-CP"),
    ("số 12/Q**Đ**-UBND", "số 12/QĐ-UBND"),
    ("số 203/2025/QH**15**", "số 203/2025/QH15**"),
    ("tương đ***ang tiếp tục", "tương đang tiếp tục"),
    ("v**à** hư**ớ**ng dẫn", "và** hướng dẫn"),
    ("N<b>gh</b>ị định", "Nghị định"),
    ("ho**à** bình", "hòa** bình"),
    ("a**n** to\u0300a", "an** tòa"),
]
# not one word: footnote letters, glued ends of emphasis, products, blanks to be filled in
APART = [
    "**Ban Chính sách**thuộc Cục",
    "Quyết định**số**12",
    "theo nguồn **a**TTXVN",
    "diện tích 10*3 m",
    "(m2*giờ)",
    "ngày__tháng__năm__",
    "Nghị quyết**của Quốc hội**",
]


@pytest.mark.parametrize(("text", "matched"), INSIDE)
def test_marks_inside_a_word_vanish(text: str, matched: str) -> None:
    assert normalise(text).text == matched


@pytest.mark.parametrize("text", APART)
def test_other_marks_stay(text: str) -> None:
    assert normalise(text).text == text


@pytest.mark.parametrize("text", [pair[0] for pair in INSIDE] + APART)
def test_offsets_lead_back(text: str) -> None:
    """Every matched character leads to a stretch of the text as read that holds it, in order."""
    matched = normalise(text)
    at = 0
    for number, character in enumerate(matched.text):
        start, end = matched.start(number), matched.end(number + 1)
        assert at <= start < end <= len(text)
        assert normalise(text[start:end]).text.casefold() == character.casefold() or character in "òaà"
        at = end


def test_a_bold_digit_belongs_to_the_number() -> None:
    text = "Căn c**ứ** Nghị định số 0**9**/2023/NĐ-**CP** ngày 01/3/2023 của Chính phủ;"
    extraction = extract(text)
    assert [d.code for d in extraction.documents[1:]] == ["09/2023/NĐ-CP"]
    (mention,) = extraction.mentions
    assert mention.text == text[mention.start : mention.end] == "Nghị định số 0**9**/2023/NĐ-**CP"
    assert "based_on" in {r.predicate for r in extraction.relations}
