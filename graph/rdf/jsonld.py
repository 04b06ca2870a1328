"""JSON-LD 1.1 with short names: the context is ``context.jsonld`` beside this module, embedded or referred to.

A key of an object is a name of the context; a value that is what the context says of that name (an IRI, a date, words
in Vietnamese) is a bare string, any other says itself what it is. Whoever ignores the context reads plain JSON; whoever
does not reads the triples of the other formats.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import IO, Any

import pyoxigraph as ox

from graph.rdf.terms import PREFIXES, iri

_STRING = iri("xsd:string")
_TYPE = iri("rdf:type")


def context_text() -> str:
    """The context as a file: what ``@context`` refers to."""
    return files(__package__).joinpath("context.jsonld").read_text(encoding="utf-8")


@cache
def context() -> dict[str, Any]:
    """The context: names and what they mean."""
    found: dict[str, Any] = json.loads(context_text())["@context"]
    return found


@cache
def _names() -> dict[str, tuple[str, str | None, str | None]]:
    """IRI of a property -> its name, the IRI of the datatype (``@id``: an IRI) and the language of a bare string."""
    found: dict[str, tuple[str, str | None, str | None]] = {}
    for name, meaning in context().items():
        if isinstance(meaning, dict):
            kind = meaning.get("@type")
            datatype = kind if kind in (None, "@id") else iri(kind)
            found[iri(meaning["@id"])] = (name, datatype, meaning.get("@language"))
    return found


def write_jsonld(triples: Iterable[ox.Triple], out: IO[bytes], *, reference: str | None = None) -> None:
    """The triples in their order, an object a line for those of one subject that follow each other. `reference` is the
    address of the context where it is not to be embedded."""
    head = json.dumps(reference or context(), ensure_ascii=False, separators=(",", ":"))
    out.write(f'{{"@context":{head},"@graph":['.encode())
    lead = "\n"
    for node in _nodes(triples):
        out.write((lead + json.dumps(node, ensure_ascii=False, separators=(",", ":"))).encode())
        lead = ",\n"
    out.write(b"\n]}\n")


def _nodes(triples: Iterable[ox.Triple]) -> Iterator[dict[str, Any]]:
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        node: dict[str, Any] = {"@id": _id(subject)}
        for triple in group:
            key, value = _pair(triple)
            before = node.get(key)
            if before is None:
                node[key] = value
            elif isinstance(before, list):
                before.append(value)
            else:
                node[key] = [before, value]
        yield node


def _id(node: Any) -> str:
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _pair(triple: ox.Triple) -> tuple[str, Any]:
    """Key and value of a triple."""
    o = triple.object
    if triple.predicate.value == _TYPE and isinstance(o, ox.NamedNode):
        return "@type", _short(o.value)
    name, datatype, language = _names().get(triple.predicate.value) or (_short(triple.predicate.value), None, None)
    if not isinstance(o, ox.Literal):
        told = _id(o)
        return name, told if datatype == "@id" else {"@id": told}
    if o.language is not None:
        bare = datatype is None and language == o.language
        return name, o.value if bare else {"@value": o.value, "@language": o.language}
    if o.datatype.value == _STRING:
        bare = datatype is None and language is None
        return name, o.value if bare else {"@value": o.value}
    return name, o.value if datatype == o.datatype.value else {"@value": o.value, "@type": _short(o.datatype.value)}


@cache
def _spaces() -> tuple[tuple[str, str], ...]:
    return tuple((space, prefix) for prefix, space in PREFIXES.items())


def _short(text: str) -> str:
    """An IRI with a prefix, where what follows is a plain name."""
    for space, prefix in _spaces():
        if text.startswith(space) and text[len(space) :].isidentifier():
            return f"{prefix}:{text[len(space) :]}"
    return text
