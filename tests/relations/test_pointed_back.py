"""Documents that a text points back to by their type: "Nghị quyết nói trên đã được cụ thể hóa bằng [B]"."""

from __future__ import annotations

import pytest
from statements import stated

FIRST, SECOND = "Nghị định số 24/2014/NĐ-CP", "Nghị định số 107/2020/NĐ-CP"
LATER, LATER_CODE = "Nghị định số 45/2025/NĐ-CP", "45/2025/NĐ-CP"
REPORT = "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nSố: 12/BC-UBND\n\nBÁO CÁO\nKết quả công tác năm 2025\n\n{}\n"


@pytest.mark.parametrize("pointing", ["nói trên", "nêu trên", "kể trên", "đó", "ấy", "trên"])
@pytest.mark.parametrize(
    ("said", "predicate"),
    [
        ("bị bãi bỏ bởi {b}", "repeals"),
        ("đã bị {b} thay thế", "replaces"),
        ("nay được sửa đổi, bổ sung bởi {b}", "amends"),
    ],
)
def test_what_befell_it(pointing: str, said: str, predicate: str) -> None:
    for told in ("Sở vẫn áp dụng {a}; {p} {s}.", "{a} không còn phù hợp, đề nghị không viện dẫn. {p} {s}."):
        text = told.format(a=FIRST, p=f"Nghị định {pointing}", s=said.format(b=LATER))
        for paper in ("{}", REPORT):
            assert stated(paper.format(text)) == {(LATER_CODE, predicate, "24/2014/NĐ-CP")}, text


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        (
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết đó đã được cụ thể hóa bằng Nghị quyết số 10/NQ-CP.",
            ("10/NQ-CP", "implements", "18-NQ/TW"),
        ),
        (
            "Kết luận số 06-KL/TW về tín dụng chính sách; Kết luận nói trên đã được Tỉnh ủy cụ thể hóa bằng "
            "Kế hoạch số 27-KH/TU, ngày 19/8/2021.",
            ("27-KH/TU", "implements", "06-KL/TW"),
        ),
        (
            "Quốc hội đã thông qua Nghị quyết số 201/2025/QH15; Chính phủ đã ban hành Nghị định số 192/2025/NĐ-CP quy "
            "định chi tiết và biện pháp thi hành Nghị quyết nói trên.",
            ("192/2025/NĐ-CP", "guides", "201/2025/QH15"),
        ),
    ],
)
def test_it_serves_and_is_served(sentence: str, want: tuple[str, str, str]) -> None:
    for paper in ("{}", REPORT):
        assert stated(paper.format(sentence)) == {want}


def test_several() -> None:
    text = f"{FIRST} (được sửa đổi tại {SECOND}); hai Nghị định ấy bị bãi bỏ bởi {LATER}."
    assert stated(text) == {
        ("107/2020/NĐ-CP", "amends", "24/2014/NĐ-CP"),
        (LATER_CODE, "repeals", "24/2014/NĐ-CP"),
        (LATER_CODE, "repeals", "107/2020/NĐ-CP"),
    }


@pytest.mark.parametrize(
    "text",
    [
        f"Các sở áp dụng {FIRST} và {SECOND}. Nghị định nói trên bị bãi bỏ bởi {LATER}.",  # which one?
        f"Theo {FIRST}, dự thảo Nghị định nêu trên được thay thế bởi {LATER}.",
        f"Theo {FIRST}, Bộ đã trình dự thảo Nghị định mới. Nghị định đó bị thay thế bởi {LATER}.",
        f"Theo {FIRST}, Nghị định trên địa bàn tỉnh được thay thế bởi {LATER}.",
    ],
)
def test_where_it_is_not_clear(text: str) -> None:
    assert not {row for row in stated(text) if row[0] == LATER_CODE and row[1] == "repeals"}
