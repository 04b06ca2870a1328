"""The process that answers one SPARQL query, started by `graph.reading.isolated`: its argument is a store or a file of
N-Triples, the query comes on standard input.

It is a process of its own so that a query can be stopped whatever it does: the parent kills it. It opens the store for
reading only, and where Linux allows it gives up the network before it looks at the query. Standard output gets one line
(``select``, ``ask`` or ``graph``) and then SPARQL results in JSON, or N-Triples. An impossible query: one line on
standard error, exit 2.
"""

from __future__ import annotations

import sys

import pyoxigraph as ox

from graph.rdf.terms import PREFIXES

_MEMORY = 4 << 30  # bytes of address space; a query that wants more is stopped


def _close_doors() -> None:
    """No network, bounded memory: as far as the system lets an ordinary user do so."""
    import ctypes
    import resource

    new_user, new_network = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of <linux/sched.h>
    try:
        libc = ctypes.CDLL(None)
        if libc.unshare(new_network) != 0:
            libc.unshare(new_user | new_network)
    except (AttributeError, OSError):
        pass  # not Linux: the query was checked before it came here
    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if hard == resource.RLIM_INFINITY else hard, hard))
    except (ValueError, OSError):
        pass


def _open(path: str) -> ox.Store:
    if path.endswith(".nt"):
        store = ox.Store()
        store.bulk_load(path=path, format=ox.RdfFormat.N_TRIPLES)
        return store
    return ox.Store.read_only(path)


def main() -> int:
    """Answer the query on standard input; the exit code."""
    query = sys.stdin.buffer.read().decode()
    _close_doors()
    store = _open(sys.argv[1])
    out = sys.stdout.buffer
    try:
        found = store.query(query, prefixes=PREFIXES)
        if isinstance(found, ox.QueryTriples):
            out.write(b"graph\n")
            out.writelines(sorted({f"{triple} .\n".encode() for triple in found}))
        else:
            data = found.serialize(format=ox.QueryResultsFormat.JSON)
            out.write(b"ask\n" if isinstance(found, ox.QueryBoolean) else b"select\n")
            out.write(data or b"")
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return 2
    return 0
