"""What registers say of a document's force, in the words of offices and of English registers (``register_states.csv``):
"Còn HL", "Hết hiệu lực 1 phần", "No longer in force".

Only a cell that says nothing else states something; words that the table has not are neutral.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain.table import read_table, several
from graph.normalise import fold

# A state as the table calls it -> as the texts of registers are written, which the room of effects reads
STATES = {"in-force": "Còn hiệu lực", "ended": "Hết hiệu lực", "part": "Hết hiệu lực một phần"}
_MARK = "mark"
_SIGNS = re.compile(r"[\s.,;:()\[\]_-]+")
_ONE = re.compile(r"\b1 phan\b")
_EMPTY = re.compile(r"\b(?:thi hanh|van ban|hien|dang|van)\b")  # words that change no state


@cache
def _states() -> dict[str, str]:
    return {_key(words): row["state"] for row in read_table("register_states") for words in several(row["words"])}


def _key(words: str) -> str:
    return " ".join(_EMPTY.sub(" ", _ONE.sub("mot phan", _SIGNS.sub(" ", fold(words)))).split())


def state_of(words: str) -> str | None:
    """The state that a cell (or a head) names: one of the values of `STATES`; None where it names none.

    >>> state_of("Hết HL 1 phần")
    'Hết hiệu lực một phần'
    """
    return STATES.get(_states().get(_key(words), ""))


def is_mark(words: str) -> bool:
    """Whether a cell only says that what its head names holds: "x"."""
    return _states().get(_key(words)) == _MARK
