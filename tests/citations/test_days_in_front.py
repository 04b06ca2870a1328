"""When a paper was issued, as the words in front of it say; never the day of the text's own head."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Ngày 10/8/2021, UBND tỉnh có Công văn số 12/UBND-NC giao Sở Nội vụ.", "Ủy ban nhân dân tỉnh"),
        ("Sở báo cáo; ngày 10/8/2021, Sở Tài chính đã có Văn bản số 12/STC-NS.", "Sở Tài chính"),
        (
            "Sở Y tế báo cáo; Ngày 10/8/2021 UBND tỉnh đã ban hành Công văn số 12/UBND-NC về việc A.",
            "Ủy ban nhân dân tỉnh",
        ),
        ("Ngày 10/8/2021, UBND tỉnh gửi Công văn số 12/UBND-NC.", "Ủy ban nhân dân tỉnh"),
        ("Ngày 10/8/2021, Cục Quản lý KCB có Công văn số 12/KCB-QLCL.", "Cục Quản lý KCB"),
    ],
)
def test_the_day_in_front(text: str, issuer: str) -> None:
    (document,) = (d for d in extract(text).documents if not d.is_source)
    assert (document.date, document.issuer) == ("2021-08-10", issuer)


SUBJECTS = [
    "V/v hướng dẫn thực hiện Nghị quyết số 12/2021/NQ-HĐND của HĐND tỉnh",
    "V/v triển khai Kế hoạch số 55/KH-UBND",
    "V/v thực hiện Chỉ thị số 12-CT/TW của Ban Bí thư khóa XII",
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_day_of_the_head_is_no_citation_s(subject: str) -> None:
    """Text layers print the left column of a head, then the right one."""
    for day, gap in product(("Quảng Nam, ngày 3 tháng 9 năm 2021", "Tam Kỳ, ngày 03 tháng 9 năm 2021"), ("\n", "\n\n")):
        text = f"UBND TỈNH QUẢNG NAM\nSỞ NỘI VỤ\nSố: 1234/SNV-CCVC\n{subject}{gap}{day}{gap}Kính gửi: UBND các huyện\n"
        result = extract(text)
        assert result.source_document is not None
        assert result.source_document.date == "2021-09-03"
        assert [d.date for d in result.documents if not d.is_source] == [None], (day, gap)
