"""The section on the bases that a plan begins with: "I. CĂN CỨ PHÁP LÝ⏎- [A];⏎- [B];". The heading says of each
document that opens a paragraph or an item below it that the text is based on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.relations.counting import words_between
from graph.relations.lexicon import CUE, Cue, Token
from graph.relations.state import Governor

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_LINE = 160  # how long the heading is at most
_NEAR = 20
_CONFIDENCE = 0.95


def governor(walk: Walk, number: int) -> Governor | None:
    """The governor of the document that unit `number` opens with; None outside of such a section, and for units that
    open otherwise."""
    context = walk.context
    start, end = context.zones.bases
    unit = context.outline.units[number]
    if not start <= unit.body < end or unit.kind in ("recipients", "furniture"):
        return None
    first = next(iter(context.between(unit.body, unit.body + _NEAR)), None)
    if first is None or words_between(context.flat, unit.body, first.start):
        return None
    source = context.original or context.source
    if source is None or context.silent:
        return None
    return Governor("based_on", _heading(walk, start), _CONFIDENCE, "list", (source,), base=True, listing=True)


def _heading(walk: Walk, end: int) -> Token:
    """The heading, which ends at `end`, as what says that bases follow."""
    text, flat = walk.context.text, walk.context.flat
    start = max(0, text.rfind("\n", 0, end - 1) + 1, end - _LINE)
    words = " ".join(flat[start:end].split())
    return Token(CUE, words, start, start + len(text[start:end].rstrip()), Cue("based_on", words, "preamble"))
