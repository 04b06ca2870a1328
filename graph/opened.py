"""A graph file that is open: who holds the connection, one state for several calls, what is written and merged.

`graph.knowledge.KnowledgeGraph` adds the questions.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graph.errors import LuocdoError
from graph.model import Extraction, Source
from graph.store.database import reading, translated
from graph.store.texts import Texts
from graph.store.trust import guarded, limit_time
from graph.store.view import StoreView

if TYPE_CHECKING:
    from graph.corrections import Loaded
    from graph.store.correcting import Stored
    from graph.store.ingest import Entry


@guarded
class OpenGraph:
    """A graph file that is open, to be written to. A writable graph merges what was ingested before it answers."""

    def __init__(self, path: str | os.PathLike[str], connection: sqlite3.Connection, *, writable: bool) -> None:
        self.file = Path(path)
        self.writable = writable
        self._connection = connection
        self._patience = limit_time(connection)
        self._texts = Texts(connection)
        self._view = StoreView(connection, self._texts)
        self._unsettled = writable
        self._at: str | None = None

    def as_of(self, day: str | None) -> Self:
        """This graph, its statuses from now on as of a day (ISO); None: as far as anything is stated."""
        self._at = day
        return self

    def be_quick(self, seconds: float) -> None:
        """Give up a statement that takes longer than this (LuocdoError), for those who have somebody waiting, and keep
        less of the file at hand: there are several of these connections, and the system keeps the file for all."""
        self._patience.seconds = seconds
        self._connection.execute("PRAGMA cache_size = -8000")  # KiB

    def interrupt(self) -> None:
        """From another thread: end the statement that runs, and begin none (LuocdoError) until `go_on`."""
        self._patience.stopped = True
        self._connection.interrupt()

    def go_on(self) -> None:
        """Take statements again after `interrupt`."""
        self._patience.stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.settle()
        finally:
            self.close()

    def close(self) -> None:
        """Close the file; what is not merged yet is merged when the graph is next opened for writing."""
        self._connection.close()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """One state of the graph for several calls, whatever another process writes meanwhile."""
        connection = self._settled()
        with ExitStack() as stack:
            with translated(self.file):
                stack.enter_context(reading(connection))
            yield

    def ingest(
        self, source: Source, extraction: Extraction | None = None, *, file: str | None = None, reader: str = ""
    ) -> bool:
        """Store what one source says (extracted from its text unless given) in one transaction, instead of what it said
        before; whether anything changed. `file` and `reader`: see `graph.store.ingest.put`."""
        from graph.store.ingest import put

        if extraction is None:
            from graph.pipeline import extract

            extraction = extract(source.text, source=source.name)
        with translated(self.file):
            changed = put(self._writable(), source, extraction, file=file, reader=reader)
        self._unsettled |= changed
        self._texts.forget()
        return changed

    def ingest_all(self, entries: Sequence[Entry]) -> int:
        """Store what many sources say (`graph.store.record.prepare`) in one transaction; how many changed. ValueError,
        with nothing stored, where a record cannot be what a text says."""
        from graph.store.ingest import put_all

        with translated(self.file):
            try:
                changed = put_all(self._writable(), entries)
            except (OverflowError, sqlite3.IntegrityError, sqlite3.DataError) as error:
                raise ValueError(str(error)) from None
        self._unsettled |= changed > 0
        self._texts.forget()
        return changed

    def remove(self, name: str) -> bool:
        """Forget the source of this name and all that only it says; False if there is none."""
        from graph.store.ingest import remove

        with translated(self.file):
            changed = remove(self._writable(), name)
        self._unsettled |= changed
        self._texts.forget()
        return changed

    def forget(self, names: Iterable[str]) -> int:
        """Forget the sources of these names and all that only they say, in one transaction; how many there were."""
        from graph.store.forgetting import forget

        with self.writing() as connection:
            return forget(connection, names)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection, for functions of `graph.store` that write; what they change is merged later."""
        with translated(self.file):
            yield self._writable()
        self._unsettled = True
        self._texts.forget()

    def finish_container(self, name: str, file: str, reader: str, *, complete: bool) -> None:
        """Every document of an archive or a table is ingested: those that are no longer in it are forgotten. See
        `graph.store.ingest.finish_container`."""
        from graph.store.ingest import finish_container

        with translated(self.file):
            gone = finish_container(self._writable(), name, file, reader, complete=complete)
        self._unsettled |= gone > 0

    def is_current(self, name: str, file: str, reader: str) -> bool:
        """Whether the source of this name was stored from bytes of this digest by this reader."""
        from graph.store.ingest import is_current

        return is_current(self._connection, name, file, reader)

    def has_text(self, source: Source, reader: str) -> bool:
        """Whether this source was stored with this very text by this reader."""
        from graph.store.ingest import is_current_text

        return is_current_text(self._connection, source, reader)

    def settle(self, progress: Callable[[int], None] | None = None) -> int:
        """Merge what was ingested since the last time; how many buckets were merged. Queries do this by themselves."""
        if not self._unsettled or not self.writable:
            return 0
        from graph.store.correcting import has_any
        from graph.store.settling import settle

        self._patience.end()  # merging takes what it takes
        if has_any(self._connection):
            from graph.corrections import apply

            done = apply(self._connection, progress)
            self._texts.forget()
        else:
            done = settle(self._connection, progress)
        self._unsettled = False
        return done

    def correct(self, file: str | os.PathLike[str] | None = None) -> Loaded | None:
        """Keep the corrections of a file (`graph.corrections`; None: ``corrections.csv`` beside the graph, or the file
        that was given before) instead of those that it had before; they are applied with the next merge. None where
        there is no such file. LuocdoError where it cannot be read: what is kept stays."""
        from graph.corrections import file_of, load

        with self.writing() as connection:
            place = file_of(connection, self.file, Path(file) if file is not None else None)
            return None if place is None else load(connection, self.file, place)

    def corrections(self) -> list[Stored]:
        """The corrections that the graph keeps, by name (file#row): what they say, why one is not applied, and which
        documents it speaks of."""
        from graph.store.correcting import stored

        return stored(self._settled())

    def _writable(self) -> sqlite3.Connection:
        if not self.writable:
            raise LuocdoError(f"{self.file}: đồ thị được mở chỉ để đọc")
        return self._connection

    def settled(self) -> sqlite3.Connection:
        """The connection for questions of `graph.queries`, when everything is merged."""
        return self._settled()

    def _settled(self) -> sqlite3.Connection:
        if self._unsettled:
            self.settle()
        return self._connection
