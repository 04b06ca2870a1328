"""Documents that act or suffer together: "[A] và [B] đã thay thế [C]", "[A] về phí cùng với [B] về giá đều sửa đổi
[C]", "[B] và [C] được thay thế bởi [A]".

A verb without a mark of its own may belong to the title of the last document alone ("Căn cứ [A] và [B] sửa đổi [C]"):
then only a bare list shares it. A mark of tense, "đều" or "cùng" makes a sentence of it, whose subject is the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors, adverbs, circumstances, in_turn, subjects
from graph.relations.authority import allowed
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import (
    CUE,
    FINITE,
    JOIN,
    OPENER,
    PASSIVE,
    POST,
    QUANT,
    SIGN,
    STOP,
    THIS,
    TITLE,
    TYPE,
    Token,
)
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set
from graph.structure.outline import PARAGRAPH

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_MOST = 20  # documents of one list
_BEFORE_LIST = 20  # code points in which "các" stands before a list
_ENDS = frozenset(("replaces", "repeals"))
_TITLE = 320  # code points from one member to the next
_PARTS = FINITE | STOP | THIS | PASSIVE | POST


def by_head(walk: Walk, governor: Governor, head: Slot, slot: Slot, verb: Token) -> None:
    """The document before the verb acts on `slot`, and those listed with it."""
    governor.rule = "direct"
    governor.subjects = acting(walk, head, slot, governor.predicate, verb)
    governor.each = in_turn.named(walk, head, slot)


def acting(
    walk: Walk, head: Slot, slot: Slot, predicate: str, verb: Token, *, titled: bool = False
) -> tuple[Slot, ...]:
    """All that act on `slot` by a verb behind `head`, the last of them. `titled`: the verb may stand in its title."""
    members = [head] if titled else walk.state.group
    members = [s for s in members if s is head or (not s.acts and actors.shares(s, head, predicate, slot))]
    if _tells(walk, head, verb):
        listed = _listed(walk, head, slot, predicate)
        members = listed if len(listed) > len(members) else members
    elif not titled and len(members) == 1:
        listed = _listed(walk, head, slot, predicate, bare=True)
        members = listed if len(listed) > 1 and _is_sentence(walk, listed[0], slot) else members
    floor = subjects.clause_floor(walk)
    if len(members) > 1 and not circumstances.apart(walk.context, members, floor):
        return tuple(members)
    return (head,)


def suffering(walk: Walk, target: Slot, slot: Slot, governor: Governor, verb: Token) -> tuple[Slot, ...]:
    """All on which `slot` acts by a passive behind `target`, the last of them: what a list names together ("[B] và [C]
    cùng bị bãi bỏ bởi [A]", "Các Thông tư [B] và [C] bị bãi bỏ bởi [A]"), or what opens the clause and is ended, or
    changed in a sentence that says no more."""
    flat, ends = walk.context.flat, governor.predicate in _ENDS
    if not ends and governor.part:
        return (target,)
    together = not word_set("together").isdisjoint(flat[walk.tail(target) : verb.end].split())
    group = walk.state.group
    if ends and len(group) > 1 and group[-1] is target and all(member.kind == target.kind for member in group):
        led = flat[max(0, group[0].start - _BEFORE_LIST) : group[0].start].split()
        opened = not words_between(flat, walk.state.opened, group[0].start)
        if together or opened or (led and led[-1] in word_set("plural") | word_set("numeral")):
            return tuple(group)
    listed = _listed(walk, target, slot, governor.predicate, suffers=True)
    if len(listed) == 1 or circumstances.apart(walk.context, listed, subjects.clause_floor(walk)):
        return (target,)
    whole = _opens(walk, listed[0]) if ends else _is_sentence(walk, listed[0], slot)
    return tuple(listed) if together or whole else (target,)


def _tells(walk: Walk, head: Slot, verb: Token) -> bool:
    """Is the verb that of a sentence, told in time or of all that the list names; and the list not what another verb
    acts on ("thực hiện [A] và [B] đã thay thế [C]")?"""
    flat, tail = walk.context.flat, walk.tail(head)
    words = flat[tail : verb.start].split()
    if not word_set("together").isdisjoint(words):
        return True
    before = [t for t in walk.state.since if t.start < verb.start]
    told = adverbs.mark_of_tense(flat, before, verb.start) >= 0 or any(
        f" {turn} " in f" {' '.join(words)} " for turn in word_set("in-turn")
    )
    return told and not any(g.predicate and g.subjects for g in walk.state.stack)


def _is_sentence(walk: Walk, first: Slot, slot: Slot) -> bool:
    """Do a list that begins with `first`, a verb and its object `slot` make up a sentence, full stop? As an item, or
    before a verb, they may be the names of documents ("[A] và [B] sửa đổi [C] được gửi cho …")."""
    context = walk.context
    unit = context.outline.at(slot.start)
    if unit.level != PARAGRAPH or not _opens(walk, first):
        return False
    return context.flat[max(context.tail(slot), slot.end) : unit.end].lstrip()[:1] == "."


def _opens(walk: Walk, first: Slot) -> bool:
    """Does the clause open with the document, and nothing above govern it?"""
    state = walk.state
    if walk.frames or state.clause[:1] != [first] or any(g.predicate for g in state.stack):
        return False
    return not words_between(walk.context.flat, subjects.clause_floor(walk), first.start)


def _listed(
    walk: Walk, head: Slot, slot: Slot, predicate: str, *, bare: bool = False, suffers: bool = False
) -> list[Slot]:
    """The list that ends with `head`: papers of one kind, each with its title (without one where the list is `bare`),
    that words which join part; `slot` is what they act on, or what acts on them where the list `suffers`."""
    members = [head]
    clause = walk.state.clause
    at = next((n for n in range(len(clause) - 1, -1, -1) if clause[n] is head), 0)
    for earlier in reversed(clause[max(0, at - _MOST) : at]):
        if not _alike(earlier, head, predicate, slot, suffers=suffers) or not _joined(
            walk, earlier, members[0], bare=bare
        ):
            break
        members.insert(0, earlier)
    return members


def _alike(member: Slot, head: Slot, predicate: str, slot: Slot, *, suffers: bool) -> bool:
    if member.kind != head.kind or member.same_as(head):
        return False
    one, other = (slot, member) if suffers else (member, slot)
    return all(allowed(a, predicate, o, stated=False) for a in one.documents for o in other.documents)


def _joined(walk: Walk, earlier: Slot, later: Slot, *, bare: bool) -> bool:
    """Do a title, if anything, and a word that joins stand between two members?"""
    context, flat = walk.context, walk.context.flat
    tail = context.tail(earlier)
    if later.start - tail > _TITLE:
        return False
    way = context.lexicon.tokens(flat, context.text, tail, later.start)
    end = later.start
    while way and way[-1].kinds & (QUANT | TYPE) and not way[-1].kinds & (CUE | JOIN):
        end = way.pop().start
    if not way or not (way[-1].kinds & JOIN or way[-1].words == ","):
        return False
    if set(flat[way[-1].end : end].split()) - word_set("even"):
        return False
    end = way[-1].end
    while way and (way[-1].kinds & JOIN or way[-1].words == ",") and adjacent(flat, way[-1].end, end):
        end = way.pop().start
    return _is_title(flat, [] if bare else way, tail, end)


def _is_title(flat: str, way: Sequence[Token], start: int, end: int) -> bool:
    """Is what stands between two offsets the title of the document before, or nothing?"""
    if not words_between(flat, start, end):
        return True
    if not way or not way[0].kinds & TITLE or words_between(flat, start, way[0].start):
        return False
    return not actors.new_actor(flat, way) and not any(
        (t.kinds & _PARTS and not t.kinds & (TITLE | OPENER)) or (t.kinds & SIGN and t.words in ".;:") for t in way
    )
