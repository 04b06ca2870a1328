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
    xlsx = "xlsx"  # an Excel workbook


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
IssuerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--issuer", help="Chỉ giữ văn bản của cơ quan này (“Quảng Ngãi”: mọi cơ quan của tỉnh).", metavar="BODY"
    ),
]
FromOption = Annotated[str | None, typer.Option("--from", help="Ban hành từ ngày, tháng hoặc năm này.", metavar="DATE")]
UntilOption = Annotated[
    str | None, typer.Option("--until", help="Ban hành đến hết ngày, tháng hoặc năm này.", metavar="DATE")
]
ObjectIssuerOption = Annotated[
    list[str] | None,
    typer.Option("--object-issuer", help="(Không nêu DOC) Cơ quan của văn bản được nhắm tới.", metavar="BODY"),
]
ObjectTypeOption = Annotated[
    list[str] | None,
    typer.Option("--object-type", help="(Không nêu DOC) Loại của văn bản được nhắm tới.", metavar="TYPE"),
]
LimitOption = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Số văn bản nhiều nhất.")]
FullOption = Annotated[bool, typer.Option("--full", help="Bảng với câu dẫn chứng đầy đủ và mọi nguồn.")]
Words = Annotated[list[str], typer.Argument(help="Văn bản: 18-NQ/TW, Nghị quyết 18.", metavar="DOC")]
MaybeWords = Annotated[list[str] | None, typer.Argument(help="Văn bản: 18-NQ/TW, Nghị quyết 18.", metavar="[DOC]")]

GRAPH = Path("graph.db")
