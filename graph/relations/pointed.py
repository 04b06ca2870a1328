"""Documents that a text points back to by their type: "Nghị quyết nói trên đã được cụ thể hóa bằng [B]", "[B] quy định
chi tiết Nghị định đó", "hai Quyết định ấy bị bãi bỏ bởi [C]". Such words stand for the citation before, whatever verb
follows or leads to them; "Nghị định này", by which a text may mean itself, is read by ``voices.py``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph.relations.authority import type_of
from graph.relations.lexicon import type_words
from graph.relations.slots import Slot
from graph.relations.words import word_set
from graph.structure import Outline

_LONGEST = 40  # code points of a type
_LED = 24  # … of the word before it
_ABOVE = 2  # paragraphs above in which the document is sought
_PARAGRAPH = 2000  # code points of one
_FEW = 6  # documents that plural words stand for


def with_pointed(text: str, flat: str, outline: Outline, slots: Sequence[Slot]) -> list[Slot]:
    """`slots` with one more for each such phrase whose document, or documents, the paragraph leaves no doubt of."""
    found = [
        slot for start, name, end in _phrases(text, flat) if (slot := _slot(outline, flat, slots, start, name, end))
    ]
    return sorted([*slots, *found], key=lambda slot: (slot.start, slot.end)) if found else list(slots)


@cache
def _types() -> tuple[str, ...]:
    return tuple(f" {word}" for word in sorted(type_words(), key=lambda word: (-len(word), word)))


def _phrases(text: str, flat: str) -> Iterator[tuple[int, str, int]]:
    """Where "Nghị quyết nói trên" begins, the type, and where it ends."""
    for phrase in sorted(word_set("pointing") | word_set("that")):
        loose = phrase in word_set("pointing-or-on")
        at = flat.find(f" {phrase}")
        while at >= 0:
            end = at + 1 + len(phrase)
            led = flat[max(0, at - _LONGEST) : at]
            if led.endswith(_types()) and not flat[end : end + 1].isalnum() and (not loose or _is_told(flat, end)):
                name = next(word for word in _types() if led.endswith(word))[1:]
                start = at - len(name)
                if text[start].isupper():
                    yield start, name, end
            at = flat.find(f" {phrase}", end)


def _is_told(flat: str, end: int) -> bool:
    """Is something said of "Nghị quyết trên", which may as well be one "trên địa bàn tỉnh"?"""
    behind = flat[end : end + _LED].lstrip()
    return behind[:1] in (".", ",", ";", ")") or behind.split(" ")[0] in word_set("telling") | word_set("said-of")


def _slot(outline: Outline, flat: str, slots: Sequence[Slot], start: int, name: str, end: int) -> Slot | None:
    """The citation that the words at ``start:end`` stand for; None where it is not clear, or is a draft."""
    led = flat[max(0, start - _LED) : start].split()
    if " ".join(led).endswith(tuple(word_set("drafted"))):
        return None
    told = _told(outline, flat, slots, start, name)
    several = bool(led) and led[-1] in word_set("plural") | word_set("numeral")
    if not told or (len(told) > 1) is not several or len(told) > _FEW:
        return None
    mentions = [replace(m, start=start, end=end, pinpoints=()) for slot in told for m in slot.mentions]
    return Slot(start, end, mentions, [document for slot in told for document in slot.documents])


def _told(outline: Outline, flat: str, slots: Sequence[Slot], offset: int, name: str) -> list[Slot]:
    """The different documents of a type of which the paragraph tells before an offset, or one right above."""
    number = outline.index(offset)
    for above in range(number, max(-1, number - _ABOVE - 1), -1):
        unit = outline.units[above]
        end = min(unit.end, offset)
        found: list[Slot] = []
        for slot in slots[bisect_left(slots, max(unit.start, end - _PARAGRAPH), key=_start) :]:
            if slot.start >= end:
                break
            if type_of(slot.documents[0]) == name and not any(slot.same_as(other) for other in found):
                found.append(slot)
        if found:
            drafts = any(f"{word} {name}" in flat[found[0].end : offset] for word in word_set("drafted"))
            return [] if drafts else found
    return []


def _start(slot: Slot) -> int:
    return slot.start
