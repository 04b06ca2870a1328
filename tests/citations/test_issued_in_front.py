"""News say who issued a document, and when, before they name it."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_DAYS = ["Ngày 23/6/2016, ", "Ngày 23-6-2016, ", "Ngày 23 tháng 6 năm 2016, "]
_WHO = [
    ("Bộ trưởng Bộ Giao thông vận tải", "13/2016/TT-BGTVT", "Thông tư"),
    ("Bộ trưởng Bộ Giao thông vận tải Trương Quang Nghĩa", "13/2016/TT-BGTVT", "Thông tư"),
    ("Thủ tướng Chính phủ", "62/2016/QĐ-TTg", "Quyết định"),
    ("Thủ tướng Chính phủ Nguyễn Văn An", "62/2016/QĐ-TTg", "Quyết định"),
    ("Ban Chấp hành Đảng bộ tỉnh khóa XIII", "10-NQ/TU", "Nghị quyết"),
    ("UBND tỉnh", "19/2016/QĐ-UBND", "Quyết định"),
    ("Chính phủ", "82/2016/NĐ-CP", "Nghị định"),
]
_DONE = [" ban hành ", " đã ban hành ", " đã ký ban hành ", " vừa ký ban hành ", " đã ký "]


@pytest.mark.parametrize(("day", "done"), list(product(_DAYS, _DONE)))
def test_the_day_and_the_body_in_front(day: str, done: str) -> None:
    for who, code, kind in _WHO:
        text = f"{day}{who}{done}{kind} số {code} về giá nước."
        found = next(d for d in graph.extract(text).documents if d.code == code)
        assert (found.date, found.issuer is not None) == ("2016-06-23", True), text


def test_who_only_signs_does_not_issue() -> None:
    text = "Ngày 5/5/2023, Phó Thủ tướng Trần Văn An đã ký Quyết định số 1269/QĐ-TTg bãi bỏ một số văn bản."
    found = next(d for d in graph.extract(text).documents if d.code)
    assert found.issuer == "Thủ tướng Chính phủ"


@pytest.mark.parametrize("day", ["ngày 16-12-2002", "ngày 16/12/2002", "ngày 16 tháng 12 năm 2002"])
@pytest.mark.parametrize("anew", ["", " (sửa đổi)", " (Sửa đổi)"])
def test_a_law_made_anew_is_the_one_of_its_day(anew: str, day: str) -> None:
    documents = graph.extract(f"Căn cứ Luật Ngân sách nhà nước{anew} {day};").documents
    assert "01/2002/QH11" in [document.code for document in documents]


def test_a_stray_comma_in_an_amending_title() -> None:
    text = (
        "Căn cứ Luật sửa đổi, bổ sung, một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
        "ngày 22 tháng 11 năm 2019;"
    )
    extraction = graph.extract(text)
    codes = {document.id: document.code for document in extraction.documents}
    amended = {codes[r.object] for r in extraction.relations if r.predicate == "amends"}
    assert amended == {"76/2015/QH13", "77/2015/QH13"}


def test_a_paper_of_a_province_is_not_that_of_the_centre() -> None:
    text = (
        "TỈNH ỦY QUẢNG TRỊ\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 445-KL/TƯ\nQuảng Trị, ngày 13 tháng 5 năm 2022\nKẾT LUẬN\n"
        "về xây dựng kết cấu hạ tầng\nBan Thường vụ kết luận:\n"
    )
    assert next(d for d in graph.extract(text).documents if d.is_source).issuer == "Tỉnh ủy"


_ASKED = [
    "Xét đề nghị của {} về dự án.",
    "Xét báo cáo và đề xuất, kiến nghị của {} về tình hình.",
    "Trên cơ sở ý kiến của {}, Chủ tịch có ý kiến như sau:",
    "Sau khi xem xét báo cáo của {}, lãnh đạo kết luận:",
]
_ASKING = [
    ("Ủy ban nhân dân tỉnh Hưng Yên", "84/BC-UBND", "Ủy ban nhân dân tỉnh", "Hưng Yên"),
    ("UBND thành phố Đà Nẵng", "84/UBND-KT", "Ủy ban nhân dân thành phố", "Đà Nẵng"),
    ("Bộ Tài chính", "84/BTC-QLCS", "Bộ Tài chính", None),
    ("Sở Xây dựng tỉnh Phú Thọ", "84/SXD-QLN", "Sở Xây dựng", "Phú Thọ"),
    ("HĐND tỉnh Lào Cai", "84/HĐND-TT", "Hội đồng nhân dân tỉnh", "Lào Cai"),
    ("Bộ Y tế", "84/BTC-QLCS", "Bộ Tài chính", None),  # the symbol is another body's
]
_AT = ["(văn bản số {} ngày 19 tháng 11 năm 2025)", "(*Công văn số {}*)", "(tại Công văn số {})", "tại Công văn số {}"]


@pytest.mark.parametrize(("asked", "at"), list(product(_ASKED, _AT)))
def test_the_letter_in_brackets_behind_who_asks(asked: str, at: str) -> None:
    for body, code, issuer, place in _ASKING:
        text = asked.format(f"{body} {at.format(code)}")
        (found,) = (d for d in graph.extract(text).documents if d.code == code)
        assert (found.issuer, found.place) == (issuer, place), text
