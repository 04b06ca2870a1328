"""Days of effect on English pages about Vietnamese law: "Decree No. 10/2031/ND-CP takes effect from 1 July 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.citations.dates import iso
from graph.domain.english import english, english_pattern
from graph.effect.subjects import Cited
from graph.model import Mention, Relation
from graph.relations.english import RULE, SENTENCE, leads, open_question, type_before

_CUE = (
    r"(?<![a-z])(?:(?P<begins><begins>)|(?P<ends><ends>))(?: date)?(?: thereof)?:?"
    r"(?: (?:(?P<until>until|through|till|up to)|from|on|as of|since|is))*:? <day>"
)
_REACH = 420  # code points between a document and the words of its force
_FAR = 900  # before "This Decree"
_THIS = r"(?:(?:this|the)(?: new)? (?P<type><type>)|it),? "
_BRACKET = re.compile(r"[^()]{0,60}?\(\s*(?:which\s+)?(?:is\s+)?(?:will\s+)?\Z")
_UNKNOWN = "văn bản"  # a law cited by its number alone
_PASSIVE = r"<passive> by \Z"
_PLAIN = re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})(?P<d2>)(?P<m2>)(?P<y2>)")


class Told(NamedTuple):
    """A day told: whose, ``in-force`` or ``ended``, the day, where its words begin and end."""

    document: str
    kind: str
    day: str
    start: int
    end: int


def english_days(
    text: str, cited: Cited, mentions: Sequence[Mention], types: dict[str, str], relations: Sequence[Relation]
) -> Iterator[Told]:
    """The days of force of a text whose citations have English types before them, in order."""
    if not any(type_before(text, mention) >= 0 for mention in mentions[:12]):
        return
    for match in english_pattern(_CUE).finditer(text):
        day = _day(match)
        if day is None:
            continue
        begin = max(0, match.start() - _REACH)
        for stop in SENTENCE.finditer(text, begin, match.start() + 1):
            begin = stop.end()
        kind = "ended" if match["ends"] else "until" if match["until"] else "in-force"
        document = _whose(text, begin, match.start(), cited, types, relations)
        if document is not None:
            yield Told(document, kind, day, match.start(), match.end())


def _whose(
    text: str, begin: int, cue: int, cited: Cited, types: dict[str, str], relations: Sequence[Relation]
) -> str | None:
    """The document whose force a sentence from `begin` states at `cue`: the one before brackets, the agent of a passive
    right before, else the sentence's first one, if it is a subject."""
    if open_question(text, begin, cue):
        return None
    named = cited.between(begin, cue)
    if not named:
        return _above(text, begin, cue, cited, types, relations)
    last, first = named[-1], named[0]
    if _BRACKET.fullmatch(text, last.end, cue):
        return last.document
    lead = type_before(text, last)
    if lead >= 0 and english_pattern(_PASSIVE).search(text, max(begin, lead - 40), lead):
        return last.document
    if type_before(text, first) < 0 or leads(text, first) or first.pinpoints:
        return None
    return first.document


def _above(
    text: str, begin: int, cue: int, cited: Cited, types: dict[str, str], relations: Sequence[Relation]
) -> str | None:
    """The document that "This Decree" means: the only one of its type above that is no other's object."""
    this = english_pattern(_THIS).match(text, begin, cue)
    if this is None:
        return None
    kind = english("type")[" ".join(this["type"].lower().split())] if this["type"] else None
    objects = {relation.object for relation in relations if relation.evidence.rule == RULE}
    near = {
        m.document
        for m in cited.between(max(0, begin - _FAR), begin)
        if m.document not in objects and (kind is None or types.get(m.document, "") in (kind, "", _UNKNOWN))
    }
    return near.pop() if len(near) == 1 else None


def _day(found: re.Match[str]) -> str | None:
    day, month, year = (found[k] or found[f"{k}2"] or found[f"{k}3"] for k in "dmy")
    number = month if month.isdigit() else english("month").get(month.lower())
    plain = _PLAIN.match(f"{day}/{number}/{year}") if number else None
    return iso(plain) if plain else None
