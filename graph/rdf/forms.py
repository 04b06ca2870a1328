"""Small forms that several writers share: states, first and last days, paths of parts, whether a name is complete."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from graph.identity.urn import Urn, partition_id
from graph.model import Document, PartStatus, Pinpoint, Status
from graph.rdf.literals import date, is_date
from graph.rdf.terms import key_hash, term

IN_FORCE = {
    "not-yet": "eli:InForce-notInForce",
    "in-force": "eli:InForce-inForce",
    "replaced": "eli:InForce-notInForce",
    "repealed": "eli:InForce-notInForce",
    "expired": "eli:InForce-notInForce",
    "partly": "eli:InForce-partiallyInForce",
}


def force_of(status: Status | PartStatus) -> str | None:
    """The value of ``eli:in_force``; None where ELI has none, and where a last day is known of what still stands: that
    is in force for a time, an RDF graph has no day on which it is read, and the first and the last day say it all."""
    if status.state in ("in-force", "partly") and isinstance(status, Status) and status.last_day is not None:
        return None
    return IN_FORCE.get(status.state)


_PATH_SIGNS = str.maketrans({"%": "%25", ";": "%3B", "=": "%3D"})


def pinpoint_path(pinpoint: Pinpoint) -> str:
    """The path in one line that reads back: ``điều=26;khoản=2``."""
    return ";".join(f"{unit.translate(_PATH_SIGNS)}={name.translate(_PATH_SIGNS)}" for unit, name in pinpoint.path)


def is_complete(document: Document, urn: Urn) -> bool:
    """Whether a name holds for one document alone: its day and its number are in it."""
    return (
        not document.provisional
        and not document.unnumbered
        and document.code is not None
        and len(urn.dates) == 1
        and is_date(urn.dates[0])
    )


def is_whole_code(code: str) -> bool:
    """Whether a code is a number with its symbol (83/KH-UBND, 18-NQ/TW): the local identifier of a document. The number
    alone (17) and the symbol alone (BC-SCT, where the number is left blank) are shared by any number of documents."""
    return any(map(str.isdigit, code)) and any(map(str.isalpha, code))


def is_cited_title(document: Document) -> bool:
    """Whether a title is only what the sentences of other texts call a document: where it ends there is not always
    clear. What the document itself, a register or a person says is its title."""
    return document.origins.get("title") == "text"


def in_force_dates(status: Status) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """First and last day in force, where they are whole dates."""
    if status.first_day is not None and is_date(status.first_day):
        yield term("eli:first_date_entry_in_force"), date(status.first_day)
    if status.last_day is not None and is_date(status.last_day):
        yield term("eli:date_no_longer_in_force"), date(status.last_day)


# What became of a provision at the hands of another document: that completely repeals it, in ELI's words.
ENDED_BY_OTHERS = frozenset({"replaced", "repealed"})


def part_dates(part: PartStatus) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """What ELI says of a provision that has ended or is not yet in force: the value of ``eli:in_force`` and the first
    or the last day, where that is a whole date."""
    if force := force_of(part):
        yield term("eli:in_force"), term(force)
    if part.state == "not-yet" and part.since is not None and is_date(part.since):
        yield term("eli:first_date_entry_in_force"), date(part.since)
    elif part.state not in ("not-yet", "suspended") and (last := day_before(part.since)) is not None:
        yield term("eli:date_no_longer_in_force"), date(last)


def day_before(day: str | None) -> str | None:
    """The last day in force of what ends on `day`; None unless it is a whole date."""
    if day is None or not is_date(day):
        return None
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def quote_partition(path: Sequence[tuple[str, str]]) -> str:
    """The partition of a URN:LEX name for a path; a unit or label without letters or digits is named by its hash."""
    return partition_id(path) or key_hash(*path)
