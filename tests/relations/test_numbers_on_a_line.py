"""A line that begins with the number of a document goes on with the list of the line before."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

LISTS = [
    "Thông tư\n31/2011/TT-BYT, 10/2012/TT-BYT",
    "Thông tư số\n31/2011/TT-BYT, 10/2012/TT-BYT",
    "Thông tư 31/2011/TT-BYT,\n10/2012/TT-BYT",
    "các Thông tư\n31/2011/TT-BYT và 10/2012/TT-BYT",
    "Thông tư\n31/2011/TT-BYT, Thông tư 10/2012/TT-BYT",
]
VERBS = [("thay thế", "replaces"), ("bãi bỏ", "repeals"), ("sửa đổi, bổ sung", "amends")]


@pytest.mark.parametrize(("listed", "verb"), list(product(LISTS, VERBS)))
def test_the_list_goes_on(listed: str, verb: tuple[str, str]) -> None:
    for ending in (".", ".\nHỎI ĐÁP PHÁP LUẬT"):
        found = extract(f"Thông tư 40/2014/TT-BYT có hiệu lực từ 01/01/2015 và {verb[0]} {listed}{ending}")
        named = {d.id: d.code for d in found.documents}
        stated = {(named[r.subject], named[r.object]) for r in found.relations if r.predicate == verb[1]}
        assert stated == {("40/2014/TT-BYT", "31/2011/TT-BYT"), ("40/2014/TT-BYT", "10/2012/TT-BYT")}
