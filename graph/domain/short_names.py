"""Names of acts as papers shorten them: "Luật Xử lý VPHC", "Luật Tổ chức HĐND và UBND", "Luật BVMT", "Luật TTHC".

A short name has words of the whole name in the abbreviations of running text (``abbreviations.csv``), or the initials
of all its words. What may stand for two names is no entry: a wrong act is worse than an unknown one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise
from types import MappingProxyType

from graph.domain.abbreviations import abbreviations
from graph.domain.acts import acts

_WORD = re.compile(r"[^\W\d_]+")
JOINS = frozenset(("và", "của"))  # words that papers put between others, or leave out
_LEAST_INITIALS = 3
_MOST_SHORTENED = 3  # phrases of one name that are shortened together


@cache
def short_act_names() -> Mapping[str, str]:
    """A shortened name with its kind ("Luật Xử lý VPHC") -> the name in the table. Read only; the abbreviations are
    entries as they are written, in capitals."""
    whole = {act.name.casefold() for act in acts()}
    whole |= {alias.casefold() for act in acts() for alias in act.aliases}
    found: dict[str, set[str]] = {}
    for name, kind in dict.fromkeys((act.name, act.kind) for act in acts() if not act.amending):
        called = name[len(kind) + 1 :]
        for short in (*_shortened(called), *_initials(called)):
            found.setdefault(f"{kind} {short}", set()).add(name)
    return MappingProxyType(
        {short: names.pop() for short, names in found.items() if len(names) == 1 and short.casefold() not in whole}
    )


def _shortened(name: str) -> Iterator[str]:
    """The name with one to three of its phrases as abbreviations."""
    small = name.casefold()
    spans = [(at, at + len(phrase), short) for short, phrase in _phrases() if (at := _whole_words(small, phrase)) >= 0]
    for count in range(1, _MOST_SHORTENED + 1):
        for chosen in combinations(sorted(spans), count):
            if all(first[1] < then[0] for first, then in pairwise(chosen)):
                made: list[str] = []
                reached = 0
                for start, end, short in chosen:
                    made += (name[reached:start], short)
                    reached = end
                yield "".join((*made, name[reached:]))


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Abbreviations in capitals with what they stand for most often."""
    return tuple(
        (short, spelled[0].casefold())
        for short, spelled in abbreviations().items()
        if short.isupper() and short[-1] != "."
    )


def _whole_words(text: str, phrase: str) -> int:
    """Where the phrase stands as whole words; -1 where it does not."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if (not at or not text[at - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
            return at
        at = text.find(phrase, at + 1)
    return -1


def _initials(name: str) -> Iterator[str]:
    """The initials of all words, and of all but those in small letters that join ("và", "của")."""
    words = _WORD.findall(name)
    for kept in (words, [word for word in words if word not in JOINS]):
        if len(kept) >= _LEAST_INITIALS:
            yield "".join(word[0] for word in kept).upper()
