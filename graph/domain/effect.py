"""The words with which texts say when they apply (table ``effect.csv``)."""

from __future__ import annotations

import re
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


def either(*roles: str) -> str:
    """A pattern of the phrases of some roles, the longest first."""
    listed = sorted((word for role in roles for word in effect_words(role)), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, listed))


@cache
def _whole() -> re.Pattern[str]:
    """Words that stand before provisions which are meant as they are: "các quy định tại", "toàn bộ nội dung"."""
    said = rf"(?:{either('whole-lead', 'act')})(?![^\W_])"
    return re.compile(rf"(?:{said}|[ ,:.()*_|\-–+]|[0-9]{{1,3}}[.)]|[a-zđ]\))*")


def names_a_part(lead: str) -> bool:
    """Whether the words between a verb and the provisions behind it name something that stands in them: "một số nội
    dung quy định tại", "Mẫu số 05", "quy định về phụ cấp tại"; not "các quy định tại"."""
    return _whole().fullmatch(" ".join(lead.lower().split())) is None
