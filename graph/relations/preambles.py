"""The preamble: "Căn cứ …" at the head of a clause names what the text is based on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import subjects
from graph.relations.authority import type_of
from graph.relations.counting import unknown_words
from graph.relations.lexicon import SIGN, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.voices import speaker
from graph.relations.words import word_set
from graph.structure.quotations import quotation

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_BASIS_FAR = 320


def basis(walk: Walk, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> bool:
    """ "Căn cứ …" at the head of a clause of the preamble, or of a quoted preamble."""
    state, context = walk.state, walk.context
    quote = quotation(context.text, slot.start)
    if quote is not None:
        before = [t for t in before if t.start > quote]
    if slot.start - token.end > _BASIS_FAR:
        return False
    way = " ".join(context.flat[token.end : slot.start].split())
    if any(words in way for words in word_set("above")):
        return False  # "Căn cứ các quy định trên đối với trường hợp … tại [Nghị quyết]"
    for other in before:
        if not (
            (other.kinds & SIGN and other.words in ',:“"')
            or (other.cue is not None and other.cue.position == "preamble")
        ):
            return False
    floor = max(subjects.clause_floor(walk), quote + 1 if quote is not None and quote > state.floor else 0)
    if unknown_words(context.flat, before, floor, token.start) and state.head is None:
        return False
    if state.head is not None and before and before[-1].words != ";":
        return False
    voice = speaker(context, slot.start, "based_on")
    own = voice is None or voice in (context.source, context.original)
    if own and (quote is not None or not gives_bases(walk, zone, slot)):
        walk.verdict = "not in the preamble"
        return False
    if voice is context.source and context.silent:
        voice = None
    governor = Governor(
        "based_on",
        token,
        token.cue.confidence if token.cue else 1.0,
        "preamble",
        (voice,) if voice is not None else (),
        base=True,
    )
    state.stack = []
    walk.set(governor, slot)
    return True


def gives_bases(walk: Walk, zone: str, slot: Slot) -> bool:
    """Is this a place where the text names its bases: its preamble; in a letter each paragraph that opens so."""
    if zone in ("preamble", "title"):
        return True
    return type_of(walk.context.own) in word_set("letter") and walk.context.outline.at(slot.start).level >= 88
