"""What every request passes first: who may ask, from where, how much, how long; and what every answer bears.

The page of somebody else must not be able to ask a server on the reader's own machine: the Host header must name the
server (DNS rebinding), a request that sends something must come from a page of the server (Origin). Answers forbid
scripts and everything else that our pages do not use.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.messages import english
from graph.serve.asked import lang
from graph.serve.settings import Settings

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),  # with no-referrer, a form of ours would send "Origin: null"
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_log = logging.getLogger("luocdo.serve")


class Guard:
    """ASGI middleware; see the module."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._names = {*_LOOPBACK, *settings.hosts, settings.host}
        if settings.base and (name := urlsplit(settings.base).hostname):
            self._names.add(name)
        self._token = settings.token.encode() if settings.token else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def answer(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(raw=message["headers"])
                for name, value in _HEADERS:
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", POLICY)
                message["headers"] = headers.raw
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await _plain(scope, answer, *refused)
            return
        try:
            async with asyncio.timeout(self._settings.seconds + self._settings.sparql_seconds):
                await while_there(self._app, scope, self._limited(receive), answer)
        except TooLargeError:
            if not started:
                await _plain(scope, answer, 413, "quá lớn")
        except TimeoutError:
            if not started:
                await _plain(scope, answer, 503, "quá lâu, đã dừng")
        except ClientDisconnect:
            pass  # nobody is there to be told
        except asyncio.CancelledError:
            raise
        except Exception as error:
            _log.error("%s %s: %s", scope["method"], scope["path"].split("/")[1][:20], type(error).__name__)
            if not started:
                await _plain(scope, answer, 500, "lỗi máy chủ")

    def _refusal(self, scope: Scope) -> tuple[int, str] | tuple[int, str, tuple[str, str]] | None:
        headers = Headers(scope=scope)
        if _host(headers.get("host", "")) not in self._names:
            return 421, "tên máy chủ không được chấp nhận (xem --allow-host)"
        if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            origin = headers.get("origin")
            if origin is not None and urlsplit(origin).hostname not in self._names:
                return 403, "yêu cầu từ một trang khác"
            if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                return 403, "yêu cầu từ một trang khác"
        if len(scope["query_string"]) > self._settings.most_query or len(scope["path"]) > 2000:
            return 414, "câu hỏi quá dài"
        if headers.get("content-encoding", "identity").lower() != "identity":
            return 415, "nội dung gửi lên không được nén"
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return 400, "Content-Length không hợp lệ"
        if int(length) > self._settings.most_upload:
            return 413, "quá lớn"
        if self._token is not None and scope["path"] != "/health" and not self._knows(headers.get("authorization", "")):
            return 401, "cần mã truy cập", ("WWW-Authenticate", 'Basic realm="luocdo", charset="UTF-8"')
        return None

    def _knows(self, authorization: str) -> bool:
        """``Bearer TOKEN``, or ``Basic`` with the token as password, which browsers ask for."""
        kind, _, given = authorization.partition(" ")
        shown = given.strip().encode("latin-1", "replace")  # as headers are read
        if kind.lower() == "basic":
            try:
                shown = base64.b64decode(shown, validate=True).partition(b":")[2]
            except ValueError:
                return False
        elif kind.lower() != "bearer":
            return False
        return self._token is not None and secrets.compare_digest(shown, self._token)

    def _limited(self, receive: Receive) -> Receive:
        got = 0

        async def take() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > self._settings.most_upload:
                raise TooLargeError
            return message

        return take


async def while_there(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Run the application as long as somebody waits for its answer: it is cancelled where the connection is cut.

    The server tells that in `receive`, which hardly any application asks once it has the body; so it is asked here as
    soon as the whole body is there, and what an application asks after that is answered from here."""
    gone, read = asyncio.Event(), asyncio.Event()
    headers = Headers(scope=scope)
    if "content-length" not in headers and "transfer-encoding" not in headers:
        read.set()

    async def take() -> Message:
        if read.is_set():
            if not empty:
                await gone.wait()
                return {"type": "http.disconnect"}
            return empty.pop()
        message = await receive()
        if message["type"] == "http.disconnect":
            gone.set()
        if not message.get("more_body", False):
            read.set()
        return message

    async def listen() -> None:
        await read.wait()
        while not gone.is_set():
            if (await receive())["type"] == "http.disconnect":
                gone.set()

    empty: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}] if read.is_set() else []
    running, listening = asyncio.ensure_future(app(scope, take, send)), asyncio.ensure_future(listen())
    try:
        await asyncio.wait((running, listening), return_when=asyncio.FIRST_COMPLETED)
        if running.done() or listening.exception() is not None:
            await running
    finally:
        for task in (running, listening):
            task.cancel()
        await asyncio.gather(running, listening, return_exceptions=True)


class TooLargeError(Exception):
    """A request sends more than the server takes."""


def _host(header: str) -> str:
    """The name in a Host header, without the port."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


async def _plain(scope: Scope, send: Send, status: int, text: str, *headers: tuple[str, str]) -> None:
    if lang(Request(scope)) == "en":
        text = english(text)
    body = f"{text}\n".encode()
    listed = [("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(body))), *headers]
    raw = [(name.lower().encode(), value.encode()) for name, value in listed]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
