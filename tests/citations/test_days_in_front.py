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


@pytest.mark.parametrize("mark", [" 1", "(1)", " (1)", "[1]", " [12]"])
@pytest.mark.parametrize("day", [" ngày 05/3/2019", " ngày 5 tháng 3 năm 2019", ", ngày 05/3/2019"])
def test_a_footnote_s_mark_before_the_day(mark: str, day: str) -> None:
    text = f"Thực hiện Quyết định số 2342/QĐ-BYT{mark}{day} của Bộ Y tế về phòng dịch, đơn vị báo cáo."
    (document,) = (d for d in extract(text).documents if not d.is_source)
    assert (document.code, document.date, document.issuer) == ("2342/QĐ-BYT", "2019-03-05", "Bộ Y tế")


SPOILED = [
    "18/8/20222", "18/8/202", "38/8/2022", "18//8/2022", "18/82022", "18 tháng 8 năm 20222", "31/02/2022", "/8/2022",
    "   tháng    năm 2023", "… tháng … năm 2023", "... tháng 8 năm 2023",
]  # fmt: skip


@pytest.mark.parametrize("day", SPOILED)
def test_the_body_behind_a_spoiled_day(day: str) -> None:
    """A day that is misprinted, or left blank, hides neither who issued the paper nor what it is about."""
    for words, code, body in (
        ("Quy định số 80-QĐ/TW", "80-QĐ/TW", "Bộ Chính trị"),
        ("Kế hoạch số 5-KH/TU,", "5-KH/TU", "Ban Thường vụ Tỉnh ủy"),
    ):
        found = [d for d in extract(f"Căn cứ {words} ngày {day} của {body} về phân cấp;").documents if not d.is_source]
        assert [(d.code, d.issuer, d.title) for d in found] == [(code, body, "về phân cấp")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quy chế Cán bộ do Ban Bí thư Trung ương Đảng ban hành theo Quyết định số 289-QĐ/TW.", "Ban Bí thư"),
        ("Quy chế làm việc do UBND tỉnh ban hành kèm theo Quyết định số 28/QĐ-UBND.", "Ủy ban nhân dân tỉnh"),
        ("Quy chế ban hành kèm theo Quyết định số 28/QĐ-UBND của UBND huyện Đông Sơn.", "Ủy ban nhân dân huyện"),
    ],
)
def test_who_issued_what_is_attached(text: str, issuer: str) -> None:
    assert [d.issuer for d in extract(text).documents if not d.is_source] == [issuer]
