"""What is issued to carry out what its sentence opens with: "Trên cơ sở [A], Sở Nội vụ đã ban hành [B] để triển khai".
The purpose has no object of its own: it is A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.relations import circumstances, fronted, subjects
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import CUE, JOIN, SIGN, TITLE, VERB, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_BEHIND = 200  # code points behind a document in which what it is for is said
_FEW = 3  # words between what opens the sentence and its document
_CONFIDENCE = 0.8


def may_open(walk: Walk, start: int, slot: Slot) -> bool:
    """A cheap look: does a purpose follow the second document of a clause, behind a comma?"""
    state, flat = walk.state, walk.context.flat
    if state.head is None or state.clause != [state.head] or "," not in flat[start : slot.start]:
        return False
    return any(f" {word} " in flat[slot.end : slot.end + _BEHIND] for word in word_set("purpose"))


def opens(walk: Walk, slot: Slot) -> bool:
    """Is the citation issued to carry out the one that its sentence opens with? True if it is placed."""
    state, context = walk.state, walk.context
    head = state.head
    if head is None or state.clause != [head] or walk.frames or any(g.predicate for g in state.stack):
        return False
    floor = subjects.clause_floor(walk)
    led = circumstances.opener(context.flat, floor, head.start)
    if not led or words_between(context.flat, floor, head.start) > len(led.split()) + _FEW:
        return False
    purpose = _purpose(walk, slot)
    governor = Governor("implements", purpose, _CONFIDENCE, "fronted", (head,), base=True, passive=True)
    if purpose is None or not fronted.issues(walk, slot.start, governor, slot):
        return False
    walk.set(governor, slot)
    return True


def _purpose(walk: Walk, slot: Slot) -> Token | None:
    """The verb of "để triển khai", "nhằm tổ chức thực hiện" behind a document and its title, with nothing behind it."""
    context, flat = walk.context, walk.context.flat
    tail = max(context.tail(slot), slot.end)
    end = min(context.outline.at(slot.start).end, tail + _BEHIND)
    cited = context.between(slot.end, end)[:1]
    end = cited[0].start if cited else end
    tokens = context.lexicon.tokens(flat, context.text, tail, end)
    at = next((n for n, t in enumerate(tokens) if t.words in word_set("purpose")), -1)
    if at < 0 or (words_between(flat, tail, tokens[at].start) and not tokens[0].kinds & TITLE):
        return None
    if any(t.kinds & SIGN for t in tokens[:at]):
        return None
    behind, verb = tokens[at].end, None
    for token in tokens[at + 1 :]:
        if not adjacent(flat, behind, token.start):
            return None
        if token.kinds & SIGN and token.words in ".;":
            return verb
        served = token.kinds & CUE and token.cue is not None and token.cue.predicate == "implements"
        if not served and not token.kinds & (JOIN | VERB) and token.words != ",":
            return None
        verb = token if served else verb
        behind = token.end
    return verb if not words_between(flat, behind, end) and not cited else None
