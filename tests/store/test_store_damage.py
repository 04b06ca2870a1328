"""Graph files that are damaged, or made to do harm: one line, whatever is asked of them."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
import zlib
from pathlib import Path

import pytest
from damaged_graphs import (
    ASKED,
    BESIDE,
    BESIDES,
    COLUMNS,
    CRAFTED,
    DAMAGE,
    HOSTILE,
    VALUES,
    fault,
    filled,
    make,
    put,
    stated,
)

from graph.cli import run
from graph.errors import LuocdoError
from graph.knowledge import open as open_graph
from graph.store.database import SCHEMA_VERSION
from graph.store.texts import Texts
from graph.store.trust import Patience, inflate

HERE = Path(".")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good graph and the texts that it was built from."""
    folder = tmp_path_factory.mktemp("good")
    make(folder)
    return folder


@pytest.fixture
def whole(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The bytes of a good graph; the current folder is one for the damaged ones."""
    for path in made.iterdir():
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)
    return (tmp_path / "good.db").read_bytes()


def asked(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is told on stderr; every error is one line."""
    capsys.readouterr()
    code = run(words)  # what it raises is a traceback for the user
    err = capsys.readouterr().err
    assert fault(code, err) is None, (words, err)
    return err


@pytest.mark.parametrize("way", DAMAGE)
def test_damage_is_one_line(way: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(way)
    for _ in range(4):
        data = DAMAGE[way](whole, chance)
        for words in chance.sample(ASKED, 5):
            put(data, HERE)
            asked(words, capsys)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: part)
def test_values_that_we_never_write(table: str, column: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(f"{table}.{column}")
    for value in chance.sample(VALUES, 3):
        filled(whole, table, column, value, HERE, chance)
        data = Path("graph.db").read_bytes()
        for words in chance.sample(ASKED, 2):
            put(data, HERE)
            asked(words, capsys)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_schema_that_is_not_ours_is_not_read(name: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    stated(whole, HOSTILE[name], HERE)
    began = time.monotonic()
    for words in ASKED:
        err = asked(words, capsys)
        assert "cấu trúc của đồ thị không phải do luocdo tạo ra" in err and "luocdo build" in err, words
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", CRAFTED)
def test_a_graph_made_to_do_harm(name: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    stated(whole, CRAFTED[name], HERE)
    data = Path("graph.db").read_bytes()
    for words in random.Random(name).sample(ASKED, 4):
        put(data, HERE)
        asked(words, capsys)


@pytest.mark.parametrize("name", BESIDES)
def test_what_lies_beside_a_graph_harms_nothing(name: str, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """SQLite deletes the file that the journal of another's transaction names."""
    for words in random.Random(name).sample(ASKED, 6):
        put(whole, HERE)
        BESIDES[name](HERE)
        err = asked(words, capsys)
        if name == "a journal of others":
            assert "graph.db-journal" in err and "xóa" in err
        assert Path(BESIDE).read_text(encoding="utf-8") == "mine"


def test_a_journal_of_our_own_is_rolled_back(whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("graph.db").write_bytes(whole)
    Path("graph.db-journal").write_bytes(b"")
    assert asked(["stats"], capsys) == ""


@pytest.mark.parametrize("version", [-1, 0, SCHEMA_VERSION - 1, SCHEMA_VERSION + 1, 2**31 - 1])
def test_an_unknown_version_says_what_to_do(version: int, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    put(whole, HERE)
    connection = sqlite3.connect("graph.db")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    for words in (["show", "18-NQ/TW"], ["build", "x.txt", "-j", "1"]):
        err = asked(words, capsys)
        assert "cần nâng cấp luocdo" in err if version > SCHEMA_VERSION else "luocdo build" in err


def test_what_is_unpacked_is_bounded(whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    bomb = zlib.compress(bytes(1 << 26), 9)
    put(whole, HERE)
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


def test_a_call_that_does_not_fit_is_the_callers_mistake(whole: bytes) -> None:
    put(whole, HERE)
    with open_graph("graph.db") as graph, pytest.raises(TypeError, match="positional argument"):
        graph.mentions("one too many")  # type: ignore[call-arg]
