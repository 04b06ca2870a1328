"""Tables in which a portal lists what became of a document: "Lịch sử hiệu lực: Thông tư 03/2009/TT-BCT", and below it
a row for each event: "05/11/2019 Bị bãi bỏ 17/2019/TT-BCT" (vbpl.vn). The words of a row are those of ``words.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from graph.relations.ledger import Found
from graph.relations.slots import Slot
from graph.relations.words import spaced, word_set

_PREDICATES = ("amends", "repeals", "replaces", "corrects", "suspends", "guides")
_LEAD = 200  # code points from the words above the table to its first row
_SURE = 0.95


class Event(NamedTuple):
    """A row: what it says ("amends", "begins", "ends", … or "" for what is not told), its day as written, whether only
    a part is meant; the span of its words, and where the row ends."""

    kind: str
    day: str
    part: bool
    start: int
    words: int
    end: int


class History(NamedTuple):
    """A table: where the document that it is about is named, and its rows."""

    about: int
    rows: tuple[Event, ...]


@cache
def _heads() -> tuple[str, ...]:
    """The words above such a table, as a line begins with them or in capitals."""
    return tuple(form for words in sorted(word_set("row-of")) for form in (words.capitalize(), words.upper()))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?:{spaced('row-of')}) *:", re.IGNORECASE)


@cache
def _row() -> re.Pattern[str]:
    kinds = (*_PREDICATES, "begins", "ends", "made")
    states = "|".join(f"(?P<{kind}>{spaced('row-' + kind)})" for kind in kinds)
    return re.compile(
        r"[ \t|]*(?P<day>\d{1,2}/\d{1,2}/\d{4})[ \t|]+"
        rf"(?:(?:{states})(?P<part> +(?:{spaced('row-part')}))?(?![^\W_])|[^\n]*?)(?P<rest>[^\n]*)",
        re.IGNORECASE,
    )


def history(text: str) -> History | None:
    """The first such table of `text`, None without one. Linear in its length."""
    head = None
    for phrase in _heads():  # a search for a literal: most texts have none
        place = text.find(phrase)
        head = head or (_head().match(text, place) if place >= 0 else None)
    if head is None:
        return None
    rows: list[Event] = []
    at = text.find("\n", head.end())
    while at >= 0:
        found = _row().match(text, at + 1)
        if found is not None:
            kind = next((k for k, words in found.groupdict().items() if words and k not in ("day", "part", "rest")), "")
            start, words = (found.start(kind), found.end("part") if found["part"] else found.end(kind)) if kind else (
                found.start("rest"), found.start("rest")
            )  # fmt: skip
            rows.append(Event(kind, found["day"], bool(found["part"]), start, words, found.end()))
        elif rows or at - head.end() > _LEAD:
            break
        at = text.find("\n", at + 1)
    return History(head.end(), tuple(rows)) if rows else None


def stated(table: History, slots: Sequence[Slot]) -> tuple[list[Slot], list[Found]]:
    """The citations of `slots` that stand outside of the table's rows, and what the rows state of the document that
    the table is about."""
    starts = [slot.start for slot in slots]
    first, last = (bisect_left(starts, at) for at in (table.rows[0].start, table.rows[-1].end))
    about = bisect_left(starts, table.about)
    found: list[Found] = []
    if about < first and slots[about].start - table.about < _LEAD:
        target = slots[about]
        for row in table.rows:
            at = bisect_left(starts, row.words)
            if (
                row.kind in _PREDICATES
                and at < len(slots)
                and slots[at].start < row.end
                and not slots[at].same_as(target)
            ):
                cue = (row.start, row.words)
                found.append(
                    Found(row.kind, slots[at], target, cue, "", _SURE, "history", row.part, row.start, pinned=False)
                )
    return [*slots[:first], *slots[last:]], found
