"""The new wording of a provision ("sửa đổi Điều 15 như sau: “Điều 15. … theo [A]; [B] …”"), crossed: the verb before it
changes none of the documents that stand in it, be it in lists, items or behind semicolons."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = (
    "BỘ TÀI CHÍNH\nSố: 10/2024/TT-BTC\nHà Nội, ngày 25 tháng 10 năm 2024\n\nTHÔNG TƯ\n"
    "Sửa đổi, bổ sung một số điều của Thông tư số 07/2023/TT-BTC\n\nĐiều 1. "
)
OWN = ("10/2024/TT-BTC", "amends", "07/2023/TT-BTC")
A, B = "Thông tư số 81/2005/TT-BTC ngày 10 tháng 8 năm 2005", "Thông tư số 82/2005/TT-BTC"
C = "Thông tư số 83/2006/TT-BTC ngày 01 tháng 02 năm 2006 của Bộ trưởng Bộ Tài chính hướng dẫn phí"
LEADS = (
    "Sửa đổi, bổ sung Điều 15 như sau:",
    "Sửa đổi, bổ sung Điều 15 Thông tư số 07/2023/TT-BTC như sau:",
    "Bổ sung khoản 3 vào sau khoản 2 Điều 15 như sau:",
    "Sửa đổi, bổ sung một số điều của Thông tư số 07/2023/TT-BTC như sau:\n1. Sửa đổi Điều 2 như sau:",
    "Sửa đổi điểm a khoản 1 Điều 15:",
)
WORDINGS = (
    f"Điều 15. Lương\nViên chức xếp lương theo ngạch quy định tại {A}; {B} và {C} thì được xếp lương.",
    f"3. Hồ sơ gồm: {A}; {B}.",
    f"Điều 15. Thẩm quyền\n1. Thực hiện theo {A}, {B}.\n2. {C}.",
    f"a) Các đối tượng quy định tại {A};\nb) {B};\nc) {C}.",
)


@pytest.mark.parametrize("lead", LEADS)
def test_new_wording_is_not_changed(lead: str) -> None:
    for wording, (opened, closed), between in product(WORDINGS, ("“”", '""'), "\n "):
        text = f"{HEAD}{lead}{between}{opened}{wording}{closed}.\n"
        assert stated(text) == {OWN}, text


def test_behind_it_the_text_goes_on() -> None:
    text = f"{HEAD}Sửa đổi, bổ sung Điều 15 như sau:\n“Điều 15. Theo {A}; {B}.”.\nĐiều 2. Bãi bỏ {C}.\n"
    assert stated(text) == {OWN, ("10/2024/TT-BTC", "repeals", "83/2006/TT-BTC")}


def test_titles_in_marks_end_no_list() -> None:
    text = f'{HEAD}Bãi bỏ các văn bản sau:\n1. {A} ban hành "Quy chế tạm thời".\n2. {B}.\n3. {C}.\n'
    assert stated(text) == {
        OWN,
        *(("10/2024/TT-BTC", "repeals", f"8{n}") for n in ("1/2005/TT-BTC", "2/2005/TT-BTC", "3/2006/TT-BTC")),
    }
