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
