"""The record of a document that a portal prints above its text, or in its place: labels and values, on lines of their
own ("Số ký hiệu⏎12/2024/QĐ-UBND⏎Ngày ban hành⏎05/02/2024"), on one line ("Loại văn bản: Quyết định"), in two columns or
in the cells of a table. What the labels mean is told by the heads of registers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph import domain
from graph.citations import dates, symbols
from graph.citations.bodies import IssuerRef, read_issuer
from graph.citations.placenames import read_place
from graph.citations.tail import read_tail
from graph.citations.typewords import words_to_type
from graph.domain.register_heads import RELATIONS, roles_of

REACH = 4_000  # code points at the head in which a record stands
_OPENS = 1_500  # ... in which its first label stands
_GAP = 8  # cells without a label behind which a record has ended
_FEWEST = 3  # facts that make a record
_LABEL = 48  # code points of the longest label
_CELL = re.compile(r"(?:[^|\t\n ]++| (?! {2}| [^|\t\n:]{2,48}:))++")  # three blanks, or two before a label, part cells
_RULE = re.compile(r"[\s\-–:*_=#>]+")
_COLON = re.compile(r"(?P<label>[^:\n]{2,48}?)[ *_]*:(?![0-9/])[ *_]*(?P<value>.*)", re.DOTALL)
_FACTS = frozenset(
    {"type", "issuer", "date", "title", "effective", "ended", "status"} | RELATIONS.keys() - {"based-on"}
)
_NUMBERS = ("number", "symbol", "count")
_NAMES = re.compile(r"trích +yếu|tên +(?:gọi|văn)|về +việc", re.IGNORECASE)  # "Nội dung:" labels anything
_ISSUED = "ban hành"  # "Ban hành: 14/09/2021"
_HEADLINE = re.compile(r"[\s#*]*[A-ZĐ][^\W\d_]+(?: [^\W\d_]+){0,3} số ")
# what only the text of a document has: a basis, the line that enacts, its first article
_PAPER = re.compile(
    r"[\s*_>-]*(?:(?:Căn cứ|CĂN CỨ) (?!pháp|ban|văn)|QUYẾT (?:ĐỊNH|NGHỊ)[ *_]*:|Điều 1\b|Kính gửi)", re.UNICODE
)
_MARKS = " \t*_#>-–•"


class Record(NamedTuple):
    """What a record says of its document; None where it is silent. `span` covers the number, offsets into the head."""

    symbol: symbols.Symbol
    span: tuple[int, int]
    type: str | None
    date: str | None
    issuer: IssuerRef | None
    title: str | None
    title_span: tuple[int, int]
    place: str | None = None  # "Cơ quan ban hành: Tỉnh Hà Tĩnh"


class _Value(NamedTuple):
    words: str
    start: int


def read_record(head: str) -> Record | None:
    """The record at the beginning of a head; None where there is none, or where it names no number."""
    values: dict[str, _Value] = {}
    waiting: str | None = None
    silent = 0
    for words, start in cells(head):
        if not values and waiting is None and start > _OPENS:
            return None
        role, value, at = labelled(words, start)
        if role is None and _PAPER.match(words):
            break  # the document's own text: a table below it is no record
        if role is None:
            if waiting is not None:
                values.setdefault(waiting, _Value(words, start))
                waiting, silent = None, 0
            elif values:
                silent += 1
                if silent > _GAP:
                    break
            continue
        waiting, silent = (None, 0) if value else (role, 0)
        if value:
            values.setdefault(role, _Value(value, at))
    number = next((values[role] for role in _NUMBERS if role in values), None)
    if number is None or len(_FACTS & values.keys()) < _FEWEST - 1:
        return None
    found = symbols.SYMBOL.match(head, number.start)
    symbol = symbols.parse(head, found, named=True) if found is not None else None
    if symbol is None or not symbol.value:
        return None
    title = values.get("title") or _headline(head, symbol)
    return Record(
        symbol,
        (number.start, symbol.end),
        words_to_type().get(values["type"].words.casefold()) if "type" in values else None,
        _day(values["date"].words) if "date" in values else None,
        _body(values["issuer"].words) if "issuer" in values else None,
        title.words if title is not None else None,
        (title.start, title.start + len(title.words)) if title is not None else (-1, -1),
        _place(values["issuer"].words) if "issuer" in values else None,
    )


def cells(head: str) -> Iterator[tuple[str, int]]:
    """The cells and lines of a head with where they begin, without marks and rules."""
    for cell in _CELL.finditer(head, 0, REACH):
        words = cell[0]
        bare = words.strip(_MARKS)
        if bare and not _RULE.fullmatch(words):
            yield bare, cell.start() + words.index(bare[0])


def labelled(words: str, start: int) -> tuple[str | None, str, int]:
    """The role of the label that a cell is or begins with, the value behind its colon and where that begins."""
    led = _COLON.fullmatch(words)
    label = led["label"] if led is not None else words if len(words) <= _LABEL else ""
    roles = roles_of(label) if label else ()
    if not roles and label.casefold() == _ISSUED and led is not None:
        roles = ("date",)
    if len(roles) != 1 or (roles[0] == "title" and _NAMES.search(label) is None):
        return None, "", start
    value = led["value"].strip() if led is not None else ""
    return roles[0], value, start + (led.start("value") if led is not None else 0)


def _day(words: str) -> str | None:
    found = dates.FULL_DATE.match(words if words.casefold().startswith("ngày") else f"ngày {words}")
    return dates.iso(found) if found else None


def _place(words: str) -> str | None:
    """The province that a value names instead of a body of it."""
    level, place, end = read_place(words, 0)
    name = place if level is not None and end == len(words) else words
    known = domain.place_by_name(name) if name else None
    return known.name if known is not None else None


def _headline(head: str, symbol: symbols.Symbol) -> _Value | None:
    """The title on the line above a record that names the document in full: "Nghị quyết số 44/2012/NQ-HĐND ngày
    20/12/2012 của Hội đồng nhân dân tỉnh Hà Tĩnh Bổ sung phí, lệ phí …"."""
    found = _HEADLINE.match(head)
    code = symbols.SYMBOL.match(head, found.end()) if found is not None else None
    named = symbols.parse(head, code, named=True) if code is not None else None
    if named is None or named.canonical != symbol.canonical:
        return None
    start = read_tail(head, named.end).end
    line = head.find("\n", start)
    words = head[start : line if line >= 0 else len(head)]
    bare = words.strip(" ,*_-–:")
    return _Value(bare, start + words.find(bare)) if len(bare.split()) >= _FEWEST else None


def _body(words: str) -> IssuerRef | None:
    """The known body that a value names, where it names nothing else."""
    body = read_issuer(words, 0)
    return body if body is not None and not body.inferred and not words[body.end :].strip(" .") else None
