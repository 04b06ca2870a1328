"""From a normalised text to its citations: find the anchors cheaply, then read around them.

One module a kind of citation: numbers with a separator and codes (`numbered`), the words Luật / Pháp lệnh / Hiến pháp
(`named`), Nghị quyết before a plenum or congress (`party`), numbers behind a letter (`bare`), numbers left blank
(`blank`). Anchors are found by passes that cost one substring or one-class search each; everything else happens in
bounded windows around an anchor, so the whole is linear in the text's length.
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph.citations.acts import find_acts
from graph.citations.amending import tie_titles
from graph.citations.around import COUNCILS, one_day
from graph.citations.bare import find_bare_numbers
from graph.citations.blank import find_blank_numbers
from graph.citations.bodies import IssuerRef
from graph.citations.citation import Citation
from graph.citations.draft import Draft, freeze, overlaps
from graph.citations.english_short import find_english_shorts, name_types
from graph.citations.misprinted import read_misprinted
from graph.citations.named import find_named_acts
from graph.citations.numbered import find_symbols
from graph.citations.own_marks import add_own_marks
from graph.citations.party import find_party
from graph.citations.symbols import Symbol

_LISTED_REACH = 400  # from one member of a list to the next, titles between them included
_ENDS = re.compile(r"\.\s|\n\s*\n|(?<![^\W_])(?:của|CỦA|do)(?![^\W_])")
_ONLY_AND = re.compile(r"[\s*]*(?:[,;][\s*]*(?:và|hoặc)(?!\w)|,|và|hoặc|&|;)[\s*]*(?:các[\s*]+)?\Z")


def scan(text: str) -> list[Citation]:
    """All citations of a normalised text in text order. Spans are disjoint but for documents named by the same words,
    and for the acts that stand inside the title of an amending act (`Citation.inside`)."""
    acts = read_misprinted(text, tie_titles(text, find_acts(text)))
    drafts = add_own_marks(text, find_symbols(text, acts))
    name_types(text, drafts)
    taken = sorted((d.start, d.end) for d in drafts)
    party = [c for c in find_party(text) if not overlaps(taken, c.start, c.end)]
    drafts += find_named_acts(text, acts, drafts)
    taken = sorted({c.span for c in party} | {(d.start, d.end) for d in drafts if d.inside is None})
    blank = find_blank_numbers(text, taken)
    taken = sorted({*taken, *((d.start, d.end) for d in blank)}) if blank else taken
    drafts += find_bare_numbers(text, taken, drafts)
    drafts += find_english_shorts(text, taken, drafts)
    drafts += blank
    drafts.sort(key=lambda d: (d.start, d.end))
    outer = [d for d in drafts if d.inside is None]
    one_day(text, outer)
    _share_attributes(text, outer)
    citations = [*map(freeze, drafts), *party]
    citations.sort(key=lambda c: (c.start, c.inside is not None, c.end))
    return citations


def _share_attributes(text: str, drafts: list[Draft]) -> None:
    """ "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": one date for members with nothing but "và" between them;
    never against the year in a member's own number. Issuers are shared in the same way."""
    for before, after in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if before.symbol is None or after.symbol is None or before.tail_end > before.end:
            continue
        if after.stated_type and (after.type != before.type or before.symbol.issuer_codes != after.symbol.issuer_codes):
            continue
        if after.start < before.end or not _ONLY_AND.match(text, before.end, after.start):
            continue
        if after.stated_type and not text[before.end : after.start].strip(" *\n,").startswith(("và", "&", "hoặc")):
            continue  # a comma or semicolon ends what a full citation says
        if before.date is None and after.date and before.year in (None, after.date[:4]):
            before.date = after.date
        if not before.issuers and before.symbol.issuer_codes == after.symbol.issuer_codes:
            before.issuers = after.issuers
    for before, after in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        # "số 74-KL/TW ngày …, số 38-KL/TW ngày … của Bộ Chính trị": the issuer stands behind the last member
        if before.symbol is None or after.symbol is None or before.issuers or not after.issuers:
            continue
        gap = max(before.tail_end, before.end)
        if not gap <= after.start or _ONLY_AND.match(text, gap, after.start) is None:
            continue
        if after.stated_type:
            if ";" not in text[gap : after.start]:
                before.issuers = _of_both(before, after)
        elif _same_series(before.symbol, after.symbol):
            before.issuers = after.issuers
    leader: Draft | None = None
    for before, after in pairwise(drafts):
        # "UBND tỉnh Hà Giang ban hành các Kế hoạch số 15/KH-UBND ngày …, 88/KH-UBND ngày …": it issued all of them
        leader = before if 0 <= before.issuer_start < before.start else leader
        gap = max(before.tail_end, before.end)
        if leader is None or not gap <= after.start <= gap + _LISTED_REACH or _ENDS.search(text, gap, after.start):
            leader = None
        elif not after.issuers and _same_series(leader.symbol, after.symbol):
            after.issuers = leader.issuers


def _of_both(before: Draft, after: Draft) -> tuple[IssuerRef, ...]:
    """ "Công văn số 12/UBND-VX ngày … và Thông báo số 36/TB-UBND ngày … của UBND huyện X": a symbol says that a council
    or its committee issued, the words behind the last member of which place. Its chairman issued both only where they
    are of one type."""
    council = COUNCILS.get(_council_code(before.symbol))
    issuer = after.issuers[0]
    if council is None or COUNCILS.get(_council_code(after.symbol)) != council or council not in issuer.name:
        return ()
    if before.type != after.type and not issuer.name.startswith(council):
        return (issuer._replace(name=issuer.name[issuer.name.index(council) :]),)
    return (issuer,)


def _council_code(symbol: Symbol | None) -> str:
    return next((code for code in symbol.issuer_codes if code in COUNCILS), "") if symbol is not None else ""


def _same_series(one: Symbol | None, other: Symbol | None) -> bool:
    """Do both symbols have the same type and issuer?"""
    return (
        one is not None
        and other is not None
        and one.issuer_codes == other.issuer_codes
        and one.type_code == other.type_code
    )
