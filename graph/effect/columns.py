"""Tables of documents as portals print them, with a column for the day of force: "| Văn bản | Ngày hiệu lực |"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.effect import words
from graph.effect.cards import Card
from graph.effect.subjects import Cited, behind_marks

_FULL = len("2031-07-01")
_FIRST = "1945"
_BLANK = re.compile(r"[ *_]*")
_CLOSES = re.compile(r"[ *_.;]*\Z")
_LONGEST = 4000  # code points of a row


class _Head(NamedTuple):
    """The head of a table: how many cells it has, and which of them hold days of which kind."""

    cells: int
    days: tuple[tuple[int, str], ...]


def columns(text: str, flat: str, cited: Cited) -> Iterator[Card]:
    """The days of the rows of such tables, in order. A row has as many cells as the head, and a document opens one."""
    head: _Head | None = None
    at = 0
    if ("|" not in text and "\t" not in text) or not cited.any_before(len(text)):
        return
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if ("|" not in line and "\t" not in line) or len(line) > _LONGEST:
            head = None if line.strip() else head
            continue
        cells = _cells(text, start, start + len(line))
        if (opened := _opened(flat, cells)) is not None:
            head = opened
        elif head is not None and len(cells) == head.cells:
            yield from _row(text, flat, cells, head, cited)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line; bars at its two ends part nothing."""
    bars = [start - 1, *(at for at in range(start, end) if text[at] in "|\t"), end]
    cells = [(one + 1, other) for one, other in pairwise(bars)]
    if text[start:end].lstrip().startswith("|"):
        cells = cells[1:]
    return cells[:-1] if text[start:end].rstrip(" ").endswith("|") else cells


def _opened(flat: str, cells: list[tuple[int, int]]) -> _Head | None:
    """The head that a line is, if one of its cells is named after days of force."""
    days = []
    for place, (start, end) in enumerate(cells):
        named = words.compiled(r"[ *_]*(?:<card-begin>|(<card-end>))[ *_]*").fullmatch(flat, start, end)
        if named is not None:
            days.append((place, "ended" if named[1] else "in-force"))
    return _Head(len(cells), tuple(days)) if days and len(cells) > 1 else None


def _in_part(flat: str, start: int, end: int) -> bool:
    """Whether a cell of a row says that only a part has ended: "| 20/6/2031 | Hết hiệu lực một phần |"."""
    return words.compiled(r"<state-part>|[|\t][ *_]*<in-part>[ *_]*(?=[|\t\n]|\Z)").search(flat, start, end) is not None


def _row(text: str, flat: str, cells: list[tuple[int, int]], head: _Head, cited: Cited) -> Iterator[Card]:
    named = [m for cell in cells for m in cited.between(*cell)[:1] if behind_marks(text, *cell) == m.start]
    if not named or named[0].pinpoints or len({m.document for m in named}) > 1:
        return  # a column of what it replaces, in front or behind
    for place, kind in head.days:
        start, end = cells[place]
        blank = _BLANK.match(flat, start, end)
        day = words.read_day(flat, blank.end() if blank else start)
        if day is None or len(day.value) < _FULL or day.value < _FIRST or day.end > end:
            continue
        if _CLOSES.match(flat[day.end : end]):
            partly = kind == "ended" and _in_part(flat, named[0].end, cells[-1][1])
            yield Card(named[0], kind, day.value, start, day.end, partly)
