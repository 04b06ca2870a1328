"""An active and a passive verb with one subject: "[A] thay thế [B] và được sửa đổi bởi [C]" says two things of A."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from facts import relations

from graph import extract

SETS = [
    ("Thông tư số 20/2019/TT-BXD", "Thông tư số 05/2015/TT-BXD", "Thông tư số 08/2023/TT-BXD"),
    ("Nghị định 10/2020/NĐ-CP", "Nghị định 86/2014/NĐ-CP", "Nghị định 41/2024/NĐ-CP"),
]
ACTIVE = [("thay thế", "replaces"), ("đã thay thế", "replaces"), ("thay thế cho", "replaces"), ("bãi bỏ", "repeals"),
          ("sửa đổi, bổ sung", "amends")]  # fmt: skip
JOINED = [" và", " và đã", ", đồng thời", " và sau đó", " từ ngày 01/7/2020 và", " (có hiệu lực từ 01/7/2020) và"]
PASSIVE = [
    ("được sửa đổi, bổ sung bởi", "amends"),
    ("được sửa đổi tại", "amends"),
    ("được thay thế bởi", "replaces"),
    ("bị bãi bỏ bởi", "repeals"),
]


@pytest.mark.parametrize(("three", "active"), list(product(SETS, ACTIVE)))
def test_both_verbs_speak_of_the_first(three: tuple[str, str, str], active: tuple[str, str]) -> None:
    one, old, new = (name.split()[-1] for name in three)
    for joined, (passive, predicate) in product(JOINED, PASSIVE):
        text = f"{three[0]} {active[0]} {three[1]}{joined} {passive} {three[2]}."
        assert relations(text) == {(one, active[1], old), (new, predicate, one)}, text


@pytest.mark.parametrize("verb", ["được hướng dẫn bởi", "được quy định chi tiết tại"])
def test_the_guide_is_that_of_the_new_one(verb: str) -> None:
    text = f"Nghị định 10/2020/NĐ-CP thay thế Nghị định 86/2014/NĐ-CP và {verb} Thông tư 12/2020/TT-BGTVT."
    assert relations(text) == {
        ("10/2020/NĐ-CP", "replaces", "86/2014/NĐ-CP"),
        ("12/2020/TT-BGTVT", "guides", "10/2020/NĐ-CP"),
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # what was amended before it was replaced
        (
            "Thông tư số 20/2019/TT-BXD thay thế Thông tư số 05/2015/TT-BXD, đã được sửa đổi bởi Thông tư số 08/2017/TT-BXD.",
            {("20/2019/TT-BXD", "replaces", "05/2015/TT-BXD"), ("08/2017/TT-BXD", "amends", "05/2015/TT-BXD")},
        ),
        (
            "Thông tư số 20/2019/TT-BXD sửa đổi, bổ sung Thông tư số 05/2015/TT-BXD được sửa đổi bởi Thông tư số "
            "08/2017/TT-BXD.",
            {("20/2019/TT-BXD", "amends", "05/2015/TT-BXD"), ("08/2017/TT-BXD", "amends", "05/2015/TT-BXD")},
        ),
        # "và" in the title of what is replaced joins nouns
        (
            "Thông tư số 20/2019/TT-BXD sửa đổi Thông tư số 05/2015/TT-BXD về nhà ở và công sở của các cơ quan nhà nước "
            "được sửa đổi bởi Thông tư số 08/2023/TT-BXD.",
            {("20/2019/TT-BXD", "amends", "05/2015/TT-BXD"), ("08/2023/TT-BXD", "amends", "05/2015/TT-BXD")},
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_the_second_stays(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert relations(text) == facts


def test_the_force_of_what_has_no_year_is_not_the_old_ones() -> None:
    for text in (
        "Luật Đầu tư mới thay thế Luật Đầu tư 2014 có hiệu lực từ ngày 01/01/2021.",
        "Nghị định mới thay thế Nghị định số 15/2018/NĐ-CP và có hiệu lực từ ngày 01/01/2026.",
    ):
        assert not extract(text).effects, text
