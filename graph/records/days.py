"""Days as cells of registers and tables have them, as ISO dates."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

_DAY = (
    r"(?:ngày\s*)?(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[/.-]|năm)\s*"
    r"(?P<y>\d{4}|\d\d)(?![\d/.-]*\d)"
)
_ISO = r"(?P<y2>\d{4})[-/.](?P<m2>\d{1,2})[-/.](?P<d2>\d{1,2})(?!\d)"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH = rf"(?P<d3>\d{{1,2}})[ -](?P<m3>{'|'.join(_MONTHS)})[a-z]*\.?[ -](?P<y3>\d{{4}}|\d\d)(?!\d)"
DATE = re.compile(rf"(?<![\d/-]){_DAY}|(?<!\d)(?:{_ISO}|{_ENGLISH})", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)")
_EPOCH = re.compile(r"-?\d{12,13}")  # milliseconds; in seconds, numbers of other things are as long
_VIETNAM = timezone(timedelta(hours=7))
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")  # 20250701
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")  # how spreadsheets count days
_SERIALS = (16_682, 73_050)  # from 2 September 1945 on to the end of 2099
_PIVOT = 45  # years of two digits from here on are of the last century
_WITH_TIME = re.compile(r"(?P<day>.*?)[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:AM|PM|SA|CH))?", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"(?:(?:ngày|từ)\s+)*", re.IGNORECASE)


def day_in(text: str) -> str:
    """The first day in a cell, ISO; "" where there is none that exists."""
    text = _in_vietnam(text.strip())
    if compact := _COMPACT.fullmatch(text):
        text = "-".join(compact.groups())
    elif _SERIAL.fullmatch(text) and _SERIALS[0] <= float(text) <= _SERIALS[1]:
        return (date(1899, 12, 30) + timedelta(int(float(text)))).isoformat()
    for found in DATE.finditer(text):
        year, month, day = (found[f"{part}"] or found[f"{part}2"] or found[f"{part}3"] for part in "ymd")
        if month.lower()[:3] in _MONTHS:
            month = str(_MONTHS.index(month.lower()[:3]) + 1)
        if len(year) == 2:
            year = f"{19 if int(year) >= _PIVOT else 20}{year}"
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""


def _in_vietnam(text: str) -> str:
    """A moment as programs write it, in UTC, by the day that it was in Viet Nam: midnight there is 17:00 of the day
    before in ``2018-06-04T17:00:00.000Z``, and in the milliseconds since 1970."""
    try:
        if _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text)
        elif _EPOCH.fullmatch(text):
            moment = datetime.fromtimestamp(int(text) / 1000, UTC)
        else:
            return text
    except (ValueError, OverflowError, OSError):
        return text
    return moment.astimezone(_VIETNAM).date().isoformat()


def whole_day(text: str) -> str:
    """The day that a text is, ISO, in any form that spreadsheets give a cell of dates; "" where it is none, or more.

    >>> whole_day("5-Jun-18"), whole_day("05/06/2018 00:00"), whole_day("45/2018")
    ('2018-06-05', '2018-06-05', '')
    """
    timed = _WITH_TIME.fullmatch(text)
    words = text.strip() if timed is None or _MOMENT.fullmatch(text) else timed["day"]
    words = words[_BEFORE_DAY.match(words).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    found = DATE.match(words)
    if found is not None and found.end() == len(words):
        return day_in(words)
    return day_in(words) if re.fullmatch(r"[\d.]+", words) and found is None else ""
