"""Builds that are killed at random moments and then finished: always the same graph, always a sound file.

    python benchmarks/kill.py [--times 100] [--files 500] [--seed 1]

A folder of `--files` texts (variants of the report in ``data/``, and every tenth an archive of two) is built once
undisturbed. Then, `--times` times, ``luocdo build`` is started, killed with all its threads by SIGKILL after a random
part of that time, up to three times on the same graph, and run to its end; every other time on a graph of the folder as
it was before some of its files were deleted and others renamed. Each time the export as N-Quads and the
rows that people ask for must be those of the undisturbed build, byte for byte; ``PRAGMA integrity_check`` and
``foreign_key_check`` must find nothing, and no worker process may be left. Exit code 1 where anything differs.
No code of the package may change meanwhile.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
REPORT = HOME / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"
MAIN = "from graph.cli import main; main()"
_NUMBER = re.compile(r"(?<!\d)(\d{1,4})(?=\s?[-/][A-ZĐ\d])")
_CHARACTERS = 2_000  # of the report in one file: what is written between two files is where it may be cut


def make_folder(folder: Path, files: int) -> None:
    """Fill the folder."""
    text = REPORT.read_text(encoding="utf-8")
    for number in range(files):
        start = number * 997 % (len(text) - _CHARACTERS)
        piece = _NUMBER.sub(
            lambda m, n=number: str((int(m[1]) + n) % 90 + 1),  # type: ignore[misc]
            text[start : start + _CHARACTERS],
        )
        if number % 10:
            (folder / f"{number:04}.txt").write_text(piece, encoding="utf-8")
            continue
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("1.txt", piece)
            archive.writestr("2.txt", piece[: len(piece) // 2])
        (folder / f"{number:04}.zip").write_bytes(buffer.getvalue())


def disturb(folder: Path, files: int) -> None:
    """The folder as it was once: a fifth more files, some under other names."""
    for number in range(0, files, 5):
        name = f"{number:04}.txt" if number % 10 else f"{number:04}.zip"
        data = (folder / name).read_bytes()
        (folder / f"x{name}").write_bytes(data[: len(data) // 2] if number % 10 else data)
    for number in range(3, files, 7):
        name = f"{number:04}.txt" if number % 10 else f"{number:04}.zip"
        (folder / name).rename(folder / f"y{name}")


def restore(folder: Path) -> None:
    """Delete and rename: the folder as it is to be."""
    for path in folder.glob("x*"):
        path.unlink()
    for path in folder.glob("y*"):
        path.rename(folder / path.name[1:])


def luocdo(*arguments: str) -> subprocess.Popen[bytes]:
    """The command, under way."""
    return subprocess.Popen([sys.executable, "-c", MAIN, *arguments], cwd=HOME, stderr=subprocess.DEVNULL)


def workers(process: int) -> list[int]:
    """The processes that `process` started."""
    try:
        return [
            int(child)
            for path in Path(f"/proc/{process}/task").glob("*/children")
            for child in path.read_text().split()
        ]
    except OSError:
        return []


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def exported(graph: Path) -> str:
    """Digest of the export."""
    target = graph.with_suffix(".nq")
    code = luocdo("export", "-g", str(graph), "-o", str(target)).wait()
    digest = hashlib.sha256(target.read_bytes() if target.exists() else b"").hexdigest()
    target.unlink(missing_ok=True)
    return f"{code} {digest}"


def sound(graph: Path) -> list[str]:
    """What SQLite finds wrong with the file."""
    connection = sqlite3.connect(graph)
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return found + [f"foreign key {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()


def main() -> int:
    """Kill, finish, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory(prefix="luocdo-kill-") as made:
        folder, graph = Path(made, "texts"), Path(made, "graph.db")
        folder.mkdir()
        make_folder(folder, arguments.files)
        disturb(folder, arguments.files)
        once = Path(made, "once.db")
        luocdo("build", str(folder), "-o", str(once), "-q").wait()
        restore(folder)
        began = time.monotonic()
        code = luocdo("build", str(folder), "-o", str(graph), "-q").wait()
        seconds = time.monotonic() - began
        wanted = exported(graph)
        print(f"{arguments.files} files, undisturbed {seconds:.1f} s, exit code {code}, export {wanted[:14]}…")
        bad = kills = 0
        for turn in range(arguments.times):
            for left in Path(made).glob("graph.db*"):
                left.unlink()
            if turn % 2:
                shutil.copy(once, graph)
            remaining = []
            for _ in range(chance.choice((1, 1, 2, 3))):
                running = luocdo("build", str(folder), "-o", str(graph), "-q")
                try:
                    running.wait(chance.uniform(0.02, 1.05) * seconds)
                except subprocess.TimeoutExpired:
                    remaining += workers(running.pid)
                    running.send_signal(signal.SIGKILL)
                    running.wait()
                    kills += 1
                if graph.exists() and graph.stat().st_size and (wrong := sound(graph)):
                    print(f"{turn}: after a kill: {wrong[:3]}")
                    bad += 1
            code = luocdo("build", str(folder), "-o", str(graph), "-q").wait()
            wrong = sound(graph)
            same = exported(graph) == wanted
            time.sleep(0.2)
            orphans = [process for process in remaining if alive(process)]
            if code or wrong or not same or orphans:
                bad += 1
                print(f"{turn}: exit code {code}, {wrong[:3]}, same {same}, left running {orphans}")
            if turn % 10 == 9:
                print(f"{turn + 1} builds, {kills} kills: {bad} differ", flush=True)
        print(f"{arguments.times} builds, {kills} kills: {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
