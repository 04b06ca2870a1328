"""Acts whose names papers shorten: abbreviations of phrases, initials of the whole name; no shorter act instead."""

from __future__ import annotations

import pytest
from facts import mentions, only

from graph.domain import acts, short_act_names

SHORTENED = [
    ("Căn cứ Luật Hoạt động giám sát của Quốc hội và HĐND ngày 20/11/2015;", "87/2015/QH13"),
    ("Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đòng nhân dân ngày 20/11/2015;", "87/2015/QH13"),
    ("Căn cứ Luật Tổ chức HĐND và Ủy ban nhân dân ngày 26/11/2003;", "11/2003/QH11"),
    ("Căn cứ Luật Tổ chức Hội đồng nhân dân và UBND ngày 26/11/2003;", "11/2003/QH11"),
    ("Căn cứ Luật Xử lý VPHC năm 2012;", "15/2012/QH13"),
    ("Căn cứ Luật XLVPHC năm 2012;", "15/2012/QH13"),
    ("Căn cứ Luật TCCQĐP năm 2015;", "77/2015/QH13"),
    ("Căn cứ Luật Tổ chức QH ngày 20/11/2014;", "57/2014/QH13"),
    ("Căn cứ Luật Thuế thu nhập DN ngày 03/6/2008;", "14/2008/QH12"),
    ("Căn cứ Luật HN&GĐ năm 2014;", "52/2014/QH13"),
    ("Căn cứ Pháp lệnh Hợp nhất VBQPPL ngày 22/3/2012;", "01/2012/UBTVQH13"),
    # another word, or none, between the words of the name
    ("Căn cứ Luật An toàn và vệ sinh lao động ngày 25 tháng 6 năm 2015;", "84/2015/QH13"),
    ("Căn cứ Luật Bảo vệ, phát triển rừng năm 2004;", "29/2004/QH11"),
    ("Căn cứ Luật Bảo vệ & phát triển rừng ngày 03/12/2004;", "29/2004/QH11"),
    ("Căn cứ Luật Sử dụng năng lượng tiết kiệm, hiệu quả ngày 17/6/2010;", "50/2010/QH12"),
    ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật HĐND và UBND năm 2004;", "31/2004/QH11"),
    ("Căn cứ Luật Ban hành VBQPPL của HĐND và UBND ngày 03/12/2004;", "31/2004/QH11"),
    ("Căn cứ Luật Hoạt động giám sát của Quốc hội, Hội đồng nhân dân năm 2015;", "87/2015/QH13"),
    ("Căn cứ Luật Thi đua và Khen thưởng ngày 26 tháng 11 năm 2003;", "15/2003/QH11"),
]


@pytest.mark.parametrize(("text", "code"), SHORTENED, ids=[text[:60] for text, _ in SHORTENED])
def test_shortened(text: str, code: str) -> None:
    assert only(text).code == code


def test_small_letters_are_no_abbreviation() -> None:
    assert short_act_names()["Luật DN"] == "Luật Doanh nghiệp"
    assert "Luật CT" not in short_act_names()  # a directive more often than a company
    assert not mentions("theo luật dn và luật ttn.")


def test_no_short_name_is_another_act_s() -> None:
    names = {act.name.casefold() for act in acts()} | {alias.casefold() for act in acts() for alias in act.aliases}
    assert not names & {short.casefold() for short in short_act_names()}
