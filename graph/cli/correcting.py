"""The verb that corrects by hand: correct."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import GRAPH, GraphFile

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_USAGE = (
    "cách viết: luocdo correct thêm|xác-nhận|bác VĂN_BẢN QUAN_HỆ VĂN_BẢN; sửa|bác VĂN_BẢN DỮ_KIỆN GIÁ_TRỊ;"
    " gộp VĂN_BẢN VĂN_BẢN; tách VĂN_BẢN NGUỒN"
)


def correct(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Việc (xác-nhận, bác, thêm, sửa, gộp, tách), văn bản, quan hệ hoặc dữ kiện, giá trị.",
            metavar="[ACTION DOC [WHAT] VALUE]",
        ),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="Lý do.", metavar="TEXT")] = "",
    who: Annotated[
        str | None, typer.Option("--who", help="Người sửa (mặc định: tên đăng nhập).", metavar="NAME")
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option("--corrections", help="Tệp đính chính (mặc định: corrections.csv cạnh đồ thị).", metavar="FILE"),
    ] = None,
    graph_file: GraphFile = GRAPH,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Chỉ in lỗi.")] = False,
) -> None:
    """Đính chính bằng tay: ghi một dòng vào corrections.csv (sửa được bằng Excel) và áp dụng.

    Không có ACTION thì áp dụng tệp như nó đang là. Ví dụ:
    luocdo correct bác "Luật Tố cáo" "thay thế" 03/2025/NQ-HĐND --why "nhầm dòng"
    """
    from graph.cli import output
    from graph.corrections import FILE, append, file_of
    from graph.errors import LuocdoError
    from graph.knowledge import open as open_graph

    if not graph_file.exists():
        raise LuocdoError(f"{graph_file}: không tìm thấy đồ thị (hãy tạo bằng `luocdo build`)")
    with open_graph(graph_file, write=True) as graph:
        file = file_of(graph.settled(), graph.file, corrections) or graph.file.parent / FILE
        if words:
            cells = _cells(graph, words)
            row = append(file, {**cells, "who": _login() if who is None else who, "why": why})
        loaded = graph.correct(file)
        graph.settle()
        kept = graph.corrections()
        lines = [*(loaded.wrong if loaded is not None else ()), *troubles(graph)]
    for line in lines:
        output.message(line)
    if not quiet:
        done = sum(not correction.state for correction in kept)
        added = f"ghi dòng {row}; " if words else ""
        output.message(f"{file}: {added}{done} đính chính được áp dụng")
    if loaded is not None and loaded.wrong:
        raise typer.Exit(1)


def _cells(graph: KnowledgeGraph, words: list[str]) -> dict[str, str]:
    """The row that was typed, checked; LuocdoError where it says nothing or names what is not there."""
    from graph.corrections import Unclear, read_row
    from graph.errors import LuocdoError

    if not 3 <= len(words) <= 4:
        raise LuocdoError(_USAGE)
    names = ("action", "document", "value") if len(words) == 3 else ("action", "document", "what", "value")
    cells = dict(zip(names, (word.replace("-", " ") if n == 0 else word for n, word in enumerate(words)), strict=True))
    try:
        row = read_row(cells)
    except Unclear as error:
        raise LuocdoError(f"{error}; {_USAGE}") from None
    adds = row.action == "add"  # which may name documents that are not there yet
    if not adds or len(graph.resolve(row.document)) == 1:
        cells["document"] = _name(graph, row.document)
    if row.action == "merge" or (row.is_relation and (not adds or len(graph.resolve(row.value)) == 1)):
        cells["value"] = _name(graph, row.value)
    return cells


def _name(graph: KnowledgeGraph, words: str) -> str:
    """How the one document that the words mean is called in the file: with its date, where that means it alone."""
    from graph.cli.documents import date_text

    document = graph.document(words)
    full = f"{document.type or ''} {document.code or ''} ngày {date_text(document.date)}".strip()
    if document.code and document.date and [found.id for found in graph.resolve(full)] == [document.id]:
        return full
    return words


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def troubles(graph: KnowledgeGraph) -> list[str]:
    """A line for each correction that is not applied."""
    from graph.corrections import place_of

    lost = sorted((place_of(kept.name), kept.state) for kept in graph.corrections() if kept.state)
    return [f"{file} dòng {row}: {state}" for (file, row), state in lost]
