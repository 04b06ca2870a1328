"""What an opening leads to: "Thực hiện [A], Tỉnh ủy đã ban hành [B]" says that B carries A out.

The opening is an adjunct: behind A and its title stands a comma, and behind the comma whoever issues B. Where a
verb follows A ("Thực hiện A có thể gặp khó khăn, do đó …") it is the subject of a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.relations import actors
from graph.relations.counting import words_between
from graph.relations.lexicon import (
    ACTOR,
    CUE,
    GUARD,
    ISSUE,
    JOIN,
    LEAD,
    PASSIVE,
    PIN,
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
_QUOTES = ("“", "”", '"')


@cache
def _predicating() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('predicating')})(?!\w)")


def opens(flat: str, before: Sequence[Token], floor: int, cue: Token) -> bool:
    """May "Thực hiện [A]" (its verb is `cue`, the clause begins at `floor`) be the adjunct of a document that follows?
    Not "việc thực hiện [A]", "2 năm thực hiện [A]" and "Ngoài [A]", "Thay vì thực hiện [A]"."""
    if cue.cue is not None and cue.cue.position == "report":
        return False
    words = flat[floor : cue.start].split()
    if words and words[-1] in word_set("nominalising") | word_set("year"):
        return False
    return not any(" ".join(words[:n]) in word_set("beside-it") for n in (1, 2))


def issues(walk: Walk, slot: Slot, opening: Governor) -> bool:
    """ "…, Tỉnh ủy đã ban hành [Kế hoạch]": the clause says that a document is issued. The comma may stand before a day
    that looks like the date of what is carried out ("Thực hiện [Luật số …], ngày 01/3/2024 Bộ đã ban hành …")."""
    since, flat, head = walk.state.since, walk.context.flat, walk.state.head
    dated = head is not None and "," in flat[head.end : walk.tail(head)]
    if not dated and not any(t.words == "," for t in since):
        return False
    if head is not None and (_is_subject(walk, head) or _follows_from(flat, since)):
        return False
    for at in range(len(since) - 1, -1, -1):
        token = since[at]
        if token.kinds & ISSUE:
            if opening.predicate == "based_on" and token.words not in word_set("promulgating"):
                return False
            return words_between(flat, token.end, slot.start) <= _FEW and _is_done(flat, since[:at], token)
        if token.kinds & ACTOR and actors.is_there(flat, slot.start):
            return opening.predicate != "based_on"
        if not token.kinds & (QUANT | TYPE) and token.words != ":":
            return False
    return False


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


def _is_subject(walk: Walk, head: Slot) -> bool:
    """Does a verb follow the document and its attributes ("Thực hiện [A] còn nhiều hạn chế, …")?"""
    since, flat, tail = walk.state.since, walk.context.flat, walk.tail(head)
    commas = [t.start for t in since if t.words == "," and t.kinds & SIGN]
    if not commas:
        return False
    if _predicating().search(flat, tail, commas[-1]):
        return True
    first = since[0]
    if not words_between(flat, tail, first.start) and (
        first.words == "," or first.kinds & (TITLE | LEAD | JOIN) or first.words in _QUOTES
    ):
        return False
    word = flat[tail : commas[0]].split()[0]
    return word not in word_set("period") and not word[0].isdigit()


def _follows_from(flat: str, since: Sequence[Token]) -> bool:
    """ "…, do đó UBND tỉnh ban hành [B]": is it why B is issued that stands before the comma?"""
    for token in since:
        if token.words == "," and token.kinds & SIGN:
            words = flat[token.end : token.end + 30].split()
            if any(" ".join(words[:n]).rstrip(",") in word_set("consequence") for n in (1, 2)):
                return True
    return False


def issues_too(walk: Walk, slot: Slot) -> bool:
    """ "Thực hiện A, Chính phủ đã ban hành B[;] Bộ Y tế đã ban hành [C]": does another body issue a document as well,
    in a clause that says nothing else?"""
    since, flat = walk.state.since, walk.context.flat
    comma = next((at for at in range(len(since) - 1, -1, -1) if since[at].kinds & SIGN), -1)
    if comma < 0 and not (walk.state.closed and walk.state.head is None):
        return False
    clause = since[comma + 1 :]
    if (comma >= 0 and since[comma].words != ",") or not clause or not clause[0].kinds & ACTOR:
        return False
    start = since[comma].end if comma >= 0 else walk.state.floor
    issue = next((t for t in reversed(clause) if not t.kinds & (QUANT | TYPE)), clause[0])
    if not issue.kinds & ISSUE or words_between(flat, start, clause[0].start):
        return False
    other = CUE | STOP | THIS | PIN | PASSIVE
    return words_between(flat, issue.end, slot.start) <= 3 and not any(
        t.kinds & other and not t.kinds & ISSUE for t in clause
    )
