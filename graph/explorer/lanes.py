"""Authority: the lane a document or an issuer stands in, and the family that gives it its colour (table ``lanes.csv``).

Both follow from the issuer's branch and from its rank in `graph.domain`; where the name has no rank, or one that its
level contradicts (``Đảng ủy Sở Công Thương`` is a unit), the level decides.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.domain import IssuingBody, body_by_name, rank_of
from graph.model import Document, Issuer

# level -> (lowest rank, highest rank, the rank taken when the name has none); the scale is graph.domain's
LEVEL_RANKS = {
    "central": (1, 19, 10),
    "provincial": (20, 29, 24),
    "district": (30, 39, 33),
    "commune": (40, 49, 43),
    "unit": (50, 99, 50),
}
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an issuer sits: `lane` and `family` are ids of the table."""

    lane: str
    family: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane with its names, in the order of the table (highest authority first)."""

    id: str
    vi: str
    en: str


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files(__package__).joinpath("lanes.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def lanes() -> tuple[Lane, ...]:
    """Every lane once, from the highest authority down; the last one is for unknown issuers."""
    found = {row["id"]: Lane(row["id"], row["vi"], row["en"]) for row in _rows()}
    order = sorted(found, key=lambda id: id == UNKNOWN)
    return tuple(found[id] for id in order)


@cache
def families() -> tuple[str, ...]:
    """Every family once, in the order of the table."""
    return tuple(dict.fromkeys(row["family"] for row in _rows()))


@cache
def _seat(branch: str, rank: int) -> Seat:
    for row in _rows():
        if row["branch"] == branch and int(row["rank_from"]) <= rank <= int(row["rank_to"]):
            return Seat(row["id"], row["family"])
    return Seat(UNKNOWN, UNKNOWN)


def _body(name: str) -> IssuingBody | None:
    """The body that `name` names or begins with: ``Đảng ủy Sở Công Thương`` begins with ``Đảng ủy Sở``."""
    words = name.split()
    return next(filter(None, (body_by_name(" ".join(words[:count])) for count in range(len(words), 0, -1))), None)


@cache
def _seat_of(name: str, branch: str | None, level: str | None) -> Seat:
    body = _body(name)
    rank = rank_of(name)
    branch = branch or (body.branch if body else None)
    level = level or (body.level if body else None)
    if branch is None:
        return Seat(UNKNOWN, UNKNOWN)
    bounds = LEVEL_RANKS.get(level or "")
    if bounds is not None and (rank is None or not bounds[0] <= rank <= bounds[1]):
        rank = bounds[2]
    return _seat(branch, rank) if rank is not None else Seat(UNKNOWN, UNKNOWN)


def seat_of_issuer(issuer: Issuer) -> Seat:
    """Lane and family of an issuer."""
    return _seat_of(issuer.name, issuer.branch, issuer.level)


def seat_of_document(document: Document, issuer: Issuer | None) -> Seat:
    """Lane and family of a document: those of its issuer where the graph knows it, else of the issuer it names."""
    if issuer is not None:
        return seat_of_issuer(issuer)
    return _seat_of(document.issuer, None, None) if document.issuer else Seat(UNKNOWN, UNKNOWN)
