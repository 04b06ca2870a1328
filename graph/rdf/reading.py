"""RDF back into a view: our own exports without loss, and plain ELI as far as it says what we keep.

What is read: the documents (``eli:LegalResource``), the issuing bodies, the sources (names, formats and hashes; never
their texts), statements with their evidence, mentions, findings and states. Relations that are asserted without a
statement, as plain ELI does, become relations with empty evidence.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import IO

import pyoxigraph as ox

from graph.errors import LuocdoError
from graph.export.formats import format_of
from graph.identity.urn import issuer_id
from graph.model import (
    Document,
    Effect,
    Evidence,
    Finding,
    Issuer,
    Mention,
    PartStatus,
    Pinpoint,
    Relation,
    Snapshot,
    Source,
    Status,
)
from graph.rdf.literals import from_xml
from graph.rdf.lookup import Lookup, Node, Properties, key
from graph.rdf.survey import COUNTRY, effect_key, finding_key, mention_key, relation_key
from graph.rdf.terms import OF_TEXTS, Names, Predicate, iri, predicate_of, predicates
from graph.rdf.writing import RDF_FORMATS


def read(source: str | os.PathLike[str] | IO[bytes], format: str | None = None, *, base: str | None = None) -> Snapshot:
    """The graph in an RDF file or stream. `format` is a name of `FORMATS` (guessed from a path's ending); `base` the
    base of its HTTP IRIs, by default what the header of the data set says.

    `LuocdoError` if the file cannot be read, is no RDF, or holds no document.
    """
    path = os.fspath(source) if isinstance(source, str | os.PathLike) else None
    known = format_of(format, path)
    if known.name not in RDF_FORMATS:
        raise LuocdoError(f"Không nhập được định dạng {known.name}; chỉ nhập RDF: {', '.join(RDF_FORMATS)}.")
    subjects: dict[str, Properties] = defaultdict(lambda: defaultdict(dict))
    repair = from_xml if known.name == "rdfxml" else None
    label = path or "luồng vào"
    try:
        if isinstance(source, str | os.PathLike):
            quads = ox.parse(path=os.fspath(source), format=RDF_FORMATS[known.name])
        else:
            quads = ox.parse(source, format=RDF_FORMATS[known.name])
        for quad in quads:
            o: Node = quad.object
            if repair and isinstance(o, ox.Literal):
                o = repair(o)
            subjects[key(quad.subject)][quad.predicate.value][o] = None
    except OSError as error:
        raise LuocdoError(f"Không đọc được {label}: {error.strerror or error}.") from error
    except (SyntaxError, ValueError) as error:
        raise LuocdoError(f"{label} không phải là {known.en} hợp lệ: {' '.join(str(error).split())}.") from error
    snapshot = _Reader(subjects, base).snapshot()
    if not snapshot.document_rows:
        raise LuocdoError(f"{label} không có văn bản nào (eli:LegalResource).")
    return snapshot


def path_of(text: str) -> tuple[tuple[str, str], ...]:
    """The inverse of `graph.rdf.forms.pinpoint_path`."""
    pairs = (part.partition("=") for part in text.split(";")) if text else ()
    return tuple((_unsign(unit), _unsign(name)) for unit, _, name in pairs)


def _unsign(text: str) -> str:
    return text.replace("%3D", "=").replace("%3B", ";").replace("%25", "%")


_TYPE = iri("rdf:type")
_FORCE = {"InForce-inForce": "in-force", "InForce-notInForce": "repealed", "InForce-partiallyInForce": "partly"}


class _Reader(Lookup):
    """The nouns in one indexed set of triples."""

    def __init__(self, subjects: dict[str, Properties], base: str | None) -> None:
        super().__init__(subjects)
        self.by_type: dict[str, list[str]] = defaultdict(list)
        for subject, properties in subjects.items():
            for kind in properties.get(_TYPE, ()):
                self.by_type[key(kind)].append(subject)
        if base is None:
            for dataset in self.by_type[iri("dcat:Dataset")]:
                space = self.one(dataset, "void:uriSpace")
                if space and space.startswith(("http://", "https://")):
                    base = space
        self.names = Names(base)
        self.divided: dict[str, list[PartStatus]] = {}

    # The whole ---------------------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        parts = set(self.by_type[iri("eli:LegalResourceSubdivision")])
        works = {
            s for kind in ("eli:LegalResource", "luocdo:PartyDocument", "luocdo:Text") for s in self.by_type[iri(kind)]
        } - parts
        self.divided = self.part_statuses(parts)
        statements = self.statements()
        plain = self.plain_relations(works, parts, statements)
        relations = [relation for relation, _ in statements] + plain
        loaded: dict[str, tuple[str, ...]] = {}
        documents = []
        statuses = {}
        for work in sorted(works):
            document = self.document(work)
            documents.append(document)
            read = self.links(work, "eli:is_realized_by") + self.links(work, "dcterms:hasFormat")
            texts = sorted(name for name in map(self.source_name, read) if name is not None)
            if texts:
                loaded[document.id] = tuple(texts)
            if (status := self.status(work)) != Status():
                statuses[document.id] = status
        documents.sort(key=lambda d: d.id)
        return Snapshot(
            document_rows=tuple(documents),
            issuer_rows=tuple(sorted(self.issuers(relations), key=lambda i: i.id)),
            relation_rows=tuple(sorted(relations, key=relation_key)),
            mention_rows=tuple(sorted(self.mentions(), key=mention_key)),
            finding_rows=tuple(sorted(self.findings(), key=finding_key)),
            source_rows=tuple(sorted(self.sources(), key=lambda s: s.name)),
            status_by_id=dict(sorted(statuses.items())),
            sources_by_id=dict(sorted(loaded.items())),
            effect_rows=tuple(sorted(self.effects(), key=effect_key)),
        )

    def sources(self) -> Iterable[Source]:
        for subject in {*self.by_type[iri("luocdo:Source")], *self.by_type[iri("eli:LegalExpression")]}:
            name = self.source_name(subject)
            if name is None:
                continue
            metadata = {}
            for value in self.all(subject, "luocdo:metadata"):
                key, _, content = value.value.partition("=") if isinstance(value, ox.Literal) else ("", "", "")
                if key:
                    metadata[key] = content
            if digest := self.one(subject, "luocdo:sha256"):
                metadata["sha256"] = digest
            yield Source(name, "", self.one(subject, "luocdo:format") or "txt", dict(sorted(metadata.items())))

    def document(self, work: str) -> Document:
        title, name = self.one(work, "dcterms:title"), self.one(work, "dcterms:alternative")
        title = self.one(work, "luocdo:titleAsCited") if title is None else title
        for expression in self.links(work, "eli:is_realized_by"):  # plain ELI has titles on expressions
            title = self.one(expression, "eli:title") if title is None else title
            name = self.one(expression, "eli:title_alternative") if name is None else name
        kind = self.named(work, "luocdo:typeName", "eli:type_document")
        place = self.place_of(work)
        issuer = self.one(work, "luocdo:issuerName")
        if issuer is None:
            agents = self.links(work, "eli:passed_by")
            issuer = (
                self.name_of(agents[0]) if len(agents) == 1 and self.names.local("issuer", agents[0]) is None else None
            )
        origins = {}
        for value in self.all(work, "luocdo:origin"):
            attribute, sign, origin = value.value.partition("=") if isinstance(value, ox.Literal) else ("", "", "")
            if sign:
                origins[attribute] = origin
        return Document(
            id=self.names.document_id(work),
            type=kind,
            code=self.one(work, "eli:id_local") or self.one(work, "luocdo:partOfCode"),
            name=name,
            date=self.one(work, "eli:date_document") or self.one(work, "dcterms:date"),
            issuer=issuer,
            place=place,
            term=self.one(work, "luocdo:term"),
            title=title,
            is_source=self.is_true(work, "luocdo:isSource"),
            provisional=self.is_true(work, "luocdo:provisional"),
            unnumbered=self.is_true(work, "luocdo:unnumbered"),
            candidates=tuple(sorted(self.names.document_id(c) for c in self.links(work, "luocdo:mayBe"))),
            origins=dict(sorted(origins.items())),
        )

    def place_of(self, work: str) -> str | None:
        """The place of a document; the country is that of all central ones and no place of ours."""
        curie = "eli:jurisdiction" if self.all(work, "eli:jurisdiction") else "dcterms:spatial"
        where = self.link(work, curie)
        country = where is not None and self.names.local("place", where) == COUNTRY
        return self.one(work, "luocdo:placeName") if country else self.named(work, "luocdo:placeName", curie)

    def source_name(self, source: str) -> str | None:
        """What we call a source; None for what is none of ours."""
        name = self.one(source, "luocdo:sourceName")
        return self.names.local("source", source) if name is None else name

    def status(self, work: str) -> Status:
        own = self.link(work, "luocdo:status")
        if own is not None:
            by = tuple(sorted(self.names.document_id(d) for d in self.links(work, "luocdo:statusBy")))
            since = self.one(work, "luocdo:statusSince")
            state = self.names.local("status", own) or "unknown"
            return Status(state, by, since, *self.in_force_dates(work), parts=tuple(self.divided.get(work, ())))
        force = _FORCE.get((self.link(work, "eli:in_force") or "").rpartition("#")[2])
        first, last = self.in_force_dates(work)
        parts = tuple(self.divided.get(work, ()))
        if force is None:
            return Status(first_day=first, last_day=last, parts=parts)
        return Status(force, (), first if force == "in-force" else _day_after(last), first, last, parts)

    def part_statuses(self, parts: Iterable[str]) -> dict[str, list[PartStatus]]:
        """What became of subdivisions, by the document that they lie in."""
        found: dict[str, list[PartStatus]] = defaultdict(list)
        for part in sorted(parts):
            own = self.link(part, "luocdo:status")
            path, whole = self.climb(part)
            if own is None or whole is None:
                continue
            by = self.link(part, "luocdo:statusBy")
            found[whole].append(
                PartStatus(
                    (Pinpoint(path),),
                    self.names.local("status", own) or "unknown",
                    None if by is None else self.names.document_id(by),
                    self.one(part, "luocdo:statusSince"),
                    Evidence(-1, -1, ""),
                )
            )
        for listed in found.values():
            listed.sort(key=lambda p: (p.since or "9", p.by or "", p.provisions[0].path))
        return found

    def in_force_dates(self, work: str) -> tuple[str | None, str | None]:
        """The first and the last day in force."""
        return self.one(work, "eli:first_date_entry_in_force"), self.one(work, "eli:date_no_longer_in_force")

    def issuers(self, relations: Iterable[Relation]) -> Iterable[Issuer]:
        subjects = {
            s for kind in ("eli:Agent", "eli:Organization", "foaf:Organization") for s in self.by_type[iri(kind)]
        }
        for subject in subjects:
            place = self.named(subject, "luocdo:placeName", "dcterms:spatial")
            yield Issuer(
                self.names.issuer_id(subject),
                self.name_of(subject) or "",
                place,
                self.one(subject, "luocdo:level"),
                self.one(subject, "luocdo:branch"),
                self.one(subject, "luocdo:code") or self.one(subject, "skos:notation"),
            )
        described = {self.names.issuer_id(s) for s in subjects}
        for id in {r.object for r in relations if r.predicate == "issued_by"} - described:
            yield Issuer(id, self.name_of(self.names.issuer(id)) or "")

    # References --------------------------------------------------------------------------------------------------

    def passage(self, passage: str | None) -> tuple[int, int, str]:
        """Start, end and words of a passage; -1, -1 and nothing where there is none."""
        start, end, text = -1, -1, ""
        if passage is not None:
            for selector in self.links(passage, "oa:hasSelector"):
                if (exact := self.one(selector, "oa:exact")) is not None:
                    text = exact
                if self.one(selector, "oa:start") is not None:
                    start, end = self.number(selector, "oa:start"), self.number(selector, "oa:end")
        return start, end, text

    def source_of(self, subject: str) -> str | None:
        source = self.link(subject, "prov:wasQuotedFrom")
        if source is None:
            return None
        name = self.source_name(source)
        return source if name is None else name

    def rule_of(self, subject: str) -> str:
        plan = self.link(subject, "luocdo:foundBy")
        return "" if plan is None else self.one(plan, "luocdo:rule") or ""

    def pinpoints(self, subject: str) -> tuple[Pinpoint, ...]:
        nodes = sorted(self.links(subject, "luocdo:pinpoint"), key=lambda n: (self.number(n, "luocdo:position"), n))
        return tuple(
            Pinpoint(path_of(self.one(node, "luocdo:path") or ""), self.one(node, "oa:exact") or "") for node in nodes
        )

    def provision(self, subject: str) -> Pinpoint | None:
        """The part of its source that a reference stands in."""
        node = self.link(subject, "luocdo:statedIn")
        if node is None:
            return None
        return Pinpoint(path_of(self.one(node, "luocdo:path") or ""), self.one(node, "oa:exact") or "")

    def statements(self) -> list[tuple[Relation, tuple[str, str, str]]]:
        """The relations that statements make, each with the triple it is about."""
        found = []
        subjects = {*self.by_type[iri("rdf:Statement")], *self.by_type[iri("luocdo:Reference")]}
        for subject in sorted(subjects):
            about = self.about(subject)
            known = predicate_of(about[1]) if about else None
            if about is None or known is None:
                continue
            name, partial_form = known
            pinpoints = self.pinpoints(subject)
            evidence = self.evidence(subject)
            to = self.names.issuer_id if name == "issued_by" else self.names.document_id
            partial = self.is_true(subject, "luocdo:partial") or (partial_form and not pinpoints)
            ends = self.names.document_id(about[0]), name, to(about[2])
            relation = Relation(*ends, evidence, partial, pinpoints, self.provision(subject))
            found.append((relation, about))
        return found

    def about(self, subject: str) -> tuple[str, str, str] | None:
        for value in self.all(subject, "rdf:reifies"):
            if isinstance(value, ox.Triple):
                return key(value.subject), value.predicate.value, key(value.object)
        parts = [self.link(subject, f"rdf:{part}") for part in ("subject", "predicate", "object")]
        if parts[0] is None or parts[1] is None or parts[2] is None:
            return None
        return parts[0], parts[1], parts[2]

    def plain_relations(
        self, works: set[str], parts: set[str], statements: list[tuple[Relation, tuple[str, str, str]]]
    ) -> list[Relation]:
        """Relations that are asserted but that no statement accounts for: plain ELI."""
        covered: set[tuple[str, str, str]] = set()
        for relation, (s, _, o) in statements:
            row = predicates()[relation.predicate]
            covered.update((s, iri(curie), o) for curie in _asserted(row) if curie)
            if row.part:
                for pinpoint in relation.pinpoints:
                    covered.update((s, iri(row.part), part) for part in self.parts_of(o, pinpoint))
        found = []
        for work in sorted(works):
            targets: dict[str, set[str]] = defaultdict(set)
            for term, objects in self.subjects[work].items():
                for node in objects:
                    if isinstance(node, ox.NamedNode) and (work, term, node.value) not in covered:
                        targets[node.value].add(term)
            for target in sorted(targets):
                for name, partial in self.said(targets[target]):
                    said = self.plain_relation(work, name, partial, target, target in parts)
                    if said is not None:
                        found.append(said)
        return found

    @staticmethod
    def said(terms: set[str]) -> list[tuple[str, bool]]:
        """Our predicates behind the predicates between two resources, none said twice."""
        found = []
        left = set(terms)
        for row in predicates().values():
            own = iri(row.term)
            if row.partial and iri(row.partial) in left:
                found.append((row.name, True))
            if own in left or (
                (row.also or row.legislation)
                and row.term.startswith("luocdo:")
                and iri(row.eli) in left
                and _only(row.eli)
            ):
                found.append((row.name, False))
                left -= {own, *(iri(curie) for curie in (*row.also, row.legislation) if curie)}
        for name, curie in OF_TEXTS.items():
            if iri(curie) in left and name not in {known for known, _ in found}:
                found.append((name, False))
        return found

    def plain_relation(self, work: str, name: str, partial: bool, target: str, is_part: bool) -> Relation | None:
        nothing = Evidence(-1, -1, "")
        subject = self.names.document_id(work)
        if name == "issued_by":
            issuer = self.one(work, "luocdo:issuerName")
            place = self.place_of(work)
            id = self.names.issuer_id(target)
            # The exporter says who passed a document from its attributes, where no reference says it.
            if issuer is not None and issuer_id(issuer, place) == id:
                return None
            return Relation(subject, name, id, nothing)
        pinpoints: tuple[Pinpoint, ...] = ()
        if is_part:
            path, whole = self.climb(target)
            if whole is None:
                return None
            target, pinpoints = whole, (Pinpoint(path),)
        return Relation(subject, name, self.names.document_id(target), nothing, partial or is_part, pinpoints)

    def parts_of(self, document: str, pinpoint: Pinpoint) -> list[str]:
        from graph.rdf.forms import quote_partition

        return [f"{document}~{quote_partition(pinpoint.path)}"] if pinpoint.path else []

    def climb(self, part: str) -> tuple[tuple[tuple[str, str], ...], str | None]:
        """The path of a subdivision and the document it lies in."""
        path: list[tuple[str, str]] = []
        seen = set()
        here: str | None = part
        while here is not None and here not in seen:
            seen.add(here)
            above = self.link(here, "eli:is_part_of")
            if above is None:
                return tuple(reversed(path)), here if path else None
            if own := path_of(self.one(here, "luocdo:path") or ""):  # as it was written, to the last sign
                path.append(own[-1])
            else:
                unit = self.name_of(self.link(here, "eli:type_subdivision"))
                path.append((unit or "", self.one(here, "eli:number") or ""))
            here = above
        return (), None

    def mentions(self) -> Iterable[Mention]:
        for subject in self.by_type[iri("oa:Annotation")]:
            body = self.link(subject, "oa:hasBody")
            if body is None or iri("oa:identifying") not in self.links(subject, "oa:motivatedBy"):
                continue
            start, end, text = self.passage(self.link(subject, "oa:hasTarget"))
            yield Mention(
                self.names.document_id(body),
                start,
                end,
                text,
                self.pinpoints(subject),
                self.rule_of(subject),
                self.confidence(subject),
                self.source_of(subject),
                self.provision(subject),
            )

    def effects(self) -> Iterable[Effect]:
        for subject in self.by_type[iri("luocdo:Effect")]:
            document, by = self.link(subject, "luocdo:effectOf"), self.link(subject, "luocdo:effectBy")
            if document is None:
                continue
            yield Effect(
                self.names.document_id(document),
                self.one(subject, "luocdo:effectKind") or "",
                self.one(subject, "luocdo:effectDate"),
                self.evidence(subject),
                self.pinpoints(subject),
                None if by is None else self.names.document_id(by),
                self.one(subject, "luocdo:basis") or "stated",
                self.number(subject, "luocdo:days", 0),
            )

    def evidence(self, subject: str) -> Evidence:
        """The words that a reference rests on."""
        start, end, text = self.passage(self.link(subject, "luocdo:passage"))
        return Evidence(
            start,
            end,
            text,
            self.one(subject, "luocdo:cue") or "",
            self.number(subject, "luocdo:cueStart", self.number(subject, "luocdo:citationStart")),
            self.number(subject, "luocdo:cueEnd", self.number(subject, "luocdo:citationEnd")),
            self.confidence(subject),
            self.rule_of(subject),
            self.source_of(subject),
        )

    def findings(self) -> Iterable[Finding]:
        for subject in self.by_type[iri("luocdo:Finding")]:
            start, end, text = self.passage(self.link(subject, "luocdo:passage"))
            order = self.one(subject, "luocdo:order")
            about = order.split(" ") if order else self.links(subject, "luocdo:about")
            yield Finding(
                self.one(subject, "luocdo:kind") or "",
                self.one(subject, "rdfs:comment") or "",
                tuple(self.names.document_id(d) for d in about),
                start,
                end,
                text,
                self.source_of(subject),
            )


def _day_after(day: str | None) -> str | None:
    """The first day out of force of what has this last day; None unless it is a whole date."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else None
    except (ValueError, OverflowError):
        return None


def _asserted(row: Predicate) -> tuple[str | None, ...]:
    """The terms that a statement of a predicate stands for."""
    return row.term, *row.also, row.partial, row.legislation, row.primary, OF_TEXTS.get(row.name)


def _only(curie: str) -> bool:
    """Whether an ELI term stands for one of our predicates alone (``eli:changes``, ``eli:cites`` stand for several)."""
    return sum(row.eli == curie for row in predicates().values()) == 1
