"""Points 1 and 2: no network, no errors, and nothing out of a document ever runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import explorer_samples as samples
import pytest

VIEWS = ("start", "map", "documents", "diagram", "table", "paths", "source")


def through_everything(opened: Any) -> None:
    """Every view, both languages, both themes, every node's panel."""
    for _ in range(2):
        for view in VIEWS:
            opened.page.click(f'#views [data-view="{view}"]')
            for node in range(min(opened.js("() => luocdo.graph.size"), 30)):
                opened.js("node => luocdo.moves.open(node)", node)
        opened.js("() => luocdo.go({view: 'paths', mode: 'chain', start: 0})")
        opened.js("() => luocdo.go({view: 'paths', mode: 'path', start: 0, goal: 1})")
        opened.page.click("#switch-language")
        opened.page.click("#switch-theme")


@pytest.mark.parametrize("sample", ["small", "report", "synthetic 1000"])
def test_no_request_and_no_error_in_any_view(sample: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(sample)
    through_everything(opened)
    assert opened.requests == [f"file://{opened.path}"]


def test_the_network_is_out_of_reach_by_policy(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    blocked = opened.js("() => fetch('https://example.org/').then(() => 'reached', () => 'blocked')")
    assert blocked == "blocked"
    opened.js(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.added = 1";
          document.body.append(script);
        }"""
    )
    assert opened.js("() => window.added") is None
    assert any("Content Security Policy" in error for error in opened.errors)
    opened.errors.clear()
    opened.requests.clear()


def test_policy_and_content_have_no_outside_address(rendered: Callable[..., Path]) -> None:
    text = rendered("report").read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    rules = policy.group(1).replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in rules and "http" not in rules
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(?!data:)", text)


@pytest.mark.parametrize("bypass", [False, True], ids=["with policy", "without policy"])
def test_attacks_in_every_field_stay_text(bypass: bool, explorer: Callable[..., Any]) -> None:
    """Also with the policy switched off: escaping alone must hold."""
    opened = explorer("hostile", context={"bypass_csp": bypass}, title=samples.ATTACKS[1])
    through_everything(opened)
    opened.page.fill("#search", "script")
    opened.js("() => luocdo.go({view: 'table', query: 'onerror'})")
    opened.settle()
    assert opened.js("() => window.hacked") is None
    assert (
        opened.js(
            "() => document.querySelectorAll('#main img, #panel img, #filters img, #panel script, iframe').length"
        )
        == 0
    )
    assert opened.page.title() == samples.ATTACKS[1]


def test_attacks_show_as_they_are(explorer: Callable[..., Any]) -> None:
    opened = explorer("hostile")
    opened.js("() => luocdo.moves.open(2)")
    panel = opened.page.inner_text("#panel")
    assert "<img src=x onerror=window.hacked=3>" in panel
    opened.js("() => luocdo.go({view: 'source', source: 2})")
    assert "<img src=x onerror=window.hacked=3>" in opened.page.inner_text("#view-source")


def test_hostile_addresses_change_nothing(explorer: Callable[..., Any]) -> None:
    opened = explorer(
        "small",
        "#v=%3Cscript%3E&d=%3Cimg%20src=x%20onerror=alert(1)%3E&h=99&c=x&xs=~~&from=abc&n=1e9&q=%3Cb%3E&s=nope&at=-5",
    )
    assert opened.js("() => luocdo.state.view") == "map"
    assert opened.selected() is None
    assert len(opened.drawn()) == 12
