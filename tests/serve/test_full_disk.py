"""A disk that is full: what needs it is refused in a line, what only reads goes on."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest

DRAFT = "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư;\n"


def full(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device", "/tmp/luocdo-secret")


@pytest.fixture(params=["the folder", "the file"])
def full_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No draft can be written; where folders for drafts are."""
    if request.param == "the folder":
        monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    else:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        monkeypatch.setattr(Path, "write_bytes", full)
    return tmp_path


def test_drafts_are_refused_and_questions_answered(client: Any, full_disk: Path) -> None:
    before = client.get("/api/v1/search?q=van%20thu").json()
    for answer in (
        client.post("/api/v1/check", content=DRAFT.encode(), headers={"Content-Type": "text/plain"}),
        client.post("/check", data={"text": DRAFT}),
    ):
        assert answer.status_code == 507
        assert "hết chỗ trên đĩa" in answer.text
        assert "luocdo-secret" not in answer.text and "Traceback" not in answer.text
    assert list(full_disk.iterdir()) == []  # nothing of it stays
    assert client.get("/api/v1/search?q=van%20thu").json() == before
    assert client.get("/health").status_code == 200


def test_what_sqlite_has_no_room_to_sort_is_refused_in_a_line(
    graph_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large graph is sorted in files of SQLite's own: there is no room for them either."""
    pytest.importorskip("mcp", reason="needs the extra serve")
    from starlette.testclient import TestClient

    from graph.serve import Settings, answers, application

    def no_room(_: object) -> Any:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(answers, "figures", no_room)
    with TestClient(application(Settings(str(graph_file))), base_url="http://localhost") as served:
        refused = served.get("/api/v1/stats")
        assert refused.status_code == 507 and "hết chỗ trên đĩa" in refused.text
        assert str(graph_file) not in refused.text
        assert served.get("/").status_code == 200 and "30/2020" in served.get("/search?q=van+thu").text


def test_drafts_are_read_again_when_there_is_room(client: Any) -> None:
    answer = client.post("/api/v1/check", content=DRAFT.encode(), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 200


@pytest.mark.parametrize("cache", [True, False])
def test_a_copy_for_sparql_that_finds_no_room_is_refused_in_a_line(
    graph_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: bool
) -> None:
    """In the folder for caches, and in the one for what is temporary where that cannot be had."""
    pytest.importorskip("mcp", reason="needs the extra serve")
    from starlette.testclient import TestClient

    from graph.rdf import cache as copies
    from graph.rdf import refreshing
    from graph.serve import Settings, application

    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path / "cache"))
    for module, name in ((copies, "fill"), (refreshing, "make")):
        monkeypatch.setattr(module, name, full)
    if not cache:
        monkeypatch.setattr(copies, "cache_folder", lambda: None)
    with TestClient(application(Settings(str(graph_file))), base_url="http://localhost") as served:
        for query in ("ASK { ?s luocdo:cue ?c }", "ASK { ?s eli:cites ?c }"):
            refused = served.get("/sparql", params={"query": query})
            assert refused.status_code == 507, refused.text
            assert str(tmp_path) not in refused.text and "luocdo-secret" not in refused.text
        assert served.get("/health").status_code == 200
