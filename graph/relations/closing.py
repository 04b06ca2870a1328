"""Statements whose cue stands behind the document: "Quyết định số 43/2022/QĐ-UBND … hết hiệu lực kể từ ngày …"."""

from __future__ import annotations

import re

from graph.relations import clauses, reach
from graph.relations.cues import Cue
from graph.relations.findings import Found
from graph.relations.state import Context, Slot

_REACH = 900  # how far before the cue its document may stand
_SINCE = 160
_NEAR = 40
_THIS_SOON = 70  # "kể từ ngày Quyết định này": so soon behind the cue
_NOT_NOW = re.compile(r"(?<!\w)(?:đã|mà|khi|nếu|chưa|không|sẽ|trước ngày|sau khi|đến khi|trong trường hợp|bị) ?$")
_LAST_JOIN = re.compile(r"[,;]|(?<!\w)và(?!\w)")
_END = re.compile(r" ?(?:thi hành)? ?(?:[.;]|$)")
# "Kể từ ngày Quyết định này có hiệu lực thi hành, [B] hết hiệu lực"
_FRONTED = re.compile(r"[^,;]{0,10}?(?:kể )?từ ngày [^,;]{1,40} này có hiệu lực(?: thi hành)?,? ?(?:thì )?")
_NOT_A_STATEMENT = re.compile(
    r"(?<!\w)(?:ngày|khi|trước|sau|nếu|trường hợp|theo|tại|quy định|quy định tại|do|vì|danh mục)(?!\w)"
)


def add_endings(context: Context) -> None:
    """Look at each such cue of the text and the citations before it in its sentence."""
    for pattern, cue in context.table.post:
        for match in pattern.finditer(context.text):
            _ending(context, cue, match.start(), match.end())


def _ending(context: Context, cue: Cue, start: int, end: int) -> None:
    """The citations that the cue at ``start:end`` ends, and who ends them."""
    text = context.text
    if not context.between(max(0, start - _REACH), start):
        return
    floor = _clause_before(text, start)
    slots = context.between(floor, start)
    if not slots or slots[0].end > start:
        return
    opening = _flat(text, floor, slots[0].start)
    after = _flat(text, end, end + _SINCE)
    fronted = _FRONTED.match(opening)
    if fronted is not None:
        opening = opening[fronted.end() :]
    this = reach.this_document(after, first=True)
    since_this = fronted is not None or (this is not None and this.start() < _THIS_SOON)
    now = since_this or not _NOT_NOW.search(_flat(text, max(floor, start - _NEAR), start))
    if not now or context.table.blocker.search(opening):
        return
    extent = reach.governs("repeals", opening, wide=since_this)
    part = extent == "part"
    if not reach.opens_item(opening):
        part = True
        if extent is None or (not since_this and _NOT_A_STATEMENT.search(opening[:_NEAR])):
            return
    acting = _acting(context, end, after, since_this=since_this)
    if acting is None:
        return
    for at, slot in enumerate(slots):
        if at:
            lead = _flat(text, slots[at - 1].end, slot.start)
            joined = slot.kind == slots[0].kind and reach.coordinates(lead, pins=True)
            if slot.governed or not (slot.listed or joined):
                continue
            part = reach.governs("repeals", _LAST_JOIN.split(lead)[-1], wide=False) == "part"
        predicate = "amends" if part and cue.predicate in ("repeals", "replaces") else cue.predicate
        found = Found(predicate, acting, slot, (start, end), cue.phrase, cue.confidence, "ending", part, floor)
        context.ledger.add(found, stated=True)


def _clause_before(text: str, cue: int) -> int:
    """Where the sentence or list item of the cue begins, or the clause behind a semicolon."""
    floor, item = max(0, cue - _REACH), False
    for found in clauses.breaks(text, floor, cue):
        if found.kind in (clauses.ITEM, clauses.SENTENCE, clauses.PARAGRAPH, clauses.HEADING):
            floor, item = found.resume, True
        elif found.kind == clauses.SEMI and not item:
            floor = found.resume
    return floor


def _acting(context: Context, end: int, after: str, *, since_this: bool) -> Slot | None:
    """Who ends it: the text itself ("kể từ ngày Quyết định này …", or a bare statement), or a document named behind."""
    speaker = context.speaker(end)
    if since_this:
        return speaker
    named = context.between(end, end + _NEAR)
    if named:
        words = _flat(context.text, end, named[0].start)
        if "ngày" in words or "khi" in words:
            return named[0]
    return speaker if _END.match(after) else None


def _flat(text: str, start: int, end: int) -> str:
    return clauses.squeeze(clauses.flatten(text[start:end]))
