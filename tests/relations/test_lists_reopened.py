"""What a list goes on with: a citation alone behind a semicolon, one behind a title that has a verb of its own."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

TITLES = [
    "về theo dõi tình hình thi hành pháp luật", "về việc thực hiện chính sách hỗ trợ", "về triển khai nhiệm vụ năm học",
    "về thực hiện dân chủ ở cơ sở", "quy định chi tiết về đăng ký doanh nghiệp", "hướng dẫn thực hiện chế độ phụ cấp",
    "phê duyệt Đề án phát triển du lịch",
    "về sửa đổi chế độ tiền lương", "về bãi bỏ thủ tục không cần thiết", "về tổ chức thi hành án",
    "về kết quả thực hiện dự toán", "về công bố thủ tục hành chính được sửa đổi",
]  # fmt: skip
FRAMES = [
    ("Thông tư số 04/2021/TT-BTP hướng dẫn thi hành", "guides", "Nghị định số {}/NĐ-CP ngày 23/7/{} của Chính phủ"),
    ("Kế hoạch số 11/KH-UBND thực hiện", "implements", "Chỉ thị số {}/CT-TTg ngày 16/7/{} của Thủ tướng Chính phủ"),
    ("Quyết định số 31/2023/QĐ-UBND thay thế", "replaces", "Quyết định số {}/QĐ-UBND ngày 16/7/{} của UBND tỉnh"),
    ("Quyết định số 31/2023/QĐ-UBND bãi bỏ", "repeals", "Quyết định số {}/QĐ-UBND ngày 16/7/{} của UBND tỉnh"),
    ("Thông tư số 31/2023/TT-BTC sửa đổi", "amends", "Thông tư số {}/TT-BTC ngày 16/7/{} của Bộ Tài chính"),
]


def codes(text: str) -> list[str]:
    return [word for word in text.split() if "/" in word and "-" in word]


@pytest.mark.parametrize("frame", FRAMES, ids=[predicate for _, predicate, _ in FRAMES])
@pytest.mark.parametrize("title", TITLES)
def test_behind_a_title_with_a_verb(title: str, frame: tuple[str, str, str]) -> None:
    led, predicate, cited = frame
    numbers = ("15", "16") if predicate == "implements" else ("15/2018", "16/2019")
    first, second = (cited.format(number, year) for number, year in zip(numbers, ("2018", "2019"), strict=True))
    (subject,) = codes(led)
    for join, end in product((" và ", ", "), (".", " về cùng lĩnh vực.")):
        expected = {(subject, predicate, code) for code in codes(first) + codes(second)}
        assert stated(f"{led} {first} {title}{join}{second}{end}") == expected


ONE, TWO, THREE = "Nghị định số 01/2021/NĐ-CP", "Nghị định số 122/2020/NĐ-CP", "Nghị định số 47/2021/NĐ-CP"
NEW = "Nghị định số 168/2025/NĐ-CP"
ENDED = [("thay thế", "replaces"), ("bãi bỏ", "repeals"), ("đã thay thế toàn bộ", "replaces")]


@pytest.mark.parametrize(("verb", "predicate"), ENDED)
@pytest.mark.parametrize("lead", ["", "Ngày 30/6/2025, Chính phủ ban hành "])
def test_alone_behind_a_semicolon(verb: str, predicate: str, lead: str) -> None:
    both = {("168/2025/NĐ-CP", predicate, code) for code in ("01/2021/NĐ-CP", "122/2020/NĐ-CP")}
    assert stated(f"{lead}{NEW} {verb} {ONE}; {TWO}.") == both
    assert stated(f"{lead}{NEW} {verb} {ONE} về đăng ký; {TWO} ngày 15/10/2020 về phối hợp.") == both
    assert stated(f"{lead}{NEW} {verb} {ONE}; {TWO}; {THREE}.") == both | {
        ("168/2025/NĐ-CP", predicate, "47/2021/NĐ-CP")
    }


OTHERS = [
    f"{NEW} thay thế {ONE}; {TWO} có hiệu lực từ năm 2021.",
    f"{NEW} thay thế {ONE}; {TWO} quy định về phí.",
    f"Hồ sơ làm theo {NEW} thay thế {ONE}; {TWO}.",
    f"Xem {NEW} thay thế {ONE}; {TWO}.",
    f"Các văn bản cần biết: {NEW} thay thế {ONE}; {TWO}.",
    f"{THREE}; {NEW} thay thế {ONE}; {TWO}.",
    f"Theo {NEW} thay thế {ONE}; {TWO}, doanh nghiệp phải nộp hồ sơ.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_members_of_another_list(text: str) -> None:
    assert stated(text) == {("168/2025/NĐ-CP", "replaces", "01/2021/NĐ-CP")}
