"""The server as a process, or several."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from graph.errors import LuocdoError
from graph.knowledge import open as open_graph
from graph.serve.settings import Settings


def run(settings: Settings, told: Callable[[str], None]) -> None:
    """Serve until stopped; `told` hears where. LuocdoError where the graph cannot be opened or the port not be had."""
    with open_graph(settings.graph):
        pass
    _try_port(settings)
    settings.to_environment()
    name = f"[{settings.host}]" if ":" in settings.host else settings.host
    told(f"http://{name}:{settings.port}/ (Ctrl+C để dừng)")
    uvicorn.run(
        "graph.serve.app:from_environment",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_level="warning",
        access_log=False,  # what people ask is theirs
        server_header=False,
        limit_concurrency=1000,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=10,
        h11_max_incomplete_event_size=64 << 10,
        proxy_headers=False,
    )


def _try_port(settings: Settings) -> None:
    """Whether the port can be had, told before the workers start."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((settings.host, settings.port))
    except (OSError, OverflowError) as error:
        reason = "đang được dùng" if getattr(error, "errno", None) == 98 else "không mở được"
        raise LuocdoError(f"cổng {settings.port} ở {settings.host} {reason}; hãy chọn --port khác") from None
