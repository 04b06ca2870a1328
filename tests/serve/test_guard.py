"""Who may ask, from where and how much; and what each answer bears."""

from __future__ import annotations

import asyncio
import base64
import socket
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from loops import run


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "127.0.0.1@evil.example", "[::1"])
def test_another_name_is_refused(client: Any, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_own_names_are_accepted(client: Any, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
@pytest.mark.parametrize("path", ["/sparql", "/api/v1/extract", "/mcp"])
def test_nothing_is_sent_from_other_pages(client: Any, path: str, headers: dict[str, str]) -> None:
    assert client.post(path, content=b"x", headers=headers).status_code == 403


def test_each_answer_forbids_what_our_pages_do_not_use(client: Any) -> None:
    for path in ("/", "/khong-co", "/api/v1/stats", "/health"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert "sha256-" in client.get("/map/30/2020/N%C4%90-CP").headers["content-security-policy"]


def test_too_much_is_refused(client: Any) -> None:
    assert client.get("/search?q=" + "a" * 9000).status_code == 414
    assert client.post("/api/v1/extract", content=b"x", headers={"Content-Length": "99999999999"}).status_code == 413

    packed = client.post("/api/v1/extract", content=b"x", headers={"Content-Encoding": "gzip"})
    assert packed.status_code == 415  # a small one may be a large one

    def endless() -> Any:
        for _ in range(40):
            yield b"x" * (1 << 20)

    assert client.post("/api/v1/extract", content=endless()).status_code == 413


def test_a_token_is_asked_for(graph_file: Path) -> None:
    from starlette.testclient import TestClient

    from graph.serve import Settings, application

    with TestClient(application(Settings(str(graph_file), token="bí mật")), base_url="http://localhost") as guarded:
        assert guarded.get("/health").status_code == 200
        assert guarded.get("/").status_code == 401
        assert "bí mật" not in guarded.get("/").text
        for given in (b"Bearer sai", b"Basic !!!", b"Basic " + base64.b64encode(b"x:sai")):
            assert guarded.get("/", headers={"Authorization": given}).status_code == 401
        right = "bí mật".encode()
        for given in (b"Bearer " + right, b"Basic " + base64.b64encode(b"x:" + right)):
            assert guarded.get("/", headers={"Authorization": given}).status_code == 200


def cut(address: str, head: str, after: float = 0.2) -> None:
    """Send a request, and cut the connection."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as wire:
        wire.sendall(head.encode())
        time.sleep(after)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_leaves_ends_the_work_for_him(method: str) -> None:
    """The application is told, whether or not it listens."""
    from graph.serve.guard import while_there

    ended: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while method == "POST" and (await receive()).get("more_body"):
            pass
        try:
            await asyncio.sleep(20)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    body = [{"type": "http.request", "body": b"a", "more_body": True}, {"type": "http.request", "body": b"b"}]
    told: list[dict[str, Any]] = [*(body if method == "POST" else ({"type": "http.request"},))]

    async def receive() -> dict[str, Any]:
        if told:
            return told.pop(0)
        await asyncio.sleep(0.05)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError(message)

    headers = [(b"content-length", b"2")] if method == "POST" else []
    scope = {"type": "http", "method": method, "headers": headers}
    run(lambda: asyncio.wait_for(while_there(app, scope, receive, send), 5))
    assert ended == ["cancelled"] and not told


def test_nothing_is_logged_of_who_leaves(address: str, caplog: pytest.LogCaptureFixture) -> None:
    lines = f"Host: {address.removeprefix('http://')}\r\n"
    for _ in range(5):
        cut(address, f"POST /api/v1/extract HTTP/1.1\r\n{lines}Content-Length: 1000\r\n\r\nabc", 0.05)
    with urlopen(f"{address}/health", timeout=10) as answer:
        assert answer.status == 200
    assert not [record for record in caplog.records if record.name == "luocdo.serve"]


def test_cut_connections_and_slow_ones_leave_the_server_as_it_was(address: str) -> None:
    lines = f"Host: {address.removeprefix('http://')}\r\n"
    for _ in range(20):
        cut(address, f"GET /search?q=van HTTP/1.1\r\n{lines}\r\n", 0)
        cut(address, f"POST /api/v1/extract HTTP/1.1\r\n{lines}Content-Length: 1000\r\n\r\nabc", 0)
        cut(address, "GET /sea", 0)
    begun = time.monotonic()
    with urlopen(f"{address}/search?q=van%20thu", timeout=10) as answer:
        assert answer.status == 200 and b"30/2020" in answer.read()
    assert time.monotonic() - begun < 5
