"""Which council or committee a head means that says no more than "ỦY BAN NHÂN DÂN": its level and its place.

NĐ 30/2020/NĐ-CP, Phụ lục I, has the level and the place in the head; where they are lost, the enacting line, the
signature, the place-and-date line and what the text says of that place tell them.
"""

from __future__ import annotations

import re

from graph import domain
from graph.citations.bodies import LEVELS, IssuerRef, read_issuer
from graph.citations.placenames import read_place

_TAIL = 20_000
_COUNTRY = "Việt Nam"
_SIGNED = re.compile(r"T/?M\s*\.?\s*(?=(?:ỦY\s+BAN\s+NHÂN\s+DÂN|UBND|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|HĐND)(?!\w))")
_LEVEL = r"(?P<level>xã|phường|đặc\s+khu|thị\s+trấn|huyện|quận|thị\s+xã|thành\s+phố)"


def told_council(text: str, name: str, enacting: str, date_place: str | None) -> IssuerRef | None:
    """The council `name` ("Ủy ban nhân dân") of a text whose head gives neither its level nor its place: as the
    enacting line says, the signature, the date line; of a place below the province that is called by no level, the
    body has none. None where nothing tells that it is not the province's. Linear in the length of the text."""
    found = _levelled(enacting, name) or next(
        (ref for signed in _SIGNED.finditer(text, max(0, len(text) - _TAIL)) if (ref := _behind(text, signed, name))),
        None,
    )
    if date_place == _COUNTRY:
        date_place = None  # the seat that rows of registers have whose own is unknown
    level, place, end = read_place(date_place, 0) if date_place else (None, None, 0)
    stated = date_place is not None and level is not None and place is not None and end == len(date_place)
    below = place if stated else date_place if date_place and domain.place_by_name(date_place) is None else None
    if found is not None:
        own = found.place or (below if found.level != "provincial" else None)
        return found._replace(place=own)
    if stated and level is not None and level not in ("tỉnh", "thành phố"):
        return IssuerRef(f"{name} {level}", place, LEVELS.get(level, "district"), 0)
    if below is None or stated:
        return None
    said = {
        " ".join(match["level"].casefold().split())
        for match in re.finditer(rf"(?<!\w){_LEVEL}\s+{re.escape(below)}(?!\w)", text, re.IGNORECASE)
    }
    if "thành phố" in said:
        return None  # it may be the seat of a province
    if len(said) == 1:
        level = said.pop()
        return IssuerRef(f"{name} {level}", below, LEVELS.get(level, "district"), 0)
    return IssuerRef(name, below, None, 0)


def _behind(text: str, signed: re.Match[str], name: str) -> IssuerRef | None:
    line = text.find("\n", signed.end())
    words = text[signed.end() : line if line >= 0 else len(text)]
    return _levelled(words.split("|")[0].replace("*", " ").strip(), name)


def _levelled(words: str, name: str) -> IssuerRef | None:
    """The council that words in capitals name with its level: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN KỲ"."""
    found = read_issuer(words, 0) if words else None
    if found is None or name not in found.name:
        return None
    named = found.name[found.name.index(name) :]
    return found._replace(name=named, end=0, inferred=False) if named != name else None
