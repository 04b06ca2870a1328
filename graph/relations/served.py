"""Passives of verbs by which one document serves another: "[Luật] về phí được Bộ Tài chính hướng dẫn tại [Thông tư]",
"[Nghị quyết] đã được tỉnh cụ thể hóa bằng [Kế hoạch]". The body between the mark and the verb may be any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors, adverbs, passives, ways
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.lexicon import AGENT, FINITE, JOIN, LEAD, PASSIVE, SIGN, STOP, THIS, TITLE, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_ACTING = 8  # words that name who acts in a passive


def by(walk: Walk, verb: Token, opening: Token, before: Sequence[Token], way: Sequence[Token], slot: Slot) -> bool:
    """Is it a passive of the document before that is served by the one at hand? True if that is placed. `opening` is
    the first of several joined verbs, `before` stands before it, `way` behind `verb`."""
    flat, head = walk.context.flat, walk.state.head
    if head is None or verb.cue is None or not actors.serves(verb.cue.predicate):
        return False
    mark = _mark(flat, walk.tail(head), before, opening)
    if mark < 0 or not ways.by_agent(flat, way, passive=True, cue_end=verb.end, end=slot.start):
        return False
    if verb.cue.predicate == "implements" and not _carried_out_by(flat, opening, verb, way[0]):
        return False
    passives.passive(walk, verb._replace(start=before[mark].start), before[:mark], slot)
    return True


def without_object(
    walk: Walk, verb: Token, opening: Token, before: Sequence[Token], way: Sequence[Token], slot: Slot
) -> bool:
    """Does the word for the means stand right behind a verb that carries out ("cụ thể hóa bằng [B]"), or behind its
    passive one that leads elsewhere ("[A] được tỉnh triển khai cùng [B]")? It has no object then, and B is none."""
    flat, head = walk.context.flat, walk.state.head
    if verb.cue is None or verb.cue.predicate != "implements" or not way or not adjacent(flat, verb.end, way[0].start):
        return False
    if unknown_words(flat, way, verb.end, slot.start):
        return False  # "thực hiện bằng nhiều hình thức [B]"
    if way[0].kinds & AGENT:
        return True
    leads = bool(way[0].kinds & (LEAD | JOIN))
    return leads and head is not None and _mark(flat, walk.tail(head), before, opening) >= 0


def _mark(flat: str, tail: int, before: Sequence[Token], verb: Token) -> int:
    """Index of the mark of a passive that is said of the document whose attributes end at `tail`, with nothing but its
    title and adverbs before the mark and who acts behind it; -1 without one."""
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].words in word_set("passive-mark")), -1)
    if at < 0 or words_between(flat, before[at].end, verb.start) > _ACTING:
        return -1
    if any(t.kinds & (SIGN | PASSIVE | STOP | FINITE | THIS) for t in before[at + 1 :]):
        return -1
    said = [t for t in before[:at] if not t.kinds & FINITE]
    if said and said[0].kinds & TITLE and not said[0].kinds & TYPE:
        titled = not words_between(flat, tail, said[0].start) and not any(t.kinds & SIGN for t in said)
        return at if titled else -1
    return at if not said and adverbs.are(flat, (), tail, before[at].start) else -1


def _carried_out_by(flat: str, opening: Token, verb: Token, leading: Token) -> bool:
    """ "[A] được tỉnh cụ thể hóa bằng [B]": does the word right behind the verb lead to what carries a document out?
    "tại" and "trong" do so where the verb says that it is put in detail; "theo" never does."""
    if not adjacent(flat, verb.end, leading.start):
        return False
    if leading.kinds & AGENT:
        return True
    within = word_set("at") | word_set("within")
    return leading.words in within and opening.cue is not None and opening.cue.phrase in word_set("put-in-detail")
