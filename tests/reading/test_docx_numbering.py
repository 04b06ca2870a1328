"""What Word prints of itself and what it does not: automatic numbers, hidden text, changes, fields, comments."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.pipeline import extract
from graph.reading import read_bytes

from .samples import W, docx, paragraph, zipped

pytest.importorskip("lxml")

_LEVEL = (
    '<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
    '<w:lvlText w:val="{text}"/></w:lvl>'
)


def level(at: int, format: str, text: str, more: str = "", start: int = 1) -> str:
    return _LEVEL.format(at=at, format=format, text=text, more=more, start=start)


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>', more: str = ""
) -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>{more}{nums}</w:numbering>"
    )


def item(text: str, at: int = 0, num: int | None = 1, style: str = "", mark: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr>{styled}{numbered}{mark}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def styles(*listed: str) -> str:
    return f'<w:styles xmlns:w="{W}">{"".join(listed)}</w:styles>'


def style(id: str, properties: str, *, kind: str = "paragraph", based: str = "", default: bool = False) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    usual = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"{usual}><w:name w:val="{id}"/>{base}{properties}</w:style>'


NUMBERED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
LAW = (
    level(0, "upperRoman", "Chương %1"),
    level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'),
    level(2, "decimal", "%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "-"),
)
LAW_BODY = (
    item("QUY ĐỊNH CHUNG")
    + item("Phạm vi", 1)
    + item("Một", 2)
    + item("điểm một", 3)
    + item("điểm hai", 3)
    + item("gạch", 4)
    + item("Hai", 2)
    + item("lại từ đầu", 3)
    + item("Đối tượng", 1)
    + paragraph("Không số.")
    + item("Chỉ một", 2)
    + item("TỔ CHỨC THỰC HIỆN")
    + item("Hiệu lực", 1)
)
LAW_LINES = [
    "Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Một", "a) điểm một", "b) điểm hai", "- gạch", "2. Hai",
    "a) lại từ đầu", "Điều 2. Đối tượng", "Không số.", "1. Chỉ một", "Chương II TỔ CHỨC THỰC HIỆN", "Điều 3. Hiệu lực",
]  # fmt: skip

OVERRIDDEN = (
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
    f'<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1/")}'
    "</w:lvlOverride></w:num>"
)
LEGAL = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
)
STYLED = styles(
    style("Normal", "", default=True),
    style("Heading1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based="Normal"),
    style("Heading2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>', based="Normal"),
    style("Con", "", based="Heading2"),
)
# In a law the articles count on below the next chapter (``lvlRestart``), legal numbers are digits on every level
# (``isLgl``): LibreOffice 7.4 knows neither, and counts otherwise than Word.
WORDS_ALONE = ("law", "legal")
LAYOUTS: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "law": (LAW_BODY, {"numbering": numbering(*LAW)}, LAW_LINES),
    "articles": (
        LAW_BODY,
        {"numbering": numbering(*LAW).replace('<w:lvlRestart w:val="0"/>', "")},
        [*LAW_LINES[:-1], "Điều 1. Hiệu lực"],
    ),
    "overrides": (
        item("một") + item("hai") + item("năm", num=2) + item("sáu", num=2) + item("bảy"),
        {"numbering": numbering(level(0, "decimal", "%1."), nums=OVERRIDDEN)},
        ["1. một", "2. hai", "5. năm", "6. sáu", "7. bảy"],
    ),
    "legal": (
        item("A") + item("a", 1) + item("i", 2) + item("ii", 2) + item("B") + item("b", 1) + item("j", 2),
        {"numbering": numbering(*LEGAL)},
        ["I. A", "1.1. a", "1.1.1 i", "1.1.2 ii", "II. B", "2.1. b", "2.1.1 j"],
    ),
    "clauses": (
        item("A") + item("a", 1) + item("i", 2) + item("ii", 2) + item("B")
        + item("b", 1) + item("j", 2) + item("c", 1),
        {"numbering": numbering(*(level(at, "decimal", "%1.%2.%3."[: 3 * at + 3]) for at in range(3)))},
        ["1. A", "1.1. a", "1.1.1. i", "1.1.2. ii", "2. B", "2.1. b", "2.1.1. j", "2.2. c"],
    ),
    "styles": (
        item("MỘT", num=None, style="Heading1")
        + item("hai", num=None, style="Heading2")
        + item("ba", num=None, style="Heading2")
        + item("không", num=0, style="Heading2")
        + item("BỐN", num=None, style="Heading1")
        + item("năm", num=None, style="Heading2"),
        {
            "numbering": numbering(
                level(0, "decimal", "Mục %1.", '<w:pStyle w:val="Heading1"/>'),
                level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Heading2"/>'),
            ),
            "styles": STYLED,
        },
        ["Mục 1. MỘT", "a) hai", "b) ba", "không", "Mục 2. BỐN", "a) năm"],
    ),
    "formats": (
        "".join(item(f"{at}", at) for at in range(7)) + item("6", 6) + item("tiếp", 0),
        {
            "numbering": numbering(
                level(0, "decimalZero", "%1"), level(1, "lowerRoman", "(%2)"), level(2, "upperLetter", "%3."),
                level(3, "lowerLetter", "%4)", start=27), level(4, "decimal", "%5", start=9),
                level(5, "none", "§"), level(6, "decimal", "%1-%7:"),
            )
        },
        ["01 0", "(i) 1", "A. 2", "aa) 3", "9 4", "§ 5", "01-1: 6", "01-2: 6", "02 tiếp"],
    ),
}  # fmt: skip


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read_bytes(docx(body, **parts), "x.docx").text.split("\n") if line]


@pytest.mark.parametrize("name", LAYOUTS)
def test_automatic_numbers_become_text(name: str) -> None:
    body, parts, right = LAYOUTS[name]
    assert lines(body, **parts) == right


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def whole(body: str, parts: dict[str, str]) -> bytes:
    """The same as a package that word processors open: its parts are related to each other."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((part, part) for part in parts))
    )
    related = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONS}/{part}" Target="{part}.xml"/>' for at, part in enumerate(parts)
    )
    document = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
            "word/document.xml": document,
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_prints_the_same_numbers(tmp_path: Path) -> None:
    for name, (body, parts, _) in LAYOUTS.items():
        (tmp_path / f"{name}.docx").write_bytes(whole(body, parts))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    layouts = {name: layout for name, layout in LAYOUTS.items() if name not in WORDS_ALONE}
    files = [str(tmp_path / f"{name}.docx") for name in layouts]
    subprocess.run(
        [*command, "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *files], capture_output=True, check=True,
        timeout=300,
    )  # fmt: skip
    for name, (body, parts, _) in layouts.items():
        printed = (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig").replace("\t", " ").splitlines()
        theirs = [re.sub("^[◦•]", "-", line.strip()) for line in printed]  # its plain texts have bullets of their own
        assert [line for line in theirs if line] == lines(body, **parts), name


def test_citations_stand_in_numbered_provisions() -> None:
    body = LAW_BODY + item("Bãi bỏ Nghị định số 15/2012/NĐ-CP ngày 01/02/2012 của Chính phủ.", 2)
    head = paragraph("CHÍNH PHỦ") + paragraph("Số: 20/2020/NĐ-CP") + paragraph("NGHỊ ĐỊNH")
    found = extract(read_bytes(docx(head + body, numbering=numbering(*LAW)), "x.docx").text)
    (mention,) = [m for m in found.mentions if "15/2012" in m.text]
    assert str(mention.provision) == "khoản 1, điều 3"


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "parts", "right"),
    [
        (f"<w:p><w:r><w:t>hiện</w:t></w:r><w:r>{HIDDEN}<w:t>ẩn</w:t></w:r></w:p>", {}, ["hiện"]),
        (
            '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>'
            '<w:r><w:rPr><w:webHidden/></w:rPr><w:t> 3</w:t></w:r></w:p>',
            {},
            ["hiện 3"],
        ),
        (item("ẩn", num=None, style="An") + item("hiện", num=None), {"styles": styles(style("An", HIDDEN))}, ["hiện"]),
        (
            '<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>ẩn</w:t></w:r>'
            '<w:r><w:rPr><w:rStyle w:val="Chu"/></w:rPr><w:t>hiện lại</w:t></w:r></w:p>',
            {
                "styles": styles(
                    style("An", HIDDEN), style("Con", "", based="An"), style("Chu", HIDDEN, kind="character")
                )
            },
            ["hiện lại"],
        ),
        (
            item("a") + item("", mark="<w:vanish/>") + item("b"),
            {"numbering": numbering(level(0, "decimal", "%1."))},
            ["1. a", "2. b"],
        ),
        (
            item("a") + item("", num=1) + item("c"),
            {"numbering": numbering(level(0, "decimal", "%1."))},
            ["1. a", "3. c"],
        ),
        (
            item("một", mark="<w:del/>") + item(" hai") + item("ba"),
            {"numbering": numbering(level(0, "decimal", "%1."))},
            ["1. một hai", "2. ba"],
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>đến</w:t></w:r></w:moveTo></w:p>",
            {},
            ["đến"],
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("xóa") + "</w:tc></w:tr><w:tr><w:tc>"
            + paragraph("còn") + "</w:tc></w:tr></w:tbl>",
            {},
            ["còn"],
        ),
        (
            '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>lời</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r>'
            '<w:commentReference w:id="1"/></w:r></w:p>',
            {"comments": f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{paragraph("x")}</w:comment></w:comments>'},
            ["lời"],
        ),
    ],
)  # fmt: skip
def test_what_word_does_not_print_is_no_text(body: str, parts: dict[str, str], right: list[str]) -> None:
    assert lines(body, **parts) == right


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


@pytest.mark.parametrize(
    ("body", "right"),
    [
        (f"<w:p>{mark('begin')}{run('PAGE', 'instrText')}{mark('separate')}{run('7')}{mark('end')}</w:p>", ["7"]),
        (  # a code that has the result of another field in it
            f"<w:p>{mark('begin')}{run('IF ', 'instrText')}{mark('begin')}{run('X', 'instrText')}{mark('separate')}"
            f"{run('trong mã')}{mark('end')}{run('= 1', 'instrText')}{mark('separate')}{run('kết quả')}"
            f"{mark('end')}</w:p>",
            ["kết quả"],
        ),
        (f"<w:p>{mark('begin')}{run('a')}</w:p><w:p>{run('b')}</w:p>", ["a", "b"]),
        (f"<w:p>{mark('end')}{run('a')}{mark('separate')}</w:p>", ["a"]),
        (
            f"<w:p>{mark('begin')}{run('TOC', 'instrText')}{mark('separate')}{run('Mục 1')}</w:p><w:p>{run('Mục 2')}"
            f"{mark('end')}</w:p><w:p>{run('lời')}</w:p>",
            ["Mục 1", "Mục 2", "lời"],
        ),
    ],
)
def test_codes_of_fields_are_no_text(body: str, right: list[str]) -> None:
    assert lines(body) == right


def test_legacy_numbers_are_in_the_code_of_their_font() -> None:
    font = '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    lvl = level(0, "decimal", "§iÒu %1.").replace("</w:lvl>", f"{font}</w:lvl>")
    body = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body += f"<w:r>{font}<w:t>QuyÕt ®Þnh nµy cã hiÖu lùc kÓ tõ ngµy ký</w:t></w:r></w:p>"
    assert lines(body, numbering=numbering(lvl)) == ["Điều 1. Quyết định này có hiệu lực kể từ ngày ký"]


@pytest.mark.parametrize(
    ("parts", "right"),
    [
        ({}, ["a"]),
        ({"numbering": f'<w:numbering xmlns:w="{W}"/>'}, ["a"]),
        ({"numbering": numbering(nums='<w:num w:numId="1"><w:abstractNumId w:val="99"/></w:num>')}, ["a"]),
        ({"numbering": numbering(level(0, "decimal", "%1.", start=999999999))}, ["32767. a"]),
        ({"numbering": numbering(level(0, "lowerLetter", "%1.", start=32767))}, [f"{'g' * 30}. a"]),
        ({"numbering": numbering(level(0, "thaiLetters", "%1%9%"))}, ["1% a"]),
        ({"numbering": numbering(level(0, "bullet", "\uf0b7"))}, ["• a"]),
        (  # points to a style that points back
            {
                "numbering": numbering('<w:numStyleLink w:val="S"/>'),
                "styles": styles(style("S", NUMBERED, kind="numbering", based="S")),
            },
            ["a"],
        ),
    ],
)  # fmt: skip
def test_odd_numberings(parts: dict[str, str], right: list[str]) -> None:
    assert lines(item("a"), **parts) == right


def test_a_numbering_that_is_a_style() -> None:
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    linked = style("Ds", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    found = lines(
        item("a") + item("b", num=2) + item("c"),
        numbering=numbering(level(0, "decimal", "Điều %1."), nums=nums, more=link),
        styles=styles(linked),
    )
    assert found == ["Điều 1. a", "Điều 2. b", "Điều 3. c"]
