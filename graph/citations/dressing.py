"""Brackets and quotation marks that a citation wears and that part nothing: "Nghị định (số 10/2020/NĐ-CP) ngày …",
"theo “Quyết định số 12/QĐ-UBND ngày 05/3/2020” của …".

They are read as blanks. Words that are quoted as words ("thay cụm từ “Nghị định số …” bằng “Nghị định số …”") and new
wordings behind a colon keep their marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.citations import symbols, typewords

_OPENINGS = tuple(re.compile(rf"{sign}(?=(?:[sS]ố[ \n:]{{1,2}})?[0-9])") for sign in (r"\(", r"\["))
_CLOSES = {"(": ")", "[": "]"}
_SO = re.compile(r"[^0-9]*")
_INSIDE = re.compile(r",?[ \n](?:ngày|của|năm|do)[ \n][^()\[\];“”\"]{0,140}")
_MARKS = (
    ("”", re.compile("“(?=[^\\W\\d_])")),
    ('"', re.compile('"(?:(?<=[\\s(,;*]")|(?<!.")|(?<=\\w ")|\\A)(?=[^\\W\\d_])')),
)
_TO_NUMBER = re.compile(r"[^\W\d_]{1,8}(?:[ \n][^\W\d_]{1,8}){0,5}[ \n:]{1,2}(?=[0-9])")
_LONGEST = 320  # of a citation in marks, its title included
_PARTS = re.compile(r"[;“”\"]|\n[ \t]*\n|\.\s+[^\W\d_a-z]")
# what announces words, or a name, that is quoted as such
_ANNOUNCED = re.compile(
    r"(?:(?<!\w)(?:từ|ngữ|chữ|số|câu|đoạn|dòng|ý|là|bằng|thành|rằng|tên|gọi|như|ghi|viết)|[:.“])[\s*_]*\Z", re.I
)
_EXCHANGED = re.compile(r"[\s*_]*(?:bằng|thành)(?!\w)", re.IGNORECASE)
_JOINS = re.compile(r"[\s*_]*(?:,|;|,?[\s*_]*(?:và|hoặc|hay))[\s*_]*(?:các[\s*_]+)?")
_REACH = 24


class _Quote(NamedTuple):
    """A citation in marks: the offsets of both."""

    opened: int
    closed: int


def undressed(text: str) -> str:
    """`text` (normalised) with such signs as blanks, the length unchanged. Linear: each sign looks a bounded way."""
    blanks = [at for opening in _OPENINGS for found in opening.finditer(text) for at in _bracketed(text, found.start())]
    for closing, opening in _MARKS:
        chain: list[_Quote] = []
        for found in opening.finditer(text):
            quote = _quoted(text, found.start(), closing)
            if quote is None or (chain and quote.opened < chain[-1].closed):
                continue
            if chain and _JOINS.fullmatch(text, chain[-1].closed + 1, quote.opened) is None:
                blanks += _worn(text, chain)
                chain = []
            chain.append(quote)
        blanks += _worn(text, chain)
    if not blanks:
        return text
    letters = list(text)
    for at in blanks:
        letters[at] = " "
    return "".join(letters)


def _symbol(text: str, start: int) -> symbols.Symbol | None:
    """The symbol at an offset, None where its codes are unknown."""
    found = symbols.SYMBOL.match(text, start)
    symbol = symbols.parse(text, found, named=True) if found is not None else None
    return symbol if symbol is not None and symbols.has_known_code(symbol) else None


def _bracketed(text: str, at: int) -> tuple[int, ...]:
    """Both brackets of a number that opens at `at`, right behind a type that it can be of; none otherwise."""
    word = typewords.before(text, at)
    if word is None or word.type is None or word.numbered or word.colon or word.form:
        return ()
    number = _SO.match(text, at)
    symbol = _symbol(text, number.end()) if number is not None else None
    if symbol is None or not symbol.may_be(word.type) or (symbol.shape == "letter" and word.type != "Công văn"):
        return ()
    inside = _INSIDE.match(text, symbol.end)
    end = inside.end() if inside is not None else symbol.end
    return (at, end) if text.startswith(_CLOSES[text[at]], end) else ()


def _quoted(text: str, at: int, closing: str) -> _Quote | None:
    """The marks from `at` on, where a citation with a number opens behind the first and nothing but its attributes and
    its title stands before the second."""
    number = _TO_NUMBER.match(text, at + 1)
    symbol = _symbol(text, number.end()) if number is not None else None
    word = typewords.before(text, number.end()) if number is not None and symbol is not None else None
    if symbol is None or word is None or word.type is None or word.start != at + 1:
        return None
    closed = text.find(closing, symbol.end, at + _LONGEST)
    if closed < 0 or _PARTS.search(text, symbol.end, closed) is not None:
        return None
    return _Quote(at, closed)


def _worn(text: str, chain: list[_Quote]) -> list[int]:
    """The offsets of the marks of a list of citations; none where they quote words."""
    if not chain:
        return []
    first, last = chain[0].opened, chain[-1].closed
    if _ANNOUNCED.search(text, max(0, first - _REACH), first) or _EXCHANGED.match(text, last + 1):
        return []
    return [at for quote in chain for at in quote]
