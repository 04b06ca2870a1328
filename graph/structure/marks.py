"""The signs that open a line ("Điều 5.", "a)", "-", "Căn cứ …"), from the table ``graph/domain/marks.csv``.

Columns: ``kind``, ``level`` (of the unit that begins, 0 the highest; items of a list have a higher number than what
introduces them), ``pattern`` (a regular expression in which ``␣`` stands for blanks and line breaks, ``~`` for blanks
and emphasis that may stand there), ``where``: ``any`` line; ``ended``: only where the line before has ended or is blank
(a dash in mid-sentence opens nothing); ``break``: likewise, and the words must stand alone or before a capital
("Mục 2 của Phụ lục" in mid-sentence opens nothing).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph.domain.table import read_table

_BLANKS = r"(?:[ \t*_\xa0]|\n(?!\n))+"
_EMPHASIS = r"[ \t*_]*"


class Mark(NamedTuple):
    """What opens a line: `kind` and `level` of the unit, `label` ("5a", "a"), `end` behind the mark."""

    kind: str
    level: int
    label: str
    end: int


class MarkTable:
    """All marks as one pattern."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._rows = [(row["kind"], int(row["level"]), row["where"]) for row in rows]
        options = []
        for number, row in enumerate(rows):
            pattern = row["pattern"].replace("␣", _BLANKS).replace("~", _EMPHASIS)
            options.append(f"(?P<m{number}>{pattern})")
        self._pattern = re.compile("|".join(options))

    @staticmethod
    def may_open(words: str) -> bool:
        """A quick look at the beginning of a line: might a mark stand there? None is overlooked."""
        first = words[0]
        if first.islower():
            return words[1:2] in _BEHIND_LETTER or words[2:3] in _BEHIND_LETTER or words[3:4] == ")"
        if first.isupper():
            return words[:3] in _HEADS or words[1:2] in _BEHIND_CAPITAL or (first in "IVX" and words[1:2] in "IVX")
        return first in _SIGNS

    def match(self, text: str, at: int, *, ended: bool) -> Mark | None:
        """The mark that stands at `at`; `ended` tells whether the line before has ended."""
        found = self._pattern.match(text, at)
        if found is None:
            return None
        kind, level, where = self._rows[int((found.lastgroup or "m0")[1:])]
        end = found.end()
        if where != "any" and not ended:
            return None
        if where == "break" and not _stands_alone(text, end):
            return None
        label = _LABEL.search(found.group())
        words = label.group().lower() if label else ""
        if kind == "khoản":
            level += words.count(".")
        return Mark(kind, level, words, end)


_BEHIND_LETTER = frozenset(").[*_ ")
_BEHIND_CAPITAL = frozenset(" .)-–/*_[")
_SIGNS = frozenset("0123456789([-–—•●·▪+“")
# how the words begin that are marks by themselves
_HEADS = frozenset(
    ("Phầ", "PHẦ", "Phụ", "PHỤ", "Chư", "CHƯ", "Mục", "MỤC", "Tiể", "TIỂ", "Điề", "ĐIỀ", "Căn", "CĂN", "The", "THE",
     "Xét", "XÉT", "QUY", "NGH", "CHỈ", "Nơi", "NƠI")
)  # fmt: skip
_LABEL = re.compile(r"[0-9]+(?:\.[0-9]+)*[a-zđ]?|(?<![^\W_])(?:[IVXLC]+|[a-zđ]{1,2}|[A-HK])(?![^\W_])")
_ALONE = re.compile(r"[ \t*_]*(?:[.:\-–)\n]|\Z|[A-ZĐÂÊÔƠƯÁÀẢÃẠÉÈÍÌÓÒÚÙÝỦ])")


def _stands_alone(text: str, end: int) -> bool:
    return _ALONE.match(text, end) is not None


@cache
def marks() -> MarkTable:
    """The table as delivered, read on first use."""
    return MarkTable(read_table("marks"))
