"""Documents of a draft whose number is still blank ("Nghị quyết số …/2026/NQ-CP")."""

from __future__ import annotations

import re

from graph.citations import symbols, typewords
from graph.citations.around import read_attributes
from graph.citations.draft import Draft, overlaps

# A number left blank in a draft: "Nghị quyết số …/2026/NQ-CP", "Nghị định số /2016/NĐ-CP". The year must be there:
# without it such a line is a form to be filled in.
_BLANK = re.compile(
    rf"/(?<=[\s:*.…_ốỐ]/)[ ]?(?P<year>{symbols._YEAR})/"
    rf"(?P<codes>{symbols._LETTERS}(?:{symbols._SEPARATOR}{symbols._LETTERS}){{0,6}})"
)


def _parse(match: re.Match[str]) -> symbols.Symbol | None:
    """The symbol of a blank number, its number written as "…"; None where the codes are not known ones."""
    pieces: list[str] = []
    end = match.start("codes")
    for part in symbols._PIECE.finditer(match.string, match.start("codes"), match.end("codes")):
        code = symbols.canonical_code(part["piece"])[0]
        if not symbols.is_known_code(code):
            break
        pieces.append(code)
        end = part.end()
    if not pieces or pieces[0].upper() not in symbols._type_codes():
        return None
    kind = symbols._type_codes()[pieces[0].upper()]
    canonical = f"{symbols.BLANK_MARK}/{match['year']}/" + "-".join(pieces)
    return symbols.Symbol(symbols.BLANK_MARK, 0, match["year"], kind, tuple(pieces[1:]), canonical, "state", end)


# "số 06…/2026/TT-BTC": a number that waits for its last digits is blank, too
_BEFORE_BLANK = re.compile(r"(?P<so>số|Số|SỐ)[\s:*]*(?:[0-9]{1,4}(?=[.…_]))?[.…_\s]*\Z")


def find_blank_numbers(text: str, taken: list[tuple[int, int]]) -> list[Draft]:
    """Documents of a draft whose number is still blank ("Nghị quyết số …/2026/NQ-CP"), behind a type word and "số"."""
    found = []
    for match in _BLANK.finditer(text):
        lead = _BEFORE_BLANK.search(text, max(0, match.start() - 24), match.start())
        if lead is None or overlaps(taken, match.start(), match.end()):
            continue
        symbol = _parse(match)
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
