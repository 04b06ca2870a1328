"""Cells of lists that a page glued together: the number and the day behind it."""

from __future__ import annotations

import pytest

from graph import extract


@pytest.mark.parametrize("code", ["19/2018/TT-BGDĐT", "12/2015/NĐ-CP", "05/2016/QĐ-UBND", "18/KH-UBND"])
@pytest.mark.parametrize("day", ["10/10/2018", "1/02/2018", "31/12/2018"])
def test_the_day_is_no_part_of_the_number(code: str, day: str) -> None:
    found = extract(f"Số hiệu Ngày BH Trích yếu\nThông tư số {code}{day}BỘ GIÁO DỤC Tải về\n").documents
    assert [d.code for d in found if not d.is_source] == [code]


@pytest.mark.parametrize("code", ["47/KH-BCĐ389", "43/2013/QH13"])
def test_digits_of_a_code_stay(code: str) -> None:
    found = extract(f"Căn cứ văn bản số {code} ngày 10/10/2013;").documents
    assert [d.code for d in found if not d.is_source] == [code]
