"""Building a graph from files: list, pass over what has not changed, read, extract, store, forget what is gone, merge.

What was read within about a second is stored in one transaction, so that a build that is stopped (Ctrl-C, kill, a full
disk) goes on where it was, and ends in the same graph. Files that cannot be read are listed and do not stop the others.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph import __version__
from graph.errors import LuocdoError
from graph.reading.files import source_name

if TYPE_CHECKING:
    from graph.engines import Job, Outcome
    from graph.knowledge import KnowledgeGraph
    from graph.reading import Options
    from graph.store.ingest import Entry
    from graph.store.record import Record

_CHUNK = 1 << 20
_MOST_WAITING = 500
_MOST_BYTES_WAITING = 8 << 20
_SECONDS_WAITING = 1.0


class Failure(NamedTuple):
    """A file that could not be read, and why, in one line."""

    name: str
    reason: str


@dataclass(slots=True)
class Report:
    """What a build did: counts of files, of documents that were read and of those among them that changed, bytes of
    the files that were read, seconds, and the failures in order.

    `kinds` counts files by how they were read: the format, with ``ocr`` where words were recognised; ``zip``,
    ``jsonl``, ``json``, ``csv``, ``sheet``, ``parquet`` for what holds several documents; ``register`` for tables of
    documents, ``row`` for other tables; ``unchanged``, ``renamed``;
    ``unread`` for what no reader could make sense of. `passed_over` names what lies in the folders but is no document:
    links out of them, pipes, devices. `forgotten` names the sources whose files are gone, `renamed` those that have a
    new name; `kept` has folders that are empty, and what to tell of the sources that are not forgotten therefore.
    `uncorrected` has a line for each row of the file of corrections that says nothing.
    """

    files: int = 0
    unchanged: int = 0
    read: int = 0
    sources: int = 0
    bytes: int = 0
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    passed_over: list[Failure] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    kept: list[Failure] = field(default_factory=list)
    uncorrected: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    """A file under way: its size and the digest of its bytes, and what came of it so far."""

    size: int
    digest: str
    holds_several: bool = False
    failed: bool = False
    kind: str = "unread"


def build(
    graph: KnowledgeGraph,
    paths: Iterable[str | os.PathLike[str]],
    *,
    workers: int | None = None,
    strict: bool = False,
    again: bool = False,
    engine: str = "local",
    master: str | None = None,
    options: Options | None = None,
    forget: bool | None = None,
    corrections: str | os.PathLike[str] | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Store what the files under `paths` say. `workers` processes extract (None: one for each core; 1: none but this
    one); `strict` raises LuocdoError at the first file that cannot be read; `again` reads unchanged files too. `engine`
    and `master`: see `graph.engines.run`; `options`: how files are read. `progress` is told the name and size in bytes
    of each file that is done. The caller merges (`KnowledgeGraph.settle`).

    What was read from a file of a folder among `paths` that is gone now is forgotten at the end
    (`graph.forgetting`); with `forget` also where the folder is empty, without it (False) never.

    LuocdoError where an argument names nothing, before anything is stored.
    """
    from graph.engines import Job, run
    from graph.forgetting import Sweep
    from graph.reading import DEFAULT, display_name, holds_several, starts_of, too_large, walk
    from graph.store.forgetting import rename
    from graph.store.record import prepare

    began = time.monotonic()
    report = Report()

    def told(path: Path, reason: str, *, failed: bool) -> None:
        name = source_name(path, graph.file)
        if failed:
            _fail(report, name, reason, strict)
        else:
            report.passed_over.append(Failure(name, reason))

    paths = list(paths)
    files = walk(paths, told)  # checks its arguments at once
    sweep = Sweep(graph, starts_of(paths)) if forget is not False else None
    own = {f"{os.path.abspath(graph.file)}{end}" for end in ("", "-wal", "-shm", "-journal")}
    reader = f"luocdo {__version__}"
    try:
        corrected = graph.correct(corrections)
    except LuocdoError as error:
        if corrections is not None:
            raise
        report.uncorrected.append(str(error))
    else:
        own.update([os.path.abspath(corrected.file)] if corrected is not None else [])
        report.uncorrected += corrected.wrong if corrected is not None else ()

    under_way: dict[Job, _File] = {}

    def changed() -> Iterator[Job]:
        for path in files:
            if os.path.abspath(path) in own:
                continue
            report.files += 1
            job = Job(str(path), source_name(path, graph.file))
            try:
                why = too_large(path, options or DEFAULT)
                size, digest = _digest(path) if why is None else (0, "")
            except (OSError, LuocdoError) as error:
                why = getattr(error, "strerror", None) or str(error).removeprefix(f"{display_name(path)}: ")
            if why is not None:
                report.kinds["unread"] += 1
                _fail(report, job.name, why, strict)
                continue
            if not again and graph.is_current(job.name, digest, reader):
                report.unchanged += 1
                report.kinds["unchanged"] += 1
                if progress is not None:
                    progress(job.name, size)
                continue
            if sweep is not None and sweep.is_moved(digest) and not (again or holds_several(path, options or DEFAULT)):
                old = sweep.old_name(digest, reader)
                if old is not None:
                    with graph.writing() as connection:
                        rename(connection, old, job.name)
                    report.renamed.append(job.name)
                    report.kinds["renamed"] += 1
                    if progress is not None:
                        progress(job.name, size)
                    continue
            under_way[job] = _File(size, digest)
            yield job

    waiting = _Waiting(graph, report, strict)
    outcomes = run(
        changed(), workers=workers, engine=engine, master=master, options=options or DEFAULT, prepare=prepare
    )
    for outcome in outcomes:
        file = under_way[outcome.job]
        if outcome.prepared is not None:
            file.holds_several |= outcome.name != outcome.job.name
            waiting.add(outcome, file, reader)
        if outcome.error is not None:
            file.failed = True
            if strict:
                waiting.store()
            _fail(report, outcome.name, outcome.error, strict)
        if outcome.last:
            del under_way[outcome.job]
            if file.holds_several:
                waiting.store()
                graph.finish_container(outcome.job.name, file.digest, reader, complete=not file.failed)
            report.bytes += file.size if file.kind != "unread" else 0
            report.kinds[file.kind] += 1
            if progress is not None:
                progress(outcome.name, file.size)
        waiting.store_in_time()
    waiting.store()
    if sweep is not None:
        report.forgotten, kept = sweep.finish(empty_too=forget is True)
        report.kept = [
            Failure(
                name, f"thư mục trống, giữ lại {count} văn bản đã đọc từ đó (nếu đã xóa thật: luocdo build --forget)"
            )
            for name, count in kept.items()
        ]
    report.seconds = time.monotonic() - began
    return report


class _Waiting:
    """Records that wait to be stored together: a transaction costs as much as a text."""

    def __init__(self, graph: KnowledgeGraph, report: Report, strict: bool) -> None:
        self._graph = graph
        self._report = report
        self._strict = strict
        self._entries: list[tuple[Entry, _File]] = []
        self._bytes = 0
        self._stored = time.monotonic()

    def add(self, outcome: Outcome, file: _File, reader: str) -> None:
        """Take what was read, and see how it was."""
        from graph.store.ingest import Entry
        from graph.store.record import Record

        data = outcome.prepared or b""
        try:
            record = Record.parse(data)
            if record.name != outcome.name:
                raise ValueError("another name")
        except ValueError:
            self._refuse(outcome.name, file)
            return
        file.kind = _kind(record, outcome.name, outcome.job.name)
        self._report.read += 1
        self._entries.append((Entry(record, file.digest, reader), file))
        self._bytes += len(data)

    def store_in_time(self) -> None:
        """Store, unless little has come in since the last time. What takes long to read is stored at once."""
        if (
            len(self._entries) >= _MOST_WAITING
            or self._bytes >= _MOST_BYTES_WAITING
            or time.monotonic() - self._stored > _SECONDS_WAITING
        ):
            self.store()

    def store(self) -> None:
        """Store everything, in one transaction; where the graph refuses something, one by one, so that it costs only
        itself."""
        waiting, self._entries, self._bytes = self._entries, [], 0
        if waiting:
            try:
                self._report.sources += self._graph.ingest_all([entry for entry, _ in waiting])
            except ValueError:
                self._store_singly(waiting)
        self._stored = time.monotonic()

    def _store_singly(self, waiting: list[tuple[Entry, _File]]) -> None:
        for entry, file in waiting:
            try:
                self._report.sources += self._graph.ingest_all([entry])
            except ValueError:
                self._report.read -= 1
                self._refuse(entry.record.name, file)

    def _refuse(self, name: str, file: _File) -> None:
        file.failed = True
        _fail(self._report, name, "tiến trình đọc trả về dữ liệu hỏng, bỏ qua", self._strict)


def _kind(record: Record, name: str, job: str) -> str:
    """How the file of this job was read; `name` is that of the document in it."""
    if name == job:
        return f"{record.format} ocr" if "ocr" in json.loads(record.metadata) else record.format
    return "zip" if name.startswith(f"{job}/") else record.format


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
