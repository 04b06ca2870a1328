"""A record is data: what is no record is refused, whatever it is; what is one is stored like a source."""

from __future__ import annotations

import json
import random
import sqlite3
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from graph_samples import CITING, FINDING, KH83, LATER, NQ18, REPORT, a_graph, dump, text

from graph.identity.claims import TEXTS, claim_key
from graph.knowledge import open as open_graph
from graph.model import Extraction, Source
from graph.store.ids import id_hash
from graph.store.ingest import Entry, put_all
from graph.store.packing import pack
from graph.store.record import Record, prepare
from graph.store.tables import TABLES
from graph.store.texts import PIECE

BYTES = prepare(REPORT[0], replace(REPORT[1], findings=(FINDING,)))


def test_a_batch_is_stored_like_its_texts_one_by_one(tmp_path: Path) -> None:
    again = text("report", KH83, (KH83, "implements", NQ18))  # the same name within a batch: the later text counts
    texts = [REPORT, CITING, LATER, again, CITING]
    one_by_one = a_graph(tmp_path / "one.db", texts)
    with open_graph(tmp_path / "batch.db", create=True) as batch:
        entries = [Entry(Record.parse(prepare(*each))) for each in texts]
        assert put_all(batch._connection, entries) == 4
        assert put_all(batch._connection, entries[1:]) == 0
        batch.settle()
        assert dump(batch) == dump(one_by_one)
        for table in ("claim", "issuer_variant", "issuer_assertion", "assertion", "dirty"):
            count = f"SELECT count(*) FROM {table}"
            assert batch._connection.execute(count).fetchone() == one_by_one._connection.execute(count).fetchone()
        assert batch._connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_batch_is_stored_whole_or_not_at_all(tmp_path: Path) -> None:
    good, bad = Record.parse(prepare(*CITING)), Record.parse(BYTES)
    bad = replace(bad, name=None)  # type: ignore[arg-type]
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        with pytest.raises(Exception, match="NOT NULL"):
            put_all(graph._connection, [Entry(good), Entry(bad)])
        assert list(graph.sources()) == []


def test_a_record_keeps_everything() -> None:
    record = Record.parse(BYTES)
    assert record.name == "report" and record.length == len(REPORT[0].text)
    assert {table.name: len(record.tables[table.name][0]) for table in TABLES} == {
        "mention": len(REPORT[1].mentions),
        "relation": len(REPORT[1].relations),
        "effect": 0,
        "finding": 1,
    }
    long = Record.parse(prepare(Source("long", "đ" * (2 * PIECE + 1)), Extraction("long")))
    assert len(long.pieces) == 3 and long.claims == () and long.tables["mention"] == [[]] * 8


def changed(line: int, change: Any) -> bytes:
    """The record with one of its two JSON lines changed."""
    head, body, rest = BYTES.split(b"\n", 2)
    value = json.loads((head, body)[line])
    change(value)
    lines = [head, body]
    lines[line] = json.dumps(value).encode()
    return b"\n".join((*lines, rest))


def _set(*path: Any) -> Any:
    def change(value: Any) -> None:
        *way, last, new = path
        for step in way:
            value = value[step]
        value[last] = new

    return change


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"{}\n[]\n",
        b"[" * 100_000 + b"\n[]\n",
        BYTES[:-1],
        BYTES + b"x",
        changed(0, _set(0, 7)),  # the name is no text
        changed(0, _set(5, -1)),
        changed(0, _set(6, 0, -5)),
        changed(0, _set(7, 0, 10**9)),
        changed(0, lambda head: head.pop()),
        changed(1, _set(0, 0, 2)),  # own is 0 or 1
        changed(1, _set(0, 0, True)),
        changed(1, _set(1, 0, None)),
        changed(1, _set(2, 0, "[]")),  # of an issuer
        changed(1, _set(2, 0, '{"name": 5}')),
        changed(0, _set(2, '{"encoding": null}')),
        changed(1, _set(5, [])),
        changed(1, lambda body: body[5].pop("mention")),
        changed(1, _set(5, "dirty", [])),  # a table that is none of ours
        changed(1, _set(5, "mention", 0, 0, 99)),  # a claim that is not there
        changed(1, _set(5, "mention", 0, 0, -1)),
        changed(1, _set(5, "mention", 1, 0, "0")),
        changed(1, _set(5, "mention", 1, 0, 1 << 70)),
        changed(1, _set(5, "mention", 5, 0, None)),
        changed(1, _set(5, "mention", 6, 0, float("nan"))),
        changed(1, _set(5, "relation", 3, 0, 99)),
        changed(1, _set(5, "relation", 5, 0, 99)),  # pinpoints that are not there
        changed(1, _set(5, "relation", 5, 0, "[]")),
        changed(1, _set(5, "relation", 14, 0, 99)),
        changed(1, lambda body: body[3].append(None)),
        changed(1, lambda body: body[3].append("[]")),
        changed(1, lambda body: body[3].append('[[["điều",5]],""]')),
        changed(1, lambda body: body[3].append('[[["điều"]],""]')),
        changed(1, lambda body: body[3].append('[[["điều", "5"]], "Điều 5"]')),  # we print no blanks
        changed(1, lambda body: body[3].append('[[[["điều","5"]],"Điều 5"]]')),  # several where one is due
        changed(1, lambda body: body[4].append('[[["điều","5"]],"Điều 5"]')),
        changed(1, lambda body: body[4].append("[[]]")),
        changed(1, lambda body: body[4].append("{}")),
        changed(1, lambda body: body[4].append("[")),
        changed(1, _set(5, "finding", 2, 0, [99])),
        changed(1, _set(5, "finding", 2, 0, ["0"])),
        changed(1, _set(5, "finding", 2, 0, 0)),
        changed(1, lambda body: body[5]["mention"][3].pop()),
        changed(1, lambda body: body[5]["mention"].pop()),
    ],
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        Record.parse(data)


def test_damaged_records_are_refused_or_stored_and_nothing_else(tmp_path: Path) -> None:
    chance = random.Random(14)
    refused = 0
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        for _ in range(3000):
            data = bytearray(BYTES)
            for _ in range(chance.choice((1, 1, 2, 5))):
                data[chance.randrange(len(data))] = chance.randrange(256)
            try:
                put_all(graph._connection, [Entry(Record.parse(bytes(data)))])
            except (ValueError, OverflowError, sqlite3.IntegrityError):
                refused += 1
        assert 100 < refused < 3000
        graph.settle()
        assert graph._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert list(graph.documents())


def claim_with(**facts: Any) -> bytes:
    """A record with one claim, whatever is in it."""
    content = json.dumps([*(facts.get(name) for name in TEXTS), *facts.get("rest", ())], separators=(",", ":"))
    id = facts.get("id", "urn:lex:vn:x")
    digest = facts.get("digest") or claim_key(id, content)
    packed = facts.get("packed") or pack(id, content)
    body = [[1], [], [], [], [], {table.name: [[]] * len(table.columns) for table in TABLES}]
    head = ["x", "txt", "{}", "", repr(facts), 0, [], [len(packed)]]
    data = struct.pack("<12sq", digest, id_hash(id)) + packed
    return b"\n".join((json.dumps(head).encode(), json.dumps(body).encode(), data))


@pytest.mark.parametrize(
    "facts",
    [
        {"code": 5},
        {"date": ["2020"]},
        {"rest": ["1"]},
        {"rest": [4]},
        {"rest": [0, ""]},  # what is empty at the end is left out: a claim has one spelling
        {"rest": [0, "zz"]},
        {"rest": [0, '{"date": 5}']},
        {"rest": [0, "[]"]},
        {"rest": [0, "", "", None, [5]]},
        {"rest": [0, "", "", None, 5]},
        {"rest": [0, "", 7]},
        {"rest": [0, "", "", None, [], "more"]},
        {"digest": b"123456789012"},
        {"packed": b"\xff\xff\xff"},
        {"packed": pack("x", "{}")},
        {"packed": pack("x", "[")},
    ],
)
def test_a_claim_that_is_none_is_not_stored(tmp_path: Path, facts: dict[str, Any]) -> None:
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        assert put_all(graph._connection, [Entry(Record.parse(claim_with(code="5-NQ/TW")))])
        with pytest.raises(ValueError) as raised:
            graph.ingest_all([Entry(Record.parse(claim_with(**facts)))])
        assert type(raised.value) is ValueError
        graph.settle()
        assert len(list(graph.documents())) == 1
