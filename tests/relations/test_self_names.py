"""What "… này" says in letters, guides, notices and plans: the paper itself, or one of another type that it tells of."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from facts import relations

HEAD = "UBND TỈNH QUẢNG NAM\nSỞ NỘI VỤ\n\nSố: {code}\n\nQuảng Nam, ngày 3 tháng 9 năm 2021\n\n{title}\n\n"
PAPERS = {
    "Công văn": ("1234/SNV-CCVC", "V/v hướng dẫn chế độ\n\nKính gửi: UBND các huyện"),
    "Hướng dẫn": ("12/HD-SNV", "HƯỚNG DẪN\nVề chế độ"),
    "Thông báo": ("12/TB-SNV", "THÔNG BÁO\nVề chế độ"),
    "Kế hoạch": ("12/KH-SNV", "KẾ HOẠCH\nVề chế độ"),
}
OLD = ["Hướng dẫn số 08/HD-SNV", "Công văn số 08/SNV-VP", "Thông báo số 08/TB-SNV", "Kế hoạch số 08/KH-SNV"]
VERBS = {"thay thế": "replaces", "có hiệu lực từ ngày ký và thay thế": "replaces", "bãi bỏ": "repeals"}


@pytest.mark.parametrize("kind", PAPERS)
def test_any_paper_ends_another_of_its_body(kind: str) -> None:
    code, title = PAPERS[kind]
    for old, (verb, predicate), this in product(OLD, VERBS.items(), (kind, "Văn bản")):
        text = HEAD.format(code=code, title=title) + f"1. Về đối tượng.\n2. {this} này {verb} {old} ngày 5/1/2017."
        assert relations(text) == {(code, predicate, old.split()[-1])}, text


def test_a_letter_that_guides_calls_itself_a_guide() -> None:
    text = HEAD.format(code="1234/SNV-CCVC", title=PAPERS["Công văn"][1])
    text += "2. Hướng dẫn này thay thế Hướng dẫn số 08/HD-SNV ngày 5/1/2017."
    assert relations(text) == {("1234/SNV-CCVC", "replaces", "08/HD-SNV")}


@pytest.mark.parametrize(
    ("kind", "told", "stated"),
    [
        ("Công văn", "Ngày 1/9/2021, Sở Nội vụ ban hành Hướng dẫn số 05/HD-SNV về chế độ. Hướng dẫn này thay thế Hướng dẫn số 08/HD-SNV ngày 5/1/2017.", ("05/HD-SNV", "08/HD-SNV")),
        ("Thông báo", "Sở Nội vụ đã ban hành Kế hoạch số 44/KH-SNV ngày 1/9/2021. Kế hoạch này thay thế Kế hoạch số 12/KH-SNV ngày 5/1/2021.", ("44/KH-SNV", "12/KH-SNV")),
        ("Kế hoạch", "Sở Nội vụ đã ban hành Hướng dẫn số 44/HD-SNV ngày 1/9/2021. Hướng dẫn này thay thế Hướng dẫn số 12/HD-SNV ngày 5/1/2021.", ("44/HD-SNV", "12/HD-SNV")),
        # nothing tells which plan
        ("Thông báo", "Giám đốc Sở vừa ký kế hoạch mới. Kế hoạch này thay thế Kế hoạch số 12/KH-SNV ngày 5/1/2021.", None),
    ],
)  # fmt: skip
def test_this_paper_is_another_one(kind: str, told: str, stated: tuple[str, str] | None) -> None:
    code, title = PAPERS[kind]
    ends = {(s, o) for s, p, o in relations(HEAD.format(code=code, title=title) + told) if p == "replaces"}
    assert ends == ({stated} if stated else set())
