"""``luocdo build --report``: what was built, as a table."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from graph.cli import run

TEXT = (
    "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: {0}/KH-UBND\n\nKẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    texts = tmp_path / "vao"
    texts.mkdir()
    for number in (1, 2):
        (texts / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    (texts / "3.jsonl").write_text(json.dumps({"text": TEXT.format(3)}) + "\n" + json.dumps({"text": ""}) + "\n")
    (texts / "rong.txt").touch()
    return texts


def test_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "vao", "-j", "1", "--report", "--format", "csv"]) == 1
    out, err = capsys.readouterr()
    assert "2 tệp lỗi" in err and "3 văn bản mới" in err
    rows = [(r["item"], r["name"], r["count"]) for r in csv.DictReader(io.StringIO(out))]
    table = {(item, name): count for item, name, count in rows}
    assert table["Tệp", ""] == "4"
    assert table["Tệp", "txt"] == "2"
    assert table["Tệp", "jsonl"] == "1"
    assert table["Văn bản đọc được", ""] == "3"
    assert table["Văn bản trong đồ thị", ""] == "4"
    assert int(table["Quan hệ", ""]) >= 3
    assert re.fullmatch(r"\d+\.\d", table["Thời gian (giây)", ""])
    assert re.fullmatch(r"\d+\.\d\d", table["MB/giây", ""])
    assert [row for row in rows if row[0] == "Lỗi"] == [
        ("Lỗi", "", "2"),
        ("Lỗi", "vao/3.jsonl#2", "cột text trống"), ("Lỗi", "vao/rong.txt", "tệp rỗng"),
    ]  # fmt: skip


def test_as_data_and_with_nothing_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rong.txt").unlink()
    (folder / "3.jsonl").unlink()
    assert run(["build", "vao", "-j", "1", "-q"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["build", "vao", "-j", "1", "-q", "--report", "--format", "json"]) == 0
    (data,) = json.loads(capsys.readouterr().out)
    assert data["files"] == data["unchanged"] == 2
    assert data["texts"] == data["megabytes"] == 0
    assert (data["documents"], data["findings"], data["failures"]) == (3, 0, [])
    assert data["seconds"] > 0


def test_the_kinds_of_a_report_are_those_of_the_readers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "danh-muc.csv").write_text(
        ",so_ky_hieu,ngay_ban_hanh,trich_yeu,hieu_luc,pdf\n0,5/QĐ-UBND,20/07/2022,quy định,,\n", encoding="utf-8"
    )
    run(["build", "vao", "-j", "1", "-q", "--report", "--format", "json"])
    (data,) = json.loads(capsys.readouterr().out)
    assert data["kinds"] == {"txt": 2, "jsonl": 1, "register": 1, "unread": 1}
    assert data["texts"] == 4


def test_the_graph_is_not_read_into_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``luocdo build .`` with graph.db there: neither it nor its log is a file that failed."""
    (folder / "rong.txt").unlink()
    (folder / "3.jsonl").unlink()
    for _ in range(2):
        assert run(["build", ".", "-j", "1", "--report", "--format", "json"]) == 0
        (data,) = json.loads(capsys.readouterr().out)
        assert (data["files"], data["failures"]) == (2, [])


def test_what_was_not_read_does_not_count_as_speed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "nhi-phan.bin").write_bytes(bytes(range(256)) * 4000)
    run(["build", "vao", "-j", "1", "-q", "--report", "--format", "json"])
    (data,) = json.loads(capsys.readouterr().out)
    assert data["megabytes"] < 0.01
