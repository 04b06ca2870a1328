"""A file becomes a `Source`: its plain text, which every offset points into, and what is known of the file.

``read(path)`` reads one document, ``read_all(path)`` every document of a file that holds several (archives, tables),
``walk(paths)`` lists files. The kind is told by content. Libraries load when a format needs them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import kinds
from graph.reading.files import check_regular, display_name, head, read_whole, size_text
from graph.reading.options import DEFAULT, Options
from graph.reading.outcome import Failed
from graph.reading.walking import Told, starts_of, walk

__all__ = [
    "DEFAULT",
    "TABLES",
    "Failed",
    "Options",
    "Told",
    "as_asked",
    "display_name",
    "holds_several",
    "members_of",
    "members_of_bytes",
    "read",
    "read_all",
    "read_bytes",
    "read_each",
    "starts_of",
    "too_large",
    "walk",
]

# Kind -> module with ``read(data, name, options) -> Source``
_READERS = {
    "text": "graph.reading.plain",
    "html": "graph.reading.html",
    "mhtml": "graph.reading.mhtml",
    "docx": "graph.reading.docx",
    "odt": "graph.reading.odt",
    "rtf": "graph.reading.rtf",
    "doc": "graph.reading.doc",
    "pdf": "graph.reading.pdf",
    "image": "graph.reading.image",
}
# Kind -> (module, function) with ``function(path or bytes, name, options) -> Iterator[Source | Failed]``
_CONTAINERS = {
    "zip": ("graph.reading.archive", "members"),
    "jsonl": ("graph.reading.rows", "jsonl_members"),
    "json": ("graph.reading.rows", "json_members"),
    "csv": ("graph.reading.delimited", "members"),
    "sheet": ("graph.reading.sheets", "members"),
    "parquet": ("graph.reading.rows", "parquet_members"),
}
TABLES = ("jsonl", "json", "csv", "sheet", "parquet")  # containers whose members are rows
_REFUSED = {
    "empty": "tệp rỗng",
    "sqlite": "là tệp cơ sở dữ liệu (đồ thị?), không phải văn bản",
    "pptx": "là trình chiếu PowerPoint, luocdo không đọc",
    "odg": "không phải văn bản OpenDocument, luocdo không đọc",
    "epub": "là sách EPUB, luocdo không đọc",
    "ole": "là tệp Office cũ không phải Word, luocdo không đọc",
    "archive": "là tệp nén khác .zip, hãy giải nén trước",
    "program": "là tệp nhị phân (chương trình), không phải văn bản",
}
_TAIL = 65_536


def read(path: str | os.PathLike[str], options: Options = DEFAULT) -> Source:
    """The one document in the file at `path`; LuocdoError (one line) where it cannot be read or holds several."""
    return _single(read_each(path, options), display_name(path))


def read_bytes(data: bytes, name: str, options: Options = DEFAULT) -> Source:
    """The one document in `data` (a file's content, or what came on stdin), called `name`."""
    return _single(members_of_bytes(data, name, options), name)


def read_all(path: str | os.PathLike[str], options: Options = DEFAULT) -> Iterator[Source]:
    """Every document in the file at `path`, in a fixed order: one, or all those of an archive or a table.

    LuocdoError where the file cannot be read, and, after the others, where documents inside it could not.
    """
    failed: list[Failed] = []
    for item in read_each(path, options):
        if isinstance(item, Failed):
            failed.append(item)
        else:
            yield item
    if failed:
        more = f" (và {len(failed) - 1} văn bản khác bên trong)" if len(failed) > 1 else ""
        raise LuocdoError(failed[0].reason + more)


def read_each(path: str | os.PathLike[str], options: Options = DEFAULT) -> Iterator[Source | Failed]:
    """As `read_all`, but what cannot be read inside an archive or a table comes as `Failed` in its place."""
    path = Path(path)
    name = display_name(path)
    facts = check_regular(path)
    start = head(path)
    kind = as_asked(kinds.kind(start, _tail(path, facts.st_size) if start[:2] == b"PK" else b""), start, options)
    if kind in _CONTAINERS:
        yield from _members(kind)(path, name, options)
        return
    _refuse(kind, name)
    yield _reader(kind)(read_whole(path, _limit(kind, options)), name, options)


def members_of_bytes(data: bytes, name: str, options: Options = DEFAULT, depth: int = 0) -> Iterator[Source | Failed]:
    """As `read_each`, for content in memory; `depth` counts the archives it came out of."""
    kind = as_asked(kinds.kind(data[:_TAIL], data[-_TAIL:]), data[:_TAIL], options)
    if kind == "zip":
        from graph.reading.archive import members

        yield from members(data, name, options, depth)
        return
    if kind in _CONTAINERS:
        yield from _members(kind)(data, name, options)
        return
    _refuse(kind, name)
    if len(data) > _limit(kind, options):
        limit = size_text(_limit(kind, options))
        raise LuocdoError(f"{name}: tệp quá lớn ({size_text(len(data))}, giới hạn {limit})")
    yield _reader(kind)(data, name, options)


def as_asked(kind: str, start: bytes, options: Options) -> str:
    """The kind of a file that begins with `start`; a text from which rows are wanted is a table, however short."""
    if kind != "text" or not options.rows:
        return kind
    return "json" if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{") else "csv"


def members_of(kind: str, where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """What a container of this kind holds."""
    yield from _members(kind)(where, name, options)


def holds_several(path: Path, options: Options = DEFAULT) -> bool:
    """Whether the file is an archive or a table; LuocdoError where it cannot be opened."""
    size = check_regular(path).st_size
    start = head(path)
    return as_asked(kinds.kind(start, _tail(path, size) if start[:2] == b"PK" else b""), start, options) in _CONTAINERS


def too_large(path: Path, options: Options) -> str | None:
    """Why the file is not even looked through, if it is larger than anything of its kind that is read: a file may claim
    any size without taking a disk. LuocdoError where it cannot be opened."""
    size = check_regular(path).st_size
    if size <= min(options.max_text_bytes, options.max_file_bytes):
        return None
    start = head(path)
    kind = kinds.kind(start, _tail(path, size) if start[:2] == b"PK" else b"")
    limit = options.max_container_bytes if kind in _CONTAINERS else _limit(kind, options)
    return f"tệp quá lớn ({size_text(size)}, giới hạn {size_text(limit)})" if size > limit else None


def _limit(kind: str, options: Options) -> int:
    return options.max_text_bytes if kind in ("text", "html", "mhtml") else options.max_file_bytes


def _refuse(kind: str, name: str) -> None:
    if kind not in _READERS:
        raise LuocdoError(f"{name}: {_REFUSED.get(kind, 'định dạng không đọc được')}")


def _single(sources: Iterator[Source | Failed], name: str) -> Source:
    first = next(sources, None)
    if first is None:
        raise LuocdoError(f"{name}: không có văn bản nào bên trong")
    if next(sources, None) is not None:
        raise LuocdoError(f"{name}: chứa nhiều văn bản, hãy dùng `luocdo build` để đọc tất cả")
    if isinstance(first, Failed):
        raise LuocdoError(first.reason)
    return first


def _tail(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as stream:
            stream.seek(max(0, size - _TAIL))
            return stream.read(_TAIL)
    except OSError:
        return b""


def _reader(kind: str) -> Callable[[bytes, str, Options], Source]:
    return cast("Callable[[bytes, str, Options], Source]", import_module(_READERS[kind]).read)


def _members(kind: str) -> Callable[[Path | bytes, str, Options], Iterator[Source | Failed]]:
    module, function = _CONTAINERS[kind]
    return cast(
        "Callable[[Path | bytes, str, Options], Iterator[Source | Failed]]", getattr(import_module(module), function)
    )
