"""The API keeps its description: every answer has the schema that it is given, and a client made out of it works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ID = "30/2020/N%C4%90-CP"
AMENDED = "05/2021/TT-BNV"
ENDED = "110/2004/N%C4%90-CP"
DRAFT = "Căn cứ Nghị định số 110/2004/NĐ-CP; Nghị định số 1/2099/NĐ-CP và Luật số 76/2015/QH13 ngày 20/6/2015.\n"
TOOL = "openapi-python-client==0.29.1"
# name of the operation -> what is asked of it, after the root of the API
ASKED: dict[str, tuple[str, ...]] = {
    "search": ("/search?q=van%20thu", "/search", "/search?state=replaced&limit=1&skip=1", "/search?q=khongco"),
    "relations": (
        f"/documents/{ID}/relations?predicate=replaces", f"/documents/{ID}/relations?predicate=issued_by",
        f"/documents/{ID}/relations?predicate=implements&inverse=1&transitive=1",
    ),
    "implementers": (f"/documents/{ID}/implementers", f"/documents/{ID}/implementers?direct=1&limit=1"),
    "changes": (f"/documents/{ID}/changes", f"/documents/{AMENDED}/changes"),
    "history": (f"/documents/{ID}/history", f"/documents/{ENDED}/history?at=2019-01-01"),
    "status": (f"/documents/{ID}/status", f"/documents/{ENDED}/status?at=2021-01-01", f"/documents/{AMENDED}/status"),
    "text": (f"/documents/{ID}/text", f"/documents/{ID}/text?provision=kho%E1%BA%A3n%202%20%C4%90i%E1%BB%81u%2038"),
    "document": (f"/documents/{ID}", f"/documents/{ENDED}?at=2021-01-01", f"/documents/{AMENDED}"),
    "body": ("/bodies/vn:chinh.phu", "/bodies/vn:chinh.phu?limit=1"),
    "path": (f"/path?from=83/KH-UBND&to={ENDED}", f"/path?from={ID}&to=12/2023/TT-BNV"),
    "stats": ("/stats",),
    "extract": ("/extract",),
    "check": ("/check",),
    "verify": ("/verify",),
}  # fmt: skip


@pytest.fixture(scope="module")
def described(client: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def strict(schema: Any) -> Any:
    """The schema, letting pass no property that it does not name."""
    if isinstance(schema, list):
        return [strict(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "properties" in schema and "type" in schema else {}
    return closed | {key: strict(inner) for key, inner in schema.items()}


def validator(described: dict[str, Any], name: str) -> Any:
    whole = {"$ref": f"#/components/schemas/{name}", "components": strict(described["components"])}
    return jsonschema.Draft202012Validator(whole)


def operations(described: dict[str, Any]) -> dict[str, tuple[str, str, dict[str, Any]]]:
    return {
        operation["operationId"]: (method, path, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }


def test_the_description_is_one(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(described)
    for name in described["components"]["schemas"]:
        assert f'"#/components/schemas/{name}"' in text, f"nobody asks for {name}"
    assert set(operations(described)) == set(ASKED)
    named = [p for _, path, o in operations(described).values() for p in o["parameters"] if p["in"] == "path"]
    assert all(parameter["required"] for parameter in named)


@pytest.mark.parametrize("name", ASKED)
def test_answers_have_the_schema_that_they_are_given(client: Any, described: dict[str, Any], name: str) -> None:
    method, _, operation = operations(described)[name]
    media = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    checks = validator(described, media)
    for asked in ASKED[name]:
        if method == "get":
            found = [client.get(f"/api/v1{asked}")]
        else:
            found = [client.post(f"/api/v1{asked}", content=DRAFT.encode(), headers={"Content-Type": "text/plain"})]
            if "application/json" in operation["requestBody"]["content"]:
                found.append(client.post(f"/api/v1{asked}", json={"text": DRAFT}))
        for answer in found:
            assert answer.status_code == 200, answer.text
            checks.validate(answer.json())
            assert not checks.is_valid({**answer.json(), "strange": 1})
            assert not checks.is_valid(dict(list(answer.json().items())[1:]))


@pytest.mark.parametrize("path", ["/documents/zzzz", "/path?from=a", "/search?limit=x", "/bodies/none", "/nothing"])
def test_refusals_are_problems(client: Any, described: dict[str, Any], path: str) -> None:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code >= 400
    validator(described, "Problem").validate(answer.json())


def test_every_parameter_is_understood(client: Any, described: dict[str, Any]) -> None:
    """A wrong value of each whole number and day is told, so the parameter is looked at."""
    for name, (method, path, operation) in operations(described).items():
        for parameter in operation["parameters"]:
            if method == "get" and (parameter["schema"]["type"] == "integer" or parameter["name"] == "at"):
                asked = path.replace("{id}", ID if name != "body" else "vn:chinh.phu")
                assert client.get(f"{asked}?{parameter['name']}=x").status_code == 400, (name, parameter["name"])


def test_the_published_schema_has_an_address(client: Any) -> None:
    from graph import contract

    answer = client.get("/api/v1/schema.json")
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json() == contract.schema()
    said = client.post("/api/v1/extract", json={"text": DRAFT}).json()
    jsonschema.validate(said, answer.json())


def test_the_description_is_english_where_english_is_asked_for(client: Any, described: dict[str, Any]) -> None:
    english = client.get("/api/v1/openapi.json?lang=en").json()
    for (_, _, mine), (_, _, other) in zip(operations(english).values(), operations(described).values(), strict=True):
        assert mine["summary"] != other["summary"]
        assert len(mine["parameters"]) == len(other["parameters"])
        for one, two in zip(mine["parameters"], other["parameters"], strict=True):
            assert one["description"] != two["description"], one
    refused = client.get("/api/v1/documents/zzzz?lang=en").json()["title"]
    assert refused.startswith("the graph has no document")


@pytest.fixture(scope="session")
def generator() -> Path:
    """The generator of clients in an environment of its own, installed once into the user's cache."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "luocdo-tests" / "openapi-client"
    program = cache / "bin" / "openapi-python-client"
    if not program.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", str(cache)], check=True, capture_output=True, timeout=120)
            install = [str(cache / "bin" / "python"), "-m", "pip", "install", "-q", TOOL]
            subprocess.run(install, check=True, capture_output=True, timeout=300)
        except (OSError, subprocess.SubprocessError):
            shutil.rmtree(cache, ignore_errors=True)
            pytest.skip("the generator of clients could not be installed")
    return program


CALLS = """
import json, sys
sys.path.insert(0, sys.argv[1])
from made import Client
from made.api.default import document, extract, implementers, path, search, stats, verify
from made.models import Problem, SentText

text = sys.argv[3]
with Client(base_url=sys.argv[2]) as client:
    found = search.sync(client=client, q="van thu", limit=5)
    decree = document.sync("30/2020/NĐ-CP", client=client)
    carried = implementers.sync(decree.id, client=client)
    way = path.sync(client=client, from_="83/KH-UBND", to="110/2004/NĐ-CP")
    print(json.dumps({
        "search": [hit.code for hit in found.documents],
        "type": [(value.value, value.count) for value in found.facets.type_],
        "document": [decree.code, decree.date, decree.standing.state],
        "implementers": [(d.code, d.chains[0][0].predicate, d.chains[0][0].text) for d in carried.documents],
        "path": [step.predicate for step in way.relations],
        "loaded": stats.sync(client=client).loaded,
        "mentions": [m.text for m in extract.sync(client=client, body=SentText(text=text)).mentions],
        "known": [c.known for c in verify.sync(client=client, body=SentText(text=text)).citations],
        "problem": isinstance(document.sync("zzzz", client=client), Problem),
    }))
"""


def test_a_generated_client_works(generator: Path, address: str, described: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "openapi.json").write_text(json.dumps(described), encoding="utf-8")
    made = subprocess.run(
        [str(generator), "generate", "--path", str(tmp_path / "openapi.json"), "--meta", "none",
         "--output-path", str(tmp_path / "made")],
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    done = subprocess.run(
        [str(generator.with_name("python")), "-c", CALLS, str(tmp_path), address, DRAFT],
        capture_output=True, encoding="utf-8", timeout=120, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {"30/2020/NĐ-CP", "110/2004/NĐ-CP"} <= set(found["search"])
    assert ["Nghị định", 2] in found["type"]
    assert found["document"][:2] == ["30/2020/NĐ-CP", "2020-03-05"]
    assert [row[:2] for row in found["implementers"]] == [["83/KH-UBND", "implements"]]
    assert "Nghị định số 30/2020/NĐ-CP" in found["implementers"][0][2]
    assert found["path"] == ["implements", "replaces"]
    assert found["loaded"] == 3
    assert len(found["mentions"]) == len(found["known"]) == 3
    assert found["problem"]
