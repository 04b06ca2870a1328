"""Which citations of one text mean the same document.

A group is one document of the text. Numbers compare as integers, codes without case; the year segment is part of the
identity (24/2026/NQ-CP is not 24/NQ-CP). Where the symbol alone does not settle it (State numbers restart each year,
Party numbers each term, -UBND carries no place), dates, terms and places keep groups apart, and a citation that gives
none of them joins the only group that fits; with several it stays on its own, marked ambiguous.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from graph import domain
from graph.citations.citation import Citation
from graph.citations.letters import is_letter
from graph.citations.symbols import BLANK_MARK, Symbol
from graph.identity.clipped import merge_clipped
from graph.identity.name_number import doubts
from graph.normalise import fold

# How many documents of one number are compared:
# texts that repeat a number hundreds of times with other dates are no texts.
FEW = 64
# codes of the Party's centre: "04-NQ/TW … của Tỉnh ủy" is a slip for TU
_CENTRAL_CODES = frozenset({"TW", "TƯ"})


class Group:
    """The citations of one document, in text order. `code` is the canonical number and symbol; `conflicts` notes what
    the citations disagree on: (kind, written, right, where). `inferred` is the act of the table that a name without
    number means; `doubts` are the acts that may be meant where name and number contradict each other.

    What the citations state (years, terms, places, issuers, types) is kept as they are added, so that asking costs the
    same for a document cited once and for one cited ten thousand times."""

    __slots__ = (
        "candidates", "citations", "code", "conflicts", "dates", "default_type", "doubts", "inferred", "inferred_by",
        "is_source", "issuer_names", "key", "places", "spellings", "symbol", "terms", "types", "years",
    )  # fmt: skip

    def __init__(
        self,
        key: tuple[object, ...],
        citations: Iterable[Citation] = (),
        *,
        code: str | None = None,
        symbol: Symbol | None = None,
        is_source: bool = False,
        candidates: list[Group] | None = None,
        default_type: str | None = None,
    ) -> None:
        self.key = key
        self.code = code
        self.symbol = symbol
        self.is_source = is_source
        self.candidates: list[Group] = candidates or []
        self.conflicts: list[tuple[str, str, str, Citation]] = []
        self.default_type = default_type
        self.inferred: domain.Act | None = None
        self.inferred_by = ""
        self.doubts: tuple[domain.Act, ...] = ()
        self.hold(citations)

    def hold(self, citations: Iterable[Citation]) -> None:
        """Replace the citations."""
        self.citations: list[Citation] = []
        self.dates: set[str] = set()
        self.years: set[str] = set()
        self.terms: set[str] = set()
        self.places: set[str] = set()
        self.issuer_names: set[str] = set()
        self.types: Counter[tuple[bool, str]] = Counter()
        self.spellings: dict[tuple[bool, str], tuple[int, Symbol]] = {}
        for citation in citations:
            self.add(citation)

    def add(self, citation: Citation) -> None:
        """One more citation; they stay in text order."""
        if self.citations and self.citations[-1].start > citation.start:
            insort(self.citations, citation, key=_start)
        else:
            self.citations.append(citation)
        if citation.date:
            self.dates.add(citation.date)
            self.years.add(citation.date[:4])
        term = citation.term or symbol_term(citation)
        if term:
            self.terms.add(term)
        if citation.issuers:
            self.issuer_names.add(citation.issuers[0].name)
            if citation.issuers[0].place:
                self.places.add(citation.issuers[0].place)
        if citation.type:
            self.types[(citation.stated_type, citation.type)] += 1
        symbol = citation.symbol
        if symbol is not None:
            spelled = (not symbol.repaired, symbol.canonical)
            count, first = self.spellings.get(spelled, (0, symbol))
            self.spellings[spelled] = (count + 1, first)

    def cited_before(self, offset: int) -> Citation | None:
        """The last citation that begins before `offset`."""
        at = bisect_left(self.citations, offset, key=_start)
        return self.citations[at - 1] if at else None

    @property
    def type(self) -> str | None:
        """The type stated most often (the first among equals), else what the symbol or its list says."""
        if not self.types:
            return self.default_type
        return max(self.types, key=lambda t: (t[0], self.types[t] if t[0] else 0))[1]

    def best_symbol(self) -> Symbol:
        """The spelling met most often, a clean one before a repaired one."""
        # the Assembly's symbol with its term is the full one
        return max(
            self.spellings.items(),
            key=lambda item: (item[0][0], _assembly_term(item[1][1].issuer_codes) is not None, item[1][0]),
        )[1][1]


def _start(citation: Citation) -> int:
    return citation.start


# The term behind the Assembly's code is kept apart from the code: "1664/NQ-UBTVQH15" is also written without it.
_ASSEMBLY_TERM = re.compile(r"(?<=^qh)k?\d{1,2}$|(?<=ubtvqh)k?\d{1,2}$")


@lru_cache(maxsize=4096)
def _assembly_term(codes: tuple[str, ...]) -> str | None:
    """The term that an act's symbol names."""
    for code in codes:
        found = _ASSEMBLY_TERM.search(code.casefold())
        if found and 0 < int(found.group().lstrip("k")) < 40:
            return domain.assembly_term(int(found.group().lstrip("k")))
    return None


def symbol_term(citation: Citation) -> str | None:
    """The term of the Assembly that an act was passed in, by its symbol or else its day."""
    symbol = citation.symbol
    if symbol is None or "QH" not in symbol.canonical:
        return None
    if not any(c.casefold().startswith(("qh", "ubtvqh")) for c in symbol.issuer_codes):
        return None
    term = _assembly_term(symbol.issuer_codes)
    when = citation.date or symbol.year
    return term or (domain.assembly_term_at(when) if when else None)


def symbol_key(symbol: Symbol) -> tuple[object, ...]:
    """What must agree for two symbols to be of one document: number, letter, year, codes; separators and case do not
    count. The order of issuers of a joint document does not count either."""
    return _symbol_key(symbol.number, symbol.value, symbol.year, symbol.type_code, symbol.issuer_codes)


@lru_cache(maxsize=16384)
def _symbol_key(
    number: str, value: int, year: str | None, type_code: str | None, codes: tuple[str, ...]
) -> tuple[object, ...]:
    issuers: tuple[str, ...] = tuple(_ASSEMBLY_TERM.sub("", c.casefold()) for c in codes)
    kind = (type_code or "").casefold()
    if number == BLANK_MARK:
        return ("symbol", None, "", year, kind, *issuers)
    if type_code in ("TTLT", "NQLT", "TT-LB", "LB"):
        issuers = tuple(sorted(issuers))
    letter = number.lstrip("0123456789").casefold()  # 30a, 66.18
    return ("symbol", value, letter, year, kind, *issuers)


@lru_cache(maxsize=1024)
def _code_of_party_body(name: str) -> str | None:
    """The code with which a Party body below the centre signs; None for other bodies."""
    body = domain.body_by_name(name)
    for part in ("Ban Thường vụ ", "Ban Chấp hành ", "Thường trực "):
        body = body or (domain.body_by_name(name.removeprefix(part)) if name.startswith(part) else None)
    below = body is not None and body.branch == "party" and body.level not in (None, "central")
    return body.symbol_codes[0] if body is not None and below and body.symbol_codes else None


def repair_party_code(citation: Citation) -> Citation | None:
    """The citation with the right symbol where the words after "của" outrank the written one ("04-NQ/TW … của Tỉnh
    ủy"), else None."""
    symbol, issuer = citation.symbol, citation.issuer
    if symbol is None or issuer is None or symbol.shape != "party" or not symbol.issuer_codes:
        return None
    written = symbol.issuer_codes[0]
    right = _code_of_party_body(issuer.name) if written in _CENTRAL_CODES else None
    if right is None:
        return None
    canonical = (
        symbol.canonical.removesuffix(written) + right if symbol.canonical.endswith(written) else symbol.canonical
    )
    right_symbol = Symbol(
        symbol.number,
        symbol.value,
        symbol.year,
        symbol.type_code,
        (right, *symbol.issuer_codes[1:]),
        canonical,
        symbol.shape,
        symbol.end,
        True,
    )
    return replace(citation, symbol=right_symbol)


def _own_blanks(groups: list[Group], source: Group) -> list[Group]:
    """A text that knows its own number may leave it blank in its annexes
    ("Kèm theo Thông tư số …/2026/TT-BTC"), and a draft has it blank in its head, too: itself."""
    own = source.symbol
    kept = []
    for group in groups:
        symbol = group.symbol
        if (
            symbol is not None
            and symbol.number == BLANK_MARK
            and (
                symbol.canonical == source.code
                if own is None
                else (symbol.year, symbol.type_code, symbol.issuer_codes) == (own.year, own.type_code, own.issuer_codes)
            )
        ):
            for citation in group.citations:
                source.add(citation)
        else:
            kept.append(group)
    return kept


def group_symbols(citations: Iterable[Citation], source: Group) -> list[Group]:
    """Groups of the citations that carry a number and symbol; those of the source's own symbol join `source`."""
    by_key: dict[tuple[object, ...], list[Citation]] = defaultdict(list)
    slips: dict[int, tuple[str, str]] = {}
    in_doubt: dict[tuple[object, ...], tuple[domain.Act, ...]] = {}
    for citation in citations:
        written = citation.symbol
        citation = repair_party_code(citation) or citation
        symbol = citation.symbol
        assert written is not None and symbol is not None
        if symbol is not written:
            slips[id(citation)] = written.canonical, symbol.canonical
        key = symbol_key(symbol)
        meant = doubts(citation)
        if meant:  # never the document of that number
            key = (*key, "doubt", name_key(citation.name or ""))
            in_doubt[key] = meant
        by_key[key].append(citation)
    # A slip's repaired symbol may also be written plainly with the slip's spelling and no issuer:
    # same number, same date.
    groups: list[Group] = []
    for key, members in by_key.items():
        split = _split(key, members, source if source.symbol is not None and symbol_key(source.symbol) == key else None)
        groups.extend(g for g in split if g is not source)
    for group in groups:
        group.symbol = group.best_symbol()
        group.code = group.symbol.canonical
        group.doubts = in_doubt.get(group.key, ())
        for citation in group.citations:
            if id(citation) in slips:
                group.conflicts.append(("conflicting-symbol", *slips[id(citation)], citation))
    return merge_clipped(_merge_type_slips(_own_blanks(groups, source)), FEW)


def _split(key: tuple[object, ...], members: list[Citation], source: Group | None) -> list[Group]:
    """One group per document that shares the symbol: apart by year (where the symbol has none), term or place."""
    groups: list[Group] = [source] if source is not None else []
    year_in_symbol = key[3] is not None
    loose: list[Citation] = []
    for citation in members:
        place = citation.issuer.place if citation.issuer else None
        if not (citation.date or citation.term or place or symbol_term(citation)):
            loose.append(citation)
            continue
        fitting = [g for g in groups[-FEW:] if _agrees(g, citation, place, year_in_symbol)]
        if not fitting:
            groups.append(Group(key, [citation]))
        else:
            same_type = next((g for g in fitting if g.type == citation.type), fitting[0])
            best = next((g for g in fitting if citation.date and citation.date in g.dates), same_type)
            best.add(citation)
    if not groups:
        return [Group(key, loose)]
    for citation in loose:
        if len(groups) == 1:
            groups[0].add(citation)
        else:
            before = [g for g in groups[:FEW] if g.cited_before(citation.start) and not g.candidates]
            if len(before) == 1:
                before[0].add(citation)
            else:
                alone = next((g for g in groups if g.candidates), None)
                if alone is None:
                    alone = Group((*key, "ambiguous"), candidates=groups[:FEW])
                    groups.append(alone)
                alone.add(citation)
    return groups


def _agrees(group: Group, citation: Citation, place: str | None, year_in_symbol: bool) -> bool:
    if group.candidates:
        return False
    if not year_in_symbol and citation.date and group.years and citation.date[:4] not in group.years:
        return False
    term = citation.term or symbol_term(citation)
    if term and group.terms and term not in group.terms:
        return False
    if not _one_type(group, citation):
        return False
    return not (place and group.places and place not in group.places)


# An act and a resolution of the Assembly may bear one number (55/2010/QH12 is both); ordinances count as acts.
_ACTS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})


def _one_type(group: Group, citation: Citation) -> bool:
    """Whether an act of the Assembly is not taken for a resolution of the same number."""
    if citation.symbol is None or citation.symbol.shape != "assembly" or not citation.stated_type:
        return True
    stated = {kind for said, kind in group.types if said}
    if citation.type == "Nghị quyết":
        return not stated & _ACTS
    return citation.type not in _ACTS or "Nghị quyết" not in stated


def _merge_type_slips(groups: list[Group]) -> list[Group]:
    """ "Chỉ thị số 49-NQ/TW" beside 49-CT/TW of the same date: the type word is right, the code a slip."""
    kept: list[Group] = []
    odd = {id(g) for g in groups if type_against_code(g)}
    if not odd:
        return groups
    plain: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        if id(group) not in odd and group.symbol is not None:
            plain[group.symbol.value].append(group)
    for group in groups:
        if id(group) not in odd:
            kept.append(group)
            continue
        assert group.symbol is not None
        twin = next((g for g in plain[group.symbol.value][:FEW] if _twins(g, group)), None)
        if twin is None:
            kept.append(group)
            continue
        for citation in group.citations:
            twin.conflicts.append(("type-against-symbol", group.code or "", twin.code or "", citation))
        for citation in group.citations:
            twin.add(citation)
    return kept


def type_against_code(group: Group) -> bool:
    """Whether the type word and the symbol's type code name different types ("Chỉ thị số 49-NQ/TW")."""
    symbol, kind = group.symbol, group.type
    if symbol is None or symbol.type_code is None or kind is None or symbol.shape == "old" or not group.citations:
        return False
    if (kind == "Công văn" and is_letter(symbol)) or _is_of_a_body(group):
        return False
    return types_disagree(kind, symbol.type_code)


def _is_of_a_body(group: Group) -> bool:
    """Is what looks like a type's code the code of a body of the time ("Quyết định số 87-CT" of 1985: the Chairman of
    the Council of Ministers)?"""
    symbol = group.symbol
    if symbol is None or symbol.type_code is None or symbol.issuer_codes or symbol.year is not None:
        return False
    years = {c.date[:4] for c in group.citations if c.date}
    return any(
        body.valid_from and body.valid_to and all(body.valid_from <= year <= body.valid_to for year in years)
        for body in domain.bodies_by_code(symbol.type_code)
    )


@lru_cache(maxsize=4096)
def types_disagree(kind: str, type_code: str) -> bool:
    """Whether a type does not go with a type's code: Chỉ thị, NQ."""
    known = domain.type_by_name(kind)
    if known is None or not (known.codes or known.party_codes):
        return False
    code = type_code.casefold()
    codes = {c.casefold() for c in (*known.codes, *known.party_codes)}
    names = {t.name for t in domain.types_by_code(type_code)}
    first = kind.split()[0]
    return code not in codes and not any(n.startswith(first) or kind.startswith(n) for n in names)


def _twins(right: Group, slip: Group) -> bool:
    a, b = right.symbol, slip.symbol
    return (
        a is not None and b is not None and a.value == b.value and a.year == b.year and a.issuer_codes == b.issuer_codes
        and right.type == slip.type and (not right.years or not slip.years or bool(right.years & slip.years))
    )  # fmt: skip


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Comparison form of the name of an act or Party document."""
    return fold(name).replace(",", "").replace("-", " ").replace("  ", " ")
