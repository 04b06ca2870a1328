"""Letters (Công văn) and the codes of their units that look like a type: ``4200/CT-CS``, ``92/BNV-CT``, ``88/BTC-QĐ``.

A letter's symbol is issuer-unit (NĐ 30/2020/NĐ-CP, Phụ lục I); every other paper's is type-issuer since 1997. So a
type's code behind a body's is a unit, unless the paper is older; and a code that is both a type's and a body's (CT:
Chỉ thị, Cục Thuế) is the body's where no body follows.
"""

from __future__ import annotations

import re

from graph import domain
from graph.citations.symbols import Symbol

# NN/TYPE-ISSUER came with the rules of 1997 and 1998 (TTLB 55/2005 has it in full); older ones put the type behind
_OLD_ORDER_ENDS = "1998"
_MODERN = re.compile(r"[BS][A-ZĐ&]{2,}|UBND|HĐND|VP[A-Z]*|TC[A-ZĐ]+|KBNN|BHXH|NHNN")
_PIECE = re.compile(r"[^\W_]+(?:&[^\W_]+)*")


def is_letter(symbol: Symbol, date: str | None = None) -> bool:
    """Whether the order of its codes makes a symbol a letter's though one of them is a type's. `date` is the paper's
    (ISO, possibly shortened), where known."""
    if symbol.type_code is None or symbol.year is not None or symbol.shape in ("party", "assembly"):
        return False
    pieces = _PIECE.findall(symbol.canonical.removeprefix(symbol.number))
    if len(pieces) < 2:
        return False
    if symbol.shape == "old":
        first = pieces[0].upper()
        if first == symbol.type_code.upper():
            return False
        if date is not None:
            return date >= _OLD_ORDER_ENDS
        return _MODERN.fullmatch(first) is not None
    if pieces[0].upper() != symbol.type_code.upper() or (date is not None and date < _OLD_ORDER_ENDS):
        return False
    return bool(_own_bodies(pieces[0])) and not domain.bodies_by_code(pieces[1])


def _own_bodies(code: str) -> list[domain.IssuingBody]:
    """Bodies of today whose code is also a type's: CT, Cục Thuế."""
    return [b for b in domain.bodies_by_code(code) if b.valid_to is None and b.branch == "state"]
