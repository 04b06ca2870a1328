""" "thực hiện các Nghị quyết của Hội đồng nhân dân tỉnh: số …; số …": numbers behind a class and who issued it."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = "UBND TỈNH A\nSố: 28/KH-UBND\nA, ngày 18 tháng 02 năm 2022\nKẾ HOẠCH\nVề nhiệm vụ năm 2022\n\n"
CLASSES = [
    ("Nghị quyết", "Hội đồng nhân dân tỉnh", "/NQ-HĐND"),
    ("Quyết định", "Ủy ban nhân dân thành phố Hà Nội", "/QĐ-UBND"),
    ("Chỉ thị", "Thủ tướng Chính phủ", "/CT-TTg"),
    ("Thông tư", "Bộ Tài chính", "/TT-BTC"),
    ("Nghị quyết", "Ban Chấp hành Đảng bộ tỉnh", "-NQ/TU"),
]
FIRST = ["", "Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Chính phủ; "]
TITLES = ["", " về nhiệm vụ năm 2021"]


@pytest.mark.parametrize(("named", "first", "title"), list(product(CLASSES, FIRST, TITLES)))
def test_numbers_behind_a_class(named: tuple[str, str, str], first: str, title: str) -> None:
    kind, body, code = named
    listed = f"các {kind} của {body}: số 340{code} ngày 22/12/2020{title}; số 160{code} ngày 08/12/2021{title}"
    text = f"{HEAD}Thực hiện {first}{listed}, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n1. Bảo đảm.\n"
    expected = {f"340{code}", f"160{code}"} | ({"11/NQ-CP"} if first else set())
    assert stated(text) == {("28/KH-UBND", "implements", other) for other in expected}


TOLD = [
    "Thực hiện báo cáo của Sở Tài chính: Quyết định số 5/2020/QĐ-UBND còn hiệu lực.",
    "Thực hiện nhiệm vụ của Hội đồng nhân dân tỉnh: Nghị quyết số 5/NQ-HĐND đã được triển khai.",
]


@pytest.mark.parametrize("told", TOLD)
def test_what_is_told_behind_a_colon(told: str) -> None:
    assert stated(f"{HEAD}1. Kết quả\n{told}\n") == set()
