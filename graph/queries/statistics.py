"""Figures of a graph."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts; the tables are (name, count) by falling count, then by name. `most_cited` are document ids with the
    number of sources that cite them (twice where one describes it in two ways). `relations` counts edges of the
    merged graph, not how often they are stated. `states` counts documents by status (`graph.queries.force`)."""

    sources: int
    documents: int
    loaded: int
    provisional: int
    issuers: int
    mentions: int
    relations: int
    findings: int
    pending: int
    types: tuple[tuple[str, int], ...]
    predicates: tuple[tuple[str, int], ...]
    most_cited: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...] = ()


def statistics(connection: sqlite3.Connection, top: int = 10) -> Statistics:
    """The figures of the graph; `top` rows of most cited documents."""

    def one(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    def table(query: str, *values: int) -> tuple[tuple[str, int], ...]:
        return tuple((str(name), int(count)) for name, count in connection.execute(query, values))

    predicates = table(
        "SELECT name, n FROM (SELECT predicate, count(*) AS n FROM"
        " (SELECT DISTINCT r.predicate, s.document, o.document, r.issuer FROM relation r"
        " CROSS JOIN meaning s ON s.claim = r.subject LEFT JOIN meaning o ON o.claim = r.object"
        " WHERE s.document IS NOT o.document) GROUP BY 1) JOIN word ON word.key = predicate ORDER BY n DESC, name"
    )
    return Statistics(
        sources=one("SELECT count(*) FROM source"),
        documents=one("SELECT count(*) FROM document"),
        loaded=one("SELECT count(*) FROM document WHERE is_source"),
        provisional=one("SELECT count(*) FROM document WHERE provisional"),
        issuers=one("SELECT count(*) FROM issuer"),
        mentions=one("SELECT count(*) FROM mention"),
        relations=sum(count for _, count in predicates),
        findings=one("SELECT (SELECT count(*) FROM finding) + (SELECT count(*) FROM conflict)"),
        pending=one("SELECT count(*) FROM dirty"),
        types=table("SELECT coalesce(type, ''), count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1"),
        predicates=predicates,
        most_cited=_most_cited(connection, top),
    )


def _most_cited(connection: sqlite3.Connection, top: int) -> tuple[tuple[str, int], ...]:
    counted = "SELECT document, sum(cited) AS n FROM claim CROSS JOIN meaning ON claim = key GROUP BY 1"
    best = connection.execute(f"SELECT n FROM ({counted}) ORDER BY n DESC LIMIT ?", (top,)).fetchall()
    if not best:
        return ()
    # all that are as much cited as the last one: which of them are shown, their ids decide
    query = f"SELECT d.id, n FROM ({counted} HAVING n >= max(1, ?)) JOIN document d ON d.key = document"
    found = connection.execute(query, (best[-1][0],)).fetchall()
    return tuple(sorted(((str(id), int(n)) for id, n in found), key=lambda row: (-row[1], row[0]))[:top])
