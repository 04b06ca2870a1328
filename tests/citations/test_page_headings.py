"""A page may print a text from its type line on, without the head: its own number stands in the page's heading alone
("Thông tư 12/2020/TT-BTC hướng dẫn … ⏎ THÔNG TƯ ⏎ Hướng dẫn … ⏎ Căn cứ …"), as portals show it."""

from __future__ import annotations

import pytest

from graph import extract

BASIS = "\n\nCăn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\n\nĐiều 1. Phạm vi điều chỉnh\n"
TITLE = "Hướng dẫn nội dung chi và quản lý kinh phí thực hiện chương trình mục tiêu quốc gia về văn hoá đến năm 2025"
HEADING = "Thông tư 12/2020/TT-BTC"


@pytest.mark.parametrize(
    "page",
    [
        f"{HEADING}\n\n",
        f"Trang chủ\nVăn bản pháp luật\n{HEADING} {TITLE.lower()}\n\n",
        f"Văn bản pháp luật: {HEADING}\n\nTải về\n\n",
        f"{HEADING}\n{HEADING}\nHết hiệu lực toàn bộ\n30/10/2020\n\nTóm tắt nội dung\n\n{TITLE}\n\nToàn văn\n\n",
        f"# Thông tư số {HEADING[9:]} {TITLE.lower()}\n\n",
    ],
)
def test_the_heading_says_the_number(page: str) -> None:
    source = extract(f"{page}THÔNG TƯ\n\n{TITLE}{BASIS}").documents[0]
    assert (source.is_source, source.type, source.code) == (True, "Thông tư", "12/2020/TT-BTC")


@pytest.mark.parametrize(
    "page",
    [
        f"{HEADING}\nXem thêm: Thông tư 13/2020/TT-BTC\n\n",  # which of them?
        "Nghị định 12/2020/NĐ-CP\n\n",
        f"{HEADING}\n\nBộ Tài chính công bố dự thảo thay thế thông tư này để lấy ý kiến của các bộ, các ngành.\n\n",
    ],
)
def test_what_no_heading_says(page: str) -> None:
    assert extract(f"{page}THÔNG TƯ\n\n{TITLE}{BASIS}").documents[0].code is None
