"""RDF to bytes: the blocks of a view, streamed through pyoxigraph's serialisers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import IO

import pyoxigraph as ox

from graph.errors import LuocdoError
from graph.model import GraphView
from graph.rdf.catalogue import check_dumps
from graph.rdf.concepts import EVIDENCE, Options
from graph.rdf.jsonld import write_jsonld
from graph.rdf.literals import for_xml, is_date
from graph.rdf.terms import PREFIXES, is_iri
from graph.rdf.triples import blocks

RDF_FORMATS: dict[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
PROFILES = ("eli", "schema")
_RDF12_FORMATS = ("turtle", "ntriples", "nquads", "trig")


def write(
    view: GraphView,
    format: str,
    out: IO[bytes],
    *,
    base: str | None = None,
    profile: str | None = None,
    rdf12: bool = False,
    licence: str | None = None,
    title: str | None = None,
    issued: str | None = None,
    evidence: str | None = None,
    dump: Sequence[str] = (),
    context: str | None = None,
) -> None:
    """Write `view` to `out`, streamed: memory does not grow with the graph. `LuocdoError` for impossible options."""
    syntax = RDF_FORMATS[format]
    check_base(base)
    if profile is not None and profile not in PROFILES:
        raise LuocdoError(f"Không có hồ sơ {profile!r}; các hồ sơ: {', '.join(PROFILES)}.")
    if rdf12 and (profile or format not in _RDF12_FORMATS):
        raise LuocdoError(f"RDF 1.2 chỉ viết được bằng {', '.join(_RDF12_FORMATS)}, không kèm hồ sơ.")
    if licence is not None and not is_iri(licence):
        raise LuocdoError(f"Giấy phép phải là một IRI, không phải {licence!r}.")
    if issued is not None and not is_date(issued):
        raise LuocdoError(f"Ngày công bố phải có dạng 2021-04-20, không phải {issued!r}.")
    if evidence is not None and evidence not in EVIDENCE:
        raise LuocdoError(f"Không có mức dẫn chứng {evidence!r}; có: {', '.join(EVIDENCE)}.")
    if evidence is not None and profile:
        raise LuocdoError("Hồ sơ không có dẫn chứng; --evidence không đi cùng --profile.")
    check_dumps(dump)
    check_context(context, format)
    if dump and profile:
        raise LuocdoError("Hồ sơ không có phần mô tả tập dữ liệu; --dump không đi cùng --profile.")
    quads = syntax.supports_datasets and format != "jsonld"
    options = Options(base=base, rdf12=rdf12, quads=quads, licence=licence, title=title, issued=issued)
    options = replace(options, evidence=evidence or "all", dumps=tuple(dump))
    if profile:
        from graph.rdf.profiles import profile_triples

        triples: Iterator[ox.Triple] = profile_triples(view, profile, options)
    else:
        triples = chain.from_iterable(block for _, block in blocks(view, options)) if not quads else iter(())
    if format == "rdfxml":
        triples = map(_xml_safe, triples)
    data = _quads(view, options) if quads and not profile else triples
    if quads and profile:
        data = (ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    serialise(data, format, out, context)


def serialise(
    data: Iterable[ox.Triple] | Iterable[ox.Quad], format: str, out: IO[bytes], context: str | None = None
) -> None:
    """Triples or quads in a format, the same bytes for the same triples in the same order. `context`: the address of
    the context of JSON-LD, where it is not to be embedded."""
    syntax = RDF_FORMATS[format]
    if format == "jsonld":
        write_jsonld(data, out, reference=context)  # type: ignore[arg-type]  # triples alone
        return
    if format in ("turtle", "trig"):
        head = _SortedHead(out)
        ox.serialize(data, head, syntax, prefixes=PREFIXES)  # type: ignore[arg-type]
        head.close()
    else:
        kept: IO[bytes] = _KeepReturns(out) if format == "rdfxml" else out  # type: ignore[assignment]
        ox.serialize(data, kept, syntax, prefixes=PREFIXES)


class _KeepReturns:
    """Writes carriage returns as references: every XML parser turns a bare one into a line feed (XML 1.0, 2.11). The
    serialiser ends its own lines with line feeds, so each one is of a text."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, data: bytes) -> int:
        self.out.write(bytes(data).replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _SortedHead:
    """Writes what it gets, but the ``@prefix`` lines at the beginning in order: the serialiser has them in an order of
    its own, which another version of it may change."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out
        self.head: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self.head is None:
            self.out.write(data)
        else:
            self.head += data
            lines = self.head.splitlines(keepends=True)
            if any(len(line) >= 8 and not line.startswith(b"@prefix") for line in lines):
                self.close()
        return len(data)

    def close(self) -> None:
        """Write what is held back."""
        if self.head is not None:
            lines = self.head.splitlines(keepends=True)
            prefixes = [line for line in lines if line.startswith(b"@prefix")]
            self.out.write(b"".join(sorted(prefixes)))
            self.out.write(b"".join(lines[len(prefixes) :]))
            self.head = None

    def flush(self) -> None:
        """Nothing to do before the end."""


def check_context(context: str | None, format: str) -> None:
    """`LuocdoError` unless `context` is None, or an absolute HTTP IRI and the format JSON-LD."""
    if context is None:
        return
    if format != "jsonld":
        raise LuocdoError("--context chỉ dùng cho jsonld.")
    if not (context.startswith(("http://", "https://")) and is_iri(context)):
        raise LuocdoError(f"Địa chỉ của @context phải có dạng https://…, không phải {context!r}.")


def check_base(base: str | None) -> None:
    """`LuocdoError` unless `base` is None or an absolute HTTP IRI that ends in ``/``."""
    if base is not None and not (base.startswith(("http://", "https://")) and base.endswith("/") and is_iri(base)):
        raise LuocdoError(f"IRI gốc phải có dạng https://…/, không phải {base!r}.")


def _quads(view: GraphView, options: Options) -> Iterator[ox.Quad]:
    default = ox.DefaultGraph()
    for graph, block in blocks(view, options):
        where = default if graph is None else graph
        for triple in block:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, where)


def _xml_safe(triple: ox.Triple) -> ox.Triple:
    if isinstance(triple.object, ox.Literal):
        safe = for_xml(triple.object)
        if safe is not triple.object:
            return ox.Triple(triple.subject, triple.predicate, safe)
    return triple
