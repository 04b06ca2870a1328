"""The graph for an office, a website, a language model: pages, an API, SPARQL and tools (MCP) over one graph file.

Read only: no request changes anything, nothing that is sent is kept. Needs the extra ``serve`` (starlette, uvicorn,
mcp); `application` makes the ASGI application, `run` serves it, `serve_stdio` speaks MCP on stdin and stdout.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from graph.errors import LuocdoError, install
from graph.serve.settings import Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Settings", "application", "run", "serve_stdio"]


def application(settings: Settings) -> Starlette:
    """The ASGI application. LuocdoError where the extra ``serve`` is not installed or there is no graph."""
    return _maker()(settings)


def run(settings: Settings, told: Callable[[str], None] = lambda line: None) -> None:
    """Serve until stopped; `told` hears at which address. LuocdoError, one line, where the graph cannot be opened or
    the port not be had."""
    _maker()  # what the workers need is looked for before they start
    with _extra():
        from graph.serve.running import run as serve
    serve(settings, told)


def serve_stdio(settings: Settings) -> None:
    """Speak MCP on stdin and stdout until the client closes them."""
    with _extra():
        from graph.serve.tools import stdio
    stdio(settings)


def _maker() -> Callable[[Settings], Starlette]:
    with _extra():
        from graph.serve.app import make

        import_module("python_multipart")  # starlette asks for it when the first form comes
    return make


class _extra:
    """An import that fails becomes one line that says what to install."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, ImportError):
            raise LuocdoError(f"cần cài thêm: {install('serve')}") from error
