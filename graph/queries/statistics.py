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
        "SELECT name, n FROM (SELECT predicate, count(*) AS n FROM (SELECT DISTINCT r.predicate, s.document, o.document,"
        " r.issuer FROM relation r CROSS JOIN meaning s ON s.claim = r.subject LEFT JOIN meaning o ON o.claim = r.object"
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
        most_cited=table(
            "SELECT d.id, n FROM (SELECT document, sum(cited) AS n FROM claim CROSS JOIN meaning ON claim = key"
            " GROUP BY 1 HAVING n > 0 ORDER BY n DESC LIMIT ?) JOIN document d ON d.key = document ORDER BY n DESC, d.id",
            top,
        ),
    )
