"""What a catalogue has to know of a data set: where it can be fetched, and how many triples it has (DCAT 3, VoID)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from pyoxigraph import NamedNode, Triple

from graph.errors import LuocdoError
from graph.rdf.literals import integer
from graph.rdf.terms import is_iri, term

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"  # as the examples of DCAT write them
_BY_ENDING = {
    ".ttl": "text/turtle", ".nt": "application/n-triples", ".nq": "application/n-quads", ".trig": "application/trig",
    ".jsonld": "application/ld+json", ".rdf": "application/rdf+xml", ".owl": "application/rdf+xml",
    ".graphml": "application/graphml+xml", ".parquet": "application/vnd.apache.parquet",
}  # fmt: skip
_PACKED = {".gz": "application/gzip", ".zip": "application/zip", ".zst": "application/zstd"}


def check_dumps(dumps: Sequence[str]) -> None:
    """`LuocdoError` unless each is an absolute HTTP IRI of a file."""
    for dump in dumps:
        if not (dump.startswith(("http://", "https://")) and is_iri(dump) and urlsplit(dump).netloc):
            raise LuocdoError(f"Địa chỉ tải phải có dạng https://…, không phải {dump!r}.")


def distributions(dataset: NamedNode, dumps: Sequence[str], licence: str | None = None) -> Iterator[Triple]:
    """Each address of the data as a distribution and as a dump; the media type by the end of its path, where that
    tells it."""
    for number, dump in enumerate(dict.fromkeys(dumps), start=1):
        node, address = NamedNode(f"{dataset.value}#dump-{number}"), NamedNode(dump)
        yield Triple(dataset, term("void:dataDump"), address)
        yield Triple(dataset, term("dcat:distribution"), node)
        yield Triple(node, term("rdf:type"), term("dcat:Distribution"))
        yield Triple(node, term("dcat:accessURL"), address)
        yield Triple(node, term("dcat:downloadURL"), address)
        path = urlsplit(dump).path.lower()
        for ending, media in _PACKED.items():
            if path.endswith(ending):
                path = path.removesuffix(ending)
                yield Triple(node, term("dcat:compressFormat"), NamedNode(MEDIA_TYPES + media))
        if (media_type := _BY_ENDING.get(f".{path.rpartition('.')[2]}")) is not None:
            yield Triple(node, term("dcat:mediaType"), NamedNode(MEDIA_TYPES + media_type))
        if licence:
            yield Triple(node, term("dcterms:license"), NamedNode(licence))


def counted(dataset: NamedNode, before: int) -> Triple:
    """How many triples the data set has, of which `before` are written already: with this one."""
    return Triple(dataset, term("void:triples"), integer(before + 1))
