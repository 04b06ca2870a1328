"""Normative or not: real symbols with what the laws on promulgation make of them."""

from __future__ import annotations

import pytest

from graph.domain.document_types import type_by_name
from graph.domain.lawmaking import Lawmaking, lawmaking, legislation

NORMATIVE = [
    ("Luật", "Quốc hội", "64/2025/QH15", "2025-02-19", True),
    ("Pháp lệnh", "Ủy ban Thường vụ Quốc hội", "34/2007/PL-UBTVQH11", "2007-04-20", True),
    ("Nghị quyết", "Quốc hội", "190/2025/QH15", "2025-02-19", True),
    ("Nghị quyết", "Hội đồng nhân dân tỉnh", "12/2022/NQ-HĐND", "2022-07-20", False),
    ("Nghị quyết", "Chính phủ", "17/2026/NQ-CP", "2026-04-29", False),
    ("Nghị định", "Chính phủ", "74-CP", "1993-10-25", False),
    ("Quyết định", "Ủy ban nhân dân tỉnh", "32/2020/QĐ-UBND", "2020-11-24", False),
    ("Quyết định", "Thủ tướng Chính phủ", "19/2025/QĐ-TTg", "2025-06-30", False),
    ("Quyết định", "Bộ Tài chính", "15/2006/QĐ-BTC", "2006-03-20", False),
    ("Chỉ thị", "Ủy ban nhân dân tỉnh", "20/2013/CT-UBND", "2013-05-07", False),
    ("Thông tư", "Bộ Công Thương", "37/2013/TT-BCT", None, False),
]
NOT = [
    ("Nghị quyết", "Bộ Chính trị", "57-NQ/TW", "2024-12-22"),
    ("Nghị quyết", "Chính phủ", "124/NQ-CP", "2020-09-03"),
    ("Quyết định", "Ủy ban nhân dân tỉnh", "2844/QĐ-UBND", "2021-01-05"),
    ("Quyết định", "Chủ tịch Ủy ban nhân dân tỉnh", "2267/QĐ-UBND", "2018-12-10"),
    ("Quyết định", "Sở Công Thương", "14/2019/QĐ-SCT", "2019-06-11"),
    ("Quyết định", "Bộ Tài chính", "15/2016/QĐ-BTC", "2016-03-20"),
    ("Chỉ thị", "Ủy ban nhân dân tỉnh", "20/2018/CT-UBND", "2018-05-07"),
    ("Kế hoạch", "Ủy ban nhân dân tỉnh", "83/KH-UBND", "2018-06-04"),
]


@pytest.mark.parametrize(("type", "issuer", "code", "date", "primary"), NORMATIVE)
def test_normative(type: str, issuer: str, code: str, date: str | None, primary: bool) -> None:
    row = legislation(type, issuer, code, date)
    assert isinstance(row, Lawmaking) and row.primary is primary


@pytest.mark.parametrize(("type", "issuer", "code", "date"), NOT)
def test_not_normative(type: str, issuer: str, code: str, date: str) -> None:
    assert legislation(type, issuer, code, date) is False


def test_what_hangs_on_something_unknown_is_unknown() -> None:
    assert legislation("Quyết định", "Ủy ban nhân dân tỉnh", None, "2020-11-24") is None
    assert legislation("Nghị quyết", None, "12/2022/NQ-HĐND", "2022-07-20") is None
    assert legislation("Chỉ thị", "Thủ tướng Chính phủ", "34/2008/CT-TTg", None) is None


def test_rows_name_types_that_there_are() -> None:
    assert all(type_by_name(row.type) for row in lawmaking())
