"""A letter whose number is still blank is a letter: by "V/v", or by whom it addresses without a line for its type."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_BODIES = ["UBND TỈNH ĐỒNG NAI\nSỞ TƯ PHÁP", "SỞ TƯ PHÁP", "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI\nSỞ TƯ PHÁP"]
_NUMBERS = [
    "Số: /STP-XDPBPL",
    "Số:      /STP-VP",
    "Số: ……/STP-KH",
    "Số: ..../STP-XDPBPL",
    "Số:    /2031/STP-VP",
    "Số:   /SGD&ĐT-KHTC",
]
_ABOUT = ["V/v hướng dẫn quy trình xây dựng nghị quyết\n", "V/v hướng dẫn xây dựng,\nban hành nghị quyết\n", ""]
_DAYS = ["Đồng Nai, ngày    tháng    năm 2031", "Đồng Nai, ngày 05 tháng 3 năm 2031"]
_PAPER = (
    "{body}\n-------\n{number}\n{about}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{day}\n\n"
    "{type}Kính gửi: Các sở, ban, ngành thuộc tỉnh.\n\nCăn cứ Luật Nhà ở năm 2023, cơ quan hướng dẫn như sau:\n"
)


def _type(number: str, about: str = "", kind: str = "", body: str = _BODIES[0], day: str = _DAYS[0]) -> str | None:
    text = _PAPER.format(body=body, number=number, about=about, day=day, type=kind)
    own = graph.extract(text).source_document
    return own and own.type


@pytest.mark.parametrize(("number", "about"), list(product(_NUMBERS, _ABOUT)))
def test_a_letter_without_its_number(number: str, about: str) -> None:
    for body, day in product(_BODIES, _DAYS):
        assert _type(number, about, body=body, day=day) == "Công văn"


@pytest.mark.parametrize(
    ("number", "kind", "wanted"),
    [
        ("Số:    /TTr-STP", "TỜ TRÌNH\nVề việc ban hành nghị quyết\n\n", "Tờ trình"),
        ("Số:    /TTr-STP", "", "Tờ trình"),
        ("Số:    /BC-STP", "BÁO CÁO\nKết quả công tác\n\n", "Báo cáo"),
        ("Số:    /BC-STP", "", "Báo cáo"),
        ("Số:    /KH-STP", "", "Kế hoạch"),
    ],
)
def test_other_papers_without_their_number(number: str, kind: str, wanted: str) -> None:
    assert _type(number, kind=kind) == wanted
