"""The units of a text as one tree, read in one pass over its lines.

A line with a mark (``graph/structure/marks.py``) begins a unit; a line without one goes on with the unit before it
where it begins in lower case, or where no blank line stands between and the unit did not end. Cells of a table (``|``)
are units of their own. What stands on the page but not in the text (``graph/structure/furniture.py``) is blanked out
first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from graph.structure.flat import LOWER
from graph.structure.furniture import banners, recipients, without_running_heads
from graph.structure.marks import Mark, marks

PARAGRAPH = 90  # the level of what has no mark
_ENDS = frozenset(".;:!?")
# A line break, but before a word in small letters where the line before has not ended: a mere wrap.
_BREAK = re.compile(rf"\n(?:(?![{LOWER}]{{2}}(?!\)))|(?<=[.;:!?|>*_)”\"’'\]\s]\n))")
_LEAD = " \t\r*_>#\xa0"
_CLOSERS = " \t\r*_>#\xa0)”\"'’]"
_RULE_SIGNS = frozenset("-–—=._~")
_RULE = " \t\r*_|-–—=#.~"
_BULLET = re.compile(r"[ \t>#]*\*[ \t]+")
_PAGE = re.compile(r"\d{1,4}[ \t\r\x0c]*")
_DASH_ALONE = re.compile(rf"[-–—][ \t\r]*\n[ \t*_]*[^\W\d_{LOWER}]")
_OWN_WORDS = frozenset(("điều", "khoản", "letter", "dash", "plus"))  # marks whose words may stand on the next line
_BLANK_LINE = re.compile(r"\n[ \t\r\x0c]*(?:\n|\Z)")
_GOES_ON = re.compile(
    r"(?:[,–-]|(?<![^\W_])(?:và|của|số|các|những|hoặc|tại|theo|về|khoản|điểm|Khoản|Điều|điều|ngày|tháng|năm|do|từ|đến|cho|"
    r"với|trong|Mục|mục|Phụ lục|phụ lục|Chương|được|bởi))[ \t*_\r]*\Z"
)
_LOOK = 40
_HEADINGS = frozenset(("part", "annex", "chapter", "section", "capital", "roman", "điều"))
Row = list[Any]  # kind, level, label, start, body, end, last sign


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
    """The outline of `text` (normalised). Linear in its length; any text is accepted; an empty one has one unit."""
    matched = without_running_heads(text)
    builder = _Builder(matched)
    builder.read()
    lists, notices = recipients(matched), banners(matched)
    return Outline(matched, builder.close(lists, notices), [*lists, *notices])


class _Builder:
    """The pass over the lines. `rows` are the units so far, without parents and hosts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows: list[Row] = []
        self.last = ""  # the last sign of the unit before, closing quotes and emphasis apart
        self.line = ""  # its last line
        self.ended = True  # has it ended?
        self.cell = False
        self.bare = False  # is it a mark alone on its line? Its words follow

    def read(self) -> None:
        at, blank, page = 0, True, False
        for line in _BREAK.split(self.text):
            start, stop = at, at + len(line)
            at = stop + 1
            words = line.lstrip(_LEAD)
            if not words or (
                words[0] in _RULE_SIGNS
                and not words.strip(_RULE)
                and not _DASH_ALONE.match(self.text, stop - len(words))
            ):
                blank = blank or not page
            elif blank and words[0].isdigit() and len(words) < 12 and self._page_number(words, stop):
                blank, page = not self.rows or self.ended, True  # a page number: the sentence goes on behind it
            else:
                if "|" in words:
                    self._cells(start, stop - len(words), stop, words)
                else:
                    self._line(start, stop, line, words, blank=blank)
                blank = page = False

    def _page_number(self, words: str, stop: int) -> bool:
        """Is a number alone on its line that of the page? Behind "khoản" only where a blank line follows."""
        if not _PAGE.fullmatch(words):
            return False
        return not self._goes_on() or _BLANK_LINE.match(self.text, stop) is not None

    def _line(self, start: int, stop: int, line: str, words: str, *, blank: bool) -> None:
        ended = self.ended or self.cell or blank
        first = stop - len(words)
        table = marks()
        mark = None
        if table.may_open(words):
            mark = table.match(self.text, first, ended=ended or self._heading())
            if mark is not None and not ended and self._goes_on():
                mark = None  # "khoản⏎2. Điều 5": a number in mid-sentence
        elif ended and first - start > 1 and _BULLET.fullmatch(line, 0, first - start):
            mark = Mark("dash", 70, "", first)
        if mark is not None:
            self._begin(mark.kind, mark.level, mark.label, start, max(mark.end, first), stop)
            self._note(words)
            self.bare = mark.kind in _OWN_WORDS and not self.text[mark.end : stop].strip(_CLOSERS)
            return
        if self.bare:
            self.rows[-1][4], self.rows[-1][5] = first, stop
        elif self.rows and self._joins(words, blank=blank) and not (self.cell and self.ended):
            self.rows[-1][5] = stop
        else:
            self._begin("paragraph", PARAGRAPH, "", start, first, stop)
        self._note(words)

    def _joins(self, words: str, *, blank: bool) -> bool:
        """Does a line without a mark go on with the unit before it?"""
        if words[0].islower():
            return not self.ended or (not blank and self.last not in ";:.")
        if self.ended:
            return False
        if blank:
            return self._goes_on()
        if (self.last in ",;" and self.line.rstrip(" \t\r*_").endswith("”")) or self._heading():
            return False  # a quotation or a heading closes with its line
        return not self._capitals_change(words)

    def _cells(self, start: int, first: int, stop: int, words: str) -> None:
        """A line with cells: each is a unit; a bar alone ends the unit before it."""
        text = self.text
        if not words.strip(" \t|-:*_\r"):
            self.cell = self.ended = True
            return
        at = start
        while at < stop:
            bar = text.find("|", at, stop)
            end = stop if bar < 0 else bar
            piece = text[at:end].lstrip(_LEAD)
            begin = end - len(piece)
            if piece:
                if at == start and begin == first and not self.ended and not self.cell and piece[0].islower():
                    self.rows[-1][5] = end
                else:
                    mark = marks().match(text, begin, ended=True) if marks().may_open(piece) else None
                    if mark is not None and mark.kind in ("khoản", "letter", "dash") and mark.end < end:
                        begin = mark.end
                    self._begin("cell", PARAGRAPH + 1, "", at, begin, end)
                self._note(piece)
            at = end + 1
        self.cell = words.rstrip(" \t\r*_").endswith("|")
        self.ended = self.ended or self.cell

    def _begin(self, kind: str, level: int, label: str, start: int, body: int, stop: int) -> None:
        self.rows.append([kind, level, label, start, body, stop, ""])
        self.last = ""

    def _note(self, words: str) -> None:
        """Remember how the last line of the unit ends."""
        trimmed = words.rstrip(_CLOSERS)
        if trimmed:
            self.rows[-1][6] = self.last = trimmed[-1]
            self.ended = self.last in _ENDS
        elif not self.last:
            self.ended = False
        self.line = words
        self.cell = self.bare = False

    def _heading(self) -> bool:
        """Is the unit before a heading whose line closed in emphasis ("**Điều 2. Đối tượng**")?"""
        return bool(self.rows) and self.rows[-1][0] in _HEADINGS and self.line.rstrip().endswith("**")

    def _goes_on(self) -> bool:
        """Does the unit before end in mid-sentence ("… của", "khoản", a comma)?"""
        return bool(self.rows) and _GOES_ON.search(self.line, max(0, len(self.line) - _LOOK)) is not None

    def _capitals_change(self, words: str) -> bool:
        """From a line in capitals to one in small letters, or back: a title ends, a heading begins."""
        upper = self.line.isupper()
        return upper != words.isupper() and len(self.line.strip()) > 3 and (upper or len(words.strip()) > 12)

    def close(self, lists: list[tuple[int, int]], notices: list[tuple[int, int]]) -> list[Unit]:
        """The units with parents and hosts; they cover the text."""
        text = self.text
        units: list[Unit] = []
        rows = self.rows or [["paragraph", PARAGRAPH, "", 0, 0, len(text), ""]]
        zones = sorted([(*z, "recipients") for z in lists] + [(*z, "furniture") for z in notices])
        zone = 0
        path: list[int] = []  # open units by level
        hosts: list[tuple[int, int, int]] = []  # (unit that introduces, its level, level of its items or -1)
        for number, (kind, level, label, start, body, _, closing) in enumerate(rows):
            stop = rows[number + 1][3] if number + 1 < len(rows) else len(text)
            start = 0 if number == 0 else start
            body = min(body, stop)  # a mark that ends on the next line, which is a unit of its own
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
                listed = items < 0 and host == number - 1 and rows[host][6] == ":" and kind in ("roman", "capital")
                if not listed and ((level < PARAGRAPH and level <= own) or (items >= 0 and level < items)):
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
            if closing == ":" or kind in _HEADINGS or (kind in ("khoản", "letter") and closing not in ".;"):
                if level >= PARAGRAPH:  # a paragraph that introduces belongs to the unit above it
                    hosts.append((number, units[parent].level if parent >= 0 else -1, -1))
                else:
                    hosts.append((number, level, -1))
        return units
