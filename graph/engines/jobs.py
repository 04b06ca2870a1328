"""What engines are given and what they give back; how a file becomes pieces of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from graph.errors import LuocdoError
from graph.model import Extraction, Source
from graph.reading import TABLES, Failed, as_asked, display_name, kinds, members_of
from graph.reading.archive import parts
from graph.reading.files import check_regular, head
from graph.reading.options import Options
from graph.reading.rows import SPAN_BYTES as _SPAN_BYTES
from graph.reading.rows import jsonl_spans, parquet_spans


class Extract(Protocol):
    """What an engine runs on each text: `graph.extract` or a stand-in. It must be importable by its name."""

    def __call__(self, text: str, *, source: str | None = None) -> Extraction: ...


class Prepare(Protocol):
    """What may be made of a text and what it says where it was read: bytes that hold no more than they show (never
    pickles). It must be importable by its name."""

    def __call__(self, source: Source, extraction: Extraction) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read; `name` is how its source is called (members of an archive add their own name behind it)."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document, read and extracted, or why not: `error` is the reason without the name. Where outcomes are
    prepared, `prepared` stands for source and extraction. The end of a job comes as an outcome with `last` and nothing
    else."""

    job: Job
    name: str
    source: Source | None = None
    extraction: Extraction | None = None
    error: str | None = None
    last: bool = False
    prepared: bytes | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work that can be sent to another process: a file by its path (or a part of a table: `span`), bytes out
    of an archive, or a text out of a table. `size` (bytes) is what batches are made by."""

    name: str
    path: str | None = None
    data: bytes | None = None
    source: Source | None = None
    span: Span | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Rows of a table: bytes `start` to `end` of a JSON Lines file, or row groups `start` to `end` of a Parquet file.
    `first` is the number of the first row, `column` the one with the text."""

    kind: str
    start: int
    end: int
    first: int
    column: str


def tasks(job: Job, options: Options) -> Iterator[Task | Outcome]:
    """The pieces of a job: one for a plain file, one for each document of an archive or a table, found as they are
    asked for. What fails here comes as an outcome."""
    path = Path(job.path)
    shown = display_name(path)
    try:
        size = check_regular(path).st_size
        start = head(path)
        kind = as_asked(kinds.kind(start, _tail(path, size) if start[:2] == b"PK" else b""), start, options)
        if kind == "zip":
            for member in parts(path, job.name, options):
                if isinstance(member, Failed):
                    yield _failed(job, member)
                else:
                    yield Task(member.name, data=member.data, size=len(member.data))
        elif kind in TABLES:
            for row in members_of(kind, path, job.name, options):
                if isinstance(row, Failed):
                    yield _failed(job, row)
                else:
                    yield Task(row.name, source=row, size=len(row.text))
        else:
            yield Task(job.name, path=job.path, size=size)
    except LuocdoError as error:
        yield Outcome(job, job.name, error=reason(error, job.name, shown))


def located(job: Job, options: Options) -> Iterator[Task]:
    """As `tasks`, but no piece holds data: each can be read where the file can, so that a driver only lists them. An
    archive is one piece; a table is cut into stretches of rows. What cannot be cut is one piece, and whoever reads
    it says why."""
    path = Path(job.path)
    try:
        size = check_regular(path).st_size
        kind = kinds.kind(head(path))
        if options.text_column is None and options.rows:
            kind = ""  # its rows are entries, whatever the columns
        if kind in ("jsonl", "parquet"):
            for span in jsonl_spans(path, options) if kind == "jsonl" else parquet_spans(path, options):
                yield Task(job.name, path=job.path, span=Span(kind, *span), size=_SPAN_BYTES)
            return
    except LuocdoError:
        size = 0
    yield Task(job.name, path=job.path, size=size)


def _failed(job: Job, failed: Failed) -> Outcome:
    return Outcome(job, failed.name, error=reason(failed.reason, failed.name, job.name))


def reason(error: LuocdoError | str, *names: str) -> str:
    """The message without the name in front."""
    text = str(error)
    for name in names:
        text = text.removeprefix(f"{name}: ")
    return text


def renamed(source: Source, shown: str, name: str) -> Source:
    """`source`, read under the path `shown`, under the job's name."""
    return source if shown == name else replace(source, name=name + source.name.removeprefix(shown))


def _tail(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as stream:
            stream.seek(max(0, size - 65_536))
            return stream.read(65_536)
    except OSError:
        return b""
