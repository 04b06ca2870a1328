"""The type word in front of a number: "Nghị quyết số", "Chương trình hành động số", "QUYẾT ĐỊNH", "CV", "Quyết số" (a slip)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph import domain

_TOKEN = re.compile(r"[^\s*_|“”\"\[\]]+")
_WINDOW = 90
_MAX_WORDS = 6
_SO = frozenset({"số", "sô", "số:", "sô:", "so", "số.", "số,"})
# words that make a number a form, a table, a phone: never a document
_FORM_WORDS = frozenset(
    {"mẫu", "biểu", "bảng", "hình", "phụ", "tk", "khoản", "hotline", "tel", "fax", "điện", "thoại", "lô", "thửa", "tờ", "hiệu"}
)


@dataclass(frozen=True, slots=True)
class TypeWord:
    """What stands before a number. `type` the document type (None where only "số" stands), `start` the offset of the type
    word (or of "số"), `numbered` whether "số" is there, `colon` whether the type word heads a list ("các Nghị định: số …"),
    `form` whether it is a form number ("Mẫu số"), `words` the type word as written, lower case."""

    type: str | None
    start: int
    numbered: bool
    colon: bool = False
    form: bool = False
    words: str = ""
    capital: bool = True


@cache
def words_to_type() -> dict[str, str]:
    """Lower-case running-text forms of type names -> type name. Short forms (capitals) map from their exact spelling."""
    found: dict[str, str] = {}
    for kind in domain.document_types():
        found.setdefault(kind.name.casefold(), kind.name)
    for kind in domain.document_types():
        for words in kind.words:
            if len(words) > 4 or " " in words:
                found.setdefault(words.casefold(), kind.name)
    found["văn bản"] = "Công văn"
    return found


@cache
def abbreviations() -> dict[str, str]:
    """Short forms that only count in capitals: NQ, QĐ, NĐ, TT, CT, KH, CV …"""
    found: dict[str, str] = {}
    for kind in domain.document_types():
        for words in (*kind.codes, *(w.upper() for w in kind.words if len(w) <= 4 and " " not in w)):
            found.setdefault(words, kind.name)
    found["VB"] = "Công văn"
    for loose in ("L", "PL", "HĐ", "DA", "ĐA", "PA", "PC", "TC", "PG", "BTT", "GM"):
        found.pop(loose, None)
    return found


@cache
def _first_words() -> dict[str, tuple[str, ...]]:
    """First word of a two-word type name -> the names: mends "Quyết số 42" when the code agrees."""
    found: dict[str, tuple[str, ...]] = {}
    for name in words_to_type().values():
        first = name.split()[0].casefold()
        found[first] = (*found.get(first, ()), name)
    return found


def before(text: str, start: int, code: str | None = None) -> TypeWord | None:
    """The type word (and "số") that ends right before `start`; None where neither stands there. `code` is the symbol's type
    code, used to mend a damaged type word."""
    base = max(0, start - _WINDOW)
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(text, base, start)]
    if base and tokens and tokens[0][1] == base:
        tokens.pop(0)
    numbered = False
    so_at = start
    if tokens and tokens[-1][0].casefold() in _SO:
        numbered, so_at = True, tokens[-1][1]
        tokens.pop()
    elif tokens and tokens[-1][0].casefold().endswith(("(số", "“số")):
        return TypeWord(None, tokens[-1][1] + 1, True)
    if not tokens:
        return TypeWord(None, so_at, True) if numbered else None
    colon = False
    last = tokens[-1][0]
    if last == ":" and len(tokens) > 1:
        colon = True
        tokens.pop()
        last = tokens[-1][0]
    elif last.endswith(":"):
        colon = True
        tokens[-1] = (last[:-1], tokens[-1][1])
        last = last[:-1]
    table = words_to_type()
    for count in range(min(_MAX_WORDS, len(tokens)), 0, -1):
        chosen = tokens[-count:]
        lead = chosen[0][0].lstrip("(-–•+,;/")
        words = " ".join([lead, *(t for t, _ in chosen[1:])]).casefold() if count > 1 else lead.casefold()
        name = table.get(words)
        if name == "Luật" and len(tokens) > count and tokens[-count - 1][0].casefold().lstrip("(“") in ("pháp", "kỷ", "bộ"):
            break  # "… quy phạm pháp luật số 64/2025/QH15": the end of a law's name
        if name:
            at = chosen[0][1] + len(chosen[0][0]) - len(lead)
            return TypeWord(name, at, numbered, colon, words=words, capital=text[at].isupper())
    if numbered and last.casefold() in _FORM_WORDS:
        return TypeWord(None, so_at, True, form=True)
    bare = last.lstrip("(-–•+,;/")
    name = abbreviations().get(bare)
    if name:
        return TypeWord(name, tokens[-1][1] + len(last) - len(bare), numbered, colon, words=bare)
    if numbered and code is not None:
        names = _first_words().get(bare.casefold(), ())
        for kind in domain.types_by_code(code):
            if kind.name in names:
                return TypeWord(kind.name, tokens[-1][1] + len(last) - len(bare), True, words=bare)
    return TypeWord(None, so_at, True) if numbered else None
