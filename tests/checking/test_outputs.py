"""What a check writes: JSON, SARIF, commands, workbooks, pages, Word comments, corrections."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from drafts import REPLACED, STANDING

from graph.checking import Report, check_source
from graph.checking.fixing import corrected
from graph.checking.marked import html
from graph.checking.naming import named
from graph.checking.places import Places
from graph.checking.sarif import commands, sarif
from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.model import Document, Source
from graph.reading import read_bytes

docx = pytest.importorskip("docx")
TORN = STANDING[1].cited().replace("912/2022", "912 /2022")
LINES = (
    "Ghi chú nội bộ",
    f"Lệ phí áp dụng theo {REPLACED.cited()}.",
    f"Thực hiện theo {TORN}.",
    "Theo Quyết số 42/2013/QĐ-UBND ngày 01/8/2013.",
)


@pytest.fixture
def report(known: KnowledgeGraph) -> Report:
    return check_source(Source("bản thảo.txt", "\n".join(LINES)), known)


def word(*, split: int = 7) -> bytes:
    """The lines as a Word file whose runs end in mid-word."""
    document = docx.Document()
    for line in LINES:
        paragraph = document.add_paragraph()
        for at in range(0, len(line), split):
            paragraph.add_run(line[at : at + split]).bold = at % 2 == 0
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def text_of(part: bytes) -> str:
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part.decode("utf-8")))


def test_json_has_both_languages(report: Report) -> None:
    data = json.loads(json.dumps(report.to_dict()))
    assert [f["code"] for f in data["findings"]] == ["LD102", "LD604", "LD606"]
    assert data["findings"][0]["line"] == 2 and data["findings"][0]["column"] == 21
    assert "has been replaced" in data["findings"][0]["message_en"] or "replaced" in data["findings"][0]["message_en"]
    assert {c["known"] for c in data["citations"]} == {"graph", None}


def test_sarif_names_rules_and_places(report: Report) -> None:
    run = sarif([report])["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["LD102", "LD604", "LD606"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "b%E1%BA%A3n%20th%E1%BA%A3o.txt"
    region = place["region"]
    line = LINES[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "912 /2022/NĐ-CP"
    assert run["results"][1]["level"] == "note" and run["results"][1]["ruleIndex"] == 1


def test_commands_are_escaped() -> None:
    found = check_source(Source("a,b:c\n.md", "Theo Nghị định số 12 /2020/NĐ-CP.", "md"), None)
    assert next(iter(commands(found))).startswith("::notice file=a%2Cb%3Ac%0A.md,line=1,col=19,title=LD604::“12 /2020")


def test_a_page_shows_texts_and_runs_none(report: Report) -> None:
    evil = check_source(Source("<script>.md", "<img src=x onerror=1> Theo Nghị định số 12 /2020/NĐ-CP.", "md"), None)
    page = html(evil)
    assert "<script" not in page and "<img" not in page and "&lt;img" in page
    whole = html(report, "en")
    assert whole.count('class="found ') == 3 + 3  # the legend has one of each
    for number in range(len(report.findings)):
        assert f'id="m{number}"' in whole and f'href="#m{number}"' in whole and f'id="f{number}"' in whole


def test_overlapping_findings_have_places_each() -> None:
    text = "Theo nghị định số: 12 /2020/NĐ-CP ngày 05/5/2021 của Chính phủ."
    page = html(check_source(Source("x.md", text, "md"), None))
    count = page.count('<section class="entry')
    assert count >= 2
    assert all(page.count(f'id="m{n}"') == 1 for n in range(count))
    assert re.sub(r"<[^>]*>", "", page.split("<main")[1].split("</main>")[0]).split(">", 1)[1] == text


def test_workbook_keeps_texts_as_texts(report: Report) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from graph.checking.workbook import xlsx

    sheets = openpyxl.load_workbook(BytesIO(xlsx([report])))
    rows = list(sheets["Điểm cần xem lại"].iter_rows(values_only=True))
    assert rows[0][:4] == ("Tệp", "Dòng", "Cột", "Mã") and rows[1][3] == "LD102" and len(rows) == 4
    assert len(list(sheets["Chỗ dẫn"].iter_rows())) == 1 + len(report.citations)
    assert xlsx([report]) == xlsx([report])
    evil = check_source(Source("=1+1", "Theo Nghị định số 12 /2020/NĐ-CP.", "md"), None)
    cell = openpyxl.load_workbook(BytesIO(xlsx([evil]))).active["A2"]
    assert cell.value == "=1+1" and cell.data_type == "s"


def test_comments_change_no_text_and_no_other_part(known: KnowledgeGraph) -> None:
    from graph.checking.word import with_comments

    data = word()
    report = check_source(read_bytes(data, "draft.docx"), known)
    commented, unplaced = with_comments(data, report)
    before, after = parts(data), parts(commented)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(before) <= set(after) and unplaced == []
    assert text_of(after["word/document.xml"]) == text_of(before["word/document.xml"])
    assert read_bytes(commented, "draft.docx").text == report.source.text
    comments = after["word/comments.xml"].decode("utf-8")
    assert comments.count("<w:comment ") == len(report.findings) == 3 and "w:date" not in comments
    body = after["word/document.xml"].decode("utf-8")
    for number, finding in enumerate(report.findings):
        ranged = re.search(rf'<w:commentRangeStart w:id="{number}"/>(.*?)<w:commentRangeEnd w:id="{number}"/>', body)
        assert ranged is not None
        assert text_of(ranged[1].encode()) == finding.text
    assert with_comments(data, report)[0] == commented
    again, _ = with_comments(commented, check_source(read_bytes(commented, "draft.docx"), known))
    assert parts(again)["word/comments.xml"].decode("utf-8").count("<w:comment ") == 6  # those of before stay


def test_no_findings_no_change(known: KnowledgeGraph) -> None:
    from graph.checking.word import with_comments

    document = docx.Document()
    document.add_paragraph("Không dẫn văn bản nào.")
    written = BytesIO()
    document.save(written)
    data = written.getvalue()
    assert with_comments(data, check_source(read_bytes(data, "x.docx"), known)) == (data, [])


@pytest.mark.parametrize("split", [3, 7, 400])
def test_corrections_in_a_word_file(split: int, known: KnowledgeGraph) -> None:
    data = word(split=split)
    fixed, made = corrected(data, check_source(read_bytes(data, "draft.docx"), known))
    text = read_bytes(fixed, "draft.docx").text
    assert [fix.text for fix in made] == ["912/2022/NĐ-CP", "Quyết định"]
    assert text == read_bytes(data, "draft.docx").text.replace("912 /2022", "912/2022").replace(
        "Quyết số", "Quyết định số"
    )
    changed = {name for name, part in parts(fixed).items() if parts(data)[name] != part}
    assert changed == {"word/document.xml"}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_corrections_in_a_text(ends: str, mark: bytes, known: KnowledgeGraph) -> None:
    data = mark + ends.join(LINES).encode("utf-8")
    fixed, made = corrected(data, check_source(read_bytes(data, "draft.md"), known))
    assert len(made) == 2
    expected = ends.join(LINES).replace("912 /2022", "912/2022").replace("Quyết số", "Quyết định số")
    assert fixed == mark + expected.encode("utf-8")


def test_only_one_certain_answer_is_written(known: KnowledgeGraph) -> None:
    right = STANDING[0]
    wrong = f"Theo {right.cited(date='2021-04-21')}."
    report = check_source(Source("x.txt", wrong), known)
    assert corrected(wrong.encode(), report)[0].decode() == f"Theo {right.cited()}."
    bare = "Theo Nghị định số 901/2021/NĐ-CP ngày 21/4/2021."  # the number may be the slip
    assert corrected(bare.encode(), check_source(Source("x.txt", bare), known))[0].decode() == bare


def test_what_cannot_be_written_back_is_told(known: KnowledgeGraph) -> None:
    report = check_source(Source("x.pdf", "Theo Nghị định số 12 /2020/NĐ-CP.", "pdf"), known)
    with pytest.raises(LuocdoError, match="--fix chỉ ghi được"):
        corrected(b"%PDF", report)
    text = "Theo Nghị định số 12/2020/NĐ-CP."
    with pytest.raises(LuocdoError, match="UTF-8"):
        corrected(text.encode("utf-16"), check_source(Source("x.txt", text), known))


@pytest.mark.parametrize(
    ("text", "other", "words", "expected"),
    [
        ("a b c", "ab  c", "b c", "b  c"),
        ("một hai một", "một hai một", "hai", "hai"),
        ("[1] ghi chú", "văn bản", "ghi chú", None),  # a footnote is not in the main part
        ("x 1 y. x 1 z.", "x 1 y. x 1 z. x 1", "1", "1"),
        ("só 1 só 1", "só 1", "1", None),  # two places against one
    ],
)
def test_places(text: str, other: str, words: str, expected: str | None) -> None:
    at = text.index(words)
    found = Places(text, other).find(at, at + len(words))
    assert (None if found is None else other[slice(*found)]) == expected


def test_a_page_of_the_report_in_data(checkout: Path) -> None:
    source = read_bytes((checkout / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt").read_bytes(), "bao-cao.txt")
    report = check_source(source, None)
    assert {"LD305", "LD306", "LD606"} <= {f.code for f in report.findings}
    assert html(report).count('<section class="entry') == len(report.findings)


def test_a_spelling_in_many_places_is_one_finding_and_all_are_corrected() -> None:
    text = (
        "Theo Quyết định số 12 /QĐ-TTg.\nTheo Quyết định số 12 /QĐ-TTg.\nTheo Quyết định số 12 /QĐ-TTg, số 13 /QĐ-TTg."
    )
    found = check_source(Source("a.md", text, format="md"), None)
    torn = [f for f in found.findings if f.code == "LD604"]
    assert [f.text for f in torn] == ["12 /QĐ-TTg", "13 /QĐ-TTg"]
    assert torn[0].message() == "“12 /QĐ-TTg” viết là “12/QĐ-TTg” (cả ở 2 chỗ khác: dòng 2, 3)."
    assert torn[0].message("en") == "Write “12 /QĐ-TTg” as “12/QĐ-TTg” (also in 2 other places: line 2, 3)."
    assert [fix["start"] for fix in found.finding_dict(torn[0])["again"]] == [f.start for f in torn[0].again]
    data, made = corrected(text.encode(), found)
    assert len(made) == 4 and " /" not in data.decode()


def test_an_act_is_not_called_by_one_of_the_names_in_its_title() -> None:
    of_eight = Document("", "Luật", "90/2025/QH15", name="Luật Quản lý, sử dụng tài sản công")
    assert named(of_eight) == ("Luật 90/2025/QH15", "Law 90/2025/QH15")
    assert "Luật Đất đai" in named(Document("", "Luật", "31/2024/QH15", name="Luật Đất đai"))[0]
