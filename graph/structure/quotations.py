"""Quotations: “ … ”, in which other documents speak."""

from __future__ import annotations

_LIMIT = 12000


def quotation(text: str, offset: int) -> int | None:
    """Where the quotation around `offset` opens (its “), None outside of quotations. Bounded look-back."""
    floor = max(0, offset - _LIMIT)
    opened = text.rfind("“", floor, offset)
    if opened < 0:
        return None
    closed = text.rfind("”", floor, offset)
    return opened if closed < opened else None
