"""What a sentence has said of a document before it comes to a verb."""

from __future__ import annotations

import pytest
from statements import stated

DECISION = "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nSố: 12/2025/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nĐiều 3. Hiệu lực thi hành\n{}\n"
OWN = "12/2025/QĐ-UBND"
OLD, FIRST, SECOND = "18/2019/QĐ-UBND", "21/2021/QĐ-UBND", "10/2023/QĐ-UBND"


@pytest.mark.parametrize("verb", ["thay thế", "bãi bỏ"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này {v} Quyết định số {a}; Quyết định số {b} ngày 14/12/2021 của Chủ tịch UBND tỉnh, sửa đổi Quyết "
        "định số {a}.",
        "2. Quyết định này {v} Quyết định số {a}, Quyết định số {b} ngày 14/12/2021, sửa đổi Quyết định số {a}.",
        "Quyết định này có hiệu lực từ ngày 01/02/2026 và {v} Quyết định số {a}; Quyết định số {b} ngày 14/12/2021, "
        "sửa đổi Điều 3 Quyết định số {a}.",
    ],
)
def test_what_is_ended_is_not_changed_as_well(verb: str, sentence: str) -> None:
    ends = "replaces" if verb == "thay thế" else "repeals"
    text = DECISION.format(sentence.format(v=verb, a=OLD, b=FIRST))
    assert stated(text) == {(OWN, ends, OLD), (OWN, ends, FIRST), (FIRST, "amends", OLD)}


def test_another_object_is_changed() -> None:
    text = DECISION.format(f"Quyết định này bãi bỏ Quyết định số {OLD}, sửa đổi Quyết định số {FIRST}.")
    assert stated(text) == {(OWN, "repeals", OLD), (OWN, "amends", FIRST)}


def test_each_member_does_its_own() -> None:
    text = (
        f"Sở đã trình ban hành: Quyết định số {FIRST} ngày 11/4/2021 (thay thế Quyết định số 7/2016/QĐ-UBND), Quyết "
        f"định số {SECOND} ngày 02/7/2023 sửa đổi Điều 6 Quyết định số {OLD}."
    )
    assert stated(text) == {(FIRST, "replaces", "7/2016/QĐ-UBND"), (SECOND, "amends", OLD)}


PLAN = "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nSố: 12/KH-UBND\n\nKẾ HOẠCH\n{} Nghị quyết số 36/2023/NQ-HĐND của HĐND tỉnh\n"


@pytest.mark.parametrize(
    ("title", "carried"),
    [
        ("Giám sát việc thực hiện", False),
        ("Về kiểm tra, giám sát việc triển khai thực hiện", False),
        ("Khảo sát, đánh giá kết quả thực hiện", False),
        ("Về việc thực hiện", True),
        ("Tăng cường thực hiện", True),
    ],
)
def test_who_looks_at_it_does_not_carry_it_out(title: str, carried: bool) -> None:
    found = stated(PLAN.format(title), of={"implements"})
    assert found == ({("12/KH-UBND", "implements", "36/2023/NQ-HĐND")} if carried else set())
