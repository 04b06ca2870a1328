"""SPARQL 1.1 on a graph: queries that can neither write nor reach the network, and that stop when their time is up."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.errors import LuocdoError, QueryError, TooLongError
from graph.export.escapes import cell
from graph.model import GraphView
from graph.rdf.needs import asks_for_evidence
from graph.rdf.terms import PREFIXES
from graph.reading.isolated import command

TIMEOUT = 30.0  # seconds
LONGEST = 7 * 86_400.0  # seconds; more than that the system cannot wait for

RESULT_FORMATS = ("json", "csv", "tsv", "xml", "turtle", "ntriples")
_FOR_ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
_FOR_TRIPLES = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "xml": ox.RdfFormat.RDF_XML}


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query. `kind` is ``select``, ``ask`` or ``graph``; `data` SPARQL results in JSON for the first
    two, sorted N-Triples for the third (CONSTRUCT and DESCRIBE)."""

    kind: str
    data: bytes

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns of a SELECT, in the order of the query."""
        return tuple(json.loads(self.data)["head"]["vars"]) if self.kind == "select" else ()

    @property
    def bindings(self) -> list[Mapping[str, Mapping[str, str]]]:
        """The rows of a SELECT as SPARQL results JSON has them: variable -> type, value, datatype, xml:lang."""
        rows: list[Mapping[str, Mapping[str, str]]] = (
            json.loads(self.data)["results"]["bindings"] if self.kind == "select" else []
        )
        return rows

    @property
    def rows(self) -> list[tuple[str | None, ...]]:
        """The rows of a SELECT as values only, None where a variable is not bound."""
        names = self.variables
        return [tuple(row[name]["value"] if name in row else None for name in names) for row in self.bindings]

    @property
    def truth(self) -> bool | None:
        """The answer to an ASK."""
        return bool(json.loads(self.data)["boolean"]) if self.kind == "ask" else None

    def triples(self) -> Iterator[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, sorted."""
        if self.kind == "graph":
            for quad in ox.parse(self.data, format=ox.RdfFormat.N_TRIPLES):
                yield quad.triple

    def serialise(self, format: str) -> bytes:
        """The answer in ``json``, ``csv``, ``tsv`` or ``xml``, a graph in ``turtle``, ``ntriples`` or ``xml``.
        `LuocdoError` where the kind of answer does not have the format."""
        if self.kind == "graph":
            syntax = _FOR_TRIPLES.get(format)
            if syntax is None:
                raise LuocdoError(f"Kết quả là đồ thị RDF; hãy chọn một trong: {', '.join(_FOR_TRIPLES)}.")
            return ox.serialize(self.triples(), format=syntax, prefixes=PREFIXES) or b""
        known = _FOR_ROWS.get(format)
        if known is None:
            raise LuocdoError(f"Kết quả là bảng; hãy chọn một trong: {', '.join(_FOR_ROWS)}.")
        if format == "csv" and self.kind == "select":
            return self._csv()
        parsed = ox.parse_query_results(self.data, format=ox.QueryResultsFormat.JSON)
        return parsed.serialize(format=known) or b""

    def _csv(self) -> bytes:
        """SPARQL 1.1 results in CSV, without cells that a spreadsheet would compute."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(self.variables)
        for row in self.bindings:
            terms = (row.get(name) for name in self.variables)
            writer.writerow([cell(_plain(term)) if term is not None else "" for term in terms])
        return text.getvalue().encode("utf-8", "replace")


def _plain(term: Mapping[str, str]) -> str:
    """A term as SPARQL's CSV has it: the IRI, the text, or ``_:`` and the name of a blank node."""
    return f"_:{term['value']}" if term["type"] == "bnode" else term["value"]


def sparql(
    target: GraphView | str | os.PathLike[str],
    query: str,
    *,
    timeout: float = TIMEOUT,
    progress: Callable[[str, int], None] | None = None,
) -> Result:
    """Ask `target`, a view or the path of a graph file, a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT or DESCRIBE).

    The prefixes of the vocabulary are known without being declared. A graph file is asked through a copy in the cache
    that is made again when the graph has changed (`progress` is told what is made and how many triples more it has);
    a query that cannot touch evidence asks a smaller copy without it. `QueryError`: no valid query, an update,
    SERVICE. `LuocdoError`: more than `timeout` seconds, a positive number.
    """
    refuse_network(query)
    if not (math.isfinite(timeout) and timeout > 0):
        raise LuocdoError("Thời hạn truy vấn (--timeout) phải là số giây hữu hạn, lớn hơn 0.")
    timeout = min(timeout, LONGEST)
    if isinstance(target, str | os.PathLike):
        from graph.rdf.cache import cached_store

        with cached_store(Path(target), lambda: "all" if asks_for_evidence(query) else "none", progress) as store:
            return _run(store, query, timeout)
    with tempfile.TemporaryDirectory(prefix="luocdo-") as folder:
        from graph.rdf.writing import write

        path = Path(folder) / "graph.nt"
        with path.open("wb") as out:
            write(target, "ntriples", out)
        return _run(path, query, timeout)


# SERVICE [SILENT] (iri | prefixed name | variable) "{", with blanks and comments between. The pattern looks everywhere,
# in strings and comments too: what is text to one reader of "<" and quotes is code to another, so no lexer decides.
_GAP = r"(?:\s|#[^\n\r]*(?:[\n\r]|$))*"
_SERVICE = re.compile(
    rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:<[^<>]*>|[?$]\w+|[^\s{{}}<>\"'|^`#]*:[^\s{{}}<>\"'|^`#]*){_GAP}\{{",
    re.IGNORECASE,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


# The words an update begins with (SPARQL 1.1 Update, section 3), behind its prologue.
_UPDATE = re.compile(
    rf"{_GAP}(?:(?:BASE|PREFIX\s+[^\s:]*:){_GAP}<[^<>]*>{_GAP})*"
    r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)


def refuse_network(query: str) -> None:
    """`QueryError` if the query has a SERVICE clause (also one written with ``\\u0053``, section 19.2 of SPARQL)."""

    def letter(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 else match[0]

    if _SERVICE.search(query) or _SERVICE.search(_CODEPOINT.sub(letter, query)):
        raise QueryError("Truy vấn không được dùng SERVICE: luocdo không gửi truy vấn ra mạng.")


def _run(store: Path, query: str, timeout: float) -> Result:
    """Ask the store in a process that is killed when the time is up."""
    try:
        done = subprocess.run(
            command("graph.rdf.worker", str(store)),
            input=query.encode("utf-8", "replace"),
            capture_output=True,
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise TooLongError(f"Truy vấn chạy quá {timeout:g} giây nên đã dừng; hãy thu hẹp hoặc tăng thời hạn.") from None
    if done.returncode == 2:
        if _UPDATE.match(query):
            raise QueryError("Truy vấn chỉ được đọc: SELECT, ASK, CONSTRUCT hoặc DESCRIBE; không được cập nhật.")
        raise QueryError(f"Truy vấn SPARQL không hợp lệ: {_complaint(_last_line(done.stderr))}")
    if done.returncode != 0:
        raise TooLongError(f"Truy vấn bị dừng vì quá nặng ({_last_line(done.stderr) or done.returncode}).")
    kind, _, data = done.stdout.partition(b"\n")
    return Result(kind.decode(), data)


def _last_line(text: bytes) -> str:
    lines = text.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _complaint(text: str) -> str:
    """What the parser says, where in the query and short: it lists every sign that might have followed."""
    if found := re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", text):
        wanted = found[3] if len(found[3]) <= 120 else found[3][:120].rpartition(",")[0] + " …"
        return f"dòng {found[1]}, cột {found[2]}, cần {wanted}"
    return text[:200]
