"""What lies above a body below the province: a ward's paper that names "Tỉnh ủy" or "UBND tỉnh" means its province's.

NĐ 30/2020/NĐ-CP, Phụ lục I, and HD 36-HD/VPTW put the superior on the first line of the head ("ĐẢNG BỘ TỈNH AN GIANG"
over "ĐẢNG ỦY PHƯỜNG RẠCH GIÁ"); a committee of a commune has none there, and the one province that its text names is
its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.head_bodies import HeadBody, title_case
from graph.citations.placenames import read_place

BELOW_PROVINCE = ("district", "commune")
_LEVEL = re.compile(r"(?<![^\W_])(?:tỉnh|TỈNH|Tỉnh|thành phố|THÀNH PHỐ|Thành phố|TP)(?![^\W_])")


def superiors(text: str, issuer: IssuerRef, bodies: Sequence[HeadBody]) -> tuple[str | None, str | None]:
    """The province and the district over the `issuer` of a text with these `bodies` in its head; None where it is not
    below them or the text does not tell. Linear in the length of the text, which is read only where the head is
    silent."""
    if issuer.level not in BELOW_PROVINCE:
        return None, None
    refs = [body.ref for body in bodies if body.ref is not None and body.ref.place is not None]
    province = next((known for ref in refs if (known := _province(ref.level, ref.place))), None)
    districts = [title_case(ref.place) for ref in refs if ref.level == "district" and issuer.level == "commune"]
    return province or _only_province(text), next(iter(districts), None)


def _province(level: str | None, place: str | None) -> str | None:
    known = domain.place_by_name(place) if place and level not in BELOW_PROVINCE else None
    return known.name if known is not None else None


def _only_province(text: str) -> str | None:
    found = {name for match in _LEVEL.finditer(text) if (name := read_place(text, match.start())[1]) is not None}
    named = {known.name for name in found if (known := domain.place_by_name(name)) is not None}
    return named.pop() if len(named) == 1 else None
