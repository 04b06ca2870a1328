"""The graph behind the server: replaced in mid-service, gone, damaged; more questions than it takes."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from loops import run

import graph
from graph.errors import LuocdoError
from graph.normalise import fold
from graph.queries.searching import Catalogue
from graph.serve.pool import BusyError, Graphs


def codes(graphs: Graphs) -> set[str | None]:
    return {d.code for d in run(lambda: graphs.ask(lambda g: list(g.documents())))}


def test_a_graph_that_is_built_on_or_replaced_is_opened_anew(graph_file: Path, tmp_path: Path) -> None:
    served = tmp_path / "graph.db"
    shutil.copy(graph_file, served)
    graphs = Graphs(str(served), threads=1, waiting=5, seconds=10)
    before = codes(graphs)
    text = tmp_path / "moi.txt"
    text.write_text("Căn cứ Nghị định số 7/2031/NĐ-CP ngày 01 tháng 02 năm 2031 của Chính phủ.", encoding="utf-8")
    with graph.open(served, write=True) as opened:
        opened.add(text, workers=1)
    assert codes(graphs) == before | {"7/2031/NĐ-CP", None} or "7/2031/NĐ-CP" in codes(graphs)
    shutil.copy(graph_file, tmp_path / "other.db")
    os.replace(tmp_path / "other.db", served)
    assert codes(graphs) == before
    served.unlink()
    with pytest.raises(LuocdoError, match="thử lại"):
        codes(graphs)


def test_a_graph_that_is_replaced_in_the_middle_of_a_question(graph_file: Path, tmp_path: Path) -> None:
    """The question ends in the graph in which it began; the next one is of the new graph."""
    served = tmp_path / "graph.db"
    shutil.copy(graph_file, served)
    graph.open(tmp_path / "other.db", create=True).close()
    graphs = Graphs(str(served), threads=1, waiting=5, seconds=10)

    def question(opened: graph.KnowledgeGraph) -> tuple[int, int]:
        before = opened.search("van thu").total
        os.replace(tmp_path / "other.db", served)
        return before, sum("van thu" in fold(d.title or "") for d in opened.documents())

    before, after = run(lambda: graphs.ask(question))
    assert before >= after > 0
    assert codes(graphs) == set()
    assert run(lambda: graphs.ask(lambda g: g.search("van thu", catalogue=graphs.catalogue(g)).total)) == 0


def test_more_questions_than_the_server_takes(graph_file: Path) -> None:
    graphs = Graphs(str(graph_file), threads=1, waiting=1, seconds=10)

    async def many() -> list[object]:
        questions = [graphs.ask(lambda g: time.sleep(0.1)) for _ in range(4)]
        return await asyncio.gather(*questions, return_exceptions=True)

    assert [type(r) for r in run(many)].count(BusyError) == 2


def test_states_are_counted_beside_the_requests(graph_file: Path) -> None:
    graphs = Graphs(str(graph_file), threads=1, waiting=1, seconds=10)

    async def twice() -> tuple[int, int]:
        before = len(await graphs.states())
        await graphs.counted()
        return before, len(await graphs.states())

    before, after = run(twice)
    assert before == 0 and after >= 2


def test_a_catalogue_that_takes_long_is_made_beside_the_questions(
    graph_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Searches wait a while, together; other questions do not."""
    from graph.serve import pool

    made: list[int] = []
    right = pool._catalogue

    def late(path: str, states: Mapping[str, str]) -> Catalogue:
        made.append(1)
        time.sleep(1.0)
        return right(path, states)

    monkeypatch.setattr(pool, "_catalogue", late)
    graphs = Graphs(str(graph_file), threads=1, waiting=5, seconds=0.3)

    async def session() -> tuple[list[object], int]:
        waiting = [asyncio.create_task(graphs.listed()) for _ in range(3)]
        await asyncio.sleep(0)
        assert await graphs.ask(lambda g: g.resolve("30/2020"))
        refused = await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.sleep(1.0)
        await graphs.listed()
        return list(refused), await graphs.ask(lambda g: g.search("van thu", catalogue=graphs.catalogue(g)).total)

    refused, total = run(session)
    assert [type(error) for error in refused] == [BusyError] * 3 and total >= 2
    assert len(made) == 1


def test_figures_are_counted_once_however_many_ask(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.serve import answers

    counted: list[int] = []

    def figures(opened: graph.KnowledgeGraph) -> dict[str, object]:
        counted.append(1)
        time.sleep(0.3)
        return {"documents": 7}

    monkeypatch.setattr(answers, "figures", figures)
    graphs = Graphs(str(graph_file), threads=2, waiting=5, seconds=10)

    async def many() -> tuple[object, list[object]]:
        soon = await graphs.figures(0.05)  # who does not wait that long goes on without
        return soon, list(await asyncio.gather(*(graphs.figures() for _ in range(8))))

    assert run(many) == (None, [{"documents": 7}] * 8)
    assert len(counted) == 1


def test_figures_that_failed_are_counted_anew(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.serve import answers

    right = answers.figures
    graphs = Graphs(str(graph_file), threads=2, waiting=5, seconds=10)

    def fails(opened: graph.KnowledgeGraph) -> dict[str, object]:
        raise LuocdoError("quá lâu")

    async def twice() -> object:
        monkeypatch.setattr(answers, "figures", fails)
        with pytest.raises(LuocdoError):
            await graphs.figures()
        monkeypatch.setattr(answers, "figures", right)
        return await graphs.figures()

    found = run(twice)
    assert isinstance(found, dict) and found["loaded"] == 3


SLOW = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300000000) SELECT count(*) FROM n"


def slow(opened: graph.KnowledgeGraph) -> object:
    """A question of half a minute."""
    return opened.settled().execute(SLOW).fetchone()


def test_a_question_that_nobody_waits_for_is_given_up(graph_file: Path) -> None:
    graphs = Graphs(str(graph_file), threads=1, waiting=5, seconds=60)

    async def leave() -> float:
        asked = [asyncio.create_task(graphs.ask(slow)) for _ in range(3)]
        await asyncio.sleep(0.2)
        for task in asked:
            task.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
        begun = time.monotonic()
        assert await graphs.ask(lambda g: len(list(g.documents())))  # by the same thread
        return time.monotonic() - begun

    assert run(leave) < 5


def test_a_question_made_of_many_small_ones_is_given_up_too(graph_file: Path) -> None:
    graphs = Graphs(str(graph_file), threads=1, waiting=5, seconds=60)
    done: list[int] = []

    def question(opened: graph.KnowledgeGraph) -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            opened.search("van thu")
            done.append(1)

    async def leave() -> float:
        asked = asyncio.create_task(graphs.ask(question))
        while not done:
            await asyncio.sleep(0.01)
        asked.cancel()
        begun = time.monotonic()
        await graphs.ask(lambda g: g.resolve("1"))
        return time.monotonic() - begun

    assert run(leave) < 5


def test_one_catalogue_for_all_threads_until_the_graph_changes(graph_file: Path, tmp_path: Path) -> None:
    served = tmp_path / "graph.db"
    shutil.copy(graph_file, served)
    graphs = Graphs(str(served), threads=3, waiting=20, seconds=10)

    async def asked() -> set[int]:
        return {id(c) for c in await asyncio.gather(*(graphs.ask(graphs.catalogue) for _ in range(9)))}

    before = run(asked)
    assert len(before) == 1
    with graph.open(served, write=True) as opened:
        opened.remove(next(source.name for source in opened.sources()))
    after = run(asked)
    assert len(after) == 1 and after != before
