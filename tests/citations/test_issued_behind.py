"""News say behind a document who issued it and when, or that somebody signed it on behalf of the body that did."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_PAPERS = [
    ("Thông tư 133/2016/TT-BTC", "133/2016/TT-BTC", "Bộ Tài chính"),
    ("Nghị định số 82/2016/NĐ-CP", "82/2016/NĐ-CP", "Chính phủ"),
    ("Quyết định số 19/2016/QĐ-UBND", "19/2016/QĐ-UBND", "UBND tỉnh Lào Cai"),
    ("Quy định số 69-QĐ/TW", "69-QĐ/TW", "Bộ Chính trị"),
    ("Công văn số 384/BHXH-CSXH", "384/BHXH-CSXH", "Bảo hiểm xã hội Việt Nam"),
]
_DAYS = ["26/08/2016", "26-8-2016", "26 tháng 8 năm 2016"]


def _dates(form: str) -> set[str | None]:
    found: set[str | None] = set()
    for (paper, code, body), day in product(_PAPERS, _DAYS):
        text = f"Theo tin của báo.\n\n{form.format(paper=paper, body=body, day=day)}\n"
        found.add(next(d.date for d in graph.extract(text).documents if d.code == code))
    return found


@pytest.mark.parametrize(
    "form",
    [
        "{paper} ban hành vào ngày {day} quy định về phí.",
        "{paper} được ban hành vào ngày {day} quy định về phí.",
        "{paper} được {body} ban hành ngày {day} là văn bản hướng dẫn.",
        "{paper} đã được {body} ký ban hành vào ngày {day} có nhiều điểm mới.",
        "{paper} do {body} ban hành vào ngày {day} hướng dẫn chế độ.",
        "{paper} (hay còn được gọi tắt là văn bản mới) do {body} ban hành ngày {day} hướng dẫn chế độ.",
        "{paper} (sau đây gọi tắt là Văn bản mới) được {body} ban hành ngày {day} hướng dẫn chế độ.",
        "Ngày {day} vừa qua, {body} đã ban hành {paper} về phí.",
        "Ngày {day}, tại Hà Nội, {body} đã ban hành {paper} về phí.",
        "Ngày {day}, thay mặt {body}, đồng chí Võ Văn An Ủy viên Bộ Chính trị, Thường trực đã ký ban hành {paper}.",
    ],
)
def test_the_day_of_issue(form: str) -> None:
    assert _dates(form) == {"2016-08-26"}


@pytest.mark.parametrize(
    "form",
    [
        "{paper} có hiệu lực vào ngày {day}.",
        "{paper} được {body} áp dụng từ ngày {day}.",
        "{paper} được {body} thông báo ngày {day} cho các đơn vị.",
        "{paper} được {body} sửa đổi ngày {day}.",
        "{paper} (sau đây gọi là Văn bản) có hiệu lực ngày {day}.",
        "Ngày {day}, thay mặt {body}, đồng chí Võ Văn An phát biểu về {paper}.",
        "Ngày {day}, ông An gửi đơn, sau khi Bộ trưởng đã ký ban hành {paper} về phí.",
        "Ngày {day} vừa qua, {body} yêu cầu thực hiện {paper} về phí.",
    ],
)
def test_another_day(form: str) -> None:
    assert _dates(form) == {None}


@pytest.mark.parametrize("done", ["ký ban hành", "đã ký ban hành", "vừa ký"])
def test_the_body_on_whose_behalf(done: str) -> None:
    text = f"Thay mặt Bộ Chính trị, Thường trực Ban Bí thư Trần Văn An {done} Kết luận số 185-KL/TW, ngày 22/8/2025."
    (found,) = (d for d in graph.extract(text).documents if d.code == "185-KL/TW")
    assert (found.issuer, found.date) == ("Bộ Chính trị", "2025-08-22")


@pytest.mark.parametrize("verb", ["phê duyệt", "công bố", "thông qua", "cấp"])
def test_who_approves_does_not_issue(verb: str) -> None:
    text = f"Kế hoạch số 12/KH-SYT được UBND tỉnh Lào Cai {verb} ngày 05/6/2024 gồm ba phần."
    (found,) = (d for d in graph.extract(text).documents if d.code == "12/KH-SYT")
    assert found.issuer == "Sở Y tế"
