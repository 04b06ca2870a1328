"""The words that rules look up one by one: the kinds of ``domain/words.csv`` that are no tokens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from graph.domain.table import match_form, read_table


@cache
def word_set(kind: str) -> frozenset[str]:
    """The phrases of one of ``lexicon.SETS``; the notes of ``words.csv`` say what each is for.
    Empty for another kind."""
    return frozenset(map(match_form, _phrases().get(kind, ())))


@cache
def _phrases() -> Mapping[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for row in read_table("words"):
        kinds.setdefault(row["kind"], []).append(row["phrase"])
    return kinds


def alternatives(kind: str) -> str:
    """The phrases of one of ``lexicon.SETS`` as the alternatives of a pattern."""
    return "|".join(map(re.escape, sorted(word_set(kind))))


def spaced(kind: str) -> str:
    """As `alternatives`, for flat text: several blanks may part two words."""
    return "|".join(" +".join(map(re.escape, phrase.split())) for phrase in sorted(word_set(kind)))


def own_name(words: str) -> str:
    """What a text calls itself: "Thông tư" in "Thông tư này"."""
    return words.removesuffix(" " + min(word_set("this")))
