"""Titles that speak of proposals and appraisals as their matter do not bar what the paper does; proposals still do."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_ACTING = [
    "Thông tư số 30/2031/TT-BTC",
    "Ngày 10/02/2031, Bộ Tài chính đã ban hành Thông tư số 30/2031/TT-BTC",
    "Thông tư số 30/2031/TT-BTC ngày 10/02/2031 của Bộ trưởng Bộ Tài chính",
]
_SURE = [
    "về thẩm định giá",
    "quy định về thẩm định thiết kế",
    "quy định việc thẩm tra quyết toán",
    "quy định thủ tục đề nghị khen thưởng",
    "quy định hồ sơ đề nghị hỗ trợ,",
    "hướng dẫn quy trình thẩm định hồ sơ,",
]
_OPEN = ["hướng dẫn lập đề nghị xây dựng nghị quyết", "về soạn thảo dự thảo văn bản", "quy định về đề xuất nhiệm vụ"]
_SHORT = ["(sau đây gọi là Thông tư 30)", "(Thông tư số 30/2031/TT-BTC)", "(gọi tắt là Thông tư 30/2031)"]
_OLD = "Thông tư số 07/2021/TT-BTC."


def _said(text: str) -> set[tuple[str | None, str, str | None]]:
    extraction = graph.extract(text)
    code = {d.id: d.code for d in extraction.documents}
    return {(code[r.subject], r.predicate, code[r.object]) for r in extraction.relations if r.object in code} - {
        (None, "cites", c) for c in code.values()
    }


@pytest.mark.parametrize(("acting", "title"), list(product(_ACTING, _SURE)))
def test_the_matter_of_a_title(acting: str, title: str) -> None:
    assert _said(f"{acting} {title} thay thế {_OLD}") == {("30/2031/TT-BTC", "replaces", "07/2021/TT-BTC")}


@pytest.mark.parametrize(("title", "short"), list(product(_OPEN + _SURE[:4], _SHORT)))
def test_a_bracket_closes_the_title(title: str, short: str) -> None:
    for acting, (verb, predicate) in product(
        _ACTING, [("thay thế", "replaces"), ("bãi bỏ", "repeals"), ("sửa đổi, bổ sung", "amends")]
    ):
        text = f"{acting} {title} {short} {verb} {_OLD}"
        assert _said(text) == {("30/2031/TT-BTC", predicate, "07/2021/TT-BTC")}, text


@pytest.mark.parametrize(
    "text",
    [
        "Tờ trình số 12/TTr-STP về việc đề nghị ban hành Quyết định thay thế",
        "Công văn số 12/STP-VB về việc thẩm định giá (Công văn số 12) đề nghị thay thế",
        "Nghị quyết số 12/2031/NQ-HĐND đề nghị Chính phủ thay thế",
        "Quyết định số 12/2031/QĐ-UBND về việc thẩm định dự thảo Nghị quyết thay thế",
        "Thông tư số 30/2031/TT-BTC về việc đề nghị thay thế",
        "Thông tư số 30/2031/TT-BTC về thẩm định, thay thế",
        "Nghị quyết số 12/2031/NQ-CP về việc đề nghị xây dựng văn bản thay thế",
        "Theo Nghị định số 12/2031/NĐ-CP về thẩm định giá, Bộ Tài chính đề nghị thay thế",
        "Nghị định số 12/2031/NĐ-CP về thẩm định giá, trong đó giao Bộ Tài chính tham mưu (trước ngày 01/7) thay thế",
    ],
)
def test_what_is_proposed_is_not_done(text: str) -> None:
    assert not {p for _, p, _ in _said(f"{text} {_OLD}")}
