"""The walk carried over the tokens between two citations: signs end clauses and open parentheses, words are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import endings
from graph.relations.counting import adjacent
from graph.relations.lexicon import FOLLOWING, JOIN, PASSIVE, PIN, POST, SIGN, Token
from graph.relations.state import State

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_DEPTH = 16  # nested parentheses
_LABEL = 4  # letters of the label of a provision ("a", "đ", "VIII")


def read(walk: Walk, tokens: Sequence[Token]) -> None:
    """Carry the state over the tokens between two citations."""
    for at, token in enumerate(tokens):
        if token.kinds & SIGN:
            if token.words == ";" and at + 1 < len(tokens) and _between_provisions(walk, token, tokens[at + 1]):
                token = token._replace(words=",")
            _sign(walk, token)
        else:
            if token.kinds & (POST | PASSIVE):
                endings.ending(walk, token, tokens[at + 1 :])
            walk.state.since.append(token)
            if token.kinds & FOLLOWING:
                _listed_behind(walk, token)


def _between_provisions(walk: Walk, sign: Token, following: Token) -> bool:
    """Does the semicolon stand between provisions of one document ("điểm a khoản 1 Điều 3; khoản 2 Điều 5 [Nghị
    định]")? It ends no clause."""
    since, flat = walk.state.since, walk.context.flat
    at = len(since) - 1
    while at >= 0 and (since[at].words == "," or since[at].kinds & JOIN):  # "các Điều 30, 31", "Phụ lục I và III"
        at -= 1
    if at < 0 or not since[at].kinds & PIN or not following.kinds & PIN:
        return False
    joined = {token.words for token in since[at + 1 :]}
    labels = [word for word in flat[since[at].end : sign.start].replace(",", " ").split() if word not in joined]
    return adjacent(flat, sign.end, following.start) and all(
        len(label) <= _LABEL or label[0].isdigit() for label in labels
    )


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
