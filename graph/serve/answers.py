"""Questions to a graph answered as plain JSON values: what the API and the tools give, and the pages show.

A function takes an open graph and what was asked, and returns the answer in the terms of `graph.contract`; names of
sources are cut to their last part, so that nothing tells where files lie. `NotFoundError` and `AmbiguousError` say
which document was not found; LuocdoError is a question that cannot be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph import labels
from graph.contract import (
    document_dict,
    effect_dict,
    extraction_dict,
    finding_dict,
    issuer_dict,
    relation_dict,
    status_dict,
)
from graph.corrections import said_of
from graph.errors import LuocdoError
from graph.knowledge import AmbiguousError, KnowledgeGraph, NotFoundError
from graph.model import PREDICATES, Document, Issuer

if TYPE_CHECKING:
    from graph.queries.searching import Catalogue, Hits
    from graph.queries.selecting import Selection
    from graph.queries.walk import Found

# how the title of a paper begins that is written without quotation marks, in small letters behind its issuer
_NAMING = ("về ", "quy định ", "hướng dẫn ", "ban hành ", "sửa đổi", "bãi bỏ ", "thực hiện ", "triển khai ", "công bố ")
_NAMING_FACTS = ("id", "type", "code", "name", "title", "issuer", "is_source")  # what a document is called by
MOST = 200  # documents on one page of an answer


def brief(document: Document) -> dict[str, Any]:
    """A document as one line of a list: its facts and how it is called."""
    found = document_dict(document)
    for key in ("origins", "candidates", "unnumbered"):
        del found[key]
    return {**found, "label": labels.document(document)}


def one(graph: KnowledgeGraph, words: str) -> Document:
    """The document with this id, or the one that the words mean."""
    if len(words) > 500:
        raise NotFoundError(words[:60] + " …")
    return graph.document(words)


def search(
    graph: KnowledgeGraph,
    words: str,
    filters: Mapping[str, str],
    states: Mapping[str, str],
    *,
    keep: Selection | None = None,
    catalogue: Catalogue | None = None,
    limit: int = 20,
    skip: int = 0,
) -> dict[str, Any]:
    """Documents with the words, a page of them, with facets (see `graph.queries.searching`)."""
    hits: Hits = graph.search(words, filters, states, keep=keep, catalogue=catalogue, limit=min(limit, MOST), skip=skip)
    return {
        "query": words,
        "filters": dict(filters),
        "total": hits.total,
        "skip": skip,
        "documents": [{**brief(d), "state": states.get(d.id, "unknown")} for d in hits.documents],
        "facets": {
            facet: [{"value": value, "count": count} for value, count in listed[:50]]
            for facet, listed in hits.facets.items()
            if facet != "state" or states
        },
    }


def document(graph: KnowledgeGraph, words: str, *, at: str | None = None) -> dict[str, Any]:
    """A document: facts, whether it stands, how many documents stand in which relation to it, its texts."""
    found = one(graph, words)
    mentions, sources = graph.count_mentions(found)
    several = graph.issuers_of(found)
    return plain(
        {
            **document_dict(found),
            "label": labels.document(found),
            "cite_as": cite_as(found, several),
            "issuers": [issuer_dict(body) for body in several],
            "standing": _standing(graph, found, at),
            "effects": [effect_dict(e) for e in graph.effects_of(found)],
            "relations": [
                {"predicate": predicate, "inverse": inverse, "count": count}
                for predicate, inverse, count in graph.roles(found)
            ],
            "mentions": mentions,
            "sources": sources,
            "texts": list(graph.texts_of(found)),
            "findings": [finding_dict(f) for f in graph.findings_about(found)],
            "corrections": said_of(graph.corrections(), found.id),
        }
    )


def status(graph: KnowledgeGraph, words: str, *, at: str | None = None) -> dict[str, Any]:
    """Whether a document stands on a day, and the sentences that say so."""
    found = one(graph, words)
    return plain({"document": brief(found), "at": at, "standing": _standing(graph, found, at)})


def _standing(graph: KnowledgeGraph, found: Document, at: str | None) -> dict[str, Any]:
    state = graph.status(found, at)
    by = graph.by_id([*state.by, *(part.by for part in state.parts if part.by)])
    return {**status_dict(state), "named": {id: brief(d) for id, d in sorted(by.items())}}


def relations(
    graph: KnowledgeGraph,
    words: str,
    predicate: str,
    *,
    inverse: bool = False,
    transitive: bool = False,
    keep: Selection | None = None,
    limit: int = 20,
    skip: int = 0,
) -> dict[str, Any]:
    """The documents in a relation to one that `keep` keeps, the nearest first, each with its chains of relations and
    sentences. The total is told where it need not be walked for."""
    if predicate not in PREDICATES:
        raise LuocdoError(f"không có quan hệ “{predicate[:40]}”; các quan hệ: {', '.join(PREDICATES)}")
    found = one(graph, words)
    if predicate == "issued_by":
        return _issued_by(graph, found)
    listed = graph.related(
        found, predicate, inverse=inverse, transitive=transitive, keep=keep, limit=min(limit, MOST), skip=skip
    )
    return plain(
        {
            "document": brief(found),
            "predicate": predicate,
            "inverse": inverse,
            "transitive": transitive,
            "skip": skip,
            "total": _total(graph, found, predicate, inverse) if not transitive and not keep else None,
            "documents": reached(listed),
        }
    )


def _total(graph: KnowledgeGraph, found: Document, predicate: str, inverse: bool) -> int:
    return next((n for p, i, n in graph.roles(found) if (p, i) == (predicate, inverse)), 0)


def reached(found: Iterable[Found]) -> list[dict[str, Any]]:
    """Documents that were walked to, each with its chains of relations and sentences."""
    return [
        {**brief(f.document), "distance": f.depth, "chains": [[relation_dict(step) for step in c] for c in f.chains]}
        for f in found
    ]


def _issued_by(graph: KnowledgeGraph, found: Document) -> dict[str, Any]:
    stated = [r for r in graph.relations_of(found) if r.predicate == "issued_by" and r.subject == found.id]
    return plain(
        {
            "document": brief(found),
            "predicate": "issued_by",
            "issuers": [{**issuer_dict(graph.issuer(r.object)), "relation": relation_dict(r)} for r in stated],
        }
    )


def changes(graph: KnowledgeGraph, words: str) -> dict[str, Any]:
    """What the document changed and what changed it, a row a change, by date."""
    from graph.queries.changes import change_dict

    found = one(graph, words)
    rows = [change_dict(change, found.id) for change in graph.changes(found)]
    return plain({"document": brief(found), "changes": rows})


def history(graph: KnowledgeGraph, words: str, *, at: str | None = None) -> dict[str, Any]:
    """What the document took the place of, what took its place, and what happened to each of them, in the order of
    time; as of the day `at`, and nothing after it."""
    from graph.queries.history import history_dict

    found = one(graph, words)
    told = history_dict(graph.history(found, at))
    return plain({**told, "document": brief(found), "at": at})


def path(graph: KnowledgeGraph, start: str, end: str) -> dict[str, Any]:
    """How two documents hang together: a shortest chain of relations."""
    first, last = one(graph, start), one(graph, end)
    steps = graph.path(first, last)
    named = graph.by_id({id for r in steps for id in (r.subject, r.object)})
    return plain(
        {
            "start": brief(first),
            "end": brief(last),
            "relations": [relation_dict(r) for r in steps],
            "named": {id: brief(d) for id, d in sorted(named.items())},
        }
    )


def body(graph: KnowledgeGraph, id: str, *, limit: int = 50, skip: int = 0) -> dict[str, Any]:
    """An issuing body and a page of its documents, by date. NotFoundError where the graph has none of this id."""
    listed = graph.issued_by(id)
    found = graph.issuer(id)
    if not listed and found.name == id:
        raise NotFoundError(id)
    newest = sorted(listed, key=lambda d: (d.date or "", d.id), reverse=True)
    return {
        **issuer_dict(found),
        "total": len(listed),
        "skip": skip,
        "documents": [brief(d) for d in newest[skip : skip + min(limit, MOST)]],
    }


def figures(graph: KnowledgeGraph) -> dict[str, Any]:
    """How much there is in the graph."""
    from graph.queries.statistics import statistics

    found = statistics(graph.settled(), 10)
    named = graph.by_id(id for id, _ in found.most_cited)
    return {
        "sources": found.sources,
        "documents": found.documents,
        "loaded": found.loaded,
        "issuers": found.issuers,
        "mentions": found.mentions,
        "relations": found.relations,
        "types": dict(found.types),
        "predicates": dict(found.predicates),
        "most_cited": [{**brief(named[id]), "count": count} for id, count in found.most_cited if id in named],
    }


def extract(text: str) -> dict[str, Any]:
    """What one text says, without a graph."""
    from graph.pipeline import extract as read

    return extraction_dict(read(text))


def verify(graph: KnowledgeGraph, text: str, *, at: str | None = None) -> dict[str, Any]:
    """Each document that a text cites: known here or not, and whether it stands (on the day `at`). What the graph does
    not know is said as unknown, never as wrong."""
    from graph.pipeline import extract as read

    found = read(text)
    by_document: dict[str, list[Any]] = {}
    for mention in found.mentions:
        by_document.setdefault(mention.document, []).append(mention)
    rows = []
    for cited in found.documents:
        if cited.is_source or cited.id not in by_document:
            continue
        meant = _meant(graph, cited)
        places = [{"start": m.start, "end": m.end, "text": m.text} for m in by_document[cited.id]]
        row: dict[str, Any] = {"cited": brief(cited), "mentions": places[:20], "count": len(places)}
        if len(meant) == 1:
            row |= {"known": True, "document": brief(meant[0]), "standing": _standing(graph, meant[0], at)}
            row["disagrees"] = _disagreements(cited, meant[0])
        else:
            row |= {"known": False, "candidates": [brief(d) for d in meant[:10]]}
        rows.append(row)
    own = [finding_dict(f) for f in found.findings]
    return plain({"citations": rows, "findings": own, "unknown": sum(not row["known"] for row in rows)})


def _meant(graph: KnowledgeGraph, cited: Document) -> list[Document]:
    """The documents of the graph that a cited one may be: the same id, else the same number or name."""
    same = graph.by_id([cited.id])
    if same:
        return list(same.values())
    words = " ".join(filter(None, (cited.type, cited.code))) if cited.code else cited.name or ""
    return graph.resolve(words) if words else []


def _disagreements(cited: Document, known: Document) -> list[dict[str, str]]:
    """Facts that the text and the graph state differently."""
    found = []
    for key in ("type", "code", "date", "issuer"):
        mine, yours = getattr(cited, key), getattr(known, key)
        if mine and yours and mine != yours and not (key == "date" and yours.startswith(mine)):
            found.append({"field": key, "cited": mine, "known": yours})
    return found


def cite_as(found: Document, issuers: Sequence[Issuer] = ()) -> str:
    """How a paper names a document the first time (Nghị định 30/2020/NĐ-CP, Phụ lục I): type, number, date, issuer
    (all of them where several `issuers` are given), title."""
    words = [found.name or found.type or "Văn bản"]
    if found.code:
        words.append(f"số {found.code}")
    if found.date and len(found.date) == 10:
        year, month, day = found.date.split("-")
        # a day or a month below 10 (for months: 1 and 2) is written with a zero
        words.append(f"ngày {day} tháng {month if int(month) < 3 else int(month)} năm {year}")
    if found.issuer and not (found.type == "Luật" or found.name):
        names = [body.name for body in issuers] if len(issuers) > 1 else [found.issuer]
        words.append("của " + " và ".join(filter(None, (", ".join(names[:-1]), names[-1]))))
        if found.place and found.place not in found.issuer:
            words[-1] += f" {found.place}"
    if found.title and not found.name:
        title = found.title
        quoted = f"“{title}”" if not title[:1].islower() and not title.lower().startswith(_NAMING) else title
        words.append(title[:1].lower() + title[1:] if title.lower().startswith(_NAMING) else quoted)
    return " ".join(words)


def choices(error: NotFoundError | AmbiguousError) -> list[dict[str, Any]]:
    """The documents that may have been meant."""
    listed: Iterable[Document] = error.candidates if isinstance(error, AmbiguousError) else error.suggestions
    return [brief(document) for document in list(listed)[:20]]


def labelled(answer: Any, lang: str) -> Any:
    """An answer whose documents, wherever they stand in it, are called in `lang` what `brief` calls them in
    Vietnamese."""
    if lang == "vi":
        return answer
    if isinstance(answer, list | tuple):
        return [labelled(inner, lang) for inner in answer]
    if not isinstance(answer, dict):
        return answer
    found = {key: labelled(value, lang) for key, value in answer.items()}
    if found.keys() >= {"label", *_NAMING_FACTS}:
        found["label"] = labels.document(Document(**{fact: found[fact] for fact in _NAMING_FACTS}), lang)
    return found


def plain(found: dict[str, Any]) -> dict[str, Any]:
    """The answer with sources cut to the last part of their names: nothing tells where files lie."""
    return {key: _cut(key, value) for key, value in found.items()}


def _cut(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list):
        return [_cut(key, inner) for inner in value]
    return last_part(value) if key in ("source", "evidence_source", "texts") and isinstance(value, str) else value


def last_part(name: str) -> str:
    """``/srv/van-ban/a.pdf`` -> ``a.pdf``; the row of a table stays with it (``so.csv#12``)."""
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2]
