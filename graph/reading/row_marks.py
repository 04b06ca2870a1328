"""Tables of formats that mark the ends of cells and rows in a run of text (RTF, old Word files)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.reading.tables import barred, is_data

# Pieces that are marks: a paragraph outside of tables ended (or a row begins), a cell ended, a row ended
OUTSIDE, CELL, ROW = "\x00outside", "\x00cell", "\x00row"
BLOCK = "\n\n"  # the end of a paragraph


def laid_out(pieces: Iterable[str]) -> Iterator[str]:
    """The text, tables of data as lines of cells; another table as what stands in its cells, one below the other.

    A row begins where a row is defined or behind a paragraph that is in no table; it ends with its mark."""
    cells: list[str] = []
    text: list[str] = []
    rows: list[list[str]] = []
    for piece in pieces:
        if piece == CELL:
            cells.append("".join(text))
            text.clear()
        elif piece == ROW:
            cells += ["".join(text)] if "".join(text).strip() else []
            text.clear()
            if cells:
                rows.append(list(cells))
            cells.clear()
        elif piece != OUTSIDE:
            text.append(piece)
        elif not cells:
            said = "".join(text)
            if said.strip():
                yield from _table(rows)
                rows.clear()
                yield said
            text.clear()
    yield from _table([*rows, cells] if cells else rows)
    yield "".join(text)


def _table(rows: list[list[str]]) -> Iterator[str]:
    if not rows:
        return
    if is_data([[cell.strip() for cell in row] for row in rows]):
        yield BLOCK
        yield from (barred(row) + BLOCK for row in rows if any(cell.strip() for cell in row))
    else:
        yield from (cell + BLOCK for row in rows for cell in row)
