"""Two statements in one sentence: one document was changed, another one ends. The end is not said of the first."""

from __future__ import annotations

from itertools import product

import pytest
from statements import Stated, stated

KINDS = (
    ("Thông tư số {}/TT-BTC", "{}/TT-BTC"),
    ("Nghị định số {}/NĐ-CP", "{}/NĐ-CP"),
    ("Nghị định số {}/NĐ-CP của Chính phủ", "{}/NĐ-CP"),
)
CHANGED = (
    ("bị sửa đổi bởi", "amends"), ("đã bị sửa đổi, bổ sung bởi", "amends"), ("bị thay thế bởi", "replaces"),
    ("được thay thế bằng", "replaces"), ("đã bị bãi bỏ bởi", "repeals"), ("bị bãi bỏ theo", "repeals"),
)  # fmt: skip
SINCE = (
    "hết hiệu lực khi",
    "hết hiệu lực kể từ ngày",
    "hết hiệu lực thi hành từ ngày",
    "không còn hiệu lực kể từ ngày",
)
PAPERS = ("{}.", "Tin mới trong ngày.\n\n{}.\n\nCác đơn vị lưu ý.", "Một số điểm:\n\n- {}.\n")
OLD, CHANGER, ENDED, ENDER = "10/2018", "47/2022", "12/2020", "17/2023"


def sentences() -> list[tuple[str, Stated]]:
    rows: list[tuple[str, Stated]] = []
    for (words, code), (changed, predicate), since, paper, sign in product(
        KINDS, CHANGED, SINCE, PAPERS, ("; ", ";\n", ", ")
    ):
        old, changer, ended, ender = (words.format(number) for number in (OLD, CHANGER, ENDED, ENDER))
        text = paper.format(f"{old} {changed} {changer}{sign}{ended} {since} {ender} có hiệu lực")
        right = {
            (code.format(CHANGER), predicate, code.format(OLD)),
            (code.format(ENDER), "repeals", code.format(ENDED)),
        }
        rows.append((text, right))
    return rows


@pytest.mark.parametrize(("text", "right"), sentences())
def test_the_end_of_the_second_alone(text: str, right: Stated) -> None:
    assert stated(text) == right


@pytest.mark.parametrize("since", SINCE)
@pytest.mark.parametrize("sign", ["; ", ", "])
def test_a_list_told_in_passing_ends_together(since: str, sign: str) -> None:
    text = f"Thông tư số 10/2018/TT-BTC và Thông tư số 12/2020/TT-BTC {since} Thông tư số 17/2023/TT-BTC có hiệu lực."
    ender = "17/2023/TT-BTC"
    both = {(ender, "repeals", "10/2018/TT-BTC"), (ender, "repeals", "12/2020/TT-BTC")}
    assert stated(text) == both
    assert stated(text.replace(" và ", sign)) == both


@pytest.mark.parametrize("changed", ["được sửa đổi bởi", "được sửa đổi, bổ sung bởi", "đã được sửa đổi, bổ sung theo"])
@pytest.mark.parametrize("since", SINCE)
@pytest.mark.parametrize("paper", PAPERS)
def test_an_amendment_told_in_a_clause_of_its_own(changed: str, since: str, paper: str) -> None:
    """A semicolon closes what is told of the first; a list that plural words open goes on over it."""
    words, code = KINDS[0]
    old, changer, ended, ender = (words.format(number) for number in (OLD, CHANGER, ENDED, ENDER))
    text = paper.format(f"{old} {changed} {changer}; {ended} {since} {ender} có hiệu lực")
    amends = (code.format(CHANGER), "amends", code.format(OLD))
    assert stated(text) == {amends, (code.format(ENDER), "repeals", code.format(ENDED))}
    listed = paper.format(f"Các {old} {changed} {changer}; {ended} {since} {ender} có hiệu lực")
    ends = {(code.format(ENDER), "repeals", code.format(number)) for number in (OLD, ENDED)}
    assert stated(listed) == {amends, *ends}
