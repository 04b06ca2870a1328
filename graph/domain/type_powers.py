"""What types of documents may do to others: ``type_powers.csv``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph.domain.table import read_table, several


class TypePowers(NamedTuple):
    """A row of the table. `rank` where the type alone tells it (1 the highest authority),
    `kind` the class of types that lists keep together, `powers` of: ``decides`` (may end and change others),
    ``powerless`` (changes nothing but papers of its kind: it asks, reports, tells), ``proposes`` (carries nothing
    out), ``year`` (lays down rules if its symbol has a year), ``assembly`` (a law where the National Assembly issues
    it), ``exact`` (only the same rank or a higher one changes it), ``corrects``, ``yields`` (any paper of whoever wrote
    it may say that it replaces or ends it: a letter)."""

    rank: int | None = None
    kind: str = ""
    powers: frozenset[str] = frozenset()


@cache
def type_powers() -> dict[str, TypePowers]:
    """The rows by the name of the type, in lower case."""
    return {
        row["type"]: TypePowers(
            int(row["rank"]) if row["rank"] else None, row["class"], frozenset(several(row["powers"]))
        )
        for row in read_table("type_powers")
    }
