"""Pictures of the served pages for the README: ``python benchmarks/serve_screenshots.py [FOLDER]``.

Writes serve-start, serve-search, serve-document, serve-check, serve-map and serve-phone (.png) of the report in data/
into FOLDER (default: docs/screenshots, as ``make screenshots`` does).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from explorer_screenshots import CHROMIUMS, DESK, FLAGS, PHONE, ROOT, shrink

import graph

REPORT = ROOT / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"
# name -> window, colour scheme, address
SHOTS: dict[str, tuple[dict[str, int], str, str]] = {
    "start": (DESK, "light", "/"),
    "search": (DESK, "light", "/search?q=ke+hoach"),
    "document": (DESK, "light", "/id/18-NQ/TW"),
    "check": (DESK, "light", "/check"),
    "map": (DESK, "dark", "/map/18-NQ/TW"),
    "phone": (PHONE, "dark", "/id/136/KH-UBND"),
}


@contextmanager
def served(file: Path) -> Iterator[str]:
    """The address at which the graph is served meanwhile."""
    import uvicorn

    from graph.serve import Settings, application

    server = uvicorn.Server(
        uvicorn.Config(application(Settings(str(file))), host="127.0.0.1", port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def shoot(browser: Any, address: str, folder: Path) -> None:
    for name, (window, scheme, path) in SHOTS.items():
        context = browser.new_context(viewport=window, color_scheme=scheme, locale="vi-VN", reduced_motion="reduce")
        tab = context.new_page()
        tab.goto(address + path)
        if name == "map":
            tab.wait_for_selector("html[data-complete]", state="attached")
            tab.wait_for_timeout(400)
        if name == "check":
            tab.set_input_files("#file", REPORT)
            tab.fill("[name=at]", "2021-04-20")
            tab.click("form.card button >> nth=0")
            tab.wait_for_selector("main table")
            tab.evaluate("document.querySelector('main section').scrollIntoView()")
        tab.screenshot(path=folder / f"serve-{name}.png")
        context.close()


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        print("needs Chromium (apt-get install chromium)", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        file = Path(name, "graph.db")
        with graph.open(file, create=True) as opened:
            opened.add(REPORT)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with served(file) as address:
            shoot(browser, address, folder)
        browser.close()
    for picture in sorted(folder.glob("serve-*.png")):
        shrink(picture)
        print(f"{picture} {picture.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
