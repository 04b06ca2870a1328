"""The tables of what texts say, column by column: what a worker sends, what is checked, what is written.

A table that follows from one source alone (its key is the source and the number of the row in it) is a line here and a
function in `graph.store.record` that fills it; sending, checking, writing and taking back go by this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

# Kinds of columns: ``claim`` and ``issuer?`` are positions in the lists of the record, ``claims`` a list of positions;
# ``word`` is a string that the table of words keeps, ``pinpoint?`` and ``pinpoints?`` are positions in the record's
# lists of JSON texts, [[[unit, label], ...], words] and lists of such; ``int``, ``real`` and ``text`` are stored as
# they are, lists as JSON. A question mark: null is allowed.


@dataclass(frozen=True)
class Table:
    """`columns` are ``(name, kind)``, without ``source`` and ``ord`` that every table begins with."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the columns."""
        return tuple(kind for _, kind in self.columns)

    @cached_property
    def insert(self) -> str:
        """The statement that stores a row."""
        names = ("source", "ord", *(name for name, _ in self.columns))
        listed = ", ".join(f'"{name}"' for name in names)
        return f"INSERT INTO {self.name} ({listed}) VALUES ({', '.join('?' * len(names))})"


def _table(name: str, columns: str) -> Table:
    pairs = [column.split(":") for column in columns.split()]
    return Table(name, tuple((column, kind) for column, kind in pairs))


TABLES = (
    _table(
        "mention",
        "claim:claim start:int end:int text:text? pinpoints:pinpoints? rule:word confidence:real provision:pinpoint?",
    ),
    _table(
        "relation",
        "subject:claim predicate:word object:claim? issuer:issuer? partial:int pinpoints:pinpoints? start:int end:int"
        " text:text? cue:text? cue_start:int cue_end:int rule:word confidence:real"
        " provision:pinpoint?",
    ),
    _table(
        "effect",
        "claim:claim kind:word date:text? provisions:pinpoints? by:claim? basis:word days:int start:int end:int"
        " text:text? cue:text? cue_start:int cue_end:int rule:word confidence:real",
    ),
    _table("finding", "kind:text message:text claims:claims start:int end:int text:text?"),
)


def _places() -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for table in TABLES:
        for number, kind in enumerate(table.kinds):
            found[kind] = (*found.get(kind, ()), (table.name, number))
    return found


# Kind -> the tables and numbers of the columns that are of it.
PLACES = _places()
