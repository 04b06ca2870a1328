"""Heads whose two columns a page prints on one line: the number, then place and day."""

from __future__ import annotations

from itertools import product

import pytest
from facts import source

HEADS = [
    "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẬU GIANG Độc lập - Tự do - Hạnh phúc\n\n",
    "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẬU GIANG Độc Lập - Tự Do - Hạnh Phúc\n\n",
    "ỦY BAN NHÂN DÂN\nTỈNH HẬU GIANG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
]
PAPERS = [
    ("454/UBND-NCTH", "V/v tiếp tục phối hợp tuyên truyền\n\nKính gửi: Các sở"),
    ("45/2011/QĐ-UBND", "QUYẾT ĐỊNH\nVề việc tuyên truyền\n\nCăn cứ Luật Giá;"),
    ("45/KH-UBND", "KẾ HOẠCH\nTuyên truyền\n\nCăn cứ Luật Giá;"),
]
DAYS = [
    "Vị Thanh, ngày 6 tháng 4 năm 2011",
    "Hậu Giang ngày 6 tháng 4 năm 2011",
    "TP. Vị Thanh, ngày 6 tháng 4 năm 2011",
    "Vị Thanh, ngày 6/4/2011",
]


@pytest.mark.parametrize("day", DAYS)
def test_place_and_day_behind_the_number(day: str) -> None:
    for head, (code, below), gap in product(HEADS, PAPERS, (" ", "  ", " | ")):
        own = source(f"{head}Số: {code}{gap}{day}\n\n{below}")
        assert (own.code, own.date, own.issuer, own.place) == (code, "2011-04-06", "Ủy ban nhân dân tỉnh", "Hậu Giang")
