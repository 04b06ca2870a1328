"""The opening picture, built with pyvis: which nodes are drawn, where they stand, which edges join them.

Up to `LIMIT` nodes the picture is the whole graph and its positions hold for every view of the page. A larger graph
opens with a neighbourhood, the nearest and best connected first; `page/neighbourhood.js` chooses in the same way when
the user moves on, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pyvis.network import Network  # type: ignore[import-untyped]

from graph.explorer.layout import BOX_HEIGHT, Frame, Item, arrange
from graph.explorer.payload import HIDDEN_AT_FIRST, Graph, lane_number

LIMIT = 300

# vis-network: no physics, no layout of its own, no keyboard of its own (the page has its keys)
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"shape": "custom", "fixed": True, "physics": False, "chosen": False},
    "edges": {"physics": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
    },
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What the page opens with: the pyvis network, the frame of its positions, and whether it is the whole graph."""

    network: Network
    frame: Frame
    whole: bool
    edges: int


def distinct_edges(graph: Graph) -> list[tuple[int, str, int]]:
    """Subject, predicate, object of every relation, each once, in the order of the relations."""
    triples = ((s, r.predicate, o) for r, (s, o) in zip(graph.relations, graph.ends, strict=True))
    return list(dict.fromkeys(triples))


def choose(
    size: int,
    edges: Sequence[tuple[int, str, int]],
    centres: Sequence[int],
    hops: int,
    visible: Callable[[int], bool],
    limit: int = LIMIT,
) -> list[int]:
    """Nodes to draw, breadth first from `centres` over the edges shown at first, nearer ones first and among equals the
    best connected; without centres from the best connected document on, until `limit`."""
    neighbours: list[list[int]] = [[] for _ in range(size)]
    for subject, predicate, object_ in edges:
        if predicate not in HIDDEN_AT_FIRST and subject != object_:
            neighbours[subject].append(object_)
            neighbours[object_].append(subject)
    degree = [len(around) for around in neighbours]

    def by_weight(node: int) -> tuple[int, int]:
        return -degree[node], node

    chosen: list[int] = []
    seen: set[int] = set()

    def spread(start: Sequence[int], depth: int) -> None:
        frontier = [node for node in start if node not in seen]
        while frontier and depth >= 0 and len(chosen) < limit:
            frontier = frontier[: limit - len(chosen)]
            chosen.extend(frontier)
            seen.update(frontier)
            around = {other for node in frontier for other in neighbours[node]}
            frontier = sorted((node for node in around if node not in seen and visible(node)), key=by_weight)
            depth -= 1

    if centres:
        spread(list(dict.fromkeys(centres)), hops)
    else:
        for node in sorted((node for node in range(size) if visible(node)), key=by_weight):
            if len(chosen) >= limit:
                break
            if node not in seen:
                spread([node], size)
    return chosen


def draw(graph: Graph, centres: Sequence[int], hops: int) -> Picture:
    """The opening picture of `graph` around `centres` (node numbers; none: the whole)."""
    edges = distinct_edges(graph)
    whole = graph.size <= LIMIT
    if whole:
        nodes = list(range(graph.size))
    else:
        nodes = sorted(choose(graph.size, edges, centres, hops, lambda node: not graph.is_issuer(node)))
    items = [
        Item(node, lane_number(graph, node), graph.width(node), graph.day(node), graph.is_issuer(node))
        for node in nodes
    ]
    frame = arrange(items)
    network = Network(directed=True)
    network.options = OPTIONS
    for node in nodes:
        x, y = frame.positions[node]
        network.add_node(
            node,
            label=" ".join(line for line in graph.lines[node] if line) or "…",
            shape="custom",
            group=graph.seats[node].family,
            x=x,
            y=y,
        )
    drawn = set(nodes)
    for number, (subject, predicate, object_) in enumerate(edges):
        if subject in drawn and object_ in drawn and subject != object_:
            network.add_edge(subject, object_, id=number, predicate=predicate)
    return Picture(network, frame, whole, len(edges))


def constants() -> dict[str, object]:
    """Figures that the page shares with the layout."""
    return {"limit": LIMIT, "boxHeight": BOX_HEIGHT}
