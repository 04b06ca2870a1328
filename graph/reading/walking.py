"""From what a user names (files, folders, patterns) to files, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from graph.errors import LuocdoError
from graph.reading.files import display_name, reason

# Left by systems and editors, never documents
_JUNK = {b"thumbs.db", b"desktop.ini", b".ds_store", b"__macosx"}


class Told(Protocol):
    """Who wants to know what a walk leaves out: where, why (a few words), and whether something could not be read
    (`failed`) or is nothing to read."""

    def __call__(self, path: Path, reason: str, *, failed: bool) -> None: ...


def walk(paths: Iterable[str | os.PathLike[str]], told: Told | None = None) -> Iterator[Path]:
    """Every regular file under `paths`: files as given, folders walked, patterns (``*``, ``?``, ``**``) expanded.

    Sorted by name within each argument, arguments in the order given, no file twice. Hidden files, lock files of word
    processors (``~$``) and system litter are passed over in folders, never when named. Each real folder is entered
    once, so links that lead back end the walk there. Links that lead out of a folder, pipes, sockets and devices in it
    are left out, and so is a folder that cannot be opened; `told` hears of them. LuocdoError for an argument that does
    not exist or matches nothing, before the first file is given out.
    """
    return _files(starts_of(paths), told or _nobody)


def starts_of(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """The files and folders that the arguments name, patterns expanded; LuocdoError: see `walk`."""
    starts: list[Path] = []
    for given in paths:
        text = os.fspath(given)
        path = Path(text)
        if os.path.lexists(text):
            starts.append(path)
        elif glob.has_magic(text):
            found = sorted(glob.iglob(text, recursive=True), key=os.fsencode)
            if not found:
                raise LuocdoError(f"{display_name(text)}: không có tệp nào khớp mẫu")
            starts.extend(Path(match) for match in found)
        else:
            raise LuocdoError(f"{display_name(text)}: không tìm thấy tệp hoặc thư mục")
    return starts


def _nobody(path: Path, reason: str, *, failed: bool) -> None:
    """Nobody wants to know."""


def _files(starts: list[Path], told: Told) -> Iterator[Path]:
    seen: set[str] = set()
    entered: set[tuple[int, int]] = set()
    for start in starts:
        for path in _under(start, entered, told) if start.is_dir() else (start,):
            place = os.path.abspath(path)
            if place not in seen:
                seen.add(place)
                yield path


def _under(folder: Path, entered: set[tuple[int, int]], told: Told) -> Iterator[Path]:
    """Files below `folder`, depth first in the order of their names; a stack, since trees may be deep."""
    root = os.path.realpath(folder)
    stack = [folder]
    while stack:
        path = stack.pop()
        try:
            facts = path.stat()
            mark = (facts.st_dev, facts.st_ino)
            if mark in entered:
                continue
            entered.add(mark)
            with os.scandir(path) as entries:
                found = [entry for entry in entries if not is_litter(entry.name)]
        except OSError as error:
            told(path, f"không mở được thư mục ({reason(error)})", failed=True)
            continue
        found = [entry for entry in found if _inside(entry, root, told)]
        found.sort(key=lambda entry: os.fsencode(entry.name), reverse=True)
        # Files come before the folders beside them: the order stays fixed and the stack holds folders only.
        stack.extend(Path(entry.path) for entry in found if _is_folder(entry))
        yield from (Path(entry.path) for entry in reversed(found) if not _is_folder(entry))


def _inside(entry: os.DirEntry[str], root: str, told: Told) -> bool:
    """Whether an entry of a folder is to be read: a file or a folder, not a link out of the folder `root`."""
    try:
        if entry.is_symlink():
            place = os.path.realpath(entry.path)
            if os.path.commonpath([place, root]) != root:
                told(Path(entry.path), "liên kết ra ngoài thư mục, bỏ qua (muốn đọc, hãy nêu tên nó)", failed=False)
                return False
        if entry.is_file() or entry.is_dir() or not os.path.exists(entry.path):
            return True  # what is broken or gone is told by whoever reads it
    except (OSError, ValueError):
        return True
    told(Path(entry.path), "là ống dẫn, ổ cắm hoặc thiết bị, bỏ qua", failed=False)
    return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is hidden, a lock file or left behind by a system."""
    raw = os.fsencode(name)
    return raw.startswith((b".", b"~$")) or raw.lower() in _JUNK
