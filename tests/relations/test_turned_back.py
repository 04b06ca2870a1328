"""Sentences that tell something of a document and turn back to it: "B đã được áp dụng nhiều năm, nhưng đã bị A thay
thế"."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

OLD, OLD_CODE = "Nghị định số 12/2010/NĐ-CP", "12/2010/NĐ-CP"
NEW, NEW_CODE = "Nghị định số 45/2020/NĐ-CP", "45/2020/NĐ-CP"
SUBJECTS = [OLD, f"{OLD} ngày 01/3/2010 của Chính phủ", f"{OLD} về phí", f"Mặc dù {OLD}", f"Tuy {OLD}"]
TOLD = [
    "đã được áp dụng nhiều năm",
    "được ban hành từ lâu",
    "còn được viện dẫn",
    "từng được thực hiện tốt",
    "vẫn được nhiều nơi áp dụng",
]
TURNS = [", nhưng ", " nhưng ", ", song ", ", tuy nhiên, ", ", thế nhưng "]
VERBS = {
    "đã được thay thế bằng {a}": "replaces",
    "nay đã bị bãi bỏ bởi {a}": "repeals",
    "đến nay đã được {a} thay thế": "replaces",
    "đã được sửa đổi, bổ sung theo {a}": "amends",
}
LETTER = (
    "BỘ TÀI CHÍNH\nSố: 4412/BTC-PC\n\nHà Nội, ngày 15 tháng 9 năm 2023\n\nKính gửi: Sở Tài chính\n\n"
    "{}\n\nBộ Tài chính trả lời để Sở được biết./.\n"
)


@pytest.mark.parametrize(("told", "turn"), list(product(TOLD, TURNS)))
def test_the_passive_speaks_of_the_subject(told: str, turn: str) -> None:
    for subject, (verb, predicate), paper in product(SUBJECTS, VERBS.items(), ("{}", LETTER)):
        text = paper.format(f"{subject} {told}{turn}{verb.format(a=NEW)}.")
        assert stated(text) == {(NEW_CODE, predicate, OLD_CODE)}, text


@pytest.mark.parametrize(
    "said",
    [
        "{b} được áp dụng nhưng có thể được thay thế bằng {a}.",
        "{b} được áp dụng, nhưng chưa được thay thế bằng {a}.",
        "{b} được áp dụng, nhưng dự kiến được thay thế bằng {a}.",
        "{b} được áp dụng, nhưng mức phí được quy định bởi {a}.",
        "Hồ sơ theo {b} được giải quyết, nhưng phải thực hiện theo {a}.",
        "Nếu {b} được áp dụng nhưng đã được thay thế bởi {a} thì xử lý.",
        "Việc áp dụng {b} còn khó, nhưng không bị {a} thay thế.",
    ],
)
def test_nothing_was_done_to_it(said: str) -> None:
    for paper in ("{}", LETTER):
        assert stated(paper.format(said.format(a=NEW, b=OLD))) == set()
