"""Abbreviations of running text with what they may stand for (table ``abbreviations.csv``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from graph.domain.table import read_table, several


@cache
def abbreviations() -> Mapping[str, tuple[str, ...]]:
    """Abbreviation as written (``HĐND``) -> its expansions, the likeliest first. Read only."""
    return MappingProxyType({row["abbreviation"]: several(row["expansions"]) for row in read_table("abbreviations")})
