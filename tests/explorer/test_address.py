"""Point 11: the address keeps what one sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

KEPT = """() => {
  const s = luocdo.state, list = set => [...set].sort();
  return {
    view: s.view, selected: s.selected, centres: s.centres, expanded: s.expanded, hops: s.hops, at: s.at,
    families: list(s.offFamilies), types: list(s.offTypes), relations: list(s.offRelations),
    statuses: list(s.offStatuses), texts: list(s.offTexts), from: s.from, to: s.to, undated: s.undated,
    query: s.query, sort: s.sort, mode: s.mode, start: s.start, goal: s.goal, kind: s.kind,
    drawn: s.view === 'map' && [...luocdo.map.drawn].sort(),
  };
}"""


@pytest.mark.parametrize(
    "steps",
    [
        "luocdo.moves.open(3)",
        "luocdo.moves.neighbourhood(5); luocdo.go({hops: 3}); luocdo.moves.expand(6)",
        "luocdo.go({offIssuers: new Set(['Quốc hội'])})",
        "luocdo.go({offTypes: new Set(['Kế hoạch', '']), offStatuses: new Set(['replaced'])})",
        "luocdo.go({offRelations: new Set(), offFamilies: new Set(), offTexts: new Set(['loaded'])})",
        "luocdo.go({from: 2014, to: 2024, undated: false})",
        "luocdo.go({view: 'table', query: 'nghị quyết & “57”', sort: '-date'})",
        "luocdo.go({view: 'paths', mode: 'chain', start: 0, kind: 'Kế hoạch'})",
        "luocdo.go({view: 'paths', start: 0, goal: 5})",
        "luocdo.go({view: 'diagram', selected: 6})",
        "luocdo.go({view: 'source', source: 0, at: 4, selected: 6})",
    ],
)
def test_the_address_brings_back_selection_view_and_filters(steps: str, explorer: Callable[..., Any]) -> None:
    first = explorer("small")
    first.js(f"() => {{ {steps} }}")
    address = first.js("() => location.hash")
    second = explorer("small", address)
    assert second.js(KEPT) == first.js(KEPT)
    assert second.js("() => document.querySelector('#panel').innerText") == first.js(
        "() => document.querySelector('#panel').innerText"
    )


@pytest.mark.parametrize("sample", ["hostile", "synthetic 1000"])
def test_ids_of_any_shape_survive_the_address(sample: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(sample)
    for node in range(11 if sample == "hostile" else 3):
        if sample == "hostile" and node in (9, 10):
            continue  # line separators and lone surrogates cannot stand in an address
        opened.js("node => luocdo.moves.open(node)", node)
        again = explorer(sample, opened.js("() => location.hash"))
        assert again.js("() => luocdo.state.selected") == node


def test_copy_link_copies_the_address(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", context={"permissions": ["clipboard-read", "clipboard-write"]})
    opened.js("() => luocdo.moves.open(6)")
    opened.page.click("#copy-link")
    opened.page.wait_for_selector("#toast:not([hidden])")
    assert opened.page.inner_text("#toast") == "Đã sao chép liên kết"
    copied = opened.js("() => navigator.clipboard.readText()")
    assert copied == opened.page.url and "d=urn%3Alex%3Avn%3Akh45" in copied


def test_an_address_pasted_into_the_open_page_is_followed(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => { location.hash = '#v=table&d=urn:lex:vn:nq57'; }")
    opened.wait("() => luocdo.state.view === 'table'")
    assert opened.selected() == "57-NQ/TW"
