"""The beginning, the middle and the end of a text: by them it is told whether the text is torn, glued or damaged.

Most words of most texts have been seen before. What asks about the words of a text keeps those that it found sound, and
looks at the others only.
"""

from __future__ import annotations

from functools import lru_cache

SAMPLE = 2_000  # code points at the beginning, in the middle and at the end that are looked at
_REMEMBERED = 32_768


def starts(text: str) -> tuple[int, ...]:
    """Where the samples of `text` begin, in order; each has `SAMPLE` code points or ends with the text."""
    length = len(text)
    return (0,) if length <= SAMPLE else (0, (length - SAMPLE) // 2, length - SAMPLE)


@lru_cache(maxsize=2)  # one text is asked about several times, before and after it is repaired
def words(text: str) -> frozenset[str]:
    """What stands between the blanks of `text`, if it is short, or of its samples, each once; an edge of a sample may
    cut a word."""
    if len(text) <= 3 * SAMPLE:
        return frozenset(text.split())
    found: set[str] = set()
    for start in starts(text):
        found.update(text[start : start + SAMPLE].split())
    return frozenset(found)


class Sound:
    """Words that were looked at and found sound, a bounded number of them."""

    def __init__(self) -> None:
        self._words: set[str] = set()

    def others(self, words: frozenset[str] | set[str]) -> frozenset[str] | set[str]:
        """Those of `words` that are not known to be sound."""
        return words - self._words

    def add(self, words: frozenset[str] | set[str]) -> None:
        """Remember that `words` are sound, while there is room."""
        if len(self._words) < _REMEMBERED:
            self._words |= words
