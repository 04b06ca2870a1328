"""Acts cited by name: Hiến pháp, bộ luật, luật, pháp lệnh with number and date where verified (table ``acts.csv``).

One row is one act, so that a name passed several times (Luật Đất đai 1993, 2003, 2013, 2024) has several rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.domain.table import read_table, several
from graph.normalise import fold

_PUNCTUATION = re.compile(r"[^\w\s]+")
_ABOUT = re.compile(r"^((?:bo )?luat|phap lenh) ve ")  # "Luật về trợ giúp pháp lý"; no title of today begins so


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `name` is the whole name with its kind (``Luật Đất đai``), `code` the number as printed; `date` is ISO,
    the day it was passed; `year` that of the act. `verified` says that a source seen confirms the name together with
    its number (or, without a number, its date); `source` tells which one, and ``date recalled`` where the date alone is
    from general knowledge. Rows that are not verified are from general knowledge altogether. `aliases` are other
    spellings and short forms (``BLDS``). From the table ``act_effects.csv``: `in_force` is the first day on which it
    was in force (its general rule, ISO), `ended_by` the code of an act of another name that ended it; None where no
    source seen tells."""

    kind: str
    name: str
    code: str | None
    date: str | None
    year: int | None
    verified: bool
    aliases: tuple[str, ...]
    source: str
    in_force: str | None = None
    ended_by: str | None = None

    @property
    def amending(self) -> bool:
        """Whether its title says that it amends other acts ("Luật sửa đổi, bổ sung một số điều của …")."""
        return fold(self.name).startswith(f"{fold(self.kind)} sua doi")


@cache
def acts() -> tuple[Act, ...]:
    """All acts, ordered by name, then year (unknown years last)."""
    effects = {row["code"]: row for row in read_table("act_effects")}
    rows = [
        Act(
            kind=row["kind"],
            name=row["name"],
            code=row["code"] or None,
            date=row["date"] or None,
            year=int(row["year"]) if row["year"] else None,
            verified=row["verified"] == "yes",
            aliases=several(row["aliases"]),
            source=row["source"],
            in_force=effects[row["code"]]["in_force"] or None if row["code"] in effects else None,
            ended_by=effects[row["code"]]["ended_by"] or None if row["code"] in effects else None,
        )
        for row in read_table("acts")
    ]
    return tuple(sorted(rows, key=lambda act: (act.name, act.year or 9999, act.code or "")))


@cache
def _by_name() -> dict[str, tuple[Act, ...]]:
    found: dict[str, tuple[Act, ...]] = {}
    for act in acts():
        for key in {_key(name) for name in (act.name, *act.aliases)}:
            found[key] = (*found.get(key, ()), act)
    return found


@cache
def _by_code() -> dict[str, tuple[Act, ...]]:
    found: dict[str, tuple[Act, ...]] = {}
    for act in acts():
        if act.code:
            key = _code_key(act.code)
            found[key] = (*found.get(key, ()), act)
    return found


def _code_key(code: str) -> str:
    return code.lstrip("0").casefold()


def acts_by_code(code: str) -> tuple[Act, ...]:
    """The acts of that number and symbol (one in a sound table); empty if unknown. Leading zeros and case are ignored.

    >>> [act.name for act in acts_by_code("31/2024/QH15")]
    ['Luật Đất đai']
    """
    return _by_code().get(_code_key(code), ())


@lru_cache(maxsize=16384)
def _key(name: str) -> str:
    plain = " ".join(_PUNCTUATION.sub(" ", fold(name)).split())
    return _ABOUT.sub(r"\1 ", plain)


def acts_by_name(name: str) -> tuple[Act, ...]:
    """The acts of that name or alias, by year; empty if unknown. Case, diacritics, punctuation and blanks are ignored.

    >>> [act.year for act in acts_by_name("LUẬT ĐẤT ĐAI")]
    [1987, 1993, 2003, 2013, 2024]
    """
    return _by_name().get(_key(name), ())
