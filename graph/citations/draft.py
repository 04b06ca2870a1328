"""The working note of one citation while a text is read: rules fill it in; `freeze` makes the `Citation` of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from graph import domain
from graph.citations.acts import ActName
from graph.citations.bodies import IssuerRef
from graph.citations.citation import Citation
from graph.citations.symbols import Symbol


@dataclass(slots=True, eq=False)
class Draft:
    """A `Citation` in the making: the same fields, and what only the reading needs. `from_act` is the name of the act
    that a number was joined to, `inside` the amending act whose title names this one."""

    start: int
    end: int
    kind: str
    rule: str
    type: str | None = None
    symbol: Symbol | None = None
    value: int | None = None
    number: str | None = None
    year: str | None = None
    name: str | None = None
    acts: tuple[domain.Act, ...] = ()
    date: str | None = None
    issuers: tuple[IssuerRef, ...] = ()
    term: str | None = None
    issuer_start: int = -1
    tail_end: int = -1
    stated_type: bool = False
    from_act: ActName | None = None
    inside: Draft | None = None
    confidence: float = 1.0
    named_year: str | None = None


def freeze(draft: Draft) -> Citation:
    """The citation that a draft became."""
    host = draft.inside
    return Citation(
        draft.start, draft.end, draft.kind, draft.rule, draft.type, draft.symbol, draft.value, draft.number, draft.year,
        draft.name, draft.acts, draft.date, draft.issuers, draft.term, draft.issuer_start, draft.tail_end,
        draft.stated_type, inside=None if host is None else (host.start, host.end), confidence=draft.confidence,
        named_year=draft.named_year,
    )  # fmt: skip


def overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps one of `taken` (sorted, disjoint)."""
    at = bisect_left(taken, (start, -1))
    return (at < len(taken) and taken[at][0] < end) or (at > 0 and taken[at - 1][1] > start)
