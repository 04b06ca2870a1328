"""Statements of time in the store: kept with their source, replaced and forgotten with it, as they were read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.checking import check
from graph.knowledge import open as open_graph
from graph.model import Source
from graph.pipeline import extract

TEXT = (
    "BỘ XÂY DỰNG\n\nSố: 7/2031/TT-BXD\n\nHà Nội, ngày 10 tháng 3 năm 2031\n\nTHÔNG TƯ\n\nQuy định về nhà ở\n\n"
    "Căn cứ Luật Nhà ở số 27/2023/QH15;\n\nĐiều 1. Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.\n\n"
    "Điều 2. Bãi bỏ khoản 2 Điều 3 Thông tư số 4/2020/TT-BXD kể từ ngày 01/7/2031./.\n"
)


def test_what_is_stored_is_what_was_read(tmp_path: Path) -> None:
    found = extract(TEXT, source="a.txt")
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        graph.ingest(Source("a.txt", TEXT), found)
        assert len(found.effects) == 2
        assert sorted(graph.effects(), key=lambda e: e.evidence.start) == list(found.effects)
        own = found.source_document
        assert own is not None and graph.effects_of(own) == [found.effects[0]]
        assert list(graph.snapshot(own, 1).effects()) == list(graph.effects())
        assert not graph.ingest(Source("a.txt", TEXT), found)


def test_they_go_with_their_source(tmp_path: Path) -> None:
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        graph.ingest(Source("a.txt", TEXT))
        assert graph.ingest(Source("a.txt", TEXT.replace("45 ngày", "30 ngày")))
        assert [e.days for e in graph.effects() if e.kind == "in-force"] == [30]
        assert graph.remove("a.txt")
        assert list(graph.effects()) == []


@pytest.mark.parametrize(
    ("words", "kind", "date"),
    [
        ("Mức chi quy định tại Điều 1 của Thông tư này áp dụng từ năm ngân sách 2032.", "applies", "2032"),
        ("Thông tư này áp dụng từ năm tài chính 2032.", "applies", "2032"),
        ("Thông tư này có hiệu lực thi hành từ tháng 7 năm 2031.", "in-force", "2031-07"),
        ("Thông tư này có hiệu lực thi hành từ năm 2032.", "in-force", "2032"),
    ],
)
def test_a_month_or_a_year_is_read_again(tmp_path: Path, words: str, kind: str, date: str) -> None:
    text = TEXT.replace("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.", words)
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        graph.ingest(Source("a.txt", text))
        assert (kind, date) in [(e.kind, e.date) for e in graph.effects()]
        for document in graph.documents():
            for day in ("2030-01-01", "2031-07-01", "2033-01-01"):
                graph.status(document, day)
        assert check(text, graph).citations
