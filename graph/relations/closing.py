"""Statements whose cue stands behind the document: "Quyết định số 43/2022/QĐ-UBND … hết hiệu lực kể từ ngày …"."""

from __future__ import annotations

import re
from bisect import bisect_left

from graph.relations import clauses, grammar
from graph.relations.cues import Cue, Hit
from graph.relations.findings import Found
from graph.relations.scope import Slot, Walk

_REACH = 900  # how far before the cue its document may stand
_SINCE = 160
_NOT_NOW = re.compile(r"(?<!\w)(?:đã|mà|khi|nếu|chưa|không|sẽ|trước +ngày|sau +khi|đến +khi|trong +trường +hợp|bị) *$")
_STATES = re.compile(r" *(?:thi +hành|toàn +bộ|một +phần|pháp +luật|,)* *(?:kể +từ|từ|vào)? *(?:ngày|khi|thời +điểm)?")
_END = re.compile(r" *(?:thi +hành)? *(?:[.;]|$)")
_NOT_A_STATEMENT = re.compile(r"(?<!\w)(?:ngày|khi|trước|sau|nếu|trường +hợp|theo|tại|quy +định +tại|do|vì|danh +mục)(?!\w)")


def add_endings(walk: Walk) -> None:
    """Look at each such cue of the text and the citations before it in its sentence."""
    for pattern, cue in walk.table.post:
        for match in pattern.finditer(walk.text):
            _ending(walk, cue, match.start(), match.end())


def _ending(walk: Walk, cue: Cue, start: int, end: int) -> None:
    text = walk.text
    floor = max(0, start - _REACH)
    if bisect_left(walk.slots, floor, key=_start) == bisect_left(walk.slots, start, key=_start):
        return
    first, item = floor, False
    for found in clauses.breaks(text, floor, start):
        if found.kind in (clauses.ITEM, clauses.SENTENCE, clauses.PARAGRAPH, clauses.HEADING):
            first, item = found.resume, True
        elif found.kind == clauses.SEMI and not item:
            first = found.resume
    slots = walk.slots[bisect_left(walk.slots, first, key=_start) : bisect_left(walk.slots, start, key=_start)]
    if not slots or slots[0].end > start:
        return
    opening = clauses.flatten(text[first : slots[0].start])
    before = clauses.flatten(text[max(first, start - 40) : start])
    after = clauses.flatten(text[end : end + _SINCE])
    this = grammar.this_document(after, first=True)
    since_this = this is not None and this.start() < 70
    if (_NOT_NOW.search(before) and not since_this) or walk.table.blocker.search(opening):
        return
    part = not grammar.opens_item(opening)
    if part and (_NOT_A_STATEMENT.search(opening[:40]) or grammar.governs("repeals", opening, wide=False) is None):
        return
    acting = _acting(walk, end, after, since_this, slots[0])
    if acting is None:
        return
    if grammar.governs("repeals", opening, wide=False) == "part":
        part = True
    predicate = "amends" if part and cue.predicate in ("repeals", "replaces") else cue.predicate
    hit = Hit(cue, 0, 0)
    for slot in slots:
        if slot is not slots[0] and (slot.governed or not slot.listed):
            continue
        walk.ledger.add(
            Found(predicate, acting, slot, (start, end), hit.cue.phrase, cue.confidence, "ending", part, first), stated=True
        )


def _start(slot: Slot) -> int:
    return slot.start


def _acting(walk: Walk, end: int, after: str, since_this: bool, ended: Slot) -> Slot | None:
    """Who ends it: the text itself ("kể từ ngày Quyết định này …", or a bare statement), or a document named behind."""
    speaker = walk._speaker(end)
    if since_this:
        return speaker
    at = bisect_left(walk.slots, end, key=_start)
    if at < len(walk.slots) and walk.slots[at].start - end < 40:
        words = clauses.flatten(walk.text[end : walk.slots[at].start])
        if "ngày" in words or "khi" in words:
            return walk.slots[at]
    return speaker if _END.match(after) else None
