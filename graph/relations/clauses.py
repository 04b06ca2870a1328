"""Where clauses end: breaks in the text between two citations, and the flat form in which cues are sought.

The texts are hard-wrapped, flattened from tables and cut by page furniture, so a line break alone ends nothing: what
stands before and behind it decides. Every function looks at a bounded stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Kinds of breaks, weakest first.
SEMI, COLON, ITEM, SENTENCE, PARAGRAPH, HEADING = range(1, 7)
OPEN, CLOSE, ASIDE = 10, 11, 12  # ASIDE: a whole parenthesis, from `at` to `resume`

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_ASIDE_LIMIT = 200
# A line break before a word in lower case is a mere wrap.
# (One class in front, told apart behind it: the search runs over everything else at once.)
_TOKEN = re.compile(
    rf"[;()\n.!?](?:(?<=[;()])|(?<=\n)(?!(?:[ \t*_]*\n?){{0,2}}[{LOWER}]{{2}})|(?<=[.!?])(?![\w.,;/)]))"
)
_MARKUP = " \t\r*_>#"
_SPACES = re.compile(r"[ \t\r*_>#|]*+")
# Levels of list markers: 0 headings, 1 numbers, 2 letters, 3 dashes and other signs, 4 plus signs.
_MARKER = re.compile(
    r"[ \t*_>]*(?:"
    r"(?P<heading>Điều[ \t\n]+\d+[a-zđ]?[ *_]*[.:]|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|PHỤ LỤC|Phụ lục)"
    r"[ \t*_]+(?:[IVXLC]+|\d+|thứ)\b"
    r"|[IVX]{1,6}[ *_]*[.\-–/](?=[\s*_])|[A-HK][ *_]*[.](?=[\s*_])|QUYẾT (?:ĐỊNH|NGHỊ)[ *_]*:|Nơi nhận)"
    r"|(?P<number>\(?\d{1,3}(?:\.\d{1,2}){0,3}[ *_]*[.)](?=[\s*_])|\(?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[ *_]+(?=[A-ZĐ])|"
    r"\[\d{1,3}\])"
    r"|(?P<letter>\(?[a-zđ]{1,2}[ *_]*\)(?=[\s*_])|[a-zđ]\.(?=[\s*_]))"
    r"|(?P<dash>[-–•●·](?=[\s*_A-ZĐ])|\*[ \t]+(?=\S))"
    r"|(?P<plus>\+[ \t]*)|(?P<opener>(?=(?:Căn cứ|CĂN CỨ)[ \t\n]+[A-ZĐÂÊÔƯÁÝỦ])))[ \t*_]*"
)
_LEVELS = {"heading": 0, "number": 1, "letter": 2, "dash": 3, "plus": 4, "opener": -1}
# Lines that are no part of the text: running heads of the gazette, page numbers, signing stamps.
_FURNITURE = re.compile(
    r"(?:\d{0,4}[ \t]*CÔNG BÁO/Số[^\n]*|\d{1,4}|(?:Ký bởi|Người ký|Email|Cơ quan|Ngày ký|Thời gian ký):[^\n]*|\x0c+|"
    r"-{3,})[ \t\x0c]*\n"
)
_FURNITURE_SIGNS = "0123456789CKNET-\x0c"
# initials of words that no list marker begins with
_NO_MARKER = frozenset('LRSTUYWOJZ“"')
_STOPS = ".!?"
_ENDS = ".!?:;|\n"
# how the words begin that open a heading or a clause of the preamble
_HEADS = frozenset(("Điề", "Chư", "Mục", "Phầ", "Phụ", "Căn", "Nơi"))
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|Tp|TX|KT|TM|TS|ThS|PGS|GS|Th|BS|P|Q|tr|T|v)$")
# Blanks in the flat form (one code point each), so that offsets stay.
_FLAT_BLANKS = ("\n", "*", "_", "|", "\t", "\r", "\xad")


class Break(NamedTuple):
    """A sign at `at`; `resume` is where the text goes on (behind list markers), `level` that of a list marker or -1."""

    kind: int
    at: int
    resume: int
    level: int = -1


def flatten(text: str) -> str:
    """`text` in lower case with line breaks and markup as blanks, of the same length."""
    flat = text.lower()
    if len(flat) != len(text):  # a few capitals (İ) grow in lower case
        flat = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if "\n\n" in flat or "\n \n" in flat:
        flat = _PAGE_NUMBER.sub(lambda found: " " * len(found.group()), flat)
    for sign in _FLAT_BLANKS:
        flat = flat.replace(sign, " ")
    if "công báo/" in flat or "[" in flat:
        flat = _STAMPS.sub(lambda found: " " * len(found.group()), flat)
    return flat


def squeeze(flat: str) -> str:
    """`flat` with single blanks: the form that `grammar` reads."""
    return _BLANKS.sub(" ", flat) if "  " in flat else flat


_BLANKS = re.compile(r" {2,}")
_PAGE_NUMBER = re.compile(r"\n[ \t\x0c]*\n[ \t]*\d{1,4}[ \t]*\n")
_STAMPS = re.compile(r"(?:\d{1,4} *)?công báo/số [\d +]{1,16}/ngày [\d-]{1,12}(?: +\d{1,4}(?= ))?|\[\d{1,3}\]")


def breaks(text: str, start: int, end: int) -> Iterator[Break]:
    """Breaks and parentheses between two offsets, in order."""
    position = start
    while True:
        token = _TOKEN.search(text, position, end)
        if token is None:
            return
        at = token.start()
        sign = text[at]
        position = at + 1
        if sign == ";":
            yield Break(SEMI, at, at + 1)
        elif sign == "(":
            close = text.find(")", position, min(end, at + _ASIDE_LIMIT))
            if close > 0 and text.find("(", position, close) < 0:
                position = close + 1
                yield Break(ASIDE, at, position)
            else:
                yield Break(OPEN, at, at + 1)
        elif sign == ")":
            yield Break(CLOSE, at, at + 1)
        elif sign == "\n":
            if _wraps(text, at, start):
                continue
            found = _line_break(text, at, start, end)
            position = found.resume
            if found.kind:
                yield found
        else:
            following = _SPACES.match(text, position, end)
            after = following.end() if following else position
            if after < end and after > position and _opens(text[after]) and not _abbreviated(text, at):
                yield Break(SENTENCE, at, after)


def last_stop(text: str, start: int, end: int, *, weakest: int = ITEM) -> Break | None:
    """The last line break or full stop between two offsets that is a break of at least the `weakest` kind, sought from
    the end."""
    at = end
    while True:
        line = text.rfind("\n", start, at)
        stop = text.rfind(". ", max(start, line), at)
        if stop > line:
            after = _SPACES.match(text, stop + 1, end).end()  # type: ignore[union-attr]
            if after < end and _opens(text[after]) and not _abbreviated(text, stop):
                return Break(SENTENCE, stop, after)
            at = stop
            continue
        if line < 0:
            return None
        first = _first_break(text, line, start)
        at = first
        if first == line and _wraps(text, line, start):
            continue
        found = _line_break(text, first, start, end)
        if weakest <= found.kind <= HEADING and found.kind != COLON:
            return found


def _first_break(text: str, line: int, start: int) -> int:
    """The first of the line breaks that stand together with that at `line`, blank lines and furniture between them."""
    while True:
        before = line - 1
        while before >= start and text[before] in _MARKUP:
            before -= 1
        if before < start:
            return line
        if text[before] == "\n":
            line = before
            continue
        opening = text.rfind("\n", start, before)
        found = _SPACES.match(text, opening + 1, before) if opening >= 0 else None
        if (
            found is None
            or text[found.end()] not in _FURNITURE_SIGNS
            or not _FURNITURE.match(text, found.end(), line + 1)
        ):
            return line
        line = opening


def _wraps(text: str, at: int, start: int) -> bool:
    """The line break at `at` stands in mid-sentence, before a word: the common case, told by a few signs."""
    opening = text[at + 1 : at + 4]
    if not opening[1:2].islower() or not opening[0].isalpha() or opening in _HEADS:
        return False
    before = at - 1
    while before >= start and text[before] in _MARKUP:
        before -= 1
    return before >= start and text[before] not in _ENDS


def _opens(sign: str) -> bool:
    return sign.isupper() or sign in '“"('


def _abbreviated(text: str, dot: int) -> bool:
    return _ABBREVIATION.search(text, max(0, dot - 5), dot) is not None


def _line_break(text: str, at: int, start: int, end: int) -> Break:
    """What the line break at `at` is; kind 0 where the sentence goes on."""
    before = at - 1
    while before >= start and text[before] in _MARKUP:
        before -= 1
    last = text[before] if before >= start else ""
    resume = at + 1
    blank = stamped = False
    cell = last == "|"
    while True:
        found = _SPACES.match(text, resume, end)
        after = found.end() if found else resume
        sign = text[after] if after < end else ""
        if sign == "|" or "|" in text[resume:after]:
            cell = True
        if sign == "\n":
            blank = True
            resume = after + 1
        elif sign in _FURNITURE_SIGNS and sign and (furniture := _FURNITURE.match(text, after, end)):
            blank = True
            stamped = stamped or sign != "-"
            resume = furniture.end()
        else:
            break
    # The citation itself may open the line: it is looked at, never passed.
    marker = _MARKER.match(text, resume) if (text[after] if after < len(text) else "") not in _NO_MARKER else None
    if (
        marker is not None
        and marker.end() <= end
        and (marker.lastgroup != "dash" or last in ".;:,!?" or blank or not last)
    ):
        level = _LEVELS[marker.lastgroup or "dash"]
        kind = HEADING if level == 0 else COLON if last == ":" else ITEM
        return Break(kind, at, max(marker.end(), at + 1), level)
    follower = text[after] if after < len(text) else ""
    if last == ":":
        kind = COLON
    elif last == ";":
        kind = ITEM
    elif last in _STOPS and last and (not follower.islower() or cell):
        kind = PARAGRAPH if blank else SENTENCE
    elif cell or (blank and not stamped and not follower.islower() and last != ","):
        kind = PARAGRAPH
    else:
        kind = 0
    return Break(kind, at, max(after, at + 1))
