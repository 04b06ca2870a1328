"""What a user must be able to read at a glance: words on the map at every zoom, nothing cut, nothing covered."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import graph
from graph.cli import run
from graph.explorer import render
from graph.explorer.labels import short_names
from graph.model import Document, Finding, Snapshot, Source

PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}

# What the canvas writes in one drawing: text, horizontal edges and middle (pixels of the map), size on the screen.
WRITTEN = """() => {
  const seen = [];
  const prototype = CanvasRenderingContext2D.prototype;
  const original = prototype.fillText;
  prototype.fillText = function (text, x, y) {
    const m = this.getTransform(), width = this.measureText(text).width * m.a;
    const left = m.a * x + m.e - (this.textAlign === "center" ? width / 2 : 0);
    seen.push({text, left, right: left + width, y: m.d * y + m.f, size: parseFloat(/([\\d.]+)px/.exec(this.font)[1]) * m.a});
    return original.call(this, text, x, y);
  };
  luocdo.map.canvas.paint();
  prototype.fillText = original;
  return seen;
}"""  # noqa: E501


# Three steps around the best connected document.
CROWD = """() => {
  const g = luocdo.graph, hub = g.degree.indexOf(Math.max(...g.degree));
  luocdo.go({ view: "map", centres: [hub], hops: 3 }, { fit: true });
}"""


def written(opened: Any) -> list[dict[str, Any]]:
    return opened.js(WRITTEN)


def test_the_whole_report_opens_with_every_number_readable(explorer: Callable[..., Any]) -> None:
    opened = explorer("report", context={"viewport": {"width": 1440, "height": 900}})
    sizes = {row["text"]: row["size"] for row in written(opened)}
    codes = opened.js("() => luocdo.map.scene.boxes.map(box => box.lines[0])")
    assert len(codes) == 49
    assert {code for code in codes if sizes.get(code, 0) < 11} == set(), sizes


@pytest.mark.parametrize("sample", ["synthetic 1000", "register"])
@pytest.mark.parametrize("context", [{}, PHONE], ids=["desk", "phone"])
def test_a_crowded_map_names_its_best_connected(sample: str, context: Any, explorer: Callable[..., Any]) -> None:
    """Tags of one size, whole within the map, none over another one."""
    opened = explorer(sample, "#v=map", context=context)
    opened.js(CROWD)
    opened.js("() => { luocdo.map.canvas.moveTo({ scale: 0.3 }); luocdo.map.canvas.paint(); }")
    tagged = opened.js("() => luocdo.map.tagged.map(box => box.lines[0])")
    assert len(tagged) >= 8
    rows = [row for row in written(opened) if row["text"] in tagged and row["size"] == 11]
    width = opened.js("() => document.querySelector('#map').clientWidth")
    assert all(row["left"] >= 0 and row["right"] <= width for row in rows)
    for i, a in enumerate(rows):
        for b in rows[i + 1 :]:
            assert a["right"] <= b["left"] or b["right"] <= a["left"] or abs(a["y"] - b["y"]) >= 16, (a, b)


@pytest.mark.parametrize("sample", ["report", "synthetic 1000", "register"])
def test_years_and_lanes_are_not_written_over_each_other(sample: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(sample, "#v=map")
    for _ in range(4):
        rows = written(opened)
        strip = sorted((row for row in rows if row["y"] == 12), key=lambda row: row["left"])
        assert len(strip) >= 2
        assert all(a["right"] <= b["left"] for a, b in pairwise(strip)), strip
        names = {lane["vi"] for lane in opened.js("() => luocdo.graph.data.lanes")}
        lanes = sorted((row for row in rows if row["text"] in names), key=lambda row: row["y"])
        assert all(b["y"] - a["y"] >= 14 for a, b in pairwise(lanes)), lanes
        opened.page.click("#zoom-in")


def test_on_a_phone_the_selected_box_stays_above_the_panel(explorer: Callable[..., Any]) -> None:
    opened = explorer("report", context=PHONE)
    for label in ("18-NQ/TW", "1128/KH-SCT", "655/SNV-XDCQ&CTTN"):
        node = opened.node(label)
        opened.js("node => luocdo.moves.open(node)", node)
        x, y = opened.place(node)
        panel = opened.page.locator("#panel").bounding_box()
        assert 0 < x < 390
        assert opened.page.locator("#map").bounding_box()["y"] + 24 + 10 < y < panel["y"] - 10, label


def test_a_bare_number_is_called_with_its_type(explorer: Callable[..., Any]) -> None:
    opened = explorer("report")
    node = opened.node("Chỉ thị 17")
    assert opened.js("node => luocdo.graph.fullLabel(node)", node) == "Chỉ thị 17"
    opened.page.fill("#search", "chi thi 17")
    opened.page.press("#search", "Enter")
    assert opened.selected() == "Chỉ thị 17"


def test_every_origin_of_a_fact_has_words(explorer: Callable[..., Any], tmp_path: Path) -> None:
    known = {"type": "type", "code": "act-table", "date": "register", "issuer": "symbol", "term": "context"}
    unheard = Document("b", "Luật", "2/2025/QH15", issuer="Quốc hội", origins={"code": "somewhere-new"})
    document = Document(
        "a", "Luật", "1/2025/QH15", date="2025-01-02", issuer="Quốc hội", term="XV", origins=known, name="Luật Mẫu"
    )
    render(Snapshot((document, unheard)), tmp_path / "origins.html")
    opened = explorer("", path=tmp_path / "origins.html")
    for id, count in (("a", len(known)), ("b", 0)):
        opened.js("id => luocdo.moves.open(luocdo.graph.node(id))", id)
        assert opened.page.locator("#panel .origin").count() == count
        assert "origin-" not in opened.page.inner_text("#panel")
    opened.js("() => luocdo.go({view: 'diagram', selected: luocdo.graph.node('a')})")
    assert "Luật Mẫu" in opened.page.inner_text(".diagram-centre")


def test_dates_in_findings_are_written_as_elsewhere(explorer: Callable[..., Any], tmp_path: Path) -> None:
    finding = Finding("conflicting-date", "5/KH ghi nhiều ngày: 2024-11-27, 2025-11-27.", ("a",))
    render(Snapshot((Document("a", "Kế hoạch", "5/KH"),), finding_rows=(finding,)), tmp_path / "finding.html")
    opened = explorer("", path=tmp_path / "finding.html")
    assert "27/11/2024, 27/11/2025" in opened.page.inner_text("#panel .finding")


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["/srv/ai/van-ban/a.txt", "/srv/ai/van-ban/sub/b.txt"], ["van-ban/a.txt", "van-ban/sub/b.txt"]),
        (["/srv/ai/van-ban/a.txt"], ["van-ban/a.txt"]),
        (["C:\\Users\\Ai\\Luat\\a.docx", "C:\\Users\\Ai\\Luat\\b.docx"], ["Luat/a.docx", "Luat/b.docx"]),
        (["/a.txt", "/b/c.txt"], ["a.txt", "b/c.txt"]),
        (["data/a.txt", "/x/b.txt"], ["data/a.txt", "/x/b.txt"]),
        (["register #5"], ["register #5"]),
        ([], []),
    ],
)
def test_sources_are_named_without_the_makers_folders(names: list[str], shown: list[str]) -> None:
    assert short_names(names) == shown


def test_the_diagram_names_a_document_once_a_side(explorer: Callable[..., Any]) -> None:
    """Whoever is a basis is cited too; the box of the stronger relation has it."""
    opened = explorer("report")
    opened.js("() => luocdo.go({view: 'diagram', selected: [...Array(99).keys()].find(n => luocdo.graph.isSource(n))})")
    for side in ("left", "right"):
        links = opened.page.locator(f".diagram-side.{side} li .link").all_text_contents()
        assert len(links) == len(set(links))


def test_the_source_view_opens_with_the_text_of_the_selected_document(
    explorer: Callable[..., Any], tmp_path: Path
) -> None:
    documents = tuple(Document(name, "Kế hoạch", f"{name}/KH") for name in "ab")
    sources = tuple(Source(f"{name}.txt", f"Văn bản {name}.\n") for name in "ab")
    own = {name: (f"{name}.txt",) for name in "ab"}
    render(Snapshot(documents, source_rows=sources, sources_by_id=own), tmp_path / "two.html")
    opened = explorer("", path=tmp_path / "two.html")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('b'))")
    opened.page.click('#views [data-view="source"]')
    assert "Văn bản b" in opened.page.inner_text(".source-text")


def test_on_a_phone_a_row_of_the_table_is_a_card(explorer: Callable[..., Any]) -> None:
    opened = explorer("report", "#v=table", context=PHONE)
    widths = opened.js(
        """() => [...document.querySelectorAll(".relations tbody :is(td, th)")]
          .map(cell => cell.getBoundingClientRect().right)"""
    )
    assert max(widths) <= 390
    sentence = opened.page.locator(".relations tbody .column-sentence").first.bounding_box()
    assert sentence["width"] > 300
    assert opened.page.locator(".relations [role=row]").count() > 10


@pytest.mark.parametrize("label", ["18-NQ/TW", "23-NQ/TW", "136/KH-UBND", "1127/KH-SCT"])
def test_words_on_edges_cover_no_box_in_hand(label: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("report")
    opened.js("node => luocdo.moves.neighbourhood(node)", opened.node(label))
    words = [row for row in written(opened) if row["size"] == 11.5 and row["text"] in ("triển khai", "thay thế")]
    boxes = opened.js(
        """() => {
          const s = luocdo.map.screen();
          return luocdo.map.scene.boxes.map(({x, y, width, height}) =>
            ({left: s.x(x - width / 2), right: s.x(x + width / 2), y: s.y(y), tall: height / 2 * s.zoom}));
        }"""
    )
    assert words and boxes
    for word in words:
        for box in boxes:
            apart = word["right"] <= box["left"] or box["right"] <= word["left"]
            assert apart or abs(word["y"] - box["y"]) >= box["tall"], (word, box)


def test_the_note_about_the_limit_covers_no_box(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 1000", "#v=map")
    note = opened.page.locator("#limit-note").bounding_box()
    top = opened.js(
        "() => Math.min(...luocdo.map.scene.boxes.map(box => luocdo.map.screen().y(box.y - box.height / 2)))"
    )
    assert note["y"] + note["height"] <= opened.page.locator("#map").bounding_box()["y"] + top


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_printed_map_is_whole(scheme: str, explorer: Callable[..., Any]) -> None:
    """The canvas would be cut by the paper; a drawing in the colours for paper takes its place."""
    pdfium = pytest.importorskip("pypdfium2")
    opened = explorer("report", context={"color_scheme": scheme})
    document = pdfium.PdfDocument(opened.page.pdf(prefer_css_page_size=True))
    text = document[0].get_textpage().get_text_bounded()
    for label in ("18-NQ/TW", "655/SNV-XDCQ&CTTN", "1128/KH-SCT", "Chỉ thị 17", "2021", "Sở, ngành cấp tỉnh"):
        assert label in text, label
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    assert "triển khai, thực hiện" in words and "In ngày" in words and "không còn hiệu lực" in words
    ground = document[0].render().to_pil().convert("L").getpixel((5, 5))
    assert ground > 250
    assert opened.page.locator(".print-map").count() == 0


def test_the_command_puts_large_texts_in_when_asked(tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text(
        "Kế hoạch số 1/KH-UBND thực hiện Nghị quyết số 18-NQ/TW.\n" + "Lời dài. " * 700_000, encoding="utf-8"
    )
    with graph.open(tmp_path / "g.db", create=True) as db:
        db.add([source])
    kept = []
    for number, extra in enumerate(([], ["--texts"])):
        page = tmp_path / f"{number}.html"
        assert run(["view", "-g", str(tmp_path / "g.db"), "-o", str(page), *extra]) == 0
        kept.append('"kept":true' in page.read_text(encoding="utf-8"))
    assert kept == [False, True]
