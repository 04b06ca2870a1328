"""Where boxes stand: the rules of layout.py, and that the page's own layout is the same."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

import graph.explorer
from graph.explorer.layout import BOX_HEIGHT, BREAK, EMPTY_YEAR, Frame, Item, arrange, make_axis, year_of, year_start

PAGE = Path(graph.explorer.__file__).parent / "page"


def crowd(count: int, seed: int) -> list[Item]:
    chance = random.Random(seed)
    items = []
    for key in range(count):
        day = date(chance.choice((1998, *range(2010, 2026))), chance.randint(1, 12), chance.randint(1, 28)).toordinal()
        kind = chance.random()
        items.append(
            Item(key, chance.randint(0, 8), 2 * chance.randint(43, 116), None if kind < 0.2 else day, kind < 0.1)
        )
    return items


def overlaps(items: list[Item], frame: Frame) -> list[tuple[int, int]]:
    def touch(a: Item, b: Item) -> bool:
        (ax, ay), (bx, by) = frame.positions[a.key], frame.positions[b.key]
        return abs(ax - bx) * 2 < a.width + b.width and abs(ay - by) < BOX_HEIGHT

    return [(a.key, b.key) for a, b in combinations(items, 2) if touch(a, b)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [1, 2, 40, 300])
def test_no_boxes_overlap_and_all_stand_in_their_lane(count: int, seed: int) -> None:
    items = crowd(count, seed)
    frame = arrange(items)
    assert overlaps(items, frame) == []
    bands = {band.lane: band for band in frame.bands}
    for item in items:
        y = frame.positions[item.key][1]
        band = bands[item.lane]
        assert band.top <= y - BOX_HEIGHT / 2 and y + BOX_HEIGHT / 2 <= band.bottom


def test_three_hundred_of_one_day_do_not_overlap() -> None:
    items = [Item(key, 3, 100, date(2018, 6, 4).toordinal()) for key in range(300)]
    assert overlaps(items, arrange(items)) == []


def test_the_order_of_the_items_does_not_matter() -> None:
    items = crowd(120, 1)
    shuffled = items[:]
    random.Random(2).shuffle(shuffled)
    assert arrange(items) == arrange(shuffled)


def test_dated_boxes_stand_at_their_date() -> None:
    """Within a year the axis is linear; equal dates have equal places, later ones lie further right."""
    days = [date(2015, 1, 1), date(2015, 7, 2), date(2016, 1, 1), date(2017, 1, 1), date(2016, 7, 1)]
    items = [Item(key, 0, 100, day.toordinal()) for key, day in enumerate(days)]
    again = [Item(key + 5, 1, 100, day.toordinal()) for key, day in enumerate(days)]
    frame = arrange([*items, *again])
    x = [frame.positions[key][0] for key in range(len(days))]
    assert x == [frame.positions[key + 5][0] for key in range(len(days))]
    assert abs(x[1] - (x[0] + x[2]) / 2) <= 1
    assert abs(x[4] - (x[2] + x[3]) / 2) <= 1
    assert x[0] < x[1] < x[2] < x[4] < x[3]


def test_a_busy_year_is_wider_and_no_tower() -> None:
    busy = [Item(key, 0, 100, date(2025, 1 + key % 12, 1 + key % 28).toordinal()) for key in range(120)]
    quiet = [Item(200 + year, 0, 100, date(year, 6, 1).toordinal()) for year in range(2010, 2025)]
    frame = arrange([*busy, *quiet])
    axis = frame.axis
    widths = {year: axis.lefts[i + 1] - axis.lefts[i] for i, year in enumerate(axis.years)}
    assert widths[2025] > 3 * widths[2014]
    height = frame.bands[-1].bottom - frame.bands[0].top
    assert height < 1.5 * (axis.end - axis.lefts[0])


def test_hidden_issuers_do_not_hold_the_lanes_apart() -> None:
    day = date(2020, 5, 5).toordinal()
    alone = arrange([Item(0, 0, 100, day)])
    assert arrange([Item(0, 0, 100, day), Item(1, 0, 140, None, True)]).bands == alone.bands


def test_long_empty_runs_shrink_and_are_told() -> None:
    axis = make_axis({1998: 100, 2013: 100, 2014: 150, 2017: 100})
    assert axis.breaks == ((1999, 2012),)
    assert axis.x(year_start(1998)) == 0
    assert axis.x(year_start(2013)) == 100 + BREAK
    assert axis.x(year_start(2014)) == 200 + BREAK
    assert axis.x(year_start(2017)) == 350 + BREAK + 2 * EMPTY_YEAR
    places = [axis.x(year_start(year)) for year in range(1998, 2018)]
    assert places == sorted(places)


def test_undated_stand_left_and_issuers_right_of_the_axis() -> None:
    day = date(2020, 5, 5).toordinal()
    frame = arrange([Item(0, 0, 100, day), Item(1, 0, 120), Item(2, 0, 140, None, True)])
    assert frame.undated is not None and frame.issuers is not None
    assert frame.undated[0] < frame.positions[1][0] < frame.undated[1] < 0
    assert frame.axis.end < frame.issuers[0] < frame.positions[2][0] < frame.issuers[1]


def test_nothing_to_draw_is_an_empty_frame() -> None:
    frame = arrange([])
    assert frame.positions == {} and frame.bands == () and frame.axis.end == 0


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 1999, 2000, 2024, 2100])
def test_years_begin_where_python_says(year: int) -> None:
    assert year_start(year) == date(year, 1, 1).toordinal()
    assert year_of(date(year, 1, 1).toordinal()) == year_of(date(year, 12, 31).toordinal()) == year


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
@pytest.mark.parametrize("count", [1, 25, 300])
def test_the_page_lays_out_in_the_same_way(count: int) -> None:
    """layout.js against layout.py, number by number."""
    items = crowd(count, count)
    rows = [{"key": i.key, "lane": i.lane, "width": i.width, "day": i.day, "issuer": i.issuer} for i in reversed(items)]
    program = f"""
      import {{ arrange }} from {json.dumps((PAGE / "layout.js").as_uri())};
      const {{ positions, frame }} = arrange({json.dumps(rows)});
      console.log(JSON.stringify({{ positions: Object.fromEntries(positions), frame }}));
    """
    command = ["node", "--input-type=module", "-e", program]
    result = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    frame = arrange(items)
    assert {int(key): tuple(place) for key, place in result["positions"].items()} == frame.positions
    assert result["frame"] == json.loads(json.dumps(frame.as_json()))
