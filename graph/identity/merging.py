"""Merging across texts: which claims mean the same document. Wrong merges are worse than missed ones.

1. Complete claims fall into cells (`graph.identity.cells`): number and symbol, place, year or term. Acts of the
   Assembly go by number, year and term, or by name and year.
2. An incomplete claim (no date, no place, a bare number) joins the one complete document that it fits; where none or
   several fit it stays a document of its own, with the candidates listed.
3. A claim that only its text explains is never joined with such a claim of another text.

Claims fall into buckets (`graph.identity.features.bucket`) that can be merged one by one, and anew when one changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.domain import acts_by_name
from graph.identity.cells import Group, Profile, Unit, cells, fits
from graph.identity.claims import Claim, claim_of
from graph.identity.codes import code_key
from graph.identity.features import Features, bucket, features
from graph.identity.verdict import conflicts, distinguish, settle
from graph.model import Document, Finding

__all__ = ["Claim", "Cluster", "bucket", "claim_of", "merge"]

_MOST_CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Cluster:
    """One merged document, the keys of the claims that are about it, and what contradicts itself in them."""

    document: Document
    claims: tuple[bytes, ...]
    findings: tuple[Finding, ...] = ()


def merge(claims: Iterable[Claim]) -> tuple[Cluster, ...]:
    """The documents that the claims of one bucket are about, by id. Equal claims count together."""
    units = _units(claims)
    numbered = [u for u in units if u.f.kind in ("symbol", "number")]
    groups = _merge_numbered(numbered) if numbered else []
    groups += _merge_acts([u for u in units if u.f.kind == "law"])
    groups += _merge_named([u for u in units if u.f.kind in ("name", "free")])
    return _clusters(groups)


def _units(claims: Iterable[Claim]) -> list[Unit]:
    counted: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        said = (claim.document.id, claim.content)
        known = counted.get(said)
        counted[said] = (
            claim if known is None else replace(known, own=known.own + claim.own, cited=known.cited + claim.cited)
        )
    return [Unit(claim, features(claim.document), claim.key) for _, claim in sorted(counted.items())]


def _merge_numbered(units: list[Unit]) -> list[Group]:
    by_series: dict[str, list[Unit]] = defaultdict(list)
    bare: list[Unit] = []
    for unit in units:
        if unit.f.kind == "symbol":
            by_series[unit.f.series].append(unit)
        else:
            bare.append(unit)
    complete: list[Group] = []
    open_claims: list[tuple[Unit, list[Profile]]] = []
    for _, members in sorted(by_series.items()):
        groups, rest = cells(members)
        complete += groups
        if rest:
            index = _Index(groups)
            open_claims += [(unit, index.likely(unit)) for unit in rest]
    if bare:
        index = _Index(complete)
        open_claims += [(unit, index.likely(unit)) for unit in bare]
    return complete + _complete_or_keep(open_claims)


class _Index:
    """Profiles by the facts that an open claim may bring, so that each claim meets few of them."""

    def __init__(self, groups: list[Group]) -> None:
        self._profiles = [Profile.of(group) for group in groups]
        self._by_date: dict[str, list[int]] = defaultdict(list)
        self._by_issuer: dict[str, list[int]] = defaultdict(list)
        self._by_place: dict[str, list[int]] = defaultdict(list)
        for number, profile in enumerate(self._profiles):
            days = {date for date in profile.dates if len(date) == 10}
            for date in days or profile.years or {""}:
                self._by_date[date].append(number)
            for year in {date[:4] for date in days}:
                self._by_date[f"{year}-"].append(number)
            for issuer in {start for name in profile.issuers for start in _starts(name)}:
                self._by_issuer[issuer].append(number)
            for place in profile.places or {""}:
                self._by_place[place].append(number)

    def likely(self, unit: Unit) -> list[Profile]:
        """A superset of the profiles that `unit` may fit, in a fixed order. A number that comes with nothing fits none:
        it may mean any, which is worth saying only of a few."""
        f = unit.f
        found: set[int] | None = None
        if f.place:
            found = {*self._by_place.get(f.place, ()), *self._by_place.get("", ())}
        if f.full_date:
            found = self._narrow(found, self._by_date, (f.full_date, f.year, ""))
        elif f.date:
            found = self._narrow(found, self._by_date, (f.year, f"{f.year}-", ""))
        if f.issuer and f.kind == "number":
            found = self._narrow(found, self._by_issuer, _starts(f.issuer))
        if found is None:
            few = f.kind == "symbol" or f.term or len(self._profiles) <= _MOST_CANDIDATES
            return self._profiles if few else []
        return [self._profiles[number] for number in sorted(found)]

    def _narrow(self, found: set[int] | None, index: dict[str, list[int]], keys: Iterable[str]) -> set[int]:
        numbers = {number for key in keys for number in index.get(key, ())}
        return numbers if found is None else found & numbers


def _starts(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


def _complete_or_keep(open_claims: list[tuple[Unit, list[Profile]]]) -> list[Group]:
    """Join each open claim to the one group that it fits. The others stay documents of their own: those that could
    mean the same in any text together, those that only their text explains apart."""
    joins: list[tuple[Group, Unit]] = []
    kept: dict[tuple[str, ...], Group] = {}
    for unit, profiles in open_claims:
        fitting = [p.group for p in profiles if fits(unit, p)]
        if len(fitting) == 1 and not unit.claim.document.candidates:
            joins.append((fitting[0], unit))
            continue
        f = unit.f
        shared = f.complete if f.kind == "number" else f.placed or bool(f.full_date)
        if shared and not unit.claim.document.candidates:
            key: tuple[str, ...] = ("", f.series, f.number, f.type, f.place, f.full_date or f.year, f.term)
            key += (f.issuer,) if f.kind == "number" else ()
        else:
            key = (unit.claim.context, unit.claim.document.id)
        group = kept.setdefault(key, Group([], complete=f.complete and not unit.claim.document.candidates))
        group.units.append(unit)
        if not fitting and f.kind == "number":
            fitting = [p.group for p in profiles if _possible(unit, p)]
        group.candidates += [g for g in fitting if g not in group.candidates]
    for group, unit in joins:
        group.units.append(unit)
    return list(kept.values())


def _possible(unit: Unit, profile: Profile) -> bool:
    """Whether a bare number may mean the group, though too little says so."""
    evidence = replace(unit.f, kind="symbol", needs_place=False)
    return fits(replace(unit, f=evidence), profile)


def _merge_acts(units: list[Unit]) -> list[Group]:
    """Acts of the Assembly: by number, then by name and year; a name alone means the only act of that name, if the
    table of acts knows just one."""
    by_series: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_series[unit.f.series].append(unit)
    named = by_series.pop("", [])
    groups: list[Group] = []
    open_claims: list[tuple[Unit, list[Profile]]] = []
    for _, members in sorted(by_series.items()):
        part, rest = cells(members)
        groups += part
        open_claims += [(unit, [Profile.of(group) for group in part]) for unit in rest]
    kept = _complete_or_keep(open_claims)
    by_name: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for name in group.values(lambda f: f.name):
            by_name[name].append(group)
    same_name: dict[str, list[Unit]] = defaultdict(list)
    for unit in named:
        same_name[unit.f.name].append(unit)
    for name, members in sorted(same_name.items()):
        kept += _acts_of_one_name(name, members, by_name.get(name, []))
    return groups + kept


def _acts_of_one_name(name: str, units: list[Unit], numbered: list[Group]) -> list[Group]:
    if not name:
        kept: dict[tuple[str, str], Group] = {}
        for unit in units:
            group = kept.setdefault((unit.claim.context, unit.claim.document.id), Group([], complete=False))
            group.units.append(unit)
        return list(kept.values())
    joins: list[tuple[Group, Unit]] = []
    free: dict[str, list[Unit]] = defaultdict(list)
    undated: list[Unit] = []
    for unit in units:
        fitting = [g for g in numbered if _act_fits(unit.f, g)] if unit.f.year else []
        if len(fitting) == 1:
            joins.append((fitting[0], unit))
        elif unit.f.year:
            free[unit.f.year].append(unit)
        else:
            undated.append(unit)
    for group, unit in joins:
        group.units.append(unit)
    made = [group for _, members in sorted(free.items()) for group in _by_day(members)]
    if undated:
        made += _undated_act(undated, numbered + made)
    return made


def _act_fits(f: Features, group: Group) -> bool:
    days = group.values(lambda g: g.full_date)
    if f.full_date and days:
        return f.full_date in days
    return f.year in group.values(lambda g: g.year)


def _undated_act(units: list[Unit], known: list[Group]) -> list[Group]:
    """Acts cited by their bare name. Only where one act ever had it does the name tell which."""
    document = units[0].claim.document
    table = acts_by_name(document.name or "")
    if len(table) == 1:
        act = table[0]
        year = str(act.year) if act.year else None
        for group in known:
            codes = {code_key(u.claim.document.code) for u in group.units if u.claim.document.code}
            if (act.code and code_key(act.code) in codes) or year in group.values(lambda f: f.year):
                group.units += units
                return []
    return [Group(units, complete=False, candidates=known)]


def _by_day(units: list[Unit]) -> list[Group]:
    """Documents of one name and period: different days are different documents; a claim without a day joins the only
    one, else it stays apart."""
    by_day: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_day[unit.f.full_date].append(unit)
    vague = by_day.pop("", [])
    groups = [Group(members) for _, members in sorted(by_day.items())]
    if len(groups) == 1:
        groups[0].units += vague
    elif vague:
        groups.append(Group(vague, candidates=list(groups)))
    return groups


def _merge_named(units: list[Unit]) -> list[Group]:
    """Documents known by name, and unnumbered ones: by place, issuer and period where no text is needed."""
    keyed: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        f = unit.f
        if unit.claim.context or not f.complete:
            keyed[unit.claim.context, unit.claim.document.id].append(unit)
        elif f.kind == "free":
            keyed["", f.place, f.issuer, f.full_date].append(unit)
        else:
            keyed["", f.place, f.period, ""].append(unit)
    groups: list[Group] = []
    timeless: list[list[Unit]] = []
    for key, members in sorted(keyed.items()):
        if key[0] or len(key) == 2:
            groups.append(Group(members, complete=False))
        elif members[0].f.kind == "name" and not key[2]:
            timeless.append(members)
        else:
            groups += _by_day(members)
    for members in timeless:
        same = [
            g for g in groups if g.complete and g.units[0].f.kind == "name" and g.units[0].f.place == members[0].f.place
        ]
        if len(same) == 1:
            same[0].units += members
        else:
            groups.append(Group(members, candidates=same))
    return groups


def _clusters(groups: list[Group]) -> tuple[Cluster, ...]:
    """Settle each group's attributes and give it an id of its own."""
    settled = {id(g): settle([u.claim for u in g.units], complete=g.complete) for g in groups}
    taken: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        taken[settled[id(group)].id].append(group)
    for name, sharing in taken.items():
        if len(sharing) > 1:
            _tell_apart(name, sharing, settled)
    by_local: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for local in {u.claim.document.id for u in group.units}:
            by_local[local].append(group)
    known = {document.id for document in settled.values()}
    clusters = []
    for group in groups:
        document = settled[id(group)]
        candidates = (
            {settled[id(c)].id for c in group.candidates} if len(group.candidates) <= _MOST_CANDIDATES else set()
        )
        for unit in group.units:
            for local in unit.claim.document.candidates:
                candidates |= {settled[id(g)].id for g in by_local.get(local, ())} or _dated_less(local, known)
        candidates.discard(document.id)
        if candidates:
            document = replace(document, candidates=tuple(sorted(candidates)))
        claims = [u.claim for u in group.units]
        keys = tuple(sorted(u.key for u in group.units))
        clusters.append(Cluster(document, keys, conflicts(document, claims, complete=group.complete)))
    return tuple(sorted(clusters, key=lambda c: c.document.id))


def _dated_less(name: str, known: set[str]) -> set[str]:
    """The documents among `known` that are the one called `name` as far as their names say: a table knows the day of an
    act that the texts give only the year of. `name` itself where there is none."""
    head, _, rest = name.rpartition(":")
    date, _, numbers = rest.partition(";")
    return {id for id in (f"{head}:{date[:length]};{numbers}" for length in (7, 4)) if id in known} or {name}


def _tell_apart(name: str, sharing: list[Group], settled: dict[int, Document]) -> None:
    """Different documents with one id: the only complete one keeps it, the others are marked."""
    complete = [g for g in sharing if g.complete]
    contexts = [next((u.claim.context for u in g.units if u.claim.context), "") for g in sharing]
    count = Counter(contexts)
    for group, context in zip(sharing, contexts, strict=True):
        if len(complete) == 1 and group is complete[0]:
            continue
        alone = context and count[context] == 1
        mark = context[:8] if alone else min(u.key for u in group.units).hex()[:8]
        settled[id(group)] = replace(settled[id(group)], id=distinguish(name, mark))
