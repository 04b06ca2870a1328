"""Texts whose words stand two and three blanks apart, as the text layers of justified pages have them."""

from __future__ import annotations

import re

from graph import samples

_WIDE = re.compile(r" (?<=\S )( {1,2})(?=\S)")
_SINGLE = re.compile(r" (?<=\S )(?=\S)")
_WORDS = 30  # code points that hold five gaps or more, one of them wide
_RATE = 0.2  # of the gaps between words, from which on wide ones are blanks and not columns


def surplus(text: str) -> list[tuple[int, int]]:
    """Spans of the blanks that are too many between the words of `text`, in text order; none where wide gaps are few:
    they part columns there, as those of four and more blanks do anywhere. Linear."""
    if text.count("  ") * _WORDS <= len(text):
        return []
    wide = single = 0
    for start in samples.starts(text):
        sample = text[start : start + samples.SAMPLE]
        wide += len(_WIDE.findall(sample))
        single += len(_SINGLE.findall(sample))
    if wide <= _RATE * (wide + single):
        return []
    return [found.span(1) for found in _WIDE.finditer(text)]
