"""What tests of the command line share."""

from __future__ import annotations


def one_line(err: str) -> str:
    """The message of an error, which is one line."""
    assert err.startswith("luocdo: ")
    assert err.count("\n") == 1
    return err.removeprefix("luocdo: ").rstrip("\n")
