"""Lists of those that carry out a much named document: as if they were sorted anew, whatever happened to the graph."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from graph_samples import KH83, KH125, KH1127, NQ18, NQ18_OPEN, UBND, a_graph, doc, text

from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Extraction, Source
from graph.store import listing, settling

PLANS = [{**KH83, "code": f"{number}/KH-UBND"} for number in range(1, 15)]
HEAD = "việc;văn bản;nội dung;giá trị;người sửa;lý do\n"
_SUBJECTS = (
    "SELECT a.document, r.predicate, d.id FROM relation r CROSS JOIN meaning a ON a.claim = r.object"
    " CROSS JOIN meaning b ON b.claim = r.subject CROSS JOIN document d ON d.key = b.document"
    " WHERE a.document <> b.document ORDER BY 1, 2, 3"
)


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MANY", 4)
    monkeypatch.setattr(listing, "PART", 3)
    monkeypatch.setattr(settling, "_BATCH", 2)


def lists(connection: sqlite3.Connection) -> dict[tuple[int, int], list[str]]:
    """What is kept, keys replaced by ids."""
    found: dict[tuple[int, int], list[str]] = {}
    ids = dict(connection.execute("SELECT key, id FROM document"))
    query = "SELECT document, predicate, part, subjects FROM listed ORDER BY 1, 2, 3"
    for document, predicate, part, subjects in connection.execute(query):
        listed = found.setdefault((document, predicate), [])
        assert len(listed) == 3 * part
        listed += [ids[int.from_bytes(subjects[at : at + 4], "big")] for at in range(0, len(subjects), 4)]
    return found


def sorted_anew(connection: sqlite3.Connection) -> dict[tuple[int, int], list[str]]:
    found: dict[tuple[int, int], list[str]] = {}
    for document, predicate, id in connection.execute(_SUBJECTS):
        found.setdefault((document, predicate), []).append(id)
    return {key: list(dict.fromkeys(ids)) for key, ids in found.items() if len(ids) >= 4}


def is_right(graph: KnowledgeGraph) -> None:
    connection = graph.settled()
    assert lists(connection) == sorted_anew(connection)
    assert connection.execute("SELECT count(*) FROM unlisted").fetchone() == (0,)
    for top in graph.resolve("18-NQ/TW"):
        whole = [(f.id, f.depth, f.chains) for f in graph.implementers(top)]
        for size in (1, 2, 3, 5):
            for skip in range(len(whole) + 1):
                page = graph.implementers(top, limit=size, skip=skip)
                assert [(f.id, f.depth, f.chains) for f in page] == whole[skip : skip + size]


def stated(
    name: str, count: int, top: dict[str, str] = NQ18, predicate: str = "implements"
) -> tuple[Source, Extraction]:
    return text(name, KH125, *((plan, predicate, top) for plan in PLANS[:count]))


def correct(graph: KnowledgeGraph, *rows: str) -> None:
    (graph.file.parent / "corrections.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    graph.correct()
    graph.settle()
    assert [c.state for c in graph.corrections()] == [""] * len(rows)


STEPS: dict[str, Callable[[KnowledgeGraph], object]] = {
    "more of them": lambda g: g.ingest(*stated("b", 12)),
    "the same again": lambda g: g.ingest(*stated("b", 8)),
    "fewer of them": lambda g: g.ingest(*stated("a", 5)),
    "too few": lambda g: g.ingest(*stated("a", 3)),
    "none": lambda g: g.remove("a"),
    "all but the first": lambda g: g.ingest(*text("a", KH1127, *((plan, "implements", NQ18) for plan in PLANS[1:8]))),
    "another relation": lambda g: g.ingest(*stated("b", 9, NQ18, "based_on")),
    "of one with less said of it": lambda g: g.ingest(*stated("b", 9, NQ18_OPEN)),
    "another of this number": lambda g: g.ingest(*text("b", doc(**{**NQ18, "date": "2022-06-16"}))),
    # two descriptions become one document: what it carries out was of two
    "two become one": lambda g: (
        g.ingest(*text("b", KH125, ({**UBND, "type": "Kế hoạch", "code": "3/KH-UBND"}, "implements", NQ18))),
        g.settle(),
        g.ingest(*text("c", KH1127, ({**KH83, "code": "3/KH-UBND"}, "cites", KH125))),
    ),
    "a relation denied": lambda g: correct(g, "bác;3/KH-UBND;thực hiện;18-NQ/TW;An;nhầm"),
    "denied and not any more": lambda g: (correct(g, "bác;3/KH-UBND;thực hiện;18-NQ/TW;An;nhầm"), correct(g)),
    "a fact corrected": lambda g: (correct(g, "sửa;3/KH-UBND;số;300/KH-UBND;An;nhầm"), correct(g)),
}
_CORRECTED = {"a relation denied"}


@pytest.mark.parametrize("step", STEPS)
def test_lists_are_as_if_sorted_anew(tmp_path: Path, step: str) -> None:
    path = tmp_path / "graph.db"
    with a_graph(path, [stated("a", 9)]) as graph:
        assert [len(ids) for ids in lists(graph.settled()).values()] == [9]
        STEPS[step](graph)
        graph.settle()
        if step in _CORRECTED:
            assert lists(graph.settled()) == {}
            return
        is_right(graph)
    with open_graph(path) as graph:
        is_right(graph)


@pytest.mark.parametrize("waiting", ["INSERT INTO dirty VALUES ('a bucket')", "INSERT INTO unlisted VALUES (77)", ""])
def test_a_list_that_may_be_old_is_not_read(tmp_path: Path, waiting: str) -> None:
    path = tmp_path / "graph.db"
    with a_graph(path, [stated("a", 9)]) as graph:
        whole = [f.id for f in graph.implementers(doc(**NQ18))]
        graph.settled().execute("UPDATE listed SET subjects = zeroblob(12)")
        graph.settled().execute(waiting)
    with open_graph(path) as graph:
        if waiting:
            assert [f.id for f in graph.implementers(doc(**NQ18), limit=4)] == whole[:4]
        else:
            with pytest.raises(LuocdoError, match="bị hỏng"):
                graph.implementers(doc(**NQ18), limit=4)


def test_a_file_without_lists_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with a_graph(path, [stated("a", 9)]) as graph:
        kept = lists(graph.settled())
        connection = graph.settled()
        connection.execute("DROP TABLE listed")
        connection.execute("DROP TABLE unlisted")
        connection.execute("DROP INDEX assertion_claim")
        connection.execute("CREATE INDEX assertion_claim ON assertion (claim)")
        connection.execute("PRAGMA user_version = 4")
    with open_graph(path, write=True) as graph:
        assert lists(graph.settled()) == kept
