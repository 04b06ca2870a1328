"""Lists whose members act on those of another one by one: "A và B lần lượt thay thế C và D"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_SEVERAL = 2
_NEAR = 120  # code points between the two lists


def named(walk: Walk, last: Slot, slot: Slot) -> list[Slot] | None:
    """Those that the clause names up to `last`, if each of them has to do with one of those that begin with `slot`
    ("[B] và [C] lần lượt bị thay thế bởi [A1] và [A2]"); None where nothing says so."""
    tail = walk.tail(last)
    if slot.start - tail > _NEAR:
        return None
    words = f" {' '.join(walk.context.flat[tail : slot.start].split())} "
    if not any(f" {word} " in words for word in word_set("in-turn")):
        return None
    if not _several(walk, slot):
        return None  # "[A1] và [A2] lần lượt sửa đổi [B]": each of them does so
    members = [other for other in walk.state.clause if other.kind == last.kind and other.start <= last.start]
    return members if len(members) >= _SEVERAL and members[-1] is last else None


def _several(walk: Walk, slot: Slot) -> bool:
    """Does a list go on behind the citation?"""
    context = walk.context
    tail = context.tail(slot)
    following = next((s for s in context.between(slot.end, slot.end + _NEAR) if s.kind == slot.kind), None)
    if following is None:
        return False
    words = context.flat[tail : following.start].split()
    return bool(words) and (words[-1] in word_set("coordinating") | word_set("plural") or words[-1].endswith(","))
