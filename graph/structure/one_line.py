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
from graph.domain.heads import any_head, head_words

_HEAD_LIMIT = 9_000  # code points in which a head begins
_NATION, _MOTTO_LINE, _CHAIR = any_head("nation"), any_head("motto-line"), any_head("chair")
_DAY_WORD, _MONTH, _YEAR, _NUMBER_WORD = any_head("day"), any_head("month"), any_head("year"), any_head("number-lead")
_RULES = " -–_*.0123456789"
_MOTTO = re.compile(rf"(?P<nation>{_NATION})\b[^\n|]{{0,200}}?(?P<motto>{_MOTTO_LINE})")
_MANY = re.compile(rf"; {any_head('basis')} [^\n|]+?; {any_head('clause')} ")
_DAY = re.compile(rf", {_DAY_WORD} [0-9]{{1,2}} {_MONTH} [0-9]{{1,2}} {_YEAR} (?:19|20)[0-9]{{2}}(?= )")
_CLAUSE = re.compile(
    rf"(?<=[;,.:]) (?={any_head('clause')} [^\W\d_]|{any_head('enacts')} ?:)"
    rf"|(?<=[;,.:”\"]) (?={any_head('article')} [0-9]{{1,3}}[a-z]?[.:] ?[{UPPER}“])"
)
_NUMBER = re.compile(rf" (?={_NUMBER_WORD} ?: ?[0-9])")
_PLACE = re.compile(rf" (?=[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,3}}, {_DAY_WORD} [0-9])")
_FIRST_BASIS = re.compile(rf" (?=(?:- )?{any_head('basis')} [^\W\d_])")
_SMALL = re.compile(rf"(?<=[{UPPER}.”\"]) (?=[{UPPER}][{LOWER}]+[ ,])")
_ENDS_WITH_CHAIR = re.compile(rf" {_CHAIR}\Z")
_SHORTEST_ISSUER = 9  # letters of a body that is sought again above the preamble
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
    nation = max(text.rfind(words, start, motto.start()) for words in head_words("nation-first"))
    if nation > start:
        yield nation - 1
    yield motto.start("motto") - 1
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
    between = motto.end("nation"), motto.start("motto") - 1
    issuer = text[slice(*between)].strip(_RULES)
    if issuer:
        yield between[0]
    else:
        issuer = text[start : max(start, nation)].strip(_RULES)
    known = len(issuer) >= _SHORTEST_ISSUER
    enacting = text.rfind(f" {issuer} ", kind.end(), body.start() + 1) if known else -1
    if enacting > 0:
        chair = _ENDS_WITH_CHAIR.search(text, kind.end(), enacting)
        yield chair.start() if chair is not None else enacting


@cache
def _types() -> re.Pattern[str]:
    """A type in capitals and the blank behind it."""
    names = sorted((kind.name.upper() for kind in document_types()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?= )")
