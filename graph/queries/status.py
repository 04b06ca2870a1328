"""The status of documents of a graph file: the facts that `graph.queries.force` decides on, read from the store."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.model import Document, Effect, Relation, Status
from graph.queries.force import ENDS, Facts, force
from graph.store import rows
from graph.store.ids import keys_of
from graph.store.texts import Texts

_PREDICATES = (*ENDS, "amends", "extends")
_REACH = 6  # documents that the date of effect of one document may rest on, one by another
_RELATIONS = (
    f"SELECT s.id, p.name, o.id, {rows.EVIDENCE} FROM {{start}} CROSS JOIN word p ON p.key = r.predicate"
    " CROSS JOIN word rule ON rule.key = r.rule CROSS JOIN document o ON o.key = oc.document"
    " CROSS JOIN meaning sc ON sc.claim = r.subject CROSS JOIN document s ON s.key = sc.document"
    " CROSS JOIN source f ON f.key = r.source WHERE r.predicate IN (SELECT key FROM word WHERE name IN"
    f" ({', '.join(repr(p) for p in _PREDICATES)})) AND s.key <> o.key {{more}}"
    " ORDER BY s.id, o.id, f.name, r.start, r.ord"
)
_ALL = _RELATIONS.format(start="relation r CROSS JOIN meaning oc ON oc.claim = r.object", more="")
_TO_THESE = _RELATIONS.format(
    start="json_each(?) CROSS JOIN meaning oc ON oc.document = value CROSS JOIN relation r ON r.object = oc.claim",
    more="",
)
_OWN = (
    "SELECT d.id, f.name FROM meaning c CROSS JOIN document d ON d.key = c.document"
    " CROSS JOIN assertion a ON a.claim = c.claim CROSS JOIN source f ON f.key = a.source WHERE a.own = 1"
)
_THESE = "SELECT {} FROM json_each(?) CROSS JOIN meaning c ON c.document = value"
_EFFECTS_OF_THESE = (
    f"{_THESE.format(f'd.id, {rows.EFFECT}')} CROSS JOIN effect e ON e.claim = c.claim"
    f" CROSS JOIN document d ON d.key = c.document{rows.EFFECT_ENDS} ORDER BY d.id, f.name, e.start, e.ord"
)
_OWN_OF_THESE = (
    f"{_THESE.format('d.id, f.name')} CROSS JOIN document d ON d.key = c.document"
    " CROSS JOIN assertion a ON a.claim = c.claim CROSS JOIN source f ON f.key = a.source WHERE a.own = 1"
)
_DOCUMENTS_OF_THESE = f"SELECT {rows.DOCUMENT} FROM json_each(?) CROSS JOIN document d ON d.key = value"
_REGISTERS = (
    "SELECT f.name, d.date FROM source f CROSS JOIN assertion a ON a.source = f.key AND a.ord = 0"
    " CROSS JOIN meaning c ON c.claim = a.claim CROSS JOIN document d ON d.key = c.document"
    " WHERE f.format = 'register' AND length(d.date) = 10"
)


def statuses(connection: sqlite3.Connection, texts: Texts, at: str | None = None) -> Mapping[str, Status]:
    """Document id -> status, by id, for every document of which the graph says something, as of the day `at`."""
    effects: dict[str, list[Effect]] = defaultdict(list)
    query = (
        f"SELECT d.id, {rows.EFFECT} FROM effect e CROSS JOIN meaning c ON c.claim = e.claim"
        f" CROSS JOIN document d ON d.key = c.document{rows.EFFECT_ENDS} ORDER BY d.id, f.name, e.start, e.ord"
    )
    for row in connection.execute(query):
        effects[row[0]].append(rows.effect_of(row[0], row[1:], texts))
    relations: dict[str, list[Relation]] = defaultdict(list)
    for row in connection.execute(_ALL):
        relations[row[2]].append(rows.relation_of(row[0], row[1], row[2], row[3:], texts))
    told = {*effects, *relations, *(r.subject for listed in relations.values() for r in listed)}
    told |= {e.by for listed in effects.values() for e in listed if e.by}
    documents = {
        row[0]: rows.document_of(row)
        for row in connection.execute(f"SELECT {rows.DOCUMENT} FROM document d")
        if row[0] in told
    }
    facts = Facts(documents, effects, relations, _own(connection.execute(_OWN)), _registers(connection, effects))
    known = {*effects, *relations}
    if at is not None:  # a document that is not issued yet is not in force, whatever else is known of it
        known |= {id for id, _ in connection.execute("SELECT id, date FROM document WHERE date > ?", (at,))}
        documents |= {
            row[0]: rows.document_of(row)
            for row in connection.execute(f"SELECT {rows.DOCUMENT} FROM document d WHERE d.date > ?", (at,))
        }
    found = {id: force(facts, id, at) for id in sorted(known)}
    return {id: status for id, status in found.items() if status != Status()}


def status(connection: sqlite3.Connection, texts: Texts, id: str, at: str | None = None) -> Status:
    """The status of one document; unknown where the graph does not say."""
    return statuses_of(connection, texts, (id,), at)[id]


def statuses_of(
    connection: sqlite3.Connection, texts: Texts, ids: Iterable[str], at: str | None = None
) -> dict[str, Status]:
    """As `status`, for each of these documents: a page of them costs hardly more questions to the file than one."""
    relations: dict[str, list[Relation]] = {id: [] for id in ids}
    keys = json.dumps(sorted(keys_of(connection, relations).values()))
    for row in connection.execute(_TO_THESE, (keys,)):
        relations[row[2]].append(rows.relation_of(row[0], row[1], row[2], row[3:], texts))
    facts = _facts(connection, texts, relations)
    return {id: force(facts, id, at) for id in relations}


def first_days(connection: sqlite3.Connection, texts: Texts, ids: Iterable[str]) -> dict[str, str | None]:
    """Document id -> the day on which it takes effect (`Status.first_day`); None where that is unknown."""
    relations: dict[str, list[Relation]] = {id: [] for id in ids}
    facts = _facts(connection, texts, relations)
    return {id: facts.first_day(id)[0] for id in relations}


def _facts(connection: sqlite3.Connection, texts: Texts, relations: Mapping[str, list[Relation]]) -> Facts:
    """What bears on the force of the documents of these ids, which the given relations end or extend. A much cited
    document is changed by hundreds, so all of them are asked for at once."""
    effects: dict[str, list[Effect]] = {}
    documents: dict[str, Document] = {}
    own: dict[str, frozenset[str]] = {}
    waiting = {*relations, *(r.subject for listed in relations.values() for r in listed)}
    for _ in range(_REACH):  # those whose date of effect the answer may rest on
        new = waiting - effects.keys()
        if not new:
            break
        keys = (json.dumps(sorted(keys_of(connection, new).values())),)
        effects |= {id: [] for id in new}
        for row in connection.execute(_EFFECTS_OF_THESE, keys):
            effects[row[0]].append(rows.effect_of(row[0], row[1:], texts))
        waiting = {e.by for id in new for e in effects[id] if e.by}
        documents |= {row[0]: rows.document_of(row) for row in connection.execute(_DOCUMENTS_OF_THESE, keys)}
        own |= _own(connection.execute(_OWN_OF_THESE, keys))
    return Facts(documents, effects, relations, own, _registers(connection, effects))


def _own(found: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for id, name in found:
        names[id].add(name)
    return {id: frozenset(listed) for id, listed in names.items()}


def _registers(connection: sqlite3.Connection, effects: Mapping[str, list[Effect]]) -> dict[str, str]:
    """Register -> the date of the newest document in it: it cannot know what came later."""
    if not any(e.basis == "register" for listed in effects.values() for e in listed):
        return {}
    newest: dict[str, str] = {}
    for name, day in connection.execute(_REGISTERS):
        register = name.rpartition("#")[0]
        newest[register] = max(day, newest.get(register, ""))
    return newest
