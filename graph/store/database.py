"""Opening the one SQLite file of a graph: made when asked for, checked always, errors of SQLite as one clear line.

``application_id`` tells our files from other databases, ``user_version`` is the version of the schema. Write-ahead
logging lets readers go on while one process writes.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from graph.errors import LuocdoError, NoRoomError, TooLongError
from graph.store.trust import damaged, harden, is_our_schema, names_other_journals

APPLICATION_ID = 0x4C55_4F43  # "LUOC"
SCHEMA_VERSION = 5
STRANGE = (
    "{}: cấu trúc của đồ thị không phải do luocdo tạo ra (bị sửa hoặc hỏng), không đọc;"
    " hãy xóa tệp rồi tạo lại bằng `luocdo build`"
)
_BUSY_SECONDS = 10.0
_HEADER = b"SQLite format 3\x00"


def _add_effects(connection: sqlite3.Connection) -> None:
    """Version 1 kept no statements of time; they come when the texts are read again."""
    for statement in _statements():
        if "effect" in statement.partition("(")[0]:
            connection.execute(statement)
    _read_anew(connection)


def _add_provisions(connection: sqlite3.Connection) -> None:
    """Version 2 did not keep where in its source a mention or a relation stands."""
    for table in ("mention", "relation"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN provision TEXT")
    _read_anew(connection)


def _add_corrections(connection: sqlite3.Connection) -> None:
    """Version 3 knew no corrections by hand."""
    for statement in _statements():
        if re.match(r"CREATE TABLE (?:correction|denied|corrected|apart) ", statement):
            connection.execute(statement)


def _add_lists(connection: sqlite3.Connection) -> None:
    """Version 4 kept no lists of those that many have a relation to; they are made with the next merge."""
    from graph.store.listing import note_all

    connection.execute("DROP INDEX assertion_claim")
    for statement in _statements():
        if re.match(r"CREATE (?:TABLE (?:un)?listed|UNIQUE INDEX listed_part|INDEX assertion_claim) ", statement):
            connection.execute(statement)
    note_all(connection)


def _read_anew(connection: sqlite3.Connection) -> None:
    """What was read by an older reader is read anew when it is built again."""
    connection.execute("UPDATE source SET reader = ''")
    connection.execute("DELETE FROM container")


# version -> what brings a file of that version to the next one, in one transaction
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {
    1: _add_effects,
    2: _add_provisions,
    3: _add_corrections,
    4: _add_lists,
}


def connect(path: str | os.PathLike[str], *, create: bool = False, write: bool = False) -> sqlite3.Connection:
    """A connection to the graph at `path`, in autocommit mode (transactions are explicit).

    `create` makes the file when it is missing (and implies `write`). LuocdoError where the file is missing, is no
    graph, is of a newer version, is locked, or cannot be read or made.
    """
    write = write or create
    place = Path(path)
    exists = _check_file(place, create=create)
    with translated(place):
        connection = _open(place, write=write)
        try:
            connection.execute("PRAGMA cache_size = -32000")  # KiB at most: what a walk along thousands of edges reads
            if write:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute("PRAGMA foreign_keys = ON")
            _check_content(connection, place, write=write)
        except BaseException:
            connection.close()
            if not exists:
                remove_files(place)
            raise
    return connection


def remove_files(path: Path) -> None:
    """Delete a database with its log, if they are there."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with_suffix = Path(f"{path}{suffix}")
        if with_suffix.exists():
            with_suffix.unlink()


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether the file exists (and looks like SQLite); LuocdoError where it cannot be a graph."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        if path.is_dir():
            raise LuocdoError(f"{name}: là thư mục, không phải tệp đồ thị")
        if not path.exists():
            if not create:
                raise LuocdoError(f"{name}: không tìm thấy đồ thị (hãy tạo bằng `luocdo build`)")
            if not path.parent.is_dir():
                raise LuocdoError(f"{name}: không có thư mục {path.parent}")
            return False
        if not path.is_file():
            raise LuocdoError(f"{name}: không phải tệp thường")
        with path.open("rb") as stream:
            head = stream.read(len(_HEADER))
        if names_other_journals(path):
            raise LuocdoError(f"{name}-journal: không phải do luocdo tạo ra, không mở đồ thị; hãy xóa tệp này")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "đường dẫn không hợp lệ"
        raise LuocdoError(f"{name}: không mở được ({reason})") from None
    if head != _HEADER and (head or not create):
        raise LuocdoError(f"{name}: không phải đồ thị luocdo" + ("" if head else " (tệp rỗng)"))
    return bool(head)


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    where = f"file:{quote(os.fsencode(path.absolute()))}"
    if write:
        return _connection(f"{where}?mode=rwc")
    for mode in ("rw", "ro"):
        # A reader that may write tidies the log away when it is the last one; it changes nothing else.
        try:
            connection = _connection(f"{where}?mode={mode}")
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
            return connection
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
    # In a read-only folder a log cannot be set up; without one the file stands as it is.
    log = Path(f"{path}-wal")
    unchanging = "" if log.exists() and log.stat().st_size else "&immutable=1"
    return _connection(f"{where}?mode=ro{unchanging}")


def _connection(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    harden(connection)
    return connection


def _check_content(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Make the schema in an empty file; migrate an older one; refuse everything else."""
    application, version, tables = _state(connection)
    if application == 0 and version == 0 and tables == 0:
        if not write:
            raise LuocdoError(f"{path}: đồ thị chưa có dữ liệu (hãy chạy `luocdo build`)")
        with transaction(connection):
            if _state(connection)[2] == 0:  # nobody else was faster
                _make(connection)
        return
    if application != APPLICATION_ID:
        raise LuocdoError(f"{path}: là cơ sở dữ liệu khác, không phải đồ thị luocdo")
    if version > SCHEMA_VERSION:
        raise LuocdoError(f"{path}: đồ thị do phiên bản luocdo mới hơn tạo ra (cần nâng cấp luocdo)")
    if not 0 <= version <= SCHEMA_VERSION or any(step not in MIGRATIONS for step in range(version, SCHEMA_VERSION)):
        raise LuocdoError(
            f"{path}: đồ thị mang số phiên bản lạ ({version}); hãy xóa tệp rồi tạo lại bằng `luocdo build`"
        )
    if version < SCHEMA_VERSION:
        if not write:
            raise LuocdoError(f"{path}: đồ thị của phiên bản cũ, hãy chạy `luocdo build` để nâng cấp")
        if connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]:
            raise LuocdoError(f"{path}: cấu trúc của đồ thị không phải do luocdo tạo ra (bị sửa hoặc hỏng), không đọc")
        try:
            migrate(connection, version)
        except sqlite3.OperationalError as error:  # the tables are not those of the version that it names
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
                raise  # locked, full, read-only: nothing about the tables
            raise LuocdoError(STRANGE.format(path)) from None
    if not is_our_schema(connection):
        raise LuocdoError(STRANGE.format(path))


def _state(connection: sqlite3.Connection) -> tuple[int, int, int]:
    return (
        connection.execute("PRAGMA application_id").fetchone()[0],
        connection.execute("PRAGMA user_version").fetchone()[0],
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0],
    )


def _make(connection: sqlite3.Connection) -> None:
    for statement in _statements():  # executescript would commit
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _statements() -> Iterator[str]:
    """The statements of the schema, comments left out."""
    from importlib.resources import files

    script = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
    statement = ""
    for line in script.splitlines(keepends=True):
        if line.startswith("--"):
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the file from `version` to the present one, each step in a transaction of its own."""
    for step in range(version, SCHEMA_VERSION):
        with transaction(connection):
            if connection.execute("PRAGMA user_version").fetchone()[0] == step:
                MIGRATIONS[step](connection)
                connection.execute(f"PRAGMA user_version = {step + 1}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that two writers wait for each other."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One state of the graph for several queries, whatever is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            with suppress(sqlite3.Error):  # of a damaged file; nothing was written
                connection.execute("COMMIT")


@contextmanager
def translated(path: str | os.PathLike[str]) -> Iterator[None]:
    """SQLite's errors about the file at `path` become a LuocdoError of one line."""
    try:
        yield
    except sqlite3.Error as error:
        name = os.fsencode(path).decode("utf-8", "backslashreplace")
        kind = next((kind for word, kind in _KINDS.items() if word in str(error)), LuocdoError)
        raise kind(f"{name}: {_reason(error)}") from error
    except UnicodeDecodeError as error:  # names in a damaged schema, which SQLite wants to tell of
        raise damaged(path, error) from error


_KINDS: dict[str, type[LuocdoError]] = {"full": NoRoomError, "interrupted": TooLongError}


def _reason(error: sqlite3.Error) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return "đồ thị đang bị một chương trình khác ghi, hãy thử lại sau"
    if "full" in text:
        return "hết chỗ trên đĩa, không ghi được đồ thị"
    if "readonly" in text or "read-only" in text:
        return "đồ thị chỉ đọc, không ghi được"
    if "unable to open" in text:
        return "không mở được tệp đồ thị (kiểm tra thư mục và quyền ghi)"
    if "malformed" in text or "not a database" in text:
        return "tệp đồ thị bị hỏng; hãy xóa tệp rồi tạo lại bằng `luocdo build`"
    if "interrupted" in text:
        return "đọc đồ thị quá lâu nên đã dừng (tệp bị hỏng?)"
    if "disk I/O" in text:
        return "lỗi đọc ghi đĩa"
    return f"lỗi SQLite: {text}"
