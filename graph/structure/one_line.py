"""Documents whose head and preamble run on in one line, as pages that show the text layer of a file have them:
"ỦY BAN NHÂN DÂN TỈNH AN GIANG CỘNG HÒA … Hạnh phúc Số: 15/2012/CT-UBND An Giang, ngày … CHỈ THỊ VỀ VIỆC … Căn cứ …".

The blanks before the parts of the head, the clauses of the preamble and the articles become the line breaks that they
were; the text keeps its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.alphabet import LOWER, UPPER
from graph.domain import document_types

_HEAD_LIMIT = 9_000  # code points in which a head begins
_NATION = "CHỦ NGHĨA VIỆT NAM"
_RULES = " -–_*.0123456789"
_MOTTO = re.compile(rf"{_NATION}\b[^\n|]{{0,200}}?Độc lập")
_MANY = re.compile(r"; Căn cứ [^\n|]+?; (?:Căn cứ|Theo|Xét) ")
_DAY = re.compile(r", ngày [0-9]{1,2} tháng [0-9]{1,2} năm (?:19|20)[0-9]{2}(?= )")
_CLAUSE = re.compile(
    r"(?<=[;,.:]) (?=(?:Căn cứ|Theo đề nghị|Xét|Thực hiện) [^\W\d_]|(?:QUYẾT (?:ĐỊNH|NGHỊ)|NGHỊ (?:ĐỊNH|QUYẾT)) ?:)"
    rf"|(?<=[;,.:”\"]) (?=Điều [0-9]{{1,3}}[a-z]?[.:] ?[{UPPER}“])"
)
_NUMBER = re.compile(r" (?=Số ?: ?[0-9])")
_PLACE = re.compile(rf" (?=[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,3}}, ngày [0-9])")
_FIRST_BASIS = re.compile(r" (?=(?:- )?Căn cứ [^\W\d_])")
_SMALL = re.compile(rf"(?<=[{UPPER}.”\"]) (?=[{UPPER}][{LOWER}]+[ ,])")
_TITLE = 700  # code points of a title


def parts_on_lines(text: str) -> str:
    """`text` with the parts of a head and a preamble that run on in one line each at the beginning of a line; of the
    same length. Linear in its length."""
    blanks: set[int] = set()
    motto = _MOTTO.search(text, 0, _HEAD_LIMIT)
    if motto is not None:
        start, end = _line(text, motto.start())
        day = _DAY.search(text, motto.start(), min(end, motto.end() + _TITLE))
        if day is not None:
            blanks.update(_of_head(text, start, motto, day, end))
    many = _MANY.search(text, 0, _HEAD_LIMIT)
    if many is not None or blanks:
        start, end = _line(text, many.start() if many else motto.start())  # type: ignore[union-attr]
        if text.find("|", start, end) < 0:
            blanks.update(found.start() for found in _CLAUSE.finditer(text, start, end))
    if not blanks:
        return text
    edges = sorted(blanks)
    starts, stops = [0, *(blank + 1 for blank in edges)], [*edges, len(text)]
    return "\n".join(text[start:stop] for start, stop in zip(starts, stops, strict=True))


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _of_head(text: str, start: int, motto: re.Match[str], day: re.Match[str], end: int) -> Iterator[int]:
    """The blanks before the nation's name, the motto, the number, place and date, the type, the title, the enacting
    line and what follows it."""
    nation = text.rfind("CỘNG H", start, motto.start())
    if nation > start:
        yield nation - 1
    yield motto.end() - len(" Độc lập")
    for pattern in (_NUMBER, _PLACE):
        found = pattern.search(text, start, day.end() + 60)
        if found is not None:
            yield found.start()
    type_at = day.end()
    number = _NUMBER.match(text, day.end())
    if number is not None:  # the number behind the date
        behind = text.find(" ", text.find(" ", number.end()) + 1)
        type_at = behind if 0 < behind < end else type_at
    yield type_at
    kind = _types().match(text, type_at + 1)
    if kind is None:
        return
    yield kind.end()
    stop = min(end, kind.end() + _TITLE)
    body = _FIRST_BASIS.search(text, kind.end(), stop) or _SMALL.search(text, kind.end(), stop)
    if body is None:
        return
    yield body.start()
    between = motto.start() + len(_NATION), motto.end() - len(" Độc lập")
    issuer = text[slice(*between)].strip(_RULES)
    if issuer:
        yield between[0]
    else:
        issuer = text[start : max(start, nation)].strip(_RULES)
    enacting = text.rfind(" " + issuer + " ", kind.end(), body.start() + 1) if len(issuer) >= len("CHÍNH PHỦ") else -1
    if enacting > 0:
        chair = " CHỦ TỊCH"
        yield enacting - len(chair) if text.endswith(chair, 0, enacting) else enacting


@cache
def _types() -> re.Pattern[str]:
    """A type in capitals and the blank behind it."""
    names = sorted((kind.name.upper() for kind in document_types()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?= )")
