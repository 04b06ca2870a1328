"""The citations of a text as the relation engine sees them, and what is known of the text before it is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.citations.tail import read_tail
from graph.model import Document, Mention
from graph.relations.authority import type_class, type_of
from graph.relations.ledger import Found, Ledger
from graph.relations.lexicon import Lexicon, Token
from graph.relations.words import word_set
from graph.structure import Outline
from graph.structure.parts import Zones

if TYPE_CHECKING:
    from graph.relations.closing_articles import ClosingArticles


@dataclass(slots=True, eq=False)
class Slot:
    """One span of citation; more than one document where one span names several. `tail` is the offset behind its
    attributes (date, issuer, term), -1 until it was looked for."""

    start: int
    end: int
    mentions: list[Mention]
    documents: list[Document]
    ended: bool = False  # by another document, as the sentence says of it
    changed: bool = False  # "được sửa đổi bởi [A]", which may be told of it in passing
    governed: bool = False  # object of a relation within its sentence
    acts: bool = False  # on another document, as brackets behind it say
    listed: bool = False  # goes on with the list of the citation before
    described: bool = False  # a class of documents is told by what it does to this one
    tail: int = -1
    handed: Found | None = None  # what the heading above states of it

    @property
    def kind(self) -> str:
        """The class of types that lists keep together."""
        return type_class(self.documents[0]) if self.documents else ""

    def same_as(self, other: Slot) -> bool:
        """Do both name the same documents?"""
        return {d.id for d in self.documents} == {d.id for d in other.documents}


Trace = list[tuple[Slot, tuple[Token, ...], str]]  # of each citation: the tokens before it, and what became of it


@dataclass(slots=True)
class Context:
    """One text with all that is known about it before the walk. `flat` is its flat form without asides and quoted
    words, `whole` the flat form as it is. `original` is, for a consolidated text, the document
    that its preamble and closing articles speak for."""

    text: str
    flat: str
    whole: str
    outline: Outline
    slots: Sequence[Slot]
    source: Slot
    zones: Zones
    lexicon: Lexicon
    ledger: Ledger
    original: Slot | None = None
    silent: bool = False  # an article, a note: no document that acts
    wanted: list[int] | None = None  # headings "… CẦN SỬA ĐỔI", once looked for
    closings: ClosingArticles | None = None  # of a consolidated text, once looked for
    starts: list[int] = field(default_factory=list)
    runs: dict[str, tuple[list[int], list[Slot]]] | None = None
    drafts: dict[str, int] = field(default_factory=dict)  # where the text first speaks of a draft, by its type
    named: dict[tuple[int, int], Slot] = field(
        default_factory=dict
    )  # the act that closes an amending title, by its span

    @property
    def own(self) -> Document:
        """The document that the text is."""
        return self.source.documents[0]

    def tail(self, slot: Slot) -> int:
        """Where the attributes behind a citation end; a joint document has several issuers."""
        if slot.tail < 0 and not slot.documents:
            slot.tail = slot.end
        elif slot.tail < 0:
            kind = type_of(slot.documents[0])
            slot.tail = max(
                slot.end, read_tail(self.text, slot.end, joint=any(word in kind for word in word_set("joint"))).end
            )
        return slot.tail

    def others_of_its_kind(self, slot: Slot) -> tuple[Slot, Slot] | None:
        """The first and the last citation before `slot` of a document of its kind that is another one; None without."""
        if self.runs is None:
            self.runs = {}
            for other in self.slots:  # of citations of one document that follow each other the first
                starts, firsts = self.runs.setdefault(other.kind, ([], []))
                if not firsts or not firsts[-1].same_as(other):
                    starts.append(other.start)
                    firsts.append(other)
        starts, firsts = self.runs.get(slot.kind, ([], []))
        before = bisect_left(starts, slot.start)
        first = next((at for at in range(min(2, before)) if not firsts[at].same_as(slot)), -1)
        last = next((at for at in range(before - 1, max(-1, before - 3), -1) if not firsts[at].same_as(slot)), -1)
        return (firsts[first], firsts[last]) if first >= 0 and last >= 0 else None

    def between(self, start: int, end: int) -> list[Slot]:
        """The citations that begin between two offsets."""
        if not self.starts:
            self.starts.extend(slot.start for slot in self.slots)
        return list(self.slots[bisect_left(self.starts, start) : bisect_left(self.starts, end)])
