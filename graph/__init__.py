"""luocdo: a knowledge graph of Vietnamese legal references.

``extract(text)`` reads one text, ``extract_many(texts)`` many on all cores; ``open(path)`` opens a graph file;
``check(text_or_path, graph)`` checks the citations of a draft; ``to_pandas`` and ``to_polars`` make data frames of what
was found. They load their machinery on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.checking import check as check
    from graph.engines.texts import extract_many as extract_many
    from graph.frames import to_pandas as to_pandas
    from graph.frames import to_polars as to_polars
    from graph.knowledge import open as open
    from graph.pipeline import extract as extract

__version__ = "0.1.0"
__all__ = ["__version__", "check", "extract", "extract_many", "open", "to_pandas", "to_polars"]

# name -> module that has it; resolved by __getattr__ (PEP 562)
_LAZY = {
    "check": "graph.checking",
    "extract": "graph.pipeline",
    "extract_many": "graph.engines.texts",
    "open": "graph.knowledge",
    "to_pandas": "graph.frames",
    "to_polars": "graph.frames",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'graph' has no attribute {name!r}")
