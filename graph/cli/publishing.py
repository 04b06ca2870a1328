"""Verbs that hand a graph on: view, export, sparql."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from graph.cli.options import GRAPH, GraphFile, Lang, LangOption, MaybeWords

Base = Annotated[str | None, typer.Option("--base", help="IRI gốc của định danh HTTP (RDF).", metavar="IRI")]


def view(
    words: MaybeWords = None,
    graph_file: GraphFile = GRAPH,
    out: Annotated[str, typer.Option("--output", "-o", help="Tệp HTML.", metavar="FILE")] = "graph.html",
    hops: Annotated[int, typer.Option("--hops", min=1, max=3, help="Số bước quanh văn bản.")] = 2,
    browse: Annotated[bool, typer.Option("--open", help="Mở trang trong trình duyệt.")] = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Trang HTML tương tác của đồ thị, hoặc của vùng quanh một văn bản; mở được khi không có mạng."""
    from graph.cli import documents, output
    from graph.knowledge import open as open_graph

    with open_graph(graph_file) as graph, graph.frozen():
        center = [documents.one(graph, words, lang.value).id] if words else []
        graph.html(out, center=center, hops=hops, lang=lang.value)
    output.message(f"đã ghi {out}")
    if browse:
        import webbrowser
        from pathlib import Path

        webbrowser.open(Path(out).resolve().as_uri())


def export(
    words: MaybeWords = None,
    graph_file: GraphFile = GRAPH,
    format: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", help="turtle, jsonld, nquads, rdfxml, graphml, gexf, csv, … (không nêu: theo đuôi tệp)."
        ),
    ] = None,
    out: Annotated[str, typer.Option("--output", "-o", help="Tệp kết quả; “-” là đầu ra chuẩn.", metavar="FILE")] = "-",
    hops: Annotated[int, typer.Option("--hops", min=0, help="Số bước quanh văn bản.")] = 2,
    base: Base = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Xuất đồ thị (hoặc vùng quanh một văn bản) sang định dạng của công cụ khác."""
    from graph.cli import documents, output
    from graph.export import export as write
    from graph.export import format_of
    from graph.knowledge import open as open_graph

    known = format_of(format or (None if out != "-" else "turtle"), None if out == "-" else out)
    options: dict[str, Any] = {"base": base}
    with open_graph(graph_file) as graph, graph.frozen():
        part: Any = graph.snapshot(documents.one(graph, words, lang.value), hops) if words else graph
        with output.whole_file(out) as stream:
            write(part, known.name, stream, **options)


def sparql(
    query: Annotated[str, typer.Argument(help="Câu truy vấn SPARQL, hoặc tệp chứa nó; “-” là đầu vào chuẩn.")],
    graph_file: GraphFile = GRAPH,
    format: Annotated[
        str, typer.Option("--format", "-f", help="table, json, csv, tsv, xml; với đồ thị: turtle, ntriples.")
    ] = "table",
    timeout: Annotated[float, typer.Option("--timeout", help="Số giây nhiều nhất.")] = 30.0,
) -> None:
    """Hỏi đồ thị bằng SPARQL 1.1."""
    from graph.cli import output
    from graph.knowledge import open as open_graph
    from graph.rdf import sparql as ask

    with open_graph(graph_file):
        pass  # a clear line where the file is no graph
    result = ask(graph_file, _query(query), timeout=timeout)
    if format == "table" and result.kind == "select":
        names = result.variables
        rows = [{name: value or "" for name, value in zip(names, row, strict=True)} for row in result.rows]
        if not output.show(rows, "table", [(name, name) for name in names]):
            output.message("không có kết quả nào")
            raise typer.Exit(1)
    elif format == "table" and result.kind == "ask":
        print("true" if result.truth else "false")
    else:
        kind = "turtle" if format == "table" else format
        with output.whole_file("-") as stream:
            stream.write(result.serialise(kind))
    if (result.kind == "ask" and not result.truth) or (result.kind == "select" and not result.bindings):
        raise typer.Exit(1)


def _query(given: str) -> str:
    """The text of a query: given, in a file, or on stdin."""
    import sys
    from pathlib import Path

    if given == "-":
        return sys.stdin.read()
    if not any(c.isspace() for c in given) and Path(given).is_file():
        from graph.reading import read

        return read(given).text
    return given
