"""Sentences that open with the document which says what becomes of others: "Theo khoản 2 Điều 40 [A], [B] và [C] hết
hiệu lực", "Kể từ ngày [A] có hiệu lực, các nghị định sau hết hiệu lực: [B]; [C]". It is A that ends B and C."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import circumstances
from graph.relations import lexicon as lex
from graph.relations.authority import surely_before
from graph.relations.counting import unknown_words, words_between
from graph.relations.lexicon import CUE, Cue, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_WEIGHT = 0.9
_ENDS = frozenset(("replaces", "repeals"))
_APART = lex.CUE | lex.PASSIVE | lex.POST | lex.STOP | lex.THIS | lex.GUARD | lex.DRAFT | lex.CONDITION
_CLASS = lex.QUANT | lex.TYPE | lex.FOLLOWING
_WHEN = 8  # words of a day behind the verb ("kể từ ngày 01 tháng 6 năm 2020")
_FEW = 1  # words before the first document behind the adjunct
_AHEAD = 400  # code points to the first item below


def of_documents(walk: Walk, slots: Sequence[Slot]) -> Slot | None:
    """The document that the sentence of `slots` opens with and that ends the others: as the rule that they end by, one
    of their kind; as the one whose force ends them ("Kể từ ngày [A] có hiệu lực, …"), any."""
    if len(slots) < 2:
        return None
    first, following = slots[0], slots[1]
    opening = _opening(walk, first)
    if not opening:
        return None
    behind = _behind(walk, first, following.start, since=opening == "since")
    if behind is None or (opening == "rule" and words_between(walk.context.flat, behind, following.start) > _FEW):
        return None
    return first if opening == "since" or _alike(first, slots[1:]) else None


def by_rule(walk: Walk, slots: Sequence[Slot]) -> bool:
    """Is it as the rule that they end by that the sentence opens with the first of `slots`?"""
    return _opening(walk, slots[0]) == "rule"


def opens(walk: Walk, slot: Slot) -> bool:
    """Is the citation the first member of a class of documents that ends so? True if it is placed."""
    governor = _of_a_class(walk, slot)
    if governor is None:
        return False
    slot.listed = True
    walk.state.stack = []
    walk.set(governor, slot)
    return True


def introduced(walk: Walk, end: int) -> Governor | None:
    """The governor of the items below a unit that ends at `end` and with such a class."""
    below = walk.context.between(end, end + _AHEAD)
    return _of_a_class(walk, below[0]) if below else None


def _of_a_class(walk: Walk, slot: Slot) -> Governor | None:
    state, flat = walk.state, walk.context.flat
    head = state.head
    if head is None or state.clause != [head] or walk.frames or not state.since or slot.same_as(head):
        return None
    at = next((n for n, t in enumerate(state.since) if t.kinds & (lex.POST | lex.PASSIVE)), -1)
    if at < 0:
        return None
    verb, way = state.since[at], state.since[at + 1 :]
    cue = _ending(walk, verb)
    opening = _opening(walk, head)
    if cue is None or not opening:
        return None
    behind = _behind(walk, head, verb.start, since=opening == "since")
    if behind is None:
        return None
    said = [t for t in state.since[:at] if t.start >= behind]
    while said and said[-1].words in word_set("future"):
        said.pop()
    known = any(t.kinds & lex.TYPE for t in said) and any(t.kinds & (lex.QUANT | lex.FOLLOWING) for t in (*said, *way))
    if not known or any(not t.kinds & _CLASS for t in said) or unknown_words(flat, said, behind, verb.start) > _FEW + 1:
        return None
    if not _lists(flat, way, verb.end, slot.start) or (opening == "rule" and not _alike(head, [slot])):
        return None
    token = Token(CUE, verb.words, verb.start, verb.end, cue)
    return Governor(cue.predicate, token, cue.confidence * _WEIGHT, "list", (head,), base=True)


def _ending(walk: Walk, verb: Token) -> Cue | None:
    cue = verb.cue if verb.cue is not None and verb.cue.predicate in _ENDS else walk.context.lexicon.post(verb)
    return cue if cue is not None and cue.predicate in _ENDS and cue.confidence >= lex.STRONG else None


def _opening(walk: Walk, first: Slot) -> str:
    """How the words that lead to the first document open the sentence: ``rule`` ("Theo quy định tại Điều 30 [A]"),
    ``since`` ("Kể từ ngày [A]", "Từ ngày 01/6/2020, khi [A]"), empty where they do not."""
    context, opened = walk.context, walk.state.opened
    led = context.lexicon.tokens(context.flat, context.text, opened, first.start)
    pins = [t for t in led if t.kinds & lex.PIN]
    before = context.flat[opened : pins[0].start if pins else first.start].strip(" *_|")
    day, comma, behind = before.rpartition(",")
    if comma and circumstances.names_a_day(day.split()):
        said = " ".join(behind.split())
        return "since" if not pins and said in word_set("since-opening") | word_set("day") else ""
    said = " ".join(before.split())
    if said in word_set("since-opening"):
        return "" if pins else "since"
    return "rule" if _refers(said) else ""


def _refers(said: str) -> bool:
    """Do the words before a document, or before its provision, say that the rest is read in it ("Theo", "Theo quy định
    tại")?"""
    ruled = next((words for words in word_set("as-ruled") if said.startswith(words)), None)
    if ruled is not None:
        return said[len(ruled) :].strip() in word_set("at") | word_set("owner") | {""}
    return said in word_set("according")


def _behind(walk: Walk, first: Slot, end: int, *, since: bool) -> int | None:
    """Where the sentence goes on behind the adjunct of the first document: behind the comma, or "thì", that follows its
    title and, for the one whose force counts, the words of its force. None where something else is said of it."""
    context, flat = walk.context, walk.context.flat
    tail = context.tail(first)
    tokens = context.lexicon.tokens(flat, context.text, tail, end)
    at = 0
    if tokens and tokens[0].kinds & lex.TITLE and not words_between(flat, tail, tokens[0].start):
        at = next((n for n, t in enumerate(tokens) if t.kinds & (lex.TOLD | lex.SIGN | lex.FINITE)), len(tokens))
        if any(t.kinds & _APART and not t.kinds & (lex.TITLE | lex.NEUTRAL) for t in tokens[:at]):
            return None
        tail = tokens[at].start if at < len(tokens) else end
    if since:
        if at >= len(tokens) or not tokens[at].kinds & lex.TOLD or words_between(flat, tail, tokens[at].start):
            return None
        tail = tokens[at].end
        at += 1
        while at < len(tokens) and tokens[at].kinds & lex.OPENER:
            at += 1
    parting = tokens[at] if at < len(tokens) else None
    if parting is None or not (parting.words == "," or parting.words in word_set("then")):
        return None
    said = flat[tail : parting.start].split()
    if said and not (since and circumstances.names_a_day(said)):
        return None
    return _behind_a_day(flat, parting.end, end)


def _behind_a_day(flat: str, start: int, end: int) -> int:
    """Where the words go on behind a day and its comma ("[A], kể từ ngày 01/7/2025, [B]"); `start` where they open with
    none."""
    day, comma, _ = flat[start:end].partition(",")
    if comma and circumstances.names_a_day(day.split()):
        return start + len(day) + 1
    return end if circumstances.names_a_day(flat[start:end].split()) else start


def _lists(flat: str, way: Sequence[Token], start: int, end: int) -> bool:
    """Do the words behind the verb lead to a list and to nothing else, but for the day?"""
    leads = [t for t in way if t.kinds & lex.FOLLOWING or t.words == ":"]
    if not leads or any(not t.kinds & (_CLASS | lex.OPENER) and t.words not in (",", ":") for t in way):
        return False
    when = flat[start : leads[0].start].replace(",", " ").split()
    return (not when or (len(when) <= _WHEN and circumstances.names_a_day(when))) and words_between(
        flat, leads[-1].end, end
    ) <= _FEW


def _alike(first: Slot, others: Sequence[Slot]) -> bool:
    """Are the others papers of the first one's kind, none younger? A law on laws tells when decrees end, and ends
    none."""
    return all(
        other.kind == first.kind
        and not other.same_as(first)
        and not surely_before(first.documents[0], other.documents[0])
        for other in others
    )
