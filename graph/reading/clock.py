"""The time that this process may take for what it reads, where it reads for another process.

The system ends the process when the time is up, also in the middle of C code that lets nothing else run. Whoever knows
that it gets on (a page recognised, a text read and its extraction begun) starts the time anew.
"""

from __future__ import annotations

import signal

_AVAILABLE = hasattr(signal, "setitimer")
_seconds = 0.0


def start(seconds: float) -> None:
    """From now on the process may go `seconds` without `again` or `stop`. No effect where the system cannot."""
    global _seconds
    _seconds = seconds
    if _AVAILABLE:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    again()


def again() -> None:
    """The time starts anew, where it runs at all."""
    if _AVAILABLE and _seconds:
        signal.setitimer(signal.ITIMER_REAL, _seconds)


def stop() -> None:
    """Nothing is being read."""
    global _seconds
    if _AVAILABLE and _seconds:
        signal.setitimer(signal.ITIMER_REAL, 0)
    _seconds = 0.0


def ended(returncode: int | None) -> bool:
    """Whether a process with this return code ran out of its time."""
    return _AVAILABLE and returncode == -signal.SIGALRM
