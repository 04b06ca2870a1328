"""Party committees of blocs and departments: the author's own, that of his province, or by the whole name."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

WHOLE = (
    "Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", "Đảng ủy Khối doanh nghiệp tỉnh",
    "Đảng ủy các cơ quan Đảng tỉnh", "Đảng ủy Ủy ban nhân dân tỉnh", "Đảng ủy Quân sự tỉnh",
)  # fmt: skip
CENTRAL = ("Đảng ủy Khối các cơ quan Trung ương", "Đảng ủy Khối Doanh nghiệp Trung ương")
SAID = (
    "Căn cứ Kế hoạch số 12-KH/{c} ngày 01/3/2024 của {b} về công tác kiểm tra;",
    "Thực hiện Kế hoạch số 12-KH/{c}, ngày 01/3/2024 của Ban Thường vụ {b};",
    "Theo đề nghị của {b} tại Kế hoạch số 12-KH/{c} của {b}.",
)
PROVINCE = "TỈNH ỦY HÒA BÌNH\n*\nSố 31-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa Bình, ngày 12 tháng 3 năm 2024\n\n"
BLOC = (
    "TỈNH ỦY HÒA BÌNH\nĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH\n*\nSố 31-QĐ/ĐUK\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Hòa Bình, ngày 12 tháng 3 năm 2024\n\n"
)
DEPARTMENT = (
    "ĐẢNG BỘ UBND TỈNH LÀO CAI\nĐẢNG ỦY SỞ TÀI CHÍNH\n*\nSố 101-QĐ/ĐUSTC\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Lào Cai, ngày 10 tháng 10 năm 2025\n\n"
)
OFFICE = "SỞ TÀI CHÍNH\nTỈNH LÀO CAI\nSố: 45/KH-STC\nLào Cai, ngày 10 tháng 10 năm 2025\n\n"
TITLE = "QUYẾT ĐỊNH\nvề việc chỉ định cấp ủy\n\n"


def cited(text: str) -> tuple[str | None, str | None]:
    (found,) = (d for d in extract(text).documents if d.code and d.code.startswith("12-"))
    return (found.issuer or "").removeprefix("Ban Thường vụ ") or None, found.place


@pytest.mark.parametrize("head", [PROVINCE, BLOC])
def test_whole_names(head: str) -> None:
    wrong = []
    for body, said in product((*WHOLE, *CENTRAL), SAID):
        code = "ĐUK" if "Khối" in body else "ĐU"
        found = cited(head + TITLE + said.format(b=body, c=code))
        if found != (body, "Hòa Bình" if body in WHOLE else None):
            wrong.append((body, said, found))
    assert wrong == []


@pytest.mark.parametrize("said", ["của Đảng ủy Khối về công tác;", "của Đảng ủy Khối;", ";"])
def test_the_bloc_is_that_of_the_province_or_the_authors_own(said: str) -> None:
    words = f"Căn cứ Kế hoạch số 12-KH/ĐUK ngày 01/3/2024 {said}"
    assert cited(PROVINCE + TITLE + words) == ("Đảng ủy Khối", "Hòa Bình")
    assert cited(BLOC + TITLE + words) == ("Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", "Hòa Bình")


@pytest.mark.parametrize("head", [DEPARTMENT, OFFICE])
@pytest.mark.parametrize(
    "said", ["của Đảng ủy Sở về công tác;", "của Ban Chấp hành Đảng bộ Sở;", "của Đảng ủy Sở Nội vụ;"]
)
def test_the_departments_own(head: str, said: str) -> None:
    issuer, place = cited(f"{head}{TITLE}Căn cứ Kế hoạch số 12-KH/ĐU ngày 01/3/2024 {said}")
    wanted = "Sở Nội vụ" if "Nội vụ" in said else "Sở Tài chính"
    assert (issuer or "").endswith(wanted)
    assert place == "Lào Cai"


@pytest.mark.parametrize("code", ["HND", "HLHPN", "CCB", "CTK", "BHXH", "BCSĐ"])
def test_a_code_of_the_centre_and_of_provinces_tells_nobody_in_a_province(code: str) -> None:
    text = f"{OFFICE}{TITLE}Căn cứ Kế hoạch số 77/KH-{code} ngày 01/3/2024; Luật Đất đai."
    (found,) = (d for d in extract(text).documents if d.code and d.code.startswith("77"))
    assert found.issuer is None or not found.issuer.startswith(("Trung ương", "Ban cán sự đảng Chính phủ"))
