"""A page prints a document's title and, below it, labels of lists: the title's verb says nothing of what they list."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_TITLES = [
    "Hướng dẫn chế độ kế toán cho doanh nghiệp nhỏ và vừa",
    "Quy định chi tiết một số nội dung về kế toán",
    "Sửa đổi, bổ sung một số quy định về kế toán",
    "Bãi bỏ một số văn bản về kế toán",
    "Về việc thực hiện chế độ kế toán",
]
_LABELS = [
    "Các văn bản liên quan Luật:\n", "Các văn bản liên quan:", "Văn bản cùng lĩnh vực:", "Tài liệu tham khảo:",
    "Xem thêm:", "**Văn bản cùng chuyên mục:**",
]  # fmt: skip
_LISTS = ["\n– {a}\n\n– {b}", "\n{a}\n{b}", " {a}; {b}", "\n1. {a}\n2. {b}"]
_A, _B = "Luật Kế toán số 88/2015/QH13", "Thông tư 45/2013/TT-BTC (ban hành ngày 25/4/2013)"
_PAGE = "Thông tư 133/2016/TT-BTC\n\nSố ký hiệu 133/2016/TT-BTC\nNgày ban hành 26-08-2016\n{label}{title}\n{below}\n"


def _stated(text: str) -> list[tuple[str, str]]:
    result = graph.extract(text)
    codes = {d.id: d.code or "" for d in result.documents}
    return [(r.predicate, codes[r.object]) for r in result.relations if r.predicate not in ("cites", "issued_by")]


@pytest.mark.parametrize(("title", "label"), list(product(_TITLES, _LABELS)))
def test_the_list_of_another_label(title: str, label: str) -> None:
    for field, listed in product(("Nội dung ", "Trích yếu: ", "Nội dung: "), _LISTS):
        text = _PAGE.format(label=field, title=title, below=label + listed.format(a=_A, b=_B))
        assert _stated(text) == [], text


@pytest.mark.parametrize(
    "wrapped",
    [
        "Điều 1. Bãi bỏ toàn bộ\nCác văn bản sau đây:",
        "Điều 1. Bãi bỏ các văn bản do\nỦy ban nhân dân tỉnh ban hành:",
        "Điều 1. Bãi bỏ các quyết định của\nỦy ban nhân dân tỉnh:",
        "Điều 1. Bãi bỏ các văn bản\nquy phạm pháp luật:",
    ],
)
def test_a_list_that_is_wrapped(wrapped: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/2024/QĐ-UBND\nLào Cai, ngày 05 tháng 6 năm 2024\nQUYẾT ĐỊNH\n"
        "Về việc bãi bỏ văn bản\nỦY BAN NHÂN DÂN TỈNH LÀO CAI\nQUYẾT ĐỊNH:\n"
        f"{wrapped}\n1. Quyết định số 5/2012/QĐ-UBND ngày 03/02/2012.\n"
        "2. Quyết định số 6/2013/QĐ-UBND ngày 03/02/2013.\n"
    )
    assert _stated(text) == [("repeals", "5/2012/QĐ-UBND"), ("repeals", "6/2013/QĐ-UBND")]
