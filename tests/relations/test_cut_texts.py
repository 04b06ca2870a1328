"""Texts as pages keep them: titles whose centred lines stand apart, extracts without a head, lists that the opening of
a plan goes on with behind a title that names a document too."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

BREAKS = ("\n", "\n\n", "\n \n", "\n\n\n ")
# the lines of a title, and what it says besides
TITLES = [
    (
        "THÔNG TƯ",
        (
            "Hướng dẫn thi hành Nghị định số 02/1998/NĐ-CP ngày 06/01/1998",
            "của Chính phủ quy định chi tiết một số điều của Nghị quyết số 51/2001/QH10",
            "về dân quân",
        ),
        {(None, "guides", "02/1998/NĐ-CP"), ("02/1998/NĐ-CP", "guides", "51/2001/QH10")},
    ),
    (
        "KẾ HOẠCH",
        ("Triển khai thực hiện Nghị quyết số 12-NQ/TU", "ngày 06/01/2018 và", "Chỉ thị số 05-CT/TU của Tỉnh ủy"),
        {(None, "implements", "12-NQ/TU"), (None, "implements", "05-CT/TU")},
    ),
    (
        "CHƯƠNG TRÌNH",
        ("THỰC HIỆN CHỈ THỊ SỐ 13-CT/TW", "VÀ KẾT LUẬN SỐ 15-KL/TW", "CỦA BAN BÍ THƯ"),
        {(None, "implements", "13-CT/TW"), (None, "implements", "15-KL/TW")},
    ),
]


@pytest.mark.parametrize(("title", "blank"), list(product(TITLES, BREAKS)))
def test_a_title_whose_lines_stand_apart(
    title: tuple[str, tuple[str, ...], set[tuple[str | None, str, str]]], blank: str
) -> None:
    kind, lines, facts = title
    text = f"{kind}\n\n{blank.join(lines)}\n\nI. MỤC ĐÍCH\nNâng cao nhận thức.\n"
    assert stated(text) == facts


@pytest.mark.parametrize("blank", BREAKS[1:])
def test_what_begins_anew_is_no_title(blank: str) -> None:
    text = f"KẾ HOẠCH\nThực hiện Chỉ thị số 13-CT/TW{blank}Kết luận số 15-KL/TW đã nêu rõ nhiệm vụ của mọi cấp.\n"
    assert (None, "implements", "15-KL/TW") not in stated(text)


LAW = "Nghị định số 13/2008/NĐ-CP ngày 04 tháng 02 năm 2008 của Chính phủ"
CIRCULAR = "Thông tư số 04/2008/TT-BNV ngày 04 tháng 6 năm 2008 của Bộ Nội vụ"
MARKS = ("", "- ", "– ")
ENACTED = ("QUYẾT ĐỊNH:", "QUYẾT\nĐỊNH:", "QUYẾT NGHỊ:")


@pytest.mark.parametrize(("mark", "enacts"), list(product(MARKS, ENACTED)))
def test_an_extract_from_its_title_on(mark: str, enacts: str) -> None:
    text = (
        "VỀ VIỆC QUY ĐỊNH CHỨC NĂNG CỦA SỞ NỘI VỤ TỈNH QUẢNG NINH\n"
        f"{mark}Căn cứ {LAW};\n{mark}Căn cứ {CIRCULAR};\n{enacts}\nĐiều 1. Vị trí\nSở Nội vụ là cơ quan của tỉnh.\n"
    )
    assert stated(text, beside=("cites", "issued_by")) == {
        (None, "based_on", "13/2008/NĐ-CP"),
        (None, "based_on", "04/2008/TT-BNV"),
    }


def test_an_article_that_prints_what_it_tells_of_is_no_extract() -> None:
    text = (
        "UBND tỉnh vừa ban hành Quyết định số 12/2009/QĐ-UBND. Toàn văn như sau:\n"
        f"Căn cứ {LAW};\nCăn cứ {CIRCULAR};\nQUYẾT ĐỊNH:\nĐiều 1. Vị trí\n"
    )
    assert not any(subject is None for subject, _, _ in stated(text))


@pytest.mark.parametrize(
    "heading", ("Chương X\nĐiều khoản thi hành\n", "CHƯƠNG 5\nHIỆU LỰC\n", "Mục 2\nThi hành\n", "")
)
def test_articles_alone(heading: str) -> None:
    text = (
        f"Tình trạng hiệu lực: Hết hiệu lực\n{heading}Điều 123. Hiệu lực thi hành\nNghị định này có hiệu lực kể từ "
        "ngày 01 tháng 10 năm 2002.\nNghị định này thay thế Nghị định số 49/1996/NĐ-CP.\nĐiều 124. Hướng dẫn thi hành\n"
        "Bộ Tài chính hướng dẫn thi hành Nghị định này.\n"
    )
    assert stated(text) == {(None, "replaces", "49/1996/NĐ-CP")}


FIRST = "Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc phát động thi đua"
SECOND = "Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021 của Hội đồng Thi đua - Khen thưởng Trung ương"
NAMED = (
    "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "Nghị quyết số 12-NQ/TW",
    "Nghị quyết số 12-NQ/TW của Bộ Chính trị",
)


@pytest.mark.parametrize("named", NAMED)
def test_the_opening_goes_on_behind_a_title(named: str) -> None:
    text = (
        "UBND TỈNH NGHỆ AN\nSố: 594/KH-UBND\nKẾ HOẠCH\nPhát động thi đua\n\n"
        f"Thực hiện {FIRST} theo {named} và {SECOND}, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n"
    )
    assert stated(text) == {
        ("594/KH-UBND", "implements", "19/CT-TTg"),
        ("594/KH-UBND", "implements", "16/KH-HĐTĐKT"),
    }


def test_where_both_are_dated_the_list_is_the_titles() -> None:
    text = (
        "UBND TỈNH NGHỆ AN\nSố: 594/KH-UBND\nKẾ HOẠCH\nPhát động thi đua\n\n"
        f"Thực hiện {FIRST} theo Nghị quyết số 12-NQ/TW ngày 01/02/2021 và {SECOND}, Ủy ban nhân dân tỉnh ban hành Kế "
        "hoạch như sau:\nI. MỤC ĐÍCH\n"
    )
    assert stated(text) == {("594/KH-UBND", "implements", "19/CT-TTg")}
