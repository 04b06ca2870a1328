"""Outside programs, bounded in time, that do not outlive the process which started them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from typing import Any

_PR_SET_PDEATHSIG = 1  # prctl(2)


def program(name: str) -> str | None:
    """The absolute path of a program by its name, or None: only folders that PATH names absolutely are looked through,
    never the current one, where anybody's files may lie."""
    here = os.path.realpath(os.curdir)
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        if os.path.isabs(folder) and os.path.realpath(folder) != here:
            # a name with a folder in front is not looked for elsewhere
            found = shutil.which(os.path.join(folder, name))
            if found is not None:
                return found
    return None


def run_bounded(command: list[str], seconds: float, **more: Any) -> subprocess.CompletedProcess[bytes] | None:
    """The finished program with its output, or None where it could not run or took longer than `seconds`. It runs in a
    folder that has nothing to do with the texts; paths among its arguments must be absolute."""
    starter = os.getpid()
    more.setdefault("cwd", os.path.abspath(os.sep if os.name == "posix" else tempfile.gettempdir()))

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
