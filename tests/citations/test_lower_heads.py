"""Heads and names of bodies below the province: courts with the province on a line of its own, committees of the
Party, councils of communes; the place above is no part of the place, nor of the name."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_DAY = "Ngày 12 tháng 5 năm 2022\n"


@pytest.mark.parametrize(("level", "place"), [("HUYỆN", "MỘ ĐỨC"), ("QUẬN", "HẢI CHÂU"), ("THỊ XÃ", "ĐỨC PHỔ")])
@pytest.mark.parametrize("above", ["TỈNH QUẢNG NGÃI", "THÀNH PHỐ ĐÀ NẴNG"])
@pytest.mark.parametrize("between", ["\n", " ", ", "])
def test_a_court_and_the_place_above(level: str, place: str, above: str, between: str) -> None:
    text = f"TÒA ÁN NHÂN DÂN {level} {place}{between}{above}\nBản án số: 45/2022/HS-ST\n{_DAY}NHÂN DANH\n"
    own = extract(text).source_document
    assert own is not None
    named = " ".join(word.capitalize() for word in place.split())
    assert (own.issuer, own.place) == (f"Tòa án nhân dân {level.lower()}", named)


@pytest.mark.parametrize("committee", ["Tỉnh ủy Bắc Ninh", "Thành ủy Hà Nội", "Huyện ủy Gia Bình"])
def test_a_board_of_a_party_committee(committee: str) -> None:
    kind, place = committee[: committee.index("ủy") + 2], committee[committee.index("ủy") + 3 :]
    cited = extract(
        f"Theo tin.\n\nTheo Công văn số 12-CV/BCĐ35 ngày 5/2/2024 của Ban Chỉ đạo 35 {committee} thì được.\n"
    )
    (found,) = [d for d in cited.documents if not d.is_source]
    assert (found.issuer, found.place) == (f"Ban Chỉ đạo 35 {kind}", place)
    own = extract(
        f"BAN CHỈ ĐẠO 35 {kind.upper()}\nSố 12-CV/BCĐ35\nHuế, ngày 5 tháng 2 năm 2024\nV/v phản bác\nKính gửi: X\n"
    ).source_document
    assert own is not None and own.issuer == f"Ban Chỉ đạo 35 {kind}"


@pytest.mark.parametrize("place", ["TÂN KỲ", "BÌNH MINH"])
def test_a_council_of_a_commune_has_its_place(place: str) -> None:
    named = " ".join(word.capitalize() for word in place.split())
    own = extract(
        f"UBND XÃ {place}\nHỘI ĐỒNG PHỐI HỢP PBGDPL\nSố: 03/KH-HĐPH\n{named}, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\n"
        "Phổ biến, giáo dục pháp luật năm 2026\nCăn cứ Luật Phổ biến, giáo dục pháp luật năm 2012;\n"
    ).source_document
    assert own is not None and own.place == named


def test_who_decides_is_no_part_of_the_title() -> None:
    for title, who in product(
        ("V/v thông qua kế hoạch", "Về việc chi trả cổ tức\nnăm 2023"),
        ("HỘI ĐỒNG QUẢN TRỊ", "HỘI ĐỒNG THÀNH VIÊN", "ĐẠI HỘI ĐỒNG CỔ ĐÔNG"),
    ):
        own = extract(
            "CÔNG TY CỔ PHẦN FPT\nSố: 12/2024/NQ-HĐQT\nHà Nội, ngày 5 tháng 2 năm 2024\nNGHỊ QUYẾT\n"
            f"{title}\n{who}\nCăn cứ Luật Doanh nghiệp số 59/2020/QH14;\n"
        ).source_document
        assert own is not None and own.title == " ".join(title.split())
