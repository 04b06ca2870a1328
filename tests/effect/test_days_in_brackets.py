"""The day in brackets behind the force of a cited document: "trước ngày Luật X có hiệu lực thi hành (01/8/2031)"."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_LEADS = ["Trước ngày ", "Kể từ ngày ", "Sau khi ", ""]
_ACTS = ["Thông tư số 80/2031/TT-BTC", "Nghị định số 12/2031/NĐ-CP quy định chi tiết Luật Đầu tư số 61/2020/QH14"]
_FORCE = [" có hiệu lực", " có hiệu lực thi hành"]
_DAYS = ["(1/8/2031)", "(01-8-2031)", "(ngày 01/8/2031)", "(từ ngày 01/8/2031)", "(ngày 01 tháng 8 năm 2031)"]


@pytest.mark.parametrize(("lead", "act"), list(product(_LEADS, _ACTS)))
def test_the_day_in_brackets(lead: str, act: str) -> None:
    for force, day in product(_FORCE, _DAYS):
        text = f"{lead}{act}{force} {day}, người dân được cấp giấy."
        extraction = graph.extract(text)
        code = {d.id: d.code for d in extraction.documents}
        found = [(code[e.document], e.kind, e.date) for e in extraction.effects]
        assert found == [(act.split()[3], "in-force", "2031-08-01")], text


@pytest.mark.parametrize(
    "bracket", ["(khoản 2 Điều 5)", "(2031)", "(01/7/2031 - 31/12/2031)", "(01/8)", "(dự kiến 01/8/2031)"]
)
def test_other_brackets(bracket: str) -> None:
    assert not graph.extract(f"Thông tư số 80/2031/TT-BTC có hiệu lực {bracket} thì thực hiện.").effects


def test_an_end_in_brackets_is_left_open() -> None:
    assert not graph.extract("Thông tư số 80/2021/TT-BTC hết hiệu lực (31/12/2031).").effects
