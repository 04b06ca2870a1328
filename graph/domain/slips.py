"""Words that a picture's reader took for others (table ``slips.csv``): "thay thê", "bãi bò", "bồ sung". Each slip is no
Vietnamese phrase of its own in an official text, and as long as what it stands for."""

from __future__ import annotations

import re
from functools import cache

from graph.domain.table import match_form, read_table
from graph.phrases import trie

# One of these stands in nearly every text that was read from a picture; elsewhere nothing more is looked for.
# Each with a piece that ends in a letter: a search for what ends in a blank stops at every blank of the text.
_SIGNS = (("sô", " sô "), ("thay thê", "thay thê"), ("bãi bò", "bãi bò"), ("bồ sung", "bồ sung"))


@cache
def _slips() -> tuple[re.Pattern[str], dict[str, str]]:
    right = {match_form(row["slip"]): match_form(row["right"]) for row in read_table("slips")}
    return re.compile(trie(right, words=True)), right


def put_right(flat: str) -> str:
    """`flat` (lower case, line breaks as blanks) with its slips undone, of the same length.

    >>> put_right("nghị định này thay thê nghị định sô 15/2018/nđ-cp và bãi bò nghị định số 16/2018/nđ-cp")
    'nghị định này thay thế nghị định sô 15/2018/nđ-cp và bãi bỏ nghị định số 16/2018/nđ-cp'
    """
    for piece, sign in _SIGNS:
        if piece in flat and sign in flat:
            break
    else:
        return flat
    pattern, right = _slips()
    return pattern.sub(lambda found: right[found.group()], flat)
