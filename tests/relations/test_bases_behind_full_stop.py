"""Bases that go on behind a full stop: "Căn cứ [A] về phí. [B] về xe; [C] …"."""

from __future__ import annotations

import itertools

import pytest
from statements import stated

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 08/2019/QĐ-UBND\n\nA, ngày 11 tháng 01 năm 2019\n\n"
    "QUYẾT ĐỊNH\nVề việc ban hành quy định\n\n"
    "ỦY BAN NHÂN DÂN TỈNH A\n\n"
)
TAIL = "\nTheo đề nghị của Giám đốc Sở Tài chính,\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành quy định.\n"
FIRST = "Căn cứ Nghị định số 22/2017/NĐ-CP ngày 5/12/2017 của Chính phủ về lệ phí"
FURTHER = {
    "Quyết định số 124/2018/QĐ-TTg ngày 25/4/2018 của Thủ tướng Chính phủ về việc quản lý xe": "124/2018/QĐ-TTg",
    "Thông tư 12/2018/TT-BTC ngày 2/3/2018 của Bộ Tài chính": "12/2018/TT-BTC",
    "Nghị quyết số 5/2018/NQ-HĐND của Hội đồng nhân dân tỉnh về phí": "5/2018/NQ-HĐND",
}


def bases(preamble: str) -> set[str | None]:
    return {found for _, _, found in stated(HEAD + preamble + TAIL, of=("based_on",))}


@pytest.mark.parametrize("mark", ["", "- "])
@pytest.mark.parametrize("further", sorted(FURTHER))
def test_the_next_basis(further: str, mark: str) -> None:
    for end, rest in itertools.product(";.,", ("", " Nghị định số 131/2017/NĐ-CP về xe;")):
        if rest and end == ".":
            continue
        expected = {"22/2017/NĐ-CP", FURTHER[further]} | ({"131/2017/NĐ-CP"} if rest else set())
        assert bases(f"{mark}{FIRST}. {further}{end}{rest}") == expected, (end, rest)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định số 124/2018/QĐ-TTg đã quy định mức thu",  # a sentence of its own
        "Quyết định số 124/2018/QĐ-TTg có hiệu lực từ ngày 01/5/2018",
        "Thời gian qua, Quyết định số 124/2018/QĐ-TTg còn vướng mắc",
    ],
)
def test_a_sentence_of_its_own(sentence: str) -> None:
    assert bases(f"{FIRST}. {sentence};") == {"22/2017/NĐ-CP"}
