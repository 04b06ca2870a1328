"""A row of a table (`graph.reading.tables.row_source`) as what it states: an entry of a register where the heads or a
profile say so, else what its cells say."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from graph.model import Extraction, Source
from graph.records.cells import extract_cells
from graph.records.composing import Record, compose
from graph.records.facts import facts
from graph.records.mapping import by_heads, columns_of, entry_of
from graph.records.profiles import Profile, load_profile, profile_for

ENTRY = "register"  # the format of a source that is an entry of a register


def read_row(source: Source, profile: str | None, extract: Callable[..., Extraction]) -> tuple[Source, Extraction]:
    """The row as the source that is shown, and what it states. `profile`: a shipped name, a TOML file, or None to tell
    by the heads."""
    row = cells_of(source)
    used = load_profile(profile) if profile is not None else profile_for(row)
    found = entry(row, used, source.metadata.get("caption", ""))
    if found is None:
        spans = [tuple(map(int, span.split("-"))) for span in source.metadata["cells"].split(",") if span]
        kept = {key: source.metadata[key] for key in ("table", "caption", "heads") if key in source.metadata}
        said = extract_cells(source.text, ((a, b) for a, b in spans), source.name, extract)
        return Source(source.name, source.text, source.format, kept), said
    return entry_source(found, used, row, source.name), facts(found, source.name, extract)


def cells_of(source: Source) -> dict[str, Any]:
    """The cells of a row by their heads."""
    row: dict[str, Any] = json.loads(source.metadata["row"])
    return row


def heads_of(source: Source) -> list[str]:
    """The heads of a row that was read and is no entry."""
    return list(json.loads(source.metadata.get("heads", "[]")))


def entry(row: Mapping[str, Any], profile: Profile | None, caption: str = "") -> Record | None:
    """The row as the record of an entry; None where it is none: no number, or columns that nothing tells."""
    if profile is not None and not profile.loose:
        return compose(row, profile)
    columns = profile.columns if profile is not None else _columns(row)
    found = entry_of(row, columns, caption) if columns else None
    return None if found is None else compose(found.values, by_heads(), found.cells, found.notes)


def _columns(row: Mapping[str, Any]) -> dict[str, str]:
    heads = tuple(map(str, row))
    return {role: heads[at] for role, at in columns_of(heads).items()}


def entry_source(record: Record, profile: Profile | None, row: Mapping[str, Any], name: str) -> Source:
    """The entry as a source called `name`; its metadata says which heads were read as what."""
    title, used = (profile.title, profile.name) if profile is not None else ("", "heads")
    columns = profile.columns if profile is not None else _columns(row)
    said = "; ".join(f"{head} → {role}" for role, head in columns.items())
    return Source(
        name, record.text, ENTRY,
        {"register": title, "profile": used, "title_end": str(record.head_end), "columns": said},
    )  # fmt: skip
