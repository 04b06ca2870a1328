"""The page brings its font: it looks the same and cuts nothing, whatever fonts a machine has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from conftest import DESK, only_fonts
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from graph.explorer import assets, render
from graph.model import Document, Snapshot

PAGE = assets.page_folder()
FONTS = files("graph.explorer").joinpath("fonts")
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "".join("áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")

# Every box: what it says, how wide it is, where it stands.
BOXES = """() => [...luocdo.map.drawn].sort((a, b) => a - b).map(n =>
  [luocdo.map.box(n).lines, luocdo.map.box(n).width, luocdo.map.positions.get(n)])"""


@pytest.mark.parametrize("weight", [400, 600])
def test_the_font_has_every_letter_and_sign_of_the_page(weight: int) -> None:
    with FONTS.joinpath(f"noto-sans-{weight}.woff2").open("rb") as stream:
        known = set(TTFont(stream).getBestCmap())
    said = "".join(
        file.read_text(encoding="utf-8") for file in PAGE.iterdir() if file.name.endswith((".js", ".json", ".html"))
    )
    said = re.sub(r"//.*|\\ufffd|\ufffd", "", said)  # comments, and the sign for what XML cannot hold
    wanted = set(map(ord, said + VIETNAMESE + VIETNAMESE.upper() + "“”‘’–—…·•₫№"[:-1])) - {10, 13, 9}
    assert {chr(code) for code in wanted - known} == set()


def test_the_font_keeps_its_licence_and_is_small() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in FONTS.joinpath("OFL.txt").read_text(encoding="utf-8")
    assert len(assets.fonts()) < 45_000


@pytest.fixture(scope="module", params=["DejaVuSansMono.ttf", "DejaVuSerif-Bold.ttf"])
def elsewhere(
    request: pytest.FixtureRequest, chromium: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """A browser on a machine with other fonts."""
    running = chromium(env=only_fonts(tmp_path_factory.mktemp("fonts"), request.param))
    yield running
    running.close()


@pytest.mark.parametrize("sample", ["report", "small"])
def test_boxes_are_the_same_whatever_fonts_a_machine_has(
    sample: str, elsewhere: Any, explorer: Callable[..., Any], rendered: Callable[..., Path]
) -> None:
    here = explorer(sample)
    context = elsewhere.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"file://{quote(str(rendered(sample)))}")
    page.wait_for_selector("html[data-complete]", state="attached")
    assert page.evaluate(BOXES) == here.js(BOXES)
    context.close()


def cut(opened: Any) -> list[str]:
    """What the canvas writes with an ellipsis, at several zooms and with something selected."""
    script = """() => {
      const seen = new Set(), prototype = CanvasRenderingContext2D.prototype, original = prototype.fillText;
      prototype.fillText = function (text, ...rest) {
        if (text.endsWith("…")) seen.add(text);
        return original.call(this, text, ...rest);
      };
      for (let step = 0; step < 5; step += 1) {
        luocdo.map.zoom(1.25);
        luocdo.map.canvas.paint();
      }
      prototype.fillText = original;
      return [...seen];
    }"""
    return opened.js(script)


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (1024, 700)], ids=str)
def test_no_number_is_cut(size: tuple[int, int], explorer: Callable[..., Any]) -> None:
    opened = explorer("report", context={"viewport": {"width": size[0], "height": size[1]}})
    codes = opened.js("() => luocdo.graph.rows.id.map((_, n) => luocdo.graph.rows.code[n]).filter(Boolean)")
    assert len(codes) > 30
    assert [text for text in cut(opened) if any(code.startswith(text[:-1]) for code in codes)] == []


@pytest.mark.parametrize(
    ("document", "first", "second"),
    [
        (Document("d", "Nghị quyết", "18-NQ/TW", date="2017-10-25"), "18-NQ/TW", "25/10/2017"),
        (Document("d", "Công văn", "88/X"), "88/X", "Công văn"),
        (Document("d", name="Nghị quyết Đại hội Đảng bộ"), "Nghị quyết Đại hội Đảng", "bộ"),
        (
            Document("d", name="Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ngãi nhiệm kỳ 2020 - 2025, lần thứ XIX"),
            "Nghị quyết Đại hội Đảng",
            "bộ tỉnh … lần thứ XIX",
        ),
        (Document("d", "Chỉ thị", "17"), "Chỉ thị 17", ""),
        (Document("d", "Chỉ thị", "17", date="2011-05-04"), "Chỉ thị 17", "04/05/2011"),
        (Document("d", "Kế hoạch", date="2020"), "Kế hoạch", "2020"),
        (Document("urn:x"), "urn:x", ""),
        (Document("d", code="1234567890/2020/TTLT-BNNPTNT-BTNMT"), "1234567890/2020/TTLT-BNNPTNT-BTNMT", ""),
    ],
)
def test_what_a_box_says(
    document: Document, first: str, second: str, explorer: Callable[..., Any], tmp_path: Path
) -> None:
    """Numbers are whole however long; a name takes two lines and keeps its last words, which tell names apart."""
    render(Snapshot((document,)), tmp_path / "one.html")
    opened = explorer("", path=tmp_path / "one.html")
    assert opened.js("() => luocdo.graph.lines(0)") == [first, second]


def test_an_exported_picture_brings_the_font(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.click("#export-menu summary")
    with opened.page.expect_download() as download:
        opened.page.click("#export-svg")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.count("@font-face") == 2 and "data:font/woff2;base64," in text
