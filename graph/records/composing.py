"""A row of a register as a text: head, title and lists, so that its facts are read and shown like any document's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.domain.acts import acts_by_name
from graph.domain.document_types import type_by_name, types_by_code
from graph.records.profiles import Heading, Profile

# A number with a symbol all in lower case, as registers that fold their titles have it: "3652/byt-dp", "18-nq/tw"
_LOWER_SYMBOL = re.compile(r"(?<![\w/-])\d{1,5}(?:/(?:19|20)\d\d)?\s?[/-]\s?[a-zđ&]+(?:[/-][a-zđ&]+\d{0,2})*(?![\w])")
_ABOUT = re.compile(r"^(?:v/v|về việc)\s+", re.IGNORECASE)
_ACT = re.compile(r"(?:bộ luật|luật|pháp lệnh|hiến pháp)\s", re.IGNORECASE)
_LONGEST_NAME = 120  # characters of an act's name; longer ones are titles
_CIRCULAR = "Công văn"
_FIRST_YEAR = 1945


@dataclass(frozen=True, slots=True)
class Item:
    """A listed document: its line is ``text[start:end]``, the citation in it begins at `start` + 2."""

    heading: Heading
    heading_start: int
    number: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that names other documents: its words are ``text[start:end]``. `heading` says what they are to the row's
    document; None where the words themselves do (the reason why it ended)."""

    heading: Heading | None
    head: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """The text of one row and where its parts stand; `head_end` is behind the title."""

    text: str
    number: str
    title: str
    head_end: int
    items: tuple[Item, ...]
    cells: tuple[Cell, ...] = ()
    partial: bool = False  # only a part of the document has ended


def compose(
    row: Mapping[str, Any],
    profile: Profile,
    cells: Iterable[tuple[Heading | None, str, str]] = (),
    notes: Iterable[tuple[str, str]] = (),
) -> Record | None:
    """The row as a text; None where it has neither number nor title. `cells` name other documents: what they are to it,
    the head of the column, the words; `notes` are other cells, whose words are not said of it.

    The head is that of a document of its type, without the national title: issuer, ``Số: …``, place and date, type,
    title. Below it the lists, a line for each document."""
    number = _clean(profile.column(row, "number"))
    title = _clean(profile.column(row, "title"))
    if not number or not (title or profile.bare):
        return None
    if profile.lower_case:
        title = _LOWER_SYMBOL.sub(lambda match: match.group().upper(), title)
    kind = _type(profile.column(row, "type"), number)
    issuer = profile.column(row, "issuer") or profile.issuer_of(number)
    seat = profile.column(row, "place") or profile.seat
    date = parse_date(profile.column(row, "date"), profile.dates)
    if date is None and issuer:  # no day will name the place: the line of the body does, as heads in capitals do
        near = profile.column(row, "place")
        issuer = f"{issuer} {near}".upper() if near and near.lower() not in issuer.lower() else issuer.upper()
    head = [issuer] if issuer else []
    head.append(f"Số: {number}")
    if date is not None:
        head.append(f"{seat + ', ' if seat else ''}ngày {date.day:02} tháng {date.month:02} năm {date.year}")
    head.append(
        f"V/v {_ABOUT.sub('', title)}" if kind == _CIRCULAR else f"{kind.upper()}\n\n{_without_type(title, kind)}"
    )
    text = "\n\n".join(head) + "\n"
    head_end = len(text)
    labels = (("Ngày có hiệu lực", "effective"), ("Ngày hết hiệu lực", "ended"), ("Tình trạng", "status"))
    for label, name in labels:
        value = _clean(profile.column(row, name))
        if _is_empty_date(value, profile.dates):
            continue
        text += f"\n{label}: {value}\n" if value else ""
    items: list[Item] = []
    for heading in profile.headings:
        found = _listed(row, heading, profile)
        if found:
            text += "\n"
            place = len(text)
            text += f"{heading.name}:\n"
        for listed, citation, listed_title in found:
            line = f"- {citation} {listed_title}".rstrip()
            items.append(Item(heading, place, listed, listed_title, len(text), len(text) + len(line)))
            text += f"{line}\n"
    standing: list[Cell] = []
    for cell_heading, column, words in cells:
        text += f"\n{column}: "
        standing.append(Cell(cell_heading, column, len(text), len(text) + len(words)))
        text += f"{words}\n"
    text += "".join(f"\n{column}: {_clean(words)}\n" for column, words in notes)
    partial = "một phần" in profile.column(row, "status").lower()
    return Record(text, number, title, head_end, tuple(items), tuple(standing), partial)


def _without_type(title: str, kind: str) -> str:
    """A title below its type, which registers say again: "Luật Hộ tịch" is "Hộ tịch" below LUẬT. One that is a name
    only with it ("Luật sư": Luật Luật sư) is left."""
    rest = title[len(kind) + 1 :].strip()
    if not title.lower().startswith(f"{kind.lower()} ") or not rest or acts_by_name(f"{kind} {title}"):
        return title
    return rest


def parse_date(text: str, pattern: str) -> datetime | None:
    """A date as the register writes it; None where it is no date, or one that only stands for none."""
    return None if _is_empty_date(text, pattern) else _date(text, pattern)


def _is_empty_date(text: str, pattern: str) -> bool:
    """Whether it is the date that a database writes where it has none (01/01/1900, 01/01/0001): no document of the
    Democratic Republic is older than September 1945."""
    found = _date(text, pattern)
    return found is not None and found.year < _FIRST_YEAR


def _date(text: str, pattern: str) -> datetime | None:
    try:
        return datetime.strptime(text, pattern)
    except ValueError:
        return None


def _type(name: str, number: str) -> str:
    """The document type: as the row names it, else by the symbol; a symbol without one is an official letter's."""
    known = type_by_name(name) if name else None
    if known is not None:
        return known.name
    if name:
        return name
    symbol = re.sub(r"^\s*\d+[a-zđ]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/-]\s*", "", number)
    kinds = types_by_code(re.split(r"[/-]", symbol)[0].strip()) if symbol else ()
    return kinds[0].name if kinds else _CIRCULAR


def _listed(row: Mapping[str, Any], heading: Heading, profile: Profile) -> list[tuple[str, str, str]]:
    """(number, citation, title) of the documents under a heading."""
    lists = row.get(profile.lists.get("column", ""))
    under = lists.get(heading.name) if isinstance(lists, Mapping) else None
    if isinstance(under, Mapping):
        under = under.get(profile.lists.get("text", ""))
    if not isinstance(under, str) or profile.item is None:
        return []
    text = _clean(under)
    marks = list(profile.item.finditer(text))
    found = []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        title = text[mark.end() : end].strip()
        found.append((mark["number"], *_citation(mark["citation"], mark["number"], title)))
    return found


def _citation(citation: str, number: str, title: str) -> tuple[str, str]:
    """The citation as it is written elsewhere, and the rest of the title: an act is cited by its name
    (``Luật số 56/2010/QH12 luật Thanh tra.`` -> ``Luật Thanh tra số 56/2010/QH12``)."""
    named = _ACT.match(title)
    if named is not None and citation.lower().startswith(("luật", "bộ luật", "pháp lệnh", "hiến pháp")):
        name = title.rstrip(".; ")
        if len(name) < _LONGEST_NAME and "số" not in name:
            return f"{name[0].upper()}{name[1:]} số {number}", ""
    return citation, title


def _clean(text: str) -> str:
    """NFC, blanks collapsed: what is composed here is the text that offsets point into."""
    return " ".join(unicodedata.normalize("NFC", text).split())
