"""Pages in a real browser: rendered once a run, opened from file:// with everything recorded that must not happen."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import explorer_samples as samples
import pytest

import graph
from graph.explorer import assets, render

DEJAVU = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF")
CORPUS = samples.SHARED / "corpus"
DESK = {"width": 1456, "height": 832}


def only_fonts(folder: Path, pattern: str) -> dict[str, str]:
    """Environment of a browser that sees no fonts of the machine but DejaVu's that `pattern` names; none at all where
    DejaVu is missing. `folder` holds the fontconfig file and the fonts."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    for found in {path.name: path for place in DEJAVU for path in Path(place).glob(pattern)}.values():
        shutil.copy(found, fonts)
    config = folder / "fonts.conf"
    config.write_text(
        f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{folder / "cache"}</cachedir></fontconfig>""",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The browser of the page's tests. Of the machine's fonts it sees only DejaVu Sans, which is wider than most and is
    all that a bare Debian has: what is cut or covered with it must be noticed. With LUOCDO_TEST_FONTS=machine it sees
    them all (Noto, say)."""
    every = os.environ.get("LUOCDO_TEST_FONTS") == "machine"
    seen = dict(os.environ) if every else only_fonts(tmp_path_factory.mktemp("dejavu"), "DejaVuSans.ttf")
    running = chromium(env=seen)
    yield running
    running.close()


@pytest.fixture
def module(browser: Any) -> Iterator[Callable[[str], Any]]:
    """``module("layout")`` is a blank page that has the exports of a script of the explorer as ``window.tested``."""
    contexts = []

    def load(name: str) -> Any:
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.evaluate(f"() => {{ {assets.modules(name)}\nwindow.tested = {name}_js; }}")
        return page

    yield load
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Path of the page of a sample (``small``, ``report``, ``register``, ``synthetic 2000`` …), made once."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, Path] = {}

    def page(name: str, **options: Any) -> Path:
        key = f"{name} {sorted(options.items())}"
        if key not in made:
            if name == "register" and not samples.REGISTER.exists():
                pytest.skip("needs the Công báo register")
            sample, *numbers = name.split()
            view = getattr(samples, sample)(*map(int, numbers))
            made[key] = folder / f"{len(made)}.html"
            render(view, made[key], **options)
        return made[key]

    return page


@pytest.fixture(scope="session")
def real(rendered: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Path of the page of the report, of the provincial papers with the gazette, or of the register; made once."""
    made: dict[str, Path] = {}

    def page(name: str) -> Path:
        if name != "provincial":
            return rendered(name)
        if not (CORPUS / "provincial").exists():
            pytest.skip("needs the shared corpus")
        if name not in made:
            folder = tmp_path_factory.mktemp("provincial")
            with graph.open(folder / "graph.db", create=True) as db:
                db.add([CORPUS / "provincial", CORPUS / "gazette"])
                db.html(folder / "graph.html")
            made[name] = folder / "graph.html"
        return made[name]

    return page


class Opened:
    """A page with what it did: `errors` (console errors and exceptions), `requests` beside the page itself."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.path = path
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: message.type in ("error", "warning") and self.errors.append(message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def go(self, address: str = "") -> Opened:
        self.page.goto(f"file://{quote(str(self.path))}{address}")
        self.page.wait_for_selector("html[data-complete]", state="attached")
        return self

    def js(self, script: str, *arguments: Any) -> Any:
        return self.page.evaluate(script, *arguments)

    def node(self, label: str) -> int:
        """Number of the document with this short name."""
        script = "label => [...Array(luocdo.graph.size).keys()].find(n => luocdo.graph.label(n) === label)"
        return int(self.js(script, label))

    def place(self, node: int) -> tuple[float, float]:
        """Where a node is drawn, in pixels of the window."""
        x, y = self.js(
            """node => {
              const [x, y] = luocdo.map.positions.get(node);
              const at = luocdo.map.canvas.toScreen({ x, y });
              const box = document.querySelector("#map").getBoundingClientRect();
              return [at.x + box.x, at.y + box.y];
            }""",
            node,
        )
        return x, y

    def drawn(self) -> list[str]:
        """Short names of the drawn nodes."""
        return sorted(self.js("() => [...luocdo.map.drawn].map(n => luocdo.graph.label(n))"))

    def drawn_edges(self) -> list[list[str]]:
        """Drawn edges as subject, predicate, object."""
        script = """() => luocdo.map.drawnEdges.map(e => {
          const g = luocdo.graph;
          return [g.label(g.edges.s[e]), g.predicates[g.edges.p[e]].id, g.label(g.edges.o[e])];
        })"""
        return sorted(self.js(script))

    def selected(self) -> str | None:
        return self.js("() => luocdo.state.selected < 0 ? null : luocdo.graph.label(luocdo.state.selected)")

    def wait(self, condition: str, *arguments: Any) -> None:
        """Waits until a function of the page says yes (without eval, which the page's policy forbids)."""
        deadline = time.monotonic() + 20
        while not self.js(condition, *arguments):
            assert time.monotonic() < deadline, condition
            self.page.wait_for_timeout(25)

    def settle(self) -> None:
        """Waits for a drawing and for delayed filters."""
        self.page.wait_for_timeout(220)

    def clean(self) -> None:
        """Nothing went wrong and nothing was asked of any network."""
        assert self.errors == []
        assert all(url.startswith(("file://", "data:", "blob:")) for url in self.requests)


@pytest.fixture
def explorer(browser: Any, rendered: Callable[..., Path]) -> Iterator[Callable[..., Opened]]:
    """``explorer("small", "#address", context={…}, **options)`` opens a page; what it did is checked at the end."""
    contexts = []
    pages: list[Opened] = []

    def open_page(
        name: str, address: str = "", *, context: dict[str, Any] | None = None, path: Path | None = None, **options: Any
    ) -> Opened:
        made = browser.new_context(**{"viewport": DESK, "locale": "vi-VN", "accept_downloads": True, **(context or {})})
        contexts.append(made)
        opened = Opened(made.new_page(), path or rendered(name, **options))
        pages.append(opened)
        return opened.go(address)

    yield open_page
    for opened in pages:
        opened.clean()
    for made in contexts:
        made.close()
