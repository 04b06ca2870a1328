"""Sets of phrases as one pattern each: alternations by common beginnings, tried together and not one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_Node = dict[str, "_Node"]


def trie(phrases: Iterable[str], *, blank: str = " ", words: bool = False, ends: bool = False) -> str:
    """An alternation of `phrases`, of two that begin alike the longer first; `blank` is the pattern for a blank. With
    `words` only whole words match; that is asked behind the first letter, so that a search can skip to such letters.
    With `ends` only the end of a word is asked."""
    tree: _Node = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    close = r"(?!\w)" if words or ends else ""

    def render(node: Mapping[str, _Node]) -> str:
        options = []
        for letter, child in sorted(node.items()):
            if letter:
                step = blank if letter == " " else re.escape(letter)
                first = rf"(?<!\w{step})" if words and node is tree else ""
                options.append(step + first + render(child))
        if "" in node:  # a phrase ends here: the longer ones come first
            options.append(close)
        return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"

    return render(tree) if tree else "(?!)"


def places(text: str, words: Iterable[str], start: int, end: int) -> list[int]:
    """Where any of some words stands between two offsets, in order. Several searches for letters as they stand take a
    fraction of the time of one search for alternatives.

    >>> places("phụ lục I và danh mục II", ("danh", "phụ"), 0, 24)
    [0, 13]
    """
    found: list[int] = []
    for word in words:
        at = text.find(word, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1, end)
    return sorted(found)


def listed(phrases: str) -> frozenset[str]:
    """The phrases between the signs | of a string."""
    return frozenset(phrases.split("|"))


def bag(phrases: Iterable[str], *, labels: str = "", signs: str = ',:“"”') -> re.Pattern[str]:
    """Any sequence of the given phrases (and of what the pattern `labels` matches) in squeezed text, nothing else."""
    return re.compile(f"{_repeated(phrases, labels, signs)} ?")


def ending(phrases: Iterable[str], *, labels: str = "", before: str = "", signs: str = ",") -> re.Pattern[str]:
    """A sequence of such phrases at the end of squeezed text, behind what the pattern `before` matches."""
    return re.compile(f"{before}{_repeated(phrases, labels, signs)} ?$")


def _repeated(phrases: Iterable[str], labels: str, signs: str) -> str:
    options = trie(phrases, words=False)
    also = f"|{labels}" if labels else ""
    return rf"(?: ?(?:(?:{options}{also})(?!\w)|[{signs}]))*+"
