"""Where boxes stand: the rules of layout.js, run in the browser."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

import pytest

Item = dict[str, Any]
BOX_HEIGHT = 36


@pytest.fixture
def arrange(module: Callable[[str], Any]) -> Callable[..., dict[str, Any]]:
    """Positions by key (``at``) and the frame of a list of items."""
    page = module("layout")

    def run(items: list[Item]) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(
            "items => { const { positions, frame } = tested.arrange(items); return { at: [...positions], frame }; }",
            items,
        )
        found["at"] = {key: tuple(place) for key, place in found["at"]}
        return found

    return run


def item(key: int, lane: int, width: int, day: int | None = None, issuer: bool = False) -> Item:
    return {"key": key, "lane": lane, "width": width, "day": day, "issuer": issuer}


def crowd(count: int, seed: int) -> list[Item]:
    chance = random.Random(seed)
    items = []
    for key in range(count):
        day = date(chance.choice((1998, *range(2010, 2026))), chance.randint(1, 12), chance.randint(1, 28)).toordinal()
        kind = chance.random()
        dated = None if kind < 0.2 else day
        items.append(item(key, chance.randint(0, 8), 2 * chance.randint(43, 116), dated, kind < 0.1))
    return items


def overlaps(items: list[Item], at: dict[int, tuple[int, int]]) -> list[tuple[int, int]]:
    def touch(a: Item, b: Item) -> bool:
        (ax, ay), (bx, by) = at[a["key"]], at[b["key"]]
        return abs(ax - bx) * 2 < a["width"] + b["width"] and abs(ay - by) < BOX_HEIGHT

    return [(a["key"], b["key"]) for a, b in combinations(items, 2) if touch(a, b)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [1, 2, 40, 300])
def test_no_boxes_overlap_and_all_stand_in_their_lane(count: int, seed: int, arrange: Callable[..., Any]) -> None:
    items = crowd(count, seed)
    found = arrange(items)
    assert overlaps(items, found["at"]) == []
    bands = {lane: (top, bottom) for lane, top, bottom in found["frame"]["bands"]}
    for one in items:
        y = found["at"][one["key"]][1]
        top, bottom = bands[one["lane"]]
        assert top <= y - BOX_HEIGHT / 2 and y + BOX_HEIGHT / 2 <= bottom


def test_three_hundred_of_one_day_do_not_overlap(arrange: Callable[..., Any]) -> None:
    items = [item(key, 3, 100, date(2018, 6, 4).toordinal()) for key in range(300)]
    assert overlaps(items, arrange(items)["at"]) == []


def test_the_order_of_the_items_does_not_matter(arrange: Callable[..., Any]) -> None:
    items = crowd(120, 1)
    shuffled = items[:]
    random.Random(2).shuffle(shuffled)
    assert arrange(items) == arrange(shuffled)


def test_dated_boxes_stand_at_their_date(arrange: Callable[..., Any]) -> None:
    """Within a year the axis is linear; equal dates have equal places, later ones lie further right."""
    days = [date(2015, 1, 1), date(2015, 7, 2), date(2016, 1, 1), date(2017, 1, 1), date(2016, 7, 1)]
    items = [item(key, 0, 100, day.toordinal()) for key, day in enumerate(days)]
    again = [item(key + 5, 1, 100, day.toordinal()) for key, day in enumerate(days)]
    at = arrange([*items, *again])["at"]
    x = [at[key][0] for key in range(len(days))]
    assert x == [at[key + 5][0] for key in range(len(days))]
    assert abs(x[1] - (x[0] + x[2]) / 2) <= 1
    assert abs(x[4] - (x[2] + x[3]) / 2) <= 1
    assert x[0] < x[1] < x[2] < x[4] < x[3]


def test_a_busy_year_is_wider_and_no_tower(arrange: Callable[..., Any]) -> None:
    busy = [item(key, 0, 100, date(2025, 1 + key % 12, 1 + key % 28).toordinal()) for key in range(120)]
    quiet = [item(200 + year, 0, 100, date(year, 6, 1).toordinal()) for year in range(2010, 2025)]
    frame = arrange([*busy, *quiet])["frame"]
    lefts = frame["axis"]["lefts"]
    widths = {year: lefts[i + 1] - lefts[i] for i, year in enumerate(frame["axis"]["years"])}
    assert widths[2025] > 3 * widths[2014]
    assert frame["bands"][-1][2] - frame["bands"][0][1] < 1.5 * (lefts[-1] - lefts[0])


def test_a_week_of_many_decisions_is_no_tower(arrange: Callable[..., Any]) -> None:
    """They stand side by side around their date, in their order within a row, without touching."""
    items = [item(key, 0, 100, date(2025, 12, 1 + key % 7).toordinal()) for key in range(120)]
    found = arrange([*items, item(200, 1, 100, date(2020, 1, 1).toordinal())])
    places = [found["at"][key] for key in range(120)]
    height = max(y for _, y in places) - min(y for _, y in places)
    width = max(x for x, _ in places) - min(x for x, _ in places)
    assert height < 1.5 * width
    assert overlaps(items, found["at"]) == []
    days = {key: one["day"] for key, one in enumerate(items)}
    for y in {y for _, y in places}:
        row = sorted((found["at"][key][0], days[key]) for key in range(120) if found["at"][key][1] == y)
        assert [day for _, day in row] == sorted(day for _, day in row)


def test_hidden_issuers_do_not_hold_the_lanes_apart(arrange: Callable[..., Any]) -> None:
    day = date(2020, 5, 5).toordinal()
    alone = arrange([item(0, 0, 100, day)])["frame"]["bands"]
    assert arrange([item(0, 0, 100, day), item(1, 0, 140, None, True)])["frame"]["bands"] == alone


def test_long_empty_runs_shrink_and_are_told(arrange: Callable[..., Any]) -> None:
    items = [item(year, 0, 60, date(year, 6, 1).toordinal()) for year in (1998, 2013, 2014, 2017)]
    axis = arrange(items)["frame"]["axis"]
    left = dict(zip(axis["years"], axis["lefts"], strict=False))
    assert axis["breaks"] == [[1999, 2012]]
    assert left[2013] - left[1999] < 2 * (left[2014] - left[2013])  # fourteen years
    assert left[2016] - left[2015] == left[2017] - left[2016] > 0
    assert axis["lefts"] == sorted(axis["lefts"])


def test_undated_stand_left_and_issuers_right_of_the_axis(arrange: Callable[..., Any]) -> None:
    day = date(2020, 5, 5).toordinal()
    found = arrange([item(0, 0, 100, day), item(1, 0, 120), item(2, 0, 140, None, True)])
    frame, at = found["frame"], found["at"]
    assert frame["undated"][0] < at[1][0] < frame["undated"][1] < 0
    assert frame["axis"]["lefts"][-1] < frame["issuers"][0] < at[2][0] < frame["issuers"][1]


def test_nothing_to_draw_is_an_empty_frame(arrange: Callable[..., Any]) -> None:
    found = arrange([])
    assert found["at"] == {} and found["frame"]["bands"] == [] and found["frame"]["axis"]["lefts"] == [0]


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 1999, 2000, 2024, 2100])
def test_years_begin_where_python_says(year: int, module: Callable[[str], Any]) -> None:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    script = "([year, first, last]) => [tested.yearStart(year), tested.yearOf(first), tested.yearOf(last)]"
    assert module("layout").evaluate(script, [year, first, last]) == [first, year, year]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-10-25", "2017-10-25"), ("2017-10", "2017-10-15"), ("2017", "2017-07-01"), ("2017-02-30", None),
        ("0001-01-01", None), ("9999-01-01", None), ("", None), (None, None), ("hôm qua", None), ("2017-13", None),
    ],
)  # fmt: skip
def test_days(text: str | None, day: str | None, module: Callable[[str], Any]) -> None:
    found = module("dates").evaluate("text => tested.dayOf(text)", text)
    assert found == (date.fromisoformat(day).toordinal() if day else None)


@pytest.mark.parametrize(("count", "months"), [(2, True), (60, False)])
def test_months_are_written_only_where_boxes_stand_at_their_dates(
    count: int, months: bool, arrange: Callable[..., Any], module: Callable[[str], Any]
) -> None:
    """Where a week has more documents than find room, they stand side by side around it."""
    day = date(2025, 12, 1).toordinal()
    items = [item(0, 0, 120, date(2025, 6, 16).toordinal())]
    items += [item(1 + i, 1, 120, day + i % 7) for i in range(count)]
    found = arrange(items)
    axis = found["frame"]["axis"]
    assert axis["moved"] == ([] if months else [2025])
    ticks = [
        text for text, _ in module("drawing").evaluate("axis => tested.ticks(axis, 1)", {**axis, "lefts": [0, 900]})
    ]
    assert "2025" in ticks and any("/" in text for text in ticks) == months


def test_a_way_within_a_row_runs_below_it(module: Callable[[str], Any]) -> None:
    """Between the same two heights it crosses no box, however many stand between; below the last row too."""
    page = module("channels")
    for rows in ([0], [0, 40], [-40, 0]):
        way = page.evaluate(
            """rows => {
              const row = y => [0, 100, 200, 300].map((x, i) => ({ id: i + y, x, y, width: 80, height: 30 }));
              const boxes = rows.flatMap(row);
              const here = boxes.filter(box => box.y === 0);
              return new tested.Channels(boxes).way(here[0], here[3], 10, 290, 1);
            }""",
            rows,
        )
        assert way[0] == [10, 15] and way[-1] == [290, 15]
        assert all(15 <= y < 30 for _, y in way) and {y for _, y in way[1:-1]} == {way[1][1]} and way[1][1] > 15
