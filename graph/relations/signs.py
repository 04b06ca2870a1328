"""The walk carried over the tokens between two citations: signs end clauses and open parentheses, words are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import endings
from graph.relations.lexicon import FOLLOWING, PASSIVE, POST, SIGN, Token
from graph.relations.state import State

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_DEPTH = 16  # nested parentheses


def read(walk: Walk, tokens: Sequence[Token]) -> None:
    """Carry the state over the tokens between two citations."""
    for at, token in enumerate(tokens):
        if token.kinds & SIGN:
            _sign(walk, token)
        else:
            if token.kinds & (POST | PASSIVE):
                endings.ending(walk, token, tokens[at + 1 :])
            walk.state.since.append(token)
            if token.kinds & FOLLOWING:
                _listed_behind(walk, token)


def _sign(walk: Walk, token: Token) -> None:
    state, sign = walk.state, token.words
    if sign == ";":
        base = [g for g in state.stack if g.base or g.listing]
        walk.state = State(
            base, floor=token.end, closed=True, shelved=[g for g in state.stack if not g.base] or state.shelved,
            beyond=state.clause or state.beyond, sentence=state.sentence, opened=state.opened,
        )  # fmt: skip
    elif sign in ".!?":
        walk.frames.clear()
        walk.state = State([g for g in state.stack if g.listing], floor=token.end, opened=token.end)
    elif sign == "(":
        if len(walk.frames) < _DEPTH:
            walk.frames.append(state)
            walk.state = state.inside(token.end)
    elif sign == ")":
        if walk.frames:
            opened = walk.state.floor
            walk.state = state = walk.frames.pop()
            if (
                state.head is not None
                and not state.since
                and not walk.context.flat[walk.tail(state.head) : opened].strip(" ,(")
            ):
                state.tail = token.end  # what stands in parentheses right behind a citation belongs to it
    else:
        state.since.append(token)
        if sign == ":":
            _listed_behind(walk, token)


def _listed_behind(walk: Walk, token: Token) -> None:
    """ "Các văn bản sau hết hiệu lực:", "… đều bị bãi bỏ, gồm": the members follow the verb that ends them."""
    state = walk.state
    if state.head is None and any(t.kinds & POST for t in state.since):
        governor = endings.introducing(walk, walk.context.outline.at(token.start), colon=True)
        if governor is not None:
            governor.base = governor.listing = True
            state.stack, state.since, state.floor = [governor], [], token.end
