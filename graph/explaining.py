"""Why nothing was found: for every citation that no relation reaches, its clause as the engine reads it and what
stopped it.

    >>> [(row.text, row.verdict, row.stop.words) for row in unreached(
    ...     "Điều 5. Thay thế mẫu theo Quyết định số 12/2020/QĐ-UBND ngày 01 tháng 02 năm 2020.")]
    [('Quyết định số 12/2020/QĐ-UBND', 'stop', 'theo')]
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from graph.model import PREDICATES, Mention, Pinpoint, Relation
from graph.pipeline import read
from graph.relations import lexicon as words
from graph.relations.lexicon import SIGN, Lexicon, lexicon
from graph.relations.slots import Trace
from graph.structure import Outline

_FORMAL = ("cites", "issued_by")
_BACK = 400  # code points of the clause that are shown before a citation, and behind it
_BEHIND = 160
_STOP = re.compile(r"(.+) at (\d+)")
_NAMES = (
    "CUE", "STOP", "NEUTRAL", "ANNEX", "LEAD", "PIN", "PART", "JOIN", "QUANT", "AGENT", "ACTOR", "FINITE", "ISSUE",
    "OPENER", "TITLE", "NOMINAL", "DRAFT", "CONDITION", "FOLLOWING", "TOLD", "GUARD", "NAME", "TYPE", "THIS", "SIGN",
    "POST", "PASSIVE", "VERB",
)  # fmt: skip
_KINDS = tuple((name, getattr(words, name)) for name in _NAMES)
_VERBS = words.CUE | words.PASSIVE | words.POST


class Word(NamedTuple):
    """A token of a clause: its kinds (``CUE``, ``STOP`` … as in `graph.relations.lexicon`; ``DOC`` is a citation), its
    words on one line, and where it begins in the text as it was read (code points)."""

    kinds: tuple[str, ...]
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Unreached:
    """A citation that no relation reaches, at ``start:end`` of the text as it was read.

    `documents` are the ids that it names, `provision` the part of the text in which it stands, `clause` the tokens
    around it, the citation itself among them. `verdict` is a key of `graph.labels.VERDICTS`; ``stop`` means that
    `stop`, one of the words, bars the way from the cue."""

    start: int
    end: int
    text: str
    documents: tuple[str, ...]
    provision: Pinpoint | None
    clause: tuple[Word, ...]
    verdict: str
    stop: Word | None = None


def unreached(text: str, *, source: str | None = None) -> list[Unreached]:
    """Every citation of `text` that is neither end of a relation (other than ``cites`` and ``issued_by``), in text
    order; those of the text itself are left out. Reads the text as `graph.extract` does, with the same `source`. Linear
    in its length; never raises on any string."""
    trace: Trace = []
    reading = read(text, source=source, trace=trace)
    normalised, outline = reading.normalised, reading.outline
    verdicts = {(slot.start, slot.end): verdict for slot, _, verdict in trace}
    own = {document.id for document in reading.documents if document.is_source}
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in reading.mentions:
        spans.setdefault((mention.start, mention.end), []).append(mention)
    reach = _Reach(reading.relations)
    clauses = _Clauses(outline, sorted(spans), lexicon())
    begin, finish = (normalised.start, normalised.end) if normalised.breaks else (int, int)
    found = []
    for (start, end), listed in sorted(spans.items()):
        verdict = verdicts.get((start, end), "in a title")
        if verdict in PREDICATES or any(m.document in own or reach.covers(m) for m in listed):
            continue
        around = clauses.around(start, end)
        stop = None
        stopped = _STOP.fullmatch(verdict)
        if stopped:
            verdict, stop = "stop", Word(("STOP",), stopped[1], begin(int(stopped[2])))
        elif verdict == "no cue" and any(kinds & _VERBS for kinds, _, at in around if at < start):
            verdict = "nobody acts"
        clause = tuple(Word(_names(kinds), shown, begin(at)) for kinds, shown, at in around)
        row = begin(start), finish(end), text[begin(start) : finish(end)], tuple(m.document for m in listed)
        found.append(Unreached(*row, listed[0].provision, clause, verdict, stop))
    return found


def _names(kinds: int) -> tuple[str, ...]:
    return tuple(name for name, bit in _KINDS if kinds & bit) or ("DOC",)


class _Reach:
    """Where relations speak of which document."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        spans: dict[str, list[tuple[int, int]]] = {}
        for relation in relations:
            if relation.predicate not in _FORMAL:
                for end in (relation.subject, relation.object):
                    spans.setdefault(end, []).append((relation.evidence.start, relation.evidence.end))
        for listed in spans.values():
            listed.sort()
        self._starts = {id: [start for start, _ in listed] for id, listed in spans.items()}
        self._ends = {id: list(accumulate((end for _, end in listed), max)) for id, listed in spans.items()}

    def covers(self, mention: Mention) -> bool:
        """Does a relation of the document rest on words around the mention?"""
        at = bisect_right(self._starts.get(mention.document, ()), mention.start)
        return at > 0 and self._ends[mention.document][at - 1] >= mention.end


class _Clauses:
    """The clauses of a text as tokens; `spans` are its citations in order."""

    def __init__(self, outline: Outline, spans: Sequence[tuple[int, int]], table: Lexicon) -> None:
        self._outline = outline
        self._flat = outline.flat
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._table = table

    def around(self, start: int, end: int) -> list[tuple[int, str, int]]:
        """Kinds (0: a citation), words and offset of the tokens of the clause around a citation: from the sign or the
        unit that begins it to the one that ends it, or the next citation."""
        unit = self._outline.at(start)
        floor = max(unit.body, start - _BACK)
        before: list[tuple[int, str, int]] = []
        position = floor
        for number in range(bisect_left(self._starts, floor), bisect_left(self._starts, start)):
            low, high = self._spans[number]
            if low >= position and high <= start:
                before += self._tokens(position, low)
                before.append((0, self._words(low, high), low))
                position = high
        before += self._tokens(position, start)
        for at in range(len(before) - 1, -1, -1):
            if before[at][0] & SIGN and before[at][1] in ";.!?":
                del before[: at + 1]
                break
        following = bisect_left(self._starts, end)
        limit = self._starts[following] if following < len(self._starts) else unit.end
        behind = self._tokens(end, max(end, min(unit.end, end + _BEHIND, limit)))
        for at, (kinds, sign, _) in enumerate(behind):
            if kinds & SIGN and sign in ";.!?":
                del behind[at:]
                break
        return [*before, (0, self._words(start, end), start), *behind]

    def _tokens(self, start: int, end: int) -> list[tuple[int, str, int]]:
        text = self._outline.text
        return [
            (t.kinds, self._words(t.start, t.end), t.start) for t in self._table.tokens(self._flat, text, start, end)
        ]

    def _words(self, start: int, end: int) -> str:
        return " ".join(self._outline.text[start:end].split())
