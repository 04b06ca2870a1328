"""A draft that somebody sends is checked in a process of its own, which may be killed, and forgotten.

The file lies in a folder of this process alone for as long as it is read; it is never stored, nor its name.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool

from graph.errors import LuocdoError, NoRoomError
from graph.reading.isolated import command
from graph.serve.answers import plain

MEMORY = 1 << 30  # bytes that the process may take
_ENDS = (".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".txt", ".md")


def draft_name(name: str) -> str:
    """What the draft is called while it is read: only the kind of a file's name counts. LuocdoError for others."""
    end = Path(name.replace("\\", "/")).suffix.lower()
    if end not in _ENDS:
        raise LuocdoError(f"không đọc loại tệp này; các loại: {', '.join(_ENDS)}")
    return f"ban-thao{end}"


async def report(graph: str, name: str, data: bytes, *, at: str | None, seconds: float) -> dict[str, Any]:
    """What `graph.checking` says of a draft. LuocdoError where it cannot be read in time."""
    out = await run_in_threadpool(_checked, graph, draft_name(name), data, at, "", seconds)
    found: dict[str, Any] = json.loads(out)
    del found["source"]  # the name of a file that is gone
    for finding in found["findings"]:
        del finding["source"]
    return plain(found)


async def commented(graph: str, data: bytes, *, at: str | None, lang: str, seconds: float) -> bytes:
    """A Word file with a comment at each finding."""
    return await run_in_threadpool(_checked, graph, "ban-thao.docx", data, at, lang, seconds)


def _checked(graph: str, name: str, data: bytes, at: str | None, lang: str, seconds: float) -> bytes:
    """What the process writes: the report as JSON, or with `lang` the Word file with comments in that language."""
    with _folder() as folder:
        draft = Path(folder, name)
        draft.write_bytes(data)
        try:
            done = subprocess.run(
                command("graph.serve.drafts", str(draft), graph, at or "", lang),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                cwd=folder,
            )
        except subprocess.TimeoutExpired:
            raise LuocdoError(f"đọc bản thảo quá {seconds:g} giây nên đã dừng") from None
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip() if done.returncode == 2 else ""
            said = said.replace(f"{folder}{os.sep}", "").removeprefix(f"{name}: ").replace(graph, "đồ thị")
            raise LuocdoError(said or "không đọc được bản thảo")
        return done.stdout


@contextmanager
def _folder() -> Iterator[str]:
    """A folder for one draft; NoRoomError where the disk takes none."""
    try:
        with tempfile.TemporaryDirectory(prefix="luocdo-") as folder:
            yield folder
    except OSError:
        raise NoRoomError("máy chủ không ghi được bản thảo để đọc (hết chỗ trên đĩa?), hãy thử lại sau") from None


def main() -> int:
    """The process: reads the draft within a limit of memory, writes what is found to stdout; 2 and one line on stderr
    for a draft that cannot be read."""
    from graph.checking import check
    from graph.checking.word import with_comments
    from graph.engines.worker import limit_memory

    limit_memory(MEMORY)
    draft, graph, at, lang = sys.argv[1:]
    try:
        found = check(Path(draft), graph, at or None)
        if lang and found.source.format != "docx":
            raise LuocdoError("không phải tệp .docx, nên không có chỗ cho ghi chú")
        if lang:
            data, _ = with_comments(Path(draft).read_bytes(), found, lang)
        else:
            data = json.dumps(found.to_dict()).encode()
    except LuocdoError as error:
        sys.stderr.write(" ".join(str(error).split()))
        return 2
    sys.stdout.buffer.write(data)
    return 0
