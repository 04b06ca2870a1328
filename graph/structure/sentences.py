"""The sentence around a span of a text: within its unit, from one full stop to the next."""

from __future__ import annotations

import re

from graph.structure.outline import Outline

LIMIT = 400  # code points to each side
_NEAR = 120
_END = re.compile(r"[.;!?](?=\s)")
_MARKS = " \t\n*|_-–+"


def sentence(outline: Outline, start: int, end: int) -> tuple[int, int]:
    """The sentence around ``start:end``, at most `LIMIT` code points to each side, without marks and blanks around."""
    text = outline.text
    first, last = outline.at(start), outline.at(max(start, end - 1))
    begin = low = max(first.body, start - LIMIT)
    for near in (max(low, start - _NEAR), low):  # most sentences begin near; the last end before the span counts
        ends = [match.end() for match in _END.finditer(text, near, start)]
        if ends:
            begin = ends[-1]
            break
    ceiling = min(last.end, end + LIMIT)
    found = _END.search(text, end, ceiling)
    stop = found.end() if found else ceiling
    while begin < start and text[begin] in _MARKS:
        begin += 1
    while stop > end and text[stop - 1] in " \t\n*|_":
        stop -= 1
    return begin, stop
