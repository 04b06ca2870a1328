"""The text layer of one PDF page as lines with boxes."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graph.reading.layout import Segment, cut

_LINE = re.compile(r"[^\r\n]+")
_GAP = 1.0  # widths of a line's height between two words: another column
_TWO_COLUMNS = re.compile(r"C[ỘO]NG\s*H|Đ[ẢA]NG\s*C[ỘO]NG|Nơi nhận", re.IGNORECASE)
_FILLED_IN = re.compile(r"Số|ngày", re.IGNORECASE)
_WHITE = 250  # red, green and blue from here on: not seen on paper
_HEAD = 0.4  # share of the first page that its head may take

Letter = tuple[int, int, int]  # its code point and place in points
Box = tuple[float, float, float, float]  # left, top, right, bottom, from the top left of the page


class Layer:
    """The layer of `page`. `own`: the letters it has without its form fields (`letters`), None where it has no fields:
    all others were filled in (a number or a date stamped into a gap of the text, the mark of a signature); `first`: the
    page may have a head in two columns."""

    def __init__(self, pdfium: Any, page: Any, own: frozenset[Letter] | None, *, first: bool) -> None:
        self._raw = pdfium.raw
        self._page = page.get_textpage()
        self._rectangle = pdfium.raw.FS_RECTF()
        self._height = page.get_size()[1]
        left, bottom, _, _ = page.get_cropbox()
        self._shift = (left, bottom)
        self._first = first
        self.text: str = self._page.get_text_range() if self._page.count_chars() else ""
        self._filled = ""
        if own is not None:
            marks = [letter.strip() != "" and self._letter(i) not in own for i, letter in enumerate(self.text)]
            pairs = list(zip(self.text, marks, strict=True))
            self._filled = "".join(letter if mark else " " for letter, mark in pairs)
            self.text = "".join(" " if mark else letter for letter, mark in pairs)

    def letters(self) -> frozenset[Letter]:
        """Every letter with its place, to tell later what form fields added."""
        return frozenset(self._letter(index) for index in range(len(self.text)))

    def _letter(self, index: int) -> Letter:
        left, top, _, _ = self._box(index)
        return self._raw.FPDFText_GetUnicode(self._page, index), round(left), round(top)

    def segments(self) -> list[Segment]:
        """The lines in the order of the content, cut at wide gaps where two columns may stand side by side.

        Of what form fields added only what stands in a line is kept: the rest are signatures."""
        words = re.finditer(r"\S+", self._filled)
        stamps = [self._between(word.start(), word.end() - 1, word.group()) for word in words]
        columns = self._first or _TWO_COLUMNS.search(self.text) is not None
        found: list[Segment] = []
        for number, line in enumerate(_LINE.finditer(self.text)):
            if line.group().strip():
                found.extend(self._line(line, number, stamps, columns))
        return found

    def _box(self, index: int) -> Box:
        box = self._rectangle
        self._raw.FPDFText_GetLooseCharBox(self._page, index, box)
        x, y = self._shift
        return box.left - x, self._height - box.top + y, box.right - x, self._height - box.bottom + y

    def _between(self, first: int, last: int, text: str) -> Segment:
        """The segment from the characters `first` to `last`."""
        a, b = self._box(first), self._box(last)
        # a hyphen at the end of a line is joined by pdfium to the next and written U+FFFE
        return Segment(text.replace("\ufffe", "-"), min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))

    def _line(self, line: re.Match[str], number: int, stamps: list[Segment], columns: bool) -> Iterator[Segment]:
        """One line, with the stamps that stand in it (they are taken from `stamps`)."""
        content = line.group().rstrip()
        begin = line.start() + len(content) - len(content.lstrip())
        whole = self._between(begin, line.start() + len(content) - 1, content.lstrip())
        here = [stamp for stamp in stamps if _stands_in(stamp, whole)]
        if not (columns or here):
            yield replace(whole, line=number)
            return
        if self._first and whole.top < _HEAD * self._height and _FILLED_IN.search(content):
            content = self._visible(content, line.start())
        words = [
            self._between(line.start() + word.start(), line.start() + word.end() - 1, word.group())
            for word in re.finditer(r"\S+", content)
        ]
        for stamp in here:
            stamps.remove(stamp)
        words = sorted([*words, *here], key=lambda word: word.left + word.right) if here else words
        for piece in cut(words, _GAP):
            yield replace(piece, line=number)

    def _visible(self, content: str, offset: int) -> str:
        """`content` without white letters: values that a form once had, printed over by a stamp."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        shown = []
        for index, letter in enumerate(content):
            seen = True
            if letter.strip() and self._raw.FPDFText_GetFillColor(self._page, offset + index, red, green, blue, alpha):
                seen = min(red.value, green.value, blue.value) < _WHITE and alpha.value > 0
            shown.append(letter if seen else " ")
        return "".join(shown)


def _stands_in(stamp: Segment, line: Segment) -> bool:
    """Whether a form field fills a gap of a line, or stands just before or behind it."""
    overlap = min(stamp.bottom, line.bottom) - max(stamp.top, line.top)
    reach = 3 * line.height
    return (
        overlap >= 0.4 * min(stamp.height, line.height)
        and line.left - reach < (stamp.left + stamp.right) / 2 < line.right + reach
    )
