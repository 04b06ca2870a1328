"""Which cue governs a citation, and what becomes of one that none governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.relations import (
    abouts,
    actors,
    by_means,
    called,
    described,
    fronted,
    halves,
    openings,
    passives,
    preambles,
    promised,
    served,
    subjects,
    to_that_end,
    verbs,
    ways,
)
from graph.relations.authority import VALIDITY, is_normative, type_of
from graph.relations.counting import unknown_words, words_between
from graph.relations.lexicon import (
    AGENT,
    CONDITION,
    CUE,
    FINITE,
    PART,
    PASSIVE,
    PIN,
    STOP,
    STRONG,
    THIS,
    TYPE,
    Token,
)
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set
from graph.structure.parts import row_between

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_FAR = 700  # how far before a citation its cue may stand
_SERVICE_FAR = 420


def govern(walk: Walk, at: int, slot: Slot) -> bool:
    """Let the cue at an index of `since` govern the citation, if it reaches it; True if the citation is placed."""
    context, state = walk.context, walk.state
    flat = context.flat
    token = state.since[at]
    cue = token.cue
    assert cue is not None
    first = verbs.first_verb(walk, at)
    before, way = state.since[:first], state.since[at + 1 :]
    opening = state.since[first]
    if cue.phrase in word_set("now-is") and not called.is_now(context, token, slot):
        walk.verdict = "another clause"
        return False
    if token.kinds & PASSIVE and cue.position == "passive":
        if ways.by_agent(flat, way, passive=True, cue_end=token.end, end=slot.start) or (
            cue.predicate in VALIDITY
            and (state.head is not None or state.beyond)
            and ways.agent_left_out(flat, way, token.end, slot.start)
        ):
            passives.passive(walk, token, before, slot)
            return True
        walk.verdict = "passive without agent"
        return False
    named = bool(way) and way[0].kinds & AGENT and not words_between(flat, token.end, way[0].start)
    agent = cue.predicate in VALIDITY and (state.head is not None or state.beyond or named)
    if cue.confidence < STRONG and not flat.startswith(tuple(word_set("by")), token.end + 1):
        agent = False  # "sau khi điều chỉnh theo quy định tại [Nghị định]"
    if cue.phrase.endswith(tuple(word_set("words-of"))):
        agent = False  # "thay cụm từ “…” bằng cụm từ “…” tại [Quyết định]": words take the place of words
    if cue.phrase in word_set("only-in-front") and not openings.leads(walk, before, token, slot):
        return False
    if served.by(walk, token, opening, before, way, slot):
        return True
    if served.without_object(walk, token, opening, before, way, slot):
        return False
    if agent and ways.by_agent(flat, way, passive=verbs.counted(flat, opening), cue_end=token.end, end=slot.start):
        passives.passive(walk, token, before, slot)
        return True
    if cue.position == "active" and cue.predicate in VALIDITY and abouts.names_agents(walk, before, opening, way, slot):
        passives.passive(walk, token._replace(cue=opening.cue, start=before[-1].start), before[:-1], slot)
        return True
    if cue.position == "passive" or verbs.names_a_class(walk, token):
        return False
    zone = context.zones.of(slot.start)
    title = zone == "title" and state.head is None
    changes = cue.predicate in VALIDITY
    if cue.position == "preamble":
        return preambles.basis(walk, token, before, slot, zone)
    stop = ways.stopped(
        flat, way, token.end, slot.start, service=(not changes and zone == "body") or cue.predicate == "implements"
    )
    guided = stop is not None and stop.words == "theo" and _guides_by(walk, opening, before, way, stop)
    assigned = title or (cue.predicate == "implements" and openings.assigned(walk, token, before, way, stop, slot))
    if stop is not None and not guided and not (assigned and actors.serves(cue.predicate) and stop.words == "theo"):
        walk.verdict = f"{stop.words} at {stop.start}"
        return False
    if changes and way and row_between(context.text, way[-1].end, slot.start):
        walk.verdict = "another clause"
        return False
    if cue.predicate == "implements" and _at_home_elsewhere(way):
        walk.verdict = "another clause"
        return False
    if slot.start - token.end > (_FAR if changes or zone != "body" else _SERVICE_FAR):
        walk.verdict = "too far"
        return False
    ordinary = cue.confidence < STRONG and changes and not any(t.kinds & (PIN | TYPE | PART) for t in way)
    if ordinary and unknown_words(flat, way, token.end, slot.start) > (6 if title else 2):
        walk.verdict = "an ordinary verb"
        return False
    part = changes and ways.extent(flat, way, token.end) == "part"
    if part and cue.predicate == "consolidates":
        return False
    _active(walk, token, opening, before, slot, zone, part=part)
    walk.state.stack[-1].apart = part and ways.labelled(way)
    walk.state.stack[-1].of_one = part and ways.of_one(way)
    _also(walk, token, at, slot)
    return True


def _at_home_elsewhere(way: Sequence[Token]) -> bool:
    """ "thực hiện dịch vụ công trực tuyến đối với thủ tục “…” tại [Quyết định]": does "tại" lead from what the verb is
    said for to the document, and not from its object?"""
    last = way[-1] if way else None
    if last is None or last.words not in word_set("at"):
        return False
    return any(t.kinds & CONDITION and t.words in word_set("adverbial") for t in way)


def _guides_by(walk: Walk, opening: Token, before: Sequence[Token], way: Sequence[Token], stop: Token) -> bool:
    """ "[Thông tư] hướng dẫn hồ sơ, trình tự theo [Nghị định]", "Thông tư này hướng dẫn … theo quy định tại Điều 5
    [Nghị định]": a document that guides by what another one rules guides that one."""
    flat, head = walk.context.flat, walk.state.head
    if opening.cue is None or opening.cue.predicate != "guides":
        return False
    if any(t.kinds & (CUE | FINITE | STOP) for t in way[1:] if t.start < stop.start):
        return False
    if any(t.words in word_set("owner") and t.start > stop.start for t in way):
        return False  # "… theo mô hình công ty do Nhà nước nắm giữ vốn theo quy định của [Luật]"
    if before and before[-1].kinds & THIS:
        return not words_between(flat, before[-1].end, opening.start)
    if head is None:
        return False
    if before:  # "… [đã] hướng dẫn", "…, [có hiệu lực từ ngày 01/01/2026], hướng dẫn"
        return not actors.without_tense(flat, before, walk.tail(head), opening.start)
    return not words_between(flat, walk.tail(head), opening.start)


def _joined(before: Sequence[Token]) -> bool:
    """Does "và" stand before a verb ("về kiện toàn Ban Chỉ đạo và bãi bỏ [B]")?"""
    return bool(before) and before[-1].words in word_set("and")


def _active(
    walk: Walk, token: Token, opening: Token, before: Sequence[Token], slot: Slot, zone: str, *, part: bool
) -> None:
    """ "A thay thế B", "Bãi bỏ B": B is the citation at hand. `opening` is the first of several joined verbs."""
    state, context = walk.state, walk.context
    assert token.cue is not None
    distance = words_between(context.flat, token.end, slot.start)
    confidence = token.cue.confidence * max(0.6, 1.0 - 0.01 * max(0, distance - 4))
    governor = Governor(token.cue.predicate, token, confidence, part=part)
    if zone == "title":  # what stands above the title is no part of it
        before = [t for t in before if t.start >= context.zones.title[0]]
    if governor.predicate == "implements" and zone == "title" and state.head is None and _guiding(walk, before):
        governor.predicate = "guides"
    if state.head is not None and halves.second(walk, state.head, before, opening):
        governor.subjects, governor.rule = (state.head,), "title"
        governor.confidence *= 0.95
        walk.set(governor, slot)
        return
    if state.head is not None and governor.predicate in VALIDITY:
        before = promised.without_future(context.flat, before, state.head, walk.tail(state.head), opening.start)
    reason = actors.barred(
        context.flat,
        before,
        opening.start,
        service=actors.serves(governor.predicate),
        # committees are named after what they carry out or draw up anew, none after what it replaces
        untitled=governor.predicate != "replaces" and not (governor.predicate == "repeals" and _joined(before)),
    )
    if reason == "guard" and called.will_surely(walk, before, opening, governor.predicate):
        before, reason = before[:-1], None
    means = by_means.document(walk, opening, before, slot) if reason is None and not part else None
    if means is not None:
        governor.subjects, governor.rule = (means,), "by-means"
    elif reason is None:
        subjects.subject(walk, governor, opening, before, slot, zone)
    else:
        walk.verdict = reason
    if walk.verdict == "a class of documents":
        governor = described.describe(walk, governor, token, before, slot, zone)
    if governor.predicate == "reviews" and not _reports(governor, strictly=token.cue.position == "report"):
        governor.subjects = ()
    if not governor.subjects and governor.fronted is None and actors.serves(governor.predicate):
        governor.nameless = actors.type_before(context.flat, before, opening.start) >= 0
    if governor.base:
        state.stack = [g for g in state.stack if g.listing]
    elif state.head is None and before:
        _end_basis(walk)
    walk.set(governor, slot)


def _guiding(walk: Walk, before: Sequence[Token]) -> bool:
    """A circular's title "hướng dẫn mức chi thực hiện [Quyết định]": it guides."""
    return is_normative(walk.context.own) and any(t.cue is not None and t.cue.predicate == "guides" for t in before)


def _also(walk: Walk, token: Token, at: int, slot: Slot) -> None:
    """ "kéo dài thời gian thực hiện và sửa đổi, bổ sung một số điều của …": two changes of one document."""
    state = walk.state
    governor = state.stack[-1] if state.stack else None
    if governor is None or governor.cue is not token or governor.predicate not in VALIDITY or governor.passive:
        return
    for other in reversed(walk.placed[:at]):
        cue = other.cue
        if cue is None and not other.kinds & (STOP | THIS | FINITE) and other.words not in (";", ".", ":"):
            continue
        if (
            cue is None
            or cue.predicate not in VALIDITY
            or cue.predicate == governor.predicate
            or cue.position != "active"
        ):
            break
        if not _joined_closely(walk.context.flat, other, token):
            break
        walk.apply(replace(governor, predicate=cue.predicate, cue=other), slot, stated=True)
        break


def annexed(walk: Walk, slot: Slot) -> bool:
    """An unnumbered paper that the document before promulgates ("Quyết định … ban hành Kế hoạch thực hiện …") or
    that is the text itself ("Ủy ban nhân dân tỉnh ban hành Kế hoạch …") acts through that document."""
    since = walk.state.since
    if not actors.promulgates(walk.context.flat, since, slot):
        return False
    if walk.state.head is not None and not actors.other_clause(walk.context.flat, since):
        return True
    if walk.context.zones.of(slot.start) not in ("title", "preamble"):
        return False
    return not any(t.words in word_set("done") for t in since)


def titled(walk: Walk, head: Slot, slot: Slot) -> Governor | None:
    """The governor that the name of `head` itself holds ("Luật sửa đổi, bổ sung một số điều của …")."""
    context = walk.context
    tokens = context.lexicon.tokens(context.flat, context.text, head.start, slot.start)
    for at, token in enumerate(tokens):
        if (
            token.kinds & CUE
            and token.cue is not None
            and token.cue.position == "active"
            and token.cue.predicate in VALIDITY
        ):
            part = ways.extent(context.flat, tokens[at + 1 :], token.end) == "part"
            return Governor(token.cue.predicate, token, token.cue.confidence, "title", (head,), part=part)
    return None


def stand_alone(walk: Walk, slot: Slot) -> None:
    """Neither a cue nor a list: governors of the clause end here. "Thực hiện A, Tỉnh ủy ban hành B": B carries A
    out."""
    state = walk.state
    opening = next((g for g in state.stack if g.fronted), None)
    if opening is not None and fronted.issues(walk, slot.start, opening, slot):
        state.stack = []
        walk.set(fronted.issued(opening), slot, stated=False)
        return
    said = next((g for g in state.stack if g.rule == "fronted"), None)
    if said is not None and fronted.issues_too(walk, slot):
        state.stack = [said]
        walk.apply(said, slot, stated=False)
        walk.advance(slot)
        return
    if to_that_end.opens(walk, slot):
        return
    if state.head is None:
        _end_basis(walk)
        state.stack = [
            g for g in state.stack if not (g.base and g.predicate == "implements" and not g.listing and state.closed)
        ]
    if state.stack:
        state.stack.append(Governor("", None, 0.0))
    walk.advance(slot)


def _end_basis(walk: Walk) -> None:
    """A clause of its own ends the list of what the text is based on."""
    walk.state.stack = [g for g in walk.state.stack if g.predicate != "based_on"]


def _joined_closely(flat: str, first: Token, second: Token) -> bool:
    return second.start - first.end < 90 and (
        any(f" {word} " in flat[first.end : second.start] for word in word_set("and"))
        or "," in flat[first.end : second.start]
    )


def _reports(governor: Governor, *, strictly: bool) -> bool:
    """Is it reports that act? Where not `strictly` anything does but a letter, which asks for the review ("Công văn …
    về việc tổng kết [Nghị quyết]")."""
    kinds = [type_of(s.documents[0]) for s in governor.subjects]
    if not strictly:
        return not any(kind.startswith(tuple(word_set("letter"))) for kind in kinds)
    return bool(kinds) and all(kind.startswith(tuple(word_set("report"))) for kind in kinds)
