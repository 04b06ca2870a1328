"""Lists of documents as portals and newsletters print them: an item names a document, and lines below it say in fields
of their own when it takes effect and when it ends ("Nghị định 10/2031/NĐ-CP về nhà ở⏎Ngày hiệu lực: 15/3/2031")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.effect import words
from graph.effect.subjects import Cited, behind_marks
from graph.effect.times import Time
from graph.model import Mention
from graph.structure.clauses import sentence_start

_LABEL = r"(?:<card-begin>|(<card-end>))(?![^\W_])[ *_]*(?:[:|][ *_|]*)?(?:<since> +)?"
_CLOSES = re.compile(r"[ \t*_.;,|)]*(?=\n|\Z)")
_FIELD = re.compile(r"[ \t*_|>•·–+\-]*[^\n:|.;]{2,40}?[ *_]*[:|]|[ \t*_|>•·–+\-]*\(|[ \t*_|\-–=]*(?=\n|\Z)")
_MARKED = re.compile(r"[ \t*_|>#]*(?:[-–+•·]|[0-9]{1,3}[.)]|[a-zđ]\))")
_BARE = r"[ *_\-–|]*(?:<dated>)?[ *_]*"
_GAP = 8  # blanks and signs before a day
_ENDS = re.compile(r"[ *_]*(?:[.;,)|]|\n|\Z|[-–] )")
# the second field of a line, behind a wide gap or a sign
_APART = re.compile(r"[0-9](?: {2,}|\t *| *[|;•·] *| +[-–] +)(?=[^\W\d_])")
_LINES = 14  # of a card between the document and the field
_REACH = 2500
_FULL = len("2031-07-01")
_FIRST = "1945"


class Card(NamedTuple):
    """A field of a card: whose, ``in-force`` or ``ended``, the day; where the field stands and its day ends; whether
    only a part of the document has ended."""

    mention: Mention
    kind: str
    day: str
    start: int
    end: int
    partly: bool = False


def cards(text: str, flat: str, cited: Cited) -> Iterator[Card]:
    """The fields of the cards of a text, in order: of each document the first one of a kind. None at all where a field
    stands above the first document, or a line is no part of a card."""
    said: set[tuple[int, str]] = set()
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        opened = behind_marks(text, start, start + len(line))
        field = words.compiled(_LABEL).match(flat, opened, start + len(line))
        if field is None and (apart := _APART.search(line)) is not None and _is_field(text, start, at - 1):
            opened = start + apart.end()  # "Ngày ban hành: 01/02/2031   Ngày hiệu lực: 15/3/2031"
            field = words.compiled(_LABEL).match(flat, opened, start + len(line))
        if field is None:
            continue
        day = words.read_day(flat, field.end())
        if day is None or len(day.value) < _FULL or day.value < _FIRST or not _CLOSES.match(text, day.end):
            continue
        if not cited.any_before(start):
            return  # fields stand above what they are of
        head = _head(text, start, cited)
        kind = "ended" if field[1] else "in-force"
        if head is not None and (head.start, kind) not in said:
            said.add((head.start, kind))
            partly = kind == "ended" and words.compiled("<state-part>").search(flat, head.end, opened) is not None
            yield Card(head, kind, day.value, opened, day.end, partly)


def _head(text: str, start: int, cited: Cited) -> Mention | None:
    """The document whose card a line at `start` belongs to: the nearest one above that opens a line, where between the
    two stand only fields, or where it opens a marked item words that open none."""
    end, passed = start - 1, False
    for _ in range(_LINES):
        if end < 0 or start - end > _REACH:
            return None
        line = text.rfind("\n", 0, end) + 1
        opened = behind_marks(text, line, end)
        first = cited.between(line, end)[:1]
        if first and first[0].start == opened and not _is_field(text, line, end):
            marked = _MARKED.match(text, line, end) is not None
            return first[0] if marked or not passed else None
        if not _is_field(text, line, end):
            if _MARKED.match(text, line, end):
                return None  # another item
            passed = True
        end = line - 1
    return None


def closing_day(text: str, flat: str, at: int) -> Time | None:
    """The full day right behind words of force that ends its line or clause: "Luật A (hiệu lực 01/7/2031)"."""
    day = words.read_day(flat, at + len(flat[at : at + _GAP]) - len(flat[at : at + _GAP].lstrip(" *_:|")))
    if day is None or len(day.value) < _FULL or not _ENDS.match(text, day.end):
        return None
    return Time("stated", day.value, day.end)


def led_to(text: str, flat: str, begin: int, cue: int) -> int:
    """Where the clause of words of force at `cue` begins which a colon or a semicolon parts from the document on their
    line ("Luật A: có hiệu lực từ …"); `begin` elsewhere."""
    if text[begin - 1 : begin] not in (":", ";") or begin < 1 or "\n" in text[begin:cue]:
        return begin
    return begin if words.compiled(_BARE).fullmatch(flat, begin, cue) is None else sentence_start(text, begin - 1)


def row_start(text: str, begin: int, cue: int) -> int:
    """Where the row of a table begins in which words of force stand at `cue`; `begin` outside of one."""
    line = text.rfind("\n", begin, cue) + 1
    return line if line > begin and text[line:cue].lstrip().startswith("|") else begin


def _is_field(text: str, line: int, end: int) -> bool:
    return _FIELD.match(text, line, end) is not None
