"""Ends that a letter or an article tells, an amender's day of effect, a day below an article's heading: crossed."""

from __future__ import annotations

from itertools import product

import pytest
from test_effects import own, spoken, told

from graph import extract

X = "Thông tư số 5/2021/TT-BXD"
Y = "Thông tư số 8/2030/TT-BXD"
ISSUED = ("", " ngày 01/02/2030", " ngày 01 tháng 02 năm 2030 của Bộ trưởng Bộ Xây dựng")
DAYS = ("từ ngày 01/7/2031", "kể từ ngày 01 tháng 7 năm 2031", "từ 01.7.2031")
DAY = "2031-07-01"
LETTER = (
    "BỘ XÂY DỰNG\nSố: 99/BXD-PC\nV/v áp dụng văn bản\nHà Nội, ngày 10 tháng 3 năm 2031\n\n"
    "Kính gửi: Sở Xây dựng\n\n{}.\n"
)
ARTICLE = "Quy định mới\n\n{}.\n\nBạn đọc lưu ý.\n"
ENDED = (
    "{x} bị bãi bỏ bởi {y} {d}", "{x} đã bị bãi bỏ bởi {y} {d}", "{x} được thay thế bởi {y} {d}",
    "{x} đã được thay thế bằng {y} {d}", "{x} hết hiệu lực {d} do được thay thế bởi {y}",
    "Bộ trưởng đã ban hành {x}. Thông tư này được bãi bỏ bởi {y} {d}",
    "Bộ trưởng đã ban hành {x}. Thông tư này đã bị thay thế bởi {y} {d}",
)  # fmt: skip


@pytest.mark.parametrize("frame", [LETTER, ARTICLE])
def test_ends_told_with_who_ends(frame: str) -> None:
    wrong = []
    for way, issued, day in product(ENDED, ISSUED, DAYS):
        found = extract(frame.format(way.format(x=X, y=Y + issued, d=day)))
        codes = {d.id: d.code for d in found.documents}
        said = {(codes[e.document], e.kind, e.date, codes.get(e.by or "")) for e in found.effects}
        if said != {("5/2021/TT-BXD", "ended", DAY, "8/2030/TT-BXD")}:
            wrong.append((way, issued, day, said))
    assert wrong == []


@pytest.mark.parametrize("frame", [LETTER, ARTICLE])
@pytest.mark.parametrize(
    "sentence",
    [
        f"{X} dự kiến bị bãi bỏ bởi {Y} từ ngày 01/7/2031",
        f"{X} dự kiến sẽ bị bãi bỏ bởi {Y} từ ngày 01/7/2031",
        f"Nếu {X} bị bãi bỏ từ ngày 01/7/2031, Sở báo cáo",
        f"Đề nghị bãi bỏ {X} từ ngày 01/7/2031",
    ],
)
def test_what_is_planned_has_not_ended(frame: str, sentence: str) -> None:
    assert [e for e in extract(frame.format(sentence)).effects if e.kind == "ended"] == []


@pytest.mark.parametrize("frame", [LETTER, ARTICLE])
@pytest.mark.parametrize(
    "way", ["{x} (đã hết hiệu lực {d})", "Bộ trưởng đã ban hành {x}. Thông tư này hết hiệu lực {d}"]
)
def test_ends_told_without_who_ends(frame: str, way: str) -> None:
    for day in DAYS:
        found = extract(frame.format(way.format(x=X, d=day)))
        assert [(e.kind, e.date, e.by) for e in found.effects] == [("ended", DAY, None)], day


def test_a_bracket_only_tells() -> None:
    found = spoken(f"Điều 2. Theo {X} (đã hết hiệu lực từ ngày 01/7/2031)")
    assert [(e.kind, e.date, e.by) for e in found.effects] == [("ended", DAY, None)]


@pytest.mark.parametrize("issued", ISSUED)
@pytest.mark.parametrize("frame", [LETTER, ARTICLE, "{}"])
@pytest.mark.parametrize(
    ("way", "whose"),
    [
        ("{x} được sửa đổi, bổ sung bởi {y}, có hiệu lực từ ngày 01/7/2031", "8"),
        ("{x} được sửa đổi bởi {y} (có hiệu lực từ ngày 01/7/2031)", "8"),
        ("{x} được thay thế bởi {y}, có hiệu lực từ ngày 01/7/2031", "8"),
        ("{x}, có hiệu lực từ ngày 01/7/2031, được sửa đổi bởi {y}", "5"),
        # a title that names what amended before
        ("Thông tư số 9/2030/TT-BXD sửa đổi, bổ sung một số điều của {x} được sửa đổi, bổ sung bởi {y}, có hiệu lực từ"
         " ngày 01/7/2031", "9"),
    ],
)  # fmt: skip
def test_the_day_of_the_amender(way: str, whose: str, frame: str, issued: str) -> None:
    sentence = way.format(x=X, y=Y + issued)
    found = spoken(f"Điều 2. {sentence}") if frame == "{}" else extract(frame.format(sentence))
    codes = {d.id: (d.code or "").split("/")[0] for d in found.documents}
    assert {(codes[e.document], e.date) for e in found.effects if e.kind == "in-force"} == {(whose, DAY)}


@pytest.mark.parametrize("heading", ["Hiệu lực", "Hiệu lực thi hành", "Điều khoản thi hành"])
def test_a_day_below_a_heading_opens_its_own_clause(heading: str) -> None:
    sentence = f"Điều 2. {heading}\nKể từ ngày 01/7/2031, {X} hết hiệu lực"
    assert told(spoken(sentence)) == {("5", "ended", DAY, "")}
    assert told(spoken(f"Điều 2. {heading}\nTừ ngày 01/7/2031")) <= {own("in-force", DAY)}
