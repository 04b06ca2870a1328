"""Figures of a graph."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts; the tables are (name, count) by falling count, then by name. `most_cited` are document ids with the
    number of sources that cite them. `relations` counts edges of the merged graph, not how often they are stated."""

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


def statistics(connection: sqlite3.Connection, top: int = 10) -> Statistics:
    """The figures of the graph; `top` rows of most cited documents."""

    def one(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    def table(query: str, *values: int) -> tuple[tuple[str, int], ...]:
        return tuple((str(name), int(count)) for name, count in connection.execute(query, values))

    predicates = table(
        "SELECT name, count(*) FROM (SELECT DISTINCT p.name, s.document, o.document, r.issuer FROM relation r"
        " JOIN word p ON p.key = r.predicate"
        " JOIN meaning s ON s.claim = r.subject LEFT JOIN meaning o ON o.claim = r.object"
        " WHERE s.document IS NOT NULL AND s.document IS NOT o.document) GROUP BY 1 ORDER BY 2 DESC, 1"
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
        most_cited=table(
            "SELECT d.id, count(DISTINCT a.source) AS n FROM assertion a JOIN meaning c ON c.claim = a.claim"
            " JOIN document d ON d.key = c.document WHERE NOT a.own GROUP BY d.key ORDER BY n DESC, d.id LIMIT ?",
            top,
        ),
    )
