"""What a text says, as codes of documents, for tables that are crossed: no marks stand in their texts."""

from __future__ import annotations

from collections.abc import Container

from graph import extract

Stated = set[tuple[str, str, str]]
BESIDE = ("cites", "issued_by", "based_on")


def stated(
    text: str, *, beside: Container[str] = BESIDE, of: Container[str] | None = None
) -> set[tuple[str | None, str, str | None]]:
    """(code of the subject, predicate, code of the object) of each relation: those `of` these predicates, or all but
    those `beside`."""
    found = extract(text)
    codes = {document.id: document.code for document in found.documents}
    return {
        (codes.get(r.subject), r.predicate, codes.get(r.object))
        for r in found.relations
        if (r.predicate in of if of is not None else r.predicate not in beside)
    }
