"""What a screen reader says of the explorer's page: ``python benchmarks/page_spoken.py [PAGE]``.

Orca (`apt-get install --no-install-recommends orca xvfb`, with D-Bus and Chromium) runs without a voice on a screen of
its own; Chromium opens the page (default: that of the report in data/), and the keyboard searches, chooses, goes to the
details and through the map. Printed is each step and, below it, what Orca would have spoken.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "explorer"), str(ROOT)]

NEEDED = ("orca", "Xvfb", "dbus-run-session", "chromium")
BUS = "/usr/libexec/at-spi-bus-launcher"
SPOKEN = re.compile(r"^([\d:.]+) - SPEECH OUTPUT: '(.*)'\{")

# What the keyboard does: a name, keys (a text in quotes is typed, what begins with # is gone to), seconds to listen.
WALK = (
    ("the page", ["Control"], 20),
    ("first stop", ["Tab"], 3),
    ("the search", ["/"], 3),
    ("typing", ['"18-nq'], 5),
    ("the next hit", ["ArrowDown"], 4),
    ("choosing it", ["Enter"], 4),
    ("next stop", ["Tab"], 3),
    ("to the details", ["Enter"], 4),
    ("in the details", ["Tab", "Tab"], 4),
    ("to the map", ["#zoom-out", "Tab"], 6),
    ("a neighbour", ["ArrowDown"], 4),
    ("its details", ["Enter"], 5),
)


@contextmanager
def running(*command: str, pause: float) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(pause)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:  # Orca waits for what it speaks to
            process.kill()
            process.wait(10)


def walk(page: Path) -> list[tuple[str, datetime]]:
    """Goes through the page; each step with the time at which it began."""
    from playwright.sync_api import sync_playwright

    began = []
    flags = ["--no-sandbox", "--force-renderer-accessibility", "--disable-gpu"]
    with sync_playwright() as playwright:
        browser: Any = playwright.chromium.launch(executable_path=shutil.which("chromium"), headless=False, args=flags)
        tab = browser.new_page(viewport={"width": 1440, "height": 900}, locale="vi-VN")
        began.append(("opening", datetime.now()))
        tab.goto(page.as_uri())
        tab.wait_for_selector("html[data-complete]", state="attached")
        tab.bring_to_front()
        time.sleep(5)
        for name, keys, seconds in WALK:
            began.append((name, datetime.now()))
            for key in keys:
                if key.startswith('"'):
                    tab.keyboard.type(key[1:], delay=300)
                elif key.startswith("#"):
                    tab.focus(key)
                else:
                    tab.keyboard.press(key)
                time.sleep(seconds / len(keys))
        browser.close()
    return began


def main() -> int:
    missing = [name for name in NEEDED if not shutil.which(name)] + [BUS] * (not Path(BUS).exists())
    if missing:
        print(f"needs {', '.join(missing)} (apt-get install --no-install-recommends orca xvfb)", file=sys.stderr)
        return 2
    if "LUOCDO_SPOKEN" not in os.environ:  # a session bus of its own
        environment = {**os.environ, "LUOCDO_SPOKEN": "1"}
        return subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        os.environ.update(DISPLAY=f":{os.getpid() % 900 + 90}", HOME=name, LANG="C.UTF-8")
        page, log = Path(name, "page.html"), Path(name, "spoken.txt")
        if len(sys.argv) > 1:
            page = Path(sys.argv[1]).resolve()
        else:
            import explorer_samples as samples

            from graph.explorer import render

            render(samples.report(), page)
        stack.enter_context(running("Xvfb", os.environ["DISPLAY"], "-screen", "0", "1500x1000x24", pause=2))
        stack.enter_context(running(BUS, "--launch-immediately", pause=2))
        setting = ["gsettings", "set", "org.gnome.desktop.a11y.applications", "screen-reader-enabled", "true"]
        subprocess.run(setting, check=False, stderr=subprocess.DEVNULL)
        stack.enter_context(running("orca", "--replace", f"--debug-file={log}", pause=6))
        began = walk(page)
        found = map(SPOKEN.match, log.read_text(encoding="utf-8", errors="replace").splitlines())
        spoken = [(match[1], match[2]) for match in found if match]
    times = [f"{moment:%H:%M:%S.%f}" for _, moment in began] + ["99"]
    for (step, _), start, end in zip(began, times, times[1:], strict=False):
        print(f"{step}:")
        for moment, words in spoken:
            if start <= moment < end:
                print(f"    {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
