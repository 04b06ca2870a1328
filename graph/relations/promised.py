"""What a document that was issued "will" do ("Nghị định 168/2024/NĐ-CP sẽ thay thế Nghị định 100/2019/NĐ-CP"): it has
a number, so what it says is settled, and the future only tells when it begins. What somebody will do, or what a draft
would, is not done (`graph.relations.moods` looks for drafts, conditions and intentions)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.relations import actors, adverbs
from graph.relations.counting import words_between
from graph.relations.lexicon import GUARD, Token
from graph.relations.slots import Slot
from graph.relations.words import word_set


def without_future(flat: str, before: Sequence[Token], actor: Slot, tail: int, verb: int) -> Sequence[Token]:
    """`before`, the tokens before a verb at the offset `verb`, without the "sẽ" that leads to it with adverbs or none,
    where the document that acts bears a number. `tail` is where the attributes of the sentence's subject end: nothing
    but its title may stand between them and "sẽ"."""
    at = _future(flat, before, verb)
    if at < 0 or not _is_issued(actor):
        return before
    said, start = before[:at], before[at].start
    near = not words_between(flat, tail, start) or (before[0].start >= tail and adverbs.are(flat, said, tail, start))
    return said if near or actors.only_title(flat, said, tail) else before


def _future(flat: str, before: Sequence[Token], verb: int) -> int:
    """The index of the "sẽ" before the verb, with adverbs between or none; -1 where there is none."""
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        if token.words in word_set("future"):
            return at if adverbs.are(flat, before[at + 1 :], token.end, verb) else -1
        if token.kinds & GUARD:
            break
    return -1


def _is_issued(actor: Slot) -> bool:
    """Do all documents of the citation bear numbers, their own or one that everybody knows ("Luật Đất đai 2024")?"""
    return bool(actor.documents) and all(d.code is not None and not d.provisional for d in actor.documents)
