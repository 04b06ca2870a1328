"""Dates as Vietnamese documents write them: ``ngày 25/10/2017``, ``ngày 09 tháng 01 năm 2015``,
``tháng 4-2007``, ``năm 2024``.

NĐ 30/2020/NĐ-CP pads days below 10 and months 1, 2; Party papers put a comma before "ngày"; typing leaves blanks inside
("19/10/ 2016"), doubles a word ("ngày 06 ngày 11 năm 2013") or drops one ("03 tháng 3năm 2016"); what is read from a
picture has other marks on its vowels ("14 thảng 6 nãm 2005").
"""

from __future__ import annotations

import re

_GAP = r"[\s*]"
# Any blanks, and a line break or two with the indentation behind them. Possessive: linear on runs of blanks.
_WIDE = r"[ \t\x0c\xa0*]*+(?:\n[ \t\x0c\xa0*]*+){0,2}+"
_NUMERIC = (
    rf"(?P<d>[0-9]{{1,2}}){_GAP}?[/\-–.]{_GAP}?(?P<m>[0-9]{{1,2}}){_GAP}?[/\-–.]{_GAP}{{0,2}}(?P<y>[12][0-9]{{3}})"
    rf"(?![0-9])"
)
_WORDS = (
    rf"(?P<d2>[0-9]{{1,2}}){_WIDE}(?:th[áảãa]ng|ngày|THÁNG){_WIDE}(?P<m2>[0-9]{{1,2}})"
    rf"{_WIDE}(?:n[ăãâaáàắ]m|NĂM|,){_WIDE}(?P<y2>[12][0-9]{{3}})(?![0-9])"
)
# "ngày 14/11/98": of two digits only a year of the last century can be told
_SHORT_YEAR = r"(?:4[5-9]|[5-9][0-9])(?![0-9/.\-–]*[0-9])"
# A full date behind "ngày".
FULL_DATE = re.compile(rf"(?:ngày|NGÀY|Ngày){_WIDE}(?:{_NUMERIC.replace('(?P<y>', f'(?P<y>{_SHORT_YEAR}|')}|{_WORDS})")
# The same where "ngày" may be missing (headers, captions).
BARE_DATE = re.compile(rf"(?:{_NUMERIC}|{_WORDS})")
MONTH_DATE = re.compile(
    rf"tháng(?={_GAP}){_WIDE}(?P<m>[0-9]{{1,2}}){_WIDE}(?:[-/]|năm){_WIDE}(?P<y>[12][0-9]{{3}})(?![0-9])"
)
YEAR = re.compile(rf"(?:năm(?={_GAP}){_WIDE}|NĂM(?={_GAP}){_WIDE})?(?P<y>(?:19|20)[0-9]{{2}})(?![0-9]|[/.\-][0-9])")


def iso(match: re.Match[str]) -> str | None:
    """ISO form of a `FULL_DATE` or `BARE_DATE` match; None where day or month cannot be (31/02, month 13)."""
    if match["d"] is not None:
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
        year += _CENTURY if year < _CENTURY else 0
    else:
        day, month, year = int(match["d2"]), int(match["m2"]), int(match["y2"])
    if not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1] or (month == 2 and day == 29 and not _leap(year)):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


_CENTURY = 1900
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
