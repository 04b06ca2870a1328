"""Decrees of 1945–1957: "SẮC LỆNH⏎CỦA CHỦ TỊCH … SỐ 34 NGÀY …", bases with "Chiểu", "Điều thứ 1", bare numbers.

Also decisions of the eighties whose pages lost the line with the type, or name the Chairman of the Council.
"""

# ruff: noqa: E501 (lines stay whole)
from __future__ import annotations

import itertools

import pytest
from statements import stated

from graph import extract

HEADS = (
    "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ {own} NGÀY 19 THÁNG 3 NĂM 1950\n\nCHỦ TỊCH CHÍNH PHỦ\n",
    "SẮC LỆNH\n\nCỦA CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA SỐ {own} NGÀY 19 THÁNG 3 NĂM 1950\n"
    "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA HỒ CHÍ MINH\n",
    "Nội dung toàn văn Sắc lệnh {own} tổ chức lại các Uỷ ban hành chính ở liên khu Việt Bắc và các tỉnh\n"
    "SẮC LỆNH\nCỦA CHỦ TỊCH PHỦ SỐ {own}\nNGÀY 19 THÁNG 3 NĂM 1950\nCHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA\n",
)
NUMBERS = ("34", "34-SL", "34/SL")
WORDS = ("Chiểu", "Chiểu theo", "Chiếu")
TYPES = ("Sắc lệnh", "sắc lệnh")
STOPS = (";", ",")
ENACTING = "RA SẮC LỆNH:\n{article} 1: Nay bãi bỏ Sắc lệnh số 12-SL ngày 20 tháng 8 năm 1948.\n"


@pytest.mark.parametrize("own", NUMBERS)
@pytest.mark.parametrize("head", HEADS)
def test_decree(head: str, own: str) -> None:
    for word, kind, stop, article in itertools.product(WORDS, TYPES, STOPS, ("Điều", "Điều thứ")):
        text = (
            head.format(own=own)
            + f"{word} {kind} số 63 ngày 22-11-1945 tổ chức chính quyền nhân dân{stop}\n"
            + f"{word} {kind} số 1-SL ngày 20-12-1946 đặt ra Uỷ ban Bảo vệ{stop}\n"
            + f"Chiểu đề nghị của Bộ trưởng Bộ Nội vụ{stop}\n"
            + ENACTING.format(article=article)
        )
        source = extract(text).source_document
        assert source is not None
        found = (source.code, source.type, source.date, source.issuer)
        assert found == (own, "Sắc lệnh", "1950-03-19", "Chủ tịch nước"), text
        bases = {(own, "based_on", "63"), (own, "based_on", "1-SL")}
        assert stated(text, beside=("cites", "issued_by")) == bases | {(own, "repeals", "12-SL")}, text


LETTER = "UBND TỈNH HÀ NAM\nSố: 12/UBND-NC\nV/v xử lý\nKính gửi: Các sở\n"


def test_carrying_out_is_no_basis() -> None:
    """ "chiểu Sắc lệnh thi hành" closes a decree; a letter that compares cites no basis."""
    assert stated(f"{LETTER}Đề nghị đối chiếu Sắc lệnh số 12-SL ngày 20 tháng 8 năm 1948.", of=("based_on",)) == set()


def test_chairman_of_the_council() -> None:
    text = (
        "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG\nSố: 264/CT\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 14 tháng 10 năm 1988\nQUYẾT ĐỊNH\nVề việc bán lương thực\nCHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG\n"
        "Căn cứ Nghị định số 50-HĐBT ngày 22 tháng 3 năm 1986;\nQUYẾT ĐỊNH:\nĐiều 1. Giao cho các tỉnh.\n"
    )
    source = extract(text).source_document
    assert source is not None and source.issuer == "Chủ tịch Hội đồng Bộ trưởng"
    assert stated(text, of=("based_on",)) == {("264/CT", "based_on", "50-HĐBT")}


@pytest.mark.parametrize("dash", ["", "- "])
@pytest.mark.parametrize("enacting", ["QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH\n"])
def test_the_line_with_the_type_is_lost(dash: str, enacting: str) -> None:
    """The line that decides is no title, with or without its colon."""
    text = (
        "ỦY BAN NHÂN DÂN | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 08/QĐ-UB | TP. Hồ Chí Minh, ngày 11 tháng 01 năm 1989 |\n"
        f"UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH\n{dash}Căn cứ Nghị định số 222/HĐBT ngày 05/12/1987 về lệ phí trước bạ;\n"
        f"{dash}Căn cứ Quyết định số 55/CP ngày 23-2-1980 về quản lý xe;\n{enacting}\nĐiều 1. Ban hành Quy định về quản lý xe.\n"
    )
    bases = {("08/QĐ-UB", "based_on", "222/HĐBT"), ("08/QĐ-UB", "based_on", "55/CP")}
    assert stated(text, of=("based_on",)) == bases
