"""Pinpoints: which part of a document a citation means."""

from __future__ import annotations

import pytest
from facts import mention_of, wrong

from graph import extract
from graph.citations.pinpoints import read_pinpoints

DECREE = "Nghị định số 01/2020/NĐ-CP"

ROWS = [
    ("điểm b khoản 2 Điều 26 ", ["điểm b, khoản 2, điều 26"]),
    ("khoản 2 Điều 26 của ", ["khoản 2, điều 26"]),
    ("Điều 26 ", ["điều 26"]),
    ("Điểm c, Khoản 3, Điều 7 ", ["điểm c, khoản 3, điều 7"]),
    ("điểm đ khoản 1a Điều 12a ", ["điểm đ, khoản 1a, điều 12a"]),
    # distribution
    (
        "điểm a, b và c khoản 2 Điều 3 ",
        ["điểm a, khoản 2, điều 3", "điểm b, khoản 2, điều 3", "điểm c, khoản 2, điều 3"],
    ),
    ("các khoản 1, 2 và 3 Điều 4 ", ["khoản 1, điều 4", "khoản 2, điều 4", "khoản 3, điều 4"]),
    ("các điều 5, 6 và 7 ", ["điều 5", "điều 6", "điều 7"]),
    ("Điều 6, Điều 7 của ", ["điều 6", "điều 7"]),
    ("Điều 6 và Điều 7 ", ["điều 6", "điều 7"]),
    ("khoản 3, khoản 5 Điều 1 ", ["khoản 3, điều 1", "khoản 5, điều 1"]),
    ("khoản 2 và khoản 3 Điều 4 ", ["khoản 2, điều 4", "khoản 3, điều 4"]),
    ("khoản 1, khoản 2 Điều 3 và Điều 5 ", ["khoản 1, điều 3", "khoản 2, điều 3", "điều 5"]),
    (
        "khoản 2 Điều 5, khoản 3 Điều 7 và điểm a khoản 1 Điều 9 ",
        ["khoản 2, điều 5", "khoản 3, điều 7", "điểm a, khoản 1, điều 9"],
    ),
    (
        "điểm a và điểm b khoản 1, khoản 3 Điều 8 ",
        ["điểm a, khoản 1, điều 8", "điểm b, khoản 1, điều 8", "khoản 3, điều 8"],
    ),
    # ranges
    ("từ Điều 5 đến Điều 9 ", ["điều 5-9"]),
    ("các điều 5 đến 9 ", ["điều 5-9"]),
    # larger units
    ("Phụ lục I ban hành kèm theo ", ["phụ lục I"]),
    ("Phụ lục II kèm theo ", ["phụ lục II"]),
    ("khoản 4 Điều 10 Phụ lục II ", ["khoản 4, điều 10, phụ lục II"]),
    ("Mục 2 Chương III ", ["mục 2, chương III"]),
    ("Chương II, Chương IV ", ["chương II", "chương IV"]),
    ("Phần II Phụ lục III ", ["phần II, phụ lục III"]),
    ("Điều 5 của Quy chế ban hành kèm theo ", ["điều 5"]),
    # a larger unit that stands apart is none around the smaller one
    ("khoản 1 Điều 3; Chương II; Điều 30 của ", ["khoản 1, điều 3", "chương II", "điều 30"]),
    ("Điều 48 và Phụ lục XIV ", ["điều 48", "phụ lục XIV"]),
    ("Điều 5, Chương II ", ["điều 5, chương II"]),
    # wraps and emphasis
    ("khoản 2\nĐiều 26\n", ["khoản 2, điều 26"]),
    ("**khoản 2 Điều 26** ", ["khoản 2, điều 26"]),
    # parts of another thing
    ("khoản 2 Điều này; ", []),
    ("Điều 5 Thông tư này. ", []),
    ("khoản 1 Điều 5. ", []),
    ("Điều 5 quy định về việc áp dụng ", []),
    # false friends
    ("mục tiêu của ", []),
    ("mục đích, yêu cầu của ", []),
    ("một số điều của ", []),
    ("điều kiện theo ", []),
    ("chương trình thực hiện ", []),
    ("khoản vay 5 tỷ theo ", []),
    ("20 phần trăm theo ", []),
    ("điểm mua hàng theo ", []),
    ("3 điểm so với ", []),
    ("", []),
    wrong("gạch đầu dòng thứ nhất điểm a khoản 2 Điều 3 ", ["gạch đầu dòng 1, điểm a, khoản 2, điều 3"],
          why="the dash of a list is no unit yet"),
    wrong("tiết b điểm 2 khoản 1 Mục II ", ["tiết b, điểm 2, khoản 1, mục II"], why="tiết is no unit yet"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "paths"), ROWS)
def test_read_pinpoints(before: str, paths: list[str]) -> None:
    assert [str(p) for p in read_pinpoints(before + DECREE, 0, len(before))] == paths


@pytest.mark.parametrize(("before", "paths"), ROWS)
def test_pinpoints_of_a_mention(before: str, paths: list[str]) -> None:
    result = extract(f"Thực hiện quy định tại {before}{DECREE}, đơn vị báo cáo.")
    assert [str(p) for p in mention_of(result, DECREE).pinpoints] == paths


def test_each_document_has_its_own() -> None:
    text = "theo khoản 1 Điều 2 của Nghị định số 01/2020/NĐ-CP và Điều 3 Thông tư số 02/2021/TT-BTC, Luật Đất đai"
    result = extract(text)
    assert [[str(p) for p in m.pinpoints] for m in result.mentions] == [["khoản 1, điều 2"], ["điều 3"], []]


def test_the_words_of_a_pinpoint_are_kept() -> None:
    result = extract("tại điểm a, b khoản 2 Điều 3 Nghị định số 01/2020/NĐ-CP")
    assert {p.text for p in result.mentions[0].pinpoints} == {"điểm a, b khoản 2 Điều 3"}


def test_order_is_largest_unit_first() -> None:
    result = extract("tại điểm b khoản 2 Điều 26 Luật số 69/2020/QH14")
    assert result.mentions[0].pinpoints[0].path == (("điều", "26"), ("khoản", "2"), ("điểm", "b"))


def test_a_named_act_and_a_party_document_take_pinpoints() -> None:
    result = extract("theo Điều 5 Luật Đất đai năm 2024; điểm 2 mục III Nghị quyết số 18-NQ/TW")
    assert [[str(p) for p in m.pinpoints] for m in result.mentions] == [["điều 5"], ["điểm 2, mục III"]]
