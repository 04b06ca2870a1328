"""Graph files that are damaged, or made to do harm: one line, whatever is asked of them."""

from __future__ import annotations

import random
import sqlite3
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from graph_samples import LETTER, NQ18_LAND, REPORT, a_graph, text

from graph.cli import run
from graph.errors import LuocdoError
from graph.knowledge import open as open_graph
from graph.store.database import SCHEMA_VERSION
from graph.store.texts import Texts
from graph.store.trust import Patience, inflate

ASKED = [
    ["show", "18-NQ/TW"], ["find", "ke hoach"], ["query", "implements"], ["query", "implements", "18-NQ/TW"],
    ["query", "issued-by", "so cong thuong"], ["path", "1127/KH-SCT", "18-NQ/TW"], ["stats"], ["check"],
    ["export", "-f", "turtle", "-o", "out.ttl"], ["export", "-f", "csv", "-o", "out.zip"], ["view", "-o", "out.html"],
    ["sparql", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"], ["build", "x.txt", "-j", "1"], ["agree", "-g", "graph.db"],
]  # fmt: skip


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The bytes of a good graph; the current folder is one for the damaged ones."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)
    (tmp_path / "x.txt").write_text("Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017\n" * 400, encoding="utf-8")
    a_graph(tmp_path / "good.db", [REPORT, text("other", LETTER, (LETTER, "cites", NQ18_LAND))]).close()
    with open_graph("good.db", write=True) as graph:
        graph.add(["x.txt"], workers=1)
    return (tmp_path / "good.db").read_bytes()


def asked(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is told on stderr; every error is one line."""
    capsys.readouterr()
    code = run(words)  # what it raises is a traceback for the user
    err = capsys.readouterr().err
    assert code in (0, 1, 2)
    assert "Traceback" not in err
    if code == 2:
        assert err.count("\n") == 1, err
    return err


def put(data: bytes) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        Path(f"graph.db{end}").unlink(missing_ok=True)
    Path("graph.db").write_bytes(data)


DAMAGE: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut": lambda data, r: data[: r.randrange(100, len(data))],
    "one byte": lambda data, r: _with(data, r.randrange(len(data)), bytes([r.randrange(256)])),
    "first page": lambda data, r: _with(data, r.randrange(100), r.randbytes(2)),
    "bytes": lambda data, r: _many(data, r, 40, 1),
    "stretches": lambda data, r: _many(data, r, 6, 200),
    "page": lambda data, r: _with(data, 4096 * r.randrange(len(data) // 4096), bytes(4096)),
    "pages swapped": lambda data, r: _swapped(data, r),
    "heads of pages": lambda data, r: _heads(data, r),
}


def _with(data: bytes, at: int, piece: bytes) -> bytes:
    return data[:at] + piece + data[at + len(piece) :]


def _many(data: bytes, r: random.Random, times: int, size: int) -> bytes:
    for _ in range(times):
        data = _with(data, r.randrange(4096, len(data) - size), r.randbytes(size))
    return data


def _swapped(data: bytes, r: random.Random) -> bytes:
    one, other = (4096 * r.randrange(1, len(data) // 4096) for _ in range(2))
    return _with(_with(data, one, data[other : other + 4096]), other, data[one : one + 4096])


def _heads(data: bytes, r: random.Random) -> bytes:
    for page in range(1, len(data) // 4096):
        if r.random() < 0.3:
            data = _with(data, 4096 * page + r.randrange(12), bytes([r.randrange(256)]))
    return data


@pytest.mark.parametrize("way", DAMAGE)
def test_damage_is_one_line(way: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(way)
    for _ in range(4):
        data = DAMAGE[way](whole, chance)
        for words in chance.sample(ASKED, 5):
            put(data)
            asked(words, capsys)


# What a text column may hold in a file that we did not write.
VALUES = (7, 2.5, b"\xff\x00", "", "[", "[[[", '{"a": 1}', "[1, 2]", "x" * 5, "[" * 100_000, -(2**62), 2**62, "\x1b[2J")
COLUMNS = [
    ("source", "name"), ("source", "metadata"), ("source", "format"), ("block", "data"), ("document", "id"),
    ("document", "type"), ("document", "code"), ("document", "date"), ("document", "title"), ("document", "issuer"),
    ("document", "candidates"), ("document", "origins"), ("document", "bucket"), ("claim", "packed"), ("word", "name"),
    ("mention", "start"), ("mention", "end"), ("mention", "text"), ("mention", "pinpoints"), ("mention", "confidence"),
    ("relation", "start"), ("relation", "end"), ("relation", "cue_start"), ("relation", "pinpoints"),
    ("relation", "cue"), ("relation", "predicate"), ("relation", "confidence"), ("issuer", "name"), ("issuer", "level"),
    ("issuer", "id"), ("issuer_variant", "content"), ("finding", "claims"), ("conflict", "documents"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: part)
def test_values_that_we_never_write(table: str, column: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(f"{table}.{column}")
    for value in chance.sample(VALUES, 5):
        put(whole)
        connection = sqlite3.connect("graph.db")
        try:
            connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
            connection.execute("INSERT OR IGNORE INTO dirty SELECT bucket FROM claim")
            connection.commit()
        except sqlite3.Error:
            connection.rollback()
        connection.close()
        data = Path("graph.db").read_bytes()
        for words in chance.sample(ASKED, 4):
            put(data)
            asked(words, capsys)


HOSTILE = {
    "view for a table": "DROP VIEW edge; CREATE VIEW edge AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS subject, x AS predicate FROM n",
    "table is an endless view": "ALTER TABLE document RENAME TO d; CREATE VIEW document AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT d.* FROM d, n",
    "another view": "CREATE VIEW more AS SELECT load_extension('/tmp/x.so')",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM document; END",
    "index on an expression": "CREATE INDEX i ON source (abs(length))",
    "another table": "CREATE TABLE more (x)",
    "a column more": "ALTER TABLE source ADD COLUMN more DEFAULT 7",
    "missing table": "DROP TABLE conflict",
    "missing index": "DROP INDEX claim_id",
    "generated": "ALTER TABLE issuer ADD COLUMN more AS (zeroblob(1000000000))",
    "virtual": "CREATE VIRTUAL TABLE more USING fts5 (a, content = 'document')",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_schema_that_is_not_ours_is_not_read(name: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    put(whole)
    connection = sqlite3.connect("graph.db")
    connection.executescript(HOSTILE[name])
    connection.close()
    began = time.monotonic()
    for words in ASKED:
        err = asked(words, capsys)
        assert "cấu trúc của đồ thị không phải do luocdo tạo ra" in err and "luocdo build" in err, words
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("version", [-1, 0, SCHEMA_VERSION - 1, SCHEMA_VERSION + 1, 2**31 - 1])
def test_an_unknown_version_says_what_to_do(version: int, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    put(whole)
    connection = sqlite3.connect("graph.db")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    for words in (["show", "18-NQ/TW"], ["build", "x.txt", "-j", "1"]):
        err = asked(words, capsys)
        assert "cần nâng cấp luocdo" in err if version > SCHEMA_VERSION else "luocdo build" in err


def test_what_is_unpacked_is_bounded(whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    bomb = zlib.compress(bytes(1 << 30), 9)
    put(whole)
    connection = sqlite3.connect("graph.db")
    connection.execute("UPDATE block SET data = ?", (bomb,))
    connection.commit()
    connection.close()
    assert "dữ liệu trong đồ thị bị hỏng" in asked(["query", "implements"], capsys) + asked(
        ["view", "-o", "out.html"], capsys
    )
    for data, most in ((bomb, 1000), (zlib.compress(b"abc")[:-3], 1000), (b"x", 10)):
        with pytest.raises((ValueError, zlib.error)):
            inflate(data, most)
    assert inflate(zlib.compress(b"abc"), 3) == b"abc"


def test_a_stretch_of_a_text_is_bounded_by_the_text(whole: bytes) -> None:
    with open_graph("good.db") as graph:
        texts = Texts(graph._connection)
        (key, length) = graph._connection.execute("SELECT key, length FROM source WHERE name = 'x.txt'").fetchone()
        assert length > 10_000
        assert texts.slice(key, 5, 2**62) == texts.whole(key)[5:]
        assert texts.slice(key, 2**60, 2**62) == ""
        assert texts.slice(key, 4000, 9000) == texts.whole(key)[4000:9000]


def test_a_statement_has_a_time(whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.trust._SECONDS", 0.2)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with open_graph("good.db") as graph:
        monkeypatch.setattr("graph.queries.edges.issuer", lambda connection, id: connection.execute(endless).fetchone())
        began = time.monotonic()
        with pytest.raises(LuocdoError, match="quá lâu"):
            graph.issuer("x")
        assert time.monotonic() - began < 20
    patience = Patience()
    assert not patience.is_over()


def test_merging_that_gets_nowhere_ends(whole: bytes) -> None:
    """In a damaged file a bucket that was merged may stay on the list of those that wait."""
    with open_graph("good.db", write=True) as graph:
        graph._connection.execute(
            "CREATE TEMP TRIGGER again AFTER DELETE ON main.dirty BEGIN INSERT INTO dirty VALUES (old.bucket); END"
        )
        graph._connection.execute("INSERT INTO dirty SELECT bucket FROM claim LIMIT 1")
        graph._unsettled = True
        with pytest.raises(LuocdoError, match="bị hỏng"):
            graph.settle()
        graph._unsettled = False
