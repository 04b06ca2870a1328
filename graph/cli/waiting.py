"""What somebody at a terminal sees while a command works: nothing for two seconds, then a bar that moves and the time
that has passed, on stderr, until something is printed. Verbs that count what they do have bars of their own.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

DELAY = 2.0  # seconds
_COUNTING = ("build", "import")  # which show how far they are
_ENDLESS = ("serve", "mcp")


class _Bar:
    """The bar of this process: armed, shown after `DELAY`, and gone when something is printed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._shown: Any = None
        self._armed = False

    def arm(self) -> None:
        """Show the bar when `DELAY` is over."""
        with self._lock:
            self._armed = True
            self._start()

    def again(self) -> None:
        """Take the bar away for a line on stderr; it comes back when the work goes on."""
        with self._lock:
            if self._armed:
                self._clear()
                self._start()

    def end(self) -> None:
        """Take the bar away for good."""
        with self._lock:
            self._armed = False
            self._clear()

    def _start(self) -> None:
        self._timer = threading.Timer(DELAY, self._show)
        self._timer.daemon = True
        self._timer.start()

    def _clear(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._shown is not None:
            self._shown.stop()
            self._shown = None

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TimeElapsedColumn

        with self._lock:
            if self._armed and self._shown is None:
                columns = (SpinnerColumn(), BarColumn(), TimeElapsedColumn())
                self._shown = Progress(
                    *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
                )  # results go where they went
                self._shown.add_task("", total=None)
                self._shown.start()


_BAR = _Bar()


Counter = Callable[[str, int], None]


@contextmanager
def counter(quiet: bool = False) -> Iterator[Counter | None]:
    """How much is done, on stderr, from the first time that something is; None where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from graph.cli.output import shown, told

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None)

    def advance(name: str, count: int) -> None:
        if not bar.live.is_started:
            before_output()  # one bar at a time
            bar.start()
        bar.update(task, advance=count, description=shown(told(name)[-40:]).replace("[", "\\["))

    try:
        yield advance
    finally:
        bar.stop()


@contextmanager
def watched(arguments: list[str]) -> Iterator[None]:
    """Run a command; whoever waits at a terminal sees that it works."""
    verb = arguments[0] if arguments else ""
    if not sys.stderr.isatty() or verb in (*_COUNTING, *_ENDLESS):
        yield
        return
    _BAR.arm()
    try:
        yield
    finally:
        _BAR.end()


def before_output() -> None:
    """A result is printed: the bar goes."""
    _BAR.end()


def before_message() -> None:
    """A line is told meanwhile: the bar makes room."""
    _BAR.again()
