"""The date of a text: behind the place of its head, or of its adoption, which an act's last sentence gives."""

from __future__ import annotations

import re

from graph import domain
from graph.alphabet import UPPER
from graph.citations import dates
from graph.citations.head_title import one_line
from graph.domain.heads import any_head

_DATE_LINE = re.compile(r",[\s*|_]*(?:ngày|Ngày)[\s*_]*")
_BLANK_DATE = re.compile(
    r"ngày[\s*_.…]{0,12}(?P<d>[0-3]? ?[0-9])?[\s*_.…]{0,12}tháng[\s*_.…]{0,12}"
    r"(?P<m>[01]? ?[0-9])?[\s*_.…]{0,12}năm[\s*_]{0,4}(?P<y>(?:1 ?9|2 ?0) ?[0-9] ?[0-9])(?![0-9])"
)
_LOOSE_DATE = re.compile(
    r"(?:(?:[ \t]*[,.;:])?[ \t*_]*[nN]gày|,)[ \t*_]*(?P<d>[0-3]?[0-9])(?:[ \t]*[/.\-][ \t]*|\s+tháng\s+)"
    r"(?P<m>[01]?[0-9])(?:[ \t]*[/.\-][ \t]*|\s+năm\s+)(?P<y>(?:19|20)[0-9]{2})(?=[ \t*_.]*(?:[\n|\t]|\Z))"
)
_CELL_EDGE = re.compile(r"[\n|\t]|  |<br>")
_LABELLED_DATE = re.compile(
    r"Ngày (?:ban hành|ký xác thực|ký):[\s*|_]*(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[12][0-9]{3})"
)
_PLACE = re.compile(
    r"(?:[Pp]hường|[Qq]uận) [0-9]{1,2}|"
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)?"
    rf"(?:[ .]*(?:[-–] ?)?[{UPPER}][^\W\d_]*){{1,6}}"
)

# the own number in front of the place, where the columns of a head stand on one line: "Số: 454/UBND-NCTH Vị Thanh"
_OWN_NUMBER = re.compile(rf"^{any_head('number-lead')} ?[:.]? ?[0-9.…]*[^ ,]*/[^ ,]+ (?=[{UPPER}])")


def head_date(text: str, begin: int, limit: int) -> tuple[str | None, str | None, int]:
    """The date behind the place of the head ("Quảng Ngãi, ngày 04 tháng 6 năm 2018"), that place, and the offset behind
    both. The place is a line or cell of its own: "Nghị quyết số 18-NQ/TW, ngày …" cites."""
    best: tuple[str | None, str | None, int] | None = None
    for match in _DATE_LINE.finditer(text, begin, limit):
        at = text.find("gày", match.start(), match.end()) - 1
        full = dates.FULL_DATE.match(text, at)
        value = dates.iso(full) if full else None
        end = full.end() if full else match.end()
        if value is None:
            empty = _BLANK_DATE.match(text, at)
            if empty is None:
                continue
            value = _filled(empty)
            end = empty.end()
        place = _place_before(text, match.start())
        if place is None:
            continue
        known = domain.place_by_name(place)
        if known:
            return value, known.name, end
        best = best or (value, place, end)
    best = best or _loose_date(text, begin, limit)
    if best:
        return best
    labelled = labelled_date(text, begin, limit)
    return (labelled[0], None, labelled[1]) if labelled else (None, None, 0)


def _loose_date(text: str, begin: int, limit: int) -> tuple[str, str, int] | None:
    """A date line whose comma or "ngày" is missing ("Hà Nội ngày 5 tháng 9 năm 2031", "Hà Nội, 05/9/2031"): nothing but
    a known place, or that of the head's body, and the date in a line or cell."""
    for match in _LOOSE_DATE.finditer(text, begin, limit):
        whole = dates.FULL_DATE.match(f"ngày {match['d']}/{match['m']}/{match['y']}")
        value = dates.iso(whole) if whole else None
        line = text[max(0, match.start() - 60) : match.start()]
        place = _OWN_NUMBER.sub("", one_line(_CELL_EDGE.split(line)[-1]))
        if value is None or not place:
            continue
        known = domain.place_by_name(place)
        if known or (place[0].isupper() and _of_the_head(text[: min(limit, _HEAD)], place)):
            return value, known.name if known else place, match.end()
    return None


def _filled(found: re.Match[str]) -> str:
    """A date typed or stamped into its blanks ("ngày ..30.. tháng ..9.. năm 2025"), or with digits apart; what is left
    blank is left out."""
    year = found["y"].replace(" ", "")
    month = int(found["m"].replace(" ", "")) if found["m"] else 0
    day = int(found["d"].replace(" ", "")) if found["d"] else 0
    whole = dates.FULL_DATE.match(f"ngày {day}/{month}/{year}")
    value = dates.iso(whole) if whole else None
    return value or (f"{year}-{month:02d}" if 1 <= month <= 12 else year)


def labelled_date(text: str, begin: int, limit: int) -> tuple[str | None, int] | None:
    """The date of a site's box ("Ngày ban hành: 01/12/2025") and the offset behind it."""
    found = _LABELLED_DATE.search(text, begin, limit)
    return (dates.iso(found), found.end()) if found else None


def _place_before(text: str, end: int) -> str | None:
    """The place that stands before a date line's comma; it may be wrapped ("Tây⏎Ninh, ngày …")."""
    line = text[max(0, end - 60) : end].rstrip(" \t_")  # "_Hà Nội_, ngày 18 …"
    cut = max(line.rfind("|"), line.rfind("*"), line.rfind("\n\n"), line.rfind("_"), line.rfind("  "), line.rfind("\t"))
    cell = line[cut + 1 :]
    last = _OWN_NUMBER.sub("", one_line(cell[cell.rfind("\n") + 1 :]))
    for place in (one_line(cell), last):
        known = domain.place_by_name(place)
        if known:
            return place
    torn = re.split(r"[|*_]", line)[-1].split()  # "Quảng⏎    Ninh, ngày …": indented, or paragraphs of their own
    for count in (4, 3, 2):
        place = " ".join(torn[-count:])
        if place[:1].isupper() and domain.place_by_name(place):
            return place
    for place in (one_line(cell), last):
        if 1 < len(place) <= 45 and _PLACE.fullmatch(place):
            return place
    words = last.split()  # the place behind other words of a flattened line
    for count in range(min(5, len(words) - 1), 0, -1):
        tail = " ".join(words[-count:])
        if domain.place_by_name(tail) and words[-count][0].isupper() and words[-count - 1].isupper():
            return tail
        if tail[0].isupper() and _of_the_head(text[: min(end, _HEAD)], tail):
            return tail
    return None


_HEAD = 1_500
_LEVELS = ("XÃ", "PHƯỜNG", "ĐẶC KHU", "THỊ TRẤN", "HUYỆN", "QUẬN", "THỊ XÃ")


def _of_the_head(head: str, place: str) -> bool:
    """Whether the body in the head is of that place, which no table holds: "UBND XÃ TÂN HÒA … Tân Hòa, ngày …"."""
    flat = " ".join(head.split())
    return any(f"{level} {place.upper()} " in flat for level in _LEVELS)
