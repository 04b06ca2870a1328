"""How the last words of a line tell that it goes on, or introduces a list (``graph/domain/line_ends.csv``).

``kind``: ``introduces`` ("… các văn bản sau⏎a) …", the colon is missing), ``alone`` (does so as a line of its own:
"Căn cứ⏎- Luật …"), ``leads-on`` (the sentence has not ended),
``whole`` (only looks like a word that leads on). Letters count as they are written: "Điều" waits for its number, a
heading in capitals for nothing.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain.table import read_table

_LOOK = 40
_SIGNS = (",", "–", "-")


class LineEnds:
    """The table compiled, asked once a line."""

    def __init__(self, introduces: list[str], leading_on: list[str], whole: list[str], alone: list[str]) -> None:
        self._alone = frozenset(alone)
        self._last = (*_SIGNS, *leading_on)
        self._introduces = tuple(introduces)
        self._introducing = re.compile(rf"(?<![^\W_])(?:{_any_of(introduces)})[ \t*_\r]*\Z")
        but = "".join(rf"(?<!{re.escape(words)})" for words in whole)
        self._leading = re.compile(rf"(?:[,–-]|(?<![^\W_])(?:{_any_of(leading_on)}){but})[ \t*_\r]*\Z")

    def introduces(self, line: str) -> bool:
        """Does a line end with words that introduce a list ("sau đây", "gồm")?"""
        ends = line.rstrip(" \t\r*_").endswith(self._introduces)
        return (ends and self._introducing.search(line) is not None) or self.alone(line)

    def alone(self, line: str) -> bool:
        """Does a line consist of words that introduce a list ("Căn cứ")?"""
        return len(line) < _LOOK and line.strip(" \t\r*_>#") in self._alone

    def goes_on(self, line: str) -> bool:
        """Does a line end in mid-sentence ("… của", "khoản", a comma)?"""
        ends = line.rstrip(" \t\r*_").endswith(self._last)
        return ends and self._leading.search(line, max(0, len(line) - _LOOK)) is not None


def _any_of(phrases: list[str]) -> str:
    return "|".join(map(re.escape, phrases))


@cache
def line_ends() -> LineEnds:
    """The table as delivered, read on first use."""
    kinds: dict[str, list[str]] = {"introduces": [], "leads-on": [], "whole": [], "alone": []}
    for row in read_table("line_ends"):
        kinds[row["kind"]].append(row["phrase"])
    return LineEnds(kinds["introduces"], kinds["leads-on"], kinds["whole"], kinds["alone"])
