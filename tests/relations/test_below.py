"""Items below an amending article: "1. Sửa đổi khoản 2 Điều 3 …; 2. Bãi bỏ Điều 7" speak of the document that the article
names."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import related

from graph import extract

OWN = "Nghị định 50/2026/NĐ-CP"
A = "[a|Nghị định số 10/2022/NĐ-CP]"
B = "[b|Nghị định số 11/2022/NĐ-CP]"
HEAD = "NGHỊ ĐỊNH\nVề phí\n\nCăn cứ Hiến pháp;\n\n"
SOME = f"Điều 1. Sửa đổi, bổ sung một số điều của {A} về phí như sau:\n"
TAIL = "\nĐiều 5. Nghị định này có hiệu lực từ ngày ký.\n"

# below the article "Sửa đổi, bổ sung một số điều của A như sau:", the provisions of A
ITEMS = [
    ("1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Phí.”\n2. Bãi bỏ Điều 7.", ["khoản 2, điều 3", "điều 7"]),
    ("1. Bổ sung điểm c vào sau điểm b khoản 1 Điều 9 như sau:", ["điểm c, khoản 1, điều 9"]),
    ("1. Bổ sung khoản 3 và khoản 4 vào Điều 8 như sau:", ["khoản 3, điều 8", "khoản 4, điều 8"]),
    ("1. Bổ sung Điều 7a vào sau Điều 7 như sau:", ["điều 7a"]),
    ("1. Khoản 3 Điều 5 được sửa đổi, bổ sung như sau:", ["khoản 3, điều 5"]),
    ("1. Điều 9 được bổ sung khoản 4 như sau:", ["khoản 4, điều 9"]),
    ("1. Tại khoản 3 Điều 5, bãi bỏ cụm từ “sở”.", ["khoản 3, điều 5"]),
    ("1. Thay thế cụm từ “khoản 7 Điều 70” bằng cụm từ “ban” tại Điều 10, Điều 11.", ["điều 10", "điều 11"]),
    ("1. Thay thế “Bộ” bằng “Sở” tại khoản 1 Điều 5.\n2. Bỏ cụm từ “gốc” tại Điều 6.", ["khoản 1, điều 5", "điều 6"]),
    ("1. Bãi bỏ các Điều 20, 21; khoản 3 Điều 23.", ["điều 20", "điều 21", "khoản 3, điều 23"]),
    ("1. Sửa đổi Điều 3 như sau:\na) Sửa đổi khoản 2 như sau:\n“2. Phí.”\nb) Bãi bỏ khoản 5.",
     ["điều 3", "khoản 2, điều 3", "khoản 5, điều 3"]),
    (f"1. Sửa đổi Điều 8 (đã được sửa đổi tại khoản 2 Điều 1 {B}) như sau:", ["điều 8"]),
    # new wording, in marks of either kind
    ("1. Sửa đổi Điều 6 như sau:\n“Điều 6. Phí\n1. Bãi bỏ khoản 9 Điều 99.”", ["điều 6"]),
    ('1. Sửa đổi Điều 6 như sau:\n"Điều 6. Phí\n1. Bãi bỏ khoản 9 Điều 99."\n2. Bãi bỏ Điều 7.', ["điều 6", "điều 7"]),
    # of another document, or of none
    (f"1. Bãi bỏ Điều 6 {B}.", []),
    (f"1. Sửa đổi {B} như sau:\na) Bãi bỏ Điều 4.", []),
    ("1. Việc thu phí thực hiện theo Điều 4.", []),
    ("1. Bãi bỏ khoản 4.", []),
]  # fmt: skip


@pytest.mark.parametrize(("items", "parts"), ITEMS)
def test_provisions_of_the_document_above(items: str, parts: list[str]) -> None:
    found = [r for r in related(OWN, HEAD + SOME + items + TAIL) if (r.predicate, r.object) == ("amends", "a")]
    own = [r for r in found if r.subject == "self"]
    assert [str(p) for r in own for p in r.pinpoints] == parts


@pytest.mark.parametrize(
    ("article", "parts"),
    [
        (f"Điều 1. Sửa đổi, bổ sung một số điều của {A}\n1. Bãi bỏ Điều 7.", ["điều 7"]),
        (f"Điều 1. Sửa đổi Quy chế ban hành kèm theo {A}, cụ thể:\n1. Bãi bỏ Điều 7.", ["điều 7"]),
        (f"Điều 1. Sửa đổi các Nghị định\n1. Sửa đổi một số điều của {A}:\na) Bãi bỏ Điều 7.\nb) Bãi bỏ Điều 8.", ["điều 7", "điều 8"]),
        (f"{SOME}1. Bãi bỏ Điều 7.\nĐiều 2. Sửa đổi, bổ sung một số điều của {B} như sau:\n1. Bãi bỏ Điều 8.", ["điều 7"]),
        (f"Điều 1. Thông tư này sửa đổi một số điều của {A} và {B} như sau:\n1. Bãi bỏ Điều 7.", []),
    ],
)  # fmt: skip
def test_the_article_above(article: str, parts: list[str]) -> None:
    found = [r for r in related(OWN, HEAD + article + TAIL) if (r.predicate, r.object) == ("amends", "a")]
    assert [str(p) for r in found for p in r.pinpoints] == parts


def test_parts_of_the_provision_above() -> None:
    """The article itself names the provision that its items divide."""
    text = (
        "CHÍNH PHỦ\nSố: 50/2026/NĐ-CP\nNGHỊ ĐỊNH\nVề phí\n\n"
        "Điều 1. Sửa đổi, bổ sung Điều 3 Nghị định số 10/2022/NĐ-CP như sau:\n1. Bãi bỏ khoản 4, khoản 5.\n"
    )
    (found,) = [r for r in extract(text).relations if r.predicate == "amends"]
    assert [str(p) for p in found.pinpoints] == ["điều 3", "khoản 4, điều 3", "khoản 5, điều 3"]
