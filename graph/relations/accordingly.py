"""What an article tells in two sentences: in one that a body issued a document, in the next, which "Theo đó" opens,
what it does ("UBND tỉnh vừa ban hành [A]. Theo đó, bãi bỏ các văn bản sau: …"): it is A that does so."""

from __future__ import annotations

from graph.relations.lexicon import DRAFT, GUARD, ISSUE, QUANT, TYPE
from graph.relations.slots import Context, Slot
from graph.relations.words import word_set

_REACH = 1200  # from the document to what it does
_UNITS = 3  # paragraphs in which it is named
_VERB = 60  # from the verb that issues it


def told_before(context: Context, slot: Slot, floor: int) -> Slot | None:
    """The document of which the sentences before a clause tell that it was issued, where the clause, which begins at
    `floor` and whose object is `slot`, opens with "Theo đó"; None where another kind of document or several are told
    of. A `slot` without a document stands for a list to come."""
    words = context.flat[floor : floor + 20].split()
    if " ".join(words[:2]).rstrip(",") not in word_set("accordingly"):
        return None
    first = max(0, context.outline.index(floor) - _UNITS)
    start = max(context.outline.units[first].start, floor - _REACH)
    issued = [other for other in context.between(start, floor) if other.documents and _is_issued(context, other)]
    if not issued or not all(other.same_as(issued[0]) for other in issued):
        return None
    found = issued[-1]
    others = [other for other in context.between(found.end, floor) if other.kind == found.kind]
    if any(not other.same_as(found) and (other.listed or _joined(context, found, other)) for other in others):
        return None  # which one of several is not said
    if slot.documents and (found.kind != slot.kind or found.same_as(slot)):
        return None
    return found


def _joined(context: Context, first: Slot, second: Slot) -> bool:
    words = context.flat[context.tail(first) : second.start].split()
    return bool(words) and (words[0] in word_set("and") or words == [","])


def _is_issued(context: Context, slot: Slot) -> bool:
    tokens = context.lexicon.tokens(context.flat, context.text, max(0, slot.start - _VERB), slot.start)
    if any(t.kinds & (GUARD | DRAFT) for t in tokens):
        return False
    while tokens and tokens[-1].kinds & (QUANT | TYPE) and not tokens[-1].kinds & ISSUE:
        tokens = tokens[:-1]
    if tokens and tokens[-1].words in word_set("promulgating"):
        return True
    said = context.flat[max(0, slot.start - _VERB) : slot.start].split()
    return bool(said) and said[-1] in word_set("signing")
