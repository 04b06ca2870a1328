"""What one source says, in terms of the merged graph: the extraction of its text with the documents' lasting ids."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from graph.model import Extraction
from graph.queries.edges import issuer
from graph.queries.resolve import by_ids
from graph.store import rows
from graph.store.texts import Texts

_MENTIONS = (
    f"SELECT d.id, {rows.MENTION} FROM mention m CROSS JOIN source f ON f.key = m.source"
    " CROSS JOIN word rule ON rule.key = m.rule CROSS JOIN meaning c ON c.claim = m.claim"
    " CROSS JOIN document d ON d.key = c.document WHERE m.source = ? ORDER BY m.start, m.ord"
)
_RELATIONS = (
    f"SELECT s.id, p.name, coalesce(o.id, i.id), {rows.EVIDENCE} FROM relation r"
    " CROSS JOIN source f ON f.key = r.source CROSS JOIN word p ON p.key = r.predicate"
    " CROSS JOIN word rule ON rule.key = r.rule CROSS JOIN meaning sc ON sc.claim = r.subject"
    " CROSS JOIN document s ON s.key = sc.document LEFT JOIN meaning oc ON oc.claim = r.object"
    " LEFT JOIN document o ON o.key = oc.document LEFT JOIN issuer i ON i.key = r.issuer"
    " WHERE r.source = ? AND coalesce(o.id, i.id) IS NOT NULL AND s.key IS NOT o.key ORDER BY r.start, r.ord"
)


_WRITTEN = (
    "SELECT f.name, d.id, d.date FROM json_each(?) CROSS JOIN source f ON f.name = value"
    " CROSS JOIN assertion a ON a.source = f.key AND a.own = 1 CROSS JOIN meaning c ON c.claim = a.claim"
    " CROSS JOIN document d ON d.key = c.document"
)


def written(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    """Source -> the document that it is the text of, and that one's date; without the sources that are no document's
    text."""
    found = connection.execute(_WRITTEN, (json.dumps(sorted(set(names))),))
    return {str(name): (str(id), date) for name, id, date in found}


def said_by(connection: sqlite3.Connection, texts: Texts, name: str) -> Extraction:
    """The citations and relations of the source of this name, by offset; empty where there is none."""
    row = connection.execute("SELECT key FROM source WHERE name = ?", (name,)).fetchone()
    if row is None:
        return Extraction(name)
    mentions = [rows.mention_of(r[0], r[1:], texts) for r in connection.execute(_MENTIONS, row)]
    relations = [rows.relation_of(r[0], r[1], r[2], r[3:], texts) for r in connection.execute(_RELATIONS, row)]
    issuers = sorted({r.object for r in relations if r.predicate == "issued_by"})
    ends = {m.document for m in mentions} | {id for r in relations for id in (r.subject, r.object)}
    return Extraction(
        name,
        tuple(by_ids(connection, ends).values()),
        tuple(mentions),
        tuple(relations),
        tuple(issuer(connection, id) for id in issuers),
    )
