"""Numbers torn by blanks, marks of footnotes and stamps glued to a symbol, ordinals that look like types."""

from __future__ import annotations

import pytest
from facts import codes, mentions

from graph import extract

# text, words of the only mention, its code
ONE = [
    # digits torn by the spans of a word processor or web page
    ("theo Nghị quyết số 20 3 /2025/QH15 của Quốc hội", "Nghị quyết số 20 3 /2025/QH15", "203/2025/QH15"),
    ("Căn cứ Nghị định số 1 5/2020/NĐ-CP ngày 03 tháng 02 năm 2020;", "Nghị định số 1 5/2020/NĐ-CP", "15/2020/NĐ-CP"),
    ("Căn cứ Thông tư số 0 1/2011/TT-BNV ngày 19/01/2011;", "Thông tư số 0 1/2011/TT-BNV", "01/2011/TT-BNV"),
    ("Quyết định số 7 49/QĐ-TTg ngày 03/6/2020", "Quyết định số 7 49/QĐ-TTg", "749/QĐ-TTg"),
    ("Quyết định 7 49/QĐ-TTg ngày 03/6/2020", "Quyết định 7 49/QĐ-TTg", "749/QĐ-TTg"),
    ("Kế hoạch số 1 0 2/KH-UBND", "Kế hoạch số 1 0 2/KH-UBND", "102/KH-UBND"),
    ("Nghị định số 15/20 20/NĐ-CP của Chính phủ", "Nghị định số 15/20 20/NĐ-CP", "15/2020/NĐ-CP"),
    ("Nghị định số 15/2 020/NĐ-CP của Chính phủ", "Nghị định số 15/2 020/NĐ-CP", "15/2020/NĐ-CP"),
    # codes torn
    ("Nghị định số 15/2020/N Đ-CP của Chính phủ", "Nghị định số 15/2020/N Đ-CP", "15/2020/NĐ-CP"),
    ("Quyết định số 749/QĐ-T Tg ngày 03/6/2020", "Quyết định số 749/QĐ-T Tg", "749/QĐ-TTg"),
    ("Kế hoạch số 83/KH-U BND của tỉnh", "Kế hoạch số 83/KH-U BND", "83/KH-UBND"),
    ("Nghị định số 15/2020/NĐ- C P của Chính phủ", "Nghị định số 15/2020/NĐ- C P", "15/2020/NĐ-CP"),
    # marks of footnotes
    ("Căn cứ Luật Đất đai[2] số 45/2013/QH13;", "Luật Đất đai[2] số 45/2013/QH13", "45/2013/QH13"),
    ("Căn cứ Luật Đất đai (2) số 45/2013/QH13;", "Luật Đất đai (2) số 45/2013/QH13", "45/2013/QH13"),
    ("Căn cứ Luật Đất đai² số 45/2013/QH13;", "Luật Đất đai² số 45/2013/QH13", "45/2013/QH13"),
    ("Căn cứ Nghị định[3] số 12/2020/NĐ-CP;", "Nghị định[3] số 12/2020/NĐ-CP", "12/2020/NĐ-CP"),
    ("Căn cứ Quyết định số 749/QĐ-TTg¹;", "Quyết định số 749/QĐ-TTg", "749/QĐ-TTg"),
    ("Chỉ thị số 05-CT/TW² ngày 15/5/2016", "Chỉ thị số 05-CT/TW", "05-CT/TW"),
    ("Chỉ thị số 05-CT/TW[12] ngày 15/5/2016", "Chỉ thị số 05-CT/TW", "05-CT/TW"),
    ("Kế hoạch số 83/KH-UBND3 ngày 04/6/2018", "Kế hoạch số 83/KH-UBND", "83/KH-UBND"),
    ("Kế hoạch số 83/KH-UBND13 ngày 04/6/2018", "Kế hoạch số 83/KH-UBND", "83/KH-UBND"),
    # a stamp or a motto behind a lone dash
    ("Nghị định số 79/2025/NĐ-CP-CỔNG THÔNG TIN ĐIỆN TỬ", "Nghị định số 79/2025/NĐ-CP", "79/2025/NĐ-CP"),
    ("Nghị định số 79/2025/NĐ-CP - CỘNG HÒA XÃ HỘI", "Nghị định số 79/2025/NĐ-CP", "79/2025/NĐ-CP"),
    ("Quyết định số 12/QĐ-UBND - ĐỘC LẬP TỰ DO", "Quyết định số 12/QĐ-UBND", "12/QĐ-UBND"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code"), ONE)
def test_one_document(text: str, words: str, code: str) -> None:
    assert mentions(text) == [words]
    assert codes(text) == [code]


# text, codes of all mentions: what a blank divides is not always torn
SEVERAL = [
    ("Nghị quyết số 18, 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
    ("theo Điều 7 Nghị định số 49/2010/NĐ-CP", ["49/2010/NĐ-CP"]),
    ("| 7 | 49/QĐ-UBND | 12/3/2020 |", ["49/QĐ-UBND"]),
    ("năm 2020 15/2020/NĐ-CP", ["15/2020/NĐ-CP"]),
    ("Quyết định số 12/QĐ-UBND ND", ["12/QĐ-UBND"]),
    ("mức thu tại Số TT 4 của Biểu; Thông tư số 4/2020/TT-BTC", ["4/2020/TT-BTC"]),
    ("số TT 12 Phụ lục", []),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_what_is_not_torn(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_short_form_never_takes_a_document_of_another_type() -> None:
    text = "Nghị định số 1. Căn cứ số 1/2011/TT-BNV ngày 19/01/2011; Quyết định 5 và số 5/2020/QH14."
    assert [d.code for d in extract(text).documents[1:]] == ["1", "1/2011/TT-BNV", "5", "5/2020/QH14"]
