"""The units of a text as one tree, read in one pass over its lines.

A line with a mark (``graph/structure/marks.py``) begins a unit; a line without one goes on with the unit before it where
it begins in lower case, or where no blank line stands between and the unit did not end. Cells of a table (``|``) are units of their
own. What stands on the page but not in the text (``graph/structure/furniture.py``) is blanked out first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from graph.structure.furniture import banners, recipients, without_running_heads
from graph.structure.marks import marks

PARAGRAPH = 90  # the level of what has no mark
_ENDS = frozenset(".;:!?")
_CLOSERS = " \t\r*_>#\xa0)”\"'’]"
_LINE = re.compile(r"[ \t\r*_>#\xa0]*")
_RULE = re.compile(r"[\s*_|\-–—=#.~]*+(?:\n|\Z)")
_GOES_ON = re.compile(
    r"(?:[,–-]|(?<![^\W_])(?:và|của|số|các|những|hoặc|tại|theo|về|khoản|điểm|Khoản|Điều|điều|ngày|tháng|năm|do|từ|đến|cho|với|trong|"
    r"Mục|mục|Phụ lục|phụ lục|Chương|được|bởi))[ \t*_\r]*\Z"
)
_BLANK_LINE = re.compile(r"\n[ \t\r\x0c]*(?:\n|\Z)")
_PAGE = re.compile(r"\d{1,4}[ \t\r\x0c]*\n[ \t\r\x0c]*\n?")
_HEADINGS = frozenset(("part", "annex", "chapter", "section", "capital", "roman", "điều"))
_STARTS = frozenset("“ĐPCMTNQXIVABCDEFGHK0123456789([-–—•●·▪+*abcdefghijklmnopqrstuvxyđ")
_LOOK = 40


class Unit(NamedTuple):
    """One unit at ``start:end`` of the text, with its mark; its words begin at `body`. `parent` and `host` (the unit
    that introduces it: "… các văn bản sau:") are indices into `Outline.units`, -1 for none."""

    kind: str
    level: int
    label: str
    start: int
    body: int
    end: int
    parent: int
    host: int


class Outline:
    """The units of one text. `text` has the length of the text that was given, page furniture blanked out: every
    offset is one of that text. Units cover it without gaps, in order."""

    def __init__(self, text: str, units: list[Unit], apart: list[tuple[int, int]]) -> None:
        self.text = text
        self.units = units
        self._starts = [unit.start for unit in units]
        self._apart = sorted(apart)

    def is_apart(self, offset: int) -> bool:
        """Does `offset` stand in a list of recipients or in what a web site added? Nothing is cited there."""
        at = bisect_right(self._apart, (offset, len(self.text))) - 1
        return at >= 0 and offset < self._apart[at][1]

    def index(self, offset: int) -> int:
        """The index of the unit around `offset` (bounded by the first and the last)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Unit:
        """The unit around `offset`."""
        return self.units[self.index(offset)]

    def path(self, number: int) -> tuple[tuple[str, str], ...]:
        """The provision in which a unit stands, largest unit first: ``(("điều", "2"), ("khoản", "1"), ("điểm", "a"))``.
        Numbers outside of an article ("II › 3") are named by their kind."""
        steps: list[tuple[str, str]] = []
        while number >= 0:
            unit = self.units[number]
            name = _NAMES.get(unit.kind)
            if name and unit.label:
                steps.append((name, unit.label))
                if unit.kind == "điều":
                    break
            number = unit.parent
        return tuple(reversed(steps))

    def children(self, number: int) -> Iterator[int]:
        """The units that `number` introduces, in order."""
        for other in range(number + 1, len(self.units)):
            if self.units[other].host == number:
                yield other
            elif self.units[other].level <= self.units[number].level and self.units[other].level < PARAGRAPH:
                return


_NAMES = {
    "part": "phần", "annex": "phụ lục", "chapter": "chương", "section": "mục", "capital": "mục", "roman": "mục",
    "điều": "điều", "khoản": "khoản", "letter": "điểm",
}  # fmt: skip


def lay_out(text: str) -> Outline:
    """The outline of `text` (normalised). Linear in its length; any text is accepted; an empty one has one empty unit."""
    matched = without_running_heads(text)
    builder = _Builder(matched)
    builder.read()
    lists, notices = recipients(matched), banners(matched)
    return Outline(matched, builder.close(lists, notices), [*lists, *notices])


class _Builder:
    """The pass over the lines. `rows` are the units so far, without parents and hosts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows: list[list] = []  # type: ignore[type-arg]  # kind, level, label, start, body, end
        self.ended = True  # has the unit before ended?
        self.heading = False  # a heading whose line closed in emphasis
        self.cell = False
        self.quoted = False  # a quotation closed at the end of the line

    def read(self) -> None:
        text, size = self.text, len(self.text)
        table = marks()
        at, blank, page = 0, True, False
        while at < size:
            stop = text.find("\n", at)
            stop = size if stop < 0 else stop
            first = _LINE.match(text, at, stop).end()  # type: ignore[union-attr]
            if first == stop or (text[first] in "-–—=._~" and _RULE.match(text, first)):
                blank = blank or not page
            elif blank and text[first].isdigit() and self._page_number(first, stop):
                blank, page = not self.rows or self.ended, True  # a page number: the sentence goes on behind it
                at = stop + 1
                continue
            elif "|" in text[first:stop]:
                self._cells(at, first, stop)
                blank = page = False
            else:
                self._line(table, at, first, stop, blank=blank)
                blank = page = False
            at = stop + 1

    def _page_number(self, first: int, stop: int) -> bool:
        """Does a number stand alone on its line, in a sentence that wants one ("khoản") between blank lines?"""
        if not _PAGE.match(self.text, first, stop + 1):
            return False
        return not self._goes_on(first) or _BLANK_LINE.match(self.text, stop) is not None

    def _line(self, table, start: int, first: int, stop: int, *, blank: bool) -> None:  # type: ignore[no-untyped-def]
        text = self.text
        ended = self.ended or self.cell or blank
        mark = None
        if text[first] in _STARTS:
            mark = table.match(text, first, ended=ended or self.heading or not self.rows)
            if mark is not None and not ended and self._goes_on(first):
                mark = None  # "khoản⏎2. Điều 5": a number in mid-sentence
        if mark is not None:
            self._begin(mark.kind, mark.level, mark.label, start, max(mark.end, first), stop)
            return
        sign = text[first]
        if not self.rows:
            goes_on = False
        elif sign.islower():
            goes_on = not self.ended or (not blank and self._last() not in ";:.")
        elif blank:
            goes_on = not self.ended and self._goes_on(first)
        else:
            goes_on = not self.ended and not self.heading and not self._capitals_change(first, stop)
            if goes_on and self.quoted and self._last() in ",;.":
                goes_on = False
        if goes_on and not (self.cell and self.ended):
            self._extend(stop)
        else:
            self._begin("paragraph", PARAGRAPH, "", start, first, stop)

    def _cells(self, start: int, first: int, stop: int) -> None:
        """A line with cells: each is a unit; a bar alone ends the unit before it."""
        text = self.text
        at = start
        words = text[first:stop]
        if not words.strip(" \t|-:*_\r"):
            self.cell = True
            self.ended = True
            return
        while at < stop:
            bar = text.find("|", at, stop)
            end = stop if bar < 0 else bar
            begin = _LINE.match(text, at, end).end()  # type: ignore[union-attr]
            if begin < end:
                opens = at == start and not text[start:begin].strip(" \t*_>#")
                if opens and not self.ended and not self.cell and text[begin].islower():
                    self._extend(end)
                else:
                    mark = marks().match(text, begin, ended=True)
                    if mark is not None and mark.kind in ("khoản", "letter", "dash") and mark.end < end:
                        begin = mark.end
                    self._begin("cell", PARAGRAPH + 1, "", at, begin, end)
            at = end + 1
        self.cell = text[first:stop].rstrip(" \t\r*_").endswith("|")
        self.ended = self.ended or self.cell

    def _begin(self, kind: str, level: int, label: str, start: int, body: int, stop: int) -> None:
        self.rows.append([kind, level, label, start, body, stop])
        self._note(stop)

    def _extend(self, stop: int) -> None:
        self.rows[-1][5] = stop
        self._note(stop)

    def _note(self, stop: int) -> None:
        row = self.rows[-1]
        last = self._last()
        self.ended = last in _ENDS
        self.quoted = self.text[row[4] : row[5]].rstrip(" \t\r*_\n")[-1:] in ("”", "")
        self.cell = False
        self.heading = row[0] in _HEADINGS and _closed_emphasis(self.text, row[4], stop)

    def _last(self) -> str:
        """The last sign of the unit before, closing quotes and emphasis apart."""
        text, row = self.text, self.rows[-1]
        at, floor = row[5] - 1, row[3]
        while at >= floor and (text[at] in _CLOSERS or text[at] == "\n"):
            at -= 1
        return text[at] if at >= floor else ""

    def _goes_on(self, first: int) -> bool:
        """Does the unit before end in mid-sentence ("… của", "khoản", a comma)?"""
        row = self.rows[-1] if self.rows else None
        return row is not None and _GOES_ON.search(self.text, max(row[4], row[5] - _LOOK), row[5]) is not None

    def _capitals_change(self, first: int, stop: int) -> bool:
        """From a line in capitals to one in small letters, or back: a title ends, a heading begins."""
        row = self.rows[-1]
        opening = self.text.rfind("\n", row[3], row[5]) + 1 or row[4]
        before = self.text[max(opening, row[4]) : row[5]]
        return (
            len(before.strip()) > 3
            and before.isupper() != self.text[first:stop].isupper()
            and (before.isupper() or len(self.text[first:stop].strip()) > 12)
        )

    def close(self, lists: list[tuple[int, int]], notices: list[tuple[int, int]]) -> list[Unit]:
        """The units with parents and hosts; they cover the text."""
        text, units = self.text, []
        rows = self.rows or [["paragraph", PARAGRAPH, "", 0, 0, len(text)]]
        zones = sorted([(*z, "recipients") for z in lists] + [(*z, "furniture") for z in notices])
        zone = 0
        path: list[int] = []  # open units by level
        hosts: list[tuple[int, int, int]] = []  # (unit that introduces, its level, level of its items or -1)
        closing = ""
        for number, (kind, level, label, start, body, end) in enumerate(rows):
            stop = rows[number + 1][3] if number + 1 < len(rows) else len(text)
            start = 0 if number == 0 else start
            while zone < len(zones) and zones[zone][1] <= body:
                zone += 1
            if zone < len(zones) and zones[zone][0] <= body < zones[zone][1]:
                kind, level = zones[zone][2], 0 if kind == "recipients" else PARAGRAPH
            while path and units[path[-1]].level >= level:
                path.pop()
            parent = path[-1] if path else -1
            # a host holds its items until something of its own level, or a paragraph where its items have marks
            while hosts:
                host, own, items = hosts[-1]
                if (level < PARAGRAPH and level <= own) or (items >= 0 and level < items):
                    hosts.pop()
                else:
                    break
            host = -1
            if hosts and kind not in ("recipients", "furniture"):
                host, own, items = hosts[-1]
                if items < 0:
                    hosts[-1] = (host, own, level)
                elif level >= PARAGRAPH and items < PARAGRAPH and kind != "cell":
                    host = -1  # a paragraph between items of a list
            units.append(Unit(kind, level, label, start, body, stop, parent, host))
            if level < PARAGRAPH and kind != "clause":
                path.append(number)
            closing = _closing(text, body, end)
            if closing == ":" or kind in _HEADINGS or (kind in ("khoản", "letter") and closing not in ".;"):
                if level >= PARAGRAPH:  # a paragraph that introduces belongs to the unit above it
                    hosts.append((number, units[parent].level if parent >= 0 else -1, -1))
                else:
                    hosts.append((number, level, -1))
        return units


def _closing(text: str, body: int, end: int) -> str:
    at = end - 1
    while at >= body and (text[at] in _CLOSERS or text[at] in "\n|"):
        at -= 1
    return text[at] if at >= body else ""


def _closed_emphasis(text: str, body: int, stop: int) -> bool:
    """Does a heading end with the emphasis that it opened ("**Điều 2. Đối tượng**")?"""
    return text[stop - 3 : stop].rstrip().endswith("**")
