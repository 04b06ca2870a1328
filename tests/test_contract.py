"""What is printed is what the schema says: real answers pass it, and no answer that is a little wrong does."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import graph
from graph import contract
from graph.model import (
    EFFECT_KINDS,
    PREDICATES,
    Document,
    Effect,
    Evidence,
    Extraction,
    Finding,
    Issuer,
    Mention,
    PartStatus,
    Pinpoint,
    Relation,
    Status,
)

SCHEMA = contract.schema()
ORDERING = """THỦ TƯỚNG CHÍNH PHỦ
Số: 12/2023/QĐ-TTg
Hà Nội, ngày 10 tháng 10 năm 2023

QUYẾT ĐỊNH
Sửa đổi Quyết định số 05/2021/QĐ-TTg

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; Nghị quyết 18;

Điều 1. Sửa đổi, bổ sung khoản 2 Điều 3 Quyết định số 05/2021/QĐ-TTg ngày 12 tháng 8 năm 2021.
Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 12 năm 2023 và bãi bỏ Quyết định số 04-NQ/TW ngày
19/10/2016 của Tỉnh ủy Quảng Ngãi.
"""
PART = Pinpoint((("điều", "3"), ("khoản", "2")), "khoản 2 Điều 3")
SAYS = Evidence(3, 9, "thay thế", "thay thế", 3, 9, 0.9, "rule", "a.txt")
# one of each, with every attribute
FULL: dict[str, Any] = {
    "document": contract.document_dict(
        Document("urn:lex:vn:a;1", "Luật", "1/QH", "Luật A", "2020-01-02", "Quốc hội", "Hà Nội", "XIV", "t",
                 candidates=("urn:b",), origins={"type": "text"})),
    "mention": contract.mention_dict(Mention("urn:a", 0, 3, "abc", (PART,), "rule", 1.0, "a.txt", PART)),
    "relation": contract.relation_dict(Relation("urn:a", "amends", "urn:b", SAYS, True, (PART,), PART)),
    "issuer": contract.issuer_dict(Issuer("vn:a", "A", "B", "central", "party", "C")),
    "finding": contract.finding_dict(Finding("kind", "message", ("urn:a",), 1, 2, "x", "a.txt")),
    "effect": contract.effect_dict(Effect("urn:a", "ended", "2020", SAYS, (PART,), "urn:b", "document", 3)),
    "status": contract.status_dict(
        Status("partly", ("urn:b",), "2020-01", "2019-01-01", "2021-01-01",
               (PartStatus((PART,), "repealed", "urn:b", "2020-01-02", SAYS),), (SAYS,))),
    "extraction": contract.extraction_dict(graph.extract(ORDERING, source="a.txt")),
}  # fmt: skip


def checks(name: str) -> Any:
    kind = jsonschema.Draft202012Validator
    return kind({"$schema": SCHEMA["$schema"], "$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def test_the_schema_is_one_and_has_its_version() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith(f":{contract.SCHEMA_VERSION}")
    assert f"Version {contract.SCHEMA_VERSION}:" in SCHEMA["description"]
    assert set(SCHEMA["$defs"]) == set(FULL)


@pytest.mark.parametrize("name", FULL)
def test_the_schema_names_every_key_and_no_other(name: str) -> None:
    assert list(SCHEMA["$defs"][name]["properties"]) == list(FULL[name])
    checks(name).validate(FULL[name])


def test_the_schema_knows_our_words() -> None:
    defs = SCHEMA["$defs"]
    assert tuple(defs["relation"]["properties"]["predicate"]["enum"]) == PREDICATES
    assert tuple(defs["effect"]["properties"]["kind"]["enum"]) == EFFECT_KINDS


@pytest.mark.parametrize("text", ["", "\0\ud800", "Không có gì.", "Nghị quyết 18", ORDERING])
def test_what_a_text_says(text: str) -> None:
    jsonschema.validate(json.loads(json.dumps(contract.extraction_dict(graph.extract(text)))), SCHEMA)


def test_what_the_report_says(report: str) -> None:
    jsonschema.validate(contract.extraction_dict(graph.extract(report, source="report")), SCHEMA)


def test_what_the_corpus_says(shared: Path) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    paths = sorted(path for path in (shared / "corpus").rglob("*.txt"))[::25]
    assert paths
    for path in paths:
        found = graph.extract(path.read_text(encoding="utf-8", errors="replace")[:50_000], source=path.name)
        validator.validate(contract.extraction_dict(found))


def test_what_a_graph_says(checkout: Path, tmp_path: Path) -> None:
    with graph.open(tmp_path / "graph.db", create=True) as opened:
        opened.add(checkout / "data", workers=1)
        rows = {
            "document": map(contract.document_dict, opened.documents()),
            "mention": map(contract.mention_dict, opened.mentions()),
            "relation": map(contract.relation_dict, opened.relations()),
            "issuer": map(contract.issuer_dict, opened.issuers()),
            "finding": map(contract.finding_dict, opened.findings()),
            "effect": map(contract.effect_dict, opened.effects()),
            "status": map(contract.status_dict, opened.statuses().values()),
        }
        counted = {}
        for name, found in rows.items():
            validator = checks(name)
            listed = list(found)
            for row in listed:
                validator.validate(row)
            counted[name] = len(listed)
        assert all(counted[name] for name in ("document", "mention", "relation", "issuer", "status"))


def mutations(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Copies of `value` that are wrong in one place, each with what was done: a key gone, renamed or strange, a value
    of another type or out of bounds."""
    if isinstance(value, dict):
        free = path[-1:] == ("origins",)
        for key in value:
            rest = {k: v for k, v in value.items() if k != key}
            if not free and key != "source":
                yield f"without {(*path, key)}", rest
            yield f"renamed {(*path, key)}", {**rest, f"{key}_": value[key]}
            for done, inner in mutations(value[key], (*path, key)):
                yield done, {**value, key: inner}
        yield f"more in {path}", {**value, "strange": 1}
    elif isinstance(value, list):
        yield f"no list {path}", {"0": value}
        for number, item in enumerate(value[:2]):
            for done, inner in mutations(item, (*path, number)):
                yield done, [*value[:number], inner, *value[number + 1 :]]
    else:
        wrong: list[Any] = [[], {}]
        wrong += [str(value)] if isinstance(value, bool | int | float) else [7, True]
        if isinstance(value, bool):
            wrong += [int(value) + 2]
        if isinstance(value, int | float) and not isinstance(value, bool) and path[-1] != "days":
            wrong += [-2, None]
        if path[-1] in ("date", "since", "first_day", "last_day") and "origins" not in path:
            wrong += ["01/02/2020", "2020-1-2", ""]
        if path[-1] in ("predicate", "kind", "state", "status", "basis", "level", "branch") and "findings" not in path:
            wrong += ["strange"]
        if path[-1] == "confidence":
            wrong += [1.5]
        for other in wrong:
            yield f"{other!r} in {path}", other


@pytest.mark.parametrize("name", FULL)
def test_nothing_else_passes(name: str) -> None:
    validator = checks(name)
    before = copy.deepcopy(FULL[name])
    passed, count = [], 0
    for done, wrong in mutations(FULL[name]):
        if name == "finding" and done == "'strange' in ('kind',)":
            continue  # new kinds of findings are no new contract
        count += 1
        if validator.is_valid(wrong):
            passed.append(done)
    assert passed == []
    assert count > 30
    assert FULL[name] == before


def test_an_extraction_is_whole() -> None:
    assert not checks("extraction").is_valid(contract.document_dict(Document("urn:a")))
    assert checks("extraction").is_valid(contract.extraction_dict(Extraction(None)))
