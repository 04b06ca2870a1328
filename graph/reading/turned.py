"""Tables on their side: the heads stand in a column, each document in a column of its own; a form is one with a single
document."""

from __future__ import annotations

from collections.abc import Sequence

from graph.domain.register_heads import is_register, known_heads

Lines = list[tuple[int, list[str]]]
_SHARE = 0.6  # of the heads that are known
_PLACES = 2  # columns in which the heads are sought: a number of the line may stand in front


def on_its_side(lines: Lines) -> Lines | None:
    """The table upright, its lines with the numbers of its columns, what stands above it in front; None where it is
    upright. It is on its side where the first column that has words holds the heads of a register and no line does."""
    if any(is_register(cells) for _, cells in lines):
        return None
    top = next((at for at, (_, cells) in enumerate(lines) if sum(map(bool, cells)) > 1), None)
    if top is None:
        return None
    table = [cells for _, cells in lines[top:] if any(cells)]
    width = max(map(len, table))
    for place in range(min(_PLACES, width - 1)):
        heads = [_at(cells, place) for cells in table]
        filled = [head for head in heads if head]
        if is_register(heads) and known_heads(filled) >= max(2, _SHARE * len(filled)) and len({*filled}) == len(filled):
            columns = range(place, width)
            return [*lines[:top], *((at + 1, [_at(cells, at) for cells in table]) for at in columns)]
    return None


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
