"""Outside programs, bounded in time, that do not outlive the process which started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import cache
from typing import Any

_PR_SET_PDEATHSIG = 1  # prctl(2)


def run_bounded(command: list[str], seconds: float, **more: Any) -> subprocess.CompletedProcess[bytes] | None:
    """The finished program with its output, or None where it could not run or took longer than `seconds`."""
    starter = os.getpid()

    def tied() -> None:
        die_with_parent(starter)

    if _prctl() is not None:
        more["preexec_fn"] = tied
    try:
        return subprocess.run(command, capture_output=True, timeout=seconds, check=False, **more)
    except (OSError, subprocess.SubprocessError):
        return None


def die_with_parent(parent: int) -> bool:
    """Have the kernel kill this process when the one that started it (`parent`) is gone, even while C code runs that
    lets no Python thread in; False where the system (all but Linux) cannot."""
    prctl = _prctl()
    if prctl is None or prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        return False
    if os.getppid() != parent:  # it went before the kernel was asked
        os._exit(1)
    return True


@cache
def _prctl() -> Any:
    """The system's prctl, or None; looked up before a fork, since nothing should be loaded behind one."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        return ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return None
