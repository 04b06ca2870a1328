"""Running texts of the command: in lines as wide as the terminal, indented under their bullets, nothing cut."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import on_terminal

from graph.cli.output import flow

LUOCDO = [sys.executable, "-c", "from graph.cli import main; main()"]
REPORT = next((Path(__file__).resolve().parents[2] / "data").glob("*.txt"))
LONG = "Kế hoạch số 83/KH-UBND ngày 04/6/2018 của UBND tỉnh Quảng Ngãi thực hiện Nghị quyết số 18-NQ/TW khóa XII"
ADDRESS = "urn:lex:vn:" + "a" * 90
Call = Callable[..., tuple[int, str, str]]


def words(printed: str) -> list[str]:
    return printed.split()


@pytest.fixture
def built(luocdo: Call, tmp_path: Path) -> Call:
    shutil.copy(REPORT, tmp_path / "report.txt")
    assert luocdo("build", "report.txt", "-j", "1", "-q")[0] == 0
    return luocdo


@pytest.mark.parametrize("columns", ["20", "40", "80", "100"])
@pytest.mark.parametrize(
    ("line", "hang", "indent"),
    [
        (f"  • {LONG}", 0, 4),
        (f"    • {LONG}", 0, 6),
        (f"    “{LONG}”", 0, 4),
        (f"  Trích yếu: {LONG}", 2, 4),
        (f"! {LONG}", 0, 2),
        (f"    → {LONG}", 0, 6),
        (LONG, 0, 0),
    ],
)
def test_lines_hang_under_their_text(
    line: str, hang: int, indent: int, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    flow(line, hang=hang)
    out = capsys.readouterr().out
    first, *more = out.splitlines()
    assert more and words(out) == words(line)
    assert line.startswith(first)
    assert all(len(part) <= int(columns) for part in (first, *more))
    assert {len(part) - len(part.lstrip()) for part in more} == {indent}


def test_a_word_wider_than_a_line_stays_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    flow(f"  Định danh: {ADDRESS} 125-KH/TU {LONG}", hang=2)
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > 40] == [f"    {ADDRESS}"]


@pytest.mark.parametrize("asked", [None, "", "x", "0", "٤٠", "9" * 5000])
def test_eighty_signs_where_nobody_says(
    asked: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if asked is not None:
        monkeypatch.setenv("COLUMNS", asked)
    flow(f"  • {LONG} {LONG}")
    widest = max(map(len, capsys.readouterr().out.splitlines()))
    assert 70 < widest <= 80 or (asked or "").startswith("9")


@pytest.mark.parametrize("columns", ["60", "80"])
@pytest.mark.parametrize(
    "words_",
    [["show", "37-CTr/TU"], ["show", "37-CTr/TU", "--full"], ["show", "18-NQ/TW", "--lang", "en"],
     ["extract", "--explain", "report.txt"]],
    ids=" ".join,
)  # fmt: skip
def test_verbs_keep_to_the_width_and_lose_nothing(
    built: Call, columns: str, words_: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100000")
    code, wide, _ = built(*words_)
    assert code == 0 and max(map(len, wide.splitlines())) > 100
    monkeypatch.setenv("COLUMNS", columns)
    narrow = built(*words_)[1]
    assert words(narrow) == words(wide)
    over = [line for line in narrow.splitlines() if len(line) > int(columns) and " " in line.strip()]
    assert over == []


def test_the_terminal_says_how_wide_it_is(built: Call, tmp_path: Path) -> None:
    def printed(columns: int) -> list[str]:
        shown = on_terminal([*LUOCDO, "show", "37-CTr/TU"], columns, tmp_path)
        return [re.sub(r"\x1b\[[0-9;?]*\w", "", line) for line in shown]

    for columns in (50, 120):
        widest = max(len(line) for line in printed(columns) if " " in line.strip())
        assert columns - 15 < widest <= columns
