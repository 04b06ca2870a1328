"""What an imperative only asks for: a task that is given to somebody ("Giao Sở Tư pháp:⏎1. Bãi bỏ …"), or the content
of a plan that an article promulgates ("Điều 1. Ban hành Kế hoạch … như sau:⏎1. Bãi bỏ …")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.relations.authority import VALIDITY
from graph.relations.counting import words_between
from graph.relations.lexicon import ANNEX, OPENER, QUANT, THIS, Token
from graph.relations.words import spaced, word_set
from graph.structure import Unit

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_AHEAD = 520
_HEIGHT = 16  # units one in another
_OPENING = 200  # of an article that promulgates something


@cache
def _task_paper() -> re.Pattern[str]:
    return re.compile(rf" *(?:{spaced('task-paper')})(?!\w)")


def assigned(walk: Walk, token: Token) -> bool:
    """Does what stands above the unit of the verb give a task, or is the unit the content of a plan?"""
    return _given(walk, token) or _planned(walk, token)


def _given(walk: Walk, token: Token) -> bool:
    context = walk.context
    units = context.outline.units
    unit = context.outline.at(token.start)
    while unit.host >= 0 and unit.kind not in word_set("article"):
        unit = units[unit.host]
        if not context.flat[unit.body : unit.end].rstrip().endswith(":"):
            continue
        words = context.lexicon.tokens(context.flat, context.text, max(unit.body, unit.end - _AHEAD), unit.end)
        if any(t.cue is not None and t.cue.predicate in VALIDITY for t in words):
            return False
        if any(t.words in word_set("assigning") for t in words):
            return True
    return False


def _planned(walk: Walk, token: Token) -> bool:
    units = walk.context.outline.units
    number = walk.context.outline.index(token.start)
    if units[number].kind in word_set("article"):
        return False  # "Điều 2. Bãi bỏ …"
    for _ in range(_HEIGHT):
        number = units[number].host if units[number].host >= 0 else units[number].parent
        if number < 0:
            return False
        if units[number].kind in word_set("article"):
            return _promulgates_a_plan(walk, units[number])
    return False


def _promulgates_a_plan(walk: Walk, unit: Unit) -> bool:
    """ "Ban hành kèm theo Quyết định này Kế hoạch …", "Phê duyệt phương án …": is it that by which the unit begins?"""
    context, flat = walk.context, walk.context.flat
    end = min(unit.end, unit.body + _OPENING)
    at, issued = unit.body, False
    for token in context.lexicon.tokens(flat, context.text, unit.body, end):
        if issued and _task_paper().match(flat, at, end):
            return True
        if words_between(flat, at, token.start):
            return False
        issues = any(token.words.startswith(words) for words in word_set("promulgating"))
        if issued and not (token.kinds & (ANNEX | THIS | QUANT) or token.words in word_set("content")):
            return False
        if not issued and not issues and not token.kinds & OPENER:
            return False
        issued, at = issued or issues, token.end
    return issued and _task_paper().match(flat, at, end) is not None
