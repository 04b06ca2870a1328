"""Verbs whose subject an article names by other words than "Nghị định này": "Đây là văn bản [thay thế]", "Nghị định nói
trên [thay thế]", "Thông tư chính thức [thay thế]", "[B] (nay là [A])"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.relations.authority import VALIDITY
from graph.relations.counting import words_between
from graph.relations.lexicon import THIS, TYPE, Token
from graph.relations.slots import Context, Slot
from graph.relations.words import alternatives, word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_TWO = 2  # tokens: a document and "sẽ"
_NEAR = 400  # code points before a verb in which a document and its attributes stand


@cache
def _this_is() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternatives('accordingly')}),? +)?(?:{alternatives('this-is')})")


@cache
def _pointed_at() -> re.Pattern[str]:
    adverbs = rf"(?: +(?:{alternatives('from-now')}))*"
    return re.compile(rf" *(?:(?:{alternatives('pointing')}){adverbs}|(?: *(?:{alternatives('from-now')}))+)")


def named_otherwise(context: Context, before: Sequence[Token], floor: int, verb: int) -> str:
    """What an article calls the document that acts by the verb, as if it said "này" ("nghị định này"), where the clause
    from `floor` names it so; empty where it does not."""
    at = next((n for n, t in enumerate(before) if t.kinds & TYPE), -1)
    if not context.silent or at < 0:
        return ""
    kind, flat = before[at], context.flat
    led, behind = flat[floor : kind.start].strip(" *_|–-+"), flat[kind.end : verb].strip(" *_")
    is_one = _this_is().fullmatch(led) is not None and not behind
    opens = not led.strip(", ") or led.rstrip(", ") in word_set("accordingly")
    if not is_one and not (opens and _pointed_at().fullmatch(behind)):
        return ""
    return f"{kind.words} {min(word_set('this'))}"


def will_surely(walk: Walk, before: Sequence[Token], verb: Token, predicate: str) -> bool:
    """ "Nghị định này sẽ bãi bỏ [B]", "Nghị định trên sẽ thay thế [B]": does the document do so from a day to come?
    What is cited there is ``promised.py``'s."""
    if predicate not in VALIDITY or len(before) < _TWO or before[-1].words not in word_set("future"):
        return False
    flat, this, will = walk.context.flat, before[-2], before[-1]
    if words_between(flat, will.end, verb.start):
        return False
    if this.kinds & THIS and not words_between(flat, this.end, will.start):
        return True
    floor = max(walk.state.floor, walk.context.outline.at(walk.state.floor).body)
    return named_otherwise(walk.context, before, floor, verb.start) != ""


def is_now(context: Context, verb: Token, slot: Slot) -> bool:
    """ "[B] (nay là [A])": do the words stand right between the two documents? Bodies are renamed, too: "[B] của Bộ
    Giao thông vận tải (nay là Bộ Xây dựng theo [Nghị định])"."""
    old = context.between(max(0, verb.start - _NEAR), verb.start)[-1:]
    if not old or words_between(context.flat, verb.end, slot.start):
        return False
    return not words_between(context.flat, context.tail(old[0]), verb.start)
