"""Whether documents stand, since when, by whom: one model of force, for today's question or as of a day.

- A document takes effect on the day that a register states, else its own text, else another text (`Effect`). "From
  signing" is its date of issue, "with Luật X" the day on which that one takes effect. Where nothing tells: unknown.
- It ends on the day on which the document that replaces or repeals it takes effect, or that its sentence states
  ("bãi bỏ … kể từ ngày …"); never on the ender's date of issue. Its last day in force is the day before.
- An end of provisions leaves the rest standing (Luật 64/2025/QH15 Điều 57): in force in part. An amendment that repeals
  or replaces provisions is one (`graph.queries.parts`).
- A document cannot end a later one, nor that of a higher authority: such a relation says nothing here
  (`graph.queries.order` reports it).
- A suspension ends on the day that its own sentence states ("đến hết ngày …"), or on which another document lets the
  suspended one apply again.
- What a register says counts above what is read: its "in force" stands against ends that are not newer than it.

Without a day (`at` None) what has been stated is taken as done, whatever the calendar says: replaced from next year on
is replaced, with the day; a document's own last day is shown, and ends it only as of a later day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from graph.model import ALL_BUT, Document, Effect, Evidence, PartStatus, Pinpoint, Relation, Status
from graph.queries.parts import part_end
from graph.relations.authority import against

ENDS = {"replaces": "replaced", "repeals": "repealed", "suspends": "suspended"}
Path = tuple[tuple[str, str], ...]
_WHOLE_DAY = len("2031-07-01")
_DEPTH = 4  # "có hiệu lực theo" a document that has effect by another …


@dataclass(slots=True)
class Facts:
    """What the graph says that bears on force, by document id: documents, statements of time, relations that end
    (``ENDS``) or extend the document, which of the texts are the document's own, and up to when a register speaks."""

    documents: Mapping[str, Document]
    effects: Mapping[str, Sequence[Effect]]
    relations: Mapping[str, Sequence[Relation]]
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)  # document -> sources that are its text
    registers: Mapping[str, str] = field(default_factory=dict)  # register -> date of the newest document in it
    _days: dict[str, tuple[str | None, tuple[Evidence, ...]]] = field(default_factory=dict)

    def date(self, id: str) -> str | None:
        found = self.documents.get(id)
        return found.date if found else None

    # The first day ------------------------------------------------------------------------------------------------

    def first_day(self, id: str, depth: int = 0) -> tuple[str | None, tuple[Evidence, ...]]:
        """The day on which a document takes effect, with the sentences that say so; None where it is unknown."""
        if id not in self._days:
            found = self._first_day(id, depth)
            if depth:
                return found
            self._days[id] = found
        return self._days[id]

    def _first_day(self, id: str, depth: int) -> tuple[str | None, tuple[Evidence, ...]]:
        ranked: dict[int, list[tuple[str, tuple[Evidence, ...]]]] = {}
        for effect in self.effects.get(id, ()):
            if effect.kind != "in-force" or effect.provisions:
                continue
            day, evidence = self._day(effect, depth)
            if day:
                ranked.setdefault(self._rank(effect), []).append((day, evidence))
        if not ranked:
            return None, ()
        best = ranked[min(ranked)]
        days = [day for day, _ in best]
        chosen = min(set(days), key=lambda day: (-days.count(day), day))
        return chosen, next(evidence for day, evidence in best if day == chosen)

    def _rank(self, effect: Effect) -> int:
        """A register before the own text before what others say."""
        if effect.basis == "register":
            return 0
        return 1 if effect.evidence.source in self.own.get(effect.document, ()) else 2

    def _day(self, effect: Effect, depth: int) -> tuple[str | None, tuple[Evidence, ...]]:
        evidence: tuple[Evidence, ...] = (effect.evidence,)
        if effect.basis == "document":
            if effect.by is None or depth >= _DEPTH or effect.by == effect.document:
                return None, ()
            day, more = self.first_day(effect.by, depth + 1)
            return day, evidence + more
        if effect.date is not None or effect.basis in ("stated", "register"):
            return effect.date, evidence
        start = self.date(effect.document)
        if effect.basis == "publication":
            start = next((e.date for e in self.effects.get(effect.document, ()) if e.kind == "published"), None)
        return (_plus(start, effect.days) if start else None), evidence

    # Ends ---------------------------------------------------------------------------------------------------------

    def ends(self, id: str) -> list[_End]:
        """Everything that ends the document or parts of it, or suspends it."""
        found: list[_End] = []
        used: set[int] = set()
        more: tuple[Evidence, ...]
        effects = [e for e in self.effects.get(id, ()) if e.kind in ("ended", "suspended") and e.basis != "register"]
        for relation in self.relations.get(id, ()):
            state = part_end(relation) if relation.predicate == "amends" else ENDS.get(relation.predicate)
            if state is None or relation.subject == id or self._cannot(relation.subject, id):
                continue
            own = self._stated(relation, state, effects)
            if own is not None:
                used.update(i for i, e in enumerate(effects) if e is own)
                since, more = own.date, (own.evidence,)
            else:
                since, more = self.first_day(relation.subject)
            evidence = (relation.evidence, *more)
            found.append(
                _End(
                    state,
                    relation.subject,
                    since,
                    evidence,
                    relation.pinpoints,
                    relation.partial
                    or bool(relation.pinpoints)
                    or relation.predicate == "amends"
                    or any(e.by == relation.subject and _all_but(e) for e in effects),
                )
            )
        for i, effect in enumerate(effects):
            if i in used or effect.by == id or (effect.by and self._cannot(effect.by, id)):
                continue
            since, more = effect.date, ()
            if effect.basis == "document" and effect.by:
                since, more = self.first_day(effect.by)
            evidence = (effect.evidence, *more)
            found.append(
                _End(_state(effect), effect.by, since, evidence, effect.provisions, bool(effect.provisions), True)
            )
        told = {e.by: set[Path]() for e in found if e.partial and e.effect}
        for end in found:
            if end.partial and end.effect:
                told[end.by] |= _paths(end.provisions)
        # a relation names one sentence, statements of time name every provision that ends
        return [e for e in found if e.effect or not e.partial or e.by not in told or _paths(e.provisions) - told[e.by]]

    def _cannot(self, by: str, id: str) -> bool:
        """Whether the order of time or of rank forbids that one document ends another."""
        subject, object = self.documents.get(by), self.documents.get(id)
        return subject is not None and object is not None and against(subject, "repeals", object) is not None

    @staticmethod
    def _stated(relation: Relation, state: str, effects: Sequence[Effect]) -> Effect | None:
        """The statement of a day for the same end: of the same provisions, else of the same extent."""
        kind = "suspended" if state == "suspended" else "ended"
        partial = relation.partial or bool(relation.pinpoints) or relation.predicate == "amends"
        dated = [e for e in effects if e.date is not None]
        fitting = [e for e in dated if e.by == relation.subject and e.kind == kind and bool(e.provisions) == partial]
        same = [e for e in fitting if _paths(e.provisions) == _paths(relation.pinpoints)]
        chosen = same or (fitting if len(fitting) == 1 else [])
        return min(chosen, key=lambda e: (e.date or "9", e.evidence.start), default=None)

    def last_day(self, id: str) -> tuple[str | None, tuple[Evidence, ...]]:
        """The last day by the document's own term, or by the one that extends it; None where it has none."""
        days: list[tuple[str, Evidence]] = []
        extended = {r.subject for r in self.relations.get(id, ()) if r.predicate == "extends"}
        for effect in self.effects.get(id, ()):
            if effect.provisions or effect.date is None:
                continue
            if effect.kind == "until":
                days.append((effect.date, effect.evidence))
            elif effect.kind == "ended" and (effect.by == id or effect.basis == "register"):
                day = _plus(effect.date, -1)
                if day:
                    days.append((day, effect.evidence))
        if not days:
            return None, ()
        day, evidence = max(days, key=lambda pair: (pair[0], pair[1].source or "", -pair[1].start))
        if extended and not any(e.source and e.source in self.own.get(s, ()) for s in extended for _, e in days):
            return None, ()  # prolonged, nobody says till when
        return day, (evidence,)

    # Registers ----------------------------------------------------------------------------------------------------

    def register(self, id: str) -> tuple[Effect, str | None] | None:
        """The state that a register gives the document ("in-force", "ended" without a day), with the day up to which
        it speaks; of several the newest, then the one that knows an end."""
        found = [
            (e, self.registers.get((e.evidence.source or "").rpartition("#")[0]))
            for e in self.effects.get(id, ())
            if e.basis == "register" and e.date is None
        ]
        return max(found, key=lambda p: (p[1] or "", p[0].kind == "ended", not p[0].provisions), default=None)


@dataclass(frozen=True, slots=True)
class _End:
    state: str
    by: str | None
    since: str | None
    evidence: tuple[Evidence, ...]
    provisions: tuple[Pinpoint, ...] = ()
    partial: bool = False
    effect: bool = False


def _state(effect: Effect) -> str:
    if effect.kind == "suspended":
        return "suspended"
    if effect.by is None:
        return "expired"
    return "replaced" if effect.evidence.cue.lower().startswith("thay") else "repealed"


def force(facts: Facts, id: str, at: str | None = None) -> Status:
    """The status of a document, as of the day `at` (ISO), or as far as anything is stated."""
    first, first_words = facts.first_day(id)
    issued = facts.date(id)
    start = first or issued
    if at is not None and start is not None and not _reached(start, at):
        return Status("not-yet", first_day=first, evidence=first_words)
    ends = facts.ends(id)
    official = facts.register(id)
    if official is not None:
        effect, speaks = official
        if effect.kind == "in-force" and speaks is not None:
            # what the register could know of it does not count against it
            ends = [e for e in ends if e.partial or _official(e) or _after(e.since or _issued(facts, e), speaks)]
        elif effect.provisions:
            ends.append(_End("expired", None, None, (effect.evidence,), effect.provisions, True))
        elif effect.kind == "ended" and (at is None or speaks is None or speaks <= at):
            ends.append(_End("expired", None, None, (effect.evidence,)))
    ends = [e for e in ends if e.state != "suspended" or not _resumed(facts, id, e, at)]
    last, last_words = facts.last_day(id)
    coming: list[_End] = []
    if at is not None:
        coming = [e for e in ends if not e.partial and e.state != "suspended" and e.since and not _done(facts, e, at)]
        ends = [e for e in ends if _done(facts, e, at)]
    if coming:  # what ends later stands till then
        soonest = _earliest(e.since for e in coming)
        last, last_words = _plus(soonest, -1), _words(coming)
    parts = _parts(facts, id, ends, at)
    status = Status(first_day=first, last_day=last, parts=parts)
    whole = [e for e in ends if not e.partial and e.state != "suspended"]
    if whole:
        return _ended(facts, status, whole, first_words)
    if at is not None and last is not None and at > last:
        return replace(status, state="expired", since=_plus(last, 1), evidence=(*last_words, *first_words))
    resting = [e for e in ends if not e.partial and e.state == "suspended"]
    gone = [p for p in parts if p.state != "not-yet"]
    if resting:
        return replace(
            status,
            state="suspended",
            by=tuple(sorted({e.by for e in resting if e.by})),
            since=_earliest(e.since for e in resting),
            evidence=_words(resting) + first_words,
        )
    if gone:
        return replace(
            status,
            state="partly",
            by=tuple(sorted({p.by for p in gone if p.by})),
            since=_earliest(p.since for p in gone),
            evidence=tuple(dict.fromkeys([*(p.evidence for p in gone), *first_words])),
        )
    if official is not None and official[0].kind == "in-force":
        return replace(status, state="in-force", since=first, evidence=(official[0].evidence, *first_words))
    if first is not None or coming:
        return replace(status, state="in-force", since=first, evidence=(*first_words, *last_words))
    return status


def _ended(facts: Facts, status: Status, whole: Sequence[_End], first_words: tuple[Evidence, ...]) -> Status:
    """The first of the ends counts, a replacement before a repeal, one that names its document before one that does
    not; all who did it are named."""
    order = ("replaced", "repealed", "expired")
    named = [e for e in whole if e.by] or list(whole)
    decisive = min(named, key=lambda e: (e.since or "9", _issued(facts, e) or "9", order.index(e.state)))
    since = _earliest(e.since for e in named)
    last = _plus(since, -1) if since else None
    return replace(
        status,
        state=decisive.state,
        by=tuple(sorted({e.by for e in named if e.by})),
        since=since,
        last_day=last,
        evidence=_words([decisive, *(e for e in named if e is not decisive)]) + first_words,
    )


def _parts(facts: Facts, id: str, ends: Sequence[_End], at: str | None) -> tuple[PartStatus, ...]:
    """What became of provisions: ended or resting ones, and those that take effect later than the rest."""
    found = [PartStatus(e.provisions, e.state, e.by, e.since, e.evidence[0]) for e in ends if e.partial]
    for effect in facts.effects.get(id, ()):
        if not effect.provisions or effect.basis == "register":
            continue
        if effect.kind == "in-force":
            day, _ = facts._day(effect, 0)
            if day is not None and (at is None or not _reached(day, at)):
                found.append(PartStatus(effect.provisions, "not-yet", effect.by, day, effect.evidence))
        elif effect.kind == "ended" and effect.by == id and (at is None or _reached(effect.date or "", at)):
            found.append(PartStatus(effect.provisions, "expired", None, effect.date, effect.evidence))
    ordered = sorted(found, key=lambda p: (p.since or "9", p.by or "", p.evidence.source or "", p.evidence.start))
    return tuple(dict.fromkeys(ordered))


def _all_but(effect: Effect) -> bool:
    """Whether an end leaves provisions standing: then a relation that names the whole document means the same."""
    return effect.kind == "ended" and any(p.text.startswith(ALL_BUT) for p in effect.provisions)


def _done(facts: Facts, end: _End, at: str) -> bool:
    """Whether an end has come by `at`; one without a day has by the day on which the ender was issued."""
    when = end.since or _issued(facts, end)
    return when is None or _reached(when, at)


def _resumed(facts: Facts, id: str, end: _End, at: str | None) -> bool:
    """Whether a suspension is over by `at`; without a day where another document than the one that suspends says so."""
    for effect in facts.effects.get(id, ()):
        if effect.kind != "resumed" or (effect.provisions and _paths(effect.provisions) != _paths(end.provisions)):
            continue
        day = effect.date or (facts.first_day(effect.by)[0] if effect.by else None)
        if day is None or (end.since is not None and day <= end.since) or (effect.by and facts._cannot(effect.by, id)):
            continue
        if effect.by != end.by if at is None else _reached(day, at):
            return True
    return False


def _issued(facts: Facts, end: _End) -> str | None:
    return facts.date(end.by) if end.by else None


def _official(end: _End) -> bool:
    return any(e.rule in ("register", "correction") for e in end.evidence)


def _reached(day: str, at: str) -> bool:
    """Whether `day` (perhaps only a month or a year) has begun by `at`."""
    return day <= at[: len(day)]


def _after(day: str | None, other: str) -> bool:
    return day is not None and day > other[: len(day)]


def _plus(day: str | None, days: int) -> str | None:
    if day is None or len(day) != _WHOLE_DAY:
        return None
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def _paths(pinpoints: Sequence[Pinpoint]) -> set[Path]:
    return {p.path for p in pinpoints}


def _words(ends: Sequence[_End]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(e for end in ends for e in end.evidence))


def _earliest(days: object) -> str | None:
    return min((d for d in days if d), default=None)  # type: ignore[attr-defined]
