"""The type word in front of a number: "Nghị quyết số", "Chương trình hành động số", "QUYẾT ĐỊNH", "CV",
"Quyết số" (a slip)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph import domain
from graph.alphabet import UPPER
from graph.normalise import fold

# what is read as blanks: marks, and the marks of footnotes ("Nghị định[3] số 12/2020/NĐ-CP")
_NOTE = re.compile(r"\[[0-9]{1,3}\]")
_MARKS = '*_|“”"[]'
_WINDOW = 90
_MAX_WORDS = 6
_OPENERS = "(-–•+,;/"  # what may be glued to the front of a type word
_NO_LAW = frozenset({"pháp", "kỷ", "bộ"})
# "số", and what typing and tesseract make of it
_SO = frozenset({"số", "sô", "số:", "sô:", "so", "số.", "số,", "sồ", "sỗ", "só", "sộ", "sổ"})
_SO_CUT = frozenset({"s", "s.", "s6", "s0", "ố"})  # no word without the type word before it
# the same as a pattern, for what stands between an act's name and its number
SO = r"(?:[sS][ốôoồỗóộổò60]|SỐ|[sS] ?ố?\.?)"
# words that make a number a form, a table, a phone: never a document
_FORM_WORDS = frozenset(
    {
        "mẫu",
        "biểu",
        "bảng",
        "hình",
        "phụ",
        "tk",
        "khoản",
        "hotline",
        "tel",
        "fax",
        "điện",
        "thoại",
        "lô",
        "thửa",
        "tờ",
        "hiệu",
    }
)


class TypeWord(NamedTuple):
    """What stands before a number. `type` the document type (None where only "số" stands), `start` the offset of the
    type word (or of "số"), `numbered` whether "số" is there, `colon` whether the type word heads a list ("các Nghị
    định: số …"), `form` whether it is a form number ("Mẫu số"), `words` the type word as written, lower case."""

    type: str | None
    start: int
    numbered: bool
    colon: bool = False
    form: bool = False
    words: str = ""
    capital: bool = True


@cache
def words_to_type() -> dict[str, str]:
    """Lower-case running-text forms of type names -> type name.
    Short forms (capitals) map from their exact spelling."""
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
def _lengths() -> dict[str, tuple[int, ...]]:
    """Last word of a type's name -> how many words the names that end so have, the longest first."""
    found: dict[str, set[int]] = {}
    for words in words_to_type():
        parts = words.split()
        found.setdefault(parts[-1], set()).add(len(parts))
    # a lone word may carry an opening bracket, a longer name only on its first word
    return {last: tuple(sorted(counts, reverse=True)) for last, counts in found.items()}


@cache
def _folded_words() -> dict[str, str]:
    """Names of several words without case and diacritics, where they name one type only."""
    found: dict[str, set[str]] = {}
    for words, name in words_to_type().items():
        if " " in words:
            found.setdefault(fold(words), set()).add(name)
    return {words: names.pop() for words, names in found.items() if len(names) == 1}


@cache
def _folded_lengths() -> dict[str, tuple[int, ...]]:
    """As `_lengths`, for the folded names."""
    found: dict[str, set[int]] = {}
    for words in _folded_words():
        parts = words.split()
        found.setdefault(parts[-1], set()).add(len(parts))
    return {last: tuple(sorted(counts, reverse=True)) for last, counts in found.items()}


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


_GLUED_DIGITS = re.compile(rf"[0-9]{{1,4}}(?=[{UPPER}])")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def before(text: str, start: int, code: str | None = None) -> TypeWord | None:
    """The type word (and "số") that ends right before `start`; None where neither stands there. `code` is the symbol's
    type code, used to mend a damaged type word."""
    base = start - _WINDOW if start > _WINDOW else 0
    window = text[base:start]
    if "[" in window:
        window = _NOTE.sub(_blank, window)
    for mark in _MARKS:
        if mark in window:
            window = window.replace(mark, " ")
    tokens = window.rsplit(None, _MAX_WORDS + 3)
    if len(tokens) > _MAX_WORDS + 3 or (base and tokens and window.startswith(tokens[0])):
        tokens.pop(0)  # the unsplit rest, or perhaps the end of a longer word
    if not tokens:
        return None
    numbered = False
    so_at = start
    at = len(window)
    folded = tokens[-1].casefold()
    if folded in _SO:
        at = window.rfind(tokens[-1])
        numbered, so_at = True, base + at
        tokens.pop()
        if not tokens:
            return TypeWord(None, so_at, True)
    elif folded in _SO_CUT and len(tokens) > 1:
        torn = folded == "ố" and tokens[-2].casefold() == "s"
        word = before(text, base + window.rfind(tokens[-2 if torn else -1], 0, window.rfind(tokens[-1]) + 1), code)
        return (
            word._replace(numbered=True) if word is not None and word.type is not None and not word.numbered else None
        )
    elif folded.endswith(("(số", "“số")):
        return TypeWord(None, base + window.rfind(tokens[-1]) + 1, True)
    colon = False
    last = tokens[-1]
    if last == ":" and len(tokens) > 1:
        colon = True
        at = window.rfind(":", 0, at)
        tokens.pop()
        last = tokens[-1]
    elif last.endswith(":"):
        colon = True
        last = tokens[-1] = last[:-1]
    if not last or last[-1] in ",;.)”":
        return TypeWord(None, so_at, True) if numbered else None

    def offset(count: int) -> int:
        """Where the last `count` tokens begin in the text."""
        end = at
        for token in tokens[: -count - 1 : -1]:
            end = window.rfind(token, 0, end)
        return base + end

    table = words_to_type()
    for count in _lengths().get(last.casefold().lstrip(_OPENERS), ()):
        if count > len(tokens):
            continue
        written = " ".join(tokens[-count:])
        opened = written.lstrip(_OPENERS)
        if opened[:1].isdigit():  # "6Nghị quyết": its place in a list, or a footnote's mark, glued to it
            digits = _GLUED_DIGITS.match(opened)
            opened = opened[digits.end() :] if digits else opened
        words = opened.casefold()
        name = table.get(words)
        if name is None:
            continue
        if name == "Luật" and len(tokens) > count and tokens[-count - 1].casefold().lstrip("(“") in _NO_LAW:
            break  # "… quy phạm pháp luật số 64/2025/QH15": the end of a law's name
        begin = window.rfind(written, 0, at)
        begin = base + begin if begin >= 0 and not window[begin + len(written) : at].strip() else offset(count)
        begin += len(written) - len(words)
        return TypeWord(name, begin, numbered, colon, False, words, text[begin].isupper())
    if numbered and last.casefold().lstrip(_OPENERS) in _FORM_WORDS:
        return TypeWord(None, so_at, True, form=True)
    bare = last.lstrip(_OPENERS)
    name = abbreviations().get(bare)
    if name and bare == "TT" and len(tokens) > 1 and tokens[-2].casefold().lstrip(_OPENERS) in _SO:
        return TypeWord(None, so_at, True, form=True)  # "số TT 4 của Biểu": an ordinal (số thứ tự)
    if name:
        return TypeWord(name, offset(1) + len(last) - len(bare), numbered, colon, words=bare)
    if numbered:
        # scanned texts lose marks ("Nghị đinh sô 15/2018/NĐ-CP"): names of several words are told by their letters
        for count in _folded_lengths().get(fold(bare), ()):
            if count > len(tokens):
                continue
            written = " ".join(tokens[-count:])
            words = written.lstrip(_OPENERS)
            name = _folded_words().get(fold(words))
            if name is not None:
                begin = offset(count) + len(written) - len(words)
                return TypeWord(name, begin, numbered, colon, False, words.casefold(), text[begin].isupper())
    if numbered and code is not None:
        names = _first_words().get(bare.casefold(), ())
        for kind in domain.types_by_code(code):
            if kind.name in names:
                return TypeWord(kind.name, offset(1) + len(last) - len(bare), True, words=bare)
    return TypeWord(None, so_at, True) if numbered else None
