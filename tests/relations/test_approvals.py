"""A change that a decision approves, allows or passes is its own act; that of a paper that decides nothing is none."""

from __future__ import annotations

import pytest
from marked import expected, facts

OWN = "Quyết định 45/QĐ-UBND"
HEAD = "QUYẾT ĐỊNH\nVề dự án\n\nCăn cứ Hiến pháp;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Nội dung.\n\nĐiều 2. "
A = "[a|Quyết định số 123/QĐ-UBND] ngày 05/5/2024"
SENTENCES = [
    (f"Phê duyệt điều chỉnh, bổ sung một số nội dung tại {A}.", "self amends a (part)"),
    (f"Phê duyệt điều chỉnh {A} như sau:", "self amends a"),
    (f"Cho phép kéo dài thời gian thực hiện {A} đến hết ngày 31/12/2026.", "self extends a"),
    (f"Chấp thuận điều chỉnh khoản 2 Điều 1 {A}.", "self amends a (part)"),
    (f"Chấp thuận việc bãi bỏ {A}.", "self repeals a"),
    (f"Thông qua việc sửa đổi, bổ sung các Điều 8, 12, 27 Quy chế ban hành kèm theo {A}.", "self amends a (part)"),
    (f"Đồng ý sửa đổi khoản 3 Điều 2 {A}.", "self amends a (part)"),
    (f"Nhất trí bãi bỏ {A}.", "self repeals a"),
    (f"Thống nhất bãi bỏ {A}.", "self repeals a"),
    (f"Tiếp tục điều chỉnh, bổ sung Điều 1 {A}, cụ thể:", "self amends a (part)"),
    # somebody else's act, or none
    (f"Giao Sở Tài chính tham mưu phê duyệt điều chỉnh {A}.", ""),
    (f"Không chấp thuận việc bãi bỏ {A}.", ""),
    (f"Chưa đồng ý sửa đổi khoản 3 Điều 2 {A}.", ""),
    (f"Sau khi được phê duyệt, điều chỉnh theo {A}.", ""),
]


@pytest.mark.parametrize(("article", "found"), SENTENCES)
def test_a_change_that_is_approved(article: str, found: str) -> None:
    assert facts(OWN, HEAD + article + "\n") == expected(found)


@pytest.mark.parametrize("words", ["Đồng ý bãi bỏ", "Nhất trí sửa đổi Điều 5", "Cho phép kéo dài thời gian thực hiện"])
def test_a_notice_decides_nothing(words: str) -> None:
    head = "THÔNG BÁO\nKết luận của Chủ tịch\n\nSau khi nghe báo cáo, Chủ tịch kết luận:\n\n1. "
    assert facts("Thông báo 45/TB-UBND", head + f"{words} {A}.\n") == set()


def test_a_letter_opens_right_below_its_address() -> None:
    """No blank line, no full stop behind "Kính gửi: …": the letter begins on the next line."""
    text = (
        "BỘ NỘI VỤ\n[self|Số: 74/BNV-CQĐP]\nHà Nội, ngày 05 tháng 9 năm 2025\nKính gửi: Ủy ban nhân dân các tỉnh\n"
        "Thực hiện [a|Kết luận số 183-KL/TW] ngày 01/8/2025 của Bộ Chính trị và [b|Công văn số 7968/VPCP-TCCV] của "
        "Văn phòng Chính phủ, Bộ Nội vụ đề nghị:\n1. Báo cáo."
    )
    assert facts("Công văn 74/BNV-CQĐP", text) == expected("self implements a\nself implements b")
