"""Heads, symbols and titles as the pages of law portals have them."""

from __future__ import annotations

from itertools import product

import pytest

import graph
from graph.model import Document


def _own(text: str) -> Document:
    return next(document for document in graph.extract(text).documents if document.is_source)


_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
_DAYS = ["NGÀY 15 THÁNG 8 NĂM 1998", "NGÀY 15/8/1998", ""]
_OWNERS = ["CỦA CHÍNH PHỦ ", "CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH ", ""]
_NUMBERS = ["SỐ ", "SỐ: ", ""]


@pytest.mark.parametrize(("owner", "number", "day"), list(product(_OWNERS, _NUMBERS, _DAYS)))
def test_the_own_number_below_the_type_is_no_part_of_the_title(owner: str, number: str, day: str) -> None:
    for comma, glue in product(("", ","), ("", " ")):
        named = f"{owner}{number}61/1998/NĐ-CP{comma} {day}{glue if day else ' '}VỀ CÔNG TÁC\nTHANH TRA DOANH NGHIỆP"
        own = _own(
            f"CHÍNH PHỦ\n{_MOTTO}Số: 61/1998/NĐ-CP\nHà Nội, ngày 15 tháng 8 năm 1998\nNGHỊ ĐỊNH\n{named}\nCHÍNH PHỦ\n"
            "Căn cứ Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992;\n"
        )
        assert (own.code, own.date, own.title) == (
            "61/1998/NĐ-CP", "1998-08-15", "VỀ CÔNG TÁC THANH TRA DOANH NGHIỆP",
        ), named  # fmt: skip


def test_a_caption_above_the_document_is_not_its_title() -> None:
    own = _own(
        "THÔNG TƯ 19/2017/TT-BTC VỀ SỬA ĐỔI THÔNG TƯ 19/2016/TT-BTC DO BỘ TRƯỞNG BỘ TÀI CHÍNH BAN HÀNH\n\n"
        f"BỘ TÀI CHÍNH\n{_MOTTO}Số: 19/2017/TT-BTC\nHà Nội, ngày 09 tháng 11 năm 2017\n\nTHÔNG TƯ\n\n"
        "SỬA ĐỔI THÔNG TƯ SỐ 19/2016/TT-BTC NGÀY 27/6/2016\n\nCăn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;\n"
    )
    assert own.title == "SỬA ĐỔI THÔNG TƯ SỐ 19/2016/TT-BTC NGÀY 27/6/2016"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Quyết định số 45/2001/QĐ.UB ngày 05/3/2001", "45/2001/QĐ.UB"),
        ("Nghị quyết số 47/2007/NQ .HĐND ngày 25/01/2007", "47/2007/NQ.HĐND"),
        ("Tờ trình số 40/TTr.UB ngày 31/12/2002", "40/TTr.UB"),
        ("Chỉ thị số 12/CT.UBND ngày 31/12/2002", "12/CT.UBND"),
        ("Quyết định số 5/QĐ-TTg.UBND tỉnh giao các sở", "5/QĐ-TTg"),
        ("Quyết định số 15/2019/QĐ-UBND.HĐND tỉnh giám sát", "15/2019/QĐ-UBND"),
    ],
)
def test_a_full_stop_between_the_codes_of_type_and_body(words: str, code: str) -> None:
    documents = graph.extract(f"Căn cứ {words} của tỉnh;").documents
    assert code in [document.code for document in documents]


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("về việc ban hành Quy định quản lý trên địa bàn tỉnh Long An,\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành.",
         "về việc ban hành Quy định quản lý trên địa bàn tỉnh Long An"),
        ("về việc ban hành Quy định quản lý trên địa bàn tỉnh Long An, QUYẾT ĐỊNH: Điều 1. Ban hành.",
         "về việc ban hành Quy định quản lý trên địa bàn tỉnh Long An"),
        ("về việc thu phí QUYẾT NGHỊ:\nĐiều 1. Ban hành.", "về việc thu phí"),
        ("về “Tiếp tục đổi mới, nâng cao chất lượng”, công tác điều tra đã được các cấp quan tâm.",
         "về “Tiếp tục đổi mới, nâng cao chất lượng”"),
        ("về “Ngày pháp luật”, “Ngày môi trường” trên địa bàn tỉnh.",
         "về “Ngày pháp luật”, “Ngày môi trường” trên địa bàn tỉnh"),
    ],
)  # fmt: skip
def test_where_a_cited_title_ends(behind: str, title: str) -> None:
    documents = graph.extract(f"Theo Tờ trình số 350/TTr-SXD ngày 21/02/2014 của Sở Xây dựng {behind}").documents
    assert next(d for d in documents if d.code == "350/TTr-SXD").title == title
