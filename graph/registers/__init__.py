"""Registers: tables of documents, with their official relations where they have them.

A row becomes a small text with the facts read from it, so that registers and documents meet in the same nodes, and
every edge shows where in the register it stands.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import LuocdoError
from graph.model import Extraction, Source
from graph.reading import DEFAULT, Options, display_name
from graph.registers.profiles import Profile, load_profile, profile_for, shipped
from graph.registers.tables import columns_of, read_rows

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.registers.storing import Loaded

__all__ = ["Profile", "import_register", "load", "load_profile", "recognise", "shipped"]


def recognise(path: str | os.PathLike[str]) -> str | None:
    """The name of the shipped profile that fits the columns of the file at `path`; None where none does."""
    found = profile_for(columns_of(Path(path)))
    return found.name if found is not None else None


def import_register(
    path: str | os.PathLike[str],
    profile: str | Profile | None = None,
    *,
    name: str | None = None,
    options: Options = DEFAULT,
    extract: Callable[..., Extraction] | None = None,
) -> Iterator[tuple[Source, Extraction]]:
    """Each row with number and title as a text and its facts, in the file's order; sources are called
    ``register.csv#12`` (rows counted from 1). `profile`: a shipped name, a TOML file, or None to tell by the columns.
    LuocdoError where the file or the profile cannot be read, or the columns do not fit."""
    from graph.registers.facts import facts
    from graph.registers.records import compose

    if extract is None:
        from graph.pipeline import extract as pipeline

        extract = pipeline
    path = Path(path)
    shown = name if name is not None else display_name(path)
    rows = read_rows(path, options)
    found = profile if isinstance(profile, Profile) else _profile(rows[0].keys(), profile, shown)
    missing = [column for column in found.columns.values() if column not in rows[0]]
    if missing:
        columns = ", ".join(map(str, list(rows[0])[:12]))
        raise LuocdoError(f"{shown}: không có cột {', '.join(missing)} như hồ sơ {found.name} cần (có: {columns})")
    for number, row in enumerate(rows, start=1):
        record = compose(row, found)
        if record is not None:
            label = f"{shown}#{number}"
            metadata = {"register": found.title, "profile": found.name, "title_end": str(record.head_end)}
            yield Source(label, record.text, "register", metadata), facts(record, label, extract)


def _profile(columns: object, name: str | None, shown: str) -> Profile:
    if name is not None:
        return load_profile(name)
    found = profile_for(map(str, columns))  # type: ignore[call-overload]
    if found is None:
        raise LuocdoError(
            f"{shown}: không nhận ra danh mục này, hãy chỉ hồ sơ bằng --profile (có sẵn: {', '.join(shipped())};"
            " hoặc tệp .toml)"
        )
    return found


def load(
    graph: KnowledgeGraph,
    path: str | os.PathLike[str],
    *,
    profile: str | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> Loaded:
    """Store a register in `graph` instead of what it said before; what was done (as text: one line). `progress` is
    told the name of each row that is done, and 1."""
    from graph.registers.storing import store

    return store(graph, Path(path), profile, progress)
