"""Pictures of the explorer's page for the README: ``python benchmarks/explorer_screenshots.py [FOLDER]``.

Writes map, selected, dark, diagram, table, chain, source, phone and annotated (.png) of the report in data/ into FOLDER
(default: docs/screenshots, as ``make screenshots`` does).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "explorer"), str(ROOT)]

import explorer_samples as samples  # noqa: E402

from graph import extract  # noqa: E402
from graph.explorer import annotate, render  # noqa: E402
from graph.model import Source  # noqa: E402

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
DESK, PHONE = {"width": 1456, "height": 832}, {"width": 390, "height": 780}

NODE = "[...Array(luocdo.graph.size).keys()].find(n => luocdo.graph.label(n) === {!r})"
REPLACES = "luocdo.graph.predicates.findIndex(p => p.id === 'replaces')"

# name -> window, colour scheme, what is done before the picture
SHOTS: dict[str, tuple[dict[str, int], str, str]] = {
    "map": (DESK, "light", ""),
    "selected": (DESK, "light", f"luocdo.moves.open({NODE.format('18-NQ/TW')})"),
    "dark": (DESK, "dark", f"luocdo.moves.open({NODE.format('136/KH-UBND')})"),
    "diagram": (DESK, "light", f"luocdo.go({{view: 'diagram', selected: {NODE.format('136/KH-UBND')}}})"),
    "table": (DESK, "light", "luocdo.go({view: 'table', sort: 'date'})"),
    "chain": (DESK, "light", f"luocdo.go({{view: 'paths', mode: 'chain', start: {NODE.format('23-NQ/TW')}}})"),
    "source": (
        DESK,
        "light",
        f"luocdo.go({{view: 'source', selected: {NODE.format('32/2020/QĐ-UBND')}, "
        f"at: luocdo.graph.relations.p.indexOf({REPLACES})}})",
    ),
    "phone": (PHONE, "light", f"luocdo.moves.neighbourhood({NODE.format('18-NQ/TW')})"),
}


def shoot(browser: Any, page: Path, folder: Path) -> None:
    for name, (window, scheme, action) in SHOTS.items():
        context = browser.new_context(viewport=window, color_scheme=scheme, locale="vi-VN", reduced_motion="reduce")
        tab = context.new_page()
        tab.goto(page.as_uri())
        tab.wait_for_selector("html[data-complete]", state="attached")
        if action:
            tab.evaluate(f"() => {{ {action}; }}")
        tab.wait_for_timeout(400)
        tab.screenshot(path=folder / f"{name}.png")
        context.close()


def shrink(picture: Path) -> None:
    """A palette makes the file a third as large; without Pillow it stays as it is. Frequent and vivid colours (grounds,
    text, the legend) are kept exactly, the others go to the nearest of a palette made of them."""
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    counts = image.getcolors(image.width * image.height)
    counts.sort(key=lambda row: -row[0] * (1 + (max(row[1]) - min(row[1])) / 4))
    kept, others = [colour for _, colour in counts[:200]], [colour for _, colour in counts[200:]] or [(0, 0, 0)]
    strip = Image.new("RGB", (len(others), 1))
    strip.putdata(others)
    rest = strip.quantize(56, method=Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette(([part for colour in kept for part in colour] + rest)[: 256 * 3])
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(picture, optimize=True)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        print("needs Chromium (apt-get install chromium)", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    source = Source(samples.REPORT.name, samples.REPORT.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page, alone = Path(name, "graph.html"), Path(name, "annotated.html")
        render(samples.of_extraction(source), page)
        shoot(browser, page, folder)
        annotate(source, extract(source.text, source=source.name), alone)
        tab = browser.new_page(viewport=DESK)
        tab.goto(f"{alone.as_uri()}#d1")
        tab.screenshot(path=folder / "annotated.png")
        browser.close()
    for name in (*SHOTS, "annotated"):
        picture = folder / f"{name}.png"
        shrink(picture)
        print(f"{picture} {picture.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
