"""What the runs of properties in an old Word file say of its characters: hidden, deleted, in a table, the end of a row.

Properties stand in pages of 512 bytes, for stretches of the file: those of characters in ``ChpxFkp``, those of
paragraphs in ``PapxFkp`` ([MS-DOC] 2.9.33, 2.9.174), each as a list of single modifiers (``Prl``, 2.6).
"""

from __future__ import annotations

import itertools
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from graph.reading import doc_styles
from graph.reading.doc_modifiers import operands

# Characters that stand for what the properties say; Word uses none of them in a text
NOT_PRINTED, ENDS_ROW, IN_TABLE = "\x00", "\x06", "\x0e"
_PAGE = 512
_CHARACTERS, _PARAGRAPHS = 0xFA, 0x102  # where the tables of pages lie ([MS-DOC] FibRgFcLcb97, fcPlcfBteChpx, -Papx)
_DELETED, _STYLE = 0x0800, 0x4A30  # sprmCFRMarkDel, sprmCIstd
_OPPOSITE = 0x81  # of a property that styles toggle: the other way round than they say
_TABLE, _ROW_END = 0x2416, 0x2417  # sprmPFInTable, sprmPFTtp
_KEPT = "\x07\x13\x14\x15"  # marks of cells and fields: what is around them needs them


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches of the file, ordered: `not_printed`, `hidden_by_styles`, `tables` (paragraphs of tables) and
    `row_ends`; `numbered` are paragraphs with the numbering (its place in the list, from 1) and the level that they
    have."""

    not_printed: tuple[tuple[int, int], ...]
    tables: tuple[tuple[int, int], ...]
    row_ends: tuple[tuple[int, int], ...]
    hidden_by_styles: tuple[tuple[int, int], ...] = ()
    numbered: tuple[tuple[int, int, int, int], ...] = ()


def read(stream: bytes, table: bytes, more: bytes = b"") -> Marks:
    """The marks of a document from its streams: the text's, the tables', and "Data" (`more`). What is broken says
    nothing."""
    styles = doc_styles.read(stream, table)
    hidden: list[tuple[int, int]] = []
    shown: list[tuple[int, int]] = []  # what its own properties decide, beside what is hidden
    turned: list[tuple[int, int]] = []  # what a style of characters turns round
    hides: list[tuple[int, int]] = []  # paragraphs whose style hides
    tables, ends, numbered = [], [], []
    for start, end, said in _stretches(stream, table, _CHARACTERS, 1):
        values = operands(said)
        own = values.get(doc_styles.HIDDEN)
        if values.get(_DELETED, 0) & 1 or own == 1:
            hidden.append((start, end))
        elif own == 0:
            shown.append((start, end))
        elif styles.hides(values.get(_STYLE, -1)) != (own == _OPPOSITE):
            turned.append((start, end))
    for start, end, said in _stretches(stream, table, _PARAGRAPHS, 13):
        values = operands(said[2:], more)
        style = int.from_bytes(said[:2], "little")
        if styles.hides(style):
            hides.append((start, end))
        if values.get(_ROW_END):
            ends.append((start, end))
            continue
        if values.get(_TABLE):
            tables.append((start, end))
        list_of_style, level = styles.numbering(style)
        list_ = values.get(doc_styles.LIST, list_of_style)
        if list_:
            numbered.append((start, end, list_, values.get(doc_styles.LEVEL, level)))
    by_styles = tuple(_by_styles(sorted(hides), sorted(turned), sorted([*shown, *hidden])))
    return Marks(
        tuple(sorted(hidden)), tuple(sorted(tables)), tuple(sorted(ends)), by_styles, tuple(sorted(numbered))
    )  # fmt: skip


def _by_styles(
    hides: list[tuple[int, int]], turned: list[tuple[int, int]], decided: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """What the styles hide: of a paragraph or of its characters, not of both; what is `decided` is none of theirs."""
    edges = sorted({edge for stretches in (hides, turned, decided) for stretch in stretches for edge in stretch})
    places = [0, 0, 0]
    for start, end in itertools.pairwise(edges):
        within = []
        for which, stretches in enumerate((hides, turned, decided)):
            while places[which] < len(stretches) and stretches[places[which]][1] <= start:
                places[which] += 1
            at = places[which]
            within.append(at < len(stretches) and stretches[at][0] <= start)
        if within[0] != within[1] and not within[2]:
            yield start, end


def marked(text: str, place: int, width: int, marks: Marks) -> str:
    """`text`, whose characters take `width` bytes each from `place` of the file on, with a character of its own for
    what is not printed and for marks of paragraphs and cells as `marks` tell."""
    end = place + width * len(text)
    signs = list(text)
    for stretches, kept in ((marks.not_printed, _KEPT), (marks.hidden_by_styles, f"{_KEPT}\r")):
        for start, stop in _within(stretches, place, end):  # a style that hides joins no paragraphs
            for at in range((start - place) // width, (stop - place) // width):
                if signs[at] not in kept:
                    signs[at] = NOT_PRINTED
    for stretches, sign, becomes in ((marks.tables, "\r", IN_TABLE), (marks.row_ends, "\x07", ENDS_ROW)):
        for start, stop in _within(stretches, place, end):
            for at in range((start - place) // width, (stop - place) // width):
                if signs[at] == sign:
                    signs[at] = becomes
    return "".join(signs)


def numbered(text: str, place: int, width: int, marks: Marks) -> Iterator[tuple[int, int, int]]:
    """(place in `text` of its end, numbering, level) of the numbered paragraphs that end in `text`, which stands as
    `marked` is told. The mark that ends a paragraph is the last character of its stretch."""
    end = place + width * len(text)
    lists = marks.numbered
    for at in range(max(0, bisect_right(lists, (place, 1 << 40, 0, 0)) - 1), len(lists)):
        start, stop, list_, level = lists[at]
        if start >= end:
            return
        if place < stop <= end and text[(stop - place) // width - 1] in "\r\x07":
            yield (stop - place) // width - 1, list_, level


def _within(stretches: tuple[tuple[int, int], ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches cut to ``start:end``."""
    for at in range(max(0, bisect_right(stretches, (start, 1 << 40)) - 1), len(stretches)):
        first, last = stretches[at]
        if first >= end:
            return
        if last > start:
            yield max(first, start), min(last, end)


def _stretches(stream: bytes, table: bytes, where: int, width: int) -> Iterator[tuple[int, int, bytes]]:
    """(start, end, properties) of all pages of a kind, whose entries take `width` bytes."""
    try:
        place, size = struct.unpack_from("<II", stream, where)
        plc = table[place : place + size]
        count = max(0, (len(plc) - 4) // 8)
        pages = struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ()
    except struct.error:
        return
    for page in dict.fromkeys(number & 0x3FFFFF for number in pages):
        data = stream[page * _PAGE : (page + 1) * _PAGE]
        if len(data) < _PAGE:
            continue
        entries = data[-1]
        if 4 * (entries + 1) + width * entries >= _PAGE:
            continue
        ends = struct.unpack_from(f"<{entries + 1}I", data, 0)
        for number in range(entries):
            at = 2 * data[4 * (entries + 1) + width * number]
            if at and ends[number] < ends[number + 1]:
                yield ends[number], ends[number + 1], _listed(data, at, of_paragraph=width > 1)


def _listed(data: bytes, at: int, *, of_paragraph: bool) -> bytes:
    """The properties that stand at a place of a page, behind their length."""
    length = data[at]
    if not of_paragraph:
        return data[at + 1 : at + 1 + length]
    if length:
        return data[at + 1 : at + 2 * length]
    return data[at + 2 : at + 2 + 2 * data[at + 1]] if at + 1 < len(data) else b""
