"""A worker process (started by `graph.reading.isolated`) reads batches of work on stdin and writes outcomes to stdout.

What comes in are frames, a length of 8 bytes and a pickle: the parent is trusted. What goes out is plain data
(`graph.engines.wire`): the parent must not trust a process that reads strange files. A process of its own, started as a
program, can be killed (by the system, by a broken PDF, for taking too long) and needs nothing of the caller's main
module, threads or locks.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import sys
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, TypeVar

from graph.reading import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.engines.jobs import Prepare, Task
    from graph.reading.options import Options

T = TypeVar("T")

_LENGTH = struct.Struct("<Q")
READY = (b"ready",)
_YOUNG = 100_000  # objects made before the next look for garbage: a text makes hardly any
_PART = 0.2  # of the time for one document
_LIBRARIES = 1 << 30  # bytes of addresses that libraries may take


def write_frame(stream: IO[bytes], value: Any) -> None:
    """Send one value to a worker."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """The next value from the parent; EOFError where it is gone."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(header)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Serve until stdin ends."""
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print must not get into the frames
    try:
        options, function, memory, parent = read_frame(incoming)
        from graph.engines.parent import end_with_parent

        end_with_parent(parent)
        limit_memory(memory)
        from graph.engines.results import pack_results
        from graph.engines.wire import write_parts
        from graph.engines.work import perform, pipeline

        extract = _function(*function) if function else pipeline()
        gc.freeze()  # modules and patterns stay: no collection of garbage needs to walk over them
        gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
        write_parts(outgoing, READY)
        while True:
            batch, name = read_frame(incoming)
            prepare: Prepare | None = _function(*name) if name is not None else None
            results = [in_time(perform, task, len(batch), options, extract, prepare) for task in batch]
            write_parts(outgoing, pack_results(results))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass


def in_time(perform: Callable[..., T], task: Task, among: int, options: Options, *more: Any) -> T:
    """What `perform` makes of the task, unless the time is up, which ends the process. One `among` several gets a part
    of the time: if that is not enough it is done again alone, for the rest."""
    clock.start(options.task_seconds * (1 - _PART if among == 1 else _PART))
    try:
        return perform(task, options, *more)
    finally:
        clock.stop()


def _function(module: str, name: str, root: str) -> Any:
    """The function of this name; its folder is on the path only while it is imported."""
    before = sys.path[:]
    sys.path += [root] if root else []
    try:
        return getattr(import_module(module), name)
    finally:
        sys.path[:] = before


def limit_memory(limit: int) -> None:
    """Let the process fail with MemoryError rather than take the machine down (where the system can): `limit` bytes of
    data; libraries and their tables are not data, so that addresses may be some more."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_DATA, limit), (resource.RLIMIT_AS, limit + _LIBRARIES)):
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(kind, (most, hard))
