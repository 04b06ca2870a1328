"""Guides whose verb stands behind what was told of the document first: what it holds, who made it and when."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

CODE = "09/2014/TT-BYT"
SUBJECTS = [
    "Thông tư số 09/2014/TT-BYT",
    "Thông tư 09/2014/TT-BYT ngày 15/3/2014 của Bộ Y tế",
    "Thông tư số 09/2014/TT-BYT về giá dịch vụ",
    "Ngày 15/3/2014, Bộ Y tế đã ban hành Thông tư số 09/2014/TT-BYT",
]
TOLD = [
    "gồm 5 chương",
    "gồm 05 chương, 30 điều và 4 phụ lục",
    "do Bộ Y tế ban hành",
    "được Bộ trưởng Bộ Y tế ký ban hành",
    "đã được Bộ Y tế ban hành ngày 15 tháng 3 năm 2014",
    "vừa được ban hành",
    "được đăng Công báo",
    "dài 40 trang",
    "có hiệu lực từ ngày 01/5/2014",
]
JOINTS = [", ", " và ", ", đồng thời "]
VERBS = ["hướng dẫn", "quy định chi tiết một số điều của", "quy định chi tiết và hướng dẫn thi hành"]
OBJECTS = {"102/2012/NĐ-CP": "Nghị định số 102/2012/NĐ-CP", "40/2009/QH12": "Luật Khám bệnh, chữa bệnh số 40/2009/QH12"}
LETTER = (
    "BỘ TÀI CHÍNH\nSố: 4412/BTC-PC\n\nHà Nội, ngày 15 tháng 9 năm 2023\n\nKính gửi: Sở Tài chính\n\n"
    "{}\n\nBộ Tài chính trả lời để Sở được biết./.\n"
)


@pytest.mark.parametrize(("told", "joint"), list(product(TOLD, JOINTS)))
def test_it_guides_behind_what_is_told(told: str, joint: str) -> None:
    for subject, verb, (code, named), paper in product(SUBJECTS, VERBS, OBJECTS.items(), ("{}", LETTER)):
        text = paper.format(f"{subject} {told}{joint}{verb} {named}.")
        assert stated(text) == {(CODE, "guides", code)}, text


@pytest.mark.parametrize(
    "said",
    [
        "{a} gồm 5 chương, Bộ Y tế hướng dẫn {b}.",
        "{a} gồm 5 chương, hướng dẫn tại {b} không còn phù hợp.",
        "{a} gồm 5 chương, hướng dẫn {b} chưa đầy đủ.",
        "{a} gồm 5 chương, hướng dẫn {b} là cần thiết.",
        "{a} gồm 5 chương, chưa hướng dẫn {b}.",
        "{a} gồm 5 chương, đề nghị Sở hướng dẫn {b}.",
        "{a} có 30 điều, văn bản hướng dẫn {b} có 20 điều.",
        "{a} có 30 điều, dự thảo thông tư hướng dẫn {b} có 20 điều.",
        "{a} do Bộ Y tế ban hành, việc hướng dẫn {b} chưa có.",
        "{a} được ban hành, các địa phương hướng dẫn {b}.",
        "Sau khi {a} do Bộ Y tế ban hành, hướng dẫn {b} là cần thiết.",
        "Nếu {a} được ban hành, hướng dẫn {b} sẽ rõ hơn.",
        "Tại {a} do Bộ Y tế ban hành, hướng dẫn {b} được nêu ở Điều 3.",
        "Ngoài {a} do Bộ Y tế ban hành, hướng dẫn {b} còn có ở văn bản khác.",
        "Đề nghị các đơn vị nghiên cứu {a} do Bộ Y tế ban hành, hướng dẫn {b} theo thẩm quyền.",
    ],
)
def test_somebody_or_something_else(said: str) -> None:
    for paper in ("{}", LETTER):
        text = paper.format(said.format(a=SUBJECTS[0], b=OBJECTS["102/2012/NĐ-CP"]))
        assert stated(text) == set(), text
