"""The 34 provinces and cities of today and the ones merged into them (table ``places.csv``).

Sources: Nghị quyết 202/2025/QH15 (63 become 34 on 2025-07-01), Quyết định 19/2025/QĐ-TTg (codes), Nghị quyết
30/2026/QH16 (Đồng Nai a city); earlier mergers and divisions since 1975 where documents are still cited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.domain.table import longest_first, match_form, read_table, several

_KIND = re.compile(r"^(?:tỉnh|thành phố|tp\.?|t\.p\.?)\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A province or centrally run city. `name` is without its kind; `code` the two-digit code of 2025, None for a place
    that is no more; `successor` the name of the place that took it in and `valid_to` its last day. `kind` is what it is
    now, or was last; `words` are lower-case forms without the kind, the longest first, common short forms with it
    (``tp.hcm``)."""

    name: str
    kind: str
    code: str | None
    successor: str | None
    valid_to: str | None
    words: tuple[str, ...]
    source: str
    notes: str = ""


@cache
def places() -> tuple[Place, ...]:
    """All places, those of today first."""
    return tuple(
        Place(
            name=row["name"],
            kind=row["kind"],
            code=row["code"] or None,
            successor=row["successor"] or None,
            valid_to=row["valid_to"] or None,
            words=longest_first((row["name"], f"{row['kind']} {row['name']}", *several(row["words"]))),
            source=row["source"],
            notes=row["notes"],
        )
        for row in read_table("places")
    )


@cache
def _by_word() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in places():
        for word in place.words:
            found.setdefault(_bare(word), place)
            found.setdefault(word, place)
    return found


def _bare(words: str) -> str:
    """Without the kind in front, with one way to write hyphens: ``tp. Huế`` -> ``huế``, ``Bà Rịa – Vũng Tàu``."""
    plain = re.sub(r"\s*[-–—]\s*", " - ", match_form(words))
    return _KIND.sub("", plain) or plain


def place_by_name(words: str) -> Place | None:
    """The place that `words` name, with or without tỉnh, thành phố or TP. in front, in any case, either tone style."""
    return _by_word().get(match_form(words)) or _by_word().get(_bare(words))
