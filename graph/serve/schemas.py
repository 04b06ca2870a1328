"""JSON Schemas (2020-12) of the API's answers, by name: those of `graph.contract` as they are published, and what the
API puts around them."""

from __future__ import annotations

from typing import Any

from graph import contract
from graph.checking.codes import SEVERITIES
from graph.queries.history import KINDS
from graph.queries.searching import FACETS

_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_PLACE: dict[str, Any] = {"type": "integer", "minimum": -1}
_FLAG: dict[str, Any] = {"type": "boolean"}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_MAYBE_PLACE: dict[str, Any] = {"type": ["integer", "null"], "minimum": -1}
_SHARE: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}


def component(name: str) -> str:
    """``document`` -> ``Document``."""
    return name[:1].upper() + name[1:]


def make() -> dict[str, Any]:
    """All schemas by name; references among them are ``#/components/schemas/…``."""
    published = contract.schema()["$defs"]
    found: dict[str, Any] = {component(name): _relinked(value) for name, value in published.items()}
    document, status = found["Document"], found["Status"]
    found["Brief"] = _more(document, "A document as one line of a list.", without=_LEFT_OUT, label=_LABEL)
    found["Standing"] = _more(
        status, "Whether a document stands, with the documents that its ids name.", named=_by_id("Brief")
    )
    hit = _more(found["Brief"], "A document that was found.", state=published["status"]["properties"]["state"])
    found["Hit"] = hit
    found["Reached"] = _more(
        found["Brief"], "A document in the relation asked for, with the chains of relations that lead to it.",
        distance={"type": "integer", "minimum": 1}, chains={"type": "array", "items": _list("Relation")},
    )  # fmt: skip
    found["Counted"] = _more(found["Brief"], "A document that is often cited.", count=_COUNT)
    found["Stating"] = _more(found["Issuer"], "A body that issued it, with the statement.", relation=_ref("Relation"))
    found["Change"] = _object(
        "One change: who does what to which provision, since when.",
        role={"enum": ["affecting", "affected"]}, date=_MAYBE, in_force=_MAYBE, affecting=_ref("Document"),
        provision=_MAYBE, action=_TEXT, predicate=_TEXT, affected=_ref("Document"), pinpoint=_MAYBE, partial=_FLAG,
        text=_TEXT, start=_PLACE, end=_PLACE, source=_MAYBE, confidence=_SHARE,
    )  # fmt: skip
    found["Version"] = _more(document, "A document of a line of replacements.", standing=_ref("Status"))
    found["Event"] = _object(
        "Something that happened to a document: it was issued, took effect, or what another one did to it.",
        day=_MAYBE, kind={"enum": list(KINDS)}, document=_ref("Document"),
        by={"anyOf": [_ref("Document"), {"type": "null"}]}, issued=_MAYBE, pinpoint=_MAYBE, partial=_FLAG,
        provision=_MAYBE, text=_MAYBE, start=_MAYBE_PLACE, end=_MAYBE_PLACE, source=_MAYBE,
    )  # fmt: skip
    found |= _answers(document) | _drafts()
    found["SentText"] = _object("A text to read.", text=_TEXT)
    found["Problem"] = _object(
        "Why there is no answer (RFC 9457), with the documents that may have been meant.",
        type=_TEXT, title=_TEXT, status={"type": "integer"}, candidates=_list("Brief"),
    )  # fmt: skip
    return found


_LEFT_OUT = ("origins", "candidates", "unnumbered")
_LABEL = {"type": "string", "description": "How people call it."}


def _answers(document: dict[str, Any]) -> dict[str, Any]:
    value = _object("A value of a facet.", value=_TEXT, count=_COUNT)
    return {
        "SearchAnswer": _object(
            "A page of the documents that were found, with facets.",
            query=_TEXT, filters={"type": "object", "additionalProperties": _TEXT}, total=_COUNT, skip=_COUNT,
            documents=_list("Hit"),
            facets={
                "type": "object", "properties": {facet: {"type": "array", "items": value} for facet in FACETS},
                "additionalProperties": False,
            },
        ),
        "DocumentAnswer": _more(
            document, "A document: facts, force, how many documents stand in which relation to it.",
            label=_LABEL, cite_as=_TEXT, issuers=_list("Issuer"), standing=_ref("Standing"), effects=_list("Effect"),
            relations={"type": "array", "items": _object(
                "Documents in one relation.", predicate=_TEXT, inverse=_FLAG, count=_COUNT)},
            mentions=_COUNT, sources=_COUNT, texts={"type": "array", "items": _TEXT}, findings=_list("Finding"),
            corrections={"type": "array", "items": _object(
                "A correction by hand: its cells, the row in words, its file and number.", action=_TEXT,
                document=_TEXT, what=_TEXT, value=_TEXT, who=_TEXT, why=_TEXT, sentence=_TEXT, source=_TEXT)},
        ),
        "StandingAnswer": _object(
            "Whether a document stands on a day.", document=_ref("Brief"), at=_MAYBE, standing=_ref("Standing")
        ),
        "RelationsAnswer": _object(
            "A page of the documents in one relation; of issued_by, the bodies.",
            optional=("inverse", "transitive", "skip", "total", "documents", "issuers"),
            document=_ref("Brief"), predicate=_TEXT, inverse=_FLAG, transitive=_FLAG, skip=_COUNT,
            total={"type": ["integer", "null"], "minimum": 0}, documents=_list("Reached"), issuers=_list("Stating"),
        ),
        "ChangesAnswer": _object("Changes by date.", document=_ref("Brief"), changes=_list("Change")),
        "HistoryAnswer": _object(
            "The line of documents that replaced one another, oldest first, and what happened to each.",
            document=_ref("Brief"), line=_list("Version"), cut=_FLAG, events=_list("Event"), at=_MAYBE,
        ),
        "TextAnswer": _object(
            "The text of a document or provision.", document=_ref("Brief"), provision=_MAYBE, text=_TEXT,
            start=_COUNT, end=_COUNT, cut=_FLAG, source=_TEXT, changes=_list("Change"),
        ),
        "PathAnswer": _object(
            "A shortest chain of relations.", start=_ref("Brief"), end=_ref("Brief"), relations=_list("Relation"),
            named=_by_id("Brief"),
        ),
        "BodyAnswer": _object(
            "An issuing body and a page of its documents.", id=_TEXT, name=_TEXT, place=_MAYBE, level=_MAYBE,
            branch=_MAYBE, code=_MAYBE, total=_COUNT, skip=_COUNT, documents=_list("Brief"),
        ),
        "Figures": _object(
            "How much there is in the graph.", sources=_COUNT, documents=_COUNT, loaded=_COUNT, issuers=_COUNT,
            mentions=_COUNT, relations=_COUNT, types={"type": "object", "additionalProperties": _COUNT},
            predicates={"type": "object", "additionalProperties": _COUNT}, most_cited=_list("Counted"),
        ),
    }  # fmt: skip


def _drafts() -> dict[str, Any]:
    fix = _object("The one certain correction.", start=_COUNT, end=_COUNT, text=_TEXT)
    place = _object("A place of the text.", start=_COUNT, end=_COUNT, text=_TEXT)
    return {
        "Verified": _object(
            "A document that the text cites, and what the graph knows of it.",
            optional=("document", "standing", "disagrees", "candidates"),
            cited=_ref("Brief"), mentions={"type": "array", "items": place}, count=_COUNT, known=_FLAG,
            document=_ref("Brief"), standing=_ref("Standing"),
            disagrees={"type": "array", "items": _object("A fact.", field=_TEXT, cited=_TEXT, known=_TEXT)},
            candidates=_list("Brief"),
        ),
        "Verification": _object(
            "What a text cites.", citations=_list("Verified"), findings=_list("Finding"), unknown=_COUNT
        ),
        "DraftFinding": _object(
            "One thing to look at in a draft.",
            code=_TEXT, severity={"enum": list(SEVERITIES)}, title=_TEXT, message=_TEXT, message_en=_TEXT, line=_COUNT,
            column=_COUNT, start=_PLACE, end=_PLACE, text=_TEXT, document=_TEXT, evidence=_TEXT, evidence_source=_TEXT,
            rule=_TEXT, rule_en=_TEXT, fix={"anyOf": [fix, {"type": "null"}]}, again={"type": "array", "items": fix},
        ),
        "DraftCitation": _object(
            "A citation of a draft.", start=_COUNT, end=_COUNT, text=_TEXT, known=_MAYBE, document=_ref("Document"),
            status=_ref("Status"),
        ),
        "Report": _object(
            "What is found in a draft.", at=_TEXT, totals={"type": "object", "additionalProperties": _COUNT},
            findings=_list("DraftFinding"), citations=_list("DraftCitation"),
        ),
    }  # fmt: skip


def _object(description: str, *, optional: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def _more(schema: dict[str, Any], description: str, *, without: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """An object like `schema`, with other properties."""
    kept = {name: value for name, value in schema["properties"].items() if name not in without}
    optional = tuple(name for name in kept if name not in schema["required"])
    return _object(description, optional=optional, **kept, **more)


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _by_id(name: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": _ref(name)}


def _relinked(value: Any) -> Any:
    """A published schema with its references led to the components."""
    if isinstance(value, dict):
        return {
            key: _ref(component(inner.rpartition("/")[2]))["$ref"] if key == "$ref" else _relinked(inner)
            for key, inner in value.items()
        }
    return [_relinked(inner) for inner in value] if isinstance(value, list) else value
