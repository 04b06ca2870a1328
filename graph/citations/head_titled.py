"""The own number in the title, as law portals print older papers that have no number line: "NGHỊ ĐỊNH⏎CỦA CHÍNH PHỦ SỐ
43/1999/NĐ-CP NGÀY 29 THÁNG 6 NĂM 1999 VỀ …", "THÔNG TƯ 01/2018/TT-BTC NGÀY 02/01/2018 CỦA BỘ TÀI CHÍNH".

Where the first line is the document's own citation ("Thông tư 01/2018/TT-BTC ngày 02/01/2018 của Bộ Tài chính⏎Hướng
dẫn …⏎Căn cứ …;"), it is its head. A headline may cite so, too ("NGHỊ ĐỊNH 100/2019/NĐ-CP: MỨC PHẠT …"): the day or the
issuer must stand beside the number, and the preamble below.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.alphabet import UPPER
from graph.citations import dates, symbols
from graph.citations.bodies import IssuerRef, read_issuer
from graph.citations.head_number import OwnNumber
from graph.citations.typewords import words_to_type

_BLANK = r"[\s|*_]"
_OF = re.compile(rf"{_BLANK}*+(?:CỦA|của|Của){_BLANK}++")
_NUMBER = re.compile(rf"{_BLANK}*+,?{_BLANK}*+(?:(?:SỐ|Số|số)(?![^\W_]){_BLANK}*+:?)?{_BLANK}*+(?=[0-9])")
_BARE = re.compile(
    rf"(?P<n>[0-9]{{1,4}}){_BLANK}++(?:NGÀY|Ngày|ngày)(?![^\W_])"
)  # "SẮC LỆNH … SỐ 34 NGÀY 19 THÁNG 3 NĂM 1947"
_WITH = re.compile(rf"{_BLANK}*+(?:[-–,]|VÀ|và){_BLANK}*+(?=[^\W\d_])")
_DAY = re.compile(rf"{_BLANK}*+,?{_BLANK}*+(?=NGÀY|ngày|Ngày)")
_BODY = 160  # code points of the names of the bodies
_BODIES = 4
_HIGH = 1_500  # code points
_TITLE = 700  # code points of a title
_LONGEST_TYPE = 4  # words
_SHORT = 2  # letters of an abbreviation
_MARKS = " \t\n\r*#|_"
_BASIS = re.compile(
    r"[ \t*_|>\-]*+(?:Điều 1\b|(?:Căn cứ|CĂN CỨ|Chi[ểế]u)[^\n]*(?:\n[^\n;.:]+){0,3}?[;,][ \t*_|]*+(?:\n|$))"
)
_ADDRESSED = re.compile(r"[ \t*_|>\-]*+(?:Kính|KÍNH)[ \t]+(?:gửi|GỬI)[ \t*_]*:")
_YEAR = re.compile(rf"{_BLANK}*+,?{_BLANK}*+(?:năm|NĂM){_BLANK}++(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])")
# a title in capitals, on a line of its own, or by the words that titles open with
_TITLE_OPENS = re.compile(
    rf"[ \t*_|,:]*+(?:\n|\Z|[{UPPER}]{{2}}"
    r"|(?:[vV]ề|[vV]/[vV]|quy định|ban hành|hướng dẫn|sửa đổi|bãi bỏ|phê duyệt|công bố)(?![^\W_]))"
)


class Led(NamedTuple):
    """A text that opens with its own citation: its type, and the rest."""

    type: str
    titled: TitledNumber


class TitledNumber(NamedTuple):
    """The number with its span, the date beside it, who issued it (several a joint one), and where the title goes on
    behind them."""

    number: OwnNumber
    date: str | None
    issuers: tuple[IssuerRef, ...]
    end: int


def titled_number(head: str, start: int, limit: int, *, closed: bool, alone: bool = False) -> TitledNumber | None:
    """The own number where the title at `start` (behind the type word) opens with it; None where it does not, or where
    neither day nor issuer stands beside it. `closed`: a preamble begins at `limit`; without one both must stand, high
    in the text. `alone`: neither need stand, the year may ("Công văn 1234/TCT-CS năm 2020 về …")."""
    issuers, at = _issuers(head, start, limit)
    lead = _NUMBER.match(head, at, limit)
    bare = _BARE.match(head, lead.end(), limit) if lead else None
    found = symbols.SYMBOL.match(head, lead.end(), limit) if lead and bare is None else None
    symbol = symbols.parse(head, found, named=True) if found else None
    if bare is not None:
        symbol = symbols.Symbol(bare["n"], int(bare["n"]), None, None, (), bare["n"], "bare", bare.end("n"), False)
    if lead is None or symbol is None or not symbol.value:
        return None
    end = symbol.end
    day = _DAY.match(head, end)
    full = dates.FULL_DATE.match(head, day.end()) if day else None
    date = dates.iso(full) if full else None
    if full is not None and date is not None:
        end = full.end()
    if not issuers:
        issuers, end = _issuers(head, end, limit)
    if alone and date is None and (year := _YEAR.match(head, end)):
        date, end = year["year"], year.end()
    if (date is None or bare is not None) and not issuers and not alone:
        return None
    if not closed and (date is None or not issuers or start > _HIGH):
        return None
    number = OwnNumber(symbol, symbol.canonical, False, (lead.end(), symbol.end), None, date)
    return TitledNumber(number, date, issuers, end)


def is_addressed(head: str, at: int) -> bool:
    """Whether those that a letter goes to are addressed at an offset ("Kính gửi: …")."""
    return _ADDRESSED.match(head, at) is not None


def led_number(head: str, limit: int) -> Led | None:
    """The citation that a text opens with, as its own head: type, number and day or issuer on the first line, at most a
    title between it and the preamble at `limit`, whose first basis ends as bases do; or the number alone, where those
    are addressed there that a letter goes to ("Công văn 1234/TCT-CS năm 2020 về …⏎Kính gửi: …")."""
    addressed = is_addressed(head, limit)
    if not addressed and _BASIS.match(head, limit) is None:
        return None
    start = len(head) - len(head.lstrip(_MARKS))
    end = head.find("\n", start)
    line = head[start : len(head) if end < 0 else end]
    for count in range(min(_LONGEST_TYPE, line.count(" ")), 0, -1):
        words = " ".join(line.split(" ")[:count])
        kind = words_to_type().get(words.casefold())
        if kind is None or not words[0].isupper() or len(words) <= _SHORT:
            continue
        titled = titled_number(head, start + len(words), limit, closed=True, alone=addressed)
        if titled is None or len(head[titled.end : limit].strip()) > _TITLE:
            return None
        return Led(kind, titled) if _TITLE_OPENS.match(head, titled.end, limit) else None
    return None


def _issuers(head: str, at: int, limit: int) -> tuple[tuple[IssuerRef, ...], int]:
    """ "CỦA BỘ TÀI CHÍNH - BỘ NỘI VỤ": the bodies named at an offset, and where they end; none and the offset itself
    where it names none that is known."""
    of = _OF.match(head, at, limit)
    if of is None:
        return (), at
    words = " ".join(head[of.end() : min(limit, of.end() + _BODY)].split("\n"))
    found: list[IssuerRef] = []
    end = 0
    while len(found) < _BODIES:
        further = _WITH.match(words, end) if found else None
        if found and further is None:
            break
        body = read_issuer(words, further.end() if further else 0)
        if body is None or body.inferred:
            break
        found.append(body._replace(end=0))
        end = body.end
    return tuple(found), of.end() + end if found else at
