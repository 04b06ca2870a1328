"""The whole code lists as SKOS: types of documents, issuing bodies, places. They need no graph.

The concepts have the same IRIs and preferred labels as those that an export uses (`graph.rdf.concepts`), so that both
can be loaded side by side. What ended says when (``dcterms:temporal``) and what took its place
(``dcterms:isReplacedBy``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import IO

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from graph import labels
from graph.domain.bodies import issuing_bodies
from graph.domain.document_types import document_types
from graph.domain.linking import divided_into, matches
from graph.domain.places import places
from graph.errors import LuocdoError
from graph.identity.urn import slug
from graph.rdf.catalogue import check_dumps, counted, distributions
from graph.rdf.concepts import body_english
from graph.rdf.literals import english, vietnamese
from graph.rdf.schemes import Scheme
from graph.rdf.survey import COUNTRY, concept, place_id
from graph.rdf.terms import Names, term
from graph.rdf.writing import RDF_FORMATS, check_context, serialise

_A = term("rdf:type")
# Where a type belongs first of all: a collection, since one type may serve several (`graph.rdf.natures`).
_FAMILIES = {
    "law": ("Luật, pháp lệnh", "Primary legislation"),
    "normative": ("Loại văn bản quy phạm pháp luật dưới luật", "Types of secondary legislation"),
    "administrative": ("Loại văn bản hành chính", "Types of administrative documents"),
    "party": ("Loại văn bản của Đảng", "Types of Party documents"),
    "other": ("Loại văn bản khác", "Other types"),
}


def code_lists(base: str | None = None, dumps: Sequence[str] = ()) -> Iterator[list[Triple]]:
    """All lists, in blocks of a fixed order: the header, then scheme by scheme. `base` and `dumps`
    as for exports."""
    names = Names(base)
    schemes = [_types(names), _bodies(names), _places(names)]
    blocks = [block for scheme in schemes for block in scheme.blocks()] + list(_families(names))
    yield _header(names, schemes, sum(map(len, blocks)), dumps)
    yield from blocks


def write_code_lists(
    format: str, out: IO[bytes], *, base: str | None = None, dumps: Sequence[str] = (), context: str | None = None
) -> None:
    """Write them in one of the RDF formats; `LuocdoError` for another format."""
    if format not in RDF_FORMATS:
        raise LuocdoError(f"Danh mục mã chỉ viết được bằng RDF: {', '.join(RDF_FORMATS)}, không phải {format!r}.")
    check_dumps(dumps)
    check_context(context, format)
    triples = (triple for block in code_lists(base, dumps) for triple in block)
    if RDF_FORMATS[format].supports_datasets and format != "jsonld":
        serialise((ox.Quad(t.subject, t.predicate, t.object) for t in triples), format, out)
    else:
        serialise(triples, format, out, context)


def _header(names: Names, schemes: list[Scheme], count: int, dumps: Sequence[str]) -> list[Triple]:
    s = NamedNode(names.make("dataset", "code-lists"))
    out = [
        Triple(s, _A, term("dcat:Dataset")),
        Triple(s, _A, term("void:Dataset")),
        Triple(s, term("dcterms:title"), vietnamese("Danh mục mã: loại văn bản, cơ quan ban hành, địa phương")),
        Triple(s, term("dcterms:title"), english("Code lists: types of documents, issuing bodies, places")),
        Triple(s, term("void:vocabulary"), term("skos:")),
    ]
    out += [Triple(s, term("dcterms:hasPart"), scheme.node) for scheme in schemes]
    out += [Triple(s, term("void:rootResource"), scheme.node) for scheme in schemes]
    out += distributions(s, dumps)
    return [*out, counted(s, count + len(out))]


def _types(names: Names) -> Scheme:
    scheme = Scheme(names, "type", "Loại văn bản", "Types of documents")
    codes = Counter(code for kind in document_types() for code in {*kind.codes, *kind.party_codes})
    for kind in document_types():
        own = tuple(dict.fromkeys((*kind.codes, *kind.party_codes)))
        scheme.add(
            NamedNode(names.make("type", concept(kind.name))),
            kind.name,
            kind.english,
            kind="eli:ResourceType",
            alternatives=own,
            hidden=_others(kind.words, (kind.name, *own)),
            notation=next((code for code in own if codes[code] == 1), None),
        )
    return scheme


def _families(names: Names) -> Iterator[list[Triple]]:
    for family, (vi, en) in _FAMILIES.items():
        node = NamedNode(names.make("collection", family))
        out = [
            Triple(node, _A, term("skos:Collection")),
            Triple(node, term("skos:prefLabel"), vietnamese(vi)),
            Triple(node, term("skos:prefLabel"), english(en)),
        ]
        members = sorted(concept(kind.name) for kind in document_types() if kind.family == family)
        yield out + [Triple(node, term("skos:member"), NamedNode(names.make("type", key))) for key in members]


def _bodies(names: Names) -> Scheme:
    scheme = Scheme(names, "body", "Cơ quan ban hành", "Issuing bodies")
    codes = Counter(code for body in issuing_bodies() for code in set(body.symbol_codes))

    def node(name: str) -> NamedNode:
        return NamedNode(names.make("body", slug(name)))

    for body in issuing_bodies():
        level = body.level or "unknown"
        top = NamedNode(names.make("level", level))
        scheme.add(top, labels.level(level) if body.level else "Chưa rõ cấp", labels.level(level, "en"))
        scheme.add(
            node(body.name),
            body.name,
            body_english(body),
            alternatives=body.symbol_codes,
            hidden=_others(body.words, (body.name, *body.symbol_codes)),
            broader=top,
            notation=next((code for code in body.symbol_codes if codes[code] == 1), None),
            period=(body.valid_from, body.valid_to),
            replaced_by=[node(body.successor)] if body.successor else [],
            matches=matches("body", body.name),
        )
    return scheme


def _places(names: Names) -> Scheme:
    scheme = Scheme(names, "place", "Địa phương", "Places")

    def node(name: str) -> NamedNode:
        return NamedNode(names.make("place", place_id(name)))

    country = NamedNode(names.make("place", COUNTRY))
    scheme.add(country, "Việt Nam", "Viet Nam", kind="eli:AdministrativeArea")
    for place in places():
        successors = [place.successor] if place.successor else divided_into(place.name)
        full = f"{place.kind} {place.name}"
        scheme.add(
            node(place.name),
            place.name,
            kind="eli:AdministrativeArea",
            alternatives=[full],
            hidden=_others(place.words, (place.name, full)),
            broader=country,
            notation=place.code,
            period=(None, place.valid_to),
            replaced_by=[node(successor) for successor in successors],
            matches=matches("place", place.name),
        )
    return scheme


def _others(words: tuple[str, ...], said: tuple[str, ...]) -> list[str]:
    """The forms that differ from the labels in more than capitals, sorted."""
    known = {label.lower() for label in said}
    return sorted(word for word in words if word.lower() not in known)
