"""What the opening of a paper says besides its reasons: whether the text itself carries out what it names there
("Thực hiện A, Sở Tài chính báo cáo …"), or somebody else does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.lexicon import ACTOR, GUARD, LEAD, NEUTRAL, PART, QUANT, SIGN, VERB, Token
from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_AHEAD = 520
_OPENING = 60
_FEW = 2
_TASK = ACTOR | GUARD | LEAD | NEUTRAL | PART | QUANT | VERB  # "các nhiệm vụ được giao"


def goes_on(walk: Walk, slot: Slot) -> bool:
    """Does a clause follow the citation, as the main clause does an opening ("Kịp thời thực hiện [A], Sở báo cáo …")?
    Else the words before the verb name who does it ("Doanh nghiệp thực hiện [A].")."""
    context = walk.context
    tail = context.tail(slot)
    end = min(context.outline.at(slot.start).end, tail + _AHEAD)
    for token in context.lexicon.tokens(context.flat, context.text, tail, end):
        if token.kinds & SIGN and token.words in ".,;:":
            return token.words != "."
    return False


def leads(walk: Walk, before: Sequence[Token], verb: Token, slot: Slot) -> bool:
    """ "Chấp hành [A], Sở báo cáo …": does the verb open a sentence whose main clause follows behind a comma?"""
    context, state = walk.context, walk.state
    if state.head is not None or before or not context.text[verb.start].isupper():
        return False
    if words_between(context.flat, state.floor, verb.start):
        return False
    end = min(context.outline.at(slot.start).end, slot.end + _AHEAD)
    tokens = context.lexicon.tokens(context.flat, context.text, context.tail(slot), end)
    closing = next((t.words for t in tokens if t.kinds & SIGN and t.words in ".,;:"), ".")
    return closing == ","


def assigned(
    walk: Walk, verb: Token, before: Sequence[Token], way: Sequence[Token], stop: Token | None, slot: Slot
) -> bool:
    """ "Thực hiện nhiệm vụ được phân công theo [A], Sở …", "Thực hiện theo [A], Sở …": does the verb that opens the
    paper carry out what the citation behind `stop` gives to do? Behind any other noun ("Thực hiện đấu thầu theo [A],
    …") the document is only referred to."""
    if stop is None or not adjacent(walk.context.flat, stop.end, slot.start) or not leads(walk, before, verb, slot):
        return False
    said = [t for t in way if t.end <= stop.start]
    if any(not t.kinds & _TASK and t.words not in word_set("assigning") for t in said):
        return False
    few = _FEW if any(t.kinds & GUARD for t in said) else 0  # "nhiệm vụ được phân công"
    return unknown_words(walk.context.flat, said, verb.end, stop.start) <= few


def told_of_a_body(walk: Walk) -> bool:
    """ "Bộ Tài chính đang hoàn thiện Thông tư; …, tiếp tục thực hiện [Thông tư]": does a clause go on with a sentence
    that tells of a body?"""
    context, state = walk.context, walk.state
    if state.opened >= state.floor:
        return False
    end = min(state.floor, state.opened + _OPENING)
    token = next(iter(context.lexicon.tokens(context.flat, context.text, state.opened, end)), None)
    return (
        token is not None and bool(token.kinds & ACTOR) and not words_between(context.flat, state.opened, token.start)
    )


def done_by_others(walk: Walk, slot: Slot, own: str) -> bool:
    """ "Thực hiện A, các bộ, ngành đã …": the opening tells what others did, not why the text is issued."""
    context = walk.context
    unit = context.outline.at(slot.start)
    end = min(unit.end, slot.end + _AHEAD)
    tokens = context.lexicon.tokens(context.flat, context.text, context.tail(slot), end)
    for at, token in enumerate(tokens):
        if token.kinds & SIGN and token.words in ".;":
            end, tokens = token.start, tokens[:at]
            break
        if token.words.startswith(tuple(word_set("done"))) and actors.others_act(tokens[:at]):
            said = context.flat[token.start : token.start + 140]
            return not (own and any(f"{word} {own}" in said for word in word_set("promulgated")))
    return any(
        actors.is_there(context.flat, other.start) and actors.others_act([t for t in tokens if t.end <= other.start])
        for other in context.between(slot.end, end)
    )
