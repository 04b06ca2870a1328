"""The verb that measures the extractor by an official register: agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph import labels
from graph.cli.options import Format, FormatOption, Lang, LangOption

if TYPE_CHECKING:
    from graph.registers.agreement import Line

_COLUMNS = (
    ("predicate", "Quan hệ", "Relation"),
    ("extracted", "Trích được", "Extracted"),
    ("stated", "Danh mục có", "In register"),
    ("other", "Ở mục khác", "Other heading"),
    ("reversed", "Ngược chiều", "Reversed"),
    ("unlisted", "Danh mục không có", "Not listed"),
    ("visible", "Văn bản thể hiện", "Shown by text"),
    ("found", "Trích được trong đó", "Extracted of these"),
    ("share", "Tỷ lệ", "Share"),
)


def agree(
    register: Annotated[
        Path | None, typer.Argument(help="Danh mục: so với trích yếu của chính nó.", metavar="[REGISTER]")
    ] = None,
    graph_file: Annotated[
        Path | None,
        typer.Option("--graph", "-g", help="Đồ thị: so với toàn văn trong đồ thị.", metavar="FILE"),
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", "-p", help="Hồ sơ cột (TOML) hoặc tên hồ sơ có sẵn.", metavar="PROFILE")
    ] = None,
    examples: Annotated[bool, typer.Option("--examples", help="Kèm ví dụ chỗ không khớp.")] = False,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """So kết quả trích xuất với lược đồ chính thức của một danh mục, theo từng loại quan hệ."""
    from graph.cli import output
    from graph.registers.agreement import agreement_of_texts, agreement_of_titles

    if graph_file is not None:
        from graph.knowledge import open as open_graph

        with open_graph(graph_file) as graph, graph.frozen():
            lines = agreement_of_texts(graph)
    elif register is not None:
        lines = agreement_of_titles(register, profile)
    else:
        raise typer.BadParameter("cần một danh mục hoặc --graph", param_hint="REGISTER")
    columns = [(key, vi if lang is Lang.vi else en) for key, vi, en in _COLUMNS]
    if not output.show([_row(line, lang.value) for line in lines], format.value, columns):
        raise typer.Exit(1)
    if examples and format is Format.table:
        for line in lines:
            for example in line.examples:
                output.flow(f"{labels.predicate(line.predicate, lang.value)}: {example}", hang=2)


def _row(line: Line, lang: str) -> dict[str, Any]:
    counts = {key: getattr(line, key) for key, *_ in _COLUMNS[1:-1]}
    share = f"{line.found / line.visible:.0%}" if line.visible else ""
    data = {"predicate": line.predicate, **counts, "examples": line.examples}
    shown = {key: str(value) for key, value in counts.items()}
    return {"predicate": labels.predicate(line.predicate, lang), **shown, "share": share, "data": data}
