"""From what was typed to one document, or an end with exit code 1; and documents as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from graph import labels
from graph.cli.output import message
from graph.contract import document_dict
from graph.errors import LuocdoError

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.model import Document, Issuer


def one(graph: KnowledgeGraph, words: Sequence[str] | str, lang: str) -> Document:
    """The document that was meant; otherwise the candidates go to stderr and the command ends with 1."""
    from graph.knowledge import AmbiguousError, NotFoundError

    text = words if isinstance(words, str) else " ".join(words)
    if not text.strip():
        raise LuocdoError("hãy nêu một văn bản, ví dụ: 18-NQ/TW")
    try:
        return graph.document(text)
    except NotFoundError as error:
        message(str(error))
        listed: Iterable[Document] = error.suggestions
        heading = "có thể bạn tìm:"
    except AmbiguousError as error:
        message(str(error))
        listed = error.candidates
        heading = ""
    candidates(listed, lang, heading)
    raise typer.Exit(1)


def candidates(documents: Iterable[Document], lang: str, heading: str = "") -> None:
    """List documents on stderr, a line each."""
    listed = list(documents)
    if listed and heading:
        message(heading, name="")
    for document in listed[:30]:
        facts = "  ".join(filter(None, (labels.document(document, lang), date_text(document.date), body(document))))
        message(f"  {facts}  <{document.id}>", name="")
    if len(listed) > 30:
        message(f"  … (+{len(listed) - 30})", name="")


def date_text(date: str | None) -> str:
    """``2017-10-25`` as people write it: ``25/10/2017``."""
    return "/".join(reversed(date.split("-"))) if date else ""


def body(document: Document) -> str:
    """Issuer with its place."""
    return _of_place(document.issuer or "", document.place)


def of_place(issuer: Issuer) -> str:
    """A body with its place."""
    return _of_place(issuer.name, issuer.place)


def _of_place(name: str, place: str | None) -> str:
    return f"{name} {place}".strip() if place and place not in name else name


def row(document: Document, lang: str) -> dict[str, Any]:
    """A document as a row of text, its JSON under ``data``."""
    return {
        "id": document.id,
        "type": labels.document_type(document.type, lang),
        "code": document.code or "",
        "document": labels.document(document, lang),
        "date": document.date or "",
        "day": date_text(document.date),
        "issuer": body(document),
        "title": document.title or "",
        "data": document_dict(document),
    }


def columns(lang: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Columns of a list of documents, for CSV (dates as ISO) and for a table."""
    keys = ("document", "date", "issuer", "title", "id")
    plain = [(key, labels.field(key, lang)) for key in keys]
    return plain, [("day" if key == "date" else key, heading) for key, heading in plain if key != "id"]


def name(documents: Mapping[str, Document], id: str, lang: str) -> str:
    """The label of a document by id; an id that is not there stands for itself."""
    found = documents.get(id)
    return id if found is None else labels.document(found, lang)
