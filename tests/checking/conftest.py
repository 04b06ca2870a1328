"""The graph of the invented documents that drafts are checked against."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from drafts import world

from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph


@pytest.fixture(scope="session")
def world_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that graph."""
    path = tmp_path_factory.mktemp("world") / "world.db"
    with open_graph(path, create=True) as graph:
        for source in world():
            graph.ingest(source)
    return path


@pytest.fixture(scope="session")
def known(world_file: Path) -> Iterator[KnowledgeGraph]:
    """That graph, open."""
    with open_graph(world_file) as graph:
        yield graph
