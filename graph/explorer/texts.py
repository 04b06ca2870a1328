"""Texts as the page counts them: offsets in UTF-16 units, and where in a text something stands.

Python counts code points, JavaScript UTF-16 units; the two differ behind a character beyond the basic plane.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

# A line that opens a part of a document, by depth: part, chapter, section, Roman number, article, number, letter.
_MARKUP = r"[\s#*_>|\-]*"
_HEADINGS = tuple(
    re.compile(_MARKUP + pattern, re.IGNORECASE if fold else 0)
    for pattern, fold in (
        (r"(Phần thứ [\w]+|Phần [IVXLC]+)\b", True),
        (r"(Chương [IVXLC\d]+)\b", True),
        (r"(Mục \d+)\b", True),
        (r"([IVXLC]+)[.\-)/](?=\s)", False),
        (r"(Điều \d+[a-zđ]?)\b", False),
        (r"(\d{1,2})[.)](?=\s)", False),
        (r"([a-zđ])\)(?=\s)", False),
    )
)
_LONGEST_LINE = 400  # only the start of a line is looked at


@dataclass(slots=True)
class TextIndex:
    """Positions in one text: `utf16` turns a code-point offset into UTF-16 units, `line` counts from 1, `part` gives
    the headings above an offset (``II › 3``)."""

    text: str
    _astral: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.text and max(self.text) > "\uffff":
            self._astral = [at for at, character in enumerate(self.text) if character > "\uffff"]
        self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def utf16(self, offset: int) -> int:
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def line(self, offset: int) -> int:
        return bisect_right(self._lines, offset)

    def part(self, offset: int) -> str:
        if not self._parts:
            self._parts = self._read_parts()
        return self._parts[self.line(offset) - 1]

    def _read_parts(self) -> list[str]:
        """The heading path of every line, in one pass."""
        open_parts: dict[int, str] = {}
        path, paths = "", []
        for start in self._lines:
            for depth, heading in enumerate(_HEADINGS):
                match = heading.match(self.text, start, start + _LONGEST_LINE)
                if match is not None and "\n" not in match.group():
                    open_parts = {d: label for d, label in open_parts.items() if d < depth}
                    open_parts[depth] = " ".join(match.group(1).split())
                    path = " › ".join(open_parts[d] for d in sorted(open_parts))
                    break
            paths.append(path)
        return paths


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
