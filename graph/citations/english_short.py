"""What English pages call documents of Vietnam: the type of an act of the National Assembly, whose number does not tell
it
("Law on Land No. 31/2024/QH15"), and short names of what is cited in full ("Decree 13" for Decree No. 13/2023/ND-CP).

Asked only where an English type stands before a number with its symbol."""

from __future__ import annotations

from collections.abc import Sequence

from graph.citations.draft import Draft, overlaps
from graph.domain.english import english, english_pattern

_REACH = 120  # code points before a number in which its type stands: "Law on Investment No."
_NEAR = 12
_LOOKED_AT = 12  # citations of a text, one of which has its type before it
_LEAD = r"(?<![a-z])(?P<type><type>)(?: on [^.;:,()]{1,80}?)?(?: (?:no\.?|number))?\s*\Z"
_SHORT = r"(?<![a-z“\"‘])(?P<type><type>)(?: no\.?)? (?P<n>[0-9]{1,4})(?![\w/%–-]|[.,][0-9]|, [0-9]{4})"
_IN_FULL = 0.4  # such a name counts where the text cites the number in full


def name_types(text: str, drafts: Sequence[Draft]) -> None:
    """Give each numbered act whose type is not known the English one that stands before it."""
    for draft in drafts:
        if draft.type is None and draft.symbol is not None and draft.symbol.shape == "assembly":
            kind = type_before(text, draft.start)
            if kind is not None:
                draft.type, draft.stated_type = kind, True


def type_before(text: str, start: int) -> str | None:
    """The type that the English words before a number say; None where none stand there."""
    if not text[max(0, start - _NEAR) : start].isascii():
        return None  # Vietnamese words stand there
    found = None
    for match in english_pattern(r"(?<![a-z])<type>").finditer(text, max(0, start - _REACH), start):
        found = english_pattern(_LEAD).match(text, match.start(), start) or found
    if found is None:
        return None
    kind = english("type")[" ".join(found["type"].lower().split())]
    return kind[0].upper() + kind[1:]


def find_english_shorts(text: str, taken: list[tuple[int, int]], drafts: Sequence[Draft]) -> list[Draft]:
    """ "Decree 13", "Circular No. 78": drafts of the short names of what `drafts` cite in full."""
    bare = [d for d in drafts if d.symbol is not None and text[d.start : d.start + 1].isdigit()][:_LOOKED_AT]
    if not any(type_before(text, draft.start) for draft in bare):
        return []
    found = []
    for match in english_pattern(_SHORT).finditer(text):
        start, end = match.span("n")
        if overlaps(taken, start, end):
            continue
        kind = english("type")[" ".join(match["type"].lower().split())]
        found.append(
            Draft(
                start, end, "number", "english-short", type=kind[0].upper() + kind[1:], value=int(match["n"]),
                number=match["n"], stated_type=True, confidence=_IN_FULL, tail_end=end,
            )
        )  # fmt: skip
    return found
