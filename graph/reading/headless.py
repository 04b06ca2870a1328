"""Tables whose columns have no names: what the columns are, by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.domain.bodies import body_by_name
from graph.domain.document_types import type_by_name

_NUMBER = re.compile(r"\d{1,5}[A-Za-zĐđ]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/-]\s*[A-ZĐ][\w&.]*(?:\s?[-/]\s?[A-ZĐ][\w&.]*)*")
_DAY = re.compile(r"(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d", re.IGNORECASE)
_MOST_OF = 0.6  # of the cells of a column that say what it is
_TITLE = 15  # characters that titles have on the average
# A name as the table of heads has it, and what its cells are
_KINDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("Số, ký hiệu", _NUMBER.fullmatch),
    ("Ngày ban hành", _DAY.fullmatch),
    ("Loại văn bản", type_by_name),
    ("Cơ quan ban hành", body_by_name),
)


def heads_by_values(lines: Sequence[Sequence[str]]) -> list[str]:
    """Names for the columns of a table without any, by its first lines: "Số, ký hiệu (cột 2)". Only a kind that one
    column alone has is named, and only in a table with a column of numbers of documents; others are "cột 3"."""
    columns = [[line[at] for line in lines if at < len(line) and line[at]] for at in range(max(map(len, lines)))]
    names = {}
    for name, fits in _KINDS:
        found = [at for at, cells in enumerate(columns) if cells and _share(cells, fits) >= _MOST_OF]
        if len(found) == 1:
            names[found[0]] = name
        elif name == _KINDS[0][0]:  # no number, or two: whose the row is nothing tells
            return [f"cột {at}" for at in range(1, len(columns) + 1)]
    rest = {at: sum(map(len, cells)) / len(cells) for at, cells in enumerate(columns) if cells and at not in names}
    longest = max(rest, key=lambda at: rest[at], default=None)
    if longest is not None and rest[longest] >= _TITLE:
        names[longest] = "Trích yếu"
    return [f"{names[at]} (cột {at + 1})" if at in names else f"cột {at + 1}" for at in range(len(columns))]


def _share(cells: list[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(cell)) for cell in cells) / len(cells)
