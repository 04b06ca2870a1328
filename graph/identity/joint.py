"""The bodies behind one document: a joint circular has several, `Document.issuer` is the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import Document, Issuer, Relation
from graph.normalise import fold


def in_order(document: Document, said: Iterable[Iterable[Issuer]]) -> list[Issuer]:
    """The issuers of a document, the one of `Document.issuer` first, the others as their codes stand in its symbol,
    then by id. `said` are the bodies of each statement of who issued it; statements that lack `Document.issuer`
    contradict it and count only where none has it."""
    statements = [list(bodies) for bodies in said]
    agreeing = [bodies for bodies in statements if any(body.name == document.issuer for body in bodies)]
    every = {body.id: body for bodies in agreeing or statements for body in bodies}
    pieces = [_folded(piece) for piece in re.split(r"[/\-]", document.code or "")]

    def place(body: Issuer) -> tuple[bool, int, str]:
        code = _folded(body.code or "")
        return body.name != document.issuer, pieces.index(code) if code in pieces else len(pieces), body.id

    return sorted(every.values(), key=place)


def issuers_by_document(
    documents: Iterable[Document], relations: Iterable[Relation], issuers: Iterable[Issuer]
) -> dict[str, list[Issuer]]:
    """Document id -> its issuers as `in_order` has them, for the documents of which relations say who issued them."""
    bodies = {body.id: body for body in issuers}
    said: dict[str, dict[str | None, list[Issuer]]] = {}
    for r in relations:
        if r.predicate == "issued_by":
            statements = said.setdefault(r.subject, {})
            statements.setdefault(r.evidence.source, []).append(bodies.get(r.object) or Issuer(r.object, r.object))
    return {d.id: in_order(d, said[d.id].values()) for d in documents if d.id in said}


def _folded(code: str) -> str:
    return fold(code).rstrip("0123456789")  # UBTVQH14 is UBTVQH
