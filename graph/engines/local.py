"""The engine on this machine: worker processes, results in order, memory bounded, no file able to stop the others.

Each worker process is served by a thread. If the process dies or takes too long, its batch is done again piece by
piece in new processes, and a piece that kills two of them is reported instead of being tried for ever.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from typing import IO

from graph.engines.apart import Lister, is_container
from graph.engines.jobs import Extract, Job, Outcome, Prepare, Task, reason, tasks
from graph.engines.results import unpack_results
from graph.engines.wire import read_parts
from graph.engines.work import Done, perform
from graph.engines.worker import write_frame
from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import Failed, clock, kinds
from graph.reading.isolated import command, root_of
from graph.reading.options import Options
from graph.reading.rows import jsonl_rows

_BATCH_TASKS = 16
_BATCH_BYTES = 256 * 1024
_AHEAD = 3  # batches a worker may be ahead of what was taken
_AHEAD_BYTES = 256 << 20  # of data out of archives that waits
_ATTEMPTS = 2
_FALLBACK = 30  # times the limit for one document: where the worker's own clock does not work
_START_SECONDS = 120.0  # for a process to load the tables, on a machine with much else to do
_SMALL_TASKS = 4  # fewer small texts than this are done here: starting workers takes longer
_SMALL_BYTES = 200_000

_READY_BYTES = 100
_HEAD = 65_536

Piece = tuple[Job, "Task | Outcome | None"]  # None: the end of the job
Name = tuple[str, str, str]  # a module, a function in it, the folder that the module is imported from


def run_local(
    work: Iterable[Job],
    *,
    workers: int | None = None,
    options: Options,
    extract: Extract | None = None,
    prepare: Prepare | None = None,
) -> Iterator[Outcome]:
    """See `graph.engines.run`."""
    lister = Lister(options)
    try:
        yield from run_pieces(
            _pieces(work, options, lister), workers=workers, options=options, extract=extract, prepare=prepare
        )
    finally:
        lister.close()


def run_pieces(
    pieces: Iterator[Piece],
    *,
    workers: int | None = None,
    options: Options,
    extract: Extract | None = None,
    prepare: Prepare | None = None,
) -> Iterator[Outcome]:
    """The outcomes of `pieces`, in their order: from worker processes, or from this one where there is little to do."""
    count = workers if workers is not None else cores()
    first = list(islice(pieces, 2 * _SMALL_TASKS))
    every = chain(first, pieces)
    few = len(first) < 2 * _SMALL_TASKS and sum(_size(piece) for _, piece in first) < _SMALL_BYTES
    if count <= 1 or few:
        yield from _here(every, options, extract, prepare)
    else:
        yield from in_processes(every, count, options, extract, prepare)


def run_stream(stream: IO[bytes], name: str, *, options: Options, extract: Extract | None = None) -> Iterator[Outcome]:
    """As `run_local`, for what comes on stdin: JSON Lines row by row as they come, anything else when it has ended."""
    job = Job(name, name)
    first = stream.readline(options.max_text_bytes + 1)
    pieces: Iterator[Piece]
    if kinds.kind(first[:_HEAD]) == "jsonl":
        pieces = ((job, _task(job, row)) for row in jsonl_rows(first, stream, name, options))
    else:
        data = first + stream.read()
        pieces = iter([(job, Task(name, data=data, size=len(data)))])
    return _here(chain(pieces, [(job, None)]), options, extract, None)


def _task(job: Job, row: Source | Failed) -> Task | Outcome:
    if isinstance(row, Failed):
        return Outcome(job, row.name, error=reason(row.reason, row.name))
    return Task(row.name, source=row, size=len(row.text))


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pieces(work: Iterable[Job], options: Options, lister: Lister) -> Iterator[Piece]:
    for job in work:
        for piece in lister.pieces(job) if is_container(job.path) else tasks(job, options):
            yield job, piece
        yield job, None


def _size(piece: Task | Outcome | None) -> int:
    return piece.size if isinstance(piece, Task) else 0


def _risky(piece: Task | Outcome | None) -> bool:
    """Whether reading it runs a parser or a program: anything but decoding a text."""
    from pathlib import Path

    from graph.reading.files import head

    if not isinstance(piece, Task) or piece.source is not None:
        return False
    try:
        start = piece.data[:65_536] if piece.data is not None else head(Path(piece.path or ""))
    except LuocdoError:
        return False  # it cannot be opened: whoever reads it says why
    return kinds.kind(start) != "text"


def _here(
    pieces: Iterable[Piece], options: Options, extract: Extract | None, prepare: Prepare | None
) -> Iterator[Outcome]:
    """Texts in this process; whatever a parser reads in one that is started for the first of them."""
    pool: Pool | None = None
    try:
        for job, piece in pieces:
            if not isinstance(piece, Task):
                yield from _outcomes(job, piece, [])
            elif _risky(piece):
                pool = pool or Pool(1, options, extract)
                yield from _outcomes(job, piece, pool.submit([piece], prepare).result()[0])
            else:
                done = perform(piece, options, extract, prepare) if isinstance(piece, Task) else []
                yield from _outcomes(job, piece, done)
    finally:
        if pool is not None:
            pool.close()


def _outcomes(job: Job, piece: Task | Outcome | None, done: list[Done]) -> Iterator[Outcome]:
    """The outcomes of one piece; the end of a job is an outcome without a document."""
    if piece is None:
        yield Outcome(job, job.name, last=True)
    elif isinstance(piece, Outcome):
        yield piece
    else:
        for item in done:
            yield Outcome(job, item.name, item.source, item.extraction, item.error, prepared=item.prepared)


def in_processes(
    pieces: Iterable[Piece],
    count: int,
    options: Options,
    extract: Extract | None,
    prepare: Prepare | None = None,
    *,
    pool: Pool | None = None,
) -> Iterator[Outcome]:
    """The outcomes of `pieces`, in their order, from `count` worker processes: those of `pool`, which stays open, or
    new ones."""
    workers = pool or Pool(count, options, extract)
    waiting: deque[tuple[list[Piece], Future[list[list[Done]]], int]] = deque()
    held = 0
    try:
        for batch in _batches(pieces):
            size = sum(_size(piece) for _, piece in batch if isinstance(piece, Task) and piece.path is None)
            held += size
            waiting.append((batch, workers.submit([p for _, p in batch if isinstance(p, Task)], prepare), size))
            while len(waiting) > _AHEAD * count or (held > _AHEAD_BYTES and len(waiting) > 1):
                oldest, future, size = waiting.popleft()
                held -= size
                yield from _delivered(oldest, future.result())
        while waiting:
            oldest, future, _ = waiting.popleft()
            yield from _delivered(oldest, future.result())
    finally:
        if pool is None:
            workers.close()


def _delivered(batch: list[Piece], results: list[list[Done]]) -> Iterator[Outcome]:
    done = iter(results)
    for job, piece in batch:
        yield from _outcomes(job, piece, next(done) if isinstance(piece, Task) else [])


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += _size(piece[1])
        if len(batch) >= 2 * _BATCH_TASKS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Pool:
    """Threads, each with a worker process of its own."""

    def __init__(self, count: int, options: Options, extract: Extract | None) -> None:
        self._options = options
        self._function = _name(extract)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="luocdo")
        self._mine = threading.local()
        self._processes: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, batch: list[Task], prepare: Prepare | None = None) -> Future[list[list[Done]]]:
        return self._threads.submit(self._serve, batch, _name(prepare))

    def close(self) -> None:
        """Stop at once; work under way is dropped."""
        with self._lock:
            self._closed = True
            for process in self._processes:
                _kill(process)
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _serve(self, batch: list[Task], prepare: Name | None) -> list[list[Done]]:
        if not batch:
            return []
        results = self._attempt(batch, prepare)
        if results is not None:
            return results
        if len(batch) == 1 and self._late():
            return [self._given_up(batch[0])]
        left = _ATTEMPTS - (len(batch) == 1)
        return [self._alone(task, prepare, left) for task in batch]

    def _alone(self, task: Task, prepare: Name | None, attempts: int) -> list[Done]:
        """One piece in a process of its own, until it is known to be what kills it."""
        for _ in range(attempts):
            results = self._attempt([task], prepare)
            if results is not None:
                return results[0]
            if self._late():
                break
        return self._given_up(task)

    def _late(self) -> bool:
        """Whether the thread's last worker ran out of its time: it would do so again."""
        return clock.ended(getattr(self._mine, "ended", None))

    def _given_up(self, task: Task) -> list[Done]:
        limit = self._options.task_seconds
        return [Done(task.name, error=f"tiến trình đọc bị hỏng, hết bộ nhớ hoặc quá {limit:.0f} giây, bỏ qua")]

    def _attempt(self, batch: list[Task], prepare: Name | None) -> list[list[Done]] | None:
        """What the thread's worker makes of the batch; None where it died, took too long or sends something else."""
        process = self._process()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        timer = threading.Timer(_FALLBACK * self._options.task_seconds * (1 + len(batch) / 8), _kill, [process])
        timer.daemon = True
        timer.start()
        try:
            write_frame(process.stdin, (batch, prepare))
            parts = read_parts(process.stdout, self._options.worker_bytes)
            return unpack_results(parts, [task.name for task in batch])
        except (EOFError, OSError, ValueError, MemoryError):
            self._discard(process)
            return None
        finally:
            timer.cancel()

    def _process(self) -> subprocess.Popen[bytes] | None:
        process: subprocess.Popen[bytes] | None = getattr(self._mine, "process", None)
        if process is not None and process.poll() is None:
            return process
        with self._lock:
            if self._closed:
                return None
            process = subprocess.Popen(
                command("graph.engines.worker"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("LUOCDO_DEBUG") else subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C reaches this process, which then stops the workers
            )
            self._processes.add(process)
        self._mine.process = process
        assert process.stdin is not None
        assert process.stdout is not None
        timer = threading.Timer(_START_SECONDS, _kill, [process])
        timer.start()
        try:
            about = (self._options, self._function, self._options.worker_bytes, os.getpid())
            write_frame(process.stdin, about)
            read_parts(process.stdout, _READY_BYTES)  # it is ready: what it takes from here on is the work's own time
        except (EOFError, OSError, ValueError):
            self._discard(process)
            return None
        finally:
            timer.cancel()
        return process

    def _discard(self, process: subprocess.Popen[bytes]) -> None:
        self._mine.process = None
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.2)  # it may just have ended by itself; how, is told by its code
        _kill(process)
        self._mine.ended = process.returncode
        with self._lock:
            self._processes.discard(process)


def _name(function: Extract | Prepare | None) -> Name | None:
    """How another process finds the function."""
    if function is None:
        return None
    module, name = function.__module__, function.__qualname__  # type: ignore[union-attr]
    return module, name, root_of(module)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a worker and the programs it started."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass
    for stream in (process.stdin, process.stdout):
        if stream is not None and threading.current_thread() is not threading.main_thread():
            with suppress(OSError, ValueError):
                stream.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
