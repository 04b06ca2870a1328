"""A document is guided "tại" the one that a body issued for it: "[Luật] được Bộ Tài chính hướng dẫn tại [Thông tư]"."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

GUIDE = "7/2025/TT-BTC"
GUIDED = (
    ("Nghị định số 45/2024/NĐ-CP", "45/2024/NĐ-CP"),
    ("Nghị định số 45/2024/NĐ-CP về lệ phí", "45/2024/NĐ-CP"),
    ("Luật Phí và lệ phí số 97/2015/QH13", "97/2015/QH13"),
    ("Chỉ thị số 45-CT/TW về đại hội đảng bộ các cấp", "45-CT/TW"),
)
BODIES = ("Bộ Tài chính ", "Ban Tổ chức Trung ương ", "Bộ trưởng Bộ Tài chính ", "các bộ ")
VERBS = ("hướng dẫn", "hướng dẫn thi hành", "hướng dẫn thực hiện", "quy định chi tiết")


@pytest.mark.parametrize(("guided", "body", "verb"), list(product(GUIDED, BODIES, VERBS)))
def test_guided_by(guided: tuple[str, str], body: str, verb: str) -> None:
    for tense, way in product(("", "đã "), ("tại", "bằng", "trong")):
        text = f"Tin mới\n\nNhiều nội dung mới.\n\n{guided[0]} {tense}được {body}{verb} {way} Thông tư số {GUIDE}.\n"
        assert stated(text) == {(GUIDE, "guides", guided[1])}, text


@pytest.mark.parametrize(
    "sentence",
    [
        "{a} chưa được Bộ Tài chính hướng dẫn tại {b}",
        "Người nộp thuế được Bộ Tài chính hướng dẫn tại {b}",
        "Theo {a}, người nộp thuế được Bộ Tài chính hướng dẫn tại {b}",
        "{a} quy định người nộp thuế được cơ quan thuế hướng dẫn tại {b}",
    ],
)
def test_others_are_guided(sentence: str) -> None:
    said = sentence.format(a=GUIDED[0][0], b=f"Thông tư số {GUIDE}")
    assert stated(f"Tin mới\n\nNhiều nội dung mới.\n\n{said}.\n") == set()
