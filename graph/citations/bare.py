"""Citations by a bare number: "Nghị quyết 18", "Thông tư 02/2018", the members of "các Nghị quyết số 18, 19-NQ/TW"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from graph.alphabet import UPPER
from graph.citations import dates, symbols, typewords
from graph.citations.around import issued_in_front, read_attributes
from graph.citations.draft import Draft, overlaps

_YEAR_BEHIND = re.compile(r"[ ]?/[ ]?((?:19|20)[0-9]{2})(?![0-9/\-.]*[0-9A-ZĐ/])")

# "Nghị định 12 năm 2024 của Chính phủ"; the number of these types has a year
_YEAR_IN_WORDS = re.compile(r"[ \n]năm[ \n]((?:19|20)[0-9]{2})(?![0-9]|[ ]?[-–])")
_OF_A_YEAR = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch"})

_NO_REFERENCE = re.compile(
    r"[ \n]?(?:%|/|-\s?\d|–\s?\d|[.,]\d|\s*(?:năm|tháng|ngày|người|quý|đồng|triệu|tỷ|tỉ|nghìn|điểm|lần|tuổi|giờ|phút|km"
    r"|ha|m2|m|tiết|cấp|văn bản|nội dung|nhiệm vụ|nhóm|chương|dự án|bước|khâu|kỳ|đơn vị|cơ quan|doanh nghiệp|hộ|xã"
    r"|tỉnh|bộ|loại|trường hợp|khoản|mục|cán bộ|đại biểu|thành viên|USD|bản|phần|cá nhân|tổ chức|lớp|công|cuộc|vụ|đề"
    r"|mô|chỉ|trong|tiêu|giai|số|mức|điều|đối|tập|phòng|ban|sở|kết|quyết|nghị|kế)(?![^\W_]))"
)

_NO_NUMBER = re.compile(r"[ \n]?%|/|-\s?\d|–\s?\d|[.,]\d|\s+(?:năm|tháng|ngày)\s+\d")

_DATED = re.compile(rf"[\s*]*,?[\s*]*(?={dates.FULL_DATE.pattern.replace('(?P<', '(?P<x_')})")

_SHARED = re.compile(
    r"(?:[\s*]*(?:,|và|;)[\s*]*(?:số[\s*]*)?(?P<n>[0-9]{1,4}[a-zđ]?)(?![0-9./]))*[\s*]*(?:,|và|;)[\s*]*(?:số[\s*]*)?\Z"
)

_NUMBERS = re.compile(r"[0-9]{1,4}[a-zđ]?")

# types that are cited by a bare number in running text; the others need "số" or a full citation elsewhere in the text
SHORT_TYPES = frozenset(
    {
        "Nghị quyết",
        "Quyết định",
        "Nghị định",
        "Thông tư",
        "Chỉ thị",
        "Kết luận",
        "Thông tư liên tịch",
        "Quy định",
        "Luật",
        "Pháp lệnh",
        "Sắc lệnh",
    }
)

# further types that are met with a bare number right behind them ("Kế hoạch 83");
# they count where the text also cites that number in full
_SELDOM_SHORT = frozenset(
    {"Kế hoạch", "Chương trình", "Chương trình hành động", "Kế hoạch hành động", "Hướng dẫn", "Công văn", "Thông báo",
     "Tờ trình", "Báo cáo", "Đề án", "Công điện", "Quy chế", "Thông tri"}
)  # fmt: skip

BARE_TYPES = SHORT_TYPES | _SELDOM_SHORT

_NEXT_NUMBER = re.compile(r"[\s*]*(?:,|và)[\s*]*(?P<n>[0-9]{1,4}[a-zđ]?)(?![\w%./–-])")


@cache
def _bare_anchor() -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern for numbers behind a blank and two letters that a type word or "số" may end with, and those words' last
    three characters. The table's words are only read once a text is scanned."""
    words = {w for w, name in typewords.words_to_type().items() if name in BARE_TYPES}
    words |= {w.upper() for w in words}
    tails = {w[-3:] for w in words}
    shorts = {a for a, name in typewords.abbreviations().items() if name in BARE_TYPES}
    tails |= {(" " + a)[-3:] for a in shorts} | {" số", "\nsố", "\tsố", " Số", " SỐ", "(số", " sô", " so"}
    ends = ["".join(sorted({re.escape(t[at]) for t in tails})) for at in (-3, -2, -1)]
    pattern = re.compile(
        rf"[0-9](?:(?<=[{ends[1]}][{ends[2]}][ \n\t][0-9])(?<=[{ends[0]}]..[ \n\t][0-9])"
        rf"|(?<= \n[0-9])(?<=[{ends[1]}][{ends[2]}] \n[0-9])(?<=[{ends[0]}].. \n[0-9]))[0-9]{{0,4}}+[a-zđ]?(?!\w)"
    )
    return pattern, frozenset(tails)


_LINE_ENDS = re.compile(rf"[ \t*|_]*(?:\n\s*(?=[{UPPER}])|\Z)")
_ITEM = re.compile(rf"[.)][ \t]+(?=[{UPPER}])")
_ITEM_REACH = 4_000  # code points between one item and the next


def _opens_item(text: str, start: int, end: int, value: int) -> bool:
    """Whether a number at the beginning of a line is that of an item behind the one before: "… ban hành Quyết định⏎2.
    Sở Y tế …" below "1. …"."""
    if text[start - 1] != "\n" or _ITEM.match(text, end) is None:
        return False
    mark = text[end]
    before = [f"\n{lead}{value - 1}{mark} " for lead in ("", " ", "**")]
    return value == 1 or any(text.rfind(item, max(0, start - _ITEM_REACH), start) >= 0 for item in before)


def find_bare_numbers(text: str, taken: list[tuple[int, int]], found: list[Draft]) -> list[Draft]:
    """ "Nghị quyết 18", "Quyết định số 20", "Thông tư 02/2018";
    also the members of "các Nghị quyết số 18, 19-NQ/TW"."""
    pattern, endings = _bare_anchor()
    found = sorted(found, key=lambda c: c.start)
    starts = [c.start for c in found]
    shorts: list[Draft] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        before = start - 2 if text[start - 2] == " " else start - 1  # a line may end with a blank
        if text[before - 3 : before] not in endings or overlaps(taken, start, end):
            continue
        if text[start - 1] == "\n" and _LINE_ENDS.match(text, end) and text[before - 2 : before].lower() != "số":
            continue  # the number of a row or of a page: "… ký ban hành Thông tư⏎3⏎"
        word = typewords.before(text, start)
        if word is None or word.form or word.colon or word.type not in BARE_TYPES:
            continue
        year = _YEAR_BEHIND.match(text, end) or (_YEAR_IN_WORDS.match(text, end) if word.type in _OF_A_YEAR else None)
        dated = _DATED.match(text, end)  # "Kết luận số 120 ngày 07/01/2016": the date settles that it is a number
        if year is None and not dated and (_NO_NUMBER if word.numbered else _NO_REFERENCE).match(text, end):
            continue
        number = text[start:end]
        value = int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        if value == 0 or (not word.numbered and 1900 < value < 2100 and year is None):
            continue
        if not word.numbered and _opens_item(text, start, end, value):
            continue
        shared = _shared_symbol(text, end, word.type, found, starts)
        citation = Draft(
            word.start,
            year.end() if year else end,
            "number",
            "number",
            type=word.type,
            value=value,
            number=number,
            year=year.group(1) if year else None,
            stated_type=True,
            confidence=0.9 if word.numbered else 0.8,
        )
        if shared is not None:
            citation.symbol, citation.kind, citation.rule = (
                _with_number(shared, number, value, end),
                "symbol",
                "list-symbol",
            )
            citation.issuers, citation.term = shared.issuers, shared.term
            shared.type = shared.type or word.type
            citation.tail_end = end
            shorts.append(citation)
            shorts.extend(_middle_members(text, end, shared, citation))
            continue
        if not word.numbered and word.type not in SHORT_TYPES:
            citation.confidence = 0.4  # counts only if the text cites that number in full elsewhere
        elif not word.capital and not word.numbered:
            citation.confidence = 0.4
        members = _bare_members(text, citation)
        last = members[-1] if members else citation
        read_attributes(text, last)
        if not members:
            issued_in_front(text, citation)
        for member in (citation, *members):
            member.issuers, member.term = last.issuers, last.term
        shorts += [citation, *members]
    return shorts


def _bare_members(text: str, head: Draft) -> list[Draft]:
    """ "Nghị quyết 57, 59, 66 và 68 của Bộ Chính trị": the further members of a list of bare numbers, at most sixteen.
    The list must end with "và": without it the numbers behind a comma may count anything."""
    if head.type not in SHORT_TYPES:
        return []
    if head.year is not None:
        return _members_of_years(text, head) if head.type in _OF_A_YEAR and "/" in text[head.start : head.end] else []
    members: list[Draft] = []
    position, closed = head.end, False
    while len(members) < 16 and not closed:
        found = _NEXT_NUMBER.match(text, position)
        if found is None or _NO_REFERENCE.match(text, found.end()):
            break
        closed = "và" in found.group()
        number = found["n"]
        members.append(
            Draft(
                found.start("n"),
                found.end("n"),
                "number",
                "list",
                type=head.type,
                number=number,
                value=int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ")),
                stated_type=True,
                confidence=head.confidence,
                tail_end=found.end("n"),
            )
        )
        position = found.end()
    return members if closed else []


def _members_of_years(text: str, head: Draft) -> list[Draft]:
    """ "Thông tư 20/2021, 13/2022 và 05/2023": the further members of a list of numbers with their years, at most
    sixteen. A number that may be that of a month counts in a list that ends with "và", or behind "số"."""
    members: list[Draft] = []
    position, sure = head.end, 0
    while len(members) < _MOST:
        found = _NEXT_OF_YEAR.match(text, position)
        if found is None or not int(found["n"]):
            break
        members.append(
            Draft(
                found.start("n"),
                found.end("year"),
                "number",
                "list",
                type=head.type,
                number=found["n"],
                value=int(found["n"]),
                year=found["year"],
                stated_type=True,
                confidence=head.confidence,
                tail_end=found.end("year"),
            )
        )
        position = found.end()
        if found["and"] or found["so"] or int(found["n"]) > _MONTHS:
            sure = len(members)
        if found["and"]:
            break
    return members[:sure]


_NEXT_OF_YEAR = re.compile(
    r"[\s*]*(?:[,;]|(?P<and>và|hoặc)(?![^\W_]))[\s*]*(?P<so>(?:số|Số)[\s*]+)?(?P<n>[0-9]{1,4})[ ]?/[ ]?"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[ ]?[/\-–][ ]?[0-9A-ZĐ]|\.[0-9A-ZĐ])"
)
_MOST = 16
_MONTHS = 12


def _shared_symbol(text: str, end: int, kind: str, found: list[Draft], starts: list[int]) -> Draft | None:
    """The citation whose symbol a bare number before it shares ("số 18, 19-NQ/TW")."""
    at = bisect_left(starts, end)
    for citation in found[at : at + 2]:
        if citation.start - end > 60:
            break
        lead = 2 if text.startswith("số", citation.start) else 0
        if (
            citation.symbol is None
            or not citation.symbol.may_be(kind)
            or citation.stated_type
            or citation.rule not in ("symbol", "list")
        ):
            continue
        if _SHARED.match(text, end, citation.start + lead):
            return citation
    return None


def _with_number(model: Draft, number: str, value: int, end: int) -> symbols.Symbol:
    symbol = model.symbol
    assert symbol is not None
    canonical = number + symbol.canonical[len(symbol.number) :]
    return symbols.Symbol(
        number, value, symbol.year, symbol.type_code, symbol.issuer_codes, canonical, symbol.shape, end
    )


def _middle_members(text: str, end: int, shared: Draft, head: Draft) -> list[Draft]:
    members = []
    for match in _NUMBERS.finditer(text, end, shared.start):
        value = int(match.group().rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        members.append(
            Draft(
                match.start(),
                match.end(),
                "symbol",
                "list-symbol",
                type=head.type,
                value=value,
                number=match.group(),
                symbol=_with_number(shared, match.group(), value, match.end()),
                issuers=shared.issuers,
                term=shared.term,
                tail_end=match.end(),
            )
        )
    return members
