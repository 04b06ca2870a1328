"""The line that enacts an amending act says what the act amends: the one whose bases stand right before the line."""

from __future__ import annotations

import pytest

from graph.pipeline import extract

LAWS = "Luật Giá số 16/2023/QH15 và Luật Phí và lệ phí số 97/2015/QH13"
ENACTS = f"Quốc hội ban hành Luật sửa đổi, bổ sung một số điều có liên quan đến quy hoạch của {LAWS}"
BASES = "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
LAW = "QUỐC HỘI\nLuật số: 99/2026/QH15\nHà Nội, ngày 10 tháng 3 năm 2026\nLUẬT\nSửa đổi, bổ sung một số luật\n\n"
CONSOLIDATED = (
    "VĂN PHÒNG QUỐC HỘI\nSố: 12/VBHN-VPQH\nHà Nội, ngày 10 tháng 12 năm 2026\nLUẬT\nĐẤU GIÁ\n\n"
    "Luật Đấu giá số 01/2016/QH14 ngày 17 tháng 11 năm 2016 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2017, "
    "được sửa đổi, bổ sung bởi:\nLuật số 98/2025/QH15 ngày 20 tháng 11 năm 2025 của Quốc hội.\n"
    f"{BASES}Quốc hội ban hành Luật Đấu giá[1].\n\nĐiều 1. Phạm vi\nLuật này quy định về đấu giá.\n\n"
    f"[1] Luật số 98/2025/QH15 có căn cứ ban hành như sau:\n“{BASES}{ENACTS}.”\n"
)
DECISION = "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\nSố: 99/QĐ-UBND\nLâm Đồng, ngày 10 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề giá\n\n"


@pytest.mark.parametrize(
    ("text", "amender"),
    [
        (f"{LAW}{BASES}{ENACTS}.\n\nĐiều 1. Phạm vi\n", "99/2026/QH15"),
        (CONSOLIDATED, "98/2025/QH15"),
    ],
)
def test_an_enacting_line_names_what_is_amended(text: str, amender: str) -> None:
    found = extract(text)
    codes = {d.id: d.code for d in found.documents}
    amended = {(codes[r.subject], codes[r.object]) for r in found.relations if r.predicate == "amends"}
    laws = {(amender, code) for code in ("16/2023/QH15", "97/2015/QH13")}
    assert laws <= amended <= laws | {("98/2025/QH15", "01/2016/QH14")}


def test_a_decision_enacts_no_law() -> None:
    found = extract(f"{DECISION}{BASES}Căn cứ Luật số 98/2025/QH15 của {ENACTS};\n\nĐiều 1. Phạm vi\n")
    own = {d.id for d in found.documents if d.is_source}
    assert not [r for r in found.relations if r.predicate == "amends" and r.subject in own]


def test_no_law_without_number_amends_where_a_preamble_is_quoted() -> None:
    quoted = "“Căn cứ Hiến pháp; Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Thanh tra.”"
    found = extract(f"BÁO CÁO\nCông tác\n\nLuật số 35/2018/QH14 có căn cứ ban hành như sau:\n{quoted}\n")
    codes = {d.id: d.code for d in found.documents}
    assert [codes[r.subject] for r in found.relations if r.predicate == "amends"] == ["35/2018/QH14"]
