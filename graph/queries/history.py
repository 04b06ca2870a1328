"""The history of a document: what it took the place of, what took its place, and what changed each of them meanwhile.

The *line* is the document with what it replaced, what that had replaced and so on, and with what replaced it, from
there on; a replacement of parts only, or one that the order of time or of rank forbids, leads nowhere. Every document
of the line has its events: issued, in force, amended (by documents that are not in the line themselves), ended. Events
come in the order of time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graph.contract import document_dict, status_dict
from graph.model import Document, Evidence, Pinpoint, Status
from graph.queries.changes import Change, changes
from graph.queries.edges import effects_of
from graph.queries.resolve import by_ids
from graph.queries.status import status
from graph.relations.authority import against
from graph.store.texts import Texts

MOST_DOCUMENTS = 50  # in the line; a document that replaced hundreds has no history that somebody could read
# What may happen to a document, in the order in which events of one day are listed.
KINDS = (
    "issued", "in-force", "amends", "corrects", "extends", "consolidates", "suspends", "repeals", "replaces", "expired",
)  # fmt: skip
_ENDS = ("replaces", "repeals")
_AT_ONCE = ("corrects", "consolidates")  # done on the day of issue
_UNKNOWN = "9999"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to `document` on `day` (ISO, perhaps only a month or a year; None where no text tells
    the day). `kind` is one of `KINDS`; a predicate is what `by` does to the document. `provisions` are the parts of the
    document that are meant (none: the whole of it, unless `partial`), `provision` the part of `by` that says so."""

    kind: str
    document: Document
    day: str | None
    by: Document | None = None
    provisions: tuple[Pinpoint, ...] = ()
    partial: bool = False
    provision: Pinpoint | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The line of `document`, oldest first, with the status of each (as of the day that was asked for), and all their
    events in the order of time. `cut` says that the line is longer than `MOST_DOCUMENTS`."""

    document: Document
    line: tuple[Document, ...]
    statuses: dict[str, Status] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    cut: bool = False


def history(connection: sqlite3.Connection, texts: Texts, document: Document, at: str | None = None) -> History:
    """The history of a document; `at` is the day (ISO) as of which statuses are told, and after which nothing is."""
    read = _Reader(connection, texts)
    line, cut = _line(document, read.changes)
    line = {id: d for id, d in line.items() if id == document.id or _come(d.date, at)}
    statuses = {id: status(connection, texts, id, at) for id in line}
    events = [event for found in line.values() for event in _events(read, found, statuses[found.id])]
    return History(
        document,
        tuple(sorted(line.values(), key=lambda d: (d.date or _UNKNOWN, d.id))),
        statuses,
        tuple(sorted((e for e in events if _come(_when(e), at)), key=_order)),
        cut,
    )


def history_dict(history: History) -> dict[str, Any]:
    """A history as plain JSON values; null where unknown."""
    return {
        "document": document_dict(history.document),
        "line": [{**document_dict(d), "standing": status_dict(history.statuses[d.id])} for d in history.line],
        "cut": history.cut,
        "events": [event_dict(event) for event in history.events],
    }


def event_dict(event: Event) -> dict[str, Any]:
    """An event as plain JSON values, documents as in `graph.contract.document_dict`; null where unknown."""
    e = event.evidence
    return {
        "day": event.day,
        "kind": event.kind,
        "document": document_dict(event.document),
        "by": None if event.by is None else document_dict(event.by),
        "issued": None if event.by is None else event.by.date,
        "pinpoint": "; ".join(str(p) or p.text for p in event.provisions) or None,
        "partial": event.partial or bool(event.provisions),
        "provision": None if event.provision is None else str(event.provision) or event.provision.text,
        "text": None if e is None else e.text,
        "start": None if e is None else e.start,
        "end": None if e is None else e.end,
        "source": None if e is None else e.source,
    }


class _Reader:
    """What the graph says of documents, each asked once."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts
        self._changes: dict[str, list[Change]] = {}

    def changes(self, id: str) -> list[Change]:
        """What the document changes and what changes it, as far as time and rank allow."""
        if id not in self._changes:
            found = changes(self._connection, self._texts, id)
            self._changes[id] = [c for c in found if not against(c.affecting, c.relation.predicate, c.affected)]
        return self._changes[id]

    def document(self, ids: tuple[str, ...]) -> Document | None:
        """The first of these documents; None where there is none."""
        return next(iter(by_ids(self._connection, ids[:1]).values()), None)

    def first_words(self, id: str, day: str | None) -> Evidence | None:
        """The words that say when the document takes effect: on that day, else in another way ("từ ngày ký")."""
        listed = [e for e in effects_of(self._connection, self._texts, id) if e.kind == "in-force" and not e.provisions]
        dated = [e for e in listed if e.date == day]
        return next((e.evidence for e in dated or listed), None)


def _line(document: Document, changes: Callable[[str], list[Change]]) -> tuple[dict[str, Document], bool]:
    """The documents of the line by id, and whether there are more."""
    line = {document.id: document}
    cut = False
    for back in (True, False):
        front = [document]
        while front:
            ahead: dict[str, Document] = {}
            for at in front:
                for change in changes(at.id):
                    near, far = change.affecting, change.affected
                    if not back:
                        near, far = far, near
                    if near.id == at.id and _whole(change) and far.id not in line:
                        ahead[far.id] = far
            room = MOST_DOCUMENTS - len(line)
            cut = cut or len(ahead) > room
            front = [ahead[id] for id in sorted(ahead)][:room]
            line.update((d.id, d) for d in front)
    return line, cut


def _whole(change: Change) -> bool:
    relation = change.relation
    return relation.predicate == "replaces" and not relation.partial and not relation.pinpoints


def _events(read: _Reader, document: Document, state: Status) -> list[Event]:
    found = []
    if document.date:
        found.append(Event("issued", document, document.date))
    if state.first_day:
        words = read.first_words(document.id, state.first_day)
        found.append(Event("in-force", document, state.first_day, evidence=words))
    grouped: dict[tuple[str, str, bool], list[Change]] = {}
    for change in read.changes(document.id):
        if change.affected.id == document.id:
            relation = change.relation
            part = relation.partial or bool(relation.pinpoints)
            grouped.setdefault((change.affecting.id, change.action, part), []).append(change)
    ended = set()
    for (by, action, part), listed in grouped.items():
        first, relation = listed[0], listed[0].relation
        day = first.date if action in _AT_ONCE else first.in_force
        if action in _ENDS and not part:
            ended.add(by)
            day = state.since if by in state.by and state.since else day
        provisions = tuple(dict.fromkeys(p for change in listed for p in change.relation.pinpoints))
        found.append(
            Event(action, document, day, first.affecting, provisions, part, first.provision, relation.evidence)
        )
    if state.state in ("replaced", "repealed") and not ended:  # a statement of time, or a register, says it alone
        kind = "replaces" if state.state == "replaced" else "repeals"
        found.append(Event(kind, document, state.since, read.document(state.by), evidence=_first(state)))
    elif state.state == "expired":
        found.append(Event("expired", document, state.since, evidence=_first(state)))
    return found


def _first(state: Status) -> Evidence | None:
    return next(iter(state.evidence), None)


def _when(event: Event) -> str | None:
    """The day of an event; where it is not known, that on which the document that did it was issued."""
    return event.day or (None if event.by is None else event.by.date)


def _come(day: str | None, at: str | None) -> bool:
    return day is None or at is None or day <= at[: len(day)]


def _order(event: Event) -> tuple[str, int, str, str]:
    return _when(event) or _UNKNOWN, KINDS.index(event.kind), event.document.id, event.by.id if event.by else ""
