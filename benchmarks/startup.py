"""How long the command takes to start, beside a bare typer application of two commands, in one run.

    python benchmarks/startup.py [--rounds 15]

Rounds alternate between all commands, so that a busy machine slows all alike; the best round of each counts.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import typer
app = typer.Typer()
@app.command()
def one(name: str):
    "One."
@app.command()
def two(name: str):
    "Two."
app()
"""
LUOCDO = "from graph.cli import main; main()"
REPORT = Path(__file__).resolve().parents[1] / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"
QUESTIONS = (
    ["--help"],
    ["--version"],
    ["query", "implements", "18-NQ/TW"],
    ["query", "implements", "Nghị quyết 18", "--type", "Kế hoạch", "--format", "json"],
    ["query", "replaces"],
    ["show", "18-NQ/TW"],
    ["find", "nghi quyet 18"],
    ["path", "1127/KH-SCT", "18-NQ/TW"],
)


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds of the clock and of the processor that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    clock = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        os.environ["LUOCDO_GRAPH"] = "graph.db"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: modules are compiled once
        subprocess.run([sys.executable, "-c", LUOCDO, "build", "-q", str(REPORT)], cwd=folder, check=True)
        commands = {"bare --help": [sys.executable, "bare.py", "--help"]}
        commands |= {f"luocdo {' '.join(q)}": [sys.executable, "-c", LUOCDO, *q] for q in QUESTIONS}
        best = dict.fromkeys(commands, (9.0, 9.0))
        for _ in range(rounds):
            for label, command in commands.items():
                clock, cpu = measure(command, folder)
                best[label] = min(best[label][0], clock), min(best[label][1], cpu)
    bare = best["bare --help"]
    print(f"{'command':62} {'clock':>7} {'CPU':>7} {'clock/bare':>10} {'CPU/bare':>9}")
    for label, (clock, cpu) in best.items():
        print(f"{label:62} {clock * 1e3:5.0f}ms {cpu * 1e3:5.0f}ms {clock / bare[0]:10.2f} {cpu / bare[1]:9.2f}")


if __name__ == "__main__":
    main()
