"""Passives: "B được sửa đổi, bổ sung bởi A", where the document behind the verb acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.relations import abouts, actors, adverbs, coordinated, in_turn, lists, moods, promised
from graph.relations.authority import VALIDITY, means_another, surely_before
from graph.relations.counting import unknown_words, words_between
from graph.relations.lexicon import (
    AGENT,
    ANNEX,
    CUE,
    FINITE,
    JOIN,
    LEAD,
    PART,
    PIN,
    QUANT,
    SIGN,
    STRONG,
    THIS,
    TYPE,
    Token,
)
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.voices import told_of
from graph.relations.words import alternatives, own_name, word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_BEFORE = 160  # how far before a citation its provisions are looked for
_PROVISIONS = 2000  # … and that a clause opens with
_BEHIND = 120  # how far behind one its verb has an object
_FEW = 3
_INTENDED = 24  # code points in which the word right before a verb stands
_MARK = 12
_BREAK = 4  # blanks behind a semicolon
_MARK_PINNED = 120  # … with provisions behind it


@cache
def _provision_itself() -> str:
    """A pattern of "Khoản này"."""
    return rf"(?:{alternatives('provision')}) (?:{alternatives('this')})"


@cache
def _of_this() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_provision_itself()}$")


@cache
def _opens_with_this() -> re.Pattern[str]:
    """ "27 Khoản này được bổ sung theo … và được sửa đổi theo …": both verbs speak of the original."""
    return re.compile(
        rf"[\s\d\[\].]*{_provision_itself()} (?:(?:{alternatives('done')}) )?(?:{alternatives('passive-mark')}) "
    )


_ENDS = frozenset(("replaces", "repeals"))


def _of_some(flat: str, token: Token) -> bool:
    """ "được thay thế một số điều bởi …": are parts meant that have no number? "… bởi các khoản 1, 2 Điều 3 [A]" says
    where it stands."""
    return token.words.startswith(tuple(word_set("several"))) and not flat[token.end : token.end + 2].strip().isdigit()


@cache
def _before_agent() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('before-agent')})(?!\w)")


def passive(walk: Walk, token: Token, before: Sequence[Token], slot: Slot) -> None:
    """ "B được sửa đổi, bổ sung bởi A": A is the citation at hand, B one before it in the clause."""
    state, context, flat = walk.state, walk.context, walk.context.flat
    assert token.cue is not None
    way = [t for t in state.since if t.start > token.start]
    governor = Governor(token.cue.predicate, token, token.cue.confidence, "passive", passive=True)
    # "được sửa đổi … tại khoản 2 Điều 1 …": a clause of an act changes clauses, but may end a whole document
    clause = governor.predicate == "amends"
    # "… thành Mẫu số 39 ban hành kèm theo [A]": the word that leads to A names the part
    units = tuple(word_set("unit"))
    governor.part = any(t.kinds & PIN and (clause or _of_some(flat, t)) for t in way) or (
        clause and any(t.kinds & AGENT and t.words.partition(" ")[2].startswith(units) for t in way)
    )
    # "[hướng dẫn] Điều 35 của B đã được sửa đổi, bổ sung một số điều theo A": which ones is not said
    governor.unpinned = any(t.kinds & PIN and t.words.startswith(tuple(word_set("some"))) for t in way)
    governor.base = bool(way) and way[-1].words == ":"  # "bởi: A; B; C"
    target = None
    words = flat[max(state.floor, token.start - 40) : token.start].rstrip()
    goes_on = words.endswith((",", *(f" {word}" for word in word_set("and"))))
    again = goes_on and _opens_with_this().match(flat, context.outline.at(token.start).start)
    if (
        _of_this().search(words)
        or (again and context.original is not None)
        or (words.endswith(("”", '"')) and state.head is None)
    ):
        # in a consolidated text "Điều này được sửa đổi …" speaks of the original
        target, governor.part = context.original, True
    elif state.head is not None or state.beyond:
        heading = state.clause[-1] if state.clause else state.head
        whole = before
        if heading is not None:
            before = promised.without_future(flat, before, slot, walk.tail(heading), token.start)
        reason = actors.barred(flat, before, token.start, untitled=False)
        reason = reason or ("draft" if before is whole and is_meant(flat, token) else None)
        reason = reason or ("applied" if lists.used(_behind_but(flat, before, token.start)) else None)
        if reason is None:
            target = _also_changed(walk, before, token) or actors.acted_on(
                _named(walk, state.clause),
                _named(walk, state.beyond),
                slot,
                token.cue.predicate,
                main=actors.told_in_force(before),
            )
            target = _acting_before(walk, target, before, token, slot) or target
            target = target or _stated_of(walk, before, token, slot)
            if target is not None and not walk.frames and moods.unreal(context, target, token, slot):
                walk.verdict, target = "a question or a supposition", None
            if target is not None and of_provisions(walk, target):
                # "theo khoản 2 Điều 8 [B] được sửa đổi bởi [A1] và [A2]": cited for the clause, and changed somewhere
                said = governor.part or not clause or _opened_by_provisions(walk, target)
                governor.part, governor.unpinned = said, governor.unpinned or not said
            if _of_a_part(before):
                governor.part = True
        else:
            walk.verdict = reason
    elif actors.barred(flat, before, token.start, untitled=False) is None:
        target = _told_of(walk, before, slot) or abouts.about(walk, before, token.start)
        around = walk.frames[-1].since if walk.frames else before
        governor.part = governor.part or any(t.kinds & PIN for t in around)
    if target is not None:
        governor.subjects = coordinated.suffering(walk, target, slot, governor, token)
        governor.each = in_turn.named(walk, target, slot)
    walk.set(governor, slot)


def _behind_but(flat: str, before: Sequence[Token], verb: int) -> Sequence[Token]:
    """The tokens behind the word by which the sentence turns back to its subject ("[B] đã được áp dụng nhiều năm,
    *nhưng* đã được thay thế bằng [A]"); all of them where none stands there."""
    turned = _turn(flat, before[0].start, verb) if before else -1
    return [t for t in before if t.start >= turned]


def _turn(flat: str, start: int, end: int) -> int:
    """Where the last "nhưng", "tuy nhiên" between two offsets ends, -1 without one."""
    return max((found.end() for found in _adversative().finditer(flat, start, end)), default=-1)


@cache
def _adversative() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('adversative')})(?!\w)")


def is_meant(flat: str, verb: Token) -> bool:
    """ "dự kiến [được sửa đổi]": is it only meant to be?"""
    return flat[max(0, verb.start - _INTENDED) : verb.start].rstrip().endswith(tuple(word_set("intended")))


def closes(flat: str, governor: Governor, predicate: str) -> bool:
    """Does a passive tell all that its sentence has to say of the document ("[B] bị sửa đổi bởi [A]", "[B] được thay
    thế bởi [A]")? "[B] được sửa đổi bởi [A]" may be told of B in passing."""
    if not governor.passive or governor.cue is None:
        return False
    if predicate in _ENDS:
        return True
    start = governor.cue.start
    words = (*flat[max(0, start - _MARK) : start].split()[-1:], governor.cue.words.partition(" ")[0])
    return predicate in VALIDITY and not word_set("before-agent").isdisjoint(set(words) - word_set("passive-mark"))


def marked(flat: str, start: int, end: int, *, pinned: bool) -> bool:
    """Do the words between two offsets end with the mark of a passive, as before who acts in it? `pinned`: provisions
    of what acts may stand behind the mark ("được [khoản 1 Điều 2 …]")."""
    words = flat[max(start, end - (_MARK_PINNED if pinned else _MARK)) : end].split()
    return not word_set("before-agent").isdisjoint(words if pinned else words[-1:])


def _mark(walk: Walk, tail: int, slot: Slot) -> int:
    """Where the mark of a passive stands that leads to the citation, with nothing but its provisions between; -1 if
    none does."""
    flat = walk.context.flat
    marks = list(_before_agent().finditer(flat, tail, slot.start))
    if not marks:
        return -1
    start, end = marks[-1].span()
    way = [t for t in walk.state.since if t.end > start]
    while way and way[0].start <= start:
        if way[0].words.split()[0] not in {marks[-1][0], *word_set("done")} or way[0].end > end:
            return -1  # "chưa được", "được quy định tại"
        del way[0]
    if any(not t.kinds & (PIN | LEAD | JOIN | ANNEX) and t.words != "," for t in way):
        return -1
    for token in way:
        if any(c.isalpha() for c in flat[end : token.start]):
            return -1
        end = token.end
    return -1 if flat[end : slot.start].strip(" 0123456789,") else start


def around(walk: Walk, slot: Slot) -> bool:
    """ "B đã được [A] sửa đổi, bổ sung", "… được khoản 1 Điều 2 [A] sửa đổi": does the citation stand between the mark
    of a passive and its verb? It acts on what stands before; the verb has no object of its own. True if the citation is
    placed."""
    state, context = walk.state, walk.context
    flat, head = context.flat, state.head
    if head is None or slot.same_as(head):
        return False
    tail = walk.tail(head)
    start = _mark(walk, tail, slot)
    if start < 0:
        return False
    verb = _verb_behind(walk, slot)
    if verb is None:
        return False
    before = [t for t in state.since if t.end <= start]
    said = list(before)
    while said and said[-1].kinds & FINITE:
        said.pop()
    zone = context.zones.of(slot.start)
    turned = _turn(flat, tail, start)
    if words_between(flat, max(tail, turned), start) > _FEW and not actors.is_title(
        flat, said, tail, verb, zone, item=False
    ):
        return False
    passive(walk, verb._replace(start=start), before, slot)
    return True


def _verb_behind(walk: Walk, slot: Slot) -> Token | None:
    """The verb right behind a citation and its attributes that has no document for its object."""
    context = walk.context
    tail = context.tail(slot)
    end = min(context.outline.at(slot.start).end, tail + _BEHIND)
    tokens = context.lexicon.tokens(context.flat, context.text, tail, end)
    at = next((n for n, t in enumerate(tokens) if t.kinds & CUE), -1)
    verb = tokens[at] if at >= 0 else None
    if verb is None or verb.cue is None or verb.cue.position != "active":
        return None
    if verb.cue.confidence < STRONG or not adverbs.are(context.flat, tokens[:at], tail, verb.start):
        return None
    if verb.cue.predicate not in VALIDITY and verb.cue.predicate != "guides":
        return None
    closing = next((t.start for t in tokens[at + 1 :] if t.kinds & SIGN), end)
    return verb if not context.between(verb.end, closing) else None


def _stated_of(walk: Walk, before: Sequence[Token], token: Token, slot: Slot) -> Slot | None:
    """The citation right before the passive, whatever authority says of it: a text may state what cannot be."""
    head = walk.state.head
    if head is None or walk.frames or slot.same_as(head):
        return None
    end = before[0].start if before and all(t.words in word_set("done") for t in before) else token.start
    return None if words_between(walk.context.flat, walk.tail(head), end) else head


def _told_of(walk: Walk, before: Sequence[Token], slot: Slot) -> Slot | None:
    """ "… theo [Thông tư A]. Thông tư này đã được thay thế bởi [Thông tư B]": which one is meant?"""
    context = walk.context
    called = before[0].words if before and before[0].kinds & THIS else ""
    if not called or any(not t.kinds & FINITE for t in before[1:]):
        return None
    if not context.silent and not means_another(context.own, own_name(called)):
        return None
    return told_of(context, slot.start, own_name(called), (slot,))


def _of_a_part(before: Sequence[Token]) -> bool:
    """ "[B] còn hiệu lực, trừ Điều 8 bị bãi bỏ bởi A": do provisions stand right before the passive?"""
    for token in reversed(before):
        if not token.kinds & JOIN and token.words not in (",", *word_set("done")):
            return bool(token.kinds & PIN) or token.words.startswith(tuple(word_set("except")))
    return False


def _also_changed(walk: Walk, before: Sequence[Token], token: Token) -> Slot | None:
    """ "[B] được sửa đổi bởi A1 và [được thay thế] bởi A2": both are said of B."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if governor is None or not governor.passive or governor.last is not walk.state.head or governor.rule != "passive":
        return None
    joined = bool(before) and all(t.kinds & JOIN or t.words in (",", *word_set("done")) for t in before)
    near = governor.last is not None and not unknown_words(
        walk.context.flat, before, walk.tail(governor.last), token.start
    )
    return governor.subjects[0] if joined and near and governor.subjects else None


def _acting_before(walk: Walk, target: Slot | None, before: Sequence[Token], token: Token, slot: Slot) -> Slot | None:
    """ "[A] thay thế [B] và được sửa đổi, bổ sung bởi [C]": the passive goes on with what is said of A where "và" joins
    the two verbs, or where C is younger than A, by which B was over. None where it speaks of B."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if governor is None or governor.passive or target is None or target is not walk.state.head:
        return None
    if governor.last is not target or governor.predicate not in VALIDITY or len(governor.subjects) != 1:
        return None
    acting = governor.subjects[0]
    if acting is walk.context.source or acting.start < 0 or acting.start > target.start or acting.same_as(slot):
        return None
    first, later = acting.documents[0], slot.documents[0]
    if surely_before(later, first):
        return None
    over = governor.predicate in _ENDS and not governor.part and surely_before(first, later)
    return acting if over or _verbs_joined(walk, before, token.start) else None


def _verbs_joined(walk: Walk, before: Sequence[Token], verb: int) -> bool:
    """Does a word like "và" or "đồng thời" lead right to the verb at `verb` ("và sau đó được sửa đổi bởi")? In a title
    before it such a word joins nouns."""
    last = next((t for t in reversed(before) if t.kinds & JOIN and t.words != ","), None)
    return last is not None and words_between(walk.context.flat, last.end, verb) <= _FEW


def _named(walk: Walk, clause: Sequence[Slot]) -> list[Slot]:
    """`clause` with the act that closes an amending act's title in its place: the passive speaks of that one."""
    named = walk.context.named
    return [named.get((slot.start, slot.end), slot) for slot in clause]


def _opened_by_provisions(walk: Walk, slot: Slot) -> bool:
    """ "Khoản 2 Điều 5 [B] được sửa đổi bởi [A]": does the clause open with the provisions of the citation, which are
    what it speaks of then? Behind a semicolon they are one more that is referred to ("căn cứ …; Điều 91 [B] …")."""
    context = walk.context
    at = max(walk.state.floor, context.outline.at(slot.start).body)
    if (
        walk.state.closed
        or slot.start - at > _PROVISIONS
        or context.flat[max(0, at - _BREAK) : at].rstrip().endswith(";")
    ):
        return False
    tokens = context.lexicon.tokens(context.flat, context.text, at, slot.start)
    if not tokens or not tokens[0].kinds & PIN:
        return False
    for token in tokens:
        if not (token.kinds & (PIN | LEAD | JOIN | ANNEX) or token.words in (",", "(")):
            return False  # "Phụ lục 1 (ban hành kèm theo [B])"
        if not abouts.labels(context.flat[at : token.start]):
            return False
        at = token.end
    return abouts.labels(context.flat[at : slot.start])


def of_provisions(walk: Walk, slot: Slot) -> bool:
    """Do provisions stand right before the citation ("khoản 2 Điều 5 [Nghị định]")? Those that another verb has for its
    object ("B sửa đổi một số điều của [Nghị định], được sửa đổi bởi C") say nothing of the passive."""
    context = walk.context
    tokens = context.lexicon.tokens(context.flat, context.text, max(walk.state.floor, slot.start - _BEFORE), slot.start)
    found = annexed = False
    for token in reversed(tokens):
        if token.words == "(" and annexed:  # "Phụ lục 1 (ban hành kèm theo [B])"
            continue
        annexed = bool(token.kinds & ANNEX)
        if token.kinds & PIN and not token.words.startswith(tuple(word_set("some"))):
            return True
        if found and token.kinds & CUE and token.cue is not None:
            return token.cue.predicate not in VALIDITY
        if token.kinds & PIN:
            found = True
        elif not token.kinds & (LEAD | PART | ANNEX | QUANT | TYPE) and (not found or token.words in ".;"):
            return found
    return found
