"""Titles of two halves that open with the same word: "[A] quy định về phân cấp …; quy định chi tiết [B]"."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from marked import expected, facts

from graph import extract

OWN = "Báo cáo 15/BC-SCT"
HEAD = "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n"

SENTENCES = [
    pytest.param("Chi khen thưởng theo [nd|Nghị định số 152/2025/NĐ-CP] ngày 14/6/2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của [l|Luật Thi đua, khen thưởng];", "nd guides l", id="a semicolon before the second half"),
    pytest.param("Chi theo [nd|Nghị định số 152/2025/NĐ-CP] ngày 14/6/2025 của Chính phủ quy định về phân cấp, phân quyền và quy định chi tiết một số điều của [l|Luật Kế toán số 88/2015/QH13].", "nd guides l", id="“và” before the second half"),
    pytest.param("[nd|Nghị định số 152/2025/NĐ-CP] của Chính phủ quy định về hóa đơn, chứng từ, quy định chi tiết [l|Luật Kế toán số 88/2015/QH13].", "nd guides l", id="a comma before the second half"),
    pytest.param("[nd|Thông tư số 9/2025/TT-BTC] hướng dẫn về hóa đơn, chứng từ và hướng dẫn thi hành một số điều của [l|Luật Kế toán số 88/2015/QH13].", "nd guides l", id="another word twice"),
    pytest.param("Báo cáo này quy định hồ sơ theo [nd|Nghị định số 152/2025/NĐ-CP] quy định về hóa đơn; quy định chi tiết một số điều của [l|Luật Kế toán số 88/2015/QH13].", "", id="the text speaks of itself before"),
    pytest.param("Bộ Tài chính ban hành Thông tư thay thế [nd|Thông tư số 9/2025/TT-BTC] quy định về hóa đơn; quy định chi tiết một số điều của [l|Luật Kế toán số 88/2015/QH13].", "", id="what is done to the first"),
    pytest.param("Thực hiện [nd|Nghị định số 152/2025/NĐ-CP], Bộ Tài chính quy định về hóa đơn; quy định chi tiết một số điều của [l|Luật Kế toán số 88/2015/QH13].", "", id="a body rules twice"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), SENTENCES)
def test_halves(sentence: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + sentence + "\n") == expected(facts_listed)


LEADS = ("Chi khen thưởng theo", "Mức chi: Thực hiện theo quy định tại", "Áp dụng", "Căn cứ")
FIRST = ("hóa đơn, chứng từ", "phân cấp, phân quyền trong lĩnh vực thi đua", "chế độ hội nghị", "thành lập Ban Chỉ đạo")
SECOND = ("quy định chi tiết", "quy định chi tiết một số điều của", "quy định chi tiết và biện pháp thi hành")


@pytest.mark.parametrize("joint", ["; ", ", ", " và "])
def test_the_second_half_guides(joint: str) -> None:
    for lead, first, second in product(LEADS, FIRST, SECOND):
        text = (
            f"{lead} Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về {first}{joint}"
            f"{second} Luật Kế toán số 88/2015/QH13."
        )
        found = extract(text)
        codes = {d.id: d.code for d in found.documents}
        stated = {(codes[r.subject], codes[r.object]) for r in found.relations if r.predicate == "guides"}
        assert stated == {("152/2025/NĐ-CP", "88/2015/QH13")}, text
