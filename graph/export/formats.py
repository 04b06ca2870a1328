"""The table of formats, and the one road through it. Importing this module loads no library: a format does so when it
is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from graph.errors import LuocdoError, install
from graph.export.files import whole_file
from graph.model import GraphView


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `writer` is ``module:function``, called with the view, a binary file and the options it knows; `rdf`
    formats know `base`, `profile`, `rdf12`, `licence`, `title`, `issued`, `evidence`, `dump` and `context`,
    others those in `options`; `extra` is the optional dependency it needs, if any."""

    name: str
    extensions: tuple[str, ...]
    media_type: str
    vi: str
    en: str
    writer: str
    rdf: bool = False
    quads: bool = False
    extra: str | None = None
    options: tuple[str, ...] = ()


_RDF = "graph.rdf.writing:write"

FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("turtle", (".ttl",), "text/turtle", "RDF Turtle", "RDF Turtle", _RDF, rdf=True),
        Format("ntriples", (".nt",), "application/n-triples", "RDF N-Triples", "RDF N-Triples", _RDF, rdf=True),
        Format(
            "nquads",
            (".nq",),
            "application/n-quads",
            "RDF N-Quads, mỗi nguồn một đồ thị",
            "RDF N-Quads, a graph for each source",
            _RDF,
            rdf=True,
            quads=True,
        ),
        Format(
            "trig",
            (".trig",),
            "application/trig",
            "RDF TriG, mỗi nguồn một đồ thị",
            "RDF TriG, a graph for each source",
            _RDF,
            rdf=True,
            quads=True,
        ),
        Format("jsonld", (".jsonld",), "application/ld+json", "RDF JSON-LD", "RDF JSON-LD", _RDF, rdf=True),
        Format("rdfxml", (".rdf", ".owl"), "application/rdf+xml", "RDF/XML", "RDF/XML", _RDF, rdf=True),
        Format(
            "graphml",
            (".graphml",),
            "application/graphml+xml",
            "GraphML cho Gephi, yEd, networkx",
            "GraphML for Gephi, yEd, networkx",
            "graph.export.xml_graphs:graphml",
        ),
        Format(
            "gexf",
            (".gexf",),
            "application/gexf+xml",
            "GEXF cho Gephi",
            "GEXF for Gephi",
            "graph.export.xml_graphs:gexf",
        ),
        Format(
            "csv",
            (".zip", ".csv"),
            "application/zip",
            "ba bảng CSV (văn bản, cơ quan, quan hệ) trong một tệp zip; một bảng trong tệp .csv",
            "three CSV tables (documents, bodies, relations) in one zip file; one of them in a .csv file",
            "graph.export.tables:csv_tables",
            options=("table",),
        ),
        Format(
            "ris",
            (".ris",),
            "application/x-research-info-systems",
            "RIS cho Zotero, EndNote",
            "RIS for Zotero, EndNote",
            "graph.export.references:ris",
        ),
        Format(
            "csl",
            (".csl.json", ".csljson"),
            "application/vnd.citationstyles.csl+json",
            "CSL-JSON cho Zotero và các trình trích dẫn",
            "CSL-JSON for Zotero and citation processors",
            "graph.export.references:csl",
        ),
        Format(
            "parquet",
            (".parquet",),
            "application/vnd.apache.parquet",
            "Parquet: mỗi dòng một văn bản",
            "Parquet: one row a document",
            "graph.export.tables:parquet",
            extra="parquet",
        ),
        Format(
            "parquet-relations",
            (),
            "application/vnd.apache.parquet",
            "Parquet: mỗi dòng một quan hệ, kèm câu dẫn chứng",
            "Parquet: one row a relation with its sentence",
            "graph.export.tables:parquet_relations",
            extra="parquet",
        ),
        Format(
            "parquet-issuers",
            (),
            "application/vnd.apache.parquet",
            "Parquet: mỗi dòng một cơ quan",
            "Parquet: one row a body",
            "graph.export.tables:parquet_issuers",
            extra="parquet",
        ),
        Format(
            "cypher",
            (".cypher", ".cql"),
            "application/x-cypher-query",
            "lệnh Cypher cho Neo4j, Memgraph",
            "Cypher statements for Neo4j, Memgraph",
            "graph.export.text_graphs:cypher",
        ),
        Format(
            "dot", (".dot", ".gv"), "text/vnd.graphviz", "Graphviz DOT", "Graphviz DOT", "graph.export.text_graphs:dot"
        ),
        Format(
            "mermaid",
            (".mmd", ".mermaid"),
            "text/vnd.mermaid",
            "sơ đồ Mermaid cho tài liệu Markdown",
            "Mermaid diagram for Markdown documents",
            "graph.export.text_graphs:mermaid",
        ),
    )
}

# What people also type.
_ALIASES = {
    "ttl": "turtle", "nt": "ntriples", "n-triples": "ntriples", "nq": "nquads", "n-quads": "nquads",
    "json-ld": "jsonld", "rdf": "rdfxml", "rdf/xml": "rdfxml", "xml": "rdfxml", "gv": "dot", "graphviz": "dot",
}  # fmt: skip


def format_of(name: str | None, path: str | None = None) -> Format:
    """The format called `name` (or what the end of `path` says, where no name is given).

    `LuocdoError` if there is none; the message lists them.
    """
    if name is not None:
        key = name.lower()
        found = FORMATS.get(_ALIASES.get(key, key))
        if found:
            return found
        raise LuocdoError(f"Không có định dạng {name!r}. Các định dạng: {_named()}.")
    file = Path(path or "").name.lower()
    for known in FORMATS.values():
        if any(file.endswith(extension) and file != extension for extension in known.extensions):
            return known
    raise LuocdoError(f"Không rõ định dạng của {path!r}; hãy nêu một trong: {_named()}.")


def fits(known: Format, path: str) -> None:
    """LuocdoError where the name of a file says that it is of another format than `known`: ``-f csv -o graph.ttl``."""
    file = Path(path).name.lower()
    others = [f for f in FORMATS.values() if any(file.endswith(ending) for ending in f.extensions)]
    alien = known not in others if others else file.endswith(_NEVER)
    if alien and not file.endswith((*_SHARED, *_WITHIN.get(known.name, ()))):
        endings = ", ".join(known.extensions or (".parquet",))
        raise LuocdoError(f"{path}: không ghi được tệp {Path(path).suffix} ở đây; hãy dùng -o FILE với đuôi {endings}")


_NEVER = (".pdf", ".docx", ".doc", ".xlsx", ".html", ".htm", ".png", ".svg")
_SHARED = (".json", ".parquet", ".zip")  # endings that several formats are written under
_WITHIN = {"turtle": (".trig",), "ntriples": (".ttl", ".nq", ".trig"), "nquads": (".trig",)}  # they are these, too


def _named() -> str:
    """The formats of a graph, and that of one document."""
    return f"{', '.join(FORMATS)}; của một văn bản: akn"


def table_of(path: str | os.PathLike[str]) -> str:
    """Which table of the CSV format a file of this name is: ``documents.csv``; else the relations."""
    from graph.export.tables import TABLES

    stem = Path(path).stem.lower()
    return stem if stem in TABLES else "relations"


def export(view: GraphView, format: str, out: IO[bytes], **options: Any) -> None:
    """Write `view` to `out` in `format`. The same view gives the same bytes.

    RDF formats take `base`, `profile` (``eli`` or ``schema``), `rdf12`, `licence`, `title`, `issued` and
    `evidence` (``none``, ``relations`` or ``all``), `dump` (addresses of the data) and `context` (that of JSON-LD); CSV
    takes `table` (``documents``, ``issuers`` or ``relations``: only that one, not as a zip file); the others take none,
    and `LuocdoError` says so.
    """
    known = format_of(format)
    given = {key: value for key, value in options.items() if value not in (None, False, (), [])}
    strange = [key for key in given if (not known.rdf or key == "table") and key not in known.options]
    if strange:
        raise LuocdoError(f"Định dạng {known.name} không có tùy chọn {', '.join(sorted(strange))}.")
    module, _, function = known.writer.partition(":")
    try:
        writer: Callable[..., None] = getattr(import_module(module), function)
        if known.rdf:
            writer(view, known.name, out, **given)
        else:
            writer(view, out, **given)
    except ImportError as error:
        if known.extra is None:
            raise
        raise LuocdoError(f"Định dạng {known.name} cần cài thêm: {install(known.extra)}.") from error


def write_file(view: GraphView, path: str | os.PathLike[str], format: str | None = None, **options: Any) -> Format:
    """Write `view` to a file, whole or not at all; the format is guessed from the name where none is given. CSV into a
    file that is called .csv is one table, that of relations unless `table` or the name says another."""
    target = Path(path)
    known = format_of(format, str(target))
    if known.name == "csv" and target.suffix.lower() == ".csv":
        options = {"table": table_of(target), **options}
    with whole_file(target) as out:
        export(view, known.name, out, **options)
    return known
