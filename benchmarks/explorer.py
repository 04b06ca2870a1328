"""How soon the explorer's page is ready, beside plain pyvis.

For the report of data/, the Công báo register (where it is at hand) and synthetic graphs of 50, 1,000, 5,000 and 20,000
documents with three relations each it measures in headless Chromium: seconds to build the page, its size, milliseconds
until the first picture stands, the slowest of four searches in all documents, and frames a second while a crowded map
is dragged (all relations around the twenty best connected documents, 300 boxes at most): the lower of that of the
whole, and of a part at its natural size. Plain pyvis (its defaults, `generate_html` with inline resources, requests to
the network refused as on a machine without one) draws the same nodes and edges; it counts as ready when its physics has
settled.

    python benchmarks/explorer.py [--sizes 50 1000 5000 20000] [--runs 3] [--patience 30] [--no-pyvis] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "explorer"), str(ROOT)]

import explorer_samples as samples  # noqa: E402

from graph.explorer import render  # noqa: E402

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
DESK = {"width": 1456, "height": 832}
QUERIES = ("ke hoach 83", "bo tai chinh moi truong", "18-nq/tw", "khong co gi het")

# Drags the picture to and fro, ten pixels a frame, with the pointer that is down. Gives frames a second and the longest
# frame.
DRAG = """async ([pointer, seconds]) => {
  const canvas = document.querySelector("#map canvas"), box = canvas.getBoundingClientRect(), times = [];
  const [x, y] = [box.left + box.width / 2 - 600, box.top + box.height / 2 - 120];
  return await new Promise(done => {
    const frame = now => {
      times.push(now);
      const turn = times.length % 240, along = turn < 120 ? turn : 240 - turn;
      const place = { clientX: x + 10 * along, clientY: y + 2 * along };
      canvas.dispatchEvent(new PointerEvent("pointermove", { pointerId: pointer, bubbles: true, ...place }));
      if (now - times[0] < seconds * 1000) {
        requestAnimationFrame(frame);
      } else {
        const gaps = times.slice(1).map((time, i) => time - times[i]);
        done([1000 * gaps.length / (now - times[0]), Math.max(...gaps)]);
      }
    };
    requestAnimationFrame(frame);
  });
}"""

# As much as is drawn at once: what is near the best connected documents.
CROWD = """() => {
  const { graph } = luocdo, documents = [...Array(graph.documentCount).keys()];
  const centres = documents.sort((a, b) => graph.degree[b] - graph.degree[a] || a - b).slice(0, 20);
  luocdo.go({ view: "map", centres, hops: 3, offRelations: new Set() }, { fit: true });
}"""

# Runs before pyvis' own scripts: notes when its network has settled.
WATCH = """() => {
  window.settled = null;
  const timer = setInterval(() => {
    try {
      if (typeof network === "undefined" || !network.on) return;
      clearInterval(timer);
      network.on("stabilized", () => { window.settled ??= performance.now(); });
    } catch { /* not there yet */ }
  }, 5);
}"""


def ours(browser: Any, view: Any, folder: Path, runs: int) -> dict[str, Any]:
    """Figures of the explorer's page; times are medians of `runs` fresh browser contexts."""
    path = folder / "ours.html"
    start = time.perf_counter()
    render(view, path)
    built = time.perf_counter() - start
    ready, search, whole, near = [], [], [], []
    for _ in range(runs):
        page = browser.new_context(viewport=DESK).new_page()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-complete]", state="attached", timeout=60_000)
        ready.append(float(page.get_attribute("html", "data-ready")))
        while not page.evaluate("luocdo.finder.index.done"):
            page.wait_for_timeout(20)
        for query in QUERIES:
            ask = "q => { const t = performance.now(); luocdo.finder.search(q); return performance.now() - t; }"
            search.append(page.evaluate(ask, query))
        page.evaluate(f"({CROWD})()")
        drawn = page.evaluate("[luocdo.map.scene.boxes.length, luocdo.map.scene.edges.length]")
        whole.append(dragging(page))
        page.evaluate("luocdo.map.canvas.moveTo({ scale: 1 })")
        near.append(dragging(page))
        page.context.close()
    return {
        "build_s": round(built, 2),
        "megabytes": round(path.stat().st_size / 1e6, 2),
        "ready_ms": round(statistics.median(ready)),
        "search_ms": round(max(search), 1),
        "boxes": drawn[0],
        "edges": drawn[1],
        "panning_fps": round(min(statistics.median(fps for fps, _ in rows) for rows in (whole, near))),
        "longest_frame_ms": round(max(longest for rows in (whole, near) for _, longest in rows)),
    }


def dragging(page: Any, seconds: float = 2.0) -> list[float]:
    """Frames a second while the map is dragged, and the longest frame in milliseconds."""
    page.evaluate("window.addEventListener('pointerdown', event => { window.pointer = event.pointerId; }, true)")
    page.wait_for_timeout(300)  # the picture rests
    page.mouse.move(650, 420)
    page.mouse.down()
    found = page.evaluate(DRAG, [page.evaluate("window.pointer"), seconds])
    page.mouse.up()
    return [float(value) for value in found]


def plain(browser: Any, view: Any, folder: Path, patience: float) -> dict[str, Any]:
    """Figures of pyvis as its documentation uses it."""
    from pyvis.network import Network

    path = folder / "pyvis.html"
    start = time.perf_counter()
    network = Network(directed=True, cdn_resources="in_line")
    for document in view.documents():
        network.add_node(document.id, label=document.code or document.id)
    known = set(network.get_nodes())
    for relation in view.relations():
        if relation.object in known:
            network.add_edge(relation.subject, relation.object)
    path.write_text(network.generate_html(), encoding="utf-8")
    built = time.perf_counter() - start
    page = browser.new_context(viewport=DESK).new_page()
    page.route("http*://**", lambda route: route.abort())
    page.add_init_script(f"({WATCH})()")
    started = time.perf_counter()
    settled = None
    try:
        page.goto(path.as_uri(), timeout=patience * 1000)
        while settled is None and time.perf_counter() - started < patience:
            page.wait_for_timeout(50)
            settled = page.evaluate("window.settled")
    except Exception:  # a page busy with its physics answers nobody: it is not ready, whatever playwright calls that
        settled = None
    page.context.close()
    return {
        "build_s": round(built, 2),
        "megabytes": round(path.stat().st_size / 1e6, 2),
        "ready_ms": round(settled) if settled is not None else None,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 1000, 5000, 20000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--patience", type=float, default=30, help="seconds that plain pyvis gets to settle")
    parser.add_argument("--no-pyvis", action="store_true")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        print("needs Chromium (apt-get install chromium)", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    views: list[tuple[str, Any]] = [("report", samples.report())]
    if samples.REGISTER.exists():
        views.append(("register", samples.register()))
    views += [(f"{size:,}", samples.synthetic(size)) for size in options.sizes]
    figures = {}
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    heads = f"{'graph':>10} {'build':>8} {'file':>9} {'ready':>9} {'search':>9} {'dragging':>9}"
    print(f"{heads}   plain pyvis: build, file, ready")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        for label, view in views:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            row = figures[label] = {"explorer": ours(browser, view, Path(name), options.runs)}
            mine = row["explorer"]
            text = (
                f"{label:>10} {mine['build_s']:>6} s {mine['megabytes']:>6} MB {mine['ready_ms']:>6} ms "
                f"{mine['search_ms']:>6} ms {mine['panning_fps']:>5} fps, longest {mine['longest_frame_ms']} ms "
                f"({mine['boxes']} boxes, {mine['edges']} edges)"
            )
            if not options.no_pyvis:
                other = row["pyvis"] = plain(browser, view, Path(name), options.patience)
                ready = f"{other['ready_ms']} ms" if other["ready_ms"] else f"not within {options.patience:.0f} s"
                text += f"   {other['build_s']} s, {other['megabytes']} MB, {ready}"
            print(text, flush=True)
            browser.close()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
