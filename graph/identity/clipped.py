"""Symbols that lost a letter or their type beside the full one: "302/2025/NĐ-C" where the text has 302/2025/NĐ-CP; and
symbols that contradict what the citation says ("Thông tư số 44/2023/TT-BTC … của Bộ trưởng Bộ Công Thương", "Thông tư
số 06/2024/NĐ-CP") beside the one that agrees with it.

A number with its year whose codes name no body, or the same, and are one letter short of exactly one other citation of
the text, or have the body and lack the type on the same day, or are of another type or body than the words around it
name: one document, and a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph import domain

if TYPE_CHECKING:
    from graph.citations.symbols import Symbol
    from graph.identity.groups import Group

CLIPPED = "clipped-symbol"  # a conflict of a group: what was written, what is meant


def merge_clipped(groups: list[Group], few: int) -> list[Group]:
    """The groups, those of clipped symbols joined to the one they mean; `few` of one number are compared."""
    whole: dict[tuple[int, str], list[Group]] = defaultdict(list)
    odd: list[Group] = []
    for group in groups:
        symbol = group.symbol
        if symbol is None or symbol.year is None or symbol.shape == "assembly" or group.doubts or group.candidates:
            continue
        if symbol.type_code is not None and _known(symbol.issuer_codes):
            whole[symbol.value, symbol.year].append(group)
        odd.append(group)
    gone: set[int] = set()
    for group in odd:
        assert group.symbol is not None and group.symbol.year is not None
        alike = [g for g in whole[group.symbol.value, group.symbol.year][:few] if g is not group]
        twins = [g for g in alike if _means(group, g) or _mistaken(group, g)]
        if len(twins) == 1 and id(twins[0]) not in gone:
            gone.add(id(group))
            for citation in group.citations:
                twins[0].conflicts.append((CLIPPED, group.code or "", twins[0].code or "", citation))
                twins[0].add(citation)
    return [group for group in groups if id(group) not in gone] if gone else groups


def _known(codes: Sequence[str]) -> bool:
    return any(domain.bodies_by_code(code) for code in codes)


def _means(group: Group, other: Group) -> bool:
    written, full = group.symbol, other.symbol
    assert written is not None and full is not None
    if written.number.lstrip("0") != full.number.lstrip("0"):
        return False
    if group.type is not None and other.type is not None and group.type != other.type:
        return False
    if group.dates and other.dates and not group.dates & other.dates:
        return False
    if written.type_code is None:
        return written.issuer_codes == full.issuer_codes and bool(group.dates & other.dates)
    if not _one_short(_codes(written), _codes(full)):
        return False
    bodies = {body.name for code in written.issuer_codes for body in domain.bodies_by_code(code)}
    return not bodies or any(body.name in bodies for code in full.issuer_codes for body in domain.bodies_by_code(code))


def _mistaken(group: Group, other: Group) -> bool:
    """Do the type or the body that every citation of a group states belong to the symbol of the other, and not to its
    own, on one day?"""
    written, full = group.symbol, other.symbol
    assert written is not None and full is not None
    if written.number.lstrip("0") != full.number.lstrip("0") or group.is_source:
        return False
    if group.dates and other.dates and not group.dates & other.dates:
        return False
    types, meant = _types(written), _types(full)
    if all(c.stated_type and c.type in meant and c.type not in types for c in group.citations):
        return bool(types)
    if written.type_code != full.type_code or not group.dates & other.dates:
        return False
    bodies, right = _bodies(written), _bodies(full)
    named = [{issuer.name for issuer in c.issuers} for c in group.citations]
    return bool(bodies) and all(names & right and not names & bodies for names in named)


def _types(symbol: Symbol) -> set[str]:
    return {kind.name for kind in domain.types_by_code(symbol.type_code)} if symbol.type_code else set()


def _bodies(symbol: Symbol) -> set[str]:
    return {body.name for code in symbol.issuer_codes for body in domain.bodies_by_code(code)}


def _codes(symbol: Symbol) -> str:
    return "-".join((symbol.type_code or "", *symbol.issuer_codes)).casefold()


def _one_short(short: str, full: str) -> bool:
    """Whether a word is another one without one of its letters."""
    if len(short) + 1 != len(full):
        return False
    same = next((i for i, letter in enumerate(short) if letter != full[i]), len(short))
    return short[same:] == full[same + 1 :]
