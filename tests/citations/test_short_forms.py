"""Short and clipped forms of numbers: the type glued to it, the year in words or behind the codes, the Party's number
with hyphens, a number alone beside the one with its year."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_LEADS = ("Theo {} thì được.", "Căn cứ {};", "Thực hiện {}, các đơn vị báo cáo.")


def _codes(text: str) -> list[tuple[str | None, str | None]]:
    return [(d.type, d.code) for d in extract(f"Theo tin của báo.\n\n{text}\n").documents if not d.is_source]


@pytest.mark.parametrize(
    ("written", "kind", "code"),
    [
        ("NĐ12/2024/NĐ-CP", "Nghị định", "12/2024/NĐ-CP"),
        ("TT27/2025/TT-BTC", "Thông tư", "27/2025/TT-BTC"),
        ("QĐ15/2025/QĐ-TTg", "Quyết định", "15/2025/QĐ-TTg"),
        ("NQ18-NQ/TW", "Nghị quyết", "18-NQ/TW"),
        ("Nghị định 12/NĐ-CP/2024", "Nghị định", "12/2024/NĐ-CP"),
        ("Thông tư số 27/TT-BTC/2025", "Thông tư", "27/2025/TT-BTC"),
        ("Quyết định 15/QĐ-UBND/2024", "Quyết định", "15/QĐ-UBND/2024"),
        ("Nghị quyết số 18-NQ-TW", "Nghị quyết", "18-NQ/TW"),
        ("Nghị quyết số 19/NQ-TW", "Nghị quyết", "19-NQ/TW"),
        ("Nghị định 12 năm 2024 của Chính phủ", "Nghị định", "12/2024"),
        ("Thông tư 27 năm 2025", "Thông tư", "27/2025"),
    ],
)
def test_one_form_of_the_number(written: str, kind: str, code: str) -> None:
    for lead in _LEADS:
        assert _codes(lead.format(written)) == [(kind, code)], lead


@pytest.mark.parametrize(
    "words", ["mã QĐ15/2025-X", "kế hoạch 5 năm 2021-2025", "Nghị định 5 năm 2021-2025", "lô TT27/2025"]
)
def test_what_is_no_number_of_a_document(words: str) -> None:
    assert _codes(f"Theo {words} thì được.") == []


def test_a_number_alone_beside_the_one_with_its_year() -> None:
    for written, again in product(
        ("Nghị định số 12/2024", "Nghị định 12 năm 2024"), ("Nghị định 12", "Nghị định số 12")
    ):
        assert _codes(f"Theo {written} của Chính phủ thì được. {again} đã nêu.") == [("Nghị định", "12/2024")]
    two = "Theo Nghị định số 12/2024 và Nghị định số 12/2023 thì được. Nghị định số 12 đã nêu."
    assert len(_codes(two)) == 3
