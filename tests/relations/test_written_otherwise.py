"""The same citation under other signs: brackets, quotation marks, strokes, letters for digits. It stays what it is."""

from __future__ import annotations

import pytest

from graph import extract

OLD = "urn:lex:vn:uy.ban.nhan.dan:quyet.dinh:2020-01-17;10-2020-qd-ubnd"


def _replaced(written: str) -> set[str]:
    text = f"QUYẾT ĐỊNH\nĐiều 1. Quyết định này thay thế {written} của Ủy ban nhân dân qui định về phí.\n"
    return {r.object for r in extract(text).relations if r.predicate == "replaces"}


@pytest.mark.parametrize(
    "written",
    [
        "Quyết định số 10/2020/QĐ-UBND ngày 17/01/2020",
        "Quyết định (số 10/2020/QĐ-UBND) ngày 17/01/2020",
        "Quyết định (10/2020/QĐ-UBND) ngày 17/01/2020",
        "Quyết định (số 10/2020/QĐ-UBND ngày 17/01/2020)",
        "Quyết định [số 10/2020/QĐ-UBND] ngày 17/01/2020",
        "“Quyết định số 10/2020/QĐ-UBND ngày 17/01/2020”",
        '"Quyết định số 10/2020/QĐ-UBND" ngày 17/01/2020',
        "Quyết định số 10∕2020⁄QĐ-UBND ngày 17/01/2020",
        "Quyết định số 10\\2020\\QĐ-UBND ngày 17/01/2020",
        "Quyết định số 10/2020/QĐ\\-UBND ngày 17/01/2020",
        "Quyết định số 10/2020/QĐ\u00adUBND ngày 17/01/2020",
        "Quyết định số 10/2020/QĐ-\u00adUBND ngày 17/01/2020",
        "Quyết định số 1O/2O20/QĐ-UBND ngày l7/O1/2020",
        "Quyết định số 10/2020/QĐ-UBND[^1] ngày 17/01/2020",
        "Quyết định số 10/2020/QĐ-UBND(*) ngày 17/01/2020",
        "Quyết định số<br/>\n10/2020/QĐ-UBND ngày 17/01/2020",
    ],
)
def test_one_citation_in_other_signs(written: str) -> None:
    assert _replaced(written) == {OLD}


@pytest.mark.parametrize("lead", ["cụm từ ", ""])
def test_words_quoted_as_words_stay_words(lead: str) -> None:
    text = (
        f"QUYẾT ĐỊNH\nĐiều 1. Thay thế {lead}“Nghị định số 10/2020/NĐ-CP” bằng {lead}“Nghị định số 15/2022/NĐ-CP” "
        "tại khoản 2 Điều 3 Quyết định số 5/2023/QĐ-UBND.\n"
    )
    assert not [r for r in extract(text).relations if r.predicate == "replaces" and "nghi.dinh" in r.object]
