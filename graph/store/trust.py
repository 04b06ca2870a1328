"""A graph file may be damaged, or made by somebody to do harm: what is checked, bounded and translated.

Nothing that stands in the file is run: the schema must be ours to the letter, so that there is no view, trigger or
expression of anybody else's. What is unpacked has a limit, a statement has a time, and whatever a reading meets that we
would not have written becomes one line.
"""

from __future__ import annotations

import functools
import inspect
import json
import os
import re
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from importlib.resources import files
from types import TracebackType
from typing import Any, TypeVar

from graph.errors import LuocdoError

_MOST_BYTES = 64 << 20  # of one value or row
_MOST_JSON = 16 << 20  # of a column that holds JSON
_SECONDS = 300.0  # for a statement to give its next row
_OPERATIONS = 1_000_000  # of SQLite's machine between two looks at the clock
_DEFENSIVE = 1010  # SQLITE_DBCONFIG_DEFENSIVE of sqlite3.h
_JOURNAL = bytes.fromhex("d9d505f920a163d7")  # what a journal begins with, and ends with if it names a super-journal
_SHADOWS = re.compile(r"search_(?:data|idx|content|docsize|config)")  # tables that FTS5 keeps for the table of words

# What reading meets where the file does not hold what we wrote.
_DAMAGE = (
    sqlite3.Error, zlib.error, ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError,
    RecursionError,
)  # fmt: skip
# The same while writing, where the other errors may be about what was to be written.
_DAMAGE_MET_WRITING = (zlib.error, json.JSONDecodeError, UnicodeDecodeError, KeyError, IndexError)
_WRITING = ("ingest", "ingest_all", "remove", "forget", "correct", "finish_container")
_NOT_READING = (
    "close",
    "add",
    "html",
    "rdf",
    "networkx",
    "frozen",
    "writing",
    "to_pandas",
    "to_polars",
    "interrupt",
    "go_on",
    "be_quick",
)

T = TypeVar("T")


class Patience:
    """How long a statement may still take; without `begin` as long as it likes."""

    def __init__(self) -> None:
        self.seconds = _SECONDS
        self.stopped = False  # by another thread
        self._end = 0.0

    def begin(self) -> None:
        """A statement begins, or has given a row; LuocdoError where it may not."""
        if self.stopped:
            raise LuocdoError("câu hỏi đã bị hủy")
        self._end = time.monotonic() + self.seconds

    def end(self) -> None:
        """No statement is read from."""
        self._end = 0.0

    def is_over(self) -> int:
        """For SQLite: 1 ends the statement."""
        return int(self.stopped or (bool(self._end) and time.monotonic() > self._end))


def harden(connection: sqlite3.Connection) -> None:
    """Let the connection run nothing out of the file, and take no value beyond any of ours."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(_DEFENSIVE, True)


def limit_time(connection: sqlite3.Connection) -> Patience:
    """The time of the connection's statements."""
    patience = Patience()
    connection.set_progress_handler(patience.is_over, _OPERATIONS)
    return patience


def is_our_schema(connection: sqlite3.Connection) -> bool:
    """Whether the file has our tables, indexes and views, each to the letter, and nothing else."""
    found = set()
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if sql is None and kind == "index" and str(name).startswith("sqlite_autoindex_"):
            continue
        if kind == "table" and str(name).startswith("sqlite_stat"):  # what ANALYZE leaves
            continue
        if kind == "table" and _SHADOWS.fullmatch(str(name)):
            if not re.match(rf"CREATE TABLE '{name}'\(", str(sql)):
                return False
            continue
        found.add(_normal(str(sql)))
    return found == _our_schema()


@cache
def _our_schema() -> frozenset[str]:
    script = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
    without_comments = re.sub(r"--[^\n]*", "", script)
    return frozenset(filter(None, map(_normal, without_comments.split(";"))))


def _normal(sql: str) -> str:
    """A statement without comments and the blanks that do not matter."""
    return " ".join(re.sub(r"--[^\n]*", "", sql).split())


def inflate(data: bytes, most: int, window: int = zlib.MAX_WBITS, dictionary: bytes = b"") -> bytes:
    """Unpack what zlib packed; ValueError where more than `most` bytes come out."""
    machine = zlib.decompressobj(window, dictionary) if dictionary else zlib.decompressobj(window)
    unpacked = machine.decompress(data, most + 1)
    if len(unpacked) > most or not machine.eof:
        raise ValueError("unpacks to too much, or is cut off")
    return unpacked


def parsed(text: str | bytes) -> Any:
    """The value of a column that holds JSON; ValueError where it is longer than any that we write: a megabyte of
    brackets is fifty of objects."""
    if len(text) > _MOST_JSON:
        raise ValueError("too long for what the column holds")
    return json.loads(text)


def names_other_journals(path: str | os.PathLike[str]) -> bool:
    """Whether a rollback journal lies beside the file which says that it belongs to a transaction over several files.
    SQLite would roll back, and then delete the file that the journal names, wherever it is. We never write such."""
    try:
        with open(f"{os.fspath(path)}-journal", "rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - len(_JOURNAL)))
            return stream.read() == _JOURNAL
    except FileNotFoundError:
        return False


def damaged(path: str | os.PathLike[str], error: BaseException) -> LuocdoError:
    """What to tell of a file whose content is not what we wrote."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    detail = " ".join(f"{type(error).__name__}: {error}".split())[:80]
    return LuocdoError(f"{name}: dữ liệu trong đồ thị bị hỏng ({detail}); hãy xóa tệp rồi tạo lại bằng `luocdo build`")


def guarded(kind: type[T]) -> type[T]:
    """A class whose public methods read from a graph file (`file`, `_patience`): damage that they meet, at once or
    while their rows are read, becomes a LuocdoError of one line."""
    for name, member in list(vars(kind).items()):
        if inspect.isfunction(member) and not name.startswith("_") and name not in _NOT_READING:
            setattr(kind, name, _guarded(member, writing=name in _WRITING))
    return kind


def _guarded(method: Callable[..., Any], *, writing: bool) -> Callable[..., Any]:
    damage = _DAMAGE_MET_WRITING if writing else _DAMAGE

    @functools.wraps(method)
    def call(self: Any, *given: Any, **named: Any) -> Any:
        if not writing:
            self._patience.begin()
        try:
            result = method(self, *given, **named)
        except damage as error:
            trace = error.__traceback__
            if trace is not None and trace.tb_next is None and isinstance(error, TypeError):
                raise  # the call itself does not fit the method: the caller's mistake, not the graph's
            raise _told(self.file, error) from error
        finally:
            self._patience.end()
        return _rows(self, result) if isinstance(result, Iterator) else result

    return call


class Watched(AbstractContextManager[None]):
    """The same for what is read from the graph file at `path` when somebody asks for it later."""

    def __init__(self, path: str | os.PathLike[str], patience: Patience) -> None:
        self._path = path
        self._patience = patience

    def __enter__(self) -> None:
        self._patience.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._patience.end()
        if isinstance(error, _DAMAGE):
            raise _told(self._path, error) from error


def _rows(graph: Any, rows: Iterator[T]) -> Iterator[T]:
    try:
        graph._patience.begin()
        for row in rows:
            graph._patience.end()
            yield row
            graph._patience.begin()
    except _DAMAGE as error:
        raise _told(graph.file, error) from error
    finally:
        graph._patience.end()


def _told(path: str | os.PathLike[str], error: BaseException) -> LuocdoError:
    from graph.store.database import translated

    if isinstance(error, sqlite3.Error) and "decode to UTF-8" not in str(error):
        try:
            with translated(path):
                raise error
        except LuocdoError as told:
            return told
    return damaged(path, error)
