"""The words with which texts say when they apply (table ``effect.csv``)."""

from __future__ import annotations

from functools import cache

from graph.domain.table import longest_first, match_form, read_table


@cache
def effect_words(role: str) -> tuple[str, ...]:
    """The phrases of a role in matching form, the longest first; KeyError for a role that the table does not have."""
    found = [row["phrase"] for row in read_table("effect") if row["role"] == role]
    if not found:
        raise KeyError(role)
    return longest_first(found)


@cache
def number_words(role: str = "number") -> dict[str, int]:
    """Numbers of days written in words: ``mười lăm`` -> 15; with the role ``month`` months: ``bảy`` -> 7."""
    return {match_form(row["phrase"]): int(row["value"]) for row in read_table("effect") if row["role"] == role}
