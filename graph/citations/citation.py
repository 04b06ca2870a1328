"""The working note of one citation while a text is read; the identity room turns notes into documents and mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.symbols import Symbol
from graph.model import Pinpoint


@dataclass(slots=True, eq=False)
class Citation:
    """One reference at ``start:end`` (the core span) of the normalised text.

    `kind` is ``symbol`` (number and symbol), ``number`` (a bare number: "Nghị quyết 18"), ``act`` (named act),
    ``party`` (named Party document), ``unnumbered`` (pinned by issuer and purpose). `tail_end` is the offset behind the
    attributes that follow; `rule` the rule that found it; `same_span` further documents named by the same words.
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
    amending: bool = False
    date: str | None = None
    date_end: int = -1
    issuers: tuple[IssuerRef, ...] = ()
    term: str | None = None
    issuer_start: int = -1  # where the issuer stands, if in front of the citation
    tail_end: int = -1
    title: str | None = None
    stated_type: bool = False  # the type word stands in the text (not only in the symbol)
    capital: bool = True
    group: int = -1  # citations of one list share a group number
    pinpoints: tuple[Pinpoint, ...] = ()
    purpose: list[Citation] = field(default_factory=list)  # what an unnumbered document carries out
    amends: list[Citation] = field(default_factory=list)  # the acts that an amending act's title names
    from_act: object = None  # the act's name that a number was joined to
    confidence: float = 1.0
    document: str | None = None  # the id, once known

    @property
    def issuer(self) -> IssuerRef | None:
        """The first issuer stated."""
        return self.issuers[0] if self.issuers else None
