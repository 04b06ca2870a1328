"""Words that a clause quotes as words: in "thay thế cụm từ “[Nghị định A]” bằng cụm từ “[Nghị định B]” tại [Nghị định
C]" the clause speaks of C alone; what stands between the marks is a string that C holds or is to hold. And the new
wording of a provision ("sửa đổi Điều 15 như sau: “Điều 15. … theo [A]; [B] …”"), in which the verb before it has no
object."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from graph.relations.slots import Slot
from graph.relations.words import alternatives, word_set

_OPENINGS = (re.compile("“"), re.compile('"'))  # one sign a search: several times as fast as a class of two
_LED = 12  # signs between a colon and the mark
_WORDING = 12_000
_MARKED = r"(?:“[^“”]{1,300}”|\"[^\"“”]{1,300}\")"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What announces the words, at the end of what stands before them; the words with their marks."""
    join = rf"(?:[ *_]*+(?:,|{alternatives('coordinating')})[ *_]*+)"
    return (
        re.compile(rf"(?<!\w)(?:{alternatives('quoted')})\Z"),
        re.compile(rf"{_MARKED}(?:{join}{_MARKED})*"),
    )


@cache
def _exchanged() -> re.Pattern[str]:
    """Behind words that others take the place of: "Thay thế “[Quyết định A]” bằng “[Quyết định B]” tại …"."""
    return re.compile(rf"[ *_]*+(?:{alternatives('exchanged')})[ *_]+(?:(?:{alternatives('words-of')}) )?[*_]*[“\"]")


@cache
def _longest() -> int:
    return max(map(len, word_set("quoted")))


def _quoted(flat: str) -> Iterator[tuple[int, int]]:
    """Spans of the words in marks behind a word that announces them, marks included, in order. They are sought from the
    marks, which are seldom."""
    announcing, marked = _patterns()
    done = 0
    for at in sorted(opening.start() for sign in _OPENINGS for opening in sign.finditer(flat)):
        if at < done:
            continue
        behind = _before(flat, done, at, " *_")
        if behind > done and flat[behind - 1] == ":":
            behind = _before(flat, done, behind - 1, " ")
        found = marked.match(flat, at)
        if found is None:
            continue
        announced = announcing.search(flat, max(done, behind - _longest()), behind) is not None
        if announced or _exchanged().match(flat, found.end()) is not None:
            done = found.end()
            yield at, done


def _before(flat: str, low: int, at: int, signs: str) -> int:
    """Behind the last code point before an offset that is none of some signs."""
    while at > low and flat[at - 1] in signs:
        at -= 1
    return at


def spoken(flat: str, slots: Sequence[Slot]) -> tuple[str, list[Slot]]:
    """`flat` with such words as blanks where a citation stands in them, and the citations outside; linear."""
    starts = [slot.start for slot in slots]
    pieces: list[str] = []
    dropped: set[int] = set()
    done = 0
    for start, end in _quoted(flat):
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        if inside:
            dropped.update(inside)
            pieces += [flat[done:start], " " * (end - start)]
            done = end
    if not dropped:
        return flat, list(slots)
    return "".join([*pieces, flat[done:]]), [slot for at, slot in enumerate(slots) if at not in dropped]


@cache
def _further() -> re.Pattern[str]:
    """A semicolon, and further words that are quoted as words ("; cụm từ “", "; “"); the group ``exchanged`` where
    others take their place."""
    lead = rf"(?:{alternatives('coordinating')}|{alternatives('plural')}|{alternatives('words-of')})"
    return re.compile(
        rf"; *(?:[ *_]*{lead}[ *_]+){{0,3}}[ *_]*(?:{_MARKED}(?P<exchanged>{_exchanged().pattern})|[“\"])"
    )


def words_go_on(flat: str, at: int) -> bool:
    """Does the semicolon at an offset stand between words that are quoted as words ("cụm từ “A” bằng “B”; “C” bằng
    “D”", "“A” bằng “B” tại Điều 3; “C” bằng “D”")?"""
    found = _further().match(flat, at)
    if found is None:
        return False
    return found["exchanged"] is not None or flat[max(0, at - _LED) : at].rstrip(" *_")[-1:] in ("”", '"')


def in_new_wording(text: str, verb: int, at: int) -> bool:
    """Does the citation at an offset stand in words that open behind a verb (which ends at `verb`) and its colon, in
    marks that are not closed before it?"""
    openings = [opening.start() for sign in _OPENINGS if (opening := sign.search(text, verb, at))]
    first = min(openings, default=at)
    if first == at or not text[max(verb, first - _LED) : first].rstrip(" \t\n\r*_>").endswith(":"):
        return False
    floor = max(first, at - _WORDING)
    if text[first] == '"':
        return text.count('"', floor, at) % 2 == 1
    return text.count("“", floor, at) > text.count("”", floor, at)
