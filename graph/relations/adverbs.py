"""Words right before a verb that say how or when something is done ("đã chính thức thay thế", "và cũng bãi bỏ"). No
table has them all: what is in no table is neutral, as long as the words are few and name no authority."""

from __future__ import annotations

from collections.abc import Sequence

from graph.relations.counting import words_between
from graph.relations.lexicon import FINITE, FOLLOWING, JOIN, NEUTRAL, OPENER, TITLE, VERB, Token
from graph.relations.words import word_set

_MOST = 4
_KINDS = OPENER | JOIN | TITLE | NEUTRAL | FOLLOWING | VERB


def are(flat: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Are the words between two offsets, among them `tokens`, such words, or none?"""
    if any(t.kinds & ~_KINDS for t in tokens) or words_between(flat, start, end) > _MOST:
        return False
    return word_set("small-authority").isdisjoint(flat[start:end].split())


def mark_of_tense(flat: str, before: Sequence[Token], verb: int) -> int:
    """The index of the mark of tense before the verb, with adverbs between or none ("đã thay thế", "đã chính thức thay
    thế", "vừa một lần nữa thay thế"); -1 where there is none."""
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        if token.kinds & FINITE and " " not in token.words:
            return at if are(flat, before[at + 1 :], token.end, verb) else -1
        if token.kinds & ~_KINDS:
            break
    return -1


def link(flat: str, before: Sequence[Token], verb: int) -> int:
    """The index of the last token before a verb and its adverbs ("…, có hiệu lực từ …, [và] cũng thay thế"): of a word
    that joins, or of what is no adverb; -1 where other words stand between."""
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        last = at == len(before) - 1
        joins = token.kinds & JOIN and (last or token.words in word_set("and"))
        leads = token.words in word_set("purpose") or token.words in word_set("future")  # "… để thay thế"
        if joins or leads or token.kinds & ~_KINDS:
            return at if are(flat, before[at + 1 :], token.end, verb) else -1
    return -1
