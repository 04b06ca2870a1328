"""The numbers that Word writes before paragraphs by itself, in old Word files ([MS-DOC] PlfLst, PlfLfo): lists with up
to nine levels, and formats of them that paragraphs name by their places."""

from __future__ import annotations

import struct

from graph.reading.docx_numbering import LEVELS, MOST, Counters, Level, Numbering

_LISTS, _FORMATS = 0x2E2, 0x2EA  # where they lie (FibRgFcLcb97, fcPlfLst and fcPlfLfo)
_KINDS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero", 23: "bullet",
    255: "none",
}  # fmt: skip
_LIST, _LEVEL, _FORMAT, _OVERRIDE = 28, 28, 16, 8  # bytes of the fixed parts
_BULLETS = "-–—+*•"  # bullets that are what they look like; others are letters of fonts of signs


class Numberings:
    """The numberings of a document, and how far each has counted; none where their tables are broken."""

    def __init__(self, stream: bytes, table: bytes) -> None:
        self._lists: dict[int, dict[int, Level]] = {}
        self._numberings: list[Numbering] = []
        self._counters = Counters()
        try:
            self._read_lists(stream, table)
            self._read_formats(stream, table)
        except (struct.error, IndexError):
            self._lists, self._numberings = {}, []

    def label(self, place: int, level: int) -> str:
        """Count a paragraph of the numbering at a place (from 1) and a level; what is printed before it."""
        if not 0 < place <= len(self._numberings):
            return ""
        numbering = self._numberings[place - 1]
        levels = {**self._lists.get(int(numbering.abstract), {}), **numbering.levels}
        found = self._counters.counted(str(place), numbering, numbering.abstract, levels, min(level, LEVELS - 1))
        return found.text if found is not None else ""

    def _read_lists(self, stream: bytes, table: bytes) -> None:
        start, size = struct.unpack_from("<II", stream, _LISTS)
        if not size:
            return
        (count,) = struct.unpack_from("<H", table, start)
        at = start + size  # the levels stand behind the lists
        for number in range(count):
            head = start + 2 + _LIST * number
            (id,) = struct.unpack_from("<i", table, head)
            levels: dict[int, Level] = {}
            for place in range(1 if table[head + 26] & 1 else LEVELS):
                levels[place], at = _level(table, at, place)
            self._lists[id] = levels

    def _read_formats(self, stream: bytes, table: bytes) -> None:
        start, size = struct.unpack_from("<II", stream, _FORMATS)
        if not size:
            return
        (count,) = struct.unpack_from("<I", table, start)
        at = start + 4 + _FORMAT * count
        for number in range(count):
            head = start + 4 + _FORMAT * number
            (id,) = struct.unpack_from("<i", table, head)
            numbering = Numbering(str(id))
            at += 4
            for _ in range(table[head + 12]):
                first, flags = struct.unpack_from("<iI", table, at)
                at += _OVERRIDE
                place = flags & 0xF
                if flags & 0x20:
                    numbering.levels[place], at = _level(table, at, place)
                elif flags & 0x10:
                    numbering.starts[place] = max(0, min(first, MOST))
            self._numberings.append(numbering)


def _level(table: bytes, at: int, place: int) -> tuple[Level, int]:
    """A level (LVL) and the place behind it."""
    start, kind, flags = struct.unpack_from("<iBB", table, at)
    follows, of_characters, of_paragraphs, limit = table[at + 15], table[at + 24], table[at + 25], table[at + 26]
    at += _LEVEL + of_characters + of_paragraphs
    (letters,) = struct.unpack_from("<H", table, at)
    words = table[at + 2 : at + 2 + 2 * letters].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in words)
    level = Level(
        start=max(0, min(start, MOST)),
        format=_KINDS.get(kind, "decimal"),
        text=text[:200],
        gap="" if follows == 2 else " ",
        restart=min(limit, place) if flags & 8 else None,
        legal=bool(flags & 4),
        hidden=False,
        font="Symbol" if kind == 23 and text not in _BULLETS else "",
        style="",
    )
    return level, at + 2 + 2 * letters
