"""What a portal or a register says of a document's force in fields of its own: "Ngày có hiệu lực: 10/01/2026", "Tình
trạng hiệu lực: Hết hiệu lực một phần", "Ngày hết hiệu lực: 01/7/2031" (vbpl.vn; registers composed by
`graph.records.composing`). "Đã biết", "--" and the like say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from graph.effect import words
from graph.model import Pinpoint

HEAD = 12_000  # code points: the fields stand above the document
# One pattern for each first word: a search for a literal is several times as fast as one for two capitals.
# A bar may stand for the colon ("Ngày hiệu lực | 29/12/2011 |"): then the value must be there.
_DAY_AHEAD = r"(?=[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})"
_STATE_AHEAD = r"(?: *: *| {2,}| +(?=(?:Còn|Hết|Chưa|Đang|Văn)[ ]))"  # on a line of its own
_LABELS = (
    re.compile(rf"Ngày +(?:(?P<begin>(?:có +)?hiệu +lực|áp +dụng)|(?P<end>hết +hiệu +lực))(?: *: *| +{_DAY_AHEAD})"),
    re.compile(rf"Hiệu +lực *: *(?P<begin>){_DAY_AHEAD}"),
    re.compile(rf"Áp +dụng *: *(?P<begin>){_DAY_AHEAD}"),
    re.compile(rf"(?P<state>Tình +trạng(?: +hiệu +lực)?){_STATE_AHEAD}"),
    re.compile(rf"(?P<state>Trạng +thái(?: +hiệu +lực)?){_STATE_AHEAD}"),
    re.compile(r"(?P<state>Hiệu +lực)(?: *: *| +)(?=(?:Còn|Hết|Chưa|Đang|Văn)[ ])"),
)
_FIRST = "1945"  # databases write 01/01/1900 where they have no date
PART = Pinpoint((), "một phần")


class Field(NamedTuple):
    """A field: `kind`, `date` and `provisions` as in `graph.model.Effect`, and where it stands."""

    kind: str
    date: str | None
    provisions: tuple[Pinpoint, ...]
    start: int
    value: int
    end: int


def state_at(flat: str, at: int) -> tuple[str, tuple[Pinpoint, ...], int] | None:
    """A state written at an offset: kind, provisions (not named where only a part has ended), where the words end."""
    for role, kind, provisions in (("part", "ended", (PART,)), ("ended", "ended", ()), ("in-force", "in-force", ())):
        found = words.compiled(rf"<state-{role}>(?![^\W_])(?! +một +phần)").match(flat, at)
        if found:
            return kind, provisions, found.end()
    return None


def fields(flat: str, counted: Callable[[int], tuple[str, int] | None]) -> list[Field]:
    """The fields of force at the head of a flat text, each once (below them other documents may be listed). `counted`
    reads a day that is only counted ("sau 45 ngày kể từ ngày ký"): the day, and where the words end."""
    found = []
    seen: set[str | None] = set()
    labels = [match for label in _LABELS for match in label.finditer(flat, 0, HEAD)]
    for match in sorted(labels, key=re.Match.start):
        if match.lastgroup in seen:
            continue
        seen.add(match.lastgroup)
        if match.lastgroup == "state":
            state = state_at(flat, match.end())
            if state:
                found.append(Field(state[0], None, state[1], match.start(), match.end(), state[2]))
            continue
        day = words.read_day(flat, match.end())
        value = (day.value, day.end) if day else counted(match.end() - 1) if match.lastgroup == "begin" else None
        if value and len(value[0]) == len("2031-07-01") and value[0] >= _FIRST:
            kind = "in-force" if match.lastgroup == "begin" else "ended"
            found.append(Field(kind, value[0], (), match.start(), match.end(), value[1]))
    return found
