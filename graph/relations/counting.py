"""Words between two offsets of the flat text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.relations.lexicon import Token

_WORD = re.compile(r"[^\W_][^\s,;:.()]*")

_MANY = 4000  # code points: nobody asks how many words stand in more


def words_between(flat: str, start: int, end: int) -> int:
    """How many words stand between two offsets; of a very long gap, those at its beginning, which are many."""
    return len(_WORD.findall(flat, start, min(end, start + _MANY))) if start < end else 0


def adjacent(flat: str, start: int, end: int) -> bool:
    """Do only blanks stand between two offsets (a page may end there)?"""
    return not flat[start:end].strip()


def unknown_words(flat: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """How many words between two offsets are in no token."""
    count, at = 0, start
    for token in tokens:
        if token.start >= at:
            count += words_between(flat, at, token.start)
            at = token.end
    return count + words_between(flat, at, end)
