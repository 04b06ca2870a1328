"""The opening of a letter says what it carries out itself; that others carry a document out is no relation of it
(`graph.relations.openings`)."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

LETTER = (
    "BỘ TÀI CHÍNH\nSố: 123/BTC-CST\nV/v lệ phí\nHà Nội, ngày 05 tháng 3 năm 2026\n\nKính gửi: Sở Tài chính tỉnh A\n\n"
    "Bộ Tài chính nhận được công văn của Sở. Về việc này, Bộ có ý kiến như sau:\n\n"
)
CODE = "45/2024/NĐ-CP"
ACT = f"Nghị định số {CODE}"
OTHERS = (
    "Doanh nghiệp", "Người dân", "Học sinh", "Nhà thầu", "Chủ đầu tư", "Thí sinh", "Ngân hàng", "Công ty",
    "Doanh nghiệp, hợp tác xã", "Trong năm, doanh nghiệp", "Các cơ sở y tế", "Cán bộ, công chức",
)  # fmt: skip
VERBS = ("thực hiện", "triển khai thực hiện", "thực hiện nghiêm")


@pytest.mark.parametrize(("who", "verb"), list(product(OTHERS, VERBS)))
def test_others_do(who: str, verb: str) -> None:
    for end in (".", " từ năm 2026.", " khi lập hồ sơ."):
        assert stated(f"{LETTER}{who} {verb} {ACT}{end}\n") == set()


@pytest.mark.parametrize("opening", ["", "Kịp thời ", "Tiếp tục ", "Để sớm triển khai ", "Nhằm tổ chức "])
def test_the_letter_does(opening: str) -> None:
    verb = "thực hiện" if opening else "Thực hiện"
    text = LETTER.split("Bộ Tài chính nhận")[0] + f"{opening}{verb} {ACT}, Bộ Tài chính đề nghị Sở báo cáo.\n"
    assert ("123/BTC-CST", "implements", CODE) in stated(text)
