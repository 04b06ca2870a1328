"""Records of labels and values above a text or in its place, crossed: layouts of portals and registers; what is right
by construction."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from graph import extract

_Rows = list[tuple[str, str]]


def _one_line(rows: _Rows) -> str:
    return "\n".join(f"{label}: {value}" for label, value in rows)


def _own_lines(rows: _Rows) -> str:
    return "\n".join(f"{label}\n{value}" for label, value in rows)


def _colon_and_own_line(rows: _Rows) -> str:
    return "\n".join(f"{label}:\n{value}" for label, value in rows)


def _table(rows: _Rows) -> str:
    return "\n".join(f"| {label} | {value} |" for label, value in rows)


def _two_pairs(rows: _Rows) -> str:
    pairs = [f"{label}: {value}" for label, value in rows]
    return "\n".join("   ".join(pairs[at : at + 2]) for at in range(0, len(pairs), 2))


def _bold(rows: _Rows) -> str:
    return "\n".join(f"**{label}:** {value}" for label, value in rows)


_LAYOUTS = (_one_line, _own_lines, _colon_and_own_line, _table, _two_pairs, _bold)
_PAPERS = (
    ("12/2024/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Bình Dương", "Ủy ban nhân dân tỉnh", "Bình Dương"),
    ("27/2025/TT-BTC", "Thông tư", "Bộ Tài chính", "Bộ Tài chính", None),
    ("15/2024/NĐ-CP", "Nghị định", "Chính phủ", "Chính phủ", None),
)
_NUMBERS = ("Số ký hiệu", "Số hiệu", "Số, ký hiệu", "Số/Ký hiệu")
_STATES = (("Còn hiệu lực", "in-force"), ("Hết hiệu lực toàn bộ", "ended"))
_STATE_LABELS = ("Tình trạng hiệu lực", "Trạng thái", "Hiệu lực")


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("code", "kind", "body", "issuer", "place"), _PAPERS)
def test_a_record_tells_the_identity(
    layout: Callable[[_Rows], str], code: str, kind: str, body: str, issuer: str, place: str | None
) -> None:
    for number, (state, means), label in product(_NUMBERS, _STATES, _STATE_LABELS):
        rows = [
            (number, code), ("Ngày ban hành", "05/02/2024"), ("Ngày có hiệu lực", "15/02/2024"),
            ("Cơ quan ban hành", body), ("Loại văn bản", kind), ("Trích yếu", "Quy định về phân cấp quản lý"),
            ("Người ký", "Nguyễn Văn An"), (label, state),
        ]  # fmt: skip
        for text in (layout(rows), layout(rows) + "\n\nĐiều 1. Phạm vi điều chỉnh\nQuyết định này quy định về phí.\n"):
            result = extract(text)
            own = result.source_document
            assert own is not None
            said = (own.code, own.type, own.date, own.issuer, own.place, own.title)
            assert said == (code, kind, "2024-02-05", issuer, place, "Quy định về phân cấp quản lý"), text
            told = {(e.kind, e.date) for e in result.effects if e.document == own.id}
            assert ("in-force", "2024-02-15") in told, text
            assert (means, None) in told, text


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("day_label", ["Ngày ban hành", "Ban hành"])
def test_a_record_below_a_headline(layout: Callable[[_Rows], str], day_label: str) -> None:
    rows = [("Số hiệu văn bản", "44/2012/NQ-HĐND"), ("Loại văn bản", "Nghị quyết"), (day_label, "20-12-2012"),
            ("Cơ quan ban hành", "Tỉnh Hà Tĩnh"), ("Ngày có hiệu lực", "30-12-2012"), ("Ngôn ngữ", "")]  # fmt: skip
    if day_label == "Ban hành" and layout in (_own_lines, _table):
        return  # without its colon "Ban hành" labels nothing
    headline = "Nghị quyết số 44/2012/NQ-HĐND ngày 20/12/2012 của Hội đồng nhân dân tỉnh Hà Tĩnh Bổ sung phí, lệ phí\n"
    own = extract(headline + layout(rows)).source_document
    assert own is not None
    assert (own.code, own.date, own.issuer, own.place, own.title) == (
        "44/2012/NQ-HĐND", "2012-12-20", "Hội đồng nhân dân tỉnh", "Hà Tĩnh", "Bổ sung phí, lệ phí",
    )  # fmt: skip


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_what_the_document_says_itself_stands(layout: Callable[[_Rows], str]) -> None:
    rows = [("Số hiệu", "27/2025/TT-BTC"), ("Loại văn bản", "Thông tư"), ("Nơi ban hành", "Bộ Tài chính"),
            ("Ngày ban hành", "08/05/2025"), ("Ngày hiệu lực", "01/07/2025")]  # fmt: skip
    head = (
        "BỘ TÀI CHÍNH\nSố: 27/2025/TT-BTC\nHà Nội, ngày 08 tháng 5 năm 2025\nTHÔNG TƯ\nHướng dẫn thu phí\n"
        "Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;\n"
    )
    own = extract(layout(rows) + "\n" + head).source_document
    assert own is not None
    assert (own.code, own.date, own.title, own.issuer) == (
        "27/2025/TT-BTC", "2025-05-08", "Hướng dẫn thu phí", "Bộ Tài chính",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        # the head of a register, and its rows
        "| Số ký hiệu | Ngày ban hành | Cơ quan ban hành | Trích yếu |\n| 12/2024/QĐ-UBND | 05/02/2024 | UBND | G |\n",
        "Loại văn bản: Quyết định\nNgày ban hành: 05/02/2024\nCơ quan ban hành: Bộ Tài chính\n",
    ],
)
def test_no_record(text: str) -> None:
    own = extract(text).source_document
    assert own is not None and own.code is None


@pytest.mark.parametrize("sign", ["•", "-", "–", "—", "*", "#", ">", "·", "●", "▪", "+", "=", ":", "\ufeff"])
@pytest.mark.parametrize("line", ["{0}\n", "|{0}|\n", "| {0} {0} |\n", "{0} • \n"])
def test_a_cell_may_hold_nothing_but_a_mark(sign: str, line: str) -> None:
    record = "Số hiệu|05/2025/TT-BTC\nLoại văn bản|Thông tư\nNgày ban hành|01/02/2025\n"
    alone = line.format(sign)
    for text in (alone + record, record + alone, record.replace("\n", "\n" + alone)):
        extract(text)  # raises nothing
