"""Numbered lists that run on in one line are laid out as lists."""

from __future__ import annotations

import pytest

from graph.structure import lay_out
from graph.structure.run_on import numbers_on_lines


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Bãi bỏ các Quyết định sau: 1. Quyết định số 1; 2. Quyết định số 2; 3. Quyết định số 3.", "1 2 3"),
        ("Bãi bỏ 03 Quyết định: 1) Quyết định số 1. 2) Quyết định số 2. 3) Quyết định số 3.", "1 2 3"),
        ("Hủy bỏ các văn bản: 1/ Quyết định số 1; 2/ Quyết định số 2.", "1 2"),
        ("Thực hiện: 1.Nghị quyết số 57-NQ/TW; 2.Kế hoạch số 12/KH-UBND.", "1 2"),
        ("Bãi bỏ các Quyết định sau: 1. Quyết định số\n45/2012; 2. Quyết định số 2;\n3. Quyết định số 3.", "1 2 3"),
        ("Gồm: 1. Phí; 2. Lệ phí. Thay thế: 1. Quyết định số 1; 2. Quyết định số 2.", "1 2 1 2"),
        # one number alone, numbers that do not follow, another sign, a cell, another paragraph: no list
        ("Bãi bỏ: 1. Quyết định số 45.", ""),
        ("Bãi bỏ: 1. Quyết định số 45; 3. Quyết định số 46.", ""),
        ("Bãi bỏ: 1. Quyết định số 45; 2) Quyết định số 46.", ""),
        ("Tỷ lệ: 1.5 và 2.5; Điểm: 1. phẩy; 2. phẩy", ""),
        ("| STT | Nội dung: 1. Phí; 2. Lệ phí |", ""),
    ],
)
def test_labels(text: str, labels: str) -> None:
    found = [unit.label for unit in lay_out(text).units if unit.kind in ("khoản", "dash")]
    assert found == labels.split()


def test_items_belong_to_what_introduces_them() -> None:
    units = lay_out("Điều 2. Bãi bỏ các Quyết định sau: 1. Quyết định số 1; 2. Quyết định số 2.").units
    assert [(unit.kind, unit.host) for unit in units] == [("điều", -1), ("khoản", 0), ("khoản", 0)]


def test_far_apart_is_no_list() -> None:
    text = f"Bãi bỏ: 1. Phí {'và lệ phí ' * 500}; 2. Lệ phí."
    assert numbers_on_lines(text) == text


@pytest.mark.parametrize("unit", [": 1. A", ": 1. A; 2. A", ": 1.   ", "; 2. A", ": \n", ": 1. A\n\n"])
def test_length_stays(unit: str) -> None:
    text = unit * 500
    assert len(numbers_on_lines(text)) == len(text)
    assert numbers_on_lines(text).split() == text.split()
