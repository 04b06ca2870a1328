"""A worker that ends when the process it serves does, however that one ended."""

from __future__ import annotations

import os
import signal
import threading
import time

from graph.reading.programs import die_with_parent

_SECONDS = 1.0  # between two looks, where the system does not tell


def end_with_parent(parent: int) -> None:
    """End this process when `parent`, the process that started it, is gone (`kill -9` included).

    A worker that is busy does not see that its pipe is closed, and one that hangs would stay for ever: whoever would
    have stopped it is gone. Linux kills it at once; elsewhere a thread looks every second.
    """
    if hasattr(os, "getpgrp") and not die_with_parent(parent):
        threading.Thread(target=_watch, args=(parent,), name="luocdo-parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS)
    if os.getpgrp() == os.getpid():  # the worker leads its group, and programs it started are in it
        os.killpg(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
