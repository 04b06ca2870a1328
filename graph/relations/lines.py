"""Members of a list on lines of their own, without marks: "Bãi bỏ các Quyết định sau:⏎Quyết định số …⏎Quyết định số …".
The outline keeps such lines in one unit, since a line of a paragraph that was wrapped may begin so as well; below
words that introduce them each line that a citation opens is a member, whatever sign ends the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.relations.counting import words_between
from graph.relations.lexicon import CUE, JOIN, LEAD, PIN, QUANT
from graph.relations.slots import Slot
from graph.relations.state import State
from graph.structure.line_ends import line_ends

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_BLANKS = " \t*_|>"
_LEADS_ON = CUE | JOIN | LEAD | PIN | QUANT  # the line before has not come to its end


def begins(walk: Walk, slot: Slot) -> None:
    """Remember the governors of a list whose first member opens the line below a colon."""
    text = walk.context.text
    line = _line(text, slot.start)
    above = text[max(0, line - 80) : max(0, line)].rstrip(_BLANKS + "\n")
    if not above.endswith(":") and not line_ends().introduces(above):
        return
    governors = [g for g in walk.state.stack if g.predicate and (g.base or g.listing)]
    walk.lined = (walk.context.outline.index(slot.start), governors) if governors else None


def next_member(walk: Walk, start: int, slot: Slot) -> bool:
    """Is the citation the next member? Then the clause begins anew with the list's governors. Not where the line before
    leads on to it ("… sửa đổi⏎[Quyết định]"), nor below a line that is no member."""
    context, lined = walk.context, walk.lined
    head = walk.state.head
    if lined is None or walk.frames or head is None:
        return False
    text, flat = context.text, context.flat
    line = _line(text, slot.start)
    if line <= start or context.outline.index(slot.start) != lined[0]:
        return False
    closes = text[max(start, line - 80) : line].rstrip(_BLANKS + "\n")[-1:] in (".", ";")
    if not closes and _line(text, head.start) < 0:
        return False  # a member before this one stands within its line: the paragraph was wrapped
    at = text.find("\n", start, line - 1)
    while at >= 0:  # a title may go on over lines, but not behind its end
        if text[at + 1 : at + 2].isupper() and text[max(start, at - 80) : at].rstrip(_BLANKS)[-1:] in (".", ";", ":"):
            walk.lined = None
            return False
        at = text.find("\n", at + 1, line - 1)
    tokens = context.lexicon.tokens(flat, text, max(start, line - 80), slot.start)
    last = tokens[-1] if tokens else None
    if last is not None and last.kinds & _LEADS_ON and not words_between(flat, last.end, slot.start):
        return False
    walk.state = State(list(lined[1]), floor=slot.start, item=True, closed=True, opened=slot.start)
    return True


def _line(text: str, at: int) -> int:
    """Where the line of an offset begins if nothing but blanks stands before it there, else -1."""
    line = text.rfind("\n", 0, at) + 1
    return line if line and not text[line:at].strip(_BLANKS) else -1
