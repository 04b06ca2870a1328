"""PDF and scans: reading order, furniture, stamps, OCR and its doubts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.errors import LuocdoError
from graph.reading import Options, furniture, ocr, read, read_bytes
from graph.reading.layout import Segment, cut, ordered
from graph.reading.ocr_slips import corrected
from graph.reading.pdf import garbled

from .samples import pdf

pytest.importorskip("pypdfium2")
CORPUS = Path(__file__).resolve().parents[2] / "../shared/corpus"
needs_ocr = pytest.mark.skipif(not ocr.available(), reason="tesseract with Vietnamese is not installed")


def _lines(*rows: tuple[float, float, float, str]) -> list[Segment]:
    """Segments of height 12 from (left, top, right, text)."""
    return [Segment(text, left, top, right, top + 12) for left, top, right, text in rows]


HEAD = _lines(
    (100, 60, 220, "BỘ XÂY DỰNG"), (270, 60, 560, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (340, 78, 480, "Độc lập - Tự do - Hạnh phúc"), (100, 96, 220, "Số: 5/TT-BXD"),
    (330, 97, 500, "Hà Nội, ngày 1 tháng 2 năm 2024"), (260, 130, 330, "THÔNG TƯ"), (90, 150, 550, "Căn cứ Luật A;"),
)  # fmt: skip
IN_ORDER = ["BỘ XÂY DỰNG", "Số: 5/TT-BXD", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "Hà Nội, ngày 1 tháng 2 năm 2024", "THÔNG TƯ", "Căn cứ Luật A;"]  # fmt: skip


@pytest.mark.parametrize(
    ("segments", "text"),
    [
        (HEAD, IN_ORDER),
        (
            _lines(
                (60, 100, 290, "gia theo quy định tại khoản 1 Điều này."),
                (60, 112, 530, "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp"),
                (60, 124, 310, "thứ 8 thông qua ngày 30 tháng 11 năm 2024."),
                (60, 136, 530, "Cộng hòa xã hội chủ nghĩa Việt Nam là thành viên; Đảng Cộng sản Việt Nam lãnh đạo."),
            ),
            ["gia theo quy định tại khoản 1 Điều này.",
             "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp",
             "thứ 8 thông qua ngày 30 tháng 11 năm 2024.",
             "Cộng hòa xã hội chủ nghĩa Việt Nam là thành viên; Đảng Cộng sản Việt Nam lãnh đạo."],
        ),
        (HEAD[5:] + HEAD[:5], IN_ORDER),  # a program wrote the head last
        (HEAD[::-1], IN_ORDER),
        (
            _lines((90, 60, 560, "BỘ XÂY DỰNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (330, 80, 480, "Độc lập")),
            ["BỘ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập"],
        ),
        (  # an old head in the middle of the page is no column
            _lines((150, 60, 445, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (90, 80, 500, "Căn cứ")),
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Căn cứ"],
        ),
        (  # recipients and signature
            _lines((90, 700, 200, "Nơi nhận:"), (350, 700, 480, "TM. CHÍNH PHỦ"), (90, 714, 200, "- Lưu: VT."),
                   (350, 750, 480, "THỦ TƯỚNG"), (90, 728, 150, "- PC.")),
            ["Nơi nhận:", "- Lưu: VT.", "- PC.", "TM. CHÍNH PHỦ", "THỦ TƯỚNG"],
        ),
        (  # cells of a table keep the order they came in
            _lines((90, 100, 120, "1"), (130, 100, 250, "Phí thẩm định"), (130, 114, 250, "cấp phép"),
                   (300, 100, 400, "Bằng 50 %"), (300, 114, 400, "mức thu")),
            ["1", "Phí thẩm định", "cấp phép", "Bằng 50 %", "mức thu"],
        ),
    ],
)  # fmt: skip
def test_reading_order(segments: list[Segment], text: list[str]) -> None:
    assert [segment.text for segment in ordered(segments, 595)] == text


def test_a_line_is_cut_at_wide_gaps_only() -> None:
    words = _lines((90, 0, 120, "Số:"), (124, 0, 160, "5/QĐ"), (300, 0, 340, "Hà"), (343, 0, 380, "Nội"))
    assert [segment.text for segment in cut(words, 1.0)] == ["Số: 5/QĐ", "Hà Nội"]


def test_furniture_goes_and_text_stays() -> None:
    pages = [
        _lines((90, 30, 500, f"CÔNG BÁO/Số {n} + 4/Ngày 20-02-2023"), (90, 50, 300, f"Tờ trình {n * n}"),
               (90, 400, 500, "Điều 1."), (90, 410, 500, "Người ký: Văn thư"), (90, 420, 500, "Email: a@b.vn"),
               (90, 430, 500, "Email: liên hệ"), (90, 500, 500, "12"), (280, 810, 300, str(n)))
        for n in (7, 8, 9)
    ]  # fmt: skip
    kept = furniture.removed([(page, 842.0) for page in pages])
    assert kept[0] == ["Điều 1.", "12"]
    single = furniture.removed([(_lines((90, 30, 300, "3"), (90, 400, 500, "Email: a@b.vn")), 842.0)])
    assert single == [["3", "Email: a@b.vn"]]


def test_a_layer_of_a_made_pdf() -> None:
    source = read_bytes(
        pdf([(72, 700, "Quyet dinh so 12/QD-TTg ngay 5"), (72, 680, "thang 6 nam 2024 cua Thu tuong")]), "a"
    )
    assert source.text == "Quyet dinh so 12/QD-TTg ngay 5\nthang 6 nam 2024 cua Thu tuong\n"
    assert (source.format, source.metadata["pages"]) == ("pdf", "1")


@pytest.mark.parametrize(
    ("text", "useless"),
    [
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; " * 5, False),
        ("Pursuant to the Law on Organization of the Government and the Law on Planning; " * 5, False),
        ("NghÞ quyÕt sè 18-NQ/TW cña Bé ChÝnh trÞ vÒ ®æi míi, s¾p xÕp tæ chøc bé m¸y; " * 5, False),
        ("C\ue001n c\ue002 Lu\ue003t T\ue004 ch\ue005c ch\ue006nh quy\ue007n " * 10, True),
        ("Cĭn cͱ LuͥW Tͭ chͱc chính quyͩn ÿͣa ph˱˯ng " * 10, True),
        ("Gdq gt Mxav Vr gigt gjkpj swagp klb rjwqpi " * 10, True),
        ("ngắn", False),
    ],
)
def test_garbled_layers(text: str, useless: bool) -> None:
    assert garbled(text) is useless


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"), ("THÔNG BẢO", "THÔNG BÁO"), ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("Số: 88/QĐÐ-TTg", "Số: 88/QĐ-TTg"), ("ngày l2 tháng I1 năm 2O24", "ngày 12 tháng 11 năm 2024"),
        ("BỘ TƯ PHÁP", "BỘ TƯ PHÁP"), ("Thông bảo", "Thông bảo"), ("số lO", "số lO"),
    ],
)  # fmt: skip
def test_sure_slips_of_ocr(line: str, right: str) -> None:
    assert corrected(line) == right


STAMPED = [
    ("64.2024", "Số: 64 /2024/QĐ-UBND", "ngày 07 tháng 11 năm 2024"),
    ("67.2024", "Số: 67 /2024/QĐ-UBND", "ngày 21 tháng 11 năm 2024"),
    ("68.2024", "Số: 68 /2024/QĐ-UBND", "ngày 05 tháng 12 năm 2024"),
    ("69.2024", "Số: 69 /2024/QĐ-UBND", "ngày 09 tháng 12 năm 2024"),
    ("70.2024", "Số: 70 /2024/QĐ-UBND", "ngày 12 tháng 12 năm 2024"),
    ("71.2024", "Số: 71 /2024/QĐ-UBND", "ngày 20 tháng 12 năm 2024"),
    ("QĐ-01.2025", "Số: 01 /2025/QĐ-UBND", "ngày 15 tháng 01 năm 2025"),
]


@pytest.mark.parametrize(("name", "number", "date"), STAMPED)
def test_numbers_and_dates_stamped_into_form_fields(name: str, number: str, date: str) -> None:
    path = CORPUS / "pdf" / f"{name}.pdf"
    if not path.exists():
        pytest.skip("the collection of real documents is not here")
    head = read(path).text.replace("Ỷ", "Ủ").splitlines()[:6]
    assert head[:3] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI", number] or head[0].startswith("U")
    assert head[2] == number
    assert head[4:] == ["Độc lập - Tự do - Hạnh phúc", f"Hà Nội, {date}"]


# Where a transcription in markdown differs from what the page shows (looked up in the pages)
TRANSCRIPTION_SLIPS = {
    "2547/TTr-STC": "6254/TTr-STC", "2776/BC-STP": "277/BC-STP", "7628/STC-PC&CTSC": "7628/STC-PC&CSTC",
    "350/HĐTĐBGD-STC": "350/HĐTĐBGĐ-STC", "2877/TT-SXD": "287/TTr-SXD", "340/TTT-SXD": "340/TTr-SXD",
    "ngày 16 tháng 6 năm 2015": "ngày 16 tháng 6 năm 2025", "ngày 19 tháng 02 năm 2015": "ngày 19 tháng 02 năm 2025",
    "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật ngày 18":
        "Luật sửa đổi; bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật ngày 18",
}  # fmt: skip


def test_citations_of_a_pdf_are_those_of_its_transcription() -> None:
    paths = sorted((CORPUS / "pdf").glob("*.pdf"))
    if not paths:
        pytest.skip("the collection of real documents is not here")
    from graph import extract

    def citations(text: str) -> Counter[tuple[str | None, str | None]]:
        found = extract(text)
        known = {document.id: document for document in found.documents}
        named = (known[mention.document] for mention in found.mentions)
        return Counter((document.type, document.code or document.name) for document in named)

    hits = ours = theirs = 0
    for path in paths:
        text = path.with_suffix(".md").read_text(encoding="utf-8")
        for slip, right in TRANSCRIPTION_SLIPS.items():
            text = text.replace(slip, right)
        a, b = citations(read(path).text), citations(text)
        hits, ours, theirs = hits + (a & b).total(), ours + a.total(), theirs + b.total()
    assert 2 * hits / (ours + theirs) >= 0.97


@needs_ocr
@pytest.mark.parametrize(
    ("name", "lines", "doubted"),
    [
        ("153-tb-vpcp", ["Số: 153/TB-VPCP", "Hà Nội, ngày 10 tháng 4 năm 2024", "THÔNG BÁO"], None),
        ("2450-kgvx", ["Số: 2450/VPCP-KGVX", "Hà Nội, ngày 12 tháng 4 năm 2024"], None),
        ("288-ttg", ["Số: /QĐ-TTg", "QUYẾT ĐỊNH"], "88/QĐ-TTg"),  # the number is written by hand
    ],
)
def test_scans(name: str, lines: list[str], doubted: str | None) -> None:
    path = CORPUS / "scanned" / f"{name}.signed.pdf"
    if not path.exists():
        pytest.skip("the collection of real documents is not here")
    source = read(path)
    head = source.text.splitlines()[:15]
    assert all(line in head for line in lines), head
    assert source.metadata.get("ocr_doubted_number") == doubted
    assert source.metadata["ocr_spans"] and float(source.metadata["ocr_confidence"]) > 85
    assert not any("Thời gian ký" in line for line in source.text.splitlines()), "marks of signatures are no text"


def test_a_scan_without_ocr_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    path = CORPUS / "scanned" / "2450-kgvx.signed.pdf"
    if not path.exists():
        pytest.skip("the collection of real documents is not here")
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(LuocdoError, match="là bản quét, cần tesseract"):
        read(path)
    with pytest.raises(LuocdoError, match="là bản quét, không có lớp chữ"):
        read(path, Options(ocr="never"))


@needs_ocr
def test_an_image_file(tmp_path: Path) -> None:
    path = CORPUS / "scanned" / "2450-kgvx.signed.pdf"
    image = pytest.importorskip("PIL.Image")
    if not path.exists():
        pytest.skip("the collection of real documents is not here")
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        document[0].render(scale=200 / 72, may_draw_forms=False).to_pil().convert("L").save(
            tmp_path / "scan.bin", "TIFF"
        )
    assert image
    source = read(tmp_path / "scan.bin")
    assert source.format == "image" and "VPCP-KGVX" in source.text


@pytest.mark.parametrize(
    ("data", "options", "reason"),
    [
        (pdf(*[[]] * 10_000), Options(), "quá nhiều trang (10000, giới hạn 5000)"),
        (pdf(*[[]] * 40), Options(), "không có chữ nào"),
        (b"%PDF-1.7\n" + b"x" * 5000, Options(), "tệp PDF hỏng"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500, Options(ocr="never"), "OCR (đang tắt)"),
    ],
)
def test_hostile_pdf_and_images(data: bytes, options: Options, reason: str) -> None:
    with pytest.raises(LuocdoError) as caught:
        read_bytes(data, "tep", options)
    assert reason in str(caught.value) and "\n" not in str(caught.value)
