"""Questions to a large graph: warm in one process, and as cold commands; the transitive one also by its peers.

    python benchmarks/synthetic.py graph.db && python benchmarks/questions.py graph.db [--peers]

Documents are taken by how many carry them out: the most, and the 10th, 100th and 1000th, as far as a graph has them;
one in which nothing carries anything out is asked the other questions only. Times are the best of several
rounds, in milliseconds of processor time (clock for cold commands).
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph

PAGE = 500
LUOCDO = "from graph.cli import main; main()"
SEARCHES = ("18/NQ-CP", "nghi quyet 18", "thong tu 5 nam 2010", "công nghiệp nông thôn mới", "ke hoach ubnd quang ngai")
_CARRIED_OUT = (
    "SELECT o.id FROM relation r JOIN word w ON w.key = r.predicate AND w.name = 'implements'"
    " JOIN meaning m ON m.claim = r.object JOIN document o ON o.key = m.document"
    " GROUP BY o.key ORDER BY count(*) DESC, o.id LIMIT 1000"
)
_RECURSIVE = (
    "WITH RECURSIVE reach (id) AS (SELECT ? UNION SELECT e.subject FROM reach JOIN edges e ON e.object = reach.id)"
    " SELECT count(*) FROM reach"
)


def best(ask: Callable[[], object], rounds: int = 5) -> float:
    """Milliseconds of processor time of the best round."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        ask()
        times.append(time.process_time() - began)
    return min(times) * 1e3


def warm(graph: KnowledgeGraph, tops: list[tuple[int, str]]) -> None:
    for place, id in tops:
        found = graph.implementers(id)
        alone = best(lambda id=id: graph.implementers(id))  # type: ignore[misc]
        full = best(lambda id=id: [(f.document, f.chains) for f in graph.implementers(id)], 3)  # type: ignore[misc]
        depth = max((f.depth for f in found), default=0)
        print(f"implementers, {place:4}. most: {len(found):5} documents, {depth} levels: {alone:6.1f} ms", end="")
        page = best(lambda id=id: [(f.document, f.chains) for f in graph.implementers(id, limit=PAGE)])  # type: ignore[misc]
        print(f"; with documents and evidence {full:6.1f} ms; a page of {min(PAGE, len(found))} {page:5.1f} ms")
    for words in SEARCHES:
        print(f"find {words!r}: {best(lambda words=words: graph.find(words)):.1f} ms")  # type: ignore[misc]
    print(f"resolve '05/2010/TT-BTC': {best(lambda: graph.resolve('05/2010/TT-BTC')):.1f} ms")
    if tops:  # else nothing carries anything out
        first, last = tops[0][1], tops[-1][1]
        print(f"status: {best(lambda: graph.status(first)):.1f} ms")
        print(f"path: {best(lambda: graph.path(first, last)):.1f} ms")
    print(f"stats: {best(graph.stats, 2):.0f} ms")


def as_installed(**more: str) -> dict[str, str]:
    """The environment of a command whose modules were compiled when it was installed or first run."""
    return {name: value for name, value in {**os.environ, **more}.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cold(path: Path, id: str | None) -> None:
    environment = as_installed(LUOCDO_GRAPH=str(path))
    implementers = [["query", "implements", id, "--format", "jsonl"]] if id is not None else []
    for arguments in (*implementers, ["find", "nghi quyet 18"], ["stats"]):
        times = []
        for _ in range(5):
            began = time.perf_counter()
            command = [sys.executable, "-c", LUOCDO, *arguments]
            subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - began)
        print(f"luocdo {' '.join(arguments)[:60]}: {min(times) * 1e3:.0f} ms")


def peers(path: Path, tops: list[tuple[int, str]]) -> None:
    """The same question by a recursive query over a plain table of edges, and in memory by networkx, rdflib and
    pyoxigraph (SPARQL property path); each has nothing but these edges."""
    import networkx
    import pyoxigraph
    import rdflib

    rows = sqlite3.connect(path).execute("SELECT subject, object FROM edge WHERE predicate = 'implements'").fetchall()
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE TABLE edges (object, subject, PRIMARY KEY (object, subject)) WITHOUT ROWID")
    plain.executemany("INSERT OR IGNORE INTO edges VALUES (?, ?)", [(o, s) for s, o in rows])
    began = time.process_time()
    network = networkx.DiGraph([(o, s) for s, o in rows])
    print(f"networkx: loading {len(rows)} edges {(time.process_time() - began) * 1e3:.0f} ms")
    implements = "urn:implements"
    began = time.process_time()
    oxigraph = pyoxigraph.Store()
    node = pyoxigraph.NamedNode
    oxigraph.extend(pyoxigraph.Quad(node(s), node(implements), node(o)) for s, o in rows)
    print(f"pyoxigraph: loading {(time.process_time() - began) * 1e3:.0f} ms")
    began = time.process_time()
    triples = rdflib.Graph()
    for s, o in rows:
        triples.add((rdflib.URIRef(s), rdflib.URIRef(implements), rdflib.URIRef(o)))
    print(f"rdflib: loading {(time.process_time() - began) * 1e3:.0f} ms")
    for place, id in tops:
        sparql = f"SELECT DISTINCT ?x {{ ?x <{implements}>+ <{id}> }}"
        in_oxigraph = best(lambda q=sparql: list(oxigraph.query(q)))  # type: ignore[misc, arg-type]
        in_rdflib = best(lambda q=sparql: list(triples.query(q)), 2)  # type: ignore[misc]
        print(f"{place:4}. most: pyoxigraph {in_oxigraph:.1f} ms, rdflib {in_rdflib:.1f} ms (SPARQL, ids alone)")
    for place, id in tops:
        recursive = best(lambda id=id: plain.execute(_RECURSIVE, (id,)).fetchall())  # type: ignore[misc]
        in_memory = best(lambda id=id: networkx.descendants(network, id))  # type: ignore[misc]
        print(f"{place:4}. most: recursive SQL over edges {recursive:.1f} ms, networkx {in_memory:.1f} ms (ids alone)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    path: Path = arguments.path.resolve()
    began = time.process_time()
    with open_graph(path) as graph:
        print(
            f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, opened in {(time.process_time() - began) * 1e3:.1f} ms"
        )
        ids = [id for (id,) in sqlite3.connect(path).execute(_CARRIED_OUT)]
        tops = [(place, ids[place - 1]) for place in (1, 10, 100, 1000) if place <= len(ids)]
        warm(graph, tops)
    cold(path, tops[min(2, len(tops) - 1)][1] if tops else None)
    if arguments.peers:
        peers(path, tops)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
