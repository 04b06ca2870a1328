"""Tables of cells: where the heads stand, which rows are data, and a row as a `Source` of its own.

The text of a row has a line for each cell that is not empty, ``Head: value``; the metadata keeps the row as JSON and
where the values stand, so that whoever reads it can keep to the cells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from graph.domain.heads import head_words
from graph.domain.register_heads import is_register, known_heads, roles_of
from graph.model import Source
from graph.normalise import fold
from graph.reading.headless import heads_by_values
from graph.reading.turned import on_its_side

ROW = "row"  # the format of such a source
HEAD_ROWS = 6  # of a table in a text in which its heads are sought
_HEADS_OF_DATA = 2  # known heads that a table of data has more of
_LOOKED_AT = 40  # rows in which the heads are sought
_LONGEST_HEAD = 160
_DATA = re.compile(r"\d[/.-]\d{1,2}[/.-]\d{2}|\d\s{0,2}/\s{0,2}\w|\d-\w")  # a date, or the number of a document
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # where a word begins in the names of programs: noiDung
_SECTION = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ])[.)]?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)")
_DAYS = {"date", "effective", "ended"}
_LONG_TEXT = 600  # characters of a cell that is a text rather than a title
# Names of text columns seen in published collections, the surest first
TEXT_COLUMNS = (
    "text", "noi dung", "noi dung van ban", "toan van", "content", "full text", "fulltext", "body", "van ban",
    "markdown", "document", "passage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number as its program counts it, its cells by head, and what stands above the table (or
    above a group of its rows)."""

    number: int
    cells: Mapping[str, Any]
    caption: str = ""


def cell_text(value: object) -> str:
    """A cell as people read it: dates as in Vietnamese documents, whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        day = f"{value.day:02}/{value.month:02}/{value.year}"
        return day if value.time() == time() else f"{day} {value.hour:02}:{value.minute:02}"
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def rows_of(lines: Iterable[Sequence[object]], *, first: int = 1) -> Iterator[Row]:
    """The rows of data of a table given as lines of cells, the first of which is number `first`.

    The heads are the line with the most heads that are known; where none is, the first line that is filled as the
    lines below it are; where that has data, the columns are told by what stands in them. What stands above is the
    caption, and so is a line with one cell between the rows; where it names a document, it is a row, too. Lines that
    only number the columns are left out, a second line of heads is read together with the first; heads of a register
    further below begin another table.
    """
    numbered = ((number, [cell_text(cell).strip() for cell in line]) for number, line in enumerate(lines, first))
    start = list(islice(numbered, _LOOKED_AT))
    if len(start) < _LOOKED_AT:
        start = on_its_side(start) or start
    at = head_line([cells for _, cells in start])
    others: tuple[tuple[int, ...], ...] = ()
    if at is None:
        if not any(any(cells) for _, cells in start):
            return
        at, used = 0, 0
        heads = heads_by_values([cells for _, cells in start])
    else:
        heads, used, others = _heads([cells for _, cells in start], at)
    titles = [(number, " ".join(dict.fromkeys(filter(None, cells)))) for number, cells in start[:at] if any(cells)]
    yield from (Row(number, {"": title}) for number, title in titles if _DATA.search(title))
    above = "\n".join(title for _, title in titles)
    lowest = start[at + used - 1][1] if used else []
    american = [column for column, head in enumerate(heads) if _is_american(head, column, start[at + used :])]
    group = ""
    for number, cells in (*start[at + used :], *numbered):
        filled = [cell for cell in cells if cell]
        if not filled or is_numbering(filled):
            continue
        if len(heads) > 2 and (title := section_title(filled)) and not _DATA.search(title):
            group = title
            continue
        if cells[: len(heads)] == heads or cells == lowest:  # the heads again, on the next page
            continue
        if are_heads(cells):  # those of another table below
            (heads, _, others), american, group = _heads([cells], 0), [], ""
            continue
        for column in american:
            if column < len(cells) and (day := _SLASHED.fullmatch(cells[column])):
                cells[column] = f"{day[2]}/{day[1]}/{day[3]}"
        cells += [""] * (len(heads) - len(cells))
        for number_at, *more in others:
            cells[number_at] = " ".join(filter(None, (cells[number_at], *(_as_said(cells[c]) for c in more))))
        row = dict(zip(heads, cells, strict=False))
        yield Row(number, {head: value for head, value in row.items() if head}, "\n".join(filter(None, (above, group))))


def _as_said(cell: str) -> str:
    """A cell as it is written behind a number: a day with its word."""
    return f"{head_words('day')[0]} {cell}" if _SLASHED.fullmatch(cell) else cell


def _is_american(head: str, column: int, lines: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether the days of a column have the month in front: some must have, none can have it behind."""
    if not _DAYS & set(roles_of(head)):
        return False
    days = [day for _, cells in lines if column < len(cells) and (day := _SLASHED.fullmatch(cells[column]))]
    return any(int(day[2]) > 12 for day in days) and all(int(day[1]) <= 12 for day in days)


def is_data(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the first lines of a table that stands in a text say that it holds data, rather than laying out a page (a
    head, a signature)."""
    return any(is_register(cells) or known_heads(cells) > _HEADS_OF_DATA for cells in lines[:HEAD_ROWS])


def barred(cells: Iterable[str]) -> str:
    """A row of a table as a line of a text: its cells between bars, each on one line. A bar inside a cell ends none."""
    return "|" + "".join(f"{' '.join(['', *cell.replace('|', '/').split(), '|'])}" for cell in cells)


def are_heads(cells: Sequence[str]) -> bool:
    """Whether a line below the heads of a table is one of heads: of a register, and no cell is anything else."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 2 and known_heads(filled) == len(filled) and is_register(cells)


def section_title(filled: Sequence[str]) -> str:
    """The title of the rows that follow, of a line whose cells with words are `filled`: it has one, a number of a
    section in front of it at most ("II", "LĨNH VỰC TÀI CHÍNH"). "" where the line is none."""
    if len(filled) == 2 and _SECTION.fullmatch(filled[0]):
        return filled[1]
    return filled[0] if len(set(filled)) == 1 else ""


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a line only numbers the columns: "(1) (2) (3)", "1 2 3"."""
    digits = [cell.strip("()") for cell in cells]
    return len(cells) > 2 and digits in (
        [str(n) for n in range(1, len(cells) + 1)],
        list("abcdefghijklmnopqrstuvwxyz"[: len(cells)]),
    )


def head_line(lines: Sequence[Sequence[str]]) -> int | None:
    """The line of the heads among the first lines of a table; None where there is none."""
    best, most = None, 1
    for at, cells in enumerate(lines):
        if are_heads(cells):  # of the first table, where several stand below each other
            return at
        known = known_heads(cells) if all(len(cell) <= _LONGEST_HEAD for cell in cells) else 0
        if known > most:
            best, most = at, known
    if best is not None:
        return best
    width = max((_filled(cells) for cells in lines), default=0)
    for at, cells in enumerate(lines):
        if _filled(cells) >= max(2, (2 * width + 2) // 3) and not any(_DATA.search(cell) for cell in cells):
            return at
    return None


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell)


def _heads(lines: Sequence[Sequence[str]], at: int) -> tuple[list[str], int, tuple[tuple[int, ...], ...]]:
    """The heads of line `at`, each once, and how many lines they take: a cell over two others is above their heads.
    Where such a cell stands over the number of a second document ("Văn bản triển khai" over "Số, ký hiệu" and "Ngày
    ban hành"), it is the head of the column of that number; the third value are these columns, each with those whose
    cells belong behind it."""
    upper, heads, used = _above(lines, at), list(lines[at]), 1
    if at + 1 < len(lines):
        below, over = lines[at + 1], [*heads, *[""] * len(lines[at + 1])]
        filled = [cell for cell, head in zip(below, over, strict=False) if cell and cell != head]  # else it is merged
        if filled and all(roles_of(cell) for cell in filled) and not is_numbering(filled):
            upper, used = heads, 2
            width = max(len(heads), len(below))
            heads = [sub or head for head, sub in zip(_wide(heads, width), _wide(below, width), strict=True)]
    width = max(len(heads), len(upper))
    heads, upper = _wide(heads, width), _wide(upper, width)
    others = _other_documents(upper, heads)
    for number_at, *more in others:
        heads[number_at] = _over(upper, number_at)
        for column in more:
            heads[column] = ""
    columns = {column for _, *more in others for column in more}
    while heads and not heads[-1] and len(heads) - 1 not in columns:
        heads.pop()
    seen: dict[str, int] = {}
    named = []
    for column, head in enumerate(heads):
        name = " ".join(head.split()) or ("" if column in columns else f"cột {column + 1}")
        seen[name] = seen.get(name, 0) + 1
        named.append(name if seen[name] == 1 or not name else f"{name} ({seen[name]})")
    return named, used, others


def _above(lines: Sequence[Sequence[str]], at: int) -> Sequence[str]:
    """The line above that of the heads, if it has heads over them; else nothing."""
    cells = lines[at - 1] if at else ()
    names = {cell for cell in cells if cell}
    return cells if len(names) > 1 and not any(_DATA.search(name) for name in names) else ()


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _over(upper: Sequence[str], column: int) -> str:
    """The cell over a column, which may be merged with cells to its left."""
    return next((upper[at] for at in range(column, -1, -1) if upper[at]), "")


def _other_documents(upper: Sequence[str], lower: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """For each document but the first that two lines of heads speak of: the column of its number, and those of its date
    and title under the same cell."""
    groups: dict[str, list[int]] = {}
    for column, head in enumerate(lower):
        if head and head != upper[column]:  # else it is merged with the cell above
            groups.setdefault(_over(upper, column), []).append(column)
    found: list[tuple[int, ...]] = []
    told = any("number" in roles_of(head) for head, over in zip(lower, upper, strict=True) if head == over)
    for name, columns in groups.items():
        roles = {column: roles_of(lower[column]) for column in columns}
        numbers = [column for column in columns if "number" in roles[column]]
        if name and told and len(numbers) == 1:
            behind = (c for role in ("date", "title") for c in columns if role in roles[c] and c != numbers[0])
            found.append((numbers[0], *dict.fromkeys(behind)))
        told = told or bool(numbers)
    return tuple(found)


def row_source(row: Mapping[str, Any], label: str, kind: str, caption: str = "") -> Source:
    """A row as a source called `label`; `kind` is the format of its file."""
    text = ""
    spans = []
    for head, value in row.items():
        shown = "" if isinstance(value, dict | list) else " ".join(cell_text(value).split())
        if shown:
            text += f"{' '.join(str(head).split())}: "
            spans.append(f"{len(text)}-{len(text) + len(shown)}")
            text += f"{shown}\n"
    plain = {str(head): value if isinstance(value, dict | list) else cell_text(value) for head, value in row.items()}
    metadata = {"row": json.dumps(plain, ensure_ascii=False, default=str), "cells": ",".join(spans), "table": kind}
    metadata["heads"] = json.dumps([str(head) for head in row], ensure_ascii=False)
    if caption:
        metadata["caption"] = caption
    return Source(label, _sound(text), ROW, metadata)


def _sound(text: str) -> str:
    """`text` without lone surrogates, which are no text; the length stays."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def text_column_of(row: Mapping[str, Any]) -> str | None:
    """The column whose name says that it holds the text; None where no name does."""
    by_name = {fold(_HUMP.sub(" ", str(key)).replace("_", " ")): str(key) for key in row}
    return next((by_name[known] for known in TEXT_COLUMNS if known in by_name), None)


def is_long(value: object) -> bool:
    """Whether a cell holds a text of a document rather than a title."""
    return isinstance(value, str) and (len(value) > _LONG_TEXT or value.strip().count("\n") > 1)


def is_record(row: Mapping[str, Any]) -> bool:
    """Whether a row with these columns is an entry of a register: its heads say so, and no column holds the text."""
    column = text_column_of(row)
    if column is not None and is_long(row.get(column)):
        return False
    return is_register([str(key) for key in row if key != column])
