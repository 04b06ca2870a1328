"""Point 13, and the accessibility of point 9: themes, languages, widths, axe."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PHONE = {"width": 390, "height": 780}
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(18, 22, 28)"


def ground(opened: Any) -> str:
    return opened.js("() => getComputedStyle(document.body).backgroundColor")


# --- dark and light ---


def test_dark_follows_the_system_and_the_switch(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", context={"color_scheme": "dark"})
    assert ground(opened) == DARK
    opened.page.emulate_media(color_scheme="light")
    opened.wait("() => document.documentElement.dataset.theme === 'light'")
    assert ground(opened) == LIGHT
    opened.page.click("#switch-theme")
    assert ground(opened) == DARK
    opened.page.reload()
    opened.page.wait_for_selector("html[data-complete]", state="attached")
    assert ground(opened) == DARK  # the choice is kept


def relative_luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((relative_luminance(a), relative_luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_on_edges_are_readable(scheme: str, explorer: Callable[..., Any]) -> None:
    """Their colour against the ground they are painted on: at least 4.5 to 1 (WCAG AA)."""
    opened = explorer("small", context={"color_scheme": scheme})
    opened.js("() => luocdo.go({offRelations: new Set()})")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:kh45'))")
    labels = opened.js("() => luocdo.map.edgeLabels.map(label => [label.text, label.colour])")
    assert {"triển khai", "thay thế", "căn cứ"} <= {text for text, _ in labels}
    paper = {"light": "#ffffff", "dark": "#12161c"}[scheme]
    for text, colour in labels:
        assert contrast(colour, paper) >= (3 if text == "dẫn chiếu" else 4.5), (text, colour)


# --- languages ---


def test_vietnamese_and_english(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:kh45'))")
    assert opened.page.locator("html").get_attribute("lang") == "vi"
    opened.page.click("#switch-language")
    assert opened.page.locator("html").get_attribute("lang") == "en"
    panel = opened.page.inner_text("#panel").lower()
    for words in ("plan", "implements", "implemented by", "confidence 0.98", "text loaded", "line 12"):
        assert words in panel, words
    bar = opened.page.inner_text("header")
    assert "Map" in bar and "Table" in bar
    assert "12 / 12 documents" in opened.page.inner_text("#counts")
    assert "Party documents" in opened.page.inner_text("#filters")
    opened.page.fill("#search", "plan 45")
    assert "Plan 45/KH-UBND" in opened.page.inner_text("#search-hits")
    for view in ("diagram", "table", "paths", "source"):
        opened.page.click(f'#views [data-view="{view}"]')
        text = opened.page.inner_text(f"#view-{view} h2")
        assert text.isascii() or view == "diagram", text


def test_the_language_is_kept(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.click("#switch-language")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-complete]", state="attached")
    assert opened.page.locator("html").get_attribute("lang") == "en"


def test_the_page_can_open_in_english(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", lang="en")
    assert opened.page.locator("html").get_attribute("lang") == "en"
    assert opened.page.title() == "Relations of legal documents"


def test_no_words_are_missing(explorer: Callable[..., Any]) -> None:
    """Every key the scripts and the template ask for is in the table, in both languages, and none is there in vain."""
    import json
    import re

    import graph.explorer

    folder = Path(graph.explorer.__file__).parent
    table = json.loads((folder / "page" / "words.json").read_text(encoding="utf-8"))
    assert all(len(pair) == 2 and all(pair) for pair in table.values())
    code = "".join(
        path.read_text(encoding="utf-8") for path in sorted((folder / "page").glob("*.*")) if path.suffix != ".json"
    )
    asked = set(re.findall(r"\bt\(\s*\"([\w-]+)\"", code)) | set(
        re.findall(r"data-t(?:-label|-placeholder)?=\"([\w-]+)\"", code)
    )
    asked |= set(re.findall(r"say\([\"']([\w-]+)[\"']", code))
    assert asked <= table.keys()
    for key in table:
        assert (
            key in code
            or re.match(r"(column|level|branch|origin|diagram)-", key)
            or f'"{key}"' in (folder / "annotating.py").read_text(encoding="utf-8")
        ), key


# --- phone ---


def test_on_a_phone_nothing_sticks_out(explorer: Callable[..., Any]) -> None:
    opened = explorer(
        "report", context={"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
    )
    for view in ("start", "map", "documents", "diagram", "table", "paths", "source"):
        opened.page.tap(f'#views [data-view="{view}"]')
        assert opened.js("() => document.documentElement.scrollWidth") <= PHONE["width"], view
        box = opened.page.locator(f"#view-{view}").bounding_box()
        assert box["width"] <= PHONE["width"] and box["height"] > 300, view


def test_on_a_phone_filters_and_panel_come_and_go(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", context={"viewport": PHONE, "has_touch": True, "is_mobile": True})
    page = opened.page
    assert page.locator("#filters").is_hidden() and page.locator("#panel").is_hidden()
    page.tap("#open-filters")
    assert page.locator("#filters").is_visible()
    page.locator('[data-group="family"][data-key="party"] input').uncheck()
    page.tap("#filters .close")
    assert page.locator("#filters").is_hidden() and "57-NQ/TW" not in opened.drawn()
    x, y = opened.place(opened.node("03/NQ-CP"))
    page.touchscreen.tap(x, y)
    page.wait_for_selector("#panel.filled")
    assert page.inner_text("#panel h2") == "03/NQ-CP"
    page.tap("#panel .close")
    assert page.locator("#panel").is_hidden()


# --- accessibility ---


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["start", "map", "documents", "diagram", "table", "paths", "source"])
def test_axe_finds_nothing(view: str, scheme: str, axe: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(
        "small", f"#v={view}&d=urn:lex:vn:kh45&a=urn:lex:vn:kh05&b=urn:lex:vn:nq57",
        context={"bypass_csp": True, "color_scheme": scheme},
    )  # fmt: skip
    opened.page.add_script_tag(content=axe)
    violations = opened.js(
        "() => axe.run({rules: {'label-content-name-mismatch': {enabled: true}}}).then(r => r.violations)"
    )
    found = [(violation["id"], node["html"][:160]) for violation in violations for node in violation["nodes"]]
    assert found == []


def test_landmarks_headings_and_focus_order(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=table&d=urn:lex:vn:kh45")
    assert opened.js("() => ['header', 'nav', 'main', 'aside'].map(n => document.querySelectorAll(n).length)") == [
        1,
        1,
        1,
        2,
    ]
    levels = opened.js(
        """() => [...document.querySelectorAll("h1, h2, h3, h4")].filter(h => h.offsetParent)
          .map(h => Number(h.tagName[1]))"""
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    opened.page.focus("body")
    order = []
    for _ in range(400):
        opened.page.keyboard.press("Tab")
        where = opened.js(
            """() => document.activeElement.closest("#skip, header, #filters, main, #panel")?.id
              || document.activeElement.closest("header")?.tagName || ''"""
        )
        if not order or order[-1] != where:
            order.append(where)
        if where == "panel":
            break
    assert order == ["skip", "HEADER", "filters", "main", "panel"]


def test_a_picked_hit_is_announced_and_the_panel_is_near(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    assert opened.page.locator("#to-panel").is_hidden()
    opened.page.fill("#search", "45/KH")
    opened.page.press("#search", "Enter")
    said = opened.page.locator("#announced")
    assert said.get_attribute("role") == "status"
    assert said.inner_text().startswith("Đã chọn Kế hoạch 45/KH-UBND: ")
    opened.page.keyboard.press("Tab")
    assert opened.js("() => document.activeElement.id") == "to-panel"
    opened.page.keyboard.press("Enter")
    assert opened.js("() => document.activeElement.id") == "panel"
    assert opened.selected() == "45/KH-UBND"


@pytest.mark.parametrize("view", ["start", "map", "documents", "diagram", "table", "paths", "source"])
def test_every_tab_stop_has_a_name(view: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("small", f"#v={view}&d=urn:lex:vn:kh45")
    nameless = opened.js(
        """() => [...document.querySelectorAll("button, summary, a[href], input, select, [tabindex='0']")]
          .filter(e => e.offsetParent && !e.textContent.trim() && !e.ariaLabel && !e.labels?.length && !e.title)
          .map(e => e.outerHTML.slice(0, 100))"""
    )
    assert nameless == []


def test_the_skip_link_leads_to_the_content(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.js("() => document.activeElement.id") == "main"
