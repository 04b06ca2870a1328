"""Lists of documents that no longer stand, as reviews publish them: a table with a column "Ngày hết hiệu lực".

Each row begins with its number; its first citation is the document, its last cell the day, if it is a date; a citation
behind "thay thế", "bãi bỏ" is the one that ended it (Nghị định 78/2025/NĐ-CP, forms of the reports on reviews).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.effect import words
from graph.effect.subjects import Cited
from graph.model import Mention

_HEADING = re.compile(
    r"(?:\A|[\n|])[ \t*_]*(?:Ngày|Thời[ \n]+điểm)(?:,[ \n]*tháng,[ \n]*năm)?[ \n]+hết[ \n]+hiệu[ \n]+lực[ \t*_]*"
    r"(?=[\n|])",
    re.IGNORECASE,
)
# Its last words, which are seldom and begin with a letter as they stand: where the heading is then looked for.
_HEADING_ENDS = (re.compile(r"iệu[ \n]+[lL]ực[ \t*_]*(?=[\n|])"), re.compile(r"IỆU[ \n]+LỰC[ \t*_]*(?=[\n|])"))
_HEADING_REACH = 200
_CELL = re.compile(r"[^\n|]+")
_NUMBER = re.compile(r"[ \t*_]*(?P<n>[0-9]{1,4})\.?[ \t*_]*\Z")
_DATE = re.compile(r"[ \t*_]*(?=[0-9]{1,2}[/.-])")
_LONGEST_ROW = 4_000


class Row(NamedTuple):
    """A row: the document, the first day on which it no longer stands, who ended it, by which words, and its place."""

    mention: Mention
    day: str
    by: Mention | None
    cue: tuple[int, int]
    start: int
    end: int


def rows(text: str, flat: str, cited: Cited) -> Iterator[Row]:
    """The rows of all such tables of a text, in order."""
    done = 0
    for heading in _headings(text):
        if heading.end() < done:
            continue
        wanted, start = 1, -1
        for cell in _CELL.finditer(text, heading.end()):
            if start >= 0 and cell.start() - start > _LONGEST_ROW:
                break
            number = _NUMBER.match(cell[0])
            if number and int(number["n"]) == wanted:
                if start >= 0:
                    yield from _row(text, flat, cited, start, cell.start())
                wanted, start = wanted + 1, cell.start()
            elif start < 0 and cell.start() - heading.end() > _LONGEST_ROW:
                break
            done = cell.end()
        if start >= 0:
            yield from _row(text, flat, cited, start, min(len(text), start + _LONGEST_ROW))


def _headings(text: str) -> Iterator[re.Match[str]]:
    """The headings of such columns, in order."""
    ends = sorted(found.end() for pattern in _HEADING_ENDS for found in pattern.finditer(text))
    done = 0
    for end in ends:
        heading = _HEADING.search(text, max(done, end - _HEADING_REACH), end + 1)
        if heading is not None:
            yield heading
            done = heading.end()


def _row(text: str, flat: str, cited: Cited, start: int, end: int) -> Iterator[Row]:
    listed = cited.between(start, end)
    if not listed:
        return
    days: list[tuple[str, int]] = []
    last = False  # whether the last cell of the row is a date
    for cell in _CELL.finditer(text, listed[0].end, end):
        if not cell[0].strip(" \t*_"):
            continue
        at = cell.start() + len(cell[0]) - len(cell[0].lstrip(" \t*_"))
        found = words.read_day(flat, at) if _DATE.match(cell[0]) else None
        last = found is not None and not text[found.end : cell.end()].strip(" \t*_")
        if found is not None and last:
            days.append((found.value, found.end))
    if not days or not last or len(days[-1][0]) < len("2031-07-01"):
        return
    by, cue = None, (listed[0].start, listed[0].end)
    for mention in listed[1:]:
        for act in words.compiled(r"<act>").finditer(flat, max(start, mention.start - 40), mention.start):
            by, cue = mention, act.span()
    yield Row(listed[0], days[-1][0], by, cue, start, days[-1][1])
