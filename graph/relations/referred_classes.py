"""A class of documents that is told by one which it only refers to, and its members behind: "Bãi bỏ các văn bản không
còn phù hợp với [A], gồm: [B], [C]". The text ends B and C, and A nothing befalls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors, ended_classes, subjects, ways
from graph.relations.authority import VALIDITY
from graph.relations.lexicon import ACTOR, ANNEX, CUE, JOIN, PIN, QUANT, SIGN, STOP, STRONG, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor, State
from graph.structure.outline import Unit

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_WEIGHT = 0.9
_NEAR = 120  # from the document that tells of the class to the first member


def governor(walk: Walk, slot: Slot, zone: str) -> Governor | None:
    """The governor of the members of such a class, of which the last citation tells; None where there is none. `slot`
    is where the first member stands, or the end of the introduction."""
    state, placed = walk.state, walk.placed
    head = state.head
    if head is None or state.clause != [head] or state.stack or not ended_classes.lists(state.since):
        return None
    # below a heading ("Bãi bỏ văn bản⏎Bãi bỏ các văn bản …") the verb of the sentence is the last
    stop = next((n for n, t in enumerate(placed) if _leads_away(placed, n)), -1)
    at = next((n for n in range(stop - 1, -1, -1) if placed[n].kinds & CUE and placed[n].cue is not None), -1)
    if at < 0:
        return None
    token, before = placed[at], placed[:at]
    assert token.cue is not None
    if token.cue.position != "active" or token.cue.predicate not in VALIDITY or token.cue.confidence < STRONG:
        return None
    if not _refers(placed[at + 1 :]) or actors.barred(walk.context.flat, before, token.start) is not None:
        return None
    found = Governor(token.cue.predicate, token, token.cue.confidence * _WEIGHT, "list")
    walk.state = State(
        floor=state.floor, item=state.item, opened=state.opened
    )  # the document that tells of the class does not act
    subjects.subject(walk, found, token, before, slot, zone)
    walk.state = state
    found.base = True
    return found if found.subjects else None


def introduced(walk: Walk, unit: Unit) -> Governor | None:
    """The governor of the items below a unit that ends with such a class."""
    place = Slot(unit.body, unit.body, [], [])  # a stand-in for the citations to come
    return governor(walk, place, walk.context.zones.of(unit.body))


def may_open(walk: Walk, start: int, slot: Slot) -> bool:
    """Might the citation be the first member of such a class? A cheap look at what stands before it."""
    near = slot.start - start <= _NEAR and any(t.kinds & (STOP | ANNEX) for t in walk.placed)
    return near and ":" in walk.context.flat[start : slot.start]


def opens(walk: Walk, slot: Slot) -> bool:
    """Is the citation the first member of such a class? True if it is placed."""
    found = governor(walk, slot, walk.context.zones.of(slot.start))
    if found is None or slot.same_as(walk.state.clause[0]):
        return False
    slot.listed = True
    walk.set(found, slot)
    return True


def _refers(way: Sequence[Token]) -> bool:
    """Do the tokens behind the verb name several documents first, and then lead to one that is referred to?"""
    stop = next((n for n in range(len(way)) if _leads_away(way, n)), -1)
    counted = next((n for n in range(max(stop, 0)) if way[n].kinds & QUANT), -1)
    if counted < 0 or any(t.kinds & ACTOR for t in way[:counted]):
        return False  # "Bãi bỏ văn bản⏎Sở Tư pháp rà soát các văn bản …": somebody else does something
    several = any(t.kinds & TYPE for t in way[:stop])
    return (
        stop > 0 and several and not any(t.kinds & (PIN | CUE | SIGN | JOIN) for t in (*way[:stop], *way[stop + 1 :]))
    )


def _leads_away(way: Sequence[Token], at: int) -> bool:
    """Does the token lead to a document that is only referred to ("không còn phù hợp với", "căn cứ vào", "ban hành
    theo")?"""
    return bool(way[at].kinds & STOP) or ways.issued_under(way, at)
