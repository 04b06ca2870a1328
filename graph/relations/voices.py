"""Whose words stand at a place of the text: the text's own, those of the document that it quotes, or of the original
that a consolidated text was put together from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph.relations.authority import type_of
from graph.relations.closing_articles import calls_itself, read_closing_articles
from graph.relations.counting import words_between
from graph.relations.slots import Context, Slot
from graph.relations.words import own_name, spaced, word_set
from graph.structure import Unit
from graph.structure.quotations import quotation

_SHORT_QUOTE = 200  # a quoted title, no quoted provisions
_LEAD_IN = 400  # how far before a quotation it says whose words it holds
_PREAMBLE_LED = 60
_NOTE = 1500  # … in a footnote with a long title
# "1 Thông tư …", "(ii) Thông tư …", and where one note tells of several, "2 - Thông tư …", "- Thông tư …"
_NOTE_MARK = re.compile(
    r"[\s*_|]*(?:(?:\[?\d{1,3}\]?[ *_]*(?:\([ivx]{1,5}\))?|\([ivx]{1,5}\))(?:[\s*_]*[-–])?|[-–])[\s*_]*"
)
_PAGE = 9000
_BASES = 40  # in one preamble
_NEAR = 160
_TOLD_ABOVE = 2  # paragraphs above in which the document is sought that "Thông tư này" means
_TOLD_DEPTH = 8
_PARAGRAPH = 4000  # code points of one in which it is sought
_BLANKS = re.compile(r" {2,}")


@cache
def _provision() -> re.Pattern[str]:
    """What quoted provisions open with, and no quoted title."""
    names = "|".join(re.escape(word.capitalize()) for word in sorted(word_set("quoted-provision")))
    return re.compile(rf"[\s*_]*(?:(?:{names})\s|\d{{1,2}}[a-zđ]?[.)]|[a-zđ]\))")


@cache
def _enacted() -> re.Pattern[str]:
    """The line of a quoted preamble that enacts an amending act."""
    return re.compile(
        rf"(?:{spaced('promulgated')}) +(?:{spaced('enacted')})(?! +(?:{spaced('this')}))[^.;]*(?:{spaced('amending')})"
    )


def speaker(context: Context, offset: int, predicate: str = "") -> Slot | None:
    """Whose words stand at `offset`: the text's own, or in a quotation those of the document that the lead-in names;
    None where that is open (new wording of an amended document). A quoted preamble speaks for its document only with
    the `predicate` ``based_on``."""
    itself = context.original or context.source
    if predicate == "based_on":
        noted = _led_in(context, offset)
        if noted is not None:
            return noted
    elif context.original is not None:
        if context.closings is None:
            context.closings = read_closing_articles(context)
        closing = context.closings.voice(offset)
        if closing is not None:
            return closing
    quote = quotation(context.text, offset)
    if quote is None:
        return itself
    words = _BLANKS.sub(" ", context.flat[max(0, quote - _LEAD_IN) : quote])
    if not words.rstrip().endswith(":") and not _says("as-follows", words[-30:]):
        title = offset - quote < _SHORT_QUOTE or "\n" not in context.text[quote:offset].strip()
        return itself if title and not _provision().match(context.text, quote + 1) else None
    if _says("bases-quoted", words[-_PREAMBLE_LED:]):
        return _noted(context, quote) if predicate == "based_on" else itself
    named = context.between(max(_leading(context, quote).start, quote - _NOTE), quote)
    if not named or _says("new-wording", words):
        return None
    return named[0] if _says("ruling", words) else None


def fits(context: Context, voice: Slot, called: str) -> bool:
    """May `voice` call itself so ("Nghị định này")? In a consolidated text a circular that seems to say "Nghị định này"
    is not the one that speaks."""
    return context.original is None or not called or calls_itself(voice, called)


def reported(context: Context, slot: Slot) -> Slot | None:
    """The document of which an article speaks with "Thông tư này" before `slot`: the first one of its type that the
    article names, where that is one that it names again or that stands nearest; None where it is not clear."""
    named = context.others_of_its_kind(slot)
    return named[0] if named is not None and named[0].same_as(named[1]) else None


def spoken_of(context: Context, slot: Slot, called: str, ended: Sequence[Slot] = ()) -> Slot | None:
    """The document that an article means with "Thông tư này" (`called`) before or behind `slot`, which it says is
    changed: the one that it is about, else the one of which it tells right there."""
    name = own_name(called)
    found = reported(context, slot)
    if found is not None and (not name or name in word_set("type-word") or type_of(found.documents[0]) == name):
        return found
    return told_of(context, slot.start, name, ended) if name else found


def told_of(context: Context, offset: int, name: str, ended: Sequence[Slot] = ()) -> Slot | None:
    """The document that a letter or report means with "Thông tư này" (`name`: "thông tư") before `offset`: the only one
    of that type of which its paragraph tells, or one above or what introduces it; what these end or change, and what is
    `ended` here, is not what they tell of. None where it is not clear."""
    if _drafted(context, name, offset):
        return None
    units = context.outline.units
    number = context.outline.index(offset)
    above = list(range(number, max(-1, number - _TOLD_ABOVE - 1), -1))
    while units[number].host >= 0 and len(above) < _TOLD_DEPTH:
        number = units[number].host
        if number < above[-1]:
            above.append(number)
    for number in above:
        unit = units[number]
        named: list[Slot] = []
        passed = False
        end = min(unit.end, offset)
        for other in context.between(max(unit.start, end - _PARAGRAPH), end):
            passed = other.governed or (other.listed and passed)
            acted_on = passed or any(other is slot for slot in ended)
            if not acted_on and other.documents and type_of(other.documents[0]) == name:
                named.append(other)
        if named:
            return named[0] if all(other.same_as(named[0]) for other in named) else None
    return None


def topic(context: Context, slot: Slot) -> Slot | None:
    """The document that an item of a bulletin is about: the one that the unit around `slot`, or one that introduces it,
    begins with ("1. [Quyết định A] bãi bỏ một số văn bản⏎Bãi bỏ toàn bộ: [B]")."""
    units = context.outline.units
    number = context.outline.index(slot.start)
    for _ in range(_TOLD_ABOVE + 1):
        first = _opening(context, units[number].start)
        if first is not None and first.start < slot.start:
            alike = first.kind == slot.kind and not first.governed and not first.same_as(slot)
            return first if alike else None
        number = max(units[number].host, units[number].parent)
        if number < 0:
            break
    return None


def _drafted(context: Context, name: str, offset: int) -> bool:
    """Does the text speak of a draft of that type before `offset` ("dự thảo Nghị định")? Then "Nghị định này" may well
    be the draft."""
    if name not in context.drafts:
        found = re.search(rf"(?<!\w)(?:{spaced('drafted')}) +{re.escape(name)}(?!\w)", context.flat)
        context.drafts[name] = found.start() if found is not None else len(context.flat)
    return context.drafts[name] < offset


def _led_in(context: Context, offset: int) -> Slot | None:
    """The document whose preamble follows its citation without quotation marks ("1 Thông tư số … có căn cứ ban hành như
    sau:⏎Căn cứ …"), None elsewhere."""
    units = context.outline.units
    number = context.outline.index(offset)
    floor = max(0, number - _BASES)
    while units[number].host < 0 and number > floor and _ends_in_list(context, number - 1):
        number -= 1  # quoted with straight marks, only the first of several bases is introduced
    host = units[number].host
    if host < 0:
        return _torn(context, offset)
    unit = context.outline.units[host]
    words = _BLANKS.sub(" ", context.flat[max(unit.body, unit.end - 120) : unit.end]).rstrip(' :“"')
    for follows in word_set("as-follows"):
        words = words.removesuffix(f" {follows}")
    if not words.endswith(tuple(word_set("bases-led"))):
        return _torn(context, offset)
    named = context.between(unit.start, unit.end)
    if first := _first_of_note(context, named):
        return first
    # the foot of a page holds a note's beginning, the foot of the next one the rest of it
    torn = context.text[unit.body : unit.body + 1].islower()
    before = _first_of_note(context, context.between(max(0, unit.start - _NOTE), unit.start)) if torn else None
    return before or (named[0] if named else None)


def _torn(context: Context, offset: int) -> Slot | None:
    """Whose bases go on at the foot of the next page of a consolidated text, below the article that they interrupt: the
    list that a note opened has not come to the line that enacts, and that line follows here."""
    if context.original is None or context.outline.at(offset).kind != "clause":
        return None
    flat = context.flat
    led = max(flat.rfind(words, max(0, offset - _PAGE), offset) for words in word_set("bases-opened"))
    enacted = _enacted().search(flat, offset, offset + _NOTE * 2)
    if led < 0 or enacted is None or _enacted().search(flat, led, offset):
        return None
    return _opening(context, led) or _first_of_note(context, context.between(max(0, led - _NOTE), led))


def _opening(context: Context, offset: int) -> Slot | None:
    """The citation that the unit at an offset begins with."""
    unit = context.outline.at(offset)
    named = context.between(unit.body, unit.end)[:1]
    return named[0] if named and not words_between(context.flat, unit.body, named[0].start) else None


def _says(kind: str, words: str) -> bool:
    """Is one of the phrases of a kind among the words?"""
    return any(phrase in words for phrase in word_set(kind))


def _ends_in_list(context: Context, number: int) -> bool:
    """Does a unit end with a semicolon?"""
    unit = context.outline.units[number]
    return context.flat[max(unit.body, unit.end - _NEAR) : unit.end].rstrip().endswith(";")


def _first_of_note(context: Context, named: list[Slot]) -> Slot | None:
    """The nearest citation that a footnote or a line begins with."""
    for slot in reversed(named):
        line = context.text.rfind("\n", 0, slot.start) + 1
        if _NOTE_MARK.fullmatch(context.text, line, slot.start):
            return slot
    return None


def _noted(context: Context, quote: int) -> Slot | None:
    """The document whose preamble is quoted: the nearest one that a footnote or line begins with, else the first one of
    the unit that leads the quotation in."""
    unit = _leading(context, quote)
    named = context.between(max(0, quote - _NOTE), quote)
    first = _opening(context, unit.start) or _first_of_note(context, named)
    if first is not None or not named:
        return first
    return next((slot for slot in named if slot.start >= unit.start), named[0])


def _leading(context: Context, quote: int) -> Unit:
    """The unit whose words lead to the quotation at an offset; it may open a unit of its own."""
    unit = context.outline.at(quote)
    return context.outline.units[unit.host] if unit.body >= quote - 3 and unit.host >= 0 else unit
