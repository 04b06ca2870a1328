"""What stands in front of the document that a sentence is about: the one in which something is read ("Theo A, B hết
hiệu lực"), the one for which it was made ("Để hướng dẫn A, Chính phủ ban hành B")."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

ARTICLE = "Quy định mới về hồ sơ\n\n"
RULE, OLD = "187/2025/NĐ-CP", "34/2016/NĐ-CP"
REFERENCES = ("Theo", "Theo quy định tại", "Theo Điều 30", "Theo quy định tại khoản 2 Điều 30 của")
DAYS = ("", " kể từ ngày 01/7/2025,", " từ ngày 01 tháng 7 năm 2025,", " từ 01/7/2025")
ENDS = ("hết hiệu lực", "bị bãi bỏ", "không còn hiệu lực")


@pytest.mark.parametrize(("reference", "day", "end"), list(product(REFERENCES, DAYS, ENDS)))
def test_read_in_it(reference: str, day: str, end: str) -> None:
    text = f"{ARTICLE}{reference} Nghị định {RULE},{day} Nghị định {OLD} {end}.\n"
    assert stated(text) == {(RULE, "repeals", OLD)}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Căn cứ Nghị định {RULE}, Nghị định {OLD} hết hiệu lực kể từ ngày 01/7/2025",  # by whom is not said
        f"Theo Nghị định {RULE}, giấy phép hết hiệu lực kể từ ngày 01/7/2025",
        f"Theo Nghị định {RULE}, Nghị định {OLD} có hiệu lực kể từ ngày 01/7/2025",
    ],
)
def test_nothing_ended_by_it(sentence: str) -> None:
    assert stated(f"{ARTICLE}{sentence}.\n") == set()


PURPOSES = ("Để hướng dẫn", "Nhằm hướng dẫn", "Để quy định chi tiết", "Nhằm hướng dẫn thi hành")
ISSUES = (
    "Chính phủ ban hành",
    "Chính phủ đã ban hành",
    "ngày 12/3/2025, Chính phủ ban hành",
    "Chính phủ đã kịp thời ban hành",
)


@pytest.mark.parametrize(("purpose", "issue"), list(product(PURPOSES, ISSUES)))
def test_made_to_guide(purpose: str, issue: str) -> None:
    law = "Luật Đất đai số 31/2024/QH15"
    one = f"{ARTICLE}{purpose} {law}, {issue} Nghị định {RULE}.\n"
    assert stated(one) == {(RULE, "guides", "31/2024/QH15")}
    two = f"{ARTICLE}{purpose} {law}, {issue} Nghị định {RULE} và Nghị định 188/2025/NĐ-CP.\n"
    assert stated(two) == {(code, "guides", "31/2024/QH15") for code in (RULE, "188/2025/NĐ-CP")}
