"""Where each box stands: lanes by authority from top to bottom, a time axis from left to right.

A year is as wide as its fullest lane needs, so that one busy year does not become a tower beside empty ground; within
a year the axis is linear, and every year has its tick. Runs of at least `LONG_GAP` years without any document shrink
and are marked as a break. A dated document stands with its centre exactly at its date; boxes that would touch go to the
next row of their lane. Undated documents stand in a column left of the axis, issuers in a column right of it. Nothing
here is random: the same items give the same whole-pixel positions, whatever their order.
`page/layout.js` does the same for the neighbourhoods of a large graph; a test holds the two together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import ceil, floor, sqrt

BOX_HEIGHT = 36  # pixels at zoom 1
ROW = 44
GAP = 10  # between neighbours of a row
LANE_PADDING = 13
COLUMN_MARGIN = 26  # between the axis and the columns beside it
VIEW_WIDTH, VIEW_HEIGHT = 860, 740  # the picture that the widths are chosen for
ROWS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 40, 60)  # rows that a year's boxes may take: less is wider
EMPTY_YEAR, FULL_YEAR = 36, 72  # pixels that a year without and with documents has at least
BREAK = 64  # pixels of a shrunken run of years
LONG_GAP = 3  # empty years from which the axis is broken


@dataclass(frozen=True, slots=True)
class Item:
    """One box. `lane` counts from the top, `day` is a proleptic Gregorian ordinal or None, `width` in pixels."""

    key: int
    lane: int
    width: int
    day: int | None = None
    issuer: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A lane of the picture: its number and its upper and lower edge."""

    lane: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Years from left to right: `lefts` has the pixel where each of `years` begins, and one more for the end;
    `breaks` are first and last year of each shrunken run. Without years the axis is empty."""

    years: tuple[int, ...]
    lefts: tuple[int, ...]
    breaks: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        return self.lefts[-1]

    def x(self, day: int) -> int:
        """Pixel of a day; it must lie within the axis."""
        year = year_of(day)
        place = bisect_right(self.years, year) - 1
        start, next_start = year_start(year), year_start(year + 1)
        left, right = self.lefts[place], self.lefts[place + 1]
        return left + floor((day - start) * (right - left) / (next_start - start) + 0.5)


def make_axis(widths: Mapping[int, int]) -> Axis:
    """An axis for documents of these years, each as wide as it says (pixels)."""
    filled = sorted(widths)
    if not filled:
        return Axis((), (0,), ())
    all_years: list[int] = []
    lefts: list[int] = []
    breaks: list[tuple[int, int]] = []
    left = 0
    previous = filled[0]
    for year in filled:
        gap = range(previous + 1, year)
        long = len(gap) >= LONG_GAP
        for place, empty in enumerate(gap):
            all_years.append(empty)
            lefts.append(left + (place * BREAK // len(gap) if long else place * EMPTY_YEAR))
        if long:
            breaks.append((gap[0], gap[-1]))
        left += BREAK if long else len(gap) * EMPTY_YEAR
        all_years.append(year)
        lefts.append(left)
        left += widths[year]
        previous = year
    return Axis(tuple(all_years), (*lefts, left), tuple(breaks))


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawn picture: centre of each box by key, lanes, the time axis, and the outer edges of the columns
    (`undated` left of 0, `issuers` right of the axis; None where empty)."""

    positions: dict[int, tuple[int, int]]
    bands: tuple[Band, ...]
    axis: Axis
    undated: tuple[int, int] | None
    issuers: tuple[int, int] | None

    def as_json(self) -> dict[str, object]:
        """What the page needs beside the positions."""
        return {
            "bands": [[band.lane, band.top, band.bottom] for band in self.bands],
            "axis": asdict(self.axis),
            "undated": self.undated,
            "issuers": self.issuers,
        }


def year_start(year: int) -> int:
    """Ordinal of 1 January (proleptic Gregorian, as `datetime.date.toordinal`)."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1


def year_of(day: int) -> int:
    """Year of an ordinal."""
    year = max(1, (day * 400) // 146097)
    while year_start(year + 1) <= day:
        year += 1
    return year


def pack(spans: Sequence[tuple[int, int]]) -> tuple[list[int], int]:
    """Rows for `spans` (centre, width), which are in order of drawing: the first row where each has room; and how many
    rows that takes."""
    ends: list[int] = []
    rows: list[int] = []
    for centre, width in spans:
        left = centre - ceil(width / 2)
        row = next((i for i, end in enumerate(ends) if end + GAP <= left), len(ends))
        if row == len(ends):
            ends.append(0)
        ends[row] = centre + ceil(width / 2)
        rows.append(row)
    return rows, len(ends)


def _grid_rows(count: int, height: int) -> int:
    """Rows of a column of `count` boxes: about `height` times as high in boxes as it is wide."""
    return min(count, ceil(sqrt(count * height)))


def arrange(items: Sequence[Item]) -> Frame:
    """Positions of all items, with the widths of years that show the whole picture largest."""
    ordered = sorted(items, key=lambda item: (item.day or 0, item.key))
    dated = [item for item in ordered if item.day is not None and not item.issuer]
    undated = [item for item in ordered if item.day is None and not item.issuer]
    issuers = [item for item in ordered if item.issuer]
    lanes = sorted({item.lane for item in ordered})
    demand: dict[int, dict[int, int]] = {}  # pixels that the boxes of a year take side by side, by year and lane
    for item in dated:
        of_year = demand.setdefault(year_of(item.day or 0), {})
        of_year[item.lane] = of_year.get(item.lane, 0) + item.width + GAP

    def heights(axis: Axis) -> tuple[dict[int, int], dict[int, tuple[list[int], int]]]:
        packed = {lane: pack([(axis.x(i.day or 0), i.width) for i in dated if i.lane == lane]) for lane in lanes}
        rows = {}
        for lane in lanes:
            left = _grid_rows(sum(1 for item in undated if item.lane == lane), 3)
            # Issuers are hidden at first and must not hold the lanes apart.
            right = _grid_rows(sum(1 for item in issuers if item.lane == lane), 1)
            rows[lane] = max(1, packed[lane][1], left, right)
        return rows, packed

    def column_width(members: list[Item], rows: dict[int, int]) -> tuple[int, int]:
        """Width of one cell and of the whole column (0, 0 when there are no members)."""
        if not members:
            return 0, 0
        cell = max(item.width for item in members) + GAP
        most = max(ceil(sum(1 for item in members if item.lane == lane) / rows[lane]) for lane in lanes)
        return cell, cell * most

    def extent(axis: Axis) -> tuple[int, int]:
        """Left and right edge of the axis with the boxes that stand out over its ends."""
        halves = [(axis.x(item.day or 0), item.width // 2) for item in dated]
        return min([0, *(x - half for x, half in halves)]), max([axis.end, *(x + half for x, half in halves)])

    zooms: list[tuple[float, Axis]] = []
    for most in ROWS:
        axis = make_axis({y: max(FULL_YEAR, ceil(max(taken.values()) / most)) for y, taken in demand.items()})
        rows, _ = heights(axis)
        left, right = extent(axis)
        width = right - left
        for members in (undated, issuers):
            column = column_width(members, rows)[1]
            width += column + COLUMN_MARGIN if column else 0
        height = sum(count * ROW + 2 * LANE_PADDING for count in rows.values())
        zoom = min(VIEW_WIDTH / max(width, 1), VIEW_HEIGHT / max(height, 1), 1.0)
        zooms.append((zoom, axis))
    enough = max(zoom for zoom, _ in zooms) * 0.98
    axis = [axis for zoom, axis in zooms if zoom >= enough][-1]  # of equally good ones the widest

    rows, packed = heights(axis)
    left, right = extent(axis)
    left, right = left - COLUMN_MARGIN, right + COLUMN_MARGIN
    positions: dict[int, tuple[int, int]] = {}
    bands = []
    top = 0
    undated_cell, undated_width = column_width(undated, rows)
    issuer_cell, issuer_width = column_width(issuers, rows)
    for lane in lanes:
        height = rows[lane] * ROW + 2 * LANE_PADDING
        base = top + LANE_PADDING + ROW // 2
        members = [item for item in dated if item.lane == lane]
        for item, row in zip(members, packed[lane][0], strict=True):
            positions[item.key] = (axis.x(item.day or 0), base + row * ROW)
        for beside, cell, start, step in (
            (undated, undated_cell, left, -1),
            (issuers, issuer_cell, right, 1),
        ):
            inside = [item for item in beside if item.lane == lane]
            for place, item in enumerate(inside):
                across, down = divmod(place, rows[lane])
                positions[item.key] = (start + step * (across * cell + cell // 2), base + down * ROW)
        bands.append(Band(lane, top, top + height))
        top += height
    return Frame(
        positions,
        tuple(bands),
        axis,
        (left - undated_width, left) if undated else None,
        (right, right + issuer_width) if issuers else None,
    )
