"""Words by which the parts of a head are told apart (table ``heads.csv``).

`role`: ``type-first`` (what the name of a type in capitals begins with), ``preamble`` (what opens the lines below a
title), ``signature`` (marks of who signs for whom), ``sentence`` (what opens the first sentence of a body, and no
name), ``goes-with`` (what a title goes on with behind a body's name), ``leads-on`` (what the name of a body or of its
head goes on behind), ``cause`` (what a title has and an enacting line has not), ``open-ended`` (what no title ends
with), ``decides`` (the formula below an enacting line), ``acts-by`` (what opens the reasons below it), ``conference``
(what says whose a paper is between type and title), ``subject`` (what opens the subject of a letter;
``plain-subject``: the one that opens other lines too), ``part`` and ``first-part`` (parts of a body), ``attached``
(what opens the note on an annex), ``this`` (behind the type that speaks), ``motto`` and ``addressed`` (what stands
below a subject), ``number`` and ``number-lead`` (before a number), ``opens-day``, ``opens-year`` and ``today`` (what
opens a first sentence with its day), ``day`` and ``month`` (in a date line), ``law`` (the type before a number in a
list), ``clause`` and ``basis`` (what opens a clause of the preamble, and a basis), ``enacts`` (the formula in capitals
behind it), ``nation``, ``nation-first`` and ``motto-line`` (of the lines above a head), ``chair`` (who decides for a
body), ``article``, ``year``, ``in-force`` (in the note of a consolidated text), ``gazette`` (a running head),
``draft``, ``no-type`` and ``bare-type`` (words before, or instead of, a type), ``says`` (what ends an enacting line),
``joint-lead`` (what stands before the bodies of a joint paper), ``whose`` (before the body that owns a paper),
``preamble-word`` (the first words of ``preamble``), ``republic``, ``term``, ``tenure`` and ``meeting`` (what stands
behind the body that enacts), ``opens-paper``, ``makes`` and ``as-follows`` (in the first sentence of a paper without
its head), ``told-issue`` and ``tells-points`` (what only an article says there).
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain.table import read_table


@cache
def head_words(role: str) -> tuple[str, ...]:
    """The phrases of a role as written, in the order of the table; KeyError for a role that the table does not have."""
    found = tuple(row["phrase"] for row in read_table("heads") if row["role"] == role)
    if not found:
        raise KeyError(role)
    return found


def any_head(role: str, *, wrapped: bool = False) -> str:
    """The phrases of a role as one pattern; `wrapped`: a line may end between their words."""
    blank = r"[ \n]+" if wrapped else " "
    return "(?:" + "|".join(blank.join(map(re.escape, phrase.split())) for phrase in head_words(role)) + ")"
