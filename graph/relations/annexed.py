"""Lists that stand in an annex: "Bãi bỏ các văn bản … tại Phụ lục I ban hành kèm theo Thông tư này", "… hết hiệu lực
(Danh mục kèm theo)". The body says what becomes of the documents, the annex names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.phrases import places
from graph.relations import endings, signs
from graph.relations.authority import VALIDITY
from graph.relations.lexicon import CUE, LEAD, PART, PIN, POST, SIGN, STOP, TYPE, Token
from graph.relations.state import Governor, State
from graph.relations.words import spaced, word_set
from graph.structure.parts import Annex, annexes

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_NAMED_SOON = 40
_CONFIDENCE = 0.9


@cache
def _reference() -> re.Pattern[str]:
    """In flat text: what is annexed, how it is called, that it is annexed."""
    return re.compile(
        rf"(?:{spaced('annex-noun')})"
        rf"(?: +(?:(?:{spaced('number')}) +)?(?P<label>[ivxlc]+|\d{{1,2}}|[a-h])(?!\w))?(?!\w)"
        rf"[^.;:]{{0,90}}?(?:{spaced('annexed')})(?!\w)"
    )


def _references(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What refers to an annex between two offsets, in order."""
    done = start
    for at in places(flat, {phrase.split()[0] for phrase in word_set("annex-noun")}, start, end):
        found = _reference().match(flat, at, end) if at >= done else None
        if found is not None:
            done = found.end()
            yield found


class AnnexedLists:
    """The annexes of one text with the governors that the body hands on to them; read once, when the walk reaches the
    first annex."""

    def __init__(self, walk: Walk) -> None:
        self._governed: list[tuple[Annex, Governor]] = []
        text = walk.context.text
        found = annexes(text, walk.context.zones.title[1])
        if not found:
            return
        kept = (walk.state, list(walk.frames), walk.trace)
        walk.trace = None
        flat = walk.context.whole  # with the words in parentheses
        for reference in _references(flat, walk.context.zones.title[1], found[0].start):
            governor = _announced(walk, flat, reference)
            if governor is None:
                continue
            label = reference["label"] or ""
            # one that has no label is that of the body's only annex, or of those that have none
            meant = [a for a in found if a.label == label] if label else [a for a in found if not a.label] or found[:1]
            self._governed += [(annex, governor) for annex in meant]
        walk.state, walk.frames, walk.trace = kept

    def governor(self, walk: Walk, number: int) -> Governor | None:
        """What becomes of the document that the unit opens with; None outside of such a list, and for the later cells
        of a row."""
        unit = walk.context.outline.units[number]
        for annex, governor in self._governed:
            if annex.body <= unit.body < annex.end and not _further_cell(walk, unit.body):
                return replace(governor, last=None)
        return None


def _announced(walk: Walk, flat: str, reference: re.Match[str]) -> Governor | None:
    """The governor of the documents in the annex that the words of the body refer to."""
    context = walk.context
    unit = context.outline.at(reference.start())
    if unit.kind in ("recipients", "furniture") or context.zones.of(unit.body) not in ("body", "purpose"):
        return None
    if context.between(unit.body, min(unit.end, reference.end() + _NAMED_SOON)):
        return None  # the annex of another document, or an act on that one
    before = context.lexicon.tokens(flat, context.text, unit.body, reference.start())
    while before and (before[-1].kinds & (LEAD | STOP) or before[-1].words in {"(", ",", *word_set("attaching")}):
        before.pop()
    last = next((n for n in range(len(before) - 1, -1, -1) if before[n].words == "." and before[n].kinds & SIGN), -1)
    floor = before[last].end if last >= 0 else unit.body
    before = before[last + 1 :]
    behind = context.lexicon.tokens(flat, context.text, reference.end(), unit.end)
    ends = next((n for n, t in enumerate(behind) if t.kinds & SIGN and t.words not in ",)"), len(behind))
    behind = [t for t in behind[:ends] if t.words != ")"]
    if any(t.kinds & POST for t in behind):
        tokens = [*before, *behind]
    elif any(t.kinds & CUE for t in before):
        tokens = before
    else:
        return None
    if not _of_documents(tokens) or any(t.words == ";" and t.kinds & SIGN for t in tokens):
        return None
    walk.state, walk.frames = State(floor=floor, item=True), []
    signs.read(walk, tokens)
    governor = endings.introducing(walk, unit, colon=True)
    if governor is None or governor.predicate not in VALIDITY or not governor.subjects or governor.passive:
        return None
    governor.listing = governor.base = True
    governor.rule, governor.confidence = "annex", governor.confidence * _CONFIDENCE
    return governor


def _of_documents(tokens: Sequence[Token]) -> bool:
    """Is it documents that the clause speaks of ("các văn bản", "12 Quyết định"), no procedures or fees?"""
    start = next((n for n, t in enumerate(tokens) if t.kinds & CUE and not t.kinds & TYPE), -1)
    for token in tokens[start + 1 :]:
        if token.kinds & TYPE:
            return True
        if token.kinds & (PART | PIN) and not token.words.startswith(tuple(word_set("a-part"))):
            return False
    return False


def _further_cell(walk: Walk, offset: int) -> bool:
    """Does a citation stand before it in the same row of a table?"""
    text = walk.context.text
    line = text.rfind("\n", 0, offset) + 1
    return "|" in text[line:offset] and bool(walk.context.between(line, offset))
