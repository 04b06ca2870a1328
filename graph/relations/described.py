"""Classes of documents that are told by what they do to another one, and then listed: "các văn bản sửa đổi, bổ sung [A]
gồm: [B], [C]". B and C amend A; and what the clause says of the class it says of them ("thay thế [A] và các văn bản sửa
đổi, bổ sung [A]: [B], [C]" replaces all three)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.relations import actors, subjects
from graph.relations.counting import words_between
from graph.relations.lexicon import CUE, FOLLOWING, JOIN, QUANT, SIGN, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

RULE = "class"
_WEIGHT = 0.9
_LEADS = QUANT | TYPE | FOLLOWING
_MANY = 6  # words of "là các Thông tư liên tịch số"


def describe(walk: Walk, governor: Governor, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> Governor:
    """`governor`, whose verb `token` belongs to a class of documents, made ready for the members to come. `slot` is the
    document that the class is told by; where the verb names none ("[A] và các văn bản sửa đổi, bổ sung gồm: [B]"), the
    first member, which the governor then takes."""
    place = _class(before)
    around = _around(walk, before, place, slot, zone)
    way = [t for t in walk.state.since if t.start >= token.end]
    head = walk.state.head
    if _lists(walk, way, token.end, slot) and head is not None and place > 0 and _coordinates(before[place - 1]):
        return _members(governor, head, around)
    slot.described = True
    governor.rule, governor.also = RULE, around
    return governor


def opens(walk: Walk, slot: Slot) -> bool:
    """Is the citation the first member of the class that the one before tells? Its governor then takes it."""
    state = walk.state
    governor = state.stack[-1] if state.stack else None
    if governor is None or governor.rule != RULE or governor.passive or governor.last is not state.head:
        return False
    if state.head is None or slot.same_as(state.head):
        return False
    inside = bool(walk.frames) and not words_between(walk.context.flat, state.floor, slot.start)
    if not inside and not _lists(walk, state.since, walk.tail(state.head), slot):
        return False
    slot.listed = True
    state.stack[-1:] = []
    walk.set(_members(governor, state.head, governor.also), slot)
    return True


def introduced(walk: Walk) -> Governor | None:
    """The governor of the items below a unit that ends with such a class ("…, bao gồm:")."""
    state = walk.state
    governor = state.stack[-1] if state.stack else None
    if governor is None or governor.rule != RULE or governor.passive or governor.last is not state.head:
        return None
    if state.head is None or not _lists(walk, state.since):
        return None
    return _members(governor, state.head, governor.also)


def _members(governor: Governor, target: Slot, around: Governor | None) -> Governor:
    """The governor of the members: each does to `target` what the class does."""
    return replace(
        governor,
        rule=RULE,
        subjects=(target,),
        passive=True,
        base=True,
        also=around,
        last=None,
        confidence=governor.confidence * _WEIGHT,
    )


def _class(before: Sequence[Token]) -> int:
    """Index of the first token of the class ("các văn bản") before its verb."""
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].kinds & TYPE), len(before))
    while at > 0 and before[at - 1].kinds & QUANT:
        at -= 1
    return at


def _around(walk: Walk, before: Sequence[Token], place: int, slot: Slot, zone: str) -> Governor | None:
    """The governor that has the class itself for its object; None where nothing is said of it."""
    state = walk.state
    if state.head is not None:
        joined = place > 0 and _coordinates(before[place - 1])
        return next((g for g in reversed(state.stack) if g.base and g.subjects), None) if joined else None
    token = before[place - 1] if place else None
    if token is None or token.cue is None or not token.kinds & CUE or token.cue.position != "active":
        return next((g for g in reversed(state.stack) if g.listing and g.subjects), None)
    if actors.barred(walk.context.flat, before[: place - 1], token.start) is not None:
        return None
    governor = Governor(token.cue.predicate, token, token.cue.confidence * _WEIGHT)
    subjects.subject(walk, governor, token, before[: place - 1], slot, zone)
    return governor if governor.subjects else None


def _coordinates(token: Token) -> bool:
    return bool(token.kinds & JOIN and token.words in word_set("coordinating")) or token.words == ","


def _lists(walk: Walk, way: Sequence[Token], start: int = 0, slot: Slot | None = None) -> bool:
    """Do these tokens, or the words from `start` to `slot`, lead to a list and to nothing else (", gồm:", ":",
    "là")?"""
    if slot is not None:
        words = walk.context.flat[start : slot.start].replace(",", " ").split()
        if words and words[0] in word_set("being") and len(words) <= _MANY:
            rest = set(words[1:]) - word_set("number")
            return not rest.difference(*(t.words.split() for t in way if t.kinds & _LEADS))
    leads = [t for t in way if t.kinds & FOLLOWING or (t.kinds & SIGN and t.words == ":")]
    return bool(leads) and all(t.kinds & _LEADS or t.words in (",", ":") for t in way)
