"""What a correction speaks of in a graph: one document for each of its words, or why there is none."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.corrections.rows import Correction, shown_value
from graph.model import Document, Extraction, Issuer
from graph.queries.resolve import resolve
from graph.store.ids import key_of


@dataclass(slots=True)
class Match:
    """A correction and what it was found to mean: claims of its documents (None: `new` has it), the issuer that it
    names, the source that it sets apart; `trouble` says in a few words why it is not applied, `is_lost` that it names a
    document that is not there."""

    name: str
    row: Correction
    document: int | None = None
    value: int | None = None
    ids: tuple[str, ...] = ()
    new: list[tuple[str, Document, Extraction]] = field(default_factory=list)
    issuer: Issuer | None = None
    source: int | None = None
    trouble: str = ""
    is_lost: bool = False

    @property
    def subject(self) -> str:
        """The id of the document that it speaks of."""
        return self.ids[0] if self.ids else ""


def match(connection: sqlite3.Connection, name: str, row: Correction) -> Match:
    """What the row means in a graph without corrections."""
    found = Match(name, row)
    try:
        found.document = _one(connection, row.document, found)
        if row.is_relation or row.action == "merge":
            found.value = _one(connection, row.value, found)
            if len(set(found.ids)) < len(found.ids):
                raise LookupError("hai văn bản là một")
        if row.action == "split":
            found.source = _source(connection, row.value)
        if row.what == "issuer":
            found.issuer = _issuer(row.value)
    except LookupError as error:
        found.trouble = str(error.args[0])
    return found


def _one(connection: sqlite3.Connection, words: str, found: Match) -> int | None:
    """A claim of the one document that the words mean; None where a relation that is added names a new one."""
    listed = resolve(connection, words)
    if len(listed) == 1:
        found.ids += (listed[0].id,)
        return _claim(connection, listed[0])
    if listed:
        raise LookupError(f"“{words}” có thể là {len(listed)} văn bản, hãy ghi rõ ngày, cơ quan")
    if found.row.action == "add" and (made := _made(words, found.name)) is not None:
        found.ids += (made[0].id,)
        found.new.append((words, *made))
        return None
    found.is_lost = True
    raise LookupError(f"không còn văn bản “{words}” trong đồ thị")


def _claim(connection: sqlite3.Connection, document: Document) -> int:
    """The claim that stands for the document: the one of the lowest digest, whatever the order of reading."""
    query = "SELECT c.key FROM meaning m CROSS JOIN claim c ON c.key = m.claim WHERE m.document = ? ORDER BY c.digest"
    row = connection.execute(query, (key_of(connection, document.id),)).fetchone()
    if row is None:
        raise LookupError(f"không còn văn bản “{document.id}” trong đồ thị")
    return int(row[0])


def _made(words: str, source: str) -> tuple[Document, Extraction] | None:
    """The document that the words name, as a text would name it; None where they name none or several."""
    from graph.pipeline import extract

    read = extract(words, source=source)
    named = [document for document in read.documents if not document.is_source]
    return (named[0], read) if len(named) == 1 else None


def _source(connection: sqlite3.Connection, words: str) -> int:
    row = connection.execute("SELECT key FROM source WHERE name = ?", (words,)).fetchone()
    if row is None:
        raise LookupError(f"không còn nguồn “{words}” trong đồ thị")
    return int(row[0])


def _issuer(words: str) -> Issuer:
    """The body that the words name, as it is named behind a number."""
    from graph.pipeline import extract

    read = extract(f"Văn bản số 1 ngày 01/01/2020 của {words}")
    if len(read.issuers) != 1:
        raise LookupError(f"không rõ cơ quan “{words}”")
    return read.issuers[0]


def contradictions(matches: Iterable[Match]) -> None:
    """Rows that contradict each other are in trouble, all of them: which of them stands last in the file is chance."""
    said: dict[tuple[str, ...], dict[str, list[Match]]] = defaultdict(lambda: defaultdict(list))
    for found in matches:
        row = found.row
        if found.trouble:
            continue
        if row.is_relation:
            said[row.what, *found.ids][str(row.action == "deny")].append(found)
        elif row.action == "set":
            said[row.what, found.subject][row.value].append(found)
        elif row.action == "merge":
            said["merge", found.subject][found.ids[1]].append(found)
    for values in said.values():
        if len(values) > 1:
            rows = [found for listed in values.values() for found in listed]
            for found in rows:
                others = sorted(
                    {other.name.rpartition("#")[2] for other in rows} - {found.name.rpartition("#")[2]}, key=int
                )
                found.trouble = f"mâu thuẫn với dòng {', '.join(others)}"


def circles(matches: Iterable[Match]) -> list[Match]:
    """The merges in the order in which they are to be done; those that lead round in a circle are in trouble."""
    merges = {found.subject: found for found in matches if found.row.action == "merge" and not found.trouble}
    for found in merges.values():
        seen, at = {found.subject}, found.ids[1]
        while at in merges and at not in seen:
            seen.add(at)
            at = merges[at].ids[1]
        if at == found.subject:
            found.trouble = "các dòng gộp đi vòng"
    return [merges[id] for id in sorted(merges) if not merges[id].trouble]


def differs(found: Match, document: Document) -> str:
    """Why a fact that is denied is not one of the document; empty where it is."""
    values: Mapping[str, str | None] = {
        "type": document.type, "code": document.code, "date": document.date, "title": document.title,
        "name": document.name,
    }  # fmt: skip
    row = found.row
    if found.issuer is not None and (found.issuer.name, found.issuer.place) != (document.issuer, document.place):
        return f"đồ thị đang ghi “{document.issuer}”" if document.issuer else "đồ thị không ghi dữ kiện này"
    if row.what in values and values[row.what] != row.value:
        now = values[row.what]
        return f"đồ thị đang ghi “{shown_value(row.what, now)}”" if now else "đồ thị không ghi dữ kiện này"
    return ""
