"""The folded words by which documents are found: with or without diacritics, by number, name, title, issuer."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.normalise import fold

_WORD = re.compile(r"[a-z0-9]+")
# Where all the words of a query may stand together; the first place that has them counts. FTS5's own bm25 is no help:
# the table keeps neither the words of a row nor where in a column they stand, and every row gets the same rank.
IN_COLUMNS = ("name", "number", "title")
SHARES = (0.75, 0.4, 0.2)  # of a name or title that the words are: they stand near, less near …
IN_NUMBER, FAR = 1, len(SHARES) + 1


class Words(NamedTuple):
    """The columns of the search table."""

    number: str
    name: str
    title: str
    issuer: str


_often = lru_cache(maxsize=4096)(fold)  # types and issuers are few


def words_of(
    *,
    type: str | None,
    code: str | None,
    name: str | None,
    date: str | None,
    title: str | None,
    issuer: str | None,
    place: str | None,
) -> Words:
    """What a document is found by: ``Nghị quyết``, ``18-NQ/TW``, 2017-10-25 -> "nghi quyet so 18 nq tw ngay 25 10
    2017"."""
    code_words = fold(code or "")
    digits = re.match(r"0*(\d+)", code_words)
    number = [_often(type or ""), "so" if digits else "", code_words]
    if digits and digits.group() != digits[1]:
        number.append(digits[1])  # 04/2015 is also looked for as 4/2015
    elif digits and len(digits[1]) == 1:
        number.append(f"0{digits[1]}")
    if date:
        parts = list(reversed(date.split("-")))
        number += ["ngay", *parts, *(part.lstrip("0") for part in parts if part.startswith("0"))]
    return Words(
        " ".join(filter(None, number)), fold(name or ""), fold(title or ""), _often(f"{issuer or ''} {place or ''}")
    )


def query_of(text: str) -> str | None:
    """The FTS5 query for what a person typed: every word, the last one as a beginning; None where there is no word."""
    found = _WORD.findall(fold(text))
    if not found:
        return None
    quoted = [f'"{word}"' for word in found]
    if len(found[-1]) > 1 and not found[-1].isdigit():
        quoted[-1] += "*"
    return " AND ".join(quoted)


def in_column(column: str, query: str) -> str:
    """The same query for words that all stand in one column."""
    return f"{{{column}}} : ({query})"


def terms_of(query: str) -> list[str]:
    """The words of a query, each a query of its own."""
    return query.split(" AND ")


def count_of(query: str) -> int:
    """How many words a query has."""
    return query.count('"') // 2


def nearnesses(query: str, most: int) -> Sequence[int]:
    """How near a name or title comes to the query, all of whose words it has, by the number of its words up to `most`:
    0 where it has hardly more than they, the number of `SHARES` where they are lost in it."""
    return _nearnesses(count_of(query), most)


@lru_cache(64)
def _nearnesses(count: int, most: int) -> Sequence[int]:
    """Each search asks for these."""
    return bytes(
        next((at for at, share in enumerate(SHARES) if count >= share * length), len(SHARES))
        for length in range(most + 1)
    )


def insert_words(connection: sqlite3.Connection, document: int, words: Words) -> None:
    """Make a document findable."""
    insert_all_words(connection, [(document, words)])


def insert_all_words(connection: sqlite3.Connection, documents: Iterable[tuple[int, Words]]) -> None:
    """Make documents findable."""
    insert = "INSERT INTO search (rowid, number, name, title, issuer) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(insert, ((document, *words) for document, words in documents))


def delete_words(connection: sqlite3.Connection, document: int, words: Words) -> None:
    """Undo `insert_words`: the table keeps no words of its own, so the same ones have to be given."""
    connection.execute(
        "INSERT INTO search (search, rowid, number, name, title, issuer) VALUES ('delete', ?, ?, ?, ?, ?)",
        (document, *words),
    )
