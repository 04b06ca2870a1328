"""What tesseract takes for something else in Vietnamese documents, put right where only one reading is possible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph import syllables
from graph.domain.document_types import document_types
from graph.normalise import fold
from graph.reading.layout import Segment

_SURE = 30.0  # confidence (0..100) under which a short piece is a speck, not a word
_SHORT = 3  # words
_DOUBLE_D = re.compile("[ĐÐ]{2}")
_DATE_NUMBER = re.compile(r"\b((?:ngày|tháng|năm)\s+)([0-9lIO|]{1,4})\b")
_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0"})


def corrected(line: str) -> str:
    """A line with its sure slips undone: a heading that is a document type but for its marks (``QUYÉT ĐỊNH``), a
    doubled Đ in a symbol, letters for digits in a date. The length may change."""
    line = _DOUBLE_D.sub("Đ", line)
    line = _DATE_NUMBER.sub(_date_number, line)
    bare = line.strip(" :.;,")
    if bare.isupper() and len(bare) > 3:
        right = _headings().get(fold(bare))
        if right and right != bare:
            line = line.replace(bare, right)
    return line


def _date_number(match: re.Match[str]) -> str:
    number = match[2]
    return match[1] + (number.translate(_DIGITS) if any(c.isdigit() for c in number) else number)


@cache
def _headings() -> dict[str, str]:
    """Folded name -> name in capitals, of the types that no other type is spelled like."""
    found: dict[str, set[str]] = {}
    for kind in document_types():
        found.setdefault(fold(kind.name), set()).add(kind.name.upper())
    return {key: names.pop() for key, names in sorted(found.items()) if len(names) == 1}


def is_speck(words: Sequence[tuple[Segment, float]]) -> bool:
    """Whether a short piece, given as words with confidences, has neither a word nor a number in it."""
    return len(words) <= _SHORT and not any(confidence >= _SURE and _is_word(word.text) for word, confidence in words)


def _is_word(text: str) -> bool:
    letters = re.sub(r"\W", "", text)
    return len(letters) >= 2 and (
        any(c.isdigit() for c in letters) or any(map(syllables.is_syllable, syllables.words(text))) or letters.isupper()
    )
