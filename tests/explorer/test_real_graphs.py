"""The page on three real graphs, in the windows that people have: what is selected is whole, words can be read, nothing
sticks out. The report is the project's own; the two others skip where the shared folder is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

WINDOWS = {
    "1440x900": {"viewport": {"width": 1440, "height": 900}},
    "1920x1080": {"viewport": {"width": 1920, "height": 1080}},
    "390x844": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
VIEWS = ("start", "map", "documents", "diagram", "table", "paths", "source")
PHONE = "390x844"


@pytest.fixture(params=["report", "provincial", "register"])
def graph_page(request: pytest.FixtureRequest, real: Callable[[str], Path]) -> Path:
    return real(request.param)


@pytest.fixture(params=WINDOWS)
def window(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(explorer: Callable[..., Any], graph_page: Path, window: str) -> Any:
    return explorer("", path=graph_page, context=WINDOWS[window])


# Documents with many relations: the best connected, that with most relations of all kinds, one in the middle.
SOME = """() => {
  const g = luocdo.graph, all = [...Array(g.documentCount).keys()];
  const relations = n => g.outgoing(n).length + g.incoming(n).length;
  const most = weight => all.reduce((best, n) => weight(n) > weight(best) ? n : best, 0);
  const middle = all.filter(n => g.degree[n] > 0).sort((a, b) => g.degree[a] - g.degree[b]);
  return [...new Set([most(n => g.degree[n]), most(relations), middle[middle.length >> 1]])];
}"""

# What is missing of a node's relations, the size of the smallest words in boxes on the screen, boxes out of the map.
SEEN = """node => {
  const { graph, filters, map, state } = luocdo, drawn = new Set(map.drawnEdges), screen = map.screen();
  const edges = [...graph.outgoing(node), ...graph.incoming(node)].filter(edge => !graph.isLoop(edge) && filters.edge(edge));
  const boxes = map.scene.boxes.map(b => [screen.x(b.x - b.width / 2), screen.x(b.x + b.width / 2), screen.y(b.y - b.height / 2), screen.y(b.y + b.height / 2)]);
  const { first, second } = map.scene.density;
  return {
    missing: edges.filter(edge => !drawn.has(edge)).length,
    words: Math.min(first[0], second ? second[0] : 99) * map.canvas.scale,
    out: boxes.filter(([l, r, t, b]) => l < 0 || r > screen.width || t < 0 || b > screen.height).length,
    covered: document.querySelector("#limit-note").hidden ? 0 : boxes.filter(([, , t]) => t < document.querySelector("#limit-note").offsetTop + 20).length,
    crossed: map.scene.edges.reduce((sum, edge) => sum + edge.crossed, 0) / Math.max(map.scene.edges.length, 1),
    overlap: boxes.some((a, i) => boxes.some((b, j) => j > i && a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3])),
  };
}"""  # noqa: E501


def test_what_is_selected_is_whole_and_can_be_read(opened: Any, window: str) -> None:
    for node in opened.js(SOME):
        opened.js("node => luocdo.moves.open(node)", node)
        seen = opened.js(SEEN, node)
        assert seen["missing"] == 0 and not seen["overlap"]
        if window != PHONE:  # on a phone the picture is larger than the window
            assert seen["crossed"] < 12, seen  # pixels of an edge that lie behind boxes, on average
            assert seen["words"] >= 11 and seen["out"] == 0 and seen["covered"] == 0, (node, seen)
        # After a filter it is whole and fitted again.
        opened.js(
            "() => luocdo.go({ offRelations: new Set([...luocdo.state.offRelations, 'based_on']) }, { minor: true })"
        )
        again = opened.js(SEEN, node)
        assert again["missing"] == 0 and (window == PHONE or again["out"] == 0)
        opened.js("() => luocdo.moves.resetFilters()")


def test_nothing_sticks_out_in_any_view(opened: Any, window: str) -> None:
    width = WINDOWS[window]["viewport"]["width"]  # type: ignore[index]
    opened.js("node => luocdo.moves.open(node)", opened.js(SOME)[0])
    for view in VIEWS:
        opened.js("view => luocdo.moves.turnTo(view)", view)
        assert opened.js("() => document.documentElement.scrollWidth") <= width, view
        box = opened.page.locator(f"#view-{view}").bounding_box()
        assert box["width"] <= width and box["height"] > 300, view
        small = opened.js(
            """view => [...document.querySelectorAll(`#view-${view} *`)].filter(e => e.checkVisibility?.()
              && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && !e.closest(".unseen, option")
              && parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.getScreenCTM().a : 1) < 10.9)
              .map(e => e.outerHTML.slice(0, 90))""",
            view,
        )
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
    if window != PHONE:
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
