"""The graph behind the server: replaced in mid-service, gone, damaged; more questions than it takes."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from pathlib import Path

import pytest
from loops import run

import graph
from graph.errors import LuocdoError
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
