"""Lists whose members act on those of another one by one, nouns that are no bases, the short verb of articles."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

OLD = ["Quyết định số 15/2018/QĐ-UBND", "Quyết định số 16/2019/QĐ-UBND"]
NEW = ["Quyết định số 27/2024/QĐ-UBND", "Quyết định số 28/2024/QĐ-UBND"]
PAIRS = {
    ("27/2024/QĐ-UBND", "replaces", "15/2018/QĐ-UBND"),
    ("28/2024/QĐ-UBND", "replaces", "16/2019/QĐ-UBND"),
}


@pytest.mark.parametrize("matters", [("", ""), (" về phí", " về lệ phí"), (" ngày 01/3/2018", " ngày 05/6/2019")])
@pytest.mark.parametrize(
    "verb",
    [
        "lần lượt bị thay thế bởi",
        "lần lượt được thay thế bằng",
        "bị thay thế lần lượt bởi",
        "đã lần lượt được thay thế bởi",
    ],
)
def test_each_by_its_own(verb: str, matters: tuple[str, str]) -> None:
    old = f"{OLD[0]}{matters[0]} và {OLD[1]}{matters[1]}"
    assert stated(f"{old} {verb} {NEW[0]} và {NEW[1]}.") == PAIRS


def test_each_its_own() -> None:
    for verb, led in product(("lần lượt thay thế", "đã lần lượt thay thế"), ("", "Theo đó, ")):
        assert stated(f"{led}{NEW[0]} và {NEW[1]} {verb} {OLD[0]} và {OLD[1]}.") == PAIRS


def test_one_by_several_in_turn() -> None:
    text = f"{OLD[0]} lần lượt được sửa đổi bởi {NEW[0]} và {NEW[1]}."
    assert stated(text) == {(code, "amends", "15/2018/QĐ-UBND") for code in ("27/2024/QĐ-UBND", "28/2024/QĐ-UBND")}


@pytest.mark.parametrize("noun", ["Căn cứ trực tiếp để ban hành", "Căn cứ ban hành", "Căn cứ để ban hành"])
@pytest.mark.parametrize("behind", ["là", "gồm", "bao gồm"])
def test_what_a_document_rests_on_is_no_basis_of_the_text(noun: str, behind: str) -> None:
    assert (
        stated(f"{noun} Thông tư 78/2021/TT-BTC {behind} Nghị định 123/2020/NĐ-CP.", beside=("cites", "issued_by"))
        == set()
    )


@pytest.mark.parametrize(
    ("said", "amends"),
    [
        ("Luật số 56/2024/QH15 sửa 9 luật, trong đó có Luật Quản lý thuế số 38/2019/QH14.", True),
        ("Luật số 56/2024/QH15 sửa nhiều nội dung của Luật Quản lý thuế số 38/2019/QH14.", True),
        ("Theo Luật số 56/2024/QH15, đơn vị sửa chữa trụ sở theo Luật Quản lý thuế số 38/2019/QH14.", False),
        ("Luật số 56/2024/QH15 được in lại, sửa lỗi chính tả so với Luật Quản lý thuế số 38/2019/QH14.", False),
    ],
)
def test_the_short_verb(said: str, amends: bool) -> None:
    assert stated(said) == ({("56/2024/QH15", "amends", "38/2019/QH14")} if amends else set())
