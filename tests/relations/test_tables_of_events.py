"""A portal's table of what became of a document speaks of that document alone, row by row."""

from __future__ import annotations

from itertools import permutations, product

import pytest

import graph

_WORDS = {
    "Được bổ sung": ("amends", False),
    "Được sửa đổi": ("amends", False),
    "Bị bãi bỏ": ("repeals", False),
    "Bị bãi bỏ 1 phần": ("repeals", True),
    "Bị thay thế": ("replaces", False),
}
_NAMED = ["06/2015/TT-BCT", "04/2016/TT-BCT", "17/2019/TT-BCT"]
_BEHIND = ["", " Xem tại đây"]
_BAR = [" ", " | "]


def _page(words: tuple[str, ...], behind: str, bar: str) -> str:
    days = ["01/06/2015", "20/07/2016", "05/11/2019"]
    made = [
        ("10/02/2009", "Văn bản được ban hành", "03/2009/TT-BCT"),
        ("27/03/2009", "Văn bản có hiệu lực", "03/2009/TT-BCT"),
    ]
    rows = made + list(zip(days, words, _NAMED, strict=True))
    return (
        "• Hiệu lực: Hết hiệu lực\n  • Ngày có hiệu lực: 27/03/2009\nLịch sử hiệu lực: Thông tư 03/2009/TT-BCT\n"
        "Ngày Trạng thái Văn bản nguồn Phần hết hiệu lực\n"
        + "\n".join(bar.join(row) + behind for row in rows)
        + "\n \nThông tư 99/2020/TT-BCT sửa đổi Thông tư 98/2019/TT-BCT.\n"
    )  # fmt: skip


@pytest.mark.parametrize(("behind", "bar"), list(product(_BEHIND, _BAR)))
def test_rows_change_what_the_table_is_about(behind: str, bar: str) -> None:
    for words in permutations(_WORDS, 3):
        extraction = graph.extract(_page(words, behind, bar))
        codes = {document.id: document.code for document in extraction.documents}
        told = {
            (codes[r.subject], r.predicate, codes[r.object], r.partial)
            for r in extraction.relations
            if r.predicate not in ("cites", "issued_by")
        }
        wanted = {
            (code, _WORDS[word][0], "03/2009/TT-BCT", _WORDS[word][1]) for code, word in zip(_NAMED, words, strict=True)
        }
        assert told == wanted | {("99/2020/TT-BCT", "amends", "98/2019/TT-BCT", False)}, words


def test_days_of_its_rows() -> None:
    extraction = graph.extract(
        "Lịch sử hiệu lực: Thông tư 06/1998/TT-BVGCP\nNgày Trạng thái Văn bản nguồn Phần hết hiệu lực\n"
        "15/04/1998 Văn bản có hiệu lực 06/1998/TT-BVGCP\n12/08/2000 Bị bãi bỏ 1 phần 07/2000/TT-BVGCP Xem tại đây\n"
        "12/08/2002 Văn bản hết hiệu lực 06/1998/TT-BVGCP\n12/08/2002 Bị thay thế 07/2002/TT-BTM\n"
    )
    codes = {document.id: document.code for document in extraction.documents}
    told = [
        (codes[e.document], e.kind, e.date, e.by and codes[e.by], [p.text for p in e.provisions])
        for e in extraction.effects
    ]
    assert told == [
        ("06/1998/TT-BVGCP", "in-force", "1998-04-15", None, []),
        ("06/1998/TT-BVGCP", "ended", "2000-08-12", "07/2000/TT-BVGCP", ["một phần"]),
        ("06/1998/TT-BVGCP", "ended", "2002-08-12", "07/2002/TT-BTM", []),
    ]
