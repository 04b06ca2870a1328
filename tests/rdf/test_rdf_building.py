"""`luocdo build --sparql`: the copy for questions is there before the first of them, and follows the next build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import run
from graph.rdf import refreshing

Command = Callable[..., tuple[int, str, str]]
PLAN = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: {0}/KH-UBND
Quảng Ngãi, ngày 04 tháng 6 năm 2020

KẾ HOẠCH
Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
"""
ASK = "SELECT ?n WHERE { ?s rdf:subject/eli:id_local ?n ; rdf:predicate luocdo:implements ; luocdo:cue ?c } ORDER BY ?n"


@pytest.fixture
def luocdo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs the command in a folder of its own: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        return (run(list(arguments)), *capsys.readouterr())

    return call


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What copies were made, in order: whole ones and refreshed ones."""
    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path / "cache"))
    found: list[str] = []
    whole, refresh = refreshing.make, refreshing.refresh

    def follow(*given: object) -> bool:
        done = refresh(*given)  # type: ignore[arg-type]
        found.append("refreshed" if done else "not refreshed")
        return done

    monkeypatch.setattr(refreshing, "make", lambda *given: (found.append("whole"), whole(*given)))
    monkeypatch.setattr(refreshing, "refresh", follow)
    return found


def test_the_first_question_waits_for_nothing(luocdo: Command, made: list[str], tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(PLAN.format(83), encoding="utf-8")
    code, _, err = luocdo("build", "texts", "--sparql", "-o", "graph.db")
    assert code == 0 and made == ["whole"], err
    assert luocdo("sparql", ASK, "-f", "csv") == (0, "n\r\n83/KH-UBND\r\n", "")
    assert made == ["whole"]
    (texts / "b.txt").write_text(PLAN.format(84), encoding="utf-8")
    assert luocdo("build", "texts", "--sparql", "-o", "graph.db")[0] == 0
    assert made == ["whole", "refreshed"]
    assert luocdo("sparql", ASK, "-f", "csv")[1] == "n\r\n83/KH-UBND\r\n84/KH-UBND\r\n"
    assert made == ["whole", "refreshed"]


def test_a_build_that_changes_nothing_makes_nothing(luocdo: Command, made: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN.format(83), encoding="utf-8")
    for _ in range(2):
        assert luocdo("build", "a.txt", "--sparql", "-o", "graph.db")[0] == 0
    assert made == ["whole"]


def test_without_the_option_and_without_a_graph_no_copy_is_made(
    luocdo: Command, made: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(PLAN.format(83), encoding="utf-8")
    assert luocdo("build", "a.txt", "-o", "graph.db")[0] == 0
    (tmp_path / "empty").mkdir()
    assert luocdo("build", "empty", "--sparql", "-o", "other.db")[0] == 2
    assert made == [] and not (tmp_path / "other.db").exists()
