"""Documents of a draft whose number is still blank ("Nghị quyết số …/2026/NQ-CP")."""

from __future__ import annotations

import re

from graph.citations import symbols, typewords
from graph.citations.around import read_attributes
from graph.citations.draft import Draft, overlaps

_BEFORE_BLANK = re.compile(r"(?P<so>số|Số|SỐ)[\s:*]*[.…_\s]*\Z")


def find_blank_numbers(text: str, taken: list[tuple[int, int]]) -> list[Draft]:
    """Documents of a draft whose number is still blank ("Nghị quyết số …/2026/NQ-CP"), behind a type word and "số"."""
    found = []
    for match in symbols.BLANK.finditer(text):
        lead = _BEFORE_BLANK.search(text, max(0, match.start() - 24), match.start())
        if lead is None or overlaps(taken, match.start(), match.end()):
            continue
        symbol = symbols.parse_blank(match)
        word = typewords.before(text, lead.start())
        if symbol is None or word is None or word.type is None:
            continue
        citation = Draft(
            word.start,
            symbol.end,
            "symbol",
            "blank-number",
            type=word.type,
            symbol=symbol,
            value=0,
            number=symbol.number,
            year=symbol.year,
            stated_type=True,
            confidence=0.5,
        )
        read_attributes(text, citation)
        found.append(citation)
    return found
