"""The words shown for a relation: the clause around subject, cue and object, trimmed and bounded."""

from __future__ import annotations

import re

from graph.model import Evidence
from graph.relations.clauses import HEADING, ITEM, PARAGRAPH, SEMI, SENTENCE, breaks

LIMIT = 600
_MARGIN = 320
_TRIM = " \t\r\n*_|>#-–—"
_LIST_MARK = re.compile(r"[\s*_>|]*(?:[-–+•●]|\(?\d{1,3}[.)]|[a-zđ]\)|\[\d+\])?[\s*_]*")


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The span from the beginning of the clause in which `start` lies to the end of that of `end`, at most `LIMIT` code
    points unless ``start:end`` itself is longer."""
    room = max(0, LIMIT - (end - start))
    first = _back(text, start, min(_MARGIN, room))
    last = _ahead(text, end, min(_MARGIN, max(0, LIMIT - (end - first))))
    while first < start and text[first] in _TRIM:
        first += 1
    while last > end and text[last - 1] in _TRIM + ";,":
        last -= 1
    return first, last


def _back(text: str, start: int, room: int) -> int:
    floor = max(0, start - room)
    first = floor
    if floor:  # begin with a whole word
        while first < start and not text[first].isspace():
            first += 1
    for found in breaks(text, floor, start):
        if SEMI <= found.kind <= HEADING and found.resume <= start:
            first = found.resume
    return min(first, start)


def _ahead(text: str, end: int, room: int) -> int:
    ceiling = min(len(text), end + room)
    for found in breaks(text, end, ceiling):
        if found.kind in (SEMI, ITEM, PARAGRAPH, HEADING):
            return found.at
        if found.kind == SENTENCE:
            return found.at + (text[found.at] in ".!?")
    last = ceiling
    if ceiling < len(text):
        while last > end and not text[last - 1].isspace():
            last -= 1
    return max(last, end)


def make(
    text: str, spans: list[tuple[int, int]], cue: tuple[int, int], confidence: float, rule: str, phrase: str
) -> Evidence:
    """Evidence around `spans` (subject, object) and the cue. A cue farther off than `LIMIT` (the head of a long list)
    stays outside: its own span still points to it."""
    start = min(s for s, _ in spans)
    end = max(e for _, e in spans)
    if max(end, cue[1]) - min(start, cue[0]) <= LIMIT:
        start, end = min(start, cue[0]), max(end, cue[1])
    elif end - start > LIMIT:
        start, end = spans[-1]
    first, last = clause(text, start, end)
    return Evidence(first, last, text[first:last], phrase, cue[0], cue[1], round(confidence, 3), rule)
