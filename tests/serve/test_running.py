"""How the workers' sockets are set."""

from __future__ import annotations

import asyncio
import socket

import uvicorn
from loops import run

from graph.serve.running import Prompt


async def _answered(sock: socket.socket) -> int:
    """TCP_NODELAY of the connection that a request came by, on a shared socket as uvicorn binds it for its workers."""
    seen: list[int] = []

    class Watched(Prompt):
        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(transport)
            seen.append(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    async def app(scope: object, receive: object, send: object) -> None: ...

    server = uvicorn.Server(uvicorn.Config(app, http=Watched, lifespan="off", log_level="critical"))
    serving = asyncio.create_task(server.serve(sockets=[sock]))
    while not server.started:
        await asyncio.sleep(0.01)
    _, writer = await asyncio.open_connection(*sock.getsockname()[:2])
    while not seen:
        await asyncio.sleep(0.01)
    writer.close()
    server.should_exit = True
    await serving
    return seen[0]


def test_answers_leave_at_once() -> None:
    bound = uvicorn.Config(lambda: None, host="127.0.0.1", port=0).bind_socket()
    assert bound.proto == 0 and not bound.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    assert run(lambda: asyncio.wait_for(_answered(bound), 20)) != 0
