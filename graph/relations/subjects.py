"""Who acts: the citation before the cue, the text itself, or nobody that a relation could name."""

from __future__ import annotations

import re
from bisect import bisect_left

from graph.relations import clauses, grammar, reach
from graph.relations.authority import VALIDITY, allowed, can_end, is_normative, type_class, type_of
from graph.relations.state import Context, Governor, Slot, State

_TITLE_REACH = 700  # how far the title of a citation may reach to a cue
_AHEAD = 520
_EARLY = 60  # "Quyết định này" opens its clause within so many signs
# Below such a heading stands what somebody is to amend.
_WANTED = re.compile(r"CẦN\s+(?:SỬA\s+ĐỔI|BÃI\s+BỎ|THAY\s+THẾ|BỔ\s+SUNG)")
_WANTED_REACH = 20000
_NEXT_ANNEX = re.compile(r"\n[ *_]*(?:PHỤ LỤC|Phụ lục|Điều \d|Chương|CHƯƠNG|Phần|PHẦN)")


def from_head(
    context: Context, state: State, governor: Governor, head: Slot, before: str, cue: int, slot: Slot, zone: str
) -> None:
    """Fill in the subject where the citation `head` stands before the cue in the same clause, `before` being the words
    between and `cue` the cue's offset."""
    predicate = governor.predicate
    if context.table.blocker.search(before):
        return
    this = reach.this_document(before)
    if this is not None:
        if not grammar.conditional(before) and grammar.acts(predicate, before[this.end() :]):
            by_itself(context, governor, slot, "itself", 1.0)
        return
    if zone in ("preamble", "title") and "," in before and grammar.enacts(before, type_of(context.own)):
        by_itself(context, governor, slot, "enacting", 0.95)
        return
    if grammar.joins_verb(before):
        if _joined(state, governor):
            return
        if predicate not in VALIDITY:
            return
        if zone == "title" and head.kind != slot.kind == type_class(context.own):
            by_itself(context, governor, slot, "title", 0.9)
            return
    if grammar.of_a_class(before):
        return
    tail = context.tail(head).end
    words = state.flat(context.text, max(tail, state.floor), cue)
    direct = not before.strip(" ,") or tail >= cue - 1 or not words.strip(' ,“”"')
    if direct:
        governor.rule = "direct"
        members = [s for s in state.group if s is head or _shares(s, head, predicate, slot)]
        governor.subjects = tuple(members) if len(members) > 1 else (head,)
    elif _is_title(state, predicate, clauses.squeeze(words), zone):
        governor.rule = "title"
        governor.subjects = (head,)
        governor.confidence *= 0.95


def _joined(state: State, governor: Governor) -> bool:
    """The cue goes on with the verb of a governor of its kind ("… thay thế A và bãi bỏ B"): it takes its place."""
    family = _family(governor.predicate)
    for at in range(len(state.stack) - 1, -1, -1):
        outer = state.stack[at]
        if _family(outer.predicate) == family and not outer.passive:
            del state.stack[at:]
            governor.subjects, governor.base, governor.fronted = outer.subjects, outer.base, outer.fronted
            governor.rule = "joined"
            governor.confidence *= 0.95
            return True
    return False


def _family(predicate: str) -> str:
    return "change" if predicate in VALIDITY else predicate


def _is_title(state: State, predicate: str, words: str, zone: str) -> bool:
    """Do the words between the attributes of a citation and a cue belong to the citation's title?"""
    if grammar.other_clause(words) or len(words) > _TITLE_REACH:
        return False
    if zone != "body":
        return True
    if not grammar.opens_title(words) and not state.item:
        return False
    return predicate in VALIDITY or not words.rstrip().endswith(",")


def _shares(member: Slot, head: Slot, predicate: str, slot: Slot) -> bool:
    """Does a coordinated member share the complement of the last one? Only papers of one kind do."""
    return (
        member.kind == head.kind != "law"
        and type_of(member.documents[0]) == type_of(head.documents[0])
        and all(allowed(m, predicate, o, stated=False) for m in member.documents for o in slot.documents)
    )


def from_opening(context: Context, governor: Governor, before: str, slot: Slot, zone: str, *, aside: bool) -> None:
    """Fill in the subject where no citation stands before the cue: the text itself, if this is a place where it speaks
    of itself. `aside`: in a parenthesis."""
    predicate = governor.predicate
    own = type_of(context.own)
    this = reach.this_document(before)
    blocked = context.table.blocker.search(before) is not None
    if zone == "title":
        if not (blocked and predicate in VALIDITY) and not grammar.of_a_class(before):
            by_itself(context, governor, slot, "title", 1.0)
    elif blocked:
        return
    elif this is not None and not grammar.conditional(before):
        if grammar.acts(predicate, before[this.end() :]) and (this.start() < _EARLY or predicate in VALIDITY):
            by_itself(context, governor, slot, "itself", 1.0)
    elif grammar.tells(before) or (zone == "preamble" and grammar.enacts(before, own)):
        by_itself(context, governor, slot, "enacting", 0.95)
    elif predicate in ("implements", "reviews"):
        if not grammar.only_adverbs(before):
            return
        if predicate == "implements" and zone in ("preamble", "purpose"):
            after = clauses.squeeze(clauses.flatten(context.text[slot.end : slot.end + _AHEAD]))
            if zone == "purpose" or not grammar.done_by_others(after, own):
                by_itself(context, governor, slot, zone, 1.0 if zone == "preamble" else 0.9)
        else:
            governor.fronted, governor.base = [], True
    elif predicate in VALIDITY and not before.strip(' ,:“"(') and zone not in ("head", "purpose") and not aside:
        ends = predicate != "amends" and not governor.part and can_end(context.own)
        if ends or _may_amend(context, slot):
            by_itself(context, governor, slot, "imperative", 0.95)


def _may_amend(context: Context, slot: Slot) -> bool:
    """Is an imperative in the body ("Sửa đổi Điều 5 …") the text's own act? Not in a paper that cannot amend (a plan, a
    single-case decision on normative documents), not below "… CẦN SỬA ĐỔI, BỔ SUNG"."""
    own = context.own
    if not is_normative(own) and type_of(own) != "văn bản hợp nhất":
        amends = type_of(own) in ("quyết định", "nghị quyết", "quy định")
        if not amends or any(is_normative(d) for d in slot.documents):
            return False
    if context.wanted is None:
        context.wanted = [found.start() for found in _WANTED.finditer(context.text)]
    at = bisect_left(context.wanted, slot.start) - 1
    if at < 0 or slot.start - context.wanted[at] > _WANTED_REACH:
        return True
    return _NEXT_ANNEX.search(context.text, context.wanted[at] + 20, slot.start) is not None


def by_itself(context: Context, governor: Governor, slot: Slot, rule: str, weight: float) -> None:
    """The text itself acts, or who speaks in the quotation around `slot`."""
    # only the consolidated text itself consolidates
    speaker = context.source if governor.predicate == "consolidates" else context.speaker(slot.start)
    governor.base = True
    if speaker is not None:
        governor.subjects = (speaker,)
        governor.rule = rule
        governor.confidence *= weight


def acted_on(state: State, agent: Slot, predicate: str, *, main: bool) -> Slot | None:
    """What the agent of a passive acts on: the nearest citation of its kind in the clause, else the one just before;
    the first one if something is said of the `main` document before. A title may hold a semicolon."""
    clause = state.clause or state.beyond
    others = [s for s in (clause if main else reversed(clause)) if not s.same_as(agent)]
    for candidate in others:
        if candidate.kind == agent.kind and _may(agent, predicate, candidate):
            return candidate
    nearest = others[0] if others and state.clause else None
    return nearest if nearest is not None and _may(agent, predicate, nearest) else None


def _may(agent: Slot, predicate: str, target: Slot) -> bool:
    return all(allowed(a, predicate, o, stated=True) for a in agent.documents for o in target.documents)
