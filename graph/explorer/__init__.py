"""The interactive page: the graph as lanes of authority over time, as lược đồ, table, paths and annotated sources.

``render(view, path)`` writes the page of a graph, ``annotate(source, extraction, path)`` that of one text. Both write
one HTML file that works from ``file://`` without network. pyvis loads on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.explorer.annotating import annotate as annotate
    from graph.explorer.rendering import render as render

__all__ = ["annotate", "render"]

_LAZY = {"annotate": "graph.explorer.annotating", "render": "graph.explorer.rendering"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'graph.explorer' has no attribute {name!r}")
