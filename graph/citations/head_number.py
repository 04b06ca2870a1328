"""The own number of a text: in the head, inside a line of it, blank, behind the body, or at the end of a consolidated
text."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.citations import dates, symbols
from graph.citations.torn import mend_codes
from graph.citations.typewords import words_to_type

_OWN = re.compile(
    r"(?m)^[ \t|*_#>\-]*(?:(?P<lead>Luật|LUẬT|Bộ luật|Pháp lệnh|PHÁP LỆNH|Nghị quyết|NGHỊ QUYẾT|Lệnh)[ \t]+"
    r"(?:số|SỐ)[ \t]*:|(?:Số|SỐ)(?:[ \t]+(?:hiệu|ký hiệu))?[ \t]*[:.]?"
    r"|(?:số|S[ôồổỗộốóòo])[ \t]*:)[\s*|_]*(?=[0-9/.…_\-–\[]|[A-ZĐ]{2,6}[-/]|[xX]{1,3}[ \t]*[/\-])"
    r"|(?m:^)[ \t|*_]*(?=[.…]{0,12}[ \t]{0,8}/(?:19|20)[0-9]{2}/[A-ZĐ]{2}[^\n|]{0,30}(?:$|\|))"
)
# nothing, dots, strokes, "xx", "[...]", "00" where the digits are to stand; the year may be blank, too
_BLANK_NUMBER = re.compile(
    rf"(?:[.…_ \t\-–\[\]]|[xX0]{{1,3}}(?=[ \t\]]*[/\-]))*"
    rf"(?:/[ \t]*(?:(?P<year>(?:19|20)[0-9]{{2}})|[.…_\[][.…_ \t\[\]]*)(?=[ \t]*/))?[ \t]*[/\-–][ \t]*"
    rf"(?P<codes>{symbols._LETTERS}(?:{symbols._SEPARATOR}{symbols._LETTERS}){{0,6}})"
)
# "Số: 01    /2025/QĐ-UBND", "Số: ...29.../2025/TT-BXD": the number typed or stamped into its blank; "Số: 1 234/KH-SNV"
_SPACED_NUMBER = re.compile(
    r"[.…_ \t]{0,16}(?P<n>[0-9]{1,5}(?=[.…_ \t])|[0-9]{1,4}(?:[ ]{1,2}[0-9]{1,3}){1,3})"
    r"[.…_ \t]{0,16}(?P<code>[/-][^\n|]{2,40})"
)
# "Bản án số: 45/2022/HS-ST", "Quyết định số: 12/2022/QĐST-HNGĐ": papers of the courts (forms of NQ 01/2017/NQ-HĐTP) and
# of others that have no type line; nothing else stands on the line but the day
_LED = re.compile(r"(?m)^[ \t|*_]*(?P<lead>[A-ZĐ][^\W\d_]+(?:[ \t]+[^\W\d_]+){0,3}?)[ \t]+số[ \t]*:[ \t*]*(?=[0-9])")
_LED_DAY = re.compile(r"[\s|*_]*,?[\s|*_]*(?:[nN]gày[ \t]*:?[ \t]*)(?P<day>[0-9][^\n|]{5,40})")
_LED_REACH = 1_000
_NUMBER_ANYWHERE = re.compile(r"(?<![^\W_])Số[ \t]*:[\s*|_]*(?=[0-9])")
_NUMBER_LINE = re.compile(r"(?m)^[ \t|*_]*Số[ \t]*:[ \t*]*(?=[0-9])")


class OwnNumber(NamedTuple):
    """`symbol` (None where none was found, or the number is `blank`), `code` as written, the span of the number line up
    to the code's end, the type word in front ("Luật số:"), and, for consolidated texts and those of courts, the date
    beside it."""

    symbol: symbols.Symbol | None = None
    code: str | None = None
    blank: bool = False
    span: tuple[int, int] = (-1, -1)
    lead: str | None = None
    date: str | None = None


def own_number(text: str, limit: int) -> OwnNumber:
    """The number line of the head, before `limit`."""
    for match in _OWN.finditer(text, 0, limit):
        found = symbols.SYMBOL.match(text, match.end())
        if found:
            symbol = symbols.parse(text, found, named=True)
            if symbol is None or not all(map(symbols.is_known_code, symbol.issuer_codes or ("",))):
                symbol = mend_codes(text, found) or symbol
            if symbol is not None and symbol.value:
                return OwnNumber(symbol, symbol.canonical, False, (match.start(), symbol.end), match["lead"])
        spaced = _SPACED_NUMBER.match(text, match.end())
        if spaced:
            line = "".join(spaced["n"].split()) + " " + " ".join(spaced["code"].split())
            found = symbols.SYMBOL.match(line)
            symbol = symbols.parse(line, found, named=True) if found else None
            if symbol is not None:
                return OwnNumber(symbol, symbol.canonical, False, (match.start(), spaced.end()), match["lead"])
        empty = _BLANK_NUMBER.match(text, match.end())
        if empty:
            pieces = [symbols.canonical_code(p["piece"])[0] for p in symbols._PIECE.finditer(empty["codes"])]
            if any(symbols.is_known_code(p) for p in pieces):
                year = f"{symbols.BLANK_MARK}/{empty['year']}/" if empty["year"] else ""
                return OwnNumber(None, year + "-".join(pieces), True, (match.start(), empty.end()), match["lead"])
    return _led(text, min(limit, _LED_REACH))


def _led(text: str, limit: int) -> OwnNumber:
    """The number line that opens with the type, in the head of a paper whose type stands nowhere else."""
    for match in _LED.finditer(text, 0, limit):
        if " ".join(match["lead"].split()).casefold() not in words_to_type():
            continue
        found = symbols.SYMBOL.match(text, match.end())
        symbol = symbols.parse(text, found, named=True) if found else None
        if symbol is None:
            continue
        day = _LED_DAY.match(text, symbol.end)
        if day is None and text[symbol.end : symbol.end + 80].split("\n")[0].strip(" |*_\t"):
            continue
        full = dates.FULL_DATE.fullmatch(f"ngày {day['day'].strip(' *_')}") if day else None
        if day is not None and full is None:
            continue
        date = dates.iso(full) if full else None
        return OwnNumber(symbol, symbol.canonical, False, (match.start(), symbol.end), match["lead"], date)
    return OwnNumber()


def late_number(text: str, limit: int, head: int) -> OwnNumber:
    """The own number where no line of the head begins with it: inside a line ("CHÍNH PHỦ_____ Số: 171/2025/NĐ-CP | CỘNG
    HÒA …"), or on a line of its own behind the body, where a text layer put the left column last."""
    zones = (
        (_NUMBER_ANYWHERE, 0, limit),
        (_NUMBER_LINE, limit, head),
        (_NUMBER_LINE, max(limit, len(text) - 6_000), len(text)),
    )
    for pattern, begin, end in zones:
        for match in pattern.finditer(text, begin, min(end, len(text))):
            found = symbols.SYMBOL.match(text, match.end())
            symbol = symbols.parse(text, found, named=True) if found else None
            if symbol is not None and (
                pattern is _NUMBER_ANYWHERE or text[symbol.end : symbol.end + 40].split("\n")[0].strip(" |*_") == ""
            ):
                return OwnNumber(symbol, symbol.canonical, False, (match.start(), symbol.end))
    return OwnNumber()


# a page's heading: "Thông tư 12/2020/TT-BTC hướng dẫn …", "Văn bản: Nghị định số 5/2020/NĐ-CP"
_HEADING = re.compile(
    r"(?m)^[ \t|*_#>\-]*(?:[^\W\d_][^\n:|]{1,40}:[ \t*]*)?"
    r"(?P<lead>[A-ZĐ][^\W\d_]+(?:[ \t]+[^\W\d_]+){0,3}?)(?:[ \t]+số)?[ \t]*:?[ \t]+(?=[0-9])"
)
_PAGE = 3_000  # code points of a page above the text that it prints


def page_number(head: str, type_line: int, kind: str) -> OwnNumber:
    """The number of a text that a page prints from its type line on (which ends before `type_line`), without the head:
    that of the only document of its `kind` that the page's headings above name."""
    above = head.rfind("\n", 0, type_line) + 1
    found: dict[str, OwnNumber] = {}
    for match in _HEADING.finditer(head, max(0, above - _PAGE), above):
        if words_to_type().get(" ".join(match["lead"].split()).casefold()) != kind:
            continue
        code = symbols.SYMBOL.match(head, match.end())
        symbol = symbols.parse(head, code, named=True) if code else None
        if symbol is not None and symbol.value:
            number = OwnNumber(symbol, symbol.canonical, False, (match.start("lead"), symbol.end))
            found.setdefault(symbol.canonical, number)
    return found.popitem()[1] if len(found) == 1 else OwnNumber()


def consolidated_number(text: str) -> OwnNumber | None:
    """A consolidated text (VBHN) prints the original's head and its own number at the end (or the head)."""
    at = text.rfind("VBHN")
    if at < 0:
        return None
    begin = max(0, at - 400)
    for match in _OWN.finditer(text, begin, at + 1):
        found = symbols.SYMBOL.match(text, match.end())
        symbol = symbols.parse(text, found, named=True) if found else None
        if symbol is not None and symbol.type_code == "VBHN":
            around = text[symbol.end : symbol.end + 300]
            near = dates.FULL_DATE.search(around) or dates.FULL_DATE.search(
                text, max(0, match.start() - 300), match.start()
            )
            date = dates.iso(near) if near else None
            return OwnNumber(symbol, symbol.canonical, False, (match.start(), symbol.end), None, date)
    return None
