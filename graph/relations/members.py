"""Lists: which governor a citation without a cue of its own belongs to, and what heads a list."""

from __future__ import annotations

from graph.relations import clauses, grammar, reach
from graph.relations.authority import VALIDITY, allowed, outranks
from graph.relations.cues import Hit
from graph.relations.state import Context, Governor, Slot, State
from graph.relations.subjects import by_itself

_HEAD_REACH = 600  # how far before its first item the head of a list may begin
_SINCE_REACH = 240
_NARROWING = ("một phần", "một số điều", "một số nội dung")


def takes(context: Context, governor: Governor, slot: Slot) -> bool:
    """May a list of this governor go on with the citation?"""
    if governor.fronted is not None or governor.predicate in ("", "based_on", "reviews") or not governor.subjects:
        return True
    if governor.passive:
        if governor.rule == "fronted":
            return True
        after = clauses.squeeze(clauses.flatten(context.text[slot.end : slot.end + 120]))
        return (governor.last is None or governor.last.kind == slot.kind) and not grammar.also_amended(after)
    pairs = [(s, o) for g in governor.subjects for s in g.documents for o in slot.documents]
    if not all(allowed(s, governor.predicate, o, stated=governor.base) for s, o in pairs):
        return False
    if governor.base or governor.predicate == "implements":
        return True
    if governor.predicate == "guides" and all(outranks(o, s) for s, o in pairs):
        return True
    return governor.last is None or governor.last.kind == slot.kind


def goes_on(context: Context, state: State, slot: Slot, words: str) -> bool:
    """Does the citation go on with a list? `words` stand before it, from the citation before or the clause's
    beginning. May put an inner governor back on the stack."""
    if state.head is None:
        if not state.stack or not reach.opens_item(words):
            return False
        if state.item and not state.closed and not any(g.listing for g in state.stack):
            return False
        if state.stack[-1].part and not grammar.of_provisions(words):
            # "bãi bỏ Điều 2 Thông tư A sửa đổi một số điều của Thông tư B; Thông tư C": C is amended, not ended
            inner = next((g for g in reversed(state.shelved) if g.predicate == "amends" and not g.passive), None)
            if inner is not None and inner.last is not None and inner.last.kind == slot.kind:
                state.stack.append(inner)
        return True
    pins = any(g.predicate in VALIDITY for g in state.stack)
    if reach.coordinates(words, pins=pins) and not (pins and grammar.used(words)):
        return True
    return bool(state.stack) and state.stack[-1].part and _next_part(context, state, slot)


def _next_part(context: Context, state: State, slot: Slot) -> bool:
    """ "bãi bỏ thủ tục 8 tại [Quyết định A] và thủ tục 1 tại [Quyết định B]"."""
    predicate = state.stack[-1].predicate
    if predicate not in VALIDITY or state.head is None:
        return False
    rest = clauses.squeeze(state.flat(context.text, context.tail(state.head).end, slot.start)).strip(" ,")
    words = rest.removeprefix("và ")
    return words is not rest and reach.governs(predicate, f" {words} ", wide=True) == "part"


def bare(context: Context, state: State, slot: Slot) -> bool:
    """Only attributes (date, issuer, term) and a separator between two members of a list."""
    if state.head is None or slot.start - state.head.end > 160:
        return False
    end = max(context.tail(state.head).end, state.head.end)
    return state.flat(context.text, end, slot.start).strip(' ,“"') in ("", "và", "và các", "các")


def heading(context: Context, state: State, slot: Slot, words: str) -> Governor | None:
    """The governor of the first item below a heading or sentence that has a cue and no citation ("Bãi bỏ các văn bản
    sau"); `words` stand between the marker and the citation."""
    if not state.item or state.head is not None or state.level < 1 or state.stack or not reach.opens_item(words):
        return None
    start, end = _line_before(context.text, state.floor)
    line = clauses.flatten(context.text[start:end])
    for hit in context.table.find(line):
        before = line[: hit.start]
        if hit.cue.position != "active" or hit.cue.predicate not in VALIDITY or "danh mục" in line:
            continue
        if context.table.blocker.search(before) or context.table.guard.search(before[-40:]):
            continue
        if before.strip(" ,") and reach.this_document(clauses.squeeze(before)) is None:
            continue
        governor = Governor(
            hit.cue.predicate, hit, (start + hit.start, start + hit.end), hit.cue.confidence * 0.95, "list",
            listing=True, part=any(word in line for word in _NARROWING), level=state.level,
        )  # fmt: skip
        by_itself(context, governor, slot, "list", 1.0)
        return governor
    return None


def _line_before(text: str, offset: int) -> tuple[int, int]:
    """The paragraph before the list item that begins at `offset`, without its own marker."""
    line = text.rfind("\n", max(0, offset - _HEAD_REACH), offset)
    if line < 0:
        return offset, offset
    floor = max(0, line - _HEAD_REACH)
    stop = clauses.last_stop(text, floor, line, weakest=clauses.SEMI)
    start = stop.resume if stop is not None else floor
    return start, max(line, start)


def ending_head(context: Context, state: State, slot: Slot, flat: str, start: int) -> Governor | None:
    """The governor of "Các Quyết định sau đây hết hiệu lực kể từ ngày …: a) [Quyết định]"; `flat` begins at `start`."""
    if ":" not in flat:
        return None
    for pattern, cue in context.table.post:
        found = pattern.search(flat)
        if found is None or len(flat) - found.end() > _SINCE_REACH:
            continue
        before = clauses.squeeze(flat[: found.start()])
        since, _, members = clauses.squeeze(flat[found.end() :]).rpartition(":")
        if not reach.opens_item(members) or "sau" not in before.split() or ";" in since:
            continue
        governor = Governor(
            cue.predicate, Hit(cue, 0, 0), (start + found.start(), start + found.end()), cue.confidence, "list",
            listing=state.colon, part=any(word in before for word in _NARROWING), level=state.level,
        )  # fmt: skip
        by_itself(context, governor, slot, "list", 1.0)
        return governor
    return None
