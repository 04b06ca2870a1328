"""One graph file, read by several threads: each has its own connection, opened anew when the file changes.

A question runs in one transaction (`KnowledgeGraph.frozen`), so its answer is of one state of the graph even while
another process builds; when the file has become another one, the next question of a thread opens that.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from typing import Any, TypeVar

from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.queries.searching import Catalogue
from graph.serve import answers
from graph.serve.counting import count
from graph.store.database import translated

T = TypeVar("T")


class BusyError(Exception):
    """More questions wait than the server takes."""


class _Turn:
    """One question in its thread. Who asked may leave: what SQLite does for it is ended then, and nothing of the next
    question of that thread."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._graph: KnowledgeGraph | None = None
        self._left = False

    def answer(self, graph: KnowledgeGraph, question: Callable[[KnowledgeGraph], T]) -> T:
        with self._lock:
            if self._left:
                raise LuocdoError("câu hỏi đã bị hủy")
            self._graph = graph
        try:
            with translated(self._path), graph.frozen():
                return question(graph)
        finally:
            with self._lock:
                self._graph = None
                graph.go_on()

    def leave(self) -> None:
        """Nobody waits any more."""
        with self._lock:
            self._left = True
            if self._graph is not None:
                self._graph.interrupt()


def _catalogue(path: str, states: Mapping[str, str]) -> Catalogue:
    with open_graph(path) as graph, graph.frozen():
        return graph.catalogue(states)


def _failed(task: asyncio.Task[Any]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)


class Graphs:
    """The graph at `path` for questions from many requests. `threads` read it; at most `waiting` questions wait;
    a statement that takes longer than `seconds` is given up (LuocdoError)."""

    def __init__(self, path: str, *, threads: int, waiting: int, seconds: float) -> None:
        self.path = path
        self._seconds = seconds
        self._most = threads + waiting
        self._asked = 0
        self._own = threading.local()
        self._executor = ThreadPoolExecutor(threads, "graph")
        self._states: tuple[str, Mapping[str, str]] = ("", {})
        self._counting: asyncio.Task[None] | None = None
        self._figures: tuple[str, asyncio.Task[dict[str, Any]]] | None = None
        self._catalogue: tuple[str, Catalogue] | None = None
        self._listing: asyncio.Task[None] | None = None
        self._making = threading.Lock()

    def version(self) -> str:
        """Names the present content of the file; another one when it has changed. LuocdoError where it is gone."""
        found = []
        for suffix in ("", "-wal"):
            try:
                facts = os.stat(self.path + suffix)
                if facts.st_size or not suffix:
                    found.append((facts.st_ino, facts.st_size, facts.st_mtime_ns))
            except FileNotFoundError:
                if not suffix:
                    raise LuocdoError("đồ thị đang được thay, hãy thử lại") from None
        return sha256(repr(found).encode()).hexdigest()[:20]

    async def ask(self, question: Callable[[KnowledgeGraph], T]) -> T:
        """The answer to a question, in a thread of its own; given up where the task that asks is cancelled. BusyError
        where too many wait; LuocdoError where the graph cannot be read."""
        if self._asked >= self._most:
            raise BusyError
        self._asked += 1
        turn = _Turn(self.path)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, self._answer, turn, question)
        except asyncio.CancelledError:
            turn.leave()
            raise
        finally:
            self._asked -= 1

    async def listed(self) -> None:
        """Wait until there is a catalogue of the present content, which takes seconds of a large graph: it is made
        beside the questions, on a connection of its own, once however many wait. BusyError where it takes too long."""
        version = self.version()
        if self._catalogue is not None and self._catalogue[0] == version:
            return
        if self._listing is None or self._listing.done():
            self._listing = asyncio.create_task(self._list(version, self._states[1]))
        await asyncio.wait((self._listing,), timeout=self._seconds)
        if not self._listing.done():
            raise BusyError
        self._listing.result()

    async def _list(self, version: str, states: Mapping[str, str]) -> None:
        found = await asyncio.to_thread(_catalogue, self.path, states)
        if self.version() == version:  # else it may be of either
            self._catalogue = version, found

    def catalogue(self, graph: KnowledgeGraph) -> Catalogue:
        """The catalogue of the present content, one for all threads; called by a question, behind `listed`."""
        version = self.version()
        with self._making:
            if self._catalogue is None or self._catalogue[0] != version:  # it changed just now
                self._catalogue = version, graph.catalogue(self._states[1])
            return self._catalogue[1]

    async def states(self) -> Mapping[str, str]:
        """Document id -> state of force, of the newest version that has been counted; empty until one has. The first
        call for a version begins the counting, which no request waits for."""
        version = self.version()
        if self._states[0] != version and (self._counting is None or self._counting.done()):
            self._counting = asyncio.create_task(self._count(version))
        return self._states[1]

    async def figures(self, seconds: float | None = None) -> dict[str, Any] | None:
        """How much there is in the graph (`answers.figures`), counted once for each version however many ask: seconds
        for a large one. None where that is not done in so many `seconds`."""
        version = self.version()
        if self._figures is None or self._figures[0] != version or _failed(self._figures[1]):
            self._figures = version, asyncio.create_task(self.ask(answers.figures))
        counting = self._figures[1]
        if not counting.done():
            await asyncio.wait((counting,), timeout=seconds)
        return counting.result() if counting.done() else None

    async def counted(self) -> None:
        """Wait until the counting that has begun is done."""
        if self._counting is not None:
            await self._counting

    async def _count(self, version: str) -> None:
        states = await asyncio.to_thread(count, self.path)
        with suppress(LuocdoError):  # the next question tells
            await self._list(version, states)  # before somebody searches
            self._states = version, states

    def _answer(self, turn: _Turn, question: Callable[[KnowledgeGraph], T]) -> T:
        return turn.answer(self._graph(), question)

    def _graph(self) -> KnowledgeGraph:
        version = self.version()
        known: tuple[str, KnowledgeGraph] | None = getattr(self._own, "graph", None)
        if known is not None and known[0] == version:
            return known[1]
        if known is not None:
            known[1].close()
            self._own.graph = None
        graph = open_graph(self.path)
        graph.be_quick(self._seconds)
        self._own.graph = (version, graph)
        return graph

    def close(self) -> None:
        """Take no more questions."""
        self._executor.shutdown(wait=False, cancel_futures=True)
