"""Every shipped example query on a graph of 24,000 documents: seconds of making the copies, then of each question,
against pyoxigraph alone on the same copy.

    python benchmarks/sparql.py graph.db        # a graph at hand
    python benchmarks/sparql.py --documents 24000

Once the copy is there no example may take more than three seconds of processor time (what it takes on a machine that
does nothing else), nor more than twice what pyoxigraph takes and half a second to start; the exit code says so.
Examples about a document are asked about all documents and about the one that most documents carry out.
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

LIMIT = 3.0  # seconds a question
START = 0.5  # seconds of a process that answers one
MOST = "SELECT ?d WHERE { ?x luocdo:implements ?d } GROUP BY ?d ORDER BY DESC(COUNT(?x)) ?d LIMIT 1"


def main() -> int:
    """Measure; 1 where a question is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=24_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luocdo-bench-") as folder:
        os.environ["LUOCDO_CACHE"] = str(Path(folder) / "cache")
        path: Path = given.graph or Path(folder) / "graph.db"
        if given.graph is None:
            made = Path(__file__).with_name("synthetic.py")
            size = ["--documents", str(given.documents), "--relations", str(given.documents * 5)]
            subprocess.run([sys.executable, str(made), str(path), *size], check=True, stdout=subprocess.DEVNULL)
        return measure(path)


def spent() -> float:
    """Seconds of processor time of this process and of those that it has waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def measure(path: Path) -> int:
    """Ask every example, here and of pyoxigraph alone."""
    import pyoxigraph as ox

    from graph.rdf import cached_store, examples, sparql
    from graph.rdf.needs import asks_for_evidence
    from graph.rdf.terms import PREFIXES

    for level in ("none", "all"):
        start, before = time.perf_counter(), spent()
        with cached_store(path, level):
            pass
        high = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        seconds = time.perf_counter() - start
        print(f"copy with evidence {level}: {seconds:.1f} s ({spent() - before:.1f} s spent), {high:.0f} MB at most")
    slow = 0
    asked = [(known.name, known.query) for known in examples()]
    most = sparql(path, MOST).rows[0][0] or ""
    asked += [(f"{known.name} (one)", known.bind(document=most)) for known in examples() if known.parameters]
    for name, query in asked:
        start, before = time.perf_counter(), spent()
        rows = len(sparql(path, query, timeout=60).rows)
        waited, here = time.perf_counter() - start, spent() - before
        with cached_store(path, "all" if asks_for_evidence(query) else "none") as folder:
            before = spent()
            found = ox.Store.read_only(str(folder)).query(query, prefixes=PREFIXES)
            assert isinstance(found, ox.QuerySolutions)
            sum(1 for _ in found)
            alone = spent() - before
        slow += here > LIMIT or here > 2 * alone + START
        print(f"{name:18} {rows:7} rows {here:6.2f} s, waited {waited:6.2f} s; pyoxigraph alone {alone:6.2f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
