"""A view as RDF, block by block, in a fixed order: header, concepts, issuers, sources, documents with their relations,
statements (one resource a reference), mentions, findings.

`blocks` is the one place that knows what each noun looks like; the mapping is the table of docs/rdf.md. Memory does not
grow with the graph, but for the set of passages already written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Triple

from graph import labels
from graph.export.rows import label_of
from graph.identity.urn import Urn, UrnError, issuer_id
from graph.model import (
    Document,
    Effect,
    Finding,
    GraphView,
    Mention,
    PartStatus,
    Pinpoint,
    Relation,
    Status,
)
from graph.rdf.catalogue import counted
from graph.rdf.concepts import (
    Options,
    concept_blocks,
    corrector,
    dataset_iri,
    header,
    issuer_blocks,
    run_iri,
    source_blocks,
)
from graph.rdf.embodied import published
from graph.rdf.forms import (
    ENDED_BY_OTHERS,
    force_of,
    in_force_dates,
    is_cited_title,
    is_complete,
    is_whole_code,
    part_dates,
    pinpoint_path,
    quote_partition,
)
from graph.rdf.literals import TRUE, date, decimal, is_date, offset, plain, vietnamese
from graph.rdf.natures import LEGISLATION, PARTY, PRIMARY, TEXT, concept_of, nature
from graph.rdf.passages import Passages, cue
from graph.rdf.survey import Survey, concept, jurisdiction_of, outgoing, survey
from graph.rdf.terms import OF_TEXTS, Names, Predicate, key_hash, predicates, term

Block = tuple[NamedNode | None, list[Triple]]

_A = term("rdf:type")
_NUMBER = re.compile(r"\d+[a-zđ]?")


def blocks(view: GraphView, options: Options | None = None) -> Iterator[Block]:
    """The triples of `view` in blocks, each with the graph it belongs to (None: the default graph). The last one says
    how many they are."""
    options = options or Options()
    found = survey(view, quotes=options.evidence != "none")
    names = Names(options.base)
    writer = Writer(found, names, options)
    count = 0
    for graph, block in chain(frame(found, names, options), writer.write()):
        count += len(block)
        yield graph, block
    yield None, [counted(dataset_iri(found, names), count - writer.repeated)]


def frame(found: Survey, names: Names, options: Options) -> Iterator[Block]:
    """What stands before the documents: header, concepts, issuers, sources."""
    yield None, header(found, names, options)
    for blocks in (concept_blocks, issuer_blocks, source_blocks):
        for block in blocks(found, names):
            yield None, block


def _also(provision: Pinpoint | None) -> tuple[tuple[Pinpoint], ...]:
    """What a provision adds to the key of a reference: nothing where there is none."""
    return () if provision is None else ((provision,),)


@dataclass(frozen=True, slots=True)
class _Terms:
    """A predicate with its nodes at hand."""

    row: Predicate
    whole: tuple[NamedNode, ...]
    partial: NamedNode
    part: NamedNode | None

    @classmethod
    def of(cls, row: Predicate) -> _Terms:
        return cls(
            row,
            tuple(term(curie) for curie in (row.term, *row.also)),
            term(row.partial or row.term),
            term(row.part) if row.part else None,
        )

    def is_partial(self, relation: Relation) -> bool:
        """Whether the partial form is meant: only for the relations that end a document."""
        return self.row.partial is not None and (relation.partial or bool(relation.pinpoints))


class Writer:
    """Documents, statements, mentions and findings of one export."""

    def __init__(self, found: Survey, names: Names, options: Options) -> None:
        self.found = found
        self.names = names
        self.options = options
        self.terms = {name: _Terms.of(row) for name, row in predicates().items()}
        self.run = run_iri(found, names)
        self.sources = {name: NamedNode(names.make("source", key)) for name, key in found.source_keys.items()}
        people = {source.name: corrector(source, names) for source in found.sources}
        self.people = {name: agent for name, agent in people.items() if agent is not None}
        self.rules = {rule: NamedNode(names.make("rule", rule)) for rule in sorted(found.rules)}
        self.types = {key: NamedNode(names.make("type", key)) for key in found.types}
        self.places = {key: NamedNode(names.make("place", key)) for key in found.places}
        self.passages = Passages(self.sources)
        self.parts: set[str] = set()
        self.stated: set[str] = set()
        self.repeated = 0  # triples that are in the graph of another source, too
        self.texts: dict[str, str] = {}  # source -> the document that it is the text of
        for id, texts in sorted(found.loaded.items(), reverse=True):
            self.texts.update(dict.fromkeys(texts, id))
        self.issued: dict[tuple[str, str | None], NamedNode] = {}

    def write(self) -> Iterator[Block]:
        yield from self.documents()
        if self.options.evidence == "none":
            yield from self.named_parts()
            return
        previous: Relation | None = None
        for relation in self.found.relations():
            if relation != previous:
                yield from self.statement(relation)
            previous = relation
        if self.options.evidence == "relations":
            return
        for mention in self.found.mentions():
            yield from self.mention(mention)
        for finding in self.found.findings():
            yield from self.finding(finding)
        for effect in self.found.effects():
            yield from self.effect(effect)

    def named_parts(self) -> Iterator[Block]:
        """The subdivisions that references name or stand in: they are no evidence, so every export has them."""
        for relation in self.found.relations():
            yield from self.part_around(relation.provision, relation.evidence.source)
        for mention in self.found.mentions():
            yield from self.part_around(mention.provision, mention.source)
            for pinpoint in mention.pinpoints:
                yield from self.part(mention.document, pinpoint)
        for effect in self.found.effects():
            for pinpoint in effect.provisions:
                yield from self.part(effect.document, pinpoint)

    def part_around(self, provision: Pinpoint | None, source: str | None) -> Iterator[Block]:
        document = self.texts.get(source or "")
        if provision is not None and provision.path and document is not None:
            yield from self.part(document, provision)

    def graph(self, source: str | None) -> NamedNode | None:
        """The graph of what a source says."""
        return self.sources[source] if self.options.quads and source is not None else None

    def key(self, source: str | None) -> str:
        """What names a source in the names of what it says: where it lies does not matter."""
        return "" if source is None else self.found.source_keys[source]

    def iri(self, document: str) -> NamedNode:
        return NamedNode(self.names.document(document))

    # Documents ---------------------------------------------------------------------------------------------------

    def documents(self) -> Iterator[Block]:
        """Each document with its facts and its outgoing relations."""
        for id, document, relations in outgoing(self.found):
            has_issuer = any(r.predicate == "issued_by" for r in relations)
            yield from self.outgoing(id, relations, self.facts(document, has_issuer) if document else [])
            if (status := self.found.statuses.get(id)) is not None:
                for part in status.parts:
                    for pinpoint in part.provisions:
                        yield from self.part(id, pinpoint)

    def facts(self, d: Document, has_issuer: bool) -> list[Triple]:
        """What is known of a document itself. `has_issuer`: a relation says who issued it."""
        s = self.iri(d.id)
        kind = nature(d, self.found.party_issuers)
        text = kind == TEXT
        out = [Triple(s, _A, term("luocdo:Text" if text else "eli:LegalResource"))]
        add = out.append
        if text:
            add(Triple(s, _A, term("foaf:Document")))
        if kind == PARTY:
            add(Triple(s, _A, term("luocdo:PartyDocument")))
        if (named := concept_of(kind)) is not None:
            add(Triple(s, term("luocdo:nature"), NamedNode(self.names.make("nature", named))))
        add(Triple(s, term("rdfs:label"), vietnamese(label_of(d))))
        if d.type is not None:
            key = concept(d.type)
            add(Triple(s, term("eli:type_document"), self.types[key]))
            if self.found.types[key] != d.type:
                add(Triple(s, term("luocdo:typeName"), vietnamese(d.type)))
        if d.code is not None:
            add(Triple(s, term("eli:id_local" if is_whole_code(d.code) else "luocdo:partOfCode"), plain(d.code)))
            if number := _NUMBER.match(d.code):
                add(Triple(s, term("eli:number"), plain(number[0])))
        if d.date is not None:
            add(Triple(s, term("eli:date_document" if is_date(d.date) and not text else "dcterms:date"), date(d.date)))
        if not text:
            out += published(self.found, d.id, s)
        if d.issuer is not None:
            add(Triple(s, term("luocdo:issuerName"), vietnamese(d.issuer)))
            if not has_issuer:
                passed = term(OF_TEXTS["issued_by"] if text else "eli:passed_by")
                add(Triple(s, passed, self.issuer_of(d.issuer, d.place)))
        if (place := jurisdiction_of(d)) is not None:
            add(Triple(s, term("dcterms:spatial" if text else "eli:jurisdiction"), self.places[place]))
            if d.place is not None and self.found.places[place] != d.place:
                add(Triple(s, term("luocdo:placeName"), vietnamese(d.place)))
        if d.term is not None:
            add(Triple(s, term("luocdo:term"), plain(d.term)))
        if d.title is not None:
            add(Triple(s, term("luocdo:titleAsCited" if is_cited_title(d) else "dcterms:title"), vietnamese(d.title)))
        if d.name is not None:
            add(Triple(s, term("dcterms:alternative"), vietnamese(d.name)))
        self.identifiers(d, s, out)
        if status := self.found.statuses.get(d.id):
            self.status(d.id, status, s, out)
        for name in sorted(set(self.found.loaded.get(d.id, ()))):
            add(Triple(s, term("dcterms:hasFormat" if text else "eli:is_realized_by"), self.sources[name]))
        for flag, curie in (
            (d.is_source, "luocdo:isSource"),
            (d.provisional, "luocdo:provisional"),
            (d.unnumbered, "luocdo:unnumbered"),
        ):
            if flag:
                add(Triple(s, term(curie), TRUE))
        for candidate in sorted(set(d.candidates)):
            add(Triple(s, term("luocdo:mayBe"), self.iri(candidate)))
        for attribute in sorted(d.origins):
            add(Triple(s, term("luocdo:origin"), plain(f"{attribute}={d.origins[attribute]}")))
        return out

    def issuer_of(self, name: str, place: str | None) -> NamedNode:
        key = (name, place)
        node = self.issued.get(key)
        if node is None:
            node = self.issued[key] = NamedNode(self.names.issuer(issuer_id(name, place)))
        return node

    def identifiers(self, d: Document, s: NamedNode, out: list[Triple]) -> None:
        """Further identifiers: Akoma Ntoso once the date is known; the URN where the IRI is another. Only a complete
        URN names one document wherever it is said, so only that is ``owl:sameAs``: two papers that say “Luật Thủ đô” in
        2014 and in 2025 have one incomplete name and mean two laws."""
        try:
            urn = Urn.parse(d.id)
        except UrnError:
            return
        if s.value != d.id:
            out.append(Triple(s, term("dcterms:identifier"), plain(d.id)))
            if is_complete(d, urn):
                out.append(Triple(s, term("owl:sameAs"), NamedNode(d.id)))
        if akn := urn.akn():
            out.append(Triple(s, term("dcterms:identifier"), plain(akn)))

    def status(self, id: str, status: Status, s: NamedNode, out: list[Triple]) -> None:
        """Whether it stands, in ELI's three values and in our finer ones, with its first and its last day in force (ELI
        1.5: ``date_no_longer_in_force`` is the last day); nothing where nothing is known."""
        if status == Status():
            return
        if force := force_of(status):
            out.append(Triple(s, term("eli:in_force"), term(force)))
        out.append(Triple(s, term("luocdo:status"), NamedNode(self.names.make("status", status.state))))
        for by in sorted(set(status.by)):
            out.append(Triple(s, term("luocdo:statusBy"), self.iri(by)))
        if status.since is not None:
            out.append(Triple(s, term("luocdo:statusSince"), date(status.since)))
        out += [Triple(s, p, o) for p, o in in_force_dates(status)]
        told: set[NamedNode] = set()
        for part in status.parts:  # the first of them says what became of a provision
            for pinpoint in part.provisions:
                if pinpoint.path and (node := self.part_iri(id, pinpoint)) not in told:
                    told.add(node)
                    self.part_status(part, node, out)

    def part_status(self, part: PartStatus, s: NamedNode, out: list[Triple]) -> None:
        """What became of a provision, on the provision: it takes effect later, or its last day in force and what ended
        it (ELI 1.5: a partial repeal is a link at the subdivision that is completely repealed)."""
        out += [Triple(s, p, o) for p, o in part_dates(part)]
        out.append(Triple(s, term("luocdo:status"), NamedNode(self.names.make("status", part.state))))
        if part.since is not None:
            out.append(Triple(s, term("luocdo:statusSince"), date(part.since)))
        if part.by is not None:
            out.append(Triple(s, term("luocdo:statusBy"), self.iri(part.by)))
            if part.state in ENDED_BY_OTHERS:
                out.append(Triple(s, term("eli:repealed_by"), self.iri(part.by)))

    def outgoing(self, subject: str, relations: Sequence[Relation], facts: list[Triple]) -> Iterator[Block]:
        """`facts` and the plain triples of the relations of `subject`, each once a graph."""
        s = self.iri(subject)
        graphs: dict[NamedNode | None, list[Triple]] = {None: facts}
        seen: set[tuple[NamedNode | None, NamedNode, NamedNode]] = set()
        said: set[tuple[NamedNode, NamedNode]] = set()
        for relation in relations:
            graph = self.graph(relation.evidence.source)
            for p, o in self.asserted(relation):
                if (graph, p, o) not in seen:
                    seen.add((graph, p, o))
                    self.repeated += (p, o) in said
                    said.add((p, o))
                    graphs.setdefault(graph, []).append(Triple(s, p, o))
        yield from graphs.items()
        for relation in relations:
            for pinpoint in relation.pinpoints:
                yield from self.part(relation.object, pinpoint)

    def asserted(self, relation: Relation) -> Iterator[tuple[NamedNode, NamedNode]]:
        """The predicates and objects that hold by a relation."""
        terms = self.terms[relation.predicate]
        if not terms.is_partial(relation):
            o = self.object(relation)
            for p in self.whole(relation):
                yield p, o
            return
        yield terms.partial, self.object(relation)
        if terms.part is not None:
            for pinpoint in relation.pinpoints:
                if pinpoint.path:
                    yield terms.part, self.part_iri(relation.object, pinpoint)

    def whole(self, relation: Relation) -> tuple[NamedNode, ...]:
        """The terms of a relation to a whole document, the one that a statement names first."""
        terms = self.terms[relation.predicate]
        subject, object = self.found.kinds.get(relation.subject), self.found.kinds.get(relation.object)
        if subject == TEXT and relation.predicate in OF_TEXTS:
            return (term(OF_TEXTS[relation.predicate]),)
        row = terms.row
        if row.legislation and subject in LEGISLATION and object in LEGISLATION:
            primary = row.primary and object == PRIMARY and subject != PRIMARY
            return (*terms.whole, term(row.primary if primary and row.primary else row.legislation))
        return terms.whole

    def object(self, relation: Relation) -> NamedNode:
        if relation.predicate == "issued_by":
            return NamedNode(self.names.issuer(relation.object))
        return self.iri(relation.object)

    # Parts of documents ------------------------------------------------------------------------------------------

    def part_iri(self, document: str, pinpoint: Pinpoint) -> NamedNode:
        return NamedNode(f"{self.names.document(document)}~{quote_partition(pinpoint.path)}")

    def part(self, document: str, pinpoint: Pinpoint) -> Iterator[Block]:
        """The subdivision that a pinpoint names and those it lies in, unless they are written already."""
        out: list[Triple] = []
        whole = self.iri(document)
        for depth in range(len(pinpoint.path), 0, -1):
            path = pinpoint.path[:depth]
            s = NamedNode(f"{whole.value}~{quote_partition(path)}")
            if s.value in self.parts:
                break
            self.parts.add(s.value)
            unit, number = path[-1]
            parent = NamedNode(f"{whole.value}~{quote_partition(path[:-1])}") if depth > 1 else whole
            out += [
                Triple(s, _A, term("eli:LegalResourceSubdivision")),
                Triple(s, term("rdfs:label"), vietnamese(labels.part(Pinpoint(path)) or str(Pinpoint(path)))),
                Triple(s, term("eli:is_part_of"), parent),
                Triple(s, term("luocdo:partOf"), whole),
                Triple(s, term("eli:type_subdivision"), NamedNode(self.names.make("unit", concept(unit)))),
                Triple(s, term("eli:number"), plain(labels.number(unit, number))),
                Triple(s, term("luocdo:path"), plain(pinpoint_path(Pinpoint(path)))),
            ]
        if out:
            yield None, out

    def pinpoints(self, s: NamedNode, document: str, pinpoints: Sequence[Pinpoint], out: list[Triple]) -> None:
        """What a reference says of the parts it means, as it was written."""
        for position, pinpoint in enumerate(pinpoints):
            node = NamedNode(f"{s.value}#part-{position + 1}")
            out.append(Triple(s, term("luocdo:pinpoint"), node))
            out.append(Triple(node, _A, term("luocdo:Pinpoint")))
            if pinpoint.path:
                out.append(Triple(node, term("luocdo:part"), self.part_iri(document, pinpoint)))
            out.append(Triple(node, term("luocdo:path"), plain(pinpoint_path(pinpoint))))
            out.append(Triple(node, term("luocdo:position"), offset(position + 1)))
            if pinpoint.text:
                out.append(Triple(node, term("oa:exact"), plain(pinpoint.text)))

    def provision(
        self, s: NamedNode, provision: Pinpoint | None, source: str | None, out: list[Triple]
    ) -> Iterator[Block]:
        """Where in its source `s` stands: all that stand in one provision share its resource. Gives the blocks of that
        part of the document whose text the source is."""
        if provision is None:
            return iter(())
        node = NamedNode(self.names.make("provision", key_hash(self.key(source), provision.path, provision.text)))
        out.append(Triple(s, term("luocdo:statedIn"), node))
        if node.value in self.stated:
            return iter(())
        self.stated.add(node.value)
        out.append(Triple(node, _A, term("luocdo:Pinpoint")))
        document = self.texts.get(source or "")
        whole = document is None or not provision.path
        if document is not None and not whole:
            out.append(Triple(node, term("luocdo:part"), self.part_iri(document, provision)))
        out.append(Triple(node, term("luocdo:path"), plain(pinpoint_path(provision))))
        if provision.text:
            out.append(Triple(node, term("oa:exact"), plain(provision.text)))
        return iter(()) if document is None or whole else self.part(document, provision)

    # References --------------------------------------------------------------------------------------------------

    def statement(self, relation: Relation) -> Iterator[Block]:
        """One reference: who says what of whom, where, by which words."""
        e = relation.evidence
        terms = self.terms[relation.predicate]
        s = NamedNode(
            self.names.make(
                "statement",
                key_hash(
                    relation.subject,
                    relation.predicate,
                    relation.object,
                    self.key(e.source),
                    e.start,
                    e.end,
                    e.text,
                    e.cue_start,
                    e.cue_end,
                    e.cue,
                    e.rule,
                    e.confidence,
                    relation.partial,
                    relation.pinpoints,
                    *_also(relation.provision),
                ),
            )
        )
        about = (
            self.iri(relation.subject),
            terms.partial if terms.is_partial(relation) else self.whole(relation)[0],
            self.object(relation),
        )
        out: list[Triple] = []
        add = out.append
        if self.options.rdf12:
            add(Triple(s, _A, term("luocdo:Reference")))
            add(Triple(s, term("rdf:reifies"), Triple(*about)))
        else:
            add(Triple(s, _A, term("rdf:Statement")))
            add(Triple(s, term("rdf:subject"), about[0]))
            add(Triple(s, term("rdf:predicate"), about[1]))
            add(Triple(s, term("rdf:object"), about[2]))
        if relation.partial:
            add(Triple(s, term("luocdo:partial"), TRUE))
        self.origin(s, e.source, e.rule, out)
        quoted = self.passages.link(s, term("luocdo:passage"), e.source, e.start, e.end, e.text, out)
        cue(s, e, out)
        add(Triple(s, term("luocdo:confidence"), decimal(e.confidence)))
        if relation.pinpoints:
            self.pinpoints(s, relation.object, relation.pinpoints, out)
        around = self.provision(s, relation.provision, e.source, out)
        yield self.graph(e.source), out + quoted
        yield from around

    def mention(self, m: Mention) -> Iterator[Block]:
        """One place where a text names a document: a Web annotation that identifies."""
        key = key_hash(m.document, self.key(m.source), m.start, m.end, m.rule, m.pinpoints, *_also(m.provision))
        s = NamedNode(self.names.make("mention", key))
        out = [
            Triple(s, _A, term("oa:Annotation")),
            Triple(s, term("oa:motivatedBy"), term("oa:identifying")),
            Triple(s, term("oa:hasBody"), self.iri(m.document)),
        ]
        self.origin(s, m.source, m.rule, out)
        quoted = self.passages.link(s, term("oa:hasTarget"), m.source, m.start, m.end, m.text, out)
        out.append(Triple(s, term("luocdo:confidence"), decimal(m.confidence)))
        self.pinpoints(s, m.document, m.pinpoints, out)
        around = self.provision(s, m.provision, m.source, out)
        yield self.graph(m.source), out + quoted
        yield from around
        for pinpoint in m.pinpoints:
            yield from self.part(m.document, pinpoint)

    def finding(self, f: Finding) -> Iterator[Block]:
        """Something a person should look at."""
        key = key_hash(f.kind, f.message, f.documents, self.key(f.source), f.start, f.end)
        s = NamedNode(self.names.make("finding", key))
        out = [
            Triple(s, _A, term("luocdo:Finding")),
            Triple(s, term("luocdo:kind"), plain(f.kind)),
            Triple(s, term("rdfs:comment"), vietnamese(f.message)),
        ]
        for document in dict.fromkeys(f.documents):
            out.append(Triple(s, term("luocdo:about"), self.iri(document)))
        if len(f.documents) > 1:
            out.append(Triple(s, term("luocdo:order"), plain(" ".join(self.names.document(d) for d in f.documents))))
        self.origin(s, f.source, "", out)
        quoted = self.passages.link(s, term("luocdo:passage"), f.source, f.start, f.end, f.text, out)
        yield self.graph(f.source), out + quoted

    def effect(self, effect: Effect) -> Iterator[Block]:
        """A statement of when a document takes effect or ends."""
        e = effect.evidence
        said = (effect.document, effect.kind, effect.date or "", effect.by or "", effect.basis, effect.days)
        key = key_hash(
            *said, effect.provisions, self.key(e.source), e.start, e.end, e.text, e.cue_start, e.cue_end, e.rule
        )
        s = NamedNode(self.names.make("effect", key))
        out = [
            Triple(s, _A, term("luocdo:Effect")),
            Triple(s, term("luocdo:effectOf"), self.iri(effect.document)),
            Triple(s, term("luocdo:effectKind"), plain(effect.kind)),
            Triple(s, term("luocdo:basis"), plain(effect.basis)),
        ]
        if effect.date is not None:
            out.append(Triple(s, term("luocdo:effectDate"), date(effect.date)))
        if effect.by is not None:
            out.append(Triple(s, term("luocdo:effectBy"), self.iri(effect.by)))
        if effect.days:
            out.append(Triple(s, term("luocdo:days"), offset(effect.days)))
        self.origin(s, e.source, e.rule, out)
        quoted = self.passages.link(s, term("luocdo:passage"), e.source, e.start, e.end, e.text, out)
        cue(s, e, out)
        out.append(Triple(s, term("luocdo:confidence"), decimal(e.confidence)))
        self.pinpoints(s, effect.document, effect.provisions, out)
        yield self.graph(e.source), out + quoted
        for pinpoint in effect.provisions:
            yield from self.part(effect.document, pinpoint)

    def origin(self, s: NamedNode, source: str | None, rule: str, out: list[Triple]) -> None:
        if source is not None:
            out.append(Triple(s, term("prov:wasQuotedFrom"), self.sources[source]))
            if source in self.people:
                out.append(Triple(s, term("prov:wasAttributedTo"), self.people[source]))
        if rule:
            out.append(Triple(s, term("prov:wasGeneratedBy"), self.run))
            out.append(Triple(s, term("luocdo:foundBy"), self.rules[rule]))
