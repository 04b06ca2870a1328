"""The server as a process, or several."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from graph.errors import LuocdoError
from graph.knowledge import open as open_graph
from graph.serve.settings import Settings

HEAD_SECONDS = 15.0  # that the head of a request may take


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
        http=Prompt,
        ws="none",
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


class Prompt(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """HTTP whose answers leave at once, and that does not wait for ever for a request to begin.

    uvicorn waits without end for the rest of a head: some hundreds of connections that send a byte a minute would take
    all that it serves (`limit_concurrency`). One is closed where `HEAD_SECONDS` after its beginning no head is whole.

    asyncio sets TCP_NODELAY only on sockets that name their protocol, which the
    one that uvicorn's workers share does not; without it a kept connection waits 40 ms between the head of an answer
    and its body (Nagle's algorithm against delayed acknowledgement)."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """A client has connected."""
        super().connection_made(transport)
        self._late: asyncio.TimerHandle | None = None
        self._watch()
        connected = transport.get_extra_info("socket")
        if connected is not None and connected.family in (socket.AF_INET, socket.AF_INET6):
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        """A client has sent something."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """An answer is given; the next head may have begun meanwhile."""
        super().on_response_complete()
        if not self.transport.is_closing():
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """A client has gone."""
        super().connection_lost(exc)
        if self._late is not None:
            self._late.cancel()

    def _watch(self) -> None:
        """Begin to wait for a head, or stop where it is there."""
        if self._answering():
            if self._late is not None:
                self._late.cancel()
                self._late = None
        elif self._late is None:
            self._late = asyncio.get_running_loop().call_later(HEAD_SECONDS, self._give_up)

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _give_up(self) -> None:
        self._late = None
        if not self._answering():
            self.transport.close()


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
