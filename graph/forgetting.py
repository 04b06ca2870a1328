"""What a build of a folder finds gone: files that were deleted leave the graph, renamed ones keep what they said.

A source is forgotten only where the file that it came from is known to be gone: the folder that held it was named, the
system says that there is no such file (not: that it cannot be looked at), and the folder that should hold it has files.
An empty folder is what a disk that is not there looks like; what was read from it stays until that is asked for.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.reading import walk
from graph.reading.files import source_name
from graph.store.forgetting import note_place, stored_under
from graph.store.forgetting import places as stored_places

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_ESCAPED = re.compile(rb"\\x([89a-f][0-9a-f])")  # as `display_name` writes bytes that are not UTF-8
_NO_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)


class Swept(NamedTuple):
    """What a sweep did: the sources that were forgotten, and how many were kept for each folder that is empty."""

    forgotten: list[str]
    kept: Counter[str]


class _Gone(NamedTuple):
    """A source whose file is gone: the digest of the file, and the folder that its name starts from."""

    digest: str
    base: Path


class Sweep:
    """The sources of the folders among `starts` whose files are gone, as `graph` has them before a build.

    Names of files that lie below the folder of the graph are relative to it, and absolute ones mean one place. Any
    other name is relative to where the command was called: such a name is trusted only where it still leads where it
    led when it was read.
    """

    def __init__(self, graph: KnowledgeGraph, starts: Iterable[Path]) -> None:
        self._graph = graph
        self._home = Path(os.path.abspath(graph.file.parent))
        self._gone: dict[str, _Gone] = {}
        self._by_digest: dict[str, list[str]] = {}
        self._read: set[str] = set()
        with graph.writing() as self._connection:
            self._begin(starts)

    def _begin(self, starts: Iterable[Path]) -> None:
        places = stored_places(self._connection)
        for folder, is_whole in dict.fromkeys((s, True) if s.is_dir() else (s.parent, False) for s in starts):
            name = source_name(folder, self._graph.file)
            sure = os.path.isabs(name) or os.path.abspath(folder) == os.path.abspath(self._home / name)
            if not sure:
                self._note(name, places)
            if is_whole:
                self._look(name, sure, places)

    def _note(self, name: str, places: dict[str, str]) -> None:
        """Remember where this relative name leads; one that led elsewhere before is not trusted any more."""
        here = _digest(name)
        wanted = here if places.get(name, here) == here else ""
        if places.get(name) != wanted:
            note_place(self._connection, name, wanted)
            places[name] = wanted

    def _look(self, folder: str, sure: bool, places: dict[str, str]) -> None:
        base = self._home if sure else Path.cwd()
        prefix = "" if folder == "." else f"{folder.rstrip('/')}/"
        trusted = set() if sure else {name for name, digest in places.items() if digest == _digest(name)}
        strange = set(places) - trusted
        held = "/"  # the file that the last source came from
        for source in stored_under(self._connection, prefix):
            if source.name == held or source.name.startswith((f"{held}/", f"{held}#")):
                continue
            above = set(_above(source.name)) if places else set()
            if above & strange or not (sure or above & trusted):
                continue
            file = _file_of(base, source.name, len(prefix))
            if file is not None:
                held = file
            elif source.name not in self._gone:
                self._gone[source.name] = _Gone(source.file, base)
                self._by_digest.setdefault(source.file, []).append(source.name)

    def is_moved(self, digest: str) -> bool:
        """Whether a file of these bytes, which is new under its name, may be one of those that are gone."""
        self._read.add(digest)
        return digest in self._by_digest

    def old_name(self, digest: str, reader: str) -> str | None:
        """The name of a text whose file is gone and had the bytes of this digest, read as one document by this reader;
        each is given out once, and not forgotten then. None where there is none."""
        for name in self._by_digest.get(digest, ()):
            if name in self._gone and self._graph.is_current(name, digest, reader):
                del self._gone[name]
                return name
        return None

    def finish(self, *, empty_too: bool = False) -> Swept:
        """Forget what is still gone; with `empty_too` also what came from folders that are empty now."""
        done = Swept([], Counter())
        empty: dict[Path, bool] = {}
        for name, gone in self._gone.items():
            folder = next(_folders(gone.base, name))
            if folder not in empty:
                empty[folder] = next(walk([folder]), None) is None
            if empty[folder] and not empty_too and gone.digest not in self._read:
                done.kept[source_name(folder, self._graph.file)] += 1
            elif _file_of(gone.base, name, 0) is None:
                done.forgotten.append(name)
        if done.forgotten:
            self._graph.forget(done.forgotten)
        return done


def _digest(name: str) -> str:
    """The place that a relative name means now, as something that tells nobody the folders of this machine."""
    return hashlib.sha256(os.path.abspath(name).encode("utf-8", "surrogateescape")).hexdigest()


def _above(name: str) -> Iterator[str]:
    """The names of the folders above a name: ``a/b/c`` -> ``a/b``, ``a``, ``.``."""
    place = len(name)
    while (place := name.rfind("/", 0, place)) > 0:
        yield name[:place]
    yield "."


def _file_of(base: Path, name: str, least: int) -> str | None:
    """The name of the file that a source came from: the source's own, or that of what held it; `least` characters are
    the folder's. None where there is no such file; what cannot be looked at counts as being there."""
    place = len(name)
    while place > least:
        if (is_folder := _is_folder(base, name[:place])) is not None:
            return None if is_folder else name[:place]
        place = max(name.rfind("/", 0, place), name.rfind("#", 0, place))
    return None


def _folders(base: Path, name: str) -> Iterator[Path]:
    """The folders that are there and should hold the source, the nearest first."""
    for above in _above(name):
        if _is_folder(base, above):
            yield base / above
    yield base


def _is_folder(base: Path, name: str) -> bool | None:
    """Whether the name is that of a folder; None where nothing has this name."""
    raw = os.fsencode(name)
    spellings = {raw, _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), raw)} if b"\\x" in raw else {raw}
    for spelling in spellings:
        try:
            return stat.S_ISDIR(os.stat(os.path.join(os.fsencode(base), spelling)).st_mode)
        except ValueError:
            continue
        except OSError as error:
            if error.errno not in _NO_FILE:
                return False
            if os.path.islink(os.path.join(os.fsencode(base), spelling)):
                return False  # a link whose file is not there, perhaps for now
    return None
