"""Verbs that read a graph: show, find, path, stats, check."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph import labels
from graph.cli.options import (
    GRAPH,
    Format,
    FormatOption,
    FromOption,
    FullOption,
    GraphFile,
    IssuerOption,
    Lang,
    LangOption,
    TypeOption,
    UntilOption,
    Words,
)
from graph.cli.standing import AtOption
from graph.cli.workbooks import Linked

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.model import Document, Finding, Relation


def show(
    words: Words,
    graph_file: GraphFile = GRAPH,
    at: AtOption = None,
    full: FullOption = False,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Một văn bản: thuộc tính, hiệu lực, quan hệ hai chiều kèm câu dẫn chứng."""
    from graph.cli import output, standing

    with standing.document_at(graph_file, words, at, lang.value) as (graph, document):
        if format is Format.table:
            _print_document(graph, document, lang.value, full=full)
            return
        columns = [
            (key, labels.field(key, lang.value))
            for key in ("predicate", "subject", "object", "provision", "evidence", "source")
        ]
        if format in (Format.csv, Format.excel, Format.xlsx):
            from graph.export.workbook import Sheet

            heads = [(key, labels.field(key, lang.value)) for key in ("name", "value")]
            facts = [{"name": labels.field(key, lang.value), "value": value}
                     for key, value in _facts(graph, document, lang.value) if value]  # fmt: skip
            before = [Sheet(labels.field("facts", lang.value), heads, facts)]
            linked = Linked({"subject": "subject_id", "object": "object_id"}, graph.by_id, lang.value, before)
            output.show(_relation_rows(graph, document, lang.value), format.value, columns, linked=linked)
        else:
            output.show([{"data": _everything(graph, document)}], format.value, columns)


def _everything(graph: KnowledgeGraph, document: Document) -> dict[str, Any]:
    from graph.contract import document_dict, effect_dict, issuer_dict, mention_dict, relation_dict, status_dict
    from graph.corrections import said_of

    return {
        **document_dict(document),
        "standing": status_dict(graph.status(document)),
        "issuers": [issuer_dict(body) for body in graph.issuers_of(document)],
        "effects": [effect_dict(e) for e in graph.effects_of(document)],
        "texts": list(graph.texts_of(document)),
        "relations": [relation_dict(r) for r in graph.relations_of(document)],
        "mentions": [mention_dict(m) for m in graph.mentions_of(document, 1000)],
        "corrections": said_of(graph.corrections(), document.id),
    }


def _print_document(graph: KnowledgeGraph, document: Document, lang: str, *, full: bool) -> None:
    from graph.cli import standing
    from graph.cli.brief import Told
    from graph.cli.documents import date_text, name
    from graph.cli.output import flow, one_line, say, sentence
    from graph.corrections import said_of
    from graph.queries.diagram import closer

    def said(line: str) -> None:
        flow(f"    {one_line(line)}")

    told = Told(lang, full=full)
    status = graph.status(document)
    texts = graph.texts_of(document)
    known = graph.by_id([*status.by, *document.candidates, *(p.by for p in status.parts if p.by)])
    marks = [labels.mark("loaded" if texts else "cited-only", lang)]
    marks += [labels.mark(key, lang) for key in ("provisional", "unnumbered") if getattr(document, key)]
    flow(f"{labels.document(document, lang)}  [{'; '.join(marks)}]", hang=2)
    for key, value in _facts(graph, document, lang)[1:]:
        if value:
            value = date_text(value) if key == "date" else value
            flow(f"  {labels.field(key, lang)}: {one_line(value)}", hang=2)
        if key == "status":
            for line in standing.parts(status, known, lang):
                flow(f"    • {one_line(line)}")
            for e in status.evidence:
                said(" ".join(told.lines([e], [document.code])))
    if corrections := said_of(graph.corrections(), document.id, lang):
        say()
        say(f"{labels.field('corrections', lang)}:")
        for row in corrections:
            flow(f"  • {sentence(row['sentence'])} [{row['source']}]")
    relations = graph.relations_of(document)
    if not full:  # the issuer stands above
        relations = closer(relations)
    for heading, listed in _by_role(relations, document.id, lang):
        say()
        say(f"{heading}:")
        grouped: dict[tuple[str, str], list[Relation]] = {}
        for relation in listed:
            end = relation.object if relation.subject == document.id else relation.subject
            grouped.setdefault((end, "" if not full else str(len(grouped))), []).append(relation)
        others = graph.by_id(end for end, _ in grouped)
        shown = list(grouped.items())[: None if full else _MOST]
        for (end, _), stated in shown:
            label = graph.issuer(end).name if stated[0].predicate == "issued_by" else name(others, end, lang)
            date = others[end].date if end in others else None
            parts = dict.fromkeys(_parts(r, lang) for r in stated)
            best = max(stated, key=lambda r: (bool(r.provision), r.evidence.confidence))
            flow(f"  • {label}" + (f" ({date_text(date)})" if date else "") + "".join(parts))
            place = f"{labels.provision(best.provision, lang)}: " if best.provision else ""
            more = f" (+{len(stated) - 1})" if len(stated) > 1 else ""
            said(
                place
                + " ".join(told.lines([best.evidence], [document.code, others[end].code if end in others else None]))
                + more
            )
        if len(grouped) > len(shown):
            say(f"  … (+{len(grouped) - len(shown)}; --full)")


_MOST = 20  # documents under one heading


def _facts(graph: KnowledgeGraph, document: Document, lang: str) -> list[tuple[str, str | None]]:
    """What is known of a document by itself: attribute (a key of `graph.labels.FIELDS`) and value; days in ISO form."""
    from graph.cli import standing
    from graph.cli.documents import body, name, of_place

    status = graph.status(document)
    several = graph.issuers_of(document)
    mentions, sources = graph.count_mentions(document)
    known = graph.by_id([*status.by, *document.candidates, *(p.by for p in status.parts if p.by)])
    return [
        ("document", labels.document(document, lang)),
        ("title", document.title),
        ("date", document.date),
        ("issuer", "; ".join(map(of_place, several)) if len(several) > 1 else body(document)),
        ("term", document.term),
        ("status", standing.words(status, known, lang)),
        ("mentions", f"{mentions} ({sources} {labels.field('source', lang).lower()})"),
        ("sources", ", ".join(graph.texts_of(document))),
        ("candidates", ", ".join(name(known, id, lang) for id in document.candidates)),
        ("id", document.id),
    ]


def _parts(relation: Relation, lang: str) -> str:
    if relation.pinpoints:
        return f" — {'; '.join(map(str, relation.pinpoints))}"
    return f" — {labels.field('partial', lang)}" if relation.partial else ""


def _by_role(relations: Iterable[Relation], id: str, lang: str) -> Iterator[tuple[str, list[Relation]]]:
    """Relations by predicate and direction, in the order of the predicates; the own ones first."""
    listed = list(relations)
    for predicate in labels.PREDICATES:
        for inverse in (False, True):
            found = [r for r in listed if r.predicate == predicate and (r.object == id) == inverse]
            if found:
                heading = labels.predicate(predicate, lang, inverse=inverse)
                yield heading[0].upper() + heading[1:], found


def _relation_rows(graph: KnowledgeGraph, document: Document, lang: str) -> Iterator[dict[str, Any]]:
    from graph.cli.documents import name
    from graph.cli.output import sentence

    relations = graph.relations_of(document)
    known = graph.by_id({id for r in relations for id in (r.subject, r.object)})
    for r in relations:
        yield {
            "predicate": labels.predicate(r.predicate, lang),
            "subject": name(known, r.subject, lang),
            "object": graph.issuer(r.object).name if r.predicate == "issued_by" else name(known, r.object, lang),
            "provision": labels.provision(r.provision, lang) if r.provision else "",
            "evidence": sentence(r.evidence.text),
            "source": r.evidence.source,
            "subject_id": r.subject,
            "object_id": r.object,
        }


def find(
    words: Annotated[
        list[str] | None, typer.Argument(help="Từ cần tìm, có dấu hay không dấu.", metavar="[WORDS]")
    ] = None,
    graph_file: GraphFile = GRAPH,
    types: TypeOption = None,
    issuers: IssuerOption = None,
    since: FromOption = None,
    until: UntilOption = None,
    at: AtOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Số kết quả nhiều nhất.")] = 20,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Tìm văn bản theo số, ký hiệu, loại, trích yếu, cơ quan (không cần dấu), hoặc chỉ theo các điều kiện."""
    from graph.cli import documents, output, standing
    from graph.errors import LuocdoError
    from graph.knowledge import open as open_graph
    from graph.queries.selecting import ENDED

    text = " ".join(words or ())
    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        keep = graph.select(types=types or (), issuers=issuers or (), since=since, until=until)
        if not text.strip() and not keep:
            raise LuocdoError("hãy nêu từ cần tìm, hoặc --type, --issuer, --from, --until")
        if wanted is None:
            kept = graph.find(text, limit, keep)
        else:
            states = graph.statuses()
            found = graph.find(text, sys.maxsize, keep)
            kept = [d for d in found if d.id not in states or states[d.id].state not in ENDED][:limit]
    columns, table = documents.columns(lang.value)
    if not output.show((documents.row(d, lang.value) for d in kept), format.value, columns, table=table):
        output.message(f"không tìm thấy văn bản nào có “{text}”" if text else "không có kết quả nào")
        raise typer.Exit(1)


def path(
    start: Annotated[str, typer.Argument(help="Văn bản thứ nhất.", metavar="A")],
    end: Annotated[str, typer.Argument(help="Văn bản thứ hai.", metavar="B")],
    graph_file: GraphFile = GRAPH,
    full: FullOption = False,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Hai văn bản liên hệ với nhau thế nào: chuỗi quan hệ ngắn nhất."""
    from graph.cli import documents, output
    from graph.cli.brief import Told
    from graph.contract import relation_dict
    from graph.knowledge import open as open_graph

    with open_graph(graph_file) as graph, graph.frozen():
        first, last = documents.one(graph, start, lang.value), documents.one(graph, end, lang.value)
        relations = graph.path(first, last)
        known = graph.by_id({id for r in relations for id in (r.subject, r.object)})
    told = Told(lang.value, full=full)
    rows = [
        {
            "subject": documents.name(known, r.subject, lang.value),
            "predicate": labels.predicate(r.predicate, lang.value),
            "object": documents.name(known, r.object, lang.value),
            "evidence": f"“{output.sentence(r.evidence.text)}”",
            "source": r.evidence.source,
            "said": told.lines([r.evidence], [known[id].code for id in (r.subject, r.object) if id in known]),
            "subject_id": r.subject,
            "object_id": r.object,
            "data": relation_dict(r),
        }
        for r in relations
    ]
    keys = ("subject", "predicate", "object", "evidence", "source")
    columns = [(key, labels.field(key, lang.value)) for key in keys]
    table = [*columns[:3], ("said", labels.field("evidence", lang.value))]
    linked = Linked({"subject": "subject_id", "object": "object_id"}, lambda _: known, lang.value)
    if not output.show(rows, format.value, columns, table=table, linked=linked):
        output.message("không có quan hệ nào nối hai văn bản này")
        raise typer.Exit(1)


def stats(
    graph_file: GraphFile = GRAPH,
    top: Annotated[int, typer.Option("--top", min=0, help="Số văn bản được dẫn nhiều nhất cần liệt kê.")] = 10,
    at: AtOption = None,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Số liệu của đồ thị."""
    from graph.cli import output, standing
    from graph.cli.documents import name
    from graph.knowledge import open as open_graph

    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        figures = graph.stats(top)
        known = graph.by_id(id for id, _ in figures.most_cited)
    counts = (
        "sources", "documents", "loaded", "provisional", "issuers", "mentions", "relations", "findings", "pending",
    )  # fmt: skip
    code = lang.value
    rows = [_count(labels.figure(key, code), "", getattr(figures, key)) for key in counts]
    kinds = ((labels.document_type(key or None, code), count) for key, count in figures.types)
    rows += [_count(labels.field("type", code), kind, count) for kind, count in kinds]
    rows += [_count(labels.field("predicate", code), labels.predicate(k, code), n) for k, n in figures.predicates]
    rows += [_count(labels.field("status", code), labels.status(k, code), n) for k, n in figures.states]
    rows += [_count(labels.figure("most_cited", code), name(known, id, code), n) for id, n in figures.most_cited]
    if format in (Format.json, Format.jsonl):
        data: dict[str, Any] = {key: getattr(figures, key) for key in counts}
        data["types"] = dict(figures.types)
        data["predicates"] = dict(figures.predicates)
        data["states"] = dict(figures.states)
        data["most_cited"] = dict(figures.most_cited)
        rows = [{"data": data}]
    columns = [(key, labels.field(key, lang.value)) for key in ("kind", "name", "count")]
    output.show(rows, format.value, columns)


def _count(kind: str, name: str, count: int) -> dict[str, Any]:
    return {"kind": kind, "name": name, "count": count}


def check_graph(
    graph_file: GraphFile = GRAPH,
    shacl: Annotated[
        bool, typer.Option("--shacl", help="Kiểm tra bản RDF của đồ thị theo các hình dạng SHACL.")
    ] = False,
    at: AtOption = None,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Những điểm cần xem lại: mâu thuẫn, ký hiệu sai, dẫn chiếu chưa rõ. Mã thoát 1 nếu có."""
    from graph.cli import output, standing
    from graph.cli.brief import base
    from graph.cli.output import sentence
    from graph.contract import finding_dict
    from graph.knowledge import open as open_graph

    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        corrected = _in_words(graph, lang.value)
        rows = (
            {
                "kind": labels.finding(f.kind, lang.value),
                "message": output.told(f.message.replace(f.text, words) if f.text else f.message),
                "text": words,
                "source": f.source or "",
                "place": (sentence(words), f"[{base(f.source)}]"),
                "data": finding_dict(f),
            }
            for f in (_faults(graph) if shacl else _findings(graph, dated=wanted is not None))
            for words in (corrected.get(f.source or "", f.text),)
        )
        columns = [(key, labels.field(key, lang.value)) for key in ("kind", "message", "text", "source")]
        table = [*columns[:2], ("place", labels.field("text", lang.value))]
        if output.show(rows, format.value, columns, table=table):
            raise typer.Exit(1)
    if format is Format.table:
        output.message("không có điểm nào cần xem lại")


def _in_words(graph: KnowledgeGraph, lang: str) -> dict[str, str]:
    """The corrections by hand in the words of the language, by the name of their source."""
    from graph.corrections import Correction, sentence

    return {kept.name: sentence(Correction(**kept.cells), lang)[0] for kept in graph.corrections()}


def _findings(graph: KnowledgeGraph, *, dated: bool) -> Iterator[Finding]:
    """What texts and the merge found, what goes against the order of time or rank, what is said of force in two ways
    (as of a day also what rests on ended documents), then where registers and texts contradict each other."""
    from graph.queries.order import force_findings, order_findings, reliance_findings
    from graph.registers.contradictions import contradictions

    yield from graph.findings()
    yield from order_findings(graph)
    yield from force_findings(graph)
    if dated:
        yield from reliance_findings(graph)
    yield from contradictions(graph)


def _faults(graph: KnowledgeGraph) -> list[Finding]:
    """What breaks the shapes of the linked data."""
    from graph.rdf import check_shapes

    return check_shapes(graph)
