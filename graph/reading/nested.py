"""Rows of JSON whose cells are objects and lists: the same rows with plain cells, as far as a register needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.domain.register_heads import roles_of
from graph.normalise import fold
from graph.reading.tables import is_record

_DEPTH = 3  # of objects in objects
_NAMES = {"name", "ten", "title", "label", "value", "text"}  # of the member that says what an object is


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """`row` with cells for what its objects hold: ``{"agency": {"name": "Chính phủ"}}`` is the cell ``agency``,
    ``{"doc": {"number": …}}`` the cell ``number``; the members of a list stand in one cell, with semicolons between. Of
    a row that is an entry of a register as it is, what no head of a register names stays as it is."""
    entry = is_record(row)
    found: dict[str, Any] = {}
    for key, value in row.items():
        closed = entry and not roles_of(str(key))
        if not isinstance(value, dict | list) or closed:
            found[key] = value
        if not isinstance(value, dict | list) or (closed and isinstance(value, list)):
            continue
        if isinstance(value, list):
            found[key] = "; ".join(filter(None, map(_said, value)))
        else:
            for name, cell in _members(str(key), value, _DEPTH):
                last = name.rpartition(" ")[2]
                if roles_of(last) and last not in row:
                    found.setdefault(last, cell)
                elif not closed:
                    found.setdefault(name, cell)
    return found


def _members(key: str, value: Mapping[str, Any], depth: int) -> Iterator[tuple[str, Any]]:
    """(path, cell) of all that an object holds."""
    for inner, cell in value.items():
        # "ten" of "docInfo loai" is the type, whatever a "ten" alone would be
        is_name = fold(str(inner)) in _NAMES and bool(roles_of(key.rpartition(" ")[2]) or not roles_of(str(inner)))
        name = key if is_name else f"{key} {inner}"
        if isinstance(cell, dict) and depth:
            yield from _members(name, cell, depth - 1)
        else:
            yield name, "; ".join(filter(None, map(_said, cell))) if isinstance(cell, list) else cell


def _said(value: object) -> str:
    """A member of a list in words: an object by its plain cells."""
    if isinstance(value, dict):
        return " ".join(str(cell) for cell in value.values() if isinstance(cell, str | int | float))
    return str(value) if isinstance(value, str | int | float) else ""
