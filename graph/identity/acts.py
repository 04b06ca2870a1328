"""Acts cited by name: which version of an act is meant.

An act named without number and date is the one of the day of the document that speaks of it: of the citing text, or,
inside the title of a cited document or of an amending act, of that document ("Nghị định số 118/2015/NĐ-CP … quy định
chi tiết … Luật Đầu tư" means the act of 2014). An older document never speaks of a newer act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from graph import domain
from graph.citations.citation import Citation
from graph.citations.header import Header
from graph.citations.titles import TITLE_LIMIT, read_title
from graph.identity.groups import FEW, Group, name_key

# An act passed less than this many days before the citing text may not be the one in force that is meant.
_SETTLING_DAYS = 365
_DAY = len("2025-06-25")
# A document that details or carries out an act does so for the newest one, though it may not be in force yet.
_DETAILS = re.compile(r"chi[\s*]+tiết|hướng[\s*]+dẫn|thi[\s*]+hành|biện[\s*]+pháp", re.IGNORECASE)
_AMENDS = re.compile(r"(?:về[\s*]+(?:việc[\s*]+)?)?sửa[\s*]+đổi", re.IGNORECASE)
# what a title opens with where neither date nor issuer stands before it
_BARE_TITLE = re.compile(r"[\s*,]*(?:về|quy[\s*]+định[\s*]+chi[\s*]+tiết|hướng[\s*]+dẫn|sửa[\s*]+đổi)", re.IGNORECASE)
_ENACTED = ("Luật", "Bộ luật", "Pháp lệnh")
_ENACTS = re.compile(r"(?:Quốc hội|Ủy ban Thường vụ Quốc hội) ban hành$")
_FORMULA = 60
_AMENDING_WORDS = 3  # "Luật sửa đổi"


class Spoken(NamedTuple):
    """When a document speaks of an act: `day` ISO (the last day of the year where only that is known), `exact` whether
    the day itself is known, `newest` whether it speaks of the newest act even if that is new; `before` says that the
    act was passed before that day (an act amends older ones)."""

    day: str
    exact: bool
    newest: bool
    before: bool = False


def group_acts(
    text: str, citations: list[Citation], numbered: list[Group], header: Header, source: Group
) -> list[Group]:
    """Groups of the acts cited by name alone; those that mean an act that `numbered` holds (or the source itself) join
    it. `citations` are all citations of the text."""
    named = [c for c in citations if c.kind == "act"]
    for citation in [c for c in named if _enacted_here(text, c, header)]:
        source.add(citation)
        named.remove(citation)
    spoken = spoken_of(text, citations, numbered)
    by_name = _numbered_by_name(numbered, header, source)
    fresh = _said_by_the_text([c for c in named if c not in spoken], by_name, header.date)
    inner: dict[tuple[int, int], list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.inside is not None:
            inner[citation.inside].append(citation)
    for group in fresh:
        _infer_version(group, header, [act for c in group.citations for act in inner[c.span]])
    for citation in named:
        if citation in spoken:
            oldest = max((_earliest(act, spoken[citation].day) for act in inner[citation.span]), default="")
            fresh += _said_by_a_title(citation, spoken[citation], by_name, header.date, oldest)
    return fresh


def _enacted_here(text: str, citation: Citation, header: Header) -> bool:
    """ "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của …" in the preamble of an amending act: the act itself,
    whose title may name the amended acts in other words."""
    if header.type not in _ENACTED or citation.type != header.type or citation.date or citation.symbol:
        return False
    amends = citation.name is not None and name_key(f"{header.type} {header.title}").startswith(
        " ".join(name_key(citation.name).split()[:_AMENDING_WORDS])
    )
    before = text[max(0, citation.start - _FORMULA) : citation.start]
    return amends and citation.start >= header.end and _ENACTS.search(" ".join(before.split())) is not None


def _numbered_by_name(numbered: list[Group], header: Header, source: Group) -> dict[str, list[Group]]:
    """The groups that have a number, by the names that the text gives them. An act's own text calls itself by its name
    too."""
    by_name: dict[str, list[Group]] = defaultdict(list)
    if header.type in ("Luật", "Bộ luật", "Pháp lệnh") and header.title:
        by_name[name_key(f"{header.type} {header.title}")].append(source)
    for group in numbered:
        for citation in group.citations:
            if citation.name and group not in by_name[name_key(citation.name)]:
                by_name[name_key(citation.name)].append(group)
    return by_name


def _said_by_the_text(citations: list[Citation], by_name: dict[str, list[Group]], text_day: str | None) -> list[Group]:
    fresh: list[Group] = []
    for citation in citations:
        assert citation.name is not None
        key = name_key(citation.name)
        known = by_name[key]
        fitting = [g for g in known[-FEW:] if _same_version(g, citation)]
        if citation.type == "Hiến pháp" and not citation.date:
            # an old Constitution is always cited by its year
            latest = _passed(citation.acts, Spoken(text_day or "9999-12-31", True, True))[-1:]
            fitting = [g for g in fitting if act_years(g) <= {str(a.year) for a in latest}]
        if citation.date:
            exact = [g for g in fitting if citation.date[:4] in act_years(g)]
            fitting = exact or [g for g in fitting if not act_years(g)]
        if len(fitting) == 1:
            fitting[0].add(citation)
        elif len(fitting) > 1:
            # a bare name means the version in force: the newest that the text cites
            newest = max(fitting, key=lambda g: (max(act_years(g), default=""), g.is_source))
            (newest if not citation.date else fitting[0]).add(citation)
        else:
            group = Group(("act", key, citation.date), [citation], default_type=citation.type)
            known.append(group)
            fresh.append(group)
    return fresh


def _said_by_a_title(
    citation: Citation, spoken: Spoken, by_name: dict[str, list[Group]], text_day: str | None, oldest: str
) -> list[Group]:
    """Join one citation to the group of the act that was meant on that day; the new group if there is none. An amending
    act is no older than the acts that its title names (`oldest`)."""
    assert citation.name is not None
    key = name_key(citation.name)
    known = by_name[key]
    passed = [act for act in _passed(citation.acts, spoken) if (act.date or "") >= oldest]
    act = _version_at(passed, spoken)
    if act is None and passed:
        # passed not long before, or in the year of the document that speaks: the text itself may cite that act
        act = next((passed[-1] for g in known[-FEW:] if g.code and g.code == passed[-1].code), None)
    if act is None:
        same_day = [g for g in known[-FEW:] if g.key == ("act", key, spoken.day)]
        if same_day:
            same_day[0].add(citation)
            return []
    if act is not None:
        same = next((g for g in known[-FEW:] if _is(g, act)), None) or _bare(known, act, text_day)
        if same is not None:
            same.add(citation)
            return []
    else:
        # the table does not tell: an act of the text that was there on that day, if there is one only
        old = [g for g in known[-FEW:] if _older(g, spoken)]
        if len(old) == 1 and (not citation.acts or not act_years(old[0])):
            old[0].add(citation)
            return []
    group = Group(("act", key, act.date if act else spoken.day), [citation], default_type=citation.type)
    group.inferred, group.inferred_by = act, "context" if act else ""
    known.append(group)
    return [group]


def _bare(known: list[Group], act: domain.Act, text_day: str | None) -> Group | None:
    """The group of the bare name, which the text itself left open: where the title speaks of the act that is still the
    newest on the day of the text, the text means that act, too."""
    if text_day is None or len(text_day) < 10:
        return None
    bare = next((g for g in known[-FEW:] if g.code is None and g.inferred is None and not act_years(g)), None)
    if bare is None or _passed(bare.citations[0].acts, Spoken(text_day, True, True))[-1:] != [act]:
        return None
    bare.inferred, bare.inferred_by = act, "context"
    return bare


def _older(group: Group, spoken: Spoken) -> bool:
    years = act_years(group) or ({str(group.inferred.year)} if group.inferred is not None else set())
    return not years or min(years) < spoken.day[:4] or (min(years) == spoken.day[:4] and not spoken.before)


def _is(group: Group, act: domain.Act) -> bool:
    """Whether a group of that act's name is that act (or is likely meant to be, where its number is in doubt)."""
    if group.doubts:
        return group.doubts[0] is act
    if group.code is not None:
        return group.code == act.code or (not act.code and str(act.year) in act_years(group))
    if group.inferred is not None:
        return group.inferred is act
    return act_years(group) == {str(act.year)}


def _passed(acts: tuple[domain.Act, ...], spoken: Spoken) -> list[domain.Act]:
    """The acts that a document of that day can speak of, the newest last; none where the newest lacks its date."""
    dated = sorted((a for a in acts if a.date), key=lambda a: a.date or "")
    passed = [a for a in dated if (a.date or "") < spoken.day or (a.date == spoken.day and not spoken.before)]
    newest = str(passed[-1].year) if passed else ""
    if any(a.date is None and a.year is not None and newest <= str(a.year) <= spoken.day[:4] for a in acts):
        return []
    return passed


def _version_at(passed: list[domain.Act], spoken: Spoken) -> domain.Act | None:
    """The act of those passed that a document of that day speaks of; None where the table does not tell."""
    if not passed or passed[-1].date is None:
        return None
    last, day = passed[-1], passed[-1].date
    if not spoken.exact and day[:4] == spoken.day[:4]:
        return last if spoken.newest and len(passed) == 1 else None
    if spoken.newest or len(passed) == 1 or days_between(day, spoken.day) > _SETTLING_DAYS:
        return last
    return None


def spoken_of(text: str, citations: list[Citation], numbered: list[Group]) -> dict[Citation, Spoken]:
    """The acts cited without number and date that stand in the title of a cited document or of an amending act, and
    when that speaks."""
    open_acts = [c for c in citations if c.kind == "act" and c.date is None]
    if not open_acts:
        return {}
    starts = [c.start for c in open_acts]
    days = {id(c): max(g.dates) for g in numbered if len(g.dates) == 1 for c in g.citations}
    found: dict[Citation, Spoken] = {}
    for document in citations:
        if document.kind != "symbol" or document.inside is not None:
            continue
        begin = max(document.tail_end, document.end)
        at = bisect_left(starts, begin)
        day = document.date or days.get(id(document)) or document.year
        if at >= len(starts) or starts[at] > begin + TITLE_LIMIT or day is None:
            continue
        stated = bool(document.date or document.issuers)
        title = read_title(text, begin, stated=stated or _BARE_TITLE.match(text, begin) is not None, own=document.type)
        if title is None:
            continue
        amends = document.symbol is not None and document.symbol.shape == "assembly" and _AMENDS.match(text, title[1])
        newest = amends is not None or _DETAILS.search(text, title[1], title[2]) is not None
        while at < len(starts) and starts[at] < title[2]:
            found[open_acts[at]] = _speaking(day, newest=newest)._replace(before=amends is not None)
            at += 1
    hosts = {c.span: c for c in citations if c.inside is None and (c.kind == "act" or c.symbol is not None)}
    for act in open_acts:
        host = hosts.get(act.inside) if act.inside is not None else None
        if host is None:
            continue
        rows = host.acts if host.symbol is None else domain.acts_by_code(host.symbol.canonical)
        said = host.date or days.get(id(host)) or ""
        table = [a.date for a in rows if a.date and a.date.startswith(said)]
        day = (table[0] if len(table) == 1 and len(said) < _DAY else said) or host.year
        if day is not None:
            found[act] = _speaking(day, newest=True)._replace(before=True)
        elif host in found:
            found[act] = found[host]._replace(newest=True, before=True)
    return found


def _speaking(day: str, *, newest: bool) -> Spoken:
    return Spoken(day if len(day) == 10 else f"{day[:4]}-12-31", len(day) == 10, newest)


def act_years(group: Group) -> set[str]:
    """The years that a group's citations and number give."""
    years = set(group.years)
    if group.symbol is not None and group.symbol.year:
        years.add(group.symbol.year)
    return years


def _same_version(group: Group, citation: Citation) -> bool:
    years = act_years(group)
    return not (citation.date and years and citation.date[:4] not in years)


def _infer_version(group: Group, header: Header, amended: list[Citation]) -> None:
    """Which version of an act a name means: the stated year or date tells, else the citing text's date, unless a
    version was passed so shortly before that the older one may be meant. `amended` are the acts that its title names:
    an amending act is no older than they are."""
    acts = next((c.acts for c in group.citations if c.acts), ())
    if not acts:
        return
    stated = next((c.date for c in group.citations if c.date), None)
    if stated:
        exact = [
            a
            for a in acts
            if (a.date == stated)
            or (len(stated) == 4 and str(a.year) == stated)
            or (a.date is None and str(a.year) == stated[:4])
        ]
        if len(exact) == 1:
            group.inferred, group.inferred_by = exact[0], "act-table"
        return
    if header.date is None or len(header.date) < 10:
        return
    oldest = max((_earliest(c, header.date) for c in amended), default="")
    dated = sorted((a for a in acts if a.date and oldest <= a.date <= header.date), key=lambda a: a.date or "")
    if dated and (len(dated) == 1 or days_between(dated[-1].date or "", header.date) > _SETTLING_DAYS):
        group.inferred, group.inferred_by = dated[-1], "context"


def _earliest(amended: Citation, text_day: str) -> str:
    """The day (or year) before which the act that amends `amended` cannot have been passed."""
    stated = amended.date or (amended.symbol.year if amended.symbol is not None else None)
    passed = _passed(amended.acts, Spoken(text_day, True, True))
    return stated or (passed[-1].date if passed else None) or ""


def days_between(earlier: str, later: str) -> int:
    """Days between two ISO dates."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
