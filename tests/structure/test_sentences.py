"""The sentence around a span, and whether it stands in a quotation."""

from __future__ import annotations

import pytest

from graph.structure import lay_out
from graph.structure.quotations import quotation
from graph.structure.sentences import LIMIT, sentence

# text with the span in [ ], its sentence
SENTENCES = [
    ("Câu một. Theo [Quyết định số 5] thì làm. Câu ba.", "Theo Quyết định số 5 thì làm."),
    ("Câu một.\n\nTheo [Quyết định số 5]\n\nCâu ba.", "Theo Quyết định số 5"),
    ("- Theo [Quyết định số 5];\n- Câu ba.", "Theo Quyết định số 5;"),
    ("1. Bãi bỏ [Quyết định số 5]; làm việc khác.", "Bãi bỏ Quyết định số 5;"),
    ("**Điều 2.** Bãi bỏ [Quyết định số 5].", "Bãi bỏ Quyết định số 5."),
    ("| 1 | Bãi bỏ [Quyết định số 5] | ghi chú |", "Bãi bỏ Quyết định số 5"),
    ("Theo khoản 1.2 của [Quyết định số 5] thì làm.", "Theo khoản 1.2 của Quyết định số 5 thì làm."),
    ("ngày 01.02.2020 theo [Quyết định số 5]! Câu ba.", "ngày 01.02.2020 theo Quyết định số 5!"),
    ("Theo [Quyết định số 5", "Theo Quyết định số 5"),
    ("Câu đầu. Thay\n\n17\n\nthế [Quyết định số 5].", "Thay\n\n17\n\nthế Quyết định số 5."),
]


@pytest.mark.parametrize(("marked", "wanted"), SENTENCES)
def test_sentence(marked: str, wanted: str) -> None:
    start = marked.index("[")
    text = marked.replace("[", "", 1)
    end = text.index("]") if "]" in text else len(text)
    text = text.replace("]", "", 1)
    begin, stop = sentence(lay_out(text), start, end)
    assert text[begin:stop] == wanted


def test_a_sentence_is_bounded() -> None:
    text = "dài " * 1000 + "Quyết định số 5" + " dài" * 1000
    at = text.index("Quyết")
    begin, stop = sentence(lay_out(text), at, at + 15)
    assert at - LIMIT <= begin <= at
    assert at + 15 <= stop <= at + 15 + LIMIT


QUOTED = [
    ("“Điều 1. @Phạm vi”", True),
    ("“Điều 1. Phạm vi” @Khác", False),
    ("@“Điều 1. Phạm vi”", False),
    ("“một” và “hai @ba”", True),
    ("“một” và @hai “ba”", False),
    ("không có @gì", False),
    ("“mở mà không đóng @", True),
]


@pytest.mark.parametrize(("marked", "inside"), QUOTED)
def test_quotation(marked: str, inside: bool) -> None:
    at = marked.index("@")
    found = quotation(marked.replace("@", ""), at)
    assert (found is not None) == inside
    if inside and found is not None:
        assert marked.replace("@", "")[found] == "“"
