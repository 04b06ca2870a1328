"""When an act was passed, and whom "do" names as the issuer."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import only, source

from graph.citations.passing import passed_on

PASSED = [
    ("Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 7 thông qua ngày 21 tháng 6 năm 2024.", "2024-06-21"),
    ("Luật này đã được Quốc hội nước Cộng hoà xã hội chủ nghĩa Việt Nam khoá XI, kỳ họp thứ 4\nthông qua ngày 26 tháng 11 năm 2003./.", "2003-11-26"),
    ("Bộ luật này được Quốc hội khóa XIII thông qua tại kỳ họp thứ 10 ngày 27/11/2015.", "2015-11-27"),
    ("Nghị quyết này được Hội đồng nhân dân thành phố Huế khóa VIII, kỳ họp chuyên đề lần thứ 26 thông qua ngày 18 tháng 11 năm 2025.", "2025-11-18"),
    ("Pháp lệnh này được Ủy ban Thường vụ Quốc hội thông qua ngày 09 tháng 12 năm 2020.", "2020-12-09"),
    # the last one is the act's own
    ("“Luật này được Quốc hội thông qua ngày 13 tháng 6 năm 2019.” Luật này được Quốc hội khóa XV thông qua ngày 29 tháng 11 năm 2024.", "2024-11-29"),
    # takes effect, or is another act
    ("Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.", None),
    ("Luật Đất đai được Quốc hội thông qua ngày 18 tháng 01 năm 2024.", None),
    ("Luật này được Quốc hội thông qua.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), PASSED)
def test_passed_on(text: str, day: str | None) -> None:
    kind = text.lstrip("“").split(" này")[0].split(" Đất")[0]
    assert passed_on(text, kind) == day


def test_the_day_of_passing_is_the_date_of_the_act() -> None:
    text = (
        "QUỐC HỘI\nLuật số: 90/2024/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nLUẬT\n"
        "KIỂM TRA THỬ\n\nCăn cứ Hiến pháp;\n\nĐiều 64. Hiệu lực thi hành\nLuật này có hiệu lực từ ngày 01 tháng 7 năm "
        "2025.\n\nLuật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 7 thông qua ngày 21 "
        "tháng 6 năm 2024."
    )
    assert (source(text).code, source(text).date) == ("90/2024/QH15", "2024-06-21")


# text, the day on which the act that it names was passed
SAID = [
    ("Luật Bảo hiểm xã hội đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 7 thông qua ngày 29 tháng 6 năm 2024.", "2024-06-29"),
    ("NAY CÔNG BỐ\n\nLuật Bảo hiểm xã hội\n\nĐã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 7 thông qua ngày 29 tháng 6 năm 2024.", "2024-06-29"),
    ("Luật Đất đai 2024 được Quốc hội thông qua ngày 18/01/2024, tại Kỳ họp bất thường lần thứ 5.", "2024-01-18"),
    ("Luật Đất đai (sửa đổi) được Quốc hội khóa XV thông qua vào ngày 18/01/2024.", "2024-01-18"),
    ("**Luật Dữ liệu** đã được Quốc hội thông qua tại Kỳ họp thứ 8 ngày 30/11/2024.", "2024-11-30"),
    ("Pháp lệnh Chi phí tố tụng được Ủy ban Thường vụ Quốc hội thông qua ngày 11/12/2024.", "2024-12-11"),
    ("Ngày 29/6/2024, Quốc hội đã thông qua Luật Bảo hiểm xã hội.", "2024-06-29"),
    ("Ngày 18 tháng 01 năm 2024, tại Kỳ họp bất thường lần thứ 5, Quốc hội khóa XV đã biểu quyết thông qua Luật Đất đai.", "2024-01-18"),
    ("Sáng ngày 30/11/2024, với 451/458 đại biểu tán thành, Quốc hội thông qua Luật Dữ liệu.", "2024-11-30"),
    ("Nghị quyết số 98/2023/QH15 được Quốc hội thông qua ngày 24/6/2023.", "2023-06-24"),
    # something else was passed, or nothing has been
    ("Luật Bảo hiểm xã hội sẽ được trình Quốc hội. Dự án khác được Quốc hội thông qua ngày 29/6/2024.", None),
    ("Luật Bảo hiểm xã hội được Chính phủ trình ngày 29/6/2024.", None),
    ("Ngày 29/6/2024, Quốc hội đã thảo luận về Luật Bảo hiểm xã hội.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), SAID)
def test_the_day_of_passing_that_is_said_of_a_cited_act(text: str, day: str | None) -> None:
    found = only(text).date
    assert (found if found and len(found) == 10 else None) == day


# text, issuer
DO = [
    ("quy định tại Điều 2 của Luật Đấu thầu do Ủy ban nhân dân tỉnh làm chủ đầu tư.", "Quốc hội"),
    ("Luật Đấu thầu số 22/2023/QH15 do Bộ Kế hoạch và Đầu tư hướng dẫn.", "Quốc hội"),
    ("dự thảo Nghị định số 40/2024/NĐ-CP do Bộ Tài chính chủ trì soạn thảo.", "Chính phủ"),
    ("Nghị quyết số 98/2023/QH15 của Cục Thuế", "Quốc hội"),
    ("Quyết định số 12/QĐ-SNV do Giám đốc Sở Nội vụ ký ngày 05/3/2025", "Sở Nội vụ"),
    ("Chỉ thị số 05-CT/TW do Bộ Chính trị ban hành", "Bộ Chính trị"),
    ("Nghị quyết số 1664/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), DO)
def test_who_issued_it(text: str, issuer: str) -> None:
    assert only(text).issuer == issuer
