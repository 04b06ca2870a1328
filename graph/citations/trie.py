"""Longest match of known names in running text, word by word.

Names are compared without case (or, by another `form`, without diacritics too), across line wraps and emphasis marks; a
comma or dash of the name may be missing in the text ("Luật Phòng chống tham nhũng"), but a comma that the name does not
have ends the match ("Luật Đầu tư, công …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Generic, TypeVar

from graph.normalise import fold

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+(?:\.[^\W\d_]+)*")
# the next word of a name; between two words may stand blanks, a wrap, emphasis, at most one punctuation mark
_NEXT = re.compile(
    r"(?![^\W_])(?:[ \t*_]|\n(?!\s*\n)|\|)*+(?P<mark>[,&\-–])?(?:[ \t*_]|\n(?!\s*\n)|\|)*+"
    r"(?P<word>[^\W_]+(?:\.[^\W\d_]+)*)"
)


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """A word without case and diacritics, as scanned texts often have it."""
    return fold(word)


_NONE: frozenset[str] = frozenset()


class _Node(Generic[Value]):
    __slots__ = ("children", "marked", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.marked = _NONE  # children that some name puts a comma or dash before
        self.value: Value | None = None


class Trie(Generic[Value]):
    """A map from names to values with longest-prefix lookup in a text."""

    def __init__(self, form: Callable[[str], str] = str.casefold, joins: Collection[str] = ()) -> None:
        """`form` is the form in which words are compared. Names with the same words but for `joins` are one, whatever
        mark stands between their words."""
        self._root: _Node[Value] = _Node()
        self._form = form
        self._joins = frozenset(joins)

    def add(self, name: str, value: Value) -> None:
        """Register a name; the first value wins."""
        node = self._root
        previous_end = 0
        for match in _WORD.finditer(name):
            word = self._form(match.group())
            if word in self._joins:
                continue
            child = node.children.get(word)
            if child is None:
                child = node.children[word] = _Node()
            if previous_end:
                between = name[previous_end : match.start()]
                if between != " " and any(sign in between for sign in ",&-–"):
                    node.marked = node.marked | {word}
            node, previous_end = child, match.end()
        if node is not self._root and node.value is None:
            node.value = value

    def match(self, text: str, start: int) -> tuple[Value, int] | None:
        """The value of the longest name that begins at `start`, and the offset behind it."""
        node, best = self._root, None
        step, word = _WORD.match, 0
        position, mark, form, joins = start, None, self._form, self._joins
        while True:
            found = step(text, position)
            if found is None:
                return best
            if word:
                mark, folded = found.groups()
                folded = form(folded)
            else:
                folded = form(found.group())
                step, word = _NEXT.match, 1
            end = found.end()
            if folded in joins:
                position = end
                continue
            child = node.children.get(folded)
            if child is None and folded[-1].isdigit():
                bare = folded.rstrip("0123456789")  # a footnote mark glued to the name: "đặc biệt1"
                child = node.children.get(bare)
                if child is not None:
                    end, folded = end - (len(folded) - len(bare)), bare
            if child is None or (mark is not None and not joins and folded not in node.marked):
                return best
            node, position = child, end
            if node.value is not None:
                best = (node.value, position)
