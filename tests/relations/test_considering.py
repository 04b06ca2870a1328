"""What a council does with a paper before it decides ("Qua xem xét Tờ trình …") is no further member of what the
preamble carries out or is based on, however the line is laid out."""

from __future__ import annotations

from itertools import product

import pytest
from facts import relations

HEAD = (
    "HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG\n\nSố: 12/NQ-HĐND\n\nAn Giang, ngày 18 tháng 7 năm 2013\n\nNGHỊ QUYẾT\n\n"
    "Về nhiệm vụ năm 2013\n\nHỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG\n\n"
)
LEADS = {
    "Căn cứ Luật Đầu tư ngày 29 tháng 11 năm 2005;": ("based_on", "59/2005/QH11"),
    "Thực hiện Nghị quyết số 61/2012/NQ-HĐND ngày 08 tháng 12 năm 2012;": ("implements", "61/2012/NQ-HĐND"),
    "Để tiếp tục thực hiện Kết luận số 10-KL/TU ngày 08 tháng 12 năm 2012 của Tỉnh ủy;": ("implements", "10-KL/TU"),
}
OPENINGS = [
    "Xem xét", "Qua xem xét", "Qua xét", "Sau khi xem xét", "Sau khi nghe", "Sau khi nghiên cứu", "Sau khi thảo luận",
    "Trên cơ sở xem xét", "Xét thấy", "Xét nội dung", "Nhận được", "Tiếp nhận", "Qua thẩm tra",
]  # fmt: skip


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_is_considered_is_not_carried_out(opening: str) -> None:
    for (lead, (predicate, code)), gap in product(LEADS.items(), ("\n", "\n\n", " ")):
        text = f"{HEAD}{lead}{gap}{opening} Tờ trình số 719/TTr-UBND ngày 05 tháng 7 năm 2013 của Ủy ban nhân dân tỉnh,"
        stated = relations(f"{text}\n\nQUYẾT NGHỊ:\nĐiều 1. Nhất trí.")
        assert stated == {("12/NQ-HĐND", predicate, code)}, (lead, gap)


@pytest.mark.parametrize(
    "lead", ["", "các ", "tinh thần ", "Ý kiến chỉ đạo của Bộ Nội vụ tại ", "Kết luận của Thường trực Tỉnh ủy tại "]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_further_members_stay(lead: str, gap: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH AN GIANG\n\nSố: 12/KH-UBND\n\nAn Giang, ngày 18 tháng 7 năm 2013\n\nKẾ HOẠCH\n\n"
        "Phát triển cây ăn quả\n\nThực hiện Nghị quyết số 61/2012/NQ-HĐND ngày 08 tháng 12 năm 2012 của Hội đồng nhân "
        f"dân tỉnh;{gap}{lead}Công văn số 33/BNV-TH ngày 05 tháng 7 năm 2013, Ủy ban nhân dân tỉnh ban hành Kế hoạch "
        "như sau:\n\nI. MỤC ĐÍCH"
    )
    assert {("12/KH-UBND", "implements", "61/2012/NQ-HĐND"), ("12/KH-UBND", "implements", "33/BNV-TH")} <= relations(
        text
    )
