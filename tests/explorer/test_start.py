"""A large graph opens on questions, not on a pile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.explorer import render
from graph.model import Document, Evidence, Relation, Snapshot


def test_a_small_graph_opens_on_its_map(explorer: Callable[..., Any]) -> None:
    assert explorer("report").js("() => luocdo.state.view") == "map"


@pytest.mark.parametrize("sample", ["synthetic 1000", "register"])
def test_a_large_graph_opens_on_questions(sample: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(sample)
    assert opened.js("() => luocdo.state.view") == "start"
    asked = opened.js(
        "() => [...document.querySelectorAll('#view-start [data-question]')].map(e => e.dataset.question)"
    )
    assert {"startYears", "startCited", "startHubs"} <= set(asked)
    assert opened.page.locator("#view-start .cell").count() > 20
    assert opened.js("() => luocdo.map.scene") is None  # nothing is laid out that nobody asked for


def test_its_answers_are_one_click_away(explorer: Callable[..., Any]) -> None:
    opened = explorer("register")
    chip = opened.page.locator('.chip[data-status="replaced"]')
    count = chip.locator("strong").inner_text()
    chip.click()
    assert opened.page.inner_text("#documents-count").startswith(f"{count} / ")
    opened.page.click('#views [data-view="start"]')
    opened.page.locator("#view-start .cell").last.click()
    assert opened.js("() => luocdo.state.from === luocdo.state.to && luocdo.state.view") == "documents"
    opened.page.click('#views [data-view="start"]')
    opened.page.fill("#start-search", "nghi dinh 215/2013")
    opened.page.press("#start-search", "Enter")
    assert opened.selected() == "215/2013/NĐ-CP"
    assert opened.js("() => luocdo.state.view") == "map"


def law_with_decisions(count: int) -> Snapshot:
    """A law that `count` decisions of one committee and one week rest on, one decree that guides it, in a crowd."""
    documents = [
        Document("law", "Luật", "1/2025/QH15", date="2025-06-16", issuer="Quốc hội"),
        Document("decree", "Nghị định", "2/2025/NĐ-CP", date="2025-08-01", issuer="Chính phủ"),
    ]
    relations = [Relation("decree", "guides", "law", Evidence(-1, -1, ""))]
    for i in range(count):
        day = f"2025-12-{1 + i % 7:02}"
        documents.append(
            Document(f"d{i}", "Quyết định", f"{i}/QĐ-UBND", date=day, issuer="Ủy ban nhân dân tỉnh", place="Huế")
        )
        relations.append(Relation(f"d{i}", "based_on", "law", Evidence(-1, -1, "")))
    documents += [Document(f"x{i}", "Báo cáo", f"{i}/BC-X", date="2020-01-01") for i in range(320)]
    return Snapshot(tuple(documents), (), tuple(relations))


def test_many_of_one_kind_are_one_box_that_opens(explorer: Callable[..., Any], tmp_path: Path) -> None:
    render(law_with_decisions(290), tmp_path / "law.html")
    opened = explorer("", path=tmp_path / "law.html")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('law'))")
    assert opened.page.inner_text("#limit-note") == "Quanh Luật 1/2025/QH15: cả 291 quan hệ"
    assert opened.drawn() == ["1/2025/QH15", "2/2025/NĐ-CP"]
    folded = opened.js("() => luocdo.map.scene.boxes.filter(box => box.members).map(box => box.lines)")
    assert folded == [["290 Quyết định", "Ủy ban nhân dân tỉnh Huế · 2025"]]
    x, y = opened.js(
        """() => {
          const box = luocdo.map.scene.boxes.find(b => b.members), at = luocdo.map.canvas.toScreen(box);
          const map = document.querySelector("#map").getBoundingClientRect();
          return [at.x + map.x, at.y + map.y];
        }"""
    )
    opened.page.mouse.click(x, y)
    assert len(opened.drawn()) == 292
    opened.page.reload()
    opened.page.wait_for_selector("html[data-complete]", state="attached")
    assert len(opened.drawn()) == 292  # the address knows what is open


def test_formal_bases_do_not_make_a_hub(explorer: Callable[..., Any], tmp_path: Path) -> None:
    render(law_with_decisions(290), tmp_path / "law.html")
    opened = explorer("", path=tmp_path / "law.html")
    assert opened.js("() => luocdo.graph.degree[luocdo.graph.node('law')]") == 1


@pytest.mark.parametrize("label", ["215/2013/NĐ-CP", "83/2013/NĐ-CP", "156/2013/TT-BTC"])
def test_what_is_selected_is_shown_with_all_its_relations(label: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("register")
    node = opened.node(label)
    opened.js("node => luocdo.moves.open(node)", node)
    missing = opened.js(
        """node => {
          const { graph, filters, map } = luocdo, drawn = new Set(map.drawnEdges);
          const edges = [...graph.outgoing(node), ...graph.incoming(node)];
          return edges.filter(edge => !drawn.has(edge) && filters.edge(edge)).length;
        }""",
        node,
    )
    assert missing == 0
    second = opened.js("() => luocdo.map.scene.boxes.find(b => b.more > 5).node")
    more = opened.js("n => luocdo.map.box(n).more", second)
    opened.js("n => luocdo.moves.open(n)", second)
    assert opened.js("() => luocdo.state.centres") == [second]
    assert more > 5 and opened.js("n => luocdo.map.isWhole(n, luocdo.state)", second)


def test_an_empty_graph_says_what_to_do(explorer: Callable[..., Any], tmp_path: Path) -> None:
    render(Snapshot(), tmp_path / "empty.html")
    opened = explorer("", "#v=start", path=tmp_path / "empty.html")
    assert "luocdo build" in opened.page.inner_text("#view-start")
    opened.page.click('#views [data-view="map"]')
    assert "luocdo build" in opened.page.inner_text("#limit-note")


TYPES = ("Quyết định", "Kế hoạch", "Công văn", "Báo cáo", "Tờ trình", "Chỉ thị", "Thông báo", "Hướng dẫn")
BODIES = ("Ủy ban nhân dân tỉnh", "Bộ Tài chính", "Bộ Y tế", "Sở Công Thương", "Chính phủ", "Sở Nội vụ", "Bộ Nội vụ")


@pytest.mark.parametrize("count", [20, 39, 60, 150])
@pytest.mark.parametrize("types", [1, 3, 8])
@pytest.mark.parametrize("bodies", [1, 7])
def test_a_week_is_no_column_of_boxes_too_small_to_read(
    count: int, types: int, bodies: int, explorer: Callable[..., Any], tmp_path: Path
) -> None:
    """However much or little the documents of the week are alike, and whether or not they are enough to be folded."""
    law = Document("law", "Luật", "1/2025/QH15", date="2025-06-16", issuer="Quốc hội")
    documents, relations = [law], []
    for i in range(count):
        kind, body, day = TYPES[i % types], BODIES[i // types % bodies], f"2025-12-{1 + i % 7:02}"
        documents.append(Document(f"d{i}", kind, f"{i}/XX-YY", date=day, issuer=body, title="về danh mục các dự án"))
        relations.append(Relation(f"d{i}", "based_on", "law", Evidence(-1, -1, "")))
    documents += [Document(f"x{i}", "Báo cáo", f"{i}/BC-X", date="2020-01-01") for i in range(320)]
    render(Snapshot(tuple(documents), (), tuple(relations)), tmp_path / "week.html")
    opened = explorer("", path=tmp_path / "week.html", context={"viewport": {"width": 1440, "height": 900}})
    opened.js("() => luocdo.moves.open(0)")
    words, shown = opened.js(
        """() => {
          const { map } = luocdo, { first, second } = map.scene.density;
          return [Math.min(first[0], second ? second[0] : 99) * map.canvas.scale, map.scene.shown.size];
        }"""
    )
    assert shown == count + 1 and words >= 11
