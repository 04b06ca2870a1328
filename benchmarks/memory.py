"""How much memory a large build takes: 500 MB of text that is different in every file, all processes together.

    python benchmarks/memory.py [--mb 500] [--workers N] [--from FOLDER]

The texts of FOLDER (default: ``../shared/corpus`` beside the checkout; else the report in ``data/``) are copied with
other numbers in each copy, until there are `--mb` megabytes. ``luocdo build`` runs in a process of its own; every
fifth of a second the memory of it and of all that it started is added up (proportional set size: pages that several
processes share count once). Prints the highest sum, the highest of the parent, rate and size of the graph; 1 where the
sum is above `--limit` megabytes. Needs Linux.
"""

from __future__ import annotations

import argparse
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME / "../shared/corpus"
BUILD = "from graph.cli import main; main()"
_NUMBER = re.compile(r"(?<!\d)(\d{1,4})(?=\s?[-/][A-ZĐ\d])")
_A_FOLDER = 1000


def texts(folder: Path | None) -> list[str]:
    """What is copied."""
    found = [folder] if folder else [CORPUS / "gazette", CORPUS / "provincial"]
    paths = sorted(path for place in found for path in place.rglob("*") if path.suffix in (".txt", ".md"))
    return [path.read_text(encoding="utf-8") for path in paths or sorted((HOME / "data").glob("*.txt"))]


def varied(text: str, copy: int) -> str:
    """`text` with other numbers before its symbols."""
    return _NUMBER.sub(lambda m: str((int(m[1]) * 7 + copy * 13) % 4000 + 1), text)


def fill(folder: Path, originals: list[str], megabytes: float) -> tuple[int, int]:
    """Write the files; how many, and their bytes."""
    size = number = copy = 0
    while size < megabytes * 1e6:
        for text in originals:
            data = varied(text, copy).encode()
            place = folder / f"{number // _A_FOLDER:03}"
            place.mkdir(exist_ok=True)
            (place / f"{number:06}.txt").write_bytes(data)
            size += len(data)
            number += 1
            if size >= megabytes * 1e6:
                break
        copy += 1
    return number, size


def family(process: int) -> Iterator[int]:
    """The process and all below it."""
    yield process
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def proportional(process: int) -> int:
    """Bytes of memory of a process; what it shares counts in parts."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def spent(process: int) -> float:
    """Seconds of the processor of a process, without those below it."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mb", type=float, default=500.0, help="megabytes of text to make")
    parser.add_argument("--from", dest="folder", type=Path, help="texts to copy")
    parser.add_argument("--workers", type=int, help="processes (default: one for each core)")
    parser.add_argument("--limit", type=float, default=1500.0, help="megabytes of memory that are allowed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luocdo-memory-") as made:
        folder, graph = Path(made, "texts"), Path(made, "graph.db")
        folder.mkdir()
        files, size = fill(folder, texts(arguments.folder), arguments.mb)
        print(f"{files} files, {size / 1e6:.0f} MB of text")
        command = [sys.executable, "-c", BUILD, "build", str(folder), "-o", str(graph), "-q"]
        if arguments.workers:
            command += ["-j", str(arguments.workers)]
        began = time.monotonic()
        running = subprocess.Popen(command, cwd=HOME)
        most = parent = processes = 0
        while running.poll() is None:
            sizes = [proportional(process) for process in family(running.pid)]
            most, parent, processes = max(most, sum(sizes)), max(parent, sizes[0]), max(processes, len(sizes))
            time.sleep(0.2)
        seconds = time.monotonic() - began
        used = os.times()
        print(f"exit code {running.returncode}, {seconds:.0f} s, {size / 1e6 / seconds:.2f} MB/s", end="")
        print(f"; processor {used.children_user + used.children_system:.0f} s")
        print(f"memory at most: {most / 1e6:.0f} MB in {processes} processes, {parent / 1e6:.0f} MB in the parent")
        with sqlite3.connect(graph) as database:
            (documents,) = database.execute("SELECT count(*) FROM document").fetchone()
            (relations,) = database.execute("SELECT count(*) FROM relation").fetchone()
            (check,) = database.execute("PRAGMA integrity_check").fetchone()
        print(f"graph: {documents} documents, {relations} relations, {graph.stat().st_size / 1e6:.0f} MB, {check}")
    return 0 if running.returncode == 0 and most <= arguments.limit * 1e6 else 1


if __name__ == "__main__":
    sys.exit(main())
