"""The API described in OpenAPI 3.1, out of the table of its addresses and of `graph.serve.schemas`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import graph
from graph.serve.schemas import make

if TYPE_CHECKING:
    from graph.serve.api import Endpoint


def describe(endpoints: Iterable[Endpoint], root: str) -> dict[str, Any]:
    """The description of the API at `root`."""
    paths: dict[str, Any] = {}
    problem = {
        "description": "Không trả lời được",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for e in endpoints:
        operation: dict[str, Any] = {
            "operationId": e.name,
            "summary": e.summary,
            "parameters": [
                {
                    "name": name,
                    "in": where,
                    "required": where == "path" or name in e.needed,
                    "description": text,
                    "schema": {"type": kind, **({"minimum": 0} if kind == "integer" else {})},
                }
                for name, (where, kind, text) in e.parameters.items()
            ],
            "responses": {
                "200": {
                    "description": "Trả lời",
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
            "description": "Đồ thị tri thức của văn bản pháp luật, hành chính và văn bản Đảng. Chỉ đọc.",
        },
        "paths": paths,
        "components": {"schemas": make()},
    }
