"""What a text states against the order of time or of rank is told as a finding, and is no relation."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import extract
from graph import open as open_graph

HEAD = (
    "BỘ TÀI CHÍNH\nSố: 99/2025/TT-BTC\nHà Nội, ngày 27 tháng 10 năm 2025\nTHÔNG TƯ\nHướng dẫn kế toán\n\n"
    "Điều 2. Hiệu lực\n"
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{HEAD}1. Thông tư này thay thế Nghị định số 20/2014/NĐ-CP ngày 22/12/2014.\n", ["against-rank"]),
        (
            f"{HEAD}1. Thông tư này có hiệu lực từ ngày 01/01/2026 và bãi bỏ Luật Kế toán số 88/2015/QH13.\n",
            ["against-rank"],
        ),
        (f"{HEAD}1. Bãi bỏ Nghị định số 20/2014/NĐ-CP.\n", ["against-rank"]),
        (f"{HEAD}1. Bãi bỏ Thông tư số 45/2027/TT-BTC ngày 01/02/2027.\n", ["against-time"]),
        ("Thông tư 10/2012/TT-BTC thay thế Thông tư 20/2015/TT-BTC.", ["against-time"]),
        # what may be, and what only speaks of things that a document names
        (f"{HEAD}1. Thông tư này thay thế Thông tư số 200/2014/TT-BTC ngày 22/12/2014.\n", []),
        (f"{HEAD}1. Bổ sung máy móc ngoài các máy móc quy định tại khoản 1 Điều 4 Nghị định số 20/2014/NĐ-CP.\n", []),
        ("Công văn số 5/BTC-CST đề nghị sửa đổi Nghị định số 20/2014/NĐ-CP.", []),
    ],
)
def test_it_is_a_finding(text: str, kinds: list[str]) -> None:
    found = extract(text)
    told = [f for f in found.findings if f.kind.startswith("against-")]
    assert [f.kind for f in told] == kinds
    assert all(text[f.start : f.end] == f.text and len(f.documents) == 2 for f in told)
    if kinds:
        assert not [r for r in found.relations if r.predicate in ("replaces", "repeals", "amends")]


def test_the_graph_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Thông tư 10/2012/TT-BTC thay thế Thông tư 20/2015/TT-BTC.", encoding="utf-8")
    with open_graph(tmp_path / "g.db", create=True) as graph:
        graph.add(tmp_path / "a.txt", workers=1)
        assert [f.kind for f in graph.findings() if f.kind.startswith("against-")] == ["against-time"]
