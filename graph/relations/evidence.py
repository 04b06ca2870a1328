"""The words shown for a relation: the clause around subject, cue and object, trimmed and bounded."""

from __future__ import annotations

import re

from graph.model import Evidence
from graph.structure import Outline

LIMIT = 600
_MARGIN = 320
_TRIM = " \t\r\n*_|>#-–—"
_END = re.compile(r";|[.!?](?![\w.,;/)])")
_ABBREVIATED = frozenset(("TP", "Tp", "TX", "KT", "TM"))


def clause(outline: Outline, floor: int, start: int, end: int) -> tuple[int, int]:
    """The span from `floor` (where the clause of `start` begins, if near) to the end of the clause in which `end`
    lies: at most `LIMIT` code points unless ``start:end`` itself is longer."""
    text = outline.text
    room = max(0, LIMIT - (end - start))
    first = max(floor, start - min(_MARGIN, room), 0)
    if first > floor:  # begin with a whole word
        while first < start and not text[first].isspace():
            first += 1
    last = _ahead(text, outline.at(max(start, end - 1)).end, end, min(_MARGIN, max(0, LIMIT - (end - first))))
    while first < start and text[first] in _TRIM:
        first += 1
    while last > end and text[last - 1] in _TRIM + ";,":
        last -= 1
    return first, last


def _ahead(text: str, unit_end: int, end: int, room: int) -> int:
    ceiling = min(unit_end, end + room)
    at = end
    while True:
        found = _END.search(text, at, ceiling)
        if found is None:
            break
        at = found.end()
        if found.group()[0] != ".":
            return found.start()
        if text[found.start() - 2 : found.start()] not in _ABBREVIATED:
            return found.end()
    last = ceiling
    if ceiling < unit_end:
        while last > end and not text[last - 1].isspace():
            last -= 1
    return max(last, end)


def make(
    outline: Outline,
    text: str,
    floor: int,
    spans: list[tuple[int, int]],
    cue: tuple[int, int],
    confidence: float,
    rule: str,
    phrase: str,
) -> Evidence:
    """Evidence in the words of `text` (laid out as `outline`) around `spans` (subject, object) and the cue; `floor` is
    where the clause begins. A cue farther off than `LIMIT` (the head of a long list) stays outside: its own span still
    points to it."""
    start = min(s for s, _ in spans)
    end = max(e for _, e in spans)
    if max(end, cue[1]) - min(start, cue[0]) <= LIMIT:
        start, end = min(start, cue[0]), max(end, cue[1])
    elif end - start > LIMIT:
        start, end = spans[-1]
    first, last = clause(outline, min(floor, start), start, end)
    return Evidence(first, last, text[first:last], phrase, cue[0], cue[1], round(confidence, 3), rule)
