"""Reading the tables: rows of the .csv files beside this module, checked against nothing, as text.

A table is UTF-8 with a header line; several values in one cell are separated by ``|``. Tables are read on
first use.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from graph.normalise import normalise


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of ``<name>.csv`` by column name, cells stripped. Raises FileNotFoundError for an unknown table."""
    # Imported here: a command that reads no table should not pay for them.
    import csv
    from importlib.resources import files

    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(text.splitlines())]


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell: ``"NQ|NQLT"`` -> ``("NQ", "NQLT")``; an empty cell has none."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@lru_cache(maxsize=65536)
def match_form(text: str) -> str:
    """The form in which names are compared: NFC, tone mark on the first vowel, lower case, single blanks.

    >>> match_form("UỶ BAN  nhân dân")
    'ủy ban nhân dân'
    """
    return " ".join(normalise(text).text.lower().split())


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Distinct words in matching form, the longest first (an alternation then takes the longest), ties by spelling."""
    return tuple(sorted({match_form(word) for word in words}, key=lambda word: (-len(word), word)))
