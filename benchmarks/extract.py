"""How fast `graph.extract` reads real texts, beside what reading alone costs and beside its peers in other languages.

    python benchmarks/extract.py [--shared ../shared] [--rounds 3] [--peers] [--hostile 200000] [--json FILE]

One process, processor time, best of the rounds; megabytes are those of the text in UTF-8. In one run:

* the floor: read the files, decode them, check that they are NFC;
* the extractor over the Công báo texts and the provincial papers;
* a bare regular expression for symbols over the same texts, which is what a first script would do;
* with ``--peers``: eyecite (default and Hyperscan tokenizer) on English and refex on German prose that cites as often,
  made by `foreign.py`; they are installed into a temporary environment and removed again;
* whether the rate holds: one text of 10 MB against the same text in pieces of 100 kB;
* hostile texts (`hostile.py`): their rates as parts of the rate on real texts, the slowest ones listed, and which long
  gaps behind what a rule reads take more than their time (`--no-hostile` leaves both out).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from foreign import english, german  # noqa: E402
from hostile import PREFIXES, TooLong, at_most, gaps, hostile  # noqa: E402

from graph import extract  # noqa: E402

PIECE = 100_000
LONG = 10_000_000
GAP = 400
GAP_SECONDS = 3.0
# The texts that the goal names: at least a quarter of the rate on real texts.
NAMED = ("articles", "digits-slashes", "implements", "marks")
BARE = re.compile(r"[0-9]+[a-z]?(?:/[0-9]{4})?[/-][A-ZĐ][^\W\d_]*(?:[/-][A-ZĐ][^\W_]*)*")


def megabytes(text: str) -> float:
    """Size in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass")) / 1e6


def best(rounds: int, run: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time of the fastest round, and what the run counted."""
    seconds, counted = float("inf"), 0
    for _ in range(rounds):
        started = time.process_time()
        counted = run()
        seconds = min(seconds, time.process_time() - started)
    return seconds, counted


def machine() -> dict[str, Any]:
    """What the figures belong to."""
    name = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), name)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return {"processor": name, "cores": os.cpu_count(), "python": platform.python_version(), "load": round(load, 1)}


def corpus(shared: Path) -> list[Path]:
    """The real texts: Công báo and provincial papers."""
    folders = (("gazette", "*.txt"), ("provincial", "*.md"))
    return [path for folder, pattern in folders for path in sorted((shared / "corpus" / folder).glob(pattern))]


def rates(paths: Sequence[Path], rounds: int) -> dict[str, Any]:
    """Floor, bare expression and extractor over the real texts."""

    def floor() -> int:
        return sum(unicodedata.is_normalized("NFC", path.read_bytes().decode("utf-8")) for path in paths)

    texts = [path.read_bytes().decode("utf-8") for path in paths]
    size = sum(map(megabytes, texts))
    extract(texts[0][:5_000])  # the tables are read on first use
    found: dict[str, Any] = {"texts": len(texts), "megabytes": round(size, 2)}
    for name, run in {
        "floor": floor,
        "bare expression": lambda: sum(1 for text in texts for _ in BARE.finditer(text)),
        "graph.extract": lambda: sum(len(extract(text).mentions) for text in texts),
    }.items():
        seconds, counted = best(rounds, run)
        found[name] = {"rate": size / seconds, "counted": counted}
    found["per kB"] = found["graph.extract"]["counted"] / size / 1000
    return found


def linearity(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """The rate on one long text and on the same text in pieces, and their ratio."""
    parts: list[str] = []
    size = 0.0
    while size < LONG / 1e6:
        for text in texts:
            parts.append(text)
            size += megabytes(text)
            if size >= LONG / 1e6:
                break
    whole = "\n\n".join(parts)
    pieces = [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]
    in_pieces, _ = best(rounds, lambda: sum(len(extract(piece).mentions) for piece in pieces))
    at_once, _ = best(rounds, lambda: len(extract(whole).mentions))
    size = megabytes(whole)
    return {"pieces": size / in_pieces, "whole": size / at_once, "ratio": in_pieces / at_once}


def hostile_rates(size: int, real: float) -> dict[str, Any]:
    """The rate on each hostile text as a part of the `real` rate; None where it did not end in time. And the prefixes
    behind which some long gap did not end in time."""
    found: dict[str, float | None] = {}
    for name, text in hostile(size):
        amount = megabytes(text)
        limit = max(2.0, 200 * amount / real)
        started = time.process_time()
        try:
            with at_most(limit):
                extract(text)
            # a clock of the kernel's ticks may say 0
            found[name] = amount / max(time.process_time() - started, 1e-4) / real
        except TooLong:
            found[name] = None
    endless: dict[str, list[str]] = {}
    for prefix in PREFIXES:
        for filler, text in gaps(prefix, GAP):
            try:
                with at_most(GAP_SECONDS):
                    extract(text)
            except TooLong:
                endless.setdefault(prefix, []).append(filler)
                if len(endless[prefix]) == 2:
                    break  # enough to say that it happens
    return {"size": size, "texts": found, "endless": endless}


def peers(per_kb: float, rounds: int) -> dict[str, Any]:
    """Install the peers into a temporary environment and take their rates; a peer that cannot be had says why."""
    found: dict[str, Any] = {}
    wanted = {
        "eyecite": (("eyecite",), "english"),
        "eyecite-hyperscan": (("eyecite", "hyperscan"), "english"),
        "refex": (("legal-reference-extraction",), "german"),
    }
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        texts = {
            "english": english(1_000_000, citations_per_kb=per_kb),
            "german": german(1_000_000, citations_per_kb=per_kb),
        }
        for language, text in texts.items():
            (home / language).write_text(text, encoding="utf-8")
        venv.create(home / "venv", with_pip=True)
        python = home / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        for name, (packages, language) in wanted.items():
            for command in (
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                [python, Path(__file__).with_name("peers.py"), name, home / language, str(rounds)],
            ):
                done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
                if done.returncode:
                    last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
                    found[name] = {"missing": last[:200]}
                    break
            else:
                told = json.loads(done.stdout.splitlines()[-1])
                amount = megabytes(texts[language])
                found[name] = {
                    "version": told["version"],
                    "language": language,
                    "rate": amount / told["seconds"],
                    "counted": told["citations"],
                    "per kB": told["citations"] / amount / 1000,
                }
    return found


def table(result: dict[str, Any]) -> str:
    """The result in Markdown."""
    host, real = result["machine"], result["real"]
    lines = [
        f"{host['processor']}, {host['cores']} cores (one used), Python {host['python']}, load {host['load']}",
        f"{real['texts']} texts, {real['megabytes']} MB of UTF-8",
        "",
        "| what | MB/s | citations per kB |",
        "|---|---:|---:|",
    ]
    for name in ("floor", "bare expression", "graph.extract"):
        dense = "" if name == "floor" else f"{real[name]['counted'] / real['megabytes'] / 1000:.2f}"
        lines.append(f"| {name} | {real[name]['rate']:.2f} | {dense} |")
    for name, peer in result.get("peers", {}).items():
        if "missing" in peer:
            lines.append(f"| {name}: {peer['missing']} | | |")
        else:
            label = f"{name} ({peer['version']}), {peer['language'].capitalize()}"
            lines.append(f"| {label} | {peer['rate']:.2f} | {peer['per kB']:.2f} |")
    if "linearity" in result:
        line = result["linearity"]
        lines += [
            "",
            f"Pieces of 100 kB: {line['pieces']:.2f} MB/s; one text of 10 MB: {line['whole']:.2f} MB/s; "
            f"ratio {line['ratio']:.2f}",
        ]
    if "hostile" in result:
        lines += hostile_table(result["hostile"])
    return "\n".join(lines)


def hostile_table(hostile: dict[str, Any]) -> list[str]:
    """The named texts, the slowest ones, and what did not end."""
    texts = hostile["texts"]
    ended = {name: part for name, part in texts.items() if part is not None}
    slowest = sorted(ended, key=lambda name: ended[name])[:12]
    lines = [
        "",
        f"Hostile texts of {hostile['size']:,} characters: part of the rate on real texts",
        "",
        "| text | part |",
        "|---|---:|",
    ]
    lines += [f"| {name} | {texts[name]:.2f} |" if texts[name] else f"| {name} | did not end |" for name in NAMED]
    lines += [f"| {name} | {ended[name]:.2f} |" for name in slowest if name not in NAMED]
    lines += [f"| {name} | did not end |" for name, part in texts.items() if part is None and name not in NAMED]
    if hostile["endless"]:
        lines += ["", f"Gaps of {GAP} that take more than {GAP_SECONDS:.0f} s:"]
        lines += [f"- {prefix!r} + {', '.join(map(repr, fillers))}" for prefix, fillers in hostile["endless"].items()]
    return lines


def main() -> None:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with corpus/")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", action="store_true", help="install eyecite and refex and measure them too")
    parser.add_argument("--hostile", type=int, default=200_000, metavar="SIZE", help="characters of a hostile text")
    parser.add_argument("--no-hostile", action="store_true")
    parser.add_argument("--no-linearity", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    given = parser.parse_args()
    paths = corpus(given.shared)
    if not paths:
        sys.exit(f"{given.shared}/corpus: no texts there; --shared tells where they are")
    result: dict[str, Any] = {"machine": machine(), "real": rates(paths, given.rounds)}
    if given.peers:
        result["peers"] = peers(result["real"]["per kB"], given.rounds)
    if not given.no_linearity:
        result["linearity"] = linearity([path.read_bytes().decode("utf-8") for path in paths], min(given.rounds, 2))
    if not given.no_hostile:
        result["hostile"] = hostile_rates(given.hostile, result["real"]["graph.extract"]["rate"])
    print(table(result))
    if given.json:
        given.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
