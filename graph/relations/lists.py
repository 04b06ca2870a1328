"""Lists: whether a citation goes on with one, and whose governor takes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.relations import moods, subjects, verbs, ways
from graph.relations.authority import VALIDITY, allowed, outranks
from graph.relations.counting import words_between
from graph.relations.lexicon import (
    AGENT,
    ANNEX,
    CUE,
    DRAFT,
    ISSUE,
    JOIN,
    LEAD,
    PART,
    PASSIVE,
    PIN,
    POST,
    QUANT,
    SIGN,
    STOP,
    TITLE,
    TYPE,
    Token,
)
from graph.relations.slots import Context, Slot
from graph.relations.state import Governor, State
from graph.relations.words import spaced, word_set
from graph.structure.outline import PARAGRAPH

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_ENDS = frozenset(("replaces", "repeals"))
_ADJUNCTS = frozenset(("implements", "based_on"))  # what the clauses of a preamble say
_MEMORY = 60  # citations of one clause that are remembered

_LIST_GAP = 260  # from one member of a list to the next

_TITLE = 120  # how far behind a citation its title is looked for: a page may stand between
_FEW = 4  # unknown words that may stand between "và" and the next member of a list


_SINCE_WHEN = re.compile(r"[^,;:]{0,40}[0-9]{4}, *")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        rf"[ ,(]*(?:{spaced('day')}) +[0-9]{{1,2}} *(?:{spaced('month')}|[/.-]) *[0-9]{{1,2}}"
        rf" *(?:{spaced('year')}|[/.-]) *[0-9]{{4}}"
    )


def goes_on(walk: Walk, slot: Slot) -> bool:
    """Does the citation go on with a list?"""
    state, flat = walk.state, walk.context.flat
    if state.head is None:
        if not state.stack:
            return _reopens(walk, slot)
        if not ways.opens_item(state.since, flat, subjects.clause_floor(walk), slot.start):
            return False
        if _considers(walk, slot):
            return False
        if state.stack[-1].predicate in VALIDITY and moods.stays(walk.context, slot, at_once=not state.closed):
            return False
        if state.stack[-1].part and not state.stack[-1].listing and not any(t.kinds & PIN for t in state.since):
            # "bãi bỏ Điều 2 Thông tư A sửa đổi một số điều của Thông tư B; Thông tư C": C is amended, not ended
            inner = next((g for g in reversed(state.shelved) if g.predicate == "amends" and not g.passive), None)
            if inner is not None and inner.last is not None and inner.last.kind == slot.kind:
                state.stack.append(inner)
        return True
    pins = any(g.predicate in VALIDITY or g.predicate == "based_on" or g.predicate == "guides" for g in state.stack)
    if not coordinates(walk, slot, pins=pins) or (pins and used(state.since)):
        return False
    changed = any(g.predicate in VALIDITY and not g.passive for g in state.stack)
    return not (changed and moods.stays(walk.context, slot))


def _considers(walk: Walk, slot: Slot) -> bool:
    """ "Thực hiện [A];⏎Qua xem xét [Tờ trình B]", "Căn cứ [A]; Nhận được [Công văn B]": does a clause behind that of a
    basis or of what is carried out do something else with its citation? Its own first words say so, or it begins with a
    capital and a word that no table knows stands right before the citation; an item of a list ("- Tinh thần [B]") is
    led by any word."""
    state, context = walk.state, walk.context
    governor = state.stack[-1]
    if governor.listing or not governor.base or governor.predicate not in _ADJUNCTS:
        return False
    floor = subjects.clause_floor(walk)
    if _considering().match(context.flat, floor, slot.start):
        return True
    if not context.text[floor : slot.start].lstrip(" \n*_")[:1].isupper():
        return False
    last = max((t.end for t in state.since if t.end <= slot.start), default=floor)
    return context.outline.at(slot.start).level >= PARAGRAPH and words_between(context.flat, last, slot.start) > 0


@cache
def _considering() -> re.Pattern[str]:
    return re.compile(rf"[ *_]*(?:(?:{spaced('after')}) +)?(?:{spaced('considering')})(?!\w)")


def _reopens(walk: Walk, slot: Slot) -> bool:
    """ "[A] thay thế [B] ngày …; [C] ngày … về phí.": does the clause behind the semicolon hold a citation of the same
    kind and nothing that is said of it? Then it is a member of the list before, whose governor it takes up."""
    state, context = walk.state, walk.context
    governor = state.shelved[-1] if state.closed and len(state.shelved) == 1 else None
    if governor is None or not governor.subjects or governor.last is None or governor.last.kind != slot.kind:
        return False
    if governor.predicate not in _ENDS or any(not t.kinds & (QUANT | TYPE | JOIN) for t in state.since):
        return False  # "[A] sửa đổi [B]; [C]" may be a list of what is cited
    if not ways.opens_item(state.since, context.flat, subjects.clause_floor(walk), slot.start):
        return False
    first = min(governor.subjects, key=lambda subject: subject.start)
    if context.between(state.opened, first.start):
        return False
    led = context.lexicon.tokens(context.flat, context.text, state.opened, max(first.start, state.opened))
    if any(t.kinds & (STOP | CUE) or t.words == ":" for t in led):
        return False  # "thực hiện theo [A] thay thế [B]; [C]": members of another list
    if not any(t.kinds & ISSUE for t in led) and words_between(context.flat, state.opened, first.start):
        return False
    tail, end = context.tail(slot), context.outline.at(slot.start).end
    behind = next(iter(context.lexicon.tokens(context.flat, context.text, tail, end)), None)
    start = end if behind is None else behind.start
    told = behind is not None and behind.kinds & SIGN and behind.words not in ";."
    if told or words_between(context.flat, tail, start):
        return False
    if behind is not None and not behind.kinds & SIGN and behind.words not in word_set("about"):
        return False
    state.stack = [governor]
    return True


def coordinates(walk: Walk, slot: Slot, *, pins: bool) -> bool:
    """Do the words before the citation end as a list goes on: ", ", " và các "? `pins` lets provisions stand
    between."""
    state, flat = walk.state, walk.context.flat
    head = state.head
    if head is None or slot.start - head.end > _LIST_GAP + 500:
        return False
    end = slot.start
    unknown, led = 0, False
    allowed_kinds = QUANT | TYPE | (PIN | LEAD | PART | ANNEX | JOIN if pins else JOIN)
    acting = bool(state.stack) and state.stack[-1].passive
    place = verbs.before_place(walk, -1, end)
    if place + 1 < len(state.since):
        end = state.since[place + 1].start
    for token in reversed(state.since[: place + 1]):
        unknown += words_between(flat, token.end, end)
        if flat[token.end : end].strip() in word_set("number"):
            unknown -= 1
        if unknown > _FEW:
            return False
        if token.kinds & JOIN or (token.kinds & SIGN and token.words in ',;)”"'):
            # "trên cơ sở đề nghị của Sở Văn hóa và Du lịch tại [Tờ trình]": "và" stands in a name
            return not led or not any(t.kinds & (STOP | DRAFT) for t in state.since if t.end <= token.start)
        if token.words in (":", "“") or token.words in word_set("owner") | word_set("at"):
            led = led or token.words in word_set("at")
            end = token.start
            continue
        if acting and (token.kinds & AGENT or token.words == "theo"):  # "theo Luật số A và theo [Luật số B]"
            end = token.start
            continue
        if not token.kinds & allowed_kinds:
            return False
        end = token.start
    tail = walk.tail(head)
    return bool(not words_between(flat, tail, end) and flat[tail:end].strip() in ("", ",") and state.since)


def takes(walk: Walk, governor: Governor, slot: Slot) -> bool:
    """May a list of this governor go on with the citation?"""
    if governor.fronted is not None or governor.predicate in ("", "based_on", "reviews") or not governor.subjects:
        return True
    if governor.passive:
        if governor.rule in ("fronted", "list", "class"):
            return True
        alike = governor.last is None or (
            governor.last.kind == slot.kind and _is_named(governor.last) == _is_named(slot)
        )  # "theo Luật số A, [Luật Xuất bản] số B": a named law is a member of the outer list
        return alike and not also_amended(walk, slot) and not _ends_itself(walk, governor, slot)
    pairs = [(s, o) for g in governor.subjects for s in g.documents for o in slot.documents]
    if not all(allowed(s, governor.predicate, o, stated=governor.base) for s, o in pairs):
        return False
    if governor.base or governor.predicate == "implements":
        return True
    if governor.predicate == "guides" and all(outranks(o, s) for s, o in pairs):
        return True
    if governor.last is None or governor.last.kind == slot.kind:
        return True
    # "Thông tư A thay thế Thông tư B và [Quyết định C]": no list around it that C may be a member of
    ends = governor.predicate in ("replaces", "repeals") and not governor.passive
    alone = ends and walk.state.stack[0] is governor and _opens_a_clause(walk, governor.subjects[0].start)
    return alone and not _changes_another(walk, slot)


def _opens_a_clause(walk: Walk, start: int) -> bool:
    """Does the clause, a line of it, or what follows its day begin at `start`, and nothing before governs a list?"""
    floor, text = subjects.clause_floor(walk), walk.context.text
    line = max(floor, text.rfind("\n", 0, start) + 1)
    if not words_between(text, floor, start) or not words_between(text, line, start):
        return True
    dated = _SINCE_WHEN.match(walk.context.flat, line, start)
    return dated is not None and not words_between(text, dated.end(), start)


def belongs_without(walk: Walk, governor: Governor, slot: Slot, around: Sequence[Governor]) -> bool:
    """Is the citation a member of a list `around` that of the governor? "đính chính A sửa đổi B và [C] sửa đổi D": C
    acts as A does. "A, B sửa đổi một số điều của A và khoản 2 Điều 3 [C]": B is told by what it does to A, which the
    list named before; a clause of C is a member. "… A được sửa đổi bởi B và C, [D] ngày …": "và" closed the list of
    the amenders, and D is no bare number. "sửa đổi A đã được sửa đổi theo B và [C] quy định về …": C has a matter of
    its own, the amender B none."""
    context, last = walk.context, governor.last
    if governor.predicate not in VALIDITY or governor.base or governor.listing:
        return False
    if _told_by_a_member(walk, governor):
        return True
    if not any(other.predicate for other in around):
        return False
    if not governor.passive:
        return _changes_another(walk, slot)
    if last is None:
        return False
    if governor.complete and separator(walk.state.since) == ",":
        return _behind(context, slot) > slot.end and _behind(context, last) == last.end
    changed = any(other.predicate in VALIDITY and not other.passive for other in around)
    told = all(_has_matter(walk, target) for target in governor.subjects)  # else the title at the end is that one's
    return changed and told and _has_matter(walk, slot) and not _has_matter(walk, last)


def _told_by_a_member(walk: Walk, governor: Governor) -> bool:
    """Is a citation told by what it changes, a member that the sentence named before it, and does the list go on with
    provisions by their numbers, as no title of an amending act does?"""
    last, since = governor.last, walk.state.since
    if governor.passive or last is None or len(governor.subjects) != 1 or governor.rule not in ("direct", "title"):
        return False
    if governor.apart or not any(t.kinds & PIN for t in since) or not ways.labelled(since):
        return False
    subject = governor.subjects[0]
    return any(other.end <= subject.start and other.same_as(last) for other in walk.state.sentence)


def _behind(context: Context, slot: Slot) -> int:
    """Where the attributes of a citation end; a page may part its date."""
    dated = _date().match(context.flat, slot.end, slot.end + _TITLE)
    return max(context.tail(slot), dated.end() if dated is not None else slot.end)


def _has_matter(walk: Walk, slot: Slot) -> bool:
    """Does a title follow that names a matter of its own ("quy định về …") and no change?"""
    context = walk.context
    start = _behind(context, slot)
    end = min(context.outline.at(slot.start).end, start + _TITLE)
    token = next(iter(context.lexicon.tokens(context.flat, context.text, start, end)), None)
    if token is None or not token.kinds & TITLE or words_between(context.flat, start, token.start):
        return False
    return token.cue is None or token.cue.predicate not in VALIDITY


def _changes_another(walk: Walk, slot: Slot) -> bool:
    """Does the citation change a document behind it that the clause has not named before?"""
    context = walk.context
    behind = context.between(slot.end, slot.end + _LIST_GAP + 500)
    if not behind or context.outline.index(behind[0].start) != context.outline.index(slot.start):
        return False
    tokens = context.lexicon.tokens(context.flat, context.text, context.tail(slot), behind[0].start)
    cue = tokens[0].cue if tokens and tokens[0].kinds & CUE else None
    if cue is None or cue.predicate not in VALIDITY or cue.position != "active":
        return False
    if words_between(context.flat, context.tail(slot), tokens[0].start):
        return False
    return not any(other.same_as(behind[0]) for other in walk.state.clause)


def _as_the_outer(walk: Walk, around: Sequence[Governor], slot: Slot) -> bool:
    """ "Thực hiện [A] ngày … của … về … theo [X] và [B] ngày … của …, UBND tỉnh ban hành": is the citation behind a
    named one that nobody governs cited with its day, as what the opening names is, and as the one in between is not?"""
    state, context = walk.state, walk.context
    outer = around[-1] if around else None
    if outer is None or state.head is None or not outer.base or not outer.last or separator(state.since) == ",":
        return False
    if outer.fronted is None and context.zones.of(slot.start) == "body":
        return False
    between = _dated(context, state.head)
    return _dated(context, slot) and _dated(context, outer.last) and not between


def _dated(context: Context, slot: Slot) -> bool:
    return _date().match(context.flat, slot.end, slot.end + _TITLE) is not None


def separator(since: Sequence[Token]) -> str:
    """The last sign or word that parts two members of a list."""
    return next((t.words for t in reversed(since) if t.kinds & JOIN or (t.kinds & SIGN and t.words in ",;")), "")


def _is_named(slot: Slot) -> bool:
    """Is an act cited by its name ("Luật Xuất bản số …", not "Luật số …")?"""
    words = slot.mentions[0].text.split() if slot.mentions else []
    return (
        slot.kind == "law"
        and len(words) > 1
        and words[1].lower() not in word_set("number")
        and not words[1][:1].isdigit()
    )


def _calls_its_type(slot: Slot) -> bool:
    """Does the citation begin with the word for its type ("Chỉ thị số 3", not "số 3")?"""
    return (
        bool(slot.mentions)
        and slot.mentions[0].text[:1].isalpha()
        and not slot.mentions[0].text.startswith(tuple(word_set("number")))
    )


def _ends_itself(walk: Walk, governor: Governor, slot: Slot) -> bool:
    """ "[A] bị thay thế bởi [B], [C] hết hiệu lực …": does the citation behind the comma end, and so act on nothing?"""
    context, last = walk.context, governor.last
    if last is None or separator(walk.state.since) != "," or not any(target.ended for target in governor.subjects):
        return False
    tail = context.tail(slot)
    end = min(context.outline.at(slot.start).end, tail + _TITLE)
    token = next(iter(context.lexicon.tokens(context.flat, context.text, tail, end)), None)
    return token is not None and bool(token.kinds & POST) and not words_between(context.flat, tail, token.start)


def also_amended(walk: Walk, slot: Slot) -> bool:
    """Is the citation followed by a "được sửa đổi" of its own?"""
    context = walk.context
    behind = context.between(slot.start + 1, slot.end + 140)
    end = min(context.outline.at(slot.start).end, slot.end + 140, *(other.start for other in behind))
    for token in context.lexicon.tokens(context.flat, context.text, context.tail(slot), end):
        if token.kinds & PASSIVE:
            return True
        if token.words in (";", ".", "(") or token.kinds & CUE:
            return False
    return False


def join(walk: Walk, slot: Slot) -> None:
    """An object of the innermost governor that may take it."""
    state, flat = walk.state, walk.context.flat
    slot.listed = True
    walk.verdict = "a list that nobody governs"
    apart = False
    for at in range(len(state.stack) - 1, -1, -1):
        governor = state.stack[at]
        if not governor.predicate and _as_the_outer(walk, state.stack[:at], slot):
            continue
        without = belongs_without(walk, governor, slot, state.stack[:at])
        apart = apart or without
        if not without and takes(walk, governor, slot):
            del state.stack[at + 1 :]
            part = governor.part
            if (
                governor.predicate in VALIDITY
                and not governor.passive
                and ways.extent(flat, last_member(state, flat)) == "part"
            ):
                governor.part = True
            elif governor.apart and not governor.passive and walk.state.head is None:
                governor.part = False  # "Bãi bỏ Điều 4 của A; [B]"
            elif governor.of_one and governor.predicate != "amends" and _calls_its_type(slot):
                governor.part = False  # "Bãi bỏ Điều 4 của A và [Chỉ thị B]"
            elif not governor.passive and any(t.words in word_set("whole") for t in last_member(state, flat)):
                governor.part = False  # "thay thế Chương II của A và toàn bộ [B]"
            walk.apply(governor, slot, stated=governor.base)
            governor.part = part
            governor.complete = governor.complete or separator(state.since) in word_set("and")
            break
    group = [*state.group[-_MEMORY:], slot] if bare(walk, slot) and not apart else [slot]
    walk.advance(slot)
    state.group = group


def bare(walk: Walk, slot: Slot) -> bool:
    """Do only attributes and a separator stand between the head and the citation?"""
    head = walk.state.head
    if head is None or slot.start - head.end > 160:
        return False
    words = walk.context.flat[walk.tail(head) : slot.start].strip(' ,“"').split(" ")
    if words[0] in word_set("and"):
        del words[0]
    return not words or words == [""] or (len(words) == 1 and words[0] in word_set("plural"))


def last_member(state: State, flat: str) -> Sequence[Token]:
    """The tokens behind the last separator of a list; numbers ("Phụ lục 11, 12") are no members."""
    since = state.since
    if state.head is None:
        return since
    for at in range(len(since) - 1, -1, -1):
        token = since[at]
        if (token.words in (",", ";") and token.kinds & SIGN) or token.kinds & JOIN:
            behind = since[at + 1].start if at + 1 < len(since) else token.end
            if not any(c.isdigit() for c in flat[token.end : behind]):
                return since[at + 1 :]
    return since


def used(tokens: Sequence[Token]) -> bool:
    """Is the citation before applied, not listed ("… được thực hiện theo …")?"""
    for at, token in enumerate(tokens):
        if token.words in word_set("applied"):
            return True
        if token.cue is not None and token.cue.predicate == "implements" and token.kinds & CUE and at + 1 < len(tokens):
            following = tokens[at + 1]
            if following.kinds & STOP and following.start - token.end < 3:
                return True
    return False
