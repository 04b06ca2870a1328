"""Which documents are normative (văn bản quy phạm pháp luật), as the laws on promulgation have it (``lawmaking.csv``).

A type word does not tell: a decision of a People's Committee is normative with a year in its symbol (32/2020/QĐ-UBND)
and a single decision without (2844/QĐ-UBND); a resolution of the Party is no legislation at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.domain.bodies import body_by_name
from graph.domain.table import match_form, read_table, several

# The sign of a normative document in its symbol: number, year (32/2020/QĐ-UBND).
_YEAR = re.compile(r"\d+[a-zđ]?/(?:19|20)\d\d/", re.IGNORECASE)
# What issues circulars: ministries and bodies of ministerial rank.
_MINISTRY = re.compile(
    r"bộ |ngân hàng nhà nước việt nam$|thanh tra chính phủ$|thanh tra nhà nước$|văn phòng chính phủ$|ủy ban dân tộc"
)
# People's Councils and Committees, whatever their level or place; a chair is another body.
_LOCAL = ("hội đồng nhân dân", "ủy ban nhân dân")


@dataclass(frozen=True, slots=True)
class Lawmaking:
    """Who may issue one type of normative document: `issuers` (none: whoever issues the type), `ministry` stands for
    all ministries; until the last day `until` (None: today). `year` says that only a year in the symbol makes it
    normative, `primary` that it is primary legislation."""

    type: str
    issuers: tuple[str, ...]
    ministry: bool
    year: bool
    until: str | None
    primary: bool
    source: str


@cache
def lawmaking() -> tuple[Lawmaking, ...]:
    """All rows of the table."""
    return tuple(
        Lawmaking(
            type=row["type"],
            issuers=tuple(match_form(name) for name in several(row["issuers"])),
            ministry=row["level"] == "ministry",
            year=row["year_in_symbol"] == "yes",
            until=row["until"] or None,
            primary=row["primary"] == "yes",
            source=row["source"],
        )
        for row in read_table("lawmaking")
    )


@cache
def _by_type() -> dict[str, tuple[Lawmaking, ...]]:
    found: dict[str, tuple[Lawmaking, ...]] = {}
    for row in lawmaking():
        key = match_form(row.type)
        found[key] = (*found.get(key, ()), row)
    return found


def legislation(type: str, issuer: str | None, code: str | None, date: str | None) -> Lawmaking | bool | None:
    """The row that makes a document normative; False where it is none; None where its symbol or its issuer, on which it
    hangs, is not known.

    `type` and `issuer` are the Vietnamese names, `date` is ISO and may be shortened.

    >>> bool(legislation("Quyết định", "Ủy ban nhân dân tỉnh", "32/2020/QĐ-UBND", "2020-11-24"))
    True
    >>> legislation("Quyết định", "Ủy ban nhân dân tỉnh", "2844/QĐ-UBND", None)
    False
    """
    unknown = False
    for row in _by_type().get(match_form(type), ()):
        if row.year and code is not None and not _YEAR.match(code):
            continue
        if row.until is not None and date is not None and date > row.until:
            continue
        fits = not row.issuers or (None if issuer is None else _fits(row, match_form(issuer)))
        if fits is False:
            continue
        if fits is None or (row.year and code is None) or (row.until is not None and date is None):
            unknown = True
            continue
        return row
    return None if unknown else False


def _fits(row: Lawmaking, issuer: str) -> bool:
    """Whether a body in matching form is one of those of a row."""
    if row.ministry:
        return _MINISTRY.match(issuer) is not None
    if issuer in row.issuers:
        return True
    if any(kind in row.issuers and issuer.startswith(kind) for kind in _LOCAL):
        return True
    known = body_by_name(issuer)
    return known is not None and match_form(known.name) in row.issuers
