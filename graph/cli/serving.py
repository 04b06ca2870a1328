"""Verbs that serve a graph: serve, mcp."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.options import GRAPH, GraphFile


def serve(
    graph_file: GraphFile = GRAPH,
    host: Annotated[
        str, typer.Option("--host", help="Địa chỉ nghe; mặc định chỉ máy này.", metavar="NAME")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=1, max=65535, help="Cổng.")] = 8000,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, max=64, help="Số tiến trình.")] = 1,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", help="Tên máy chủ được chấp nhận thêm (dùng được nhiều lần).", metavar="NAME"),
    ] = None,
    base: Annotated[
        str | None, typer.Option("--base", help="Địa chỉ công khai, ví dụ https://luocdo.example.", metavar="URL")
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            "--token", envvar="LUOCDO_TOKEN", help="Mã truy cập (nên đặt trong biến môi trường).", metavar="TEXT"
        ),
    ] = None,
) -> None:
    """Phục vụ đồ thị qua mạng: trang web, API, SPARQL, MCP; chỉ đọc."""
    from graph.cli.output import message
    from graph.errors import LuocdoError
    from graph.serve import Settings, run

    if base is not None and not base.startswith(("http://", "https://")):
        raise LuocdoError(f"--base: “{base}” không phải địa chỉ http:// hoặc https://")
    run(
        Settings(
            graph=str(graph_file.absolute()),
            host=host,
            port=port,
            workers=workers,
            hosts=tuple(allow_host or ()),
            token=token or None,
            base=base.rstrip("/") if base else None,
        ),
        message,
    )


def mcp(graph_file: GraphFile = GRAPH) -> None:
    """Công cụ cho mô hình ngôn ngữ (MCP) qua đầu vào và đầu ra chuẩn; chỉ đọc."""
    from graph.serve import Settings, serve_stdio

    serve_stdio(Settings(graph=str(graph_file.absolute())))
