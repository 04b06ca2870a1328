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
    fronts = own and quote is None and (context.silent or not gives_bases(walk, zone, slot))
    if own and quote is not None:
        walk.verdict = "not in the preamble"
        return False
    if fronts and not _opens_sentence(walk, before, token):
        walk.verdict = "not in the preamble"
        return False
    if fronts:
        walk.verdict = "not in the preamble"
        voice = None
    governor = Governor(
        "based_on",
        token,
        token.cue.confidence if token.cue else 1.0,
        "preamble",
        (voice,) if voice is not None else (),
        base=True,
    )
    if fronts:  # "Căn cứ [A], Chính phủ ban hành [B]"
        governor.fronted = next((g.fronted for g in state.stack if g.fronted and g.predicate == "based_on"), [])
    state.stack = []
    walk.set(governor, slot)
    return True


def _opens_sentence(walk: Walk, before: Sequence[Token], token: Token) -> bool:
    """Does a sentence, or a clause behind a semicolon, open with the verb?"""
    text, state = walk.context.text, walk.state
    return not before and state.head is None and (text[token.start].isupper() or state.closed)


def gives_bases(walk: Walk, zone: str, slot: Slot) -> bool:
    """Is this a place where the text names its bases: its preamble; in a letter each paragraph that opens so."""
    if zone in ("preamble", "title"):
        return True
    return type_of(walk.context.own) in word_set("letter") and walk.context.outline.at(slot.start).level >= 88
