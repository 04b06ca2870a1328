"""Point 7: the side panel, moving on, neighbourhoods."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def choose(opened: Any, label: str) -> None:
    """A click on the drawn box."""
    x, y = opened.place(opened.node(label))
    opened.page.mouse.click(x, y)
    opened.wait("label => luocdo.graph.label(luocdo.state.selected) === label", label)


def test_a_click_shows_the_facts(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    choose(opened, "57-NQ/TW")
    panel = opened.page.inner_text("#panel")
    for fact in (
        "57-NQ/TW",
        "Nghị quyết",
        "22/12/2024",
        "Bộ Chính trị",
        "XIII",
        "về đột phá",
        "urn:lex:vn:nq57",
        "Chỉ được dẫn chiếu",
    ):
        assert fact in panel
    choose(opened, "08/2014/NĐ-CP")
    assert "(suy từ ký hiệu)" in opened.page.inner_text("#panel")
    choose(opened, "30/KH-UBND")
    panel = opened.page.inner_text("#panel")
    assert "Đã bị thay thế bởi 45/KH-UBND từ 20/03/2025" in " ".join(panel.split())


def test_relations_stand_in_both_directions_grouped_by_kind(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    choose(opened, "45/KH-UBND")
    groups = opened.js(
        """() => [...document.querySelectorAll("#panel .relation-group")].map(g =>
          [g.dataset.predicate, g.dataset.inverse, g.querySelectorAll(".card").length, g.open])"""
    )
    assert groups == [
        ["implements", "false", 3, True],
        ["replaces", "false", 1, True],
        ["based_on", "false", 2, True],
        ["cites", "false", 8, False],
        ["issued_by", "false", 1, False],
        ["implements", "true", 1, True],
    ]
    assert "được triển khai bởi" in opened.page.inner_text('#panel [data-inverse="true"]').lower()


def test_the_sentence_has_its_citing_words_marked(explorer: Callable[..., Any]) -> None:
    """Also where an emoji before it moves the offsets, and where the text writes the number with blanks."""
    opened = explorer("small")
    choose(opened, "12-CTr/TU")
    card = opened.page.locator('#panel [data-predicate="implements"][data-inverse="false"] .card')
    assert card.locator("mark.citing").all_inner_texts() == [
        "Chương trình hành động số 12-CTr/TU", "Nghị quyết số 57-NQ/TW",
    ]  # fmt: skip
    assert card.locator("mark.cue").all_inner_texts() == ["thực hiện"]
    assert "😀" in card.inner_text()
    choose(opened, "03/NQ-CP")
    card = opened.page.locator('#panel [data-predicate="implements"][data-inverse="false"] .card')
    assert card.locator("mark.citing").all_inner_texts() == ["57 - NQ/TW", "03/NQ-CP"] or card.locator(
        "mark.citing"
    ).all_inner_texts() == ["03/NQ-CP", "57 - NQ/TW"]


def test_it_says_where_and_how_sure(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    choose(opened, "45/KH-UBND")
    standing = opened.page.locator('#panel [data-predicate="replaces"] .standing').inner_text()
    assert standing.startswith("ke-hoach-45.txt, dòng 14 · II › 3 · độ tin cậy 0,99")
    choose(opened, "20/2020/TT-BTC")
    assert "khoản 2, điều 5" in opened.page.inner_text('#panel [data-predicate="amends"] .standing')


def test_findings_are_shown_and_lead_to_the_text(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    assert "Hai ngày khác nhau." in opened.page.inner_text("#panel .findings")
    choose(opened, "05/KH-UBND")
    assert "Hai ngày khác nhau." in opened.page.inner_text("#panel .findings")
    opened.page.click("#panel .finding .link:has-text('xem trong văn bản')")
    assert opened.page.locator("#view-source .in-sentence").all_inner_texts() == ["Kế hoạch số 05/KH-UBND"]
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:lost'))")
    assert opened.page.locator("#panel dd button:has-text('05/KH-UBND')").count() == 1  # a candidate


def test_links_to_other_documents_move_the_view(explorer: Callable[..., Any]) -> None:
    opened = explorer("report")
    choose(opened, "136/KH-UBND")
    for _ in range(6):
        opened.page.click("#zoom-in")
    opened.page.click("#panel .card .link:has-text('124/NQ-CP')")
    assert opened.selected() == "124/NQ-CP"
    x, y = opened.place(opened.node("124/NQ-CP"))
    box = opened.page.locator("#map").bounding_box()
    assert box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]


def test_a_click_on_an_edge_opens_its_relation(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    subject, object_ = opened.node("05/KH-UBND"), opened.node("45/KH-UBND")
    (x1, y1), (x2, y2) = opened.place(subject), opened.place(object_)
    edge = opened.js(
        "([s, o]) => luocdo.map.drawnEdges.find(e => luocdo.graph.edges.s[e] === s && luocdo.graph.edges.o[e] === o)",
        [subject, object_],
    )
    for step in range(8, 36):  # somewhere on the way from box to box runs the line
        for aside in (-24, -16, -8, 0, 8, 16, 24):
            x, y = x1 + (x2 - x1) * step / 40 + aside, y1 + (y2 - y1) * step / 40
            hit = opened.js(
                """([x, y]) => {
                  if (document.elementFromPoint(x, y)?.tagName !== "CANVAS") return null;
                  const box = document.querySelector("#map").getBoundingClientRect();
                  const at = luocdo.map.canvas.toWorld({ x: x - box.x, y: y - box.y });
                  return luocdo.map.boxAt(at) ? null : luocdo.map.edgeAt(at)?.edges[0] ?? null;
                }""",
                [x, y],
            )
            if hit == edge:
                opened.page.mouse.click(x, y)
                opened.page.wait_for_selector(f'#panel .card.focused[data-edge="{edge}"]')
                return
    raise AssertionError("the edge was nowhere to be hit")


def test_a_double_click_expands_and_back_goes_back(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    x, y = opened.place(opened.node("12-CTr/TU"))
    opened.page.mouse.dblclick(x, y)
    opened.wait("() => luocdo.state.centres.length === 1")
    opened.page.check('#hops input[value="1"]')
    assert set(opened.drawn()) == {"12-CTr/TU", "57-NQ/TW", "45/KH-UBND"}
    x, y = opened.place(opened.node("45/KH-UBND"))
    opened.page.mouse.dblclick(x, y)
    opened.wait("() => luocdo.state.expanded.length === 1")
    assert set(opened.drawn()) >= {
        "12-CTr/TU",
        "45/KH-UBND",
        "05/KH-UBND",
        "30/KH-UBND",
        "29/2013/QH13",
        "08/2014/NĐ-CP",
    }
    while opened.js("() => luocdo.state.expanded.length"):
        opened.page.click("#back")
        opened.settle()
    assert set(opened.drawn()) == {"12-CTr/TU", "57-NQ/TW", "45/KH-UBND"}
    opened.page.click("#whole")
    assert len(opened.drawn()) == 12


def test_one_to_three_hops(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    choose(opened, "05/KH-UBND")
    opened.page.click("#neighbourhood")
    sizes = []
    for hops in (1, 2, 3):
        opened.page.check(f'#hops input[value="{hops}"]')
        sizes.append(len(opened.drawn()))
    assert sizes == [2, 8, 10]


def test_back_steps_through_selections(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    assert opened.page.locator("#back").is_disabled()
    choose(opened, "57-NQ/TW")
    choose(opened, "45/KH-UBND")
    opened.page.click("#back")
    opened.wait("() => luocdo.graph.label(luocdo.state.selected) === '57-NQ/TW'")
    assert opened.page.inner_text("#panel h2") == "57-NQ/TW"
    opened.page.go_back()
    opened.wait("() => luocdo.state.selected === -1")


def test_opening_around_a_document(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", center=("urn:lex:vn:kh05",), hops=1)
    assert set(opened.drawn()) == {"05/KH-UBND", "45/KH-UBND"}
    assert opened.selected() == "05/KH-UBND"
    assert opened.page.title() == "05/KH-UBND · Lược đồ văn bản"


def test_the_keyboard_moves_on_the_map(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:kh45'))")
    opened.page.focus("#map")
    opened.page.keyboard.press("ArrowUp")
    assert opened.selected() in ("57-NQ/TW", "03/NQ-CP", "12-CTr/TU", "30/KH-UBND", "29/2013/QH13", "08/2014/NĐ-CP")
    opened.page.keyboard.press("f")
    assert opened.js("() => luocdo.state.centres.length") == 1
    opened.page.keyboard.press("Enter")
    assert opened.js("() => document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.selected() is None
    before = opened.js("() => luocdo.map.canvas.scale")
    opened.page.focus("#map")
    opened.page.keyboard.press("+")
    assert opened.js("() => luocdo.map.canvas.scale") > before
