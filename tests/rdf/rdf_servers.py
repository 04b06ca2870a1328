"""Two real SPARQL servers for the tests: Oxigraph (PyPI) and Virtuoso (Debian). Each runs on a free port over a folder
of its own; where the program is missing the tests skip and say so."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from graph.rdf.terms import PREFIXES


@dataclass(frozen=True)
class Server:
    """Where a server takes graphs, updates and queries, and the graph that its tests fill."""

    name: str
    store: str
    update: str
    query: str
    graph: str | None = None
    user: str | None = None
    password: str | None = None

    def ask(self, query: str) -> dict:
        """The answer to a query by the SPARQL protocol, as SPARQL results JSON."""
        text = "".join(f"PREFIX {p}: <{space}>\n" for p, space in PREFIXES.items()) + query
        parameters = {"query": text}
        if self.graph:
            parameters["default-graph-uri"] = self.graph
        request = urllib.request.Request(
            self.query,
            urlencode(parameters).encode(),
            {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode(errors="replace")[:2000]) from error


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _wait(process: subprocess.Popen, port: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.2)
    return False


def oxigraph_program() -> str | None:
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    port = _free_port()
    address = f"127.0.0.1:{port}"
    with (folder / "oxigraph.log").open("wb") as log:
        process = subprocess.Popen(
            [oxigraph_program() or "oxigraph", "serve", "--location", str(folder / "data"), "--bind", address],
            stdout=log, stderr=log,
        )  # fmt: skip
        try:
            if not _wait(process, port, 60):
                raise RuntimeError((folder / "oxigraph.log").read_text(errors="replace"))
            yield Server("oxigraph", f"http://{address}/store", f"http://{address}/update", f"http://{address}/query")
        finally:
            process.terminate()
            process.wait(30)


def virtuoso_program() -> str | None:
    return shutil.which("virtuoso-t")


_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 10
CheckpointInterval = 60
CaseMode = 2
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryExecutionTime = 60
"""


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    http, sql = _free_port(), _free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(_VIRTUOSO.format(folder=folder, http=http, sql=sql))
    process = subprocess.Popen(
        ["virtuoso-t", "+configfile", str(ini), "+foreground", "+wait"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    try:
        if not _wait(process, http, 120):
            log = folder / "virtuoso.log"
            raise RuntimeError(log.read_text(errors="replace")[-2000:] if log.exists() else "virtuoso-t ended")
        address = f"http://127.0.0.1:{http}"
        yield Server(
            "virtuoso",
            f"{address}/sparql-graph-crud-auth",
            f"{address}/sparql-auth",
            f"{address}/sparql",
            "https://example.org/graph",
            "dba",
            "dba",
        )
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(30)
        if process.poll() is None:
            process.kill()
