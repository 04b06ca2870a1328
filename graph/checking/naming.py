"""Documents, days and provisions as messages say them, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph import labels
from graph.domain import Act, IssuingBody, acts_by_code
from graph.model import Document, Pinpoint

Pair = tuple[str, str]
_LONGEST = 160
_SHORT = 70


def named(document: Document) -> Pair:
    """A document: its name or its type and number. An act whose number the table gives to one of another name (a law of
    eight names that a text calls by the last of them) is told by type and number."""
    known = acts_by_code(document.code or "")
    if document.name and len(known) == 1 and known[0].name != document.name:
        document = replace(document, name=None)
    return labels.document(document, "vi"), labels.document(document, "en")


def dated(document: Document) -> Pair:
    """A document with its day, where it is known."""
    vi, en = named(document)
    return (f"{vi} ({day(document.date)})", f"{en} ({day(document.date)})") if document.date else (vi, en)


def act(of: Act) -> str:
    """An act of the table: ``Luật Đất đai số 31/2024/QH15 (18/01/2024)``."""
    said = of.name + (f" số {of.code}" if of.code else f" năm {of.year}" if of.year else "")
    return f"{said} ({day(of.date)})" if of.date else said


def in_force(of: Act) -> Pair:
    """An act of the table with the day on which it took effect, where that is known."""
    if not of.in_force:
        return act(of), act(of)
    return f"{act(of)}, có hiệu lực từ {day(of.in_force)}", f"{act(of)}, in force since {day(of.in_force)}"


def body(of: IssuingBody) -> Pair:
    """A body of the tables."""
    return of.name, of.english or of.name


def kind(name: str | None) -> Pair:
    """A type of document."""
    return name or "", labels.document_type(name, "en") if name else ""


def day(date: str | None) -> str:
    """``2017-10-25`` as people write it: ``25/10/2017``."""
    return "/".join(reversed((date or "").split("-")))


def part(of: Pinpoint) -> Pair:
    """A provision: ``khoản 2 Điều 5``."""
    return labels.part(of, "vi"), labels.part(of, "en")


def cut(text: str, about: Iterable[str | None] = ()) -> str:
    """A title or sentence on one line, not too long: of a long one the stretch around the first of `about` that stands
    in it, else its beginning."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    for words in filter(None, about):
        at = line.find(" ".join(words.split()))
        if at + len(words) > _LONGEST:
            first = line.find(" ", max(0, at + len(words) - _LONGEST * 3 // 4))
            end = line[: first + _LONGEST].rfind(" ") if first + _LONGEST < len(line) else len(line)
            return f"… {line[first + 1 : end]}" + (" …" if end < len(line) else "")
        if at >= 0:
            break
    return line[:_LONGEST].rpartition(" ")[0] + " …"


def short(pair: Pair) -> Pair:
    """What a list names, not too long."""
    vi, en = (w if len(w) <= _SHORT else w[:_SHORT].rpartition(" ")[0] + " …" for w in pair)
    return vi, en


def since(date: str | None) -> Pair:
    """`` từ 01/7/2025``, or nothing."""
    return (f" từ {day(date)}", f" since {day(date)}") if date else ("", "")


def listed(pairs: list[Pair], most: int = 3) -> Pair:
    """Several names in one: at most `most`, then how many more."""
    more = f" (+{len(pairs) - most})" if len(pairs) > most else ""
    return ", ".join(vi for vi, _ in pairs[:most]) + more, ", ".join(en for _, en in pairs[:most]) + more


def joined(*parts: Pair | str) -> Pair:
    """Words one after the other."""
    vi = "".join(p if isinstance(p, str) else p[0] for p in parts)
    return vi, "".join(p if isinstance(p, str) else p[1] for p in parts)
