"""Relations that English pages about Vietnamese law state: "Decree No. 10/2031/ND-CP replaces Decree No. 5/2020/ND-CP".

Asked only where an English type stands before a citation, so that a Vietnamese text pays for no more than a look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.domain.english import english, english_pattern
from graph.model import Mention
from graph.relations.ledger import Found
from graph.relations.slots import Slot

Placed = Slot | Mention

RULE = "english"
_LOOKED_AT = 12  # citations of a text, one of which has its type before it
_TYPE = 120  # code points before a code in which its type stands: "Law on Investment No."
_NEAR = 12  # code points right before a code: "Decree No. "
_LONGEST = 420  # code points between two citations
_SURE = 0.9
# the type before a code, with what it is about: "the Law on Land No."
_LEAD = r"(?:the )?(?:new |old |current |previous )?<type>(?: on [^.;:,()]{1,80}?)?(?: (?:no\.?|number))?\s*\Z"
_DATED = (
    r"(?:,? (?:dated|of|issued on|promulgated on) (?:[0-9]{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? [0-9]{4}"
    r"|[a-z]{3,9} [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}))?"
)
_BRACKET = r"(?:\s*\([^()]{1,120}\))?"
_OF_WHOM = r"(?: (?:of|by|issued by) (?:the )?[^.;:,()]{1,90}?)?"
# "…, which takes effect from 1 July 2031 and replaces …"
_FORCE = (
    r"(?:,? (?:(?:which|that|will|shall|is|officially|and) )*<begins>(?: (?:from|on|as of|since))*"
    r"(?: <day>| immediately| the same day)?,?(?: (?:and|thereby))?)?"
)
_ABOUT = r"(?:,? (?:on|regarding|concerning|providing|prescribing|stipulating) [^.;:()]{1,200}?)?"
_TAIL = rf"{_BRACKET}{_DATED}{_BRACKET}{_OF_WHOM}{_DATED}{_ABOUT}{_BRACKET}"
_PARTS = r"(?P<parts>[^.;:]{0,60}?(?<![a-z])<parts>[^.;:]{0,80}? of )?"
_WILL = r"(?:(?:which|that|and|will|shall|has|have|also|officially|completely|partially|fully|to) )*"
_ALL = r"(?:(?:both|all of|entirely|completely|in full|the following) )?"
_ACTIVE = rf"{_TAIL}{_FORCE},? {_WILL}(?P<verb><active>) {_ALL}{_PARTS}\Z"
# "Decision A approves the new plan, amending Decision B"
_PARTICIPLE = rf"[^.;:]{{1,200}}?, (?:thereby |also )?(?P<verb><active>) {_ALL}{_PARTS}\Z"
# "This Decree takes effect from 1 July 2031 and replaces …", "It repeals …"
_THIS = (
    rf"\s*(?:(?:this|the)(?: new)? (?P<type><type>)|it)(?:{_FORCE},? {_WILL}|[^.;:()]{{0,120}}?(?:,| and) {_WILL})"
    rf"(?P<verb><active>) {_ALL}{_PARTS}\Z"
)
_OBJECT = r"(?<![a-z])<active> (?:[^.;:()]{0,60}? of )?(?:the )?\Z"
_PASSIVE = (
    rf"{_TAIL},? (?:(?:which|that|and|is|are|was|were|has|had|been|will|shall|be|being|as|now|later|officially) )*"
    r"(?P<verb><passive>) by \Z"
)
_ON = rf"{_BRACKET}{_DATED}{_BRACKET}{_OF_WHOM}(?:,|,? and|\s*&|,? as well as) {_PARTS}\Z"
_AGAIN = rf"{_TAIL},?(?: and)? {_WILL}(?P<verb><active>) {_ALL}{_PARTS}\Z"
_LED = r"(?<![a-z])<led>\s+(?:the )?\Z"
_OPEN = r"(?<![a-z])<open>(?!,? [0-9])"  # no "May 20, 2031"
_OF_PARTS = r"(?<![a-z])<parts>[^.;:]{0,60}? of \Z"
_SAYS = r"(?<![a-z])<active>|(?<![a-z])<passive>|,|&|(?<![a-z])and(?![a-z])"
_ING = ("ing", "ing,")
SENTENCE = re.compile(r"(?:(?<!No)(?<!Art)[.!?]\s+(?=[A-Z])|\n\s*\n)")
_FAR = 900  # before "This Decree"
_BEFORE = 100  # code points before a type: what leads to it


def type_before(text: str, slot: Placed) -> int:
    """Where the English type before a code begins; -1 where none stands there."""
    low = max(0, slot.start - _TYPE)
    if not text[max(0, slot.start - _NEAR) : slot.start].isascii():
        return -1  # Vietnamese words stand there
    found = None
    for word in english_pattern(r"(?<![a-z])<type>").finditer(text, low, slot.start):
        if english_pattern(_LEAD).match(text, word.start(), slot.start):
            found = word  # the last: "the Law on Tax Administration and Decree No. …"
    if found is None:
        return -1
    the = english_pattern(r"(?<![a-z])(?:the )(?:new |old |current |previous )?\Z").search(text, low, found.start())
    return the.start() if the else found.start()


def stated(text: str, slots: Sequence[Slot]) -> Iterator[Found]:
    """What the sentences between English citations state, in order."""
    if not any(type_before(text, slot) >= 0 for slot in slots[:_LOOKED_AT]):
        return
    last: Found | None = None
    objects: set[str] = set()
    for place, (one, other) in enumerate(pairwise(slots)):
        lead = type_before(text, other)
        # a bare code goes on with a list: "Decrees No. 5/2020/ND-CP and 6/2020/ND-CP"
        end = lead if lead > one.end else other.start
        if end - one.end > _LONGEST:
            last = None
            continue
        last = _between(text, one, other, end, last) or _by_this(text, slots, place, end, objects)
        if last is not None:
            objects.add(last.target.documents[0].id)
            yield last


def _between(text: str, one: Slot, other: Slot, end: int, before: Found | None) -> Found | None:
    """What stands between two citations says of them, `before` being what was said of the first."""
    floor = one.end
    if not english_pattern(_SAYS).search(text, floor, end) or open_question(text, floor, end):
        return None
    if (found := english_pattern(_PASSIVE).fullmatch(text, floor, end)) is not None:
        return _made(found, "passive", other, one, part=_of_parts(text, one))
    if before is not None and before.target is one:
        if (found := english_pattern(_AGAIN).fullmatch(text, floor, end)) is not None:
            return _made(found, "active", before.acting, other, part=bool(found["parts"]))
        if (found := english_pattern(_ON).fullmatch(text, floor, end)) is not None:
            return before._replace(target=other, part=bool(found["parts"]) or (before.part and before.pinned))
    found = english_pattern(_ACTIVE).fullmatch(text, floor, end)
    if found is None and (aside := english_pattern(_PARTICIPLE).fullmatch(text, floor, end)) is not None:
        found = aside if aside["verb"].lower().split()[0].endswith(_ING) else None
    if found is None or not _may_act(text, one):
        return None
    return _made(found, "active", one, other, part=bool(found["parts"]))


def _by_this(text: str, slots: Sequence[Slot], place: int, end: int, objects: set[str]) -> Found | None:
    """What a sentence that opens with "This Decree" or "It" says of the citation behind `place`, whose type begins at
    `end`: the acting document is the only one of its type above that is no other's object."""
    begin = max(slots[place].end, end - _LONGEST)
    for stop in SENTENCE.finditer(text, begin, end):
        begin = stop.end()
    if begin == slots[place].end:
        return None
    found = english_pattern(_THIS).fullmatch(text, begin, end)
    if found is None or open_question(text, begin, end):
        return None
    kind = english("type")[" ".join(found["type"].lower().split())] if found["type"] else None
    near: dict[str, Slot] = {}
    for slot in reversed(slots[max(0, place - _LOOKED_AT) : place + 1]):
        document = slot.documents[0]
        same = kind is None or (document.type or "").casefold() == kind
        if begin - slot.end < _FAR and same and document.id not in objects:
            near[document.id] = slot
    other = slots[place + 1]
    if len(near) != 1 or other.documents[0].id in near:
        return None
    return _made(found, "active", near.popitem()[1], other, part=bool(found["parts"]))


def _may_act(text: str, slot: Slot) -> bool:
    """Whether a citation may be a subject: its type stands before it, and nothing leads to that, nor acts on it ("The
    Circular abolishes Circular A and guides …")."""
    lead = type_before(text, slot)
    return lead >= 0 and not leads(text, slot) and not _acted_on(text, lead)


def _acted_on(text: str, lead: int) -> bool:
    return english_pattern(_OBJECT).search(text, max(0, lead - _BEFORE), lead) is not None


def leads(text: str, slot: Placed) -> bool:
    """Whether words lead to a citation, so that it is no subject: "Under Decree A, …", "the draft Decree A"."""
    lead = type_before(text, slot)
    return english_pattern(_LED).search(text, max(0, lead - _BEFORE), max(0, lead)) is not None


def open_question(text: str, start: int, end: int) -> bool:
    """Whether words leave open if it is so: "would", "not", "is expected to"."""
    return english_pattern(_OPEN).search(text, start, end) is not None


def _of_parts(text: str, slot: Slot) -> bool:
    lead = type_before(text, slot)
    return lead >= 0 and english_pattern(_OF_PARTS).search(text, max(0, lead - _BEFORE), lead) is not None


def _made(found: re.Match[str], role: str, acting: Slot, target: Slot, *, part: bool) -> Found:
    verb = " ".join(found["verb"].lower().split())
    return Found(english(role)[verb], acting, target, found.span("verb"), found["verb"], _SURE, RULE, part)
