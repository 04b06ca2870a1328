"""What articles say between a new document and the verb by which it replaces the old one, and whose force they tell."""

from __future__ import annotations

from itertools import product

import pytest
from facts import relations

from graph import extract

PAIRS = [
    ("Luật Đầu tư 2020", "Luật Đầu tư 2014", "61/2020/QH14", "67/2014/QH13"),
    ("Thông tư số 06/2021/TT-BXD", "Thông tư số 03/2016/TT-BXD", "06/2021/TT-BXD", "03/2016/TT-BXD"),
]
SAID = [
    "{new} được thay thế cho {old}",
    "{new} được ban hành thay thế cho {old}",
    "{new} ra đời đã thay thế cho {old}",
    "{new} chính thức thay thế cho {old}",
    "{new} đã thay thế hoàn toàn {old}",
    "{new} thay cho {old}",
    "{new} vừa được ký ban hành, thay thế cho {old}",
    "{new} được cơ quan có thẩm quyền ban hành và thay thế {old}",
    "{new} đã được Quốc hội khóa XIV kỳ họp thứ 9 thông qua ngày 17/6/2026, thay thế {old}",
    "{new} được Bộ trưởng ban hành vào ngày 17 tháng 6 năm 2026, thay thế {old}",
]
OPENINGS = ["", "Theo đó, ", "Trong số các văn bản mới có "]
TAILS = [".", " và có hiệu lực từ ngày 01/01/2027.", ", có hiệu lực thi hành kể từ ngày 01/01/2027."]


def _times(text: str) -> set[tuple[str, str, str | None]]:
    found = extract(text)
    named = {d.id: d.code or d.name or "" for d in found.documents}
    return {(named[e.document], e.kind, e.date) for e in found.effects}


@pytest.mark.parametrize(("said", "pair"), list(product(SAID, PAIRS)))
def test_the_new_one_replaces_the_old_one(said: str, pair: tuple[str, str, str, str]) -> None:
    new, old, new_code, old_code = pair
    for opening, tail in product(OPENINGS, TAILS):
        text = f"{opening}{said.format(new=new, old=old)}{tail}"
        assert relations(text) == {(new_code, "replaces", old_code)}, text


@pytest.mark.parametrize(("said", "pair"), list(product(SAID, PAIRS)))
def test_the_force_is_that_of_the_new_one(said: str, pair: tuple[str, str, str, str]) -> None:
    new, old, new_code, _ = pair
    for opening, tail in product(OPENINGS, TAILS[1:]):
        text = f"{opening}{said.format(new=new, old=old)}{tail}"
        assert _times(text) <= {(new_code, "in-force", "2027-01-01")}, text


def test_an_older_document_ends_no_younger_one() -> None:
    text = "Luật Đầu tư 2020 được thay thế bởi Luật Đầu tư 2014 từ ngày 01/01/2027."
    assert relations(text) == set()
    assert _times(text) == set()


def test_who_passed_it_is_no_condition() -> None:
    new, old = "Luật Đầu tư 2020", "Luật Đầu tư 2014"
    for opening in ("Nếu ", "Dự kiến "):
        assert relations(f"{opening}{new} được Quốc hội thông qua, thay thế {old}.") == set()


def test_what_a_document_is_changed_for_is_none() -> None:
    assert relations("Thông tư số 03/2016/TT-BXD được thay thế cho phù hợp với Luật Xây dựng số 50/2014/QH13.") == set()


def test_a_letter_on_the_force_of_a_law_has_none() -> None:
    text = "Công văn 384/BHXH-CSXH về việc triển khai quy định của Luật Bảo hiểm xã hội có hiệu lực từ ngày 01/01/2018."
    assert _times(text) == set()
