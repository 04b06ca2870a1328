"""Longest match of known names in running text, word by word.

Names are compared without case, across line wraps and emphasis marks; a comma or dash of the name may be missing in the
text ("Luật Phòng chống tham nhũng"), but a comma that the name does not have ends the match ("Luật Đầu tư, công …").
"""

from __future__ import annotations

import re
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+(?:\.[^\W\d_]+)*")
# the next word of a name; between two words may stand blanks, a wrap, emphasis, at most one punctuation mark
_NEXT = re.compile(
    r"(?![^\W_])(?:[ \t*_]|\n(?!\s*\n)|\|)*+(?P<mark>[,\-–])?(?:[ \t*_]|\n(?!\s*\n)|\|)*+"
    r"(?P<word>[^\W_]+(?:\.[^\W\d_]+)*)"
)


class _Node(Generic[Value]):
    __slots__ = ("children", "marked", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.marked: set[str] = set()  # children that some name puts a comma or dash before
        self.value: Value | None = None


class Trie(Generic[Value]):
    """A map from names to values with longest-prefix lookup in a text."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, name: str, value: Value) -> None:
        """Register a name; the first value wins."""
        node = self._root
        previous_end = 0
        for match in _WORD.finditer(name):
            word = match.group().casefold()
            between = name[previous_end : match.start()]
            child = node.children.get(word)
            if child is None:
                child = node.children[word] = _Node()
            if previous_end and any(mark in between for mark in ",-–"):
                node.marked.add(word)
            node, previous_end = child, match.end()
        if node is not self._root and node.value is None:
            node.value = value

    def match(self, text: str, start: int) -> tuple[Value, int] | None:
        """The value of the longest name that begins at `start`, and the offset behind it."""
        node, best = self._root, None
        step, word = _WORD.match, 0
        position, mark = start, None
        while True:
            found = step(text, position)
            if found is None:
                return best
            if word:
                mark, folded = found.groups()
                folded = folded.casefold()
            else:
                folded = found.group().casefold()
                step, word = _NEXT.match, 1
            child = node.children.get(folded)
            end = found.end()
            if child is None and folded[-1].isdigit():
                bare = folded.rstrip("0123456789")  # a footnote mark glued to the name: "đặc biệt1"
                child = node.children.get(bare)
                if child is not None:
                    end, folded = end - (len(folded) - len(bare)), bare
            if child is None or (mark is not None and folded not in node.marked):
                return best
            node, position = child, end
            if node.value is not None:
                best = (node.value, position)
