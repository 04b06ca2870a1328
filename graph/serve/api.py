"""``/api/v1``: the graph for programs. Every address is one row of `ENDPOINTS`, out of which the routes and the
OpenAPI description are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph import contract
from graph.knowledge import KnowledgeGraph
from graph.serve import answers, checking
from graph.serve.asked import MOST_SKIPPED, AskedError, Wanted, answer, day, flag, json_bytes, lang, number
from graph.serve.desk import HTML, JSON, Desk, in_language
from graph.serve.pages import filters_of
from graph.serve.provisions import text_of

ROOT = "/api/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address: parameters are name -> (where, type, what it means); `schema` names a schema of the answer; `body`
    is what may be sent, media type -> schema; `needed` are parameters of the query that must be there."""

    path: str
    name: str
    summary: str
    handler: Callable[[Request], Awaitable[Response]]
    parameters: dict[str, tuple[str, str, str]]
    schema: str
    body: Mapping[str, Any] | None = None
    needed: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def _search(request: Request) -> Response:
    desk = _desk(request)
    words, filters = request.query_params.get("q", "").strip(), filters_of(request)
    limit, skip = number(request, "limit", 20, answers.MOST), number(request, "skip", 0, MOST_SKIPPED)
    states, span = await desk.graphs.states(), Wanted.of(request, time_only=True)
    await desk.graphs.listed()
    return await desk.json(
        request,
        lambda g: answers.search(
            g, words, filters, states, keep=span.selection(g), catalogue=desk.graphs.catalogue(g),
            limit=limit, skip=skip,
        ),
        str(len(states)),
    )  # fmt: skip


def _of_document(question: Callable[[KnowledgeGraph, str, Request], Any]) -> Callable[[Request], Awaitable[Response]]:
    async def ask(request: Request) -> Response:
        id = request.path_params["id"]
        _checked(request)
        return await _desk(request).json(request, lambda graph: question(graph, id, request))

    return ask


def _checked(request: Request) -> None:
    """What may be wrong with a query is told before the graph is asked."""
    day(request)
    number(request, "limit", 20, answers.MOST)
    number(request, "skip", 0, MOST_SKIPPED)


def _relations(graph: KnowledgeGraph, id: str, request: Request) -> Any:
    return answers.relations(
        graph, id, request.query_params.get("predicate", "implements"),
        inverse=flag(request, "inverse"), transitive=flag(request, "transitive"),
        keep=Wanted.of(request).selection(graph),
        limit=number(request, "limit", 20, answers.MOST), skip=number(request, "skip", 0, MOST_SKIPPED),
    )  # fmt: skip


def _implementers(graph: KnowledgeGraph, id: str, request: Request) -> Any:
    return answers.relations(
        graph, id, "implements", inverse=True, transitive=not flag(request, "direct"),
        keep=Wanted.of(request).selection(graph),
        limit=number(request, "limit", 20, answers.MOST), skip=number(request, "skip", 0, MOST_SKIPPED),
    )  # fmt: skip


async def _path(request: Request) -> Response:
    start, end = request.query_params.get("from", ""), request.query_params.get("to", "")
    if not start or not end:
        raise AskedError(400, "cần hai tham số: from và to")
    return await _desk(request).json(request, lambda graph: answers.path(graph, start, end))


async def _stats(request: Request) -> Response:
    return answer(request, json_bytes(answers.labelled(await _desk(request).graphs.figures(), lang(request))), JSON)


async def _body(request: Request) -> Response:
    id = request.path_params["id"]
    limit, skip = number(request, "limit", 20, answers.MOST), number(request, "skip", 0, MOST_SKIPPED)
    return await _desk(request).json(request, lambda graph: answers.body(graph, id, limit=limit, skip=skip))


async def _text(request: Request) -> str:
    """The text in the body of a request."""
    most = _desk(request).settings.most_text
    kind = request.headers.get("content-type", "text/plain").partition(";")[0].strip().lower()
    raw = await request.body()
    if len(raw) > most:
        raise AskedError(413, f"văn bản dài quá {most >> 20} MB")
    if kind == JSON:
        import json

        try:
            given = json.loads(raw)
            text = given["text"]
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, RecursionError):
            raise AskedError(400, 'cần một đối tượng JSON: {"text": "…"}') from None
        return text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise AskedError(400, "văn bản phải là UTF-8") from None


async def _extract(request: Request) -> Response:
    text = await _text(request)
    return _unkept(await run_in_threadpool(answers.extract, text))


async def _verify(request: Request) -> Response:
    text, at = await _text(request), day(request)
    found = await _desk(request).graphs.ask(lambda graph: answers.verify(graph, text, at=at))
    return _unkept(answers.labelled(found, lang(request)))


def _unkept(found: Any) -> Response:
    """What was found in a text that was sent: nobody keeps it."""
    return Response(json_bytes(found), media_type=JSON, headers={"Cache-Control": "no-store"})


_ID = {"id": ("path", "string", "định danh của văn bản, hoặc số, ký hiệu, tên (18-NQ/TW)")}
_PAGING = {
    "limit": ("query", "integer", f"số kết quả nhiều nhất (đến {answers.MOST})"),
    "skip": ("query", "integer", "bỏ qua chừng ấy kết quả đầu"),
}
_SPAN = {
    "since": ("query", "string", "ban hành từ ngày, tháng hoặc năm này (01/6/2025, 6/2025, 2025)"),
    "until": ("query", "string", "ban hành đến hết ngày, tháng hoặc năm này"),
}
_KEPT = {
    "type": ("query", "string", "chỉ loại văn bản này (“Kế hoạch”, KH); nêu được nhiều lần"),
    "issuer": ("query", "string", "chỉ của cơ quan này, hoặc của mọi cơ quan có các từ này; nêu được nhiều lần"),
    **_SPAN,
}
_AT = {"at": ("query", "string", "hiệu lực tại ngày này (2025-06-01)")}
_STRING = {"type": "string"}
_TEXT_SENT = {
    "application/json": {"$ref": "#/components/schemas/SentText"},
    "text/plain": _STRING,
}
_FILE = {"type": "string", "format": "binary"}
_DRAFT_SENT = {
    "multipart/form-data": {
        "type": "object",
        "properties": {"file": _FILE, "text": _STRING, "at": _STRING, "format": {"enum": ["docx"]}},
    },
    "text/plain": _STRING,
    "text/markdown": _STRING,
    checking.WORD: _FILE,
}
ENDPOINTS = (
    Endpoint("/search", "search", "Tìm văn bản, kèm số lượng theo từng bộ lọc.", _search, {
        "q": ("query", "string", "các từ cần tìm, không cần dấu"),
        "type": ("query", "string", "loại văn bản"), "issuer": ("query", "string", "cơ quan ban hành"),
        "year": ("query", "string", "năm"), "place": ("query", "string", "địa phương"),
        "state": ("query", "string", "hiệu lực: in-force, replaced, repealed, partly, expired, not-yet, unknown"),
        **_SPAN, **_PAGING}, "SearchAnswer"),
    Endpoint("/documents/{id}/relations", "relations", "Các văn bản có một quan hệ với văn bản, kèm câu dẫn chứng.",
        _of_document(_relations), {**_ID, "predicate": ("query", "string", "quan hệ: implements, replaces, …"),
        "inverse": ("query", "boolean", "chiều ngược lại: ai làm điều đó với văn bản này"),
        "transitive": ("query", "boolean", "cả qua văn bản trung gian"), **_KEPT, **_PAGING}, "RelationsAnswer"),
    Endpoint("/documents/{id}/implementers", "implementers", "Văn bản nào triển khai, thực hiện, qua nhiều cấp.",
        _of_document(_implementers), {**_ID, "direct": ("query", "boolean", "chỉ quan hệ trực tiếp"),
        **_KEPT, **_PAGING}, "RelationsAnswer"),
    Endpoint("/documents/{id}/changes", "changes", "Bảng thay đổi theo điều, khoản.",
        _of_document(lambda graph, id, _: answers.changes(graph, id)), _ID, "ChangesAnswer"),
    Endpoint("/documents/{id}/history", "history", "Lịch sử: đã thay thế gì, bị gì thay thế, sửa đổi, theo thời gian.",
        _of_document(lambda graph, id, request: answers.history(graph, id, at=day(request))), {**_ID, **_AT},
        "HistoryAnswer"),
    Endpoint("/documents/{id}/status", "status", "Còn hiệu lực không, từ ngày nào, theo câu nào.",
        _of_document(lambda graph, id, request: answers.status(graph, id, at=day(request))), {**_ID, **_AT},
        "StandingAnswer"),
    Endpoint("/documents/{id}/text", "text", "Toàn văn, hoặc một điều, khoản, điểm, kèm thay đổi của nó.",
        _of_document(lambda graph, id, request: text_of(
            graph, id, request.query_params.get("provision") or None, at=day(request))),
        {**_ID, "provision": ("query", "string", "chỉ phần này: “khoản 2 Điều 5”"), **_AT}, "TextAnswer"),
    Endpoint("/documents/{id}", "document", "Một văn bản: thuộc tính, hiệu lực, số quan hệ từng loại.",
        _of_document(lambda graph, id, request: answers.document(graph, id, at=day(request))), {**_ID, **_AT},
        "DocumentAnswer"),
    Endpoint("/bodies/{id}", "body", "Một cơ quan và văn bản do cơ quan ấy ban hành.", _body,
        {"id": ("path", "string", "định danh của cơ quan"), **_PAGING}, "BodyAnswer"),
    Endpoint("/path", "path", "Hai văn bản liên hệ với nhau thế nào.", _path,
        {"from": ("query", "string", "văn bản thứ nhất"), "to": ("query", "string", "văn bản thứ hai")}, "PathAnswer",
        needed=("from", "to")),
    Endpoint("/stats", "stats", "Số liệu của đồ thị.", _stats, {}, "Figures"),
    Endpoint("/extract", "extract", "Mọi dẫn chiếu và quan hệ trong một bản văn gửi lên.", _extract, {}, "Extraction",
        _TEXT_SENT),
    Endpoint("/check", "check", "Kiểm tra dẫn chiếu của một bản thảo: văn bản, hoặc tệp (multipart/form-data).",
        checking.api, {"at": ("query", "string", "hiệu lực tại ngày này (2025-06-01)"),
        "format": ("query", "string", "docx: chính tệp Word ấy kèm ghi chú")}, "Report",
        _DRAFT_SENT),
    Endpoint("/verify", "verify", "Từng văn bản mà bản văn gửi lên dẫn: có trong đồ thị không, còn hiệu lực không.",
        _verify, _AT, "Verification", _TEXT_SENT),
)  # fmt: skip


async def description(request: Request) -> Response:
    """The OpenAPI description."""
    from graph.serve.openapi import describe

    def told(text: str) -> str:
        return in_language(request, text)

    return answer(request, json_bytes(describe(ENDPOINTS, ROOT, told)), JSON)


async def schema(request: Request) -> Response:
    """The published JSON Schema of what `extract` says (`graph.contract`)."""
    return answer(request, contract.schema_text().encode(), "application/schema+json")


async def page(request: Request) -> Response:
    """The addresses for people to read."""
    operations = [
        (
            f"{ROOT}{e.path}",
            {
                "method": e.method,
                "summary": in_language(request, e.summary),
                "parameters": [
                    {"name": name, "description": in_language(request, text)}
                    for name, (_, _, text) in e.parameters.items()
                ],
            },
        )
        for e in ENDPOINTS
    ]
    render = _desk(request).templates.renderer(request, "api.html")
    return answer(request, render(operations=operations), HTML)


ROUTES = [
    Route("/api", page),
    Route(f"{ROOT}/openapi.json", description),
    Route(f"{ROOT}/schema.json", schema),
    *(
        Route(f"{ROOT}{e.path.replace('{id}', '{id:path}')}", e.handler, methods=[e.method], name=e.name)
        for e in ENDPOINTS
    ),
]
