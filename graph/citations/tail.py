"""What follows the number of a cited document: its date, issuer, term and title.

NĐ 30/2020/NĐ-CP cites "type, number and symbol, date, issuer, subject"; Party papers put a comma before the date and
the term (khóa) behind the issuer. Older texts put the issuer before the date. Each part may be missing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph import domain
from graph.alphabet import UPPER
from graph.citations import dates
from graph.citations.bodies import IssuerRef, issues, read_issuer, read_ministry

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_SKIP = re.compile(rf"(?:{_BLANK}|\[[0-9]{{1,3}}\]|\([0-9]{{1,2}}\)(?=\s))*+")
_DATE_LEAD = re.compile(
    rf"(?:{_BLANK}|\[[0-9]{{1,3}}\]|\([0-9]{{1,2}}\))*[,(]?{_BLANK}*+(?:(?:đã|vừa|mới){_BLANK}++)?(?:được{_BLANK}++)?(?:Quốc{_BLANK}++hội{_BLANK}++)?"
    rf"(?:(?:(?:ký{_BLANK}++)?ban{_BLANK}++hành|ký|thông{_BLANK}++qua|Ban{_BLANK}++hành){_BLANK}*+)?"
    rf"(?:vào{_BLANK}++)?(?:[nN]gày{_BLANK}++)?(?=[nN]gày|NGÀY)"
)
_MONTH_LEAD = re.compile(rf"[,(]?{_BLANK}*+(?=tháng)")
_YEAR_LEAD = re.compile(rf"{_BLANK}*+[,(]?{_BLANK}*+(?=(?:năm|NĂM){_BLANK}|(?:19|20)[0-9]{{2}}(?![0-9/]))")
OF = re.compile(
    rf"(?:{_BLANK}|\[[0-9]{{1,3}}\])*[,(]?{_BLANK}*+"
    rf"(?:của|CỦA|do)(?![^\W_])(?:{_BLANK}|:)*",
    re.UNICODE,
)
_UNDERGONE = re.compile(rf"{_BLANK}*+(?:(?:đã|vừa|mới){_BLANK}++)?được{_BLANK}++")
_BY = re.compile(r"do(?![^\W_])")
_ENACTS = re.compile(rf"{_BLANK}*+(?:(?:đã|vừa|mới){_BLANK}++)?(?:ban{_BLANK}++hành|ký)(?![^\W_])")
_AT_PLENUM = re.compile(rf"{_BLANK}*+,?{_BLANK}*+(?:tại{_BLANK}++)?(?=Hội{_BLANK}++nghị{_BLANK}++(?:lần|Trung|Ban))")
_BETWEEN = re.compile(rf"{_BLANK}*+,?{_BLANK}*+giữa{_BLANK}++")
_LEAGUE = re.compile(rf"{_BLANK}*+[Ll]iên{_BLANK}++(?:tịch{_BLANK}++)?[Bb]ộ{_BLANK}*+:?{_BLANK}*+(?=[{UPPER}])")
_YEAR_ONLY = len("2025")
_AND = re.compile(rf"{_BLANK}*+(?:,|;|và|-|–|với|cùng|,{_BLANK}*+và){_BLANK}*+(?=[{UPPER}])")
TERM = re.compile(
    rf"[,(]*{_BLANK}*+\(?{_BLANK}*+(?:khóa|Khóa|KHÓA|khoá|nhiệm{_BLANK}kỳ{_BLANK}khóa){_BLANK}*+(?:thứ{_BLANK}*+)?"
    rf"(?P<term>[XVI]{{1,6}}|[0-9]{{1,2}})(?![^\W_]){_BLANK}*+\)?"
)
_NTH = re.compile(
    rf"{_BLANK}*+\(?{_BLANK}*+,?{_BLANK}*+(?:tại{_BLANK}++)?(?:Hội{_BLANK}++nghị|lần{_BLANK}++thứ|Kỳ{_BLANK}++họp"
    rf"|kỳ{_BLANK}++họp)(?:{_BLANK}++(?:lần|thứ|Trung|ương|Tỉnh|ủy|[0-9]{{1,2}}|[^\W\d_]+)){{1,6}}?"
    rf"(?=[,;.)\n]|{_BLANK}++(?:khóa|về|“|\"|ban))"
)
# the only words that an attribute opens with: one look decides whether anything is to be read at all
_OPENING = re.compile(
    r"(?:[\s*_|,(]|\[[0-9]{1,3}\]|\([0-9]{1,2}\))*(?:[nN]gày|NGÀY|của|CỦA|do[\s*]|tháng|[kK]hóa|KHÓA|giữa|(?:đã|vừa|mới)[\s*]"
    r"|được[\s*]|[bB]an[\s*]+hành|ký[\s*]|thông[\s*]+qua|nhiệm[\s*]+kỳ|(?:năm|NĂM)[\s*]+(?:19|20)[0-9]{2}|(?:tại[\s*]+)?Hội[\s*]+nghị"
    r"|[0-9]{1,2}[\s*]+tháng[\s*])"
)
_LOST_DAY = re.compile(
    r"[\s*]{1,3}(?=[0-9]{1,2}[\s*]+tháng[\s*])"
)  # "25/2022/NĐ-CP 12 tháng 4 năm 2022": "ngày" is missing

# "ngày 18/8/20222", "ngày … tháng … năm 2023"
_HOLES = r"[ \t\n.…_*]{0,12}+"
_SPOILED_PART = r"(?:[0-9]{1,6}+|/|tháng|-)"
_SPOILED_DAY = re.compile(
    rf"[nN]gày{_HOLES}{_SPOILED_PART}(?:{_HOLES}{_SPOILED_PART}){{0,7}}"
    rf"(?:{_HOLES}năm(?:{_HOLES}[0-9]{{1,6}}+)?)?(?![^\W_])"
)


class Tail(NamedTuple):
    """The attributes behind a citation. `date` ISO (possibly only a year or month), `issuers` in order, `term` Roman,
    `end` behind the last attribute (the title not included)."""

    date: str | None
    issuers: tuple[IssuerRef, ...]
    term: str | None
    end: int
    date_end: int


def read_tail(text: str, end: int, *, joint: bool = False, year: bool = False) -> Tail:
    """Attributes from `end` (behind the number) on. `joint` reads several issuers; `year` also takes a bare year
    ("Luật Đất đai 2024"). Bounded look-ahead, so linear over a text."""
    date = term = None
    issuers: list[IssuerRef] = []
    position = date_end = end
    opening = _OPENING.match(text, end)
    if opening is None and not (year and _YEAR_LEAD.match(text, end)):
        return Tail(None, (), None, end, end)
    for _ in range(4):
        if date is not None and not issuers and _OPENING.match(text, position) is None:
            break
        if date is None or len(date) == _YEAR_ONLY:  # "2286/QĐ-BTC năm 2025 ngày 30/6/2025"
            lead = _DATE_LEAD.match(text, position)
            if lead:
                found = dates.FULL_DATE.match(text, lead.end())
                if found and _date_line(text, end, lead.start(), found.end()):
                    break
                if found:
                    value = dates.iso(found)
                    if value and value.startswith(date or ""):
                        date, position = value, found.end()
                        date_end = position
                        if "(" in lead.group() and text[position : position + 1] == ")":
                            position += 1
                        continue
                spoiled = _SPOILED_DAY.match(text, lead.end()) if date is None else None
                if spoiled:  # the body behind a day that is misprinted, or left blank, still issued it
                    position = spoiled.end()
                    continue
        if date is None:
            lost = _LOST_DAY.match(text, position) if position == end else None
            found = dates.BARE_DATE.match(text, lost.end()) if lost else None
            if found and (value := dates.iso(found)):
                date, position = value, found.end()
                date_end = position
                continue
            month = _MONTH_LEAD.match(text, _skip(text, position))
            if month:
                found = dates.MONTH_DATE.match(text, month.end())
                if found and 1 <= int(found["m"]) <= 12:
                    date, position = f"{found['y']}-{int(found['m']):02d}", found.end()
                    date_end = position
                    continue
            lead = _YEAR_LEAD.match(text, position)
            if lead and (year or text.startswith(("năm", "NĂM"), lead.end())):
                found = dates.YEAR.match(text, lead.end())
                if found:
                    date, position = found["y"], found.end()
                    date_end = position
                    continue
        if term is None:
            found = TERM.match(text, _skip(text, position))
            if found:
                term, position = _roman(found["term"]), found.end()
                continue
        if not issuers:
            lead = OF.match(text, position) or _BETWEEN.match(text, position) or _AT_PLENUM.match(text, position)
            if lead:
                issuer = read_issuer(text, lead.end())
                league = _LEAGUE.match(text, lead.end()) if joint else None
                if league is not None:
                    issuer = read_ministry(text, league.end()) or issuer
                if issuer and not (_BY.search(lead.group()) and not issues(text, issuer.end)):
                    issuers.append(issuer)
                    position = issuer.end
                    if joint or "giữa" in lead.group():
                        position = more_issuers(text, position, issuers)
                    continue
        if issuers and term is None:
            conference = _NTH.match(text, position)
            if conference and conference.end() > position:
                position = conference.end()
                continue
        break
    return Tail(date, tuple(issuers), term, position, date_end)


def enacted(text: str, at: int) -> tuple[IssuerRef, str | None] | None:
    """The body, and the day, of "được Bộ Tài chính ban hành ngày …" at an offset. It tells of a document and is none of
    its attributes: relations are told past it. What a body is said to have approved or published may be another's."""
    lead = _UNDERGONE.match(text, at)
    issuer = read_issuer(text, lead.end()) if lead else None
    if issuer is None or issuer.own or _ENACTS.match(text, issuer.end) is None:
        return None
    day = _DATE_LEAD.match(text, issuer.end)
    found = dates.FULL_DATE.match(text, day.end()) if day else None
    return issuer, dates.iso(found) if found else None


_PLACE_LINE = re.compile(rf"[ \t*_|]*(?:[{UPPER}][^\W\d_]*[ .–-]*){{1,6}}")


def _date_line(text: str, end: int, start: int, stop: int) -> bool:
    """Is the date at `start:stop` that of the text's own head, on a line below a citation that ends at `end`: place and
    day and nothing else ("V/v hướng dẫn Nghị quyết số 12/NQ-HĐND⏎Quảng Nam, ngày 3 tháng 9 năm 2021")?"""
    line = text.rfind("\n", end, start) + 1
    if line <= end or _PLACE_LINE.fullmatch(text, line, start) is None:
        return False
    below = text.find("\n", stop)
    return not text[stop : below if below >= 0 else len(text)].strip(" \t*_|.")


def more_issuers(text: str, position: int, issuers: list[IssuerRef]) -> int:
    """Further issuers of a joint document ("của Bộ Tài chính, Bộ Y tế và …"), at most eight."""
    for _ in range(8):
        joint = _AND.match(text, position)
        if joint is None:
            break
        issuer = read_issuer(text, joint.end()) or read_ministry(text, joint.end())
        if issuer is None:
            break
        issuers.append(issuer)
        position = issuer.end
    return position


def _skip(text: str, position: int) -> int:
    found = _SKIP.match(text, position)
    return found.end() if found else position


def _roman(term: str) -> str | None:
    if term.isdigit():
        return domain.to_roman(int(term)) if 0 < int(term) < 100 else None
    return term
