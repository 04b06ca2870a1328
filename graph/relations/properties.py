"""The list of properties that a portal prints of one document: "Văn bản bị thay thế: [A]", "Văn bản căn cứ⏎[B]⏎[C]".
Its labels are the heads of registers (`graph.domain.register_heads`); what stands below a label without a colon, line
for line, belongs to it as long as each line begins with a citation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.citations.head_record import REACH, cells, labelled, read_record
from graph.domain.register_heads import RELATIONS, remarks
from graph.model import Document
from graph.relations.authority import outranks, surely_before
from graph.relations.ledger import Found
from graph.relations.slots import Slot
from graph.relations.words import word_set

_SURE = 0.95
_OPENS = 4  # code points of a mark before the citation that a line begins with
_WHY = ("reason", "status", "ended")  # labels whose value may say which document ended it
_BETWEEN = " ,;.|*_-–+•\n\t"


class Properties(NamedTuple):
    """`end` of the list and the span of the title that it gives (empty for none); what it states, and the citations
    that stand in its relations' values by their place in the text."""

    end: int
    title: tuple[int, int]
    found: tuple[Found, ...]
    taken: frozenset[int]


def read_properties(text: str, own: Slot, slots: Sequence[Slot]) -> Properties | None:
    """The list of properties of `text` (normalised), which is the document `own`, with what it states of the citations
    `slots`; None where the text opens with none, or with that of another document. Looks at the first `REACH` code
    points."""
    document = own.documents[0]
    if document.code is None:
        return None
    head = text[:REACH]
    record = read_record(head)
    if record is None or record.symbol.canonical != document.code:
        return None
    named_here = Slot(*record.span, [], own.documents)
    found: list[Found] = []
    taken: set[int] = set()
    starts = [slot.start for slot in slots]
    role: str | None = None
    above: str | None = None  # the label last met
    label, end = (0, 0), record.span[1]
    for words, start in cells(head):
        named, value, at = labelled(words, start)
        why = value if named in _WHY else words if named is None and above in _WHY else ""
        above = named or above
        if why and (remark := remarks().match(why)) is not None:
            # "Lý do hết hiệu lực⏎Bị thay thế bởi Quyết định …"
            named, value = str(remark.lastgroup).replace("_", "-"), why[remark.end() :].lstrip(" :")
            at = start + len(words) - len(value)
        if named is not None:
            role = named if named in RELATIONS else None
            label, end = (start, at if value else start + len(words)), start + len(words)
            if not value:
                continue
            words, start = value, at
        elif role is None:
            continue
        listed = members(text, start, start + len(words), slots, starts)
        if role is None or not listed:
            role = None
            continue
        end = start + len(words)
        for slot in listed:
            taken.add(slot.start)
            said = statement(*RELATIONS[role], named_here, slot, label, "properties", _SURE)
            if said is not None:
                found.append(said)
    return Properties(end, record.title_span, tuple(found), frozenset(taken))


def members(text: str, start: int, end: int, slots: Sequence[Slot], starts: Sequence[int]) -> list[Slot]:
    """The citations that a line lists: the one that it begins with, and those that only a sign parts from the one
    before. A title behind a citation ends the list."""
    joining = word_set("and") | word_set("number") | word_set("plural")
    found: list[Slot] = []
    for slot in slots[bisect_left(starts, start) : bisect_left(starts, end)]:
        before = text[(found[-1].end if found else start) : slot.start]
        if found:
            words = {word.strip(_BETWEEN) for word in before.split()} - joining
            if any(word and not word[0].isdigit() for word in words):
                break
        elif len(before) > _OPENS:
            break
        found.append(slot)
    return found


def statement(
    predicate: str, listed: str, own: Slot, slot: Slot, label: tuple[int, int], rule: str, sure: float
) -> Found | None:
    """What a label says of the document and the one listed (which is its subject, its object, or what the days tell);
    None where it leaves open which of the two acts, and neither rank nor time tells."""
    mine, other = own.documents[0], slot.documents[0]
    if mine.id == other.id:
        return None
    if listed == "by-date":
        acts = _younger(predicate, mine, other)
        if acts is None:
            return None
        acting = own if acts else slot
    else:
        acting = slot if listed == "subject" else own
    target = slot if acting is own else own
    return Found(predicate, acting, target, label, "", sure, rule, floor=label[0])


def _younger(predicate: str, mine: Document, other: Document) -> bool | None:
    """Is it the document itself that acts on the other, by rank (a guide stands below) or by time?"""
    if predicate == "guides" and outranks(mine, other) != outranks(other, mine):
        return outranks(other, mine)
    if surely_before(mine, other):
        return False
    return True if surely_before(other, mine) else None
