"""What a clause does not state though it has subject, verb and object: a question, a supposition, an opinion; and what
it leaves in force of what it ends."""

from __future__ import annotations

import re
from functools import cache

from graph.relations.counting import adjacent
from graph.relations.lexicon import CONDITION, JOIN, LEAD, PART, PIN, QUANT, THIS, Token
from graph.relations.slots import Context, Slot
from graph.relations.words import spaced

_OPENING = 40  # before the subject
_SENTENCE = 300  # behind the object
_NEAR = 60


@cache
def _supposed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('supposed')})[ “\"]*$")


@cache
def _open() -> re.Pattern[str]:
    """Behind the object: "… hay không", "… chưa?", "… là không đúng", "… hay tồn tại song song"."""
    no, other = spaced("negation"), spaced("alternative")
    return re.compile(
        rf"[ “”\"]*(?:(?:(?:{other}) +)?(?:{no}) *(?:[?.;,:!]|$)|(?:{spaced('being')}) +(?:{no})\b|{other}\b)"
    )


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('asking')}) *$")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[?]|[.;!](?=\s|$)")


@cache
def _except() -> re.Pattern[str]:
    return re.compile(rf"[,(] *(?:{spaced('except')})(?!\w)")


@cache
def _unchanged() -> re.Pattern[str]:
    return re.compile(rf" *(?<!\w)(?:{spaced('unchanged')})(?!\w)")


@cache
def _own_provision() -> re.Pattern[str]:
    """ "… [khoản 3] Điều này"."""
    return re.compile(rf" *(?:{spaced('provision')}) +(?:{spaced('this')})(?!\w)")


def unreal(context: Context, head: Slot, cue: Token, slot: Slot) -> bool:
    """Is it only asked, supposed or thought that `head` does to `slot` (or has done to it) what `cue` says?"""
    flat = context.flat
    unit = context.outline.at(head.start)
    if _supposed().search(flat[max(unit.body, head.start - _OPENING) : head.start]):
        return True
    end = min(context.outline.at(slot.start).end, slot.end + _SENTENCE)
    tail = min(max(context.tail(slot), slot.end), end)
    found = _open().match(flat, tail, end)
    if found is not None:
        following = context.between(found.end(), end)[:1]  # "B hay [C]": a list
        if not following or not adjacent(flat, found.end(), following[0].start):
            return True
    if not _asking().search(flat[max(unit.body, cue.start - _NEAR) : cue.start]):
        return False
    closing = _sentence().search(flat, tail, end)
    return closing is not None and closing[0] == "?"


def leaves_a_part(context: Context, end: int) -> bool:
    """Does the clause, whose object or verb ends at `end`, take provisions of its object out ("Bãi bỏ [A], trừ Điều 3
    và khoản 2 Điều 4")? Not where it is cases that are taken out, or what another document or the text itself rules
    ("trừ quy định tại Điều 5 Nghị định này")."""
    flat = context.flat
    stop = min(context.outline.at(end).end, end + _SENTENCE)
    cited = context.between(end, stop)[:1]
    stop = cited[0].start if cited else stop
    found = _except().search(flat, end, stop)
    sentence = _sentence().search(flat, end, stop)
    if found is None or (sentence is not None and sentence.start() < found.start()):
        return False
    named, last = False, found.end()
    for token in context.lexicon.tokens(flat, context.text, found.end(), stop):
        if token.kinds & THIS:
            return False
        if token.kinds & CONDITION and token.kinds & PART:
            return False  # "trừ trường hợp …"
        named = named or bool(token.kinds & PIN)
        if not token.kinds & (LEAD | PART | QUANT | PIN | JOIN) and token.words != ",":
            break
        last = token.end
    if _own_provision().match(flat, last, stop):
        return False
    return named and not (cited and adjacent(flat, last, stop))


def stays(context: Context, slot: Slot, *, at_once: bool = False) -> bool:
    """Does the clause go on to say that the document stays as it is ("…, [B] vẫn có hiệu lực", "… [B] giữ nguyên")?
    `at_once`: only right behind its attributes."""
    flat = context.flat
    start = max(context.tail(slot), slot.end)
    stop = min(context.outline.at(slot.start).end, start + _SENTENCE)
    cited = context.between(slot.end, stop)[:1]
    stop = cited[0].start if cited else stop
    found = _unchanged().match(flat, start, stop) if at_once else _unchanged().search(flat, start, stop)
    if found is None:
        return False
    return (
        _sentence().search(flat, start, found.start()) is None and _except().search(flat, start, found.start()) is None
    )
