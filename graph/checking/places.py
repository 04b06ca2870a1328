"""Where a stretch of the read text stands in another form of the same text (the XML of a Word file).

Readers move blanks, put footnotes below their paragraph and number lists; letters stay. A stretch is looked for by its
letters and those around it; where several places fit, the one in the same order counts, and only if both forms have
equally many. What is not found for certain has no place.
"""

from __future__ import annotations

from bisect import bisect_left

_AROUND = (40, 16, 6, 0)
_MOST = 400  # equal places that are compared


class Places:
    """`text` (as read) against `other`."""

    def __init__(self, text: str, other: str) -> None:
        self._at = [i for i, c in enumerate(text) if not c.isspace()]
        self._text = "".join(text[i] for i in self._at)
        self._other_at = [i for i, c in enumerate(other) if not c.isspace()]
        self._other = "".join(other[i] for i in self._other_at)

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of `other` (blanks at the ends left out) for ``text[start:end]``, None where it is not certain."""
        first, last = bisect_left(self._at, start), bisect_left(self._at, end)
        if first >= last:
            return None
        for around in _AROUND:
            low, high = max(0, first - around), min(len(self._text), last + around)
            words = self._text[low:high]
            here, there = _all(self._text, words), _all(self._other, words)
            if not there or len(here) != len(there) or low not in here:
                continue
            begin = there[here.index(low)] + first - low
            return self._other_at[begin], self._other_at[begin + last - first - 1] + 1
        return None


def _all(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = text.find(words, at + 1)
    return found
