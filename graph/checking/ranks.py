"""LD5xx and the order of the bases: what a paper may rest on.

A normative paper rests on papers of higher legal force (Luật 64/2025/QH15; Nghị định 78/2025/NĐ-CP). What other papers
rest on (an administrative decision on a plan, a letter) is not said by that rule, and is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.checking import naming
from graph.checking.draft import Citing, Draft, Values
from graph.checking.known import Knowledge
from graph.checking.report import Finding
from graph.model import Document
from graph.relations.authority import is_normative, outranks, rank

_ORDERED = {
    "Hiến pháp": 0,
    "Bộ luật": 1,
    "Luật": 1,
    "Pháp lệnh": 2,
    "Nghị định": 3,
    "Thông tư": 4,
    "Thông tư liên tịch": 4,
}


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """Findings on bases below the draft's own rank."""
    if draft.kind != "normative" or rank(draft.own) is None:
        return
    seen: set[str] = set()
    for citing in draft.citings:
        document = citing.document
        if not citing.basis or citing.inside or document.id in seen or not _leads(draft, citing):
            continue
        seen.add(document.id)
        if is_normative(document) and outranks(draft.own, document):
            own = naming.named(Document("", draft.own.type, draft.own.code))
            yield draft.finding("LD501", citing, {"document": naming.named(document), "own": own})


def order(draft: Draft) -> Iterator[Finding]:
    """A basis of higher legal force behind one of lower force; acts, decrees and circulars are compared."""
    if draft.kind not in ("normative", "state"):
        return
    lowest: tuple[int, Citing] | None = None
    for citing in draft.citings:
        if not citing.basis or citing.inside or not _leads(draft, citing):
            continue
        place = _ORDERED.get(citing.document.type or "")
        if place is None:
            continue
        if lowest is not None and place < lowest[0]:
            values: Values = {"document": naming.named(citing.document), "before": naming.named(lowest[1].document)}
            yield draft.finding("LD603", citing, values)
            return
        if lowest is None or place > lowest[0]:
            lowest = (place, citing)


def _leads(draft: Draft, citing: Citing) -> bool:
    """Whether the citation is the first of its clause: those behind it ("được sửa đổi bởi …") are no bases."""
    return draft.beside(citing)[0].citation.start >= citing.citation.start
