"""Quotations: “ … ”, in which other documents speak."""

from __future__ import annotations

import re
from bisect import bisect_right

_LIMIT = 12000
_QUOTE = re.compile("[“”]")
_LONGEST_QUOTE = 40_000


def quotation(text: str, offset: int) -> int | None:
    """Where the quotation around `offset` opens (its “), None outside of quotations. Bounded look-back."""
    floor = max(0, offset - _LIMIT)
    opened = text.rfind("“", floor, offset)
    if opened < 0:
        return None
    closed = text.rfind("”", floor, offset)
    return opened if closed < opened else None


class Quotations:
    """Which offsets stand in “ … ”."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        depth = 0
        opened = 0
        for match in _QUOTE.finditer(text):
            if depth and match.start() - opened > _LONGEST_QUOTE:
                depth = 0  # never closed
            if match[0] == "“":
                if depth == 0:
                    opened = match.start()
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    self._starts.append(opened)
                    self._ends.append(match.end())

    def __contains__(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]
