"""Building a graph from files: list, pass over what has not changed, read, extract, store, merge.

Every source is one transaction, so that a build that is stopped (Ctrl-C, kill, a full disk) goes on where it was, and
ends in the same graph. Files that cannot be read are listed and do not stop the others.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph import __version__
from graph.errors import LuocdoError
from graph.model import Extraction, Source

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_CHUNK = 1 << 20


class Failure(NamedTuple):
    """A file that could not be read, and why, in one line."""

    name: str
    reason: str


@dataclass(slots=True)
class Report:
    """What a build did: counts of files, sources that changed, bytes read, seconds, and the failures in order."""

    files: int = 0
    unchanged: int = 0
    sources: int = 0
    bytes: int = 0
    seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)


class _Task(NamedTuple):
    path: str
    name: str
    digest: str
    size: int


class _Read(NamedTuple):
    source: Source
    extraction: Extraction


def build(
    graph: KnowledgeGraph,
    paths: Iterable[str | os.PathLike[str]],
    *,
    workers: int | None = None,
    strict: bool = False,
    again: bool = False,
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Store what the files under `paths` say. `workers` processes extract (None: one for each core; 1: none but this
    one); `strict` raises LuocdoError at the first file that cannot be read; `again` reads unchanged files too.
    `progress` is told the name and size in bytes of each file that is done. The caller merges
    (`KnowledgeGraph.settle`).

    LuocdoError where an argument names nothing, before anything is stored.
    """
    from graph.reading import walk

    began = time.monotonic()
    report = Report()
    files = walk(paths)  # checks its arguments at once
    reader = f"luocdo {__version__}"

    def tasks() -> Iterator[_Task]:
        for path in files:
            report.files += 1
            name = source_name(path, graph.file)
            try:
                size, digest = _digest(path)
            except OSError as error:
                _fail(report, name, error.strerror or str(error), strict)
                continue
            if not again and graph.is_current(name, digest, reader):
                report.unchanged += 1
                if progress is not None:
                    progress(name, size)
                continue
            yield _Task(str(path), name, digest, size)

    for task, read, failures in _run(tasks(), workers or os.cpu_count() or 1):
        for source, extraction in read:
            report.sources += graph.ingest(source, extraction, file=task.digest, reader=reader)
        report.bytes += task.size
        for failure in failures:
            _fail(report, failure.name, failure.reason, strict)
        if progress is not None:
            progress(task.name, task.size)
    report.seconds = time.monotonic() - began
    return report


def source_name(path: Path, graph_file: Path) -> str:
    """How a file is called in the graph: its path from the folder of the graph where it lies below it, else as
    given; so the same command from another folder finds the same source."""
    from graph.reading import display_name

    home = os.path.abspath(graph_file.parent)
    place = os.path.abspath(path)
    if os.path.commonpath([home, place]) == home and home != os.sep:
        return display_name(os.path.relpath(place, home))
    return display_name(os.path.normpath(path))


def _fail(report: Report, name: str, reason: str, strict: bool) -> None:
    if strict:
        raise LuocdoError(f"{name}: {reason}")
    report.failures.append(Failure(name, reason))


def _digest(path: Path) -> tuple[int, str]:
    """Size and digest of a file's bytes."""
    digest = hashlib.sha256()
    size = 0
    if not path.is_file():
        return 0, ""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()


def read_and_extract(path: str, name: str) -> tuple[list[_Read], list[Failure]]:
    """All that the file at `path` says; a plain function, so that any engine can run it."""
    from dataclasses import replace

    from graph.pipeline import extract
    from graph.reading import display_name, read_all

    shown = display_name(path)
    found: list[_Read] = []
    try:
        for source in read_all(path):
            renamed = replace(source, name=name + source.name.removeprefix(shown))
            found.append(_Read(renamed, extract(renamed.text, source=renamed.name)))
    except LuocdoError as error:
        return found, [Failure(name, str(error).removeprefix(f"{shown}: "))]
    return found, []


_Done = tuple[_Task, list[_Read], list[Failure]]


def _run(tasks: Iterator[_Task], workers: int) -> Iterator[_Done]:
    """Each task with what came of it, in the order of the tasks; at most four times `workers` are under way."""
    first: list[_Task] = []
    for task in tasks:
        first.append(task)
        if len(first) > 3:
            break
    if workers < 2 or len(first) < 4:
        for task in [*first, *tasks]:
            yield (task, *read_and_extract(task.path, task.name))
        return
    with ProcessPoolExecutor(workers) as pool:
        under_way: list[tuple[_Task, Future[tuple[list[_Read], list[Failure]]]]] = []
        try:
            for task in _chain(first, tasks):
                under_way.append((task, pool.submit(read_and_extract, task.path, task.name)))
                if len(under_way) >= 4 * workers:
                    done, future = under_way.pop(0)
                    yield (done, *future.result())
            for done, future in under_way:
                yield (done, *future.result())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _chain(first: Iterable[_Task], rest: Iterable[_Task]) -> Iterator[_Task]:
    yield from first
    yield from rest
