"""Several documents that one sentence gives a day, and lists of ended documents of several types."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_LISTS = (
    (("Nghị định số 51/2010/NĐ-CP", "51/2010/NĐ-CP"), ("Nghị định số 04/2014/NĐ-CP", "04/2014/NĐ-CP")),
    (("Thông tư số 68/2019/TT-BTC", "68/2019/TT-BTC"), ("Quyết định số 30/2001/QĐ-TTg", "30/2001/QĐ-TTg")),
    (
        ("Nghị định số 51/2010/NĐ-CP ngày 14/5/2010 của Chính phủ", "51/2010/NĐ-CP"),
        ("Nghị định số 04/2014/NĐ-CP", "04/2014/NĐ-CP"),
        ("Thông tư số 39/2014/TT-BTC", "39/2014/TT-BTC"),
    ),
)
_SAYS = (
    ("tiếp tục có hiệu lực thi hành đến ngày 30/6/2022", "until", "2022-06-30"),
    ("có hiệu lực đến hết ngày 30/6/2022", "until", "2022-06-30"),
    ("có hiệu lực từ ngày 30/6/2022", "in-force", "2022-06-30"),
    ("hết hiệu lực từ ngày 30/6/2022", "ended", "2022-06-30"),
)


def _listed(members: tuple[tuple[str, str], ...]) -> str:
    names = [name for name, _ in members]
    return ", ".join(names[:-1]) + " và " + names[-1]


@pytest.mark.parametrize("members", _LISTS)
@pytest.mark.parametrize(("says", "kind", "day"), _SAYS)
def test_all_members_have_the_day(members: tuple[tuple[str, str], ...], says: str, kind: str, day: str) -> None:
    result = extract(f"Theo tin của báo.\n\n{_listed(members)} {says}.\n")
    codes = {d.id: d.code for d in result.documents}
    assert {(codes[e.document], e.kind, e.date) for e in result.effects} == {(code, kind, day) for _, code in members}


@pytest.mark.parametrize("members", _LISTS)
@pytest.mark.parametrize("lead", ["Căn cứ", "Theo"])
def test_behind_a_preposition_nobody_knows_which(members: tuple[tuple[str, str], ...], lead: str) -> None:
    result = extract(
        f"Theo tin của báo.\n\n{lead} {_listed(members)} có hiệu lực từ ngày 30/6/2022, hóa đơn được in.\n"
    )
    assert not result.effects


@pytest.mark.parametrize("verb", ["thay thế", "bãi bỏ"])
@pytest.mark.parametrize("members", _LISTS)
def test_lists_of_several_types_are_ended(members: tuple[tuple[str, str], ...], verb: str) -> None:
    heads = ("Theo tin của báo.\n\n", "BÁO CÁO\nKết quả công tác\n", "Theo tin của báo.\n\nTừ ngày 01/7/2022, ")
    for head, end in product(heads, (".", " kể từ ngày 01/7/2022.")):
        result = extract(f"{head}Nghị định số 123/2022/NĐ-CP {verb} {_listed(members)}{end}\n")
        codes = {d.id: d.code for d in result.documents}
        ended = {codes[r.object] for r in result.relations if r.predicate in ("replaces", "repeals")}
        assert ended == {code for _, code in members}
        if "01/7" in head + end:
            told = {(codes[e.document], e.date, codes[e.by or ""]) for e in result.effects if e.kind == "ended"}
            assert told == {(code, "2022-07-01", "123/2022/NĐ-CP") for _, code in members}


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ Thông tư số 123/2020/TT-BTC thay thế Thông tư số 30/2011/TT-BTC và Quyết định số 30/2011/QĐ-BTC;",
        "Theo Thông tư số 123/2020/TT-BTC thay thế Thông tư số 30/2011/TT-BTC và Quyết định số 30/2011/QĐ-BTC.",
        "Sở đã triển khai Thông tư số 123/2020/TT-BTC thay thế Thông tư số 30/2011/TT-BTC và Quyết định số "
        "30/2011/QĐ-BTC.",
        "Thông tư số 123/2020/TT-BTC thay thế Thông tư số 30/2011/TT-BTC, Quyết định số 30/2011/QĐ-BTC bãi bỏ Thông tư "
        "số 9/2010/TT-BTC.",
    ],
)
def test_a_member_of_another_list_is_not_ended(words: str) -> None:
    result = extract(f"BÁO CÁO\nKết quả công tác\n{words}\n")
    codes = {d.id: d.code for d in result.documents}
    ended = [codes[r.object] for r in result.relations if r.predicate in ("replaces", "repeals")]
    assert "30/2011/QĐ-BTC" not in ended
