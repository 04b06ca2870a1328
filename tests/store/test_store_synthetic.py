"""The graph that benchmarks measure: its size, its shape, the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import synthetic
from graph_samples import dump

from graph.knowledge import open as open_graph


def test_the_synthetic_graph_has_its_size_and_is_the_same_again(tmp_path: Path) -> None:
    for name in ("a.db", "b.db"):
        synthetic.make(tmp_path / name, 600, 1800)
    with open_graph(tmp_path / "a.db") as one, open_graph(tmp_path / "b.db") as other:
        figures = one.stats()
        assert figures.documents == 600
        assert figures.mentions == 1797  # the first documents have nothing older to cite
        assert figures.provisional == 0
        assert dict(figures.predicates)["implements"] > 100
        assert list(one.findings()) == []
        assert dump(one) == dump(other)
