"""What an article has named above and calls "Nghị định này", "Nghị định nói trên" where it takes effect."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_HEAD = "Nhà ở cho người có thu nhập thấp\n\n"
_MORE = (
    "Theo đó, mức hỗ trợ được nâng lên và áp dụng thống nhất cho mọi đối tượng trong cả nước, không phân biệt nơi cư"
    " trú hay nghề nghiệp của người được hưởng chính sách. "
)
_BETWEEN = (" ", f" {_MORE}\n\n", f"\n\n{_MORE * 2}\n\n{_MORE * 3}\n\n{_MORE * 3}\n\n")
_NAMED = (
    "Ngày 09/12/2030, Chính phủ đã ban hành Nghị định số 126/2030/NĐ-CP về nhà ở.",
    "Phó Thủ tướng vừa ký Nghị định số 126/2030/NĐ-CP về nhà ở.",
    "Nghị định 126/2030/NĐ-CP về nhà ở:",
    "1. Nghị định 126/2030/NĐ-CP ngày 09/12/2030 về nhà ở.",
    "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 82/2013/NĐ-CP.",
    "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP về nhà ở, thay thế Nghị định số 82/2013/NĐ-CP.",
    "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Nghị định này thay thế Nghị định số 82/2013/NĐ-CP.",
    "Ngày 01/12, Chính phủ ban hành Nghị định số 120/2030/NĐ-CP về điện.\n\nNgày 09/12, Chính phủ ban hành Nghị định số"
    " 126/2030/NĐ-CP về nhà ở.",
    "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP, gồm:\n\n1. Nhà ở xã hội\n\n2. Nhà ở công vụ\n\n",
)
_CALLED = (
    "Nghị định này", "Nghị định này bắt đầu", "Nghị định trên", "Nghị định nói trên", "Nghị định", "Nghị định sẽ",
    "Nghị định mới", "Nghị định chính thức", "Được biết, Nghị định", "Theo đó, Nghị định này sẽ",
)  # fmt: skip


def _told(text: str) -> list[tuple[str | None, str, str | None]]:
    result = extract(_HEAD + text)
    codes = {d.id: d.code or d.name for d in result.documents}
    return [(codes[e.document], e.kind, e.date) for e in result.effects]


@pytest.mark.parametrize("called", _CALLED)
@pytest.mark.parametrize("named", _NAMED)
def test_what_was_told_to_be_issued_takes_effect(named: str, called: str) -> None:
    for between, day in product(_BETWEEN, ("từ ngày 01/02/2031", "thi hành kể từ ngày 01 tháng 02 năm 2031")):
        text = f"{named}{between}{called} có hiệu lực {day}."
        assert _told(text) == [("126/2030/NĐ-CP", "in-force", "2031-02-01")], text


def test_a_law_is_called_so_without_a_word_more() -> None:
    text = "Quốc hội đã thông qua Luật Nhà giáo số 73/2025/QH15. Luật có hiệu lực thi hành từ ngày 01/01/2026."
    assert _told(text) == [("73/2025/QH15", "in-force", "2026-01-01")]


@pytest.mark.parametrize(
    "words",
    [
        # two are issued, or another one is spoken of since
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP và Nghị định số 127/2030/NĐ-CP. Nghị định này có hiệu lực {}.",
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Mức cũ nêu tại Nghị định số 82/2013/NĐ-CP. Nghị định có hiệu"
        " lực {}.",
        # another item of a bulletin
        "1. Nghị định 126/2030/NĐ-CP về nhà ở\n\n2. Mức lương mới\n\nChính phủ quy định lương. Nghị định này có hiệu"
        " lực {}.",
        # a draft, a plan, a condition
        "Bộ đang lấy ý kiến dự thảo Nghị định thay thế Nghị định số 82/2013/NĐ-CP. Nghị định này có hiệu lực {}.",
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Bộ đang soạn thảo Nghị định khác. Nghị định mới có hiệu lực"
        " {}.",
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Nghị định này dự kiến có hiệu lực {}.",
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Nếu được ký, Nghị định có hiệu lực {}.",
        # of another type, a class, a mere date
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Thông tư có hiệu lực {}.",
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Các Nghị định có hiệu lực {}.",
        "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP. Trước ngày Nghị định này có hiệu lực {}, mức cũ áp dụng.",
    ],
)
def test_where_it_is_open_nothing_is_said(words: str) -> None:
    assert _told(words.format("từ ngày 01/02/2031")) == []


def test_no_day_before_the_year_of_issue() -> None:
    text = "Chính phủ ban hành Nghị định số 126/2030/NĐ-CP về nhà ở. Nghị định có hiệu lực từ ngày 01/02/2014."
    assert _told(text) == []
