"""Archives and tables taken apart in a process of their own.

What is in a zip, a JSON Lines or a Parquet file is found by decoders that a hostile file can make take any time and any
memory; the process that lists everything must not run them. This one can be killed. It hands back plain data: a line of
JSON, and bytes.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from graph.engines.jobs import Job, Outcome, Task, tasks
from graph.engines.worker import limit_memory
from graph.model import Source
from graph.reading import clock, kinds
from graph.reading.files import check_regular, head
from graph.reading.isolated import command
from graph.reading.options import Options

_SIZES = struct.Struct("<IQ")  # of the line and of the bytes behind it
_MOST_LINE = 256 << 20
CONTAINERS = ("zip", "jsonl", "json", "csv", "sheet", "parquet")


def is_container(path: str) -> bool:
    """Whether the file holds several documents, by its first bytes; False where they cannot be read."""
    place = Path(path)
    try:
        size = check_regular(place).st_size
        start = head(place)
        tail = b""
        if start[:2] == b"PK":
            with place.open("rb") as stream:
                stream.seek(max(0, size - 65_536))
                tail = stream.read(65_536)
        return kinds.kind(start, tail) in CONTAINERS
    except Exception:  # whoever reads it says why it cannot be read
        return False


class Lister:
    """A process that takes containers apart, one after the other; started when it is needed, and again when it died."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None

    def pieces(self, job: Job) -> Iterator[Task | Outcome]:
        """As `graph.engines.jobs.tasks`, for a container; one that ends its process is an outcome that says so."""
        try:
            process = self._started()
            assert process.stdin is not None
            process.stdin.write(json.dumps([job.path, job.name]).encode() + b"\n")
            process.stdin.flush()
            while (piece := self._next(process, job)) is not None:
                yield piece
        except (EOFError, OSError, ValueError, KeyError, TypeError):
            limit = self._options.task_seconds
            late = clock.ended(self._stop())
            why = f"quá {limit:.0f} giây" if late else f"bị hỏng, hết bộ nhớ hoặc quá {limit:.0f} giây"
            yield Outcome(job, job.name, error=f"tiến trình đọc {why}, bỏ qua phần còn lại của tệp")

    def close(self) -> None:
        """End the process."""
        self._stop()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                command("graph.engines.apart", json.dumps(asdict(self._options)), str(os.getpid())),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("LUOCDO_DEBUG") else subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._process

    def _stop(self) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.2)  # it may just have ended by itself
        if process.poll() is None:
            process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError, ValueError):
                if stream is not None:
                    stream.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        return process.returncode

    def _next(self, process: subprocess.Popen[bytes], job: Job) -> Task | Outcome | None:
        assert process.stdout is not None
        timer = None
        if not hasattr(os, "fork"):  # where the process has no clock of its own
            timer = threading.Timer(self._options.task_seconds, process.kill)
            timer.start()
        try:
            line, data = _receive(process.stdout)
        finally:
            if timer is not None:
                timer.cancel()
        kind, name = line["kind"], str(line.get("name"))
        if kind == "end":
            return None
        if kind == "failed":
            return Outcome(job, name, error=str(line["error"]))
        if kind == "data":
            return Task(name, data=data, size=len(data))
        text = data.decode("utf-8", "surrogatepass")
        metadata = {str(key): str(value) for key, value in line["metadata"].items()}
        return Task(name, source=Source(name, text, str(line["format"]), metadata), size=len(text))


def _send(stream: IO[bytes], line: dict[str, Any], data: bytes = b"") -> None:
    text = json.dumps(line).encode()
    stream.write(_SIZES.pack(len(text), len(data)) + text)
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    sizes = stream.read(_SIZES.size)
    if len(sizes) < _SIZES.size:
        raise EOFError
    line_size, data_size = _SIZES.unpack(sizes)
    if line_size + data_size > _MOST_LINE:
        raise ValueError
    text, data = stream.read(line_size), stream.read(data_size)
    if len(data) < data_size:
        raise EOFError
    line = json.loads(text)
    if not isinstance(line, dict):
        raise ValueError
    return line, data


def main() -> None:
    """The process: jobs on stdin, a line of JSON each; pieces on stdout."""
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print must not get into the answers
    options = Options(**json.loads(sys.argv[1]))
    from graph.engines.parent import end_with_parent

    end_with_parent(int(sys.argv[2]))
    limit_memory(options.worker_bytes)
    with suppress(BrokenPipeError, KeyboardInterrupt):
        for request in incoming:
            path, name = json.loads(request)
            job = Job(path, name)
            try:
                clock.start(options.task_seconds)
                for piece in tasks(job, options):
                    clock.stop()  # the other side may take its time
                    _answer(outgoing, piece)
                    clock.start(options.task_seconds)
            except MemoryError:
                _send(outgoing, {"kind": "failed", "name": name, "error": "không đủ bộ nhớ để đọc"})
            except BrokenPipeError:
                raise
            except Exception as error:
                detail = " ".join(str(error).split())[:120]
                reason = f"lỗi khi đọc ({type(error).__name__}: {detail})"
                _send(outgoing, {"kind": "failed", "name": name, "error": reason})
            clock.stop()
            _send(outgoing, {"kind": "end"})


def _answer(stream: IO[bytes], piece: Task | Outcome) -> None:
    if isinstance(piece, Outcome):
        _send(stream, {"kind": "failed", "name": piece.name, "error": piece.error or ""})
    elif piece.source is not None:
        source = piece.source
        line = {"kind": "text", "name": piece.name, "format": source.format, "metadata": dict(source.metadata)}
        _send(stream, line, source.text.encode("utf-8", "surrogatepass"))
    else:
        _send(stream, {"kind": "data", "name": piece.name}, piece.data or b"")
