"""Every help text, error and finding has its English twin, and the twin has room for what stands in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.cli import run
from graph.cli.app import make
from graph.messages import english, table

ROOT = Path(__file__).resolve().parents[1] / "graph"
VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
CALLS = (
    "LuocdoError",
    "message",
    "BadParameter",
    "ValueError",
    "Finding",
    "__init__",
    "Unclear",
    "LookupError",
    "AskedError",
)
NAMES = ("message", "why", "heading", "hint", "trouble")


def template(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be, with ``{}`` for what is put into them."""
    if isinstance(node, ast.IfExp):
        yield from template(node.body)
        yield from template(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def messages() -> dict[str, str]:
    """Every Vietnamese message in the code, with where it stands."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            given: list[ast.expr] = []
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                given = node.args if name in CALLS else []
            elif isinstance(node, ast.Assign) and any(
                getattr(t, "id", getattr(t, "attr", "")) in NAMES for t in node.targets
            ):
                given = [node.value]
            for text in (text for argument in given for text in template(argument)):
                if VIETNAMESE.search(text):
                    found.setdefault(text, f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def helps() -> dict[str, str]:
    """Every help text of every command and option."""
    import typer

    from graph.cli import querying

    found: dict[str, str] = {}

    def walk(command: Any, name: str) -> None:
        for described in (command, *command.params):
            text = " ".join((getattr(described, "help", None) or "").split())
            if VIETNAMESE.search(text):
                found.setdefault(text, f"{name} {getattr(described, 'name', '')}")
        for verb, below in getattr(command, "commands", {}).items():
            walk(below, f"{name} {verb}")

    walk(typer.main.get_command(make()), "luocdo")
    walk(typer.main.get_command(querying.make()), "luocdo query")
    return found


def test_every_message_has_an_english_twin() -> None:
    missing = {text: place for text, place in messages().items() if text not in table()}
    assert len(messages()) > 150
    assert not missing, "rows for graph/messages.csv:\n" + "\n".join(f"{p}: {t}" for t, p in missing.items())


def test_every_help_has_an_english_twin() -> None:
    missing = {text: place for text, place in helps().items() if text not in table()}
    assert len(helps()) > 80
    assert not missing, "rows for graph/messages.csv:\n" + "\n".join(f"{p}: {t}" for t, p in missing.items())


@pytest.mark.parametrize("vi", table())
def test_a_twin_says_what_the_other_says(vi: str) -> None:
    en = table()[vi]
    assert en.strip() and vi.count("{}") == len(re.findall(r"\{\d*\}", en))
    assert (vi[:1] == " ") == (en[:1] == " ") and (vi[-1:] == " ") == (en[-1:] == " ")
    quoted = re.sub(r"“[^”]*”|\w+=[^|]*|Nghị quyết|Kế hoạch", "", en)
    assert not VIETNAMESE.search(quoted.replace("·", ""))


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("không tìm thấy văn bản “x” trong đồ thị", "the graph has no document “x”"),
        ("a.txt: không mở được (không có quyền)", "a.txt: cannot be opened (permission denied)"),
        (
            "không có lệnh “shwo” (có thể là: show; xem `luocdo --help`)",
            "there is no command “shwo” (perhaps: show; see `luocdo --help`)",
        ),
        ("5 văn bản khác chỉ căn cứ văn bản này (--with-basis để liệt kê)",
         "5 more documents only name it as their basis (--with-basis lists them)"),
        (
            "Chưa xác định được “83/KH” là văn bản nào trong 2 văn bản có thể.",
            "Which of 2 possible documents “83/KH” is, is not settled.",
        ),
        (
            "Kế hoạch 1/KH-UBND (01/02/2020) thay thế Quyết định 2/QĐ-UBND: văn bản ban hành trước không thể tác động"
            " đến văn bản ban hành sau; có thể đọc nhầm văn bản hoặc ngày, tháng",
            "Plan 1/KH-UBND (01/02/2020) replaces Decision 2/QĐ-UBND: an earlier document cannot act on a later one; a"
            " document or a date may have been misread",
        ),
        ("Tương lai 12: chữ lạ", "Tương lai 12: chữ lạ"),
        ("", ""),
    ],
)  # fmt: skip
def test_messages_within_messages(vi: str, en: str) -> None:
    assert english(vi) == en


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "en", "shwo"], ""),
        (["show", "x", "--lang", "en"], "luocdo: graph.db: graph not found (`luocdo build` makes it)"),
        (["show", "x", "--lang=en"], "luocdo: graph.db: graph not found (`luocdo build` makes it)"),
        (["stats", "--lang", "en", "--top", "x"], "luocdo: --top: “x” is no number (see `luocdo stats --help`)"),
        (["stats", "--lang", "en", "--top", "-1"], "luocdo: --top: -1 is not in the range from 0"),
        (["stats", "--lang", "en", "--colour"], "luocdo: there is no option --colour"),
    ],
)
def test_errors_in_english(
    arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LUOCDO_GRAPH", "LUOCDO_LANG"):
        monkeypatch.delenv(name, raising=False)
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith(said)
    monkeypatch.setenv("LUOCDO_LANG", "en")
    run(["show", "x"])
    assert "graph not found" in capsys.readouterr().err
    run(["show", "x", "--lang", "vi"])
    assert "không tìm thấy đồ thị" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["--help"], ["build", "--help"], ["query", "--help"], ["query", "implements", "-h"]])
def test_help_in_english(verb: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LUOCDO_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")
    assert run(verb) == 0
    out = re.sub(r"“[^”]*”|\S*=\S*|Nghị quyết|Kế hoạch|Số hiệu|Ngày ký|Trích yếu", "", capsys.readouterr().out)
    assert not [line for line in out.splitlines() if VIETNAMESE.search(line)]
