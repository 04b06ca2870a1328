"""The day on which an act was passed, as its last lines say: "Luật này được Quốc hội … khóa XV, kỳ họp thứ 7 thông qua
ngày 21 tháng 6 năm 2024." That is the date by which everybody cites it; the head of an act bears none."""

from __future__ import annotations

import re

from graph.citations import dates

_B = r"[\s*_|]"
_PASSED = re.compile(
    rf"(?:Luật|luật|Pháp{_B}+lệnh|Nghị{_B}+quyết|Hiến{_B}+pháp){_B}+này{_B}+(?:đã{_B}+)?được{_B}+(?=[QUỦH])[^.;“”]{{4,220}}?"
    rf"thông{_B}+qua{_B}+(?:(?:tại|vào){_B}+[^.;“”]{{0,80}}?)?(?=ngày)"
)
TAIL = 20_000  # code points at the end that are searched


def passed_on(text: str) -> str | None:
    """The ISO date on which the act whose normalised text this is was passed; None where its end does not say.

    The last such sentence counts: an act that amends others may quote theirs before."""
    found = None
    for match in _PASSED.finditer(text, max(0, len(text) - TAIL)):
        full = dates.FULL_DATE.match(text, match.end())
        found = (dates.iso(full) if full else None) or found
    return found
