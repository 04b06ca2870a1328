"""From words to documents: every document that a reference may mean, and full-text search."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from graph.identity.codes import act_key, akin, code_key
from graph.model import Document
from graph.normalise import fold
from graph.queries.reference import Reference, read_reference
from graph.queries.selecting import EVERYTHING, Selection, kept
from graph.store import rows
from graph.store.ids import id_hash, key_of
from graph.store.words import FAR, IN_COLUMNS, IN_NUMBER, SHARES, count_of, in_column, query_of

_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_SELECT = f"SELECT {rows.DOCUMENT} FROM document d"
_PLACES = len(IN_COLUMNS) + 1


def resolve(connection: sqlite3.Connection, text: str) -> list[Document]:
    """Every document that `text` may mean, by id; empty if there is none. An id (also that of a description merged
    into a document) means that document, the name of a file that was read the document that it is. Incomplete documents
    are given only where no complete one is meant."""
    text = text.strip()
    by_id = _by_id(connection, text) or _by_file(connection, text)
    if by_id:
        return by_id
    reference = read_reference(text)
    if reference.code:
        found = _by_code(connection, reference.code)
    elif reference.number:
        found = _query(connection, "WHERE d.number = ?", reference.number)
    else:
        return _by_name(connection, text, reference)
    return _known(d for d in found if _agrees(d, reference))


def find(connection: sqlite3.Connection, text: str, limit: int = 20, keep: Selection = EVERYTHING) -> list[Document]:
    """At most `limit` documents with all these words that the selection keeps, the best first: the same number, then as
    `graph.queries.searching` orders them. Without words, but with a selection: all that it keeps, the newest first."""
    condition, values = keep.where("d")
    if not text.strip() and keep:
        newest = f"{_SELECT} WHERE {condition} ORDER BY d.date IS NULL, d.date DESC, d.id LIMIT :most"
        return list(map(rows.document_of, connection.execute(newest, {**values, "most": limit})))
    exact = resolve(connection, text) if any(c.isdigit() for c in text) else []
    if keep and exact:
        keys = {key_of(connection, d.id): d for d in exact}
        inside = kept(connection, [key for key in keys if key is not None], keep)
        exact = [d for key, d in keys.items() if key in inside]
    exact = exact[:limit]
    query = query_of(text)
    if query is None or len(exact) == limit:
        return exact
    places = (f"SELECT rowid AS hit, {at} AS best FROM search WHERE search MATCH :place{at}" for at in range(_PLACES))
    ranked = connection.execute(
        f"SELECT {rows.DOCUMENT} FROM (SELECT hit, min(best) AS best FROM ({' UNION ALL '.join(places)}) GROUP BY 1)"
        f" CROSS JOIN document d ON d.key = hit WHERE {condition} ORDER BY {_nearness(query)}, d.provisional, (SELECT"
        " sum(c.cited) FROM meaning m CROSS JOIN claim c ON c.key = m.claim WHERE m.document = d.key) DESC,"
        " d.date IS NULL, d.date DESC, d.id LIMIT :most",
        {**values, **_in_places(query), "most": limit + len(exact)},
    )
    known = {document.id for document in exact}
    return (exact + [d for d in map(rows.document_of, ranked) if d.id not in known])[:limit]


def _in_places(query: str) -> dict[str, str]:
    """The query for each column in which all its words may stand together, the last one for anywhere."""
    return {f"place{at}": in_column(column, query) for at, column in enumerate(IN_COLUMNS)} | {
        f"place{len(IN_COLUMNS)}": query
    }


def _nearness(query: str) -> str:
    """`graph.store.words.nearnesses` in SQL, `best` being the first place that has the words."""

    def share_of(column: str) -> str:
        length = f"length(d.{column}) - length(replace(d.{column}, ' ', '')) + 1"
        steps = (f" WHEN {count_of(query)} >= {share} * ({length}) THEN {at}" for at, share in enumerate(SHARES))
        return f"CASE{''.join(steps)} ELSE {len(SHARES)} END"

    steps = (
        f" WHEN {at} THEN {IN_NUMBER if column == 'number' else share_of(column)}"
        for at, column in enumerate(IN_COLUMNS)
    )
    return f"CASE best{''.join(steps)} ELSE {FAR} END"


def by_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Document]:
    """The documents with these ids, those that there are."""
    found: dict[str, Document] = {}
    listed = sorted(set(ids))
    for at in range(0, len(listed), 500):
        part = listed[at : at + 500]
        query = f"{_SELECT} WHERE d.id_hash IN ({', '.join('?' * len(part))})"
        found.update((row[0], rows.document_of(row)) for row in connection.execute(query, list(map(id_hash, part))))
    return found


def by_codes(connection: sqlite3.Connection, keys: Iterable[str]) -> list[Document]:
    """The documents whose numbers have these lookup keys (`graph.identity.codes.code_key`), by id."""
    return _in(connection, "code_key", keys)


def by_days(connection: sqlite3.Connection, days: Iterable[str]) -> list[Document]:
    """The documents issued on these days (ISO), by id. No index helps: one pass over the documents."""
    return _in(connection, "date", days)


def _in(connection: sqlite3.Connection, column: str, values: Iterable[str]) -> list[Document]:
    listed = sorted(set(values))
    found: dict[str, Document] = {}
    for at in range(0, len(listed), 500):
        part = listed[at : at + 500]
        query = f"{_SELECT} WHERE d.{column} IN ({', '.join('?' * len(part))})"
        found.update((row[0], rows.document_of(row)) for row in connection.execute(query, part))
    return [found[id] for id in sorted(found)]


def _query(connection: sqlite3.Connection, where: str, *values: object) -> list[Document]:
    return list(map(rows.document_of, connection.execute(f"{_SELECT} {where} ORDER BY d.id", values)))


def _by_id(connection: sqlite3.Connection, text: str) -> list[Document]:
    found = _query(connection, "WHERE d.id_hash = ?", id_hash(text))
    if not found:
        merged = "SELECT m.document FROM claim c CROSS JOIN meaning m ON m.claim = c.key WHERE c.id_hash = ?"
        found = _query(connection, f"WHERE d.key IN ({merged})", id_hash(text))
    return found


def _by_file(connection: sqlite3.Connection, text: str) -> list[Document]:
    """The document that a text is, by the name of its source or the last part of it; empty where no source is called
    so."""
    if _FILE.search(text) is None:
        return []
    name = text.replace("\\", "/").removeprefix("./")
    own = (
        "WHERE d.key IN (SELECT c.document FROM source f CROSS JOIN assertion a ON a.source = f.key AND a.own = 1"
        " CROSS JOIN meaning c ON c.claim = a.claim WHERE f.name = ?1 OR f.name = ?2 OR f.name LIKE ?3 ESCAPE '!')"
    )
    last = name.rsplit("/", 1)[-1]
    literal = last.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return _query(connection, own, text, name, f"%/{literal}") or _query(connection, own, last, last, literal)


def _by_code(connection: sqlite3.Connection, code: str) -> list[Document]:
    """Documents of this code; else those whose code is the same without its separators (``57-NQTW`` for 57-NQ/TW), or
    of whose code these are parts (``83/KH`` for 83/KH-UBND)."""
    exact = _query(connection, "WHERE d.code_key = ?", code)
    if exact:
        return exact
    number, *pieces = code.split("-")
    numbered = [d for d in _query(connection, "WHERE d.number = ?", number) if d.code]
    joined = [d for d in numbered if "".join(_key_pieces(d.code or "")) == "".join(pieces)]
    return joined or [d for d in numbered if set(pieces) <= set(_key_pieces(d.code or ""))]


def _key_pieces(code: str) -> list[str]:
    return code_key(code).split("-")[1:]


def _by_name(connection: sqlite3.Connection, text: str, reference: Reference) -> list[Document]:
    """Documents that bear a name; else those with all the words in their name, title and issuer."""
    query = query_of(" ".join([*(reference.types[:1] if len(reference.types) == 1 else ()), *reference.words]))
    if query is None:
        return []
    # The condition on the year or term comes after the search, which may not know them as words.
    hits = [
        document
        for document in map(
            rows.document_of,
            connection.execute(
                f"{_SELECT} WHERE d.key IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY d.id", (query,)
            ),
        )
        if _agrees(document, reference)
    ]
    wanted = fold(text)
    named = [d for d in hits if d.name and wanted == fold(d.name)]
    if not named:
        named = [d for d in hits if d.name and act_key(text) == act_key(d.name)]
    return _known(named or hits)


def _agrees(document: Document, reference: Reference) -> bool:
    """Whether nothing said speaks against the document."""
    kind = fold(document.type or "")
    if reference.types and kind and not any(akin(name, kind) for name in reference.types):
        return False
    if reference.date and not _dated(document, reference.date):
        return False
    if reference.term and document.term and document.term.upper() != reference.term:
        return False
    text = fold(" ".join(filter(None, (document.code, document.name, document.title, document.issuer, document.place))))
    pieces = set(text.replace("/", " ").replace("-", " ").replace(",", " ").split()) | set(kind.split())
    return all(_means(word, pieces) for word in reference.words)


_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ttg": "thu tuong",
    "bct": "bo chinh tri",
    "tw": "trung uong",
}


def _means(word: str, pieces: set[str]) -> bool:
    return word in pieces or (word in _SHORT and set(_SHORT[word].split()) <= pieces)


def _dated(document: Document, date: str) -> bool:
    if document.date:
        return document.date.startswith(date) or date.startswith(document.date)
    return f"/{date[:4]}/" in (document.code or f"/{date[:4]}/")


def _known(documents: Iterable[Document]) -> list[Document]:
    """The complete ones, or all if none is."""
    listed = list(documents)
    return [d for d in listed if not d.provisional] or listed
