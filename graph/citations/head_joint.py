"""The issuers of a joint paper from its head: "BỘ TÀI CHÍNH - BỘ Y TẾ" or one below the other, "TTLT-BTC-BYT".

The head spells the bodies, the symbol says which of them issue and in which order (Luật 64/2025/QH15: the body that
chairs stands first). Where the symbol has one code or none, the bodies of the head issue, but for one that stands above
departments as their superior.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.head_bodies import HeadBody, bearing, spelled_in
from graph.citations.symbols import Symbol

_ABOVE = ("Ủy ban nhân dân", "Chính phủ")
_BELOW = ("Sở ", "Phòng ", "Cục ", "Chi cục ", "Ban ", "Văn phòng ", "Thanh tra ")


def joint_issuers(
    text: str, kind: str | None, symbol: Symbol | None, bodies: Sequence[HeadBody], place: str | None
) -> tuple[IssuerRef, ...]:
    """Every issuer of a joint document, in the order of the symbol; empty where one body issues. `bodies` are those of
    the head, `place` the province of the date line. A type that is not joint by its name ("Kế hoạch 15/KH-SYT-BHXH") is
    so where the head spells at least two of the codes."""
    named = [(body, ref) for body in bodies if (ref := spelled_in(text, body, place)) is not None]
    named = _without_superior(named)
    codes = list(symbol.issuer_codes) if symbol is not None else []
    by_name = domain.is_joint(kind)
    if not by_name and (kind == "Công văn" or symbol is None or symbol.type_code is None or len(codes) < 2):
        return ()
    if not by_name and domain.bodies_by_code("-".join(codes)):
        return ()  # MTTQ-BTT: two codes of one body
    if len(codes) < 2:
        return _all_of_head([ref for _, ref in named]) if by_name and len(named) > 1 else ()
    found: list[IssuerRef | None] = []
    spelled = 0
    for index, code in enumerate(codes):
        ref = next((ref for body, ref in named if ref not in found and bearing(code, body)), None)
        spelled += ref is not None
        if ref is None and (known := domain.bodies_by_code(code)):
            ref = IssuerRef(
                known[0].name, place if known[0].level != "central" else None, known[0].level, 0, known[0].code
            )
        elif ref is None and len(named) == len(codes):
            ref = named[index][1]
        found.append(ref)
    if not by_name and spelled < 2:
        return ()
    several = tuple(dict.fromkeys(ref for ref in found if ref is not None))
    if len(several) > 1:
        return several
    return _all_of_head([ref for _, ref in named]) if by_name else ()


def _without_superior(named: list[tuple[HeadBody, IssuerRef]]) -> list[tuple[HeadBody, IssuerRef]]:
    """The bodies of a head without the one above departments that only says whose they are ("UBND TỈNH HÀ TĨNH⏎SỞ TÀI
    CHÍNH - SỞ NÔNG NGHIỆP")."""
    above = len(named) > 1 and named[0][1].name.startswith(_ABOVE)
    return named[1:] if above and all(_is_department(ref.name) for _, ref in named[1:]) else named


def _is_department(name: str) -> bool:
    """Not "Ban Chấp hành …", "Ban Thường trực …", which lead organisations of their own."""
    return name.startswith(_BELOW) and domain.begins(name.upper(), domain.standing_bodies()) is None


def _all_of_head(refs: list[IssuerRef]) -> tuple[IssuerRef, ...]:
    several = tuple(dict.fromkeys(refs))
    return several if len(several) > 1 else ()
