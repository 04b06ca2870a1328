"""Fixtures that several rooms share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# no test is failed by the clock: how fast a thing is, the benchmarks show
settings.register_profile("luocdo", deadline=None)
settings.load_profile("luocdo")

# the texts of the benchmarks are also the texts of tests
sys.path.insert(0, str(CHECKOUT / "benchmarks"))


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpus, the domain notes and the scorers, beside the checkout; skips where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def report(checkout: Path) -> str:
    """The Quảng Ngãi report of 2021 as it was read."""
    return (checkout / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Copies for SPARQL go to a folder of the tests' own."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("LUOCDO_CACHE")
    os.environ["LUOCDO_CACHE"] = str(folder)
    yield folder
    if before is None:
        del os.environ["LUOCDO_CACHE"]
    else:
        os.environ["LUOCDO_CACHE"] = before


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., Any]]:
    """Starts a headless Chromium; the tests that need it are skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install playwright)")
    path = os.environ.get("LUOCDO_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        yield lambda **options: playwright.chromium.launch(executable_path=path, args=FLAGS, **options)


@pytest.fixture(scope="session")
def axe() -> str:
    """The axe-core script, installed once by npm into the user's cache."""
    npm = shutil.which("npm")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "luocdo-tests"
    script = cache / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        if npm is None:
            pytest.skip("needs npm to install axe-core")
        cache.mkdir(parents=True, exist_ok=True)
        command = [
            npm,
            "install",
            "--prefix",
            str(cache),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "axe-core@4.14.1",
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=120, check=False)
        except subprocess.TimeoutExpired:
            pytest.skip("npm could not install axe-core in time")
        if done.returncode or not script.exists():
            pytest.skip("npm could not install axe-core")
    return script.read_text(encoding="utf-8")
