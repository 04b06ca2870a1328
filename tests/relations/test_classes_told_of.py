"""What is said of the class of documents that a list has for its members ("Bãi bỏ các văn bản trái với Luật …, gồm:")
is no reason to lose them, and befalls no document that the class is told by."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = "UBND TỈNH A\nSố: 12/2026/QĐ-UBND\nA, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề phí, lệ phí\n\nQUYẾT ĐỊNH:\n\n"
MEMBERS = ("45/2012/QĐ-UBND", "46/2013/QĐ-UBND", "7/2014/QĐ-UBND")
BELOW = "".join(
    f"{number}. Quyết định số {code} ngày 10/8/{code.split('/')[1]} của Ủy ban nhân dân tỉnh về phí.\n\n"
    for number, code in enumerate(MEMBERS, 1)
)
BEHIND = "; ".join(f"Quyết định số {code} ngày 10/8/{code.split('/')[1]}" for code in MEMBERS)
LAW = "Luật Đất đai số 45/2013/QH13"
TOLD = [
    "đã được sửa đổi, bổ sung nhiều lần",
    "được thay thế",
    "đã được bãi bỏ một phần",
    "được ban hành trước ngày 01/7/2025",
    f"trái với {LAW}",
    f"không còn phù hợp với {LAW}",
    f"có nội dung liên quan đến {LAW}",
    f"không tuân thủ {LAW}",
]
AT_WORK = [("Bãi bỏ", "repeals"), ("Quyết định này thay thế", "replaces")]
LEADS = [("các văn bản {} sau đây:", "\n\n" + BELOW), ("những văn bản {}, gồm:", "\n\n" + BELOW),
         ("các văn bản {}, gồm: ", BEHIND + ".\n\n")]  # fmt: skip


# a passive before members on its own line may be said of them
CROSSED = [(v, t, lead) for v, t, lead in product(AT_WORK, TOLD, LEADS) if "được" not in t or lead[1].startswith("\n")]


@pytest.mark.parametrize(("verb", "told", "lead"), CROSSED)
def test_members_of_a_class_told_of(verb: tuple[str, str], told: str, lead: tuple[str, str]) -> None:
    word, predicate = verb
    intro, listed = lead
    text = f"{HEAD}Điều 2. {word} {intro.format(told)}{listed}Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.\n"
    assert stated(text) == {("12/2026/QĐ-UBND", predicate, code) for code in MEMBERS}


NOT_DONE = [
    f"Không bãi bỏ các văn bản trái với {LAW} sau đây:",
    f"Sở Tư pháp tham mưu bãi bỏ các văn bản trái với {LAW} sau đây:",
    f"Kiến nghị bãi bỏ các văn bản không còn phù hợp với {LAW}, gồm:",
    "Sở Tư pháp đề xuất bãi bỏ các văn bản đã được sửa đổi sau đây:",
]


@pytest.mark.parametrize("intro", NOT_DONE)
def test_what_is_not_done(intro: str) -> None:
    assert stated(f"{HEAD}Điều 2. {intro}\n\n{BELOW}") == set()


THIS = ["nêu dưới đây", "sau đây", "dưới đây"]
BY = ["được thay thế bằng", "được thay thế bởi", "bị thay thế bởi"]
OF = ["", " của Ủy ban nhân dân tỉnh", " của Hội đồng nhân dân và Ủy ban nhân dân tỉnh"]


@pytest.mark.parametrize(("of", "this", "by"), list(product(OF, THIS, BY)))
def test_whose_documents_are_replaced(of: str, this: str, by: str) -> None:
    text = f"{HEAD}Điều 2. Các quyết định{of} {this} {by} Quyết định này:\n\n{BELOW}"
    assert stated(text) == {("12/2026/QĐ-UBND", "replaces", code) for code in MEMBERS}


AGREED = ["theo quy định của pháp luật", "theo thẩm quyền", "theo đúng quy định", "theo phân cấp"]


@pytest.mark.parametrize(("words", "what"), list(product(AGREED, ["một số điều của ", "Điều 4 ", ""])))
def test_as_the_law_says(words: str, what: str) -> None:
    text = (
        f"Căn cứ Nghị định số 187/2025/NĐ-CP ngày 01/7/2025 của Chính phủ sửa đổi, bổ sung {words} {what}"
        "Nghị định số 78/2025/NĐ-CP ngày 01/4/2025;\n"
    )
    assert stated(text) == {("187/2025/NĐ-CP", "amends", "78/2025/NĐ-CP")}


PLAN = HEAD.replace("QUYẾT ĐỊNH:\n\n", "I. MỤC ĐÍCH\n\n").replace("QĐ-", "KH-").replace("QUYẾT ĐỊNH", "KẾ HOẠCH")
OF_WHAT = [
    ("Kế hoạch nhằm cụ thể hóa các nội dung của:", True),
    ("Triển khai nhiệm vụ tại:", True),
    ("Thực hiện các mục tiêu, nhiệm vụ được giao trong:", True),
    ("Thực hiện tốt các chỉ tiêu của:", True),
    ("Thực hiện nhiệm vụ:", False),
    ("Thực hiện các nhiệm vụ trọng tâm:", False),
]


@pytest.mark.parametrize(("intro", "led"), OF_WHAT)
def test_parts_of_what_stands_below(intro: str, led: bool) -> None:
    listed = "- Nghị quyết số 20-NQ/TW ngày 25/10/2017;\n- Quyết định số 1092/QĐ-TTg ngày 02/9/2018.\n"
    right = {("12/2026/KH-UBND", "implements", code) for code in ("20-NQ/TW", "1092/QĐ-TTg")}
    assert stated(f"{PLAN}{intro}\n\n{listed}") == (right if led else set())
