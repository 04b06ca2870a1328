"""The graph for those who want one vocabulary only: ``eli`` for gazettes and parliaments, ``schema`` for the web.

A profile says what its vocabulary has words for: documents, bodies and relations, without evidence. It is for
publishing, not for reading back.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph.export.rows import label_of
from graph.identity.urn import Urn, UrnError, issuer_id
from graph.model import Document, GraphView, Relation
from graph.rdf.concepts import Options
from graph.rdf.literals import date, is_date, plain, vietnamese
from graph.rdf.survey import Survey, concept, is_party_document, outgoing, place_id, survey
from graph.rdf.terms import VIETNAMESE, Names, predicates, term
from graph.rdf.triples import IN_FORCE, quote_partition

_A = term("rdf:type")
_SCHEMA_FORCE = {
    "eli:InForce-inForce": "schema:InForce",
    "eli:InForce-notInForce": "schema:NotInForce",
    "eli:InForce-partiallyInForce": "schema:PartiallyInForce",
}


def profile_triples(view: GraphView, profile: str, options: Options) -> Iterator[Triple]:
    """The triples of `view` in a profile, ``eli`` or ``schema``, in order of the documents."""
    found = survey(view)
    writer: _Eli | _Schema = (
        _Eli(found, Names(options.base)) if profile == "eli" else _Schema(found, Names(options.base))
    )
    yield from writer.frame()
    for _, document, relations in outgoing(found):
        if document is not None:
            yield from writer.document(document, relations)


def is_part(relation: Relation) -> bool:
    """Whether only parts of the object are meant by a relation that ends it."""
    row = predicates()[relation.predicate]
    return row.partial is not None and (relation.partial or bool(relation.pinpoints))


class _Eli:
    """ELI and nothing else, but for SKOS labels and FOAF names, which ELI itself builds on."""

    def __init__(self, found: Survey, names: Names) -> None:
        self.found = found
        self.names = names

    def frame(self) -> Iterator[Triple]:
        for key, name in sorted(self.found.types.items()):
            node = NamedNode(self.names.make("type", key))
            yield Triple(node, _A, term("eli:ResourceType"))
            yield Triple(node, term("skos:prefLabel"), vietnamese(name))
        for key, name in sorted(self.found.places.items()):
            node = NamedNode(self.names.make("place", key))
            yield Triple(node, _A, term("eli:AdministrativeArea"))
            yield Triple(node, term("skos:prefLabel"), vietnamese(name))
        for issuer in self.found.issuers:
            node = NamedNode(self.names.issuer(issuer.id))
            yield Triple(node, _A, term("eli:Agent"))
            yield Triple(node, term("foaf:name"), vietnamese(issuer.name))

    def document(self, d: Document, relations: list[Relation]) -> Iterator[Triple]:
        s = NamedNode(self.names.document(d.id))
        yield Triple(s, _A, term("eli:LegalResource"))
        if d.type is not None:
            yield Triple(s, term("eli:type_document"), NamedNode(self.names.make("type", concept(d.type))))
        if d.code is not None:
            yield Triple(s, term("eli:id_local"), plain(d.code))
        if d.date is not None and is_date(d.date):
            yield Triple(s, term("eli:date_document"), date(d.date))
        if d.issuer is not None:
            yield Triple(s, term("eli:passed_by"), NamedNode(self.names.issuer(issuer_id(d.issuer, d.place))))
        if d.place is not None:
            yield Triple(s, term("eli:jurisdiction"), NamedNode(self.names.make("place", place_id(d.place))))
        status = self.found.statuses.get(d.id)
        if status and status.state in IN_FORCE:
            yield Triple(s, term("eli:in_force"), term(IN_FORCE[status.state]))
        yield from self.expression(d, s)
        seen = set()
        for relation in relations:
            for triple in self.relation(s, relation):
                if triple not in seen and not (relation.predicate == "issued_by" and d.issuer is not None):
                    seen.add(triple)
                    yield triple

    def expression(self, d: Document, s: NamedNode) -> Iterator[Triple]:
        """ELI keeps titles on expressions: the Vietnamese one (the version part of URN:LEX)."""
        title = d.title or d.name
        if title is None and not self.found.loaded.get(d.id):
            return
        try:
            name = str(Urn.parse(d.id).work)
            e = NamedNode(self.names.document(name) + "@goc:vi")
        except UrnError:
            e = NamedNode(s.value + "#vi")
        yield Triple(s, term("eli:is_realized_by"), e)
        yield Triple(e, _A, term("eli:LegalExpression"))
        yield Triple(e, term("eli:language"), NamedNode(VIETNAMESE))
        yield Triple(e, term("eli:title"), vietnamese(title or label_of(d)))
        if d.title and d.name:
            yield Triple(e, term("eli:title_alternative"), vietnamese(d.name))

    def relation(self, s: NamedNode, relation: Relation) -> Iterator[Triple]:
        row = predicates()[relation.predicate]
        if relation.predicate == "issued_by":
            yield Triple(s, term("eli:passed_by"), NamedNode(self.names.issuer(relation.object)))
            return
        whole = NamedNode(self.names.document(relation.object))
        if not is_part(relation):
            yield Triple(s, term(row.eli), whole)
            return
        yield Triple(s, term("eli:changes"), whole)
        for pinpoint in relation.pinpoints:
            if pinpoint.path and row.part:
                part = NamedNode(f"{whole.value}~{quote_partition(pinpoint.path)}")
                yield Triple(s, term(row.part), part)
                yield Triple(part, _A, term("eli:LegalResourceSubdivision"))
                yield Triple(part, term("eli:is_part_of"), whole)


class _Schema:
    """schema.org ``Legislation``; Party documents are ``schema:CreativeWork``, since they are no legislation."""

    def __init__(self, found: Survey, names: Names) -> None:
        self.found = found
        self.names = names

    def frame(self) -> Iterator[Triple]:
        for key, name in sorted(self.found.places.items()):
            node = NamedNode(self.names.make("place", key))
            yield Triple(node, _A, term("schema:AdministrativeArea"))
            yield Triple(node, term("schema:name"), vietnamese(name))
        for issuer in self.found.issuers:
            node = NamedNode(self.names.issuer(issuer.id))
            kind = "schema:GovernmentOrganization" if issuer.branch == "state" else "schema:Organization"
            yield Triple(node, _A, term(kind))
            yield Triple(node, term("schema:name"), vietnamese(issuer.name))

    def document(self, d: Document, relations: list[Relation]) -> Iterator[Triple]:
        s = NamedNode(self.names.document(d.id))
        party = is_party_document(d, self.found.party_issuers)
        yield Triple(s, _A, term("schema:CreativeWork" if party else "schema:Legislation"))
        yield Triple(s, term("schema:name"), vietnamese(d.title or d.name or label_of(d)))
        if d.title or d.name:
            yield Triple(s, term("schema:alternateName"), vietnamese(label_of(d)))
        yield Triple(s, term("schema:inLanguage"), plain("vi"))
        if party:
            yield from self.creative_work(d, s)
        else:
            yield from self.legislation(d, s)
        seen = set()
        for relation in relations:
            for triple in self.relation(s, relation, party):
                if triple not in seen:
                    seen.add(triple)
                    yield triple

    def creative_work(self, d: Document, s: NamedNode) -> Iterator[Triple]:
        if d.code is not None:
            yield Triple(s, term("schema:identifier"), plain(d.code))
        if d.date is not None and is_date(d.date):
            yield Triple(s, term("schema:dateCreated"), date(d.date))
        if d.issuer is not None:
            yield Triple(s, term("schema:author"), NamedNode(self.names.issuer(issuer_id(d.issuer, d.place))))

    def legislation(self, d: Document, s: NamedNode) -> Iterator[Triple]:
        if d.code is not None:
            yield Triple(s, term("schema:legislationIdentifier"), plain(d.code))
        if d.type is not None:
            yield Triple(s, term("schema:legislationType"), vietnamese(d.type))
        if d.date is not None and is_date(d.date):
            yield Triple(s, term("schema:legislationDate"), date(d.date))
        if d.issuer is not None:
            issuer = NamedNode(self.names.issuer(issuer_id(d.issuer, d.place)))
            yield Triple(s, term("schema:legislationPassedBy"), issuer)
        if d.place is not None:
            place = NamedNode(self.names.make("place", place_id(d.place)))
            yield Triple(s, term("schema:legislationJurisdiction"), place)
        status = self.found.statuses.get(d.id)
        if status and status.state in IN_FORCE:
            yield Triple(s, term("schema:legislationLegalForce"), term(_SCHEMA_FORCE[IN_FORCE[status.state]]))

    def relation(self, s: NamedNode, relation: Relation, party: bool) -> Iterator[Triple]:
        if relation.predicate == "issued_by":
            curie = "schema:author" if party else "schema:legislationPassedBy"
            yield Triple(s, term(curie), NamedNode(self.names.issuer(relation.object)))
            return
        row = predicates()[relation.predicate]
        curie = "schema:legislationChanges" if is_part(relation) else row.schema
        if party and curie.startswith("schema:legislation"):
            curie = "schema:citation"  # the legislation properties belong to schema:Legislation
        yield Triple(s, term(curie), NamedNode(self.names.document(relation.object)))


def schema_jsonld(view: GraphView, *, base: str | None = None, limit: int = 1000) -> str:
    """schema.org JSON-LD to embed in a page as ``<script type="application/ld+json">``, at most `limit` documents.

    Safe inside HTML: ``<`` is written as ``\\u003c``. Documents come in order of their ids.
    """
    import json

    known: dict[str, dict[str, object]] = {}
    documents = 0
    for triple in profile_triples(view, "schema", Options(base=base)):
        subject, name = str(triple.subject.value), triple.predicate.value  # type: ignore[union-attr]
        if subject not in known:
            known[subject] = {"@id": subject}
        node = known[subject]
        value: object
        o = triple.object
        if name == _A.value and isinstance(o, NamedNode):
            if o.value.endswith(("/Legislation", "/CreativeWork")):
                documents += 1
                if documents > limit:
                    del known[subject]
                    break
            node["@type"] = o.value.rpartition("/")[2]
            continue
        if isinstance(o, NamedNode):
            short = o.value.rpartition("schema.org/")[2] if o.value.startswith("https://schema.org/") else o.value
            value = {"@id": o.value if short == o.value else f"https://schema.org/{short}"}
        else:
            value = o.value if o.language is None else {"@value": o.value, "@language": o.language}  # type: ignore[union-attr]
        key = name.rpartition("/")[2]
        if key in node:
            before = node[key]
            node[key] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            node[key] = value
    document = {"@context": {"@vocab": "https://schema.org/"}, "@graph": list(known.values())}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
