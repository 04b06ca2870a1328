"""Words by which the parts of a head are told apart (table ``heads.csv``).

`role`: ``type-first`` (what the name of a type in capitals begins with), ``preamble`` (what opens the lines below a
title), ``signature`` (marks of who signs for whom), ``sentence`` (what opens the first sentence of a body, and no
name), ``goes-with`` (what a title goes on with behind a body's name), ``leads-on`` (what the name of a body or of its
head goes on behind), ``cause`` (what a title has and an enacting line has not), ``open-ended`` (what no title ends
with), ``decides`` (the formula below an enacting line), ``acts-by`` (what opens the reasons below it), ``conference``
(what says whose a paper is between type and title), ``subject`` (what opens the subject of a letter).
"""

from __future__ import annotations

from functools import cache

from graph.domain.table import read_table


@cache
def head_words(role: str) -> tuple[str, ...]:
    """The phrases of a role as written, in the order of the table; KeyError for a role that the table does not have."""
    found = tuple(row["phrase"] for row in read_table("heads") if row["role"] == role)
    if not found:
        raise KeyError(role)
    return found
