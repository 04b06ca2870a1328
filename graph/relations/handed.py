"""What a unit hands on: the governors that an introduction gives to its items ("Bãi bỏ các văn bản sau:"), and those of
a list whose members stand in paragraphs of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.relations import abouts, adjuncts, bases, described, ended_classes, endings, fronted, referred_classes, signs
from graph.relations.annexed import AnnexedLists
from graph.relations.counting import words_between
from graph.relations.lexicon import CUE, PASSIVE
from graph.relations.state import Governor, State
from graph.relations.words import word_set
from graph.structure import Unit
from graph.structure.outline import PARAGRAPH
from graph.structure.parts import body_end

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_FAR = 700  # how far before its end the words of an introduction may stand
_DEPTH = 16  # introductions one in another


def open_unit(walk: Walk, number: int) -> None:
    """The state at the beginning of a unit: governors that what introduces it hands on, and those of a list whose
    members stand in paragraphs of their own."""
    units = walk.context.outline.units
    unit = units[number]
    stack: list[Governor] = []
    closed = False
    follows = unit.level != PARAGRAPH or number - 1 in (unit.host, walk.last_unit)
    if unit.host >= 0 and follows:
        stack = [replace(g, last=None) for g in open_governors(walk, unit.host)]
    if 0 <= walk.last_unit < number <= walk.last_unit + 3 and not stack and unit.kind != "clause":
        ends = {closing(walk, n) for n in range(walk.last_unit, number)}
        level = units[walk.last_unit].level
        closed = (ends <= {";", ","} and level == unit.level) or (
            ends == {";"} and (level <= unit.level or _further_basis(walk, unit))
        )
        if closed:
            stack = [g for g in walk.state.stack if g.base and not g.listing]
        elif unit.host >= 0 and unit.host == units[walk.last_unit].host:
            stack = [g for g in walk.state.stack if g.listing]
    if not stack and unit.start >= _annex_start(walk):
        walk.annexed = walk.annexed or AnnexedLists(walk)
        governor = walk.annexed.governor(walk, number)
        stack = [governor] if governor is not None else []
    if not stack and unit.body < walk.context.zones.bases[1]:
        governor = bases.governor(walk, number)
        stack = [governor] if governor is not None else []
    if not stack and unit.kind == "cell":
        governor = abouts.in_column(walk, number)
        stack = [governor] if governor is not None else []
    head = abouts.of_row(walk, number) if unit.kind == "cell" else None
    if head is not None:
        stack = []  # what the title of a listed document says is said of that one
    walk.frames.clear()
    beyond = (walk.state.clause or walk.state.beyond) if closed else []
    # lines that end with a semicolon and that nobody governs: what stands behind the last ends all of them
    goes_on = (
        closed
        and not any(g.base for g in walk.state.stack)
        and (unit.level == PARAGRAPH or (unit.level == units[walk.last_unit].level and _opens_with_citation(walk)))
    )
    sentence, opened = (walk.state.sentence, walk.state.opened) if goes_on else ([], unit.body)
    walk.state = State(
        stack,
        head,
        floor=unit.body,
        item=True,
        closed=closed,
        beyond=beyond,
        sentence=sentence,
        opened=opened,
        tail=unit.body if head is not None else -1,
    )


def _further_basis(walk: Walk, unit: Unit) -> bool:
    """Is it an item of the preamble that names one more document below a clause ("Căn cứ [A];⏎- [B];⏎- [C];")?"""
    context = walk.context
    if unit.kind != "dash" or context.outline.units[walk.last_unit].kind != "clause":
        return False
    if context.zones.of(unit.body) != "preamble":
        return False
    first = next(iter(context.between(unit.body, unit.end)), None)
    return first is not None and not words_between(context.flat, unit.body, first.start)


def _opens_with_citation(walk: Walk) -> bool:
    """Did the sentence so far begin with a citation, as the members of a list do that say nothing of their own?"""
    context, sentence = walk.context, walk.state.sentence
    return bool(sentence) and not words_between(context.flat, walk.state.opened, sentence[0].start)


def _annex_start(walk: Walk) -> int:
    """Where the annexes begin."""
    if walk.annex_start < 0:
        walk.annex_start = body_end(walk.context.text, walk.context.zones.title[1])
    return walk.annex_start


def closing(walk: Walk, number: int) -> str:
    """The last sign of a unit, a blank for none."""
    unit = walk.context.outline.units[number]
    words = walk.context.flat[max(unit.body, unit.end - 160) : unit.end].rstrip(' >”"')  # without page numbers
    return words[-1:] or " "


def open_governors(walk: Walk, number: int, depth: int = 0) -> list[Governor]:
    """The governors that the unit hands on to the items that it introduces."""
    known = walk.hosts.get(number)
    if known is not None:
        return known
    walk.hosts[number] = []
    context, unit = walk.context, walk.context.outline.units[number]
    first = max(unit.body, unit.end - _FAR)
    if depth < _DEPTH and unit.kind not in ("recipients", "furniture"):
        if not context.lexicon.may_state(context.flat, first, unit.end):
            walk.hosts[number] = open_governors(walk, unit.host, depth + 1) if unit.host >= 0 else []
            return walk.hosts[number]
        kept = (walk.state, list(walk.frames), walk.last_unit)
        inherited = open_governors(walk, unit.host, depth + 1) if unit.host >= 0 else []
        walk.state, walk.frames = State(list(inherited), floor=unit.body, item=True), []
        signs.read(walk, context.lexicon.tokens(context.flat, context.text, first, unit.end))
        walk.hosts[number] = introduced(walk, number)
        walk.state, walk.frames, walk.last_unit = kept
    return walk.hosts[number]


def introduced(walk: Walk, number: int) -> list[Governor]:
    """The governor of the items below a unit, from its words behind its last citation ("Bãi bỏ các văn bản sau:");
    where there is none, what it inherited itself."""
    unit = walk.context.outline.units[number]
    alone = walk.context.flat[unit.body : unit.end].strip(' *_"') in word_set("bases-led")  # "Căn cứ⏎- [A];⏎- [B];"
    colon = alone or closing(walk, number) == ":"
    governor = endings.introducing(walk, unit, colon=colon) or described.introduced(walk)
    governor = governor or (abouts.introduced(walk) or ended_classes.introduced(walk) if colon else None)
    if governor is None and colon:
        governor = adjuncts.introduced(walk, unit.end) or fronted.introduced(walk, unit.end)
        governor = governor or referred_classes.introduced(walk, unit)
    if governor is not None:
        governor.listing = governor.base = True
        return [governor]
    if walk.state.head is not None or any(t.kinds & (CUE | PASSIVE) for t in walk.state.since):
        return []
    return [g for g in walk.state.stack if g.listing]
