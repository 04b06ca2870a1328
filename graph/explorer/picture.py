"""The network that pyvis builds for the page: every node and edge of a graph that is drawn whole.

A larger graph is never drawn whole: `page/neighbourhood.js` chooses what is drawn of it, and the network is empty.
Where a box stands is for the browser to say, which alone can measure what the box says (`page/layout.js`). Of
vis-network, which pyvis would load, nothing is used: the page draws by itself (`page/drawing.js`, `page/canvas.js`).
"""

from __future__ import annotations

from pyvis.network import Network  # type: ignore[import-untyped]

from graph.explorer.labels import naming
from graph.explorer.payload import Graph

LIMIT = 300  # nodes that are drawn at once


def distinct_edges(graph: Graph) -> list[tuple[int, str, int]]:
    """Subject, predicate, object of every relation, each once, in the order of the relations."""
    triples = ((s, r.predicate, o) for r, (s, o) in zip(graph.relations, graph.ends, strict=True))
    return list(dict.fromkeys(triples))


def draw(graph: Graph) -> Network:
    """The network of `graph`, empty where it has more nodes than are drawn at once."""
    network = Network(directed=True)
    if graph.size > LIMIT:
        return network
    for node in range(graph.size):
        issuer = graph.is_issuer(node)
        name = graph.issuers[node - len(graph.documents)].name if issuer else naming(graph.documents[node])
        network.add_node(node, label=name or "…", group=graph.seats[node].family)
    for number, (subject, predicate, object_) in enumerate(distinct_edges(graph)):
        if subject != object_:
            network.add_edge(subject, object_, id=number, predicate=predicate)
    return network
