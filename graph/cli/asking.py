"""Verbs that read a graph: show, find, path, stats, check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph import labels
from graph.cli.options import GRAPH, Format, FormatOption, GraphFile, Lang, LangOption, TypeOption, Words
from graph.cli.standing import AtOption

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.model import Document, Finding, Relation


def show(
    words: Words,
    graph_file: GraphFile = GRAPH,
    at: AtOption = None,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Một văn bản: thuộc tính, hiệu lực, quan hệ hai chiều kèm câu dẫn chứng."""
    from graph.cli import documents, output, standing
    from graph.knowledge import open as open_graph

    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        document = documents.one(graph, words, lang.value)
        if format is Format.table:
            _print_document(graph, document, lang.value)
            return
        columns = [
            (key, labels.field(key, lang.value))
            for key in ("predicate", "subject", "object", "provision", "evidence", "source")
        ]
        if format is Format.csv:
            output.show(_relation_rows(graph, document, lang.value), "csv", columns)
        else:
            output.show([{"data": _everything(graph, document)}], format.value, columns)


def _everything(graph: KnowledgeGraph, document: Document) -> dict[str, Any]:
    from graph.contract import document_dict, effect_dict, mention_dict, relation_dict, status_dict
    from graph.corrections import said_of

    return {
        **document_dict(document),
        "standing": status_dict(graph.status(document)),
        "effects": [effect_dict(e) for e in graph.effects_of(document)],
        "texts": list(graph.texts_of(document)),
        "relations": [relation_dict(r) for r in graph.relations_of(document)],
        "mentions": [mention_dict(m) for m in graph.mentions_of(document, 1000)],
        "corrections": said_of(graph.corrections(), document.id),
    }


def _print_document(graph: KnowledgeGraph, document: Document, lang: str) -> None:
    from graph.cli import standing
    from graph.cli.documents import body, date_text, name
    from graph.cli.output import one_line, say
    from graph.corrections import said_of

    status = graph.status(document)
    texts = graph.texts_of(document)
    mentions, sources = graph.count_mentions(document)
    known = graph.by_id([*status.by, *document.candidates, *(p.by for p in status.parts if p.by)])
    marks = [labels.mark("loaded" if texts else "cited-only", lang)]
    marks += [labels.mark(key, lang) for key in ("provisional", "unnumbered") if getattr(document, key)]
    facts = (
        ("title", document.title),
        ("date", date_text(document.date)),
        ("issuer", body(document)),
        ("term", document.term),
        ("status", standing.words(status, known, lang)),
        ("mentions", f"{mentions} ({sources} {labels.field('source', lang).lower()})"),
        ("sources", ", ".join(texts)),
        ("candidates", ", ".join(name(known, id, lang) for id in document.candidates)),
        ("id", document.id),
    )
    say(f"{labels.document(document, lang)}  [{'; '.join(marks)}]")
    for key, value in facts:
        if value:
            say(f"  {labels.field(key, lang)}: {one_line(value)}")
        if key == "status":
            for line in standing.parts(status, known, lang):
                say(f"    • {one_line(line)}")
            for e in status.evidence:
                say(f"    “{one_line(e.text)}” [{one_line(e.source or '')}]")
    if corrections := said_of(graph.corrections(), document.id):
        say()
        say(f"{labels.field('corrections', lang)}:")
        for row in corrections:
            say(f"  • {one_line(row['sentence'])} [{row['source']}]")
    for heading, relations in _by_role(graph.relations_of(document), document.id, lang):
        say()
        say(f"{heading}:")
        ends = [r.object if r.subject == document.id else r.subject for r in relations]
        others = graph.by_id(ends)
        issuers = {id: graph.issuer(id) for id, r in zip(ends, relations, strict=True) if r.predicate == "issued_by"}
        for end, relation in zip(ends, relations, strict=True):
            label = issuers[end].name if end in issuers else name(others, end, lang)
            date = others[end].date if end in others else None
            say(f"  • {label}" + (f" ({date_text(date)})" if date else "") + _parts(relation, lang))
            place = f"{labels.provision(relation.provision, lang)}: " if relation.provision else ""
            say(f"    {place}“{one_line(relation.evidence.text)}” [{relation.evidence.source}]")


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

    relations = graph.relations_of(document)
    known = graph.by_id({id for r in relations for id in (r.subject, r.object)})
    for r in relations:
        yield {
            "predicate": labels.predicate(r.predicate, lang),
            "subject": name(known, r.subject, lang),
            "object": name(known, r.object, lang),
            "provision": labels.provision(r.provision, lang) if r.provision else "",
            "evidence": r.evidence.text,
            "source": r.evidence.source,
        }


def find(
    words: Annotated[list[str], typer.Argument(help="Từ cần tìm, có dấu hay không dấu.", metavar="WORDS")],
    graph_file: GraphFile = GRAPH,
    types: TypeOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Số kết quả nhiều nhất.")] = 20,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Tìm văn bản theo số, ký hiệu, loại, trích yếu, cơ quan (không cần dấu)."""
    from graph.cli import documents, output
    from graph.knowledge import open as open_graph
    from graph.normalise import fold

    names = documents.type_names(types)
    with open_graph(graph_file) as graph, graph.frozen():
        found = graph.find(" ".join(words), limit if names is None else limit * 50)
        kept = [d for d in found if names is None or fold(d.type or "") in names][:limit]
    columns, table = documents.columns(lang.value)
    if not output.show((documents.row(d, lang.value) for d in kept), format.value, columns, table=table):
        output.message(f"không tìm thấy văn bản nào có “{' '.join(words)}”")
        raise typer.Exit(1)


def path(
    start: Annotated[str, typer.Argument(help="Văn bản thứ nhất.", metavar="A")],
    end: Annotated[str, typer.Argument(help="Văn bản thứ hai.", metavar="B")],
    graph_file: GraphFile = GRAPH,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Hai văn bản liên hệ với nhau thế nào: chuỗi quan hệ ngắn nhất."""
    from graph.cli import documents, output
    from graph.contract import relation_dict
    from graph.knowledge import open as open_graph

    with open_graph(graph_file) as graph, graph.frozen():
        first, last = documents.one(graph, start, lang.value), documents.one(graph, end, lang.value)
        relations = graph.path(first, last)
        known = graph.by_id({id for r in relations for id in (r.subject, r.object)})
    rows = [
        {
            "subject": documents.name(known, r.subject, lang.value),
            "predicate": labels.predicate(r.predicate, lang.value),
            "object": documents.name(known, r.object, lang.value),
            "evidence": f"“{' '.join(r.evidence.text.split())}”",
            "source": r.evidence.source,
            "data": relation_dict(r),
        }
        for r in relations
    ]
    keys = ("subject", "predicate", "object", "evidence", "source")
    columns = [(key, labels.field(key, lang.value)) for key in keys]
    if not output.show(rows, format.value, columns, table=columns[:4]):
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
    from graph.contract import finding_dict
    from graph.knowledge import open as open_graph

    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        rows = (
            {
                "kind": labels.finding(f.kind, lang.value),
                "message": f.message,
                "text": f.text,
                "source": f.source or "",
                "data": finding_dict(f),
            }
            for f in (_faults(graph) if shacl else _findings(graph, dated=wanted is not None))
        )
        columns = [(key, labels.field(key, lang.value)) for key in ("kind", "message", "text", "source")]
        if output.show(rows, format.value, columns):
            raise typer.Exit(1)
    if format is Format.table:
        output.message("không có điểm nào cần xem lại")


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
