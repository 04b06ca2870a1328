"""Reading the tables: rows of the .csv files beside this module, checked against nothing, as text.

A table is UTF-8 with a header line; several values in one cell are separated by ``|``. Tables are read on
first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import zip_longest

from graph.normalise import first_vowel_tone, normalise


@lru_cache(maxsize=8)  # several readers ask for the words of one kind
def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``<name>.csv`` by column name, cells stripped. Raises FileNotFoundError for an unknown table."""
    # Imported here: a command that reads no table should not pay for them.
    import csv
    from importlib.resources import files

    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    head, *rows = csv.reader(text.splitlines())
    return tuple(dict(zip_longest(head, map(str.strip, row), fillvalue="")) for row in rows if row)


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


def own_form(word: str) -> str:
    """`match_form` of a word of a table: in NFC, and with nothing that texts have to be mended of."""
    return " ".join(first_vowel_tone(word).lower().split())


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Distinct words in matching form, the longest first (an alternation then takes the longest), ties by spelling."""
    return tuple(sorted({match_form(word) for word in words}, key=lambda word: (-len(word), word)))
