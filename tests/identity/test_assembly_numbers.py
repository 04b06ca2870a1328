"""Numbers of the National Assembly and its Standing Committee: with and without term, with and without type word."""

from __future__ import annotations

import pytest
from facts import cited

from graph import extract
from graph.identity.merging import bucket, claim_of, merge
from graph.model import Document


def groups(text: str) -> list[int]:
    """For each mention the number of its document, counted by first appearance."""
    seen: dict[str, int] = {}
    return [seen.setdefault(d.id, len(seen)) for _, d in cited(text)]


# text, documents
WITHIN_ONE_TEXT = [
    ("Nghị quyết số 1664/NQ-UBTVQH15 ngày 16 tháng 6 năm 2025; Nghị quyết số 1664/NQ-UBTVQH ngày 16/6/2025", [0, 0]),
    ("Nghị quyết số 1664/NQ-UBTVQH15 ngày 16/6/2025. Theo Nghị quyết số 1664/NQ-UBTVQH.", [0, 0]),
    ("Nghị quyết số 202/2025/QH15; Nghị quyết số 202/2025/QH ngày 12/6/2025", [0, 0]),
    ("Nghị quyết số 730/2004/NQ-UBTVQH11; Nghị quyết số 730/2004/NQ-UBTVQHK11", [0, 0]),
    ("Nghị quyết số 203/2025/QH15; số 203/2025/QH15", [0, 0]),
    # other terms, other types
    ("Nghị quyết số 1664/NQ-UBTVQH15 ngày 16/6/2025; Nghị quyết số 1664/NQ-UBTVQH14 ngày 16/6/2020", [0, 1]),
    ("Nghị quyết số 1664/NQ-UBTVQH15; Nghị quyết số 1664/NQ-UBTVQH ngày 16/6/2020", [0, 1]),
    ("Nghị quyết số 15/2021/QH14; Nghị quyết số 15/2021/QH15", [0, 1]),
    ("Luật An toàn thực phẩm số 55/2010/QH12; Nghị quyết số 55/2010/QH12 ngày 24/11/2010", [0, 1]),
    ("Bộ luật Hình sự số 100/2015/QH13; Nghị quyết số 100/2015/QH13", [0, 1]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "documents"), WITHIN_ONE_TEXT)
def test_within_one_text(text: str, documents: list[int]) -> None:
    assert groups(text) == documents


def test_one_number_two_types_is_a_finding_where_one_is_likely_misread() -> None:
    def kinds(text: str) -> list[str]:
        return [f.kind for f in extract(text).findings]

    assert kinds("Luật số 203/2025/QH15; Nghị quyết số 203/2025/QH15") == ["conflicting-type"]
    assert kinds("Luật số 45/2013/QH13 ngày 29/11/2013; Nghị quyết số 45/2013/QH13 ngày 29/11/2013") == [
        "conflicting-type"
    ]
    # both exist
    assert kinds("Luật An toàn thực phẩm số 55/2010/QH12; Nghị quyết số 55/2010/QH12 ngày 24/11/2010") == []


# citations of two texts, number of documents
ACROSS_TEXTS = [
    ("Nghị quyết số 1664/NQ-UBTVQH15 ngày 16/6/2025", "Nghị quyết số 1664/NQ-UBTVQH ngày 16/6/2025", 1),
    ("Nghị quyết số 202/2025/QH15", "Nghị quyết số 202/2025/QH", 1),
    ("Nghị quyết số 202/2025/QH15", "Nghị quyết số 202/2025/NQ-QH15", 1),
    ("Nghị quyết số 203/2025/QH15", "xem 203/2025/QH15", 1),
    ("Luật Đất đai số 45/2013/QH13", "xem 45/2013/QH13", 1),
    ("Luật An toàn thực phẩm số 55/2010/QH12", "Nghị quyết số 55/2010/QH12", 2),
    ("Nghị quyết số 1664/NQ-UBTVQH15 ngày 16/6/2025", "Nghị quyết số 1664/NQ-UBTVQH ngày 16/6/2020", 2),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "count"), ACROSS_TEXTS)
def test_across_texts(one: str, other: str, count: int) -> None:
    found: list[Document] = [d for text in (one, other) for d in extract(text).documents[1:]]
    assert len(found) == 2
    buckets: dict[str, list[Document]] = {}
    for document in found:
        buckets.setdefault(bucket(document), []).append(document)
    merged = [c for rows in buckets.values() for c in merge(claim_of(d, context="", seen=None) for d in rows)]
    assert len(merged) == count
