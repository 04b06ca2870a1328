"""When an assembly passed a text, by its closing line, or a text that is cited, by what is said of it.

"Luật này được Quốc hội … khóa XV, kỳ họp thứ 7 thông qua ngày 21 tháng 6 năm 2024"; "Nghị quyết này đã được Hội đồng
nhân dân … thông qua ngày …" (Luật 64/2025/QH15 Điều 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.citations import dates

_B = r"[\s*|_>]"
_PASSED = re.compile(
    rf"hông{_B}+qua{_B}+(?:tại{_B}+(?:phiên|kỳ){_B}+họp{_B}+(?:thứ{_B}+[^\W_]{{1,8}}{_B}+)?)?(?=(?:ngày|vào{_B}+ngày|hồi){_B})"
)
_DATE = re.compile(rf"(?:vào{_B}+|hồi{_B}+)?(?=ngày)")
_TORN = re.compile(r"(?<=20)[ ]?(?P<a>[0-9])[ ]?(?P<b>[0-9])(?![0-9])")
_SUBJECT = re.compile(
    rf"(?P<type>Bộ{_B}+luật|Luật|Pháp{_B}+lệnh|Nghị{_B}+quyết|Hiến{_B}+pháp){_B}+này{_B}+(?:đã{_B}+)?được{_B}+"
    rf"(?=(?:Quốc{_B}+hội|Ủy{_B}+ban{_B}+[Tt]hường|Hội{_B}+đồng{_B}+nhân|HĐND))"
)
_REACH = 400


class Passing(NamedTuple):
    """A closing line: the `type` that it speaks of ("nghị quyết"), the day, and where it stands; `cue` is the offset of
    "thông qua"."""

    type: str
    date: str
    start: int
    cue: int
    end: int


def passings(text: str) -> Iterator[Passing]:
    """The closing lines of a normalised text, in order."""
    for match in _PASSED.finditer(text):
        subject = None
        for found in _SUBJECT.finditer(text, max(0, match.start() - _REACH), match.start()):
            subject = found
        lead = _DATE.match(text, match.end())
        if subject is None or lead is None:
            continue
        day = _day(text, lead.end())
        if day is None:
            continue
        kind = " ".join(subject["type"].replace("*", " ").split()).lower()
        yield Passing(kind, day[0], subject.start(), match.start() - 1, day[1])


def passed_on(text: str, kind: str | None) -> str | None:
    """The day on which the document of type `kind` that the text is was passed, by its last closing line (one before
    may be quoted); None where none says it."""
    if kind is None:
        return None
    days = [p.date for p in passings(text) if kind.casefold().endswith(p.type)]
    return days[-1] if days else None


_HOUSE = rf"(?:Quốc{_B}+hội|Ủy{_B}+ban{_B}+[Tt]hường{_B}+vụ{_B}+Quốc{_B}+hội|UBTVQH|Hội{_B}+đồng{_B}+nhân{_B}+dân|HĐND)"
_PASSED_WORDS = rf"thông{_B}+qua{_B}+(?:tại[^.;:“”]{{3,90}}?[,\s]{_B}*)?(?:vào{_B}+|hồi{_B}+)?(?=ngày{_B})"
_BEHIND = re.compile(
    rf"(?:{_B}|[”\",]|\([^()\n]{{1,60}}\))*(?:[đĐ]ã{_B}+)?được{_B}+{_HOUSE}(?![^\W_])[^.;:“”]{{0,160}}?{_PASSED_WORDS}"
)
_BEHIND_LOOK = re.compile(rf"(?:{_B}|[”\",]|\([^()\n]{{1,60}}\))*(?:[đĐ]ã{_B}+)?được{_B}+(?=[QỦUH])")
_FRONT = re.compile(
    rf"(?P<day>[nN]gày{_B}{{1,3}}[0-9][0-9/.\-\s]{{0,3}}(?:[0-9/.\-]|tháng|năm|\s){{3,22}}[0-9]{{4}}),{_B}+"
    rf"(?:[^.;:“”]{{3,120}}?,{_B}+)?{_HOUSE}(?![^\W_])[^.;:“”]{{0,90}}?{_B}thông{_B}+qua{_B}+(?:dự{_B}+án{_B}+)?\Z"
)
_FRONT_REACH = 320


def said_behind(text: str, at: int) -> str | None:
    """The day on which the act cited before `at` was passed: "… đã được Quốc hội khóa XV, kỳ họp thứ 7 thông qua ngày
    29 tháng 6 năm 2024" (an order that promulgates it, an article). None where that is not said."""
    if _BEHIND_LOOK.match(text, at) is None:
        return None
    found = _BEHIND.match(text, at)
    day = _day(text, found.end()) if found else None
    return day[0] if day else None


def said_in_front(text: str, at: int) -> str | None:
    """The same where the sentence begins with it: "Ngày 29/6/2024, Quốc hội đã thông qua [Luật …]"."""
    if not text.endswith(("qua ", "qua\n", "án ", "án\n"), max(0, at - 4), at):
        return None
    found = _FRONT.search(text, max(0, at - _FRONT_REACH), at)
    day = _day(text, found.start("day")) if found else None
    return day[0] if day else None


def _day(text: str, at: int) -> tuple[str, int] | None:
    """The date at an offset, its year perhaps torn ("năm 202 5")."""
    found = dates.FULL_DATE.match(text, at)
    if found:
        value = dates.iso(found)
        return (value, found.end()) if value else None
    window = text[at : at + 60]
    torn = _TORN.search(window)
    found = dates.FULL_DATE.match(_TORN.sub(r"\g<a>\g<b>", window, count=1)) if torn else None
    value = dates.iso(found) if found else None
    return (value, at + torn.end()) if value and torn else None
