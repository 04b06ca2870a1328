"""The API described in OpenAPI 3.1, out of the table of its addresses and of `graph.serve.schemas`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import graph
from graph.serve.schemas import make

_LANGUAGE = {
    "lang": ("query", "string", "ngôn ngữ của tên gọi và thông báo: vi, en; không nêu thì theo Accept-Language, rồi vi")
}
_ABOUT = "Đồ thị tri thức của văn bản pháp luật, hành chính và văn bản Đảng. Chỉ đọc."

if TYPE_CHECKING:
    from graph.serve.api import Endpoint


def describe(endpoints: Iterable[Endpoint], root: str, told: Callable[[str], str] = str) -> dict[str, Any]:
    """The description of the API at `root`; `told` puts its texts into another language."""
    paths: dict[str, Any] = {}
    problem = {
        "description": told("Không trả lời được"),
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for e in endpoints:
        operation: dict[str, Any] = {
            "operationId": e.name,
            "summary": told(e.summary),
            "parameters": [
                {
                    "name": name,
                    "in": where,
                    "required": where == "path" or name in e.needed,
                    "description": told(text),
                    "schema": {"type": kind, **({"minimum": 0} if kind == "integer" else {})},
                }
                for name, (where, kind, text) in {**e.parameters, **_LANGUAGE}.items()
            ],
            "responses": {
                "200": {
                    "description": told("Trả lời"),
                    "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{e.schema}"}}},
                },
                "default": problem,
            },
        }
        if e.body is not None:
            content = {media: {"schema": schema} for media, schema in e.body.items()}
            operation["requestBody"] = {"required": True, "content": content}
        paths.setdefault(f"{root}{e.path}", {})[e.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "luocdo",
            "version": graph.__version__,
            "description": told(_ABOUT),
        },
        "paths": paths,
        "components": {"schemas": make()},
    }
