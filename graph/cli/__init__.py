"""The ``luocdo`` command. ``main()`` is the entry point; the verbs are in one module for each group and hold no logic.

Exit codes: 0 done; 1 nothing found, findings, or some files could not be read; 2 wrong usage or an error, told in one
line on stderr.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command with the arguments of the process, and exit."""
    _read_arguments_as_utf8()
    _open_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command with these arguments; the exit code. Never raises for what a user can cause."""
    from graph.cli.output import message, use_language
    from graph.errors import LuocdoError

    use_language(arguments)
    try:
        from graph.cli.app import invoke, placed
        from graph.cli.waiting import watched

        arguments = placed(arguments)
        with watched(arguments):
            code = invoke(arguments)
        sys.stdout.flush()
        return code
    except LuocdoError as error:
        message(" ".join(str(error).split()))
        return 2
    except BrokenPipeError:
        _silence()  # the reader has gone (head, less): nobody is left to tell
        return 0
    except KeyboardInterrupt:
        message("đã dừng (chạy lại để tiếp tục)")
        return 130
    except (OSError, MemoryError, RecursionError) as error:
        message(_reason(error))
        if isinstance(error, OSError):
            _silence()
        return 2


def _read_arguments_as_utf8() -> None:
    """Where the system says that arguments are ASCII or in an old code page (``LC_ALL=C PYTHONUTF8=0``), start again in
    Python's UTF-8 mode: the words of a question are read before anybody could ask for another encoding."""
    if os.name == "posix" and not sys.flags.utf8_mode and sys.getfilesystemencoding() != "utf-8" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _open_streams() -> None:
    """Streams are UTF-8 on every system; what that cannot carry is written as its escape. A stream that was closed from
    the start (``>&-``) swallows what it is given; no file of ours takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream := getattr(sys, name), TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if mode == "r" else "backslashreplace")


def _silence() -> None:
    """What could not be printed is given up: the interpreter would try again when it ends, and end with code 120."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _reason(error: BaseException) -> str:
    from graph.export.files import system_reason

    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{system_reason(error)}"
    return "hết bộ nhớ" if isinstance(error, MemoryError) else "dữ liệu lồng nhau quá sâu"
