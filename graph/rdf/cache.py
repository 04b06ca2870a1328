"""The store that SPARQL asks: a copy of the graph as triples that follows the graph when it changes.

What changed is told by a list that lies with a copy (`graph.rdf.refreshing`). SQLite stays the one truth. The copies
lie in the user's own folder for caches, never beside the graph: what somebody hands on together with a graph is not
looked at. A copy is named after the content of the graph file it was made from; it is complete before it gets that
name. What is removed there are folders that carry our name and our mark. Where the folder cannot be had (a read-only
place, a link, somebody else's) the copy is temporary.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

import graph
from graph.errors import LuocdoError, NoRoomError
from graph.model import GraphView
from graph.rdf import refreshing
from graph.rdf.concepts import Options
from graph.rdf.triples import blocks

_LAYOUT = "8"  # raise it when the triples of a graph change
_MARK = "luocdo-sparql"  # a file in each folder that we made
_NAME = re.compile(r"[0-9a-f]{24}-(?:[0-9a-f]{40}(?:-none)?|building-\w+)")  # the graph's place, then its content
_MEMORY = re.compile(r"[0-9a-f]{24}\.json")
_BEGUN = 3600.0  # seconds after which nobody is making a copy any more
_UNUSED = 30 * 86_400.0  # seconds after which a copy that nobody asked is removed
_STILL = 2.0  # seconds without a change after which the time of change tells a new one (the coarsest clock of a disk)

_AT_ONCE = 100_000  # triples that are sorted in memory together
_TOLD = "bản sao để truy vấn"

Signature = list[list[int]]
Progress = Callable[[str, int], None]  # what is made, and how many triples of it came since the last call


def cache_folder() -> Path | None:
    """Where copies lie: ``luocdo/sparql`` in the user's folder for caches (``$LUOCDO_CACHE`` names another). None where
    it cannot be made, or is a link, or others may write to it."""
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        home = os.path.expanduser("~/Library/Caches")
    else:
        home = os.environ.get("XDG_CACHE_HOME", "")
        home = home if os.path.isabs(home) else os.path.expanduser("~/.cache")
    given = os.environ.get("LUOCDO_CACHE", "")
    parts = [given] if os.path.isabs(given) else [home, "luocdo"]
    if not os.path.isabs(parts[0]):
        return None
    folder = Path(*parts)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = folder / "sparql"
        own.mkdir(mode=0o700, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return own if _is_ours(folder) and _is_ours(own) else None


def _is_ours(folder: Path) -> bool:
    """Whether it is a real folder of this user that nobody else writes to."""
    try:
        facts = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(facts.st_mode):
        return False
    return not hasattr(os, "geteuid") or (facts.st_uid == os.geteuid() and not facts.st_mode & 0o022)


@contextlib.contextmanager
def cached_store(
    path: Path, evidence: str | Callable[[], str] = "all", progress: Progress | None = None
) -> Iterator[Path]:
    """The folder of an up-to-date store for the graph file at `path`, for as long as it is asked, with `evidence` (see
    `Options`) or more; a function is asked for it only where there is no whole copy. `progress` is told
    how far a store is that has to be made first.

    `LuocdoError` if there is no graph at `path`.
    """
    if not path.is_file():
        raise LuocdoError(f"Không có tệp đồ thị {path}.")
    folder = cache_folder()
    if folder is None:
        with _temporary(path, evidence if isinstance(evidence, str) else evidence()) as store:
            yield store
        return
    if len(_signature(path)) > 1:
        with open_view(path):
            pass  # the last reader tidies the log of writes away, so that the content has one form
    place = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:24]
    before = _signature(path)
    content = _content(path, before, folder / f"{place}.json")
    ready = folder / f"{place}-{content}"  # the whole answers every question
    if not _is_copy(ready):
        evidence = evidence if isinstance(evidence, str) else evidence()
        ready = ready if evidence == "all" else folder / f"{ready.name}-{evidence}"
    if _is_copy(ready):
        with contextlib.suppress(OSError):
            os.utime(ready / _MARK)  # it is in use
        yield ready / "store"
        return
    level = evidence if isinstance(evidence, str) else "all"
    try:
        building = Path(tempfile.mkdtemp(prefix=f"{place}-building-", dir=folder))
    except OSError:
        with _temporary(path, level) as store:
            yield store
        return
    try:
        store = _make(path, before, building, ready, level, progress)
        _sweep(folder, place, content)
        yield store
    finally:
        shutil.rmtree(building, ignore_errors=True)


@contextlib.contextmanager
def _temporary(path: Path, evidence: str) -> Iterator[Path]:
    with contextlib.ExitStack() as stack:
        try:
            temporary = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="luocdo-")))
            with open_view(path) as view:
                fill(temporary / "store", view, evidence)
        except OSError as error:
            raise _refused(Path(tempfile.gettempdir()), error) from error
        yield temporary / "store"


def _refused(folder: Path, error: OSError) -> NoRoomError:
    return NoRoomError(f"Không ghi được bản sao để truy vấn trong {folder}: {error}.")


def _make(path: Path, before: Signature, building: Path, ready: Path, evidence: str, progress: Progress | None) -> Path:
    """Make a store of the graph in the folder `building`, which becomes `ready` if the graph's files look as they did
    `before`; where it lies then."""
    try:
        (building / _MARK).write_text(f"{path}\n", encoding="utf-8", errors="backslashreplace")
        with open_view(path) as view:
            if evidence == "all":
                _follow(building, ready, view, progress)
            else:
                fill(building / "store", view, evidence, progress)
            same = _signature(path) == before
    except OSError as error:
        raise _refused(ready.parent, error) from error
    if same:  # nobody wrote meanwhile: it is of the content that gave the name
        with contextlib.suppress(OSError):  # somebody else may have been quicker
            os.rename(building, ready)
    return (ready if same and _is_copy(ready) else building) / "store"


def _follow(building: Path, ready: Path, view: refreshing.Followed, progress: Progress | None) -> None:
    """Make a whole copy in the folder `building`, out of an older one of the same graph where there is one."""
    for old in sorted(ready.parent.glob(f"{ready.name.partition('-')[0]}-*")):
        if _is_copy(old) and "-building-" not in old.name:
            try:
                if refreshing.refresh(old, building, view, _version(), progress):
                    return
            except OSError:  # it is swept away meanwhile, or damaged; a full disk is told by what comes next
                pass
            shutil.rmtree(building / "store", ignore_errors=True)
    refreshing.make(building, view, _version(), progress)


def _version() -> str:
    """Names what makes triples of a graph."""
    return f"{graph.__version__} {_LAYOUT} {ox.__version__}"


def _is_copy(folder: Path) -> bool:
    """Whether it is a folder that we made: a real one with our name and our mark."""
    return _NAME.fullmatch(folder.name) is not None and _is_ours(folder) and (folder / _MARK).is_file()


def _sweep(folder: Path, place: str, content: str) -> None:
    """Remove older copies of this graph, copies that were begun and left, and what nobody asks for any more."""
    now = time.time()
    with contextlib.suppress(OSError):
        for old in list(folder.iterdir()):
            with contextlib.suppress(OSError):
                if _MEMORY.fullmatch(old.name) and now - old.lstat().st_mtime > _UNUSED:
                    old.unlink()
            if old.name.startswith(f"{place}-{content}") or not _is_copy(old):
                continue
            with contextlib.suppress(OSError):
                age = now - (old / _MARK).stat().st_mtime
                begun = "-building-" in old.name
                if age > (_BEGUN if begun else _UNUSED) or (not begun and old.name.startswith(f"{place}-")):
                    shutil.rmtree(old, ignore_errors=True)


def _signature(path: Path) -> Signature:
    """What the system says of the graph file, and of its log of writes where that holds something. The time of change
    of an inode cannot be set by a program, so a file with the same facts has the same content."""
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        with contextlib.suppress(FileNotFoundError):
            facts = file.stat()
            if facts.st_size or file == path:
                found.append([facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns])
    return found


def _content(path: Path, signature: Signature, memory: Path) -> str:
    """A name for the content of a graph file (and its log), and for what makes triples of it. Large files are not read
    again as long as their facts are those that `memory` keeps with the name."""
    version = _version()
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        kept = json.loads(memory.read_text(encoding="utf-8"))
        if kept["signature"] == signature and kept["version"] == version:
            return str(kept["content"])
    began = time.time_ns()
    digest = hashlib.sha256(version.encode())
    try:
        for file in [path, path.with_name(path.name + "-wal")][: len(signature)]:
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    except OSError as error:
        raise LuocdoError(f"{path}: không đọc được ({error.strerror or error})") from None
    content = digest.hexdigest()[:40]
    last_change = max(max(facts[3:]) for facts in signature)
    if began - last_change > _STILL * 1e9 and _signature(path) == signature:
        told = json.dumps({"signature": signature, "version": version, "content": content})
        with contextlib.suppress(OSError):
            handle, temporary = tempfile.mkstemp(prefix=f"{memory.stem}-", dir=memory.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(told)
            os.replace(temporary, memory)
    return content


def fill(folder: Path, view: GraphView, evidence: str = "all", progress: Progress | None = None) -> None:
    """Make a store of the triples of `view` in a new folder. `progress` is told how many come."""
    store = ox.Store(str(folder))
    if progress is not None:
        progress(_TOLD, 0)  # the work has begun
    triples = chain.from_iterable(block for _, block in blocks(view, Options(evidence=evidence)))
    quads = (ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    while part := list(islice(quads, _AT_ONCE)):
        store.bulk_extend(part)
        if progress is not None:
            progress(_TOLD, len(part))
    store.flush()
    store.optimize()


@contextlib.contextmanager
def open_view(path: Path) -> Iterator[refreshing.Followed]:
    """The view of the graph file at `path`."""
    with graph.open(path) as opened, opened.frozen():
        yield opened
