"""Tracking sheets: two lines of heads, and under the second group of them the document that answers the first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from office_files import sheet

GROUPS = [
    ("Văn bản triển khai", {("85/KH-UBND", "implements", "12/NQ-HĐND")}),
    ("Văn bản tổ chức thực hiện", {("85/KH-UBND", "implements", "12/NQ-HĐND")}),
    ("Kết quả của đơn vị", set()),
]
BELOW = [
    (("Số, ký hiệu", "Ngày ban hành"), ("85/KH-UBND", date(2024, 8, 1))),
    (("Ngày", "Số ký hiệu"), (date(2024, 8, 1), "85/KH-UBND")),
    (("Số văn bản", "Ngày tháng", "Trích yếu"), ("85/KH-UBND", "01/8/2024", "Kế hoạch về giáo dục")),
]
FIRST = [
    (("Văn bản được giao", None, None), ("Số, ký hiệu", "Ngày ban hành", "Trích yếu")),
    (("Số, ký hiệu", "Ngày ban hành", "Trích yếu"), ("Số, ký hiệu", "Ngày ban hành", "Trích yếu")),
]


@pytest.mark.parametrize(("group", "below", "first"), list(product(GROUPS, BELOW, FIRST)))
def test_the_second_document_of_a_row(
    group: tuple[str, set[Any]],
    below: tuple[Sequence[str], Sequence[Any]],
    first: tuple[Sequence[Any], Sequence[str]],
    tmp_path: Path,
) -> None:
    (name, right), (heads, values), (upper, lower) = group, below, first
    rows = [
        ["BẢNG THEO DÕI VIỆC THỰC HIỆN NGHỊ QUYẾT"],
        ["TT", *upper, name, *[None] * (len(heads) - 1), "Tiến độ"],
        ["TT", *lower, *heads, "Tiến độ"],
        [1, "12/NQ-HĐND", date(2024, 7, 10), "về phát triển giáo dục", *values, "Đã hoàn thành"],
    ]
    (said,) = sheet(tmp_path, rows)
    assert {d.code: d.date for d in said.documents} == {"12/NQ-HĐND": "2024-07-10", "85/KH-UBND": "2024-08-01"}
    codes = {d.id: d.code for d in said.documents}
    acts = [r for r in said.relations if r.predicate not in ("cites", "issued_by")]
    assert {(codes[r.subject], r.predicate, codes[r.object]) for r in acts} == right


def test_which_of_two_carries_the_other_out_is_told_by_the_days(tmp_path: Path) -> None:
    rows = [
        ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Văn bản triển khai"],
        [1, "85/KH-UBND", date(2024, 8, 1), "Kế hoạch về giáo dục", "Nghị quyết số 12/NQ-HĐND ngày 10/7/2024"],
        [2, "86/KH-UBND", date(2024, 8, 1), "Kế hoạch về y tế", "Nghị quyết số 13/NQ-HĐND"],
    ]
    first, second = sheet(tmp_path, rows)
    codes = {d.id: d.code for d in first.documents}
    acts = [r for r in first.relations if r.predicate == "implements"]
    assert [(codes[r.subject], codes[r.object]) for r in acts] == [("85/KH-UBND", "12/NQ-HĐND")]
    assert not [r for r in second.relations if r.predicate == "implements"]


def test_the_heads_again_on_the_next_page(tmp_path: Path) -> None:
    heads = [
        ["TT", "Văn bản được giao", None, "Văn bản triển khai", None],
        ["TT", "Số, ký hiệu", "Ngày ban hành", "Số, ký hiệu", "Ngày ban hành"],
    ]
    rows = [[n, f"{n}/NQ-HĐND", date(2024, 7, n), f"{n}5/KH-UBND", date(2024, 8, n)] for n in (1, 2)]
    said = sheet(tmp_path, [*heads, rows[0], heads[1], rows[1]])
    assert [[d.code for d in one.documents] for one in said] == [
        ["1/NQ-HĐND", "15/KH-UBND"],
        ["2/NQ-HĐND", "25/KH-UBND"],
    ]
    assert all("implements" in {r.predicate for r in one.relations} for one in said)
