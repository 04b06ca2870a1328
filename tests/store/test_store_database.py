"""The file: what is a graph, what is not, and one clear line for each."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from graph_samples import CITING, REPORT, a_graph

from graph.errors import LuocdoError
from graph.knowledge import open as open_graph
from graph.store import database


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def newer(path: Path) -> None:
    a_graph(path, []).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {database.SCHEMA_VERSION + 1}")
    connection.close()


CASES = [
    ("folder", lambda path: path.mkdir(), "là thư mục"),
    ("missing", lambda path: None, "không tìm thấy đồ thị"),
    ("text", lambda path: path.write_text("Nghị quyết số 18-NQ/TW", encoding="utf-8"), "không phải đồ thị"),
    ("empty", lambda path: path.write_bytes(b""), "không phải đồ thị luocdo (tệp rỗng)"),
    ("foreign", foreign, "là cơ sở dữ liệu khác"),
    ("newer", newer, "phiên bản luocdo mới hơn"),
    ("broken", lambda path: path.write_bytes(b"SQLite format 3\x00" + b"x" * 4000), "tệp đồ thị bị hỏng"),
]


@pytest.mark.parametrize(("make", "reason"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_no_graph_is_refused_in_one_line(tmp_path: Path, make: object, reason: str) -> None:
    path = tmp_path / "graph.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LuocdoError) as caught:
        open_graph(path)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("name", ["foreign", "newer", "text", "folder"])
def test_nothing_is_written_into_what_is_no_graph(tmp_path: Path, name: str) -> None:
    path = tmp_path / "graph.db"
    next(make for case, make, _ in CASES if case == name)(path)  # type: ignore[operator]
    with pytest.raises(LuocdoError):
        open_graph(path, create=True)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LuocdoError, match="không có thư mục"):
        open_graph(tmp_path / "no" / "graph.db", create=True)


def test_an_empty_file_becomes_a_graph_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    path.touch()
    with open_graph(path, create=True) as graph:
        assert graph.stats().documents == 0


def test_the_file_names_itself_and_keeps_its_rules(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [REPORT])
    connection = graph._connection
    assert connection.execute("PRAGMA application_id").fetchone()[0] == database.APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == database.SCHEMA_VERSION
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    graph.close()
    assert not Path(f"{graph.file}-wal").exists()


def test_an_older_file_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.db"
    with a_graph(path, [REPORT]) as graph:
        (made,) = graph._connection.execute("SELECT sql FROM sqlite_master WHERE name = 'edge'").fetchone()
        graph._connection.execute("DROP VIEW edge")
    monkeypatch.setattr(database, "SCHEMA_VERSION", database.SCHEMA_VERSION + 1)
    version = database.SCHEMA_VERSION
    monkeypatch.setattr(database, "MIGRATIONS", {version - 1: lambda c: c.execute(made)})
    with pytest.raises(LuocdoError, match="phiên bản cũ"):
        open_graph(path)
    with open_graph(path, write=True) as graph:
        assert graph._connection.execute("SELECT count(*) FROM edge").fetchone()[0] > 0
        assert graph._connection.execute("PRAGMA user_version").fetchone()[0] == version
    open_graph(path).close()


def without_lists(connection: sqlite3.Connection) -> None:
    connection.execute("DROP INDEX assertion_claim")
    connection.execute("CREATE INDEX assertion_claim ON assertion (claim)")
    for table in ("listed", "unlisted"):
        connection.execute(f"DROP TABLE {table}")


def without_corrections(connection: sqlite3.Connection) -> None:
    without_lists(connection)
    for table in ("correction", "denied", "corrected", "apart"):
        connection.execute(f"DROP TABLE {table}")


def test_a_file_without_corrections_gets_tables_for_them(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with a_graph(path, [REPORT]) as graph:
        without_corrections(graph._connection)
        graph._connection.execute("UPDATE source SET reader = 'old'")
        graph._connection.execute("PRAGMA user_version = 3")
    with open_graph(path, write=True) as graph:
        assert graph._connection.execute("SELECT DISTINCT reader FROM source").fetchall() == [("old",)]
        assert graph.corrections() == []


def test_a_file_without_provisions_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    a_graph(path, [REPORT]).close()
    with sqlite3.connect(path) as connection:
        for table in ("mention", "relation"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN provision")
        without_corrections(connection)
        connection.execute("UPDATE source SET reader = 'old'")
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    with open_graph(path, write=True) as graph:
        assert {m.provision for m in graph.mentions()} == {None}
        assert graph._connection.execute("SELECT DISTINCT reader FROM source").fetchall() == [("",)]  # is read anew
        assert graph.ingest(*CITING)


def test_a_file_without_effects_gets_a_table_for_them(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with a_graph(path, [REPORT]) as graph:
        graph._connection.execute("DROP TABLE effect")
        for table in ("mention", "relation"):
            graph._connection.execute(f"ALTER TABLE {table} DROP COLUMN provision")
        without_corrections(graph._connection)
        graph._connection.execute("PRAGMA user_version = 1")
    with open_graph(path, write=True) as graph:
        assert list(graph.effects()) == []
        assert graph._connection.execute("SELECT DISTINCT reader FROM source").fetchall() == [("",)]
        assert graph.stats().documents  # what was read before is still there


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    path = tmp_path / "graph.db"
    a_graph(path, []).close()
    with open_graph(path, write=True) as first, open_graph(path, write=True) as second:
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LuocdoError, match="đang bị một chương trình khác ghi"):
            second.ingest(*REPORT)
        first._connection.execute("ROLLBACK")
        assert second.ingest(*REPORT)


def test_readers_see_one_state_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    a_graph(path, []).close()
    with open_graph(path, write=True) as writer, open_graph(path) as reader, reader.frozen():
        assert list(reader.documents()) == []
        writer.ingest(*REPORT)
        writer.settle()
        assert list(reader.documents()) == []
    with open_graph(path) as reader:
        assert reader.stats().documents == 7


def test_a_graph_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    a_graph(path, []).close()
    with open_graph(path) as graph, pytest.raises(LuocdoError, match="chỉ để đọc"):
        graph.ingest(*REPORT)
