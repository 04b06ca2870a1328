"""Whose closing article stands at a place of a consolidated text. Its footnotes quote the closing articles of the
amending acts, pages cut them, and the original's own article goes on in between. What tells them apart is the day: the
text says of each document when it takes effect ("Thông tư số 06/2024/TT-BLĐTBXH, có hiệu lực từ ngày …"), and each
closing article opens with its day ("Thông tư này có hiệu lực thi hành kể từ ngày …").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from graph.relations.authority import type_of, year
from graph.relations.lexicon import type_words
from graph.relations.slots import Context, Slot
from graph.relations.words import spaced

_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile(r"[.;] *\"")
_BEFORE = 60
_ORIGINAL = 700  # from the original's citation at the head to its day
_REACH = 8000  # from the opening of a closing article to what it says
_LONGEST = 12000  # of a quotation

_Day = tuple[int, int, int]


@cache
def _effect() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{spaced('effective')}) +(?:(?:{spaced('in-execution')}) +)?(?:{spaced('from')}) +"
        rf"(?:(?:{spaced('day')}) +)?(?P<d>\d{{1,2}})(?: +(?:{spaced('month')}) +|[/.-])(?P<m>\d{{1,2}})"
        rf"(?: +(?:{spaced('year')}) +|[/.-])(?P<y>(?:19|20)\d\d)"
    )


@cache
def _of_itself() -> re.Pattern[str]:
    return re.compile(rf"(?P<kind>[^\W\d_]+(?: +[^\W\d_]+){{0,3}}) +(?:{spaced('this')}) +\Z")


@cache
def _of_parts() -> re.Pattern[str]:
    """ "khoản 3 Điều 1 của [Luật này] có hiệu lực …"."""
    return re.compile(rf"(?:{spaced('in-parts')}) +\Z")


@cache
def _led_in() -> re.Pattern[str]:
    """A search for letters; "quy định" may stand before them."""
    return re.compile(rf"(?:{spaced('as-follows')}) *: *(?P<quote>[“\"])")


@dataclass(slots=True)
class ClosingArticles:
    """The closing articles of one consolidated text: where each opens (`opened`), what type it calls itself, its day
    and the offset behind it (`said`); the quotations that are led in, with their ends; and which documents the text
    says to take effect on a day, the likeliest first."""

    opened: list[int] = field(default_factory=list)
    said: list[tuple[str, _Day, int]] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    documents: dict[_Day, list[Slot]] = field(default_factory=dict)

    def voice(self, offset: int) -> Slot | None:
        """The document whose closing article goes on at `offset`; None where none does or its day does not tell."""
        quote = self._around(offset)
        for at in range(bisect_right(self.opened, offset) - 1, -1, -1):
            kind, day, end = self.said[at]
            if offset - end > _REACH:
                return None
            own = self._around(self.opened[at])
            if own is not None and own[1] <= offset:
                continue  # a note that is over: the article that it interrupted goes on
            if quote is not None and quote[0] > end:
                return None  # another quotation, which tells no day
            return next((slot for slot in self.documents.get(day, ()) if calls_itself(slot, kind)), None)
        return None

    def _around(self, offset: int) -> tuple[int, int] | None:
        """The quotation around an offset."""
        at = bisect_right(self.quoted, (offset, _LONGEST * 1000)) - 1
        return self.quoted[at] if at >= 0 and offset < self.quoted[at][1] else None


def read_closing_articles(context: Context) -> ClosingArticles:
    """Look for them once; linear in the text."""
    found = ClosingArticles()
    named: dict[_Day, dict[str, Slot]] = {}
    kinds = type_words()
    flat, original = context.flat, context.original
    for led in _led_in().finditer(flat):
        found.quoted.append((led.start("quote"), _end_of_quotation(flat, led)))
    for match in _effect().finditer(flat):
        day = _day(match)
        itself = _of_itself().search(flat, max(0, match.start() - _BEFORE), match.start())
        if itself is not None:
            words = " ".join(itself["kind"].split())
            kind = max((k for k in kinds if words == k or words.endswith(" " + k)), key=len, default="")
            if kind and (words == kind or not _of_parts().search(words.removesuffix(kind))):
                found.opened.append(match.start())
                found.said.append((kind, day, match.end()))
            continue
        slot = _subject(context, match.start())
        issued = year(slot.documents[0]) if slot is not None else None
        if slot is not None and issued is not None and 0 <= day[0] - issued <= 2:
            named.setdefault(day, {}).setdefault(slot.documents[0].id, slot)
    for day, slots in named.items():
        found.documents[day] = sorted(slots.values(), key=lambda s: (s.documents[0].date or "", s.start), reverse=True)
    first = _effect().search(flat, original.end, original.end + _ORIGINAL) if original is not None else None
    if original is not None and first is not None:
        found.documents.setdefault(_day(first), []).insert(0, original)
    return found


def calls_itself(slot: Slot, kind: str) -> bool:
    """Can a document call itself so ("Thông tư này" of a joint circular, too)? One of unknown type may."""
    own = type_of(slot.documents[0])
    return not own or own.startswith(kind) or kind.startswith(own)


def _day(match: re.Match[str]) -> _Day:
    return int(match["y"]), int(match["m"]), int(match["d"])


def _end_of_quotation(flat: str, led: re.Match[str]) -> int:
    """Where a quotation that a colon leads in closes; quotations in it may have quotations of their own."""
    start = led.start("quote")
    if led["quote"] == '"':
        closing = _STRAIGHT.search(flat, start + 1, start + _LONGEST)
        return closing.end() if closing is not None else start + _LONGEST
    depth = 0
    for mark in _CURLY.finditer(flat, start, start + _LONGEST):
        depth += 1 if mark[0] == "“" else -1
        if depth == 0:
            return mark.end()
    return start + _LONGEST


def _subject(context: Context, offset: int) -> Slot | None:
    """The citation that "…, có hiệu lực từ ngày" speaks of: the first of its sentence."""
    unit = context.outline.at(offset)
    floor = max(unit.start, *(context.flat.rfind(sign, unit.start, offset) for sign in (". ", ";", ":")))
    between = context.between(floor, offset)
    return between[0] if between else None
