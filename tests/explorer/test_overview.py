"""The map of a large graph without a centre: boxes of documents of one authority, kind and period, which open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WINDOWS = [(1440, 900), (1920, 1080)]

# How many documents each box stands for, how small the smallest words in boxes are, boxes out of the map.
GLANCE = """() => {
  const { map } = luocdo, screen = map.screen(), { first, second } = map.scene.density;
  const outside = b => screen.x(b.x - b.width / 2) < 0 || screen.x(b.x + b.width / 2) > screen.width
    || screen.y(b.y - b.height / 2) < 0 || screen.y(b.y + b.height / 2) > screen.height;
  return {
    boxes: map.scene.boxes.map(b => b.members ? b.members.length : 1),
    words: Math.min(first[0], second ? second[0] : 99) * map.canvas.scale,
    out: map.scene.boxes.filter(outside).length,
    edges: map.scene.edges.map(e => e.edges.length),
  };
}"""
LARGEST = "() => luocdo.map.scene.boxes.filter(b => b.members).sort((a, b) => b.members.length - a.members.length)[0]"


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("sample", ["provincial", "register"])
def test_all_documents_are_in_boxes_that_can_be_read(
    sample: str, window: tuple[int, int], explorer: Callable[..., Any], real: Callable[[str], Path]
) -> None:
    opened = explorer("", "#v=map", path=real(sample), context={"viewport": {"width": window[0], "height": window[1]}})
    seen = opened.js(GLANCE)
    assert sum(seen["boxes"]) == opened.js("() => luocdo.graph.documentCount")
    assert 16 <= len(seen["boxes"]) <= 90
    assert seen["words"] >= 11 and seen["out"] == 0
    assert max(seen["edges"]) > 10  # relations between boxes are bundled


def test_boxes_open_until_documents_stand_one_by_one(explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    opened = explorer("", "#v=map", path=real("register"))
    counts = []
    while members := opened.js(f"() => ({LARGEST})()?.members || []"):
        opened.js(f"() => luocdo.map.enter(({LARGEST})())")
        seen = opened.js(GLANCE)
        counts.append(sum(seen["boxes"]))
        assert counts[-1] == len(members) and seen["words"] >= 11
        assert len(counts) < 9
    assert len(counts) >= 2 and counts == sorted(set(counts), reverse=True)
    note = opened.page.inner_text("#limit-note")
    assert note.endswith(f": {counts[-1]} văn bản.")
    opened.page.click("#back")
    assert sum(opened.js(GLANCE)["boxes"]) == counts[-2]
    opened.page.go_forward()
    opened.wait("count => luocdo.map.scene.shown.size === count", counts[-1])
    shown = opened.drawn()
    opened.page.reload()
    opened.page.wait_for_selector("html[data-complete]", state="attached")
    assert opened.drawn() == shown and opened.page.inner_text("#limit-note") == note  # the address knows what is open
    opened.page.click("#whole")
    assert sum(opened.js(GLANCE)["boxes"]) == opened.js("() => luocdo.graph.documentCount")


def test_filters_narrow_what_is_folded(explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    opened = explorer("", "#v=map", path=real("register"))
    opened.js("() => luocdo.go({ from: 2013, to: 2013, undated: false }, { minor: true })")
    seen = opened.js(GLANCE)
    of_2013 = "() => [...Array(luocdo.graph.documentCount).keys()].filter(n => luocdo.graph.year(n) === 2013).length"
    assert sum(seen["boxes"]) == opened.js(of_2013)
    assert seen["words"] >= 11
    periods = opened.js("() => luocdo.map.scene.boxes.filter(b => b.members).map(b => b.lines[1])")
    assert all("2013" in period for period in periods)


def test_the_keys_reach_folded_boxes(explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    opened = explorer("", "#v=map", path=real("register"))
    opened.page.focus("#map")
    opened.page.keyboard.press("ArrowRight")
    told = opened.page.inner_text("#announced")
    assert "văn bản" in told
    opened.page.keyboard.press("ArrowDown")
    assert opened.page.inner_text("#announced") not in ("", told)
    assert opened.js("() => luocdo.map.held === luocdo.map.hovered")
    while not opened.js("() => luocdo.map.hovered.members"):
        opened.page.keyboard.press("ArrowDown")
    count = opened.js("() => luocdo.map.hovered.members.length")
    opened.page.keyboard.press("Enter")
    assert sum(opened.js(GLANCE)["boxes"]) == count
    assert opened.js("() => luocdo.state.unfolded.length") == 1


def test_what_is_pointed_at_shows_its_relations_with_their_number(
    explorer: Callable[..., Any], real: Callable[[str], Path]
) -> None:
    opened = explorer("", "#v=map", path=real("register"))
    opened.js("() => luocdo.map.point(luocdo.map.scene.edges[0].from)")
    opened.js("() => luocdo.map.canvas.paint()")
    strong = opened.js("() => [...luocdo.map.strong].map(e => e.edges.length)")
    assert strong
    assert any(f"({max(strong)})" in label["text"] for label in opened.js("() => luocdo.map.edgeLabels"))
    opened.js("() => luocdo.map.point(null)")
    assert opened.js("() => luocdo.map.strong.size") == 0


def test_bodies_are_folded_too(explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    opened = explorer("", "#v=map", path=real("register"))
    opened.js("() => luocdo.go({ offFamilies: new Set() }, { minor: true })")
    bodies = opened.js("() => luocdo.map.scene.boxes.filter(b => b.issuer && b.members).map(b => b.lines[0])")
    assert bodies and all(name.endswith("cơ quan") for name in bodies)


def test_a_search_hit_leaves_the_whole_for_its_neighbourhood(
    explorer: Callable[..., Any], real: Callable[[str], Path]
) -> None:
    opened = explorer("", "#v=map", path=real("register"))
    opened.js(f"() => luocdo.map.enter(({LARGEST})())")
    opened.page.fill("#search", "nghi dinh 215/2013")
    opened.page.keyboard.press("Enter")
    assert opened.js("() => luocdo.graph.label(luocdo.state.centres[0])") == "215/2013/NĐ-CP"
    assert opened.js("() => luocdo.state.unfolded") == []
