"""What a row of a register states: its document, the documents it lists, and the relations that the headings mean.

Documents, issuers and what titles say are read by the extractor from the composed text; what the columns and headings
state is marked as the register's own (``origins`` "register", ``rule`` "register") and certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.model import Document, Effect, Evidence, Extraction, Finding, Mention, Relation
from graph.records.composing import Cell, Item, Record
from graph.records.mapping import reason
from graph.records.profiles import Heading

RULE = "register"
_COLUMNS = ("type", "code", "date", "issuer", "place")  # attributes that the row's own columns give
_ORDERED = {"replaces", "repeals", "suspends", "amends", "corrects", "guides", "based_on"}  # subject not older
_ENDS = {"replaces", "repeals", "suspends"}
_UNSURE = 0.6  # of a reference whose direction nothing tells


def facts(record: Record, name: str, extract: Callable[..., Extraction]) -> Extraction:
    """The row's facts as an extraction called `name`; its first document is the row's. No document is the source: a
    register is nobody's text."""
    read = extract(record.text, source=name)
    own = read.source_document
    if own is None:
        return Extraction(name)
    known = {document.id: document for document in read.documents}
    known[own.id] = _own(own, record)
    relations = [r for r in read.relations if _kept(r, own, record)]
    findings = list(read.findings)
    for item in record.items:
        listed = _document_at(item, read.mentions, known)
        if listed is None or listed.id == own.id:
            continue
        known[listed.id] = listed = _listed(listed, item)
        relation = _relation(item, known[own.id], listed, record, name)
        if _impossible(relation, known):
            findings.append(_contradiction(relation, known, item, record, name))
        else:
            relations.append(relation)
    for cell in record.cells:
        for relation in _of_cell(cell, read.mentions, known, known[own.id], record, name):
            other = relation.subject if relation.subject != own.id else relation.object
            known[other] = _named(known[other])
            if _impossible(relation, known):
                findings.append(_wrong_order(relation, known, name))
            else:
                relations.append(relation)
    relations.sort(key=lambda r: (r.evidence.start, r.evidence.end, r.predicate, r.subject, r.object))
    mentions = tuple(m for m in read.mentions if m.document != own.id or m.start > record.head_end)
    ordered = sorted(read.documents, key=lambda document: document.id != own.id)  # the row's own comes first
    documents = tuple(replace(known[document.id], is_source=False) for document in ordered)
    effects = tuple(_official(e) for e in read.effects if e.document == own.id and e.basis == RULE)
    return Extraction(name, documents, mentions, tuple(relations), read.issuers, tuple(findings), effects)


def _official(effect: Effect) -> Effect:
    """A state or a date of effect that a column gives."""
    return replace(effect, evidence=replace(effect.evidence, rule=RULE))


def _own(own: Document, record: Record) -> Document:
    """The row's document: what its columns say is the register's."""
    origins = dict(own.origins)
    origins.update((key, RULE) for key in _COLUMNS if getattr(own, key) is not None)
    if record.title:
        origins["title"] = RULE
    return replace(own, title=record.title or None, origins=origins)


def _listed(document: Document, item: Item) -> Document:
    """A listed document: its number and type stand in the register, and its title."""
    origins = dict(document.origins)
    origins.update((key, RULE) for key in ("type", "code") if getattr(document, key) is not None)
    if document.title is None and item.title:
        document = replace(document, title=item.title)
        origins["title"] = RULE
    return replace(document, origins=origins)


def _kept(relation: Relation, own: Document, record: Record) -> bool:
    """Whether what the extractor read holds of a register: nothing is cited, and only its title speaks of the row's
    own document (the lists do not)."""
    if relation.predicate == "issued_by":
        return True
    if relation.predicate == "cites":
        return False
    return own.id not in (relation.subject, relation.object) or relation.evidence.end <= record.head_end


def _document_at(item: Item, mentions: tuple[Mention, ...], known: dict[str, Document]) -> Document | None:
    """The document that the line of `item` begins with."""
    for mention in mentions:
        if item.start <= mention.start <= item.start + 4 and mention.end <= item.end:
            return known[mention.document]
    return None


def _relation(item: Item, own: Document, listed: Document, record: Record, name: str) -> Relation:
    heading = item.heading
    confidence = 1.0
    if heading.listed == "by-date":
        older = _older(own, listed)
        subject, object = (listed, own) if older is own else (own, listed)
        confidence = 1.0 if older is not None else _UNSURE
    else:
        subject, object = (listed, own) if heading.listed == "subject" else (own, listed)
    evidence = Evidence(
        item.start,
        item.end,
        record.text[item.start : item.end],
        heading.name,
        item.heading_start,
        item.heading_start + len(heading.name),
        confidence,
        RULE,
        name,
    )
    predicate = _predicate(heading, item.title if subject is listed else record.title)
    return Relation(subject.id, predicate, object.id, evidence, heading.partial)


def _of_cell(
    cell: Cell, mentions: tuple[Mention, ...], known: dict[str, Document], own: Document, record: Record, name: str
) -> Iterator[Relation]:
    """The relations of the row's document with those that a cell names, each once."""
    words = record.text[cell.start : cell.end]
    done = {own.id}
    for mention in mentions:
        if not cell.start <= mention.start < cell.end or mention.document in done:
            continue
        heading = cell.heading or reason(words, mention.start - cell.start, cell.head, record.partial)
        if heading is None:
            continue
        if cell.heading is not None and record.partial and heading.predicate in _ENDS:
            heading = replace(heading, partial=True)
        subject = heading.listed == "subject"
        if heading.listed == "by-date":
            older = _older(own, known[mention.document])
            if older is None:  # whose the words are is not told
                continue
            subject = older is own
        done.add(mention.document)
        start = cell.start - len(cell.head) - 2
        evidence = Evidence(
            start, cell.end, record.text[start : cell.end], cell.head, start, start + len(cell.head), 1.0, RULE, name
        )
        ends = (mention.document, own.id) if subject else (own.id, mention.document)
        yield Relation(ends[0], heading.predicate, ends[1], evidence, heading.partial)


def _named(document: Document) -> Document:
    """A document that a cell names: its number stands in the register."""
    origins = dict(document.origins)
    origins.update((key, RULE) for key in ("type", "code") if getattr(document, key) is not None)
    return replace(document, origins=origins)


def _wrong_order(relation: Relation, known: dict[str, Document], name: str) -> Finding:
    subject, object = known[relation.subject], known[relation.object]
    e = relation.evidence
    message = (
        f"Danh mục ghi ở cột “{e.cue}” rằng {subject.code or subject.name} ({_when(subject)}) tác động đến"
        f" {object.code or object.name} ({_when(object)}), nhưng văn bản ban hành trước không thể tác động đến văn bản"
        " ban hành sau; quan hệ này không được đưa vào đồ thị"
    )
    return Finding("conflicting-register", message, (subject.id, object.id), e.start, e.end, e.text, name)


def _predicate(heading: Heading, title: str) -> str:
    """One heading stands for several predicates; the title of the acting document tells which."""
    lower = title.lower()
    for predicate, words in heading.words:
        if any(word in lower for word in words):
            return predicate
    return heading.predicate


def _older(a: Document, b: Document) -> Document | None:
    """The older of the two; None where their dates do not tell."""
    first, second = _when(a), _when(b)
    length = min(len(first), len(second))
    if not length or first[:length] == second[:length]:
        return None
    return a if first[:length] < second[:length] else b


def _when(document: Document) -> str:
    """The date, or the year in the number (``12/2015/NĐ-CP``); "" where neither is known."""
    if document.date:
        return document.date
    parts = (document.code or "").split("/")
    year = parts[1] if len(parts) > 2 else ""
    return year if len(year) == 4 and year.isdecimal() else ""


def _impossible(relation: Relation, known: dict[str, Document]) -> bool:
    """Whether the older document would act on the younger."""
    if relation.predicate not in _ORDERED:
        return False
    subject = known[relation.subject]
    return _older(subject, known[relation.object]) is subject


def _contradiction(relation: Relation, known: dict[str, Document], item: Item, record: Record, name: str) -> Finding:
    subject, object = known[relation.subject], known[relation.object]
    message = (
        f"Danh mục ghi {subject.code or subject.name} ({_when(subject)}) ở mục “{item.heading.name}” với"
        f" {object.code or object.name} ({_when(object)}), nhưng văn bản ban hành trước không thể tác động đến văn bản"
        " ban hành sau; có thể lược đồ ghi ngược chiều, quan hệ này không được đưa vào đồ thị"
    )
    text = record.text[item.start : item.end]
    return Finding("conflicting-register", message, (subject.id, object.id), item.start, item.end, text, name)
