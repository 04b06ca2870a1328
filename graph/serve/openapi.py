"""The API described in OpenAPI 3.1, out of the table of its addresses; schemas are JSON Schema 2020-12."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import graph

if TYPE_CHECKING:
    from graph.serve.api import Endpoint

_TEXT = {"type": ["string", "null"]}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": sorted(properties)}


def _list(of: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{of}"}}


def _texts(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names, _TEXT)


_BRIEF = _object(
    **_texts("type", "code", "name", "date", "issuer", "place", "term", "title"),
    id={"type": "string"}, label={"type": "string"}, is_source={"type": "boolean"}, status={"type": "string"},
)  # fmt: skip
_RELATION = _object(
    **_texts("pinpoint", "provision"),
    subject={"type": "string"}, predicate={"type": "string"}, object={"type": "string"}, text={"type": "string"},
    cue={"type": "string"}, start={"type": "integer"}, end={"type": "integer"}, confidence={"type": "number"},
    partial={"type": "boolean"}, rule={"type": "string"},
)  # fmt: skip
_STANDING = _object(
    **_texts("since", "first_day", "last_day"),
    state={"type": "string"}, by={"type": "array", "items": {"type": "string"}}, parts={"type": "array"},
    evidence={"type": "array"}, named={"type": "object"},
)  # fmt: skip
_COUNT = {"type": "integer", "minimum": 0}
_ANY = {"type": "object"}
SCHEMAS: dict[str, Any] = {
    "Brief": _BRIEF,
    "Relation": _RELATION,
    "Standing": _object(document={"$ref": "#/components/schemas/Brief"}, at=_TEXT, standing=_STANDING),
    "Search": _object(
        query={"type": "string"}, filters=_ANY, total=_COUNT, skip=_COUNT,
        documents=_list("Brief"), facets=_ANY,
    ),
    "Document": _object(
        **_texts("type", "code", "name", "date", "issuer", "place", "term", "title"),
        id={"type": "string"}, label={"type": "string"}, cite_as={"type": "string"}, standing=_STANDING,
        relations={"type": "array"}, mentions=_COUNT, sources=_COUNT, texts={"type": "array"},
        findings={"type": "array"}, effects={"type": "array"},
    ),
    "Relations": _object(
        document={"$ref": "#/components/schemas/Brief"}, predicate={"type": "string"},
    ),
    "Changes": _object(document={"$ref": "#/components/schemas/Brief"}, changes={"type": "array"}),
    "Text": _object(
        document={"$ref": "#/components/schemas/Brief"}, provision=_TEXT, text={"type": "string"}, start=_COUNT,
        end=_COUNT, cut={"type": "boolean"}, source={"type": "string"}, changes={"type": "array"},
    ),
    "Body": _object(
        **_texts("place", "level", "branch", "code"), id={"type": "string"}, name={"type": "string"}, total=_COUNT,
        skip=_COUNT, documents=_list("Brief"),
    ),
    "Path": _object(
        start={"$ref": "#/components/schemas/Brief"}, end={"$ref": "#/components/schemas/Brief"},
        relations=_list("Relation"), named=_ANY,
    ),
    "Figures": _object(
        sources=_COUNT, documents=_COUNT, loaded=_COUNT, issuers=_COUNT, mentions=_COUNT, relations=_COUNT,
        types=_ANY, predicates=_ANY, most_cited={"type": "array"},
    ),
    "Extraction": _object(
        source=_TEXT, documents={"type": "array"}, mentions={"type": "array"}, relations={"type": "array"},
        issuers={"type": "array"}, findings={"type": "array"}, effects={"type": "array"},
    ),
    "Verification": _object(citations={"type": "array"}, findings={"type": "array"}, unknown=_COUNT),
    "Report": _object(at=_TEXT, totals=_ANY, findings={"type": "array"}, citations={"type": "array"}),
    "Problem": _object(
        type={"type": "string"}, title={"type": "string"}, status={"type": "integer"}, candidates={"type": "array"}
    ),
}  # fmt: skip


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
                {"name": name, "in": where, "required": where == "path", "description": text, "schema": {"type": kind}}
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
        if e.method == "POST":
            text = {"schema": {"type": "string"}}
            inside = {"schema": {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}}
            operation["requestBody"] = {"required": True, "content": {"text/plain": text, "application/json": inside}}
        paths.setdefault(f"{root}{e.path}", {})[e.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "luocdo",
            "version": graph.__version__,
            "description": "Đồ thị tri thức của văn bản pháp luật, hành chính và văn bản Đảng. Chỉ đọc.",
        },
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
