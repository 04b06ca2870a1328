"""Files as offices have them, made for tests and read as a build reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.engines import Job, run
from graph.model import Extraction


def read(path: Path) -> list[Extraction]:
    """What the sources of a file say, in their order."""
    return [o.extraction for o in run([Job(str(path), path.name)], workers=1) if o.extraction is not None]


def sheet(
    folder: Path, rows: Sequence[Sequence[Any]], change: Callable[[Any], object] = lambda sheet: None
) -> list[Extraction]:
    """The same of an Excel sheet with these rows; `change` may merge cells or format them."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(folder / "a.xlsx")
    return read(folder / "a.xlsx")
