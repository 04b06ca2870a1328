"""Series of numbers: which committee numbers a symbol, and which types share a code.

State numbers restart each year, per type, issuer and place (NĐ 30/2020/NĐ-CP); Party numbers run per type and term of
the committee (HD 36-HD/VPTW); so the symbol's body decides what an identity needs. The facts are `graph.domain`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from graph.domain import (
    IssuingBody,
    assembly_term_at,
    bodies_by_code,
    body_by_name,
    from_roman,
    issuing_bodies,
    types_by_code,
)
from graph.domain.document_types import DocumentType, document_types, type_by_name
from graph.identity.codes import akin, symbol_form
from graph.normalise import fold

_UNKNOWN_TYPES = frozenset({"van ban"})


@lru_cache(maxsize=4096)
def committee(symbol: tuple[str, ...], issuer: str | None, order: str) -> tuple[bool, bool, bool]:
    """Of the body that numbers `symbol`: whether it is a Party series, whether central, whether it needs a place.

    `order` is ``party`` for NN-TYPE/ISSUER, ``dated`` for a number with a year segment (no Party number has one), else
    empty; the issuer decides between bodies that share a code.
    """
    issuers = [piece for piece in symbol if piece not in _type_codes()]
    bodies = [body for piece in issuers for body in _bodies(piece)]
    named = body_by_name(issuer) if issuer else None
    if named is not None and (not bodies or any(body.name == named.name for body in bodies)):
        bodies = [named]
    if not bodies:
        return False, False, False
    central = all(body.level == "central" for body in bodies)
    partisan = [body.branch == "party" for body in bodies]
    party = order != "dated" and (all(partisan) or (order == "party" and any(partisan)))
    return party, central, not central and any(body.needs_place for body in bodies)


_ASSEMBLY = re.compile(r"(?P<body>qh|ubtvqh|ubtv|tvqh)k?(?P<term>\d{1,2})?")


@lru_cache(maxsize=16_384)
def assembly_symbol(symbol: tuple[str, ...], when: str) -> tuple[str, ...] | None:
    """The symbol of an act of the National Assembly or its Standing Committee in one spelling, None for other symbols:
    without the code of its type (NQ-UBTVQH13 is UBTVQH13) and with the term, which `when` (a date or year) tells where
    the symbol leaves it out ("1664/NQ-UBTVQH ngày 16/6/2025").

    >>> assembly_symbol(("nq", "ubtvqh"), "2025-06-16")
    ('ubtvqh15',)
    """
    found = next((m for piece in symbol if (m := _ASSEMBLY.fullmatch(piece))), None)
    if found is None or len(symbol) > 2:
        return None
    body = "qh" if found["body"] == "qh" else "ubtvqh"
    digits = found["term"]
    if digits is None and when:
        roman = assembly_term_at(when)
        digits = str(from_roman(roman)) if roman else None
    return (f"{body}{digits or ''}",)


@lru_cache(maxsize=4096)
def body_names(symbol: tuple[str, ...]) -> frozenset[str]:
    """Folded names of the bodies that a symbol may stand for: TW is the Central Committee, the Politburo and more."""
    return frozenset(fold(body.name) for piece in symbol if piece not in _type_codes() for body in _bodies(piece))


@lru_cache(maxsize=4096)
def needs_place(issuer: str | None) -> bool:
    """Whether many places have a body of this name."""
    body = body_by_name(issuer) if issuer else None
    return body is not None and body.needs_place


@cache
def _issuer_codes() -> Mapping[str, str]:
    codes: dict[str, str] = {}
    for body in issuing_bodies():
        for code in body.symbol_codes:
            codes.setdefault(symbol_form(code).replace("-", ""), code)
    return codes


@lru_cache(maxsize=4096)
def _bodies(piece: str) -> tuple[IssuingBody, ...]:
    codes = _issuer_codes()
    # a steering board's nickname (BCĐ389) is borne in every province
    found = [codes[form] for form in dict.fromkeys((piece, piece.rstrip("0123456789"))) if form in codes]
    return tuple(body for code in found for body in bodies_by_code(code))


@cache
def _type_codes() -> Mapping[str, str]:
    """Type code in matching form -> as the table prints it."""
    return {symbol_form(c): c for kind in reversed(document_types()) for c in (*kind.codes, *kind.party_codes)}


@lru_cache(maxsize=4096)
def _types(piece: str, party: bool) -> tuple[DocumentType, ...]:
    code = _type_codes()[piece]
    return types_by_code(code, party=party) or types_by_code(code)


@lru_cache(maxsize=4096)
def type_key(stated: str | None, symbol: tuple[str, ...], party: bool) -> str:
    """The folded type. The symbol outranks a type word that it cannot stand for ("Chỉ thị số 49-NQ/TW")."""
    known = type_by_name(stated) if stated else None
    words = fold(known.name if known else stated or "")
    words = "" if words in _UNKNOWN_TYPES else words
    piece = next((p for p in symbol[:3] if p in _type_codes()), None)
    if piece is None or words == "cong van":  # a letter's unit may be spelled like a type code (655/SNV-TT)
        return words
    possible = [fold(kind.name) for kind in _types(piece, party)]
    if words and any(akin(words, other) for other in possible):
        return words
    return possible[0]


@cache
def law_types() -> frozenset[str]:
    """Folded names of the Assembly's acts: Hiến pháp, Bộ luật, Luật, Pháp lệnh."""
    return frozenset(fold(kind.name) for kind in document_types() if kind.family == "law")


@cache
def _classes() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Class by code and by folded name: types that can be confused share a class, for they have a common code, or the
    name of one begins the other's."""
    parent: dict[str, str] = {}

    def root(item: str) -> str:
        while parent.setdefault(item, item) != item:
            item = parent[item]
        return item

    def join(one: str, other: str) -> None:
        first, second = sorted((root(one), root(other)))
        parent[second] = first

    names = sorted(fold(kind.name) for kind in document_types())
    for kind in document_types():
        for code in (*kind.codes, *kind.party_codes):
            join("=" + fold(kind.name), symbol_form(code).split("-")[0])
    for name in names:
        for other in names:
            if akin(name, other):
                join("=" + name, "=" + other)
    groups: dict[str, list[str]] = {}
    for item in sorted(parent):
        groups.setdefault(root(item), []).append(item)
    codes: dict[str, str] = {}
    types: dict[str, str] = {}
    for members in groups.values():
        label = next((m for m in members if not m.startswith("=")), members[0].removeprefix("="))
        for member in members:
            (types if member.startswith("=") else codes)[member.removeprefix("=")] = label
    return codes, types


def type_class(symbol: tuple[str, ...], type_name: str) -> str:
    """The class of types within which numbered documents are compared: ``qd`` for Quyết định and Quy định."""
    codes, types = _classes()
    if type_name in types:
        return types[type_name]
    piece = next((p for p in symbol[:3] if p in codes), None)
    return codes[piece] if piece else type_name or types.get("cong van", "")
