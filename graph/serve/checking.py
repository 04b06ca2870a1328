"""Check a draft: a page where one drops a file and takes the commented Word file back, and the same for programs."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import LuocdoError
from graph.serve import drafts
from graph.serve.asked import AskedError, as_day, json_bytes, lang
from graph.serve.desk import BUSY, HTML, JSON, Desk, in_language, line_of, status_of
from graph.serve.pool import BusyError

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def page(request: Request) -> Response:
    """The form; for a draft that was sent, the form and what was found, or the Word file with comments."""
    desk: Desk = request.app.state.desk
    shown: dict[str, Any] = {"report": None, "line": ""}
    status = 200
    if request.method == "POST":
        try:
            name, data, at, wanted = await _sent(request, desk)
            if wanted == "docx":
                return await _commented(desk, name, data, at, lang(request))
            shown["report"] = await _report(desk, name, data, at)
        except (AskedError, LuocdoError) as error:
            shown["line"], status = (
                line_of(request, error),
                (error.status if isinstance(error, AskedError) else status_of(error)),
            )
        except BusyError:
            shown["line"], status = BUSY, 503
    shown["line"] = in_language(request, shown["line"])
    render = desk.templates.renderer(request, "check.html")
    return Response(render(**shown), status, media_type=HTML, headers={"Cache-Control": "no-store"})


async def api(request: Request) -> Response:
    """The same for programs: the file as ``multipart/form-data`` (`file`, `at`), or a text."""
    desk: Desk = request.app.state.desk
    kind = request.headers.get("content-type", "text/plain").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        name, data, at, wanted = await _sent(request, desk)
    elif kind in ("text/plain", "text/markdown"):
        name, data = "a.md" if kind == "text/markdown" else "a.txt", await request.body()
        at, wanted = as_day(request.query_params.get("at", ""), "at"), request.query_params.get("format", "")
    elif kind == WORD:
        name, data = "a.docx", await request.body()
        at, wanted = as_day(request.query_params.get("at", ""), "at"), request.query_params.get("format", "")
    else:
        raise AskedError(415, f"cần text/plain, text/markdown, multipart/form-data hoặc {WORD}")
    if wanted == "docx":
        return await _commented(desk, name, data, at, lang(request))
    found = await _report(desk, name, data, at)
    return Response(json_bytes(found), media_type=JSON, headers={"Cache-Control": "no-store"})


async def check_text(desk: Desk, text: str, at: str | None) -> dict[str, Any]:
    """What is found in a text."""
    return await _report(desk, "a.txt", text.encode("utf-8", "replace"), at)


async def _sent(request: Request, desk: Desk) -> tuple[str, bytes, str | None, str]:
    """Name, bytes, day and form of the answer of a draft that a form sends."""
    async with request.form(max_files=1, max_fields=10, max_part_size=desk.settings.most_text) as form:
        at = as_day(str(form.get("at") or ""), "at")
        wanted = str(form.get("format") or "")
        file = form.get("file")
        if isinstance(file, UploadFile) and file.filename:
            return file.filename, await file.read(), at, wanted
        text = str(form.get("text") or "")
        if not text.strip():
            raise AskedError(400, "hãy chọn một tệp hoặc dán văn bản")
        return "a.txt", text.encode("utf-8", "replace"), at, wanted


async def _report(desk: Desk, name: str, data: bytes, at: str | None) -> dict[str, Any]:
    async with _turn(desk):
        return await drafts.report(
            desk.settings.graph, name, data, at=at, seconds=desk.settings.seconds + desk.settings.sparql_seconds
        )


async def _commented(desk: Desk, name: str, data: bytes, at: str | None, tongue: str) -> Response:
    if not name.lower().endswith(".docx"):
        raise AskedError(400, "chỉ tệp .docx mới nhận lại được kèm ghi chú")
    async with _turn(desk):
        seconds = desk.settings.seconds + desk.settings.sparql_seconds
        written = await drafts.commented(desk.settings.graph, data, at=at, lang=tongue, seconds=seconds)
    headers = {"Content-Disposition": 'attachment; filename="ban-thao-ghi-chu.docx"', "Cache-Control": "no-store"}
    return Response(written, media_type=WORD, headers=headers)


class _turn:
    """A turn among the processes that read drafts; BusyError where too many wait."""

    def __init__(self, desk: Desk) -> None:
        self._queue = desk.drafts

    async def __aenter__(self) -> None:
        if self._queue.locked():
            raise BusyError
        await self._queue.acquire()

    async def __aexit__(self, *error: object) -> None:
        self._queue.release()
