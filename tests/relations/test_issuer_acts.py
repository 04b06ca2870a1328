"""Lists that the issuing body itself ends by name, and classes told by the law that they rest on."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

PAPER = """{body}
TỈNH HÀ TĨNH
Số: 15/2021/{mark}

Hà Tĩnh, ngày 10 tháng 5 năm 2021

{kind}
{title}

{body} TỈNH HÀ TĨNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

QUYẾT {end}:

Điều 1. {{said}}

Điều 2. {this} này có hiệu lực từ ngày 20/5/2021.
"""
ENDS = "Bãi bỏ một số văn bản quy phạm pháp luật"


def _paper(council: bool, title: str = ENDS) -> str:
    return PAPER.format(
        body="HỘI ĐỒNG NHÂN DÂN" if council else "ỦY BAN NHÂN DÂN",
        mark="NQ-HĐND" if council else "QĐ-UBND",
        kind="NGHỊ QUYẾT" if council else "QUYẾT ĐỊNH",
        end="NGHỊ" if council else "ĐỊNH",
        this="Nghị quyết" if council else "Quyết định",
        title=title,
    )


INTRODUCTIONS = [
    "{body} bãi bỏ các văn bản sau",
    "{body} quyết định bãi bỏ các văn bản sau đây",
    "{body} thống nhất bãi bỏ các {kind} sau",
    "{body} Hà Tĩnh bãi bỏ các {kind} sau đây",
    "Nay {body} bãi bỏ các văn bản sau",
    "Từ ngày 20/5/2021, {body} bãi bỏ các văn bản sau",
    "{body} bãi bỏ toàn bộ các {kind} do {body} ban hành, gồm",
    "Bãi bỏ các văn bản ban hành căn cứ vào Luật Đất đai năm 2003",
    "Bãi bỏ các văn bản ban hành theo Luật Đất đai số 13/2003/QH11",
    "Bãi bỏ các {kind} được ban hành căn cứ Luật Đất đai năm 2003, cụ thể",
    "Bãi bỏ các {kind} trái với Luật Đất đai năm 2013 sau đây",
    "Bãi bỏ các văn bản ban hành trước ngày Luật Đất đai năm 2013 có hiệu lực, gồm",
]
LAYOUTS = [":\na) {0};\nb) {1}.", ":\n1. {0};\n2. {1}.", ":\n- {0};\n- {1}.", ": {0}; {1}."]
HEADINGS = ["", "Bãi bỏ văn bản\n"]


@pytest.mark.parametrize(("introduction", "council"), list(product(INTRODUCTIONS, (False, True))))
def test_every_member_ends(introduction: str, council: bool) -> None:
    kind, mark = ("Nghị quyết", "NQ-HĐND") if council else ("Quyết định", "QĐ-UBND")
    body = "Hội đồng nhân dân tỉnh" if council else "Ủy ban nhân dân tỉnh"
    members = [f"{kind} số 12/2010/{mark} ngày 01/3/2010", f"{kind} số 14/2012/{mark} ngày 05/6/2012"]
    for heading, layout in product(HEADINGS, LAYOUTS):
        said = heading + introduction.format(body=body, kind=kind.lower()) + layout.format(*members)
        found = stated(_paper(council).format(said=said), of=("repeals", "replaces", "amends"))
        assert found == {(f"15/2021/{mark}", "repeals", f"{n}/{mark}") for n in ("12/2010", "14/2012")}, said


@pytest.mark.parametrize(
    "said",
    [
        "Ủy ban nhân dân tỉnh đã bãi bỏ các văn bản sau: {}.",
        "Ủy ban nhân dân tỉnh chưa bãi bỏ các văn bản sau: {}.",
        "Ủy ban nhân dân tỉnh xem xét bãi bỏ các văn bản sau: {}.",
        "Giao Ủy ban nhân dân tỉnh bãi bỏ các văn bản sau: {}.",
        "Khi Ủy ban nhân dân tỉnh bãi bỏ các văn bản sau thì áp dụng: {}.",
        "Ủy ban nhân dân huyện bãi bỏ các văn bản sau: {}.",
        "Hội đồng nhân dân tỉnh bãi bỏ các văn bản sau: {}.",
        "Sở Tư pháp bãi bỏ các văn bản sau: {}.",
        "Sở Tư pháp rà soát các văn bản ban hành theo Luật Đất đai năm 2003: {}.",
        "Áp dụng các văn bản ban hành căn cứ Luật Đất đai năm 2003 sau đây: {}.",
    ],
)
def test_another_body_or_another_time(said: str) -> None:
    old = "Quyết định số 12/2010/QĐ-UBND ngày 01/3/2010"
    for heading in HEADINGS[: 1 if said.startswith("Áp dụng") else 2]:
        assert stated(_paper(False, "Quy định về phí").format(said=heading + said.format(old))) == set()


def test_what_a_class_rests_on_is_not_ended() -> None:
    old, ends = "Quyết định số 12/2010/QĐ-UBND", {("15/2021/QĐ-UBND", "repeals", "12/2010/QĐ-UBND")}
    assert stated(_paper(False).format(said=f"Bãi bỏ các quyết định ban hành theo {old}.")) == set()
    assert stated(_paper(False).format(said=f"Bãi bỏ Quy chế ban hành theo {old}.")) == ends
    assert stated(_paper(False).format(said=f"Ủy ban nhân dân tỉnh bãi bỏ {old}.")) == ends
