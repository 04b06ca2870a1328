"""A letter, a report, a plan that tells what another document does: "Thông tư này" is not the paper itself."""

from __future__ import annotations

import pytest
from marked import expected, facts

LETTER = "Công văn số 12/SYT-NVY"
HEAD = "SỞ Y TẾ\n[self|Số: 12/SYT-NVY]\nBắc Ninh, ngày 05 tháng 3 năm 2026\n\nKính gửi: Các bệnh viện.\n\n"
A, B, C = "[a|Thông tư số 32/2023/TT-BYT]", "[b|Thông tư số 56/2017/TT-BYT]", "[c|Thông tư số 14/2013/TT-BYT]"
N = "[n|Nghị định số 96/2023/NĐ-CP]"
SENTENCES = [
    (f"Bộ Y tế đã ký {A}. Thông tư này thay thế {B} và {C}.", "a replaces b\na replaces c"),
    (f"Bộ Y tế đã ký {A}. Thông tư này có hiệu lực từ ngày 01/01/2024 và thay thế {B}.", "a replaces b"),
    (f"Bộ Y tế đã ký {A}.\n\nThông tư này bãi bỏ {B}, bãi bỏ Điều 5 {C}.", "a repeals b\na amends c (part)"),
    (f"Ngày 31/12/2023, Chính phủ ký {N}; Bộ Y tế ký {A}. Thông tư này thay thế {B}.", "a replaces b"),
    (
        f"Bộ Y tế ban hành {A} quy định về phí (có hiệu lực kể từ ngày 15/8/2024; thay thế {B} và {C}).",
        "a replaces b\na replaces c",
    ),
    (
        f"1. {A} về phí:\na) Nội dung chủ yếu;\nb) Hiệu lực: từ ngày 15/8/2024;\nc) Nơi nhận phản ánh: Sở Y tế;\n"
        f"d) Thông tư này thay thế {B}.",
        "a replaces b",
    ),
    (f"Bộ Y tế đã ký {A}.\n\n{B} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", "a repeals b"),
    # a passive without an agent of its own before it
    (f"Nghị quyết được ban hành căn cứ {B}. Thông tư này đã được thay thế bởi {A}.", "a replaces b"),
    # of a draft
    (f"Bộ Y tế gửi dự thảo Thông tư về phí; ngày 31/12/2023 đã ký {A}. Thông tư này thay thế {B}.", ""),
    # which of the two is not clear
    (f"Bộ Y tế đã ký {A} và {B}. Thông tư này thay thế {C}.", ""),
    # nobody is told of
    (f"Đề nghị các đơn vị lưu ý. Thông tư này thay thế {C}.", ""),
    # the letter itself
    ("Công văn này thay thế [d|Công văn số 10/SYT-NVY].", "self replaces d"),
]


@pytest.mark.parametrize(("body", "found"), SENTENCES)
def test_a_letter_tells_what_another_document_does(body: str, found: str) -> None:
    assert facts(LETTER, HEAD + body) == expected(found)


def test_a_decision_that_says_so_is_meant_itself() -> None:
    head = "ỦY BAN NHÂN DÂN\n[self|Số: 12/2026/QĐ-UBND]\n\nQUYẾT ĐỊNH\nVề phí\n\nĐiều 1. "
    decision = "Quyết định số 12/2026/QĐ-UBND"
    found = facts(decision, head + "Quy định này thay thế [b|Quyết định số 09/2012/QĐ-UBND].")
    assert found == expected("self replaces b")


@pytest.mark.parametrize(
    ("own", "body", "found"),
    [
        ("Hướng dẫn 21-HD/BTCTW", "Hướng dẫn này thay thế [a|Công văn số 6911-CV/BTCTW].", "self replaces a"),
        ("Hướng dẫn 21-HD/BTCTW", "Hướng dẫn này thay thế [a|Hướng dẫn số 2-HD/BTCTW] và bãi bỏ Mục 3 [b|Công văn số "
         "6910-CV/BTCTW].", "self replaces a\nself amends b (part)"),
        ("Thông báo 12/TB-UBND", "Thông báo này thay thế [a|Công văn số 15/UBND-TH].", "self replaces a"),
        ("Thông báo 12/TB-UBND", "Thông báo này thay thế [a|Quyết định số 15/QĐ-UBND].", ""),
    ],
)  # fmt: skip
def test_a_letter_yields_to_any_paper(own: str, body: str, found: str) -> None:
    assert facts(own, f"[self|Số: {own.split()[-1]}]\n\nNội dung.\n\n1. {body}") == expected(found)


def test_a_letter_asks_for_a_review() -> None:
    asked = "[a|Công văn số 59-CV/TU] ngày 12/9/2025 của Tỉnh ủy về tổng kết [b|Nghị quyết số 18-NQ/TW]"
    assert facts("Báo cáo 12/BC-UBND", f"BÁO CÁO\nCông tác năm 2025\n\n1. Đơn vị thực hiện theo {asked}.\n") == set()
