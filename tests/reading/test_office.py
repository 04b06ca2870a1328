"""Word, OpenDocument, RTF and web pages: everything a reader sees, in order, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from graph.errors import LuocdoError
from graph.reading import read, read_bytes

from .samples import MC, W, docx, odt, paragraph, zipped

pytest.importorskip("lxml")
WORD = Path(__file__).resolve().parents[2] / "../shared/corpus/word"


def _cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"


HEAD = (
    f"<w:tbl><w:tr>{_cell('BỘ Y TẾ', 'Số: 5/QĐ-BYT')}"
    f"<w:tc><w:tbl><w:tr>{_cell('CỘNG HÒA')}</w:tr></w:tbl>{paragraph('Hà Nội, ngày 1 tháng 2 năm 2024')}</w:tc>"
    "</w:tr></w:tbl>"
)
NOTE = f'<w:footnote w:id="2">{paragraph("Nghị định số 1/2020/NĐ-CP")}</w:footnote>'
NOTES = f'<w:footnotes xmlns:w="{W}">{NOTE}</w:footnotes>'
CITED = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@pytest.mark.parametrize(
    ("body", "parts", "text"),
    [
        (paragraph("Một;") + paragraph("") + paragraph("") + paragraph("hai"), {}, "Một;\n\nhai\n"),
        (HEAD, {}, "BỘ Y TẾ\n\nSố: 5/QĐ-BYT\n\nCỘNG HÒA\n\nHà Nội, ngày 1 tháng 2 năm 2024\n"),
        (
            f"<w:p><w:r><w:t>Căn cứ A</w:t></w:r>{CITED}<w:r><w:t>;</w:t></w:r></w:p>",
            {"footnotes": NOTES},
            "Căn cứ A[1];\n\n[1] Nghị định số 1/2020/NĐ-CP\n",
        ),
        (
            "<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>",
            {},
            "mới\n",
        ),
        (
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + paragraph("trong ô") + "</w:sdtContent></w:sdt>",
            {},
            "trong ô\n",
        ),
        (
            "<w:p><w:r><w:t>ngoài</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            + paragraph("Số: 7/TB")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + paragraph("Số: 7/TB")
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            {},
            "ngoài\n\nSố: 7/TB\n",
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t></w:r>"
            '<w:hyperlink><w:r><w:t> c</w:t></w:r></w:hyperlink><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r>'
            "</w:fldSimple></w:p>",
            {},
            "a\tb\nQĐ-TTg c3\n",
        ),
        (
            paragraph("CéNG HßA", ".VnTimeH")
            + paragraph("Céng hßa x· héi", ".VnTimeH")
            + paragraph("®iÒu 5", ".VnTime"),
            {},
            "CỘNG HÒA\n\nCỘNG HÒA XÃ HỘI\nđiều 5\n",
        ),
        (paragraph("đã là Unicode, giữ nguyên õ và ý", ".VnTime"), {}, "đã là Unicode, giữ nguyên õ và ý\n"),
    ],
)
def test_docx(body: str, parts: dict[str, str], text: str) -> None:
    source = read_bytes(docx(body, **parts), "van-ban.docx")
    assert source.text == text
    assert source.format == "docx"


def test_a_strict_docx_reads_alike() -> None:
    data = docx(paragraph("một"))
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert read_bytes(zipped(dict(parts)), "x").text == "một\n"
    assert MC


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Điều 1</text:h><text:p>một<text:s text:c='3'/>hai<text:tab/>ba<text:line-break/>bốn</text:p>",
         "Điều 1\nmột   hai\tba\nbốn\n"),
        ("<table:table><table:table-row><table:table-cell><text:p>trái</text:p></table:table-cell><table:table-cell>"
         "<text:p>phải</text:p></table:table-cell></table:table-row></table:table><text:p>sau</text:p>",
         "trái\nphải\nsau\n"),
        ("<text:p>A<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p>"
         "</text:note-body></text:note>;</text:p>", "A[1];\n\n[1] chú thích\n"),
        ("<text:p>A<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame></text:p>",
         "A\nkhung\n"),
        ("<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
         "<text:p>còn <text:span>lại</text:span>.</text:p>",
         "còn lại.\n"),
    ],
)  # fmt: skip
def test_odt(body: str, text: str) -> None:
    source = read_bytes(odt(body), "van-ban.odt")
    assert (source.text, source.format) == (text, "odt")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"Ngh\u7883? quy\u7871?t s\u7889? 18\par hai\tab ba\line b\u7889?n", "Nghị quyết số 18\nhai\tba\nbốn\n"),
        (rb"{\*\generator x}{\info{\title kh\'f4ng}}{\header \'d0}a\~b\_c\{d\}", "a\u00a0b-c{d}\n"),
        (rb"\trowd\intbl m\u7897?t\cell hai\cell\row sau", "một\nhai\nsau\n"),
        (rb"\uc0\u272 i\u7873 u 1", "Điều 1\n"),
        (rb"{\f1 Ngh\'de quy\'d5t s\'e8 5}{\f2 \'a7I\'d2U}", "Nghị quyết số 5ĐIỀU\n"),
        (rb"{\f3 c\'f3 \'f0\'f4\'ecng}", "có đô\u0301ng\n"),
        (rb"a{\pict 0102ff}b{\v an}c{\field{\*\fldinst PAGE}{\fldrslt 3}}", "abc3\n"),
    ],
)
def test_rtf(body: bytes, text: str) -> None:
    head = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Times;}{\f1\fnil .VnTime;}{\f2\fnil .VnTimeH;}"
        rb"{\f3\fnil\fcharset163 Arial;}}"
    )
    source = read_bytes(head + body + b"}", "van-ban.doc")
    assert (source.text, source.format) == (text, "rtf")


PAGE = """<!DOCTYPE html><html><head><title> Công báo </title><style>p{}</style></head><body>
<header>Trang chủ | Đăng nhập</header><nav><ul><li><a href="/">Menu</a></li></ul></nav>
<div class="sidebar">Tin liên quan</div>
<div id="main"><p>QUYẾT   ĐỊNH<br>Về việc
 B<span>ã</span>i bỏ</p><table><tr><td>BỘ Y TẾ</td><td>CỘNG HÒA</td></tr></table>
<p style="display: none">ẩn</p><p>Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024 của Quốc hội;</p>
<script>var a = 1;</script><p>Điều 1. Bãi bỏ Quyết định số 5/2020/QĐ-UBND &amp; các phụ lục.</p></div>
<footer>Bản quyền thuộc về Cổng thông tin</footer></body></html>"""
MAIN = (
    "QUYẾT ĐỊNH\nVề việc Bãi bỏ\n\nBỘ Y TẾ\n\nCỘNG HÒA\n\n"
    "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024 của Quốc hội;\n\n"
    "Điều 1. Bãi bỏ Quyết định số 5/2020/QĐ-UBND & các phụ lục.\n"
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PAGE.encode(), MAIN),
        (PAGE.encode("utf-16"), MAIN),
        (
            (
                "<html><body><div>Đăng nhập</div><div id='divContentDoc'><div class='content1'><p>" + "chữ " * 25
                + "</p></div></div><div>" + "khác " * 200 + "</div></body></html>"
            ).encode(),
            ("chữ " * 25).strip() + "\n",
        ),
        (b"<html><body>" + b"<div>" * 4_000 + "sâu thẳm".encode() + b"</body></html>", "sâu thẳm\n"),
        (b"<html><body><pre>a  b\n  c</pre>d</body></html>", "a  b\n  c\nd\n"),
    ],
)  # fmt: skip
def test_html(data: bytes, text: str) -> None:
    source = read_bytes(data, "trang.aspx")
    assert (source.text, source.format) == (text, "html")


HEADS = "<tr><th>STT<th>Số, ký hiệu<th>Ngày ban hành<th>Trích yếu"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            f"<thead>{HEADS}<tbody><tr><td>1<td>1/QĐ-X<td>1/2/2020<td><p>một|hai</p><p>ba</p>",
            ["| STT | Số, ký hiệu | Ngày ban hành | Trích yếu |", "| 1 | 1/QĐ-X | 1/2/2020 | một/hai ba |"],
        ),
        (  # a cell over several rows holds of each; the others keep their columns
            f"{HEADS}<tr><td rowspan=2>1<td>1/QĐ-X<td rowspan=3>1/2/2020<td>a<tr><td>2/QĐ-X<td>b<tr><td colspan=2>c"
            "<td>d<tr><td>3<td>4/QĐ-X<td>5<td>6",
            ["| STT | Số, ký hiệu | Ngày ban hành | Trích yếu |", "| 1 | 1/QĐ-X | 1/2/2020 | a |",
             "| 1 | 2/QĐ-X | 1/2/2020 | b |", "| c | | 1/2/2020 | d |", "| 3 | 4/QĐ-X | 5 | 6 |"],
        ),
        (f"{HEADS}<tr><td colspan=999999>x<td rowspan=-1>y",
         ["| STT | Số, ký hiệu | Ngày ban hành | Trích yếu |", "| x | y |"]),
        (f"{HEADS}<tr><td style='display:none'>ẩn<td>b<td><table><tr><td>c<td>d</table><td>e",
         ["| STT | Số, ký hiệu | Ngày ban hành | Trích yếu |", "| | b | c d | e |"]),
        ("<tr><td>BỘ Y TẾ<br>Số: 5/QĐ-BYT<td>CỘNG HÒA", ["BỘ Y TẾ", "Số: 5/QĐ-BYT", "CỘNG HÒA"]),
    ],
)  # fmt: skip
def test_tables_of_web_pages(table: str, lines: list[str]) -> None:
    before, after = "Trước. " * 60, "sau " * 60
    page = f"<html><body><p>{before}</p><table>{table}</table><p>{after}</p></body></html>"
    text = read_bytes(page.encode(), "x.html").text
    assert [line for line in text.split("\n") if line] == [before.strip(), *lines, after.strip()]


def test_html_that_declares_its_charset() -> None:
    page = '<html><meta charset="windows-1258"><body>' + "<p>x</p>" * 5 + "<p>Th\xf4ng t\xfd</p></body></html>"
    assert "Thông tư" in read_bytes(page.encode("latin-1"), "x").text


def test_mhtml() -> None:
    data = (
        b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Quy=E1=BA=BFt =C4=91=E1=BB=8Bnh</p></body></html>\r\n--b--\r\n"
    )
    assert read_bytes(data, "trang.mht").text == "Quyết định\n"


# The heads of real documents: every one stands in table cells
HEADS = [
    ("luat-57-2024-QH15.docx", ["QUỐC HỘI", "Luật số: 57/2024/QH15", "Hà Nội, ngày 29 tháng 11 năm 2024"], 79_000),
    ("luat-90-2025-QH15.docx", ["QUỐC HỘI", "Luật số: 90/2025/QH15"], 141_000),
    ("quyet-dinh-1667-QD-BYT.docx", ["BỘ Y TẾ", "Số: 1667/QĐ-BYT", "Hà Nội, ngày 14 tháng 6 năm 2024"], 3_000),
    ("quyet-dinh-thong-tu.docx", ["BỘ TÀI CHÍNH", "Số: 80/2025/TT-BTC", "Hà Nội, ngày 08 tháng 8 năm 2025"], 14_000),
    ("ke-hoach-dao-tao-qlvb.doc", ["SỞ THÔNG TIN VÀ TRUYỂN THÔNG", "KẾ HOẠCH"], 4_000),
    ("quyet-dinh-93-2007.doc", ["THỦ TƯỚNG CHÍNH PHỦ", "Số: 93/2007/QĐ-TTg"], 17_000),
]


@pytest.mark.parametrize(("name", "lines", "least"), HEADS)
def test_real_word_files(name: str, lines: list[str], least: int) -> None:
    if not (WORD / name).exists():
        pytest.skip("the collection of real documents is not here")
    text = read(WORD / name).text
    head = [" ".join(line.split()) for line in text.splitlines()[:25]]
    assert all(line in head for line in lines)
    assert len(text) > least


@pytest.mark.parametrize("name", ["ke-hoach-dao-tao-qlvb.doc", "quyet-dinh-93-2007.doc"])
def test_doc_has_the_words_that_antiword_finds(name: str) -> None:
    if not (WORD / name).exists() or shutil.which("antiword") is None:
        pytest.skip("needs antiword and the collection of real documents")
    command = ["antiword", "-m", "UTF-8.txt", "-w", "0", str(WORD / name)]
    theirs = subprocess.run(command, capture_output=True, check=True).stdout.decode().replace("|", " ").split()
    ours = set(read(WORD / name).text.split())
    missing = [word for word in theirs if word not in ours and any(map(str.isalnum, word))]
    assert len(missing) < 0.01 * len(theirs)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"[Content_Types].xml": "x", "word/document.xml": "<a>"}), "XML hỏng"),
        (docx(paragraph("một hai ba"))[:300], "hỏng hoặc không đầy đủ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "tệp .doc cũ hoặc hỏng"),
        (b"{\\rtf1 " + b"{" * 20_000, "lồng nhau quá sâu"),
        (b"<html><body>" + b"<div>" * 300_000 + b"x", "lồng nhau quá sâu"),
        (b"<html><body><script>x</script></body></html>", "không có chữ nào"),
        (docx(""), "không có chữ nào"),
    ],
)
def test_broken_files_end_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(LuocdoError) as caught:
        read_bytes(data, "tep")
    assert reason in str(caught.value) and "\n" not in str(caught.value)
