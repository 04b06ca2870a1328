"""The map of a document: a part of the graph, made larger document by document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

DECREE = "/map/30/2020/N%C4%90-CP"


@pytest.fixture
def small_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A map has two documents around its own."""
    pytest.importorskip("mcp", reason="needs the extra serve")
    from graph.serve import pages

    monkeypatch.setattr(pages, "_ON_THE_MAP", 2)


def data(shown: str) -> Any:
    """What the page reads."""
    found = re.search(r'<script type="application/json" id="data"[^>]*>(.*?)</script>', shown, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_a_small_neighbourhood_is_there_whole(client: Any) -> None:
    found = data(client.get(f"{DECREE}?lang=en").text)
    assert len(found["documents"]["id"]) == 4 and found["beyond"]["counts"] == {}


def test_what_is_beyond_is_counted_and_can_be_loaded(client: Any, small_maps: None) -> None:
    first = data(client.get(f"{DECREE}?n=1").text)
    codes = first["documents"]["code"]
    assert len(codes) == 3 and sum(first["beyond"]["counts"].values()) == 1
    decree = first["documents"]["id"][next(i for i, code in enumerate(codes) if code == "30/2020/NĐ-CP")]
    assert first["beyond"]["more"].startswith("/map/") and unquote(first["beyond"]["more"]).endswith("with=")
    more = data(client.get(f"{first['beyond']['more']}{decree}").text)
    assert set(first["documents"]["id"]) < set(more["documents"]["id"]) and more["beyond"]["counts"] == {}


@pytest.mark.parametrize("path", ["/map/30/2020/N%C4%90-CP?m=1", *(f"/id/30/2020/N%C4%90-CP?format={form}" for form in (
    "turtle", "jsonld", "json", "ntriples", "rdfxml"))])  # fmt: skip
def test_nothing_tells_where_files_lie(client: Any, graph_file: Path, path: str) -> None:
    shown = unquote(client.get(path).text)
    assert "nghi-dinh-30.txt" in shown
    assert str(graph_file.parent) not in shown and "texts/nghi-dinh-30" not in shown


def test_sources_of_one_name_stay_two() -> None:
    from graph.model import Evidence, Relation, Snapshot, Source
    from graph.serve.folders import without_folders

    names = ("/m/1/a.txt", "/m/2/a.txt", None)
    said = tuple(Relation("a", "cites", "b", Evidence(0, 1, "x", source=name)) for name in names)
    part = Snapshot(relation_rows=said, source_rows=(Source("/m/1/a.txt", ""), Source("/m/2/a.txt", "")))
    found = without_folders(part)
    assert [source.name for source in found.sources()] == ["a.txt", "a.txt (2)"]
    assert [r.evidence.source for r in found.relations()] == ["a.txt", "a.txt (2)", None]


def test_a_map_has_a_bound(client: Any) -> None:
    many = "&".join(f"with={n}/2020/N%C4%90-CP" for n in range(30))
    refused = client.get(f"{DECREE}?{many}", headers={"Accept": "text/html"})
    assert refused.status_code == 400 and "with" in refused.text


def test_each_kind_of_relation_has_its_turn(tmp_path: Path) -> None:
    """Many that only cite, one that replaces: the one is not hidden."""
    import graph

    (tmp_path / "a").mkdir()
    for n in range(1, 40):
        (tmp_path / "a" / f"{n}.txt").write_text(
            f"ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: {n}/QĐ-UBND\nQuảng Ngãi, ngày 04 tháng 6 năm 2021\n\nQUYẾT ĐỊNH\n"
            "Về công tác văn thư\n\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;\n",
            encoding="utf-8",
        )
    (tmp_path / "a" / "n.txt").write_text(
        "CHÍNH PHỦ\nSố: 99/2024/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2024\n\nNGHỊ ĐỊNH\nVề công tác văn thư\n\n"
        "Điều 9. Nghị định này thay thế Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.\n",
        encoding="utf-8",
    )
    with graph.open(tmp_path / "graph.db", create=True) as opened:
        opened.add(tmp_path / "a", workers=1)
        near, count = opened.nearest("30/2020/NĐ-CP", 5)
        assert count == 40 and len(near) == 5 and "99-2024" in near[0]
        assert opened.nearest("30/2020/NĐ-CP", 100) == (opened.nearest("30/2020/NĐ-CP", 40)[0], 40)
        part = opened.part(near)
        assert {d.id for d in part.documents()} == set(near) and not list(part.mentions())
        assert [source.text for source in part.sources()] == [""] * 5


@pytest.fixture(scope="module")
def running(chromium: Callable[..., Any]) -> Iterator[Any]:
    opened = chromium()
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_loads_more(running: Any, address: str, small_maps: None, axe: str, width: int) -> None:
    with running.new_context(locale="vi-VN", viewport={"width": width, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}{DECREE}?w={width}")
        page.wait_for_selector("html[data-complete]")
        before = page.evaluate("luocdo.graph.documentCount")
        page.evaluate("luocdo.moves.open(luocdo.graph.rows.code.indexOf('30/2020/NĐ-CP'))")
        link = page.locator("#panel a.load-more")
        assert "1" in link.inner_text()
        link.click()
        page.wait_for_selector("html[data-complete]")
        assert "with=" in page.url
        assert page.evaluate("luocdo.graph.documentCount") == before + 1
        page.evaluate("luocdo.moves.open(luocdo.graph.rows.code.indexOf('30/2020/NĐ-CP'))")
        page.add_script_tag(content=axe)
        serious = page.evaluate("() => axe.run().then(r => r.violations)")
        assert not [v["id"] for v in serious if v["impact"] in ("serious", "critical")]
        page.locator("#panel a", has_text="Trang của văn bản").click()
        page.wait_for_selector("main h1")
        assert "30/2020/NĐ-CP" in page.inner_text("h1")
    assert not said
