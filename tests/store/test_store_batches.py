"""The same graph, table by table, whatever the processes, the size of the batches and the moments of being killed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from graph import building
from graph.knowledge import open as open_graph
from graph.store import settling
from graph.store.tables import TABLES

REPORT = Path(__file__).resolve().parents[2] / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"
CLAIM = "(SELECT hex(digest) FROM claim WHERE key = {})"
_SHOWN = {
    "claim": CLAIM,
    "claim?": CLAIM,
    "claims": "(SELECT group_concat(hex(c.digest)) FROM json_each({}) j JOIN claim c ON c.key = j.value)",
    "issuer?": "(SELECT id FROM issuer WHERE key = {})",
    "word": "(SELECT name FROM word WHERE key = {})",
}


def content(path: Path) -> list[str]:
    """Every row of the graph, keys replaced by what they stand for."""
    shown = [
        "SELECT name, format, metadata, content, file, said, reader, length FROM source",
        "SELECT f.name, b.key % 16777216, hex(b.data) FROM block b JOIN source f ON f.key = b.key / 16777216",
        "SELECT * FROM container",
        "SELECT hex(digest), id_hash, bucket, hex(packed), own, cited FROM claim",
        f"SELECT f.name, a.ord, {CLAIM.format('a.claim')}, a.own FROM assertion a JOIN source f ON f.key = a.source",
        f"SELECT {CLAIM.format('m.claim')}, d.id, vague FROM meaning m JOIN document d ON d.key = m.document",
        f"SELECT {', '.join(settling.COLUMNS)} FROM document",
        "SELECT id, name, place, level, branch, code FROM issuer",
        "SELECT i.id, v.content, v.uses FROM issuer_variant v JOIN issuer i ON i.key = v.issuer",
        "SELECT f.name, v.content FROM issuer_assertion a JOIN source f ON f.key = a.source"
        " JOIN issuer_variant v ON v.key = a.variant",
        "SELECT * FROM conflict",
        "SELECT * FROM dirty",
    ]
    for table in TABLES:
        columns = ", ".join(_SHOWN.get(kind, "{}").format(f't."{name}"') for name, kind in table.columns)
        shown.append(f"SELECT f.name, t.ord, {columns} FROM {table.name} t JOIN source f ON f.key = t.source")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return sorted(f"{number} {row}" for number, query in enumerate(shown) for row in connection.execute(query))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("texts")
    text = REPORT.read_text(encoding="utf-8")
    for number in range(30):
        start = number * 1499 % (len(text) - 2500)
        (made / f"{number:02}.txt").write_text(text[start : start + 2500], encoding="utf-8")
    rows = '{"id": 1, "text": "Nghị quyết số 18-NQ/TW"}\n{"id": 2, "text": "Kế hoạch số 83/KH-UBND"}\n'
    (made / "12x.jsonl").write_text(rows, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("whole") / "graph.db"
    with open_graph(path, create=True) as graph:
        graph.add(folder, workers=1)
    return content(path)


@pytest.mark.parametrize(("workers", "texts", "buckets"), [(1, 1, 1), (1, 7, 3), (2, 500, 500), (3, 4, 500)])
def test_batches_and_processes_change_nothing(
    folder: Path,
    whole: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    workers: int,
    texts: int,
    buckets: int,
) -> None:
    monkeypatch.setattr(building, "_MOST_WAITING", texts)
    monkeypatch.setattr(settling, "_BATCH", buckets)
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        graph.add(folder, workers=workers)
    assert content(tmp_path / "graph.db") == whole
    assert len(whole) > 500


@pytest.mark.parametrize("after", [0, 1, 5, 11])
def test_a_build_that_is_stopped_ends_in_the_same_graph(
    folder: Path, whole: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Stopped between two batches, and while merging."""
    path = tmp_path / "graph.db"
    monkeypatch.setattr(building, "_MOST_WAITING", 3)
    store, stores = building._Waiting.store, iter(range(1000))

    def stopped(self: building._Waiting) -> None:
        if next(stores) == after:
            raise KeyboardInterrupt
        store(self)

    with monkeypatch.context() as patch:
        patch.setattr(building._Waiting, "store", stopped)
        graph = open_graph(path, create=True)
        with pytest.raises(KeyboardInterrupt):
            graph.add(folder, workers=1)
        assert len(list(graph._connection.execute("SELECT key FROM source"))) <= 3 * after + 3
        graph.close()
    write, writes = settling._write, iter(range(1000))

    def interrupted(*arguments: object) -> None:
        write(*arguments)  # type: ignore[arg-type]
        if next(writes) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(settling, "_BATCH", 5)
        patch.setattr(settling, "_write", interrupted)
        graph = open_graph(path, create=True)
        with pytest.raises(KeyboardInterrupt):
            graph.add(folder, workers=1)
        graph.close()
    with open_graph(path, write=True) as again:
        again.add(folder, workers=1)
    assert content(path) == whole
