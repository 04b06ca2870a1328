"""Points 4, 5 and 6: lanes and time, colours, borders, shapes and lines, toggles and counts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import explorer_samples as samples
import pytest

from graph.explorer import render
from graph.explorer.picture import LIMIT
from graph.model import Document, Evidence, Relation, Snapshot


def boxes(opened: Any) -> list[dict[str, Any]]:
    """Drawn boxes with place, size, lane and day."""
    return opened.js(
        """() => luocdo.map.scene.boxes.map(({ node, lines, lane, day, x, y, width, height }) =>
          ({ label: node < 0 ? lines[0] : luocdo.graph.label(node), x, y, width, height, lane: luocdo.graph.data.lanes[lane].id, day }))"""  # noqa: E501
    )


# --- 4: lanes, time, no overlaps ---


def test_lanes_follow_authority_from_top_to_bottom(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    expected = {
        "57-NQ/TW": "party-centre", "29/2013/QH13": "assembly", "08/2014/NĐ-CP": "government", "03/NQ-CP": "government",
        "20/2020/TT-BTC": "ministries", "12-CTr/TU": "provincial-party", "45/KH-UBND": "provincial-state",
        "88/SKHCN-QLKH": "departments", "05/KH-UBND": "local", "77/BC": "unknown",
    }  # fmt: skip
    found = {box["label"]: box for box in boxes(opened)}
    assert {label: found[label]["lane"] for label in expected} == expected
    order = list(dict.fromkeys(box["lane"] for box in sorted(boxes(opened), key=lambda box: box["y"])))
    assert order == [
        "party-centre", "assembly", "government", "ministries", "provincial-party", "provincial-state", "departments",
        "local", "unknown",
    ]  # fmt: skip


def test_time_runs_from_left_to_right_and_the_undated_stand_apart(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    dated = sorted((box for box in boxes(opened) if box["day"] is not None), key=lambda box: box["day"])
    places = [box["x"] for box in dated]
    assert places == sorted(places)
    undated = [box for box in boxes(opened) if box["day"] is None]
    assert {box["label"] for box in undated} >= {"88/SKHCN-QLKH", "77/BC"}
    assert all(box["x"] + box["width"] / 2 <= 0 for box in undated)
    assert opened.js("() => luocdo.map.scene.frame.undated") is not None


def test_year_ticks_are_drawn(explorer: Callable[..., Any]) -> None:
    """The strip over the map says years; the canvas is asked what it wrote."""
    opened = explorer("report")
    written = opened.js(
        """() => {
          const seen = [];
          const original = CanvasRenderingContext2D.prototype.fillText;
          CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) { seen.push(text); return original.call(this, text, ...rest); };
          luocdo.map.canvas.paint();
          CanvasRenderingContext2D.prototype.fillText = original;
          return seen;
        }"""  # noqa: E501
    )
    assert {"1998", "2016", "2017", "2018", "2021", "Không rõ ngày", "Trung ương Đảng", "18-NQ/TW"} <= set(written)


@pytest.mark.parametrize("sample", ["small", "report", "register", "synthetic 20000"])
def test_no_drawn_boxes_overlap(sample: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(sample, "#v=map")
    found = boxes(opened)
    assert 0 < len(found) <= LIMIT
    for a, b in combinations(found, 2):
        assert abs(a["x"] - b["x"]) * 2 >= a["width"] + b["width"] or abs(a["y"] - b["y"]) >= a["height"], (a, b)


@pytest.mark.parametrize("sample", ["small", "report", "synthetic 1000"])
def test_every_build_gives_the_same_bytes(sample: str, rendered: Callable[..., Path], tmp_path: Path) -> None:
    name, *numbers = sample.split()
    again = tmp_path / "again.html"
    render(getattr(samples, name)(*map(int, numbers)), again)
    assert again.read_bytes() == rendered(sample).read_bytes()


def test_filters_leave_every_box_of_a_small_graph_at_its_place(explorer: Callable[..., Any]) -> None:
    opened = explorer("report")
    before = {box["label"]: (box["x"], box["y"]) for box in boxes(opened)}
    opened.page.uncheck('[data-group="family"][data-key="party"] input')
    after = {box["label"]: (box["x"], box["y"]) for box in boxes(opened)}
    assert 10 < len(after) < len(before)
    assert all(before[label] == place for label, place in after.items())


# --- 5: what boxes and lines tell ---


def test_borders_tell_the_status_and_shapes_the_kind(explorer: Callable[..., Any]) -> None:
    """Dashed: replaced; dotted: cited only; solid: loaded. Documents are boxes, issuers ellipses."""
    opened = explorer("small")
    opened.page.check('[data-key="issuer"] input')
    drawn = opened.js(
        """() => {
          const calls = {}, proto = CanvasRenderingContext2D.prototype, original = {};
          for (const name of ["setLineDash", "ellipse", "arcTo", "fillText"]) {
            original[name] = proto[name];
            proto[name] = function (...args) {
              (calls.now[name] ??= []).push(args);
              return original[name].apply(this, args);
            };
          }
          const told = {};
          for (const box of luocdo.map.scene.boxes) {
            calls.now = told[luocdo.graph.label(box.node)] = {};
            luocdo.map.paintBox(document.createElement("canvas").getContext("2d"), box);
          }
          Object.assign(proto, original);
          return told;
        }"""
    )
    dash = {label: calls["setLineDash"][0][0] for label, calls in drawn.items()}
    assert dash["45/KH-UBND"] == []
    assert dash["57-NQ/TW"] == [1.5, 3]
    assert dash["30/KH-UBND"] == [7, 4]
    assert "ellipse" in drawn["Bộ Chính trị"] and "arcTo" not in drawn["Bộ Chính trị"]
    assert "arcTo" in drawn["57-NQ/TW"] and "ellipse" not in drawn["57-NQ/TW"]
    first, second = (call[0] for call in drawn["57-NQ/TW"]["fillText"])
    assert first == "57-NQ/TW · 22/12/2024" and second.startswith("về đột phá phát triển khoa học")


def test_every_relation_has_its_own_colour_dash_and_arrow(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.go({offRelations: new Set(), offFamilies: new Set()})")
    items = opened.js(
        """() => luocdo.map.scene.edges.map(e => {
          const id = luocdo.graph.predicates[e.p].id, style = luocdo.map.styleOf(id);
          return [id, style.colour, String(style.dash), style.arrow, e.from.node, e.to.node];
        })"""
    )
    looks = {predicate: (colour, dash, arrow) for predicate, colour, dash, arrow, *_ in items}
    assert len(looks) == 8
    assert len(set(looks.values())) == len(looks)
    assert len({(dash, arrow) for _, dash, arrow in looks.values()}) == len(looks)  # told apart without colour
    parallel = [item for item in items if item[4:] == next(i for i in items if i[0] == "replaces")[4:]]
    assert {item[0] for item in parallel} == {"replaces", "cites"}


def test_the_legend_counts_every_kind(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    rows = opened.js(
        """() => Object.fromEntries([...document.querySelectorAll("#filters .row")].map(r =>
          [`${r.dataset.group} ${r.dataset.key}`, Number(r.querySelector(".row-count").textContent)]))"""
    )
    assert rows["family party"] == 2 and rows["family government"] == 2 and rows["family issuer"] == 8
    assert rows["relation implements"] == 6 and rows["relation cites"] == 8 and rows["relation issued_by"] == 11
    assert rows["status replaced"] == 1 and rows["text loaded"] == 1 and rows["text cited"] == 11
    assert rows["undated undated"] == 3
    assert all(
        opened.page.locator(f'[data-group="relation"][data-key="{key}"] svg').count() == 1
        for key in ("implements", "replaces")
    )


# --- 6: toggles, dates, counts ---


def test_cites_and_issued_by_are_off_at_first(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    assert {edge[1] for edge in opened.drawn_edges()} == {
        "implements", "replaces", "based_on", "guides", "amends", "reviews",
    }  # fmt: skip
    opened.page.check('[data-group="relation"][data-key="cites"] input')
    assert ["45/KH-UBND", "cites", "57-NQ/TW"] in opened.drawn_edges()
    opened.page.check('[data-group="relation"][data-key="issued_by"] input')
    assert ["57-NQ/TW", "issued_by", "Bộ Chính trị"] in opened.drawn_edges()


def test_toggles_hide_and_counts_follow(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    assert opened.page.inner_text("#counts") == "12 / 12 văn bản · 12 quan hệ"
    opened.page.uncheck('[data-group="family"][data-key="party"] input')
    assert not {"57-NQ/TW", "12-CTr/TU"} & set(opened.drawn())
    assert opened.page.inner_text("#counts") == "10 / 12 văn bản · 8 quan hệ"
    assert opened.page.inner_text('[data-group="relation"][data-key="implements"] .row-count') == "5"  # either end
    opened.page.click("summary:has-text('Loại văn bản')")
    opened.page.uncheck('[data-group="type"][data-key="Kế hoạch"] input')
    assert not {"45/KH-UBND", "30/KH-UBND"} & set(opened.drawn())
    opened.page.uncheck('[data-group="status"][data-key="partly"] input')
    assert "08/2014/NĐ-CP" not in opened.drawn()
    opened.page.uncheck('[data-group="relation"][data-key="implements"] input')
    assert not [edge for edge in opened.drawn_edges() if edge[1] == "implements"]
    opened.page.click("#reset")
    assert len(opened.drawn()) == 12


def test_a_toggle_keeps_the_focus_and_works_by_keyboard(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.focus('[data-group="family"][data-key="party"] input')
    opened.page.keyboard.press("Space")
    assert "57-NQ/TW" not in opened.drawn()
    assert opened.js("() => document.activeElement.dataset.row") == "family party"
    opened.page.keyboard.press("Space")
    assert "57-NQ/TW" in opened.drawn()


def test_a_range_of_years(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.fill("#year-from", "2024")
    assert set(opened.drawn()) >= {"57-NQ/TW", "45/KH-UBND"} and "30/KH-UBND" not in opened.drawn()
    assert "88/SKHCN-QLKH" in opened.drawn()
    opened.page.uncheck('[data-group="undated"] input')
    assert "88/SKHCN-QLKH" not in opened.drawn()


def test_parallel_relations_and_loops_of_a_strange_graph(explorer: Callable[..., Any], tmp_path: Path) -> None:
    """Both directions, several predicates between the same two, a document that cites itself, unknown ends."""
    documents = (Document("a", "Luật", "1/QH"), Document("b", "Luật", "2/QH"))
    triples = (
        ("a", "implements", "b"),
        ("b", "implements", "a"),
        ("a", "amends", "b"),
        ("a", "implements", "a"),
        ("a", "guides", "c"),
    )
    relations = tuple(Relation(s, p, o, Evidence(-1, -1, "")) for s, p, o in triples)
    path = tmp_path / "strange.html"
    render(Snapshot(documents, (), relations), path)
    opened = explorer("", path=path)
    assert len(opened.drawn_edges()) == 4
    curves = opened.js("() => luocdo.map.scene.edges.filter(e => e.from.node + e.to.node === 1).map(e => e.d)")
    assert len(curves) == len(set(curves)) == 3
    assert opened.drawn() == ["1/QH", "2/QH", "c"]


def test_an_empty_graph_is_a_page_too(explorer: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    render(Snapshot(), path)
    opened = explorer("", path=path)
    for view in ("start", "documents", "diagram", "table", "paths", "source", "map"):
        opened.page.click(f'#views [data-view="{view}"]')
    assert opened.drawn() == []


def test_the_data_is_json_in_data_blocks(rendered: Callable[..., Path]) -> None:
    text = rendered("small").read_text(encoding="utf-8")
    for name in ("words", "data", "later", "picture"):
        found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
        assert found is not None and json.loads(found.group(1))
