"""A class of documents that a document named first ends, and its members behind: "Có 03 thông tư bị bãi bỏ theo [A],
gồm: [B], [C]", "Những văn bản sau hết hiệu lực khi [A] có hiệu lực: [B]; [C]". A ends B and C."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations.lexicon import (
    AGENT,
    CUE,
    DRAFT,
    FOLLOWING,
    PASSIVE,
    PIN,
    POST,
    QUANT,
    SIGN,
    TOLD,
    TYPE,
    Token,
)
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_WEIGHT = 0.9
_NEAR = 120  # from the document to the first member
_ENDS = frozenset(("replaces", "repeals"))


def may_open(walk: Walk, start: int, slot: Slot) -> bool:
    """Might the citation be the first member of such a class? A cheap look at what stands before it."""
    if slot.start - start > _NEAR or not any(t.kinds & (POST | PASSIVE) for t in walk.placed):
        return False
    words = walk.context.flat[start : slot.start]
    return ":" in words or any(
        t.kinds & FOLLOWING
        for t in walk.context.lexicon.tokens(walk.context.flat, walk.context.text, start, slot.start)
    )


def opens(walk: Walk, slot: Slot) -> bool:
    """Is the citation the first member of such a class? True if it is placed."""
    governor = _governor(walk)
    if governor is None or slot.same_as(governor.subjects[0]):
        return False
    slot.listed = True
    walk.state.stack = []
    walk.set(governor, slot)
    return True


def introduced(walk: Walk) -> Governor | None:
    """The governor of the items below a unit that ends with such a class."""
    return _governor(walk)


def _governor(walk: Walk) -> Governor | None:
    state, flat = walk.state, walk.context.flat
    head, since = state.head, state.since
    if head is None or state.clause != [head] or not lists(since):
        return None
    placed = walk.placed
    at = next((n for n, t in enumerate(placed) if t.kinds & (POST | PASSIVE)), -1)
    if at < 0 or not any(t.kinds & TYPE for t in placed[:at]) or any(t.kinds & (CUE | DRAFT) for t in placed[:at]):
        return None
    if any(t.words in word_set("negation") for t in placed[:at]):
        return None
    verb = placed[at]
    cue = verb.cue if verb.cue is not None and verb.cue.predicate in _ENDS else walk.context.lexicon.post(verb)
    if cue is None or cue.predicate not in _ENDS or not _leads(flat, placed[at + 1 :], since, verb.end, head):
        return None
    token = Token(CUE, verb.words, verb.start, verb.end, cue)
    return Governor(cue.predicate, token, cue.confidence * _WEIGHT, "list", (head,), base=True)


def lists(since: Sequence[Token]) -> bool:
    """Do the words behind a document lead to a list and to nothing else?"""
    leads = any(t.kinds & FOLLOWING or (t.kinds & SIGN and t.words == ":") for t in since)
    return leads and all(t.kinds & (TOLD | QUANT | TYPE | FOLLOWING) or t.words in (",", ":") for t in since)


def _leads(flat: str, way: Sequence[Token], since: Sequence[Token], start: int, head: Slot) -> bool:
    """Do the words behind the verb say that the document is what ends them ("bởi", "theo", "khi … có hiệu lực")?"""
    words = flat[start : head.start].split()
    if any(t.kinds & TOLD for t in since):
        return " ".join(words) in word_set("since-opening")
    led = [t for t in way if not t.kinds & (QUANT | PIN)]
    return len(led) == 1 and (bool(led[0].kinds & AGENT) or led[0].words in word_set("according") | word_set("at"))
