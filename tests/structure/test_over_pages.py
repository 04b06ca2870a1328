"""Symbols torn by a page, crossed: where they are torn, and what stands between: numbers of pages, running heads, heads
of tables that every page repeats."""

from __future__ import annotations

import pytest

from graph import extract
from graph.structure.over_pages import joined_over_pages

SYMBOLS = {
    "42/2015/TT-BLĐTBXH": "Thông tư", "15/2020/NĐ-CP": "Nghị định", "1719/QĐ-TTg": "Quyết định", "31/2024/QH15": "Luật",
    "07/2018/TTLT-BTC-BNV": "Thông tư liên tịch", "25/2021/QĐ-UBND": "Quyết định", "05/2019/TT-NHNN": "Thông tư",
}  # fmt: skip
HEAD = "CÔNG BÁO/Số 505 + 506/Ngày 14-4-2024 \n"
TABLE = f"\n\n \n64 \n64\n  \n64 \n{HEAD}Danh mục còn hiệu lực \nTT \nTên loại \nNgày \ncó hiệu lực\nGhi chú \n"
PAGES = {
    "wrap": "\n",
    "head": f"\n\n\n64 \n{HEAD}",
    "head and number": f" \n64 \n64\n  \n64 \n{HEAD}\n",
    "head of a table": TABLE,
    "foot": f"\n\nTập hệ thống hóa văn bản \n \n76 \n{HEAD}TT \nTên loại \n",
    "number": "\n\n12\n\n",
    "number between dashes": "\n\n- 12 -\n\n",
    "form feed": "\n\f",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_symbol_goes_on_over_the_page(page: str) -> None:
    between = PAGES[page]
    for symbol, kind in SYMBOLS.items():
        for at in range(1, len(symbol)):
            if symbol[at - 1] not in "/-":
                continue
            other = f"99/2025/{symbol.split('/')[-1]}"
            text = (
                f"THÔNG TƯ\nVề việc\n\nĐiều 1. Theo {kind} số {other} ngày 01/01/2025 sửa đổi, bổ sung một số điều của "
                f"{kind} số {symbol[:at]}{between}{symbol[at:]} ngày 20/10/2015 quy định về đào tạo.\n"
                + f"{between}Nơi làm việc. "
                * 3
            )
            found = extract(text)
            codes = {d.id: d.code for d in found.documents}
            said = [(codes[r.subject], codes[r.object]) for r in found.relations if r.predicate == "amends"]
            assert said == [(other, symbol)], text


@pytest.mark.parametrize(
    "text",
    [
        "theo Thông tư số 42/2015/TT-\n\nBộ Tài chính",  # no mark of a page
        "gồm 42/2015/TT-\n64\ncác văn bản",  # nothing that goes on with it
        "tỷ lệ 12/\n64\nNgười nộp",
        "",
    ],
)
def test_what_is_not_torn_stays(text: str) -> None:
    assert joined_over_pages(text) == text


def test_nothing_moves() -> None:
    text = f"số 42/2015/TT-{TABLE}BLĐTBXH" + TABLE * 3
    assert len(joined_over_pages(text)) == len(text)
    assert "".join(joined_over_pages(text).split()).startswith("số42/2015/TT-BLĐTBXH")
