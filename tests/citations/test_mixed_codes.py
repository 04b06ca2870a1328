"""Codes with small letters inside, and heads that say the place of several bodies once."""

from __future__ import annotations

import pytest

from graph import extract


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Chương trình hành động số 09-CTrHĐ/ĐU", "09-CTrHĐ/ĐU"), ("Chương trình số 12-CTrHĐ/TU", "12-CTrHĐ/TU"),
        ("Đề án số 3-ĐAn/TU", "3-ĐAn/TU"), ("Quyết định số 12-QĐns/TU", "12-QĐns/TU"),
        ("Thông báo số 5-TBtb/TU", "5-TBtb/TU"), ("Quyết định số 12-QĐ/TUvề", "12-QĐ/TU"),
        ("Quyết định số 12/QĐ-TCTHADS", "12/QĐ-TCTHADS"), ("Thông tư số 12/2016/TTBLĐTBXH", "12/2016/TT-BLĐTBXH"),
        ("Nghị định số 12/CPngày 01/02/1995", "12/CP"), ("Quyết định số 45/QĐ-TTgcủa Thủ tướng", "45/QĐ-TTg"),
    ],
)  # fmt: skip
def test_small_letters_before_a_bodys_code(words: str, code: str) -> None:
    assert code in {d.code for d in extract(f"Căn cứ {words};").documents}


def test_the_own_number_of_an_action_programme() -> None:
    own = extract(
        "ĐẢNG BỘ THÀNH PHỐ HÀ NỘI\nĐẢNG ỦY PHƯỜNG CẦU GIẤY\n*\nSố 09-CTrHĐ/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Cầu Giấy, ngày 25 tháng 8 năm 2025\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 57-NQ/TW\n\n"
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;\n"
    ).source_document
    assert own is not None
    assert (own.type, own.code, own.issuer, own.place) == (
        "Chương trình hành động", "09-CTrHĐ/ĐU", "Đảng ủy phường", "Cầu Giấy",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "issuer", "place"),
    [
        ("CÔNG AN - VIỆN KIỂM SÁT NHÂN DÂN - TÒA ÁN NHÂN DÂN TỈNH NGHỆ AN", "Công an tỉnh", "Nghệ An"),
        ("CÔNG AN TỈNH - VIỆN KIỂM SÁT NHÂN DÂN TỈNH - TÒA ÁN NHÂN DÂN TỈNH NGHỆ AN", "Công an tỉnh", "Nghệ An"),
        ("BỘ CÔNG AN - VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO - TÒA ÁN NHÂN DÂN TỐI CAO", "Bộ Công an", None),
    ],
)
def test_a_place_said_with_the_last_of_several_bodies(line: str, issuer: str, place: str | None) -> None:
    codes = "BCA-VKSTC-TANDTC" if place is None else "CA-VKS-TA"
    own = extract(
        f"{line}\nSố: 03/QCPH-{codes}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNghệ An, ngày 18 tháng 6 năm 2025\n\n"
        "QUY CHẾ PHỐI HỢP\nTrong công tác giải quyết án\n\nCăn cứ Bộ luật Tố tụng hình sự năm 2015;\n"
    ).source_document
    assert own is not None
    assert (own.issuer, own.place) == (issuer, place)


@pytest.mark.parametrize("says", ["ĐIỆN:", "ĐIỆN", "Điện:", "QUYẾT ĐỊNH:"])
def test_who_speaks_in_a_telegram(says: str) -> None:
    own = extract(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nSố: 15/CĐ-UBND\nHà Tĩnh, ngày 28 tháng 9 năm 2025\n\nCÔNG ĐIỆN\n"
        f"Về việc ứng phó bão số 10\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH {says}\n\n- Giám đốc các sở;\n"
    ).source_document
    assert own is not None
    assert (own.issuer, own.title) == ("Chủ tịch Ủy ban nhân dân tỉnh", "Về việc ứng phó bão số 10")


HEADLESS = (
    "BỘ XÂY DỰNG\nSố: 39/2025/TT-BXD\nHà Nội, ngày 25 tháng 11 năm 2025\n\nTHÔNG TƯ\n\n"
    "Căn cứ Luật Đường bộ số 35/2024/QH15;\nTheo đề nghị của Cục trưởng Cục Đường bộ Việt Nam;\n{}\nĐiều 1. Phạm vi\n"
)


@pytest.mark.parametrize(
    ("enacts", "title"),
    [
        ("Bộ trưởng Bộ Xây dựng ban hành Thông tư quy định định mức bảo dưỡng đường bộ.\n",
         "quy định định mức bảo dưỡng đường bộ"),
        ("Bộ trưởng Bộ Xây dựng ban hành Thông tư sửa đổi Thông tư số 44/2021/TT-BGTVT ngày 31 tháng 12 năm 2021\n"
         "của Bộ trưởng Bộ Giao thông vận tải.\n",
         "sửa đổi Thông tư số 44/2021/TT-BGTVT ngày 31 tháng 12 năm 2021 của Bộ trưởng Bộ Giao thông vận tải"),
        ("Bộ trưởng Bộ Xây dựng ban hành Thông tư.\n", None),
        ("Bộ trưởng Bộ Xây dựng ban hành Quyết định về định mức bảo dưỡng đường bộ.\n", None),  # another type
    ],
)  # fmt: skip
def test_a_title_that_only_the_preamble_says(enacts: str, title: str | None) -> None:
    own = extract(HEADLESS.format(enacts)).source_document
    assert own is not None
    assert own.title == title


@pytest.mark.parametrize(
    ("mark", "kept"), [("1", ""), ("[1]", ""), (" [12]", ""), (" 1", " 1"), (" COVID-19", " COVID-19")]
)
def test_the_footnote_of_a_consolidated_title(mark: str, kept: str) -> None:
    own = extract(
        "VĂN BẢN HỢP NHẤT - BỘ XÂY DỰNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nTHÔNG TƯ\n"
        f"Quy định bảo dưỡng đường bộ cho Quân đội{mark}\n\nThông tư số 4/2020/TT-BXD ngày 01 tháng 4 năm 2020 của Bộ"
        " trưởng Bộ Xây dựng, có hiệu lực kể từ ngày 15 tháng 5 năm 2020, được sửa đổi, bổ sung bởi:\nThông tư số"
        " 5/2021/TT-BXD, có hiệu lực kể từ ngày 01 tháng 3 năm 2021.\n\nCăn cứ Luật Nhà ở;\n"
    ).source_document
    assert own is not None
    assert own.title == f"Quy định bảo dưỡng đường bộ cho Quân đội{kept}"


def test_civil_enforcement_of_a_province() -> None:
    own = extract(
        "CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ\nTHI HÀNH ÁN DÂN SỰ TỈNH BẮC NINH\nSố: 612/QĐ-THADS\n"
        "Bắc Ninh, ngày 15 tháng 10 năm 2025\n\nQUYẾT ĐỊNH\nVề việc cưỡng chế\n\nCăn cứ Luật Thi hành án dân sự;\n"
    ).source_document
    assert own is not None
    assert (own.issuer, own.place) == ("Thi hành án dân sự tỉnh", "Bắc Ninh")
