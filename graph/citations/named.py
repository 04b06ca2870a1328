"""Acts cited by name, and the acts that an amending act's title names.

An amending act is cited by its whole title ("Luật sửa đổi, bổ sung một số điều của Luật A và Luật B"): the title is its
core span, with the number behind it if there is one. The acts named in the title are citations of their own inside it.
"""

from __future__ import annotations

import re

from graph.citations.acts import BARE_YEAR, ActName
from graph.citations.around import read_attributes
from graph.citations.draft import Draft, overlaps


def find_named_acts(text: str, acts: list[ActName], numbered: list[Draft]) -> list[Draft]:
    """Drafts of the acts of `acts` (with their titles tied) that `numbered` does not hold yet; the title of an amending
    act in `numbered` grows to its whole span."""
    taken = sorted((d.start, d.end) for d in numbered)
    by_act = {id(d.from_act): d for d in numbered if d.from_act is not None}
    found: list[Draft] = []
    hosts = {id(inner): act for act in acts for inner in act.inner}
    for act in acts:
        draft = by_act.get(id(act))
        if draft is None and id(act) not in hosts and overlaps(taken, act.start, act.end):
            continue
        if draft is None:
            draft = by_act[id(act)] = act_draft(text, act)
            found.append(draft)
    for act in acts:
        if act.inner and id(act) in by_act:
            _tie(by_act[id(act)], [by_act[id(inner)] for inner in act.inner])
    return found + [member for draft in found if draft.inside is None for member in _of_years(text, draft)]


_BLANK = r"(?:[ \t*_]|\n(?!\s*\n))"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/]|\.[0-9]|[ ]?[-–][ ]?[0-9])"
_SEVERAL = re.compile(rf"{_BLANK}++các{_BLANK}++năm{_BLANK}++{_YEAR}(?={_BLANK}*+(?:,|và))")
_AND = r"(?:và|hoặc|hay)"
_NEXT_YEAR = re.compile(
    rf"(?:{_BLANK}*+[,;](?:{_BLANK}++{_AND})?|{_BLANK}++{_AND}){_BLANK}++(?P<whole>(?:năm{_BLANK}++)?{_YEAR})"
)
_MOST = 8


def _of_years(text: str, draft: Draft) -> list[Draft]:
    """ "Luật Đất đai năm 2003, 2013 và 2024": the acts of that name of the further years, where the table has them."""
    several = _SEVERAL.match(text, draft.end) if draft.date is None else None
    if several is not None and _passed_in(draft, several["year"]):
        draft.date, draft.tail_end = several["year"], several.end()
    if draft.date is None or draft.symbol is not None:
        return []
    members: list[Draft] = []
    last = draft
    while len(members) < _MOST:
        found = _NEXT_YEAR.match(text, max(last.end, last.tail_end))
        if found is None or not _passed_in(draft, found["year"]):
            break
        last = Draft(
            found.start("whole"), found.end(), "act", "list", type=draft.type, name=draft.name, acts=draft.acts,
            date=found["year"], stated_type=True, tail_end=found.end(),
        )  # fmt: skip
        members.append(last)
    return members


def _passed_in(draft: Draft, year: str) -> bool:
    return any(str(act.year) == year for act in draft.acts)


def _tie(title: Draft, inner: list[Draft]) -> None:
    """Make `inner` the acts that `title` names. A date behind the last one is the amending act's ("Luật sửa đổi … của
    Luật A ngày 22/11/2019"), unless it can only be that act's own."""
    last = inner[-1]
    if title.symbol is None:
        title.end = last.end
        if not _own_date(title, inner):
            title.date, last.date = title.date or last.date, None
            title.tail_end = max(title.tail_end, last.tail_end)
        title.tail_end = max(title.tail_end, title.end)
    elif last.date is not None and last.symbol is None and last.tail_end > title.end:
        last.date = None  # what stands behind the title's own number was read for the last name too
    for draft in inner:
        draft.inside = title
        if draft.symbol is None:
            draft.rule, draft.confidence = "act-in-title", 0.7


def _own_date(title: Draft, inner: list[Draft]) -> bool:
    """Whether the date behind the last act of a title is that act's: the others have dates too, or the table knows an
    act of that name and year and no amending act of that year."""
    last = inner[-1]
    if last.date is None or last.symbol is not None or any(d.date or d.symbol for d in inner[:-1]):
        return True
    year = last.date[:4]
    return any(str(a.year) == year for a in last.acts) and not any(str(a.year) == year for a in title.acts)


def act_draft(text: str, act: ActName) -> Draft:
    """The draft of an act cited by its name, with what stands behind it."""
    draft = Draft(
        act.start,
        act.end,
        "act",
        "act" if act.known else "act-unknown",
        type=act.kind,
        name=act.name,
        acts=act.acts,
        stated_type=True,
        confidence=1.0 if act.known else 0.8,
    )
    read_attributes(text, draft)
    year = BARE_YEAR.match(text, act.end)
    if year and not act.amending:
        draft.end = year.end()
    draft.issuers = ()  # an act's issuer follows from its kind
    return draft
