"""Rows of registers that say how far the document has ended: only a part of it, then nothing replaces the whole."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

from graph import extract

OLD, NEW = "Quyết định số 12/2010/QĐ-UBND ngày 05/4/2010", "Quyết định số 20/2015/QĐ-UBND ngày 01/6/2015"
EXTENTS = (
    ("Một phần", True), ("Hết hiệu lực một phần", True), ("**Một phần**", True), ("Điều 3, Điều 5", True),
    ("khoản 2 Điều 4", True), ("Toàn bộ", False), ("Hết hiệu lực toàn bộ", False), ("", False),
    ("về việc hỗ trợ một phần kinh phí mua giống vật nuôi", False),
)  # fmt: skip
HEADS = ("Phạm vi hết hiệu lực", "Ghi chú", "Tình trạng", "Nội dung")
BY = ("Văn bản thay thế", "Được thay thế bởi", "Bị thay thế bằng")


@pytest.mark.parametrize(("extent", "partly"), EXTENTS)
@pytest.mark.parametrize("by", BY)
def test_the_extent_in_a_cell_of_its_own(extent: str, partly: bool, by: str) -> None:
    right = {("20/2015/QĐ-UBND", "amends" if partly else "replaces", "12/2010/QĐ-UBND")}
    for head, first in product(HEADS, ("| STT ", "")):
        number = "| 1 " if first else ""
        text = f"{first}| Văn bản | {head} | {by} |\n|---|---|---|---|\n{number}| {OLD} | {extent} | {NEW} |\n"
        assert stated(text) == right, text


@pytest.mark.parametrize("extent", ["Một phần", "Hết hiệu lực một phần"])
def test_the_extent_behind_what_replaces(extent: str) -> None:
    text = f"| STT | Văn bản | Văn bản thay thế | Ghi chú |\n|---|---|---|---|\n| 1 | {OLD} | {NEW} | {extent} |\n"
    assert stated(text) == {("20/2015/QĐ-UBND", "amends", "12/2010/QĐ-UBND")}


def test_provisions_of_what_replaces_are_no_extent() -> None:
    text = f"| STT | Văn bản | Văn bản thay thế | Điều khoản |\n|---|---|---|---|\n| 1 | {OLD} | {NEW} | Điều 3 |\n"
    assert stated(text) == {("20/2015/QĐ-UBND", "replaces", "12/2010/QĐ-UBND")}


REASONS = (
    ("Được thay thế bằng {}", False), ("Bị bãi bỏ bởi {}", False), ("Được thay thế một phần bằng {}", True),
    ("Bị bãi bỏ một phần bởi {}", True), ("Hết hiệu lực một phần do {} thay thế", True),
)  # fmt: skip


@pytest.mark.parametrize(("reason", "partly"), REASONS)
def test_the_day_of_a_row_that_ended_in_part(reason: str, partly: bool) -> None:
    text = (
        "| STT | Tên loại văn bản | Số, ký hiệu; ngày ban hành | Tên gọi của văn bản | Lý do | Ngày hết hiệu lực |\n"
        "|---|---|---|---|---|---|\n"
        f"| 1 | Quyết định | 12/2010/QĐ-UBND ngày 05/4/2010 | Về giá đất | {reason.format(NEW)} | 11/6/2015 |\n"
    )
    found = extract(text)
    (document,) = (d for d in found.documents if d.code == "12/2010/QĐ-UBND")
    assert document.title == "Về giá đất"  # the title ends with its cell
    (effect,) = (e for e in found.effects if e.document == document.id)
    assert (effect.kind, effect.date, bool(effect.provisions)) == ("ended", "2015-06-11", partly)


AGENTS = (
    "Nghị định số 140/2018/NĐ-CP ngày 08/10/2018 của Chính phủ",
    "Nghị định số 15/2019/NĐ-CP",
    "Nghị định số 24/2022/NĐ-CP",
)
NOTES = (
    ("Được sửa đổi, bổ sung bởi: {}", "amends"), ("Được sửa đổi, bổ sung bởi {}", "amends"),
    ("Đã được sửa đổi tại: {}", "amends"), ("Bị thay thế bởi {}", "replaces"), ("Được thay thế bằng: {}", "replaces"),
    ("Văn bản sửa đổi, bổ sung: {}", "amends"), ("Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần: {}", "amends"),
    ("Hết hiệu lực một phần. Văn bản sửa đổi, bổ sung: {}", "amends"),
)  # fmt: skip
ROWS = (
    "| TT | Tên văn bản | Ghi chú |\n|---|---|---|\n| 1 | Nghị định số 31/2015/NĐ-CP ngày 24/3/2015 | {} |\n",
    "| TT | Tên văn bản | Trích yếu | Ghi chú |\n|---|---|---|---|\n"
    "| 1 | Nghị định số 31/2015/NĐ-CP | Quy định về việc làm | {} |\n",
)


@pytest.mark.parametrize(("note", "predicate"), NOTES)
@pytest.mark.parametrize("many", [1, 2, 3])
def test_members_behind_plus_signs_on_one_line(note: str, predicate: str, many: int) -> None:
    """Notes of registers lose their lines: "+ A + B" on one line is a list."""
    members = " ".join(f"+ {agent}" for agent in AGENTS[:many])
    codes = ("140/2018/NĐ-CP", "15/2019/NĐ-CP", "24/2022/NĐ-CP")[:many]
    for row in ROWS:
        text = row.format(note.format(members))
        assert stated(text) == {(code, predicate, "31/2015/NĐ-CP") for code in codes}, text
