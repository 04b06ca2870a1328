"""A text without its emphasis marks, with the way back to the offsets: "ng**ày 21", "năm 202**5" of converted pages."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Plain(NamedTuple):
    """`text` without "*"; `at` and `cut` tell from which offset on how many marks are gone."""

    text: str
    at: tuple[int, ...]
    cut: tuple[int, ...]

    def back(self, offset: int) -> int:
        """The offset in the marked text of the character at `offset`."""
        found = bisect_right(self.at, offset) - 1
        return offset + (self.cut[found] if found >= 0 else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span in the marked text; (-1, -1) for none."""
        return (self.back(start), self.back(end - 1) + 1) if 0 <= start < end else (-1, -1)


def without_emphasis(text: str, limit: int) -> Plain:
    """The first `limit` code points of `text` without emphasis marks."""
    pieces: list[str] = []
    at: list[int] = []
    cut: list[int] = []
    length = position = 0
    end = min(limit, len(text))
    while position < end:
        mark = text.find("*", position, end)
        stop = end if mark < 0 else mark
        pieces.append(text[position:stop])
        length += stop - position
        position = stop
        while position < end and text[position] == "*":
            position += 1
        if position > stop:
            at.append(length)
            cut.append(position - length)
    return Plain("".join(pieces), tuple(at), tuple(cut))
