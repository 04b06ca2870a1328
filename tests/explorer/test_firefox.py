"""Point 1 in Firefox, where it is installed: the page works there too, from file:// and without network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import firefox
import pytest


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
