"""The command, run in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from graph_samples import LETTER, NQ18_LAND, REPORT, a_graph, text

from graph.cli import run


@pytest.fixture
def luocdo(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Runs the command in a folder of its own: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("LUOCDO_GRAPH", "LUOCDO_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "140")

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return call


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    path = tmp_path / "graph.db"
    a_graph(path, [REPORT, text("other", LETTER, (LETTER, "cites", NQ18_LAND))]).close()
    return path
