"""Symbols whose last code is a regional unit's, its ordinal set apart by a blank: "45/TB-KV III"."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

CODES = ("TB-KV", "CV-CN", "BC-CC", "QĐ-ĐTV", "KH-PTM")
ORDINALS = ("I", "II", "III", "IV", "V", "VI", "IX", "XI", "XIII")
BEHIND = (
    " ngày 02/3/2025 của Kiểm toán nhà nước", ", Công văn số 7/SNV-TH", ";", ".", " và Công văn số 7/SNV-TH",
    " của Cục",
    " (kèm theo)", ".\n", "",
)  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_the_ordinal_belongs_to_the_number(code: str) -> None:
    wrong = []
    for ordinal, behind in product(ORDINALS, BEHIND):
        found = extract(f"Theo Văn bản số 45/{code} {ordinal}{behind}\n").documents
        if f"45/{code} {ordinal}" not in {d.code for d in found}:
            wrong.append((ordinal, behind, [d.code for d in found]))
    assert wrong == []


def test_in_the_head_and_before_a_department() -> None:
    head = (
        "KIỂM TOÁN NHÀ NƯỚC\nKHU VỰC III\nSố: 45/TB-KV III\nĐà Nẵng, ngày 02 tháng 3 năm 2025\n\nTHÔNG BÁO\nKết quả\n"
    )
    (own,) = (d for d in extract(head).documents if d.is_source)
    assert (own.code, own.issuer) == ("45/TB-KV III", "Kiểm toán nhà nước khu vực III")
    assert "88/KV IV-TH" in {d.code for d in extract("Theo Công văn số 88/KV IV-TH ngày 02/3/2025;").documents}


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 45/QĐ-UBND I. Mục tiêu",  # the next section
        "Quyết định số 45/QĐ-UBND II, III",  # a body that has no ordinals
        "Quyết định số 45/QĐ-UBND\nI, Mục tiêu",
        "Quyết định số 45/QĐ-UBND VIỆT NAM",
    ],
)
def test_no_ordinal(text: str) -> None:
    assert "45/QĐ-UBND" in {d.code for d in extract(f"Theo {text}").documents}
