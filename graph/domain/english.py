"""The words of English pages about Vietnamese law (table ``english.csv``)."""

from __future__ import annotations

import re
from functools import cache

from graph.domain.table import read_table


@cache
def english(role: str) -> dict[str, str]:
    """The phrases of a role in small letters, the longest first, each with its value."""
    found = [(row["phrase"], row["value"]) for row in read_table("english") if row["role"] == role]
    return dict(sorted(found, key=lambda row: (-len(row[0]), row[0])))


@cache
def english_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern, of either case, in which ``<role>`` stands for the phrases of the table, a blank for any blanks, and
    ``<day>`` for a date as English texts write it (groups ``d``, ``m``, ``y``)."""
    filled = re.sub(r"(?<!P)<([a-z]+)>", lambda found: _DAY if found[1] == "day" else _either(found[1]), pattern)
    return re.compile(filled.replace(" ", r"\s+"), re.IGNORECASE)


def _either(role: str) -> str:
    return f"(?:{'|'.join(re.escape(phrase).replace(chr(92) + ' ', ' ') for phrase in english(role))})(?![a-z])"


_DAY = (
    r"(?:(?P<d>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?(?P<m>[a-z]{3,9}),? (?P<y>(?:19|20)[0-9]{2})"
    r"|(?P<m2>[a-z]{3,9}) (?P<d2>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)[0-9]{2})"
    r"|(?P<d3>[0-9]{1,2})/(?P<m3>[0-9]{1,2})/(?P<y3>(?:19|20)[0-9]{2}))(?![0-9])"
)
