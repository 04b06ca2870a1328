"""The metadata of an Akoma Ntoso document: identification, publication, lifecycle, analysis, references.

FRBR dates must be whole days (the schema has ``xsd:date``). Where the day of a document is not known, `NO_DAY` stands
there under the name ``unknown``; nothing else is made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

import graph
from graph.akn.names import part_iri, work_iri
from graph.akn.text import Text
from graph.akn.tree import Parts
from graph.domain.naming import is_office
from graph.export.escapes import carries, hide
from graph.export.rows import label_of
from graph.identity.urn import issuer_id, slug
from graph.model import Document, Issuer, Relation
from graph.rdf.literals import is_date as is_day

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NO_DAY = "0001-01-01"
_TOOL = "#luocdo"
# our predicate -> element of the analysis and its type, as far as the scheme has one
_MODS = {
    "amends": ("textualMod", "substitution"),
    "corrects": ("textualMod", "substitution"),
    "replaces": ("forceMod", "endOfEnactment"),
    "repeals": ("forceMod", "endOfEnactment"),
    "extends": ("forceMod", "prorogationOfForce"),
    "suspends": ("efficacyMod", "inapplication"),
}
_IN_PART = {"replaces": ("textualMod", "replacement"), "repeals": ("textualMod", "repeal")}
_EVENTS = {"amends": "amendment", "corrects": "amendment", "replaces": "repeal", "repeals": "repeal"}
_ORDER = ("textualMod", "forceMod", "efficacyMod")


def value(text: str) -> str:
    """Text for an attribute; what XML cannot carry as ``\\uXXXX``."""
    return text if carries(text) else hide(text)


def day_of(document: Document | None) -> str | None:
    """The day of a document, if it is a whole one."""
    return document.date if document is not None and document.date and is_day(document.date) else None


def identification(meta: Element, text: Text, component: str = "main") -> None:
    """Work, expression and manifestation of the document, or of a component of it."""
    document = text.document
    work = work_iri(document.id)
    expression = f"{work}/vie@"
    day = day_of(document)
    date = {"date": day, "name": "generation"} if day else {"date": NO_DAY, "name": "unknown"}
    authors = [f"#{eid}" for eid in issuers(text)] or ["#unknown"]
    top = SubElement(meta, "identification", {"source": _TOOL})
    node = SubElement(top, "FRBRWork")
    SubElement(node, "FRBRthis", {"value": f"{work}/!{component}"})
    SubElement(node, "FRBRuri", {"value": work})
    if document.id != work:
        SubElement(node, "FRBRalias", {"value": value(document.id), "name": "urn:lex"})
    SubElement(node, "FRBRdate", date)
    for author in authors:
        SubElement(node, "FRBRauthor", {"href": author, "as": "#author"})
    SubElement(node, "FRBRcountry", {"value": "vn"})
    if document.type:
        SubElement(node, "FRBRsubtype", {"value": slug(document.type).replace(".", "-")})
    if document.code:
        SubElement(node, "FRBRnumber", {"value": value(document.code)})
    if document.name:
        SubElement(node, "FRBRname", {"value": value(document.name)})
    node = SubElement(top, "FRBRExpression")
    SubElement(node, "FRBRthis", {"value": f"{expression}/!{component}"})
    SubElement(node, "FRBRuri", {"value": expression})
    SubElement(node, "FRBRdate", date)
    for author in authors:
        SubElement(node, "FRBRauthor", {"href": author, "as": "#author"})
    SubElement(node, "FRBRlanguage", {"language": "vie"})
    node = SubElement(top, "FRBRManifestation")
    SubElement(node, "FRBRthis", {"value": f"{expression}/!{component}.xml"})
    SubElement(node, "FRBRuri", {"value": f"{expression}.akn"})
    SubElement(node, "FRBRdate", date)
    SubElement(node, "FRBRauthor", {"href": _TOOL, "as": "#editor"})
    SubElement(node, "FRBRformat", {"value": "application/akn+xml"})


def issuers(text: Text) -> dict[str, Issuer]:
    """The bodies (or heads of bodies) that issued the document, by the names that they have in this file."""
    found = {i.id: i for i in text.issuers if i.name}
    document = text.document
    if not found and document.issuer:
        id = issuer_id(document.issuer, document.place)
        found = {id: Issuer(id, document.issuer, document.place)}
    return {f"issuer_{n}" if n > 1 else "issuer": found[id] for n, id in enumerate(sorted(found), start=1)}


def metadata(top: Element, text: Text, parts: Parts) -> None:
    """``meta`` with all that is known; what is not known is left out."""
    meta = SubElement(top, "meta")
    identification(meta, text)
    _publication(meta, text)
    active = _sorted(r for r in text.relations if r.subject == text.document.id and r.predicate in _MODS)
    passive = _sorted(r for r in text.relations if r.object == text.document.id and r.predicate in _MODS)
    others = _documents(text, active, passive)
    _lifecycle(meta, text, passive, others)
    _analysis(meta, text, parts, active, passive)
    _references(meta, text, active, others)


def _sorted(relations: Iterator[Relation]) -> list[Relation]:
    """One relation for each statement that differs in what it changes, in a fixed order."""
    seen = {
        (r.subject, r.predicate, r.object, r.partial, tuple(p.path for p in r.pinpoints), _path(r)): r
        for r in relations
        if r.subject != r.object
    }
    return [seen[key] for key in sorted(seen)]


def _path(relation: Relation) -> tuple[tuple[str, str], ...]:
    return relation.provision.path if relation.provision is not None else ()


def _documents(text: Text, active: Sequence[Relation], passive: Sequence[Relation]) -> dict[str, str]:
    """The documents that change or are changed, with their eIds in the references."""
    ids = dict.fromkeys([*(r.object for r in active), *(r.subject for r in passive)])
    return {id: f"ref_{number}" for number, id in enumerate(ids, start=1)}


def _publication(meta: Element, text: Text) -> None:
    """The gazette, where the texts say one day of publication and no other."""
    days = {e.date for e in text.effects if e.kind == "published" and e.document == text.document.id and e.date}
    if len(days) == 1 and is_day(day := next(iter(days))):
        SubElement(meta, "publication", {"date": day, "name": "cong-bao", "showAs": "Công báo"})


def _lifecycle(meta: Element, text: Text, passive: Sequence[Relation], others: dict[str, str]) -> None:
    """When it was made, and when what changed it was; days that are not known are no event."""
    events: list[tuple[str, str, str]] = []
    if day := day_of(text.document):
        events.append((day, "generation", "#original"))
    for relation in passive:
        day = day_of(text.known.get(relation.subject))
        if day and relation.predicate in _EVENTS:
            whole = not (relation.partial or relation.pinpoints)
            kind = _EVENTS[relation.predicate] if whole else "amendment"
            events.append((day, kind, f"#{others[relation.subject]}"))
    if not events:
        return
    top = SubElement(meta, "lifecycle", {"source": _TOOL})
    for number, (day, kind, source) in enumerate(dict.fromkeys(sorted(events)), start=1):
        SubElement(top, "eventRef", {"eId": f"event_{number}", "date": day, "type": kind, "source": source})


def _analysis(meta: Element, text: Text, parts: Parts, active: Sequence[Relation], passive: Sequence[Relation]) -> None:
    if not active and not passive:
        return
    top = SubElement(meta, "analysis", {"source": _TOOL})
    if active:
        group = SubElement(top, "activeModifications")
        for number, relation in enumerate(active, start=1):
            here = _here(parts, _path(relation))
            there = [part_iri(relation.object, p.path) for p in relation.pinpoints] or [work_iri(relation.object)]
            _mod(group, f"am_{number}", relation, [here], there)
    if passive:
        group = SubElement(top, "passiveModifications")
        for number, relation in enumerate(passive, start=1):
            acting = part_iri(relation.subject, _path(relation))
            here_all = [_here(parts, p.path) for p in relation.pinpoints] or ["#body"]
            _mod(group, f"pm_{number}", relation, [acting], here_all)


def _here(parts: Parts, path: tuple[tuple[str, str], ...]) -> str:
    """The part of this document that `path` names, or the smallest part around it that the text has."""
    while path and path not in parts.eids:
        path = path[:-1]
    return "#" + (parts.eids[path] if path else "body")


def _mod(parent: Element, eid: str, relation: Relation, sources: list[str], destinations: list[str]) -> None:
    partial = relation.partial or bool(relation.pinpoints)
    tag, kind = _IN_PART.get(relation.predicate, _MODS[relation.predicate]) if partial else _MODS[relation.predicate]
    attributes = {"type": kind, "eId": eid}
    if relation.partial and not relation.pinpoints:
        attributes["incomplete"] = "true"  # parts that the text does not name
    node = SubElement(parent, tag, attributes)
    for href in dict.fromkeys(sources):
        SubElement(node, "source", {"href": href})
    for href in dict.fromkeys(destinations):
        SubElement(node, "destination", {"href": href})


def _references(meta: Element, text: Text, active: Sequence[Relation], others: dict[str, str]) -> None:
    document = text.document
    top = SubElement(meta, "references", {"source": _TOOL})
    show = value(label_of(document))
    SubElement(top, "original", {"eId": "original", "href": f"{work_iri(document.id)}/vie@", "showAs": show})
    changed = {r.object for r in active}
    for id, eid in others.items():
        known = text.known.get(id)
        tag = "activeRef" if id in changed else "passiveRef"
        SubElement(top, tag, {"eId": eid, "href": work_iri(id), "showAs": value(label_of(known) if known else id)})
    by = issuers(text)
    for eid, issuer in by.items():
        kind, tag = ("role", "TLCRole") if is_office(issuer.name) else ("organization", "TLCOrganization")
        href = f"/akn/ontology/{kind}/{issuer.id.replace(';', '.').replace(':', '/').replace('+', '/')}"
        SubElement(top, tag, {"eId": eid, "href": value(href), "showAs": value(issuer.name)})
    if not by:
        SubElement(
            top, "TLCOrganization", {"eId": "unknown", "href": "/akn/ontology/organization/unknown", "showAs": ""}
        )
    SubElement(
        top,
        "TLCOrganization",
        {"eId": "luocdo", "href": "https://w3id.org/luocdo/tool/luocdo", "showAs": "luocdo " + graph.__version__},
    )
    for role in ("author", "editor"):
        SubElement(top, "TLCRole", {"eId": role, "href": f"/akn/ontology/role/{role}", "showAs": role})
