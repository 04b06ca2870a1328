"""Point 12: what is shown, as PNG, SVG and CSV, and on paper."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

SVG = "{http://www.w3.org/2000/svg}"


def export(opened: Any, kind: str) -> tuple[str, bytes]:
    opened.page.click("#export-menu summary")
    with opened.page.expect_download() as download:
        opened.page.click(f"#export-{kind}")
    path = Path(download.value.path())
    return download.value.suggested_filename, path.read_bytes()


def test_svg_of_the_map_holds_every_drawn_box_and_line(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    name, content = export(opened, "svg")
    assert name == "luocdo-map.svg"
    root = ElementTree.fromstring(content)
    words = {part for element in root.iter(f"{SVG}text") for part in (element.text or "").split(" · ")}
    assert {"57-NQ/TW", "22/12/2024", "45/KH-UBND", "Trung ương Đảng", "2013", "Không rõ ngày"} <= words
    lines = [path for path in root.iter(f"{SVG}path") if path.get("class") == "edge"]
    assert len(lines) == 12
    assert len([box for box in root.iter(f"{SVG}rect") if box.get("class") == "box"]) == 12


def test_svg_shows_only_what_the_filters_let_pass(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.uncheck('[data-group="family"][data-key="party"] input')
    words = {
        (element.text or "").split(" · ")[0] for element in ElementTree.fromstring(export(opened, "svg")[1]).iter()
    }
    assert "57-NQ/TW" not in words and "45/KH-UBND" in words


def test_svg_of_hostile_names_is_well_formed_text(explorer: Callable[..., Any]) -> None:
    opened = explorer("hostile")
    root = ElementTree.fromstring(export(opened, "svg")[1])
    assert not list(root.iter(f"{SVG}script")) and not list(root.iter("script"))
    assert not [element for element in root.iter() if any(name.lower().startswith("on") for name in element.attrib)]


@pytest.mark.parametrize("view", ["map", "diagram"])
def test_png_is_a_picture_of_the_view(view: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("small", f"#v={view}&d=urn:lex:vn:kh45")
    name, content = export(opened, "png")
    assert name == "luocdo-45-KH-UBND.png"
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 800 and height > 300
    assert len(content) > 20_000  # not an empty sheet


def test_svg_of_the_diagram(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=diagram&d=urn:lex:vn:kh45")
    words = {element.text for element in ElementTree.fromstring(export(opened, "svg")[1]).iter(f"{SVG}text")}
    assert {"45/KH-UBND", "Thay thế (1)", "Triển khai, thực hiện (3)"} <= words


def test_views_without_a_picture_offer_none(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=table")
    opened.page.click("#export-menu summary")
    assert opened.page.locator("#export-png").is_disabled() and opened.page.locator("#export-csv").is_enabled()


def table(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("", 12),
        ("#v=table&q=thay+the", 1),
        ("#v=diagram&d=urn:lex:vn:kh30", 4),
        ("#v=paths&a=urn:lex:vn:kh05&b=urn:lex:vn:nq57", 2),
        ("#v=paths&m=chain&a=urn:lex:vn:nq57", 6),
        ("#v=source&s=ke-hoach-45.txt", 16),
    ],
)
def test_csv_has_the_relations_shown(address: str, count: int, explorer: Callable[..., Any]) -> None:
    opened = explorer("small", address)
    rows = table(export(opened, "csv")[1])
    assert len(rows) == count
    assert all(row["subject_id"].startswith("urn:lex:vn:") and row["predicate"] for row in rows)


def test_csv_tells_all_of_a_relation(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=table&q=thay+the")
    (row,) = table(export(opened, "csv")[1])
    assert row == {
        "subject_id": "urn:lex:vn:kh45", "subject": "Kế hoạch 45/KH-UBND",
        "subject_title": "triển khai Nghị quyết số 57-NQ/TW", "subject_date": "2025-03-20",
        "predicate": "replaces", "relation": "thay thế",
        "object_id": "urn:lex:vn:kh30", "object": "Kế hoạch 30/KH-UBND",
        "object_title": "phát triển khoa học giai đoạn 2021 - 2025", "object_date": "2021-01-15",
        "sentence": "3. Kế hoạch này thay thế Kế hoạch số 30/KH-UBND ngày 15/01/2021 của UBND tỉnh.",
        "source": "ke-hoach-45.txt", "line": "14", "confidence": "0.99", "partial": "",
    }  # fmt: skip


def test_csv_disarms_formulas(explorer: Callable[..., Any]) -> None:
    """A spreadsheet must not take a title for a formula; quotes and line ends survive."""
    opened = explorer("small")
    for value in ("=1+1", "+84", "-2", "@x", "\tx"):
        opened.js(
            "value => { luocdo.graph.rows.title = { 0: value }; luocdo.graph.rows.code[0] = 'a\"b\\nc;d'; }", value
        )
        titles = {row["object_title"] for row in table(export(opened, "csv")[1])}
        assert f"'{value}" in titles and value not in titles
    assert any('a"b\nc;d' in row["object"] for row in table(export(opened, "csv")[1]))


@pytest.mark.parametrize("view", ["map", "table", "paths", "source"])
def test_every_view_prints_its_content_only(view: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("small", f"#v={view}&d=urn:lex:vn:kh45&a=urn:lex:vn:kh05&b=urn:lex:vn:nq57")
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".bar").is_hidden() and opened.page.locator("#filters").is_hidden()
    assert opened.page.locator(f"#view-{view}").is_visible()
    assert opened.js("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert opened.page.pdf()[:5] == b"%PDF-"
