"""Relations of one document or of one kind, and mentions, each with its evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.identity.joint import in_order
from graph.model import Document, Effect, Issuer, Mention, Relation
from graph.normalise import fold
from graph.store import rows
from graph.store.ids import key_of
from graph.store.texts import Texts

if TYPE_CHECKING:
    from graph.queries.selecting import Selection

_ENDS = (
    " CROSS JOIN word p ON p.key = r.predicate CROSS JOIN word rule ON rule.key = r.rule"
    " CROSS JOIN meaning sc ON sc.claim = r.subject CROSS JOIN document s ON s.key = sc.document"
    " LEFT JOIN meaning oc ON oc.claim = r.object LEFT JOIN document o ON o.key = oc.document"
    " LEFT JOIN issuer i ON i.key = r.issuer CROSS JOIN source f ON f.key = r.source"
)
_COLUMNS = f"s.id, p.name, coalesce(o.id, i.id), {rows.EVIDENCE}"
_WHOLE = "s.key IS NOT o.key AND coalesce(o.id, i.id) IS NOT NULL"
_ORDER = " ORDER BY s.id, 3, f.name, r.start, r.ord"


def relations_of(
    connection: sqlite3.Connection, texts: Texts, id: str, predicates: Sequence[str] | None = None
) -> list[Relation]:
    """Every relation (with one of these predicates) of which the document is subject or object, by predicate and
    ids."""
    kept = "" if predicates is None else f" AND p.name IN ({', '.join('?' * len(predicates))})"
    found: set[tuple[object, ...]] = set()
    for near in ("subject", "object"):
        query = (
            f"SELECT {_COLUMNS}, r.ord FROM meaning c CROSS JOIN relation r ON r.{near} = c.claim{_ENDS}"
            f" WHERE c.document = ? AND {_WHOLE}{kept}"
        )
        found.update(connection.execute(query, (key_of(connection, id), *(predicates or ()))))
    ordered = sorted(found, key=lambda r: (r[1], r[0], r[2], r[4], r[7], r[-1]))
    return [rows.relation_of(str(r[0]), str(r[1]), str(r[2]), r[3:-1], texts) for r in ordered]


def relations_of_kind(
    connection: sqlite3.Connection,
    texts: Texts,
    predicate: str,
    subjects: Selection | None = None,
    objects: Selection | None = None,
) -> Iterator[Relation]:
    """Every relation with this predicate between documents that the selections keep, by ids."""
    values: dict[str, str] = {"predicate": predicate}
    query = f"SELECT {_COLUMNS} FROM relation r{_ENDS} WHERE p.name = :predicate AND {_WHOLE}"
    for alias, selection in (("s", subjects), ("o", objects)):
        if selection:
            condition, given = selection.where(alias)
            query += f" AND {condition}"
            values |= given
    for row in connection.execute(query + _ORDER, values):
        yield rows.relation_of(row[0], row[1], row[2], row[3:], texts)


def mentions_of(connection: sqlite3.Connection, texts: Texts, id: str, limit: int | None = None) -> list[Mention]:
    """Where texts mention the document, by source and offset."""
    query = (
        f"SELECT {rows.MENTION} FROM meaning c CROSS JOIN mention m ON m.claim = c.claim"
        " CROSS JOIN word rule ON rule.key = m.rule CROSS JOIN source f ON f.key = m.source"
        " WHERE c.document = ? ORDER BY f.name, m.start, m.ord LIMIT ?"
    )
    found = connection.execute(query, (key_of(connection, id), -1 if limit is None else limit))
    return [rows.mention_of(id, row, texts) for row in found]


def effects_of(connection: sqlite3.Connection, texts: Texts, id: str) -> list[Effect]:
    """What texts say of when the document takes effect and ends, by source and offset."""
    query = (
        f"SELECT {rows.EFFECT} FROM meaning c CROSS JOIN effect e ON e.claim = c.claim{rows.EFFECT_ENDS}"
        " WHERE c.document = ? ORDER BY f.name, e.start, e.ord"
    )
    return [rows.effect_of(id, row, texts) for row in connection.execute(query, (key_of(connection, id),))]


def count_mentions(connection: sqlite3.Connection, id: str) -> tuple[int, int]:
    """How often the document is mentioned, and in how many sources."""
    query = (
        "SELECT count(*), count(DISTINCT m.source) FROM meaning c CROSS JOIN mention m ON m.claim = c.claim"
        " WHERE c.document = ?"
    )
    total, sources = connection.execute(query, (key_of(connection, id),)).fetchone()
    return int(total), int(sources)


def issuers_named(connection: sqlite3.Connection, text: str) -> list[Issuer]:
    """Issuers that `text` names, by id: the whole name (with or without its place), else all its words."""
    wanted = " ".join(fold(text).replace(",", " ").split())
    listed = [rows.issuer_of(row) for row in connection.execute(f"SELECT {rows.ISSUER} FROM issuer i ORDER BY i.id")]
    names = [(issuer, _forms(issuer)) for issuer in listed]
    exact = [issuer for issuer, forms in names if wanted in forms or text == issuer.id]
    words = set(wanted.split())
    return exact or [i for i, forms in names if words and any(words <= set(form.split()) for form in forms)]


def _forms(issuer: Issuer) -> set[str]:
    name, place, code = fold(issuer.name), fold(issuer.place or "").replace(",", " "), fold(issuer.code or "")
    short = name.replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
    forms = {name, short, code, f"{name} {place}", f"{short} {place}", f"{code} {place}"}
    return {" ".join(form.split()) for form in forms if form.strip()}


def issuer(connection: sqlite3.Connection, id: str) -> Issuer:
    """The issuer with this id; one that is only its id where there is none."""
    row = connection.execute(f"SELECT {rows.ISSUER} FROM issuer i WHERE i.id = ?", (id,)).fetchone()
    return Issuer(id, id) if row is None else rows.issuer_of(row)


def issued_by(connection: sqlite3.Connection, issuer: str) -> list[Document]:
    """Documents of an issuer (by its id), by date and id."""
    query = (
        f"SELECT DISTINCT {rows.DOCUMENT} FROM issuer i CROSS JOIN relation r ON r.issuer = i.key"
        " CROSS JOIN meaning c ON c.claim = r.subject CROSS JOIN document d ON d.key = c.document"
        " WHERE i.id = ? ORDER BY coalesce(d.date, ''), d.id"
    )
    return list(map(rows.document_of, connection.execute(query, (issuer,))))


def issuers_of(connection: sqlite3.Connection, document: Document) -> list[Issuer]:
    """The bodies that issued the document together, in the order of `in_order`: those that one text names beside its
    `issuer`. A body that a text names instead of it is a contradiction, no partner."""
    query = (
        f"SELECT DISTINCT r.subject, {rows.ISSUER} FROM meaning c CROSS JOIN relation r ON r.subject = c.claim"
        " CROSS JOIN issuer i ON i.key = r.issuer WHERE c.document = ?"
    )
    said: dict[int, list[Issuer]] = {}
    for row in connection.execute(query, (key_of(connection, document.id),)):
        said.setdefault(row[0], []).append(rows.issuer_of(row[1:]))
    return in_order(document, said.values())
