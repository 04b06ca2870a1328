"""``luocdo report``: a document's *lược đồ* as a Word paper."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.options import GRAPH, GraphFile, Lang, LangOption, Words
from graph.cli.standing import AtOption


def report(
    words: Words,
    graph_file: GraphFile = GRAPH,
    out: Annotated[str, typer.Option("--output", "-o", help="Tệp Word (.docx).", metavar="FILE")] = "",
    at: AtOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Số văn bản nhiều nhất trong mỗi quan hệ.")] = 100,
    lang: LangOption = Lang.vi,
) -> None:
    """Lược đồ của một văn bản thành tệp Word để lưu hồ sơ: thuộc tính, hiệu lực (hôm nay hoặc --at), quan hệ."""
    from graph.cli import documents, output, standing
    from graph.cli.writing import inputs_of
    from graph.errors import LuocdoError
    from graph.export.files import refuse_inputs
    from graph.export.paper import docx
    from graph.knowledge import open as open_graph

    if not out.lower().endswith(".docx"):
        raise LuocdoError("hãy nêu tệp Word để ghi: -o FILE.docx")
    with open_graph(graph_file) as graph, graph.as_of(standing.day(at or "hôm nay")).frozen():
        refuse_inputs(out, inputs_of(graph, out))
        paper = docx(graph.diagram(documents.one(graph, words, lang.value), most=limit), lang.value)
    with output.whole_file(out) as stream:
        stream.write(paper)
    output.message(f"đã ghi {out}")
