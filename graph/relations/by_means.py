"""Sentences in which a body acts by means of the document behind the object: "Chính phủ thay thế [B] bằng [A]", "Bộ Tài
chính hướng dẫn các đơn vị thực hiện [B] tại [A]", "Thay thế [B] là [A]". It is A that does so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import lexicon as lex
from graph.relations import moods, subjects
from graph.relations.authority import VALIDITY, allowed, can_end, surely_before
from graph.relations.counting import unknown_words, words_between
from graph.relations.lexicon import Token
from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_REACH = 200  # code points from the object, with its title, to the document that acts
_OTHER = lex.THIS | lex.DRAFT | lex.CONDITION | lex.GUARD | lex.STOP | lex.PASSIVE | lex.POST | lex.TYPE | lex.NOMINAL
_NO_TITLE = lex.ACTOR | lex.CUE | lex.THIS | lex.FINITE | lex.STOP | lex.PASSIVE | lex.POST | lex.DRAFT
_OPENS = lex.OPENER | lex.JOIN | lex.SIGN
_FAR = 10  # words from the beginning of the clause to the verb that name a body


def document(walk: Walk, verb: Token, before: Sequence[Token], slot: Slot) -> Slot | None:
    """The document by which a body does to `slot` what `verb` says; None where none is named, or where somebody else
    may be meant. `before` are the tokens of the clause before the verb."""
    state, context = walk.state, walk.context
    if state.head is not None or walk.frames or verb.cue is None or verb.cue.position != "active":
        return None
    if any(t.kinds & _OTHER for t in before) or not _body_acts(walk, verb, before):
        return None
    tail = max(context.tail(slot), slot.end)
    end = min(context.outline.at(slot.start).end, tail + _REACH)
    acting = next(iter(context.between(slot.end, end)), None)
    if acting is None or acting.same_as(slot) or not _led(walk, verb, before, tail, acting):
        return None
    changes = verb.cue.predicate in VALIDITY
    if changes and (acting.kind != slot.kind or surely_before(acting.documents[0], slot.documents[0])):
        return None
    if not all(allowed(a, verb.cue.predicate, o, stated=True) for a in acting.documents for o in slot.documents):
        return None
    return None if moods.unreal(context, slot, verb, acting) else acting


def _body_acts(walk: Walk, verb: Token, before: Sequence[Token]) -> bool:
    """Does a body stand before the verb, or nobody?"""
    flat, floor = walk.context.flat, subjects.clause_floor(walk)
    comma = max((t.end for t in before if t.words == ","), default=floor)
    acting = [t for t in before if t.start >= comma]
    if not any(t.kinds & lex.ACTOR for t in acting):
        if not walk.context.silent and can_end(walk.context.own):
            return False  # its own act: words of another document are exchanged ("2. Thay thế [A] bằng [B].")
        return unknown_words(flat, before, floor, verb.start) == 0 and all(t.kinds & _OPENS for t in acting)
    return words_between(flat, comma, acting[0].start) == 0 and words_between(flat, comma, verb.start) <= _FAR


def _led(walk: Walk, verb: Token, before: Sequence[Token], tail: int, acting: Slot) -> bool:
    """Do the title of the object, if anything, and the word for the means stand between the two documents?"""
    context, flat = walk.context, walk.context.flat
    words = flat[tail : acting.start].split()
    while words and words[-1] in word_set("number"):
        words.pop()
    if not words or words[-1] not in _means(verb, body=any(t.kinds & lex.ACTOR for t in before)):
        return False
    if len(words) == 1:
        return True
    way = context.lexicon.tokens(flat, context.text, tail, acting.start)
    if not way or not way[0].kinds & lex.TITLE or words_between(flat, tail, way[0].start):
        return False
    return not any(t.kinds & lex.SIGN or (t.kinds & _NO_TITLE and not t.kinds & lex.TITLE) for t in way)


def _means(verb: Token, *, body: bool) -> frozenset[str]:
    """The words behind the object that lead to the document by which the verb is done; `body`: one is named."""
    predicate = verb.cue.predicate if verb.cue is not None else ""
    if predicate == "guides":
        return (word_set("at") | word_set("within") | word_set("means")) if body else frozenset()
    if predicate not in VALIDITY or predicate in ("corrects", "consolidates"):
        return frozenset()
    if body:
        return word_set("means") | word_set("at")
    return word_set("means") | word_set("being") if predicate == "replaces" else word_set("means")
