"""Lists that go over semicolons, types without "này", spans whose year stands once, titles that name many acts."""

from __future__ import annotations

from itertools import product

import pytest
from test_effects import OLD, OTHER, own, spoken, told

from graph import extract

DAY = "2031-07-01"
THIRD = "Thông tư số 6/2022/TT-BXD ngày 02/3/2022 của Bộ trưởng Bộ Xây dựng"
LISTS = (
    ("{a}; {b} và {c}", "456"), ("{a}; {b}; {c}", "456"), ("Các Thông tư: {a}; {b}", "45"), ("{a}; {b}", "45"),
    ("{a}; Điều 3, Điều 4 {b}", "45"),
)  # fmt: skip
ENDS = ("hết hiệu lực", "hết hiệu lực thi hành", "chấm dứt hiệu lực", "bị bãi bỏ", "được bãi bỏ")
FROM = ("kể từ ngày 01/7/2031", "từ ngày 01 tháng 7 năm 2031")


@pytest.mark.parametrize(("way", "codes"), LISTS)
def test_all_of_a_list_end(way: str, codes: str) -> None:
    wrong = []
    for end, day in product(ENDS, FROM):
        sentence = f"Điều 2. {way.format(a=OLD, b=OTHER, c=THIRD)} {end} {day}"
        found = told(spoken(sentence))
        if {effect[:3] for effect in found} != {(code, "ended", DAY) for code in codes}:
            wrong.append((sentence, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        (f"Điều 2. {OLD} được áp dụng đến hết ngày 31/12/2031; {OTHER} hết hiệu lực kể từ ngày 01/7/2031", "5"),
        (f"Điều 2. {OLD} tiếp tục có hiệu lực; {OTHER} hết hiệu lực kể từ ngày 01/7/2031", "5"),
        (f"Điều 2. Rà soát {OLD}; {OTHER} hết hiệu lực kể từ ngày 01/7/2031", "5"),
        (f"Điều 2. Thông tư này thay thế {OLD}; {OTHER} hết hiệu lực kể từ ngày 01/7/2031", "5"),
        (f"Căn cứ {OLD};\n{OTHER} hết hiệu lực kể từ ngày 01/7/2031", "5"),
    ],
)
def test_a_clause_of_its_own_before_the_semicolon(sentence: str, codes: str) -> None:
    ended = {effect[0] for effect in told(spoken(sentence)) if effect[1] == "ended"}
    assert ended == set(codes)


@pytest.mark.parametrize("verb", ["được thi hành", "thi hành", "bắt đầu thi hành", "được bắt đầu thi hành"])
@pytest.mark.parametrize("frame", ["Điều 2. {}", "Điều 2. Hiệu lực thi hành\n1. {}.\n2. Cục trưởng thực hiện"])
def test_a_type_without_this(verb: str, frame: str) -> None:
    assert told(spoken(frame.format(f"Thông tư {verb} kể từ ngày 01/7/2031"))) == {own("in-force", DAY)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Điều 2. Quyết định được thi hành kể từ ngày 01/7/2031",  # of another type
        "Điều 2. Cục trưởng hướng dẫn Thông tư được thi hành từ ngày 01/7/2031",
        "Điều 2. Cục trưởng chịu trách nhiệm thi hành từ ngày 01/7/2031",
    ],
)
def test_no_type_of_its_own(sentence: str) -> None:
    assert told(spoken(sentence)) == set()


SPANS = {
    "từ 01/7 đến 31/12 năm 2031": (DAY, "2031-12-31"),
    "từ ngày 01/7 đến ngày 31/12/2031": (DAY, "2031-12-31"),
    "từ ngày 01/7 đến hết ngày 31/12/2031": (DAY, "2031-12-31"),
    "kể từ ngày 01 tháng 7 đến hết ngày 31 tháng 12 năm 2031": (DAY, "2031-12-31"),
    "từ ngày 01 đến hết ngày 15 tháng 7 năm 2031": (DAY, "2031-07-15"),
    "từ 01/11 đến 31/3 năm 2032": (None, "2032-03-31"),  # of which year is the first day?
}


@pytest.mark.parametrize(("words", "days"), SPANS.items())
def test_spans(words: str, days: tuple[str | None, str]) -> None:
    found = told(spoken(f"Điều 2. Thông tư này có hiệu lực {words}"))
    assert found == {own(kind, day) for kind, day in zip(("in-force", "until"), days, strict=True) if day}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Thông tư này được thực hiện đến hết ngày 31/12/2031", {own("until", "2031-12-31")}),
        ("Thông tư này được thực hiện đến năm 2035", set()),
        ("Thông tư này được thực hiện đến hết năm 2031", {own("until", "2031-12-31")}),
        ("Chính sách này được thực hiện đến hết ngày 31/12/2031", set()),
    ],
)
def test_carried_out_until(sentence: str, wanted: set[tuple[str, str, str | None, str]]) -> None:
    assert told(spoken(f"Điều 2. {sentence}")) == wanted


AMENDED = (
    "Luật Nhà ở số 27/2023/QH15", "Luật Kinh doanh bất động sản số 29/2023/QH15", "Luật Các tổ chức tín dụng số"
    " 32/2024/QH15",
)  # fmt: skip
LAW = "Luật số 43/2024/QH15 ngày 29 tháng 6 năm 2024 của Quốc hội"


@pytest.mark.parametrize("many", [1, 2, 3])
@pytest.mark.parametrize("lead", ["", "Điều 5. ", "- ", "[1] "])
@pytest.mark.parametrize("title", ["sửa đổi, bổ sung một số điều của", "về việc sửa đổi, bổ sung"])
def test_a_title_that_names_many_acts(many: int, lead: str, title: str) -> None:
    acts = AMENDED[0] if many == 1 else f"{', '.join(AMENDED[: many - 1])} và {AMENDED[many - 1]}"
    sentence = f"{lead}{LAW} {title} {acts}, có hiệu lực kể từ ngày 01 tháng 8 năm 2024"
    found = told(extract(f"LUẬT\nĐẤT ĐAI\n\n{sentence}.\n\nĐiều 1. Phạm vi\n"))
    assert found == {("43", "in-force", "2024-08-01", "")}
