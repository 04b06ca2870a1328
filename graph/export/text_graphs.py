"""Graphs as text: Cypher for property graph databases, Graphviz DOT, and Mermaid for Markdown pages."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

from graph.export import rows
from graph.export.escapes import clean
from graph.export.rows import Row
from graph.model import PREDICATES, GraphView

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


BATCH = 500  # rows in one statement: one transaction each, and no statement that a server must hold as a whole


def cypher(view: GraphView, out: IO[bytes]) -> None:
    """openCypher, one statement a line, each for up to `BATCH` rows (``UNWIND``). Running it again changes nothing:
    everything is merged by its id, relations by their ends and their ``key`` (source, place, rule, parts)."""

    def write(text: str) -> None:
        out.write(text.encode() + b"\n")

    def unwind(maps: Iterable[str], rest: str) -> None:
        items = iter(maps)
        while batch := list(islice(items, BATCH)):
            write(f"UNWIND [{', '.join(batch)}] AS row {rest};")

    write("CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;")
    write("CREATE CONSTRAINT issuer_id IF NOT EXISTS FOR (i:Issuer) REQUIRE i.id IS UNIQUE;")
    unwind(map(_cypher_map, rows.issuers(view)), "MERGE (i:Issuer {id: row.id}) SET i += row")
    unwind(map(_cypher_map, rows.documents(view)), "MERGE (d:Document {id: row.id}) SET d += row")
    unwind((_cypher_map({"id": id}) for id in rows.missing(view)), "MERGE (d:Document {id: row.id})")
    for name in PREDICATES:
        to = "Issuer" if name == "issued_by" else "Document"
        unwind(
            (_cypher_relation(row) for row in rows.relations(view) if row["predicate"] == name),
            f"MATCH (a:Document {{id: row.subject}}), (b:{to} {{id: row.object}}) "
            f"MERGE (a)-[r:{name.upper()} {{key: row.key}}]->(b) SET r += row.facts",
        )


_KEY = ("source", "start", "end", "rule", "cue_start", "pinpoints", "provision")


def _cypher_relation(row: Row) -> str:
    ends = f"subject: {cypher_string(row['subject'])}, object: {cypher_string(row['object'])}"
    key = cypher_string("|".join(row[name] for name in _KEY))
    return f"{{{ends}, key: {key}, facts: {_cypher_map(row, ('subject', 'predicate', 'object'))}}}"


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


MOST_EDGES = 500  # Mermaid's maxEdges: a viewer refuses a diagram that has more
MOST_TEXT = 50_000  # its maxTextSize, in characters


def mermaid(view: GraphView, out: IO[bytes]) -> None:
    """A Mermaid flowchart of the documents that relations other than ``cites`` join: for pages about a few documents.
    What viewers would refuse is cut (`mermaid_edges`), and a comment says so."""
    edges, total = mermaid_edges(view)
    ends = {id for row in edges for id in (row["subject"], row["object"])}
    labels = {row["id"]: row["label"] for row in rows.documents(view) if row["id"] in ends}
    numbers = {id: f"d{number}" for number, id in enumerate(sorted(ends))}
    lines = ["flowchart LR"]
    if len(edges) < total:
        lines.append(
            f"  %% {len(edges)} / {total} quan hệ: vùng quanh văn bản có nhiều quan hệ nhất"
            f" (Mermaid: {MOST_EDGES} quan hệ, {MOST_TEXT} ký tự) · the neighbourhood of the most connected document"
        )
    lines += [f'  {name}["{mermaid_text(labels.get(id, id))}"]' for id, name in numbers.items()]
    for row in edges:
        lines.append(f'  {numbers[row["subject"]]} -->|"{mermaid_text(row["label"])}"| {numbers[row["object"]]}')
    out.writelines(f"{line}\n".encode() for line in lines)


def mermaid_edges(view: GraphView) -> tuple[list[Row], int]:
    """The edges of a diagram in the order of the view, and how many there would be. Where they are more than Mermaid
    draws, those nearest to the most connected document stay: it and its neighbours, then theirs; what no path joins to
    it follows in the same way."""
    edges = [row for row in _one_each(view) if row["predicate"] not in ("cites", "issued_by")]
    labels = {row["id"]: row["label"] for row in rows.documents(view)} if edges else {}
    near: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(edges):
        for id in dict.fromkeys((row["subject"], row["object"])):
            near[id].append(number)
    kept: set[int] = set()
    drawn: set[str] = set()
    size = 300  # the first line and the comment
    for number in _nearest_first(edges, near):
        row = edges[number]
        new = {row["subject"], row["object"]} - drawn
        size += len(mermaid_text(row["label"])) + 30 + sum(len(mermaid_text(labels.get(id, id))) + 16 for id in new)
        if len(kept) == MOST_EDGES or size > MOST_TEXT:
            break
        drawn |= new
        kept.add(number)
    return [row for number, row in enumerate(edges) if number in kept], len(edges)


def _nearest_first(edges: list[Row], near: dict[str, list[int]]) -> Iterator[int]:
    seen: set[str] = set()
    told: set[int] = set()
    for start in sorted(near, key=lambda id: (-len(near[id]), id)):
        if start in seen:
            continue
        seen.add(start)
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for number in near[here]:
                if number not in told:
                    told.add(number)
                    yield number
                for other in (edges[number]["subject"], edges[number]["object"]):
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
