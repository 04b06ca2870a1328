"""Bodies that issue documents: names, codes, ranks (table ``bodies.csv``).

A body is named without its place: ``Ủy ban nhân dân tỉnh`` of whichever province. Several bodies share a code (``TW``
is the Central Committee, the Politburo and the Secretariat; ``UBND`` a province, district or commune), so a code gives
candidates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.domain.places import place_by_name
from graph.domain.table import match_form, own_form, read_table, several
from graph.normalise import fold, normalise

_DIGITS = re.compile(r"k?[0-9]+$")


@dataclass(frozen=True, slots=True)
class IssuingBody:
    """One body. `level` is ``central``, ``provincial``, ``district``, ``commune``, ``unit`` or None where the name
    leaves it open (``Ủy ban nhân dân``). `symbol_codes` are all codes met in symbols, `code` the first of them.
    `words` are lower-case running-text forms, the longest first: the full name, short names, the same with the title of
    the head (``bộ trưởng bộ y tế``) and with other dashes.

    `rank` orders authority for the rule that nobody carries out a lower authority's document: 1 the National Party
    Congress … 10 ministries and central commissions, 11 agencies inside a ministry, 20-24 province, 30-34 district,
    40-44 commune, 50 units inside a body. Where a name is open the rank is that of the highest body it may mean.
    `valid_from`/`valid_to` are ISO dates, possibly shortened to the year; `successor` is the name of another row."""

    code: str | None
    name: str
    branch: str
    level: str | None
    needs_place: bool
    symbol_codes: tuple[str, ...]
    words: tuple[str, ...]
    rank: int
    valid_from: str | None
    valid_to: str | None
    successor: str | None
    english: str
    source: str
    notes: str = ""


@cache
def issuing_bodies() -> tuple[IssuingBody, ...]:
    """All bodies in the order of the table (for one code: the likeliest first)."""
    bodies = []
    for row in read_table("bodies"):
        codes = several(row["symbol_codes"])
        bodies.append(
            IssuingBody(
                code=codes[0] if codes else None,
                name=row["name"],
                branch=row["branch"],
                level=row["level"] or None,
                needs_place=row["needs_place"] == "yes",
                symbol_codes=codes,
                words=_spellings((row["name"], *several(row["words"])), several(row["heads"])),
                rank=int(row["rank"]),
                valid_from=row["valid_from"] or None,
                valid_to=row["valid_to"] or None,
                successor=row["successor"] or None,
                english=row["english"],
                source=row["source"],
                notes=row["notes"],
            )
        )
    return tuple(bodies)


def _spellings(names: tuple[str, ...], heads: tuple[str, ...]) -> tuple[str, ...]:
    """All words: each name alone and behind each title of the head, a dash written in the ways met in texts."""
    before = ["", *(f"{own_form(head)} " for head in heads)]
    words = {head + name for name in map(own_form, names) for head in before}
    dashed = {word.replace(" - ", dash) for word in words if " - " in word for dash in (" – ", "-", "–", "- ", " -")}
    return tuple(sorted(words | dashed, key=lambda word: (-len(word), word)))


@cache
def _by_code() -> dict[str, tuple[IssuingBody, ...]]:
    found: dict[str, tuple[IssuingBody, ...]] = {}
    for body in issuing_bodies():
        codes = {match_form(code) for code in body.symbol_codes}
        for code in codes | {code.replace("đ", "d") for code in codes}:
            found[code] = (*found.get(code, ()), body)
    return found


@cache
def _prefixes() -> tuple[tuple[str, str], ...]:
    """Beginnings of codes that are made up freely behind them (``BCĐXDNTM``) -> the code whose bodies are meant."""
    return tuple(
        (match_form(prefix), match_form(row["symbol_codes"].split("|")[0]))
        for row in read_table("bodies")
        for prefix in several(row["code_prefixes"])
    )


@cache
def _by_word() -> dict[str, IssuingBody]:
    return {word: body for body in issuing_bodies() for word in body.words}


def bodies_by_code(code: str) -> tuple[IssuingBody, ...]:
    """The bodies that `code` may stand for in a symbol, the likeliest first; empty if unknown. Case is ignored.

    Digits behind a code are a term or a nickname and do not change the body (``QH15``, ``HĐND8``, ``UBTVQHK9``); a lost
    bar is forgiven (``HDND``); the name of a steering committee may follow its code (``BCĐXDNTM``).
    """
    wanted = match_form(code)
    found = _by_code().get(wanted) or _by_code().get(_DIGITS.sub("", wanted))
    if found is None:
        whole = next((whole for prefix, whole in _prefixes() if wanted.startswith(prefix)), "")
        found = _by_code().get(whole, ())
    return found


@cache
def _by_english() -> dict[str, IssuingBody]:
    return {body.english.casefold(): body for body in reversed(issuing_bodies()) if body.english}


def body_by_english(words: str) -> IssuingBody | None:
    """The body with this English name, that of a province also without the word; None if unknown."""
    wanted = " ".join(words.replace("’", "'").casefold().split())
    return _by_english().get(wanted) or _by_english().get(f"provincial {wanted}")


def body_by_name(words: str) -> IssuingBody | None:
    """The body that `words` name, with or without the place behind it: ``UBND tỉnh``, ``Bộ trưởng Bộ Y tế``,
    ``Uỷ ban nhân dân tỉnh Quảng Ngãi``, ``Sở Công Thương tỉnh Quảng Ngãi``. None if unknown."""
    wanted = match_form(words)
    found = _by_word().get(wanted) or _abbreviated(words)
    if found is not None:
        return found
    head = _longest_head(wanted)
    if head is None or not head.needs_place:
        return None
    tail = next(wanted[len(word) :] for word in head.words if _starts(wanted, word))
    return head if place_by_name(tail) is not None else None


# what the initials of a name leave out
_CONNECTIVES = frozenset({"và", "&", "-", "–"})
_PARTS = re.compile(r"[^\W_]+|&")


def initials(words: str) -> str:
    """The initials of a name, folded: ``Giáo dục và Đào tạo``, ``GD&ĐT`` and ``Giáo dục & ĐT`` are all
    ``gddt``. A word in capitals is an abbreviation and counts letter by letter, whatever stands between."""
    found = ""
    for part in _PARTS.findall(normalise(words).text):
        if part.lower() in _CONNECTIVES:
            continue
        found += part if len(part) > 1 and part.isupper() else part[0]
    return fold(found)


# The words that a name of several words begins with and that an abbreviation spells out: "Bộ GD&ĐT", "Sở KHCN".
ABBREVIATED_HEADS = ("Bộ", "Sở", "Ủy ban", "Tổng cục", "Cục", "Ban", "Hội")


@cache
def _by_initials() -> dict[tuple[str, str], IssuingBody]:
    found: dict[tuple[str, str], IssuingBody] = {}
    for body in issuing_bodies():
        for head in ABBREVIATED_HEADS:
            rest = body.name.removeprefix(head + " ")
            if rest != body.name and len(key := initials(rest)) > 1:
                found.setdefault((match_form(head), key), body)
    return found


def body_by_initials(head: str, rest: str) -> IssuingBody | None:
    """The body whose name is `head` with a name that `rest` abbreviates, in any of the ways met (``GD&ĐT``, ``GDĐT``,
    ``VH,TT&DL``, ``LĐ-TB&XH``, ``Nông nghiệp & PTNT``); None if there is none. The first of the table wins.

    >>> body_by_initials("Bộ", "VH, TT & DL").name
    'Bộ Văn hóa, Thể thao và Du lịch'
    """
    return _by_initials().get((match_form(head), initials(rest)))


_SHORT = re.compile(
    rf"(?:(?:[Bb]ộ trưởng|[Gg]iám đốc)\s+)?(?P<head>{'|'.join(ABBREVIATED_HEADS)})\s+"
    r"(?P<rest>[A-ZĐ][A-ZĐ&,.\- ]*[A-ZĐ](?: và [A-ZĐ]+)?)"
)


def _abbreviated(words: str) -> IssuingBody | None:
    found = _SHORT.fullmatch(words.strip())
    return body_by_initials(found["head"], found["rest"]) if found else None


def rank_of(issuer_name: str) -> int | None:
    """Authority of the body that `issuer_name` names (1 is the highest), or None if nothing is known.

    A name that only begins with a known body has that body's rank: ``Ban Pháp chế Hội đồng nhân dân thành phố``,
    ``Đảng ủy Sở Công Thương``, ``Ban Chỉ đạo phát triển du lịch``.
    """
    body = body_by_name(issuer_name) or _longest_head(match_form(issuer_name))
    return body.rank if body is not None else None


def _starts(text: str, word: str) -> bool:
    return text.startswith(word) and (len(text) == len(word) or not text[len(word)].isalnum())


def _longest_head(wanted: str) -> IssuingBody | None:
    """The body whose word is the longest that `wanted` begins with, cut at word ends."""
    words = wanted.replace(",", " ,").split()
    by_word = _by_word()
    for count in range(len(words), 0, -1):
        found = by_word.get(" ".join(words[:count]).replace(" ,", ","))
        if found is not None:
            return found
    return None
