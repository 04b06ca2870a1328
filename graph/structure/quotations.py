"""Quotations: “ … ”, in which other documents speak."""

from __future__ import annotations

from bisect import bisect_right

_LIMIT = 12000
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
        find = text.find  # for one sign; several times as fast as a pattern for two
        opens, closes, never = find("“"), find("”"), len(text)
        opens, closes = opens if opens >= 0 else never, closes if closes >= 0 else never
        while opens < never or closes < never:
            at = min(opens, closes)
            if depth and at - opened > _LONGEST_QUOTE:
                depth = 0  # never closed
            if opens < closes:
                if depth == 0:
                    opened = at
                depth += 1
                opens = find("“", at + 1)
                opens = opens if opens >= 0 else never
                continue
            closes = find("”", at + 1)
            closes = closes if closes >= 0 else never
            if depth:
                depth -= 1
                if depth == 0:
                    self._starts.append(opened)
                    self._ends.append(at + 1)

    def __contains__(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]
