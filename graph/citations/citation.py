"""One reference to one document, as the words of the text give it; identity turns references into documents."""

from __future__ import annotations

from dataclasses import dataclass

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.symbols import Symbol
from graph.model import Pinpoint


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """One reference at ``start:end`` (the core span) of the normalised text.

    `kind` is ``symbol`` (number and symbol), ``number`` (a bare number: "Nghị quyết 18"), ``act`` (named act),
    ``party`` (named Party document), ``unnumbered`` (pinned by issuer and purpose); `rule` the rule that found it.
    `date`, `issuers` and `term` are what stands around it, `tail_end` the offset behind them, `issuer_start` where the
    issuer stands if that is in front. `stated_type` says that the type word stands in the text (not only in the
    symbol). `purpose` is what an unnumbered document carries out. `inside` is the core span of the amending act whose
    title names this one ("Luật sửa đổi, bổ sung một số điều của [Luật X]"), None for all others. `named_year` is a year
    between the name of an act and its number that is another than the number's.
    """

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
    pinpoints: tuple[Pinpoint, ...] = ()
    purpose: tuple[Citation, ...] = ()
    inside: tuple[int, int] | None = None
    confidence: float = 1.0
    named_year: str | None = None

    @property
    def issuer(self) -> IssuerRef | None:
        """The first issuer stated."""
        return self.issuers[0] if self.issuers else None

    @property
    def span(self) -> tuple[int, int]:
        """Start and end of the core span."""
        return self.start, self.end

    def leading_to(self, pinpoints: tuple[Pinpoint, ...]) -> Citation:
        """The same citation with the provisions that lead to it."""
        return Citation(  # a third of the time of `dataclasses.replace`
            self.start, self.end, self.kind, self.rule, self.type, self.symbol, self.value, self.number, self.year,
            self.name, self.acts, self.date, self.issuers, self.term, self.issuer_start, self.tail_end,
            self.stated_type, pinpoints, self.purpose, self.inside, self.confidence, self.named_year,
        )  # fmt: skip
