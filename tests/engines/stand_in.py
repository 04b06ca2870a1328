"""What the engine tests run instead of the extractor: small, and dangerous on demand."""

from __future__ import annotations

import contextlib
import os
import pickle
import re
import signal
import struct
import sys
import time
from dataclasses import replace
from pathlib import Path

from graph.model import Document, Extraction, Mention, Source
from graph.reading.programs import run_bounded
from graph.store.record import prepare


def plain(text: str, *, source: str | None = None) -> Extraction:
    """One document named by how the first line begins; a mention for each ``#``."""
    first = text.strip().splitlines()[0][:100]
    mentions = tuple(Mention(first, i, i + 1, "#") for i, c in enumerate(text) if c == "#")
    return Extraction(source, (Document(first, is_source=True),), mentions)


def deadly(text: str, *, source: str | None = None) -> Extraction:
    """As `plain`; some words end the process, fail, or hang."""
    if "GIẾT" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "GIẾT-MỘT-LẦN" in text.replace("giết", "GIẾT"):
        mark = Path(text.split()[1])
        if not mark.exists():
            mark.write_text("x")
            os.kill(os.getpid(), signal.SIGKILL)
    if "LỖI" in text:
        raise RuntimeError("hỏng\nhai dòng")
    if "TREO" in text:
        time.sleep(600)
    if "PHÌNH" in text:
        return plain("x" * (1 << 34), source=source)
    if "NÓI" in text:
        print("đây không phải là khung dữ liệu", flush=True)
    return plain(text, source=source)


def slow(text: str, *, source: str | None = None) -> Extraction:
    """As `plain`, taking its time, so that a test can kill something meanwhile."""
    time.sleep(0.05)
    return plain(text, source=source)


def slow_or_deadly(text: str, *, source: str | None = None) -> Extraction:
    """Both."""
    time.sleep(0.05)
    return deadly(text, source=source)


def asleep(text: str, *, source: str | None = None) -> Extraction:
    """Leaves its process number in the folder that the text names, and never ends."""
    _say_where(text)
    time.sleep(600)
    return plain(text, source=source)


def stuck(text: str, *, source: str | None = None) -> Extraction:
    """As `asleep`, in C code that lets no other thread run."""
    _say_where(text)
    re.match(r"(a|a)*b", "a" * 60)
    return plain(text, source=source)


def program(text: str, *, source: str | None = None) -> Extraction:
    """As `asleep`, waiting for an outside program, which leaves its number too."""
    _say_where(text)
    code = "import os, sys, time; open(os.path.join(sys.argv[1], str(os.getpid())), 'w'); time.sleep(600)"
    run_bounded([sys.executable, "-c", code, text.split()[0]], 600)
    return plain(text, source=source)


def _say_where(text: str) -> None:
    (Path(text.split()[0]) / str(os.getpid())).touch()


class _Trap:
    """Whoever unpickles it makes the file."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path(self._mark),)


def taken_over(text: str, *, source: str | None = None) -> Extraction:
    """As `plain`; some words make it write to its process's answers what a worker would not."""
    word, _, mark = text.rpartition(" ")
    if word == "DƯA":
        data = pickle.dumps(_Trap(mark))
        _answer(struct.pack("<Q", len(data)) + data)
    if word == "RÁC":
        _answer(b"\xff" * 100_000)
    if word == "VÔ TẬN":
        _answer(struct.pack("<IQ", 1, 1 << 62))
    if word == "TÊN KHÁC":
        told = b'[[["another.txt",null,0]]]'
        _answer(struct.pack("<IQ", 1, len(told)) + told)
    return plain(text, source=source)


def _answer(data: bytes) -> None:
    """Write to whatever the process has open for writing, and end."""
    for number in range(3, 20):
        with contextlib.suppress(OSError):
            os.write(number, data)
    os._exit(0)


def damaged(source: Source, extraction: Extraction) -> bytes:
    """As `prepare`, but for some names: no record, one that says it is of another file, one that cannot be stored."""
    data = prepare(source, extraction)
    if source.name.endswith("03.txt"):
        return b"{}"
    if source.name.endswith("05.txt"):
        return prepare(replace(source, name=source.name.replace("05", "06")), extraction)
    if source.name.endswith("07.txt"):
        head, body, rest = data.split(b"\n", 2)
        return b"\n".join((head, body, bytes(20) + rest[20:]))  # the digest of a claim
    return data
