"""What is known of the cited documents: by the graph, by the table of acts. What is not known is never wrong.

A document of the graph is the cited one only where its number, type, body and place say so for certain. A number with a
year (30/2020/NĐ-CP) means one document of its body; one without is repeated every year (982/QĐ-TTg) or term
(18-NQ/TW), so that the day, the year or the term must agree, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import domain
from graph.checking.draft import Citing, Draft
from graph.identity.codes import akin, code_key
from graph.identity.groups import Group
from graph.model import Document, Relation, Status
from graph.normalise import fold

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_FIRM = frozenset({"source", "register"})
_WHOLE_DAY = 10


@dataclass(slots=True)
class Known:
    """What is known of one cited document: its node of the graph, its act of the table. `texts` are the sources that
    are its text, `status` is as of the day of the check."""

    document: Document | None = None
    act: domain.Act | None = None
    texts: tuple[str, ...] = ()
    status: Status = field(default_factory=Status)

    @property
    def where(self) -> str:
        """``graph``, ``tables`` or nothing."""
        return "graph" if self.document is not None else "tables" if self.act is not None else ""

    def firm(self, attribute: str) -> str | None:
        """The value of an attribute that a text of its own or a register states; None where only others cite it."""
        if self.document is None or self.document.origins.get(attribute) not in _FIRM:
            return None
        value: str | None = getattr(self.document, attribute)
        return value

    @property
    def act_date(self) -> str | None:
        """The day on which the act was passed, where a source confirms it."""
        act = self.act
        return None if act is None or not act.verified or "date recalled" in act.source else act.date


class Knowledge:
    """The graph and the tables, asked once for all the citations of a draft."""

    def __init__(self, draft: Draft, graph: KnowledgeGraph | None) -> None:
        self.draft = draft
        self.graph = graph
        self._known: dict[int, Known] = {}
        nodes = self._nodes()
        for group, document, _ in draft.of_document():
            known = Known(nodes.get(id(group)), _act(group, document))
            if graph is not None and known.document is not None:
                known.texts = graph.texts_of(known.document)
                known.status = graph.status(known.document, draft.day)
            self._known[id(group)] = known
        self.renumbered: set[int] = set()  # groups of citations whose number is known to be wrong
        self._relations: dict[str, list[Relation]] = {}

    def of(self, citing: Citing) -> Known:
        """What is known of the document that is cited here."""
        return self._known[id(citing.group)]

    def by_id(self, ids: Iterable[str]) -> Mapping[str, Document]:
        """Documents of the graph."""
        return {} if self.graph is None else self.graph.by_id(ids)

    def amendments(self, document: Document) -> list[Relation]:
        """Who amended a document of the graph."""
        if self.graph is None:
            return []
        if document.id not in self._relations:
            found = self.graph.relations_of(document)
            self._relations[document.id] = [r for r in found if r.predicate == "amends" and r.object == document.id]
        return self._relations[document.id]

    def named_by(self, relations: Iterable[Relation], day: str) -> set[str]:
        """The subjects of relations that a paper of another, signed on or before the day, states."""
        if self.graph is None:
            return set()
        listed = list(relations)
        written = self.graph.written(r.evidence.source for r in listed if r.evidence.source)
        found = set()
        for relation in listed:
            id, date = written.get(relation.evidence.source or "", ("", None))
            if id and id not in (relation.subject, self.draft.own.id) and len(date or "") == _WHOLE_DAY:
                found |= {relation.subject} if (date or "") <= day else set()
        return found

    def first_day(self, document: Document) -> str | None:
        """The day on which a document of the graph took or takes effect, where a statement tells."""
        return None if self.graph is None else self.graph.status(document, self.draft.day).first_day

    def _nodes(self) -> dict[int, Document]:
        """For each group of citations the one document of the graph that it is, where it certainly is one."""
        if self.graph is None:
            return {}
        groups = [(g, d) for g, d, _ in self.draft.of_document() if not g.candidates and not g.doubts]
        exact = self.graph.by_id(d.id for _, d in groups if not d.provisional)
        keys = {code_key(d.code) for g, d in groups if d.code and g.symbol is not None}
        by_key: dict[str, list[Document]] = defaultdict(list)
        for found in self.graph.by_codes(keys):
            if found.code:
                by_key[code_key(found.code)].append(found)
        nodes: dict[int, Document] = {}
        for group, document in groups:
            node = exact.get(document.id)
            if node is None and group.symbol is not None and document.code:
                node = _only(group, document, by_key.get(code_key(document.code), ()))
            if node is not None and not node.provisional and not node.candidates:
                nodes[id(group)] = node
        return nodes


def _only(group: Group, document: Document, found: Iterable[Document]) -> Document | None:
    """The one document of the graph that bears the number and can only be the cited one."""
    symbol = group.symbol
    if symbol is None:
        return None
    fitting = [d for d in found if not d.provisional and _same_paper(document, d) and _same_series(group, document, d)]
    return fitting[0] if len(fitting) == 1 else None


def _same_paper(cited: Document, node: Document) -> bool:
    """Whether type and place agree: a paper of a place is never taken for that of another, or of an unnamed one."""
    if cited.type and node.type and not akin(fold(cited.type), fold(node.type)):
        return False
    if cited.place or node.place:
        return bool(cited.place and node.place) and fold(cited.place or "") == fold(node.place or "")
    bodies = [b for b in (domain.body_by_name(n) for n in (cited.issuer or "", node.issuer or "") if n) if b]
    return not any(b.needs_place for b in bodies)


def _same_series(group: Group, cited: Document, node: Document) -> bool:
    """Whether the number, counted anew each year or term, is the same one."""
    symbol = group.symbol
    assert symbol is not None
    if symbol.year is not None:
        return True
    if symbol.shape == "party":
        if cited.term and node.term:
            return cited.term == node.term
        return bool(cited.date and cited.date == node.date)
    return bool(cited.date and node.date and cited.date[:4] == node.date[:4])


def _act(group: Group, document: Document) -> domain.Act | None:
    """The act of the table that is cited: by its number, or by its name and year where that is one act."""
    if group.doubts or group.candidates:
        return None
    if group.inferred is not None:
        return group.inferred
    if group.symbol is not None and group.symbol.shape == "assembly":
        found = domain.acts_by_code(group.symbol.canonical)
        return found[0] if len(found) == 1 and found[0].kind == document.type else None
    return None
