"""The page in Firefox, where it is installed: from file:// and without network. On the three real graphs, in windows as
people have them, what is selected is whole and can be read as in Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import firefox
import pytest
from seen import SEEN, SMALL_WORDS, SOME


@pytest.fixture(scope="module")
def browser() -> Iterator[firefox.Firefox]:
    path = firefox.find()
    if path is None:
        pytest.skip("needs Firefox (apt-get install firefox-esr)")
    try:
        running = firefox.Firefox(path).__enter__()
    except (TimeoutError, OSError, RuntimeError) as error:
        pytest.skip(f"Firefox does not start here: {error}")
    yield running
    running.__exit__()


@pytest.mark.parametrize("sample", ["small", "report", "hostile", "synthetic 2000", "provincial", "register"])
def test_the_page_works_in_firefox(sample: str, browser: firefox.Firefox, real: Callable[[str], Path]) -> None:
    page = real(sample)
    browser.go(f"{page.as_uri()}#v=map")
    app = "const luocdo = window.wrappedJSObject?.luocdo ?? window.luocdo;"
    # The page before may still be there for a moment.
    here = f"location.pathname === {json.dumps(page.as_uri().removeprefix('file://'))}"
    browser.wait(f"{app} return {here} && document.documentElement?.dataset.complete === '1' && Boolean(luocdo)")
    assert browser.js(f"{app} return luocdo.map.scene.shown.size") > 0
    assert browser.js("return document.querySelectorAll('#map canvas').length") == 1
    for view in ("start", "documents", "diagram", "table", "paths", "source", "map"):
        browser.js(f"document.querySelector('#views [data-view={view}]').click()")
        assert browser.js(f"return !document.querySelector('#view-{view}').hidden")
    browser.js(
        """const box = document.querySelector("#search");
        box.focus(); box.value = "ke hoach"; box.dispatchEvent(new Event("input"));
        box.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));"""
    )
    if sample != "hostile":
        assert browser.js("return document.querySelector('#panel h2').innerText")
    requests = browser.js("return performance.getEntriesByType('resource').map(e => e.name)")
    assert [name for name in requests if not name.startswith(("data:", "blob:"))] == []
    assert browser.js(f"{app} return window.hacked ?? window.wrappedJSObject?.hacked ?? null") is None


WINDOWS = [(1440, 900), (1920, 1080), (390, 844), (480, 300)]
APP = "const luocdo = window.wrappedJSObject?.luocdo ?? window.luocdo;"


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: "x".join(map(str, window)))
@pytest.mark.parametrize("sample", ["report", "provincial", "register"])
def test_what_is_selected_is_whole_in_firefox(
    sample: str, window: tuple[int, int], browser: firefox.Firefox, real: Callable[[str], Path], tmp_path: Path
) -> None:
    width, height = window
    address = f"{real(sample).as_uri()}#v=map"
    browser.go("about:blank")
    if width < 500:
        browser.go_framed(address, width, height, tmp_path / "holder.html")
    else:
        browser.resize(width, height)
        browser.go(address)
    try:
        browser.wait(f"{APP} return document.documentElement?.dataset.complete === '1' && Boolean(luocdo)")
        assert browser.js("return [innerWidth, innerHeight]") == [width, height]
        for node in browser.js(f"{APP} return ({SOME})()"):
            browser.js(f"{APP} luocdo.moves.open(arguments[0])", node)
            seen = browser.js(f"{APP} return ({SEEN})(arguments[0])", node)
            assert seen["missing"] == 0 and not seen["overlap"] and seen["inHand"], (node, seen)
            assert seen["words"] >= 10.99 and seen["crossed"] < 1, (node, seen)
            if width > 500:
                assert seen["out"] == 0 and seen["edgesOut"] == 0 and seen["covered"] == 0, (node, seen)
        for view in ("start", "documents", "diagram", "table", "paths", "source", "map"):
            browser.js(f"document.querySelector('#views [data-view={view}]').click()")
            assert browser.js("return document.documentElement.scrollWidth") <= width, view
            assert browser.js(f"return ({SMALL_WORDS})(arguments[0])", view) == [], view
    finally:
        browser.top()
