"""What a portal's table of events says of the day of issue, and of a part that is gone without a row that says why."""

from __future__ import annotations

import pytest

from graph import extract

_ROWS = (
    "• Hiệu lực: {state}\n  • Ngày có hiệu lực: 01/07/2018\nLịch sử hiệu lực: Thông tư 31/2017/TT-BCT\n"
    "Ngày Trạng thái Văn bản nguồn Phần hết hiệu lực\n"
    "28/12/2017 Văn bản được ban hành 31/2017/TT-BCT\n01/07/2018 Văn bản có hiệu lực 31/2017/TT-BCT\n{more}"
)


@pytest.mark.parametrize(
    ("state", "more", "parts"),
    [
        ("Hết hiệu lực một phần", "05/02/2020 Được sửa đổi 42/2019/TT-BCT\n", [(None, "một phần")]),
        ("Hết hiệu lực một phần", "05/02/2020 Bị bãi bỏ 1 phần 42/2019/TT-BCT\n", [("2020-02-05", "một phần")]),
        ("Còn hiệu lực", "05/02/2020 Được sửa đổi 42/2019/TT-BCT\n", []),
    ],
)
def test_issue_and_part(state: str, more: str, parts: list[tuple[str | None, str]]) -> None:
    result = extract(_ROWS.format(state=state, more=more))
    (paper,) = [d for d in result.documents if d.code == "31/2017/TT-BCT"]
    assert paper.date == "2017-12-28"
    told = [(e.date, e.provisions[0].text) for e in result.effects if e.kind == "ended" and e.provisions]
    assert told == parts
    assert ("in-force", "2018-07-01") in {(e.kind, e.date) for e in result.effects}


_HISTORY = """Lịch sử hiệu lực: Nghị định {old}
Ngày Trạng thái Văn bản nguồn Phần hết hiệu lực
19/06/1991 Văn bản được ban hành {old}
19/06/1991 Văn bản có hiệu lực {old}
21/06/1993 Văn bản hết hiệu lực {old}
21/06/1993 {state} {new}
"""


@pytest.mark.parametrize("old", ["193/HĐBT", "193-HĐBT", "23/CP"])
@pytest.mark.parametrize("new", ["42-CP", "42/CP", "324-CP"])
@pytest.mark.parametrize(("state", "predicate"), [("Bị hết hiệu lực", "repeals"), ("Bị thay thế", "replaces")])
def test_old_numbers_in_a_history(old: str, new: str, state: str, predicate: str) -> None:
    extraction = extract(_HISTORY.format(old=old, new=new, state=state))
    code = {d.id: d.code for d in extraction.documents}
    stated = {(code.get(r.subject), r.predicate, code.get(r.object)) for r in extraction.relations}
    assert (new, predicate, old) in stated
    assert next(d.date for d in extraction.documents if d.code == old) == "1991-06-19"


@pytest.mark.parametrize(
    "row", ["21/06/1993 Bị hết hiệu lực 15-TC/TT", "Bị hết hiệu lực 42-CP", "21/06/1993 Tăng 42-CP"]
)
def test_other_numbers_are_none(row: str) -> None:
    assert [d.code for d in extract(f"Thông tư số 12/2010/TT-BTC\n{row}\n").documents if not d.is_source] == [
        "12/2010/TT-BTC"
    ]
