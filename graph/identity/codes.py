"""Numbers and symbols as keys: read, compared, looked up. Needs no table, so that a question to a graph stays quick."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.normalise import fold, normalise

_CODE = re.compile(
    r"(?P<number>\d{1,6})(?P<part>\.\d{1,3})?\s?(?P<letter>[^\W\d_](?![^\W\d_]))?(?:\s*/\s*(?P<year>(?:19|20)\d\d)(?!\d))?(?P<rest>.*)",
    re.DOTALL,
)
_PIECE = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
# TƯ and T.Ư are Trung ương, which TU (Tỉnh ủy, Thành ủy) must never become.
_CENTRAL_SPELLINGS = re.compile(r"\bt\.?ư\b")
# Nothing that is mended in a text can be amiss with these letters: no blank, no mark, no small letter but one behind
# the number ("30a").
_SOUND = re.compile(r"[0-9]+[a-z]?[0-9A-ZĐ/.-]*")
_JOINT = frozenset({"ttlt", "nqlt", "lb", "ttlb", "hdln", "khln"})
_ACT_TAIL = re.compile(r"[,(]?\s*\b(?:nam (?:19|20)\d\d|so \d+/|ngay \d).*")
_PUNCTUATION = re.compile(r"[^\w\s]+")


@lru_cache(maxsize=4096)  # one code is asked for its parts, its order, its key
def symbol_form(code: str) -> str:
    """A code for comparison: lower case, Đ and its look-alikes as d, TƯ as TW; other letters keep their marks."""
    text = (code if _SOUND.fullmatch(code) else normalise(code).text).casefold().replace("đ", "d")
    return _CENTRAL_SPELLINGS.sub("tw", text)


@lru_cache(maxsize=65_536)
def split_code(code: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Number (without leading zeros), year segment and symbol of a code; None where it has no number.

    The bodies of a joint document come in any order, so they are sorted.

    >>> split_code("04/2015/NĐ-CP")
    ('4', '2015', ('nd', 'cp'))
    """
    found = _CODE.fullmatch(symbol_form(code).strip())
    if found is None:
        return None
    symbol = tuple(_PIECE.findall(found["rest"]))
    if _JOINT.intersection(symbol):
        symbol = tuple(sorted(symbol))
    # letters and parts tell inserted numbers apart: 30a/2008/NQ-CP, 66.16/2026/NQ-CP
    number = f"{int(found['number'])}{found['part'] or ''}{found['letter'] or ''}"
    return number, found["year"] or "", symbol


def is_joint(code: str) -> bool:
    """Whether several bodies issued the document: any of them may be named as its issuer."""
    parts = split_code(code)
    return parts is not None and not _JOINT.isdisjoint(parts[2])


def order_of(code: str) -> str:
    """``party`` for NN-TYPE/ISSUER, ``dated`` for a number with a year segment, else an empty string."""
    found = _CODE.fullmatch(symbol_form(code).strip())
    if found is None:
        return ""
    if found["year"]:
        return "dated"
    return "party" if re.match(r"\s*[-–]", found["rest"]) and "/" in found["rest"] else ""


def code_key(code: str) -> str:
    """The form in which codes are looked up: ``18-NQ/TW``, ``18 nq tw`` and ``018/NQ-TW`` are one."""
    parts = split_code(code)
    if parts is None:
        return "-".join(_PIECE.findall(symbol_form(code)))
    number, year, symbol = parts
    return "-".join(filter(None, (number, year, *symbol)))


def akin(one: str, other: str) -> bool:
    """Whether one name is the other, or the other with words added: Chương trình, Chương trình hành động."""
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


@lru_cache(maxsize=16_384)
def act_key(name: str | None) -> str:
    """The name of an act for comparison, without its year, date and number."""
    bare = name_words(_ACT_TAIL.sub("", fold(name or "")))
    return re.sub(r" (?:19|20)\d\d$", "", bare)


def name_words(name: str | None) -> str:
    """The words of a name for comparison: folded, without punctuation."""
    return " ".join(_PUNCTUATION.sub(" ", fold(name or "")).split())
