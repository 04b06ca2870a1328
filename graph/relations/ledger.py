"""The relations found in one text, each (subject, predicate, object) once, with its first evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graph.citations.symbols import BLANK_MARK
from graph.model import Document, Mention, Pinpoint, Relation
from graph.relations import evidence
from graph.relations.authority import VALIDITY, against, allowed
from graph.structure import Outline

if TYPE_CHECKING:
    from graph.relations.slots import Slot


_OUTRIGHT = frozenset({"itself", "direct", "passive", "since"})  # rules of an actor that stands by its verb
_ENDS = frozenset({"replaces", "repeals"})
_PINPOINTS = 100  # provisions kept for one relation


class Found(NamedTuple):
    """One statement: `acting` does to `target` what `predicate` says; `part` where only provisions are meant."""

    predicate: str
    acting: Slot
    target: Slot
    cue: tuple[int, int]
    phrase: str
    confidence: float
    rule: str
    part: bool = False
    floor: int = 0  # where the clause begins, as far as known
    pinned: bool = True  # are the provisions named before the target those that are changed?


def _unfilled(document: Document) -> bool:
    """Is it a form to be filled in ("Quyết định số …/2025/QĐ-TTg"), and not the text itself? It is no document yet."""
    return not document.is_source and (document.code or "").startswith(BLANK_MARK)


def _outright(found: Found) -> bool:
    """Is it said so plainly that a reader sees the contradiction? "Bãi bỏ …" is; "Bổ sung …" may speak of things."""
    return found.rule in _OUTRIGHT or (found.rule == "imperative" and found.predicate in _ENDS)


class Ledger:
    """Collects statements as relations."""

    def __init__(self, outline: Outline, text: str) -> None:
        self._outline = outline
        self._text = text
        self._relations: dict[tuple[str, str, str], Relation] = {}
        self._refused: dict[tuple[str, str, str], Relation] = {}

    def add(self, found: Found, *, stated: bool) -> bool:
        """Keep what authority allows; True if anything was said (even if known before)."""
        said = False
        for acting in found.acting.documents:
            for at, target in enumerate(found.target.documents):
                if _unfilled(acting) or _unfilled(target):
                    continue
                if allowed(acting, found.predicate, target, stated=stated, outright=found.rule == "itself"):
                    said = True
                    named = found.target.mentions  # none of a document that the text is itself
                    self._keep(found, acting, target, named[at] if named else None)
                elif stated and _outright(found) and against(acting, found.predicate, target) is not None:
                    key = (acting.id, found.predicate, target.id)
                    self._refused.setdefault(key, self._stating(found, acting, target, ()))
        return said

    def add_parts(self, found: Found, pinpoints: Sequence[Pinpoint]) -> None:
        """Provisions of the target that further words of the text change."""
        for acting in found.acting.documents:
            for target in found.target.documents:
                key = (acting.id, found.predicate, target.id)
                known = self._relations.get(key)
                if known is not None and pinpoints:
                    merged = dict.fromkeys((*known.pinpoints, *pinpoints))
                    self._relations[key] = replace(known, pinpoints=tuple(merged)[:_PINPOINTS], partial=True)

    def withdraw(self, found: Found) -> None:
        """Take back a statement of which nothing else tells: a citation's own clause says something else of it than the
        heading above."""
        for acting in found.acting.documents:
            for target in found.target.documents:
                key = (acting.id, found.predicate, target.id)
                known = self._relations.get(key)
                if known is not None and known.evidence.cue_start == found.cue[0]:
                    del self._relations[key]

    def refused(self) -> list[Relation]:
        """What the text states outright though the order of time or of rank speaks against it, and of whose object it
        states no other change."""
        changed = {target for _, predicate, target in self._relations if predicate in VALIDITY}
        return [r for r in self._refused.values() if r.predicate in VALIDITY and r.object not in changed]

    def _keep(self, found: Found, acting: Document, target: Document, mention: Mention | None) -> None:
        key = (acting.id, found.predicate, target.id)
        changed = found.predicate in VALIDITY and found.part and found.pinned
        pinpoints = mention.pinpoints if changed and mention is not None else ()
        known = self._relations.get(key)
        if known is not None:
            merged = known.pinpoints
            if len(merged) < _PINPOINTS:
                merged += tuple(p for p in pinpoints if p not in merged)
            amends, before = found.predicate == "amends", known.partial
            stands = self._provision(found) is not None
            # a change said without its extent says nothing against a part: the words that tell it are shown
            tells = found.part and not before and (known.provision is None or stands)
            if amends and (tells or (before and not found.part)):
                better = tells
            else:  # the article says more than the title
                better = known.provision is None and stands and found.predicate in VALIDITY
            if better:
                known = self._stating(found, acting, target, known.pinpoints)
            partial = before or found.part if amends else before and found.part
            if merged != known.pinpoints or partial != known.partial:
                known = replace(known, pinpoints=merged, partial=partial)
            self._relations[key] = known
            return
        self._relations[key] = self._stating(found, acting, target, pinpoints)

    def _stating(self, found: Found, acting: Document, target: Document, pinpoints: tuple[Pinpoint, ...]) -> Relation:
        """The relation with the words that state it, and the provision that they stand in."""
        spans = [(found.target.start, found.target.end)]
        if found.acting.start >= 0:
            spans.insert(0, (found.acting.start, found.acting.end))
        shown = evidence.make(
            self._outline, self._text, found.floor, spans, found.cue, found.confidence, found.rule, found.phrase
        )
        provision = self._provision(found)
        return Relation(acting.id, found.predicate, target.id, shown, found.part, pinpoints, provision)

    def _provision(self, found: Found) -> Pinpoint | None:
        """The part of the text that says so: an item stands deeper than its introduction."""
        place = max(found.cue[0], found.target.start, found.acting.start)
        path = self._outline.path(self._outline.index(place))
        return Pinpoint(path) if path else None

    def relations(self) -> list[Relation]:
        """All of them by place in the text."""
        rows = self._relations.values()
        return sorted(rows, key=lambda r: (r.evidence.start, r.evidence.end, r.subject, r.predicate, r.object))
