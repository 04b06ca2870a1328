"""From the citations of one text to its documents: groups, short forms, acts by name, unnumbered documents.

Nothing is guessed silently: a short form with two candidates stays a document of its own with the candidates listed,
and every contradiction becomes a finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.citations.citation import Citation
from graph.citations.header import Header
from graph.identity.acts import act_years, group_acts
from graph.identity.groups import FEW, Group, group_symbols, name_key


class AmendingTitle(NamedTuple):
    """One citation of an amending act by its title, and the acts that the title names, each with its group."""

    group: Group
    citation: Citation
    inner: list[tuple[Group, Citation]]


@dataclass(slots=True)
class Resolution:
    """The documents of one text as groups of citations (the source first), citations that name none dropped."""

    source: Group
    groups: list[Group] = field(default_factory=list)

    def all(self) -> list[Group]:
        return [self.source, *self.groups]

    def amending_titles(self) -> list[AmendingTitle]:
        """The titles of amending acts in text order: one reference to that act, whatever acts the title names."""
        inner: dict[tuple[int, int], list[tuple[Group, Citation]]] = defaultdict(list)
        for group in self.groups:
            for citation in group.citations:
                if citation.inside is not None:
                    inner[citation.inside].append((group, citation))
        if not inner:
            return []
        return [
            AmendingTitle(group, citation, sorted(inner[citation.span], key=lambda pair: pair[1].start))
            for group in self.all()
            for citation in group.citations
            if citation.inside is None and citation.span in inner
        ]


def resolve(text: str, header: Header, citations: list[Citation]) -> Resolution:
    """Group the citations of a normalised `text` into documents."""
    source = Group(("source",), is_source=True, symbol=header.symbol, code=header.code, default_type=header.type)
    if header.date:
        # the source's own date keeps homonyms of other years out of its group
        source.add(_own(header))
    symbols = [c for c in citations if c.kind == "symbol"]
    groups = group_symbols(symbols, source)
    source.hold([c for c in source.citations if c.start >= 0])
    groups = groups + group_acts(text, citations, groups, header, source)
    groups += _named([c for c in citations if c.kind == "party"])
    groups += _short_forms(text, [c for c in citations if c.kind == "number"], groups, source)
    groups += _unnumbered([c for c in citations if c.kind == "unnumbered"])
    groups = [g for g in groups if g.citations]
    groups.sort(key=lambda g: (g.citations[0].start, g.citations[0].end, g.code or "", str(g.key)))
    return Resolution(source, groups)


def _own(header: Header) -> Citation:
    from graph.citations.bodies import IssuerRef

    issuers = (IssuerRef(header.issuer, header.place, header.level, 0),) if header.issuer else ()
    return Citation(
        -1, -1, "symbol", "header", type=header.type, symbol=header.symbol, date=header.date, issuers=issuers
    )


def _named(citations: list[Citation]) -> list[Group]:
    groups: dict[tuple[str, str | None], Group] = {}
    for citation in citations:
        assert citation.name is not None
        place = citation.issuer.place if citation.issuer else None
        key = (name_key(citation.name), place)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(("named", *key), default_type=citation.type)
        group.add(citation)
    return list(groups.values())


_DEFINED = re.compile(r"[Ss]au đây[\s*]+(?:được[\s*]+)?(?:gọi|viết)(?:[\s*]+tắt)?(?:[\s*]+chung)?[\s*]+là[\s*:“\"]*\Z")


def _short_forms(text: str, citations: list[Citation], groups: list[Group], source: Group) -> list[Group]:
    """Bare numbers ("Nghị quyết 18") resolved within the text; what fits nothing becomes a provisional document."""
    by_value: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        if group.symbol is not None:
            by_value[group.symbol.value].append(group)
    fresh: dict[tuple[object, ...], Group] = {}
    defined: dict[tuple[str | None, int], Group] = {}
    for citation in citations:
        assert citation.value is not None
        candidates = [g for g in by_value[citation.value][:FEW] if _fits(g, citation)]
        if _DEFINED.search(text, max(0, citation.start - 60), citation.start):
            last = _latest(candidates, citation.start)
            if last is not None:
                defined[(citation.type, citation.value)] = last
        known = defined.get((citation.type, citation.value))
        if known is not None and known in candidates:
            known.add(citation)
            continue
        issuer = citation.issuer
        if len(candidates) > 1 and issuer is not None:
            same = [g for g in candidates if issuer.name in g.issuer_names]
            candidates = same or candidates
        if len(candidates) == 1:
            candidates[0].add(citation)
            continue
        if not candidates and citation.confidence < 0.5:
            continue
        key = ("number", citation.type, citation.value, citation.year, issuer.name if issuer else None)
        if key not in fresh:
            fresh[key] = Group(
                key,
                code=citation.number if citation.year is None else f"{citation.number}/{citation.year}",
                default_type=citation.type,
                candidates=candidates,
            )
        fresh[key].add(citation)
    return _of_one_number(list(fresh.values()))


def _of_one_number(groups: list[Group]) -> list[Group]:
    """ "Chỉ thị số 35 ngày 30/5/2019 của Bộ Chính trị … Chỉ thị 35", "Nghị định số 12/2024 … Nghị định 12": what is
    cited by its number alone is the document of that type and number that the text cites with its body or year, where
    it cites one only. Bodies or years that differ are different documents."""
    alike: dict[tuple[str | None, int | None], list[Group]] = defaultdict(list)
    for group in groups:
        first = group.citations[0]
        alike[first.type, first.value].append(group)
    kept = []
    for same in alike.values():
        bodies = {c.issuer.name for g in same for c in g.citations if c.issuer is not None}
        years = {year for g in same for c in g.citations for year in (c.year, (c.date or "")[:4]) if year}
        if len(same) == 1 or len(bodies) > 1 or len(years) > 1 or any(g.candidates for g in same):
            kept += same
            continue
        fullest = max(same, key=lambda g: (g.citations[0].year is not None, bool(g.issuer_names), bool(g.dates)))
        for group in same:
            if group is not fullest:
                for citation in group.citations:
                    fullest.add(citation)
        kept.append(fullest)
    return kept


def _latest(groups: list[Group], offset: int) -> Group | None:
    """The group cited last before `offset`."""
    before = [(last.start, i) for i, g in enumerate(groups) if (last := g.cited_before(offset)) is not None]
    return groups[max(before)[1]] if before else None


def _may_be(kind: str, group: Group) -> bool:
    """Whether the document of a group may be of a type: that of its type word, else one that its symbol stands for."""
    if group.type:
        return kind == group.type or group.type.startswith(kind + " ") or kind.startswith(group.type + " ")
    return group.symbol is None or group.symbol.may_be(kind)


def _fits(group: Group, citation: Citation) -> bool:
    symbol = group.symbol
    assert symbol is not None
    if citation.type and not _may_be(citation.type, group):
        return False
    if citation.year and citation.year not in act_years(group):
        return False
    if citation.date and group.years and citation.date[:4] not in group.years:
        return False
    number = (citation.number or "").lstrip("0")
    if number and number[-1].isalpha() and symbol.number.lstrip("0").casefold() != number.casefold():
        return False
    if (not number or not number[-1].isalpha()) and symbol.number[-1].isalpha():
        return False
    issuer = citation.issuer
    if issuer is not None and not issuer.own:
        known = group.issuer_names
        codes = symbol.issuer_codes
        if (
            known
            and issuer.name not in known
            and not any(issuer.name.endswith(k) or k.endswith(issuer.name) for k in known)
        ):
            body_codes = {issuer.code} if issuer.code else set()
            if not body_codes & set(codes):
                return False
        if not known and issuer.code and codes and issuer.code not in codes:
            return False
    return True


def _unnumbered(citations: list[Citation]) -> list[Group]:
    groups: dict[tuple[object, ...], Group] = {}
    for citation in citations:
        issuer = citation.issuer
        purpose = tuple(sorted(str(p.name or (p.symbol.canonical if p.symbol else p.number)) for p in citation.purpose))
        key = ("unnumbered", citation.type, issuer.name if issuer else None, issuer.place if issuer else None, purpose)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(key, default_type=citation.type)
        group.add(citation)
    return list(groups.values())
