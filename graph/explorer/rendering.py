"""The explorer's page: pyvis builds the network, our template and scripts make the page around it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from graph.compact import compact
from graph.errors import LuocdoError
from graph.explorer import assets
from graph.explorer.labels import naming
from graph.explorer.output import block, inline_json, write_whole
from graph.explorer.payload import Graph, build, resolve
from graph.explorer.picture import LIMIT, draw
from graph.labels import LANGUAGES
from graph.model import GraphView
from graph.rdf import schema_jsonld

TEMPLATE = "page.html"
TITLES = {"vi": "Lược đồ văn bản", "en": "Relations of legal documents"}


@dataclass(frozen=True, slots=True)
class Beyond:
    """The page shows a part of a graph that a server has the whole of: document id -> how many documents in a relation
    to it are not in the page; `more` begins the address of the page with more around a document, `page` that of the
    document's own page; its id, percent-encoded, ends them."""

    counts: Mapping[str, int]
    more: str
    page: str


def _environment() -> Environment:
    """Jinja with autoescaping, reading our folder only."""

    def load(name: str) -> str | None:
        return assets.page_folder().joinpath(name).read_text(encoding="utf-8") if name == TEMPLATE else None

    return Environment(loader=FunctionLoader(load), autoescape=True, keep_trailing_newline=True)


def _centres(graph: Graph, center: Sequence[str]) -> list[int]:
    for id in center:
        if id not in graph.number:
            raise LuocdoError(f"Đồ thị không có văn bản {id}")
    return [graph.number[id] for id in center]


def page_title(graph: Graph, centres: Sequence[int], lang: str) -> str:
    """The title where the caller gives none: the document in the centre, else what the page is."""
    if len(centres) == 1:
        return f"{naming(graph.documents[centres[0]])} · {TITLES[lang]}"
    return TITLES[lang]


def html(
    view: GraphView,
    *,
    center: Sequence[str] = (),
    hops: int = 2,
    lang: str = "vi",
    max_source_bytes: int = 5_000_000,
    title: str | None = None,
    beyond: Beyond | None = None,
) -> str:
    """The page as a string; see `render`. `beyond`: where more of the graph is to be had."""
    if lang not in LANGUAGES:
        raise LuocdoError(f"Ngôn ngữ phải là một trong: {', '.join(LANGUAGES)}")
    if not 1 <= hops <= 3:
        raise LuocdoError("Số bước phải từ 1 đến 3")
    graph = resolve(view)
    centres = _centres(graph, center)
    network = draw(graph)
    data, later = build(graph, max_source_bytes=max_source_bytes)
    data |= {
        "limit": LIMIT,
        "lang": lang,
        "maxSourceBytes": max_source_bytes,
        "opening": {"centres": [graph.documents[node].id for node in centres], "hops": hops},
    }

    if beyond is not None:
        counts = {str(graph.number[id]): count for id, count in beyond.counts.items() if id in graph.number and count}
        data["beyond"] = {"counts": counts, "more": beyond.more, "page": beyond.page}

    def picture_json(nodes: list[Any], edges: list[Any]) -> Markup:
        """The network out of what pyvis hands to its template."""
        return inline_json(compact({"nodes": nodes, "edges": edges}))

    scripts = [assets.script("main")]
    styles = assets.fonts() + assets.styles("theme", "page", "views", "print")
    network.templateEnv = _environment()
    network.path = TEMPLATE
    network.templateEnv.globals.update(
        picture_json=picture_json,
        page={
            "lang": lang,
            "title": title or page_title(graph, centres, lang),
            "policy": assets.policy(scripts, [styles]),
            "styles": Markup(styles),
            "scripts": [Markup(script) for script in scripts],
            "blocks": Markup("\n").join(
                (
                    block("words", json.loads(assets.words())),
                    block("data", data),
                    block("later", later),
                    Markup('<script type="application/ld+json">{}</script>').format(inline_json(schema_jsonld(view))),
                )
            ),
        },
    )
    return str(network.generate_html(TEMPLATE))


def render(
    view: GraphView,
    path: str | os.PathLike[str],
    *,
    center: Sequence[str] = (),
    hops: int = 2,
    lang: str = "vi",
    max_source_bytes: int = 5_000_000,
    title: str | None = None,
) -> None:
    """Write the interactive page of `view` to `path`: one HTML file that needs no network and no other file.

    `center` are ids of documents to open with, `hops` (1 to 3) how far around them; without a centre the page opens
    with the whole graph, or with its best connected part. The texts of the sources go into the page for its source view
    unless they take more than `max_source_bytes` (UTF-8) in all; sentences of relations always do. `title` is plain
    text. The same view gives the same file. Raises LuocdoError for an unknown document, language or number of hops, and
    if the file cannot be written.
    """
    text = html(view, center=center, hops=hops, lang=lang, max_source_bytes=max_source_bytes, title=title)
    write_whole(path, text)
