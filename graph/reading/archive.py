"""Zip archives: every document inside, read in memory; nothing is written to disk, so no path can lead astray.

A member that cannot be read does not stop the others: it is given as a `Failed`."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import kinds
from graph.reading.files import check_regular, unchanged
from graph.reading.options import Options
from graph.reading.outcome import Failed
from graph.reading.package import unpack
from graph.reading.walking import is_litter

_UTF8_NAMES = 0x800  # general purpose bit 11
_TAIL = 65_536


@dataclass(frozen=True, slots=True)
class Part:
    """One file out of an archive."""

    name: str
    data: bytes


def members(where: Path | bytes, name: str, options: Options, depth: int = 0) -> Iterator[Source | Failed]:
    """The documents of an archive, sorted by name as ``archive.zip/folder/name``; archives inside archives too."""
    from graph.reading import members_of_bytes

    for part in parts(where, name, options, depth):
        if isinstance(part, Failed):
            yield part
            continue
        try:
            yield from members_of_bytes(part.data, part.name, options, depth + 1)
        except LuocdoError as error:
            yield Failed(part.name, str(error))


def parts(where: Path | bytes, name: str, options: Options, depth: int = 0) -> Iterator[Part | Failed]:
    """The files of an archive unpacked one after the other, those of archives inside it among them."""
    before = check_regular(where) if isinstance(where, Path) else None
    try:
        archive = zipfile.ZipFile(where if isinstance(where, Path) else BytesIO(where))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise LuocdoError(f"{name}: tệp nén hỏng hoặc không đầy đủ ({error})") from None
    with archive:
        infos = [info for info in archive.infolist() if not info.filename.endswith("/") and not _litter(info)]
        if len(infos) > options.max_members:
            raise LuocdoError(f"{name}: tệp nén chứa quá nhiều tệp ({len(infos)}, giới hạn {options.max_members})")
        if depth >= options.max_depth:
            raise LuocdoError(f"{name}: tệp nén lồng nhau quá sâu")
        left = options.max_archive_bytes
        for info in sorted(infos, key=member_name):
            inner = f"{name}/{member_name(info)}"
            try:
                if (info.external_attr >> 16) & 0o170000 == 0o120000:
                    raise LuocdoError(f"{inner}: là liên kết trong tệp nén, bỏ qua")
                data = unpack(archive, info, inner, options)
                left -= len(data)
                if left < 0:
                    yield Failed(inner, f"{inner}: tệp nén giải ra quá nhiều dữ liệu, dừng tại đây")
                    return
                if kinds.kind(data[:_TAIL], data[-_TAIL:]) == "zip":
                    yield from parts(data, inner, options, depth + 1)
                else:
                    yield Part(inner, data)
            except LuocdoError as error:
                yield Failed(inner, str(error))
    if before is not None and isinstance(where, Path) and not unchanged(before, where.stat()):
        raise LuocdoError(f"{name}: tệp đang thay đổi trong khi đọc, hãy thử lại khi tệp đã ghi xong")


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name as text. Old programs write the bytes of their own code page and say nothing: bytes that are
    UTF-8 are read so. Leading slashes, drive letters and ``..`` are dropped: the name is only a label."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAMES:
        try:
            name = name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.filename
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "?"


def _litter(info: zipfile.ZipInfo) -> bool:
    return any(is_litter(part) for part in info.filename.replace("\\", "/").split("/") if part not in ("..", "."))
