"""How the workers' sockets are set."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import uvicorn
from loops import run

from graph.serve import running
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


async def _after(sock: socket.socket, sent: list[bytes]) -> bytes:
    """What a connection is sent in all that sends these pieces and then nothing, until it is closed."""

    async def app(scope: dict[str, object], receive: object, send: Callable[[object], Awaitable[None]]) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await asyncio.sleep(0.6)  # an answer may take longer than a head
        await send({"type": "http.response.body", "body": b"ok"})

    server = uvicorn.Server(
        uvicorn.Config(app, http=Prompt, lifespan="off", log_level="critical", timeout_keep_alive=60)  # type: ignore[arg-type]
    )
    serving = asyncio.create_task(server.serve(sockets=[sock]))
    while not server.started:
        await asyncio.sleep(0.01)
    reader, writer = await asyncio.open_connection(*sock.getsockname()[:2])
    for piece in sent:
        writer.write(piece)
        await asyncio.sleep(0.05)
    got = await reader.read()
    writer.close()
    server.should_exit = True
    await serving
    return got


WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize(
    ("sent", "answers"),
    [([], 0), ([b"G", b"ET / HT"], 0), ([b"GET / HTTP/1.1\r\nHost: localhost\r\n"], 0), ([WHOLE, b"GET /"], 1)],
)
def test_who_never_ends_a_head_is_not_waited_for(
    sent: list[bytes], answers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection is closed; a request that came whole is answered before."""
    monkeypatch.setattr(running, "HEAD_SECONDS", 0.3)
    bound = uvicorn.Config(lambda: None, host="127.0.0.1", port=0).bind_socket()
    got = run(lambda: asyncio.wait_for(_after(bound, sent), 20))
    assert got.count(b"200 OK") == answers and got.endswith(b"ok" if answers else b"")


@pytest.mark.parametrize("verb", ["serve", "mcp"])
@pytest.mark.parametrize("library", ["starlette", "uvicorn", "mcp", "pydantic", "python_multipart"])
def test_a_library_that_is_missing_is_one_line(library: str, verb: str, graph_file: Path) -> None:
    if verb == "mcp" and library in ("uvicorn", "python_multipart"):
        pytest.skip("not asked for")
    command = (
        f"import sys; sys.modules[{library!r}] = None; sys.argv = ['luocdo', {verb!r}, '-g', {str(graph_file)!r}]\n"
        "from graph.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "luocdo[serve]" in done.stderr
