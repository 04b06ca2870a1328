"""Letters whose units look like types: the order of the codes tells, unless the paper is older than that order."""

from __future__ import annotations

import pytest

from graph import extract
from graph.citations import symbols
from graph.citations.letters import is_letter


def symbol_of(code: str) -> symbols.Symbol:
    found = symbols.SYMBOL.match(code)
    assert found is not None
    symbol = symbols.parse(code, found, named=True)
    assert symbol is not None
    return symbol


@pytest.mark.parametrize(
    ("code", "date", "letter"),
    [
        ("4200/CT-CS", None, True),  # Cục Thuế, Ban Chính sách
        ("5106/CT-NVT", "2025-11-12", True),
        ("92/BNV-CT", None, True),
        ("97/BCT-TT", None, True),
        ("90/UBND-NQ", None, True),
        ("88/BTC-QĐ", "2025-01-05", True),
        ("655/SNV-TT", "2021-04-02", True),
        ("21/CT-TTg", None, False),
        ("007/CT-UBND", "2025-10-06", False),
        ("12/CT-BTC", "2025-10-06", False),
        ("3509/QĐ-CT", "2025-11-17", False),
        ("37/VHTT-TT", None, False),  # the order before 1998
        ("37/VHTT-TT", "1995-07-05", False),
        ("24/LB-TT", None, False),
        ("87-CT", "1985-03-01", False),
        ("15/2020/TT-BNV", None, False),
        ("05-CT/TW", None, False),
        ("15422-CV/VPTW", None, False),
        ("80/2015/QH13", None, False),
    ],
)
def test_the_order_of_the_codes(code: str, date: str | None, letter: bool) -> None:
    assert is_letter(symbol_of(code), date) is letter


@pytest.mark.parametrize("code", ["4200/CT-CS", "92/BNV-CT", "97/BCT-TT", "90/UBND-NQ", "88/BTC-QĐ"])
@pytest.mark.parametrize("words", ["Công văn số", "văn bản số", "số"])
def test_a_cited_letter_is_a_letter(code: str, words: str) -> None:
    result = extract(f"Thực hiện {words} {code} ngày 05/01/2025 về việc rà soát, cơ quan báo cáo.")
    cited = [d for d in result.documents if not d.is_source]
    assert [(d.type, d.code) for d in cited] == [("Công văn", code)]
    assert not result.findings


def test_a_stated_type_outranks_the_order() -> None:
    result = extract("Căn cứ Thông tư số 24/LB-TT ngày 07/7/1995 và Quyết định số 88/BTC-QĐ ngày 05/01/2025.")
    assert sorted((d.type or "", d.code) for d in result.documents if not d.is_source) == [
        ("Quyết định", "88/BTC-QĐ"),
        ("Thông tư", "24/LB-TT"),
    ]
