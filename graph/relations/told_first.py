"""Guides behind what was told of the document first: "[Thông tư] gồm 5 chương, hướng dẫn [Luật]", "[Thông tư] do Bộ Y
tế ban hành và quy định chi tiết [Luật]", "[Thông tư] có hiệu lực từ ngày …, hướng dẫn [Luật]",
"[Thông tư] ngày … của Bộ Tài chính, hướng dẫn [Luật]"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors, ways
from graph.relations import lexicon as lex
from graph.relations.authority import allowed, is_normative
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import Token
from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_LED = 60  # code points before the document in which what leads to it stands
_NEXT = 60  # … behind the verb in which its object begins
_MANY = 24  # words that may be told of the document
_OTHER = lex.THIS | lex.DRAFT | lex.CONDITION | lex.PASSIVE | lex.POST | lex.NAME | lex.CUE | lex.TYPE | lex.STOP


def guides(walk: Walk, head: Slot, before: Sequence[Token], token: Token, slot: Slot) -> bool:
    """Does the document before the verb at `token` guide the one behind it, and do the words between tell of the first?
    The verb is no noun ("…, hướng dẫn tại [Công văn] không còn phù hợp"), nobody else acts, and that the first is
    there is no condition ("Sau khi [Thông tư] …")."""
    context = walk.context
    if not word_set("at").isdisjoint(context.flat[token.end : token.end + _NEXT].split(None, 1)[:1]):
        return False
    if actors.new_actor(context.flat, before):
        return False
    if _named_in_full(walk, head, before, token, slot):
        return True
    if actors.told_in_force(before):
        start = max(walk.state.floor, head.start - _LED)
        led = context.lexicon.tokens(context.flat, context.text, start, head.start)[-1:]
        bars = lex.CONDITION | lex.GUARD | lex.STOP
        return not any(t.kinds & bars and adjacent(context.flat, t.end, head.start) for t in led)
    return _is_subject(walk, head) and _tells(walk, head, before, token) and not _is_a_noun(walk, slot)


def _named_in_full(walk: Walk, head: Slot, before: Sequence[Token], token: Token, slot: Slot) -> bool:
    """ "[Thông tư] ngày 01/2/2031 của Bộ Tài chính, hướng dẫn [Nghị định]": does the title of a document stand behind
    its day or its body, with a comma before it, in whatever clause? A body that carries a paper out and guides another
    one ("triển khai [Quyết định], hướng dẫn [Công văn]") is told apart by what such a document can guide."""
    context = walk.context
    if len(before) != 1 or before[0].words != "," or not context.text[token.start].islower():
        return False
    if context.tail(head) == head.end or not adjacent(context.flat, walk.tail(head), before[0].start):
        return False
    if head.kind == slot.kind or not all(is_normative(d) for d in head.documents):
        return False
    return all(allowed(one, "guides", other, stated=False) for one in head.documents for other in slot.documents)


def _is_subject(walk: Walk, head: Slot) -> bool:
    """Does the sentence open with the document, or with one of a list of them; or does somebody issue it?"""
    context, state = walk.context, walk.state
    if walk.frames or state.stack or state.clause[:1] != [state.group[0] if state.group else head]:
        return False
    first = state.clause[0]
    words = context.flat[state.floor : first.start].strip(" *_|>-–+")
    if not words or words.endswith(","):
        return not any(
            t.kinds & (lex.CONDITION | lex.STOP)
            for t in context.lexicon.tokens(context.flat, context.text, state.floor, first.start)
        )
    led = context.lexicon.tokens(context.flat, context.text, state.floor, first.start)
    return bool(led) and bool(led[-1].kinds & lex.ISSUE) and adjacent(context.flat, led[-1].end, first.start)


def _tells(walk: Walk, head: Slot, before: Sequence[Token], token: Token) -> bool:
    """Is it told of the document what stands between its attributes and the verb?"""
    flat, tail = walk.context.flat, walk.tail(head)
    between = list(before)
    while between and (between[-1].kinds & lex.JOIN or between[-1].words == ","):
        between.pop()
    end = before[len(between)].start if len(between) < len(before) else token.start
    if before and not adjacent(flat, before[-1].end, token.start) and len(between) < len(before):
        return False
    aside = tail > walk.context.tail(head)  # "[Nghị định], được sửa đổi năm 2020 ([A]), quy định chi tiết …"
    if not aside and not 0 < words_between(flat, tail, end) <= _MANY:
        return False
    for at, told in enumerate(between):
        made = any(t.kinds & lex.ISSUE for t in between[at:])
        if told.kinds & _OTHER and not told.kinds & lex.NEUTRAL:
            return False
        if told.kinds & lex.PIN and ways.labelled([told]):
            return False  # "…, Điều 5 hướng dẫn [Luật]"; "gồm 5 chương và 4 phụ lục" names none
        if told.kinds & lex.SIGN and told.words != ",":
            return False
        if told.kinds & lex.GUARD and told.words not in word_set("passive-mark"):
            return False
        if told.kinds & lex.FINITE and told.words not in word_set("done"):
            return False
        if told.kinds & lex.ACTOR and not made:
            return False
    return True


def _is_a_noun(walk: Walk, slot: Slot) -> bool:
    """ "…, hướng dẫn [B] chưa đầy đủ", "… là cần thiết": does a verb follow the object, whose subject it then is?"""
    flat = walk.context.flat
    tail = max(slot.end, walk.context.tail(slot))
    words = flat[tail : tail + _NEXT].split(None, 2)
    said = {" ".join(words[:1]), " ".join(words[:2])}
    return not said.isdisjoint(word_set("predicating") | word_set("telling") | word_set("negation"))
