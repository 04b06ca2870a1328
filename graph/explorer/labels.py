"""What documents and sources are called on the page, and names that only it uses (the others: `graph.labels`)."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import PurePosixPath, PureWindowsPath

from graph.model import Document

# family of authority -> (vi, en); the order is that of the legend
FAMILIES: dict[str, tuple[str, str]] = {
    "party": ("Văn bản của Đảng", "Party documents"),
    "legislature": ("Quốc hội, Chủ tịch nước", "Legislature and President"),
    "government": ("Chính phủ, Thủ tướng", "Government, Prime Minister"),
    "ministry": ("Bộ, ngành trung ương", "Ministries, central agencies"),
    "province": ("HĐND, UBND tỉnh", "Provincial council and committee"),
    "department": ("Sở, ngành, đơn vị", "Departments, units"),
    "local": ("Cấp huyện, cấp xã", "Districts and communes"),
    "front": ("Mặt trận, đoàn thể", "Front and mass organisations"),
    "unknown": ("Chưa rõ cơ quan", "Issuer unknown"),
    "issuer": ("Cơ quan ban hành", "Issuing bodies"),
}

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def short_date(date: str | None) -> str:
    """``2017-10-25`` -> ``25/10/2017``, ``2017-10`` -> ``10/2017``; anything else as it is."""
    match = _DATE.fullmatch(date or "")
    return "/".join(part for part in reversed(match.groups()) if part) if match else date or ""


def naming(document: Document) -> str:
    """What a document is called: its number, else its name, else its type and title, else its identifier."""
    if document.code and not document.code.isdigit():
        return document.code
    if document.code:  # a bare number says nothing without its type
        return " ".join(part for part in (document.type, document.code) if part)
    if document.name:
        return document.name
    words = " ".join(part for part in (document.type, document.title) if part)
    return words or document.id


def short_names(names: list[str]) -> list[str]:
    """Names of sources as the page shows them: of files read by their whole path only what follows the folder around
    them all, so that a page handed on says nothing of the disk it was made on."""
    parts = [PureWindowsPath(name) if "\\" in name else PurePosixPath(name) for name in names]
    if not parts or not all(part.is_absolute() for part in parts):
        return names
    shared = parts[0].parent.parts
    for part in parts:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(shared, part.parent.parts, strict=False))
        shared = tuple(folder for folder, _ in same)
    # The innermost shared folder stays: it names the collection.
    return ["/".join(part.parts[max(len(shared) - 1, 1) :]) for part in parts]
