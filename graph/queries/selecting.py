"""Which documents are meant: of these types, issued by these bodies, in this time; and whether one counts on a day.

The one home of the filters: the command, Python and the service make a `Selection` of what was typed and hand it to
the questions, which leave out what it does not keep. It is a condition in SQL, so that no question reads what it drops.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.errors import LuocdoError
from graph.model import Document, Issuer
from graph.normalise import fold
from graph.queries.edges import issuers_named
from graph.queries.reference import type_words, types_named
from graph.store import rows

ENDED = ("not-yet", "replaced", "repealed", "expired")  # the states of what does not stand
_CHANGING = ("replaces", "repeals", "amends", "suspends", "extends", "corrects", "consolidates")
_PERIOD = re.compile(
    r"(?:(?:(?P<d>\d{1,2})[/.-])?(?P<m>\d{1,2})[/.-])?(?P<y>\d{4})"
    r"|(?P<y2>\d{4})-(?P<m2>\d{1,2})(?:-(?P<d2>\d{1,2}))?"
)
_ISSUED = (
    "EXISTS (SELECT 1 FROM meaning im CROSS JOIN relation ir ON ir.subject = im.claim"
    " CROSS JOIN issuer ii ON ii.key = ir.issuer WHERE im.document = {a}.key"
    " AND ii.id IN (SELECT value FROM json_each(:{a}_issuers)))"
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Documents of these types (names as the graph has them), of these issuers (ids), issued not before `since` and not
    after `until` (ISO, perhaps only a month or a year: the whole of it). None asks for nothing; where a day is asked
    for, a document without a date is left out."""

    types: tuple[str, ...] | None = None
    issuers: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None

    def __bool__(self) -> bool:
        return self != Selection()

    def where(self, alias: str) -> tuple[str, dict[str, str]]:
        """The condition on the document that a statement calls `alias`, and the values of its parameters."""
        parts, values = [], {}
        if self.types is not None:
            parts.append(f"{alias}.type IN (SELECT value FROM json_each(:{alias}_types))")
            values[f"{alias}_types"] = json.dumps(self.types)
        if self.issuers is not None:
            parts.append(_ISSUED.format(a=alias))
            values[f"{alias}_issuers"] = json.dumps(self.issuers)
        if self.since is not None:
            parts.append(f"{alias}.date >= substr(:{alias}_since, 1, length({alias}.date))")
            values[f"{alias}_since"] = self.since
        if self.until is not None:
            parts.append(f"substr({alias}.date, 1, length(:{alias}_until)) <= :{alias}_until")
            values[f"{alias}_until"] = self.until
        return " AND ".join(parts) or "1", values


EVERYTHING = Selection()


def select(
    connection: sqlite3.Connection,
    *,
    types: Iterable[str] = (),
    issuers: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> Selection:
    """A selection from what people type: types ("Kế hoạch", ``KH``), issuers ("UBND tỉnh Quảng Ngãi", or only "Quảng
    Ngãi": every body that all the words name), days (01/6/2025, 6/2025, 2025). LuocdoError for what means nothing."""
    kinds = [name for word in types for name in types_of(word)]
    bodies = [issuer.id for words in issuers for issuer in _bodies(connection, words)]
    names: tuple[str, ...] | None = None
    if kinds:
        stored = connection.execute("SELECT DISTINCT type FROM document WHERE type IS NOT NULL ORDER BY type")
        names = tuple(name for (name,) in stored if fold(name) in kinds)
    return Selection(
        names,
        tuple(sorted(set(bodies))) if bodies else None,
        None if since is None else period(since),
        None if until is None else period(until),
    )


def types_of(word: str) -> tuple[str, ...]:
    """The folded names of the types that a word may mean; LuocdoError, with the nearest words, for none."""
    found = types_named(word)
    if found:
        return found
    near = nearest(fold(word), type_words(), 0.75)
    hint = f"có thể là: {', '.join(near)}" if near else "ví dụ: Kế hoạch, KH, Nghị quyết, NQ"
    raise LuocdoError(f"không có loại văn bản “{word}” ({hint})")


def _bodies(connection: sqlite3.Connection, words: str) -> Sequence[Issuer]:
    found = issuers_named(connection, words)
    if found:
        return found
    stored = {fold(name): name for (name,) in connection.execute("SELECT DISTINCT name FROM issuer ORDER BY name")}
    near = [stored[key] for key in nearest(fold(words), stored, 0.6)]
    hint = f" (có thể là: {', '.join(near)})" if near else ""
    raise LuocdoError(f"không có cơ quan “{words}” trong đồ thị{hint}")


def nearest(word: str, known: Iterable[str], least: float) -> list[str]:
    """At most three of the known words that are most like this one (`difflib`'s measure, from `least` on)."""
    from difflib import get_close_matches  # slow to import, and only for those who mistyped

    return get_close_matches(word, sorted(known), n=3, cutoff=least)


def period(text: str) -> str:
    """A day, a month or a year that was typed, in ISO form; LuocdoError for anything else."""
    found = _PERIOD.fullmatch(text.strip())
    year, month, day = ("", "", "") if found is None else (
        found["y"] or found["y2"], found["m"] or found["m2"] or "", found["d"] or found["d2"] or ""
    )  # fmt: skip
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        raise LuocdoError(f"“{text}” không phải ngày, tháng hoặc năm (ví dụ: 01/6/2025, 6/2025, 2025)") from None
    return whole if day else whole[:7] if month else whole[:4]


def kept(connection: sqlite3.Connection, keys: Iterable[int], selection: Selection) -> set[int]:
    """Those of the documents (their keys) that the selection keeps."""
    condition, values = selection.where("d")
    query = f"SELECT d.key FROM json_each(:keys) CROSS JOIN document d ON d.key = value WHERE {condition}"
    return {key for (key,) in connection.execute(query, {**values, "keys": json.dumps(sorted(keys))})}


def selected(connection: sqlite3.Connection, selection: Selection) -> Iterator[Document]:
    """The documents that the selection keeps, by date and id."""
    condition, values = selection.where("d")
    query = f"SELECT {rows.DOCUMENT} FROM document d WHERE {condition} ORDER BY coalesce(d.date, ''), d.id"
    return map(rows.document_of, connection.execute(query, values))


def speaks(state: str, predicate: str, inverse: bool) -> bool:
    """Whether a document in this state counts when a relation of its is asked for as of a day: it has taken effect, and
    still stands unless the question is what ended or changed what (a decree that is replaced today has replaced another
    one before). `inverse`: the document is the object of the relation."""
    return state != "not-yet" and (predicate in _CHANGING or inverse or state not in ENDED)
