"""Corrections by hand that stay: a file that people keep in Excel confirms, denies and adds what a graph says.

The file's rows are kept in the graph (`load`) and applied after every merge (`apply`), above registers and texts. A row
that is taken out of the file is undone. docs/corrections.md is for those who write the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.corrections.applying import UNMATCHED, apply
from graph.corrections.rows import COLUMNS, Correction, Unclear, read_row, sentence
from graph.corrections.table import FILE, append, read
from graph.errors import LuocdoError
from graph.reading.files import display_name, source_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from graph.store.correcting import Stored

__all__ = [
    "COLUMNS",
    "FILE",
    "UNMATCHED",
    "Correction",
    "Loaded",
    "Unclear",
    "append",
    "apply",
    "file_of",
    "load",
    "place_of",
    "read",
    "read_row",
    "said_of",
    "sentence",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a file of corrections did: how many rows it has, whether anything is new, and a line for each row
    that says nothing."""

    file: Path
    rows: int
    changed: bool
    wrong: tuple[str, ...]


def said_of(corrections: Iterable[Stored], document: str, lang: str = "vi") -> list[dict[str, str]]:
    """The corrections that are applied and speak of the document with this id: their cells, ``sentence`` (the row in
    words, Vietnamese or, with `lang` ``en``, English) and ``source`` (file#row), in the order of the file."""
    listed = [kept for kept in corrections if document in kept.documents]
    listed.sort(key=lambda kept: place_of(kept.name))
    return [{**k.cells, "sentence": sentence(Correction(**k.cells), lang)[0], "source": k.name} for k in listed]


def place_of(name: str) -> tuple[str, int]:
    """File and row of a correction's name."""
    file, _, row = name.rpartition("#")
    return file, int(row) if row.isdecimal() else 0


def file_of(connection: sqlite3.Connection, graph: Path, given: Path | None = None) -> Path | None:
    """The file of corrections: the one that was given, else ``corrections.csv`` beside the graph, else the one that was
    given before; None where there is none."""
    if given is not None:
        return given
    beside = graph.parent / FILE
    if beside.exists():
        return beside
    row = connection.execute("SELECT name FROM correction ORDER BY name").fetchone()
    return graph.parent / row[0].rpartition("#")[0] if row is not None else None


def load(connection: sqlite3.Connection, graph: Path, file: Path) -> Loaded:
    """Keep what the file says instead of what it said before; `apply` applies it. LuocdoError where it cannot be read:
    what is kept stays."""
    from graph.store.correcting import keep

    name = source_name(file, graph)
    if not file.exists():
        raise LuocdoError(
            f"{display_name(file)}: không tìm thấy tệp đính chính; các đính chính đã nạp được giữ"
            f" (bỏ chúng: luocdo remove {name})"
        )
    table = read(file)
    kept = {f"{name}#{number}": row.cells() for number, row in table.rows.items()}
    changed = keep(connection, name, kept)
    wrong = tuple(f"{name} dòng {number}: {reason}" for number, reason in sorted(table.wrong.items()))
    return Loaded(file, len(kept), changed, wrong)
