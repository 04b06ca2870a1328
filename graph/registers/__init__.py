"""Registers: tables of documents, with their official relations where they have them.

A row becomes a small text with the facts read from it (`graph.records`), so that registers and documents meet in the
same nodes, and every edge shows where in the register it stands.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import LuocdoError
from graph.model import Extraction, Source
from graph.reading import DEFAULT, Failed, Options, display_name, read_each
from graph.reading.tables import ROW
from graph.records.profiles import Profile, load_profile, profile_for, shipped

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.registers.storing import Loaded

__all__ = ["Profile", "import_register", "load", "load_profile", "recognise", "shipped"]


def recognise(path: str | os.PathLike[str]) -> str | None:
    """The name of the shipped profile that fits the columns of the file at `path`; None where none does."""
    from graph.records.rows import cells_of

    try:
        first = next((item for item in read_each(path, Options(rows=True)) if isinstance(item, Source)), None)
    except LuocdoError:
        return None
    if first is None or first.format != ROW:
        return None
    found = profile_for(cells_of(first))
    return found.name if found is not None else None


def import_register(
    path: str | os.PathLike[str],
    profile: str | Profile | None = None,
    *,
    name: str | None = None,
    options: Options = DEFAULT,
    extract: Callable[..., Extraction] | None = None,
) -> Iterator[tuple[Source, Extraction]]:
    """Each entry as a text and its facts, in the file's order; sources are called ``register.csv#12`` (rows counted
    from 1; in spreadsheets ``register.xlsx#Sheet!12``). `profile`: a shipped name, a TOML file, or None to tell by the
    columns. LuocdoError where the file or the profile cannot be read, or no row is an entry."""
    from graph.records.facts import facts
    from graph.records.rows import cells_of, entry, entry_source

    if extract is None:
        from graph.pipeline import extract as pipeline

        extract = pipeline
    path = Path(path)
    shown = display_name(path)
    label = name if name is not None else shown
    given = load_profile(profile) if isinstance(profile, str) else profile
    heads: dict[str, None] = {}
    rows = entries = 0
    for item in read_each(path, replace(options, rows=True)):
        if isinstance(item, Failed):
            raise LuocdoError(label + item.reason.removeprefix(shown))
        if item.format != ROW:
            raise LuocdoError(f"{label}: không phải bảng có tên cột")
        rows += 1
        row = cells_of(item)
        heads.update(dict.fromkeys(row))
        used = given or profile_for(row)
        record = entry(row, used, item.metadata.get("caption", ""))
        if record is not None:
            entries += 1
            source = entry_source(record, used, row, label + item.name.removeprefix(shown))
            yield source, facts(record, source.name, extract)
    if not entries:
        raise nothing_mapped(label, rows, list(heads), given)


def nothing_mapped(name: str, rows: int, heads: list[str], profile: Profile | None) -> LuocdoError:
    """What is said where no row of a table became an entry."""
    columns = ", ".join(heads[:12]) + ("…" if len(heads) > 12 else "")
    if not rows:
        return LuocdoError(f"{name}: danh mục không có dòng nào")
    if profile is not None:
        missing = [column for column in profile.columns.values() if column not in heads]
        if missing:
            return LuocdoError(
                f"{name}: không có cột {', '.join(missing)} như hồ sơ {profile.name} cần (có: {columns})"
            )
        return LuocdoError(
            f"{name}: 0 trong {rows} dòng có số, ký hiệu và trích yếu ở cột {profile.columns['number']},"
            f" {profile.columns.get('title', '-')} (có: {columns})"
        )
    return LuocdoError(
        f"{name}: 0 trong {rows} dòng có số, ký hiệu (các cột: {columns}); hãy chỉ cột bằng"
        ' --columns number="…",date="…",title="…" hoặc hồ sơ --profile (mẫu: luocdo import --profile-template FILE)'
    )


def load(
    graph: KnowledgeGraph,
    path: str | os.PathLike[str],
    *,
    profile: str | None = None,
    workers: int | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> Loaded:
    """Store a register in `graph` instead of what it said before; what was done (as text: one line). `workers`: see
    `graph.building.build`. `progress` is told the name of each row that is done, and 1."""
    from graph.registers.storing import store

    return store(graph, Path(path), profile, workers, progress)
