"""The graph as linked data: export, import, SPARQL, shapes, servers.

Names are resolved on first use, so that importing the package loads neither rdflib nor pyoxigraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.export import FORMATS as FORMATS
    from graph.export import export as export
    from graph.rdf.asking import Result as Result
    from graph.rdf.asking import sparql as sparql
    from graph.rdf.cache import cached_store as cached_store
    from graph.rdf.example_queries import example as example
    from graph.rdf.example_queries import examples as examples
    from graph.rdf.loading import load as load
    from graph.rdf.ontology import vocabulary as vocabulary
    from graph.rdf.profiles import schema_jsonld as schema_jsonld
    from graph.rdf.rdflib_graph import to_rdflib as to_rdflib
    from graph.rdf.reading import read as read
    from graph.rdf.servers import push as push
    from graph.rdf.shapes import check_shapes as check_shapes

__all__ = [
    "FORMATS",
    "Result",
    "cached_store",
    "check_shapes",
    "example",
    "examples",
    "export",
    "load",
    "push",
    "read",
    "schema_jsonld",
    "sparql",
    "to_rdflib",
    "vocabulary",
]

# name -> module that has it (PEP 562); no module is called like a function, it would hide it
_LAZY = {
    "FORMATS": "graph.export",
    "Result": "graph.rdf.asking",
    "cached_store": "graph.rdf.cache",
    "check_shapes": "graph.rdf.shapes",
    "example": "graph.rdf.example_queries",
    "examples": "graph.rdf.example_queries",
    "export": "graph.export",
    "load": "graph.rdf.loading",
    "push": "graph.rdf.servers",
    "read": "graph.rdf.reading",
    "schema_jsonld": "graph.rdf.profiles",
    "sparql": "graph.rdf.asking",
    "to_rdflib": "graph.rdf.rdflib_graph",
    "vocabulary": "graph.rdf.ontology",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'graph.rdf' has no attribute {name!r}")
