"""Items whose marks are set otherwise: the members of a list are the same."""

from __future__ import annotations

import pytest
from statements import stated

_TEXT = """UBND TỈNH A
Số: 12/2025/QĐ-UBND

QUYẾT ĐỊNH

Điều 1. Bãi bỏ các quyết định sau:
{}Quyết định số 15/2019/QĐ-UBND ngày 02/3/2019 của UBND tỉnh.
{}Quyết định số 16/2020/QĐ-UBND ngày 02/3/2020 của UBND tỉnh sửa đổi Quyết định số 15/2019/QĐ-UBND.
{}Bãi bỏ khoản 2 Điều 3 Quyết định số 17/2021/QĐ-UBND.
"""
_OWN = "12/2025/QĐ-UBND"


@pytest.mark.parametrize(
    "marks",
    ["1-2-3-", "1 -2 -3 -", "1.-2.-3.-", "1)2)3)", "1/2/3/", "1–2–3–", "a/b/c/", "a-b-c-", "(1)(2)(3)", "- - - "],
)
def test_members_are_the_same_under_any_mark(marks: str) -> None:
    size = len(marks) // 3
    opened = [f"{marks[n * size : (n + 1) * size].strip()} " for n in range(3)]
    assert {relation for relation in stated(_TEXT.format(*opened)) if relation[0] == _OWN} == {
        (_OWN, "repeals", "15/2019/QĐ-UBND"),
        (_OWN, "repeals", "16/2020/QĐ-UBND"),
        (_OWN, "amends", "17/2021/QĐ-UBND"),
    }


_BASES = """BỘ TÀI CHÍNH
Số: 12/2025/TT-BTC

THÔNG TƯ
Quy định về kế toán

Căn cứ Luật Kế toán số 88/2015/QH13;
- Nghị định số 174/2016/NĐ-CP ngày 30 tháng 12 năm 2016 của Chính phủ;
- Nghị định số 29/2025/NĐ-CP của Chính phủ quy định chức năng, nhiệm vụ của Bộ Tài chính;
- {}
Bộ trưởng Bộ Tài chính ban hành Thông tư quy định về kế toán.

Điều 1. Phạm vi điều chỉnh
"""


@pytest.mark.parametrize("last", ["Theo đề nghị của Cục trưởng;", "Đề án theo Tờ trình số 15/TTr-CQLKT;"])
def test_bases_set_as_items_below_the_first(last: str) -> None:
    found = stated(_BASES.format(last), of=("based_on",))
    assert found == {
        ("12/2025/TT-BTC", "based_on", code) for code in ("88/2015/QH13", "174/2016/NĐ-CP", "29/2025/NĐ-CP")
    }
