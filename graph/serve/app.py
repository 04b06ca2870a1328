"""The application put together: routes, what every request passes first, what begins and ends with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import LuocdoError
from graph.knowledge import open as open_graph
from graph.serve import api, linked, pages, tools
from graph.serve.asked import AskedError
from graph.serve.desk import Desk, told
from graph.serve.guard import Guard
from graph.serve.pool import BusyError
from graph.serve.settings import Settings


def make(settings: Settings) -> Starlette:
    """The application. LuocdoError, one line, where there is no graph."""
    with open_graph(settings.graph):
        pass
    desk = Desk(settings)
    agents = tools.server(desk)
    mcp = tools.routes(agents, settings)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(agents.session_manager.run())
            await desk.graphs.states()
            yield
        desk.graphs.close()

    async def not_found(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        allow = (error.headers or {}).get("Allow", "") if isinstance(error, HTTPException) else ""
        if request.method == "OPTIONS" and allow:
            return Response(status_code=204, headers={"Allow": allow})
        lines = {404: "không có trang này", 405: "cách hỏi này không dùng được ở đây"}
        return await told(request, AskedError(status, lines.get(status, "không trả lời được"), allow))

    app = Starlette(
        routes=[*linked.ROUTES, *api.ROUTES, *mcp, *pages.ROUTES],
        middleware=[
            Middleware(Guard, settings=settings), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
        ],
        exception_handlers={
            AskedError: told, LuocdoError: told, BusyError: told, HTTPException: not_found,
        },
        lifespan=life,
    )  # fmt: skip
    app.router.redirect_slashes = False  # what it redirects to is http behind a proxy that speaks https
    app.state.desk = desk
    return app


def from_environment() -> Starlette:
    """The application of a worker, with the settings that its parent left."""
    return make(Settings.from_environment())
