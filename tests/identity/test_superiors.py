"""Bodies above and beside a local one: which province "Tỉnh ủy" is in a ward's paper, who issued a whole list."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph import extract
from graph.citations.header import read_header

WARD = "ĐẢNG BỘ TỈNH AN GIANG\nĐẢNG ỦY PHƯỜNG RẠCH GIÁ\n*\nSố 15-CTr/ĐU\n\nRạch Giá, ngày 20 tháng 9 năm 2025\n\nCHƯƠNG TRÌNH\nhội nhập quốc tế\n\n"
COMMUNE = "HỘI ĐỒNG NHÂN DÂN\nXÃ TÂN PHÚ\nSố: 12/NQ-HĐND\nTân Phú, ngày 28 tháng 7 năm 2025\nNGHỊ QUYẾT\nVề dự toán\n\n"
DISTRICT = (
    "ỦY BAN NHÂN DÂN\nHUYỆN MỘ ĐỨC\nSố: 44/KH-UBND\nMộ Đức, ngày 5 tháng 3 năm 2024\nKẾ HOẠCH\nCải cách hành chính\n\n"
)
HAMLET = "UBND HUYỆN MỘ ĐỨC\nỦY BAN NHÂN DÂN XÃ ĐỨC TÂN\nSố: 9/BC-UBND\nĐức Tân, ngày 5 tháng 3 năm 2024\nBÁO CÁO\nCải cách hành chính\n\n"
PROVINCE = (
    "UBND TỈNH AN GIANG\nSỞ TƯ PHÁP\nSố: 21/BC-STP\nAn Giang, ngày 05 tháng 3 năm 2025\nBÁO CÁO\nCông tác quý I\n\n"
)


def issued(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Number, issuer and place of the documents that a text cites, in order."""
    return [(d.code, d.issuer, d.place) for d in extract(text).documents if not d.is_source]


@pytest.mark.parametrize(
    ("head", "sentence", "issuer", "place"),
    [
        # the head has the province on its first line
        (WARD, "Thực hiện Chương trình số 05-CTr/TU ngày 15/8/2025 của Tỉnh ủy về hội nhập.", "Tỉnh ủy", "An Giang"),
        (WARD, "Theo Kế hoạch số 77/KH-UBND ngày 15/8/2025 của UBND tỉnh.", "Ủy ban nhân dân tỉnh", "An Giang"),
        (WARD, "Theo Công văn số 77/SNV-TC ngày 15/8/2025 của Sở Nội vụ.", "Sở Nội vụ", "An Giang"),
        (WARD, "Theo Chương trình số 03-CTr/ĐU ngày 01/7/2025 của Đảng ủy phường.", "Đảng ủy phường", "Rạch Giá"),
        # a committee of a commune has no line above it: the one province that the text names
        (COMMUNE, "Nghị quyết số 45/NQ-HĐND ngày 10/12/2024 của HĐND tỉnh; các sở của tỉnh Đồng Nai.", "Hội đồng nhân dân tỉnh", "Đồng Nai"),
        (COMMUNE, "Quyết định số 45/QĐ-UBND ngày 10/12/2024 của UBND tỉnh.", "Ủy ban nhân dân tỉnh", None),
        (COMMUNE, "Quyết định số 45/QĐ-UBND ngày 10/12/2024 của UBND tỉnh, khác với tỉnh Đồng Nai và tỉnh Tây Ninh.", "Ủy ban nhân dân tỉnh", None),
        (COMMUNE, "Tờ trình số 10/TTr-UBND ngày 20/7/2025 của UBND xã.", "Ủy ban nhân dân xã", "Tân Phú"),
        (DISTRICT, "Kế hoạch số 12/KH-UBND ngày 5/1/2024 của UBND huyện.", "Ủy ban nhân dân huyện", "Mộ Đức"),
        (DISTRICT, "Kế hoạch số 12/KH-UBND ngày 5/1/2024 của UBND tỉnh trên địa bàn tỉnh Quảng Ngãi.", "Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
        (HAMLET, "Kế hoạch số 12/KH-UBND ngày 5/1/2024 của UBND huyện.", "Ủy ban nhân dân huyện", "Mộ Đức"),
        (HAMLET, "Kế hoạch số 12/KH-UBND ngày 5/1/2024 của UBND xã.", "Ủy ban nhân dân xã", "Đức Tân"),
        (PROVINCE, "Kế hoạch số 12/KH-UBND ngày 5/1/2024 của UBND xã.", "Ủy ban nhân dân xã", None),
    ],
)  # fmt: skip
def test_whose_superior(head: str, sentence: str, issuer: str, place: str | None) -> None:
    assert issued(head + sentence + "\n")[0][1:] == (issuer, place)


@pytest.mark.parametrize(
    ("head", "above"), [(WARD, ("An Giang", None)), (HAMLET, (None, "Mộ Đức")), (PROVINCE, (None, None))]
)
def test_header_knows_what_lies_above(head: str, above: tuple[str | None, str | None]) -> None:
    header = read_header(f"{head}Thực hiện như sau.\n")
    assert (header.province, header.district) == above


HA_GIANG = ("Ủy ban nhân dân tỉnh", "Hà Giang")
LISTED = [
    ("UBND tỉnh Hà Giang đã ban hành các Kế hoạch số 15/KH-UBND ngày 20/01/2022, 88/KH-UBND ngày 04/4/2023 và số 12/KH-UBND ngày 15/01/2024.", 3),
    ("UBND tỉnh Hà Giang ban hành Kế hoạch số 15/KH-UBND ngày 20/01/2022 về chuyển đổi số; Kế hoạch số 88/KH-UBND ngày 04/4/2023 về dữ liệu dân cư.", 2),
    ("UBND tỉnh Hà Giang (cũ) ban hành Quyết định số 55/QĐ-UBND ngày 03/7/2024.", 1),
    ("UBND tỉnh Hà Giang (nay là tỉnh Tuyên Quang) đã ban hành Quyết định số 55/QĐ-UBND ngày 03/7/2024.", 1),
    ("UBND tỉnh Hà Giang vừa ban hành Quyết định số 55/QĐ-UBND ngày 03/7/2024.", 1),
    ("UBND tỉnh Hà Giang đã kịp thời ban hành Quyết định số 55/QĐ-UBND ngày 03/7/2024.", 1),
    ("UBND tỉnh Hà Giang cũng đã ban hành Quyết định số 55/QĐ-UBND ngày 03/7/2024.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "count"), LISTED)
def test_the_body_in_front_issued_the_list(sentence: str, count: int) -> None:
    found = issued(PROVINCE + sentence + "\n")
    assert [row[1:] for row in found] == [HA_GIANG] * count


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        # another body, another sentence, another series: not the first one's
        ("UBND tỉnh Hà Giang ban hành Kế hoạch số 15/KH-UBND ngày 20/01/2022, UBND huyện Bắc Quang ban hành Kế hoạch số 88/KH-UBND ngày 04/4/2023.", ("Ủy ban nhân dân huyện", "Bắc Quang")),
        ("UBND tỉnh Hà Giang ban hành Kế hoạch số 15/KH-UBND ngày 20/01/2022. Kế hoạch số 88/KH-UBND ngày 04/4/2023 cũng vậy.", ("Ủy ban nhân dân tỉnh", "An Giang")),
        ("UBND tỉnh Hà Giang ban hành Kế hoạch số 15/KH-UBND ngày 20/01/2022, theo Quyết định số 88/QĐ-TTg ngày 04/4/2021.", ("Thủ tướng Chính phủ", None)),
        ("UBND tỉnh Hà Giang chỉ đạo ban hành Quyết định số 55/QĐ-STP ngày 03/7/2024.", ("Sở Tư pháp", "An Giang")),
    ],
)  # fmt: skip
def test_what_the_body_in_front_did_not_issue(sentence: str, last: tuple[str, str | None]) -> None:
    assert issued(PROVINCE + sentence + "\n")[-1][1:] == last
