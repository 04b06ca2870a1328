"""The states of force of all documents, counted in a process of its own: it takes seconds of a large graph, for which
nobody who asks should wait."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

from graph.knowledge import open as open_graph
from graph.reading.isolated import command

_SECONDS = 600.0


def count(path: str) -> Mapping[str, str]:
    """Document id -> state (`graph.model.Status.state`) of the graph at `path`; empty where it cannot be read."""
    try:
        done = subprocess.run(
            command("graph.serve.counting", path), stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS
        )
        found: dict[str, str] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return {}
    return found


def main() -> int:
    """The process."""
    with open_graph(sys.argv[1]) as graph, graph.frozen():
        states = {id: sys.intern(status.state) for id, status in graph.statuses().items()}
    sys.stdout.write(json.dumps(states))
    return 0
