"""Sentences as a table shows them: only the words around the cue, and none twice in a row.

``--full`` prints every sentence whole, with the whole name of its source, wherever it supports something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph import labels
from graph.cli.output import sentence

if TYPE_CHECKING:
    from graph.model import Evidence

_LONGEST = 150  # signs of a sentence


class Told:
    """What one table has printed already. `lines` gives the lines of a cell for the evidence of one row."""

    def __init__(self, lang: str, *, full: bool = False) -> None:
        self._lang = lang
        self._full = full
        self._said: set[str] = set()  # what was told last: "as above" means no other
        self._sources: tuple[str, ...] = ()

    def lines(self, evidence: Iterable[Evidence], numbers: Iterable[str | None] = ()) -> tuple[str, ...]:
        """Sentences in quotation marks, a line each, and the sources in brackets; what was told just above is not
        repeated. `numbers` are those of the documents that the sentences are shown for (see `short`)."""
        wanted = tuple(numbers)
        listed = [(sentence(e.text), e) for e in evidence]
        whole = sentences(text for text, _ in listed if text)
        if not whole:
            return ()
        if self._full:
            sources = list(dict.fromkeys(e.source or "" for _, e in listed))
            return (*(f"“{text}”" for text in whole), *bracketed(sources))
        new = [(text, e) for text, e in listed if text in whole and text not in self._said]
        if new:
            self._said = set(whole)
        else:
            return (labels.mark("as-above", self._lang),)
        first = {text: e for text, e in reversed(new)}
        lines = [f"“{short(first[text], wanted)}”" for text in whole if text in first]
        names = tuple(dict.fromkeys(base(e.source) for _, e in new))
        if names != self._sources:
            self._sources = names
            lines += [f"[{', '.join(names)}]"]
        return tuple(lines)


def short(evidence: Evidence, numbers: Iterable[str | None] = ()) -> str:
    """A long sentence on one line as far as its cue and the numbers (``83/KH-UBND``) that it is shown for, with the
    words around them; ``…`` for the rest."""
    text = evidence.text
    whole = sentence(text)
    if len(whole) <= _LONGEST:
        return whole
    spans: list[tuple[int, int]] = []
    if evidence.cue_start >= evidence.start:
        at = len(sentence(text[: evidence.cue_start - evidence.start]))
        spans.append((at - 8, at + len(evidence.cue) + 12))
    for number in filter(None, numbers):
        spread = r"\s*".join(map(re.escape, "".join(number.split())))
        places = [m.span() for m in re.finditer(spread, whole, re.IGNORECASE)]
        if places:  # named several times: where it stands nearest to the cue
            start, end = min(places, key=lambda span: abs(span[0] - spans[0][0]) if spans else span[0])
            spans.append((start - 20, end + 12))
    spans = _merged(spans or [(0, _LONGEST)], len(whole))
    spare = max(0, _LONGEST - sum(end - start for start, end in spans)) // (2 * len(spans))
    spans = _merged([(start - spare, end + spare) for start, end in spans], len(whole))
    parts = []
    for start, end in spans:
        start = start if start == 0 else whole.find(" ", start) + 1
        end = end if end == len(whole) else max(whole.rfind(" ", start, end), start)
        parts.append(("… " if start else "") + whole[start:end].strip(" ,;"))
    return " ".join(parts) + (" …" if spans[-1][1] < len(whole) else "")


def _merged(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Spans within the text in order, those that touch or nearly do as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in spans):
        if found and start - found[-1][1] < 15:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def sentences(texts: Iterable[str]) -> list[str]:
    """Texts on one line each, without those that stand in another one."""
    listed = list(dict.fromkeys(map(sentence, texts)))
    return [text for text in listed if not any(text != other and text in other for other in listed)]


def bracketed(lines: Iterable[str]) -> list[str]:
    """Lines with one pair of brackets around all of them."""
    listed = list(lines) or [""]
    listed[0] = f"[{listed[0]}"
    listed[-1] += "]"
    return listed


def base(source: str | None) -> str:
    """The name of a source without its folders."""
    return (source or "").replace("\\", "/").rsplit("/", 1)[-1]
