"""What an opening leads to: "Thực hiện [A], Tỉnh ủy đã ban hành [B]" says that B carries A out, "Thay thế [A], [B] có
nhiều điểm mới" that B replaces A.

The opening is an adjunct: behind A and its title stands a comma, and behind the comma whoever issues B. Where a
verb follows A ("Thực hiện A có thể gặp khó khăn, do đó …") it is the subject of a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.relations import actors
from graph.relations.authority import VALIDITY, can_end, surely_before
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.lexicon import (
    ACTOR,
    CUE,
    FINITE,
    FOLLOWING,
    GUARD,
    ISSUE,
    JOIN,
    LEAD,
    PASSIVE,
    PIN,
    POST,
    QUANT,
    SIGN,
    STOP,
    THIS,
    TITLE,
    TYPE,
    Token,
)
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import spaced, word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_FEW = 3  # words between the verb and what is issued
_BEFORE = 200  # … before the first of several
_APART = ACTOR | FINITE | STOP | PASSIVE | POST | THIS | GUARD
_NEXT = 20  # code points in which the next word stands
_QUOTES = ("“", "”", '"')


@cache
def _predicating() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('predicating')})(?!\w)")


def opens(flat: str, before: Sequence[Token], floor: int, cue: Token) -> bool:
    """May "Thực hiện [A]" (its verb is `cue`, the clause begins at `floor`) be the adjunct of a document that follows?
    Not "việc thực hiện [A]", "2 năm thực hiện [A]" and "Ngoài [A]", "Thay vì thực hiện [A]"; "Thực hiện chỉ đạo về việc
    triển khai [A]" does."""
    if cue.cue is not None and cue.cue.position == "report":
        return False
    words = flat[floor : cue.start].split()
    carries = any(t.cue is not None and t.kinds & CUE and t.cue.predicate == "implements" for t in before)
    if words and not carries and words[-1] in word_set("nominalising") | word_set("year"):
        return False
    return not any(" ".join(words[:n]) in word_set("beside-it") for n in (1, 2))


def issues(walk: Walk, end: int, opening: Governor, slot: Slot | None = None) -> bool:
    """ "…, Tỉnh ủy đã ban hành [Kế hoạch]", "… các văn bản sau:": does the clause say that the document at `end` is
    issued? The comma may stand before a day that looks like the date of what is carried out ("Thực hiện [Luật số …],
    ngày 01/3/2024 Bộ đã ban hành …")."""
    since, flat, head = walk.state.since, walk.context.flat, walk.state.head
    dated = head is not None and "," in flat[head.end : walk.tail(head)]
    if not dated and not any(t.words == "," for t in since):
        return False
    at = _verb(since)
    if at < 0:
        named = slot is not None and opening.predicate != "based_on" and _is_had(flat, head, slot)
        return named and not (head is not None and (_is_subject(walk, head, since) or _follows_from(flat, since)))
    token, before = since[at], since[:at]
    if head is not None and (_is_subject(walk, head, before) or _follows_from(flat, since)):
        return False
    if token.kinds & ISSUE:
        if opening.predicate == "based_on" and token.words not in word_set("promulgating"):
            return False
        listed = any(t.kinds & FOLLOWING or t.words == ":" for t in since[at + 1 :])
        known = since[at + 1 :] if listed else ()
        return unknown_words(flat, known, token.end, end) <= _FEW and _is_done(flat, before, token)
    return opening.predicate != "based_on" and actors.is_there(flat, end)


def _is_had(flat: str, head: Slot | None, slot: Slot) -> bool:
    """ "…, ngày 10/9/2020 Ban Tuyên giáo Trung ương có [Hướng dẫn]": does the body that issued a document stand behind
    the comma as the one that has it, with no more than a day before it? Any body does, one that no table of words has,
    too."""
    issuer = slot.documents[0].issuer
    comma = flat.rfind(",", head.end, slot.start) if head else -1
    if not issuer or comma < 0 or not actors.is_there(flat, slot.start):
        return False
    said = flat[comma + 1 : slot.start].split()
    while said and said[-1] in word_set("standing") | word_set("done"):
        said.pop()
    words = issuer.lower().split()
    if said[-len(words) :] != words:
        return False
    units = word_set("day") | word_set("month") | word_set("year")
    return all(word[0].isdigit() or word in units for word in said[: -len(words)])


def _verb(since: Sequence[Token]) -> int:
    """Index of the verb of issuing, or of the body, before which nothing but the class of what follows stands ("03 nghị
    định, gồm:"); -1 if something else does."""
    listed = False
    for at in range(len(since) - 1, -1, -1):
        token = since[at]
        if token.kinds & (ISSUE | ACTOR):
            return at
        if token.kinds & FOLLOWING or token.words == ":":
            listed = True
        elif not token.kinds & (QUANT | TYPE) and not (listed and token.words == ","):
            return -1
    return -1


def introduced(walk: Walk, end: int) -> Governor | None:
    """The governor of the items below "Thực hiện [A], Chính phủ đã ban hành các văn bản sau:", whose unit ends at
    `end`; None for another introduction."""
    opening = next((g for g in walk.state.stack if g.fronted), None)
    if opening is None or walk.state.head is not opening.last or not issues(walk, end, opening):
        return None
    return issued(opening)


def opens_as_purpose(flat: str, before: Sequence[Token], floor: int, cue: Token) -> bool:
    """ "Để thay thế [A], Bộ Tài chính ban hành [B]", "Nhằm hướng dẫn [A], …": does the clause open with a purpose?"""
    if len(before) != 1 or before[0].words not in word_set("purpose"):
        return False
    return not words_between(flat, floor, before[0].start) and adjacent(flat, before[0].end, cue.start)


def await_change(walk: Walk, governor: Governor) -> None:
    """ "Thay thế [A], …": in a text that changes nothing itself, another document may follow that does so."""
    if walk.context.silent or not can_end(walk.context.own):
        governor.fronted, governor.base = [], True


def answers(walk: Walk, slot: Slot) -> bool:
    """ "Thay thế [A], [B] có nhiều điểm mới": does the citation behind the comma act on the one that the clause opens
    with? It is of the same kind and younger, and something is said of it. True if it is placed."""
    state, context = walk.state, walk.context
    opening = state.stack[-1] if state.stack else None
    comma = state.since[-1] if state.since else None
    if opening is None or not opening.fronted or opening.predicate not in VALIDITY or opening.last is not state.head:
        return False
    if comma is None or comma.words != "," or set(context.flat[comma.end : slot.start].split()) - word_set("number"):
        return False
    for earlier in opening.fronted:
        if earlier.kind != slot.kind or not surely_before(earlier.documents[0], slot.documents[0]):
            return False
    tail = max(context.tail(slot), slot.end)
    if word_set("telling").isdisjoint(context.flat[tail : tail + _NEXT].split()[:1]):
        return False
    state.stack = []
    walk.set(issued(opening), slot, stated=False)
    return True


def used_for(walk: Walk, before: Sequence[Token]) -> bool:
    """ "Căn cứ [B], [C] để thực hiện [A]", "sử dụng [B] để …": is it what somebody uses a document for that follows, no
    purpose of its own? `before` are the tokens behind the last of the documents."""
    purpose = next((t for t in before if t.words != ","), None)
    group = walk.state.group
    if purpose is None or purpose.words not in word_set("purpose") or not group:
        return False
    context, first = walk.context, walk.state.sentence[0] if walk.state.sentence else group[0]
    if first is not group[0] and _is_issued(walk, first, group[0]):
        return False  # "Trên cơ sở [B], Sở ban hành [C] để thực hiện [A]"
    start = max(walk.state.opened, first.start - _BEFORE)
    led = context.lexicon.tokens(context.flat, context.text, start, first.start)
    if led and (led[-1].kinds & STOP or (led[-1].cue is not None and led[-1].cue.position == "preamble")):
        return not words_between(context.flat, led[-1].end, first.start)
    return context.flat[start : first.start].rstrip().endswith(tuple(f" {words}" for words in word_set("using")))


def _is_issued(walk: Walk, earlier: Slot, slot: Slot) -> bool:
    """Does a body issue the citation, in a clause behind the comma that follows an earlier one?"""
    context = walk.context
    led = context.lexicon.tokens(context.flat, context.text, context.tail(earlier), slot.start)
    at = _verb(led)
    return at >= 0 and bool(led[at].kinds & ISSUE) and any(t.kinds & ACTOR for t in led[:at])


def issued_for(walk: Walk, head: Slot, before: Sequence[Token], slot: Slot) -> tuple[Slot, ...]:
    """All that is issued for one purpose: "Chính phủ đã ban hành [B], [C] và [D] để thực hiện [A]". `head` is the last
    of them, `before` the tokens between it and the verb that says what for; empty where it is `head` alone."""
    purpose = next((t for t in before if t.words != ","), None)
    if purpose is None or purpose.words not in word_set("purpose"):
        return ()
    context, sentence = walk.context, walk.state.sentence
    members = [head]
    for earlier in reversed(sentence[:-1] if sentence and sentence[-1] is head else sentence):
        later = members[0]
        way = context.lexicon.tokens(context.flat, context.text, context.tail(earlier), later.start)
        if not actors.shares(earlier, later, "implements", slot) or any(t.kinds & _APART for t in way):
            break
        members.insert(0, earlier)
    start = max(walk.state.opened, members[0].start - _BEFORE)
    led = context.lexicon.tokens(context.flat, context.text, start, members[0].start)
    at = _verb(led)
    if len(members) == 1 or at < 0 or not led[at].kinds & ISSUE or not _is_done(context.flat, led[:at], led[at]):
        return ()
    return tuple(members)


def issued(opening: Governor) -> Governor:
    """The governor of what is issued: it carries out, or is based on, what `opening` and those joined to it name."""
    also = opening.also if opening.also is not None and opening.also.fronted else None
    return Governor(
        opening.predicate,
        opening.cue,
        0.8,
        "fronted",
        tuple(opening.fronted or ()),
        base=True,
        passive=True,
        also=issued(also) if also is not None else None,
    )


def _is_done(flat: str, before: Sequence[Token], issue: Token) -> bool:
    """Does a body issue it, and not only mean to ("sẽ ban hành")? Whoever sends a letter may be anybody."""
    clause = before[max((at for at, t in enumerate(before) if t.kinds & SIGN), default=-1) + 1 :]
    last = clause[-1] if clause else None
    meant = last is not None and (last.kinds & GUARD or last.words in word_set("intended"))
    if last is not None and meant and words_between(flat, last.end, issue.start) <= 1:
        return False
    return issue.words not in word_set("sending") or any(t.kinds & ACTOR for t in clause)


def _is_subject(walk: Walk, head: Slot, before: Sequence[Token]) -> bool:
    """Does a verb follow the document and its attributes ("Thực hiện [A] còn nhiều hạn chế, …")? `before` are the
    tokens before the verb of issuing."""
    since, flat, tail = walk.state.since, walk.context.flat, walk.tail(head)
    commas = [t.start for t in before if t.words == "," and t.kinds & SIGN]
    if not commas:
        return False
    acting = next((t.start for t in reversed(before) if t.kinds & ACTOR), commas[-1] + 1)
    if _predicating().search(flat, tail, max((comma for comma in commas if comma < acting), default=tail)):
        return True
    first = since[0]
    if not words_between(flat, tail, first.start) and (
        first.words == "," or first.kinds & (TITLE | LEAD | JOIN) or first.words in _QUOTES or _changes(first)
    ):
        return False
    word = flat[tail : commas[0]].split()[0]
    return word not in word_set("period") and not word[0].isdigit()


def _changes(token: Token) -> bool:
    """Does the verb say what a document does ("Thực hiện [A] bổ sung thẩm quyền …, Bộ ban hành [B]"), and begin its
    title?"""
    cue = token.cue
    return cue is not None and cue.predicate in VALIDITY and cue.position == "active"


def in_its_title(walk: Walk, at: int, slot: Slot) -> bool:
    """Does the verb `at` stand in the title of what an opening "Thực hiện [A] bổ sung …, Bộ ban hành [B]" names? Behind
    the comma a body issues the next document, which the verb does not reach."""
    since = walk.state.since
    if not _changes(since[at]) or not any(t.words == "," and t.kinds & SIGN for t in since[at + 1 :]):
        return False
    opening = next((g for g in walk.state.stack if g.fronted), None)
    if opening is None or walk.state.head is not opening.last:
        return False
    return any(t.kinds & ACTOR for t in since[at + 1 :]) and issues(walk, slot.start, opening)


def _follows_from(flat: str, since: Sequence[Token]) -> bool:
    """ "…, do đó UBND tỉnh ban hành [B]": is it why B is issued that stands before the comma?"""
    for token in since:
        if token.words == "," and token.kinds & SIGN:
            words = flat[token.end : token.end + 30].split()
            if any(" ".join(words[:n]).rstrip(",") in word_set("consequence") for n in (1, 2)):
                return True
    return False


def _parts(since: Sequence[Token], at: int) -> bool:
    """Does a sign, or "và" before a body, part two clauses?"""
    if since[at].kinds & SIGN:
        return True
    following = since[at + 1] if at + 1 < len(since) else None
    return since[at].words in word_set("and") and following is not None and bool(following.kinds & ACTOR)


def issues_too(walk: Walk, slot: Slot) -> bool:
    """ "Thực hiện A, Chính phủ đã ban hành B[;] Bộ Y tế đã ban hành [C]": does another body issue a document as well,
    in a clause that says nothing else?"""
    since, flat = walk.state.since, walk.context.flat
    comma = next((at for at in range(len(since) - 1, -1, -1) if _parts(since, at)), -1)
    if comma < 0 and not (walk.state.closed and walk.state.head is None):
        return False
    clause = since[comma + 1 :]
    if (
        (comma >= 0 and since[comma].kinds & SIGN and since[comma].words != ",")
        or not clause
        or not clause[0].kinds & ACTOR
    ):
        return False
    start = since[comma].end if comma >= 0 else walk.state.floor
    issue = next((t for t in reversed(clause) if not t.kinds & (QUANT | TYPE)), clause[0])
    if not issue.kinds & ISSUE or words_between(flat, start, clause[0].start):
        return False
    other = CUE | STOP | THIS | PIN | PASSIVE
    return words_between(flat, issue.end, slot.start) <= 3 and not any(
        t.kinds & other and not t.kinds & ISSUE for t in clause
    )
