"""The list of properties that a portal prints of one document states what the document does to those that it lists."""

from __future__ import annotations

from itertools import product

import pytest
from facts import relations

OWN = "12/2020/TT-BXD"
FACTS = [
    ("Số ký hiệu", [OWN]),
    ("Loại văn bản", ["Thông tư"]),
    ("Cơ quan ban hành", ["Bộ Xây dựng"]),
    ("Ngày ban hành", ["15/03/2020"]),
]
OLDER = ["Thông tư số 05/2016/TT-BXD", "Thông tư 06/2014/TT-BXD"]
YOUNGER = ["Thông tư số 05/2024/TT-BXD", "Thông tư 06/2025/TT-BXD"]
# label, what is listed, the predicate, and whether the document itself acts; None where nothing is stated
LABELS: list[tuple[str, list[str], str | None, bool]] = [
    ("Văn bản bị thay thế", OLDER, "replaces", True),
    ("Thay thế cho văn bản", OLDER, "replaces", True),
    ("Văn bản thay thế", YOUNGER, "replaces", False),
    ("Văn bản thay thế", OLDER, "replaces", True),  # the days tell
    ("Được thay thế bởi", YOUNGER, "replaces", False),
    ("Văn bản bị bãi bỏ", OLDER, "repeals", True),
    ("Văn bản bị hủy bỏ", OLDER, "repeals", True),
    ("Văn bản bãi bỏ", YOUNGER, "repeals", False),
    ("Văn bản bị sửa đổi, bổ sung", OLDER, "amends", True),
    ("Văn bản sửa đổi, bổ sung", YOUNGER, "amends", False),
    ("Văn bản đính chính", YOUNGER, "corrects", False),
    ("Văn bản bị đính chính", OLDER, "corrects", True),
    ("Văn bản hợp nhất", ["Văn bản hợp nhất số 05/VBHN-BXD"], "consolidates", False),
    ("Văn bản được hướng dẫn", ["Nghị định số 15/2013/NĐ-CP"], "guides", True),
    ("Văn bản hướng dẫn", ["Nghị định số 15/2020/NĐ-CP"], "guides", True),  # rank tells
    ("Văn bản quy định chi tiết, hướng dẫn thi hành", ["Luật Xây dựng số 50/2014/QH13"], "guides", True),
    ("Văn bản căn cứ", ["Luật Xây dựng số 50/2014/QH13", "Nghị định số 81/2017/NĐ-CP"], "based_on", True),
    ("Căn cứ ban hành", ["Nghị định số 81/2017/NĐ-CP"], "based_on", True),
    ("Văn bản liên quan", OLDER, None, True),
    ("Văn bản dẫn chiếu", OLDER, None, True),
    ("Văn bản bãi bỏ, thay thế", YOUNGER, None, True),  # which of the two is not told
]
LAYOUTS = [
    "{label}: {comma}", "{label}: {semicolon}", "| {label} | {comma} |", "{label}\n{lines}", "**{label}:** {comma}",
    "* {label}:\n - {items}", "{label}\t{comma}",
]  # fmt: skip


def _row(layout: str, label: str, values: list[str]) -> str:
    return layout.format(
        label=label, comma=", ".join(values), semicolon="; ".join(values), lines="\n".join(values),
        items="\n - ".join(values),
    )  # fmt: skip


@pytest.mark.parametrize(("case", "layout"), list(product(LABELS, LAYOUTS)))
def test_a_label_says_what_is_done(case: tuple[str, list[str], str | None, bool], layout: str) -> None:
    label, values, predicate, acts = case
    for at in (len(FACTS) - 1, len(FACTS)):
        rows = [*FACTS[:at], (label, values), *FACTS[at:], ("Lĩnh vực", ["Xây dựng"])]
        text = "\n".join(_row(layout, *row) for row in rows)
        codes = [value.split()[-1] for value in values]
        expected = {(OWN, predicate, code) if acts else (code, predicate, OWN) for code in codes if predicate}
        assert relations(text) == expected, text


def test_the_title_of_the_list_is_the_documents() -> None:
    text = (
        "Số ký hiệu: 29/2015/NĐ-CP\nNgày ban hành: 15/03/2015\nCơ quan ban hành: Chính phủ\n"
        "Trích yếu: Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Công chứng số 53/2014/QH13\n"
        "Tình trạng: Còn hiệu lực"
    )
    assert relations(text) == {("29/2015/NĐ-CP", "guides", "53/2014/QH13")}


def test_a_title_behind_what_is_listed_names_no_member() -> None:
    text = (
        "Số ký hiệu: 12/2020/TT-BXD\nLoại văn bản: Thông tư\nNgày ban hành: 15/03/2020\n"
        "Văn bản bị thay thế: Thông tư số 05/2016/TT-BXD hướng dẫn Nghị định số 15/2013/NĐ-CP"
    )
    assert relations(text) == {(OWN, "replaces", "05/2016/TT-BXD")}


def test_the_text_below_the_list_keeps_its_preamble() -> None:
    text = (
        "Số ký hiệu: 12/2020/TT-BXD\nLoại văn bản: Thông tư\nNgày ban hành: 15/03/2020\n"
        "Văn bản bị thay thế: Thông tư số 05/2016/TT-BXD\n\n"
        "BỘ XÂY DỰNG\n-------\nSố: 12/2020/TT-BXD\nHà Nội, ngày 15 tháng 3 năm 2020\n\nTHÔNG TƯ\nVề nhà ở\n\n"
        "Căn cứ Luật Xây dựng số 50/2014/QH13;\nBộ trưởng Bộ Xây dựng ban hành Thông tư về nhà ở.\n"
        "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định về nhà ở.\n"
    )
    assert relations(text) == {(OWN, "replaces", "05/2016/TT-BXD"), (OWN, "based_on", "50/2014/QH13")}


def test_a_line_of_an_article_is_no_property() -> None:
    text = (
        "Điểm mới về nhà ở\nCăn cứ pháp lý: Luật Xây dựng số 50/2014/QH13\nVăn bản bị thay thế: Thông tư 05/2016/TT-BXD"
    )
    assert relations(text) == set()
