"""Fields below a document that a page lists among others: "Thông tư 48/2025/TT-BCT⏎- Thay thế: Thông tư
42/2019/TT-BCT⏎- Sửa đổi: Thông tư 37/2019/TT-BCT". What a label says is said of the document above, not of the field
before it.

The labels are the heads of registers, and verbs alone (`words.csv`: ``field-…``). A label on a line of its own holds
for the citations that open the lines below it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from graph.citations.head_record import labelled
from graph.domain.register_heads import RELATIONS
from graph.relations.ledger import Found
from graph.relations.properties import members, statement
from graph.relations.slots import Slot
from graph.relations.words import word_set

RULE = "fields"
_SURE = 0.9
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"(?:[ \t*_|>#•·▪●→►▶➢➤✓✔+–—\-]|[0-9]{1,2}[.)]|[a-zđ]\))*[ \t*_|]*")
_PART = re.compile(r"\s[-–|•]\s|[;|]")
_COUNT = re.compile(r"\s*\([0-9]{1,3}\)(?=\s*(?::|\Z))")  # "Văn bản bị thay thế (1)"
_LABEL = 48  # code points of the longest label
_LONGEST = 400  # of a line of a field
_HEADING = 120  # of a line that names the document at its end
_ACTIVE = ("amends", "repeals", "replaces", "guides", "corrects", "implements")


class _Field(NamedTuple):
    """A label: what it says ("replaces", and what the listed document is in it), its span, where its value begins (-1:
    on the lines below)."""

    predicate: str
    listed: str
    span: tuple[int, int]
    value: int


def read_fields(text: str, slots: Sequence[Slot]) -> tuple[list[Found], set[int]]:
    """What the fields of a page state, and where the citations begin that stand in them. Linear in the length of the
    text."""
    found: list[Found] = []
    taken: set[int] = set()
    if len(slots) < 2:
        return found, taken
    starts = [slot.start for slot in slots]
    head: Slot | None = None
    waiting: _Field | None = None
    for line in _LINE.finditer(text, 0, slots[-1].end):
        mark = _MARK.match(text, line.start(), line.end())
        opened, end = mark.end() if mark else line.start(), line.end()
        if opened >= end:
            continue
        here = slots[bisect_left(starts, opened) : bisect_left(starts, end)]
        fields = _fields(text, opened, end) if end - opened < _LONGEST else []
        if fields:
            waiting = fields[-1] if fields[-1].value < 0 else None
            for field in fields:
                listed = members(text, field.value, end, slots, starts) if field.value >= 0 else []
                _state(head, field, listed, found, taken)
            continue
        if waiting is not None and here and here[0].start == opened:
            _state(head, waiting, members(text, opened, end, slots, starts), found, taken)
            continue
        waiting = None
        head = _head(text, opened, end, here, head)
    return found, taken


def _state(head: Slot | None, field: _Field, listed: Sequence[Slot], found: list[Found], taken: set[int]) -> None:
    """Note what a field says of the document above and of those that it lists."""
    for slot in listed if head is not None else ():
        assert head is not None
        said = statement(field.predicate, field.listed, head, slot, field.span, RULE, _SURE)
        taken.add(slot.start)
        if said is not None:
            found.append(said)


def _head(text: str, opened: int, end: int, here: Sequence[Slot], before: Slot | None) -> Slot | None:
    """The document that the fields below a line are of: the one that opens it, or with which a heading ends; `before`
    where a short line names none."""
    if not here:
        return before if end - opened < _HEADING else None
    first = here[0]
    if first.start == opened:
        return first
    lead = text[opened : first.start].rstrip(" *_").casefold()
    if lead.endswith(":") and lead[:-1].rstrip(" *_") in word_set("field-of"):
        return first
    behind = text[max(first.end, first.tail) : end].strip(" .*_|:)")
    short = len(here) == 1 and end - opened < _HEADING and not behind
    return first if short and lead.endswith((":", "-", "–", "|")) else None


def _fields(text: str, start: int, end: int) -> list[_Field]:
    """The labels with which the parts of a line begin, in order; none where the line begins with no label and no state
    ("Hết hiệu lực một phần - Văn bản sửa đổi: …")."""
    parts = [start, *(match.end() for match in _PART.finditer(text, start, min(end, start + _LONGEST)))]
    found = []
    for at, stop in zip(parts, [*parts[1:], end], strict=True):
        field = _field(text, at, stop)
        if field is not None:
            found.append(field)
        elif not found and at == start and text[at:stop].strip(" *_-–|;").casefold() not in word_set("field-state"):
            return []
    return found


def _field(text: str, at: int, end: int) -> _Field | None:
    words = text[at:end]
    colon = words.find(":", 0, _LABEL + 12)
    label = words[:colon] if colon >= 0 else words
    if len(label) > _LABEL + 12:
        return None
    bare = _COUNT.sub("", label).strip(" *_|-–")
    if not bare or len(bare) > _LABEL or bare[0].isdigit():
        return None
    begin = at + words.index(bare[0])
    value = at + colon + 1 if colon >= 0 and words[colon + 1 :].strip(" *_|") else -1
    said = " ".join(bare.casefold().split())
    for predicate in _ACTIVE:
        if said in _verbs(predicate):
            return _Field(predicate, "object", (begin, begin + len(bare)), value) if colon >= 0 else None
    role, _, _ = labelled(bare, begin)
    if role not in RELATIONS:
        return None
    return _Field(*RELATIONS[role], (begin, begin + len(bare)), value)


@cache
def _verbs(predicate: str) -> frozenset[str]:
    return frozenset(word_set(f"field-{predicate}"))
