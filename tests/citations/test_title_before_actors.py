"""The title of a cited document ends where the sentence goes on with who acts, or when, behind a comma."""

from __future__ import annotations

from itertools import product

import pytest
from facts import only

from graph.pipeline import extract

CITED = [
    "Căn cứ Quyết định số 1898/QĐ-TTg ngày 28/11/2017 của Thủ tướng Chính phủ",
    "Thực hiện Kế hoạch số 25-KH/TU ngày 30/11/2016 của Ban Thường vụ Tỉnh ủy",
]
TITLES = [
    "phê duyệt Đề án “Hỗ trợ hoạt động bình đẳng giới giai đoạn 2018-2025”",
    "về tăng cường công tác phòng, chống tham nhũng",
    "sửa đổi chức năng, nhiệm vụ của bộ, cơ quan ngang bộ",
]
ACTORS = [
    "Ủy ban Dân tộc", "Ủy ban Dân tộc và các bộ, ngành, địa phương", "các sở, ban, ngành và địa phương",
    "thời gian qua, các cấp ủy", "trong năm 2018, UBND xã", "đến nay, toàn tỉnh", "hằng năm, Sở Y tế", "cấp ủy các cấp",
]  # fmt: skip


@pytest.mark.parametrize("actor", ACTORS)
def test_a_title_ends_before_who_acts(actor: str) -> None:
    for lead, title, verb in product(CITED, TITLES, ("đã tổ chức nhiều hoạt động.", "đã chỉ đạo quyết liệt.")):
        assert only(f"{lead} {title}, {actor} {verb}").title == title


@pytest.mark.parametrize("of", [" của Chủ tịch nước", " ngày 14/01/1956"])
def test_a_quotation_mark_that_closes_opens_no_title(of: str) -> None:
    assert only(f'"Sắc lệnh 254/SL{of}". Cơ sở dữ liệu quốc gia. "Báo Nhân dân".').title is None


@pytest.mark.parametrize("behind", ["Luật Thi đua, khen thưởng", "Luật Kế toán số 88/2015/QH13"])
@pytest.mark.parametrize(("sign", "second", "goes_on"), [
    ("; ", "quy định chi tiết một số điều của", True),
    (";\n", "quy định chi tiết và biện pháp thi hành", True),
    ("; ", "hướng dẫn thi hành", False),
    ("; ", "theo quy định của", False),
])  # fmt: skip
def test_a_title_goes_on_with_its_verb_behind_a_semicolon(sign: str, second: str, behind: str, goes_on: bool) -> None:
    title = "quy định về phân cấp, phân quyền trong lĩnh vực thi đua"
    found = extract(
        f"Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ {title}{sign}{second} {behind};"
    ).documents
    whole = f"{title}; {second} {behind}"
    assert [d.title for d in found if d.code == "152/2025/NĐ-CP"] == [whole if goes_on else title]
