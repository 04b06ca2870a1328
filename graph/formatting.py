"""Signs of a source's own format that are no words: Markdown's emphasis, headings, rules, links, edges of tables.

Texts keep them, since every offset counts them; who shows a sentence to people leaves them out. The emphasis of real
files is often broken (``thêm** **giờ``, ``Căn cứ* *Nghị định``, a sentence that begins within bold words), so that a
parser of Markdown would leave it standing: a star that touches a word is a sign, whether or not it has a partner. Stars
that say something stay: a footnote's ``(*)``, a product ``5 * 3``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

_SIGNS = re.compile(
    r"""
      (?P<stars>   \*{2,} )
    | (?P<star>    (?<!\d)\*(?=[^\s*)\]]) | (?<=[^\s*(\[])\*(?![\d*]) )  # a star that touches a word
    | (?P<pair>    \*(?=\s{1,4}\*) )                              # between two emphasised words
    | (?P<strike>  ~~ )
    | (?P<under>   (?<![\w/])_{1,2}(?=[^\W_]) | (?<=[^\W_])_{1,2}(?![\w/]) )
    | (?P<rule>    (?m:^[ \t]*[_=-]{3,}[ \t]*$) )
    | (?P<head>    (?m:^[ \t]*\#{1,6}[ \t]+) )
    | (?P<table>   (?m:^[ \t]*\|[ \t]*) | (?m:[ \t]*\|[ \t]*$) )
    | (?P<link>    !?\[(?=[^\[\]\n]{1,300}\]\([^()\s]{1,500}\)) )  # before the words of a link
    | (?P<target>  (?<=[^\[\s])\]\((?:https?:|mailto:|[./\#])[^()\s]{0,500}\) )  # behind them
    """,
    re.VERBOSE,
)
_ANY = re.compile(r"[*_~#|]|\]\(|---|===")
_FOOTNOTE = re.compile(r"[(\[]\*{1,4}[)\]]")


def signs(text: str) -> list[tuple[int, int]]:
    """Spans of `text` that are signs of its format, in order, without overlap. Linear in the length of the text."""
    if _ANY.search(text) is None:
        return []
    notes = [match.span() for match in _FOOTNOTE.finditer(text)]
    found = []
    for match in _SIGNS.finditer(text):
        start, end = match.span()
        if match.lastgroup == "stars" and any(a <= start and end <= b for a, b in notes):
            continue
        found.append((start, end))
    return found


def words(text: str) -> str:
    """`text` as it is shown to people: without the signs of its format."""
    return without(text, signs(text))


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` without `spans` (in order)."""
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        at = end
    return "".join((*pieces, text[at:])) if at else text


class Shift:
    """Where an offset of a text stands once `spans` (in order) are left out; within one: where it stood."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = list(spans)
        self._starts = [start for start, _ in self._spans]
        self._gone = [0]
        for start, end in self._spans:
            self._gone.append(self._gone[-1] + end - start)

    def __call__(self, offset: int) -> int:
        number = bisect_right(self._starts, offset)
        if number and offset < self._spans[number - 1][1]:
            return self._spans[number - 1][0] - self._gone[number - 1]
        return offset - self._gone[number]
