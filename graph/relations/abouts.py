"""What a clause without a subject speaks of: remarks in the rows of a table or below an item ("Được thay thế bởi B",
"Văn bản sửa đổi, bổ sung: B") and provisions below a heading ("Điều 1. Sửa đổi … của A / 2. Sửa đổi khoản 2 Điều 22 (đã
được sửa đổi tại B) …")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations.authority import VALIDITY, type_of
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import AGENT, CUE, FINITE, JOIN, OPENER, PASSIVE, PIN, QUANT, SIGN, TYPE, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_LABEL = 4  # letters of the label of a provision
_STATE = 6  # words of a cell that says how far a document has ended
_STEPS = 3  # units above one another
_TENSE = FINITE | OPENER | PIN | JOIN


def about(walk: Walk, before: Sequence[Token], at: int) -> Slot | None:
    """The document that a passive at offset `at` speaks of, where the clause names none: that of the row or item that
    the clause remarks on, or of the heading above the provisions that it names; None where the clause has another
    subject or nothing tells."""
    colon = next((n for n in range(len(before) - 1, -1, -1) if before[n].words == ":"), -1)
    floor = before[colon].end if colon >= 0 else walk.state.floor
    rest = before[colon + 1 :]
    if not _empty(walk.context.flat, rest, floor, at):
        return None
    return _heads(walk, at)


def names_agents(walk: Walk, before: Sequence[Token], opening: Token, way: Sequence[Token], slot: Slot) -> bool:
    """ "Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần: [B]": does the clause name the documents that did so? It
    opens with the class, the verb `opening` and a colon; `way` are the tokens behind its last verb."""
    flat = walk.context.flat
    last = before[-1] if before else None
    if last is None or not last.kinds & TYPE or not adjacent(flat, last.end, opening.start):
        return False
    if _of_another_row(walk, last):
        return False
    if len(before) > 1 and before[-2].kinds & (QUANT | CUE | PASSIVE) and adjacent(flat, before[-2].end, last.start):
        return False
    colon = next((n for n, t in enumerate(way) if t.words == ":" and t.kinds & SIGN), -1)
    if (
        colon < 0
        or any(not t.kinds & PIN for t in way[:colon])
        or any(not t.kinds & (QUANT | TYPE) and t.words != "," for t in way[colon + 1 :])
    ):
        return False
    known = sum(len(t.words.split()) for t in way[colon + 1 :] if not t.kinds & SIGN)
    return words_between(flat, way[colon].end, slot.start) == known


def _of_another_row(walk: Walk, noun: Token) -> bool:
    """ "Văn bản bị thay thế: [A]⏎Văn bản sửa đổi, bổ sung: [B]": does the noun open a line of a list of properties, and
    the citation before stand in a line of its own? A is then no document that the line speaks of."""
    text, head = walk.context.text, walk.state.head
    if head is None:
        return False
    line = text.rfind("\n", 0, noun.start) + 1
    if line <= head.end or text[line : noun.start].strip(" \t*_|>-–+"):
        return False
    above = text.rfind("\n", 0, head.start) + 1
    return text[above : head.start].rstrip(" *_").endswith(":")


def introduced(walk: Walk) -> Governor | None:
    """The governor of the items below "- Văn bản sửa đổi, bổ sung:": each did so to the document of the row or item
    that the line remarks on; None for other lines."""
    flat, since = walk.context.flat, walk.state.since
    if not since or since[-1].words != ":":
        return None
    verb = next((n for n in range(len(since) - 1, 0, -1) if since[n - 1].kinds & TYPE and since[n].kinds & CUE), 0)
    noun, token = since[verb - 1], since[verb]
    if not verb or not adjacent(flat, noun.end, token.start) or _of_another_row(walk, noun):
        return None
    cue = token.cue
    if cue is None or cue.position != "active" or cue.predicate not in VALIDITY:
        return None
    if verb > 1 and since[verb - 2].kinds & (QUANT | CUE | PASSIVE) and adjacent(flat, since[verb - 2].end, noun.start):
        return None
    if any(not t.kinds & (CUE | PIN | JOIN) and t.words not in ",:" for t in since[verb:]):
        return None
    target = _heads(walk, noun.start)
    if target is None:
        return None
    part = any(t.kinds & PIN for t in since[verb:])
    return Governor(cue.predicate, token, cue.confidence, "list", (target,), passive=True, part=part)


def in_column(walk: Walk, number: int) -> Governor | None:
    """The governor of a cell below a column head that says what the documents in it did to that of the row ("Văn bản
    thay thế", "Được sửa đổi, bổ sung bởi"); None for other cells."""
    context = walk.context
    unit = context.outline.units[number]
    row = context.text.rfind("\n", 0, unit.body) + 1
    named = context.between(row, unit.body)
    if not named:
        return None
    heads = walk.table.heads(context.text, row)
    column = context.text.count("|", row, unit.body)
    start, end = heads[column] if column < len(heads) else (0, 0)
    tokens = context.lexicon.tokens(context.flat, context.text, start, end)
    cue = next((n for n, t in enumerate(tokens) if t.kinds & (CUE | PASSIVE) and t.cue is not None), -1)
    if cue < 0:
        return None
    token = tokens[cue]
    assert token.cue is not None
    by = any(t.kinds & AGENT for t in tokens[cue:])
    classed = cue == 1 and bool(tokens[0].kinds & TYPE) and adjacent(context.flat, tokens[0].end, token.start)
    if token.cue.predicate not in VALIDITY or not (by or (classed and token.cue.position == "active")):
        return None
    part = any(t.kinds & PIN for t in tokens) or _ends_in_part(walk, row, unit.body)
    return Governor(token.cue.predicate, token, token.cue.confidence, "list", (named[0],), passive=True, part=part)


def _ends_in_part(walk: Walk, row: int, column: int) -> bool:
    """Does a cell of the row that begins at an offset say only that a part is meant ("Một phần", "Hết hiệu lực một
    phần"), or one before the cell at `column` which ("Điều 3, Điều 5")?"""
    context = walk.context
    end = context.text.find("\n", row)
    at, stop = row, len(context.text) if end < 0 else end
    while at < stop:
        bar = context.text.find("|", at, stop)
        bar = stop if bar < 0 else bar
        words = context.flat[at:bar].strip(" *_.")
        if words and not context.between(at, bar):
            if len(words.split()) <= _STATE and words.endswith(tuple(word_set("mere-part"))):
                return True
            said = context.lexicon.tokens(context.flat, context.text, at, bar)
            pins = [t for t in said if not t.kinds & SIGN]
            if bar < column and any(t.kinds & PIN for t in pins) and _empty(context.flat, pins, at, bar):
                return True
        at = bar + 1
    return False


def of_row(walk: Walk, number: int) -> Slot | None:
    """The document of the row whose title, or what is noted of it, the cell holds ("| 12/2023/QĐ-UBND | Thay thế [B] |"
    below "Trích yếu" or "Ghi chú"): the only one that the cells before name. None for other cells, and in a plan, whose
    rows are tasks."""
    context = walk.context
    unit = context.outline.units[number]
    if type_of(context.own) in word_set("task-paper"):
        return None
    row = context.text.rfind("\n", 0, unit.body) + 1
    named = context.between(row, unit.body)
    if not named or not all(other.same_as(named[0]) for other in named):
        return None
    heads = walk.table.heads(context.text, row)
    column = context.text.count("|", row, unit.body)
    start, end = heads[column] if column < len(heads) else (0, 0)
    head = " ".join(context.flat[start:end].strip(" *_:.").split())
    return named[0] if start > 0 and head in word_set("matter-column") else None


def closes(walk: Walk, number: int) -> None:
    """ "| [B] | … | [A] thay thế |": a cell that only says of a document that it does so speaks of that of the row."""
    context, state = walk.context, walk.state
    unit, head = context.outline.units[number], walk.state.head
    if unit.kind != "cell" or head is None or state.clause != [head] or not state.since:
        return
    token, before = state.since[-1], state.since[:-1]
    cue = token.cue
    if cue is None or not token.kinds & CUE or cue.position != "active" or cue.predicate not in VALIDITY:
        return
    if any(not t.kinds & FINITE for t in before) or words_between(context.flat, token.end, unit.end):
        return
    if words_between(context.flat, walk.tail(head), before[0].start if before else token.start):
        return
    row = context.text.rfind("\n", 0, unit.body) + 1
    named = context.between(row, unit.body)
    if named and all(other.same_as(named[0]) for other in named) and not named[0].same_as(head):
        governor = Governor(cue.predicate, token, cue.confidence, "list", (named[0],), passive=True)
        walk.apply(governor, head, stated=True)


class Tables:
    """The column heads of the tables of one text (lines with bars), asked from the first line to the last; linear."""

    def __init__(self) -> None:
        self._line = -1
        self._heads: list[tuple[int, int]] = []

    def heads(self, text: str, row: int) -> list[tuple[int, int]]:
        """Where the cells of the first line of the table stand that holds the line which begins at `row`; the first
        stands before the first bar."""
        if self._line < 0 or not self._reaches(text, row):
            first = row
            while first > 0:
                line = text.rfind("\n", 0, first - 1) + 1
                if line <= self._line or "|" not in text[line : first - 1]:
                    break
                first = line
            end = text.find("\n", first)
            stop = len(text) if end < 0 else end
            self._heads, at = [], first
            while at <= stop:
                bar = text.find("|", at, stop)
                self._heads.append((at, stop if bar < 0 else bar))
                at = stop + 1 if bar < 0 else bar + 1
        self._line = row
        return self._heads

    def _reaches(self, text: str, row: int) -> bool:
        """Is every line from the one asked for last to this one a line of the table?"""
        return all("|" in line for line in text[self._line : row].splitlines())


def _empty(flat: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Do only tenses and provisions by their labels stand between two offsets?"""
    for token in tokens:
        if not token.kinds & _TENSE or not labels(flat[start : token.start]):
            return False
        start = token.end
    return labels(flat[start:end])


def labels(words: str) -> bool:
    """Are these words only the numbers and letters of provisions?"""
    return all(len(w) <= _LABEL and (w[0].isdigit() or len(w) == 1) for w in words.replace(",", " ").split())


def _heads(walk: Walk, at: int) -> Slot | None:
    """The document of the row, of the item (or the one above it) or of the heading around an offset."""
    context = walk.context
    units = context.outline.units
    number = context.outline.index(at)
    if units[number].kind == "cell":
        row = context.text.rfind("\n", 0, at) + 1
        named = context.between(row, units[number].body)
        if named:
            return named[0]
    for _ in range(_STEPS):
        unit = units[number]
        named = context.between(unit.body, min(unit.end, at))
        if named:
            opens = not words_between(context.flat, unit.body, named[0].start)
            alone = all(other.same_as(named[0]) for other in named) and unit.end <= at
            return named[0] if opens or alone else None
        number = max(unit.host, unit.parent)
        if number < 0:
            break
    return None
