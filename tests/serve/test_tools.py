"""The tools for language models, through the SDK's own client."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from loops import run

mcp = pytest.importorskip("mcp", reason="needs the extra serve")


def ask(graph_file: Path, name: str, **arguments: Any) -> tuple[bool, Any]:
    """(is it an error, the answer) of a tool, in this process."""
    from graph.serve import Settings
    from graph.serve.desk import Desk
    from graph.serve.tools import server

    async def call() -> Any:
        async with mcp.Client(server(Desk(Settings(str(graph_file))))) as client:
            return await client.call_tool(name, arguments)

    found = run(call)
    return bool(found.is_error), found.content[0].text if found.is_error else found.structured_content


def test_tools_are_read_only_and_described(graph_file: Path) -> None:
    from graph.serve import Settings
    from graph.serve.desk import Desk
    from graph.serve.tools import server

    async def listed() -> Any:
        async with mcp.Client(server(Desk(Settings(str(graph_file))))) as client:
            return (await client.list_tools()).tools

    tools = run(listed)
    assert {t.name for t in tools} >= {
        "find_document", "get_document", "get_text", "implementers", "relations", "changes", "history", "status",
        "verify_citations",
    }  # fmt: skip
    for tool in tools:
        assert tool.annotations.read_only_hint is True and tool.annotations.destructive_hint is False
        assert tool.description and tool.title


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        (
            "find_document",
            {"words": "van thu"},
            lambda a: a["total"] >= 2,
        ),
        ("get_document", {"document": "30/2020/NĐ-CP"}, lambda a: a["issuer"] == "Chính phủ"),
        ("get_text", {"document": "30/2020/NĐ-CP", "provision": "Điều 1"}, lambda a: "Phạm vi" in a["text"]),
        ("implementers", {"document": "NĐ 30/2020"}, lambda a: a["documents"][0]["code"] == "83/KH-UBND"),
        ("relations", {"document": "30/2020/NĐ-CP", "predicate": "replaces"}, lambda a: a["total"] == 1),
        ("history", {"document": "30/2020/NĐ-CP"}, lambda a: a["line"][0]["code"] == "110/2004/NĐ-CP"),
        ("changes", {"document": "05/2021/TT-BNV"}, lambda a: a["changes"][0]["pinpoint"] == "khoản 2, điều 3"),
        ("status", {"document": "110/2004/NĐ-CP"}, lambda a: a["standing"]["evidence"][0]["text"]),
        ("verify_citations", {"text": "Căn cứ Nghị định số 110/2004/NĐ-CP;"}, lambda a: a["citations"][0]["known"]),
    ],
)
def test_answers(graph_file: Path, name: str, arguments: dict[str, Any], expected: Callable[[Any], bool]) -> None:
    failed, answer = ask(graph_file, name, **arguments)
    assert not failed, answer
    assert expected(answer), answer


@pytest.mark.parametrize(
    ("name", "arguments", "hint"),
    [
        ("get_document", {"document": "Thông tư TT-BNV"}, "ask again with one of these ids"),
        ("get_document", {"document": "Sắc lệnh 3/1946"}, "find_document"),
        ("relations", {"document": "30/2020/NĐ-CP", "predicate": "loves"}, "implements"),
        ("get_text", {"document": "110/2004/NĐ-CP"}, "no full text of Decree 110/2004"),
        ("get_text", {"document": "30/2020/NĐ-CP", "provision": "tất cả"}, "no article"),
        ("status", {"document": "30/2020/NĐ-CP", "at": "hôm qua"}, "pattern"),
        ("status", {"document": "30/2020/NĐ-CP", "at": "2023-02-30"}, "day is out of range"),
        ("check_draft", {"text": "a", "at": "2023-02-30"}, "day is out of range"),
        ("find_document", {"words": "a", "since": "hôm qua"}, "no day, month"),
    ],
)
def test_errors_say_what_to_do(graph_file: Path, name: str, arguments: dict[str, Any], hint: str) -> None:
    failed, answer = ask(graph_file, name, **arguments)
    assert failed and hint in answer
    assert "Traceback" not in answer and str(graph_file) not in answer


def test_over_stdin_and_stdout(graph_file: Path) -> None:
    from mcp import StdioServerParameters

    async def session() -> Any:
        command = StdioServerParameters(
            command=sys.executable, args=["-c", "from graph.cli import main; main()", "mcp", "-g", str(graph_file)]
        )
        async with mcp.Client(command) as client:
            return await client.call_tool("get_document", {"document": "83/KH-UBND"})

    assert run(session).structured_content["code"] == "83/KH-UBND"


def test_a_session_over_http(address: str) -> None:
    """The SDK's own client against the running server: lists, asks, is told what it did wrong, narrows."""

    async def session() -> tuple[set[str], Any, Any, Any]:
        async with mcp.Client(f"{address}/mcp") as client:
            names = {tool.name for tool in (await client.list_tools()).tools}
            found = await client.call_tool("find_document", {"words": "van thu", "since": "2020"})
            wrong = await client.call_tool(
                "implementers", {"document": "30/2020/NĐ-CP", "types": ["không có loại này"]}
            )
            kept = await client.call_tool(
                "implementers", {"document": "30/2020/NĐ-CP", "types": ["KH"], "until": "2020"}
            )
            return names, found, wrong, kept

    names, found, wrong, kept = run(session)
    assert {"find_document", "check_draft"} <= names
    assert found.structured_content["total"] == 2
    assert wrong.is_error and "không có loại" in wrong.content[0].text
    assert [d["code"] for d in kept.structured_content["documents"]] == ["83/KH-UBND"]


def test_over_http(client: Any) -> None:
    headers = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
    begin = {
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
    }  # fmt: skip
    found = client.post("/mcp", json=begin, headers=headers)
    assert found.status_code == 200 and found.json()["result"]["serverInfo"]["name"] == "luocdo"
    call = {"jsonrpc": "2.0", "id": 2, "method": "tools/call",
            "params": {"name": "status", "arguments": {"document": "110/2004/NĐ-CP"}}}  # fmt: skip
    answer = client.post("/mcp", json=call, headers={**headers, "MCP-Protocol-Version": "2025-06-18"})
    assert answer.json()["result"]["structuredContent"]["standing"]["state"] == "replaced"


def test_no_stream_is_held_open(client: Any) -> None:
    """There are no sessions, so nothing is ever told between questions: 405, as the protocol says."""
    answer = client.get("/mcp", headers={"Accept": "text/event-stream"})
    assert answer.status_code == 405 and answer.headers["allow"] == "POST"


HOSTILE = (
    "", " ", "\x00", "\ud800", "a" * 501, "' OR 1=1 --", "../../etc/passwd", "<script>", "urn:lex:vn", "NEAR(", '"',
    None, 5, [], {}, True, 1e308, -1, 10**30, "2020-02-31", "\u202e18-NQ/TW",
)  # fmt: skip
NEEDED = {
    "document": "30/2020/NĐ-CP",
    "predicate": "implements",
    "words": "van thu",
    "text": "Căn cứ Luật số 76/2015/QH13",
}


def test_whatever_is_given_a_tool_answers_or_says_what_is_wrong(
    graph_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Every argument of every tool with every value above: no exception, nothing of the machine, nothing logged."""
    from graph.serve import Settings
    from graph.serve.desk import Desk
    from graph.serve.tools import server

    async def session() -> list[tuple[str, str, Any, bool, str]]:
        seen = []
        async with mcp.Client(server(Desk(Settings(str(graph_file))))) as client:
            for tool in (await client.list_tools()).tools:
                if tool.name == "check_draft":
                    continue  # a process for each
                right = {name: NEEDED[name] for name in tool.input_schema["required"]}
                asked = [right, {}, {"strange": 1}]
                asked += [{**right, name: value} for name in tool.input_schema["properties"] for value in HOSTILE]
                for given in asked:
                    found = await client.call_tool(tool.name, given)
                    text = found.content[0].text if found.content else ""
                    seen.append((tool.name, repr(given), given is right, bool(found.is_error), text))
        return seen

    seen = run(session)
    assert len(seen) > 500
    for tool, given, right, failed, text in seen:
        assert not (right and failed), (tool, text)
        assert not (failed and len(text.split()) < 6), (tool, given, text)
        assert "Traceback" not in text and str(graph_file.parent) not in text, (tool, given)
    assert not [record for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")]
