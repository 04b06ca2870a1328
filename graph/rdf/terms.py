"""Names of things in RDF: namespaces, the IRI of every noun and back, and the table of predicates.

Documents are named by their URN:LEX identifiers (`graph.identity.urn`), or by HTTP IRIs below a base. Everything else
has an IRI below ``https://w3id.org/luocdo/`` or below the base. Every IRI can be turned back into our identifier, so
that an export can be imported without loss.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from graph.identity.urn import Urn, UrnError

NS = "https://w3id.org/luocdo#"
ROOT = "https://w3id.org/luocdo/"

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "luocdo": NS,
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"


def iri(curie: str) -> str:
    """``eli:cites`` -> ``http://data.europa.eu/eli/ontology#cites``. KeyError for an unknown prefix."""
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


@cache
def term(curie: str) -> NamedNode:
    """The node of a prefixed name; cached, since an export asks for the same few all the time."""
    return NamedNode(iri(curie))


@dataclass(frozen=True, slots=True)
class Predicate:
    """How one of our predicates is said in RDF (a row of ``predicates.csv``).

    `term` is the predicate proper, the one a statement names; `also` is asserted beside it. Where only a part of the
    object is meant and that makes another relation, `partial` is asserted to the whole document instead and `part` to
    each subdivision. Between legislation `legislation` is asserted beside it, and `primary` instead of that where the
    object is primary and the subject is not. `eli` and `schema` are the terms of those profiles."""

    name: str
    term: str
    also: tuple[str, ...]
    partial: str | None
    part: str | None
    legislation: str | None
    primary: str | None
    eli: str
    schema: str
    argument: str


@cache
def predicates() -> dict[str, Predicate]:
    """The table, by our name."""
    text = files(__package__).joinpath("predicates.csv").read_text(encoding="utf-8")
    return {
        row["predicate"]: Predicate(
            name=row["predicate"],
            term=row["term"],
            also=tuple(row["also"].split("|")) if row["also"] else (),
            partial=row["partial"] or None,
            part=row["part"] or None,
            legislation=row["legislation"] or None,
            primary=row["primary"] or None,
            eli=row["eli"],
            schema=row["schema"],
            argument=row["argument"],
        )
        for row in csv.DictReader(text.splitlines())
    }


# What a text that is no document does, which is no legislation: ELI has no words for it.
OF_TEXTS = {"cites": "dcterms:references", "issued_by": "dcterms:publisher"}


@cache
def predicate_of(term_iri: str) -> tuple[str, bool] | None:
    """Our predicate and whether it is the partial form, from the IRI a statement names; None if it is not ours."""
    for row in predicates().values():
        if iri(row.term) == term_iri:
            return row.name, False
        if row.partial and iri(row.partial) == term_iri:
            return row.name, True
    for name, curie in OF_TEXTS.items():
        if iri(curie) == term_iri:
            return name, False
    return None


def is_iri(text: str) -> bool:
    """Whether `text` is an absolute IRI without characters that RFC 3987 forbids."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def key_hash(*parts: object) -> str:
    """A short stable name for what has none: 20 hexadecimal digits over the parts."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


# Kept unquoted below the root: what RFC 3986 allows in a path (pchar and "/").
_SAFE = "/:;@!$&'()*+,=~-._"


class Names:
    """Identifiers to IRIs and back, with or without a base for HTTP IRIs (it must end in ``/`` or ``#``)."""

    def __init__(self, base: str | None = None) -> None:
        self.base = base
        self.root = f"{base}id/" if base else ROOT

    def document(self, id: str) -> str:
        """The IRI of a document: its URN:LEX name, below the base if there is one. An identifier that is no IRI is
        quoted below the root."""
        if self.base:
            try:
                return Urn.parse(id).http(self.base)
            except UrnError:
                pass
        return id if is_iri(id) else self.make("document", id)

    def document_id(self, iri: str) -> str:
        """The identifier that `document` turned into `iri`."""
        if self.base and iri.startswith(f"{self.base}eli/"):
            try:
                return str(Urn.from_http(iri, self.base))
            except UrnError:
                return iri
        return self.local("document", iri) or iri

    def issuer(self, id: str) -> str:
        """The IRI of an issuing body. The id of a foreign body may be an IRI already (``http…``)."""
        return id if id.startswith(("http://", "https://", "urn:")) and is_iri(id) else self.make("issuer", id)

    def issuer_id(self, iri: str) -> str:
        """The identifier that `issuer` turned into `iri`."""
        return self.local("issuer", iri) or iri

    def make(self, kind: str, name: str) -> str:
        """``source``, ``data/a b.txt`` -> ``https://w3id.org/luocdo/source/data/a%20b.txt``."""
        return f"{self.root}{kind}/{quote(name, safe=_SAFE, errors='surrogatepass')}"

    def local(self, kind: str, iri: str) -> str | None:
        """The name that `make` turned into `iri`, or None if it is none of that kind."""
        prefix = f"{self.root}{kind}/"
        return unquote(iri[len(prefix) :], errors="surrogatepass") if iri.startswith(prefix) else None
