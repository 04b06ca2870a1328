"""Bytes of a file, read once and whole, or one clear line why not."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from graph.errors import LuocdoError
from graph.reading.options import MIB


def display_name(path: str | os.PathLike[str]) -> str:
    """The path as text that can be stored and shown: bytes that are not UTF-8 are written ``\\xe0``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def source_name(path: Path, graph_file: Path) -> str:
    """How a file is called in the graph: its path from the folder of the graph where it lies below it, else as
    given; so the same command from another folder finds the same source."""
    home = os.path.abspath(graph_file.parent)
    place = os.path.abspath(path)
    if os.path.commonpath([home, place]) == home and home != os.sep:
        return display_name(os.path.relpath(place, home))
    return display_name(os.path.normpath(path))


def size_text(size: int) -> str:
    """``64 MB`` for messages; whole numbers from a megabyte up."""
    return f"{size // MIB} MB" if size >= MIB else f"{max(1, size // 1024)} KB"


def check_regular(path: Path) -> os.stat_result:
    """The file's facts; raises LuocdoError where `path` is missing, a folder, a device or a pipe."""
    name = display_name(path)
    try:
        facts = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise LuocdoError(f"{name}: liên kết hỏng, tệp đích không tồn tại") from None
        raise LuocdoError(f"{name}: không tìm thấy tệp") from None
    except OSError as error:
        raise LuocdoError(f"{name}: không mở được ({reason(error)})") from None
    except ValueError:
        raise LuocdoError(f"{name}: đường dẫn không hợp lệ") from None
    if stat.S_ISDIR(facts.st_mode):
        raise LuocdoError(f"{name}: là thư mục, cần một tệp")
    if not stat.S_ISREG(facts.st_mode):
        raise LuocdoError(f"{name}: không phải tệp thường (thiết bị hoặc ống dẫn), không đọc được")
    return facts


def read_whole(path: Path, limit: int) -> bytes:
    """All bytes of the file, at most `limit`.

    The size and time of change are compared before and after, so that a file written meanwhile is not half read: it
    is read once more, and refused if it still changes.
    """
    name = display_name(path)
    for _ in range(2):
        before = check_regular(path)
        if before.st_size > limit:
            raise LuocdoError(f"{name}: tệp quá lớn ({size_text(before.st_size)}, giới hạn {size_text(limit)})")
        try:
            with path.open("rb") as stream:
                data = stream.read(limit + 1)
                after = os.fstat(stream.fileno())
        except OSError as error:
            raise LuocdoError(f"{name}: không đọc được ({reason(error)})") from None
        if len(data) > limit:
            raise LuocdoError(f"{name}: tệp quá lớn (giới hạn {size_text(limit)})")
        if unchanged(before, after) and len(data) == after.st_size:
            return data
    raise LuocdoError(f"{name}: tệp đang thay đổi trong khi đọc, hãy thử lại khi tệp đã ghi xong")


def unchanged(before: os.stat_result, after: os.stat_result) -> bool:
    """Whether nothing was written to the file between the two looks."""
    return (before.st_size, before.st_mtime_ns, before.st_ino) == (after.st_size, after.st_mtime_ns, after.st_ino)


def head(path: Path, size: int = 65_536) -> bytes:
    """The first bytes of the file, to recognise its kind."""
    check_regular(path)
    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        raise LuocdoError(f"{display_name(path)}: không đọc được ({reason(error)})") from None


def reason(error: OSError) -> str:
    """A few Vietnamese words for the usual refusals of the system."""
    if isinstance(error, PermissionError):
        return "không có quyền đọc"
    if error.errno == errno.ELOOP:
        return "liên kết vòng"
    return error.strerror or type(error).__name__
