"""The store that SPARQL asks: a copy of the graph as triples, beside the graph file, made anew when the graph changes.

SQLite stays the one truth. The copy lies in ``graph.db.sparql/``, in a folder named after the state of the graph file
it was made from; it is complete before it gets that name, and older ones are removed. Where the folder cannot be
written (a read-only place) the copy is temporary.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

import graph
from graph.errors import LuocdoError
from graph.model import GraphView
from graph.rdf.triples import blocks

_LAYOUT = "1"  # raise it when the triples of a graph change


def folder_of(path: Path) -> Path:
    """Where the copies of a graph file lie."""
    return path.with_name(path.name + ".sparql")


def state(path: Path) -> str:
    """A name for the state of a graph file: its size and time of change, and those of its write-ahead log."""
    parts = [graph.__version__, _LAYOUT]
    for file in (path, path.with_name(path.name + "-wal")):
        with contextlib.suppress(FileNotFoundError):
            info = file.stat()
            if info.st_size or file == path:
                parts += [str(info.st_size), str(info.st_mtime_ns)]
    return blake2b(" ".join(parts).encode(), digest_size=10).hexdigest()


@contextlib.contextmanager
def cached_store(path: Path) -> Iterator[Path]:
    """The folder of an up-to-date store for the graph file at `path`, for as long as it is asked.

    `LuocdoError` if there is no graph at `path`.
    """
    if not path.is_file():
        raise LuocdoError(f"Không có tệp đồ thị {path}.")
    folder = folder_of(path)
    ready = folder / state(path)
    if ready.is_dir():
        yield ready
        return
    with open_view(path) as view:
        try:
            folder.mkdir(exist_ok=True)
            building = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
        except OSError:
            with tempfile.TemporaryDirectory(prefix="luocdo-") as temporary:
                fill(Path(temporary) / "store", view)
                yield Path(temporary) / "store"
            return
        try:
            fill(building / "store", view)
        except BaseException as error:
            shutil.rmtree(building, ignore_errors=True)
            if isinstance(error, OSError):
                raise LuocdoError(f"Không ghi được bản sao để truy vấn trong {folder}: {error}.") from error
            raise
    # Reading may have moved the log into the file: the state is asked again, now that the graph is closed.
    ready = folder / state(path)
    try:
        os.rename(building / "store", ready)
    except OSError:
        if not ready.is_dir():  # somebody else was quicker, or the disk is full
            shutil.rmtree(building, ignore_errors=True)
            raise
    shutil.rmtree(building, ignore_errors=True)
    for old in folder.iterdir():
        if old != ready and _is_left_over(old):
            shutil.rmtree(old, ignore_errors=True)
    yield ready


def _is_left_over(folder: Path) -> bool:
    """Whether nobody can be making it any more: a copy of an older state, or one begun more than an hour ago."""
    with contextlib.suppress(OSError):
        return not folder.name.startswith(".building-") or time.time() - folder.stat().st_mtime > 3600
    return False


def fill(folder: Path, view: GraphView) -> None:
    """Make a store of the triples of `view` in a new folder."""
    store = ox.Store(str(folder))
    store.bulk_extend(
        ox.Quad(t.subject, t.predicate, t.object) for t in chain.from_iterable(block for _, block in blocks(view))
    )
    store.flush()
    store.optimize()


@contextlib.contextmanager
def open_view(path: Path) -> Iterator[GraphView]:
    """The view of the graph file at `path`."""
    with graph.open(path) as opened, opened.frozen():
        yield opened
