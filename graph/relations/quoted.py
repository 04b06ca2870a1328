"""Words that a clause quotes as words: in "thay thế cụm từ “[Nghị định A]” bằng cụm từ “[Nghị định B]” tại [Nghị định
C]" the clause speaks of C alone; what stands between the marks is a string that C holds or is to hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from graph.relations.slots import Slot
from graph.relations.words import alternatives

_MARKED = r"(?:“[^“”]{1,300}”|\"[^\"“”]{1,300}\")"


@cache
def _pattern() -> re.Pattern[str]:
    join = rf"(?:[ *_]*+(?:,|{alternatives('coordinating')})[ *_]*+)"
    return re.compile(rf"(?<!\w)(?:{alternatives('quoted')}) *+:?[ *_]*+(?P<words>{_MARKED}(?:{join}{_MARKED})*)")


def spoken(flat: str, slots: Sequence[Slot]) -> tuple[str, list[Slot]]:
    """`flat` with such words as blanks where a citation stands in them, and the citations outside; linear."""
    starts = [slot.start for slot in slots]
    pieces: list[str] = []
    dropped: set[int] = set()
    done = 0
    for found in _pattern().finditer(flat):
        start, end = found.span("words")
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        if inside:
            dropped.update(inside)
            pieces += [flat[done:start], " " * (end - start)]
            done = end
    if not dropped:
        return flat, list(slots)
    return "".join([*pieces, flat[done:]]), [slot for at, slot in enumerate(slots) if at not in dropped]
