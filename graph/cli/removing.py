"""The verb that forgets: remove."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import GRAPH, GraphFile

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph


def remove(
    names: Annotated[
        list[str],
        typer.Argument(
            help="Tệp, thư mục, nguồn như đồ thị ghi (danh-muc.xlsx#12), hoặc văn bản (18-NQ/TW).",
            metavar="SOURCE|DOC…",
        ),
    ],
    graph_file: GraphFile = GRAPH,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Chỉ in lỗi.")] = False,
) -> None:
    """Quên nguồn đã nạp và mọi điều chỉ nguồn đó nói; tệp trên đĩa không bị động đến."""
    from graph.cli import output
    from graph.errors import LuocdoError
    from graph.knowledge import open as open_graph

    if not graph_file.exists():
        raise LuocdoError(f"{graph_file}: không tìm thấy đồ thị (hãy tạo bằng `luocdo build`)")
    with open_graph(graph_file, write=True) as graph:
        found: dict[str, None] = {}
        unknown = []
        for name in names:
            try:
                found.update(dict.fromkeys(_sources(graph, name)))
            except LuocdoError as error:
                unknown.append(str(error))
        left = [name for name in found if _is_there(graph, name)]
        count = graph.forget(found)
        graph.settle()
    for line in unknown:
        output.message(output.one_line(line))
    if count and not quiet:
        output.message(f"{graph_file}: đã quên {count} nguồn")
    if left and not quiet:
        few = ", ".join(left[:3]) + (", …" if len(left) > 3 else "")
        output.message(f"tệp vẫn còn, lần `build` sau của thư mục sẽ đọc lại: {few}")
    if unknown:
        raise typer.Exit(1 if count else 2)


def _sources(graph: KnowledgeGraph, words: str) -> list[str]:
    """The sources that the words name; LuocdoError where there are none."""
    from graph.errors import LuocdoError
    from graph.knowledge import NotFoundError
    from graph.reading.files import display_name, source_name
    from graph.store.forgetting import names_of

    spelt = [words.rstrip("/") or words, source_name(Path(words), graph.file), display_name(os.path.normpath(words))]
    for name in dict.fromkeys(spelt):
        if found := names_of(graph.settled(), name):
            return found
    try:
        document = graph.document(words)
    except NotFoundError:
        raise LuocdoError(f"{words}: đồ thị không có nguồn hay văn bản nào tên như vậy") from None
    texts = list(graph.texts_of(document))
    if not texts:
        raise LuocdoError(f"{words}: chỉ được văn bản khác dẫn, không có nguồn nào của chính nó để quên")
    return texts


def _is_there(graph: KnowledgeGraph, name: str) -> bool:
    """Whether the file that the source came from is still where it was."""
    from graph.store.forgetting import holders

    return any((graph.file.parent / holder).is_file() for holder in holders(name))
