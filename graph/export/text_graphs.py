"""Graphs as text: Cypher for property graph databases, Graphviz DOT, and Mermaid for Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from graph.export import rows
from graph.export.escapes import clean
from graph.export.rows import Row
from graph.model import GraphView

_CYPHER_SIGNS = str.maketrans(
    {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def cypher_string(text: str) -> str:
    """A string literal of openCypher; line ends, quotes and control characters are escaped, so it stays on one line."""
    escaped = clean(text).translate(_CYPHER_SIGNS)
    return "'" + _CONTROL.sub(lambda m: f"\\u{ord(m[0]):04X}", escaped) + "'"


_NUMBERS = ("start", "end", "cue_start", "cue_end", "confidence")
_FLAGS = ("partial", "is_source", "provisional", "unnumbered")
_LISTS = ("status_by", "loaded", "candidates", "origins", "pinpoints")


def _cypher_map(row: Row, skip: tuple[str, ...] = ()) -> str:
    parts = []
    for key, value in row.items():
        if key in skip or value == "":
            continue
        if key in _NUMBERS or key in _FLAGS:
            literal = value
        elif key in _LISTS:
            literal = "[" + ", ".join(map(cypher_string, value.split("\n"))) + "]"
        else:
            literal = cypher_string(value)
        parts.append(f"{key}: {literal}")
    return "{" + ", ".join(parts) + "}"


def cypher(view: GraphView, out: IO[bytes]) -> None:
    """openCypher, one statement a line. Running it again changes nothing: everything is merged by its id, relations by
    their ends, source and place."""

    def write(text: str) -> None:
        out.write(text.encode() + b"\n")

    write("CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;")
    write("CREATE CONSTRAINT issuer_id IF NOT EXISTS FOR (i:Issuer) REQUIRE i.id IS UNIQUE;")
    for row in rows.issuers(view):
        write(f"MERGE (i:Issuer {{id: {cypher_string(row['id'])}}}) SET i += {_cypher_map(row, ('id',))};")
    for row in rows.documents(view):
        write(f"MERGE (d:Document {{id: {cypher_string(row['id'])}}}) SET d += {_cypher_map(row, ('id',))};")
    for id in rows.missing(view):
        write(f"MERGE (d:Document {{id: {cypher_string(id)}}});")
    key = ("source", "start", "end", "rule", "cue_start", "pinpoints", "provision")
    for row in rows.relations(view):
        to = "Issuer" if row["predicate"] == "issued_by" else "Document"
        a, b = cypher_string(row["subject"]), cypher_string(row["object"])
        place = _cypher_map({k: row[k] for k in key})
        rest = _cypher_map(row, ("subject", "predicate", "object", *key))
        write(
            f"MATCH (a:Document {{id: {a}}}), (b:{to} {{id: {b}}}) "
            f"MERGE (a)-[r:{row['predicate'].upper()} {place}]->(b) SET r += {rest};"
        )


# DOT ------------------------------------------------------------------------------------------------------------------


def dot_string(text: str) -> str:
    """A quoted string for a DOT label or tooltip: shown as it is, whatever it holds. Line ends are ``\\n``; signs that
    Graphviz reads as markup or cannot carry are character references."""
    out = clean(text).replace("&", "&amp;").replace("\\", "&#92;").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _CONTROL.sub(lambda m: f"&#{ord(m[0])};", out) + '"'


def dot_text(quoted: str) -> str:
    """The inverse of `dot_string`."""
    body = quoted[1:-1].replace("\\n", "\n").replace('\\"', '"')
    body = re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), body)
    return body.replace("&amp;", "&")


def dot(view: GraphView, out: IO[bytes]) -> None:
    """Graphviz: one edge for each pair and relation, whose tooltip is the first sentence."""

    def write(text: str) -> None:
        out.write(text.encode() + b"\n")

    write("digraph luocdo {")
    write('  graph [rankdir=LR, charset="UTF-8"];')
    write('  node [shape=box, style=rounded, fontname="sans-serif"];')
    for row in rows.documents(view):
        tip = dot_string(row["title"] or row["label"])
        write(f"  {_node(row['id'])} [label={dot_string(row['label'])}, tooltip={tip}];")
    for id in rows.missing(view):
        write(f"  {_node(id)} [label={dot_string(id)}];")
    for row in rows.issuers(view):
        write(f"  {_node('issuer:' + row['id'])} [label={dot_string(row['label'])}, shape=ellipse];")
    for row in _one_each(view):
        to = _node(f"issuer:{row['object']}" if row["predicate"] == "issued_by" else row["object"])
        label, tip = dot_string(row["label"]), dot_string(row["sentence"])
        write(f"  {_node(row['subject'])} -> {to} [label={label}, tooltip={tip}];")
    write("}")


def _node(id: str) -> str:
    return '"' + clean(id).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\0", "") + '"'


def _one_each(view: GraphView) -> Iterator[Row]:
    """The first relation of each pair and predicate (views have those of one pair together)."""
    last = None
    for row in rows.relations(view):
        now = (row["subject"], row["predicate"], row["object"])
        if now != last:
            yield row
        last = now


# Mermaid --------------------------------------------------------------------------------------------------------------

_MERMAID_PLAIN = re.compile(r"[^\w\s.,:/()+*=-]|_")


def mermaid_text(text: str) -> str:
    """Text for a Mermaid label in quotes: everything but letters, digits and plain signs is an entity (``#35;``)."""
    one_line = clean(text)
    escaped = _MERMAID_PLAIN.sub(lambda m: f"#{ord(m[0])};", one_line)
    return re.sub(r"[^\S ]", lambda m: f"#{ord(m[0])};", escaped)


def mermaid(view: GraphView, out: IO[bytes]) -> None:
    """A Mermaid flowchart of the documents that relations other than ``cites`` join: for pages about a few documents
    (viewers draw up to 500 edges)."""

    def write(text: str) -> None:
        out.write(text.encode() + b"\n")

    ends: dict[str, None] = {}
    edges = [row for row in _one_each(view) if row["predicate"] not in ("cites", "issued_by")]
    for row in edges:
        ends.setdefault(row["subject"])
        ends.setdefault(row["object"])
    labels = {row["id"]: row["label"] for row in rows.documents(view) if row["id"] in ends}
    numbers = {id: f"d{number}" for number, id in enumerate(sorted(ends))}
    write("flowchart LR")
    for id, name in numbers.items():
        write(f'  {name}["{mermaid_text(labels.get(id, id))}"]')
    for row in edges:
        write(f'  {numbers[row["subject"]]} -->|"{mermaid_text(row["label"])}"| {numbers[row["object"]]}')
