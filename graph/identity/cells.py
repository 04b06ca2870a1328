"""Groups of claims that mean one document, and whether an incomplete claim fits one.

A *cell* is what a series numbers once: number and symbol, place, and year or Party term. The rules prefer two nodes for
one document to one node for two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graph.identity.claims import Claim
from graph.identity.codes import akin
from graph.identity.features import Features
from graph.identity.series import body_names


@dataclass(frozen=True, slots=True)
class Unit:
    """A claim with its features and its key."""

    claim: Claim
    f: Features
    key: bytes


@dataclass(slots=True, eq=False)
class Group:
    """Claims of one document. `complete` tells whether they fix its identity, or only a text knows which one it is."""

    units: list[Unit]
    complete: bool = True
    candidates: list[Group] = field(default_factory=list)

    def values(self, pick: Callable[[Features], str]) -> set[str]:
        """The known values of a feature."""
        return {value for unit in self.units if (value := pick(unit.f))}


@dataclass(frozen=True, slots=True)
class Profile:
    """What a group says of itself, computed once before claims are fitted to it."""

    group: Group
    types: frozenset[str]
    issuers: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]
    years: frozenset[str]
    terms: frozenset[str]
    central: bool
    earliest: str

    @classmethod
    def of(cls, group: Group) -> Profile:
        """The profile of a group of numbered documents."""
        first = group.units[0].f
        dates = group.values(lambda f: f.date)
        issuers = group.values(lambda f: f.issuer)
        if first.symbol and (first.central or not issuers):
            issuers |= body_names(first.symbol)
        years = group.values(lambda f: f.year)
        return cls(
            group,
            frozenset(group.values(lambda f: f.type)),
            frozenset(issuers),
            frozenset(group.values(lambda f: f.place)),
            frozenset(dates),
            frozenset(years),
            frozenset(group.values(lambda f: f.term)),
            first.central,
            min(dates | years, default=""),
        )


def fits(unit: Unit, profile: Profile) -> bool:
    """Whether nothing that an incomplete claim says speaks against the group, and enough speaks for it.

    A bare number needs an issuer, a date or a term that agrees; a symbol that many places use needs the place or the
    full date. Nothing is cited before it exists.
    """
    f = unit.f
    seen = unit.claim.seen
    if seen and profile.earliest and profile.earliest[: len(seen)] > seen[: len(profile.earliest)]:
        return False
    if f.type and profile.types and not any(akin(f.type, other) for other in profile.types):
        return False
    if f.place:
        if profile.places and f.place not in profile.places:
            return False
        if profile.central and f.kind == "number":
            return False
    elif f.needs_place and not (f.full_date and f.full_date in profile.dates):
        return False
    if f.issuer and profile.issuers and not any(akin(f.issuer, other) for other in profile.issuers):
        return False
    if f.date:
        days = {date for date in profile.dates if len(date) > 4}
        if days and not any(day.startswith(f.date) or f.date.startswith(day) for day in days):
            return False
        if profile.years and f.date[:4] not in profile.years:
            return False
    if f.term and profile.terms and f.term not in profile.terms:
        return False
    return f.kind != "number" or bool(f.issuer or f.date or f.term)


def cells(units: Iterable[Unit]) -> tuple[list[Group], list[Unit]]:
    """Groups of the complete claims of one series, and the claims that fit several groups or lack something."""
    units = list(units)
    anywhere = any(unit.f.place for unit in units)
    keyed: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    dated: dict[str, list[Unit]] = defaultdict(list)
    rest: list[Unit] = []
    for unit in units:
        f = unit.f
        if unit.claim.context or not f.complete or (anywhere and not f.place and not f.central):
            rest.append(unit)
        elif f.period:
            keyed[f.place, f.period].append(unit)
        else:
            dated[f.place].append(unit)
    for place, members in dated.items():
        _add_dated(place, members, keyed)
    groups: list[Group] = []
    for _, members in sorted(keyed.items()):
        split, unsure = _split(members)
        groups += split
        rest += unsure
    return groups, rest


def _add_dated(place: str, units: list[Unit], keyed: dict[tuple[str, str], list[Unit]]) -> None:
    """Party numbers with a date and no term: to the one term that knows the day, else by year. Local congresses meet in
    years that end in 0 or 5 and restart the numbers, so in those years only the same day is the same document."""
    terms = {key: {u.f.full_date for u in members} for key, members in keyed.items() if key[0] == place}
    for unit in units:
        day = unit.f.full_date
        known = [key for key, days in terms.items() if day in days]
        if len(known) == 1:
            keyed[known[0]].append(unit)
        else:
            congress = unit.f.central or day[3] in "05"
            keyed[place, day if congress else day[:4]].append(unit)


def _split(units: list[Unit]) -> tuple[list[Group], list[Unit]]:
    """One cell by type and issuer. Claims that leave open which of several groups they mean come back second."""
    groups: list[list[Unit]] = []
    unsure: list[Unit] = []
    by_type, typeless = _partition(units, lambda f: f.type)
    for members in by_type or [[]]:
        part, open_issuer = _by_issuer(members)
        groups += part
        unsure += open_issuer
    if len(groups) == 1:
        groups[0] += typeless
    elif not groups and typeless:
        groups.append(typeless)
    else:
        unsure += typeless
    return [Group(g) for g in groups if g], unsure


def _by_issuer(units: list[Unit]) -> tuple[list[list[Unit]], list[Unit]]:
    if not units:
        return [], []
    if units[0].f.central:
        return [units], []  # the symbol of a central body names it; the Party's three central bodies share one series
    parts, silent = _partition(units, lambda f: f.issuer)
    parts = _join_same_day(parts)
    unsure: list[Unit] = []
    for unit in silent:
        day = unit.f.full_date
        known = [p for p in parts if day and any(u.f.full_date == day for u in p)]
        chosen = known if len(known) == 1 else parts
        if len(chosen) == 1:
            chosen[0].append(unit)
        else:
            unsure.append(unit)
    if not parts:
        parts, unsure = [unsure], []
    heads = [half for part in parts for half in _heads_apart(part)]
    return heads, unsure


def _partition(units: list[Unit], pick: Callable[[Features], str]) -> tuple[list[list[Unit]], list[Unit]]:
    """Units by a feature whose values may be shorter names of one another, and the units without it.

    A name that begins several longer ones (Ủy ban nhân dân: of the province, of a district) says nothing.
    """
    values = sorted({value for u in units if (value := pick(u.f))})
    longest = [v for v in values if not any(other != v and other.startswith(v + " ") for other in values)]
    owner = {v: [full for full in longest if akin(v, full)] for v in values}
    parts: dict[str, list[Unit]] = {full: [] for full in longest}
    silent: list[Unit] = []
    for unit in units:
        owners = owner.get(pick(unit.f), [])
        (parts[owners[0]] if len(owners) == 1 else silent).append(unit)
    return [part for part in parts.values() if part], silent


def _join_same_day(parts: list[list[Unit]]) -> list[list[Unit]]:
    """Parts that share a full date: one number on one day is one document, whatever its issuer is called."""
    joined: list[list[Unit]] = []
    for part in parts:
        days = {u.f.full_date for u in part} - {""}
        same = [other for other in joined if days & {u.f.full_date for u in other}]
        for other in same:
            part = other + part
            joined.remove(other)
        joined.append(part)
    return joined


def _heads_apart(units: list[Unit]) -> list[list[Unit]]:
    """A body and its head may number apart: days told of one only are not joined with days told of the other only."""
    roles: dict[str, set[bool]] = defaultdict(set)
    for unit in units:
        if unit.f.full_date and unit.f.issuer:
            roles[unit.f.full_date].add(unit.f.head)
    only_head = {day for day, heads in roles.items() if heads == {True}}
    if not only_head or not any(heads == {False} for heads in roles.values()) or {True, False} in roles.values():
        return [units]
    head = [u for u in units if u.f.full_date in only_head]
    return [head, [u for u in units if u.f.full_date not in only_head]]
