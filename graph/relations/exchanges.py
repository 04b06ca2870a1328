"""What is only exchanged inside a provision: "Thay thế [A] tại điểm a khoản 1 Điều 3 bằng [B]" puts a reference to B in
the place of one to A; neither ends, and what is changed is the document that the provision belongs to, where one is
named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations.authority import VALIDITY
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import CUE, JOIN, LEAD, PIN, QUANT, SIGN, TITLE, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_REACH = 400  # behind a citation, title included
_MEMBERS = 8  # of one list
_ENDED = ("replaces", "repeals")


def exchanged(walk: Walk, slot: Slot) -> bool:
    """Is the citation, before which a verb of ending stands, only the words that are exchanged or taken out of a
    provision, or (behind "bằng") those that take their place? Then only the verb goes on to wait."""
    since = walk.state.since
    at = next((n for n in range(len(since) - 1, -1, -1) if since[n].kinds & CUE and since[n].cue is not None), -1)
    cue = since[at].cue if at >= 0 else None
    if cue is None or cue.position != "active" or cue.predicate not in VALIDITY or cue.predicate not in _ENDED:
        return False
    way = since[at + 1 :]
    if walk.state.exchanging and _put_in(walk, way, slot):
        return True
    if any(t.kinds & (PIN | LEAD) for t in way) or not _out_of_a_provision(walk, slot):
        return False
    walk.state.exchanging = True
    del since[at + 1 :]  # "Thay thế dẫn chiếu [A] tại …": the noun belongs to the words
    return True


def _put_in(walk: Walk, way: Sequence[Token], slot: Slot) -> bool:
    """Does the citation stand behind "bằng", in the place of what was there?"""
    words = walk.context.flat[(way[-1].start if way else walk.state.floor) : slot.start].replace('"', " ").split()
    number = word_set("number")
    return any(word in word_set("exchanged") for word in words[-4:] if word not in number)


def _out_of_a_provision(walk: Walk, slot: Slot) -> bool:
    """Do the words behind the citation (or behind the list that it opens) say in which provision it stood, right behind
    it or behind what takes its place?"""
    context = walk.context
    for _ in range(_MEMBERS):
        tail = max(context.tail(slot), slot.end)
        end = min(context.outline.at(slot.start).end, tail + _REACH)
        following = context.between(slot.end, end)[:1]
        stop = following[0].start if following else end
        tokens = context.lexicon.tokens(context.flat, context.text, tail, stop)
        if _in_a_provision(context.flat, tokens, tail):
            return True
        if not following:
            return False
        if _takes_its_place(context.flat, tokens, tail, stop):
            behind = max(context.tail(following[0]), following[0].end)
            after = context.between(following[0].end, min(end, behind + _REACH))[:1]
            last = after[0].start if after else min(end, behind + _REACH)
            return _in_a_provision(
                context.flat, context.lexicon.tokens(context.flat, context.text, behind, last), behind
            )
        if not tokens or any(not t.kinds & (JOIN | QUANT | TYPE) and t.words != "," for t in tokens):
            return False
        slot = following[0]
    return False


def _in_a_provision(flat: str, tokens: Sequence[Token], start: int) -> bool:
    """ "tại điểm a khoản 1 Điều 3", "được nêu tại các Điều 3, 4": right behind the offset."""
    if len(tokens) < 2 or not tokens[0].kinds & LEAD or not adjacent(flat, start, tokens[0].start):
        return False
    if tokens[0].words in word_set("owner"):
        return False
    pin = next((t for t in tokens[1:] if not t.kinds & QUANT), None)
    return pin is not None and bool(pin.kinds & PIN) and not words_between(flat, tokens[0].end, pin.start)


def _takes_its_place(flat: str, tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Do the words to the next citation lead to what takes the place of the one before ("bằng", "thành")?"""
    if any(t.kinds & (TITLE | CUE) or (t.kinds & SIGN and t.words in ";.") for t in tokens):
        return False
    words = [word for word in flat[start:stop].replace(",", " ").replace('"', " ").split() if word]
    return bool(words) and words[0] in word_set("exchanged") and len(words) <= 2
