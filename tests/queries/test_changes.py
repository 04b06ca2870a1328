"""``luocdo changes``: which provision of which document does what to which provision of which other one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import labels
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Source

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

Số: {code}
Quảng Ngãi, ngày {day}

QUYẾT ĐỊNH
{title}

QUYẾT ĐỊNH:

"""
FIRST = _HEAD.format(code="12/2024/QĐ-UBND", day="15 tháng 3 năm 2024", title="Bãi bỏ một số văn bản") + (
    "Điều 1. Phạm vi\nQuyết định này quy định việc bãi bỏ văn bản.\n\n"
    "Điều 2. Bãi bỏ, thay thế\n"
    "1. Bãi bỏ khoản 2 Điều 3 Quyết định số 45/2018/QĐ-UBND ngày 02 tháng 8 năm 2018 của Ủy ban nhân dân tỉnh.\n"
    "2. Các văn bản sau:\n"
    "a) Thay thế Quyết định số 46/2018/QĐ-UBND ngày 03 tháng 8 năm 2018 của Ủy ban nhân dân tỉnh.\n\n"
    "Điều 3. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 4 năm 2024.\n"
)
SECOND = _HEAD.format(
    code="50/2025/QĐ-UBND", day="10 tháng 5 năm 2025", title="Sửa đổi Quyết định số 12/2024/QĐ-UBND"
) + (
    "Điều 1. Sửa đổi, bổ sung Điều 1 Quyết định số 12/2024/QĐ-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh.\n"
)
# Another text tells of the same change, in a provision of its own.
REPORT = _HEAD.format(code="7/2026/QĐ-UBND", day="10 tháng 1 năm 2026", title="Về rà soát văn bản") + (
    "Điều 5. Kết quả\nQuyết định số 12/2024/QĐ-UBND ngày 15 tháng 3 năm 2024 thay thế Quyết định số 46/2018/QĐ-UBND "
    "ngày 03 tháng 8 năm 2018 của Ủy ban nhân dân tỉnh.\n"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    path = tmp_path_factory.mktemp("changes") / "graph.db"
    with open_graph(path, create=True) as opened:
        for name, text in (("b", SECOND), ("a", FIRST), ("0", REPORT)):
            opened.ingest(Source(name, text))
    with open_graph(path) as opened:
        yield opened


def rows(graph: KnowledgeGraph, code: str) -> list[tuple[str | None, ...]]:
    return [
        (
            change.date,
            change.in_force,
            change.affecting.code,
            change.provision and labels.provision(change.provision),
            change.action,
            " ".join(labels.part(p) for p in change.relation.pinpoints),
            change.affected.code,
            change.relation.evidence.source,
        )
        for change in graph.changes(graph.document(code))
    ]


def test_both_directions_in_order_of_date(graph: KnowledgeGraph) -> None:
    own = ("2024-03-15", "2024-04-01", "12/2024/QĐ-UBND")
    assert rows(graph, "12/2024/QĐ-UBND") == [
        (*own, "Điều 2 khoản 1", "repeals", "khoản 2 Điều 3", "45/2018/QĐ-UBND", "a"),
        (*own, "Điều 2 khoản 2 điểm a", "replaces", "", "46/2018/QĐ-UBND", "a"),
        ("2025-05-10", None, "50/2025/QĐ-UBND", "Điều 1", "amends", "Điều 1", "12/2024/QĐ-UBND", "b"),
    ]


def test_what_is_stated_by_another_text_has_no_provision(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with open_graph(tmp_path / "graph.db", create=True) as other:
        other.ingest(Source("0", REPORT))
        assert rows(other, "46/2018/QĐ-UBND") == [
            ("2024-03-15", None, "12/2024/QĐ-UBND", None, "replaces", "", "46/2018/QĐ-UBND", "0")
        ]
    assert [row[3] for row in rows(graph, "46/2018/QĐ-UBND")] == ["Điều 2 khoản 2 điểm a"]


def test_the_article_that_amends_counts_above_the_title(graph: KnowledgeGraph) -> None:
    (change,) = graph.changes(graph.document("50/2025/QĐ-UBND"))
    assert change.relation.evidence.text.startswith("Sửa đổi, bổ sung Điều 1 Quyết định số 12/2024/QĐ-UBND ngày")
    assert change.relation.predicate == "amends"


def test_a_document_that_nothing_changed_has_no_rows(graph: KnowledgeGraph) -> None:
    assert rows(graph, "7/2026/QĐ-UBND") == []


def test_each_provision_that_changes_parts_is_a_row(tmp_path: Path) -> None:
    text = _HEAD.format(code="9/2026/QĐ-UBND", day="10 tháng 2 năm 2026", title="Sửa đổi một số văn bản") + (
        "Điều 1. Quy định chung\n\n"
        "1. Bãi bỏ Điều 3 và Điều 4 Quyết định số 12/2024/QĐ-UBND.\n\n"
        "2. Sửa đổi, bổ sung khoản 1 Điều 5\nQuyết định số 12/2024/QĐ-UBND.\n\n"
        "Điều 2. Quy định khác\n\n"
        "a) Thay thế cụm từ “Sở Nội vụ” bằng cụm từ “Sở Tư pháp” tại khoản 2 Điều 6 Quyết định số 12/2024/QĐ-UBND.\n"
    )
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        graph.ingest(Source("own", text))
        found = graph.changes(graph.document("12/2024/QĐ-UBND"))
        assert [
            (
                labels.provision(c.provision) if c.provision else "",
                c.action,
                [labels.part(p) for p in c.relation.pinpoints],
            )
            for c in found
        ] == [
            ("Điều 1 khoản 1", "repeals", ["Điều 3", "Điều 4"]),
            ("Điều 1 khoản 2", "amends", ["khoản 1 Điều 5"]),
            ("Điều 2 điểm a", "amends", ["khoản 2 Điều 6"]),
        ]
        assert [" ".join(c.relation.evidence.text.split())[:22] for c in found] == [
            "Bãi bỏ Điều 3 và Điều ",
            "Sửa đổi, bổ sung khoản",
            "Thay thế cụm từ “Sở Nộ",
        ]
        for change in found:
            e = change.relation.evidence
            assert text[e.start : e.end] == e.text and text[e.cue_start : e.cue_end].lower() == e.cue.lower()


def test_items_that_name_the_document_only_above(tmp_path: Path) -> None:
    """ "Điều 1. Sửa đổi một số điều của A như sau: 1. Sửa đổi khoản 2 Điều 3 …": each item is a row."""
    text = _HEAD.format(code="9/2026/QĐ-UBND", day="10 tháng 2 năm 2026", title="Sửa đổi một số điều") + (
        "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2024/QĐ-UBND ngày 15 tháng 3 năm 2024 như sau:\n"
        "1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Phí.”\n"
        "2. Bãi bỏ Điều 7.\n"
        "3. Sửa đổi Điều 9 như sau:\na) Bãi bỏ khoản 1;\nb) Bãi bỏ khoản 3.\n"
        "Điều 2. Bãi bỏ Điều 4 Quyết định số 16/2020/QĐ-UBND ngày 11 tháng 3 năm 2020.\n"
    )
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        graph.ingest(Source("own", text))
        found = graph.changes(graph.document("12/2024/QĐ-UBND"))
        assert [
            (c.provision and labels.provision(c.provision), c.action, [labels.part(p) for p in c.relation.pinpoints])
            for c in found
        ] == [
            ("Điều 1 khoản 1", "amends", ["khoản 2 Điều 3"]),
            ("Điều 1 khoản 2", "repeals", ["Điều 7"]),
            ("Điều 1 khoản 3", "amends", ["Điều 9"]),
            ("Điều 1 khoản 3 điểm a", "repeals", ["khoản 1 Điều 9"]),
            ("Điều 1 khoản 3 điểm b", "repeals", ["khoản 3 Điều 9"]),
        ]
        for change in found:
            e = change.relation.evidence
            assert text[e.start : e.end] == e.text and text[e.cue_start : e.cue_end].lower() == e.cue.lower()
