"""Heads of older papers as portals print them: the number stands in the title, no line of the head begins with it."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

# type line, owner, number, canonical type, issuer
PAPERS = (
    ("NGHỊ ĐỊNH", "CHÍNH PHỦ", "43/1999/NĐ-CP", "Nghị định", "Chính phủ"),
    ("NGHỊ ĐỊNH", "HỘI ĐỒNG BỘ TRƯỞNG", "193/HĐBT", "Nghị định", "Hội đồng Bộ trưởng"),
    ("QUYẾT ĐỊNH", "BỘ TRƯỞNG BỘ TÀI CHÍNH", "12/1999/QĐ-BTC", "Quyết định", "Bộ Tài chính"),
    ("QUYẾT ĐỊNH", "THỦ TƯỚNG CHÍNH PHỦ", "12/1999/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"),
    ("QUYẾT ĐỊNH", "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG", "264/CT", "Quyết định", "Chủ tịch Hội đồng Bộ trưởng"),
    ("SẮC LỆNH", "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA", "15-SL", "Sắc lệnh", "Chủ tịch nước"),
    ("SẮC LỆNH", "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ", "175", "Sắc lệnh", "Chủ tịch nước"),
    ("THÔNG TƯ", "BỘ TÀI CHÍNH", "63/2000/TT-BTC", "Thông tư", "Bộ Tài chính"),
    ("THÔNG TƯ LIÊN BỘ", "BỘ TÀI CHÍNH - BỘ NỘI VỤ", "12/TT-LB", "Thông tư liên tịch", "Bộ Tài chính"),
    ("CHỈ THỊ", "THỦ TƯỚNG CHÍNH PHỦ", "12/2001/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ"),
    ("PHÁP LỆNH", "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "29/2000/PL-UBTVQH10", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
)
DAYS = ("NGÀY 29 THÁNG 6 NĂM 1999", "NGÀY 29/6/1999", "NGÀY 29-6-1999", "ngày 29/06/1999")
LAYOUTS = (
    "{type}\nCỦA {owner} SỐ {code} {day}\n{title}\n", "{type}\nCỦA {owner} SỐ {code}\n{day} {title}\n",
    "{type}\n\nCỦA {owner} SỐ {code}\n\n{day} {title}\n", "{type} CỦA {owner}\nSỐ {code} {day}\n{title}\n",
    "**{type}**\n**CỦA {owner} SỐ {code} {day} {title}**\n", "{type} SỐ {code} {day} CỦA {owner}\n{title}\n",
    "{type} {code} {day} CỦA {owner}\n{title}\n",
)  # fmt: skip
TITLES = ("VỀ VIỆC QUẢN LÝ ĐẦU TƯ", "BAN HÀNH ĐIỀU LỆ VỀ QUẢN LÝ ĐẦU TƯ")
BODY = "Căn cứ Luật Kế toán số 88/2015/QH13;\nĐiều 1. Quản lý đầu tư thực hiện như sau.\n"


@pytest.mark.parametrize(("type", "owner", "code", "kind", "issuer"), PAPERS, ids=[p[2] for p in PAPERS])
def test_the_number_in_the_title(type: str, owner: str, code: str, kind: str, issuer: str) -> None:
    for layout, day, title in product(LAYOUTS, DAYS, TITLES):
        text = layout.format(type=type, owner=owner, code=code, day=day, title=title) + BODY
        found = extract(text)
        own = found.source_document
        assert own is not None
        said = (own.type, own.code, own.date, own.issuer, own.title)
        assert said == (kind, code, "1999-06-29", issuer, title), text
        assert ("based_on", own.id) in {(r.predicate, r.subject) for r in found.relations}


def test_a_title_that_cites_another_number_below() -> None:
    """The line that begins with a number is the title's, wrapped."""
    text = (
        "QUYẾT ĐỊNH\n\nCỦA CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG SỐ 264/CT\n\nNGÀY 14-10-1988 VỀ VIỆC BÃI BỎ QUYẾT ĐỊNH\n\n"
        "SỐ 156/CT NGÀY 23 THÁNG 5 NĂM 1988\n\nCHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG\n\nCăn cứ Luật Kế toán số 88/2015/QH13;\n"
    )
    own = extract(text).source_document
    assert own is not None and (own.code, own.date) == ("264/CT", "1988-10-14")


def test_the_day_behind_a_number_line() -> None:
    text = "THÔNG TƯ LIÊN TỊCH\nSỐ 02/2001/TTLT-BTC-BNV NGÀY 12/01/2001 HƯỚNG DẪN CHẾ ĐỘ CHI TIÊU\n" + BODY
    own = extract(text).source_document
    assert own is not None and (own.code, own.date) == ("02/2001/TTLT-BTC-BNV", "2001-01-12")


LED = (
    "Thông tư 01/2018/TT-BTC ngày 02/01/2018 của Bộ Tài chính\nHướng dẫn chế độ chi tiêu\n",
    "Thông tư số 01/2018/TT-BTC ngày 02 tháng 01 năm 2018 của Bộ trưởng Bộ Tài chính hướng dẫn chế độ chi tiêu\n\n",
    "# Thông tư số 01/2018/TT-BTC ngày 02/01/2018 về chế độ chi tiêu\n\n",
    "**Thông tư số 01/2018/TT-BTC ngày 02/01/2018 của Bộ Tài chính**\n\n**CHẾ ĐỘ CHI TIÊU**\n\n",
)


@pytest.mark.parametrize("head", LED)
def test_a_text_that_opens_with_its_own_citation(head: str) -> None:
    found = extract(head + "Căn cứ Luật Kế toán số 88/2015/QH13;\nCăn cứ Luật Giá;\nĐiều 1. Thông tư này quy định.\n")
    own = found.source_document
    assert own is not None
    assert (own.type, own.code, own.date) == ("Thông tư", "01/2018/TT-BTC", "2018-01-02")
    assert (own.id, "based_on") in {(r.subject, r.predicate) for r in found.relations}


@pytest.mark.parametrize(
    "text",
    [
        "NGHỊ ĐỊNH 100/2019/NĐ-CP: MỨC PHẠT NỒNG ĐỘ CỒN MỚI NHẤT\nTừ năm 2020, mức phạt tăng mạnh.\n",
        "QUYẾT ĐỊNH 12/2020/QĐ-UBND VỀ GIÁ ĐẤT CÓ GÌ MỚI\nCăn cứ Điều 5, giá đất được xác định như sau.\n",
        "Thông tư 01/2018/TT-BTC ngày 02/01/2018 của Bộ Tài chính\nCăn cứ Điều 5, sổ được lập như sau:\n- Sổ cái.\n",
        "Thông tư 01/2018/TT-BTC ngày 02/01/2018 của Bộ Tài chính có hiệu lực.\nCăn cứ Luật Kế toán số 88/2015/QH13;\n",
        "Thông tư 01/2018/TT-BTC có gì mới?\nCăn cứ Luật Kế toán số 88/2015/QH13;\n",
        "THÔNG TƯ SỐ 12/2020/TT-BTC NGÀY 01/02/2020\nBài viết giới thiệu một số điểm mới của thông tư.\n",
    ],
)
def test_headlines_are_no_heads(text: str) -> None:
    own = extract(text).source_document
    assert own is None or own.code is None
