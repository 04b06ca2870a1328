"""A document whose title is long, before the verb, named again in parentheses."""

from __future__ import annotations

import itertools

import pytest
from statements import stated

ARTICLE = "Bài viết\n\n"
# a document with its attributes, its code, what it ends or changes, the code of that
PAIRS = (
    ("Thông tư số 03/2022/TT-BTP ngày 10/02/2022 của Bộ Tư pháp", "Thông tư số 07/2014/TT-BTP"),
    ("Nghị định số 78/2025/NĐ-CP của Chính phủ", "Nghị định số 34/2016/NĐ-CP"),
    ("Quyết định số 5/2025/QĐ-UBND", "Quyết định số 3/2020/QĐ-UBND"),
)
TITLES = (
    "quy định về công tác văn thư",
    "hướng dẫn đánh giá tác động trong soạn thảo dự án, dự thảo văn bản quy phạm pháp luật",
    "về trình tự lập đề nghị xây dựng chính sách",
    "về trách nhiệm của các bộ, ngành phải báo cáo",
    "theo quy định của pháp luật về thi đua",
)
AGAIN = ("({name})", "(sau đây gọi là {name})", "(gọi tắt là {name})")
VERBS = {"thay thế": "replaces", "đã thay thế": "replaces", "và bãi bỏ": "repeals", "sửa đổi một số điều của": "amends"}
LEADS = ("", "Ngày 10/02/2022, Bộ đã ban hành ", "Theo ")


def code(citation: str) -> str:
    return next(word for word in citation.split() if "/" in word and word[-1].isalpha())


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_named_again(verb: str, again: str) -> None:
    """What stands behind the parenthesis is said of the document, whatever its title is about."""
    for (citation, other), title, lead in itertools.product(PAIRS, TITLES, LEADS):
        name = f"{citation.split(' số ')[0]} số {code(citation)}"
        text = f"{ARTICLE}{lead}{citation} {title} {again.format(name=name)} {verb} {other}."
        assert stated(text) == {(code(citation), VERBS[verb], code(other))}, text


# somebody examines, or a paper is still to be made
NOTHING = (
    "Nghị định số 78/2025/NĐ-CP về giá đang được Bộ Tư pháp thẩm định thay thế Nghị định số 34/2016/NĐ-CP.",
    "Nghị định số 78/2025/NĐ-CP về giá đang lấy ý kiến để thay thế Nghị định số 34/2016/NĐ-CP.",
    "Theo Nghị định số 78/2025/NĐ-CP, Bộ thẩm định dự thảo Nghị định thay thế Nghị định số 34/2016/NĐ-CP.",
    "Báo cáo số 12/BC-STP về thẩm định Nghị quyết thay thế Nghị quyết số 34/2016/NQ-HĐND.",
    "Quyết định số 5/2025/QĐ-UBND về thẩm định Quyết định thay thế Quyết định số 3/2020/QĐ-UBND.",
    "Theo Nghị định số 78/2025/NĐ-CP về giá (Nghị định số 78/2025/NĐ-CP), Bộ Tài chính đề nghị thay thế Nghị định số "
    "34/2016/NĐ-CP.",
)


@pytest.mark.parametrize("sentence", NOTHING)
def test_not_done_yet(sentence: str) -> None:
    assert stated(ARTICLE + sentence) == set()
