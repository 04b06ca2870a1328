"""Titles of two halves: "[Nghị định] quy định về phân cấp trong …; quy định chi tiết một số điều của [Luật]"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import lexicon as lex
from graph.relations.authority import VALIDITY
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import Token
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk
    from graph.relations.slots import Slot

_LED = 200  # before the citation, how far who speaks may stand
_OTHERS = lex.FINITE | lex.PASSIVE | lex.POST | lex.THIS | lex.TOLD | lex.DRAFT


def repeats(first: Token, verb: Token) -> bool:
    """Does a verb that guides say again the word that opens a title ("quy định … quy định chi tiết")?"""
    cue = verb.cue
    if cue is None or cue.predicate != "guides" or not verb.kinds & lex.CUE or not first.kinds & lex.TITLE:
        return False
    return f"{cue.phrase} ".startswith(f"{first.words} ")


def second(walk: Walk, head: Slot, before: Sequence[Token], verb: Token) -> bool:
    """Does `verb` open the second half of the title of `head`, behind a comma or "và"? `before` are the tokens between
    the two. Not where a text speaks of itself before the citation ("Thông tư này quy định … theo [A] quy định về …, quy
    định chi tiết [B]"), nor where something is done to the citation: the verb may be somebody's who does both."""
    state, flat = walk.state, walk.context.flat
    if len(before) < 2 or not repeats(before[0], verb) or walk.frames:
        return False
    last = before[-1]
    if not (last.words == "," or last.words in word_set("and")) or not adjacent(flat, last.end, verb.start):
        return False
    if words_between(flat, walk.tail(head), before[0].start) or any(t.kinds & _OTHERS for t in before):
        return False
    if any(t.kinds & lex.SIGN and t.words != "," for t in before):
        return False
    if any(g.predicate in VALIDITY and not g.passive for g in state.stack):
        return False
    led = walk.context.lexicon.tokens(flat, walk.context.text, max(state.opened, head.start - _LED), head.start)
    return not any(t.kinds & lex.THIS for t in led)
