"""When: what stands behind "có hiệu lực" and its like.

A date, the day of signing, passing or publication, so many days after one of these, the day on which another document
takes effect, or a last day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from graph.effect import words

_GAP = 90  # code points that may stand between "hiệu lực" and the time
# "trên địa bàn tỉnh", "đối với …": what may stand there; no stop, no condition
_BETWEEN = re.compile(
    r"(?:(?!(?<![^\W_])(?:khi|nếu|thì|mà|trong|trước|hoặc|không|theo +quy|đến +khi)(?![^\W_]))[^.;:])*?"
)
_FROM = re.compile(r"(?<![^\W_])(?:(?:[kK]ể|[tT]ính) +)?[tT]ừ +(?:thời +điểm +)?")
_UNTIL = re.compile(
    r"(?<![^\W_])(?:cho +)?(?:đến|tới) +(?P<before>trước +)?(?P<through>hết +)?"
    r"(?P<day>(?=(?:ngày +)?[0-9]|tháng +[0-9]|năm +[0-9]))"
)
_OWN_DAY = re.compile(r"(?:ngày|thời +điểm|khi|lúc|giờ) +(?:mà +)?")
_AT_ONCE = re.compile(r" +(?:ngay +)?(?:sau +)?khi +|(?P<bare> +ngay(?= *(?:[.;,]|và(?![^\W_])|\Z)))")
_PAST = re.compile(r"(?<![^\W_])(?:(?:kể +)?từ +)?sau +(?=ngày +[0-9])")  # "sau ngày 31/12/2031": from the next one
_QUIET_DATE = re.compile(r"(?:là +|vào +)?(?=ngày +[0-9])")
# "trước ngày Luật X có hiệu lực thi hành (01/8/2031)": the day in brackets, and nothing else
_IN_BRACKETS = re.compile(r"(?: +thi +hành)? *\( *(?:là +|vào +|từ +)?(?=(?:ngày +)?[0-9])")
_CLOSED = re.compile(r" *\)")
# "hết hiệu lực (31/12/2031)": on that day, or with it?
_ENDED = re.compile(r"(?:[hH]ết|[mM]ất) +hiệu +lực(?: +thi +hành)? *\Z")
_LONGEST = 120
_WITHIN = r"trong +(?:(?:thời +(?:hạn|gian)|vòng) +)?(?:là +)?"
_COUNT = r"(?P<n>[0-9]{1,3}|[^\W\d_]+(?: +[^\W\d_]+){0,3}?) *(?:\( *[^)]{1,30}\) *)?"
# "5 ngày kể từ ngày ký" without "trong" counts the days until it begins
_LASTING = re.compile(
    rf" *(?P<within>{_WITHIN})?{_COUNT}(?P<u>năm|(?(within)(?:tháng|ngày)|(?!)))"
    r" *,? *(?=(?:(?:kể|tính) +)?từ(?![^\W_]))"
)
_LASTING_BEHIND = re.compile(
    rf"(?: *,)? *(?:(?:và|được|thực +hiện|thi +hành|áp +dụng|thí +điểm) +)*(?:{_WITHIN}"
    rf"|(?:với|có) +thời +hạn +(?:là +)?)"
    rf"{_COUNT}(?P<u>năm|tháng|ngày)(?![^\W_])(?! *,? *(?:(?:kể|tính) +)?từ(?![^\W_]))"
)
_DAYS = re.compile(
    r"(?:sau +|là +)?(?P<n>[0-9]{1,3}|[^\W\d_]+(?: +[^\W\d_]+){0,3}) *(?:\( *[^)]{1,30}\) *)?"
    r"(?P<u>ngày|tháng)(?P<working> +làm +việc)? *,? *"
    r"(?:(?:kể +|tính +)?(?:từ|sau) +(?:ngày +|khi +)|sau +(?:ngày +|khi +))"
)


class Time(NamedTuple):
    """A time: `basis` and `days` as in `graph.model.Effect` (``until``: `value` is a last day); `end` is where the
    words end; `by` the document whose date of effect counts."""

    basis: str
    value: str | None
    end: int
    by: str | None = None
    days: int = 0


class Lasting(NamedTuple):
    """How long a force lasts: `many` of `unit` (năm, tháng, ngày); `end` is where the words end."""

    many: int
    unit: str
    end: int

    def last(self, first: str) -> str | None:
        """The last day, the first one being `first`; None unless that is a whole date."""
        if self.unit == "ngày":
            return words.plus(first, self.many - 1)
        months = self.many * (12 if self.unit == "năm" else 1)
        try:
            day = date.fromisoformat(first)
            whole = day.month - 1 + months
            year, month = day.year + whole // 12, whole % 12 + 1
            same = min(day.day, calendar.monthrange(year, month)[1])
            return (date(year, month, same) - timedelta(days=1)).isoformat() if len(first) == 10 else None
        except (ValueError, OverflowError):
            return None


def read_time(flat: str, at: int, end: int, document_at: Callable[[int, int], str | None]) -> Time | None:
    """The time that stands behind a word of force at `at`, in a sentence that ends at `end`. `document_at` tells which
    document is cited between two offsets."""
    limit = min(end, at + _GAP)
    best: Time | None = None
    where = limit
    for reader in (_from, _past, _after, _at_once, _with, _until_only):
        found = reader(flat, at, min(where, limit), end, document_at)
        if found is not None and (best is None or found[0] < where):
            where, best = found
    return best


def end_behind(flat: str, at: int, end: int, reach: int | None = None) -> Time | None:
    """A last day behind a first one: "… đến hết ngày 31 tháng 12 năm 2026"; with `reach` anywhere before it."""
    found = _UNTIL.search(flat, at, min(end, at + 80) if reach is None else reach)
    if found is None or (reach is None and not _BETWEEN.fullmatch(flat, at, found.start())):
        return None
    return _last_day(flat, found)


def lasting(flat: str, at: int) -> Lasting | None:
    """How long, in front of the first day: "có hiệu lực *trong thời hạn 02 năm*, kể từ ngày …", "*05 năm* kể từ …"."""
    return _lasting(_LASTING.match(flat, at))


def lasting_behind(flat: str, at: int, end: int) -> Lasting | None:
    """How long, behind the first day: "… từ ngày 01/7/2031 và được thực hiện trong thời gian 05 năm"."""
    return _lasting(_LASTING_BEHIND.match(flat, at, min(end, at + _GAP)))


def _lasting(found: re.Match[str] | None) -> Lasting | None:
    if found is None:
        return None
    count = words.number(found["n"] or "")
    return Lasting(count, found["u"], found.end()) if count and count <= _LONGEST else None


def _last_day(flat: str, found: re.Match[str]) -> Time | None:
    day = words.read_day(flat, found.end("day"), last=True)
    if day is None:
        return None
    bare = flat.startswith("năm", found.end("day"))
    if bare and not found["through"]:
        return None  # "đến năm 2030" is an aim
    value = day.value
    if found["before"]:
        if len(value) != 10:
            return None
        value = (date.fromisoformat(value) - timedelta(days=1)).isoformat()
    return Time("until", value, day.end)


Found = tuple[int, Time] | None
Where = Callable[[int, int], str | None]


def _from(flat: str, at: int, limit: int, end: int, document_at: Where) -> Found:
    # "có hiệu lực ngày 01/7/2031", "vào ngày …": right behind the word, so before any day further on
    quiet = _QUIET_DATE.match(flat, at + 1) if flat[at : at + 1] == " " else None
    day = words.read_day(flat, quiet.end()) if quiet and quiet.end() < end else None
    if quiet and day:
        return quiet.start(), Time("stated", day.value, day.end)
    bracket = _IN_BRACKETS.match(flat, at, end) if not _ENDED.search(flat, max(0, at - 24), at) else None
    day = words.read_day(flat, bracket.end()) if bracket else None
    if bracket and day and _CLOSED.match(flat, day.end, end):
        return bracket.start(), Time("stated", day.value, day.end)
    for lead in _FROM.finditer(flat, at, limit):
        if not _BETWEEN.fullmatch(flat, at, lead.start()):
            return None
        time = _point(flat, lead.end(), end, document_at)
        if time is not None:
            return lead.start(), time
    return None


def _point(flat: str, at: int, end: int, document_at: Where) -> Time | None:
    """The point in time behind "từ"."""
    day = words.read_day(flat, at)
    if day is not None:
        return Time("stated", day.value, day.end)
    own = _OWN_DAY.match(flat, at)
    start = own.end() if own else at
    event = _event(flat, start, 0)
    if event is not None:
        return event
    counted = _DAYS.match(flat, start)
    if counted and own is None:
        return _counted(flat, counted)
    # "từ ngày Luật Đất đai có hiệu lực"
    force = words.compiled(r"<force>").search(flat, start, min(end, start + 200))
    if force is not None and (by := document_at(start, min(force.start(), start + 60))) is not None:
        return Time("document", None, force.end(), by)
    return None


def _event(flat: str, at: int, days: int) -> Time | None:
    """Signing, passing or publication at an offset."""
    for basis, pattern in (
        ("publication", r"(?:được +)?<publication>(?![^\W_])"),
        ("signing", r"(?:được +)?<signing>(?![^\W_])(?! +(?:kết|hợp|thỏa|biên|văn +bản +thỏa))"),
        ("passing", r"(?:được +)?(?:Hội|HĐND|Quốc|Đại)[^.;:,]{0,80}?<passing>(?![^\W_])|<passing>(?![^\W_])"),
    ):
        found = words.compiled(pattern).match(flat, at)
        if found:
            return Time(basis, None, found.end(), None, days)
    return None


def _counted(flat: str, counted: re.Match[str]) -> Time | None:
    count = words.number(counted["n"])
    if count is None or count > 400:
        return None
    day = words.read_day(flat, counted.end()) if counted["u"] == "ngày" else None
    if day is not None:  # "sau 10 ngày, kể từ ngày 10 tháng 3 năm 2031"
        return Time("stated", None if counted["working"] else words.plus(day.value, count), day.end)
    time = _event(flat, counted.end(), count * (30 if counted["u"] == "tháng" else 1))
    # working days depend on a calendar of holidays: the day stays open
    return time._replace(basis="stated") if time and counted["working"] else time


def _past(flat: str, at: int, limit: int, end: int, document_at: Where) -> Found:
    """ "hết hiệu lực sau ngày 31/12/2031"."""
    lead = _PAST.search(flat, at, limit)
    day = words.read_day(flat, lead.end()) if lead and _BETWEEN.fullmatch(flat, at, lead.start()) else None
    return (lead.start(), Time("stated", words.plus(day.value, 1), day.end)) if lead and day else None


def _at_once(flat: str, at: int, limit: int, end: int, document_at: Where) -> Found:
    """ "có hiệu lực ngay", "ngay sau khi ký", "khi được Hội đồng nhân dân thông qua"."""
    lead = _AT_ONCE.match(flat, at, end)
    if lead is None:
        return None
    time = Time("signing", None, lead.end()) if lead["bare"] else _event(flat, lead.end(), 0)
    return (lead.start(), time) if time else None


def _after(flat: str, at: int, limit: int, end: int, document_at: Where) -> Found:
    """ "sau 45 ngày kể từ ngày ký", "15 ngày sau khi đăng Công báo"."""
    for lead in _SAU.finditer(flat, at, limit):
        if not _BETWEEN.fullmatch(flat, at, lead.start()):
            return None
        counted = _DAYS.match(flat, lead.start())
        time = _counted(flat, counted) if counted else None
        if time is not None and time.end <= end:
            return lead.start(), time
    return None


_SAU = re.compile(r"(?<![^\W_])(?:sau +(?=[0-9^\W_]|[a-zà-ỹ])|(?=[0-9]{1,3} *(?:\([^)]{1,30}\) *)?ngày))")


def _with(flat: str, at: int, limit: int, end: int, document_at: Where) -> Found:
    """ "cùng thời điểm với Luật X", "theo Quyết định số …": the day of another document."""
    lead = words.compiled(r"(?<![^\W_])<with>(?![^\W_])").search(flat, at, min(limit, at + 24))
    if lead is None or not _BETWEEN.fullmatch(flat, at, lead.start()) or _ANNEXED.search(flat, at, lead.start()):
        return None
    by = document_at(lead.end(), min(end, lead.end() + 60))
    return (lead.start(), Time("document", None, min(end, lead.end() + 60), by)) if by else None


_ANNEXED = re.compile(r"(?:[kK]èm|[bB]an +hành) *\Z")  # "ban hành kèm theo": no time


def _until_only(flat: str, at: int, limit: int, end: int, document_at: Where) -> Found:
    """ "có hiệu lực đến hết ngày …"."""
    found = _UNTIL.search(flat, at, limit)
    if found is None or not _BETWEEN.fullmatch(flat, at, found.start()):
        return None
    time = _last_day(flat, found)
    return (found.start(), time) if time else None
