"""Documents for reference managers (Zotero, EndNote, citation processors): RIS and CSL-JSON.

Laws and what lays down rules are statutes (RIS ``STAT``, CSL ``legislation``), drafts bills (``BILL``, ``bill``), the
rest papers of an authority (``GOVDOC``, ``report``). Documents of which only a fragment is known are left out.

Sources: the tags of RIS as Zotero reads them (STAT: M1 is the number of the law, DA the day of enactment; GOVDOC: SN
the number, PB the body, M3 the kind); CSL-JSON after csl-data.json of CSL 1.0.2.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from graph.export.escapes import clean
from graph.model import Document, GraphView
from graph.relations.authority import is_normative, type_of

_KINDS = {"law": ("STAT", "legislation"), "bill": ("BILL", "bill"), "paper": ("GOVDOC", "report")}
_LAWS = ("hiến pháp", "bộ luật", "luật", "pháp lệnh")
_DRAFTS = ("dự thảo", "dự án luật", "dự án pháp lệnh")


def ris(view: GraphView, out: IO[bytes]) -> None:
    """RIS: a record a document, by id; lines end in CR LF, as its readers want it."""
    empty = True
    for document in _known(view):
        empty = False
        lines = [f"TY  - {_KINDS[_kind(document)][0]}", *_tags(document), "ER  - ", ""]
        out.write("".join(f"{line}\r\n" for line in lines).encode("utf-8"))
    if empty:
        out.write(b"\r\n")


def csl(view: GraphView, out: IO[bytes]) -> None:
    """CSL-JSON: an array of items, by id."""
    first = True
    for document in _known(view):
        text = json.dumps(_item(document), ensure_ascii=False, indent=1)
        out.write(f"{'[' if first else ','}\n{text}".encode())
        first = False
    out.write(b"[]\n" if first else b"\n]\n")


def _known(view: GraphView) -> Iterator[Document]:
    return (d for d in view.documents() if not d.provisional and (d.code or d.name or d.title))


def _kind(document: Document) -> str:
    kind = type_of(document)
    if kind.startswith(_DRAFTS):
        return "bill"
    return "law" if kind in _LAWS or is_normative(document) else "paper"


def _title(document: Document) -> str:
    """``Luật Đất đai``; ``Nghị định 30/2020/NĐ-CP về công tác văn thư``."""
    named = document.name or " ".join(filter(None, (document.type or "Văn bản", document.code)))
    title = _one(document.title or "")
    about = title[:1].lower() + title[1:] if title and not title.isupper() else title
    return _one(named if document.name or not about else f"{named} {about}")


def _body(document: Document) -> str:
    issuer, place = document.issuer or "", document.place or ""
    return _one(f"{issuer} {place}" if place and place not in issuer else issuer)


def _tags(document: Document) -> Iterator[str]:
    law = _kind(document) != "paper"
    date = document.date or ""
    fields = (
        ("ID", document.id),
        ("TI", _title(document)),
        ("AU", _body(document)),
        ("PY", date[:4]),
        ("DA", f"{date.replace('-', '/')}{'/' * (3 - date.count('-'))}" if date else ""),
        ("M1" if law else "SN", document.code or ""),
        ("M3", "" if law else document.type or ""),
        ("PB", "" if law else _body(document)),
        ("CY", document.place or ""),
        ("N1", f"Khóa {document.term}" if document.term else ""),
        ("LA", "vi"),
        ("AN", document.id),
    )
    return (f"{tag}  - {_one(value)}" for tag, value in fields if value)


def _item(document: Document) -> dict[str, Any]:
    body = _body(document)
    item: dict[str, Any] = {
        "id": document.id,
        "type": _KINDS[_kind(document)][1],
        "title": _title(document),
        "genre": document.type,
        "number": document.code,
        "authority": body,
        "author": [{"literal": body}] if body else None,
        "issued": {"date-parts": [[int(part) for part in document.date.split("-")]]} if document.date else None,
        "jurisdiction": "vn",
        "publisher-place": document.place,
        "language": "vi",
    }
    if document.name and document.code:
        item["title-short"] = document.name
    return {key: _one(value) if isinstance(value, str) else value for key, value in item.items() if value}


def _one(text: str) -> str:
    """`text` on one line, as UTF-8 can carry it."""
    return " ".join(clean(text).replace("\x00", "\ufffd").split())
