"""Texts in which every line is a paragraph of its own, as programs write them that take a page apart line by line."""

from __future__ import annotations

import re

from graph.alphabet import LOWER

_SAMPLE = 10_000  # code points that tell how a text is set
_FEWEST = 10  # empty lines
_LEAST, _RATE = 4, 0.05  # of the empty lines, that stand in mid-sentence; in other texts a page ends at one or two
_EMPTY = re.compile(r"\n(?:[ \t\r\f]*\n)+")
_GOES_ON = re.compile(rf"\n[ \t\r\f]*\n[ \t]*[{LOWER}]{{2}}")
_LOOK = 8


def closed_up(text: str) -> str:
    """`text` without its empty lines, if many of them stand in mid-sentence, the length unchanged: blanks at the head
    of the next line stand for them."""
    if text.count("\n\n", 0, _SAMPLE) + text.count("\n \n", 0, _SAMPLE) < _FEWEST:
        return text
    empty = len(_EMPTY.findall(text, 0, _SAMPLE))
    torn = 0
    for found in _GOES_ON.finditer(text, 0, _SAMPLE):
        before = text[max(0, found.start() - _LOOK) : found.start()].rstrip(" \t\r*_")[-1:]
        torn += before.islower() or before == ","
    if torn < _LEAST or torn <= _RATE * empty:
        return text
    return _EMPTY.sub(lambda found: "\n" + " " * (len(found[0]) - 1), text)
