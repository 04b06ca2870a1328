"""What a box says and how wide it is, and the names that only this page uses (the others are in `graph.labels`)."""

from __future__ import annotations

import re
from itertools import takewhile
from math import ceil
from pathlib import PurePosixPath, PureWindowsPath

from graph.model import Document, Issuer

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

LINE_LENGTH = 22  # characters of a line in a box; longer names wrap once, then end in …
MARGIN = 20  # pixels of both margins together
NARROWEST, WIDEST = 86, 232
NARROW, LOWER, DIGIT, CAPITAL = 5.0, 7.3, 7.6, 9.2  # pixels of characters, 12.5 px semibold
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def short_date(date: str | None) -> str:
    """``2017-10-25`` -> ``25/10/2017``, ``2017-10`` -> ``10/2017``; anything else as it is."""
    match = _DATE.fullmatch(date or "")
    return "/".join(part for part in reversed(match.groups()) if part) if match else date or ""


def _wrap(words: str) -> tuple[str, str]:
    """`words` on at most two lines."""
    first: list[str] = []
    rest = words.split()
    while rest and len(" ".join([*first, rest[0]])) <= LINE_LENGTH:
        first.append(rest.pop(0))
    if not first and rest:
        head, rest[0] = rest[0][:LINE_LENGTH], rest[0][LINE_LENGTH:]
        first.append(head)
    return " ".join(first), _shorten(rest)


def _shorten(words: list[str]) -> str:
    """`words` on one line; what is too long keeps its last words too, which tell names of one kind apart (lần thứ XIX,
    lần thứ XX)."""
    line = " ".join(words)
    if len(line) <= LINE_LENGTH:
        return line
    tail = ""
    for word in reversed(words):
        if len(word) + len(tail) >= LINE_LENGTH // 2:
            break
        tail = f" {word}{tail}"
    head = line[: LINE_LENGTH - 2 - len(tail)] if tail else line[: LINE_LENGTH - 1]
    return (head.rsplit(" ", 1)[0] if tail else head.rstrip()) + " …"[not tail :] + tail


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


def box_lines(document: Document) -> tuple[str, str]:
    """The two lines of a document's box: number and date; a name may take both lines if there is no date."""
    first, second = (naming(document), "") if document.code else _wrap(naming(document))
    if document.date:
        if second:
            first = first[: LINE_LENGTH - 1].rstrip() + "…"
        second = short_date(document.date)
    elif document.code and document.type and first == document.code:
        second = document.type
    return first, second


def issuer_lines(issuer: Issuer) -> tuple[str, str]:
    """The two lines of an issuer's ellipse."""
    first, second = _wrap(issuer.name)
    return first, second or issuer.place or ""


def _pixels(line: str) -> float:
    """About how wide `line` is drawn."""
    return sum(
        NARROW if c in " .,;:-/()|'\"ilIjtf" else CAPITAL if c.isupper() else DIGIT if c.isdigit() else LOWER
        for c in line
    )


def box_width(lines: tuple[str, str], *, issuer: bool = False) -> int:
    """Pixels of a box for `lines`, an even number; an ellipse needs a little more."""
    width = max(map(_pixels, lines)) + MARGIN + (22 if issuer else 0)
    return 2 * ceil(min(max(width, NARROWEST), WIDEST) / 2)


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
