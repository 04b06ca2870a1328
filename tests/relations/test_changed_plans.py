"""Plans that are changed ("sửa đổi, bổ sung Chương trình hành động … thực hiện [A]"), crossed: the plan carries A out,
who changes it does not; the document that the plan was issued with is changed."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = (
    "THỦ TƯỚNG CHÍNH PHỦ\nSố: 71/QĐ-TTg\nHà Nội, ngày 01 tháng 4 năm 2025\n\nQUYẾT ĐỊNH\n{title}\n\nCăn cứ {basis};\n\n"
    "QUYẾT ĐỊNH:\n\nĐiều 1. {article}\n"
)
TITLE, BASIS = "Về một số nhiệm vụ", "Luật Tổ chức Chính phủ số 63/2025/QH15"
VERBS = (
    "sửa đổi, bổ sung", "sửa đổi, bổ sung, cập nhật", "điều chỉnh", "phê duyệt điều chỉnh", "phê duyệt bổ sung",
    "bổ sung", "thay thế", "bãi bỏ", "hướng dẫn", "về việc điều chỉnh, bổ sung", "kéo dài thời gian thực hiện",
)  # fmt: skip
PLANS = (
    "Chương trình hành động của Chính phủ", "nhiệm vụ trong Chương trình công tác", "một số nội dung của Kế hoạch",
    "Đề án", "Phương án", "Lộ trình", "Danh mục nhiệm vụ", "Phụ lục kèm theo Kế hoạch của Ủy ban nhân dân tỉnh",
)  # fmt: skip
SERVICE = ("thực hiện", "triển khai", "tổ chức thực hiện", "nhằm cụ thể hóa")
TARGETS = ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "Luật Đất đai số 31/2024/QH15")
ACTORS = ("71/QĐ-TTg", "11/QĐ-TTg")
ISSUED = ("ban hành kèm theo", "được phê duyệt tại", "(ban hành kèm theo", "tại")


def places(words: str) -> list[str]:
    """The words as the title, in an article, of the text itself, in a cited title."""
    opened = words[0].upper() + words[1:]
    cited = f"Quyết định số 11/QĐ-TTg ngày 01/3/2025 của Thủ tướng Chính phủ {words}"
    return [
        HEAD.format(title=opened, basis=BASIS, article="Giao các bộ."),
        HEAD.format(title=TITLE, basis=BASIS, article=f"{opened}."),
        HEAD.format(title=TITLE, basis=BASIS, article=f"Quyết định này {words}."),
        HEAD.format(title=TITLE, basis=f"{cited};\n\nCăn cứ {BASIS}", article="Giao các bộ."),
    ]


@pytest.mark.parametrize("verb", VERBS)
def test_who_changes_a_plan_does_not_carry_out(verb: str) -> None:
    wrong = []
    for at, (plan, service) in enumerate(product(PLANS, SERVICE)):
        for text in places(f"{verb} {plan} {service} {TARGETS[at % 2]}"):
            wrong += [
                (text, fact) for fact in stated(text) if fact[0] in ACTORS and fact[2] in ("57-NQ/TW", "31/2024/QH15")
            ]
    assert not wrong


@pytest.mark.parametrize("issued", ISSUED)
@pytest.mark.parametrize(
    ("verb", "predicate"), [("sửa đổi, bổ sung", "amends"), ("bãi bỏ", "repeals"), ("thay thế", "replaces")]
)
def test_the_document_of_a_plan_is_changed(verb: str, predicate: str, issued: str) -> None:
    by = "Quyết định số 03/QĐ-TTg ngày 09/01/2025 của Thủ tướng Chính phủ" + (")" if issued[0] == "(" else "")
    for plan, target in product(("Kế hoạch", "Đề án", "Phương án"), TARGETS):
        title, article, itself, cited = places(f"{verb} {plan} triển khai thực hiện {target} {issued} {by}")
        # "… tại [B]": something in B
        told = "amends" if issued == "tại" else predicate
        for text in (title, article, itself):
            assert stated(text) == {("71/QĐ-TTg", told, "03/QĐ-TTg")}, text
        assert stated(cited) == {("11/QĐ-TTg", told, "03/QĐ-TTg")}, cited


@pytest.mark.parametrize(
    "words",
    [
        "Ban hành Kế hoạch thực hiện {a}",
        "Phê duyệt Đề án triển khai {a}",
        "Cập nhật, bổ sung Chương trình hành động của Chính phủ thực hiện {a}",
        "Sửa đổi, bổ sung và ban hành Kế hoạch thực hiện {a}",
    ],
)
def test_a_plan_that_is_issued_carries_out(words: str) -> None:
    text = HEAD.format(title=words.format(a=TARGETS[0]), basis=BASIS, article="Giao các bộ.")
    assert stated(text) == {("71/QĐ-TTg", "implements", "57-NQ/TW")}


def test_a_numbered_plan_is_changed_and_carries_out() -> None:
    words = f"sửa đổi, bổ sung Kế hoạch số 12/KH-TTg ngày 01/01/2025 thực hiện {TARGETS[0]}"
    for text in places(words)[:3]:
        assert stated(text) == {("71/QĐ-TTg", "amends", "12/KH-TTg"), ("12/KH-TTg", "implements", "57-NQ/TW")}


def test_what_is_further_carried_out_is_not_said_either() -> None:
    words = (
        f"sửa đổi, bổ sung Kế hoạch thực hiện {TARGETS[0]} và Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị"
    )
    assert not any(stated(text) for text in places(words))
