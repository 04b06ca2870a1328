"""Which character of a rendered text stands for which character of the source text.

Blanks do not count: readers and renderers move them. The result gives for every text token the source offset of each of
its characters, -1 for those that the source does not have (navigation of a web page) and for blanks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from graph.explorer.markup import Token

_NEAR = 50_000  # characters within which a line of the source must follow the last one found


def _dense(text: str) -> tuple[str, list[int]]:
    """`text` without blanks, and where each character stood."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    return "".join(text[at] for at in places), places


def align_markdown(tokens: list[Token], source: str) -> list[list[int]]:
    """The rendered characters are those of the source in order, with markup left out: each stands for the next equal
    one, not before the line where its block begins."""
    line_starts = [0, *(at + 1 for at, character in enumerate(source) if character == "\n")]
    dense, places = _dense(source)
    at = 0
    result = []
    for token in tokens:
        if token.lines is not None and token.lines[0] < len(line_starts):
            at = max(at, bisect_left(places, line_starts[token.lines[0]]))
        offsets = []
        if token.kind == "text":
            for character in token.value:
                found = -1 if character.isspace() else dense.find(character, at, at + 2_000)
                offsets.append(places[found] if found >= 0 else -1)
                at = found + 1 if found >= 0 else at
        result.append(offsets)
    return result


def align_page(tokens: list[Token], source: str, spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The source is what a reader took from the page, line by line in the page's order: every line is looked for
    behind the last one found; of a line that the reader changed, at least the citations (`spans`, in order) are."""
    rendered: list[str] = []
    owner: list[tuple[int, int]] = []
    for number, token in enumerate(tokens):
        if token.kind == "text":
            for at, character in enumerate(token.value):
                if not character.isspace():
                    rendered.append(character)
                    owner.append((number, at))
    page = "".join(rendered)
    result = [[-1] * len(token.value) if token.kind == "text" else [] for token in tokens]
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    cursor = 0

    def place(start: int, end: int, first: bool) -> bool:
        """Puts source[start:end] where it is found."""
        nonlocal cursor
        dense, places = _dense(source[start:end])
        if not dense:
            return True
        at = page.find(dense, cursor, len(page) if first else cursor + len(dense) + _NEAR)
        if at < 0:
            return False
        for step, offset in enumerate(places):
            number, position = owner[at + step]
            result[number][position] = start + offset
        cursor = at + len(dense)
        return True

    position = 0
    anything = False
    for line in source.split("\n"):
        end = position + len(line)
        if place(position, end, not anything):
            anything = anything or bool(line.strip())
        else:
            for start, stop in ordered[bisect_left(starts, position) : bisect_right(starts, end)]:
                place(start, min(stop, end), not anything)
        position = end + 1
    return result


def trimmed(tokens: list[Token], offsets: list[list[int]]) -> tuple[list[Token], list[list[int]]]:
    """The part of a page from its first to its last aligned text, in balance: navigation before and behind it goes."""
    aligned = [number for number, row in enumerate(offsets) if any(offset >= 0 for offset in row)]
    if not aligned:
        return tokens, offsets
    first, last = aligned[0], aligned[-1]
    stack: list[Token] = []
    for token in tokens[:first]:
        if token.kind == "open":
            stack.append(token)
        elif token.kind == "close":
            stack.pop()
    kept = list(stack)
    kept_offsets: list[list[int]] = [[] for _ in stack]
    depth = list(stack)
    for token, row in zip(tokens[first : last + 1], offsets[first : last + 1], strict=True):
        if token.kind == "open":
            depth.append(token)
        elif token.kind == "close":
            depth.pop()
        kept.append(token)
        kept_offsets.append(row)
    for token in reversed(depth):
        kept.append(Token("close", token.value))
        kept_offsets.append([])
    return kept, kept_offsets
