"""What ends is what the sentence names: provisions as they are, or something that stands in them
(`graph.effect.within`, `graph.domain.effect`)."""

from __future__ import annotations

from itertools import product

import pytest
from test_effects import CLOSE, HEAD, PREAMBLE, spoken, told

from graph.domain.effect import names_a_part
from graph.pipeline import extract
from graph.queries.parts import part_end

OTHER = "Thông tư số 5/2021/TT-BXD"
VERBS = ("Bãi bỏ", "Hủy bỏ", "Thay thế")
PLACES = (
    ("khoản 2 Điều 3 của", "khoản 2, điều 3"),
    ("Điều 3", "điều 3"),
    ("Phụ lục II ban hành kèm theo", "phụ lục II"),
    ("Mục 2 Chương III", "mục 2, chương III"),
)
WHOLE = ("", "quy định tại ", "các quy định tại ", "toàn bộ ", "toàn bộ nội dung ", "cả ", "nội dung quy định tại ")
PARTS = (
    "một số nội dung quy định tại", "quy định về phụ cấp tại", "Mẫu số 05 tại", "Mẫu số 05, Mẫu số 06",
    "thủ tục cấp giấy phép quy định tại", "các vị trí việc làm hạng I tại", "Bản mô tả công việc tại",
    "quy định liên quan đến “cấp huyện” tại", "đoạn 2", "câu cuối", "tên của", "một phần",
)  # fmt: skip


@pytest.mark.parametrize(("verb", "lead", "place"), list(product(VERBS, WHOLE, PLACES)))
def test_provisions_as_they_are(verb: str, lead: str, place: tuple[str, str]) -> None:
    assert told(spoken(f"{verb} {lead}{place[0]} {OTHER}")) == {("5", "ended", None, place[1])}


@pytest.mark.parametrize(("verb", "lead", "place"), list(product(VERBS, PARTS, PLACES)))
def test_what_stands_in_provisions(verb: str, lead: str, place: tuple[str, str]) -> None:
    named = place[0].removesuffix(" của").removesuffix(" ban hành kèm theo")
    found = spoken(f"{verb} {lead} {place[0]} {OTHER}")
    assert told(found) == {("5", "ended", None, f"{lead} {named}")}
    assert {part_end(r) for r in found.relations if r.predicate == "amends"} <= {None}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # items say the verb again; each names its own
        (f"Bãi bỏ các quy định sau:\n\na) Bãi bỏ Mẫu số 1 tại Phụ lục I {OTHER};\n\n"
         "b) Điều 3 Thông tư số 6/2022/TT-BXD.",
         {("5", "Mẫu số 1 tại Phụ lục I"), ("6", "điều 3")}),
        (f"Bãi bỏ điều kiện thuê kho quy định tại Điều 7 {OTHER}; điều kiện thuê cảng quy định tại Điều 8 Thông tư "
         "số 6/2022/TT-BXD",
         {("5", "điều kiện thuê kho quy định tại Điều 7"), ("6", "điều kiện thuê cảng quy định tại Điều 8")}),
        # the title of the one before leads to nothing
        (f"Bãi bỏ Điều 7 {OTHER} quy định về quản lý; sử dụng nhà ở và Điều 8 Thông tư số 6/2022/TT-BXD",
         {("5", "điều 7"), ("6", "điều 8")}),
        # forms are named without how they were issued
        (f"Thay thế Mẫu số 05, Mẫu số 09 được ban hành kèm theo {OTHER} bằng Mẫu số 05",
         {("5", "Mẫu số 05, Mẫu số 09")}),
        (f"Bãi bỏ 03 thủ tục được công bố tại {OTHER}", {("5", "03 thủ tục")}),
        # too long to be said again
        (f"Bãi bỏ quy định về {'việc quản lý, ' * 20} nhà ở tại Phụ lục I {OTHER}", {("5", "một phần")}),
    ],
)  # fmt: skip
def test_lists(sentence: str, wanted: set[tuple[str, str]]) -> None:
    assert {(code, part) for code, kind, _, part in told(spoken(sentence)) if kind == "ended"} == wanted


def test_what_ends_on_a_day() -> None:
    text = f"{HEAD}{PREAMBLE}Quy định về phụ cấp tại Điều 3 {OTHER} hết hiệu lực kể từ ngày 01/7/2031./.{CLOSE}"
    assert told(extract(text)) == {("5", "ended", "2031-07-01", "Quy định về phụ cấp tại Điều 3")}
    whole = text.replace("Quy định về phụ cấp tại", "Quy định tại")
    assert told(extract(whole)) == {("5", "ended", "2031-07-01", "điều 3")}


@pytest.mark.parametrize("lead", [*WHOLE, " a) ", ": ", ", thay thế "])
def test_leads_to_all_of_it(lead: str) -> None:
    assert not names_a_part(lead)
