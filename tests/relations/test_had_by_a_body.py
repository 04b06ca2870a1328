""" "Thực hiện [A], ngày … [the body that issued it] có [B]": B carries A out, whichever body has it."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_BODIES = [
    ("Ban Tuyên giáo Trung ương", "151-HD/BTGTW"),
    ("Ban Tổ chức Trung ương", "151-HD/BTCTW"),
    ("Ủy ban Kiểm tra Trung ương", "151-HD/UBKTTW"),
    ("Bảo hiểm xã hội Việt Nam", "151/HD-BHXH"),
    ("Bộ Tài chính", "151/HD-BTC"),
]
_ENDS = ["", " của Bộ Chính trị", " của Bộ Chính trị về đại hội đảng bộ các cấp"]


def _carried_out(text: str) -> set[tuple[str | None, str | None]]:
    result = graph.extract(text)
    codes = {d.id: d.code for d in result.documents}
    return {(codes[r.subject], codes[r.object]) for r in result.relations if r.predicate == "implements"}


@pytest.mark.parametrize("day", ["", "ngày 10/9/2020 ", "ngày 10/9/2020, ", "ngày 10 tháng 9 năm 2020, "])
@pytest.mark.parametrize("has", ["có", "đã có"])
def test_whoever_has_it(day: str, has: str) -> None:
    for (body, code), end in product(_BODIES, _ENDS):
        text = f"Thực hiện Chỉ thị số 35-CT/TW{end}, {day}{body} {has} Hướng dẫn số {code} về việc công bố."
        assert (code, "35-CT/TW") in _carried_out(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Theo Chỉ thị số 35-CT/TW, Ban Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW về việc công bố.",
        "Việc thực hiện Chỉ thị số 35-CT/TW, Ban Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW.",
        "Thực hiện Chỉ thị số 35-CT/TW còn chậm, do đó Ban Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW.",
        "Thực hiện Chỉ thị số 35-CT/TW, các chi bộ học tập; Ban Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW.",
        "Thực hiện Chỉ thị số 35-CT/TW, các chi bộ đã học tập, tài liệu của Ban Tuyên giáo Trung ương có Hướng dẫn "
        "số 151-HD/BTGTW.",
    ],
)
def test_another_sentence(text: str) -> None:
    assert _carried_out(text) == set()
