"""The page on three real graphs, in the windows that people have: what is selected is whole, words can be read, nothing
sticks out. The report is the project's own; the two others skip where the shared folder is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from seen import ALL_IN, SEEN, SMALL_WORDS, SOME

WINDOWS = {
    "1440x900": {"viewport": {"width": 1440, "height": 900}},
    "1920x1080": {"viewport": {"width": 1920, "height": 1080}},
    "390x844": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "480x300": {"viewport": {"width": 480, "height": 300}},
}
VIEWS = ("start", "map", "documents", "diagram", "table", "paths", "source")
SMALL = ("390x844", "480x300")  # windows that show a part of the picture


@pytest.fixture(params=["report", "provincial", "register"])
def graph_page(request: pytest.FixtureRequest, real: Callable[[str], Path]) -> Path:
    return real(request.param)


@pytest.fixture(params=WINDOWS)
def window(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(explorer: Callable[..., Any], graph_page: Path, window: str) -> Any:
    return explorer("", path=graph_page, context=WINDOWS[window])


def test_what_is_selected_is_whole_and_can_be_read(opened: Any, window: str) -> None:
    for node in opened.js(SOME):
        opened.js("node => luocdo.moves.open(node)", node)
        seen = opened.js(SEEN, node)
        assert seen["missing"] == 0 and not seen["overlap"] and seen["inHand"], (node, seen)
        assert seen["crossed"] < 1, seen  # pixels of an edge that lie behind boxes, on average
        assert seen["words"] >= 10.99, (node, seen)
        if window not in SMALL:
            assert seen["out"] == 0 and seen["edgesOut"] == 0 and seen["covered"] == 0, (node, seen)
        # After a filter it is whole and fitted again.
        opened.js(
            "() => luocdo.go({ offRelations: new Set([...luocdo.state.offRelations, 'based_on']) }, { minor: true })"
        )
        again = opened.js(SEEN, node)
        assert again["missing"] == 0 and again["words"] >= 10.99 and (window in SMALL or again["out"] == 0)
        opened.js("() => luocdo.moves.resetFilters()")


def test_in_a_small_window_the_whole_is_one_click_away(opened: Any, window: str) -> None:
    if window not in SMALL:
        pytest.skip("it is there at once")
    opened.js("node => luocdo.moves.open(node)", opened.js(SOME)[0])
    opened.page.click("#fit")
    assert opened.js(ALL_IN)


def test_nothing_sticks_out_in_any_view(opened: Any, window: str) -> None:
    width = WINDOWS[window]["viewport"]["width"]  # type: ignore[index]
    opened.js("node => luocdo.moves.open(node)", opened.js(SOME)[0])
    for view in VIEWS:
        opened.js("view => luocdo.moves.turnTo(view)", view)
        assert opened.js("() => document.documentElement.scrollWidth") <= width, view
        box = opened.page.locator(f"#view-{view}").bounding_box()
        assert box["width"] <= width and box["height"] > 300, view
        small = opened.js(SMALL_WORDS, view)
        assert small == [], view


def test_no_name_is_cut_by_its_column(opened: Any, window: str) -> None:
    """In the list of documents no word lies over that of the next column, and with the panel open no column is out of
    sight where there is room for all of them."""
    opened.js("() => luocdo.moves.documents({})")
    over = opened.js(
        """() => [...document.querySelectorAll("#view-documents tbody :is(th, td)")]
          .filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.innerText)"""
    )
    assert over == []
    if window not in SMALL:
        opened.js("node => luocdo.moves.open(node)", opened.js(SOME)[0])
        for view in ("documents", "table"):
            opened.js("view => luocdo.moves.turnTo(view)", view)
            hidden = "view => { const box = document.querySelector(`#view-${view} .table-box`); return box.scrollWidth - box.clientWidth; }"  # noqa: E501
            assert opened.js(hidden, view) <= 0, view


@pytest.fixture
def quiet(explorer: Callable[..., Any], real: Callable[[str], Path]) -> Iterator[Any]:
    yield explorer("", path=real("report"), context={"reduced_motion": "reduce"})


def test_nothing_moves_by_itself_where_motion_is_reduced(quiet: Any) -> None:
    moving = quiet.js(
        """() => [...document.querySelectorAll("*")].filter(e => {
          const s = getComputedStyle(e);
          const slow = s.transitionDuration.split(",").some(d => parseFloat(d) > 0);
          return s.animationName !== "none" || slow || s.scrollBehavior === "smooth";
        }).length + document.getAnimations().length"""
    )
    assert moving == 0
