"""What the runs of properties in an old Word file say of its characters: hidden, deleted, in a table, the end of a row.

Properties stand in pages of 512 bytes, for stretches of the file: those of characters in ``ChpxFkp``, those of
paragraphs in ``PapxFkp`` ([MS-DOC] 2.9.33, 2.9.174), each as a list of single modifiers (``Prl``, 2.6).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

# Characters that stand for what the properties say; Word uses none of them in a text
NOT_PRINTED, ENDS_ROW, IN_TABLE = "\x00", "\x06", "\x0e"
_PAGE = 512
_CHARACTERS, _PARAGRAPHS = 0xFA, 0x102  # where the tables of pages lie ([MS-DOC] FibRgFcLcb97, fcPlcfBteChpx, -Papx)
_DELETED, _HIDDEN = 0x0800, 0x083C  # sprmCFRMarkDel, sprmCFVanish
_TABLE, _ROW_END = 0x2416, 0x2417  # sprmPFInTable, sprmPFTtp
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # of an operand, by the kind of its modifier (spra)
_DEFINES_TABLE, _TABS = 0xD608, 0xC615  # modifiers whose operands count otherwise
_ELSEWHERE = (0x6645, 0x6646)  # sprmPHugePapx: too much for a page, it stands in the stream "Data"
_KEPT = "\x07\x13\x14\x15"  # marks of cells and fields: what is around them needs them


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches of the file, ordered: `not_printed`, `tables` (paragraphs of tables) and `row_ends`."""

    not_printed: tuple[tuple[int, int], ...]
    tables: tuple[tuple[int, int], ...]
    row_ends: tuple[tuple[int, int], ...]


def read(stream: bytes, table: bytes, more: bytes = b"") -> Marks:
    """The marks of a document from its streams: the text's, the tables', and "Data" (`more`). What is broken says
    nothing."""
    hidden, tables, ends = [], [], []
    for start, end, said in _stretches(stream, table, _CHARACTERS, 1):
        values = _values(said)
        if values.get(_DELETED, 0) & 1 or values.get(_HIDDEN, 0) == 1:
            hidden.append((start, end))
    for start, end, said in _stretches(stream, table, _PARAGRAPHS, 13):
        values = _values(said[2:], more)  # behind the number of the style
        if values.get(_ROW_END):
            ends.append((start, end))
        elif values.get(_TABLE):
            tables.append((start, end))
    return Marks(tuple(sorted(hidden)), tuple(sorted(tables)), tuple(sorted(ends)))


def marked(text: str, place: int, width: int, marks: Marks) -> str:
    """`text`, whose characters take `width` bytes each from `place` of the file on, with a character of its own for
    what is not printed and for marks of paragraphs and cells as `marks` tell."""
    end = place + width * len(text)
    signs = list(text)
    for start, stop in _within(marks.not_printed, place, end):
        for at in range((start - place) // width, (stop - place) // width):
            if signs[at] not in _KEPT:
                signs[at] = NOT_PRINTED
    for stretches, sign, becomes in ((marks.tables, "\r", IN_TABLE), (marks.row_ends, "\x07", ENDS_ROW)):
        for start, stop in _within(stretches, place, end):
            for at in range((start - place) // width, (stop - place) // width):
                if signs[at] == sign:
                    signs[at] = becomes
    return "".join(signs)


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


def _values(said: bytes, more: bytes = b"") -> dict[int, int]:
    """The first byte of the operand of each modifier, those that stand elsewhere among them."""
    values = {}
    for modifier, operand in _modifiers(said):
        values[modifier] = operand[0]
        if modifier in _ELSEWHERE and len(operand) == 4:
            place = int.from_bytes(operand, "little")
            size = int.from_bytes(more[place : place + 2], "little")
            values |= {key: value[0] for key, value in _modifiers(more[place + 2 : place + 2 + size])}
    return values


def _modifiers(said: bytes) -> Iterator[tuple[int, bytes]]:
    """(modifier, the first bytes of its operand, one at least) of a list."""
    at = 0
    while at + 2 < len(said):
        modifier = said[at] | said[at + 1] << 8
        at += 2
        yield modifier, said[at : at + 4]
        size = _SIZES.get(modifier >> 13)
        if size is None:
            size = 1 + said[at]
            if modifier == _DEFINES_TABLE:
                size = 1 + (said[at] | (said[at + 1] << 8 if at + 1 < len(said) else 0))
            elif modifier == _TABS and said[at] == 255:
                return
        at += size
