"""The graph for those who want one vocabulary only: ``eli`` for gazettes and parliaments, ``schema`` for the web.

A profile says what its vocabulary has words for: documents, bodies and relations, without evidence. It is for
publishing, not for reading back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph.export.rows import label_of
from graph.identity.urn import Urn, UrnError, issuer_id
from graph.model import Document, GraphView, Relation, Status
from graph.rdf.concepts import Options
from graph.rdf.embodied import embodied, published, version
from graph.rdf.forms import (
    ENDED_BY_OTHERS,
    force_of,
    in_force_dates,
    is_cited_title,
    is_whole_code,
    part_dates,
    quote_partition,
)
from graph.rdf.literals import date, is_date, plain, vietnamese
from graph.rdf.natures import LEGISLATION, PARTY, PRIMARY, TEXT, nature
from graph.rdf.survey import Survey, concept, jurisdiction_of, outgoing, survey
from graph.rdf.terms import VIETNAMESE, Names, predicates, term

_A = term("rdf:type")
_SCHEMA_FORCE = {
    "eli:InForce-inForce": "schema:InForce",
    "eli:InForce-notInForce": "schema:NotInForce",
    "eli:InForce-partiallyInForce": "schema:PartiallyInForce",
}


def profile_triples(view: GraphView, profile: str, options: Options) -> Iterator[Triple]:
    """The triples of `view` in a profile, ``eli`` or ``schema``, in order of the documents.

    Relations of a kind that the vocabulary does not know stay out.
    """
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
    row = predicates().get(relation.predicate)
    return row is not None and row.partial is not None and (relation.partial or bool(relation.pinpoints))


def _between(found: Survey, relation: Relation, term: str, loose: str) -> str:
    """What a vocabulary of legislation says of a relation: `term`, or for one that only legislation can have the
    primary form, or `loose` where an end is none."""
    row = predicates()[relation.predicate]
    if row.legislation is None:
        return term
    subject, object = found.kinds.get(relation.subject), found.kinds.get(relation.object)
    if subject not in LEGISLATION or object not in LEGISLATION:
        return loose
    if row.primary and object == PRIMARY and subject != PRIMARY:
        return "schema:isBasedOn" if term.startswith("schema:") else row.primary
    return term


class _Eli:
    """ELI and nothing else, but for SKOS labels, FOAF names and Dublin Core, which ELI itself builds on.

    Papers of the Party and texts that are no document are no ``eli:LegalResource``: they are ``foaf:Document``, which
    legislation is ``eli:related_to`` (“a somehow related other document, not necessarily a legal resource”)."""

    def __init__(self, found: Survey, names: Names) -> None:
        self.found = found
        self.names = names
        self.sources = {source.name: source for source in found.sources}
        self.others = frozenset(d.id for d in found.documents() if nature(d, found.party_issuers) in (PARTY, TEXT))

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
        if d.id in self.others:
            yield from self.other(d, s, relations)
            return
        yield Triple(s, _A, term("eli:LegalResource"))
        if d.type is not None:
            yield Triple(s, term("eli:type_document"), NamedNode(self.names.make("type", concept(d.type))))
        if d.code is not None and is_whole_code(d.code):
            yield Triple(s, term("eli:id_local"), plain(d.code))
        if d.date is not None and is_date(d.date):
            yield Triple(s, term("eli:date_document"), date(d.date))
        yield from published(self.found, d.id, s)
        if d.issuer is not None:
            yield Triple(s, term("eli:passed_by"), NamedNode(self.names.issuer(issuer_id(d.issuer, d.place))))
        if (place := jurisdiction_of(d)) is not None:
            yield Triple(s, term("eli:jurisdiction"), NamedNode(self.names.make("place", place)))
        status = self.found.statuses.get(d.id)
        if status and (force := force_of(status)):
            yield Triple(s, term("eli:in_force"), term(force))
        if status:
            for predicate, day in in_force_dates(status):
                yield Triple(s, predicate, day)
            yield from self.parts(s, status)
        yield from self.expression(d, s)
        seen = set()
        for relation in relations:
            for triple in self.relation(s, relation):
                if triple not in seen and not (relation.predicate == "issued_by" and d.issuer is not None):
                    seen.add(triple)
                    yield triple

    def parts(self, s: NamedNode, status: Status) -> Iterator[Triple]:
        """The provisions that have ended or take effect later; the first that is said of one stands."""
        told: set[NamedNode] = set()
        for part in status.parts:
            for pinpoint in part.provisions:
                node = NamedNode(f"{s.value}~{quote_partition(pinpoint.path)}")
                if not pinpoint.path or node in told:
                    continue
                told.add(node)
                yield Triple(node, _A, term("eli:LegalResourceSubdivision"))
                yield Triple(node, term("eli:is_part_of"), s)
                for predicate, value in part_dates(part):
                    yield Triple(node, predicate, value)
                if part.by is not None and part.state in ENDED_BY_OTHERS and part.by not in self.others:
                    yield Triple(node, term("eli:repealed_by"), NamedNode(self.names.document(part.by)))

    def other(self, d: Document, s: NamedNode, relations: list[Relation]) -> Iterator[Triple]:
        """A paper that is no legal resource, and the documents that it has to do with."""
        yield Triple(s, _A, term("foaf:Document"))
        yield Triple(s, term("dcterms:title"), vietnamese(d.title or d.name or label_of(d)))
        if d.code is not None:
            yield Triple(s, term("dcterms:identifier"), plain(d.code))
        if d.date is not None and is_date(d.date):
            yield Triple(s, term("dcterms:date"), date(d.date))
        if d.issuer is not None:
            yield Triple(s, term("dcterms:creator"), NamedNode(self.names.issuer(issuer_id(d.issuer, d.place))))
        objects = {r.object: None for r in relations if r.predicate != "issued_by"}
        for object in objects:
            yield Triple(s, term("dcterms:relation"), NamedNode(self.names.document(object)))

    def expression(self, d: Document, s: NamedNode) -> Iterator[Triple]:
        """ELI keeps titles on expressions: the Vietnamese one (the version part of URN:LEX). What other texts call a
        document is an alternative one."""
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
        own = d.title if d.title and not is_cited_title(d) else d.name or label_of(d)
        yield Triple(e, term("eli:title"), vietnamese(own))
        for other in (d.title, d.name):
            if other and other != own:
                yield Triple(e, term("eli:title_alternative"), vietnamese(other))
        texts = sorted(set(self.found.loaded.get(d.id, ())))
        if texts:
            yield from version(self.found, d.id, e)
        for text in texts:
            yield from embodied(self.found, self.names, e, self.sources[text])

    def relation(self, s: NamedNode, relation: Relation) -> Iterator[Triple]:
        row = predicates().get(relation.predicate)
        if row is None:
            return
        if relation.predicate == "issued_by":
            yield Triple(s, term("eli:passed_by"), NamedNode(self.names.issuer(relation.object)))
            return
        whole = NamedNode(self.names.document(relation.object))
        if relation.object in self.others:
            yield Triple(s, term("eli:related_to"), whole)
            return
        if not is_part(relation):
            yield Triple(s, term(_between(self.found, relation, row.eli, "eli:related_to")), whole)
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
        party = nature(d, self.found.party_issuers) in (PARTY, TEXT)
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
        if (place := jurisdiction_of(d)) is not None:
            yield Triple(s, term("schema:legislationJurisdiction"), NamedNode(self.names.make("place", place)))
        status = self.found.statuses.get(d.id)
        if status and (force := force_of(status)):
            yield Triple(s, term("schema:legislationLegalForce"), term(_SCHEMA_FORCE[force]))

    def relation(self, s: NamedNode, relation: Relation, party: bool) -> Iterator[Triple]:
        if relation.predicate == "issued_by":
            curie = "schema:author" if party else "schema:legislationPassedBy"
            yield Triple(s, term(curie), NamedNode(self.names.issuer(relation.object)))
            return
        row = predicates().get(relation.predicate)
        if row is None:
            return
        curie = "schema:legislationChanges" if is_part(relation) else row.schema
        curie = _between(self.found, relation, curie, "schema:citation")
        if party and curie.startswith("schema:legislation"):
            curie = "schema:citation"  # the legislation properties belong to schema:Legislation
        yield Triple(s, term(curie), NamedNode(self.names.document(relation.object)))


def schema_jsonld(view: GraphView, *, base: str | None = None, limit: int = 250) -> str:
    """schema.org JSON-LD to embed in a page as ``<script type="application/ld+json">``, at most `limit` documents.

    Where there are more, those that were read come first, then those with most relations; and of bodies and
    places only what these name. Safe inside HTML: ``<`` is written as ``\\u003c``. In order of the ids.
    """
    found = survey(view)
    writer = _Schema(found, Names(base))
    rows = [(document, relations) for _, document, relations in outgoing(found) if document is not None]
    chosen = {document.id for document, _ in _foremost(found, rows, limit)}
    documents: dict[str, dict[str, object]] = {}
    for document, relations in rows:
        if document.id in chosen:
            _gather(documents, writer.document(document, relations))
    frame: dict[str, dict[str, object]] = {}
    _gather(frame, writer.frame())
    named = (
        set(frame)
        if len(chosen) == len(rows)
        else {
            value["@id"]
            for node in documents.values()
            for values in node.values()
            for value in (values if isinstance(values, list) else [values])
            if isinstance(value, dict) and "@id" in value
        }
    )
    nodes = [node for key, node in frame.items() if key in named] + list(documents.values())
    told = {"@context": {"@vocab": "https://schema.org/"}, "@graph": nodes}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


_Rows = list[tuple[Document, list[Relation]]]


def _foremost(found: Survey, rows: _Rows, limit: int) -> _Rows:
    """The documents worth telling where not all can be told."""
    if len(rows) <= limit:
        return rows
    degree = Counter(relation.object for _, relations in rows for relation in relations)
    return sorted(
        rows,
        key=lambda row: (not found.loaded.get(row[0].id), -len(row[1]) - degree[row[0].id], row[0].id),
    )[:limit]


def _gather(nodes: dict[str, dict[str, object]], triples: Iterator[Triple]) -> None:
    """Put triples into expanded JSON-LD nodes, by subject."""
    for triple in triples:
        subject, name = str(triple.subject.value), triple.predicate.value  # type: ignore[union-attr]
        node = nodes.setdefault(subject, {"@id": subject})
        value: object
        o = triple.object
        if name == _A.value and isinstance(o, NamedNode):
            node["@type"] = o.value.rpartition("/")[2]
            continue
        if isinstance(o, NamedNode):
            value = {"@id": o.value}
        else:
            value = o.value if o.language is None else {"@value": o.value, "@language": o.language}  # type: ignore[union-attr]
        key = name.rpartition("/")[2]
        if key in node:
            before = node[key]
            node[key] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            node[key] = value
