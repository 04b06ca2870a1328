"""Who acts by a passive, in brackets behind it: "[B] được sửa đổi năm 2020 ([A])", "[B] đã qua hai lần sửa đổi ([A1] và
[A2])". Only when it was, or how often, may stand between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.relations import actors, moods, passives, verbs, ways
from graph.relations import lexicon as lex
from graph.relations.authority import VALIDITY
from graph.relations.counting import unknown_words
from graph.relations.lexicon import Token
from graph.relations.slots import Slot
from graph.relations.state import State
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_NEAR = 24  # code points in which the word right before a verb stands
_LEADS = lex.AGENT | lex.PIN | lex.LEAD | lex.QUANT | lex.TYPE


def acts(walk: Walk, slot: Slot) -> bool:
    """Does the citation open brackets behind such a passive? True if it is placed."""
    state = walk.state
    outer = walk.frames[-1] if walk.frames else None
    head = outer.head if outer is not None else None
    if outer is None or head is None or state.head is not head or slot.same_as(head):
        return False
    led = state.since
    number = not word_set("number").isdisjoint(walk.context.flat[state.floor : slot.start].split())
    if any(not t.kinds & _LEADS and t.words not in word_set("by-way-of") for t in led):
        return False
    if unknown_words(walk.context.flat, led, state.floor, slot.start) > number:
        return False
    return _again(walk, outer, head, slot) or _passive(walk, outer, head, led, slot)


def _passive(walk: Walk, outer: State, head: Slot, led: Sequence[Token], slot: Slot) -> bool:
    flat, said = walk.context.flat, outer.since
    at = next((n for n in range(len(said) - 1, -1, -1) if said[n].kinds & (lex.PASSIVE | lex.CUE)), -1)
    if at < 0 or (verb := said[at]).cue is None or verb.cue.predicate not in VALIDITY:
        return False
    if not verb.kinds & lex.PASSIVE and not verbs.suffered(flat, verb):
        return False
    if not ways.tells_when(flat, verb.end, walk.state.floor - 1):
        return False
    if moods.unreal(walk.context, head, verb, slot) or actors.drafted(said[:at]) or _is_meant(flat, said[:at], verb):
        return False
    opened = walk.state.floor
    walk.state.since = [*said, *led]
    passives.passive(walk, verb, said[:at], slot)
    governor = walk.state.stack[-1]
    walk.note(slot, walk.verdict)
    if governor.subjects:
        outer.since, outer.tail = [], opened  # it is told aside: the sentence goes on with the head
        walk.bracketed = (head, governor)
    return True


def _is_meant(flat: str, before: Sequence[Token], verb: Token) -> bool:
    """ "dự kiến [được sửa đổi]": is it only meant to be?"""
    return flat[max(0, verb.start - _NEAR) : verb.start].rstrip().endswith(tuple(word_set("intended")))


def _again(walk: Walk, outer: State, head: Slot, slot: Slot) -> bool:
    """ "… năm 2020 ([A1]) và năm 2022 ([A2])": brackets behind another day, of the same passive."""
    if walk.bracketed is None or walk.bracketed[0] is not head or outer.tail < 0:
        return False
    if any(not t.kinds & (lex.JOIN | lex.LEAD) and t.words != "," for t in outer.since):
        return False
    opened, start = walk.state.floor, outer.tail
    for token in outer.since:
        if not ways.tells_when(walk.context.flat, start, token.start):
            return False
        start = token.end
    if not outer.since or not ways.tells_when(walk.context.flat, start, opened - 1):
        return False
    walk.set(replace(walk.bracketed[1], last=None), slot)
    walk.note(slot, walk.verdict)
    outer.since, outer.tail = [], opened
    return True
