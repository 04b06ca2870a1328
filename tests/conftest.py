"""Fixtures that several rooms share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared"

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
