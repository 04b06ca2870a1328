"""Search with facets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import graph_samples as samples
import pytest

from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph

TEXTS = (
    samples.text("a.txt", samples.KH83, (samples.KH83, "implements", samples.NQ18)),
    samples.text("b.txt", samples.QD32, (samples.QD32, "replaces", samples.QD40)),
    samples.text("c.txt", samples.KH1127, (samples.KH1127, "based_on", samples.LAND)),
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with samples.a_graph(tmp_path_factory.mktemp("search") / "graph.db", TEXTS) as built:
        yield built


def codes(graph: KnowledgeGraph, words: str, **filters: str) -> list[str | None]:
    return [d.code for d in graph.search(words, filters).documents]


def test_a_number_comes_first(graph: KnowledgeGraph) -> None:
    assert codes(graph, "83/KH-UBND")[0] == "83/KH-UBND"


def test_without_words_the_newest_come_first(graph: KnowledgeGraph) -> None:
    assert codes(graph, "")[:2] == ["31/2024/QH15", "32/2020/QĐ-UBND"]
    assert graph.search("!?", {}).total == 0


def test_words_of_a_name_come_before_those_of_a_title(tmp_path: Path) -> None:
    title = {**samples.KH83, "title": "Thực hiện Luật Đất đai của tỉnh"}
    issued = {**samples.QD32, "title": "Về đất đai", "type": "Luật"}
    cited = [(samples.KH1127, "cites", other) for other in (title, issued)]
    texts = (samples.text("a.txt", title), samples.text("b.txt", samples.KH1127, *cited),
             samples.text("c.txt", samples.QD40, (samples.QD40, "based_on", samples.LAND)))  # fmt: skip
    with samples.a_graph(tmp_path / "graph.db", texts) as graph:
        right = ["31/2024/QH15", "83/KH-UBND", "32/2020/QĐ-UBND"]  # the name, the title, here and there
        assert codes(graph, "luat dat dai") == right
        assert [d.code for d in graph.find("luat dat dai")] == right


def test_the_fewer_other_words_the_nearer(tmp_path: Path) -> None:
    """What is cited often does not come before what is meant because its long name has the words somewhere."""
    long = {**samples.LAND, "code": "43/2024/QH15", "name": "Luật sửa đổi một số điều của Luật Nhà ở và Luật Đất đai"}
    titled = {**samples.QD32, "title": "Về đất đai"}
    far = {**samples.QD40, "title": "Về giá nước và hỗ trợ khi Nhà nước thu hồi đất trên địa bàn để xây dựng đê đai"}
    plans = [{**samples.KH83, "code": f"{n}/KH-UBND"} for n in range(1, 5)]
    often = [samples.text(f"{p['code'][0]}.txt", p, (p, "cites", long), (p, "cites", far)) for p in plans]
    once = samples.text("a.txt", samples.KH1127, (samples.KH1127, "cites", samples.LAND))
    texts = [*often, once, samples.text("b.txt", titled)]
    with samples.a_graph(tmp_path / "graph.db", texts) as graph:
        right = ["31/2024/QH15", "32/2020/QĐ-UBND", "43/2024/QH15", "40/2015/QĐ-UBND"]
        assert codes(graph, "dat dai") == right == [d.code for d in graph.find("dat dai")]


def test_of_equal_ones_the_most_cited_comes_first(tmp_path: Path) -> None:
    often, once = (samples.QD32, samples.QD40)
    for one, other in ((often, once), (once, often)):
        texts = (samples.text("a.txt", samples.KH83, (samples.KH83, "implements", one)),
                 samples.text("b.txt", samples.KH1127, (samples.KH1127, "implements", one)),
                 samples.text("c.txt", samples.KH125, (samples.KH125, "cites", other)))  # fmt: skip
        with samples.a_graph(tmp_path / f"{one['code'][:2]}.db", texts) as graph:
            right = [one["code"], other["code"]]
            assert codes(graph, "quyet dinh") == right == [d.code for d in graph.find("quyet dinh")]


def test_a_catalogue_serves_other_connections_and_leaves_out_what_came_since(tmp_path: Path) -> None:
    with samples.a_graph(tmp_path / "graph.db", TEXTS[:2]) as graph:
        catalogue = graph.catalogue()
        before = graph.search("quang ngai", catalogue=catalogue)
        with open_graph(tmp_path / "graph.db") as other:
            assert other.search("quang ngai", catalogue=catalogue) == before
        graph.ingest(*TEXTS[2])
        assert graph.search("ke hoach", catalogue=catalogue).total == 1
        assert graph.search("ke hoach").total == 2 and graph.search("").total == 6


def test_a_selection_narrows_what_is_found(graph: KnowledgeGraph) -> None:
    assert graph.search("quang ngai", keep=graph.select(since="2020")).total == 1
    assert graph.search("", keep=graph.select(types=["KH"])).total == 2
    assert graph.search("quang ngai").total == 4, "what was found under one selection is not another's"


def test_filters_and_facets(graph: KnowledgeGraph) -> None:
    found = graph.search("quang ngai")
    assert dict(found.facets["type"]) == {"Kế hoạch": 2, "Quyết định": 2}
    assert dict(found.facets["state"]) == {"unknown": 4}
    narrow = graph.search("quang ngai", {"type": "Quyết định"})
    assert narrow.total == 2
    assert dict(narrow.facets["type"]) == {"Kế hoạch": 2, "Quyết định": 2}, "a facet does not narrow itself"
    assert dict(narrow.facets["year"]) == {"2015": 1, "2020": 1}
    assert codes(graph, "quang ngai", type="Quyết định", year="2015") == ["40/2015/QĐ-UBND"]
    assert codes(graph, "", place="") == ["31/2024/QH15", "18-NQ/TW"]


def test_states_are_a_facet(graph: KnowledgeGraph) -> None:
    states = {id: status.state for id, status in graph.statuses().items()}
    found = graph.search("", {"state": "replaced"}, states)
    assert [d.code for d in found.documents] == ["40/2015/QĐ-UBND"] and found.total == 1


def test_pages_make_the_whole(graph: KnowledgeGraph) -> None:
    whole = [d.id for d in graph.search("", limit=50).documents]
    pages = [d.id for skip in range(0, 8, 2) for d in graph.search("", limit=2, skip=skip).documents]
    assert pages == whole and len(set(whole)) == len(whole)


def test_what_was_found_lately_has_a_bound(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where each search finds few documents of many kinds: what counts them takes more than the list of them."""
    from graph.queries import searching

    catalogue = graph.catalogue()
    most = 40 * searching._Found((), {}).size
    monkeypatch.setattr(searching, "_KEPT", most)
    for words in (f"{first} {second}" for first in ("ke", "hoach", "nghi", "quyet", "so") for second in range(1, 60)):
        graph.search(words, catalogue=catalogue)
    kept = sum(found.size for found in catalogue._lately.values())
    assert 0 < kept == catalogue._size <= most
    assert searching._Found((1,), {7: 1}).size > 100 + 1 + 20
