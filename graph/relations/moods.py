"""What a clause does not state though it has subject, verb and object: a question, a supposition, an opinion; and what
it leaves in force of what it ends."""

from __future__ import annotations

import re
from functools import cache

from graph.relations.actors import new_actor
from graph.relations.counting import adjacent
from graph.relations.lexicon import CONDITION, CUE, ISSUE, JOIN, LEAD, PART, PIN, QUANT, STOP, THIS, Token
from graph.relations.slots import Context, Slot
from graph.relations.words import spaced, word_set

_OPENING = 40  # before the subject
_SENTENCE = 300  # behind the object
_NEAR = 60
_BEFORE = 200  # … in which an intention stands


@cache
def _supposed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('supposed')})[ “\"]*$")


@cache
def _intended() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('intended')})(?!\w)")


@cache
def _if_passed() -> re.Pattern[str]:
    """ "Nếu được Quốc hội thông qua, …", up to the subject."""
    return re.compile(
        rf"(?<!\w)(?:{spaced('if-passed')})(?: +[^\W\d_]+){{0,5}}? +(?:{spaced('passive-mark')})(?: +[^\W\d_]+){{0,4}}?"
        rf" +(?:{spaced('passing')})(?!\w)[^.;]{{0,40}}(?:,| (?={spaced('then')})) *(?:{spaced('then')})? *$"
    )


@cache
def _issued() -> re.Pattern[str]:
    """What is done to make a document, right before it."""
    return re.compile(rf"(?<!\w)(?:{spaced('made')})(?: +(?:{spaced('number')}))?[ “\"]*$")


@cache
def _drafted() -> re.Pattern[str]:
    """ "Theo dự thảo …, [B] thay thế [A]"."""
    return re.compile(rf"[ “\"]*(?:{spaced('as-drafted')})(?!\w)")


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
def _letting() -> re.Pattern[str]:
    """ "A cho phép thay thế B", "A giúp doanh nghiệp thay thế B"."""
    return re.compile(rf"(?<!\w)(?:{spaced('letting')})(?: +[^\W\d_]+){{0,2}} *$")


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
def _for_a_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('for-a-time')})(?!\w)")


@cache
def _own_provision() -> re.Pattern[str]:
    """ "… [khoản 3] Điều này"."""
    return re.compile(rf" *(?:{spaced('provision')}) +(?:{spaced('this')})(?!\w)")


def unreal(context: Context, head: Slot, cue: Token, slot: Slot) -> bool:
    """Is it only asked, supposed, thought or made possible that `head` does to `slot` what `cue` says?"""
    flat = context.flat
    unit = context.outline.at(head.start)
    if _letting().search(flat[max(context.tail(head), cue.start - _OPENING) : cue.start]):
        return True
    if _supposed().search(flat[max(unit.body, head.start - _OPENING) : head.start]):
        return True
    if _if_passed().search(flat, max(unit.body, head.start - _BEFORE), head.start):
        return True
    if _only_intended(context, max(unit.body, head.start - _BEFORE), head.start):
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


def _only_intended(context: Context, start: int, end: int) -> bool:
    """Do the words before the acting document at `end` say that somebody means to issue it ("dự kiến ban hành [B]",
    "đang soạn thảo [B]", "đề xuất [B]"), or that a draft says so? Not "đã xây dựng, trình ban hành [B]"."""
    flat = context.flat
    for closing in _sentence().finditer(flat, start, end):
        start = closing.end()
    issued = _issued().search(flat, start, end)
    if issued is None and _drafted().match(flat, start, end):
        return True
    intentions = list(_intended().finditer(flat, start, end))
    if not intentions:
        return False
    intention = intentions[-1]
    stop = issued.start() if issued is not None else end
    if issued is None or intention.end() >= stop:
        return not set(flat[intention.end() : end].split()) - word_set("number") - word_set("made")
    between = context.lexicon.tokens(flat, context.text, intention.end(), stop)
    acting = any(t.kinds & (STOP | THIS) or (t.kinds & CUE and not t.kinds & ISSUE) for t in between)
    return not acting and not new_actor(flat, between) and not any(t.words in word_set("done") for t in between)


def leaves_a_part(context: Context, end: int) -> bool:
    """Does the clause, whose object or verb ends at `end`, take provisions of its object out ("Bãi bỏ [A], trừ Điều 3
    và khoản 2 Điều 4")? Not where it is cases that are taken out, or what another document or the text itself rules
    ("trừ quy định tại Điều 5 Nghị định này")."""
    flat = context.whole  # "[A] (trừ Điều 3)": an aside counts, too
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


def for_a_time(context: Context, phrase: str, floor: int, slot: Slot) -> bool:
    """Does the sentence, which begins at `floor`, say that the document is not applied for some time only ("Ngừng áp
    dụng [A] cho đến khi …", "Trong thời gian …, ngừng áp dụng [A]")? It does not end then. `phrase` is the verb's."""
    if not phrase.endswith(tuple(word_set("applying"))):
        return False
    flat, start = context.flat, max(context.tail(slot), slot.end)
    end = min(context.outline.at(slot.start).end, start + _SENTENCE)
    closing = _sentence().search(flat, start, end)
    end = closing.start() if closing is not None else end
    said = _for_a_time()
    return said.search(flat, start, end) is not None or said.search(flat, floor, slot.start) is not None


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
