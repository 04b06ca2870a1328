"""What is shown, saved as a page of its own: the same documents, relations and sentences, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# What a page holds, in words that do not depend on the numbers of nodes.
HELD = """() => {
  const g = luocdo.graph, rows = [...Array(g.relations.count).keys()], named = node => g.id(node);
  const said = row => { const { text, marks, part, pinpoint, sourceName, line } = g.evidence(row); return { text, marks, part, pinpoint, sourceName, line }; };
  return {
    nodes: [...Array(g.size).keys()].map(node => [named(node), g.label(node), g.title(node), g.rows.date[node] || "", g.status(node), g.issuerName(node), (g.rows.by[node] || []).map(named), g.isLoaded(node)]),
    relations: rows.map(row => [named(g.relations.s[row]), g.predicates[g.relations.p[row]].id, named(g.relations.o[row]), said(row)]),
    mentions: g.mentions ? g.mentions.start.map((at, i) => [g.data.sources.name[g.mentions.src[i]], at, g.mentions.end[i], named(g.mentions.doc[i])]) : null,
    findings: g.data.findings.map(f => [f.vi, f.message, f.documents.map(named), f.line || 0]),
  };
}"""  # noqa: E501


def save(opened: Any, folder: Path) -> Path:
    opened.page.click("#export-menu summary")
    with opened.page.expect_download() as download:
        opened.page.click("#export-page")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("sample", ["small", "hostile", "register"])
def test_the_part_in_sight_is_a_page_that_holds_it_and_no_more(
    sample: str, explorer: Callable[..., Any], tmp_path: Path
) -> None:
    opened = explorer(sample)
    centre = opened.js("() => [...Array(luocdo.graph.documentCount).keys()].find(n => luocdo.graph.degree[n] > 4) ?? 0")
    opened.js("node => luocdo.go({ view: 'map', centres: [node], selected: node, hops: 1 })", centre)
    shown = opened.js("() => [...luocdo.map.scene.shown].map(node => luocdo.graph.id(node))")
    whole, name = opened.js(HELD), opened.js("node => luocdo.graph.id(node)", centre)
    path = save(opened, tmp_path)
    part = explorer("", path=path)
    held = part.js(HELD)
    documents = [row[0] for row in held["nodes"] if row[0] in shown]
    assert sorted(documents) == sorted(shown)
    kept = {row[0] for row in held["nodes"]}
    for row in held["nodes"]:
        before = next(other for other in whole["nodes"] if other[0] == row[0])
        assert row == [*before[:6], [other for other in before[6] if other in kept], before[7]]
    assert held["relations"] == [row for row in whole["relations"] if row[0] in kept and row[2] in kept]
    assert held["relations"] and all(row in whole["mentions"] for row in held["mentions"] or [])
    assert part.js("() => luocdo.graph.id(luocdo.state.selected)") == name
    assert part.js("() => [...luocdo.map.scene.shown].length") == len(shown)
    assert path.stat().st_size < 700_000
    for view in ("documents", "diagram", "table", "paths", "source"):
        part.page.click(f'#views [data-view="{view}"]')
    # A page made from a part can be saved again, and is the same page.
    again = explorer("", path=save(explorer("", path=path), tmp_path))
    assert again.js(HELD) == held


def test_a_saved_page_has_the_language_and_works_without_network(explorer: Callable[..., Any], tmp_path: Path) -> None:
    opened = explorer("small", "#v=documents&q=ke+hoach")
    opened.page.click("#switch-language")
    wanted = opened.page.locator("#view-documents tbody th .link").all_inner_texts()
    path = save(opened, tmp_path)
    part = explorer("", path=path)
    assert part.page.locator("html").get_attribute("lang") == "en"
    assert part.page.title() == f"Lược đồ văn bản · {len(wanted)} documents"
    part.page.click('#views [data-view="documents"]')
    assert part.page.locator("#view-documents tbody th .link").count() == len(wanted)
    assert sorted(part.page.locator("#view-documents tbody th .link").all_inner_texts()) == sorted(wanted)
    assert part.requests == [f"file://{path}"]


def test_where_nothing_is_selected_there_is_no_part_of_one_document(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=diagram")
    assert opened.page.locator("#export-page").is_disabled()
