"""Plans that are changed: "sửa đổi, bổ sung Chương trình hành động … thực hiện [A]". It is the plan that carries A out,
not who changes it; the plan is known by the document that it was issued with ("… ban hành kèm theo [B]"), and that one
is changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.relations import governing
from graph.relations.actors import issued_anew
from graph.relations.authority import VALIDITY
from graph.relations.counting import adjacent, unknown_words
from graph.relations.lexicon import ANNEX, CUE, FINITE, ISSUE, JOIN, LEAD, PASSIVE, QUANT, SIGN, STOP, THIS, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.state import Changed, Governor
from graph.relations.words import spaced, word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_FAR = 6  # words from a verb that changes to the plan, as "mục tiêu và kinh phí của"


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('task-paper')}|{spaced('plan')})(?!\w)")


def changed(walk: Walk, at: int, slot: Slot) -> bool:
    """Does the verb at an index of `since` say what is carried out by a plan that another verb before it changes or
    guides? True if the citation is placed: nothing is said of it."""
    state = walk.state
    cue = state.since[at].cue
    if cue is None or cue.predicate != "implements":
        return False
    verb = _changing(walk, at)
    if verb < 0:
        return False
    remembered = Changed(list(state.since), verb, state.head, state.floor, list(state.stack))
    walk.verdict = "what a plan that is changed carries out"
    walk.set(Governor("", None, 0.0), slot)
    walk.state.changed = remembered
    return True


def _changing(walk: Walk, at: int) -> int:
    """Index of the verb that has a plan for its object, to which the verb at `at` belongs; -1 if there is
    none. Where the plan is issued as well ("sửa đổi và ban hành Kế hoạch …"), it is the text that carries out."""
    since, flat = walk.state.since, walk.context.flat
    for other in range(at - 1, -1, -1):
        token = since[other]
        if token.kinds & CUE and token.cue is not None and token.cue.position == "active":
            if token.cue.predicate == "implements":
                continue
            if token.cue.predicate not in VALIDITY and token.cue.predicate != "guides":
                return -1
            if token.words in word_set("adding") and issued_anew(since[:other]):
                return -1
            plan = _plan().search(flat, token.end, since[at].start)
            far = _FAR if token.cue.predicate in VALIDITY else 0  # "quy định chi tiết đúng lộ trình thi hành [A]"
            if plan is None:
                return -1
            way = [t for t in since[other + 1 : at] if t.end <= plan.start()]
            return other if unknown_words(flat, way, token.end, plan.start()) <= far else -1
        joined = other and (since[other - 1].kinds & JOIN or since[other - 1].words == ",")
        if token.kinds & ISSUE and joined and token.words not in word_set("updating"):
            return -1
        if token.kinds & (FINITE | THIS | STOP | PASSIVE) and not token.kinds & TYPE:
            return -1
        if token.kinds & SIGN and token.words in ".;:":
            return -1
    return -1


def waits(walk: Walk) -> bool:
    """Has the clause changed a plan whose document may follow?"""
    return _held(walk) is not None


def _held(walk: Walk) -> Changed | None:
    return walk.state.changed or (walk.frames[-1].changed if walk.frames else None)


def issued_with(walk: Walk, slot: Slot) -> bool:
    """Is the citation the document that a changed plan was issued with ("sửa đổi Kế hoạch thực hiện [A] ban hành kèm
    theo [B]")? True if it is placed, as what the verb changes."""
    state = walk.state
    held = _held(walk)
    if held is None or not _leads(state.since, walk.context.flat, slot):
        return False
    state.changed = None
    kept, frames = (state.head, state.since, state.floor, state.stack), walk.frames
    walk.frames = []  # in parentheses too it is the verb of the clause around them
    way = [t for t in state.since if t.start > held.since[-1].end]
    state.head, state.since, state.floor, state.stack = held.head, [*held.since, *way], held.floor, list(held.stack)
    placed = governing.govern(walk, held.verb, slot)
    walk.frames = frames
    if placed:
        return True
    state.head, state.since, state.floor, state.stack = kept
    return False


def _leads(since: Sequence[Token], flat: str, slot: Slot) -> bool:
    """Do the words before the citation say that something was issued with it ("ban hành kèm theo", "tại")?"""
    end = slot.start
    for token in reversed(since):
        if not adjacent(flat, token.end, end):
            return False
        if token.kinds & ANNEX or token.words in word_set("at"):
            return True
        if not token.kinds & (QUANT | TYPE | LEAD):
            return False
        end = token.start
    return False
