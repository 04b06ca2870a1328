"""A worker process: ``python -m graph.engines.worker`` reads batches of work on stdin and writes outcomes to stdout.

What comes in are frames, a length of 8 bytes and a pickle: the parent is trusted. What goes out is plain data
(`graph.engines.wire`): the parent must not trust a process that reads strange files. A process of its own, started as a
program, can be killed (by the system, by a broken PDF, for taking too long) and needs nothing of the caller's main
module, threads or locks.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.engines.jobs import Prepare

_LENGTH = struct.Struct("<Q")
READY = (b"ready",)


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
        path, options, function, memory, parent = read_frame(incoming)
        sys.path[:] = path
        from graph.engines.parent import end_with_parent

        end_with_parent(parent)
        _limit_memory(memory)
        from graph.engines.results import pack_results
        from graph.engines.wire import write_parts
        from graph.engines.work import perform, pipeline

        extract = getattr(import_module(function[0]), function[1]) if function else pipeline()
        write_parts(outgoing, READY)
        while True:
            batch, name = read_frame(incoming)
            prepare = _prepare(name)
            write_parts(outgoing, pack_results([perform(task, options, extract, prepare) for task in batch]))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass


def _prepare(name: tuple[str, str] | None) -> Prepare | None:
    return getattr(import_module(name[0]), name[1]) if name is not None else None


def _limit_memory(limit: int) -> None:
    """Let the process fail with MemoryError rather than take the machine down (where the system can)."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    main()
