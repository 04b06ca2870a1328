"""The ``luocdo`` command: every verb, every format, every way to use it wrongly."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_samples import one_line
from graph_samples import KH83, NQ18, dump, text

from graph import __version__, labels
from graph.cli.app import VERBS, make
from graph.knowledge import open as open_graph

Command = Callable[..., tuple[int, str, str]]


# Usage


def test_help_lists_every_verb(luocdo: Command) -> None:
    code, out, _ = luocdo("--help")
    assert code == 0
    assert all(verb in out for verb in VERBS)


@pytest.mark.parametrize("verb", [[v] for v in VERBS] + [["query", v] for v in ("implements", "issued-by", "based-on")])
def test_every_verb_has_help(luocdo: Command, verb: list[str]) -> None:
    code, out, err = luocdo(*verb, "--help")
    assert (code, err) == (0, "")
    assert " ".join(verb) in out


def test_version(luocdo: Command) -> None:
    assert luocdo("--version") == (0, f"luocdo {__version__}\n", "")


def test_one_verb_is_the_same_as_in_the_whole_command() -> None:
    import typer

    whole: Any = typer.main.get_command(make())
    for verb in VERBS:
        alone: Any = typer.main.get_command(make([verb]))
        names = [p.name for p in whole.commands[verb].params]
        assert [p.name for p in alone.commands[verb].params] == names


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "không có lệnh “nothing” (xem `luocdo --help`)"),
        (["query", "nothing"], "không có lệnh “nothing” (xem `luocdo query --help`)"),
        (["shwo", "x"], "không có lệnh “shwo” (có thể là: show; xem `luocdo --help`)"),
        (["nq57"], "không có lệnh “nq57” (có thể là: show nq57; xem `luocdo --help`)"),
        (["query", "implement"], "không có lệnh “implement” (có thể là: implements; xem `luocdo query --help`)"),
        (["find", "x", "--isuer", "y"], "không có tùy chọn --isuer (có thể là: --issuer; xem `luocdo find --help`)"),
        (["show"], "thiếu DOC (xem `luocdo show --help`)"),
        (["path", "18-NQ/TW"], "thiếu B (xem `luocdo path --help`)"),
        (["stats", "--colour"], "không có tùy chọn --colour (xem `luocdo stats --help`)"),
        (["stats", "x"], "thừa: x"),
        (["stats", "--format", "xml"], "“xml” không phải là một trong: table, json, jsonl, csv"),
        (["find", "x", "--limit", "0"], "--limit: 0 không nằm trong khoảng từ 1"),
        (["find", "x", "--limit", "many"], "“many” không phải là số"),
        (["stats", "--graph"], "--graph"),
        (["build"], "thiếu PATHS"),
        (["extract"], "thiếu FILES"),
        (["query", "implements", "18-NQ/TW", "--type", "Nhật ký"], "không có loại văn bản “Nhật ký”"),
    ],
)
def test_wrong_usage_is_one_line_and_two(luocdo: Command, graph_file: Path, arguments: list[str], said: str) -> None:
    code, out, err = luocdo(*arguments)
    assert (code, out) == (2, "")
    assert said in one_line(err)


# Asking


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_implementers_with_chain_and_sentence(luocdo: Command, graph_file: Path) -> None:
    code, out, err = luocdo("query", "implements", "18-NQ/TW", "ngày", "25/10/2017")
    assert (code, err) == (0, "")
    assert "“Kế hoạch số 83/KH-UBND implements Nghị quyết số 18-NQ/TW.”" in " ".join(out.split())
    assert out.count("trực tiếp") == 2
    code, out, _ = luocdo("query", "implements", "Nghị quyết 18 năm 2017", "--format", "jsonl")
    found = rows(out)
    assert [r["document"]["code"] for r in found] == ["125-KH/TU", "83/KH-UBND", "1127/KH-SCT"]
    assert [len(r["chains"]) for r in found] == [1, 1, 2]
    assert found[2]["chains"][0][0]["text"] == "Kế hoạch số 1127/KH-SCT implements Kế hoạch số 125-KH/TU."


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["implements", "NQ 18 năm 2017", "--direct"], ["125-KH/TU", "83/KH-UBND"]),
        (["implements", "NQ 18 năm 2017", "--type", "KH"], ["125-KH/TU", "83/KH-UBND", "1127/KH-SCT"]),
        (["implements", "NQ 18 năm 2017", "--limit", "2"], ["125-KH/TU", "83/KH-UBND"]),
        (["implements", "NQ 18 năm 2017", "-n", "2", "--skip", "1"], ["83/KH-UBND", "1127/KH-SCT"]),
        (["implements", "1127/KH-SCT", "--inverse"], ["125-KH/TU", "83/KH-UBND", "18-NQ/TW"]),
        (["implements", "1127/KH-SCT", "-i", "--type", "Nghị quyết"], ["18-NQ/TW"]),
        (["replaces", "40/2015/QĐ-UBND"], ["32/2020/QĐ-UBND"]),
        (["cites", "Nghị quyết 18 ngày 16/6/2022"], ["5/SCT-TTr"]),
    ],
)
def test_questions(luocdo: Command, graph_file: Path, arguments: list[str], codes: list[str]) -> None:
    code, out, _ = luocdo("query", *arguments, "--format", "json")
    assert code == 0
    assert [r["document"]["code"] for r in json.loads(out)] == codes


def test_all_pairs(luocdo: Command, graph_file: Path) -> None:
    code, out, _ = luocdo("query", "replaces", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(r["subject"], r["predicate"], r["object"]) for r in table] == [
        ("Quyết định 32/2020/QĐ-UBND", "thay thế", "Quyết định 40/2015/QĐ-UBND")
    ]
    assert luocdo("query", "amends")[0] == 1
    assert luocdo("query", "replaces", "--skip", "1")[0] == 1
    assert luocdo("query", "replaces", "--limit", "1")[1] == luocdo("query", "replaces")[1]


def test_issued_by(luocdo: Command, graph_file: Path) -> None:
    _, out, _ = luocdo("query", "issued-by", "UBND tỉnh Quảng Ngãi", "--format", "jsonl", "--type", "QĐ")
    assert [r["code"] for r in rows(out)] == ["40/2015/QĐ-UBND", "32/2020/QĐ-UBND"]
    _, out, _ = luocdo("query", "issued-by", "83/KH-UBND")
    assert "Ủy ban nhân dân tỉnh" in out


@pytest.mark.parametrize("verb", [["show"], ["query", "implements"], ["view"], ["export"]])
def test_an_ambiguous_document_lists_the_candidates(luocdo: Command, graph_file: Path, verb: list[str]) -> None:
    code, out, err = luocdo(*verb, "Nghị quyết 18")
    assert (code, out) == (1, "")
    assert "có thể là 2 văn bản" in err
    assert "25/10/2017" in err
    assert "16/06/2022" in err


def test_an_unknown_document_is_one(luocdo: Command, graph_file: Path) -> None:
    code, out, err = luocdo("show", "99-NQ/TW")
    assert (code, out) == (1, "")
    assert "không tìm thấy văn bản “99-NQ/TW”" in err


def test_show(luocdo: Command, graph_file: Path) -> None:
    code, out, _ = luocdo("show", "40/2015/QĐ-UBND")
    assert code == 0
    assert "Hiệu lực: đã bị thay thế (chưa rõ ngày) — Quyết định 32/2020/QĐ-UBND" in out
    assert "Được thay thế bởi:" in out
    code, out, _ = luocdo("show", "40/2015/QĐ-UBND", "--lang", "en")
    assert "Status: replaced" in out
    shown = json.loads(luocdo("show", "40/2015/QĐ-UBND", "-f", "json")[1])[0]
    standing = shown["standing"]
    assert (standing["state"], standing["by"]) == ("replaced", [shown["relations"][1]["subject"]])
    assert (standing["since"], standing["last_day"], standing["parts"]) == (None, None, [])
    assert "32/2020/QĐ-UBND" in standing["evidence"][0]["text"]
    assert luocdo("show", "40/2015/QĐ-UBND", "-f", "csv")[1].startswith(
        "predicate,subject,object,provision,evidence,source\n"
    )


def test_force_as_of_a_day(luocdo: Command, tmp_path: Path) -> None:
    head = (
        "BỘ XÂY DỰNG\n\nSố: {0}\n\nHà Nội, ngày {1}\n\nTHÔNG TƯ\n\nVề nhà ở\n\nCăn cứ Luật Nhà ở số 27/2023/QH15;\n\n"
    )
    old = "Thông tư số 1/2024/TT-BXD ngày 05 tháng 01 năm 2024"
    texts = {
        "old.txt": head.format("1/2024/TT-BXD", "05 tháng 01 năm 2024")
        + "Điều 1. Thông tư này có hiệu lực từ ngày 01/3/2024./.",
        "new.txt": head.format("2/2025/TT-BXD", "10 tháng 3 năm 2025")
        + f"Điều 1. Thông tư này có hiệu lực từ ngày 01/7/2025 và thay thế {old}./.",
    }
    for name, words in texts.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    file = str(tmp_path / "force.db")
    assert luocdo("build", *(str(tmp_path / name) for name in texts), "-o", file, "-j", "1")[0] == 0

    def standing(*options: str) -> str:
        out = luocdo("show", "1/2024/TT-BXD", "-g", file, *options)[1]
        return next(line for line in out.splitlines() if line.startswith(("  Hiệu lực:", "  Status:")))

    assert "đã bị thay thế từ ngày 01/07/2025 — Thông tư 2/2025/TT-BXD" in standing()
    assert "ngày cuối còn hiệu lực: 30/06/2025" in standing()
    assert "còn hiệu lực từ ngày 01/03/2024" in standing("--at", "30/6/2025")
    assert "chưa có hiệu lực" in standing("--at", "2024-02-29")
    assert "replaced since 01/07/2025" in standing("--at", "2025-07-01", "--lang", "en")
    assert "đã bị thay thế" in standing("--at", "hôm nay")
    counted = luocdo("stats", "-g", file, "--at", "30/6/2025", "-f", "json")[1]
    assert json.loads(counted)[0]["states"]["in-force"] == 1
    found = rows(luocdo("query", "replaces", "1/2024/TT-BXD", "-g", file, "-f", "jsonl", "--at", "01/7/2025")[1])
    assert [row["standing"]["state"] for row in found] == ["in-force"]
    assert luocdo("query", "replaces", "1/2024/TT-BXD", "-g", file, "--at", "30/6/2025")[0] == 1
    for wrong in ("31/2/2025", "hôm qua", "2025", ""):
        code, out, err = luocdo("show", "1/2024/TT-BXD", "-g", file, "--at", wrong)
        assert (code, out) == (2, "") and "--at" in err and len(err.splitlines()) == 1


def test_find(luocdo: Command, graph_file: Path) -> None:
    assert "83/KH-UBND" in luocdo("find", "ke", "hoach", "83")[1]
    assert [r["code"] for r in rows(luocdo("find", "18-nq/tw", "-f", "jsonl")[1])] == ["18-NQ/TW", "18-NQ/TW"]
    code, out, err = luocdo("find", "không có gì")
    assert (code, out) == (1, "")
    assert "không tìm thấy" in one_line(err)


def test_path(luocdo: Command, graph_file: Path) -> None:
    code, out, _ = luocdo("path", "1127/KH-SCT", "NQ 18 năm 2017", "-f", "jsonl")
    assert code == 0
    assert [r["predicate"] for r in rows(out)] == ["implements", "implements"]
    assert luocdo("path", "1127/KH-SCT", "40/2015/QĐ-UBND")[0] == 1


def test_stats(luocdo: Command, graph_file: Path) -> None:
    figures = json.loads(luocdo("stats", "-f", "json")[1])[0]
    assert figures["documents"] == 9
    assert figures["predicates"]["implements"] == 4
    assert "Kế hoạch" in luocdo("stats")[1]


def test_check(luocdo: Command, graph_file: Path) -> None:
    assert luocdo("check")[0] == 0
    with open_graph(graph_file, write=True) as graph:
        graph.ingest(*text("odd", KH83, (KH83, "implements", {**NQ18, "issuer": "Bộ Chính trị"})))
    code, out, _ = luocdo("check")
    assert code == 1
    assert "cơ quan ban hành không thống nhất" in out


def test_the_graph_may_be_named_by_the_environment(
    luocdo: Command, graph_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = graph_file.rename(graph_file.with_name("other.db"))
    assert luocdo("stats")[0] == 2
    assert luocdo("stats", "-g", str(moved))[0] == 0
    monkeypatch.setenv("LUOCDO_GRAPH", str(moved))
    assert luocdo("stats")[0] == 0


def test_every_predicate_has_its_question() -> None:
    import typer

    group: Any = typer.main.get_command(make(["query"])).commands["query"]  # type: ignore[attr-defined]
    assert {name.replace("-", "_") for name in group.commands} == set(labels.PREDICATES)


# Building

LETTER_TEXT = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: {number}/KH-UBND
Quảng Ngãi, ngày 04 tháng 6 năm 2018

KẾ HOẠCH
Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương

Kế hoạch này thay thế Kế hoạch số {old}/KH-UBND ngày 01/02/2017 của UBND tỉnh.
"""


def folder(path: Path, count: int) -> Path:
    path.mkdir()
    for number in range(count):
        body = LETTER_TEXT.format(number=100 + number, old=10 + number)
        (path / f"{number:03}.txt").write_text(body, encoding="utf-8")
    return path


def contents(path: Path) -> str:
    with open_graph(path) as graph:
        return dump(graph)


def test_building_twice_changes_nothing(luocdo: Command, tmp_path: Path) -> None:
    folder(tmp_path / "texts", 3)
    code, out, err = luocdo("build", "texts", "-j", "1")
    assert (code, out) == (0, "")
    assert "3 văn bản mới hoặc thay đổi" in err
    before = contents(tmp_path / "graph.db")
    code, _, err = luocdo("build", "texts", "-j", "1")
    assert code == 0
    assert "0 văn bản mới hoặc thay đổi, 3 tệp không đổi" in err
    assert contents(tmp_path / "graph.db") == before
    assert luocdo("build", "texts", "--again", "-j", "1")[0] == 0
    assert contents(tmp_path / "graph.db") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.db", "texts"]


def test_a_changed_file_replaces_what_it_said(luocdo: Command, tmp_path: Path) -> None:
    texts = folder(tmp_path / "texts", 2)
    luocdo("build", "texts", "-j", "1", "-q")
    (texts / "000.txt").write_text(LETTER_TEXT.format(number=500, old=501), encoding="utf-8")
    _, _, err = luocdo("build", "texts", "-j", "1")
    assert "1 văn bản mới hoặc thay đổi, 1 tệp không đổi" in err
    luocdo("build", "texts", "-j", "1", "-q", "-o", "fresh.db")
    assert contents(tmp_path / "graph.db") == contents(tmp_path / "fresh.db")


def test_the_same_file_from_another_folder_is_the_same_source(
    luocdo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "texts", 1)
    luocdo("build", "texts", "-q")
    monkeypatch.chdir(tmp_path / "texts")
    _, _, err = luocdo("build", "000.txt", "-o", "../graph.db")
    assert "1 tệp không đổi" in err


def test_bad_files_are_listed_and_the_rest_is_built(luocdo: Command, tmp_path: Path) -> None:
    texts = folder(tmp_path / "texts", 1)
    (texts / "empty.txt").touch()
    (texts / "noise.bin").write_bytes(bytes(range(256)) * 20)
    code, _, err = luocdo("build", "texts", "-j", "1")
    assert code == 1
    lines = err.splitlines()
    assert lines[:2] == [
        "luocdo: texts/empty.txt: tệp rỗng",
        "luocdo: texts/noise.bin: là tệp nhị phân, không phải văn bản",
    ]
    assert "1 văn bản mới hoặc thay đổi, 0 tệp không đổi, 2 tệp lỗi" in lines[2]
    assert luocdo("build", "texts", "-j", "1", "--strict", "-o", "strict.db")[0] == 2


def refused(tmp_path: Path) -> list[tuple[list[str], str]]:
    (tmp_path / "empty").mkdir()
    (tmp_path / "zero.txt").touch()
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04" + b"x" * 100)
    (tmp_path / "a.txt").write_text(LETTER_TEXT.format(number=1, old=2), encoding="utf-8")
    (tmp_path / "text.db").write_text("Nghị quyết", encoding="utf-8")
    return [
        (["build", "nothing.txt"], "nothing.txt: không tìm thấy tệp hoặc thư mục"),
        (["build", "no*.txt"], "no*.txt: không có tệp nào khớp mẫu"),
        (["build", "empty"], "không có tệp nào để đọc"),
        (["build", "zero.txt"], "zero.txt: tệp rỗng"),
        (["build", "noise.bin"], "noise.bin: là tệp nhị phân"),
        (["build", "broken.docx"], "broken.docx: "),
        (["build", "a.txt", "-o", "text.db"], "text.db: không phải đồ thị luocdo"),
        (["build", "a.txt", "-o", "empty"], "empty: là thư mục"),
        (["build", "a.txt", "-o", "no/graph.db"], "không có thư mục"),
        (["stats"], "graph.db: không tìm thấy đồ thị"),
        (["stats", "-g", "text.db"], "text.db: không phải đồ thị luocdo"),
        (["stats", "-g", "empty"], "empty: là thư mục"),
        (["extract", "nothing.txt"], "nothing.txt: không tìm thấy"),
        (["extract", "empty"], "empty: thư mục không có tệp nào để đọc"),
        (["extract", "zero.txt"], "zero.txt: tệp rỗng"),
        (["import", "nothing.csv"], "nothing.csv: không tìm thấy tệp"),
        (["sparql", "SELECT"], "graph.db: không tìm thấy đồ thị"),
        (["view"], "graph.db: không tìm thấy đồ thị"),
    ]


def test_what_cannot_be_done_is_one_line_and_leaves_nothing(luocdo: Command, tmp_path: Path) -> None:
    cases = refused(tmp_path)
    before = {path.name: path.read_bytes() if path.is_file() else b"" for path in tmp_path.iterdir()}
    for arguments, said in cases:
        code, out, err = luocdo(*arguments)
        assert (code, out) == (2, ""), arguments
        assert said in one_line(err), arguments
        after = {path.name: path.read_bytes() if path.is_file() else b"" for path in tmp_path.iterdir()}
        assert after == before, arguments


def test_a_failed_export_keeps_the_old_file(luocdo: Command, graph_file: Path, tmp_path: Path) -> None:
    (tmp_path / "out.ttl").write_text("old")
    code, _, err = luocdo("export", "-o", "out.ttl", "-f", "no-such-format")
    assert code == 2
    assert "no-such-format" in one_line(err)
    assert (tmp_path / "out.ttl").read_text() == "old"
    assert luocdo("export", "-o", str(tmp_path / "no" / "out.ttl"))[0] == 2


# Extraction


def test_extract_prints_the_contract(luocdo: Command, tmp_path: Path) -> None:
    texts = folder(tmp_path / "texts", 2)
    code, out, err = luocdo("extract", "texts")
    assert (code, err) == (0, "")
    first, second = rows(out)
    assert first["source"] == "texts/000.txt"
    assert second["source"] == "texts/001.txt"
    body = (texts / "000.txt").read_text(encoding="utf-8")
    assert {"id", "type", "code", "name", "date", "issuer", "place", "term", "title", "is_source", "status"} <= set(
        first["documents"][0]
    )
    ids = {d["id"] for d in first["documents"]}
    assert sum(d["is_source"] for d in first["documents"]) == 1
    for mention in first["mentions"]:
        assert mention["document"] in ids
        assert body[mention["start"] : mention["end"]] == mention["text"]
        assert "pinpoint" in mention
    for relation in first["relations"]:
        assert relation["subject"] in ids
        assert {"subject", "predicate", "object", "start", "end", "text", "cue", "confidence"} <= set(relation)


def test_extract_reads_stdin_and_explains(luocdo: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode()), encoding="utf-8"))
    code, out, _ = luocdo("extract", "-", "--explain")
    assert code == 0
    assert "= Nghị quyết 18-NQ/TW" in out
    assert "Quy tắc: " in out
    assert "Ngày ban hành: 2017-10-25  ← " in out


def test_extract_reads_lines_of_json_on_stdin_as_they_come() -> None:
    row = json.dumps({"id": 1, "text": "Thực hiện Nghị quyết số 18-NQ/TW.", "note": "x" * 100_000}).encode()
    with start(Path.cwd(), "extract", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
        assert p.stdin and p.stdout and p.stderr
        for number in (1, 2):
            p.stdin.write(row + b"\n")
            p.stdin.flush()
            found = json.loads(p.stdout.readline())  # the other side is still open
            assert found["source"] == f"-#{number}"
            assert [m["text"] for m in found["mentions"]] == ["Nghị quyết số 18-NQ/TW"]
        rest, err = p.communicate(b"no json\n\n[1]\n" + row)
        assert json.loads(rest)["source"] == "-#6"
        said = err.decode()
    assert said == "luocdo: -#3: không phải JSON hợp lệ\nluocdo: -#5: không phải đối tượng JSON\n"
    assert p.returncode == 1


def test_extract_goes_on_after_a_bad_file(luocdo: Command, tmp_path: Path) -> None:
    texts = folder(tmp_path / "texts", 1)
    (texts / "empty.txt").touch()
    code, out, err = luocdo("extract", "texts", "--format", "table")
    assert code == 1
    assert "18-NQ/TW" in out
    assert one_line(err) == "texts/empty.txt: tệp rỗng"


# Whole processes


def start(folder: Path, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    command = [sys.executable, "-c", "from graph.cli import main; main()", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, **options)


def test_a_reader_that_goes_away_is_no_error(graph_file: Path, tmp_path: Path) -> None:
    process = start(tmp_path, "export", "-f", "ntriples", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    assert (process.wait(60), err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(graph_file: Path, tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        process = start(tmp_path, "stats", stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert one_line(err.decode()) == "hết chỗ trên đĩa"


@pytest.mark.skipif(os.name == "nt", reason="no such shell here")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_from_the_start(closed: str, graph_file: Path, tmp_path: Path) -> None:
    line = f'"{sys.executable}" -c "from graph.cli import main; main()" stats -g "{graph_file}" {closed}'
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_a_build_that_was_killed_is_finished_by_the_next_one(tmp_path: Path) -> None:
    folder(tmp_path / "texts", 60)
    whole = start(tmp_path, "build", "texts", "-o", "whole.db", "-j", "1", "-q")
    assert whole.wait(120) == 0
    for wait in (0.0, 0.05, 0.15):
        process = start(tmp_path, "build", "texts", "-j", "1", "-q")
        deadline = time.monotonic() + 60
        while not (tmp_path / "graph.db").exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    assert start(tmp_path, "build", "texts", "-j", "1", "-q").wait(120) == 0
    assert contents(tmp_path / "graph.db") == contents(tmp_path / "whole.db")
    with open_graph(tmp_path / "graph.db") as graph:
        assert graph._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert graph.stats().pending == 0


# Linked data


def test_example_queries_are_listed_and_asked_about_a_document(luocdo: Command, graph_file: Path) -> None:
    code, out, err = luocdo("sparql", "--example", "list", "-f", "csv")
    assert (code, err) == (0, "")
    assert "implementers" in out
    code, out, _ = luocdo("sparql", "Nghị quyết 18 năm 2017", "-e", "implementers", "-f", "csv")
    assert code == 0
    assert "83/KH-UBND" in out


def test_the_linked_data_of_a_graph_is_checked(luocdo: Command, graph_file: Path) -> None:
    assert luocdo("check", "--shacl") == (0, "", "luocdo: không có điểm nào cần xem lại\n")


def test_a_graph_is_read_back_from_rdf(luocdo: Command, graph_file: Path) -> None:
    assert luocdo("export", "-o", "one.nq")[0] == 0
    assert luocdo("import", "one.nq", "-o", "two.db")[0] == 0
    assert luocdo("export", "-g", "two.db", "-o", "two.nq")[0] == 0
    assert Path("one.nq").read_bytes() == Path("two.nq").read_bytes()


@pytest.mark.parametrize(
    ("format", "name"),
    [
        ("turtle", "one.turtle"), ("nquads", "one.nquads"), ("rdfxml", "one.rdfxml"), ("jsonld", "one.jsonld"),
        ("turtle", "one"), ("trig", "one.bak"), ("rdfxml", "one.xml"), ("jsonld", "one.json"),
    ],
)  # fmt: skip
def test_rdf_is_told_by_its_name_or_by_how_it_begins(luocdo: Command, graph_file: Path, format: str, name: str) -> None:
    assert luocdo("export", "-f", format, "-o", name)[0] == 0
    code, _, err = luocdo("import", name, "-o", "two.db")
    assert code == 0, err
    assert luocdo("export", "-f", "turtle", "-o", "one.ttl")[0] == 0
    assert luocdo("export", "-g", "two.db", "-f", "turtle", "-o", "two.ttl")[0] == 0
    assert Path("one.ttl").read_bytes() == Path("two.ttl").read_bytes()


@pytest.mark.parametrize("text", ["", "prefix,number\n", '{"@graph": 1}', "<?xml version='1.0'?><table/>"])
def test_what_only_begins_like_rdf_is_a_table(luocdo: Command, text: str) -> None:
    Path("list.csv").write_text(text, encoding="utf-8")
    code, out, err = luocdo("import", "list.csv", "-o", "two.db")
    assert code == 2 and out == "" and err.count("\n") == 1


@pytest.mark.parametrize(
    "options", [["--profile", "eli"], ["--rdf12"], ["--title", "Đồ thị"], ["--issued", "2021-04-20"]]
)
def test_options_of_rdf_change_the_export(luocdo: Command, graph_file: Path, options: list[str]) -> None:
    assert luocdo("export", "-o", "plain.ttl")[0] == 0
    assert luocdo("export", "-o", "other.ttl", *options)[0] == 0
    assert Path("plain.ttl").read_bytes() != Path("other.ttl").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--into", "https://example.org/g"], "--to"),
        (["export", "--to", "http://127.0.0.1:1/store", "-f", "turtle"], "--format"),
        (["export", "--to", "http://127.0.0.1:1/store", "-o", "x.ttl"], "--output"),
        (["export", "--to", "http://127.0.0.1:1/store"], "127.0.0.1"),
        (["export", "-f", "dot", "--rdf12"], "rdf12"),
        (["export", "-f", "turtle", "--profile", "x"], "eli"),
        (["sparql", "-e", "nope"], "implementers"),
        (["sparql"], "QUERY"),
    ],
)
def test_wrong_use_of_linked_data_is_one_line(
    luocdo: Command, graph_file: Path, arguments: list[str], said: str
) -> None:
    code, out, err = luocdo(*arguments)
    assert (code, out) == (2, "")
    assert said in one_line(err)
