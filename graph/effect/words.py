"""The words of time as patterns over a flat text (``structure/flat.py``), made from ``effect.csv`` on first use."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from graph.citations.dates import iso
from graph.domain.document_types import document_types
from graph.domain.effect import effect_words, number_words


def _either(phrases: tuple[str, ...]) -> str:
    """An alternation of phrases, blanks of any number between their words, either case."""
    return "(?:" + "|".join(_phrase(phrase) for phrase in phrases) + ")"


def _phrase(phrase: str) -> str:
    letters = (
        " *" if letter == " " and before == "," else " +" if letter == " " else _letter(letter)
        for before, letter in zip(" " + phrase, phrase, strict=False)
    )
    return "".join(letters)


def _letter(letter: str) -> str:
    return f"[{letter}{letter.upper()}]" if letter != letter.upper() else re.escape(letter)


@cache
def phrases(*roles: str) -> str:
    """The pattern of all phrases of some roles."""
    return _either(tuple(word for role in roles for word in effect_words(role)))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which ``<role>`` (or ``<role|role>``) stands for the phrases of the table."""
    return re.compile(re.sub(r"<([a-z|-]+)>", lambda m: phrases(*m[1].split("|")), pattern))


@cache
def anchors(role: str) -> tuple[re.Pattern[str], ...]:
    """The phrases of a role in lower case, a pattern for all that begin with one word: what begins with letters as they
    stand is found several times as fast as the phrase in any case. What it finds is to be looked at again."""
    behind: dict[str, list[list[str]]] = {}
    for phrase in effect_words(role):
        first, *more = phrase.split(" ")
        behind.setdefault(first, []).append(more)
    return tuple(re.compile(re.escape(first) + _any_end(ends)) for first, ends in behind.items())


def _any_end(ends: Sequence[list[str]]) -> str:
    if [] in ends:
        return ""
    return f"(?:{'|'.join(''.join(f' +{re.escape(word)}' for word in words) for words in ends)})"


# Days: "ngày 03 tháng 3 năm 2031", "3-3-1984", "01/7 /2031", a footnote's digits glued behind ("năm 201671") or the
# year torn ("năm 202 5"). "0 giờ ngày …" counts as the day.
_DAY = re.compile(
    r"(?:0?0 *(?:giờ|h) *(?:00|0)? *(?:phút)? *,? *)?(?:[Nn]gày +)?(?:m[ùồ]ng +)?"
    r"(?:(?P<d>[0-9]{1,2}) ?[/.\-–] ?(?P<m>[0-9]{1,2})(?: ?[/.\-–] {0,2}| +năm +)"
    r"(?P<y>(?:1[89]|20)[0-9]{2})(?![0-9]{3})"
    r"|(?P<d2>[0-9]{1,2}) *(?:tháng|/) *(?P<m2>[0-9]{1,2})[ .,]*(?:năm|,|/) *"
    r"(?P<y2>(?:1[89]|20) ?[0-9] ?[0-9])(?![0-9]{4}))"
)
# "01/7 đến (hết ngày) 31/12 năm 2031", "01 tháng 7 đến ngày 31 tháng 12 năm 2031", "01 đến ngày 15 tháng 7 năm 2031":
# the year, or month and year, are said with the last day
_SPAN = re.compile(
    r"(?:[Nn]gày +)?(?P<d>[0-9]{1,2})(?:(?: ?[/.\-] ?| +tháng +)(?P<m>[0-9]{1,2}))?"
    r"(?= +(?:cho +)?(?:đến|tới) +(?:hết +)?(?:ngày +)?(?P<d2>[0-9]{1,2})(?: ?[/.\-] ?| +tháng +)(?P<m2>[0-9]{1,2})"
    r"(?: ?[/.\-] ?| *,? *năm +)(?P<y>(?:19|20)[0-9]{2})(?![0-9]))"
)
_MONTH = re.compile(r"(?:đầu +)?tháng +(?P<m>[0-9]{1,2}) *(?:/|năm|-) *(?P<y>(?:19|20)[0-9]{2})(?![0-9])")
_YEAR = re.compile(
    r"(?:(?:đầu +)?năm +(?:ngân +sách +|tài +chính +|kế +hoạch +)?)"
    r"(?P<y>(?:19|20)[0-9]{2})(?![0-9]|[ ]?[-–/][ ]?(?:19|20))"
    r"|năm +học +(?P<school>(?:19|20)[0-9]{2})(?![0-9])"  # begins in the year named first
)


class Day(NamedTuple):
    """A date read: ISO form (shortened to month or year where the text says no more), and where it ends."""

    value: str
    end: int


def read_day(flat: str, at: int, *, last: bool = False) -> Day | None:
    """The date at an offset; with `last`, the last day of a month or a year instead of the month or year."""
    found = _DAY.match(flat, at)
    if found:
        value = _iso(found)
        return Day(value, found.end()) if value else None
    found = _in_words().match(flat, at)
    if found:
        month = _count(found["m"], "month")
        plain = _PLAIN.match(f"{_count(found['d'], 'number')}/{month}/{found['y']}")
        value = iso(plain) if plain else None
        return Day(value, found.end()) if value else None
    found = _SPAN.match(flat, at)
    if found and (value := _first_of(found)):
        return Day(value, found.end())
    found = _MONTH.match(flat, at)
    if found and 1 <= int(found["m"]) <= 12:
        year, month = int(found["y"]), int(found["m"])
        end = f"-{calendar.monthrange(year, month)[1]:02d}" if last else ""
        return Day(f"{year:04d}-{month:02d}{end}", found.end())
    found = _YEAR.match(flat, at)
    if found and found["school"]:
        return None if last else Day(found["school"], found.end())
    return Day(found["y"] + ("-12-31" if last else ""), found.end()) if found else None


def _first_of(span: re.Match[str]) -> str | None:
    """The first day of a span whose year stands with its last day; None where the year may be the one before."""
    month = int(span["m"] or span["m2"])
    if (month, int(span["d"])) > (int(span["m2"]), int(span["d2"])):
        return None
    plain = _PLAIN.match(f"{span['d']}/{month}/{span['y']}")
    return iso(plain) if plain else None


@cache
def _in_words() -> re.Pattern[str]:
    """ "ngày 01 tháng Bảy năm 2031", "ngày mồng một tháng 7 năm 2031", "ngày mười lăm tháng chín năm 2031"."""
    return re.compile(
        rf"(?:[Nn]gày +)?(?:m[ùồ]ng +)?(?P<d>[0-9]{{1,2}}|{phrases('number')}) +tháng +"
        rf"(?P<m>[0-9]{{1,2}}|{phrases('month')}) *,? *năm +(?P<y>(?:19|20)[0-9]{{2}})(?![0-9])"
    )


def _count(words: str, role: str) -> int:
    """A number in digits or in the words of a role; 0 for what is none."""
    words = " ".join(words.lower().split())
    return int(words) if words.isascii() and words.isdigit() else number_words(role).get(words, 0)


def _iso(found: re.Match[str]) -> str | None:
    if found["d"] is not None:
        day, month, year = found["d"], found["m"], found["y"]
    else:
        day, month, year = found["d2"], found["m2"], found["y2"].replace(" ", "")
    plain = _PLAIN.match(f"{day}/{month}/{year}")
    return iso(plain) if plain else None


_PLAIN = re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})(?P<d2>)(?P<m2>)(?P<y2>)")


def plus(day: str, days: int) -> str | None:
    """`day` and some days more, the day itself not counted; None unless it is a whole date."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if len(day) == 10 else None
    except (ValueError, OverflowError):
        return None


def number(words: str) -> int | None:
    """``45`` or ``bốn mươi lăm`` as a number."""
    return _count(words, "number") or None


@cache
def this() -> re.Pattern[str]:
    """A type of document, with "này" (group ``this``) or without: "Thông tư liên tịch này", "Quyết định"."""
    names = {words for kind in document_types() for words in kind.words if len(words) > 4 or " " in words}
    names |= {"văn bản", "luật", "lệnh"}
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-len(n), n)):
        first, *more = map(re.escape, name.split())
        by_letter[name[0]].append(" +".join((first[1:], *more)))
    # The first letter, in either case, comes first and as a class: a search skips to such letters.
    letters = "".join(letter + letter.upper() for letter in sorted(by_letter))
    listed = "|".join(f"(?<=[{c}{c.upper()}])(?:{'|'.join(rest)})" for c, rest in sorted(by_letter.items()))
    return re.compile(
        rf"(?P<type>[{letters}](?<![^\W_][{letters}])(?:{listed}))(?![^\W\d_])(?P<this> *này(?=có|\W|\Z))?"
    )
