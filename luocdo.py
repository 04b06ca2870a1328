"""The package `graph` under the project's name: ``luocdo.extract`` is ``graph.extract``, and so are all its names.

``python -m luocdo`` is the command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import graph
from graph import __version__

if TYPE_CHECKING:
    from graph import check, extract, extract_many, open, to_pandas, to_polars

__all__ = ["__version__", "check", "extract", "extract_many", "open", "to_pandas", "to_polars"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(graph, name)
    raise AttributeError(f"module 'luocdo' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if __name__ == "__main__":
    from graph.cli import main

    main()
