"""Numbered lists that run on in one line: "Bãi bỏ các Quyết định sau: 1. Quyết định số …; 2. Quyết định số …".

Text layers of PDFs, pasted texts and web pages join the lines of a list. The blank before each of its numbers becomes
the line break that it was, so that the text keeps its length and the list is laid out like any other.
"""

from __future__ import annotations

import re

from graph.alphabet import UPPER

_UPPER = UPPER + '“"'
# the first number stands behind a colon, the others behind what closes a member
_FIRST = re.compile(rf": ?1[.)/][ \t]*+(?<=[ \t.)])[{_UPPER}]")
_NUMBER = re.compile(
    rf"(?P<lead>[:;.])(?P<blank>[ \t\n])[ \t]*+(?:\n[ \t]*+)?(?P<number>[1-9][0-9]?)(?P<sign>[.)/])"
    rf"[ \t]*+(?<=[ \t.)])[{_UPPER}]"
)
_APART = re.compile(r"\n[ \t]*\n|\|")  # a paragraph ends, a cell
_FAR = 4_000  # code points from one number to the next


def numbers_on_lines(text: str) -> str:
    """`text` with each number of a list that runs on in its line (two members or more, counted from 1) at the beginning
    of a line; of the same length. Linear in its length."""
    if _FIRST.search(text) is None:
        return text
    runs: list[list[int]] = []
    sign, last = "", 0
    for match in _NUMBER.finditer(text):
        number = int(match["number"])
        if number == 1 and match["lead"] == ":":
            runs.append([match.start("blank")])
        elif not runs or number != len(runs[-1]) + 1 or match["sign"] != sign:
            continue
        elif match.start() - last > _FAR or _APART.search(text, last, match.start()):
            runs.append([])
        else:
            runs[-1].append(match.start("blank"))
        sign, last = match["sign"], match.end()
    blanks = [blank for run in runs if len(run) > 1 and not _in_cell(text, run[0]) for blank in run]
    if not blanks:
        return text
    starts, stops = [0, *(blank + 1 for blank in blanks)], [*blanks, len(text)]
    return "\n".join(text[start:stop] for start, stop in zip(starts, stops, strict=True))


def _in_cell(text: str, at: int) -> bool:
    """Does a line of a table lead to `at`?"""
    line = text.rfind("\n", max(0, at - _FAR), at) + 1
    return text.find("|", line, at) >= 0
