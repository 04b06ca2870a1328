"""The body behind the last of several documents issued those before it, where their symbols leave open which one did."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest

from graph import extract

HEADS = {
    "": "",
    "huyện": "ỦY BAN NHÂN DÂN\nHUYỆN ĐÔNG SƠN\n\nSố: 12/KH-UBND\n\nĐông Sơn, ngày 18 tháng 7 năm 2021\n\nKẾ HOẠCH\n\nTập huấn\n\n",
    "tỉnh": "ỦY BAN NHÂN DÂN\nTỈNH THANH HÓA\n\nSố: 12/KH-UBND\n\nThanh Hóa, ngày 18 tháng 7 năm 2021\n\nKẾ HOẠCH\n\nTập huấn\n\n",
}  # fmt: skip
ISSUERS = {
    "UBND tỉnh": "Ủy ban nhân dân tỉnh",
    "UBND huyện Đông Sơn": "Ủy ban nhân dân huyện",
    "Ủy ban nhân dân xã": "Ủy ban nhân dân xã",
}
FIRST = ["Công văn số 614/UBND-VX1 ngày 28/01/2021", "Kế hoạch số 614/KH-UBND ngày 28/01/2021"]
LAST = ["Thông báo số 36/TB-UBND ngày 15/02/2021", "Công văn số 36/UBND-VX ngày 15/02/2021"]


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("head", HEADS)
def test_the_body_behind_the_last_member(head: str, issuer: str) -> None:
    for first, last, join in product(FIRST, LAST, (" và ", ", ", ", và ")):
        text = f"{HEADS[head]}Thực hiện {first}{join}{last} của {issuer} về phòng dịch, đơn vị xây dựng Kế hoạch."
        found = {d.code: d.issuer for d in extract(text).documents if d.code and not d.is_source}
        assert set(found.values()) == {ISSUERS[issuer]}, (first, last, join)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        # what stands behind a semicolon is told for itself
        ("Thực hiện Kế hoạch số 614/KH-UBND ngày 28/01/2021; Thông báo số 36/TB-UBND ngày 15/02/2021 của UBND huyện", "Ủy ban nhân dân"),
        # another body's symbol
        ("Thực hiện Nghị quyết số 614/NQ-HĐND ngày 28/01/2021, Thông báo số 36/TB-UBND ngày 15/02/2021 của UBND huyện", "Hội đồng nhân dân"),
        # the chairman decides, the committee plans
        ("Thực hiện Kế hoạch số 614/KH-UBND ngày 28/01/2021 và Quyết định số 36/QĐ-UBND ngày 15/02/2021 của Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ],
)  # fmt: skip
def test_what_is_not_shared(text: str, issuer: str) -> None:
    found = {(d.code or "").partition("/")[0]: d.issuer for d in extract(text).documents}
    assert found["614"] == issuer
