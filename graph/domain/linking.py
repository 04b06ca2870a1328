"""What our bodies and places are elsewhere, and what became of places that were divided (tables ``matches.csv`` and
``divisions.csv``).

A match is a row only where two public sources that were looked at agree; each row names them. Wikidata keeps one item
for a province whose bounds changed in 2025, as our list does; GeoNames has made a new feature, so that provinces that
took others in have no match there.
"""

from __future__ import annotations

from functools import cache

from graph.domain.table import read_table, several

AUTHORITIES = {"wikidata": "http://www.wikidata.org/entity/{}", "geonames": "https://sws.geonames.org/{}/"}


@cache
def _matches() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in read_table("matches"):
        key = (row["scheme"], row["name"])
        found[key] = (*found.get(key, ()), AUTHORITIES[row["authority"]].format(row["id"]))
    return found


@cache
def _divisions() -> dict[str, tuple[str, ...]]:
    return {row["place"]: several(row["into"]) for row in read_table("divisions")}


def matches(scheme: str, name: str) -> tuple[str, ...]:
    """IRIs of the same thing elsewhere; `scheme` is ``place`` or ``body``, `name` that of a row of that table."""
    return _matches().get((scheme, name), ())


def divided_into(place: str) -> tuple[str, ...]:
    """The names of the places into which one was divided; empty for the others."""
    return _divisions().get(place, ())
