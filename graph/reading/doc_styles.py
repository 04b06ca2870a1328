"""The styles of an old Word file, as far as they decide what is read: hidden text, numbering ([MS-DOC] STSH)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from graph.reading.doc_modifiers import operands

HIDDEN = 0x083C  # sprmCFVanish
LIST, LEVEL = 0x460B, 0x260A  # sprmPIlfo, sprmPIlvl
_SHEET = 0xA2  # where the style sheet lies (FibRgFcLcb97, fcStshf)
_PARAGRAPH, _CHARACTER = 1, 2  # kinds of styles (stk)
_NONE = 0xFFF
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: int
    hidden: int | None
    list: int | None
    level: int | None


class Styles:
    """The styles of a document by their places in its sheet."""

    def __init__(self, styles: dict[int, _Style]) -> None:
        self._styles = styles

    def _chain(self, place: int) -> list[_Style]:
        found: list[_Style] = []
        while place in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[place])
            place = found[-1].based_on
        return found

    def hides(self, place: int) -> bool:
        """Whether text of a style is hidden."""
        return next((style.hidden == 1 for style in self._chain(place) if style.hidden is not None), False)

    def numbering(self, place: int) -> tuple[int, int]:
        """The numbering (0: none) and the level that paragraphs of a style have."""
        chain = self._chain(place)
        list_ = next((style.list for style in chain if style.list is not None), 0)
        return list_, next((style.level for style in chain if style.level is not None), 0)


def read(stream: bytes, table: bytes) -> Styles:
    """The styles of a document from its streams; none where the sheet is broken."""
    try:
        return Styles(_sheet(stream, table))
    except (struct.error, IndexError):
        return Styles({})


def _sheet(stream: bytes, table: bytes) -> dict[int, _Style]:
    start, size = struct.unpack_from("<II", stream, _SHEET)
    sheet = table[start : start + size]
    (head,) = struct.unpack_from("<H", sheet, 0)
    count, base = struct.unpack_from("<HH", sheet, 2)
    at = 2 + head
    found: dict[int, _Style] = {}
    for place in range(count):
        (length,) = struct.unpack_from("<H", sheet, at)
        definition = sheet[at + 2 : at + 2 + length]
        at += 2 + length + length % 2
        if len(definition) >= base + 2:
            found[place] = _style(definition, base)
    return found


def _style(definition: bytes, base: int) -> _Style:
    (told,) = struct.unpack_from("<H", definition, 2)
    kind, based_on = told & 0xF, told >> 4
    (letters,) = struct.unpack_from("<H", definition, base)
    at = base + 2 + 2 * letters + 2
    lists: list[bytes] = []
    while at + 2 <= len(definition) and len(lists) < (2 if kind == _PARAGRAPH else 1 if kind == _CHARACTER else 0):
        (size,) = struct.unpack_from("<H", definition, at)
        lists.append(definition[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    of_paragraphs = operands(lists[0][2:]) if kind == _PARAGRAPH and lists else {}
    of_characters = operands(lists[-1]) if lists and (kind == _CHARACTER or len(lists) > 1) else {}
    hidden = of_characters.get(HIDDEN)
    return _Style(based_on if based_on != _NONE else -1, hidden, of_paragraphs.get(LIST), of_paragraphs.get(LEVEL))
