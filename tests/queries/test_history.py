"""The history of a document: its line of replacements, what changed each of them, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import labels
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Source
from graph.queries import history as room
from graph.queries.history import history_dict


def paper(code: str, day: str, title: str, *articles: str) -> str:
    body = "\n".join(f"Điều {number}. {words}" for number, words in enumerate(articles, 1))
    d, m, y = day.split("/")
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\nSố: {code}\nQuảng Ngãi, ngày {d} tháng {m} năm {y}\n\n"
        f"QUYẾT ĐỊNH\n{title}\n\nQUYẾT ĐỊNH:\n\n{body}\n"
    )


FIRST = paper("10/2010/QĐ-UBND", "05/02/2010", "Về phí chợ", "Quyết định này có hiệu lực từ ngày 15 tháng 2 năm 2010.")
SECOND = paper(
    "20/2015/QĐ-UBND", "10/03/2015", "Về phí chợ",
    "Phạm vi điều chỉnh.\n1. Mức thu phí.\n2. Cách nộp phí.",
    "Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2015 và thay thế Quyết định số 10/2010/QĐ-UBND ngày 05 tháng 02 "
    "năm 2010 của Ủy ban nhân dân tỉnh.",
)  # fmt: skip
AMENDING = paper(
    "30/2017/QĐ-UBND", "01/06/2017", "Sửa đổi Quyết định số 20/2015/QĐ-UBND",
    "Sửa đổi, bổ sung khoản 1 Điều 1 Quyết định số 20/2015/QĐ-UBND ngày 10 tháng 3 năm 2015 của Ủy ban nhân dân tỉnh.",
    "Bãi bỏ khoản 2 Điều 1 Quyết định số 20/2015/QĐ-UBND ngày 10 tháng 3 năm 2015 của Ủy ban nhân dân tỉnh.",
    "Quyết định này có hiệu lực từ ngày 12 tháng 6 năm 2017.",
)  # fmt: skip
THIRD = paper(
    "40/2021/QĐ-UBND", "03/09/2021", "Về phí chợ",
    "Bãi bỏ Quyết định số 41/2012/QĐ-UBND ngày 02 tháng 8 năm 2012 của Ủy ban nhân dân tỉnh.",
    "Quyết định này thay thế Quyết định số 20/2015/QĐ-UBND ngày 10 tháng 3 năm 2015 của Ủy ban nhân dân tỉnh.",
)  # fmt: skip
NAMES = ("10/2010/QĐ-UBND", "20/2015/QĐ-UBND", "40/2021/QĐ-UBND")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    path = tmp_path_factory.mktemp("history") / "graph.db"
    with open_graph(path, create=True) as opened:
        for name, text in (("c", THIRD), ("b", AMENDING), ("a", SECOND), ("0", FIRST)):
            opened.ingest(Source(name, text))
    with open_graph(path) as opened:
        yield opened


def told(graph: KnowledgeGraph, code: str, at: str | None = None) -> list[tuple[str | None, ...]]:
    found = graph.as_of(at).history(graph.document(code))
    graph.as_of(None)
    return [
        (
            event.day,
            event.kind,
            " ".join(labels.part(p) for p in event.provisions),
            event.document.code,
            event.by and event.by.code,
            event.evidence and event.evidence.source,
        )
        for event in found.events
    ]


LINE = [
    ("2010-02-05", "issued", "", "10/2010/QĐ-UBND", None, None),
    ("2010-02-15", "in-force", "", "10/2010/QĐ-UBND", None, "0"),
    ("2015-03-10", "issued", "", "20/2015/QĐ-UBND", None, None),
    ("2015-03-20", "in-force", "", "20/2015/QĐ-UBND", None, "a"),
    ("2015-03-20", "replaces", "", "10/2010/QĐ-UBND", "20/2015/QĐ-UBND", "a"),
    ("2017-06-12", "amends", "khoản 1 Điều 1", "20/2015/QĐ-UBND", "30/2017/QĐ-UBND", "b"),
    ("2017-06-12", "repeals", "khoản 2 Điều 1", "20/2015/QĐ-UBND", "30/2017/QĐ-UBND", "b"),
    ("2021-09-03", "issued", "", "40/2021/QĐ-UBND", None, None),
    # nothing says when it takes effect: the end of the other is no day either, and stands where it was issued
    (None, "replaces", "", "20/2015/QĐ-UBND", "40/2021/QĐ-UBND", "c"),
]


@pytest.mark.parametrize("code", NAMES)
def test_every_document_of_a_line_has_the_same_history(graph: KnowledgeGraph, code: str) -> None:
    assert told(graph, code) == LINE
    found = graph.history(graph.document(code))
    assert [d.code for d in found.line] == list(NAMES)
    assert not found.cut
    assert [found.statuses[d.id].state for d in found.line][:2] == ["replaced", "replaced"]


def test_what_amends_or_is_repealed_has_a_history_of_its_own(graph: KnowledgeGraph) -> None:
    assert [row[:4] for row in told(graph, "30/2017/QĐ-UBND")] == [
        ("2017-06-01", "issued", "", "30/2017/QĐ-UBND"),
        ("2017-06-12", "in-force", "", "30/2017/QĐ-UBND"),
    ]
    assert [(row[1], row[4]) for row in told(graph, "41/2012/QĐ-UBND")] == [
        ("issued", None),
        ("repeals", "40/2021/QĐ-UBND"),
    ]


@pytest.mark.parametrize(("at", "events"), [("2010-02-10", 1), ("2015-03-19", 3), ("2017-06-12", 7), ("2021-09-02", 7)])
def test_as_of_a_day_nothing_later_is_told(graph: KnowledgeGraph, at: str, events: int) -> None:
    assert told(graph, "20/2015/QĐ-UBND" if at > "2015" else "10/2010/QĐ-UBND", at) == LINE[:events]


def test_as_data(graph: KnowledgeGraph) -> None:
    data = history_dict(graph.history(graph.document("20/2015/QĐ-UBND")))
    assert [d["code"] for d in data["line"]] == list(NAMES)
    assert data["line"][0]["standing"]["state"] == "replaced" and data["cut"] is False
    amended = data["events"][5]
    assert (amended["day"], amended["issued"], amended["pinpoint"]) == ("2017-06-12", "2017-06-01", "khoản 1, điều 1")
    assert AMENDING[amended["start"] : amended["end"]] == amended["text"]


def test_a_long_line_is_cut(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_DOCUMENTS", 2)
    found = graph.history(graph.document("10/2010/QĐ-UBND"))
    assert [d.code for d in found.line] == list(NAMES[:2]) and found.cut


def test_a_circle_ends(tmp_path: Path) -> None:
    one, other = "Quyết định số 1/2015/QĐ-UBND", "Quyết định số 2/2015/QĐ-UBND"
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        for name, own, against in (("a", one, other), ("b", other, one)):
            text = paper(own.split()[-1], "05/02/2015", "Về phí chợ", f"Quyết định này thay thế {against} của Ủy ban.")
            graph.ingest(Source(name, text))
        found = graph.history(graph.document("1/2015/QĐ-UBND"))
        assert {event.kind for event in found.events} == {"issued", "replaces"}
