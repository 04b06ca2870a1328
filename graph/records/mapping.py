"""A row of a table, its columns told by their heads, as the entry of a register: number, type, date, title, issuer,
what is said of its force, and the cells that name other documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from graph.domain.bodies import body_by_english, body_by_name
from graph.domain.document_types import type_by_english, type_by_name, types_by_code
from graph.domain.places import place_by_name
from graph.domain.register_heads import RELATIONS, SILENT, mapped, remarks, roles_of
from graph.domain.register_states import is_mark, state_of
from graph.domain.table import read_table, several
from graph.normalise import fold
from graph.records.days import DATE, day_in
from graph.records.profiles import COLUMNS, Heading, Profile

_NUMBER = re.compile(
    r"\d{1,5}[A-Za-zĐđ]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/-]\s*[^\W\d_][\w&.]*(?:\s?[-/]\s?[^\W\d_][\w&.]*)*", re.UNICODE
)
_BEFORE_NUMBER = re.compile(
    r"(?:\d{1,3}[.)]\s)?\W*(?:[^\W\d]+\.?\s+){0,5}?(?:số|so)?\s*:?\s*\W*", re.IGNORECASE
)  # "Quyết định số"
_ALONE = re.compile(r"\s*(?:số:?\s*)?(\d{1,5}[A-Za-zĐđ]?)\s*(?:/\s*((?:19|20)\d\d))?\s*", re.IGNORECASE)
_TYPE_CODE = re.compile(r"\d+[A-Za-zĐđ]?(?:/(?:19|20)\d\d)?([/-])([^/-]+)")  # symbols of the Party begin with "-"
_LEAST_NOTE = 10  # characters of a cell that may name a document by its name
_LEADING = " \t\n;:,.–-/"
_LONGEST_TYPE = 5  # words
_BY_SYMBOL = (("HĐND", "Hội đồng nhân dân"), ("UBND", "Ủy ban nhân dân"))
_PLACE = re.compile(r"\b(tỉnh|thành phố|tp\.?)\s+((?:[^\W\d_]+[ \-–]*){1,5})", re.IGNORECASE)
_OF_PLACES = ("of", "the", "province", "city")
_PARTLY = "het hieu luc mot phan"
_ENDED = "het hieu luc"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `values` by the names of `graph.records.profiles.COLUMNS`; `cells` are those that name other
    documents: (heading, head, words); where the heading is None, the words in front of each say what it is. `notes` are
    those that no role has (head, words): what they say is not said of the entry."""

    values: Mapping[str, str]
    cells: tuple[tuple[Heading | None, str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@lru_cache(256)
def columns_of(heads: tuple[str, ...]) -> dict[str, int]:
    """Role -> column of these heads (`graph.domain.register_heads.mapped`)."""
    return mapped(heads)


def by_heads(title: str = "") -> Profile:
    """The profile of an `Entry`: its columns have their own names, its dates are ISO. The date of a head stands behind
    a place; where the register names none, that is the country."""
    return Profile("heads", title, {name: name for name in COLUMNS}, dates="%Y-%m-%d", seat="Việt Nam", bare=True)


def entry_of(row: Mapping[str, Any], columns: Mapping[str, str], caption: str = "") -> Entry | None:
    """The entry that a row makes; `columns` is role -> head. None where it has no number of a document."""

    def cell(role: str) -> str:
        head = columns.get(role)
        value = row.get(head) if head is not None else None
        return " ".join(str(value).split()) if value is not None and not isinstance(value, dict | list) else ""

    number, rest = _number(cell("number")) if "number" in columns else _joined(cell("count"), cell("symbol"))
    if not number and "symbol" in columns:
        number, rest = _joined(cell("number"), cell("symbol"))
    if not number:
        return None
    together = columns.get("number")
    day = day_in(rest) if columns.get("date") == together and together else day_in(cell("date"))
    title = cell("title")
    if together and columns.get("title") == together:
        found = DATE.search(rest)
        title = rest[found.end() :] if found else rest
    kind = cell("type")
    if columns.get("type") is not None and columns.get("type") == columns.get("title"):
        kind, title = _type_and_title(title)
    elif kind and type_by_name(kind) is None:
        english = type_by_english(kind)
        known = english.name if english is not None else _type_and_title(kind)[0]
        kind = known or ("" if len(kind.split()) > _LONGEST_TYPE or _types(number) else kind)
    elif not kind and title:
        kind = _type_and_title(title)[0]
        kind = "" if _types(number) and kind not in _types(number) else kind  # "Quy định …" issued by a Quyết định
    values = {"number": number, "type": kind, "title": title.strip(_LEADING), "date": day, "place": cell("place")}
    values["issuer"] = _vietnamese(cell("issuer")) or _issuer(number, caption)
    values["place"] = values["place"] or _seat(values["issuer"], caption)
    values.update(_force(cell, columns, caption, _marked(row, columns)))
    cells = list(_cells(cell, columns))
    notes = []
    for head, words in _notes(row, columns, cell("status")):
        remark, rest = _remark(head, words)
        cells.extend(remark)
        notes.extend([(head, rest)] if rest else [])
    if together not in (columns.get("date"), columns.get("title")) and together and _NUMBER.search(rest):
        notes.insert(0, (together, rest.strip(_LEADING)))  # a second number in the cell
    return Entry({key: value for key, value in values.items() if value}, tuple(cells), tuple(notes))


def _joined(count: str, symbol: str) -> tuple[str, str]:
    """A number whose count and symbol have columns of their own: "83", "KH-UBND"."""
    found = _ALONE.fullmatch(count)
    symbol = symbol.strip(" /-")
    if found is None or not symbol or not symbol[0].isalpha():
        return _number(symbol) if _NUMBER.search(symbol) else _number(count)
    sign = "-" if re.fullmatch(r"[A-ZĐ]{2,3}/\S*(?:TU|TW|ĐU|ĐUK|HU)\S*", symbol) else "/"
    year = f"/{found[2]}" if found[2] else ""
    return f"{found[1]}{year}{sign}{symbol}", ""


def _number(text: str) -> tuple[str, str]:
    """The number that a cell begins with, and what stands behind it."""
    found = _NUMBER.search(text)
    if found is None or not _BEFORE_NUMBER.fullmatch(text[: found.start()]):
        return "", ""
    return re.sub(r"\s*([/-])\s*", r"\1", found[0]).strip(), text[found.end() :]


def _type_and_title(text: str) -> tuple[str, str]:
    """ "Kế hoạch triển khai …": the type that a title begins with, and the rest; "V/v …" is an official letter."""
    words = text.split()
    for count in range(min(_LONGEST_TYPE, len(words)), 0, -1):
        known = type_by_name(" ".join(words[:count]).strip(_LEADING))
        if known is not None and words[0][0].isupper() and (count > 1 or len(words[0]) > 3):
            return known.name, " ".join(words[count:])
    return "", text


def _types(number: str) -> list[str]:
    """The types that the symbol of a number may mean. Of one that puts other papers into force (a decision, a circular)
    it is that: "Quy định …" is then the name of what it issues."""
    found = _TYPE_CODE.match(number)
    kinds = types_by_code(found[2], party=found[1] == "-") if found is not None else ()
    sure = found is not None and found[1] == "/" and kinds[:1] and kinds[0].family in ("law", "normative")
    return [kind.name for kind in (kinds[:1] if sure else kinds)]


@lru_cache(1024)
def _vietnamese(issuer: str) -> str:
    """An issuer that is named in English by its Vietnamese name: "Government", "People's Committee of An Giang", "An
    Giang People's Committee". Others as they are."""
    whole = body_by_english(issuer)
    if whole is not None:
        return whole.name
    words = [word for word in issuer.split() if word.lower() not in _OF_PLACES]
    for at in range(1, len(words)):
        for head, tail in ((words[:at], words[at:]), (words[at:], words[:at])):
            body, place = body_by_english(" ".join(head)), place_by_name(" ".join(tail))
            if body is not None and place is not None:
                return f"{body.name.removesuffix(' tỉnh')} {place.kind} {place.name}"
    return issuer


def _issuer(number: str, caption: str) -> str:
    """The council or committee that a symbol names, of the province that the caption of the table names."""
    for code, name in _BY_SYMBOL:
        if number.endswith((f"-{code}", f"/{code}")) or f"/{code}-" in number:
            place = _place(caption)
            return f"{name} {place}" if place else ""
    return ""


def _seat(issuer: str, caption: str) -> str:
    """The province of a body: as its name says, else that of the table, unless it is one of the whole country."""
    named = _place(issuer) or _last_place(issuer)
    if not named and issuer:
        body = body_by_name(issuer)
        named = "" if body is not None and body.level == "central" else _place(caption)
    return named.removeprefix("tỉnh ").removeprefix("thành phố ")


def _last_place(issuer: str) -> str:
    """The province that a name ends with: "Sở Nội vụ An Giang"."""
    words = issuer.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        known = place_by_name(" ".join(words[-count:]))
        if known is not None and words[-count][0].isupper():
            return known.name
    return ""


def _place(caption: str) -> str:
    for found in _PLACE.finditer(caption):
        words = found[2].split()
        for count in range(len(words), 0, -1):
            known = place_by_name(" ".join(words[:count]))
            if known is not None:
                return f"{known.kind} {known.name}"
    return ""


def _force(cell: Any, columns: Mapping[str, str], caption: str, marked: str) -> dict[str, str]:
    """What the row says of when its document takes effect and ends, in the words of a portal."""
    said: dict[str, str] = {}
    begin, state, end = cell("effective"), cell("status") or marked, cell("ended")
    state = state_of(state) or state
    if state and day_in(state) and not begin:
        begin, state = state, ""  # "Hiệu lực" over days
    if begin:
        day = day_in(begin)
        said["effective"] = _as_written(day) if day else begin
    if state:
        said["status"] = state
    if end or cell("reason") or _ENDED in fold(caption):
        partly = "part" in columns or _PARTLY in fold(caption.rpartition("\n")[2] or caption)
        if partly:
            said["status"] = "Hết hiệu lực một phần"
        elif day_in(end):
            said["ended"] = _as_written(day_in(end))
        elif not state and {"ended", "reason"} & columns.keys():
            said["status"] = "Hết hiệu lực"
    return said


def _marked(row: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    """The state whose column has a mark: "x" under "Hết hiệu lực". "" where none has, or several."""
    used = set(columns.values())
    found = {
        state_of(head)
        for head, value in row.items()
        if head not in used and isinstance(value, str) and is_mark(value) and state_of(head)
    }
    return (found.pop() or "") if len(found) == 1 else ""


def _as_written(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def _cells(cell: Any, columns: Mapping[str, str]) -> Any:
    """The cells that name other documents."""
    for role, (predicate, listed) in RELATIONS.items():
        if cell(role):
            yield Heading(columns[role], predicate, listed), columns[role], cell(role)
    if cell("reason"):
        yield None, columns["reason"], cell("reason")


def _remark(head: str, words: str) -> tuple[list[tuple[Heading, str, str]], str]:
    """A remark that begins with what its own column would be called: "Được thay thế bằng Quyết định …", as the cell of
    that column, as far as its first number and day; and what is left."""
    found = remarks().match(words)
    number = _NUMBER.search(words, found.end()) if found is not None else None
    if found is None or number is None or not _BEFORE_NUMBER.fullmatch(words[found.end() : number.start()]):
        return [], words
    day = DATE.search(words, number.end())
    end = day.end() if day is not None and day.start() - number.end() <= _LEAST_NOTE else number.end()
    predicate, listed = RELATIONS[str(found.lastgroup).replace("_", "-")]
    rest = words[end:].strip(_LEADING)
    return [(Heading(head, predicate, listed), head, words[:end])], rest if _NUMBER.search(rest) else ""


def _notes(row: Mapping[str, Any], columns: Mapping[str, str], status: str) -> Iterator[tuple[str, str]]:
    """The cells that may name a document and that no role has."""
    if remarks().match(status):
        yield columns["status"], status
    used = set(columns.values())
    for head, value in row.items():
        if head in used or not isinstance(value, str) or SILENT & set(roles_of(head)):
            continue
        words = " ".join(value.split())
        if _NUMBER.search(words) or (" " in words and len(words) >= _LEAST_NOTE):
            yield head, words


@cache
def _reasons() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = ((row["predicate"], several(row["words"])) for row in read_table("register_reasons"))
    return tuple((predicate, re.compile("|".join(map(re.escape, words)))) for predicate, words in rows)


def reason(words: str, at: int, head: str, partial: bool) -> Heading | None:
    """What a reason why a document ended says of the document named at offset `at`: by the nearest word in front."""
    lower = words.lower()
    nearest = max(
        ((found.start(), predicate) for predicate, pattern in _reasons() for found in pattern.finditer(lower, 0, at)),
        default=None,
    )
    if nearest is None:
        return None
    return replace(Heading(head, nearest[1], "subject"), partial=partial)
