"""`luocdo check FILE`: outputs, exit codes, and what it refuses."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from drafts import REPLACED, STANDING, world

from graph.knowledge import open as open_graph

Command = Callable[..., tuple[int, str, str]]
TORN = STANDING[1].cited().replace("912/2022", "912 /2022")


@pytest.fixture
def luocdo(luocdo: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The command in a folder with three drafts."""
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "clean.md").write_text(f"Thực hiện theo {STANDING[0].cited()}.\n", encoding="utf-8")
    (tmp_path / "torn.md").write_text(f"Thực hiện theo {TORN}.\n", encoding="utf-8")
    (tmp_path / "ended.md").write_text(f"Ghi chú\n\nThực hiện theo {REPLACED.cited()}.\n", encoding="utf-8")
    return luocdo


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    path = tmp_path / "reference.db"
    with open_graph(path, create=True) as graph:
        for source in world():
            graph.ingest(source)
    return path


def test_exit_codes(luocdo: Command, graph_file: Path) -> None:
    assert luocdo("check", "clean.md", "-g", str(graph_file))[0] == 0
    assert luocdo("check", "torn.md", "-g", str(graph_file))[0] == 1
    assert luocdo("check", "torn.md", "-g", str(graph_file), "--fail-on", "warning")[0] == 0
    assert luocdo("check", "torn.md", "-g", str(graph_file), "--no-form")[0] == 0
    assert luocdo("check", "ended.md", "-g", str(graph_file), "--fail-on", "warning")[0] == 1
    assert luocdo("check", "ended.md", "-g", str(graph_file), "--at", "14/8/2022")[0] == 0


def test_a_table_with_what_was_counted(luocdo: Command, graph_file: Path) -> None:
    code, out, err = luocdo("check", "ended.md", "torn.md", "-g", str(graph_file))
    assert code == 1
    assert "LD102 cảnh báo" in out and "“Nghị định này" in out
    assert "LD604 lưu ý" in out and "torn.md" in out
    assert "ended.md: 1 chỗ dẫn, 1 văn bản (0 chưa biết)" in err and "0 lỗi, 1 cảnh báo, 0 lưu ý" in err
    assert "errors 0, warnings 1, notes 0" in luocdo("check", "ended.md", "-g", str(graph_file), "--lang", "en")[2]


def test_without_a_graph_the_tables_are_asked(luocdo: Command) -> None:
    code, out, err = luocdo("check", "ended.md")
    assert (code, out) == (0, "")
    assert "không có đồ thị" in err and "(1 chưa biết)" in err
    assert luocdo("check", "torn.md")[0] == 1


def test_every_citation(luocdo: Command, graph_file: Path) -> None:
    code, out, _ = luocdo("check", "ended.md", "clean.md", "-g", str(graph_file), "--all", "-f", "csv")
    assert code == 1
    assert out.splitlines()[0] == "source,line,text,document,known,status,since"
    assert "đã bị thay thế,15/08/2022" in out and "còn hiệu lực,01/06/2021" in out


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "csv", "github"])
def test_formats(format: str, luocdo: Command, graph_file: Path) -> None:
    code, out, _ = luocdo("check", "ended.md", "-g", str(graph_file), "-f", format)
    assert code == 1 and "LD102" in out
    if format in ("json", "sarif"):
        json.loads(out)
    to_file = luocdo("check", "ended.md", "-g", str(graph_file), "-f", format, "-o", "out.data")
    assert to_file[:2] == (1, "") and Path("out.data").read_text(encoding="utf-8") == out


def test_the_name_of_the_file_tells_the_format(luocdo: Command, graph_file: Path) -> None:
    for name, start in (
        ("a.sarif", b"{\n"),
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.xlsx", b"PK"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.json", b"[\n"),
    ):
        assert luocdo("check", "ended.md", "-g", str(graph_file), "-o", name)[0] == 1
        assert Path(name).read_bytes().startswith(start), name


def test_corrections_are_listed(luocdo: Command, graph_file: Path) -> None:
    code, _, err = luocdo("check", "torn.md", "-g", str(graph_file), "--fix", "fixed.md")
    assert code == 1
    assert "dòng 1: “912 /2022/NĐ-CP” → “912/2022/NĐ-CP”" in err and "đã ghi fixed.md: 1 chỗ sửa" in err
    assert Path("fixed.md").read_text(encoding="utf-8") == f"Thực hiện theo {STANDING[1].cited()}.\n"
    assert luocdo("check", "fixed.md", "-g", str(graph_file))[0] == 0


def test_a_word_file_with_comments(luocdo: Command, graph_file: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(f"Thực hiện theo {REPLACED.cited()}.")
    document.save("draft.docx")
    assert luocdo("check", "draft.docx", "-g", str(graph_file), "-o", "commented.docx")[0] == 1
    comments = [c.text for c in docx.Document("commented.docx").comments]
    assert len(comments) == 1 and comments[0].startswith("[LD102, cảnh báo] Nghị định 415/2016/NĐ-CP đã bị thay thế")


def test_what_word_cannot_comment_is_listed(luocdo: Command, graph_file: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Điều 1. Phạm vi.").add_run("NOTE")
    document.save("plain.docx")
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    ends = {
        "[Content_Types].xml": f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
        "word/_rels/document.xml.rels": f'<Relationship Id="rId99" Type="{relations}" Target="footnotes.xml"/>'
        "</Relationships>",
    }
    with zipfile.ZipFile("plain.docx") as old, zipfile.ZipFile("noted.docx", "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else ""
            part = part.replace("<w:t>NOTE</w:t>", '<w:footnoteReference w:id="2"/>')
            if name in ends:
                part = part[: part.rindex("</")] + ends[name]
            new.writestr(name, part or old.read(name))
        note = '<w:footnote w:id="2"><w:p><w:r><w:t>Theo Quyết định số 12 /QĐ-TTg.</w:t></w:r></w:p></w:footnote>'
        new.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{main}">{note}</w:footnotes>')
    code, _, told = luocdo("check", "noted.docx", "-g", str(graph_file), "-o", "commented.docx")
    assert code == 1
    assert "1 điểm nằm ngoài phần chính (cước chú)" in told and "LD604: “12 /QĐ-TTg” viết là “12/QĐ-TTg”." in told
    (comment,) = docx.Document("commented.docx").comments
    assert "LD604" in comment.text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.md",), "không tìm thấy"),
        (("clean.md", "-g", "nothing.db"), "không tìm thấy đồ thị"),
        (("clean.md", "--at", "31/02/2020"), "không phải ngày"),
        (("clean.md", "--format", "odd"), "không phải là một trong"),
        (("clean.md", "--fail-on", "odd"), "không phải là một trong"),
        (("clean.md", "--shacl"), "không dùng với FILE"),
        (("clean.md", "-o", "out.docx"), "không phải tệp .docx"),
        (("clean.md", "torn.md", "-o", "out.html"), "một bản thảo mỗi lần"),
        (("clean.md", "torn.md", "--fix", "out.md"), "một bản thảo mỗi lần"),
        (("torn.md", "--fix", "torn.md"), "không ghi đè"),
        (("torn.md", "-o", "torn.md"), "không ghi đè"),
        (("torn.md", "-o", "a.html", "--fix", "a.html"), "cùng một tệp"),
        (("--format", "sarif"), "cần một bản thảo"),
        ((), "không tìm thấy đồ thị"),
    ],
)
def test_wrong_usage_is_one_line(arguments: tuple[str, ...], said: str, luocdo: Command, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    code, out, err = luocdo("check", *arguments)
    lines = [line for line in err.splitlines() if "không có đồ thị (-g" not in line]
    assert (code, out) == (2, "") and len(lines) == 1 and said in lines[0]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_output_is_never_the_graph(luocdo: Command, graph_file: Path) -> None:
    before = graph_file.read_bytes()
    for option in ("-o", "--fix"):
        code, _, err = luocdo("check", "torn.md", "-g", str(graph_file), option, str(graph_file))
        assert code == 2 and "là đồ thị" in err
    assert graph_file.read_bytes() == before
