"""Verbs that hand a graph on: view, export, sparql."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.options import GRAPH, GraphFile, Lang, LangOption, MaybeWords
from graph.cli.standing import AtOption

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

Base = Annotated[str | None, typer.Option("--base", help="IRI gốc của định danh HTTP (RDF).", metavar="IRI")]


def view(
    words: MaybeWords = None,
    graph_file: GraphFile = GRAPH,
    out: Annotated[str, typer.Option("--output", "-o", help="Tệp HTML.", metavar="FILE")] = "graph.html",
    hops: Annotated[int, typer.Option("--hops", min=1, max=3, help="Số bước quanh văn bản.")] = 2,
    browse: Annotated[bool, typer.Option("--open", help="Mở trang trong trình duyệt.")] = False,
    texts: Annotated[bool, typer.Option("--texts", help="Kèm toàn văn các nguồn dù trên 5 MB.")] = False,
    at: AtOption = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Trang HTML tương tác của đồ thị, hoặc của vùng quanh một văn bản; mở được khi không có mạng."""
    from graph.cli import documents, output, standing
    from graph.cli.endings import fitting
    from graph.cli.writing import inputs_of
    from graph.export.files import refuse_inputs
    from graph.knowledge import open as open_graph

    fitting(out, ["html"])
    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        refuse_inputs(out, inputs_of(graph, out))
        center = [documents.one(graph, words, lang.value).id] if words else []
        limit = {"max_source_bytes": sys.maxsize} if texts else {}
        graph.html(out, center=center, hops=hops, lang=lang.value, **limit)
    output.message(f"đã ghi {out}")
    if browse:
        import webbrowser

        webbrowser.open(Path(out).resolve().as_uri())


def export(
    words: MaybeWords = None,
    graph_file: GraphFile = GRAPH,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="turtle, jsonld, graphml, gexf, csv, ris, csl, …; akn: Akoma Ntoso của một văn bản "
            "(không nêu: theo đuôi tệp).",
            metavar="FORMAT",
        ),
    ] = None,
    out: Annotated[str, typer.Option("--output", "-o", help="Tệp kết quả; “-” là đầu ra chuẩn.", metavar="FILE")] = "-",
    hops: Annotated[int, typer.Option("--hops", min=0, help="Số bước quanh văn bản.")] = 2,
    at: AtOption = None,
    base: Base = None,
    profile: Annotated[
        str | None, typer.Option("--profile", help="RDF chỉ gồm thuật ngữ của: eli, schema.", metavar="PROFILE")
    ] = None,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="Dẫn chứng bằng triple term của RDF 1.2.")] = False,
    licence: Annotated[
        str | None, typer.Option("--licence", help="IRI giấy phép, ghi ở đầu tệp RDF.", metavar="IRI")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Tên tập dữ liệu, ghi ở đầu tệp RDF.", metavar="TEXT")
    ] = None,
    issued: Annotated[
        str | None, typer.Option("--issued", help="Ngày phát hành, ghi ở đầu tệp RDF.", metavar="YYYY-MM-DD")
    ] = None,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", help="RDF: dẫn chứng kèm theo: none, relations, all (mặc định).", metavar="LEVEL"),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option("--table", help="CSV: chỉ bảng này: documents, issuers, relations.", metavar="TABLE"),
    ] = None,
    dump: Annotated[
        list[str] | None,
        typer.Option(
            "--dump", help="Địa chỉ tải tệp này, ghi ở đầu tệp RDF (dcat:distribution); nhiều lần được.", metavar="URL"
        ),
    ] = None,
    context: Annotated[
        str | None,
        typer.Option("--context", help="JSON-LD: dẫn đến @context ở địa chỉ này, thay vì nhúng.", metavar="URL"),
    ] = None,
    code_lists: Annotated[
        bool,
        typer.Option("--code-lists", help="Danh mục mã (SKOS): loại văn bản, cơ quan, địa phương; không cần đồ thị."),
    ] = False,
    to: Annotated[
        str | None, typer.Option("--to", help="Nạp vào máy chủ SPARQL 1.1 thay vì ghi tệp.", metavar="URL")
    ] = None,
    named: Annotated[
        str | None, typer.Option("--into", help="Với --to: IRI của đồ thị có tên trên máy chủ.", metavar="IRI")
    ] = None,
    user: Annotated[str | None, typer.Option("--user", help="Với --to: tên người dùng.", metavar="NAME")] = None,
    password: Annotated[
        str | None,
        typer.Option(
            "--password",
            envvar="LUOCDO_PASSWORD",
            help="Với --to: mật khẩu (nên đặt trong biến môi trường).",
            metavar="TEXT",
        ),
    ] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Xuất đồ thị (hoặc vùng quanh một văn bản) sang định dạng của công cụ khác, hoặc nạp vào máy chủ SPARQL."""
    from graph.cli import documents, output, standing
    from graph.cli.writing import inputs_of
    from graph.errors import LuocdoError
    from graph.export import export as write
    from graph.export import fits, format_of
    from graph.export.files import refuse_inputs
    from graph.export.formats import table_of
    from graph.export.tables import TABLES
    from graph.knowledge import open as open_graph

    options: dict[str, Any] = {
        "base": base, "profile": profile, "rdf12": rdf12, "licence": licence, "title": title, "issued": issued,
        "evidence": evidence, "table": table, "dump": dump, "context": context,
    }  # fmt: skip
    akn = (format or Path(out).suffix.lstrip(".")).lower() in ("akn", "akomantoso")
    if code_lists or akn:
        given = [f"--{key}" for key, value in {**options, "to": to, "into": named, "at": at}.items() if value]
        given = [key for key in given if not (code_lists and key in ("--base", "--dump", "--context"))]
        if given:
            raise LuocdoError(f"{'--code-lists' if code_lists else '-f akn'} không đi cùng {', '.join(given)}")
        if code_lists:
            if words or akn:
                raise LuocdoError("--code-lists ghi cả danh mục: không nêu văn bản, chỉ dùng dạng RDF")
            _code_lists(format, out, base, dump or [], context)
        else:
            _akoma_ntoso(graph_file, words, out, lang.value)
        return
    if to is not None:
        given = [
            f"--{key}" for key, value in {**options, "base": None, "evidence": None, "format": format}.items() if value
        ]
        if given or out != "-":
            raise LuocdoError(f"--to không đi cùng {', '.join(given) or '--output'}")
    elif named is not None or user is not None:
        raise LuocdoError("--into và --user chỉ dùng cùng --to")
    known = format_of(format or (None if out != "-" else "turtle"), None if out == "-" else out)
    fits(known, out)
    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        if out != "-":
            refuse_inputs(out, inputs_of(graph, out))
        part: Any = graph.snapshot(documents.one(graph, words, lang.value), hops) if words else graph
        if to is not None:
            from graph.rdf import push

            count = push(part, to, graph=named, user=user, password=password, base=base, evidence=evidence)
            output.message(f"đã nạp {count} bộ ba")
            return
        if known.name == "csv" and (out.endswith(("/", "\\")) or Path(out).is_dir()):
            _csv_folder(part, out, table, inputs_of(graph, out))
            return
        if known.name == "csv" and table is None and out.lower().endswith(".csv"):
            options["table"] = table_of(out)
            others = ", ".join(name for name in TABLES if name != options["table"])
            output.message(
                f"{out}: bảng {options['table']} (bảng khác: --table {others}; cả ba: -o FILE.zip, -o FOLDER/)"
            )
        with output.whole_file(out) as stream:
            write(part, known.name, stream, **options)
        if known.name == "mermaid":
            _say_what_mermaid_lacks(part)


def _say_what_mermaid_lacks(part: Any) -> None:
    from graph.cli import output
    from graph.export.text_graphs import mermaid_edges

    edges, total = mermaid_edges(part)
    if len(edges) < total:
        output.message(
            f"Mermaid không vẽ được cả {total} quan hệ: đã giữ {len(edges)} quan hệ quanh văn bản"
            " có nhiều quan hệ nhất; muốn vùng khác thì nêu văn bản và --hops"
        )


def _csv_folder(part: Any, out: str, table: str | None, inputs: Iterable[str]) -> None:
    """The tables as files in a folder, which is made where it is missing."""
    from graph.cli import output
    from graph.export import export as write
    from graph.export.files import refuse_inputs
    from graph.export.tables import TABLES

    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    read = list(inputs)
    for name in TABLES if table is None else (table,):
        target = str(folder / f"{name}.csv")
        refuse_inputs(target, read)
        with output.whole_file(target) as stream:
            write(part, "csv", stream, table=name)
        output.message(f"đã ghi {target}")


def _code_lists(format: str | None, out: str, base: str | None, dumps: list[str], context: str | None) -> None:
    from graph.cli import output
    from graph.export import fits, format_of
    from graph.rdf.codelists import write_code_lists
    from graph.rdf.writing import check_base

    known = format_of(format or (None if out != "-" else "turtle"), None if out == "-" else out)
    fits(known, out)
    check_base(base)
    with output.whole_file(out) as stream:
        write_code_lists(known.name, stream, base=base, dumps=dumps, context=context)


def _akoma_ntoso(graph_file: Path, words: list[str] | None, out: str, lang: str) -> None:
    from graph.cli import documents, output
    from graph.cli.writing import inputs_of
    from graph.errors import LuocdoError
    from graph.export.files import refuse_inputs
    from graph.knowledge import open as open_graph

    if not words:
        raise LuocdoError("Akoma Ntoso là của một văn bản: hãy nêu văn bản (ví dụ: luocdo export 83/KH-UBND -f akn)")
    with open_graph(graph_file) as graph, graph.frozen():
        if out != "-":
            refuse_inputs(out, inputs_of(graph, out))
        data = graph.akoma_ntoso(documents.one(graph, words, lang))
        with output.whole_file(out) as stream:
            stream.write(data)


def sparql(
    query: Annotated[
        str | None,
        typer.Argument(
            help="Câu truy vấn SPARQL, hoặc tệp chứa nó; “-” là đầu vào chuẩn. Với --example: văn bản được hỏi.",
            metavar="QUERY",
        ),
    ] = None,
    graph_file: GraphFile = GRAPH,
    example: Annotated[
        str | None, typer.Option("--example", "-e", help="Truy vấn mẫu; “list” liệt kê.", metavar="NAME")
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="table, json, csv, excel, tsv, xml; với đồ thị: turtle, ntriples.", metavar="FORMAT"
        ),
    ] = "table",
    timeout: Annotated[float, typer.Option("--timeout", help="Số giây nhiều nhất.", metavar="N")] = 30.0,
) -> None:
    """Hỏi đồ thị bằng SPARQL 1.1, bằng câu của mình hoặc một truy vấn mẫu (--example)."""
    import codecs

    from graph.cli import output, waiting
    from graph.errors import LuocdoError
    from graph.knowledge import open as open_graph
    from graph.rdf import sparql as ask

    if example == "list":
        _list_examples(format)
        return
    if query is None and example is None:
        raise LuocdoError("thiếu câu truy vấn (QUERY), hoặc --example NAME")
    with open_graph(graph_file) as graph:  # a clear line where the file is no graph
        asked = _query(query or "") if example is None else _example(graph, example, query)
    with waiting.counter() as progress:
        result = ask(graph_file, asked, timeout=timeout, progress=progress)
    if format in ("table", "xlsx") and result.kind == "select":
        names = result.variables
        rows = [{name: value or "" for name, value in zip(names, row, strict=True)} for row in result.rows]
        if not output.show(rows, format, [(name, name) for name in names]):
            output.message("không có kết quả nào")
            raise typer.Exit(1)
    elif format == "table" and result.kind == "ask":
        output.say("true" if result.truth else "false")
    else:
        kind = {"table": "turtle", "excel": "csv"}.get(format, format)
        with output.whole_file("-") as stream:
            stream.write((codecs.BOM_UTF8 if format == "excel" else b"") + result.serialise(kind))
    if (result.kind == "ask" and not result.truth) or (result.kind == "select" and not result.bindings):
        raise typer.Exit(1)


def _list_examples(format: str) -> None:
    from graph.cli import output
    from graph.rdf import examples

    rows = [{"name": e.name, "vi": e.vi, "en": e.en, "document": "DOC" if e.parameters else ""} for e in examples()]
    heads = (("name", "Tên"), ("en" if output.in_english() else "vi", "Câu hỏi"), ("document", "Hỏi về"))
    output.show(rows, format, [(key, output.told(heading)) for key, heading in heads])


def _example(graph: KnowledgeGraph, name: str, words: str | None) -> str:
    """An example query, about the document that `words` name where they are given."""
    from graph.cli import documents
    from graph.rdf import example

    known = example(name)
    return known.bind(document=documents.one(graph, words, "vi").id) if words else known.query


def _query(given: str) -> str:
    """The text of a query: given, in a file, or on stdin."""
    if given == "-":
        return sys.stdin.read()
    if not any(c.isspace() for c in given) and Path(given).is_file():
        from graph.reading import read

        return read(given).text
    return given
