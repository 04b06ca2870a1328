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
