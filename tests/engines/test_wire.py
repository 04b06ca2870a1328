"""Workers hand back plain data: what is sent comes back equal, and what else comes is refused."""

from __future__ import annotations

import io
import json
import pickle
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from graph_samples import FINDING, REPORT

from graph import extract
from graph.engines import jobs, run
from graph.engines.results import pack_results, unpack_results
from graph.engines.wire import dump, dump_said, load, load_said, read_parts, write_parts
from graph.engines.work import Done
from graph.knowledge import open as open_graph
from graph.model import Evidence, Extraction, Finding, Mention, Pinpoint, Relation, Source
from graph.store.record import prepare

from . import stand_in

TEXT = (Path(__file__).resolve().parents[2] / "data/bao-cao-qcdc-sct-quang-ngai-2021.txt").read_text(encoding="utf-8")
LIMIT = 1 << 20


@pytest.mark.parametrize(
    ("source", "extraction"),
    [
        (Source("a.txt", TEXT, "txt", {"encoding": "utf-8"}), extract(TEXT, source="a.txt")),
        REPORT,
        (Source("lẻ \ud800", "chữ \udfff\x00\n"), Extraction(None, findings=(FINDING,))),
        (
            Source("x", ""),
            Extraction(
                "x",
                mentions=(Mention("d", 0, 0, "", (Pinpoint((("điều", "5"), ("khoản", "2")), "khoản 2"),), "r", 1),),
                relations=(Relation("d", "amends", "e", Evidence(0, 0, ""), True, (Pinpoint(()),)),),
                findings=(Finding("k", "m", ("d", "e")),),
            ),
        ),
    ],
)
def test_nouns_come_back_equal(source: Source, extraction: Extraction) -> None:
    assert load_said(dump_said(source, extraction)) == (source, extraction)
    results = [[Done("a.txt", source, extraction), Done("a.txt/b", error="hỏng")], [], [Done("c#1", prepared=b"\x00{")]]
    stream = io.BytesIO()
    write_parts(stream, pack_results(results))
    stream.seek(0)
    assert unpack_results(read_parts(stream, LIMIT), ["a.txt", "b.txt", "c"]) == results


PLAIN = json.loads(dump(REPORT))


def _with(*path: Any) -> bytes:
    value = json.loads(json.dumps(PLAIN))
    place = value
    *way, last, new = path
    for step in way:
        place = place[step]
    place[last] = new
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"[" * 100_000,
        b"\xff",
        pickle.dumps(REPORT),
        _with(0, 0, None),  # a name that is none
        _with(0, 3, ["encoding"]),
        _with(0, 3, {"encoding": 8}),
        _with(1, 1, {}),
        _with(1, 1, 0, 1, 5),  # of a document
        _with(1, 1, 0, 9, 1),
        _with(1, 2, 0, 1, "0"),
        _with(1, 2, 0, 1, True),
        _with(1, 2, 0, 6, "1.0"),
        _with(1, 2, 0, 4, [[["điều"]]]),
        _with(1, 3, 0, 3, None),  # a relation without evidence
        _with(1, 3, 0, 3, {"__class__": "os.system"}),
        _with(1, 2, 0, []),
        json.dumps([*PLAIN, 1]).encode(),
    ],
)
def test_what_is_no_noun_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        load_said(data)


def test_types_that_are_no_plain_data_are_a_fault_of_ours() -> None:
    with pytest.raises(TypeError):
        dump(object())
    with pytest.raises(ValueError, match="no plain data"):
        load(b"1", object)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EOFError),
        (struct.pack("<I", 1), EOFError),
        (struct.pack("<IQ", 1, 5) + b"1234", EOFError),
        (struct.pack("<I", 1 << 31), ValueError),
        (struct.pack("<IQ", 1, 1 << 60), ValueError),
        (struct.pack("<IQQ", 2, LIMIT, 1), ValueError),
    ],
)
def test_frames_that_are_none(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_parts(io.BytesIO(data), LIMIT)


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [b"[]"],  # of one piece there must be word
        [b"[[],[]]"],
        [b'[[["b.txt",null,0]]]'],  # another file than was asked for
        [b'[[["a.txt.b",null,0]]]'],
        [b'[[["a.txt",null,1]]]'],  # nothing follows
        [b'[[["a.txt",null,2]]]'],
        [b'[[["a.txt",null,7]]]', b"x"],
        [b'[[["a.txt",null,0]]]', b"x"],
        [b'[[["a.txt",null]]]'],
        [b'{"a.txt":null}'],
        [pickle.dumps([])],
    ],
)
def test_results_that_are_none(parts: Sequence[bytes]) -> None:
    with pytest.raises(ValueError):
        unpack_results(parts, ["a.txt"])


@pytest.mark.parametrize("word", ["DƯA", "RÁC", "VÔ TẬN", "TÊN KHÁC"])
def test_a_worker_that_was_taken_over_costs_its_file_only(word: str, tmp_path: Path) -> None:
    folder, mark = tmp_path / "texts", tmp_path / "mark"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"{word} {mark}" if number == 5 else f"văn bản {number} #")
    outcomes = [o for o in run(jobs([folder]), workers=2, extract=stand_in.taken_over) if not o.last]
    assert [o.error is not None for o in outcomes] == [number == 5 for number in range(12)]
    assert "bị hỏng" in (outcomes[5].error or "")
    assert not mark.exists()


def test_prepared_is_the_same_here_and_in_workers(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(TEXT[number * 1000 : number * 1000 + 3000], encoding="utf-8")
    said = [
        [(o.name, o.prepared, o.error) for o in run(jobs([tmp_path]), workers=workers, prepare=prepare)]
        for workers in (1, 2)
    ]
    assert said[0] == said[1]
    assert sum(prepared is not None for _, prepared, _ in said[0]) == 12
    assert all(o.source is None for o in run(jobs([tmp_path]), workers=1, prepare=prepare))


def test_what_is_no_record_costs_its_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"Nghị quyết số {number + 1}-NQ/TW", encoding="utf-8")
    monkeypatch.setattr("graph.store.record.prepare", stand_in.damaged)
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        report = graph.add(tmp_path, workers=2)
        assert {failure.name for failure in report.failures} == {"03.txt", "05.txt", "07.txt"}
        assert all("dữ liệu hỏng" in failure.reason for failure in report.failures)
        assert (report.read, report.sources, report.kinds["unread"]) == (9, 9, 2)
        assert len(list(graph.sources())) == 9
