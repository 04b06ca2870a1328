"""The pages for people. They work without scripts; only the map runs the explorer's own."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from html import unescape
from importlib.resources import files
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph import labels
from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Extraction
from graph.serve import answers, checking
from graph.serve.asked import MOST_SKIPPED, AskedError, Wanted, day, flag, lang, number
from graph.serve.desk import HTML, Desk
from graph.serve.folders import without_folders
from graph.serve.pool import BusyError

PAGE = 20
_IN_A_GROUP = 8
_ON_THE_MAP = 100  # documents around one, the first time and each time that more is asked for
_MORE_TIMES = 10
_FOR_FIGURES = 1.0  # seconds that the first page waits for them
_MARKED = 1_000_000  # characters of a text that is shown with marks
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def filters_of(request: Request) -> dict[str, str]:
    """The filters that stand in the query: facet -> value, ``-`` for what is unknown."""
    from graph.queries.searching import FACETS

    given = request.query_params
    return {facet: "" if given[facet] == "-" else given[facet] for facet in FACETS if given.get(facet)}


async def start(request: Request) -> Response:
    """The search box, how much there is, what is cited most."""
    desk: Desk = request.app.state.desk
    await desk.graphs.states()  # begin the counting
    figures = None
    with suppress(LuocdoError, BusyError):  # the search box is there all the same
        figures = await desk.graphs.figures(_FOR_FIGURES)
    return await desk.page(request, "start.html", lambda graph: {"figures": figures}, str(figures is None))


async def search(request: Request) -> Response:
    """Documents with the words, and facets."""
    desk: Desk = request.app.state.desk
    words, filters = request.query_params.get("q", "").strip(), filters_of(request)
    skip = number(request, "skip", 0, MOST_SKIPPED)
    states, span = await desk.graphs.states(), Wanted.of(request, time_only=True)
    await desk.graphs.listed()
    kept = {"q": words, **{key: value or "-" for key, value in filters.items()}, **span.typed()}

    def make(graph: KnowledgeGraph) -> dict[str, Any]:
        found = answers.search(
            graph, words, filters, states, keep=span.selection(graph), catalogue=desk.graphs.catalogue(graph),
            limit=PAGE, skip=skip,
        )  # fmt: skip
        return {
            "found": found,
            "size": PAGE,
            "with_": lambda facet, value: {**kept, facet: value or "-"},
            "without": lambda facet: {key: value for key, value in kept.items() if key != facet},
        }

    return await desk.page(request, "search.html", make, str(len(states)))


def _plain_document(graph: KnowledgeGraph, words: str, at: str | None) -> dict[str, Any]:
    d = answers.document(graph, words, at=at)
    groups = [
        answers.plain({**group, "documents": answers.reached(
            graph.related(d["id"], group["predicate"], inverse=group["inverse"], limit=_IN_A_GROUP))})
        for group in d["relations"]
        if group["predicate"] != "issued_by"
    ]  # fmt: skip
    return {"d": d, "at": at, "groups": groups}


async def document(request: Request) -> Response:
    """A document: facts, force, relations with their sentences."""
    desk: Desk = request.app.state.desk
    id, at = request.path_params["id"], day(request)
    return await desk.page(request, "document.html", lambda graph: _plain_document(graph, id, at))


async def relations(request: Request) -> Response:
    """All documents in one relation to a document, page by page."""
    desk: Desk = request.app.state.desk
    id, predicate = request.path_params["id"], request.query_params.get("predicate", "implements")
    inverse, transitive, skip = (
        flag(request, "inverse"),
        flag(request, "transitive"),
        number(request, "skip", 0, MOST_SKIPPED),
    )
    wanted = Wanted.of(request)
    if predicate == "issued_by":
        raise AskedError(404, "hãy mở trang của văn bản để xem cơ quan ban hành")

    def make(graph: KnowledgeGraph) -> dict[str, Any]:
        found = answers.relations(
            graph, id, predicate, inverse=inverse, transitive=transitive, keep=wanted.selection(graph),
            limit=PAGE + 1, skip=skip,
        )  # fmt: skip
        more = len(found["documents"]) > PAGE
        found["documents"] = found["documents"][:PAGE]
        total = found["total"] if found["total"] is not None else skip + len(found["documents"]) + more
        return {"found": found, "size": PAGE, "total": total}

    return await desk.page(request, "relations.html", make)


async def changes(request: Request) -> Response:
    """What the document changed and what changed it."""
    desk: Desk = request.app.state.desk
    id, tongue = request.path_params["id"], lang(request)

    def make(graph: KnowledgeGraph) -> dict[str, Any]:
        found = answers.changes(graph, id)
        ids = {end["id"] for row in found["changes"] for end in (row["affecting"], row["affected"])}
        return {"found": found, "names": {key: labels.document(d, tongue) for key, d in graph.by_id(ids).items()}}

    return await desk.page(request, "changes.html", make)


async def body(request: Request) -> Response:
    """An issuing body and its documents."""
    desk: Desk = request.app.state.desk
    id, skip = request.path_params["id"], number(request, "skip", 0, MOST_SKIPPED)
    return await desk.page(
        request, "body.html", lambda graph: {"body": answers.body(graph, id, limit=PAGE, skip=skip), "size": PAGE}
    )


async def map_of(request: Request) -> Response:
    """The explorer around one document, and around those that ``with`` names: a part of the graph, however large that
    is, which a reader makes larger document by document."""
    from graph.explorer.rendering import Beyond, html
    from graph.queries.neighbourhood import LOOKED_AT

    desk: Desk = request.app.state.desk
    id, tongue = request.path_params["id"], lang(request)
    others = request.query_params.getlist("with")
    if len(others) > _MORE_TIMES:
        raise AskedError(400, f"with: nhiều nhất {_MORE_TIMES} văn bản trên một bản đồ")

    def make(graph: KnowledgeGraph) -> bytes:
        centres = [answers.one(graph, words).id for words in (id, *others)]
        inside = dict.fromkeys(centres)
        for centre, times in Counter(centres).items():  # who asks again for the same one wants the next ones
            inside.update(dict.fromkeys(graph.nearest(centre, _ON_THE_MAP * times)[0]))
        beyond = {}
        for each in inside:
            near, count = graph.nearest(each, LOOKED_AT)
            beyond[each] = count - sum(other in inside for other in near)
        link = desk.templates.linker(request)
        again = link(f"/map/{centres[0]}", **{"with": centres[1:]})
        more = f"{again}{'&' if '?' in again else '?'}with="
        return html(
            without_folders(graph.part(inside)), center=centres[:1], hops=1, lang=tongue, max_source_bytes=-1,
            beyond=Beyond(beyond, more, link("/id/").partition("?")[0]),
        ).encode("utf-8", "replace")  # fmt: skip

    return _with_own_policy(await desk.give(request, HTML, make))


async def text_of(request: Request) -> Response:
    """The text of a document with its citations marked."""
    from graph.explorer.annotating import annotated_html

    desk: Desk = request.app.state.desk
    id, tongue, which = request.path_params["id"], lang(request), number(request, "n", 0, 1000)

    def make(graph: KnowledgeGraph) -> bytes:
        from dataclasses import replace

        found = answers.one(graph, id)
        names = graph.texts_of(found)
        source = graph.source(names[which]) if which < len(names) else None
        if source is None:
            raise AskedError(404, f"đồ thị chưa có toàn văn của {labels.document(found)}")
        said = graph.said_by(source.name) if len(source.text) <= _MARKED else Extraction(source.name)
        shown = replace(source, name=answers.last_part(source.name), text=source.text[:_MARKED])
        title = labels.document(found, tongue)
        return annotated_html(shown, said, lang=tongue, title=title).encode("utf-8", "replace")

    return _with_own_policy(await desk.give(request, HTML, make))


def _with_own_policy(response: Response) -> Response:
    """A page that carries its own policy (hashes of its scripts and styles) says it in the header too."""
    found = _POLICY.search(bytes(response.body[:4000]).decode("utf-8", "replace"))
    if found:
        response.headers["Content-Security-Policy"] = unescape(found[1]) + "; frame-ancestors 'none'"
    return response


async def static(request: Request) -> Response:
    """The style sheet and the font."""
    name = request.path_params["name"]
    if name == "serve.css":
        folder, media = files("graph.serve").joinpath("static"), "text/css; charset=utf-8"
    elif name in ("noto-sans-400.woff2", "noto-sans-600.woff2"):
        folder, media = files("graph.explorer").joinpath("fonts"), "font/woff2"
    else:
        raise AskedError(404, "không có tệp này")
    return Response(folder.joinpath(name).read_bytes(), media_type=media, headers={"Cache-Control": "max-age=3600"})


def _read_a_little(path: str) -> None:
    with open_graph(path) as graph:
        graph.resolve("1")


async def health(request: Request) -> Response:
    """Whether the graph can be read: 200 and ``ok``, else 503."""
    desk: Desk = request.app.state.desk
    try:
        await run_in_threadpool(_read_a_little, desk.settings.graph)  # not behind the questions that wait
    except Exception:
        return Response("đồ thị không đọc được\n", 503, media_type="text/plain; charset=utf-8")
    return Response("ok\n", media_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/", start),
    Route("/search", search),
    Route("/relations/{id:path}", relations),
    Route("/changes/{id:path}", changes),
    Route("/map/{id:path}", map_of),
    Route("/text/{id:path}", text_of),
    Route("/body/{id:path}", body),
    Route("/check", checking.page, methods=["GET", "POST"]),
    Route("/static/{name}", static),
    Route("/health", health),
]
