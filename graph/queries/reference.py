"""A document as a person types it: ``18-NQ/TW``, ``nghi quyet so 18``, ``Quyết định 20/2013/QĐ-UBND ngày 7/5/2013``.

A light reader that needs no diacritics and no capitals; the words it does not understand (an issuer, a place, a word
of the title) are kept as conditions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.identity.codes import code_key
from graph.normalise import fold, normalise

_DAY = re.compile(
    r"(?:\bngay\s+)?(?:(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\s+thang\s+(?P<m2>\d{1,2})\s+nam\s+(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))(?![\d/])"
)
_YEAR = re.compile(r"\bnam\s+((?:19|20)\d\d)\b|\s((?:19|20)\d\d)\s*$")
_TERM = re.compile(r"\(?\bkhoa\s+(?:thu\s+)?([ivx]+|\d{1,2})\b\)?")
_CODE = re.compile(r"(?<![\w/])(?P<code>\d{1,6}[^\W\d_]?(?:\s?[/–-]\s?[^\W_]+(?:&[^\W_]+)*)+)")
_GLUED = re.compile(r"([^\W\d_]+)[-.]?(?=\d)")
_ONTO_NUMBER = re.compile(r"(?<![\w/.-])(\d{1,6})([^\W\d_]{2,})")
_NUMBER = re.compile(r"\b(?:so\s+)?(\d{1,6}[a-z]?)\b")
_SMALL = frozenset({"cua", "ve", "so", "ngay", "nam", "thang", "va", "khoa", "do"})


@dataclass(frozen=True, slots=True)
class Reference:
    """What was understood; None or empty where nothing was said. `types` are folded names that the type words may mean,
    `code` a lookup key (``18-nq-tw``), `number` a bare number, `date` ISO or a year, `words` the folded rest."""

    types: tuple[str, ...] = ()
    code: str | None = None
    number: str | None = None
    date: str | None = None
    term: str | None = None
    words: tuple[str, ...] = ()


@cache
def type_words() -> dict[str, tuple[str, ...]]:
    """Folded words for a type (full names, short forms, codes) -> folded names."""
    from graph.domain.document_types import document_types  # a bare code needs no table

    found: dict[str, set[str]] = {}
    for kind in document_types():
        for word in (*kind.words, *kind.codes, *kind.party_codes):
            found.setdefault(fold(word), set()).add(fold(kind.name))
    # A full name means itself only; an abbreviation (QĐ) may mean several.
    names = {fold(kind.name) for kind in document_types()}
    return {word: (word,) if word in names else tuple(sorted(kinds)) for word, kinds in found.items()}


def read_reference(text: str) -> Reference:
    """The parts of what was typed. Any text is accepted."""
    # Codes are read before the marks are dropped: TƯ (Trung ương) is not TU (Tỉnh ủy).
    form = " ".join(normalise(text).text.casefold().split())
    form = _parted(form)
    date = term = code = number = None
    found = next((m for m in _CODE.finditer(form) if _is_code(m["code"])), None)
    if found:
        code = code_key(re.sub(r"\s", "", found["code"]))
        rest = f"{form[: found.start()]} {form[found.end() :]}"
    else:
        rest = form
    rest = fold(rest)
    if day := _DAY.search(rest):
        date = _iso(day)
        rest = rest[: day.start()] + " " + rest[day.end() :]
    if roman := _TERM.search(rest):
        term = _roman(roman[1])
        rest = rest[: roman.start()] + " " + rest[roman.end() :]
    if date is None and (year := _YEAR.search(rest)):
        date = year[1] or year[2]
        rest = rest[: year.start()] + " " + rest[year.end() :]
    types, rest = _take_type(" ".join(rest.split()))
    if code is None and (bare := _NUMBER.match(rest)):
        number = bare[1].lstrip("0") or "0"
        rest = rest[bare.end() :]
    words = tuple(w for w in re.findall(r"[a-z0-9]+", rest) if w not in _SMALL)
    return Reference(types, code, number, date, term, words)


def _parted(form: str) -> str:
    """A type that is written onto its number, apart: ``nq57`` -> ``nq 57``, ``qđ-81/2025`` -> ``qđ 81/2025``; a symbol
    too: ``136kh-ubnd`` -> ``136/kh-ubnd``."""
    glued = _GLUED.match(form)
    if glued and types_named(glued[1]):
        form = f"{glued[1]} {form[glued.end(1) :].lstrip('-.')}"
    return _ONTO_NUMBER.sub(lambda found: f"{found[1]}/{found[2]}" if _begins_with_type(found[2]) else found[0], form)


def _begins_with_type(symbol: str) -> bool:
    return any(types_named(symbol[:length]) for length in range(2, min(len(symbol), 4) + 1))


def types_named(words: str) -> tuple[str, ...]:
    """The folded names of the types that the words (a name, a short form, a code) may mean; empty if none."""
    return type_words().get(fold(words), ())


def _is_code(text: str) -> bool:
    """Not a date (7/5/2013) or a span of years (2016-2020): a symbol has a letter behind a separator."""
    return re.search(r"[/–-]\s?(?:\d{4}\s?[/–-]\s?)?[^\W\d_]", text) is not None


def _iso(day: re.Match[str]) -> str | None:
    parts = [(day["y"], day["m"], day["d"]), (day["y2"], day["m2"], day["d2"]), (day["y3"], day["m3"], day["d3"])]
    year, month, date = next(p for p in parts if p[0])
    return f"{year}-{int(month):02d}-{int(date):02d}"


def _roman(text: str) -> str:
    if not text.isdigit():
        return text.upper()
    from graph.domain.terms import to_roman

    return to_roman(int(text)) if int(text) else text


def _take_type(text: str) -> tuple[tuple[str, ...], str]:
    """The longest type words that the text begins with, and the rest."""
    words = text.split()
    if not words:
        return (), text
    known = type_words()
    for count in range(min(len(words), 7), 0, -1):
        found = known.get(" ".join(words[:count]))
        if found:
            return found, " ".join(words[count:])
    return (), text
