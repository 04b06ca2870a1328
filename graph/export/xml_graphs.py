"""GraphML and GEXF, written as a stream: documents and bodies are nodes, every relation is an edge with its sentence.

XML cannot carry some control characters. A node or edge that has them in an attribute says so in the attribute
``escaped`` (names separated by blanks); those attributes have ``\\uXXXX`` for them and ``\\\\`` for a backslash.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from graph.export import rows
from graph.export.escapes import carries, clean, hide, xml
from graph.export.rows import Row
from graph.model import GraphView

_NODE_KEYS = ("kind", *dict.fromkeys((*rows.DOCUMENT_COLUMNS[1:], *rows.ISSUER_COLUMNS[1:])), "escaped")
_EDGE_KEYS = (*(c for c in rows.RELATION_COLUMNS if c not in ("subject", "object")), "escaped")
_EDGE_TYPES = {"confidence": "double", "start": "int", "end": "int", "cue_start": "int", "cue_end": "int"}


def _nodes(view: GraphView) -> Iterator[Row]:
    for row in rows.documents(view):
        yield {"kind": "document", **row}
    for id in rows.missing(view):
        yield {"kind": "document", "id": id, "label": id}
    for row in rows.issuers(view):
        yield {"kind": "issuer", **row}


def _node_id(row: Row) -> str:
    """Bodies and documents have ids of different kinds, but nothing forbids that they meet."""
    return f"issuer:{row['id']}" if row["kind"] == "issuer" else row["id"]


def _target(row: Row) -> str:
    return f"issuer:{row['object']}" if row["predicate"] == "issued_by" else row["object"]


def _safe(row: Row) -> Row:
    """The row as XML can carry it."""
    hidden = [key for key, value in row.items() if not carries(value)]
    safe = {key: clean(hide(value) if key in hidden else value) for key, value in row.items()}
    if hidden:
        safe["escaped"] = " ".join(hidden)
    return safe


class _Text:
    """A binary file that takes text."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def __call__(self, *pieces: str) -> None:
        self.out.write("".join(pieces).encode())


def graphml(view: GraphView, out: IO[bytes]) -> None:
    """GraphML (graphml.graphdrawing.org); parallel edges have ids, so that a multigraph is read back."""
    write = _Text(out)
    write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for key in _NODE_KEYS:
        write(f'<key id="n_{key}" for="node" attr.name="{key}" attr.type="string"/>\n')
    for key in _EDGE_KEYS:
        write(f'<key id="e_{key}" for="edge" attr.name="{key}" attr.type="{_EDGE_TYPES.get(key, "string")}"/>\n')
    write('<graph id="luocdo" edgedefault="directed">\n')
    for node in _nodes(view):
        write(f'<node id="{xml(clean(hide_id(_node_id(node))))}">')
        row = _safe(node)
        write(*(f'<data key="n_{key}">{xml(row[key])}</data>' for key in _NODE_KEYS if row.get(key)), "</node>\n")
    for number, edge in enumerate(rows.relations(view)):
        source, target = xml(clean(hide_id(edge["subject"]))), xml(clean(hide_id(_target(edge))))
        write(f'<edge id="e{number}" source="{source}" target="{target}">')
        row = _safe(edge)
        write(*(f'<data key="e_{key}">{xml(row[key])}</data>' for key in _EDGE_KEYS if row.get(key)), "</edge>\n")
    write("</graph>\n</graphml>\n")


def gexf(view: GraphView, out: IO[bytes]) -> None:
    """GEXF 1.3 (gexf.net), for Gephi."""
    write = _Text(out)
    write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    write('<graph mode="static" defaultedgetype="directed">\n')
    for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        write(f'<attributes class="{kind}" mode="static">\n')
        for key in keys:
            type = _EDGE_TYPES.get(key, "string") if kind == "edge" else "string"
            write(f'<attribute id="{kind[0]}_{key}" title="{key}" type="{type.replace("int", "integer")}"/>\n')
        write("</attributes>\n")
    write("<nodes>\n")
    for node in _nodes(view):
        row = _safe(node)
        write(f'<node id="{xml(clean(hide_id(_node_id(node))))}" label="{xml(row["label"])}"><attvalues>')
        write(*(_attvalue("n", key, row[key]) for key in _NODE_KEYS if row.get(key)), "</attvalues></node>\n")
    write("</nodes>\n<edges>\n")
    for number, edge in enumerate(rows.relations(view)):
        row = _safe(edge)
        source, target = xml(clean(hide_id(edge["subject"]))), xml(clean(hide_id(_target(edge))))
        write(f'<edge id="{number}" source="{source}" target="{target}" label="{xml(row["label"])}"><attvalues>')
        write(*(_attvalue("e", key, row[key]) for key in _EDGE_KEYS if row.get(key)), "</attvalues></edge>\n")
    write("</edges>\n</graph>\n</gexf>\n")


def _attvalue(kind: str, key: str, value: str) -> str:
    return f'<attvalue for="{kind}_{key}" value="{xml(value)}"/>'


def hide_id(id: str) -> str:
    """An id as XML can carry it; ids are URNs, so nothing changes but for damaged ones."""
    return id if carries(id) else hide(id)
