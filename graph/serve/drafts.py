"""A draft that somebody sends is checked in a process of its own, which may be killed, and forgotten.

The file lies in a folder of this process alone for as long as it is read; it is never stored, nor its name.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from graph.errors import LuocdoError
from graph.reading.isolated import command

MEMORY = 1 << 30  # bytes that the process may take
_ENDS = (".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".txt", ".md")


def draft_name(name: str) -> str:
    """What the draft is called while it is read: only the kind of a file's name counts. LuocdoError for others."""
    end = Path(name.replace("\\", "/")).suffix.lower()
    if end not in _ENDS:
        raise LuocdoError(f"không đọc loại tệp này; các loại: {', '.join(_ENDS)}")
    return f"ban-thao{end}"


async def findings(
    graph: str, name: str, data: bytes, *, at: str | None, lang: str, seconds: float
) -> list[dict[str, Any]]:
    """What `luocdo check` finds in a draft. LuocdoError where it cannot be read in time."""
    _, out = await asyncio.to_thread(_checked, graph, name, data, ["--format", "json"], at, lang, seconds)
    found: list[dict[str, Any]] = json.loads(out)
    return found


async def commented(graph: str, data: bytes, *, at: str | None, lang: str, seconds: float) -> bytes:
    """A Word file with a comment at each finding."""
    written, _ = await asyncio.to_thread(_checked, graph, "ban-thao.docx", data, ["-o", "x.docx"], at, lang, seconds)
    return written


def _checked(
    graph: str, name: str, data: bytes, options: list[str], at: str | None, lang: str, seconds: float
) -> tuple[bytes, bytes]:
    """What the check wrote to its file, if that is asked for, and to stdout."""
    with tempfile.TemporaryDirectory(prefix="luocdo-") as folder:
        draft, written = Path(folder, name), Path(folder, "ghi-chu.docx")
        draft.write_bytes(data)
        given = [str(written) if option == "x.docx" else option for option in options]
        asked = ["check", str(draft), "-g", graph, "--lang", lang, *given, *(["--at", at] if at else [])]
        try:
            done = subprocess.run(
                command("graph.serve.drafts", *asked), stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds,
                cwd=folder,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise LuocdoError(f"đọc bản thảo quá {seconds:g} giây nên đã dừng") from None
        if done.returncode not in (0, 1):
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            said = lines[-1].removeprefix("luocdo: ") if done.returncode == 2 and lines else ""
            raise LuocdoError(said.replace(folder, "").replace(graph, "đồ thị") or "không đọc được bản thảo")
        return written.read_bytes() if written.is_file() else b"", done.stdout


def main() -> int:
    """The process: the command with a limit of memory."""
    from graph.cli import run
    from graph.engines.worker import limit_memory

    limit_memory(MEMORY)
    return run(sys.argv[1:])
