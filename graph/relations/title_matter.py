"""Titles of cited papers that speak of proposals and appraisals: "Thông tư số 30/2031/TT-BTC về thẩm định giá thay thế
[A]".

Such words bar a relation elsewhere (what is proposed is not done); in the title of a paper that lays down rules they
are its matter. What is proposed may itself stand before the verb ("về đề nghị ban hành nghị quyết thay thế [A]"), so
that only what can be read in one way counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.relations.authority import VALIDITY, is_normative
from graph.relations.counting import adjacent, unknown_words
from graph.relations.lexicon import ACTOR, CUE, DRAFT, ISSUE, JOIN, THIS, TITLE, TYPE, VERB, Token
from graph.relations.slots import Context, Slot
from graph.relations.words import word_set

# "[A] … (sau đây gọi là Thông tư 03) thay thế …": the bracket with its number closes the title
_CLOSED = re.compile(r"\([^()]{0,80}[0-9][^()]{0,80}\)[\s*_,]*\Z")
_REACH = 180
_OPEN = ACTOR | THIS
_PROPOSED = ACTOR | THIS | TYPE | CUE | VERB | ISSUE | JOIN


def is_matter(context: Context, predicate: str, head: Slot, before: Sequence[Token], cue: Token) -> bool:
    """Whether the words of proposals among the tokens `before` a `cue` are the matter of the title of `head`."""
    if predicate not in VALIDITY or not before or not before[0].kinds & (TITLE | CUE):
        return False
    if not head.documents or not all(map(is_normative, head.documents)):
        return False
    flat = context.flat
    if not adjacent(flat, max(context.tail(head), head.end), before[0].start):
        return False
    drafts = [at for at, token in enumerate(before) if token.kinds & DRAFT]
    behind = before[drafts[-1] + 1 :]
    if any(token.kinds & _OPEN and not token.kinds & DRAFT for token in before):
        return False
    if _CLOSED.search(context.text, max(0, cue.start - _REACH), cue.start):
        return True
    if predicate != "replaces" or any(token.kinds & _PROPOSED for token in behind):
        return False
    if not all(_of_a_procedure(flat, before[at]) for at in drafts):
        return False
    return unknown_words(flat, behind, before[drafts[-1]].end, cue.start) > 0


def _of_a_procedure(flat: str, token: Token) -> bool:
    """ "thẩm định giá", "thủ tục đề nghị …": what is ruled on, and no proposal of the paper itself."""
    if token.words in word_set("examining"):
        return True
    led = flat[max(0, token.start - 24) : token.start].rstrip()
    return led.endswith(tuple(f" {words}" for words in word_set("procedure")))
