"""Lists and ellipsis: each member is a mention; what members share follows the grammar."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import cited

# text, [(words, code)]
LISTS = [
    (
        "các Luật số 43/2024/QH15, số 47/2024/QH15",
        [("Luật số 43/2024/QH15", "43/2024/QH15"), ("số 47/2024/QH15", "47/2024/QH15")],
    ),
    (
        "các Nghị định của Chính phủ: số 24/2010/NĐ-CP ngày 15 tháng 3 năm 2010; số 34/2011/NĐ-CP ngày 17 tháng 5 năm 2011",
        [("số 24/2010/NĐ-CP", "24/2010/NĐ-CP"), ("số 34/2011/NĐ-CP", "34/2011/NĐ-CP")],
    ),
    ("các Nghị quyết số 18, 19-NQ/TW", [("Nghị quyết số 18", "18-NQ/TW"), ("19-NQ/TW", "19-NQ/TW")]),
    ("các Nghị quyết số 18 và 19-NQ/TW", [("Nghị quyết số 18", "18-NQ/TW"), ("19-NQ/TW", "19-NQ/TW")]),
    (
        "Nghị định số 01, 02 và 03/2020/NĐ-CP",
        [("Nghị định số 01", "01/2020/NĐ-CP"), ("02", "02/2020/NĐ-CP"), ("03/2020/NĐ-CP", "03/2020/NĐ-CP")],
    ),
    (
        "Nghị định số 01/2020/NĐ-CP và 02/2020/NĐ-CP",
        [("Nghị định số 01/2020/NĐ-CP", "01/2020/NĐ-CP"), ("02/2020/NĐ-CP", "02/2020/NĐ-CP")],
    ),
    (
        "Nghị quyết số 57-NQ/TW, 59-NQ/TW, 66-NQ/TW và 68-NQ/TW",
        [
            ("Nghị quyết số 57-NQ/TW", "57-NQ/TW"),
            ("59-NQ/TW", "59-NQ/TW"),
            ("66-NQ/TW", "66-NQ/TW"),
            ("68-NQ/TW", "68-NQ/TW"),
        ],
    ),
    (
        "tại Tờ trình số 1036/TTr-SCT ngày 05/5/2021 và Công văn số 1516/SCT-QLTM ngày 12/7/2021",
        [("Tờ trình số 1036/TTr-SCT", "1036/TTr-SCT"), ("Công văn số 1516/SCT-QLTM", "1516/SCT-QLTM")],
    ),
    (
        "Công văn số 123/BNV-TCBC, số 124/BNV-TCBC ngày 03/3/2020",
        [("Công văn số 123/BNV-TCBC", "123/BNV-TCBC"), ("số 124/BNV-TCBC", "124/BNV-TCBC")],
    ),
    (
        "Thông báo số 12/TB-VPCP ngày 3/1/2020, số 13-TB/TU ngày 4/1/2020",
        [("Thông báo số 12/TB-VPCP", "12/TB-VPCP"), ("số 13-TB/TU", "13-TB/TU")],
    ),
    (
        "các Quyết định số 1/2020/QĐ-UBND ngày 1/2/2020, số 2/2020/QĐ-UBND ngày 3/4/2020 và số 3/2020/QĐ-UBND",
        [
            ("Quyết định số 1/2020/QĐ-UBND", "1/2020/QĐ-UBND"),
            ("số 2/2020/QĐ-UBND", "2/2020/QĐ-UBND"),
            ("số 3/2020/QĐ-UBND", "3/2020/QĐ-UBND"),
        ],
    ),
    (
        "(Nghị định số 01/2020/NĐ-CP; Nghị định số 02/2020/NĐ-CP)",
        [("Nghị định số 01/2020/NĐ-CP", "01/2020/NĐ-CP"), ("Nghị định số 02/2020/NĐ-CP", "02/2020/NĐ-CP")],
    ),
    pytest.param(
        "Công văn số 123/BNV-TCBC, 124/BNV-TCBC ngày 03/3/2020",
        [("Công văn số 123/BNV-TCBC", "123/BNV-TCBC"), ("124/BNV-TCBC", "124/BNV-TCBC")],
    ),
    pytest.param(
        "Nghị quyết 57, 59, 66 và 68 của Bộ Chính trị",
        [("Nghị quyết 57", "57"), ("59", "59"), ("66", "66"), ("68", "68")],
    ),
    pytest.param(
        "các Nghị định số 34 và 35 của Chính phủ",
        [("Nghị định số 34", "34"), ("35", "35")],
    ),
]


@pytest.mark.parametrize(("text", "members"), LISTS)
def test_members(text: str, members: list[tuple[str, str]]) -> None:
    assert [(words, d.code) for words, d in cited(f"Thực hiện {text}.")] == members


def test_the_head_of_a_list_keeps_its_colon_out_of_the_number() -> None:
    found = cited("Các Quyết định: số 290/2005/QĐ-TTg, số 188/2007/QĐ-TTg")
    assert [d.code for _, d in found] == ["290/2005/QĐ-TTg", "188/2007/QĐ-TTg"]
    assert {d.type for _, d in found} == {"Quyết định"}


# text, [(code, type, date, issuer, place)]
SHARED = [
    # a date behind each, the issuer of the head for all
    (
        "các Nghị định của Chính phủ: số 24/2010/NĐ-CP ngày 15 tháng 3 năm 2010; số 34/2011/NĐ-CP ngày 17 tháng 5 năm 2011",
        [
            ("24/2010/NĐ-CP", "Nghị định", "2010-03-15", "Chính phủ", None),
            ("34/2011/NĐ-CP", "Nghị định", "2011-05-17", "Chính phủ", None),
        ],
    ),
    # one date and issuer behind members with nothing between them
    (
        "các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
        [
            ("18-NQ/TW", "Nghị quyết", "2017-10-25", "Ban Chấp hành Trung ương", None),
            ("19-NQ/TW", "Nghị quyết", "2017-10-25", "Ban Chấp hành Trung ương", None),
        ],
    ),
    # the number's own year is never overruled
    (
        "các Quyết định số 15/2018/QĐ-TTg, 16/2019/QĐ-TTg ngày 01/02/2019",
        [
            ("15/2018/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ", None),
            ("16/2019/QĐ-TTg", "Quyết định", "2019-02-01", "Thủ tướng Chính phủ", None),
        ],
    ),
    # full citations share nothing
    (
        "Kế hoạch số 82/KH-UBND ngày 04/6/2018 của UBND tỉnh Bình Định và Kế hoạch số 83/KH-UBND ngày 05/6/2018",
        [
            ("82/KH-UBND", "Kế hoạch", "2018-06-04", "Ủy ban nhân dân tỉnh", "Bình Định"),
            ("83/KH-UBND", "Kế hoạch", "2018-06-05", "Ủy ban nhân dân", None),
        ],
    ),
    # a semicolon ends what a full citation says
    (
        "Quy định số 37-QĐ/TW; Quy định số 47-QĐ/TW ngày 01/11/2011 của Ban Chấp hành Trung ương",
        [
            ("37-QĐ/TW", "Quy định", None, None, None),
            ("47-QĐ/TW", "Quy định", "2011-11-01", "Ban Chấp hành Trung ương", None),
        ],
    ),
    (
        "Nghị quyết số 42/NQ-CP, Nghị quyết số 84/NQ-CP của Chính phủ ngày 29/5/2020",
        [
            ("42/NQ-CP", "Nghị quyết", None, "Chính phủ", None),
            ("84/NQ-CP", "Nghị quyết", "2020-05-29", "Chính phủ", None),
        ],
    ),
    # the issuer at the end of an elliptic list is everybody's
    pytest.param(
        "các Quyết định số 123/QĐ-UBND ngày 01/02/2020, số 456/QĐ-UBND ngày 05/6/2021 của UBND tỉnh Bình Định",
        [
            ("123/QĐ-UBND", "Quyết định", "2020-02-01", "Ủy ban nhân dân tỉnh", "Bình Định"),
            ("456/QĐ-UBND", "Quyết định", "2021-06-05", "Ủy ban nhân dân tỉnh", "Bình Định"),
        ],
    ),
    pytest.param(
        "các Kết luận số 74-KL/TW ngày 22/5/2020, số 38-KL/TW ngày 30/6/2022 của Bộ Chính trị",
        [
            ("74-KL/TW", "Kết luận", "2020-05-22", "Bộ Chính trị", None),
            ("38-KL/TW", "Kết luận", "2022-06-30", "Bộ Chính trị", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "members"), SHARED)
def test_what_members_share(text: str, members: list[tuple[object, ...]]) -> None:
    assert [(d.code, d.type, d.date, d.issuer, d.place) for _, d in cited(f"Thực hiện {text}.")] == members


def test_a_list_that_runs_over_lines() -> None:
    text = (
        "Bãi bỏ các Quyết định sau:\n1. Quyết định số 1/2010/QĐ-UBND ngày 01/02/2010;\n"
        "2. Quyết định số 2/2011/QĐ-UBND ngày 03/4/2011;\n3. Quyết định số 3/2012/QĐ-UBND ngày 05/6/2012.\n"
    )
    assert [d.date for _, d in cited(text)] == ["2010-02-01", "2011-04-03", "2012-06-05"]


def test_numbers_of_other_things_are_no_members() -> None:
    text = (
        "Nghị quyết số 18-NQ/TW, 05 năm thực hiện; Quyết định số 5/QĐ-UBND, 12 cơ quan; Nghị quyết 19, 7 chương trình"
    )
    assert [d.code for _, d in cited(text)] == ["18-NQ/TW", "5/QĐ-UBND", "19"]
