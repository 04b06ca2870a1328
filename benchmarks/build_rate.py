"""How fast folders become graphs: reading and extraction on one core, on all, and on Spark; a whole build with storing.

    python benchmarks/build_rate.py [--folder DIR] [--mb 20] [--spark] [--store]
    python benchmarks/build_rate.py --ratio [--folder DIR] [--least 0.65]

Without a folder, texts are made from the report in ``data/`` with other numbers in each, 47 kB a file. Prints MB of
text a second by the clock and by processor time (of all processes: what a machine with nothing else to do would need),
and the highest memory of one process. Outcomes of all engines are compared by digest.

``--ratio`` says how much of a whole build (listing, reading, extracting, storing, merging, the start of its processes)
is extraction: processor time of ``extract`` alone, on the same texts in memory, over that of the build. Extraction is
timed before and after the build, in as many processes at once. A busy machine's clock tells nothing, the shares do:
a build on N cores takes the time of its processes over N, as long as that of the parent alone is less.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.engines import Outcome, jobs, run
from graph.engines.local import cores

HOME = Path(__file__).resolve().parents[1]
REPORT = HOME / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"


def make_folder(folder: Path, megabytes: float) -> None:
    """Fill `folder` with variants of the report: every number before a symbol differs from file to file."""
    text = REPORT.read_text(encoding="utf-8")
    size = len(text.encode())
    for copy in range(max(1, round(megabytes * 1e6 / size))):
        renumbered = re.sub(
            r"(?<!\d)(\d{1,4})(?=\s?[-/][A-ZĐ\d])", lambda m, c=copy: str((int(m[1]) * 7 + c) % 4000 + 1), text
        )
        (folder / f"{copy:05}.txt").write_text(renumbered, encoding="utf-8")


def consume(outcomes: Iterable[Outcome]) -> tuple[int, int, str]:
    """Documents, bytes of text, digest of everything."""
    documents = size = 0
    digest = hashlib.blake2b(digest_size=8)
    for outcome in outcomes:
        if outcome.source is not None:
            documents += 1
            size += len(outcome.source.text.encode("utf-8", "replace"))
        # words, not pickles: those also tell which equal strings are one object
        told = repr((outcome.name, outcome.source, outcome.extraction, outcome.error))
        digest.update(told.encode("utf-8", "surrogatepass"))
    return documents, size, digest.hexdigest()


def processor_seconds() -> float:
    """Of this process and of the children that ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measure(label: str, outcomes: Iterator[Outcome]) -> str:
    """Run it, print a line, give the digest."""
    clock, processor = time.monotonic(), processor_seconds()
    documents, size, digest = consume(outcomes)
    clock, processor = time.monotonic() - clock, processor_seconds() - processor
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(
        f"{label:24} {documents:6} texts {size / 1e6:8.1f} MB {clock:7.1f} s {size / 1e6 / clock:6.2f} MB/s"
        f"   cpu {processor:7.1f} s {size / 1e6 / max(processor, 1e-9):6.2f} MB/s   peak {peak:5.0f} MB   {digest}"
    )
    return digest


def store(folder: Path, workers: int) -> None:
    """A whole build into a file, then again with nothing changed."""
    import graph

    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "graph.db")
        for label in ("build and store", "nothing changed"):
            began = time.monotonic()
            with graph.open(path, create=True) as known:
                report = known.add(folder, workers=workers)
                stats = known.stats(0)
            seconds = time.monotonic() - began
            print(
                f"{label:24} {report.files:6} files {report.bytes / 1e6:8.1f} MB {seconds:7.1f} s"
                f" {report.bytes / 1e6 / seconds:6.2f} MB/s   {stats.documents} documents, {stats.relations} relations,"
                f" {stats.findings} findings, {len(report.failures)} failures, file {path.stat().st_size / 1e6:.1f} MB"
            )


EXTRACT = """
import sys, time
from pathlib import Path
from graph import extract
paths = [path for path in sorted(Path(sys.argv[1]).rglob("*.*")) if path.is_file()][int(sys.argv[2])::int(sys.argv[3])]
texts = [(str(path), path.read_text(encoding="utf-8", errors="replace")) for path in paths]
extract("Nghị quyết số 18-NQ/TW")
began = time.process_time()
for name, text in texts:
    extract(text, source=name)
print(time.process_time() - began, sum(len(text.encode("utf-8", "replace")) for _, text in texts))
"""


def extraction(folder: Path, workers: int) -> tuple[float, int]:
    """Seconds of processor time that ``extract`` takes for all texts of `folder` (plain text only), and their bytes:
    in as many processes at once as the build has, since cores that share their parts slow each other down."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", EXTRACT, str(folder), str(number), str(workers)],
            stdout=subprocess.PIPE, text=True, cwd=HOME,
        )
        for number in range(workers)
    ]  # fmt: skip
    told = [process.communicate()[0].split() for process in running]
    if any(process.returncode for process in running):
        raise SystemExit("extract failed")
    return sum(float(seconds) for seconds, _ in told), sum(int(size) for _, size in told)


def ratio(folder: Path, workers: int, least: float) -> int:
    """Print what share of a build is extraction; 1 where it is less than `least`."""
    import graph
    from graph.building import build

    before, size = extraction(folder, workers)
    with tempfile.TemporaryDirectory() as place:
        clock, started = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        own = time.process_time()
        with graph.open(Path(place, "graph.db"), create=True) as known:
            build(known, [folder], workers=workers)
            parent = time.process_time() - own
            known.settle()
            merge = time.process_time() - own - parent
        clock = time.monotonic() - clock
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        bytes_stored = Path(place, "graph.db").stat().st_size
    children = ended.ru_utime + ended.ru_stime - started.ru_utime - started.ru_stime
    after, _ = extraction(folder, workers)
    alone, whole = (before + after) / 2, children + parent + merge
    megabytes = size / 1e6
    on_cores = max(whole / workers, parent + merge)
    print(f"extract alone            {megabytes:8.1f} MB  cpu {alone:6.2f} s {megabytes / alone:6.2f} MB/s a core")
    print(
        f"build, {workers} workers         {megabytes:8.1f} MB  cpu {whole:6.2f} s: workers {children:.2f}, parent"
        f" {parent:.2f}, merge {merge:.2f}; clock {clock:.1f} s, graph {bytes_stored / 1e6:.1f} MB"
    )
    print(f"on {workers} cores of its own      {megabytes / on_cores:6.2f} MB/s; ratio {alone / whole:.2f}", end="")
    print(f" (at least {least:.2f} asked)" if least else "")
    return 1 if alone / whole < least else 0


def main() -> int:
    """Print the lines; 1 where two engines differ or the ratio is too small."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, help="files to build instead of made ones")
    parser.add_argument("--mb", type=float, default=20.0, help="megabytes of text to make")
    parser.add_argument("--spark", action="store_true", help="also on Spark, local[cores]")
    parser.add_argument("--store", action="store_true", help="also a whole build")
    parser.add_argument("--ratio", action="store_true", help="only the share of extraction in a build")
    parser.add_argument("--least", type=float, default=0.0, help="the least share of extraction that is allowed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = arguments.folder or Path(made)
        if arguments.folder is None:
            make_folder(folder, arguments.mb)
        count = cores()
        if arguments.ratio:
            return ratio(folder, max(2, count), arguments.least)
        digests = {measure("local, this process", run(jobs([folder]), workers=1))}
        digests.add(measure(f"local, {max(2, count)} processes", run(jobs([folder]), workers=max(2, count))))
        if arguments.spark:
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
            digests.add(
                measure(f"spark, local[{count}]", run(jobs([folder]), engine="spark", master=f"local[{count}]"))
            )
        if arguments.store:
            store(folder, max(2, count))
    print("outcomes are the same" if len(digests) == 1 else "OUTCOMES DIFFER")
    return 0 if len(digests) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
