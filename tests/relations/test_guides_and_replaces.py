"""A document that guides a law and replaces its like: the verb behind the law is said of the guide."""

from __future__ import annotations

import itertools

import pytest
from statements import stated

ARTICLE = "Bài viết\n\n"
GUIDE = "78/2025/NĐ-CP"
OLD = "177/2013/NĐ-CP"
GUIDES = ("hướng dẫn", "quy định chi tiết", "hướng dẫn thi hành một số điều của")
LAWS = ("Luật Giá số 16/2023/QH15", "Nghị quyết số 5/2024/QH15", "Pháp lệnh số 5/2024/UBTVQH15")
TITLES = ("", " về quản lý giá", " quy định về quản lý giá")
VERBS = {
    "thay thế": "replaces",
    ", thay thế": "replaces",
    "và thay thế": "replaces",
    "đã thay thế": "replaces",
    "và bãi bỏ": "repeals",
}


@pytest.mark.parametrize("verb", sorted(VERBS))
@pytest.mark.parametrize("law", LAWS)
def test_the_guide_replaces_its_like(law: str, verb: str) -> None:
    code = law.split()[-1]
    for guides, title in itertools.product(GUIDES, TITLES):
        text = f"{ARTICLE}Nghị định số {GUIDE} của Chính phủ {guides} {law}{title} {verb} Nghị định số {OLD}."
        assert stated(text) == {(GUIDE, "guides", code), (GUIDE, VERBS[verb], OLD)}, text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (  # the law replaces a law
            f"Nghị định số {GUIDE} hướng dẫn Luật Giá số 16/2023/QH15 thay thế Luật Giá số 11/2012/QH13.",
            {(GUIDE, "guides", "16/2023/QH15"), ("16/2023/QH15", "replaces", "11/2012/QH13")},
        ),
        (  # what is carried out is in force: it may change a paper of any kind
            "Kế hoạch số 46/KH-UBND thực hiện Nghị quyết số 71/NQ-CP sửa đổi, bổ sung Kế hoạch số 5/KH-TTg.",
            {("46/KH-UBND", "implements", "71/NQ-CP"), ("71/NQ-CP", "amends", "5/KH-TTg")},
        ),
    ],
)
def test_what_is_guided_acts(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated(ARTICLE + sentence) == expected
