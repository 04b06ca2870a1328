"""Outside programs, bounded in time."""

from __future__ import annotations

import subprocess
from typing import Any


def run_bounded(command: list[str], seconds: float, **more: Any) -> subprocess.CompletedProcess[bytes] | None:
    """The finished program with its output, or None where it could not run or took longer than `seconds`."""
    try:
        return subprocess.run(command, capture_output=True, timeout=seconds, check=False, **more)
    except (OSError, subprocess.TimeoutExpired):
        return None
