"""Dates as documents write them, and which date belongs to a cited document."""

from __future__ import annotations

import pytest
from facts import cited, only

from graph.citations import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày 07/01/2016", "2016-01-07"),
        ("ngày 7/1/2016", "2016-01-07"),
        ("ngày 07 tháng 01 năm 2016", "2016-01-07"),
        ("ngày 7 tháng 1 năm 2016", "2016-01-07"),
        ("ngày 19/10/ 2016", "2016-10-19"),
        ("ngày 18-2-1998", "1998-02-18"),
        ("ngày 18.2.1998", "1998-02-18"),
        ("ngày 16–1–2012", "2012-01-16"),
        ("ngày\n07 tháng 01\nnăm 2016", "2016-01-07"),
        ("ngày **07/01/2016**", "2016-01-07"),
        ("NGÀY 07 THÁNG 01 NĂM 2016", "2016-01-07"),
        ("ngày 29/02/2024", "2024-02-29"),
        ("ngày 06 ngày 11 năm 2013", "2013-11-06"),  # a slip for tháng
        ("ngày 03 tháng 3năm 2016", "2016-03-03"),
        ("ngày 14 thảng 6 nãm 2005", "2005-06-14"),  # read from a picture
    ],
)
def test_full_date(text: str, iso: str) -> None:
    match = dates.FULL_DATE.match(text)
    assert match is not None
    assert dates.iso(match) == iso


@pytest.mark.parametrize(
    "text",
    ["ngày 30/02/2020", "ngày 29/02/2023", "ngày 31/04/2020", "ngày 12/13/2020", "ngày 0/1/2020", "ngày 32/1/2020"],
)
def test_no_calendar_has_it(text: str) -> None:
    match = dates.FULL_DATE.match(text)
    assert match is None or dates.iso(match) is None


@pytest.mark.parametrize(
    "text", ["ngày 10 tháng 2 năm 20218", "ngày 10/2", "ngày tháng năm 2020", "10/02/2020", "ngày làm việc"]
)
def test_not_a_full_date(text: str) -> None:
    assert dates.FULL_DATE.match(text) is None


# What stands behind "Quyết định số 12/QĐ-UBND", and the date of that decision
@pytest.mark.parametrize(
    ("behind", "date"),
    [
        (" ngày 24/01/2025", "2025-01-24"),
        (", ngày 24/01/2025", "2025-01-24"),
        (" (ngày 24/01/2025)", "2025-01-24"),
        (" ngày 24 tháng 01 năm 2025", "2025-01-24"),
        (" ngày 24\ntháng 01 năm\n2025", "2025-01-24"),
        (" ban hành ngày 24/01/2025", "2025-01-24"),
        (" ký ngày 24/01/2025", "2025-01-24"),
        (" được ban hành ngày 24/01/2025", "2025-01-24"),
        (" của Ủy ban nhân dân tỉnh Quảng Ngãi ngày 24/01/2025", "2025-01-24"),
        (" của UBND tỉnh ban hành ngày 24/01/2025", "2025-01-24"),
        ("[3] ngày 24/01/2025", "2025-01-24"),
        (" tháng 4-2007", "2007-04"),
        (" tháng 4 năm 2007", "2007-04"),
        (" tháng 4/2007", "2007-04"),
        (" có hiệu lực kể từ ngày 01/01/2020", None),
        (" hết hiệu lực từ ngày 01/01/2020", None),
        (", tính đến 31/12/2020", None),
        (" được sửa đổi, bổ sung ngày 01/01/2020", None),
        (" về nghỉ lễ ngày 30/4/2020", None),
        (" ngày 30/02/2020", None),
        (" ngày 10 tháng 2 năm 20218", None),
        (" đã họp ngày 01/01/2020", None),
        pytest.param(" năm 2020", "2020"),
    ],
)
def test_date_of_the_cited_document(behind: str, date: str | None) -> None:
    assert only(f"Theo Quyết định số 12/QĐ-UBND{behind}.").date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Luật Đất đai năm 2024;", "2024-01-18"),  # the register of acts tells the day
        ("Luật Trồng biển năm 2031;", "2031"),  # an act that no table knows
        pytest.param("Luật Đất đai năm 2024.", "2024-01-18"),
        pytest.param("Luật Trồng biển năm 2031.", "2031"),
        ("Luật Trồng biển ngày 01 tháng 6 năm 2031.", "2031-06-01"),
        ("Luật Trồng biển số 12/2031/QH17 ngày 01/6/2031.", "2031-06-01"),
    ],
)
def test_date_of_an_act(text: str, date: str) -> None:
    assert only(f"Thực hiện {text}").date == date


def test_each_document_takes_the_date_behind_it() -> None:
    text = (
        "Kế hoạch số 82/KH-UBND ngày 04/6/2018, Kế hoạch số 83/KH-UBND ngày 05/6/2018 "
        "và Kế hoạch số 84/KH-UBND triển khai từ ngày 06/6/2018"
    )
    assert [d.date for _, d in cited(text)] == ["2018-06-04", "2018-06-05", None]
