"""What the command prints and writes: UTF-8 everywhere, nothing that a terminal obeys, nothing over what was read."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from graph_samples import KH83, NQ18, REPORT, a_graph, text

from graph.cli import run
from graph.cli.output import _wrapped, shown
from graph.model import Document

LUOCDO = [sys.executable, "-c", "from graph.cli import main; main()"]
TEXT = (
    "Kế hoạch số 83/KH-UBND ngày 04/6/2018 của UBND tỉnh Quảng Ngãi thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017"
    " của Ban Chấp hành Trung ương.\n"
)
EVIL = "a\x1b]0;đổi tên\x07\x1b[2Jb\rc\nluocdo: graph.db: xong\u202etxt.exe\x9b31m\u2028x\x85"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text and the graph of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    assert run(["build", "x.txt", "-j", "1", "-q"]) == 0
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ngắn",
        "  thụt vào",
        "thừa ở cuối ",
        " ",
        "một\tthẻ",
        "dài\u00a0" * 9,
        "a" * 40,
        "một câu dài hơn bề rộng " * 3,
    ],
)
def test_what_fits_is_not_broken(text: str) -> None:
    assert list(_wrapped(text, 24)) == (textwrap.wrap(text, 24) or [""])


def test_a_question_loads_no_reader_of_texts(folder: Path, checkout: Path) -> None:
    program = "import sys; from graph.cli import run; run(sys.argv[1:]); print(list(sys.modules), file=sys.stderr)"
    command = [sys.executable, "-c", program, "query", "implements", "18-NQ/TW", "-g", str(folder / "graph.db")]
    done = subprocess.run(command, cwd=checkout, capture_output=True, encoding="utf-8", check=True)
    assert "83/KH-UBND" in done.stdout
    assert not [room for room in ("citations", "structure", "pipeline", "reading") if f"'graph.{room}" in done.stderr]


# Outputs that are inputs

WRITING = [
    ["annotate", "x.txt"],
    ["extract", "x.txt"],
    ["extract", "."],
    ["view"],
    ["export", "-f", "turtle"],
    ["export", "-f", "csv"],
    ["show", "83/KH-UBND"],
    ["find", "ke hoach"],
    ["path", "83/KH-UBND", "18-NQ/TW"],
    ["stats"],
    ["check"],
    ["query", "implements"],
    ["query", "issued-by", "UBND tỉnh Quảng Ngãi"],
    ["sparql", "ASK { ?s ?p ?o }"],
    ["sparql", "q.rq"],
    ["agree", "-g", "graph.db"],
]


def other_names(folder: Path, name: str) -> dict[str, str]:
    """Ways to name a file."""
    (folder / "sub").mkdir()
    (folder / "soft").symlink_to(folder / name)
    os.link(folder / name, folder / "hard")
    (folder / "folder").symlink_to(folder)
    return {
        "as it is": name, "absolute": str(folder / name), "dots": f"sub/../{name}", "link": "soft", "hard link": "hard",
        "linked folder": f"folder/{name}",
    }  # fmt: skip


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
@pytest.mark.parametrize("name", ["x.txt", "graph.db"])
def test_no_output_goes_over_an_input_or_a_graph(
    folder: Path, words: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "q.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    before = (folder / name).read_bytes()
    for way, out in other_names(folder, name).items():
        capsys.readouterr()
        assert run([*words, "-o", out]) == 2, way
        told = capsys.readouterr()
        assert told.err.startswith("luocdo: ") and told.err.count("\n") == 1, way
        assert told.out == ""
        assert (folder / name).read_bytes() == before, way
        assert (folder / out).exists()


def test_no_output_goes_over_the_query_or_the_register(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    (folder / "d.csv").write_text("so_hieu,trich_yeu\n1/NQ,x\n", encoding="utf-8")
    for words in (["sparql", "q.rq", "-o", "q.rq"], ["agree", "d.csv", "-o", "./d.csv"]):
        assert run(words) == 2
    assert (folder / "q.rq").read_text() == "ASK { ?s ?p ?o }"
    assert (folder / "d.csv").read_text().startswith("so_hieu")
    assert capsys.readouterr().err.count("\n") == 2


def test_another_graph_and_its_log_are_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "other.db").write_bytes((folder / "graph.db").read_bytes())
    for out in ("other.db", "other.db-wal", "graph.db-journal", "graph.db-shm"):
        for words in (["annotate", "x.txt"], ["view"], ["export", "-f", "dot"], ["query", "implements"]):
            assert run([*words, "-o", out]) == 2
    assert sorted(p.name for p in folder.iterdir()) == ["graph.db", "other.db", "x.txt"]


def test_a_source_in_an_archive_is_an_input_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("trong/y.txt", TEXT)
    (folder / "r.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    assert run(["build", "a.zip", "r.jsonl", "-j", "1", "-q"]) == 0
    for out in ("a.zip", "r.jsonl"):
        before = (folder / out).read_bytes()
        assert run(["view", "-o", out]) == 2
        assert run(["query", "implements", "-o", out]) == 2
        assert (folder / out).read_bytes() == before


def test_ordinary_outputs_are_written(folder: Path) -> None:
    (folder / "real.txt").write_text("alt")
    (folder / "link.txt").symlink_to("real.txt")
    assert run(["query", "implements", "-o", "link.txt"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert "83/KH-UBND" in (folder / "real.txt").read_text(encoding="utf-8")
    assert run(["query", "implements", "-o", "/dev/null"]) == 0
    assert not os.path.isfile("/dev/null")
    assert run(["view", "-o", "/dev/null"]) == 0
    assert not os.path.isfile("/dev/null")
    assert run(["check", "-o", "check.json"]) in (0, 1)
    json.loads((folder / "check.json").read_text(encoding="utf-8"))
    assert run(["query", "implements", "-o", "nowhere/x.csv"]) == 2
    assert run(["extract", "x.txt", "-o", "out.json"]) == 0
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))[0]["source"] == "x.txt"
    assert not [p for p in folder.iterdir() if p.name.startswith(".")]


# UTF-8


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONUTF8": "0"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
    ],
    ids=str,
)
def test_output_is_utf8_on_every_system(folder: Path, environment: dict[str, str]) -> None:
    given = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG"))} | environment
    (folder / "tiếng việt.txt").write_text(TEXT, encoding="utf-8")
    for words, wanted in (
        (["--help"], "văn bản pháp luật"),
        (["query", "implements", "18-NQ/TW"], "Kế hoạch 83/KH-UBND"),
        (["query", "issued-by", "UBND tỉnh Quảng Ngãi"], "Quảng Ngãi"),
        (["find", "Kế hoạch", "Quảng Ngãi"], "Kế hoạch 83/KH-UBND"),
        (["check"], ""),
        (["stats"], "Kế hoạch"),
        (["extract", "tiếng việt.txt"], "Kế hoạch"),
        (["sparql", "-", "-f", "csv"], "Kế hoạch"),
        (["không-có"], "không-có"),
        (["show", "Luật Đất đai"], "Luật Đất đai"),
    ):
        query = 'SELECT ?l { ?d rdfs:label ?l FILTER(CONTAINS(?l, "hoạch")) }'
        done = subprocess.run(
            [*LUOCDO, *words], env=given, cwd=folder, capture_output=True, check=False, input=query.encode()
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert wanted in (done.stdout + done.stderr).decode("utf-8"), words


def test_csv_for_excel(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", "implements", "--format", "csv"]) == 0
    plain = capsys.readouterr().out
    assert plain.startswith("subject,")
    assert run(["query", "implements", "--format", "excel"]) == 0
    assert capsys.readouterr().out == "\ufeff" + plain
    for words in (["-o", "a.csv"], ["--format", "csv", "-o", "b.csv"], ["--format", "csv", "-o", "c.txt"]):
        assert run(["query", "implements", *words]) == 0
        mark = b"" if words[-1] == "c.txt" else b"\xef\xbb\xbf"
        assert (folder / words[-1]).read_bytes() == mark + plain.encode()
    assert run(["sparql", "SELECT ?s { ?s ?p ?o } LIMIT 1", "-o", "s.csv"]) == 0
    assert (folder / "s.csv").read_bytes().startswith(b"\xef\xbb\xbfs\r\n")
    assert run(["query", "implements", "--format", "json", "-o", "d.csv"]) == 0
    json.loads((folder / "d.csv").read_text(encoding="utf-8"))


# Formulas


def test_no_csv_has_a_formula(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import zipfile

    monkeypatch.chdir(tmp_path)
    starts = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    documents = [
        Document(f"urn:lex:vn;{n}", type="Quyết định", code=f"{sign}1+cmd|'/C calc'!A{n}", title=f"{sign}HYPERLINK(1)")
        for n, sign in enumerate(starts)
    ]
    relations = [(KH83, "cites", document) for document in documents]
    a_graph(tmp_path / "graph.db", [REPORT, text("=name", KH83, *relations)]).close()
    found: list[list[str]] = []
    for words in (["find", "HYPERLINK", "-n", "50"], ["query", "cites"], ["stats"], ["check"]):
        run([*words, "--format", "csv"])
        found += csv.reader(io.StringIO(capsys.readouterr().out))
    assert run(["export", "-f", "csv", "-o", "g.zip"]) == 0
    with zipfile.ZipFile("g.zip") as archive:
        for name in archive.namelist():
            found += csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
    assert run(["sparql", "SELECT ?o { ?s ?p ?o }", "-o", "all.csv"]) == 0
    found += csv.reader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8-sig"), newline=""))
    cells = [cell for row in found for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    import re

    number = re.compile(r"-?\d+(?:\.\d+)?")
    assert [c for c in cells if c.lstrip()[:1] in set("=+-@＝＋－＠") and not number.fullmatch(c)] == []


# Terminals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định 18-NQ/TW", "Quyết định 18-NQ/TW"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\x07b\x08c\x7f", "a\\x07b\\x08c\\x7f"),
        ("a\x9b1mb\x85c", "a\\x9b1mb\\x85c"),
        ("a\nb\rc\x0bd\x0ce", "a\\nb\\rc\\x0bd\\x0ce"),
        ("a\tb", "a b"),
        ("a\u202eb\u2066c\u200fd\u061c", "a\\u202eb\\u2066c\\u200fd\\u061c"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("a\udcff\ud800", "a\\xff\\ud800"),
        ("a\U000e0041b", "a\\U000e0041b"),
        ("đ\u0323 ê\u0301 🙂", "đ\u0323 ê\u0301 🙂"),
    ],
)
def test_what_a_terminal_obeys_is_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def obeyed(output: str) -> list[str]:
    return [c for c in output if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028\u2066")]


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A graph whose names, titles, sentences and findings are full of escapes."""
    monkeypatch.chdir(tmp_path)
    bad = Document("urn:lex:vn;" + EVIL, type="Nghị quyết", code="18-NQ/TW" + EVIL, title=EVIL, issuer=EVIL)
    a_graph(tmp_path / "graph.db", [REPORT, text(EVIL, bad, (bad, "implements", NQ18), (bad, "cites", KH83))]).close()
    return tmp_path


ASKING = [
    ["show", "18-NQ/TW", "-n"], ["find", "tên"], ["query", "implements"], ["query", "cites"], ["stats"], ["check"],
    ["show", "urn:lex:vn;" + EVIL], ["show", EVIL], ["path", "83/KH-UBND", "urn:lex:vn;" + EVIL],
    ["extract", "evil.txt", "--explain"], ["extract", "evil.txt", "-f", "table"], ["extract", "không\x1b]0;x\x07\ncó"],
    ["build", "không\x1b]0;x\x07\ncó"], ["annotate", "a\x1b[2J\nluocdo: xong"], ["\x1b[2J\nluocdo: xong"],
    ["show", "-g", "\x1b[2J\nluocdo: xong", "x"], ["view", "-o", "thiếu/\x1b[2J\nluocdo: xong"],
    ["sparql", "SELECT \x1b[2J\nluocdo: xong"], ["find", "--type", "\x1b[2J\nluocdo: xong", "x"], ["--\x1b[2J\nluocdo"],
]  # fmt: skip


@pytest.mark.parametrize("words", ASKING, ids=lambda words: repr(" ".join(words))[:40])
def test_no_text_acts_on_a_terminal(
    evil: Path, words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "2000")  # a line that a table wraps is nobody's forgery
    (evil / "evil.txt").write_text(TEXT.replace("thực hiện", f"thực hiện {EVIL}"), encoding="utf-8")
    run(words)
    out, err = capsys.readouterr()
    assert obeyed(out) == []
    assert obeyed(err) == []
    assert not any(line.startswith("luocdo: graph.db: xong") or line == "luocdo: xong" for line in err.split("\n"))
    assert not any(line.startswith("luocdo: graph.db: xong") for line in out.split("\n"))


@pytest.mark.parametrize("words", [["find", "tên"], ["query", "cites"], ["show", "18-NQ/TW"]], ids=" ".join)
def test_data_stays_data(evil: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run([*words, "--format", "json"])
    out = capsys.readouterr().out
    assert obeyed(out) == []
    if words[0] != "show":
        assert EVIL in json.dumps(json.loads(out), ensure_ascii=False).encode().decode("unicode_escape") or any(
            EVIL in value for value in strings(json.loads(out))
        )


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    return [text for item in value for text in strings(item)] if isinstance(value, list) else []


def test_names_of_files_that_fail_forge_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ok.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "xấu\x1b[2J\nluocdo: graph.db: 5 văn bản\u202e").write_bytes(bytes(range(256)))
    (tmp_path / os.fsdecode(b"xau\xff")).write_bytes(bytes(range(256)))
    done = subprocess.run([*LUOCDO, "build", ".", "-j", "1"], cwd=tmp_path, capture_output=True, check=False)
    lines = done.stderr.decode("utf-8").split("\n")
    assert done.returncode == 1
    assert len(lines) == 4  # two failures, the result, the end
    assert obeyed(done.stderr.decode()) == []
    assert "\\xff" in done.stderr.decode()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
@pytest.mark.parametrize(
    "words", [["find", "tên"], ["query", "cites"], ["query", "cites", "-f", "csv"], ["find", "tên", "-f", "json"],
              ["sparql", "SELECT ?o { ?s ?p ?o }", "-f", "csv"], ["sparql", "SELECT ?o { ?s ?p ?o }"], ["export"]],
    ids=" ".join,
)  # fmt: skip
def test_on_a_real_terminal(evil: Path, words: list[str]) -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"NO_COLOR": "1", "TERM": "dumb"}
    process = subprocess.Popen([*LUOCDO, *words], cwd=evil, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    got = b""
    try:
        while piece := os.read(ours, 65_536):
            got += piece
    except OSError:
        pass
    finally:
        os.close(ours)
        process.wait(60)
    printed = got.decode("utf-8").replace("\r\n", "\n")
    assert "xong" in printed
    assert obeyed(printed) == []


@pytest.mark.parametrize("verb", [("view", "-o", "nodir/a.html"), ("export", "-f", "dot", "-o", "nodir/a.dot")])
def test_why_a_file_cannot_be_written_is_said_in_vietnamese(
    verb: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run(["build", "a.txt", "-g", "made.db"]) == 0
    capsys.readouterr()
    assert run([*verb, "-g", "made.db"]) == 2
    assert capsys.readouterr().err.endswith("không ghi được (không có tệp hoặc thư mục này)\n")
