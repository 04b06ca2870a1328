"""The document's own identity from the layouts of real heads (the parts of NĐ 30/2020/NĐ-CP and HD 36-HD/VPTW)."""

from __future__ import annotations

import unicodedata

import pytest
from agency_heads import AGENCY_HEADS
from facts import PROVINCE_HEAD, bug, issuers_of, mentions, source
from heads import HEADS, Head
from led_heads import LED_HEADS
from lower_heads import LOWER_HEADS

from graph import extract
from graph.citations.header import read_header

ALL = [*HEADS, *AGENCY_HEADS, *LED_HEADS, *LOWER_HEADS]


@pytest.mark.parametrize("head", [pytest.param(h, id=h.id, marks=bug(h.bug) if h.bug else ()) for h in ALL])
def test_own_identity(head: Head) -> None:
    document = source(head.text)
    assert (document.type, document.code, document.date, document.issuer, document.place, document.term) == (
        head.type,
        head.code,
        head.date,
        head.issuer,
        head.place,
        head.term,
    )
    if head.title is not None:
        assert document.title == head.title


@pytest.mark.parametrize("head", [h for h in ALL if not h.bug], ids=lambda h: h.id)
def test_windows_line_ends_and_decomposed_letters_change_nothing(head: Head) -> None:
    plain = source(head.text)
    for changed in (head.text.replace("\n", "\r\n"), unicodedata.normalize("NFD", head.text)):
        other = source(changed)
        assert (other.type, other.code, other.date, other.issuer, other.place) == (
            plain.type,
            plain.code,
            plain.date,
            plain.issuer,
            plain.place,
        )


@pytest.mark.parametrize("head", ALL, ids=lambda h: h.id)
def test_the_own_number_is_no_citation(head: Head) -> None:
    if head.code:
        assert head.code not in mentions(head.text)
        assert not any(m.document == source(head.text).id for m in extract(head.text).mentions if "Số" in m.text)


def test_exactly_one_source() -> None:
    for head in HEADS:
        assert sum(d.is_source for d in extract(head.text).documents) == 1


def test_a_blank_number_is_provisional() -> None:
    blank = next(h for h in HEADS if h.id == "blank number and day")
    assert source(blank.text).provisional
    assert not source(PROVINCE_HEAD).provisional


def test_joint_document() -> None:
    text = """BỘ TÀI CHÍNH - BỘ Y TẾ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/2015/TTLT-BTC-BYT
Hà Nội, ngày 02 tháng 3 năm 2015
THÔNG TƯ LIÊN TỊCH
Hướng dẫn quản lý kinh phí
Căn cứ Nghị định số 60/2003/NĐ-CP ngày 06 tháng 6 năm 2003 của Chính phủ;
"""
    assert issuers_of(text, "05/2015/TTLT-BTC-BYT") == [("Bộ Tài chính", None), ("Bộ Y tế", None)]


def test_later_mentions_of_the_own_number_are_the_source() -> None:
    text = PROVINCE_HEAD + "Kế hoạch số 83/KH-UBND ngày 04/6/2018 thay thế Kế hoạch số 12/KH-UBND ngày 01/01/2017.\n"
    result = extract(text)
    assert {d.code for d in result.documents} == {"83/KH-UBND", "12/KH-UBND"}


def test_the_same_number_of_another_year_is_not_the_source() -> None:
    text = PROVINCE_HEAD + "Kế hoạch số 83/KH-UBND ngày 05/7/2017 hết hiệu lực.\n"
    result = extract(text)
    assert sorted(d.date or "" for d in result.documents) == ["2017-07-05", "2018-06-04"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("*Thành phố Huế**, ngày 18 tháng 11 năm 2025*", "Huế"),
        ("*An Giang*,* ngày* *18* *tháng 11 năm 2025*", "An Giang"),
        ("**_Hà Nội_**, ngày 18 tháng 11 năm 2025", "Hà Nội"),
        ("*An Giang, ngày 1**8** tháng 11 năm 2025*", "An Giang"),
    ],
)
def test_a_date_in_emphasis(line: str, place: str) -> None:
    motto = "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**"
    head = f"ỦY BAN NHÂN DÂN\nSố: 12/QĐ-UBND\n{motto}\n\n{line}\n\n**QUYẾT ĐỊNH**\nQuy định\n"
    assert (source(head).date, source(head).place) == ("2025-11-18", place)


@pytest.mark.parametrize(
    "below",
    ["Thủ tướng Chính phủ điện: Các Bộ, cơ quan ngang Bộ", "Ủy ban nhân dân tỉnh yêu cầu:", "Bộ Y tế trả lời:"],
)
def test_a_title_ends_where_a_body_begins_to_speak(below: str) -> None:
    text = f"THỦ TƯỚNG CHÍNH PHỦ\nSố: 33/CĐ-TTg\nHà Nội, ngày 02 tháng 3 năm 2026\nCÔNG ĐIỆN\nVề phòng cháy\n{below}\n"
    assert read_header(text).title == "Về phòng cháy"


def test_a_colon_inside_a_title_ends_nothing() -> None:
    text = "BỘ Y TẾ\nSố: 33/QĐ-BYT\nQUYẾT ĐỊNH\nVề phê duyệt dự án\nđầu tư: Xây dựng Bệnh viện\n\nCăn cứ Luật Đầu tư;\n"
    assert read_header(text).title == "Về phê duyệt dự án đầu tư: Xây dựng Bệnh viện"
