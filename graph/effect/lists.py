"""Lists of documents that no longer stand, as reviews publish them: a table with a column "Ngày hết hiệu lực".

Each row begins with its number; its first citation is the document, its last cell the day, if it is a date; a citation
behind "thay thế", "bãi bỏ" is the one that ended it (Nghị định 78/2025/NĐ-CP, forms of the reports on reviews).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph.alphabet import LOWER, UPPER
from graph.citations.pinpoints import read_pinpoints
from graph.domain.effect import effect_words
from graph.effect import words
from graph.effect.subjects import Cited
from graph.effect.within import IN_PART
from graph.model import Mention, Pinpoint


@cache
def _heading() -> re.Pattern[str]:
    """The head of the column of days, in either case, wrapped anywhere."""
    phrases = (r"[ \n]+".join(phrase.split()) for phrase in effect_words("list-day"))
    day = "|".join(phrases).replace(r",[ \n]+", r",[ \n]*")
    return re.compile(rf"(?:\A|[\n|])[ \t*_]*(?:{day})[ \t*_]*(?=[\n|])", re.IGNORECASE)


# Its last words, which are seldom and begin with a letter as they stand: where the heading is then looked for.
_HEADING_ENDS = (re.compile(r"iệu[ \n]+[lL]ực[ \t*_]*(?=[\n|])"), re.compile(r"IỆU[ \n]+LỰC[ \t*_]*(?=[\n|])"))
_HEADING_REACH = 200
_CELL = re.compile(r"[^\n|]+")
_NUMBER = re.compile(r"[ \t*_]*(?P<n>[0-9]{1,4})\.?[ \t*_]*\Z")
_DATE = re.compile(r"[ \t*_]*(?=[0-9]{1,2}[/.-])")
_LONGEST_ROW = 4_000
_HEAD = 900  # code points of the head of a table and the line above it
_TITLED = r"(?<![^\W_])(?:<titled>|<act>)(?![^\W_])"
_BARS = 3  # in a row of a table that is drawn on one line
_CAPITALS = re.compile(rf"\n[ \t*_]*[{UPPER}][^\n|{LOWER}]{{15,}}(?=\n)")
# "Được thay thế một phần bằng Thông tư …", "Hết hiệu lực một phần"; a cell of its own
_ONLY_PART = r"<act|part-repealed>(?: +[^\W\d_]+)? +<list-part>|[|\n][ *_]*<list-part>[ *_]*(?=[|\n])"
_SAYS_SO = r"[^|\n]{0,60}?<act>[ *_]*(?=[|\n])"  # "Thông tư số 37/2021/TT-BYT thay thế"


class Row(NamedTuple):
    """A row: the document, the first day on which it (or only its `parts`) no longer stands, who ended it, by which
    words, and its place."""

    mention: Mention
    day: str
    by: Mention | None
    cue: tuple[int, int]
    start: int
    end: int
    parts: tuple[Pinpoint, ...] = ()


def rows(text: str, flat: str, cited: Cited) -> Iterator[Row]:
    """The rows of all such tables of a text, in order. A head that is said again on the next page goes on with the
    numbers; below the head of another table they begin anew."""
    headings = [heading.span() for heading in _headings(text)]
    done = above = 0
    for at, (_, opened) in enumerate(headings):
        if opened < done:
            continue
        wanted, start, below = 1, -1, at + 1
        partly = _partly(flat, max(above, opened - _HEAD), opened)
        for cell in _CELL.finditer(text, opened):
            if start >= 0 and cell.start() - start > _LONGEST_ROW:
                break
            passed = below < len(headings) and headings[below][0] <= cell.start()
            number = _NUMBER.match(cell[0])
            if number and int(number["n"]) == wanted:
                if start >= 0:
                    yield from _row(text, flat, cited, start, headings[below][0] if passed else cell.start(), partly)
                wanted, start, above = wanted + 1, cell.start(), cell.end()
                below += passed
            elif number and passed and number["n"] == "1":
                done = headings[below][0]
                break  # another table
            elif start < 0 and cell.start() - opened > _LONGEST_ROW:
                break
            done = cell.end()
        if start >= 0:
            high = headings[below][0] if below < len(headings) else len(text)
            yield from _row(text, flat, cited, start, min(high, start + _LONGEST_ROW), partly)


def _headings(text: str) -> Iterator[re.Match[str]]:
    """The headings of such columns, in order."""
    ends = sorted(found.end() for pattern in _HEADING_ENDS for found in pattern.finditer(text))
    done = 0
    for end in ends:
        heading = _heading().search(text, max(done, end - _HEADING_REACH), end + 1)
        if heading is not None:
            yield heading
            done = heading.end()


def _end(text: str, start: int, end: int) -> int:
    """Where a row ends: with its line in a table drawn with bars, else before a heading in capitals."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].lstrip().startswith("|"):
        stop = text.find("\n", start, end)
        return end if stop < 0 or text.count("|", start, stop) < _BARS else stop
    heading = _CAPITALS.search(text, start, end)
    return heading.start() if heading else end


def _partly(flat: str, start: int, end: int) -> bool:
    """Whether the head of a table, or the line above it, says that only parts of its documents have ended."""
    said = flat[start:end].lower()
    whole = max(said.rfind(phrase) for phrase in effect_words("list-whole"))
    part = max(said.rfind(phrase) for phrase in effect_words("list-part"))
    return part > whole


def _parts(text: str, start: int, end: int) -> tuple[Pinpoint, ...]:
    """The provisions that a cell of a row consists of."""
    for cell in _CELL.finditer(text, start, end):
        if parts := read_pinpoints(text, cell.start(), cell.start() + len(cell[0].rstrip(" \t*_."))):
            return parts
    return ()


def _row(text: str, flat: str, cited: Cited, start: int, end: int, partly: bool) -> Iterator[Row]:
    end = _end(text, start, end)
    listed = cited.between(start, end)
    if not listed or words.compiled(_TITLED).search(flat, start, listed[0].start):
        return  # its own number is not read: what its title or the remark names is another document
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
        behind = words.compiled(r"<act>").search(flat, mention.end, end)
        if behind is not None and words.compiled(_SAYS_SO).match(text, mention.end):
            by, cue = mention, behind.span()
    partly = partly or words.compiled(_ONLY_PART).search(flat, listed[0].end, min(len(flat), end + 1)) is not None
    parts = (_parts(text, listed[0].end, end) or IN_PART) if partly else ()
    yield Row(listed[0], days[-1][0], by, cue, start, days[-1][1], parts)
