"""The way from a cue to its object: what of the object is meant, and what bars the way.

A word in no table is neutral. What bars the way is named: a reference (``stop``: "theo", "căn cứ", "trừ" …), another
actor with a verb of its own, a sentence's end. "tại", "của" lead from a part to its document; "ban hành kèm theo" from
an annex.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.relations.authority import VALIDITY
from graph.relations.counting import words_between
from graph.relations.lexicon import (
    ACTOR,
    AGENT,
    ANNEX,
    CUE,
    FINITE,
    FOLLOWING,
    JOIN,
    LEAD,
    NEUTRAL,
    PART,
    PIN,
    QUANT,
    SIGN,
    STOP,
    THIS,
    TYPE,
    Token,
)

_REFERENCE = (
    LEAD | PIN | PART | QUANT | TYPE | ANNEX | JOIN | FOLLOWING | CUE
)  # what may stand between "theo" and what it refers to
_GAP = 2  # code points between two adjacent tokens


def stopped(flat: str, way: Sequence[Token], start: int, end: int, *, service: bool = False) -> Token | None:
    """The token that bars the way from `start` to the object at `end`, None if nothing does.

    A "theo …" holds where only words of reference stand between it and the object ("theo quy định tại khoản 2 Điều 3
    [Nghị định]"); an adverb ("theo thẩm quyền [Nghị quyết]") or a comma ends it. A `service` verb reaches over no
    colon."""
    for at, token in enumerate(way):
        kinds = token.kinds
        if kinds & STOP and not kinds & (NEUTRAL | ANNEX):
            if _refers(flat, way[at + 1 :], token.end, end):
                return token
        elif kinds & SIGN and token.words == ":" and service:
            return token
        elif kinds & THIS:
            following = way[at + 1] if at + 1 < len(way) else None
            if following is None or not (following.kinds & JOIN or following.words == ","):
                return token
        elif kinds & FINITE and not kinds & (CUE | TYPE):
            if _after_comma(way, at) or (at and way[at - 1].kinds & ACTOR):
                return token
        elif kinds & ACTOR and _after_comma(way, at) and _acts(way[at + 1 :]):
            return token
    return None


def _refers(flat: str, rest: Sequence[Token], start: int, end: int) -> bool:
    """Does the reference that opens before `start` lead to the object at `end`?"""
    if not rest:
        return not _unknown(flat, start, end)
    if any(t.words in (",", ";") and t.kinds & SIGN for t in rest) and not any(
        t.kinds & (LEAD | PIN | JOIN) for t in rest[-2:]
    ):
        return False
    last = rest[-1]
    if last.kinds & (LEAD | PIN | ANNEX | QUANT | TYPE | PART | JOIN):
        return not _unknown(flat, last.end, end) or bool(last.kinds & PIN)
    return not _unknown(flat, last.end, end)


def _unknown(flat: str, start: int, end: int) -> bool:
    """Do words stand between two offsets?"""
    return words_between(flat, start, end) > (1 if " số " in f" {flat[start:end]} " else 0)


def _after_comma(way: Sequence[Token], at: int) -> bool:
    return (
        at > 0
        and way[at - 1].words in (",", ";")
        and bool(way[at - 1].kinds & SIGN)
        and way[at].start - way[at - 1].end < 3
    )


def _acts(rest: Sequence[Token]) -> bool:
    """Does a verb follow soon behind a body?"""
    return any(t.kinds & (FINITE | CUE) for t in rest[:4])


def extent(way: Sequence[Token]) -> str:
    """``whole`` or ``part`` of the document at the end of the way from a verb that changes it."""
    part = False
    annexed = False
    for at, token in enumerate(way):
        kinds = token.kinds
        if kinds & PIN:
            part = True
        elif kinds & ANNEX:
            annexed = True
        elif kinds & PART and not _of_a_class(way, at):
            rest = way[at + 1 :]
            if (
                (not kinds & TYPE and any(t.kinds & ANNEX for t in rest))
                or (
                    any(t.kinds & LEAD and not t.kinds & ANNEX for t in rest) and not any(t.kinds & ANNEX for t in rest)
                )
                or (not any(t.kinds & ANNEX for t in rest) and not rest)
            ):
                part = True
    if not part and not annexed and way and way[-1].kinds & LEAD and way[-1].words not in ("của", "thuộc", "trong"):
        part = True  # "sửa đổi mức thu tại [Nghị quyết]"
    return "part" if part else "whole"


def _of_a_class(way: Sequence[Token], at: int) -> bool:
    """ "các văn bản quy định …": the word belongs to the name of a class."""
    return any(t.kinds & TYPE for t in way[max(0, at - 2) : at])


def by_agent(flat: str, way: Sequence[Token], *, passive: bool, cue_end: int) -> bool:
    """Does the way lead from a verb to the acting document ("bởi khoản 2 Điều 1 …")? Where the verb is not `passive` by
    itself ("sửa đổi, bổ sung bởi"), only right behind it."""
    unknown, end = 0, cue_end
    for at, token in enumerate(way):
        words = token.words
        unknown += words_between(flat, end, token.start)
        end = token.end
        if unknown > (3 if words != "trong" else 0):
            return False
        if (
            token.kinds & AGENT
            or words in ("tại", "theo")
            or (passive and words == "trong")
            or words.startswith("theo quy định")
        ):
            if not passive and (at or token.start - cue_end > _GAP):
                return False
            return not any(t.kinds & (CUE | FINITE) or t.words == ";" for t in way[at + 1 :])
        changing = token.cue is not None and token.cue.predicate in VALIDITY
        if (token.kinds & (CUE | FINITE | STOP) and not changing) or token.words in (";", "."):
            return False
    return False


def opens_item(way: Sequence[Token], flat: str, start: int, end: int) -> bool:
    """Does a list item begin with the citation at `end` (or with parts of it)? Nothing may stand before it that
    refers, acts or states."""
    if stopped(flat, way, start, end) is not None:
        return False
    if way and way[0].kinds & ACTOR and not _unknown(flat, start, way[0].start):
        return False
    if any(t.kinds & (CUE | FINITE | ACTOR) for t in way):
        return not any(t.kinds & (FINITE | STOP) for t in way) and any(t.kinds & (LEAD | PIN | ANNEX) for t in way[-2:])
    return True
