"""Where the title ends in a text without blank lines, as Word files and text layers of PDFs give it."""

from __future__ import annotations

import pytest

from graph import extract
from graph.alphabet import UPPER
from graph.citations.header import read_header

HEAD = """UBND TỈNH LÀO CAI
SỞ NỘI VỤ
-------
Số: 1234/BC-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 05 tháng 9 năm 2025
BÁO CÁO
"""
TITLE = "Kết quả thực hiện Nghị quyết số 203/2025/QH15 của Quốc hội"

BODIES = [
    "Thực hiện Công văn số 01/BNV-TCCB ngày 19/01/2025 của Bộ Nội vụ, Sở Nội vụ báo cáo như sau:",
    "Sau 5 năm thực hiện Nghị quyết số 12-NQ/TU ngày 01/01/2020 của Tỉnh ủy, Sở Nội vụ đạt kết quả như sau:",
    "Sở Nội vụ thông báo tuyển dụng viên chức theo Kế hoạch số 12/KH-SNV ngày 01/8/2025 như sau:",
    "Sở Nội vụ tỉnh Lào Cai báo cáo Ủy ban nhân dân tỉnh\nkết quả thực hiện như sau:",
    "Để chuẩn bị nội dung kỳ họp, Sở Nội vụ báo cáo.",
    "Trong 6 tháng đầu năm 2025, ngành Nội vụ đã tham mưu nhiều văn bản.",
    "Trên cơ sở Công văn số 01/BNV-TCCB, Sở báo cáo.",
    "Năm 2025, Sở Nội vụ đã tổ chức thực hiện Kế hoạch số 12/KH-SNV.",
    "Tiếp theo Báo cáo số 12/BC-SNV ngày 01/8/2025, Sở Nội vụ bổ sung một số nội dung.",
    "Phúc đáp Công văn số 01/BNV-TCCB, Sở Nội vụ có ý kiến.",
    "Nhận được Công văn số 01/BNV-TCCB, Sở đã triển khai.",
    "Ngày 15/6/2025, Sở Nội vụ đã tổ chức hội nghị.",
    "Qua 3 năm thực hiện, Sở Nội vụ rút ra một số kinh nghiệm.",
    "Thời gian qua, Sở Nội vụ đã tham mưu ban hành Kế hoạch số 12/KH-SNV.",
]

LONG_TITLES = [
    "Kết quả thực hiện Nghị quyết số 203/2025/QH15 của\nQuốc hội",
    "Kết quả thực hiện Quyết định số 12/QĐ-TTg của Thủ tướng\nChính phủ phê duyệt Chiến lược phát triển",
    "Kết quả thực hiện Thông tư số 5/2020/TT-BNV của Bộ trưởng\nBộ Nội vụ quy định về thi đua",
    "Kết quả triển khai\nThông tư số 5/2020/TT-BNV của Bộ Nội vụ",
    "Kết quả thực hiện Chỉ thị số 5/CT-UBND của Chủ tịch\nỦy ban nhân dân tỉnh tăng cường kỷ luật",
    "Kết quả phối hợp giữa Sở Nội vụ,\nSở Tài chính trong công tác biên chế",
    "Kết quả Hội nghị lần thứ 11\nBan Chấp hành Đảng bộ tỉnh về nhân sự",
    "Kết quả làm việc của Thường trực\nTỉnh ủy",
    "Kết quả công tác dân tộc tại\nTrung tâm Y tế khu vực",
]


@pytest.mark.parametrize("body", BODIES)
def test_a_title_ends_where_the_first_sentence_begins(body: str) -> None:
    header = read_header(HEAD + TITLE + "\n" + body + "\n")
    assert (header.code, header.title) == ("1234/BC-SNV", TITLE)


@pytest.mark.parametrize("title", LONG_TITLES)
def test_a_title_goes_on_over_its_line(title: str) -> None:
    header = read_header(HEAD + title + "\n" + BODIES[0] + "\n")
    assert header.title == title.replace("\n", " ")


def test_a_line_that_is_cut_inside_its_first_words() -> None:
    assert read_header(HEAD + TITLE + "\nCăn\ncứ Luật Cán bộ, công chức;\n").title == TITLE
    assert read_header(HEAD + TITLE + "\nLào\nCai, ngày 06 tháng 9 năm 2025\n").title == TITLE


def test_no_relation_joins_the_title_and_the_sentence_below_it() -> None:
    found = extract(HEAD + TITLE + "\n" + BODIES[0] + "\n")
    codes = {document.id: document.code for document in found.documents}
    stated = {(codes[r.subject], r.predicate, codes[r.object]) for r in found.relations if r.object in codes}
    assert ("1234/BC-SNV", "reviews", "203/2025/QH15") in stated
    assert not any(subject == "203/2025/QH15" for subject, _, _ in stated)


def test_the_title_of_what_the_own_title_cites_ends_with_it() -> None:
    cited = "Kết quả thực hiện Nghị quyết số 05-NQ/ĐU ngày 02/8/2025 của Đảng ủy xã về phát triển giáo dục"
    found = extract(HEAD + cited + "\nTrường THCS Nguyễn Du báo cáo kết quả thực hiện như sau:\n")
    assert [d.title for d in found.documents if d.code == "05-NQ/ĐU"] == ["về phát triển giáo dục"]


def test_a_torn_number_of_the_head_is_joined() -> None:
    for torn in ("1 234/KH-SNV", "1 2 34 /KH-SNV", "12 34/KH-SNV"):
        assert read_header(HEAD.replace("1234/BC-SNV", torn) + TITLE).code == "1234/KH-SNV"


def test_the_title_of_a_consolidated_text_ends_above_the_note_on_its_acts() -> None:
    note = (
        "Thông tư liên tịch số 12/2016/TTLT-BTC-BYT ngày 16 tháng\n6 năm 2016 của Bộ Tài chính hướng dẫn chính sách\n"
    )
    text = (
        "THÔNG TƯ LIÊN TỊCH\nHướng dẫn chính sách nội trú\n"
        + note
        + "nội trú, có hiệu lực kể từ ngày 01 tháng 8 năm 2016.\n"
    )
    assert read_header("BỘ TÀI CHÍNH\nSố: 12/VBHN-BTC\n" + text).title == "Hướng dẫn chính sách nội trú"


def test_a_signature_behind_a_running_head_is_no_part_of_the_title() -> None:
    stamp = "\n\nCÔNG BÁO/Số 255/Ngày 28-04-2026\n46\n\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n"
    text = "BỘ TÀI CHÍNH\nSố: 19/2026/TT-BTC\nHà Nội, ngày 10 tháng 3 năm 2026\nTHÔNG TƯ\n"
    text += "Bãi bỏ Thông tư số 338/2016/TT-BTC"
    assert extract(text + stamp).documents[0].title == "Bãi bỏ Thông tư số 338/2016/TT-BTC"


@pytest.mark.parametrize(
    "enacting",
    [
        "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nKHÓA XV, KỲ HỌP THỨ BA MƯƠI",
        "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA KHÓA XV\nKỲ HỌP THỨ HAI MƯƠI TÁM (CHUYÊN ĐỀ)",
        "HỘI ĐỒNG NHÂN DÂN XÃ MƯỜNG BÚ\nKHÓA I, NHIỆM KỲ 2021-2026, KỲ HỌP THỨ TƯ",
        "HỘI ĐỒNG NHÂN DÂN PHƯỜNG 5\nKHÓA XI - KỲ HỌP LẦN THỨ 4",
        "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nKHÓA XV, KỲ HỌP CHUYÊN ĐỀ LẦN THỨ 32",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ EA KAR",
        "CỤC TRƯỞNG CỤC THƯƠNG MẠI ĐIỆN TỬ",
    ],
)
def test_the_enacting_line_is_no_part_of_the_title(enacting: str) -> None:
    text = "TỈNH SƠN LA\nSố: 128/2025/NQ-HĐND\nNGHỊ QUYẾT\nQuy định chính sách\n"
    assert read_header(text + enacting + "\nCăn cứ Luật Đất đai;\n").title == "Quy định chính sách"


def test_every_capital_of_the_alphabet_begins_a_name() -> None:
    assert not set("ĂÂĐÊÔƠƯÁỨỞỖẶ") - set(UPPER)
    for place in ("Ô Môn", "Ứng Hòa", "Ơn", "Ân Thi"):
        head = HEAD.replace("Lào Cai, ngày", f"{place}, ngày")
        assert read_header(head + TITLE).date == "2025-09-05"


HEAD_OF_A_COURT = (
    "TÒA ÁN NHÂN DÂN\nKHU VỰC 3 - ĐỒNG THÁP\nSố: 25/2025/QĐ-TA\nĐồng Tháp, ngày 04 tháng 11 năm 2025\nQUYẾT ĐỊNH\n"
)
ENDS_ABOVE = [
    # the body of the head again, which no table holds
    (HEAD_OF_A_COURT, "MỞ THỦ TỤC PHÁ SẢN", "TÒA ÁN NHÂN DÂN KHU VỰC 3 - ĐỒNG THÁP\nCăn cứ Điều 42 Luật Phá sản;\n"),
    ("TẬP ĐOÀN DẦU KHÍ VIỆT NAM\nSố: 3100/QĐ-DKVN\nHà Nội, ngày 05 tháng 6 năm 2024\nQUYẾT ĐỊNH\n", "Ban hành Quy chế",
     "HỘI ĐỒNG THÀNH VIÊN TẬP ĐOÀN DẦU KHÍ VIỆT NAM\nCăn cứ Luật Dầu khí số 12/2022/QH15;\n"),
    ("CHỦ TỊCH NƯỚC\nSố: 10/2024/L-CTN\nHà Nội, ngày 10 tháng 7 năm 2024\nLỆNH\n", "Về việc công bố Luật",
     "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNAY CÔNG BỐ\nLuật Lưu trữ đã được Quốc hội thông qua.\n"),
    ("THÀNH ỦY HÀ NỘI\n*\nSố 20-CT/TU\nHà Nội, ngày 05 tháng 9 năm 2025\nCHỈ THỊ\n", "về phòng cháy, chữa cháy",
     "Chỉ thị này thay thế Chỉ thị số 01-CT/TU, ngày 16/11/2020 của Thành ủy.\n"),
    # the other column below the subject of a letter
    ("BAN THƯỜNG VỤ TỈNH ĐOÀN QUẢNG NGÃI\n***\nSố: 301-CV/TĐTN-VP\nV/v ", "triển khai đợt hè",
     "ĐOÀN TNCS HỒ CHÍ MINH\nQuảng Ngãi, ngày 02 tháng 6 năm 2025\nKính gửi: Ban Thường vụ các xã, phường đoàn\n"),
    # a line of the title that only begins like the body of the head
    ("ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 87/2025/QĐ-UBND\nBắc Ninh, ngày 03 tháng 12 năm 2025\nQUYẾT ĐỊNH\n",
     "QUY ĐỊNH VỀ DOANH NGHIỆP THUỘC ỦY\nBAN NHÂN DÂN TỈNH BẮC NINH", "Căn cứ Luật Doanh nghiệp;\n"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "below"), ENDS_ABOVE)
def test_a_title_ends_above_what_enacts_or_speaks(head: str, title: str, below: str) -> None:
    assert read_header(f"{head}{title}\n{below}").title == " ".join(title.split())
