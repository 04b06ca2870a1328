"""The signs that open a line ("Điều 5.", "a)", "-", "Căn cứ …"), from the table ``graph/domain/marks.csv``.

Columns: ``kind``, ``level`` (of the unit that begins, 0 the highest; items of a list have a higher number than what
introduces them), ``pattern`` (a regular expression in which ``␣`` stands for blanks and line breaks, ``~`` for blanks
and emphasis that may stand there), ``example`` (``⏎`` for a line break), ``where``: ``any`` line; ``ended``: only where
the line before has ended or is blank (a dash in mid-sentence opens nothing); ``break``: likewise, and the words must
stand alone or before a capital ("Mục 2 của Phụ lục" in mid-sentence opens nothing).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from graph.alphabet import UPPER
from graph.domain.table import read_table

_BLANKS = r"(?:[ \t*_\xa0]|\n(?!\n))+"
_EMPHASIS = r"[ \t*_]*"


# What opens a line: kind and level of the unit, label ("5a", "a"), the offset behind the mark.
Mark = tuple[str, int, str, int]
_KNOWN = 32_768  # looks and marks that are remembered: lines begin in some ten thousand ways


class MarkTable:
    """All marks as one pattern."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        self._rows = [(row["kind"], int(row["level"]), row["where"]) for row in rows]
        options = []
        for row in rows:
            pattern = row["pattern"].replace("␣", _BLANKS).replace("~", _EMPHASIS)
            # The group that tells the row closes it: a row whose first sign is another is passed over at once.
            options.append(f"(?:{pattern})()")
        self.look = re.compile("|".join(options)).match  # at an offset of a text; `mark` reads what it finds
        self._labels: dict[tuple[int | None, str], tuple[str, int, str, str]] = {}
        self.opens: dict[str, bool] = {}  # what `may_open` said of the first four signs of lines

    def may_open(self, words: str) -> bool:
        """A quick look at the first four signs of a line: might a mark stand there? None is overlooked."""
        found = _may_open(words)
        if len(self.opens) < _KNOWN:
            self.opens[words[:4]] = found
        return found

    def match(self, text: str, at: int, *, ended: bool) -> Mark | None:
        """The mark that stands at `at`; `ended` tells whether the line before has ended."""
        found = self.look(text, at)
        return None if found is None else self.mark(found, ended=ended)

    def mark(self, found: re.Match[str], *, ended: bool) -> Mark | None:
        """The mark that a look found, if it counts there."""
        key = found.lastindex, found.group()
        kind, level, label, where = self._labels.get(key) or self._read(key)
        if where != "any" and not ended:
            return None
        end = found.end()
        if where == "break" and _ALONE.match(found.string, end) is None:
            return None
        return kind, level, label, end

    def _read(self, key: tuple[int | None, str]) -> tuple[str, int, str, str]:
        """Kind, level, label and place of a mark by the number of its row and its words."""
        row, words = key
        kind, level, where = self._rows[(row or 1) - 1]
        found = _LABEL.search(words)
        label = found.group().lower() if found else ""
        if kind == "khoản":
            level += label.count(".")
        if len(self._labels) < _KNOWN:
            self._labels[key] = (kind, level, label, where)
        return kind, level, label, where


def _may_open(words: str) -> bool:
    first = words[0]
    if first.islower():
        return words[1:2] in _BEHIND_LETTER or words[2:3] in _BEHIND_LETTER or words[3:4] in (")", ".")
    if first.isupper():
        return words[:3] in _HEADS or words[1:2] in _BEHIND_CAPITAL or (first in "IVX" and words[1:2] in "IVX")
    return first in _SIGNS


_BEHIND_LETTER = frozenset(").[*_ ")
_BEHIND_CAPITAL = frozenset(" .)-–/*_[")
_SIGNS = frozenset("0123456789([-–—•●·▪+“")
# how the words begin that are marks by themselves
_HEADS = frozenset(
    ("Phầ", "PHẦ", "Phụ", "PHỤ", "Chư", "CHƯ", "Mục", "MỤC", "Tiể", "TIỂ", "Điề", "ĐIỀ", "Căn", "CĂN", "Chi", "RA ",
     "The", "THE", "Xét", "XÉT", "QUY", "NGH", "CHỈ", "Nơi", "NƠI")
)  # fmt: skip
_LABEL = re.compile(r"[0-9]+(?:\.[0-9]+)*[a-zđ]?|(?<![^\W_])(?:[IVXLC]+|[ivx]{1,5}|[a-zđ]{1,2}|[A-HK])(?![^\W_])")
_ALONE = re.compile(rf"[ \t*_]*(?:[.:\-–)\n]|\Z|[{UPPER}])")


@cache
def marks() -> MarkTable:
    """The table as delivered, read on first use."""
    return MarkTable(read_table("marks"))
