"""Small windows: a phone, and one so low that the page scrolls. Nothing is cut, nothing lies over what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LANGUAGES = ("vi", "en")


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALL = [(360, 740), (390, 844), (480, 300), (700, 900)]

# Elements whose words are cut, that stick out of the window, or that lie over the next one.
CUT = """selector => {
  const shown = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
  const places = shown.map(e => e.getBoundingClientRect());
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return shown.filter((e, i) => e.scrollWidth > e.clientWidth + 1 || places[i].left < 0 || places[i].right > innerWidth
    || places.some((other, j) => j > i && over(places[i], other))).map(e => e.textContent);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("window", SMALL)
def test_every_view_can_be_reached(window: tuple[int, int], lang: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("small", lang=lang, context={"viewport": {"width": window[0], "height": window[1]}})
    assert opened.page.locator("#views button").count() == 7
    assert opened.js(CUT, "#views button, .tools > button, .tools summary") == []
    assert opened.js("() => document.documentElement.scrollWidth") <= window[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", ["documents", "table"])
def test_the_heads_that_sort_take_one_line(view: str, lang: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("small", f"#v={view}", lang=lang, context=PHONE)
    heads = f"#view-{view} thead button"
    assert opened.js(CUT, heads) == []
    tops = opened.js(
        "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())"
        ".map(e => e.getBoundingClientRect().top)",
        heads,
    )
    assert len(tops) >= 6 and len(set(tops)) == 1
    opened.page.locator(heads).first.tap()
    assert opened.page.locator(f"#view-{view} [aria-sort='ascending']").count() == 1
    assert opened.js(CUT, heads) == []


def test_what_was_asked_for_is_not_under_the_panel(explorer: Callable[..., Any]) -> None:
    opened = explorer("report", context=PHONE)
    page = opened.page
    panel = lambda: page.locator("#panel").bounding_box()  # noqa: E731
    opened.js("() => luocdo.moves.open(0)")
    assert panel()["height"] > 200
    page.tap('#views [data-view="documents"]')
    assert panel()["height"] <= 50
    assert page.locator("#panel h2").is_visible()
    view = page.locator("#view-documents").bounding_box()
    assert view["y"] + view["height"] <= panel()["y"] + 1
    page.tap("#panel .raise")
    assert panel()["height"] > 200
    assert page.get_attribute("#panel .raise", "aria-expanded") == "true"
    page.tap("#panel .raise")
    page.locator("#view-documents tbody .link").nth(3).tap()
    assert panel()["height"] > 200  # another one was chosen
    page.tap('#views [data-view="table"]')
    assert panel()["height"] <= 50
    page.tap('#views [data-view="map"]')
    assert panel()["height"] > 200


@pytest.mark.parametrize("sample", ["report", "provincial", "register"])
def test_a_low_window_can_be_used(sample: str, explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    """At 480 x 300 the page scrolls, what is looked at keeps a height, and no view is wider than the window."""
    opened = explorer("", path=real(sample), context={"viewport": {"width": 480, "height": 300}})
    for view in ("start", "map", "documents", "diagram", "table", "paths", "source"):
        opened.page.click(f'#views [data-view="{view}"]')
        box = opened.page.locator(f"#view-{view}").bounding_box()
        assert box["width"] <= 480 and box["height"] >= 340, view
        assert opened.js("() => document.documentElement.scrollWidth") <= 480
        assert opened.js("() => document.body.scrollHeight > innerHeight")


def test_in_a_low_window_what_was_chosen_comes_into_sight(explorer: Callable[..., Any]) -> None:
    opened = explorer("report", context={"viewport": {"width": 480, "height": 300}})
    for label in ("18-NQ/TW", "83/KH-UBND"):
        opened.page.fill("#search", label)
        opened.page.press("#search", "Enter")
        assert opened.selected() == label
        heading = opened.page.locator("#panel h2").bounding_box()
        assert heading["y"] > 0 and heading["y"] + heading["height"] <= 300, label


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_buttons_above_the_panel_take_one_line(lang: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("report", lang=lang, context=PHONE)
    opened.js("node => luocdo.moves.neighbourhood(node)", opened.node("18-NQ/TW"))
    buttons = [box.bounding_box() for box in opened.page.locator(".map-tools button").all() if box.is_visible()]
    assert len(buttons) >= 3 and len({box["y"] for box in buttons}) == 1
    assert buttons[0]["y"] + buttons[0]["height"] <= opened.page.locator("#panel").bounding_box()["y"]
    opened.page.tap("#panel .raise")
    assert opened.page.locator("#whole").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_of_a_lane_is_cut(lang: str, explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    """On a phone a long name of an authority takes two lines."""
    opened = explorer("", "#v=map", path=real("provincial"), context={**PHONE, "locale": "vi-VN"})
    if lang == "en":
        opened.page.click("#switch-language")
    written = opened.js(
        """() => {
          const said = [], original = CanvasRenderingContext2D.prototype.fillText;
          CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { said.push(text); return original.call(this, text, ...at); };
          luocdo.map.canvas.paint();
          CanvasRenderingContext2D.prototype.fillText = original;
          return said.join(" ");
        }"""  # noqa: E501
    )
    names = opened.js("lang => luocdo.map.scene.frame.bands.map(([lane]) => luocdo.graph.data.lanes[lane][lang])", lang)
    assert len(names) > 4 and [name for name in names if name not in written] == []


def test_a_bare_figure_of_a_card_is_named(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=documents", context=PHONE)
    before = """selector => [...document.querySelectorAll(selector)].filter(e => e.textContent)
      .map(e => getComputedStyle(e, "::before").content.replaceAll('"', "").trim())"""
    assert set(opened.js(before, "#view-documents tbody .figure")) == {"Được nêu"}
    assert set(opened.js(before, "#view-documents tbody .column-by")) == {"Bởi"}
    opened.page.tap('#views [data-view="table"]')
    assert set(opened.js(before, "#view-table tbody .figure")) == {"Tin cậy"}
