"""Mass organisations in heads: one body at each level, in full or shortened, with or without its standing body."""

from __future__ import annotations

import pytest

from graph.citations.head_front import front_issuer
from graph.citations.header import read_header

WOMEN, FARMERS = "Hội Liên hiệp Phụ nữ", "Hội Nông dân"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam"
HEADS = [
    ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nHỘI LHPN TỈNH HÀ TĨNH", "77/KH-BTV", f"{WOMEN} tỉnh", "Hà Tĩnh"),
    ("HỘI LHPN VIỆT NAM\nBAN THƯỜNG VỤ HỘI LHPN TỈNH NGHỆ AN", "512/HD-BTV", f"{WOMEN} tỉnh", "Nghệ An"),
    ("HỘI LHPN TỈNH HÀ TĨNH\nBAN THƯỜNG VỤ", "78/KH-BTV", f"{WOMEN} tỉnh", "Hà Tĩnh"),
    ("HỘI LHPN TỈNH HÀ TĨNH\nHỘI LHPN XÃ KỲ ANH", "05/KH-HPN", f"{WOMEN} xã", "Kỳ Anh"),
    ("HỘI NÔNG DÂN VIỆT NAM\nBCH TỈNH LẠNG SƠN", "88-KH/HNDT", f"{FARMERS} tỉnh", "Lạng Sơn"),
    ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH LẠNG SƠN", "88-KH/HNDT", f"{FARMERS} tỉnh", "Lạng Sơn"),
    ("HỘI CCB VIỆT NAM\nHỘI CCB TỈNH THÁI NGUYÊN", "11/KH-CCB", "Hội Cựu chiến binh tỉnh", "Thái Nguyên"),
    ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLĐLĐ TỈNH BẮC NINH", "11/KH-LĐLĐ", "Liên đoàn Lao động tỉnh", "Bắc Ninh"),
    ("UB MTTQ VIỆT NAM XÃ TÂN KỲ\nBAN THƯỜNG TRỰC", "11/KH-MTTQ-BTT", f"{FRONT} xã", "Tân Kỳ"),
    ("ỦY BAN MTTQ VIỆT NAM\nTỈNH ĐỒNG NAI\nBAN THƯỜNG TRỰC", "133/TB-MTTQ-BTT", f"{FRONT} tỉnh", "Đồng Nai"),
    ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH HÀ GIANG", "11-KH/TĐTN", "Tỉnh đoàn", "Hà Giang"),
    ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH XÃ TÂN KỲ", "11-KH/ĐTN", "Đoàn Thanh niên xã", "Tân Kỳ"),
]


@pytest.mark.parametrize(("head", "code", "issuer", "place"), HEADS)
def test_the_organisation_of_a_level(head: str, code: str, issuer: str, place: str) -> None:
    header = read_header(f"{head}\nSố: {code}\n{place}, ngày 13 tháng 9 năm 2025\nKẾ HOẠCH\nTổ chức hội nghị\n")
    assert (header.issuer, header.place) == (issuer, place)


@pytest.mark.parametrize(
    "bodies",
    [
        ("ỦY BAN MTTQ VIỆT NAM TỈNH ĐỒNG NAI", "VĂN PHÒNG"),  # something below it
        ("HỘI LHPN VIỆT NAM",),  # no level
        ("UBND TỈNH HÀ TĨNH", "SỞ NỘI VỤ"),
        (),
    ],
)
def test_what_is_none(bodies: tuple[str, ...]) -> None:
    assert front_issuer(bodies) is None
