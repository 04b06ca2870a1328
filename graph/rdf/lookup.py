"""The properties of the resources in a set of triples, as Python values."""

from __future__ import annotations

from urllib.parse import unquote

import pyoxigraph as ox

from graph.rdf.terms import iri

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Properties = dict[str, dict[Node, None]]  # predicate -> its objects, each once


def key(node: Node) -> str:
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _unquote_path(text: str) -> str:
    return unquote(text, errors="surrogatepass") if "%" in text else text


class Lookup:
    """Triples by subject. Resources are named by their IRIs, properties by their prefixed names."""

    def __init__(self, subjects: dict[str, Properties]) -> None:
        self.subjects = subjects

    def all(self, subject: str, curie: str) -> list[Node]:
        properties = self.subjects.get(subject)
        return list(properties.get(iri(curie), ())) if properties else []

    def one(self, subject: str, curie: str) -> str | None:
        """The value of a property; of several the Vietnamese one, then the first in code point order."""
        values = self.all(subject, curie)
        if not values:
            return None
        literals = [v for v in values if isinstance(v, ox.Literal)]
        if literals:
            literals.sort(key=lambda v: (v.language != "vi", v.value))
            return literals[0].value
        return min(map(key, values))

    def links(self, subject: str, curie: str) -> list[str]:
        """The resources that a property points to, sorted."""
        return sorted(key(v) for v in self.all(subject, curie) if not isinstance(v, ox.Literal | ox.Triple))

    def link(self, subject: str, curie: str) -> str | None:
        found = self.links(subject, curie)
        return found[0] if found else None

    def is_true(self, subject: str, curie: str) -> bool:
        return self.one(subject, curie) in ("true", "1")

    def number(self, subject: str, curie: str, default: int = -1) -> int:
        value = self.one(subject, curie)
        try:
            return default if value is None else int(value)
        except ValueError:
            return default

    def confidence(self, subject: str) -> float:
        try:
            return float(self.one(subject, "luocdo:confidence") or 1.0)
        except ValueError:
            return 1.0

    def name_of(self, concept: str | None) -> str | None:
        """What a concept or body is called: its label, else the end of its IRI."""
        if concept is None:
            return None
        for curie in ("foaf:name", "skos:prefLabel", "rdfs:label", "schema:name"):
            if (found := self.one(concept, curie)) is not None:
                return found
        return _unquote_path(concept.rstrip("/").rpartition("/")[2].rpartition("#")[2])

    def named(self, subject: str, literal: str, concept: str) -> str | None:
        """A name as it was written, else the label of its concept."""
        written = self.one(subject, literal)
        return self.name_of(self.link(subject, concept)) if written is None else written
