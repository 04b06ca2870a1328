"""Points 14 and 15: large graphs and file sizes. Times are measured by benchmarks/explorer.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.explorer.picture import LIMIT

# As much as is drawn at once: three steps around the best connected document, the nodes of which stand one by one.
CROWD = """() => {
  const g = luocdo.graph, hub = g.degree.indexOf(Math.max(...g.degree));
  luocdo.go({ view: "map", centres: [hub], unfolded: [], hops: 3 }, { fit: true });
  return hub;
}"""


def test_all_of_twenty_thousand_is_folded_and_said(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 20000", "#v=map")
    folded = opened.js("() => luocdo.map.scene.boxes.map(box => box.members ? box.members.length : 1)")
    assert sum(folded) == 20_000 and 16 <= len(folded) <= 90
    assert opened.page.inner_text("#limit-note").startswith("20.000 văn bản, gộp theo cấp, loại và thời kỳ")
    assert opened.page.inner_text("#counts").startswith("20.000 / 20.000 văn bản")
    opened.page.click("#switch-language")
    assert opened.page.inner_text("#limit-note").startswith("20,000 documents, folded by")


def test_search_reaches_all_of_it_and_moves_there(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 20000")
    hidden = opened.js("() => [...Array(20000).keys()].find(n => n > 15000 && !luocdo.map.drawn.has(n))")
    label = opened.js("n => luocdo.graph.label(n)", hidden)
    opened.page.fill("#search", label)
    names = opened.page.locator("#search-hits .hit-name").all_inner_texts()
    assert names and all(label in name for name in names[:1])
    opened.page.keyboard.press("Enter")
    assert opened.selected() == label
    assert label in opened.drawn() and len(opened.drawn()) <= LIMIT
    x, y = opened.place(opened.js("() => luocdo.state.selected"))
    box = opened.page.locator("#map").bounding_box()
    assert box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]


def test_three_hops_in_a_large_graph_stay_within_the_limit(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 20000", "#v=map")
    hub = opened.js(CROWD)
    for hops in (1, 2, 3):
        opened.js("([node, hops]) => luocdo.go({centres: [node], selected: node, hops})", [hub, hops])
        assert hub in opened.js("() => [...luocdo.map.drawn]")
        assert len(opened.drawn()) <= LIMIT
    opened.js("() => luocdo.go({offRelations: new Set(), offFamilies: new Set()})")
    assert len(opened.drawn()) <= LIMIT


def test_around_many_centres_no_more_is_drawn_than_at_once(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 20000", "#v=map")
    centres = opened.js(
        """() => {
          const { degree, documentCount } = luocdo.graph;
          const centres = [...Array(documentCount).keys()].sort((a, b) => degree[b] - degree[a]).slice(0, 20);
          luocdo.go({ centres, hops: 1 }, { fit: true });
          return centres;
        }"""
    )
    drawn = opened.js("() => [...luocdo.map.drawn]")
    assert len(drawn) == LIMIT and set(centres) <= set(drawn)
    assert opened.js("() => luocdo.map.scene.boxes.some(box => box.more > 0)")  # what is not drawn is counted


def test_panning_and_zooming_draw_nothing_more(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 20000", "#v=map")
    opened.js(CROWD)
    drawn = opened.drawn()
    assert len(drawn) > 20
    box = opened.page.locator("#map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = opened.js("() => luocdo.map.canvas.centre")
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 200, y + 90, steps=8)
    opened.page.mouse.up()
    opened.page.mouse.wheel(0, -300)
    assert opened.js("() => luocdo.map.canvas.centre") != before
    assert opened.drawn() == drawn


def test_the_official_register(explorer: Callable[..., Any]) -> None:
    """4,036 documents of Công báo with their lược đồ."""
    opened = explorer("register", "#v=map")
    assert opened.js("() => luocdo.graph.documentCount") >= 4036
    assert opened.js("() => luocdo.graph.relations.count") >= 14_000
    folded = opened.js("() => luocdo.map.scene.boxes.map(box => box.members ? box.members.length : 1)")
    assert sum(folded) == opened.js("() => luocdo.graph.documentCount")
    opened.page.fill("#search", "nghi dinh 215/2013")
    opened.page.keyboard.press("Enter")
    assert opened.selected() == "215/2013/NĐ-CP"
    opened.page.click('#views [data-view="diagram"]')
    assert "Văn bản căn cứ vào văn bản này" in opened.page.inner_text("#view-diagram")
    opened.page.click('#views [data-view="table"]')
    assert opened.page.locator("#view-table tbody tr").count() == 100


def test_packed_texts_are_the_same_sentences(explorer: Callable[..., Any]) -> None:
    """Large data travel compressed; nothing of it is lost on the way."""
    import explorer_samples as samples

    opened = explorer("synthetic 20000")
    relations = samples.synthetic(20_000).relation_rows
    for row in (1, 4_321, len(relations) - 1):
        assert opened.js("row => luocdo.graph.evidence(row).text", row) == relations[row].evidence.text


@pytest.mark.parametrize(
    ("sample", "megabytes"), [("report", 1.2), ("synthetic 20000", 6), ("register", 3), ("synthetic 1000", 1.5)]
)
def test_file_sizes(sample: str, megabytes: float, rendered: Callable[..., Path]) -> None:
    assert rendered(sample).stat().st_size < megabytes * 1_000_000


# Drags the picture along a way; what is then on the canvas, beside what a painting of everything gives, and how many
# boxes were painted on the way.
DRAG = """steps => {
  const { map } = luocdo, { canvas } = map, { element, context } = canvas;
  canvas.moveTo({ scale: 1 });
  canvas.paint();
  let boxes = 0;
  map.paintBox = function (...rest) { boxes += 1; Object.getPrototypeOf(map).paintBox.apply(this, rest); };
  // Read from a copy: a canvas that is read is another one.
  const pixels = () => {
    const copy = document.createElement("canvas");
    Object.assign(copy, { width: element.width, height: element.height });
    const pen = copy.getContext("2d", { willReadFrequently: true });
    pen.drawImage(element, 0, 0);
    return pen.getImageData(0, 0, copy.width, copy.height).data;
  };
  for (const [x, y] of steps) {
    canvas.stir(false);
    canvas.moveTo({ x: canvas.centre.x + x, y: canvas.centre.y + y });
    canvas.paint();
  }
  const shifted = pixels(), onTheWay = boxes;
  canvas.moving = false;
  boxes = 0;
  canvas.paint();
  const whole = pixels();
  return {
    different: shifted.reduce((count, value, i) => count + (Math.abs(value - whole[i]) > 48), 0),
    onTheWay, boxes, light: whole.filter(value => value > 200).length, dark: whole.filter(value => value < 100).length,
  };
}"""


@pytest.mark.parametrize(
    "steps",
    [[(12, 0)] * 40, [(-9, -7)] * 30, [(30, -4), (-60, 9), (5, 40)] * 8, [(5000, 0), (-5000, 3)], [(0.4, 0.3)] * 9],
    ids=["aside", "aslant", "to and fro", "far", "less than a pixel"],
)
def test_a_dragged_picture_is_the_one_that_is_painted_whole(
    steps: list[tuple[float, float]], explorer: Callable[..., Any]
) -> None:
    opened = explorer("synthetic 1000", "#v=map")
    opened.js(CROWD)
    opened.js("() => luocdo.go({ offRelations: new Set() }, { fit: true })")
    assert opened.js("() => luocdo.map.scene.edges.length") > 200
    found = opened.js(DRAG, steps)
    assert min(found["light"], found["dark"]) > 10_000
    assert found["different"] < 100  # of a million: letters on other parts of a pixel; a seam would be a thousand
    if len(steps) > 20:  # only what comes into sight was painted
        assert found["onTheWay"] < len(steps) / 2 * max(found["boxes"], 1)
