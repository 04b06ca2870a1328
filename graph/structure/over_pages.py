"""Numbers that a page break tears ("Thông tư số 42/2015/TT-⏎⏎64⏎CÔNG BÁO/Số 505/Ngày 14-4-2024⏎BLĐTBXH"): what stands
between the two halves is the page's."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from graph.structure.line_ends import line_ends

# a bar or dash that ends a line: each pass is a search for one character
_ENDS = (re.compile(r"/(?=[ \t]*\n)"), re.compile(r"-(?=[ \t]*\n)"))
# a symbol as far as there: its number, its year or a code
_TORN = re.compile(r"(?<![\w/-])[0-9]{1,5}[a-z]?(?:/(?:19|20)[0-9]{2})?(?:[/-][A-ZĐ][A-ZĐa-z&]{1,7}){0,3}\Z")
_REACH = 40
_CONTINUES = re.compile(r"(?:(?:19|20)[0-9]{2}[/-][A-ZĐ]|[A-ZĐ][A-ZĐƯ&]|TTg)[\wĐ&]*")
_MARK = re.compile(r"(?:[-–][ \t]?)?(?:Trang[ \t]+)?[0-9]{1,4}(?:[ \t]?[-–/][ \t]?[0-9]{0,4})?")
# a number alone between blank lines, before what marks no item
_PAGE = re.compile(
    r"\n[ \t\r\f]*\n[ \t\f]*(?:[-–][ \t]?)?(?P<number>[0-9]{1,4})(?:[ \t]?[-–])?[ \t\r\f]*\n(?:[ \t\r\f]*\n){0,3}"
    r"[ \t]*(?=[^\W_])(?![a-zđ]{1,2}[.)]|[0-9]{1,3}[.)])"
)
_SHORTEST_PAGE = 400  # code points
_WORDS = 60  # code points of the line before that are looked at
_PAGES_BEFORE = 40  # the text may begin on a later page
_NUMBER, _GAZETTE = "0", "CÔNG BÁO/Số"
_LINES = 24  # of a page's foot and head, with the head of a table that every page repeats
_LONGEST = 480
_OFTEN = 3  # pages that have two lines one below the other


def without_page_numbers(text: str) -> str:
    """`text` with the numbers of pages blanked out that stand, between blank lines, in the middle of a sentence ("Luật
    Tổ chức chính⏎⏎3⏎⏎quyền địa phương"), the length unchanged."""
    pieces: list[str] = []
    done = 0
    for found in _PAGE.finditer(text):
        start, end = found.span()
        line = text[max(done, text.rfind("\n", 0, start) + 1, start - _WORDS) : start]
        last = line.rstrip(" \t\r*_")[-1:]
        mid = last.islower() or last == "," if text[end].islower() else line_ends().goes_on(line)
        if mid and int(found["number"]) <= start // _SHORTEST_PAGE + _PAGES_BEFORE:
            pieces += [text[done:start], "\n", " " * (end - start - 1)]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def joined_over_pages(text: str) -> str:
    """`text` with what stands between the halves of a torn symbol blanked out, the length unchanged."""
    pieces: list[str] = []
    done = 0
    pages: _Pages | None = None
    for at in sorted(found.end() for sign in _ENDS for found in sign.finditer(text)):
        if at < done or _TORN.search(text, max(0, at - _REACH), at - 1) is None:
            continue
        if _CONTINUES.match(text, _next_words(text, at)):
            continue  # a mere wrap
        pages = pages or _Pages(text)
        end = pages.behind(at)
        if at < end <= at + _LONGEST and _CONTINUES.match(text, end):
            pieces += [text[done:at], " " * (end - at)]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _next_words(text: str, at: int) -> int:
    """Where the next line begins, without its blanks."""
    line = text.find("\n", at) + 1
    return line + len(text[line : line + _LONGEST]) - len(text[line : line + _LONGEST].lstrip(" \t"))


class _Pages:
    """The lines that the pages of a text repeat: running heads and feet, numbers, heads of tables."""

    def __init__(self, text: str) -> None:
        self._text = text
        lines = [kind for line in text.split("\n") if (kind := _kind(line))]
        self._pairs = Counter(pairwise(lines))

    def behind(self, at: int) -> int:
        """Where the words go on behind the lines of the page that follow the end of a line at `at`; `at` where there is
        no mark of a page."""
        begin, before, marked = at, "", False
        lines = self._text[at : at + 2 * _LONGEST].split("\n")[: _LINES + 1]
        at += len(lines[0]) + 1
        for number in range(1, len(lines)):
            kind = _kind(lines[number])
            behind = next((k for line in lines[number + 1 :] if (k := _kind(line))), "")
            if kind in (_NUMBER, _GAZETTE):
                marked = True
            elif kind and self._pairs[(before, kind) if marked else (kind, behind)] < _OFTEN:
                break  # a foot stands before the mark, a head behind it
            if "\f" in lines[number]:
                marked = True
            before = kind or before
            at += len(lines[number]) + 1
        while self._text[at : at + 1] and self._text[at] in " \t\f":
            marked |= self._text[at] == "\f"
            at += 1
        return at if marked else begin


def _kind(line: str) -> str:
    """A line as the pages have it: all numbers are one, all heads of the gazette."""
    line = line.strip(" \t\f\xa0\r")
    if _MARK.fullmatch(line):
        return _NUMBER
    return _GAZETTE if line.startswith(_GAZETTE) else line
