"""The notebook runs from top to bottom, and prints what it shows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "notebooks" / "tour.ipynb"

pytest.importorskip("nbclient", reason="needs luocdo[notebook]")
pytest.importorskip("ipykernel", reason="needs luocdo[notebook]")
pytest.importorskip("matplotlib", reason="needs luocdo[notebook]")


def printed(notebook: Any) -> list[str]:
    """What each code cell prints (its pictures and pages not counted)."""
    return [
        "".join(output["text"] for output in cell.outputs if output.output_type == "stream" and output.name == "stdout")
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def kinds(notebook: Any) -> set[str]:
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return {kind for output in outputs for kind in output.get("data", {})}


def test_the_tour_runs_and_prints_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat

    monkeypatch.syspath_prepend(str(NOTEBOOK.parent))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "matplotlib"))
    from execute import execute

    # In a copy, as the notebook writes its page beside itself.
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    copy = tmp_path / "notebooks" / NOTEBOOK.name
    shutil.copy(NOTEBOOK, copy)

    done = execute(copy)
    # If this differs after a change that is right: make notebook
    assert printed(done) == printed(nbformat.read(NOTEBOOK, as_version=4))
    assert {"image/png", "text/html"} <= kinds(done)
    page = (copy.parent / "tour.html").read_text(encoding="utf-8")
    assert "18-NQ/TW" in page
