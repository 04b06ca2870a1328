"""What is carried out may change something itself: "Thực hiện [A] bổ sung thẩm quyền …, Bộ ban hành [B]"."""

from __future__ import annotations

import itertools

import pytest
from statements import stated

ARTICLE = "Bài viết\n\n"
ORDER = "Quyết định số 91/2024/QĐ-TTg ngày 16/02/2024 của Thủ tướng Chính phủ"
GUIDE = "Hướng dẫn số 11/HD-VP ngày 5/3/2024"
EXPECTED = {("11/HD-VP", "implements", "91/2024/QĐ-TTg")}
MATTERS = ("thẩm quyền ban hành văn bản", "một số quy định về phí", "cơ chế tài chính")
BODIES = ("Văn phòng Trung ương Đảng", "Bộ Tài chính", "Ủy ban nhân dân tỉnh", "Sở Y tế")


@pytest.mark.parametrize("verb", ["sửa đổi", "bổ sung", "bãi bỏ", "sửa đổi, bổ sung"])
def test_the_body_behind_the_comma_issues(verb: str) -> None:
    for lead, matter, body, issues in itertools.product(
        ("Thực hiện", "Thi hành"), MATTERS, BODIES, ("ban hành", "đã ban hành", "có")
    ):
        text = f"{ARTICLE}{lead} {ORDER} {verb} {matter}, {body} {issues} {GUIDE}."
        assert stated(text) == EXPECTED, text


@pytest.mark.parametrize(
    "sentence",
    [
        f"Thực hiện {ORDER} bổ sung thẩm quyền còn nhiều khó khăn, Bộ Tài chính ban hành {GUIDE}.",
        f"Thực hiện {ORDER} bổ sung thẩm quyền, Bộ Tài chính sẽ ban hành {GUIDE}.",
        f"Thực hiện {ORDER} bổ sung thẩm quyền, các đơn vị căn cứ {GUIDE}.",
    ],
)
def test_nothing_is_issued(sentence: str) -> None:
    assert stated(ARTICLE + sentence) == set()
