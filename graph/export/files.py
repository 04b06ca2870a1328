"""Files that a user asked for: whole or not at all, and never in place of what was read."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from graph.errors import LuocdoError
from graph.reading.files import display_name

_SQLITE = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


_REASONS = {
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "hết hạn mức đĩa",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "nơi này chỉ đọc, không ghi được",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "là thư mục",
    errno.ENOTDIR: "không phải thư mục",
    errno.EMFILE: "mở quá nhiều tệp",
}


def system_reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese where people meet it often."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A binary file that appears at `path` when everything is written, or not at all. A link is written through; a
    device or a pipe is written to as it stands.

    LuocdoError where it cannot be written (why, in words), and where a graph lies there.
    """
    name = display_name(path)
    target = Path(os.path.realpath(path))
    temporary = None
    try:
        refuse_graph(path)
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as stream:
                yield stream
            return
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:80]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o666 & ~_umask())  # mkstemp gives 0600
        os.replace(temporary, target)
    except OSError as error:
        raise LuocdoError(f"{name}: không ghi được ({system_reason(error)})") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_graph(path: str | os.PathLike[str]) -> None:
    """LuocdoError where a graph (or any SQLite database), or what belongs to one, lies at `path`."""
    text = os.path.realpath(path)
    own = [text.removesuffix(end) for end in _BESIDE if text.endswith(end)]
    if any(_is_database(place) for place in [text, *own]):
        raise LuocdoError(
            f"{display_name(path)}: là đồ thị (cơ sở dữ liệu), không ghi đè lên; hãy chọn tên khác cho kết quả"
        )


def _is_database(place: str) -> bool:
    with contextlib.suppress(OSError, ValueError):
        if stat.S_ISREG(os.stat(place).st_mode):
            with open(place, "rb") as stream:
                return stream.read(len(_SQLITE)) == _SQLITE
    return False


def refuse_inputs(path: str | os.PathLike[str], inputs: Iterable[str | os.PathLike[str]]) -> None:
    """LuocdoError where an output to `path` would be written over a graph, or over one of `inputs` by whatever name:
    the same path, a link to it, another name of the same file."""
    refuse_graph(path)
    try:
        facts = os.stat(path)
    except (OSError, ValueError):
        return  # nothing is there
    if not stat.S_ISREG(facts.st_mode):
        return
    for given in inputs:
        with contextlib.suppress(OSError, ValueError):
            if os.path.samestat(facts, os.stat(given)):
                raise LuocdoError(
                    f"{display_name(path)}: là tệp đầu vào ({display_name(given)}), không ghi đè lên;"
                    " hãy chọn tên khác cho kết quả"
                )


def files_of_sources(names: Iterable[str], graph_file: str | os.PathLike[str]) -> Iterator[str]:
    """Where the sources of a graph may lie on disk: relative names start at the folder of the graph; a document in an
    archive or a table lies in a file whose name is the beginning of its own."""
    home = os.path.dirname(os.path.abspath(graph_file))
    seen: set[str] = set()
    for name in names:
        place = os.path.join(home, name)
        yield place
        if not os.path.exists(place):
            place = place.partition("#")[0]
            while len(place) > len(home) and place not in seen:
                seen.add(place)
                yield place
                place = os.path.dirname(place)
