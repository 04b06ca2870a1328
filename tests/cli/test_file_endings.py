"""A file is what its name says, or it is not written: one line, exit code 2."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import one_line

Command = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("arguments", "name", "endings"),
    [
        (("view",), "x.pdf", ".html, .htm"),
        (("view",), "x.TXT", ".html, .htm"),
        (("query", "implements", "18-NQ/TW"), "x.docx", ".txt, .md, .json, .jsonl, .ndjson, .csv, .xlsx"),
        (("query", "implements", "18-NQ/TW", "-f", "json"), "x.pdf", ".json, .jsonl, .ndjson, .csv, .txt"),
        (("query", "implements", "18-NQ/TW", "-f", "json"), "x.xlsx", ".json, .jsonl, .ndjson, .csv, .txt"),
        (("query", "implements", "18-NQ/TW", "-f", "xlsx"), "x.csv", ".xlsx"),
        (("show", "18-NQ/TW"), "x.html", ".txt, .md, .json, .jsonl, .ndjson, .csv, .xlsx"),
        (("find", "kế hoạch"), "x.ttl", ".txt, .md, .json, .jsonl, .ndjson, .csv, .xlsx"),
        (("stats",), "x.ods", ".txt, .md, .json, .jsonl, .ndjson, .csv, .xlsx"),
        (("check",), "x.pdf", ".txt, .md, .json, .jsonl, .ndjson, .csv, .xlsx"),
        (("sparql", "SELECT * {?a ?b ?c} LIMIT 1"), "x.pdf", ".txt, .md, .ttl, .csv, .json, .xlsx"),
        (("export", "-f", "csv"), "x.ttl", ".zip, .csv"),
        (("export", "-f", "turtle"), "x.rdf", ".ttl"),
        (("export", "-f", "turtle"), "x.pdf", ".ttl"),
        (("export", "--code-lists", "-f", "turtle"), "x.rdf", ".ttl"),
    ],
)
def test_no_file_is_called_what_it_is_not(
    luocdo: Command, graph_file: Path, arguments: tuple[str, ...], name: str, endings: str, tmp_path: Path
) -> None:
    given = () if "--code-lists" in arguments else ("-g", str(graph_file))
    code, out, err = luocdo(*arguments, *given, "-o", name)
    assert (code, out) == (2, "")
    ending = name[1:].lower() if arguments[0] != "export" else name[1:]
    assert one_line(err) == f"{name}: không ghi được tệp {ending} ở đây; hãy dùng -o FILE với đuôi {endings}"
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("view",), "x.htm"),
        (("view",), "x"),
        (("view",), "x.2025"),
        (("query", "cites"), "x.txt"),
        (("query", "cites"), "x.csv"),
        (("stats", "-f", "jsonl"), "x.ndjson"),
        (("sparql", "CONSTRUCT {?a ?b ?c} WHERE {?a ?b ?c} LIMIT 1"), "x.ttl"),
        (("export", "-f", "ntriples"), "x.ttl"),
        (("export", "-f", "csl"), "x.json"),
    ],
)
def test_names_that_fit(
    luocdo: Command, graph_file: Path, arguments: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    code, _, _ = luocdo(*arguments, "-g", str(graph_file), "-o", name)
    assert code == 0 and (tmp_path / name).stat().st_size


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("Căn cứ Quyết định số 12 /QĐ-UBND ngày 01/02/2020;\n")
    return path


def test_drafts_and_texts(luocdo: Command, draft: Path) -> None:
    assert one_line(luocdo("annotate", "draft.txt", "-o", "a.pdf")[2]).startswith("a.pdf: không ghi được tệp .pdf")
    code, _, err = luocdo("check", "draft.txt", "-o", "a.pdf")
    assert code == 2 and one_line(err).endswith(".xlsx, .html, .htm, .docx, .sarif")
    code, _, err = luocdo("check", "draft.txt", "-f", "json", "-o", "a.html")
    assert code == 2 and one_line(err).endswith("với đuôi .json")
    code, _, err = luocdo("check", "draft.txt", "--fix", "fixed.docx")
    assert code == 2 and one_line(err) == "fixed.docx: bản sửa của draft.txt là tệp .txt; hãy dùng --fix FILE.txt"
    assert not Path("fixed.docx").exists()
    for name in ("fixed.md", "fixed"):
        luocdo("check", "draft.txt", "--fix", name)
        assert Path(name).exists()


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("check", "draft.txt", "--fix", "-o", "X"), "--fix"),
        (("check", "draft.txt", "-o", "--fix", "X"), "-o"),
        (("view", "-o", "--hops", "1"), "-o"),
        (("query", "implements", "18-NQ/TW", "--type", "--full"), "--type"),
    ],
)
def test_an_option_takes_no_other_option_for_its_value(
    luocdo: Command, draft: Path, arguments: tuple[str, ...], option: str
) -> None:
    code, out, err = luocdo(*arguments)
    assert (code, out) == (2, "") and one_line(err).startswith(f"tùy chọn {option} cần một giá trị")
    assert not Path("X").exists()


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "mcp", "pydantic"])
@pytest.mark.parametrize("verb", ["serve", "mcp"])
def test_serving_without_its_libraries_is_one_line(verb: str, missing: str, graph_file: Path) -> None:
    pytest.importorskip("starlette")
    pytest.importorskip("mcp")
    program = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name.partition('.')[0] == {missing!r}: raise ModuleNotFoundError(name, name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from graph.cli import run\n"
        f"sys.exit(run([{verb!r}, '-g', {str(graph_file)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    if verb == "mcp" and done.returncode == 0:
        return  # it needs less, and stdin was at its end
    assert done.returncode == 2 and "luocdo[serve]" in done.stderr and done.stderr.count("\n") == 1
