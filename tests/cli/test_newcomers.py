"""The command as somebody meets it first: help in one language, mistakes in a line that says what to do."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import on_terminal
from graph_samples import REPORT, a_graph

from graph.cli.app import VERBS, placed
from graph.cli.output import message

Command = Callable[..., tuple[int, str, str]]
ASKED = [[], ["query"], *([verb] for verb in VERBS), ["query", "implements"], ["query", "issued-by"]]
ENGLISH = (
    r"Usage|Options|Arguments|Commands|OPTIONS|COMMAND|ARGS|\[default|\[env var|required|Show this|Install completion"
)
VIETNAMESE = r"Cách dùng|Tùy chọn|Đối số|Lệnh|mặc định|bắt buộc|biến môi trường|hướng dẫn"


@pytest.mark.parametrize("verb", ASKED, ids=" ".join)
@pytest.mark.parametrize("columns", ["80", "100"])
def test_help_is_in_one_language(
    luocdo: Command, verb: list[str], columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for first in ("vi", "en", "vi"):  # what one call says of typer's words holds for no other
        code, out, err = luocdo(*verb, "--help", "--lang", first)
        own, other = (VIETNAMESE, ENGLISH) if first == "vi" else (ENGLISH, VIETNAMESE)
        assert (code, err) == (0, "")
        assert re.search(own, out) and not re.search(other, out)
        assert not re.search(r"<bool>|list\[|<str>|<float>|int range", out)
        assert max(map(len, out.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("given", "placed_"),
    [
        ("--lang en check", "check --lang en"),
        ("--lang=en check x", "check --lang=en x"),
        ("check --lang en x", "check --lang en x"),
        ("check x --lang en", "check x --lang en"),
        ("--lang en query implements x", "query implements --lang en x"),
        ("query --lang en implements x", "query implements --lang en x"),
        ("query implements --lang en x", "query implements --lang en x"),
        ("--lang en", "--lang en"),
        ("--lang en --help", "--lang en --help"),
        ("--lang", "--lang"),
        ("show -- --lang en", "show -- --lang en"),
        ("find check query", "find check query"),
        ("", ""),
    ],
)
def test_the_language_may_stand_anywhere(given: str, placed_: str) -> None:
    assert placed(given.split()) == placed_.split()


@pytest.mark.parametrize("given", ["--lang en stats", "stats --lang en", "--lang=en query replaces", "--lang en find"])
def test_the_language_before_the_verb(luocdo: Command, given: str) -> None:
    code, out, err = luocdo(*given.split())
    assert (code, out) == (2, "")
    assert re.search("graph not found|name what to find|give|words to find", err), err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nq57", "show nq57"),
        ("57-NQTW", "show 57-NQTW"),
        ("NĐ158", "show NĐ158"),
        ("du-thao.docx", "build du-thao.docx, check du-thao.docx"),
        ("shwo 18-NQ/TW", "show"),
        ("serach 18-NQ/TW", "(có thể là: find; xem `luocdo --help`)"),
        ("Check du-thao.docx", "(có thể là: check; "),
        ("help", "có thể là: --help"),
        ("biuld .", "build"),
        ("chek du-thao.docx", "check"),
        ("query replace", "replaces"),
        ("show --ful 18-NQ/TW", "--full"),
        ("--langg en check", "--lang"),
        ("--lang fr check", "vi, en"),
        ("--lang", "--lang"),
        ("show khong-co", "không tìm thấy văn bản “khong-co”"),
        ("show ''", "hãy nêu"),
        ("path 18-NQ/TW", "thiếu B"),
        ("show 18-NQ/TW --at hom-qua", "01/6/2025"),
        ("find x --from thang-nao", "6/2025"),
        ("find", "hãy nêu từ cần tìm"),
        ("stats -f pdf", "table, json"),
        ("export -f pdf", "của một văn bản: akn"),
        ("export -o x.pdf", "của một văn bản: akn"),
        ("export -f akn", "hãy nêu văn bản"),
        ("report 18-NQ/TW", "-o FILE.docx"),
        ("report 18-NQ/TW -o x.pdf", "-o FILE.docx"),
        ("check khong-co.docx", "không tìm thấy tệp"),
        ("build khong-co", "không tìm thấy tệp hoặc thư mục"),
        ("import", "danh mục"),
        ("import khong-co.xlsx", "không tìm thấy tệp"),
        ("remove khong-co", "không có nguồn hay văn bản"),
        ("correct 18-NQ/TW", "luocdo correct"),
        ("sparql -e khong-co", "implementers"),
    ],
)
def test_mistakes_are_one_line_that_says_what_to_do(luocdo: Command, tmp_path: Path, given: str, said: str) -> None:
    a_graph(tmp_path / "graph.db", [REPORT]).close()
    (tmp_path / "du-thao.docx").write_bytes(b"")
    code, out, err = luocdo(*("" if word == "''" else word for word in given.split()))
    assert (code, out) == (2, "") or said.startswith("không"), err
    assert said in err
    assert err.startswith("luocdo: ") and err.count("\n") == 1


def test_what_is_told_on_a_terminal_is_as_wide_as_it() -> None:
    words = "from graph.cli.output import message; message('một hai ba ' * 20 + 'x' * 90 + ' bốn')"
    first, *more = on_terminal([sys.executable, "-c", words], 80)
    assert first.startswith("luocdo: một hai") and len(more) > 3
    assert all(len(line) <= 80 or line.strip() == "x" * 90 for line in (first, *more))
    assert all(line.startswith(" " * 8) for line in more if line)


def test_what_is_told_to_a_program_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    message("một hai ba " * 20)
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("module", "arguments", "extra"),
    [
        ("docx", ["report", "18-NQ/TW", "-o", "x.docx"], "office"),
        ("openpyxl", ["stats", "-f", "xlsx"], "office"),
        ("pyarrow", ["export", "-o", "x.parquet"], "parquet"),
        ("uvicorn", ["serve"], "serve"),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_library_that_is_missing_is_named_with_how_to_get_it(
    luocdo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, arguments: list[str], extra: str,
    lang: str,
) -> None:  # fmt: skip
    a_graph(tmp_path / "graph.db", [REPORT]).close()
    monkeypatch.setitem(sys.modules, module, None)
    for known in [name for name in sys.modules if name.startswith(f"{module}.") or name == "graph.serve.running"]:
        monkeypatch.delitem(sys.modules, known)
    code, out, err = luocdo(*arguments, "--lang", lang)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"pip install 'luocdo[{extra}]'" in err and f"pip install '.[{extra}]'" in err
    assert ("hãy cài" in err or "cần" in err) == (lang == "vi")
    assert not (tmp_path / "x.docx").exists()
