"""What tests of the command line share."""

from __future__ import annotations

import os
import pty
import struct
import subprocess
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ


def one_line(err: str) -> str:
    """The message of an error, which is one line."""
    assert err.startswith("luocdo: ")
    assert err.count("\n") == 1
    return err.removeprefix("luocdo: ").rstrip("\n")


def on_terminal(command: Sequence[str], columns: int, cwd: Path | None = None) -> list[str]:
    """The lines that a command, which has to end well, shows on a terminal of so many columns."""
    leader, follower = pty.openpty()
    ioctl(follower, TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    told = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"TERM": "dumb"}
    process = subprocess.Popen(list(command), cwd=cwd, env=told, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    data = b""
    try:
        while part := os.read(leader, 65536):
            data += part
    except OSError:  # the other end is closed
        pass
    assert process.wait(timeout=60) == 0
    os.close(leader)
    return data.decode("utf-8").split("\r\n")
