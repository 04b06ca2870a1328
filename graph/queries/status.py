"""Whether documents still stand: what the graph says of replacing, repealing and suspending them.

A replacement or repeal of parts (``partial``, or with pinpoints) leaves the rest standing. A document cannot end a
later one, so a relation against the order of dates says nothing. Without such a relation the state is unknown, not in
force.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from graph.model import Status
from graph.store.ids import key_of

_ENDS = {"replaces": "replaced", "repeals": "repealed", "suspends": "suspended"}
_QUERY = (
    "SELECT o.id, p.name, r.partial OR r.pinpoints IS NOT NULL, s.id, s.date FROM {start}"
    " CROSS JOIN word p ON p.key = r.predicate CROSS JOIN document o ON o.key = oc.document"
    " CROSS JOIN meaning sc ON sc.claim = r.subject CROSS JOIN document s ON s.key = sc.document"
    " WHERE r.predicate IN (SELECT key FROM word WHERE name IN ('replaces', 'repeals', 'suspends')) AND s.key <> o.key"
    " AND (s.date IS NULL OR o.date IS NULL OR substr(o.date, 1, length(s.date)) <= s.date) {more}"
)
_ALL = _QUERY.format(start="relation r CROSS JOIN meaning oc ON oc.claim = r.object", more="")
_ONE = _QUERY.format(
    start="meaning oc CROSS JOIN relation r ON r.object = oc.claim",
    more="AND oc.document = ?",
)


def statuses(connection: sqlite3.Connection) -> Mapping[str, Status]:
    """Document id -> status, by id, for every document of which the graph says something."""
    return _statuses(connection.execute(_ALL))


def status(connection: sqlite3.Connection, id: str) -> Status:
    """The status of one document; unknown where the graph does not say."""
    return _statuses(connection.execute(_ONE, (key_of(connection, id),))).get(id, Status())


def _statuses(found: sqlite3.Cursor) -> dict[str, Status]:
    said: dict[str, dict[str, dict[str, str | None]]] = defaultdict(lambda: defaultdict(dict))
    for object, predicate, in_part, subject, date in found:
        state = _ENDS[predicate]
        if in_part:
            state = "partly" if state != "suspended" else state
        said[object][state][subject] = date
    return {id: _status(states) for id, states in sorted(said.items())}


def _status(states: Mapping[str, Mapping[str, str | None]]) -> Status:
    """The strongest statement wins: an end of the whole, then a suspension, then an end of parts."""
    ends = [state for state in ("replaced", "repealed") if state in states]
    if ends:
        state = min(ends, key=lambda s: (_first(states[s]) or "9", ends.index(s)))
        by = {subject for end in ends for subject in states[end]}
        since = min(filter(None, (_first(states[end]) for end in ends)), default=None)
        return Status(state, tuple(sorted(by)), since)
    state = "suspended" if "suspended" in states else "partly"
    return Status(state, tuple(sorted(states[state])), _first(states[state]))


def _first(by: Mapping[str, str | None]) -> str | None:
    return min(filter(None, by.values()), default=None)
