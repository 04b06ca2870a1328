"""What a sentence has said of a document before it comes to a verb: "… thay thế [A]; [B] …, sửa đổi [A]" (it was B that
changed A), "[B1] (thay thế [X]), [B2] sửa đổi [Y]" (B1 does not change Y as well), "Giám sát việc thực hiện [A]"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations.authority import VALIDITY, allowed
from graph.relations.counting import adjacent
from graph.relations.lexicon import JOIN, NOMINAL, Token
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk
    from graph.relations.slots import Slot

_ENDS = frozenset(("replaces", "repeals"))
_VERBS = 60  # code points in which the verb of those who oversee stands


def ended(walk: Walk, head: Slot, slot: Slot, predicate: str) -> bool:
    """Is the object of a verb behind a list one of its members ("Quyết định này thay thế [A]; [B] ngày …, sửa đổi
    [A]")? What the text ends, it does not change as well: the verb belongs to the title of the member before."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if predicate not in VALIDITY or governor is None or governor.passive or governor.part:
        return False
    if governor.predicate not in _ENDS or governor.last is not head or not governor.subjects:
        return False
    if not any(other is not head and other.same_as(slot) for other in walk.state.sentence):
        return False
    return all(allowed(a, predicate, o, stated=False) for a in head.documents for o in slot.documents)


def overseen(flat: str, before: Sequence[Token], verb: int) -> bool:
    """ "Giám sát việc [thực hiện A]", "Kiểm tra, đánh giá tình hình …": does the title speak of those who look at how
    something is carried out? The text does not carry it out itself."""
    at = len(before)
    while at and before[at - 1].kinds & (NOMINAL | JOIN) and adjacent(flat, before[at - 1].end, verb):
        at -= 1
        verb = before[at].start
    if at == len(before):
        return False
    return flat[max(0, verb - _VERBS) : verb].rstrip().endswith(tuple(word_set("overseeing")))
