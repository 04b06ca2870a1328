"""Mass organisations in a head: the organisation, its level and its place, however they share the lines.

"HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM⏎HỘI LHPN TỈNH HÀ TĨNH", "HỘI NÔNG DÂN VIỆT NAM⏎BCH TỈNH LẠNG SƠN", "UB MTTQ VIỆT NAM XÃ
TÂN KỲ⏎BAN THƯỜNG TRỰC": their statutes have one organisation at each level of the administration, which papers name in
full or shortened, with or without the standing body that signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph import domain
from graph.citations.bodies import LEVELS, IssuerRef
from graph.citations.placenames import read_place

_BRANCH = "front"
_OF_THE_COUNTRY = "việt nam"


@cache
def _organisations() -> dict[str, str]:
    """What an organisation is called without its level, in small letters -> the name it has in full; abbreviated forms
    of the names are entries, too."""
    found: dict[str, str] = {}
    for body in domain.issuing_bodies():
        if body.branch != _BRANCH:
            continue
        for form in (body.name, *body.words):
            for level in sorted(LEVELS, key=len, reverse=True):
                if form.casefold().endswith(f" {level}"):
                    called = form.casefold().removesuffix(f" {level}")
                    whole = domain.body_by_name(called)
                    own = body.name.removesuffix(f" {level}") if body.name.endswith(f" {level}") else None
                    name = own or (whole.name if whole is not None else None)
                    if name is not None:
                        found.setdefault(called, name)
                    break
    for called, name in list(found.items()):
        for short, spelled in domain.abbreviations().items():
            words = spelled[0].casefold()
            if len(spelled) == 1 and f" {words}" in called:
                found.setdefault(called.replace(words, short.casefold()), name)
    return found


@cache
def _named() -> re.Pattern[str]:
    names = sorted(_organisations(), key=lambda name: (-len(name), name))
    standing = "|".join(map(re.escape, sorted(domain.standing_bodies(), key=lambda name: (-len(name), name))))
    levels = "|".join(sorted(LEVELS, key=lambda level: (-len(level), level)))
    called = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?P<name>{called})(?: {_OF_THE_COUNTRY})?(?: (?:{standing}))?(?= (?:{levels}) )")


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(rf"(?: (?:{'|'.join(map(re.escape, sorted(domain.standing_bodies())))}))?")


def front_issuer(bodies: Sequence[str]) -> IssuerRef | None:
    """The mass organisation of a level that the lowest `bodies` of a head name (their words in capitals, from the top);
    None where they name something else, or something below it."""
    words = " ".join(" ".join(bodies).split())
    small = words.casefold()
    found = list(_named().finditer(small)) if len(small) == len(words) else []
    if not found:
        return None
    last = found[-1]
    level, place, end = read_place(words, last.end() + 1)
    if level is None or place is None or _standing().fullmatch(small, end) is None:
        return None
    known = domain.body_by_name(f"{last['name']} {level}")
    if known is not None:
        return IssuerRef(known.name, place, known.level, 0, known.code)
    return IssuerRef(f"{_organisations()[last['name']]} {level}", place, LEVELS[level], 0, inferred=True)
