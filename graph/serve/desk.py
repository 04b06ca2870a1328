"""Where requests come in: a question is put to the graph, its answer made in the reading thread, kept, and handed out
with its tag. What cannot be answered is told in the form that was asked for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.errors import LuocdoError, NoRoomError, QueryError, TooLongError
from graph.knowledge import AmbiguousError, KnowledgeGraph, NotFoundError
from graph.messages import english
from graph.serve import answers
from graph.serve.asked import VARY, AskedError, Kept, answer, best, json_bytes, lang
from graph.serve.pool import BusyError, Graphs
from graph.serve.settings import Settings
from graph.serve.templates import Templates

JSON = "application/json"
PROBLEM = "application/problem+json"  # RFC 9457
HTML = "text/html; charset=utf-8"
BUSY = "máy chủ đang bận, hãy thử lại sau"
NO_ROOM = "máy chủ không ghi được (hết chỗ trên đĩa?), hãy thử lại sau"


class Desk:
    """The graph, the settings and the answers kept of one worker. The path of the graph is made absolute: drafts are
    read in folders of their own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings = replace(settings, graph=os.path.abspath(settings.graph))
        self.graphs = Graphs(
            settings.graph, threads=settings.threads, waiting=settings.waiting, seconds=settings.seconds
        )
        self.templates = Templates()
        self.queries = asyncio.Semaphore(2)  # in SPARQL; each is a process
        self.drafts = asyncio.Semaphore(2)  # that are read at once; each in a process
        self._kept = Kept()

    async def give(self, request: Request, media: str, make: Callable[[KnowledgeGraph], bytes], *more: str) -> Response:
        """The bytes that `make` makes out of the graph, kept under the address, `media` and `more` until the graph
        changes."""
        key = (self.graphs.version(), request.url.path, request.url.query, lang(request), media, *more)
        kept = self._kept.get(key)
        if kept is None:
            kept = (await self.graphs.ask(make), media)
            self._kept.put(key, *kept)
        return answer(request, *kept)

    async def json(self, request: Request, make: Callable[[KnowledgeGraph], Any], *more: str) -> Response:
        """What `make` says of the graph, as JSON."""
        tongue = lang(request)
        return await self.give(request, JSON, lambda graph: json_bytes(answers.labelled(make(graph), tongue)), *more)

    async def page(
        self, request: Request, template: str, make: Callable[[KnowledgeGraph], dict[str, Any]], *more: str
    ) -> Response:
        """A page of what `make` says of the graph."""
        render, tongue = self.templates.renderer(request, template), lang(request)
        return await self.give(request, HTML, lambda graph: render(**answers.labelled(make(graph), tongue)), *more)


def in_language(request: Request, line: str) -> str:
    """A message in the language of the request."""
    return english(line) if lang(request) == "en" else line


def for_people(request: Request, *others: str) -> bool:
    """Whether who asks names HTML and likes it best, before `others` that there are: browsers do, programs do not."""
    accepts = request.headers.get("accept", "")
    return "text/html" in accepts.lower() and best(accepts, ("text/html", PROBLEM, JSON, *others)) == "text/html"


_STATUSES: dict[type[LuocdoError], int] = {QueryError: 400, NoRoomError: 507, TooLongError: 503}


def status_of(error: LuocdoError) -> int:
    """What is wrong: the query (400, as the SPARQL Protocol says), the server's disk (507), that it takes more than the
    server gives (503; the Protocol leaves open which 5xx a refusal is), or else what was asked."""
    return next((status for kind, status in _STATUSES.items() if isinstance(error, kind)), 422)


def line_of(request: Request, error: Exception) -> str:
    """What is told of it: no places on the server's machine."""
    return NO_ROOM if isinstance(error, NoRoomError) else str(error).replace(_graph(request), "đồ thị")


def _graph(request: Request) -> str:
    return str(request.app.state.desk.settings.graph)


def refusal(request: Request, error: Exception) -> tuple[int, str, list[dict[str, Any]]]:
    """Status, line and the documents that may have been meant, for what went wrong."""
    if isinstance(error, AskedError):
        return error.status, str(error), []
    if isinstance(error, NotFoundError):
        return 404, str(error), answers.choices(error)
    if isinstance(error, AmbiguousError):
        return 300, str(error), answers.choices(error)
    if isinstance(error, BusyError):
        return 503, BUSY, []
    if isinstance(error, LuocdoError):
        return status_of(error), line_of(request, error), []
    raise error


async def told(request: Request, error: Exception) -> Response:
    """An exception as the answer that it is: problem details for programs, a page for people."""
    status, line, meant = refusal(request, error)
    choices = answers.labelled(meant, lang(request))
    line = in_language(request, line)
    headers = {"Vary": VARY}
    if status == 503 and not isinstance(error, TooLongError):  # which the same question would meet again
        headers["Retry-After"] = "2"
    if isinstance(error, AskedError) and error.allow:
        headers["Allow"] = error.allow
    desk: Desk = request.app.state.desk
    if for_people(request) and not request.url.path.startswith(("/api/", "/sparql")):
        render = desk.templates.renderer(request, "problem.html")
        return Response(render(status=status, line=line, choices=choices), status, media_type=HTML, headers=headers)
    problem = {"type": "about:blank", "title": line, "status": status, "candidates": choices}
    return Response(json_bytes(problem), status, media_type=PROBLEM, headers=headers)
