"""The lasting address of a document, in the form that is asked for (content negotiation), SPARQL, and the feed."""

from __future__ import annotations

import asyncio
import io
from html import escape
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.errors import LuocdoError
from graph.export.escapes import carries, hide
from graph.knowledge import KnowledgeGraph
from graph.serve import answers, pages
from graph.serve.asked import AskedError, best, day
from graph.serve.desk import BUSY, Desk, for_people, in_language, line_of, status_of
from graph.serve.folders import without_folders

_FORMS = {
    "html": "text/html",
    "jsonld": "application/ld+json",
    "turtle": "text/turtle",
    "json": "application/json",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}
_RESULTS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "xml",
}
_IN_THE_FEED = 50
_MOST_STATED = 2_000  # relations of one document that are written as triples


async def document(request: Request) -> Response:
    """``/id/…``: the page, or data, as ``Accept`` or ``?format=`` says (W3C, Cool URIs for the Semantic Web)."""
    desk: Desk = request.app.state.desk
    given = request.query_params.get("format")
    if given is not None:
        if given not in _FORMS:
            raise AskedError(406, f"không có dạng “{given[:20]}”; các dạng: {', '.join(_FORMS)}")
        form = given
    else:
        media = best(request.headers.get("accept", ""), tuple(_FORMS.values()))
        if media is None:
            raise AskedError(406, f"các dạng có: {', '.join(_FORMS.values())}")
        form = next(name for name, kind in _FORMS.items() if kind == media)
    if form == "html":
        return await pages.document(request)
    id, at = request.path_params["id"], day(request)
    if form == "json":
        return await desk.json(request, lambda graph: answers.document(graph, id, at=at))
    return await desk.give(request, f"{_FORMS[form]}; charset=utf-8", lambda graph: _triples(graph, id, form))


def _triples(graph: KnowledgeGraph, id: str, form: str) -> bytes:
    """The document with what stands around it, as linked data."""
    from graph.export import export

    found = answers.one(graph, id)
    around = sum(count for _, _, count in graph.roles(found))
    if around > _MOST_STATED:
        raise AskedError(413, f"văn bản có {around} quan hệ; hãy dùng /sparql hoặc `luocdo export`")
    out = io.BytesIO()
    export(without_folders(graph.snapshot(found, 1)), form, out)
    return out.getvalue()


async def context(request: Request) -> Response:
    """The context of our JSON-LD, for those who keep documents that refer to it."""
    from graph.rdf.jsonld import context_text

    return Response(context_text(), media_type=_FORMS["jsonld"])


async def sparql(request: Request) -> Response:
    """SPARQL 1.1 Protocol, queries only; a page with an editor for people."""
    desk: Desk = request.app.state.desk
    asked = request.query_params.get("query", "")
    named = set(request.query_params)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "application/sparql-query":
            asked = (await request.body()).decode("utf-8", "replace")
        elif kind == "application/x-www-form-urlencoded":
            form = await request.form(max_fields=10)
            asked = str(form.get("query", ""))
            named |= set(form)
            if "update" in form:
                raise AskedError(403, "chỉ được đọc, không được cập nhật")
        else:
            raise AskedError(415, "cần application/sparql-query hoặc application/x-www-form-urlencoded")
    if not named.isdisjoint(("default-graph-uri", "named-graph-uri")):  # an answer of another data set would be false
        raise AskedError(400, "không chọn được đồ thị RDF: ở đây chỉ có một")
    if request.method in ("GET", "HEAD") and for_people(request, *_RESULTS):
        return await _editor(request, desk, asked)
    if not asked.strip():
        raise AskedError(400, "thiếu tham số query")
    result = await _ask(desk, asked)
    wanted = best(request.headers.get("accept", ""), _offered(result.kind))
    if wanted is None:
        raise AskedError(406, f"các dạng có: {', '.join(_offered(result.kind))}")
    return Response(result.serialise(_RESULTS[wanted]), media_type=wanted)


def _offered(kind: str) -> tuple[str, ...]:
    names = tuple(_RESULTS)
    return names[4:] if kind == "graph" else names[:2] if kind == "ask" else names[:4]


async def _ask(desk: Desk, query: str) -> Any:
    from graph.rdf import sparql as ask

    if len(query) > desk.settings.most_query:
        raise AskedError(413, "câu truy vấn quá dài")
    queue: asyncio.Semaphore = desk.queries
    if queue.locked():
        raise AskedError(503, BUSY)
    async with queue:
        return await run_in_threadpool(ask, desk.settings.graph, query, timeout=desk.settings.sparql_seconds)


async def _editor(request: Request, desk: Desk, asked: str) -> Response:
    from graph.rdf import examples

    listed = examples()
    filled = next((e.query for e in listed if e.name == request.query_params.get("fill")), "")
    shown: dict[str, Any] = {
        "asked": asked or filled or "SELECT ?document ?title WHERE { ?document dcterms:title ?title } LIMIT 20",
        "line": "", "rows": None, "variables": (), "text": "", "examples": listed,
        "seconds": f"{desk.settings.sparql_seconds:g}",
    }  # fmt: skip
    status = 200
    if asked.strip():
        try:
            result = await _ask(desk, asked)
            if result.kind == "select":
                shown |= {"rows": result.rows, "variables": result.variables}
            else:
                text = result.serialise("turtle" if result.kind == "graph" else "json")
                shown["text"] = text[:200_000].decode("utf-8", "replace")
        except (LuocdoError, AskedError) as error:
            status = error.status if isinstance(error, AskedError) else status_of(error)
            shown["line"] = in_language(request, line_of(request, error))
    render = desk.templates.renderer(request, "sparql.html")
    return Response(render(**shown), status, media_type="text/html; charset=utf-8")


async def feed(request: Request) -> Response:
    """The newest documents and changes of force, as Atom (RFC 4287); the same graph gives the same bytes."""
    desk: Desk = request.app.state.desk
    base = desk.settings.base or str(request.base_url).rstrip("/")
    return await desk.give(request, "application/atom+xml; charset=utf-8", lambda graph: _feed(graph, base), base)


def _feed(graph: KnowledgeGraph, base: str) -> bytes:
    from graph import labels
    from graph.queries.recent import changed, issued

    entries: list[tuple[str, str, str, str, str]] = []
    for found in issued(graph.settled(), _IN_THE_FEED):
        entries.append((found.date or "", found.id, "issued", labels.document(found), found.title or ""))
    for found, date in changed(graph.settled(), _IN_THE_FEED):
        state = graph.status(found)
        if state.state in ("replaced", "repealed", "expired", "partly"):
            said = state.evidence[0].text if state.evidence else ""
            title = f"{labels.document(found)}: {labels.status(state.state)}"
            entries.append((state.since or date, found.id, state.state, title, said))
    entries.sort(key=lambda entry: (entry[0], entry[1], entry[2]), reverse=True)
    newest = entries[0][0] if entries else "1970-01-01"
    out = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<title>luocdo</title><id>{_xml(base)}/feed.atom</id><updated>{_moment(newest)}</updated>",
        f'<link rel="self" href="{_xml(base)}/feed.atom"/><author><name>luocdo</name></author>',
    ]
    for date, id, kind, title, summary in entries[:_IN_THE_FEED]:
        address = f"{_xml(base)}/id/{_xml(id)}"
        out.append(
            f"<entry><id>{address}#{kind}</id><title>{_xml(title)}</title><updated>{_moment(date)}</updated>"
            f'<link href="{address}"/><summary>{_xml(" ".join(summary.split()))}</summary></entry>'
        )
    return ("\n".join(out) + "\n</feed>\n").encode("utf-8", "replace")


def _moment(date: str) -> str:
    """A date as a moment (RFC 3339), its day's beginning in Viet Nam; the first of what is not known."""
    return f"{(date + '-01-01')[:10] if len(date) == 4 else (date + '-01')[:10]}T00:00:00+07:00"


def _xml(text: str) -> str:
    """Text for XML; what XML cannot carry as ``\\uXXXX``."""
    return escape(text if carries(text) else hide(text))


ROUTES = [
    Route("/id/{id:path}", document),
    Route("/context.jsonld", context),
    Route("/sparql", sparql, methods=["GET", "POST"]),
    Route("/feed.atom", feed),
]
