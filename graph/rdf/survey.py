"""What an export has to know before its first line: counts, the concepts in use, and whether the view is in order.

One pass over the view. Views promise a fixed order (`graph.model.GraphView`); where one is not sorted, as a hand-made
`Snapshot` may be, it is sorted here, so that the same graph always gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from typing import Any, TypeVar

from graph.domain.bodies import body_by_name
from graph.export.places import public_names
from graph.identity.urn import issuer_id, jurisdiction, slug
from graph.model import (
    Document,
    Effect,
    Evidence,
    Finding,
    GraphView,
    Issuer,
    Mention,
    Pinpoint,
    Relation,
    Source,
    Status,
)
from graph.rdf.forms import is_cited_title
from graph.rdf.literals import is_date
from graph.rdf.natures import LEGISLATION, PARTY, TEXT, concept_of, nature
from graph.rdf.terms import key_hash

COUNTRY = "vn"
# The name and the format of the source under which a loaded graph keeps what was found by comparing its sources.
FOUND_BEFORE = "findings"
CONSOLIDATED = "Văn bản hợp nhất"


def document_head(document: Document) -> Any:
    """Documents go by id."""
    return document.id


def _plain(pinpoints: tuple[Pinpoint, ...]) -> Any:
    """Pinpoints as something that has an order."""
    return tuple((pinpoint.path, pinpoint.text) for pinpoint in pinpoints)


def _listed(provision: Pinpoint | None) -> tuple[Pinpoint, ...]:
    return () if provision is None else (provision,)


def relation_head(relation: Relation) -> Any:
    """Relations go by subject, predicate and object, then by source and offset …"""
    e = relation.evidence
    return (relation.subject, relation.predicate, relation.object, e.source or "", e.start)


def relation_key(relation: Relation) -> Any:
    """… then by all that may differ."""
    e = relation.evidence
    rest = (
        e.end,
        e.cue_start,
        e.cue_end,
        e.rule,
        e.cue,
        e.text,
        e.confidence,
        relation.partial,
        _plain(relation.pinpoints),
        _plain(_listed(relation.provision)),
    )
    return (relation_head(relation), rest)


def mention_head(mention: Mention) -> Any:
    """Mentions go by document, then by source and offset …"""
    return (mention.document, mention.source or "", mention.start)


def mention_key(mention: Mention) -> Any:
    """… then by all that may differ."""
    return (
        mention_head(mention),
        mention.end,
        mention.rule,
        mention.text,
        mention.confidence,
        _plain(mention.pinpoints),
        _plain(_listed(mention.provision)),
    )


def finding_head(finding: Finding) -> Any:
    """Findings go by source and offset, those of no source last …"""
    return (finding.source is None, finding.source or "", finding.start)


def effect_head(effect: Effect) -> Any:
    """Statements of time go by document, then by source and offset …"""
    return (effect.document, effect.evidence.source or "", effect.evidence.start)


def effect_key(effect: Effect) -> Any:
    """… then by all that may differ."""
    e = effect.evidence
    said = (effect.kind, effect.date or "", effect.by or "", effect.basis, effect.days, _plain(effect.provisions))
    return (effect_head(effect), e.end, said, e.text, e.cue_start, e.cue_end, e.cue, e.rule, e.confidence)


def finding_key(finding: Finding) -> Any:
    """… then by all that may differ."""
    return (finding_head(finding), finding.end, finding.kind, finding.documents, finding.message, finding.text)


@dataclass(slots=True)
class Survey:
    """One view, surveyed. The four callables iterate it in order, as often as wanted."""

    documents: Callable[[], Iterable[Document]]
    relations: Callable[[], Iterable[Relation]]
    mentions: Callable[[], Iterable[Mention]]
    findings: Callable[[], Iterable[Finding]]
    effects: Callable[[], Iterable[Effect]] = tuple
    issuers: list[Issuer] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    statuses: Mapping[str, Status] = field(default_factory=dict)
    loaded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source_keys: dict[str, str] = field(default_factory=dict)  # name of a source -> its name in IRIs
    kinds: dict[str, str] = field(default_factory=dict)  # legislation and texts alone: id -> its nature
    natures: set[str] = field(default_factory=set)  # the concepts of `graph.rdf.natures` in use
    text_count: int = 0
    document_count: int = 0
    party_count: int = 0
    mention_count: int = 0
    finding_count: int = 0
    effect_count: int = 0
    relation_counts: Counter[str] = field(default_factory=Counter)
    rules: set[str] = field(default_factory=set)
    types: dict[str, str] = field(default_factory=dict)  # slug -> the one label of the concept
    places: dict[str, str] = field(default_factory=dict)  # jurisdiction -> label
    units: dict[str, str] = field(default_factory=dict)  # slug -> điều, khoản, điểm ...
    party_issuers: frozenset[str] = frozenset()
    days: dict[str, str] = field(default_factory=dict)  # of documents that were read: id -> the whole day of issue
    titles: dict[str, str] = field(default_factory=dict)  # of documents that were read: id -> the title they bear
    consolidating: set[str] = field(default_factory=set)  # documents that are consolidated texts
    published: dict[str, set[str]] = field(default_factory=dict)  # id -> the days of publication that are told
    imported: set[str] = field(default_factory=set)  # sources whose hash is not that of the text at hand
    referred: dict[str, set[str]] = field(default_factory=dict)  # texts of no document: name -> the documents it names
    gazette: set[str] = field(default_factory=set)  # sources that name the day of the gazette they stand in


_T = TypeVar("_T")


def _in_order(
    make: Callable[[], Iterable[_T]],
    head: Callable[[_T], Any],
    key: Callable[[_T], Any],
    look: Callable[[_T], None],
    quick: Callable[[], Iterable[_T]] | None = None,
) -> Callable[[], Iterable[_T]]:
    """Call `look` on every item; give its items in order of the key. `quick` makes the same items without what neither
    `look` nor `head` asks for.

    Views are in order of the head of the key; only items of one head are sorted then, and nothing is kept. A view that
    is not in order gets a sorted copy.
    """
    last: Any = None
    ordered = True
    for item in (quick or make)():
        look(item)
        if ordered:
            now = head(item)
            ordered = last is None or not now < last
            last = now
    if not ordered:
        items = sorted(make(), key=key)
        return lambda: items
    return lambda: _by_head(make(), head, key)


def _by_head(items: Iterable[_T], head: Callable[[_T], Any], key: Callable[[_T], Any]) -> Iterator[_T]:
    waiting: list[_T] = []
    last: Any = None
    for item in items:
        now = head(item)
        if waiting and now != last:
            yield from sorted(waiting, key=key) if len(waiting) > 1 else waiting
            waiting = []
        waiting.append(item)
        last = now
    yield from sorted(waiting, key=key)


def jurisdiction_of(document: Document) -> str | None:
    """The name in IRIs of the place that a document comes from: its own, or the country where a central body issued it;
    None where neither is known."""
    if document.place is not None:
        return place_id(document.place)
    return COUNTRY if document.issuer is not None and _is_central(document.issuer) else None


@lru_cache(maxsize=4096)
def _is_central(name: str) -> bool:
    body = body_by_name(name)
    return body is not None and body.level == "central"


def place_id(place: str) -> str:
    """The name of a place in IRIs: ``Quảng Ngãi`` -> ``vn;quang.ngai``."""
    return ";".join(jurisdiction(place))


def _keep(labels: dict[str, str], key: str, label: str) -> None:
    """One label a concept, the same whatever the order: the first in code point order."""
    if key != COUNTRY and (key not in labels or label < labels[key]):
        labels[key] = label


def concept(label: str) -> str:
    """The name of a concept in IRIs: ``Kế hoạch`` -> ``ke.hoach``."""
    return slug(label) or key_hash(label)


def source_hash(source: Source) -> str | None:
    """The hash that came with an import (whose text is only what was quoted), else SHA-256 of the text in UTF-8; None
    if neither is at hand."""
    if "sha256" in source.metadata or not source.text:
        return source.metadata.get("sha256")
    return sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def source_keys(sources: Iterable[Source]) -> dict[str, str]:
    """The names of sources in IRIs, from what they say and not from where they lie: the beginning of the hash, with a
    number behind it for the second, third … source that says the same. A source whose text is not at hand is named by
    the hash of its name."""
    keys: dict[str, str] = {}
    seen: Counter[str] = Counter()
    sources = list(sources)
    public = public_names(source.name for source in sources)
    for source in sources:
        key = (source_hash(source) or key_hash(public.get(source.name, source.name)))[:32]
        seen[key] += 1
        keys[source.name] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keys


def _with_hash(source: Source) -> dict[str, str]:
    digest = source_hash(source)
    return {**source.metadata, "sha256": digest} if digest else dict(source.metadata)


def survey(view: GraphView, *, quotes: bool = True) -> Survey:
    """Look through `view` once. It keeps the concepts, sources and issuers in memory, and the rest only if the view is
    out of order. Without `quotes`, relations and mentions come without their words where the view can leave them out
    (`unquoted_relations`, `unquoted_mentions`)."""
    found = Survey(view.documents, view.relations, view.mentions, view.findings)
    rows = {issuer.id: issuer for issuer in view.issuers()}
    found.party_issuers = frozenset(id for id, issuer in rows.items() if issuer.branch == "party")
    # The texts themselves are not kept: the hash says which text it was.
    told: dict[str, Source] = {}
    for each in view.sources():
        told[each.name] = Source(each.name, "", each.format, _with_hash(each))
        if "sha256" in each.metadata:
            found.imported.add(each.name)
    nobody = {name for name, s in told.items() if name == s.format == FOUND_BEFORE}
    sources = {name: s for name, s in told.items() if name not in nobody}
    issued: set[tuple[str, str | None]] = set()
    passed: set[str] = set()
    names: set[str] = set()
    counts = found.relation_counts
    found.loaded = view.loaded()
    texts_of_documents = {name for texts in found.loaded.values() for name in texts}

    def look_at_pinpoints(pinpoints: tuple[Pinpoint, ...]) -> None:
        for pinpoint in pinpoints:
            for unit, _ in pinpoint.path:
                _keep(found.units, concept(unit), unit)

    def document(d: Document) -> None:
        kind = nature(d, found.party_issuers)
        found.document_count += kind != TEXT
        found.text_count += kind == TEXT
        found.party_count += kind == PARTY
        if kind in LEGISLATION or kind == TEXT:
            found.kinds[d.id] = kind
        if (named := concept_of(kind)) is not None:
            found.natures.add(named)
        if d.is_source and d.date is not None and is_date(d.date):
            found.days[d.id] = d.date
        if d.is_source and d.title is not None and not is_cited_title(d):
            found.titles[d.id] = d.title
        if d.type is not None:
            _keep(found.types, concept(d.type), d.type)
            if d.type == CONSOLIDATED:
                found.consolidating.add(d.id)
        if d.place is not None:
            _look_at_place(found.places, d.place)
        if d.issuer is not None:
            issued.add((d.issuer, d.place))

    def evidence(e: Evidence) -> None:
        found.rules.add(e.rule)
        if e.source is not None:
            names.add(e.source)

    def relation(r: Relation) -> None:
        counts[r.predicate] += 1
        evidence(r.evidence)
        look_at_pinpoints((*r.pinpoints, *_listed(r.provision)))
        if r.predicate == "issued_by":
            passed.add(r.object)
        elif r.predicate == "consolidates":
            found.consolidating.add(r.subject)

    def mention(m: Mention) -> None:
        found.mention_count += 1
        found.rules.add(m.rule)
        look_at_pinpoints((*m.pinpoints, *_listed(m.provision)))
        if m.source is not None:
            names.add(m.source)
            if m.source not in texts_of_documents:
                found.referred.setdefault(m.source, set()).add(m.document)

    def finding(f: Finding) -> None:
        found.finding_count += 1
        if f.source is not None:
            names.add(f.source)

    def effect(e: Effect) -> None:
        found.effect_count += 1
        evidence(e.evidence)
        if e.kind == "published" and e.date is not None:
            found.published.setdefault(e.document, set()).add(e.date)
            if e.evidence.source is not None:
                found.gazette.add(e.evidence.source)
        look_at_pinpoints(e.provisions)

    found.documents = _in_order(view.documents, document_head, document_head, document)
    # A graph file reads the words of a reference from its compressed text: most of the time, and nothing counts them.
    relations: Callable[[], Iterable[Relation]] = getattr(view, "unquoted_relations", view.relations)
    mentions: Callable[[], Iterable[Mention]] = getattr(view, "unquoted_mentions", view.mentions)
    said, named = (view.relations, view.mentions) if quotes else (relations, mentions)
    found.relations = _in_order(said, relation_head, relation_key, relation, relations)
    found.mentions = _in_order(named, mention_head, mention_key, mention, mentions)

    def findings() -> Iterator[Finding]:
        return (replace(f, source=None) if f.source in nobody else f for f in view.findings())

    found.findings = _in_order(findings if nobody else view.findings, finding_head, finding_key, finding)
    found.effects = _in_order(view.effects, effect_head, effect_key, effect)
    found.statuses = view.statuses()
    for status in found.statuses.values():
        for part in status.parts:
            look_at_pinpoints(part.provisions)
    names |= texts_of_documents
    for name in names - sources.keys():
        sources[name] = Source(name, "")
    for issuer_name, place in sorted(issued, key=lambda pair: (pair[0], pair[1] or "")):
        id = issuer_id(issuer_name, place)
        if id not in rows:
            rows[id] = Issuer(id, issuer_name, place)
    for id in passed - rows.keys():
        rows[id] = Issuer(id, "")
    for issuer in rows.values():
        if issuer.place is not None:
            _look_at_place(found.places, issuer.place)
    found.places[COUNTRY] = "Việt Nam"
    found.issuers = [rows[id] for id in sorted(rows)]
    found.sources = [sources[name] for name in sorted(sources)]
    found.source_keys = source_keys(found.sources)
    found.rules.discard("")
    return found


def _look_at_place(labels: dict[str, str], place: str) -> None:
    """Note the concept of a place and of the places it lies in."""
    _keep(labels, place_id(place), place)
    outer = place.partition(",")[2].strip()
    while outer:
        _keep(labels, place_id(outer), outer)
        outer = outer.partition(",")[2].strip()


def outgoing(found: Survey) -> Iterator[tuple[str, Document | None, list[Relation]]]:
    """Every document with the relations that go out from it, in order of the id; a subject that has no document row
    comes without one. Both iterations run side by side, so memory holds one document."""
    groups = groupby(found.relations(), key=lambda r: r.subject)
    subject, relations = next(groups, (None, iter(())))
    for document in found.documents():
        while subject is not None and subject < document.id:
            yield subject, None, list(relations)
            subject, relations = next(groups, (None, iter(())))
        if subject == document.id:
            yield document.id, document, list(relations)
            subject, relations = next(groups, (None, iter(())))
        else:
            yield document.id, document, []
    while subject is not None:
        yield subject, None, list(relations)
        subject, relations = next(groups, (None, iter(())))
