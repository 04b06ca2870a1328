"""The frame of an export: the header of the data set, the concept schemes, the issuing bodies and the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Triple

import graph
from graph import labels
from graph.domain.bodies import IssuingBody, body_by_name, issuing_bodies
from graph.domain.document_types import type_by_name
from graph.domain.naming import is_office
from graph.domain.places import place_by_name
from graph.export.places import public_names
from graph.identity.urn import slug
from graph.model import Issuer, Source
from graph.rdf.catalogue import distributions
from graph.rdf.embodied import embodied, version
from graph.rdf.literals import date, english, integer, plain, vietnamese
from graph.rdf.natures import LABELS, TEXT
from graph.rdf.schemes import Scheme
from graph.rdf.survey import Survey, place_id, source_hash
from graph.rdf.terms import VIETNAMESE, Names, key_hash, predicates, term
from graph.store.correcting import RULE as CORRECTION

_A = term("rdf:type")


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is written. `base` gives HTTP IRIs; `rdf12` quotes statements as triple terms (RDF 1.2) instead of
    ``rdf:Statement``; `quads` puts what a source says into a graph of that source; `licence` (an IRI), `title` and
    `issued` (an ISO date) go into the header. `evidence` is what stands beside the plain triples: ``all`` that is
    known, ``relations`` the statements of relations alone, or ``none``. `dumps` are the addresses at which the data can
    be fetched."""

    base: str | None = None
    rdf12: bool = False
    quads: bool = False
    licence: str | None = None
    title: str | None = None
    issued: str | None = None
    evidence: str = "all"
    dumps: tuple[str, ...] = ()


EVIDENCE = ("none", "relations", "all")


def dataset_iri(found: Survey, names: Names) -> NamedNode:
    """The data set, named after the texts it was read from (or their names): two graphs are two data sets."""
    if names.base:
        return NamedNode(names.make("dataset", "luocdo"))
    parts = [found.source_keys[s.name] for s in found.sources]
    return NamedNode(names.make("dataset", key_hash(*parts, found.document_count, sum(found.relation_counts.values()))))


def run_iri(found: Survey, names: Names) -> NamedNode:
    """The run of the tool that read the texts of the data set."""
    return NamedNode(f"{dataset_iri(found, names).value}#run")


def header(found: Survey, names: Names, options: Options) -> list[Triple]:
    """The data set as a whole (DCAT and VoID): what it is, how much of what, from which texts, by which tool."""
    s = dataset_iri(found, names)
    tool = NamedNode(names.make("tool", f"luocdo-{graph.__version__}"))
    out = [
        Triple(s, _A, term("dcat:Dataset")),
        Triple(s, _A, term("void:Dataset")),
        Triple(s, term("dcterms:title"), vietnamese(options.title or "Lược đồ văn bản")),
        Triple(
            s,
            term("dcterms:description"),
            vietnamese(
                "Các văn bản, cơ quan ban hành và quan hệ giữa chúng, kèm câu dẫn chứng. Văn bản của Đảng "
                "(luocdo:PartyDocument) và văn bản hành chính (luocdo:nature) không phải là văn bản quy phạm pháp "
                "luật; với các văn bản đó, các thuật ngữ của ELI được dùng theo nghĩa rộng."
            ),
        ),
        Triple(
            s,
            term("dcterms:description"),
            english(
                "Documents, their issuers and the relations between them, each with the sentence that states it. "
                "Documents of the Party (luocdo:PartyDocument) and administrative ones (luocdo:nature) are no "
                "legislation; of these the terms of ELI are used in a wider sense."
            ),
        ),
        Triple(s, term("dcterms:language"), NamedNode(VIETNAMESE)),
        Triple(s, term("prov:wasAttributedTo"), tool),
    ]
    if names.base:  # VoID: a prefix of *all* entities; without a base documents and bodies have none in common
        out.append(Triple(s, term("void:uriSpace"), plain(names.base)))
    for prefix in ("dcterms", "eli", "foaf", "luocdo", "oa", "prov", "skos"):
        out.append(Triple(s, term("void:vocabulary"), term(f"{prefix}:")))
    if options.licence:
        out.append(Triple(s, term("dcterms:license"), NamedNode(options.licence)))
    if options.issued:
        out.append(Triple(s, term("dcterms:issued"), date(options.issued)))
    out += distributions(s, options.dumps, options.licence)
    for source in found.sources:
        out.append(Triple(s, term("dcterms:source"), NamedNode(names.make("source", found.source_keys[source.name]))))
    counts = [
        ("eli:LegalResource", found.document_count),
        ("luocdo:PartyDocument", found.party_count),
        ("luocdo:Text", found.text_count),
        ("eli:Agent", len(found.issuers)),
        ("oa:Annotation", found.mention_count),
        ("luocdo:Finding", found.finding_count),
        ("luocdo:Effect", found.effect_count),
    ]
    parts: list[Triple] = []
    for name, count in counts:
        node = NamedNode(f"{s.value}#{name.partition(':')[2]}")
        out.append(Triple(s, term("void:classPartition"), node))
        parts.append(Triple(node, term("void:class"), term(name)))
        parts.append(Triple(node, term("void:entities"), integer(count)))
    for name, row in predicates().items():
        if count := found.relation_counts[name]:
            node = NamedNode(f"{s.value}#{name}")
            out.append(Triple(s, term("void:propertyPartition"), node))
            parts.append(Triple(node, term("void:property"), term(row.term)))
            parts.append(Triple(node, term("luocdo:references"), integer(count)))
    out += parts
    out += [
        Triple(tool, _A, term("prov:SoftwareAgent")),
        Triple(tool, term("foaf:name"), plain("luocdo")),
        Triple(tool, term("owl:versionInfo"), plain(graph.__version__)),
    ]
    return out + _run(found, names, tool)


def _run(found: Survey, names: Names, tool: NamedNode) -> list[Triple]:
    """The activity that made the data, and the plans that it followed: the rules of this version of the tool."""
    run = run_iri(found, names)
    out = [
        Triple(run, _A, term("prov:Activity")),
        Triple(run, term("prov:wasAssociatedWith"), tool),
    ]
    for source in found.sources:
        out.append(Triple(run, term("prov:used"), NamedNode(names.make("source", found.source_keys[source.name]))))
    for rule in sorted(found.rules):
        plan = NamedNode(names.make("rule", rule))
        association = NamedNode(f"{run.value}-{key_hash(rule)}")
        out += [
            Triple(run, term("prov:qualifiedAssociation"), association),
            Triple(association, _A, term("prov:Association")),
            Triple(association, term("prov:agent"), tool),
            Triple(association, term("prov:hadPlan"), plan),
            Triple(plan, _A, term("prov:Plan")),
            Triple(plan, term("luocdo:rule"), plain(rule)),
        ]
    return out


def concept_blocks(found: Survey, names: Names) -> Iterator[list[Triple]]:
    """The schemes of types, natures, parts, places, bodies and states that the data use."""
    yield from _types(found, names).blocks()
    if found.natures:
        scheme = Scheme(names, "nature", "Bản chất của văn bản", "Nature of documents")
        for key in sorted(found.natures):
            scheme.add(NamedNode(names.make("nature", key)), *LABELS[key], notation=key)
        yield from scheme.blocks()
    if found.units:
        yield from _units(found, names).blocks()
    yield from _places(found, names).blocks()
    yield from _bodies(found, names).blocks()
    known = found.statuses.values()
    states = sorted({s.state for s in known if s.state != "unknown"} | {p.state for s in known for p in s.parts})
    if states:
        scheme = Scheme(names, "status", "Hiệu lực của văn bản", "Status of documents")
        for state in states:
            node = NamedNode(names.make("status", state))
            scheme.add(node, labels.status(state), labels.status(state, "en"), notation=state)
        yield from scheme.blocks()


def _types(found: Survey, names: Names) -> Scheme:
    scheme = Scheme(names, "type", "Loại văn bản", "Types of documents")
    for key, name in sorted(found.types.items()):
        known = type_by_name(name)
        codes = tuple(dict.fromkeys((*known.codes, *known.party_codes))) if known else ()
        scheme.add(
            NamedNode(names.make("type", key)),
            name,
            known.english if known else None,
            kind="eli:ResourceType",
            alternatives=codes,
        )
    return scheme


def _units(found: Survey, names: Names) -> Scheme:
    scheme = Scheme(names, "unit", "Đơn vị của văn bản", "Units of documents")
    for key, name in sorted(found.units.items()):
        english = labels.UNITS[name.lower()][1].lower() if name.lower() in labels.UNITS else None
        scheme.add(NamedNode(names.make("unit", key)), name, english, kind="eli:SubdivisionType")
    return scheme


def _places(found: Survey, names: Names) -> Scheme:
    scheme = Scheme(names, "place", "Địa phương", "Places")
    for key, name in sorted(found.places.items()):
        outer = key.rpartition(";")[0]
        while outer and outer not in found.places:
            outer = outer.rpartition(";")[0]
        known = place_by_name(name) if key.count(";") == 1 else None
        scheme.add(
            NamedNode(names.make("place", key)),
            name,
            "Viet Nam" if not outer else None,
            kind="eli:AdministrativeArea",
            broader=NamedNode(names.make("place", outer)) if outer else None,
            notation=known.code if known else None,
        )
    return scheme


@cache
def _english_names() -> Counter[str]:
    return Counter(body.english for body in issuing_bodies())


def body_english(body: IssuingBody) -> str:
    """The English name of a body; where several share one (huyện, quận and thị xã are districts), with its Vietnamese
    name, since a label names one concept of a scheme."""
    shared = _english_names()[body.english] > 1
    return f"{body.english} ({body.name})" if shared else body.english


def _body(issuer: Issuer, names: Names) -> NamedNode:
    """The kind of body an issuer is, whatever its place."""
    known = body_by_name(issuer.name)
    return NamedNode(names.make("body", slug(known.name if known else issuer.name) or key_hash(issuer.name)))


def _bodies(found: Survey, names: Names) -> Scheme:
    scheme = Scheme(names, "body", "Cơ quan ban hành", "Issuing bodies")
    for issuer in found.issuers:
        known = body_by_name(issuer.name)
        level = issuer.level or (known.level if known else None)
        top = NamedNode(names.make("level", level or "unknown"))
        scheme.add(top, labels.level(level) if level else "Chưa rõ cấp", labels.level(level or "unknown", "en"))
        scheme.add(
            _body(issuer, names),
            known.name if known else issuer.name,
            body_english(known) if known else None,
            alternatives=known.symbol_codes if known else (),
            broader=top,
        )
    return scheme


def issuer_blocks(found: Survey, names: Names) -> Iterator[list[Triple]]:
    """The bodies themselves, each of its place."""
    for issuer in found.issuers:
        s = NamedNode(names.issuer(issuer.id))
        out = [
            Triple(s, _A, term("eli:Agent")),
            *([] if is_office(issuer.name) else [Triple(s, _A, term("foaf:Organization"))]),
            Triple(s, term("rdfs:label"), vietnamese(issuer.name + (f" ({issuer.place})" if issuer.place else ""))),
            Triple(s, term("foaf:name"), vietnamese(issuer.name)),
            Triple(s, term("luocdo:body"), _body(issuer, names)),
        ]
        if issuer.place is not None:
            key = place_id(issuer.place)
            out.append(Triple(s, term("dcterms:spatial"), NamedNode(names.make("place", key))))
            if found.places[key] != issuer.place:
                out.append(Triple(s, term("luocdo:placeName"), vietnamese(issuer.place)))
        for value, curie in (
            (issuer.level, "luocdo:level"),
            (issuer.branch, "luocdo:branch"),
            (issuer.code, "luocdo:code"),
        ):
            if value is not None:
                out.append(Triple(s, term(curie), plain(value)))
        yield out


def source_blocks(found: Survey, names: Names) -> Iterator[list[Triple]]:
    """The texts that were read, with the hash of what was read; those of documents are expressions in Vietnamese, and
    the others (an article, a list) documents in the wide sense that refer to what they name."""
    people: set[str] = set()
    public = public_names(source.name for source in found.sources)
    legal = {name: id for id, texts in sorted(found.loaded.items()) if found.kinds.get(id) != TEXT for name in texts}
    texts = {name for texts in found.loaded.values() for name in texts}
    for source in found.sources:
        s = NamedNode(names.make("source", found.source_keys[source.name]))
        out = [Triple(s, _A, term("luocdo:Source")), Triple(s, _A, term("prov:Entity"))]
        if source.name in legal:
            out += [
                Triple(s, _A, term("eli:LegalExpression")),
                Triple(s, term("eli:language"), NamedNode(VIETNAMESE)),
                *version(found, legal[source.name], s),
            ]
            if (title := found.titles.get(legal[source.name])) is not None:
                out.append(Triple(s, term("eli:title"), vietnamese(title)))
        elif source.name not in texts and source.format != CORRECTION:
            out.append(Triple(s, _A, term("foaf:Document")))
            for id in sorted(found.referred.get(source.name, ())):
                out.append(Triple(s, term("dcterms:references"), NamedNode(names.document(id))))
        name = public.get(source.name, source.name)
        out += [
            Triple(s, term("rdfs:label"), plain(name.rpartition("/")[2] or name)),
            Triple(s, term("luocdo:sourceName"), plain(name)),
            Triple(s, term("luocdo:format"), plain(source.format)),
        ]
        if digest := source_hash(source):
            out.append(Triple(s, term("luocdo:sha256"), plain(digest)))
        for key in sorted(source.metadata):
            if key != "sha256":
                out.append(Triple(s, term("luocdo:metadata"), plain(f"{key}={source.metadata[key]}")))
        if (agent := corrector(source, names)) is not None:
            out.append(Triple(s, term("prov:wasAttributedTo"), agent))
            if agent.value not in people:
                out.append(Triple(agent, _A, term("prov:Person")))
                out.append(Triple(agent, term("foaf:name"), plain(source.metadata["who"])))
            people.add(agent.value)
        if source.format == CORRECTION:
            out += [Triple(s, term("dcterms:subject"), NamedNode(names.document(id))) for id in _about(source)]
        if source.name in legal:
            out += embodied(found, names, s, source)
        yield out


def corrector(source: Source, names: Names) -> NamedNode | None:
    """Who is behind a source that is a correction by hand; None where nobody is named."""
    who = source.metadata.get("who") if source.format == CORRECTION else None
    return NamedNode(names.make("person", key_hash(who))) if who else None


def _about(source: Source) -> list[str]:
    """The documents that a correction speaks of."""
    return sorted(set(filter(None, source.metadata.get("about", "").split("\n"))))
