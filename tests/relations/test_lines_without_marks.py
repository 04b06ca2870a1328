"""Members of a list on lines of their own, below words that introduce them, whatever sign ends the lines; and what a
paragraph that was wrapped anywhere says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import product

import pytest
from statements import Stated, stated

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n-------\nSố: 12/2025/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nNghệ An, ngày 27 tháng 10 năm 2025\n\n"
    "QUYẾT ĐỊNH\nBan hành Quy định quản lý vỉa hè\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\nTheo đề nghị của Giám đốc Sở Xây dựng.\n\n"
    "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy định quản lý vỉa hè.\n"
)
CODES = ("11/2015/QĐ-UBND", "27/2017/QĐ-UBND", "36/2019/QĐ-UBND")
MEMBERS = tuple(f"Quyết định số {code} ngày 18/5/2019 của Ủy ban nhân dân tỉnh" for code in CODES)
TITLES = ((" về quản lý vỉa hè", " ban hành Quy chế phối hợp", " quy định mức thu"), ("", "", ""))
SIGNS = ((";", ";", "."), (".", ".", "."), (",", ",", "."), ("", "", ""))
INTRODUCTIONS = (
    ("Bãi bỏ các Quyết định sau:", "repeals"),
    ("Bãi bỏ toàn bộ các văn bản sau đây:", "repeals"),
    ("Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:", "repeals"),
    ("Quyết định này có hiệu lực từ ngày 10/11/2025 và thay thế các Quyết định:", "replaces"),
    ("Bãi bỏ 03 Quyết định của Ủy ban nhân dân tỉnh, gồm:", "repeals"),
    ("Quyết định này thay thế các văn bản quy phạm pháp luật sau đây", "replaces"),
    ("Hết hiệu lực toàn bộ đối với các văn bản:", "repeals"),
    ("Không còn hiệu lực đối với các Quyết định sau đây:", "repeals"),
    ("Hết hiệu lực thi hành kể từ ngày 10/11/2025 đối với các Quyết định:", "repeals"),
)
PLACES = (
    "Điều 2. {}\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành.\n",
    "Điều 2. Hiệu lực thi hành\n{}\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành.\n",
    "Điều 2. Hiệu lực thi hành\n1. Quyết định này áp dụng trên địa bàn tỉnh.\n2. {}\n3. Chánh Văn phòng thi hành.\n",
)
OWN = "12/2025/QĐ-UBND"


def lists() -> Iterator[tuple[str, Stated]]:
    for (led, predicate), titles, signs, place in product(INTRODUCTIONS, TITLES, SIGNS, PLACES):
        if signs[0] == "." and not led.endswith(":"):
            continue  # neither a colon nor a mark: nothing tells that the list goes on behind a full stop
        lines = (f"{m}{t}{s}" for m, t, s in zip(MEMBERS, titles, signs, strict=True))
        yield HEAD + place.format("\n".join((led, *lines))), {(OWN, predicate, code) for code in CODES}


@pytest.mark.parametrize(("text", "right"), list(lists()))
def test_lines_without_marks(text: str, right: Stated) -> None:
    assert stated(text) == right


PARAGRAPHS = (
    "Bãi bỏ {}; sửa đổi Điều 2 {} về quản lý vỉa hè theo đề nghị tại {}.",
    "Bãi bỏ {}. Việc xử lý vi phạm thực hiện theo {} và {}.",
    "Thay thế {} đã được sửa đổi, bổ sung bởi {}. Giao Sở Xây dựng rà soát {}.",
    "Các cơ quan căn cứ {}, {}; báo cáo kết quả theo {}.",
    "Phạm vi áp dụng gồm: việc thực hiện {}, các dự án theo {} và {}.",
)


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
@pytest.mark.parametrize("led", ["Nội dung khác như sau:\n", "Hiệu lực thi hành:\n", ""])
def test_a_wrapped_paragraph_says_what_it_said(paragraph: str, led: str) -> None:
    said = paragraph.format(*MEMBERS)
    place = HEAD + "Điều 2. {}\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành.\n"
    right = stated(place.format(led + said))
    for width in range(40, 110, 5):
        assert stated(place.format(led + textwrap.fill(said, width))) == right, width


HEADINGS = (
    "Danh mục Quyết định bị bãi bỏ", "Danh mục văn bản bị bãi bỏ toàn bộ", "Các văn bản bị bãi bỏ",
    "Bãi bỏ văn bản quy phạm pháp luật", "Những văn bản hết hiệu lực thi hành",
)  # fmt: skip
OTHER_HEADINGS = (
    "Danh mục văn bản được áp dụng", "Các văn bản tiếp tục có hiệu lực", "Danh mục văn bản cần bãi bỏ",
    "Danh mục văn bản đề nghị bãi bỏ", "Văn bản áp dụng thay cho văn bản bị bãi bỏ", "Rà soát văn bản bị bãi bỏ",
    "Tổng hợp các văn bản bị bãi bỏ", "Không bãi bỏ các văn bản",
)  # fmt: skip
MARKED = "\n".join(f"{mark}) {member};" for mark, member in zip("abc", MEMBERS, strict=True))


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("colon", ["", ":", " sau đây:"])
def test_the_heading_of_an_article_ends_what_it_lists(heading: str, colon: str) -> None:
    text = HEAD + PLACES[0].format(f"{heading}{colon}\n{MARKED}")
    assert stated(text) == {(OWN, "repeals", code) for code in CODES}


@pytest.mark.parametrize("heading", OTHER_HEADINGS)
@pytest.mark.parametrize("colon", ["", ":", " sau đây:"])
def test_other_headings_end_nothing(heading: str, colon: str) -> None:
    assert stated(HEAD + PLACES[0].format(f"{heading}{colon}\n{MARKED}")) == set()


def test_a_list_that_is_made_known_ends_nothing() -> None:
    listed = HEAD + f"Điều 2. Công bố danh mục kèm theo.\n\nI. DANH MỤC VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n{MARKED}"
    assert stated(listed) == set()
