"""How fast, and in how much memory, a large graph becomes RDF: `python benchmarks/rdf.py [--documents N] [FORMAT …]`.

Each format runs in a process of its own over a synthetic view; the time is the whole export, the memory the peak of the
process less what the view itself holds before. Prints one line a format, tab-separated.
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

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.rdf_view import SyntheticView
from graph.export import FORMATS, export


def one(format: str, documents: int) -> None:
    """Export once and print: format, documents, triples, seconds, seconds of CPU, megabytes of file, of memory."""
    view = SyntheticView(documents)
    view.order()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        started, busy = time.perf_counter(), time.process_time()
        with path.open("wb") as out:
            export(view, format, out)
        seconds, busy = time.perf_counter() - started, time.process_time() - busy
        size = path.stat().st_size
        count = "" if not FORMATS[format].rdf else str(triples(path, format))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        format,
        documents,
        count,
        f"{seconds:.2f}",
        f"{busy:.2f}",
        f"{size / 1e6:.0f}",
        peak // 1024,
        before // 1024,
        sep="\t",
    )


def triples(path: Path, format: str) -> int:
    """The triples in a file, counted in a process of its own so that the memory is not ours."""
    code = (
        "import sys, pyoxigraph as ox\n"
        "from graph.rdf.writing import RDF_FORMATS\n"
        "print(sum(1 for _ in ox.parse(path=sys.argv[1], format=RDF_FORMATS[sys.argv[2]])))"
    )
    root = str(Path(__file__).resolve().parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), format], env={**os.environ, "PYTHONPATH": root}, capture_output=True
    )
    return int(done.stdout)


def main() -> None:
    """Run every format asked for, each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=["turtle"])
    parser.add_argument("--documents", type=int, default=14_200, help="14,200 documents are about a million triples")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        one(given.formats[0], given.documents)
        return
    print("format\tdocuments\ttriples\tseconds\tCPU seconds\tMB file\tMB peak\tMB before", flush=True)
    for format in given.formats:
        command = [sys.executable, __file__, format, "--documents", str(given.documents), "--here"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
