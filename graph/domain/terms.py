"""Terms (khóa) of the Party's Central Committee and of the National Assembly, and Roman numerals (``terms.csv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.domain.table import read_table

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALID = re.compile(r"(?=[CLXVI])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Term:
    """One term: `series` is ``party`` or ``assembly``; `start` its first day (the congress's, the first session's),
    `end` the last day before the next one, None for the running term. `verified` is False where the dates come from
    general knowledge and no document at hand confirms them."""

    series: str
    roman: str
    start: str
    end: str | None
    verified: bool
    source: str


@cache
def terms() -> tuple[Term, ...]:
    """All terms, each series in order of time."""
    return tuple(
        Term(
            series=row["series"],
            roman=row["term"],
            start=row["start"],
            end=row["end"] or None,
            verified=row["verified"] == "yes",
            source=row["source"],
        )
        for row in read_table("terms")
    )


def party_term_at(date: str) -> str | None:
    """The Party term in Roman numerals in which an ISO date (or month, or year) falls; None where it does not tell.

    A document dated while a congress sits is counted to the outgoing term until the congress closes (its new Central
    Committee meets on the last day). A month or a year that touches two terms gives None.

    >>> party_term_at("2017-10-25")
    'XII'
    """
    return _term_at("party", date)


def assembly_term_at(date: str) -> str | None:
    """The National Assembly's term in which an ISO date falls, as `party_term_at`."""
    return _term_at("assembly", date)


def assembly_term(number: int) -> str:
    """The term that the digits of ``QH15`` or ``UBTVQH14`` mean: 15 -> ``XV``. ValueError outside 1..399."""
    return to_roman(number)


def to_roman(number: int) -> str:
    """``14`` -> ``XIV``; ValueError outside 1..399."""
    if not 0 < number < 400:
        raise ValueError(f"no Roman numeral for {number}")
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def from_roman(numeral: str) -> int:
    """``XIV`` -> ``14`` in either case; ValueError for what is no numeral (``IIX``, ``XM``, empty)."""
    upper = numeral.upper()
    if not _VALID.fullmatch(upper):
        raise ValueError(f"no Roman numeral: {numeral!r}")
    total = 0
    for value, letter in _ROMAN:
        while upper.startswith(letter):
            total += value
            upper = upper[len(letter) :]
    return total


def _term_at(series: str, date: str) -> str | None:
    first, last = date + "-01-01"[len(date) - 4 :], date + "-12-31"[len(date) - 4 :]
    for term in terms():
        if term.series == series and term.start <= first and (term.end is None or last <= term.end):
            return term.roman
    return None
