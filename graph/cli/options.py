"""Options that several verbs share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    excel = "excel"  # CSV with a byte order mark, which Excel needs to read Vietnamese


class Lang(StrEnum):
    """In which language documents, relations and headings are named."""

    vi = "vi"
    en = "en"


GraphFile = Annotated[
    Path,
    typer.Option("--graph", "-g", envvar="LUOCDO_GRAPH", help="Tệp đồ thị.", metavar="FILE"),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="Dạng kết quả.")]
LangOption = Annotated[Lang, typer.Option("--lang", envvar="LUOCDO_LANG", help="Ngôn ngữ của kết quả.")]
TypeOption = Annotated[
    list[str] | None,
    typer.Option("--type", "-t", help="Chỉ giữ loại này (“Kế hoạch” hoặc KH); dùng được nhiều lần.", metavar="TYPE"),
]
Words = Annotated[list[str], typer.Argument(help="Văn bản: 18-NQ/TW, Nghị quyết 18.", metavar="DOC")]
MaybeWords = Annotated[list[str] | None, typer.Argument(help="Văn bản: 18-NQ/TW, Nghị quyết 18.", metavar="[DOC]")]

GRAPH = Path("graph.db")
