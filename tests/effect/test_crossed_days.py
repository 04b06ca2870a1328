"""Days of effect, crossed: who speaks, the words of force, the day's form, what stands behind, where it stands."""

from __future__ import annotations

from itertools import product

import pytest
from test_effects import OTHER, own, spoken, told

from graph import extract

DAY, LATER = "2031-07-01", "2032-01-01"
SUBJECTS = (
    "Thông tư này", "Văn bản này", "Thông tư này được đăng Công báo và", "Thông tư này gồm 3 chương, 15 điều và",
    f"Thông tư này thay thế {OTHER},",
)  # fmt: skip
FORCE = (
    "có hiệu lực", "sẽ có hiệu lực", "bắt đầu có hiệu lực", "chính thức có hiệu lực thi hành", "có hiệu lực pháp luật",
    "được thi hành",
)  # fmt: skip
DAYS = {
    "từ ngày 01/7/2031": DAY,
    "kể từ ngày 1-7-2031": DAY,
    "kể từ ngày 01 tháng 7 năm 2031": DAY,
    "từ 01.7.2031": DAY,
    "kể từ\nngày 01 tháng 7\nnăm 2031": DAY,
    "từ 0 giờ ngày 01/7/2031": DAY,
    "vào ngày 01/7/2031": DAY,
    "sau 10 (mười) ngày kể từ ngày ký ban hành": "2031-03-20",
    "sau mười lăm ngày, tính từ ngày ký": "2031-03-25",
    "kể từ ngày ký, ban hành": "2031-03-10",
}
BEHIND = {
    "": set(),
    ", trừ khoản 2 Điều 3 có hiệu lực từ ngày 01/01/2032": {own("in-force", LATER, "khoản 2, điều 3")},
    ", trừ khoản 2 Điều 3 Thông tư này có hiệu lực từ ngày 01/01/2032": {own("in-force", LATER, "khoản 2, điều 3")},
    ", trừ khoản 2 Điều 3 Thông tư này": set(),
    "; riêng Điều 4 có hiệu lực từ ngày 01/01/2032": {own("in-force", LATER, "điều 4")},
    " và áp dụng cho năm tài chính bắt đầu từ ngày 01/01/2033": set(),
    ". Thông tư số 6/2021/TT-BXD hết hiệu lực kể từ ngày 01/8/2031": {("6", "ended", "2031-08-01", "")},
}
FRAMES = ("Điều 2. Hiệu lực thi hành\n1. {}.\n2. Cục trưởng chịu trách nhiệm", "Điều 2. {}", "Điều 2. Giao Cục. {}")


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("force", FORCE)
def test_own_days(subject: str, force: str) -> None:
    wrong = []
    for at, ((day, date), (behind, more)) in enumerate(product(DAYS.items(), BEHIND.items())):
        if force == "được thi hành" and day.startswith("vào"):
            continue
        sentence = FRAMES[at % 3].format(f"{subject} {force} {day}{behind}")
        found = {effect for effect in told(spoken(sentence)) if effect[1] != "applies"}
        # who replaces on a day of its own ends on that day
        found.discard(("5", "ended", date, ""))
        if found != {own("in-force", date), *more}:
            wrong.append((sentence, found))
    assert wrong == []


CITED = (
    "Nghị định 10/2031/NĐ-CP", "Nghị định số 10/2031/NĐ-CP ngày 05 tháng 01 năm 2031 của Chính phủ",
    "Nghị định số 10/2031/NĐ-CP ngày 05/01/2031 của Chính phủ quy định chi tiết một số điều của Luật Doanh nghiệp số"
    " 59/2020/QH14",
)  # fmt: skip
TOLD = (
    "{}{} {}", "{},{} {}", "{} ({} {})", "Ngày 05/01/2031, Chính phủ ban hành {},{} {}", "Theo đó, {}{} {}",
    "Chính phủ đã ban hành {}. Nghị định này{} {}", "Thực hiện {} ({} {}), Bộ Tài chính đề nghị phối hợp",
)  # fmt: skip
LETTER = (
    "BỘ TÀI CHÍNH\n\nSố: 99/BTC-PC\nV/v triển khai Nghị định\n\nHà Nội, ngày 10 tháng 3 năm 2031\n\n"
    "Kính gửi: Ủy ban nhân dân các tỉnh\n\n{}.\n"
)


@pytest.mark.parametrize("cited", CITED)
@pytest.mark.parametrize("frame", [LETTER, "Quy định mới về doanh nghiệp\n\n{}.\n\nDoanh nghiệp lưu ý.\n"])
def test_days_told_of_others(cited: str, frame: str) -> None:
    wrong = []
    for way, force, day in product(TOLD, FORCE[:4], list(DAYS)[:6]):
        text = frame.format(way.format(cited, f" {force}", day).replace("( ", "("))
        found = extract(text)
        codes = {document.id: document.code for document in found.documents}
        said = {(codes[effect.document], effect.kind, effect.date) for effect in found.effects}
        if said != {("10/2031/NĐ-CP", "in-force", DAY)}:
            wrong.append((text, said))
    assert wrong == []


@pytest.mark.parametrize("day", list(DAYS)[:6])
@pytest.mark.parametrize(
    "way",
    [
        "{o} hết hiệu lực {d}", "{o} hết hiệu lực thi hành {d}", "{o} bị bãi bỏ {d}", "Bãi bỏ {o} {d}",
        "{o} chấm dứt hiệu lực {d}", "{o} được thay thế bởi Thông tư này {d}",
        "Bãi bỏ các văn bản sau {d}:\na) {o};\nb) Thông tư số 6/2021/TT-BXD ngày 02/3/2021",
        "Các văn bản sau hết hiệu lực {d}:\n- {o};\n- Thông tư số 6/2021/TT-BXD ngày 02/3/2021",
    ],
)  # fmt: skip
def test_days_of_ends(way: str, day: str) -> None:
    sentence = f"Điều 2. Hiệu lực\n1. Thông tư này có hiệu lực từ ngày 01/5/2031.\n2. {way.format(o=OTHER, d=day)}"
    ended = {(code, "ended", DAY, "") for code in ("5", "6") if f"{code}/2021" in sentence}
    assert told(spoken(sentence)) == {own("in-force", "2031-05-01"), *ended}


def test_days_of_what_is_listed() -> None:
    """The day on which the listed ones were issued ends nothing."""
    sentence = f"Bãi bỏ các văn bản ban hành từ ngày 01/7/2021:\na) {OTHER};\nb) Thông tư số 6/2021/TT-BXD"
    assert told(spoken(f"Điều 2. {sentence}")) == set()


@pytest.mark.parametrize("words", ["dự kiến sẽ có hiệu lực", "dự kiến có hiệu lực"])
def test_what_is_planned_is_no_day(words: str) -> None:
    assert told(spoken(f"{OTHER} {words} từ ngày 01/7/2031")) == set()


def test_a_law_without_number_may_yet_fail() -> None:
    assert not extract("Tin mới\n\nLuật Đường thủy sẽ có hiệu lực từ ngày 01/7/2031.\n").effects


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # counted from a day that stands there
        ("Thông tư này có hiệu lực sau 10 ngày, kể từ ngày 10 tháng 3 năm 2031", {own("in-force", "2031-03-20")}),
        ("Thông tư này có hiệu lực sau mười lăm ngày kể từ ngày 12/3/2031", {own("in-force", "2031-03-27")}),
        ("Thông tư này có hiệu lực sau 10 ngày làm việc kể từ ngày 12/3/2031", {own("in-force", None)}),
        # a day before this document's own
        (f"Thông tư này bãi bỏ {OTHER}, có hiệu lực từ ngày 13/4/2021", {("5", "in-force", "2021-04-13", "")}),
        (f"Thông tư này thay thế {OTHER}, có hiệu lực từ ngày 13/4/2031", {own("in-force", "2031-04-13")}),
        ("Thông tư này có hiệu lực từ ngày 01/01/2031", {own("in-force", "2031-01-01")}),
    ],
)
def test_counted_and_earlier_days(sentence: str, wanted: set[tuple[str, str, str | None, str]]) -> None:
    assert told(spoken(f"Điều 2. {sentence}")) == wanted
