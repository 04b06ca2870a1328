"""An act named without number is the one of the day of the document that speaks of it."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import cited

from graph import extract

HEAD = """CHÍNH PHỦ
Số: 12/2026/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 11 tháng 8 năm 2026
NGHỊ ĐỊNH
Quy định về một số nội dung

"""


def acts(text: str) -> list[tuple[str, str | None]]:
    """Name and number of the acts that a text of August 2026 cites, in text order."""
    return [(d.name, d.code) for _, d in cited(HEAD + text) if d.name]


# sentence, numbers of the acts in it
INSIDE_A_TITLE = [
    ("Căn cứ Nghị định số 118/2015/NĐ-CP ngày 12 tháng 11 năm 2015 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Đầu tư;", ["67/2014/QH13"]),
    ("Căn cứ Nghị định số 31/2021/NĐ-CP ngày 26 tháng 3 năm 2021 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Đầu tư;", ["61/2020/QH14"]),
    ("Nghị định số 43/2014/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật Đất đai", ["45/2013/QH13"]),
    ("Nghị định số 43/2014/NĐ-CP hướng dẫn Luật Đất đai", ["45/2013/QH13"]),
    ("Nghị định số 181/2004/NĐ-CP ngày 29 tháng 10 năm 2004 về thi hành Luật Đất đai", ["13/2003/QH11"]),
    # an amending act is no older than what it amends
    ("Nghị quyết số 144/2016/QH13 ngày 29 tháng 6 năm 2016 về việc bổ sung Dự án Luật sửa đổi, bổ sung một số điều của Bộ luật hình sự số 100/2015/QH13 vào Chương trình xây dựng luật", [None, "100/2015/QH13"]),
    # rows of a list: the title stands below number and date
    ("46\nLuật\n22/2023/QH15 ngày\n23/6/2023\nĐấu thầu\n01/01/2024\n48\nNghị định 25/2020/NĐ-CP\nngày 28/02/2020\nQuy định chi tiết thi hành một số\nđiều của Luật Đấu thầu về lựa chọn\nnhà đầu tư\n20/4/2020", ["43/2013/QH13"]),
    # a circle of titles: the nearest document speaks
    ("Thông tư số 02/2026/TT-BTC ngày 05/01/2026 sửa đổi, bổ sung Thông tư số 80/2021/TT-BTC ngày 29/9/2021 hướng dẫn thi hành một số điều của Luật Quản lý thuế", ["38/2019/QH14"]),
    # a stated year stays what it is
    ("Nghị định số 118/2015/NĐ-CP ngày 12 tháng 11 năm 2015 quy định chi tiết Luật Đầu tư năm 2005;", ["59/2005/QH11"]),
    # in the year of the decree itself, nothing but its year known: the table does not tell
    ("Nghị định số 118/2014/NĐ-CP quy định chi tiết Luật Đầu tư", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), INSIDE_A_TITLE)
def test_inside_a_title(text: str, codes: list[str | None]) -> None:
    assert [code for _, code in acts(text)] == codes


AMENDING = [
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
        ["47/2019/QH14", "76/2015/QH13", "77/2015/QH13"],
    ),
    ("Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14;", ["62/2020/QH14", "50/2014/QH13"]),
    ("Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức số 52/2019/QH14;", ["52/2019/QH14", "22/2008/QH12", "58/2010/QH12"]),
    ("Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật số 87/2025/QH15;", ["87/2025/QH15", "64/2025/QH15"]),
    # an act amends older ones only: the act of the same day is none of them
    ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2013;", ["45/2013/QH13"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), AMENDING)
def test_acts_that_a_title_amends(text: str, codes: list[str]) -> None:
    assert [code for _, code in acts(text) if code] == codes


def test_the_text_keeps_its_own_act_of_that_name() -> None:
    text = (
        "Căn cứ Luật Đầu tư số 143/2025/QH15; Nghị định số 118/2015/NĐ-CP ngày 12 tháng 11 năm 2015 của Chính phủ quy "
        "định chi tiết một số điều của Luật Đầu tư. Dự án theo quy định của Luật Đầu tư."
    )
    assert [code for _, code in acts(text)] == ["143/2025/QH15", "67/2014/QH13", "143/2025/QH15"]


def test_a_name_that_is_bare_throughout_is_one_act() -> None:
    text = (
        "Thực hiện Luật Việc làm. Quyết định số 1850/QĐ-TTg ngày 27 tháng 8 năm 2025 của Thủ tướng Chính phủ về ban "
        "hành Kế hoạch triển khai thi hành Luật Việc làm. Trách nhiệm thi hành Luật Việc làm."
    )
    assert {code for _, code in acts(text)} == {"74/2025/QH15"}


LAW = """QUỐC HỘI
-------
Luật số: 99/2026/QH16
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT ĐẤU THẦU, LUẬT ĐẦU TƯ CÔNG VÀ LUẬT GIÁ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
"""


def test_what_the_assembly_enacts_in_its_own_preamble_is_the_text_itself() -> None:
    enacts = "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu số 22/2023/QH15 đã được sửa đổi, "
    enacts += (
        "bổ sung một số điều theo Luật số 57/2024/QH15, Luật Đầu tư công số 58/2024/QH15 và Luật Giá số 16/2023/QH15."
    )
    found = extract(LAW + enacts)
    assert [d.name for d in found.documents if d.is_source] == [
        "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Đầu tư công và Luật Giá"
    ]
    codes = sorted(d.code or "" for d in found.documents if d.type == "Luật")
    assert codes == ["16/2023/QH15", "22/2023/QH15", "57/2024/QH15", "58/2024/QH15", "99/2026/QH16"]


def test_another_act_of_the_assembly_is_not_the_text_itself() -> None:
    cited = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu ngày 29 tháng 11 năm 2024;"
    assert sum(d.type == "Luật" for d in extract(LAW + cited).documents) > 2
