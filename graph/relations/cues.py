"""The phrases that state a relation, from the table ``graph/domain/cues.csv``: a new row is a new cue.

Columns: ``predicate`` (empty where a row states none), ``phrase`` (lower case; a comma may be missing in a text, ``…``
stands for up to twelve words), ``position``, ``confidence`` (0..1), ``notes``, ``source``. Positions:

* ``active`` between the acting document and its object, or at the head of the clause ("A thay thế B", "Bãi bỏ B");
* ``report`` like ``active``, only where the acting document is a report;
* ``passive`` behind the object, before the acting document ("B được sửa đổi bởi A");
* ``post`` behind the object, the acting document is the text itself or follows ("B hết hiệu lực kể từ ngày A …");
* ``preamble`` only at the head of a clause of the preamble ("Căn cứ B");
* ``blocker`` anywhere between subject and cue: the clause speaks of a draft or a proposal;
* ``guard`` directly before the cue: negation, condition, obligation;
* ``name`` before the cue: a body or meeting that is named after what it carries out;
* ``friend`` a longer phrase that only looks like a cue ("hiệu lực thi hành", "thi hành án").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.domain.table import match_form, read_table
from graph.errors import LuocdoError
from graph.model import PREDICATES
from graph.relations.authority import VALIDITY
from graph.relations.phrases import trie

GAP = "…"
_KNOWN = 2000  # spellings that are remembered
STRONG = 0.85  # a cue below is as often an ordinary verb: it reaches less far
POSITIONS = ("active", "report", "passive", "post", "preamble", "blocker", "guard", "name", "friend")
FORWARD = ("active", "report", "passive", "preamble", "friend")
_BLANK = r"(?: *, *| ++)"  # a comma may be missing in the phrase
# The words that "…" stands for: no clause may end among them.
_FEW_WORDS = r"(?: +[^ ;:.()]+){0,12}?(?: *,)?"


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table."""

    predicate: str
    phrase: str
    position: str
    confidence: float = 1.0


class Hit(NamedTuple):
    """A cue at ``start:end`` of the flat text that was searched."""

    cue: Cue
    start: int
    end: int


class CueTable:
    """Cues compiled for search in flat text: lower case, each line break, tab or markup sign a blank of its own."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues = tuple(cues)
        forward = [c for c in self.cues if c.position in FORWARD]
        self._plain = {_key(c.phrase): c for c in forward if GAP not in c.phrase}
        self._gapped: dict[str, list[tuple[re.Pattern[str], Cue]]] = {}
        for cue in forward:
            if GAP in cue.phrase:
                head, _, tail = cue.phrase.partition(GAP)
                rule = re.compile(rf"{_FEW_WORDS} +{_pattern(tail.strip())}(?!\w)")
                self._gapped.setdefault(_key(head), []).append((rule, cue))
        self._known: dict[str, tuple[Sequence[tuple[re.Pattern[str], Cue]], Cue | None]] = {}
        self._search = re.compile(trie([*self._plain, *self._gapped], blank=_BLANK, words=True))
        near = [key for key, cue in self._plain.items() if cue.predicate not in VALIDITY or cue.confidence < STRONG]
        far = [key for key, cue in self._plain.items() if cue.predicate in VALIDITY and cue.confidence >= STRONG]
        tails = [_key(c.phrase.partition(GAP)[2]) for c in forward if GAP in c.phrase]
        self._near = _stem_pattern(_stems([*near, *tails]))
        self._far = _stem_pattern(_stems(far))
        self.blocker = re.compile(
            trie([_key(c.phrase) for c in self.cues if c.position == "blocker"], blank=_BLANK, words=True)
        )
        self.guard = self._words("guard", r"{} *$")
        self.name = self._words("name", r"{}[^,;.]{{0,80}}$")
        self.post = tuple(
            (re.compile(_pattern(c.phrase).replace(" ++", r"[\s*_|]+")), c) for c in self.cues if c.position == "post"
        )

    def _words(self, position: str, frame: str) -> re.Pattern[str]:
        phrases = [_key(c.phrase) for c in self.cues if c.position == position]
        return re.compile(frame.format(trie(phrases, blank=_BLANK, words=True)) if phrases else r"(?!)")

    def may_hold(self, text: str, start: int, near: int, end: int) -> bool:
        """A quick look: might `text` (as read, not flat) hold a forward cue that reaches `end`? Those that change a
        document are sought from `start`, the others, which reach less far, from `near`. No cue there is overlooked."""
        return self._near.search(text, near, end) is not None or self._far.search(text, start, end) is not None

    def find(self, flat: str) -> list[Hit]:
        """The forward cues in `flat`, leftmost first, of overlapping ones the longest first."""
        hits: list[Hit] = []
        for match in self._search.finditer(flat):
            words = match.group()
            known = self._known.get(words)
            if known is None:
                known = self._look_up(words)
            gapped, plain = known
            start, end = match.span()
            for rule, cue in gapped:
                tail = rule.match(flat, end)
                if tail is not None:
                    hits.append(Hit(cue, start, tail.end()))
            if plain is not None:
                hits.append(Hit(plain, start, end))
        if len(hits) > 1:
            hits.sort(key=_reading_order)
        return hits

    def _look_up(self, words: str) -> tuple[Sequence[tuple[re.Pattern[str], Cue]], Cue | None]:
        """The rows that matched words (with their blanks and commas) stand for."""
        key = _key(words)
        plain = self._plain.get(key)
        if plain is not None and plain.position == "friend":
            plain = None
        found = self._gapped.get(key, ()), plain
        if len(self._known) < _KNOWN:
            self._known[words] = found
        return found


def _reading_order(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def load(rows: Iterable[Mapping[str, str]]) -> CueTable:
    """A table from rows with the columns above. Raises LuocdoError for an unknown predicate or position."""
    cues = []
    for row in rows:
        predicate, position = row["predicate"], row["position"]
        states = position not in ("blocker", "guard", "name", "friend")
        if position not in POSITIONS or (predicate not in PREDICATES if states else predicate):
            raise LuocdoError(f"Bảng cues.csv: dòng “{row['phrase']}” có vị trí hoặc quan hệ không hợp lệ")
        cues.append(Cue(predicate, match_form(row["phrase"]), position, float(row["confidence"] or 1)))
    return CueTable(cues)


@cache
def cue_table() -> CueTable:
    """The table as delivered, read on first use."""
    return load(read_table("cues"))


def _stems(keys: Iterable[str]) -> set[str]:
    return {" ".join(key.split()[:3]) for key in keys}


def _key(phrase: str) -> str:
    return " ".join(phrase.replace(",", " ").split())


def _pattern(phrase: str) -> str:
    """Words with any blanks between them, an optional comma where the phrase may have one."""
    return " ++".join(re.escape(word) for word in phrase.split())


def _stem_pattern(stems: Iterable[str]) -> re.Pattern[str]:
    """A pattern for text as read: each stem (one or two words) in lower case, with a capital, in capitals."""
    forms: set[str] = set()
    for stem in stems:
        forms.update({stem, stem[0].upper() + stem[1:], stem.upper()})
    return re.compile(trie(forms, blank=r"[\s,*_|]{1,4}"))
