"""The bar for who waits: after a while, on a terminal only, gone before anything is printed."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest
from graph_samples import REPORT, a_graph

SLOW = """
import sys, time
from graph.cli import asking, waiting, run
waiting.DELAY = {delay}
real = asking._print_document
def slow(*given, **named):
    time.sleep({sleep})
    return real(*given, **named)
asking._print_document = slow
sys.exit(run(["show", "83/KH-UBND"]))
"""


def run_on(folder: Path, delay: float, sleep: float, terminal: bool) -> tuple[str, str]:
    """What the command writes to stdout, and to stderr: a terminal or a pipe."""
    command = [sys.executable, "-c", SLOW.format(delay=delay, sleep=sleep)]
    if not terminal:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60)
        return done.stdout.decode(), done.stderr.decode()
    main, other = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=other, env=environment) as process:
        os.close(other)
        told = b""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                part = os.read(main, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            told += part
        assert process.stdout is not None
        out = process.stdout.read().decode()
    os.close(main)
    return out, told.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_graph(tmp_path / "graph.db", [REPORT]).close()
    return tmp_path


def test_who_waits_sees_a_bar(folder: Path) -> None:
    out, told = run_on(folder, 0.1, 1.0, terminal=True)
    assert "Kế hoạch 83/KH-UBND" in out and "━" in told and "0:00:0" in told


@pytest.mark.parametrize(("delay", "sleep", "terminal"), [(30.0, 0.0, True), (0.1, 0.5, False)])
def test_nobody_else_does(folder: Path, delay: float, sleep: float, terminal: bool) -> None:
    out, told = run_on(folder, delay, sleep, terminal)
    assert "Kế hoạch 83/KH-UBND" in out and told == ""
