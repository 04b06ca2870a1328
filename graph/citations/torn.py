"""Numbers and symbols torn by blanks, as spans of Word and web pages leave them: "số 20 3 /2025/QH15",
"Nghị định số 1 5/2020/NĐ-CP", "15/20 20/NĐ-CP", "15/2020/N Đ-CP", "QĐ-T Tg".

Only what stands directly behind a type word or "số" is joined, and only where the joined form is a symbol of known
codes: "số 20" beside "3/2025/QH15" without a comma is no list.
"""

from __future__ import annotations

import re

from graph.citations import symbols, typewords

_BLANKS = re.compile(r"[ *]+")
# digits, perhaps a bar and the first digits of a year, before a number
_BEFORE = re.compile(
    r"(?<![^\W_])(?P<torn>[0-9]{1,4}(?:[ *]{1,3}[0-9]{1,3}){0,3}"
    r"(?:[ *]{0,2}/[ *]{0,2}(?:[0-9]{1,3}[ *]{1,2}){0,3})?)[ *]{0,3}\Z"
)
_REACH = 28
_LONGEST_NUMBER = 5
# codes that go on behind a blank: "N Đ-CP", "T Tg", "UB ND"
_BEHIND = re.compile(r"(?:[ *]{1,2}|[ *]{0,2}-[ *]{0,2})(?:[A-ZĐ][A-ZĐa-z&]{0,7}(?:-|[ *]{1,2})?){1,5}")


def mend_number(text: str, match: re.Match[str]) -> tuple[int, symbols.Symbol, typewords.TypeWord] | None:
    """The symbol that a `SYMBOL` match ends, where more of its number stands before the match behind blanks: the offset
    of its first digit, the whole symbol, and the type word or "số" before it. None where nothing is torn."""
    start = match.start()
    near = text[max(0, start - 4) : start].rstrip(" *")[-1:]
    if not near.isdecimal() and near != "/":
        return None
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is None:
        return None
    word = typewords.before(text, before.start())
    if word is None or word.form or (word.type is None and not word.numbered):
        return None
    lead = _BLANKS.sub("", before["torn"])
    whole = lead + text[start : match.end()]
    found = symbols.SYMBOL.match(whole)
    symbol = symbols.parse(whole, found, named=True) if found else None
    if symbol is None or len(symbol.number) > _LONGEST_NUMBER or not symbols.has_known_code(symbol):
        return None
    if "/" in lead and symbol.year is None:
        return None
    return before.start(), symbol._replace(end=start + symbol.end - len(lead), repaired=True), word


def mend_codes(text: str, match: re.Match[str]) -> symbols.Symbol | None:
    """The symbol at a `SYMBOL` match whose codes are torn by blanks; None where joining gives no type's code with a
    known issuer's behind it."""
    start, begin = match.start(), match.start("codes")
    first = symbols._FIRST.match(text, begin)
    if first is None:
        return None
    behind = _BEHIND.match(text, first.end())
    if behind is None:
        return None
    # the shortest stretch that makes whole codes; at most a few blanks to try
    for gap in re.finditer(r"(?<=[A-Za-zĐ])(?=[^A-Za-zĐ]|\Z)", text[first.end() : behind.end() + 1]):
        stop = first.end() + gap.end()
        if stop > behind.end():
            break
        words = text[start:stop]
        joined = _BLANKS.sub("", words)
        found = symbols.SYMBOL.fullmatch(joined)
        symbol = symbols.parse(joined, found, named=True) if found and joined != words else None
        if (
            symbol is not None
            and symbol.end == len(joined)
            and symbol.type_code is not None
            and symbol.issuer_codes
            and all(map(symbols.is_known_code, symbol.issuer_codes))
        ):
            return symbol._replace(end=stop, repaired=True)
    return None
