"""A circular's title says what it guides and what rules that: "hướng dẫn [mức chi điều chỉnh lương] theo [Nghị định]".

The matter is a long noun with verbs of its own; the document that it refers to is what the circular guides. Only the
title is read so: in a body "hướng dẫn … theo …" tells how.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations.authority import is_normative
from graph.relations.counting import adjacent
from graph.relations.lexicon import ANNEX, CUE, LEAD, PART, PIN, QUANT, SIGN, STOP, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

RULE = "title-matter"
_CONFIDENCE = 0.8
_OPENING = 60  # code points at the head of a title in which its verb stands
_REFERENCE = PIN | PART | QUANT | TYPE | LEAD


def ruled(walk: Walk, slot: Slot, since: Sequence[Token]) -> Governor | None:
    """The governor of a citation that rules the matter of the text's own title; None where it does not. `since` are the
    tokens between the citation before (or the beginning of the clause) and this one."""
    context, state = walk.context, walk.state
    if context.zones.of(slot.start) != "title" or context.silent or not is_normative(context.own):
        return None
    if context.original is not None or not _refers(since, context.flat, slot):
        return None
    if state.head is not None and state.head is not slot:
        former = next((g for g in state.stack if g.rule == RULE), None)
        listed = bool(since) and since[0].words == "," and bool(since[0].kinds & SIGN)
        return former if listed else None
    start = context.zones.title[0]
    opening = context.lexicon.tokens(context.flat, context.text, start, min(start + _OPENING, slot.start))
    verb = next((t for t in opening if t.kinds & CUE), None)
    if verb is None or verb.cue is None or verb.cue.predicate != "guides" or context.flat[start : verb.start].strip():
        return None
    return Governor("guides", verb, _CONFIDENCE, RULE, (context.source,))


def _refers(since: Sequence[Token], flat: str, slot: Slot) -> bool:
    """Do the words right before the citation refer to it ("theo", "quy định tại khoản 2 Điều 5")?"""
    if since and adjacent(flat, since[-1].end, slot.start):
        for token in reversed(since):
            if token.kinds & ANNEX:
                return False
            if (token.kinds & STOP and token.words == "theo") or (
                token.kinds & LEAD and token.words not in word_set("owner")
            ):
                return True
            if not token.kinds & _REFERENCE:
                return False
    return False
