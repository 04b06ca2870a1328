"""Letters under marks that their writers made up: "công văn số 2025-005/SAV-CHQ ngày …", "văn bản số 01/CV-01 ngày …".

Companies and associations number letters as they like; offices answer them by these marks. Such a mark is believed
where "Công văn số" or "văn bản số" stands before it and its day or writer right behind it. Elsewhere only the symbols
of `graph.citations.symbols` count.
"""

from __future__ import annotations

import re

from graph.alphabet import UPPER
from graph.citations import dates, symbols, typewords
from graph.citations.around import read_attributes
from graph.citations.draft import Draft

_LETTER = "Công văn"
_PIECE = r"[0-9A-Za-zĐđ&]+"
# the look behind it keeps the pass a search for one substring
_MARK = re.compile(
    rf"số(?:[ \n*]|:)+(?P<mark>[0-9A-ZĐ][0-9A-Za-zĐđ&]*+(?:[./_–-]{_PIECE}){{1,7}}+)"
    rf"(?=[ \n*]*,?[ \n*]+(?:{dates.FULL_DATE.pattern.replace('(?P<', '(?P<x_')}|(?:của|CỦA)[ \n*]+[{UPPER}]))"
)
_DIGITS = re.compile(r"[0-9]{1,8}")
_JOINT = "./_–-"


def add_own_marks(text: str, drafts: list[Draft]) -> list[Draft]:
    """The citations of `drafts` (in text order), and the letters under marks of their writers' own among them; what was
    read of the beginning of such a mark gives way to the whole."""
    found: list[Draft] = []
    at = 0
    for match in _MARK.finditer(text):
        start, end = match.span("mark")
        while at < len(drafts) and drafts[at].end <= start:
            at += 1
        inside = drafts[at] if at < len(drafts) and drafts[at].start < end else None
        if inside is not None and not _is_cut(text, inside, end):
            continue
        mark = match["mark"]
        digits = _DIGITS.search(mark)
        if digits is None or not int(digits[0]) or not any(map(str.isupper, mark)):
            continue
        word = typewords.before(text, start)
        if word is None or word.form or not word.numbered or word.type != _LETTER:
            continue
        if inside is not None:
            drafts.remove(inside)
        found.append(_draft(text, word, start, end, digits[0]))
    return sorted([*drafts, *found], key=lambda draft: (draft.start, draft.end)) if found else drafts


def _is_cut(text: str, draft: Draft, end: int) -> bool:
    """Whether a citation stops within a mark, at a separator, and no body of the tables stands in what it has."""
    symbol = draft.symbol
    return (
        draft.end < end
        and text[draft.end] in _JOINT
        and draft.type in (_LETTER, None)
        and symbol is not None
        and symbol.type_code in (None, "CV")
        and not any(map(symbols.is_known_code, symbol.issuer_codes))
    )


def _draft(text: str, word: typewords.TypeWord, start: int, end: int, digits: str) -> Draft:
    # codes that their writer made up name no body of the tables
    symbol = symbols.Symbol(digits, int(digits), None, None, (), text[start:end], "letter", end)
    draft = Draft(
        word.start, end, "symbol", "own-mark", type=_LETTER, symbol=symbol, value=symbol.value, number=digits,
        stated_type=True,
    )  # fmt: skip
    read_attributes(text, draft)
    return draft
