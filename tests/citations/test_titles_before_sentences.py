"""A title ends above the first sentence of the paper, whatever word that opens with: a sentence ends with a stop and
says behind a comma what a body does."""

from __future__ import annotations

import pytest

from graph.citations.header import read_header

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 15/KH-UBND\nNghệ An, ngày 01 tháng 4 năm 2031\nKẾ HOẠCH\n"
SENTENCES = (
    "{} Chỉ thị số 10/CT-TTg của Thủ tướng Chính phủ về kinh tế số, UBND tỉnh ban hành Kế hoạch như sau:",
    "{} Chỉ thị số 10/CT-TTg ngày 05/01/2031 của Thủ tướng\nChính phủ về kinh tế số, Ủy ban nhân dân tỉnh yêu\n"
    "cầu các sở, ngành thực hiện các nội dung sau:",
)
OPENERS = (
    "Chấp hành nghiêm", "Quán triệt sâu sắc", "Bám sát", "Cụ thể hóa", "Đáp ứng yêu cầu của",
    "Phát huy kết quả thực hiện",
    "Lãnh đạo thực hiện", "Nhận thức rõ ý nghĩa của", "Tiếp tục thực hiện", "Vâng lệnh",
)  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("opener", OPENERS)
def test_a_sentence_is_no_part_of_the_title(opener: str, sentence: str) -> None:
    text = f"{HEAD}Về chuyển đổi số năm 2031\n{sentence.format(opener)}\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n"
    assert read_header(text).title == "Về chuyển đổi số năm 2031"


@pytest.mark.parametrize(
    "title",
    [
        "Về việc đính chính Thông tư của Bộ Tài chính về Sở giao dịch Việt\nNam và công ty con, Tổng công ty "
        "lưu ký và bù trừ",
        "Triển khai Nghị quyết của Chính phủ về phát triển\nThành phố thông minh, Ủy ban nhân dân các cấp và cơ sở",
        "Phối hợp giữa Sở Nội vụ, Sở Tài chính và\nThanh tra tỉnh, Công an tỉnh trong công tác cán bộ",
    ],
)
def test_a_wrapped_title_goes_on(title: str) -> None:
    text = f"{HEAD}{title}\nCăn cứ Luật Tổ chức chính quyền địa phương;\nXét đề nghị của Sở Nội vụ.\n"
    assert read_header(text).title == " ".join(title.split())
