"""Decrees of the President of 1945 to 1957: "Chiểu Sắc lệnh số 63 ngày 22-11-45 …", "RA SẮC LỆNH:"."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

HEADS = (
    "SẮC LỆNH\nCỦA CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA SỐ 15-SL NGÀY 30 THÁNG 1 NĂM 1950\n"
    "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA\n",
    "SẮC LỆNH\n\nCỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HÒA SỐ 15 NGÀY 30 THÁNG 1 NĂM 1950\n\n",
)
# what is written, the day that is meant
DAYS = (("ngày 22-11-1945", "1945-11-22"), ("ngày 22-11-45", "1945-11-22"), ("ngày 22 tháng 11 năm 1945", "1945-11-22"))
ENDS = (";\n", ",\n\n", ".\n\n")
OPENERS = ("Chiểu", "Chiểu theo", "Căn cứ")


@pytest.mark.parametrize("opener", OPENERS)
def test_bases_and_what_is_ended(opener: str) -> None:
    for head, (day, date), end in product(HEADS, DAYS, ENDS):
        text = (
            f"{head}{opener} Sắc lệnh số 63 {day} tổ chức chính quyền nhân dân{end}"
            f"{opener} Sắc lệnh số 1/SL {day} thành lập các Ủy ban bảo vệ{end}"
            f"{opener} Sắc lệnh số 38/SL ngày 28-3-1947 sửa đổi Sắc lệnh số 34/SL ngày 19-3-1946{end}"
            f"{opener} Sắc lệnh số 120/SL ngày 25-1-48 tổ chức các liên khu{end}"
            f"RA SẮC LỆNH:\nĐiều 1: Nay bãi bỏ Sắc lệnh số 110-SL ngày 23 tháng 9 năm 1949.\n"
        )
        found = extract(text)
        codes = {d.id: d.code if not d.is_source else "own" for d in found.documents}
        stated = {
            (codes[r.subject], r.predicate, codes[r.object])
            for r in found.relations
            if r.predicate not in ("cites", "issued_by")
        }
        assert stated == {
            *(("own", "based_on", code) for code in ("63", "1/SL", "38/SL", "120/SL")),
            ("38/SL", "amends", "34/SL"),
            ("own", "repeals", "110-SL"),
        }, text
        dates = {d.code: d.date for d in found.documents}
        assert dates["63"] == dates["1/SL"] == date
        assert dates["120/SL"] == "1948-01-25"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("ngày 14/11/98", "1998-11-14"),
        ("ngày 14-11-98", "1998-11-14"),
        ("ngày 14/11/1998", "1998-11-14"),
        ("ngày 14/11/12", None),  # of which century is not said
        ("ngày 14/11/98/2", None),
        ("ngày 31/02/98", None),
    ],
)
def test_years_of_two_digits(written: str, date: str | None) -> None:
    found = extract(f"Căn cứ Quyết định số 155/QĐ-BTC {written} của Bộ Tài chính;")
    assert [d.date for d in found.documents if d.code == "155/QĐ-BTC"] == [date]
