"""Documents by their words as bits: what the words' index says, in the order that is promised, from any thread."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import graph_samples as samples
import pytest

from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.queries import postings
from graph.queries.postings import Postings, keys
from graph.store.words import FAR, IN_COLUMNS, IN_NUMBER, in_column, nearnesses, query_of

WORDS = (
    "quyet",
    "dinh",
    "quang",
    "ngai",
    "dat",
    "dai",
    "so",
    "2020",
    "ke hoach",
    "nghi",
    "q",
    "luat dat dai 2024",
    "zz",
)
TEXTS = [
    samples.text(f"{n}.txt", document, (document, "cites", samples.LAND))
    for n, document in enumerate((samples.QD32, samples.QD40, samples.KH83, samples.KH1127, samples.KH125))
]


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[KnowledgeGraph]:
    with samples.a_graph(tmp_path / "graph.db", TEXTS) as opened:
        yield opened


def plainly(graph: KnowledgeGraph, catalogue: object, query: str) -> list[int]:
    """The same by the words' index alone: (nearness, place) of each document that has the words, sorted."""
    connection, found = graph.settled(), {}
    lengths, places = catalogue._lengths, catalogue._places  # type: ignore[attr-defined]

    def having(asked: str) -> list[int]:
        return keys(connection, "SELECT rowid AS key FROM search WHERE search MATCH :q", {"q": asked})

    for key in having(query):
        found[places[key]] = FAR
    for column in reversed(IN_COLUMNS):
        for key in having(in_column(column, query)):
            place = places[key]
            level = nearnesses(query, 255)[lengths[column][place]] if column in lengths else IN_NUMBER
            found[place] = level
    return [place for _, place in sorted((level, place) for place, level in found.items())]


@pytest.mark.parametrize("kept", [32 << 20, 0], ids=["kept", "read anew"])
def test_what_the_words_index_says_in_the_order_that_is_promised(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(postings, "_KEPT", kept)
    catalogue = graph.catalogue()
    some = 0
    for pair in product(WORDS, WORDS):
        query = query_of(" ".join(pair))
        assert query is not None
        found = catalogue._postings.ranked(graph.settled(), query)
        assert found == plainly(graph, catalogue, query), pair
        some += bool(found)
    assert some > 40
    assert (catalogue._postings._size == 0) is (kept == 0), "what is kept has a bound"


def test_threads_may_ask_at_once(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    catalogue = graph.catalogue()
    queries = [query_of(" ".join(pair)) or "" for pair in product(WORDS, WORDS)]
    right = [graph.catalogue()._postings.ranked(graph.settled(), query) for query in queries]

    def ask(_: int) -> list[list[int]]:
        with open_graph(path) as own:
            return [catalogue._postings.ranked(own.settled(), query) for query in queries]

    with ThreadPoolExecutor(4) as threads:
        assert all(found == right for found in threads.map(ask, range(8)))


@pytest.mark.parametrize("found", [[], [0], [63, 64, 65], list(range(0, 999, 7)), list(range(999))])
def test_places_there_and_back(found: list[int]) -> None:
    made = Postings({place: place for place in range(999)}, {}, 255)
    assert list(made.places_of(made.bits_of([*found, 10**9]))) == found
