"""The walk carried over the tokens between two citations: signs end clauses and open parentheses, words are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import endings, halves, preambles
from graph.relations import lexicon as lex
from graph.relations.authority import VALIDITY, is_normative
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import FOLLOWING, JOIN, PASSIVE, PIN, POST, SIGN, Token
from graph.relations.quoted import words_go_on
from graph.relations.state import State
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_DEPTH = 16  # nested parentheses
# what a clause or a member of a list opens with, and no further word of a title
_OPENS = (
    lex.CUE | lex.PASSIVE | lex.POST | lex.THIS | lex.FINITE | lex.STOP | lex.ACTOR | lex.ISSUE | lex.DRAFT | lex.GUARD
    | lex.CONDITION | lex.OPENER | lex.JOIN | lex.QUANT | lex.TYPE | lex.PIN | lex.TOLD | lex.NOMINAL
)  # fmt: skip
_LABEL = 4  # letters of the label of a provision ("a", "đ", "VIII")


def read(walk: Walk, tokens: Sequence[Token]) -> None:
    """Carry the state over the tokens between two citations."""
    for at, token in enumerate(tokens):
        if token.kinds & SIGN:
            if token.words == ";":
                following = tokens[at + 1] if at + 1 < len(tokens) else None
                if (
                    _told_aside(walk)
                    or _told_of_another(walk, tokens[at + 1 : at + 3])
                    or _within_title(walk, token, following)
                    or (following is not None and _joins_in_basis(walk, token, following))
                    or (following is not None and _between_provisions(walk, token, following))
                    or _between_words(walk, token)
                ):
                    token = token._replace(words=",")
            elif token.words == "(" and at + 1 < len(tokens) and _annexed_to(walk, token, tokens[at + 1]):
                continue
            elif token.words == "." and preambles.goes_on(walk, token):
                token = token._replace(words=";")
            _sign(walk, token)
        else:
            if token.kinds & (POST | PASSIVE):
                endings.ending(walk, token, tokens[at + 1 :])
            walk.state.since.append(token)
            if token.kinds & FOLLOWING:
                _listed_behind(walk, token)


def _annexed_to(walk: Walk, sign: Token, following: Token) -> bool:
    """Do the brackets hold what the object of a verb is annexed to ("Sửa đổi Quy chế (ban hành kèm theo [A])", "Phụ lục
    I (kèm theo [A]) hết hiệu lực")? It is reached as without brackets. Those that stand in others stay."""
    if walk.frames or not following.kinds & lex.ANNEX or not adjacent(walk.context.flat, sign.end, following.start):
        return False
    state = walk.state
    if state.head is not None:
        return any(token.cue is not None and token.cue.predicate in VALIDITY for token in state.since)
    return any(token.kinds & (lex.PIN | lex.PART | lex.TYPE) for token in state.since)


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


def _between_words(walk: Walk, sign: Token) -> bool:
    """Does the semicolon stand between words that are exchanged or taken out ("thay thế cụm từ “A” bằng “B”; cụm từ “C”
    bằng “D” tại [Nghị định]")? The verb goes on to wait for the document that they stand in."""
    if not words_go_on(walk.context.flat, sign.start):
        return False
    cue = next((token.cue for token in reversed(walk.state.since) if token.cue is not None), None)
    return cue is not None and cue.predicate in VALIDITY and cue.position == "active"


def _told_aside(walk: Walk) -> bool:
    """Does the semicolon stand in parentheses that say of the citation before them since when it is in force ("(có hiệu
    lực từ ngày …; thay thế [B])")? It is the same document that does what follows."""
    state = walk.state
    if not walk.frames or state.head is None or state.head is not walk.frames[-1].head:
        return False
    return bool(state.since) and bool(state.since[0].kinds & lex.TOLD)


def _told_of_another(walk: Walk, following: Sequence[Token]) -> bool:
    """Does a paper that lays down nothing itself tell of a document since when it is in force, and behind the semicolon
    what it does ("[Thông tư] có hiệu lực từ ngày …; đồng thời thay thế [B]")?"""
    state = walk.state
    if is_normative(walk.context.own) or not any(t.kinds & lex.TOLD for t in state.since):
        return False
    if state.head is None and not (walk.context.silent and state.since[0].kinds & (lex.TYPE | lex.THIS)):
        return False  # "Thông tư có hiệu lực từ ngày …; đồng thời thay thế [B]" in an article
    verb = following[1:] if following and following[0].kinds & lex.JOIN else following
    cue = verb[0].cue if verb else None
    return cue is not None and cue.predicate in VALIDITY and cue.position == "active"


def _within_title(walk: Walk, sign: Token, following: Token | None) -> bool:
    """Does the semicolon stand in the title of the citation before ("[Thông tư] quy định về thủ tục hải quan; kiểm tra,
    giám sát hải quan (được sửa đổi bởi …)")? The title goes on in small letters, with neither a verb that states nor a
    word that a clause or a member opens with."""
    state, text = walk.state, walk.context.text
    if state.head is None or not state.since or not state.since[0].kinds & (lex.TITLE | lex.CUE) or walk.frames:
        return False
    if any(t.kinds & (PASSIVE | POST) or (t.kinds & SIGN and t.words == ":") for t in state.since):
        return False
    if words_between(walk.context.flat, walk.tail(state.head), state.since[0].start):
        return False
    at = sign.end
    while at < len(text) and text[at].isspace():
        at += 1
    if not text[at : at + 1].islower() or walk.context.between(at, at + 1):
        return False
    if text.startswith(tuple(word_set("number")), at):  # "; số [15/2020/NĐ-CP]"
        return False
    near = following is not None and adjacent(walk.context.flat, sign.end, following.start)
    if not near or following is None or not following.kinds & _OPENS:
        return True
    return halves.second(walk, state.head, [*state.since, sign._replace(words=",")], following)


def _joins_in_basis(walk: Walk, sign: Token, following: Token) -> bool:
    """Does the semicolon join two verbs in the title of a basis ("Căn cứ [A] quy định về phân cấp; quy định chi tiết
    [B]")?"""
    return preambles.titled(walk, (*walk.state.since, sign), following) is not None


def _named_again(walk: Walk) -> bool:
    """Does the parenthesis that ends hold the document before it, named once more, and nothing behind?"""
    inner, outer = walk.state, walk.frames[-1]
    if inner.head is None or outer.head is None or inner.head is outer.head or inner.since:
        return False
    return inner.head.same_as(outer.head) and inner.clause[-2:-1] == [outer.head]


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
            again = _named_again(walk)
            walk.state = state = walk.frames.pop()
            if (
                state.head is not None
                and not state.since
                and not walk.context.flat[walk.tail(state.head) : opened].strip(" ,(")
            ):
                state.tail = token.end  # what stands in parentheses right behind a citation belongs to it
            elif again and state.head is not None:
                state.since, state.tail = [], token.end  # "A quy định … ([A]) thay thế B": said of A anew
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
